//! Parts become a zip file, the envelope of ODF and of Office Open XML.
//!
//! Parts keep the order in which they are added, and bear the zip format's first day as their date: the same parts
//! give the same bytes.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

/// A file made of parts.
pub struct Package {
    zip: ZipWriter<Cursor<Vec<u8>>>,
}

impl Package {
    /// Without a part yet.
    pub fn new() -> Self {
        Self { zip: ZipWriter::new(Cursor::new(Vec::new())) }
    }

    /// An ODF package: its first part is its media type, stored as it is so that it can be read at a fixed
    /// place (ODF 1.3, part 2, 3.3).
    pub fn open_document(media_type: &str) -> Self {
        Self::new().with("mimetype", media_type.as_bytes(), CompressionMethod::Stored)
    }

    /// With one more part.
    pub fn add(self, name: &str, content: &[u8]) -> Self {
        self.with(name, content, CompressionMethod::Deflated)
    }

    /// The bytes of the file.
    pub fn finish(self) -> Vec<u8> {
        self.zip.finish().expect("memory takes every byte").into_inner()
    }

    fn with(mut self, name: &str, content: &[u8], method: CompressionMethod) -> Self {
        // Left to the library, the system that makes the file would be written into it.
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::DEFAULT)
            .system(System::Unix)
            .unix_permissions(0o644);
        self.zip.start_file(name, options).expect("parts have distinct, short names");
        self.zip.write_all(content).expect("memory takes every byte");
        self
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use zip::ZipArchive;

    use super::Package;

    fn package() -> Vec<u8> {
        let text = "é".repeat(1000);
        let package = Package::open_document("application/vnd.oasis.opendocument.text");
        package.add("content.xml", text.as_bytes()).add("META-INF/manifest.xml", b"<m/>").finish()
    }

    #[test]
    fn parts_come_back_in_their_order() {
        let mut archive = ZipArchive::new(Cursor::new(package())).expect("a zip file");
        let names: Vec<String> =
            archive.file_names().map(|name| name.expect("UTF-8").into()).collect();
        assert_eq!(names, ["mimetype", "content.xml", "META-INF/manifest.xml"]);
        let mut text = String::new();
        let mut part = archive.by_name("content.xml").expect("the part");
        part.read_to_string(&mut text).expect("its text");
        assert_eq!(text, "é".repeat(1000));
        assert!(part.compressed_size() < 100);
    }

    #[test]
    fn the_media_type_is_at_a_fixed_place() {
        let bytes = package();
        assert_eq!(&bytes[30..38], b"mimetype");
        assert_eq!(&bytes[38..77], b"application/vnd.oasis.opendocument.text");
    }

    #[test]
    fn the_same_parts_give_the_same_bytes() {
        assert_eq!(package(), package());
    }
}
