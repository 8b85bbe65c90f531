//! Office files as packages of parts.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The name of a part, and its bytes.
pub type Part = (String, Vec<u8>);

/// The parts of a package, in its order.
pub fn parts(package: &[u8]) -> Vec<Part> {
    let mut archive = ZipArchive::new(Cursor::new(package)).expect("a package");
    let mut parts = Vec::with_capacity(archive.len());
    for rank in 0..archive.len() {
        let mut part = archive.by_index(rank).expect("a part");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("its bytes");
        parts.push((part.name().expect("UTF-8").into_owned(), bytes));
    }
    parts
}

/// The text of one of its parts.
pub fn text(package: &[u8], name: &str) -> String {
    let found = parts(package).into_iter().find(|(part, _)| part == name).expect("the part");
    String::from_utf8(found.1).expect("UTF-8")
}

/// A package of these parts.
pub fn of(parts: &[Part]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name, SimpleFileOptions::default()).expect("distinct names");
        zip.write_all(bytes).expect("memory");
    }
    zip.finish().expect("memory").into_inner()
}
