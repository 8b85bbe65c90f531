//! The kinds of files that a site holds, as servers must say them.

/// A kind of file.
#[derive(Debug, Clone, Copy)]
pub struct Media {
    pub extension: &'static str,
    pub name: &'static str,
    /// Whether it is text in UTF-8, whose encoding is said.
    pub text: bool,
    /// Whether it is worth being compressed on its way.
    pub compressible: bool,
}

impl Media {
    /// Its name in an answer.
    pub fn header(&self) -> String {
        let charset = if self.text { "; charset=utf-8" } else { "" };
        format!("{}{charset}", self.name)
    }
}

const fn text(extension: &'static str, name: &'static str) -> Media {
    Media { extension, name, text: true, compressible: true }
}

/// Text whose format says its own encoding.
const fn data(extension: &'static str, name: &'static str) -> Media {
    Media { extension, name, text: false, compressible: true }
}

const fn packed(extension: &'static str, name: &'static str) -> Media {
    Media { extension, name, text: false, compressible: false }
}

/// Every kind.
pub const MEDIA: [Media; 30] = [
    text("html", "text/html"),
    text("htm", "text/html"),
    text("css", "text/css"),
    text("js", "text/javascript"),
    text("csv", "text/csv"),
    text("txt", "text/plain"),
    text("ics", "text/calendar"),
    text("vcf", "text/vcard"),
    data("svg", "image/svg+xml"),
    data("xml", "application/xml"),
    data("atom", "application/atom+xml"),
    data("json", "application/json"),
    packed("pdf", "application/pdf"),
    packed("png", "image/png"),
    packed("jpg", "image/jpeg"),
    packed("jpeg", "image/jpeg"),
    packed("gif", "image/gif"),
    packed("webp", "image/webp"),
    packed("woff2", "font/woff2"),
    packed("woff", "font/woff"),
    data("ttf", "font/ttf"),
    data("otf", "font/otf"),
    packed("odt", "application/vnd.oasis.opendocument.text"),
    packed("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    packed("odp", "application/vnd.oasis.opendocument.presentation"),
    packed("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    packed("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    packed("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    packed("epub", "application/epub+zip"),
    packed("zip", "application/zip"),
];

/// The kind of the file at an address.
pub fn of(address: &str) -> Option<&'static Media> {
    let (_, extension) = address.rsplit_once('.')?;
    MEDIA.iter().find(|media| media.extension == extension)
}
