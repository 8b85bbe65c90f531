//! What a file is that is no dossier, by its first bytes: who sent it is asked for the right one.

use super::package::read::Archive;
use crate::answers::code::RefusalCode;

/// How files begin, from some byte on.
const MARKS: [(usize, &[u8], RefusalCode); 11] = [
    (0, b"{\\rtf", RefusalCode::Rtf),
    (0, b"\xff\xd8\xff", RefusalCode::Picture),
    (0, b"\x89PNG\r\n", RefusalCode::Picture),
    (0, b"GIF8", RefusalCode::Picture),
    (0, b"II*\0", RefusalCode::Picture),
    (0, b"MM\0*", RefusalCode::Picture),
    (0, b"BM", RefusalCode::Picture),
    (8, b"WEBP", RefusalCode::Picture),
    (4, b"ftyp", RefusalCode::Picture),
    (0, b"Rar!", RefusalCode::Archive),
    (0, b"7z\xbc\xaf", RefusalCode::Archive),
];
/// The compound file of OLE: an old `.doc`, or any Office file under a password.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
/// What a compound file has in its list of parts, and what it is then.
const PARTS: [(&str, RefusalCode); 3] = [
    ("EncryptedPackage", RefusalCode::Encrypted),
    ("WordDocument", RefusalCode::OldWord),
    ("Workbook", RefusalCode::Workbook),
];

/// What a file is that is neither a package nor a PDF.
pub fn kind(bytes: &[u8]) -> RefusalCode {
    if bytes.starts_with(COMPOUND) {
        return compound(bytes);
    }
    let begins = |(at, mark, _): &&(usize, &[u8], RefusalCode)| {
        bytes.get(*at..).is_some_and(|rest| rest.starts_with(mark))
    };
    if let Some((_, _, kind)) = MARKS.iter().find(begins) {
        return *kind;
    }
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_lowercase();
    let is_page = ["<!doctype html", "<html"].iter().any(|mark| start.contains(mark));
    if is_page { RefusalCode::WebPage } else { RefusalCode::UnknownFormat }
}

fn compound(bytes: &[u8]) -> RefusalCode {
    let holds = |(name, _): &&(&str, RefusalCode)| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|part| part == name)
    };
    PARTS.iter().find(holds).map_or(RefusalCode::UnknownFormat, |(_, kind)| *kind)
}

/// What a package is that is neither a Word document nor an `OpenDocument` text.
pub fn package(archive: &Archive<'_>) -> RefusalCode {
    let ends = |ends: &[&str]| {
        archive.names().any(|name| ends.iter().any(|end| name.to_lowercase().ends_with(end)))
    };
    if archive.has("xl/workbook.xml") {
        RefusalCode::Workbook
    } else if ends(&["index/document.iwa", "index.zip", "index.apxl"]) {
        RefusalCode::Pages
    } else if ends(&[".docx", ".odt", ".pdf", ".doc", ".json"]) {
        RefusalCode::Archive
    } else {
        RefusalCode::UnknownFormat
    }
}
