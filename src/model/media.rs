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
pub const MEDIA: [Media; 48] = [
    text("html", "text/html"),
    text("htm", "text/html"),
    text("css", "text/css"),
    text("js", "text/javascript"),
    text("csv", "text/csv"),
    text("tsv", "text/tab-separated-values"),
    text("txt", "text/plain"),
    text("md", "text/markdown"),
    text("ics", "text/calendar"),
    text("vcf", "text/vcard"),
    data("svg", "image/svg+xml"),
    data("xml", "application/xml"),
    data("atom", "application/atom+xml"),
    data("json", "application/json"),
    data("geojson", "application/geo+json"),
    data("webmanifest", "application/manifest+json"),
    data("kml", "application/vnd.google-earth.kml+xml"),
    data("gpx", "application/gpx+xml"),
    data("rtf", "application/rtf"),
    packed("pdf", "application/pdf"),
    packed("png", "image/png"),
    packed("jpg", "image/jpeg"),
    packed("jpeg", "image/jpeg"),
    packed("gif", "image/gif"),
    packed("webp", "image/webp"),
    packed("avif", "image/avif"),
    packed("ico", "image/vnd.microsoft.icon"),
    packed("woff2", "font/woff2"),
    packed("woff", "font/woff"),
    data("ttf", "font/ttf"),
    data("otf", "font/otf"),
    packed("odt", "application/vnd.oasis.opendocument.text"),
    packed("ott", "application/vnd.oasis.opendocument.text-template"),
    packed("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    packed("ots", "application/vnd.oasis.opendocument.spreadsheet-template"),
    packed("odp", "application/vnd.oasis.opendocument.presentation"),
    packed("odg", "application/vnd.oasis.opendocument.graphics"),
    packed("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    packed("dotx", "application/vnd.openxmlformats-officedocument.wordprocessingml.template"),
    packed("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    packed("xltx", "application/vnd.openxmlformats-officedocument.spreadsheetml.template"),
    packed("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    packed("doc", "application/msword"),
    packed("xls", "application/vnd.ms-excel"),
    packed("ppt", "application/vnd.ms-powerpoint"),
    packed("epub", "application/epub+zip"),
    packed("zip", "application/zip"),
    packed("7z", "application/x-7z-compressed"),
];

/// The kind of the file at an address.
pub fn of(address: &str) -> Option<&'static Media> {
    let (_, extension) = address.rsplit_once('.')?;
    MEDIA.iter().find(|media| media.extension == extension)
}
