//! The kinds of files that may be attached: what their name ends in, and how their content begins.
//!
//! A table of our own: the list of what is allowed is short, and the same lines must say what else a content is.

use crate::model::attached::Family;

/// A kind of content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    Pdf,
    Rtf,
    /// Word, Excel and `PowerPoint` of before 2007.
    Ole,
    /// Office Open XML, by the folder of its main part.
    Ooxml(&'static str),
    /// Open Document, or EPUB, by its declared kind.
    Declared(&'static str),
    Zip,
    SevenZip,
    Png,
    Jpeg,
    Gif,
    Webp,
    Avif,
    Svg,
    Xml,
    Json,
    Calendar,
    Text,
}

const ODF: &str = "application/vnd.oasis.opendocument.";

/// What may be attached, by the end of its name.
const KINDS: [(&str, Family, Content); 32] = [
    ("pdf", Family::Documents, Content::Pdf),
    ("odt", Family::Documents, Content::Declared("text")),
    ("ott", Family::Documents, Content::Declared("text-template")),
    ("odg", Family::Documents, Content::Declared("graphics")),
    ("docx", Family::Documents, Content::Ooxml("word/")),
    ("dotx", Family::Documents, Content::Ooxml("word/")),
    ("doc", Family::Documents, Content::Ole),
    ("rtf", Family::Documents, Content::Rtf),
    ("txt", Family::Documents, Content::Text),
    ("epub", Family::Documents, Content::Declared("application/epub+zip")),
    ("ics", Family::Documents, Content::Calendar),
    ("ods", Family::Spreadsheets, Content::Declared("spreadsheet")),
    ("ots", Family::Spreadsheets, Content::Declared("spreadsheet-template")),
    ("xlsx", Family::Spreadsheets, Content::Ooxml("xl/")),
    ("xltx", Family::Spreadsheets, Content::Ooxml("xl/")),
    ("xls", Family::Spreadsheets, Content::Ole),
    ("odp", Family::Presentations, Content::Declared("presentation")),
    ("pptx", Family::Presentations, Content::Ooxml("ppt/")),
    ("ppt", Family::Presentations, Content::Ole),
    ("png", Family::Images, Content::Png),
    ("jpg", Family::Images, Content::Jpeg),
    ("jpeg", Family::Images, Content::Jpeg),
    ("gif", Family::Images, Content::Gif),
    ("webp", Family::Images, Content::Webp),
    ("avif", Family::Images, Content::Avif),
    ("svg", Family::Images, Content::Svg),
    ("zip", Family::Archives, Content::Zip),
    ("7z", Family::Archives, Content::SevenZip),
    ("csv", Family::Data, Content::Text),
    ("tsv", Family::Data, Content::Text),
    ("json", Family::Data, Content::Json),
    ("geojson", Family::Data, Content::Json),
];

/// Data in XML, whose elements are anybody's.
const XML: [&str; 3] = ["xml", "kml", "gpx"];

/// What a name says its file to be.
pub fn named(name: &str) -> Option<(Family, Content)> {
    let end = name.rsplit_once('.')?.1.to_lowercase();
    if XML.contains(&end.as_str()) {
        return Some((Family::Data, Content::Xml));
    }
    KINDS.iter().find(|(known, ..)| *known == end).map(|(_, family, content)| (*family, *content))
}

/// The ends of names that are accepted, for a message.
pub fn ends(families: &[Family]) -> String {
    let known = KINDS.iter().filter(|(_, family, _)| families.contains(family));
    let mut ends: Vec<&str> = known.map(|(end, ..)| *end).collect();
    if families.contains(&Family::Data) {
        ends.extend(XML);
    }
    ends.join(", ")
}

/// The beginnings of files, first the longest.
const BEGINNINGS: [(&[u8], &str); 18] = [
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Office 97"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"%PDF-", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"PK\x03\x04", "ZIP"),
    (b"PK\x05\x06", "ZIP"),
    (b"\x7fELF", "programme"),
    (b"\xfe\xed\xfa", "programme"),
    (b"\xcf\xfa\xed\xfe", "programme"),
    (b"\xca\xfe\xba\xbe", "programme"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x1f\x8b", "gzip"),
    (b"MZ", "programme"),
    (b"#!", "programme"),
];

/// The beginnings of texts that browsers or servers run.
const MARKUP: [(&str, &str); 6] = [
    ("<!doctype html", "HTML"),
    ("<html", "HTML"),
    ("<script", "HTML"),
    ("<?php", "PHP"),
    ("<svg", "SVG"),
    ("<?xml", "XML"),
];

/// What a content is, in a word for a message; nothing when it is some text or unknown.
pub fn found(bytes: &[u8]) -> &'static str {
    if let Some((_, kind)) = BEGINNINGS.iter().find(|(start, _)| bytes.starts_with(start)) {
        return kind;
    }
    let start = lower_start(bytes);
    MARKUP.iter().find(|(words, _)| start.starts_with(words)).map_or("", |(_, kind)| kind)
}

/// Whether a content is of a kind. What a browser could run in it is not looked for here.
pub fn is(content: Content, bytes: &[u8]) -> bool {
    let magic = |kind| found(bytes) == kind;
    match content {
        Content::Pdf => bytes.trim_ascii_start().starts_with(b"%PDF-"),
        Content::Rtf => magic("RTF"),
        Content::Ole => magic("Office 97"),
        Content::Ooxml(folder) => {
            magic("ZIP")
                && in_directory(bytes, "[Content_Types].xml")
                && in_directory(bytes, folder)
        }
        Content::Declared(kind) => magic("ZIP") && is_declared(bytes, kind),
        Content::Zip => magic("ZIP"),
        Content::SevenZip => magic("7z"),
        Content::Png => magic("PNG"),
        Content::Jpeg => magic("JPEG"),
        Content::Gif => magic("GIF"),
        Content::Webp => bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP"),
        Content::Avif => matches!(bytes.get(4..12), Some(b"ftypavif" | b"ftypavis")),
        Content::Svg | Content::Xml => lower_start(bytes).starts_with('<'),
        Content::Json => is_plain(bytes) && lower_start(bytes).starts_with(['{', '[']),
        Content::Calendar => is_plain(bytes) && lower_start(bytes).starts_with("begin:vcalendar"),
        Content::Text => is_plain(bytes),
    }
}

/// The first part of a zip says what the file is (ODF 1.3, part 2, 3.3; EPUB 3.3, 4.3).
fn is_declared(bytes: &[u8], kind: &str) -> bool {
    let declared = bytes.get(30..).and_then(|rest| rest.strip_prefix(b"mimetype"));
    declared.is_some_and(|declared| {
        let kind = kind.as_bytes();
        let declared = declared.strip_prefix(ODF.as_bytes()).unwrap_or(declared);
        // Then comes the head of the next part.
        declared.strip_prefix(kind).is_some_and(|rest| rest.starts_with(b"PK"))
    })
}

/// How much of the end of a zip holds its directory, in files of an office.
const DIRECTORY: usize = 1 << 20;

/// Whether the directory at the end of a zip has a name that begins so.
pub fn in_directory(bytes: &[u8], name: &str) -> bool {
    let end = &bytes[bytes.len().saturating_sub(DIRECTORY)..];
    end.windows(name.len()).any(|window| window == name.as_bytes())
}

/// A text that nothing runs: no byte that only programs write, but in UTF-16 with its mark.
fn is_plain(bytes: &[u8]) -> bool {
    let is_wide = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    let is_binary =
        |byte: &u8| *byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1a);
    found(bytes).is_empty() && (is_wide || !bytes.iter().any(is_binary))
}

/// The first characters, without mark and spaces, in lower case.
fn lower_start(bytes: &[u8]) -> String {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    String::from_utf8_lossy(&bytes[..bytes.len().min(64)]).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::{Content, KINDS, XML, ends, found, is, named};
    use crate::model::attached::Family;
    use crate::model::media;

    #[test]
    fn servers_know_every_kind() {
        for end in KINDS.map(|(end, ..)| end).into_iter().chain(XML) {
            assert!(media::of(&format!("a.{end}")).is_some(), "{end}");
        }
    }

    fn zip(first: &str, content: &str, other: &str) -> Vec<u8> {
        let head = [b"PK\x03\x04".as_slice(), &[0; 26]].concat();
        [&head, first.as_bytes(), content.as_bytes(), b"PK\x03\x04", other.as_bytes()].concat()
    }

    fn sample(content: Content) -> Vec<u8> {
        match content {
            Content::Pdf => b"%PDF-1.7\n".to_vec(),
            Content::Rtf => b"{\\rtf1 }".to_vec(),
            Content::Ole => b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 ".to_vec(),
            Content::Ooxml(folder) => zip("[Content_Types].xml", "x", &format!("{folder}x.xml")),
            Content::Declared(kind) if kind.contains('/') => zip("mimetype", kind, ""),
            Content::Declared(kind) => zip("mimetype", &format!("{}{kind}", super::ODF), ""),
            Content::Zip => zip("a.txt", "a", ""),
            Content::SevenZip => b"7z\xbc\xaf\x27\x1c".to_vec(),
            Content::Png => b"\x89PNG\r\n\x1a\n".to_vec(),
            Content::Jpeg => b"\xff\xd8\xff\xe0".to_vec(),
            Content::Gif => b"GIF89a".to_vec(),
            Content::Webp => b"RIFF\0\0\0\0WEBPVP8 ".to_vec(),
            Content::Avif => b"\0\0\0\x1cftypavif".to_vec(),
            Content::Svg => b"<svg/>".to_vec(),
            Content::Xml => b"<?xml version='1.0'?><a/>".to_vec(),
            Content::Json => b"\xef\xbb\xbf [1]".to_vec(),
            Content::Calendar => b"BEGIN:VCALENDAR\r\n".to_vec(),
            Content::Text => "a;é\r\n".as_bytes().to_vec(),
        }
    }

    #[test]
    fn each_kind_is_known_by_its_content_and_no_other_is() {
        for (end, _, content) in KINDS {
            assert!(is(content, &sample(content)), "{end}");
            for (other, _, made) in KINDS.iter().filter(|(_, _, made)| *made != content) {
                // Every document of an office is a zip; JSON and calendars are texts.
                let wider = matches!(
                    (content, made),
                    (Content::Zip, Content::Ooxml(_) | Content::Declared(_))
                        | (Content::Text, Content::Json | Content::Calendar)
                );
                assert_eq!(is(content, &sample(*made)), wider, ".{end} holding {other}");
            }
        }
    }

    #[test]
    fn what_browsers_and_servers_run_is_never_a_text() {
        for text in [
            "<!DOCTYPE html>",
            " \n<html>",
            "\u{feff}<script>",
            "<?php x",
            "#!/bin/sh",
            "MZ\0",
            "\x7fELF",
        ] {
            assert!(!is(Content::Text, text.as_bytes()), "{text:?}");
            assert!(!found(text.as_bytes()).is_empty(), "{text:?}");
        }
        assert!(is(Content::Pdf, b"\n%PDF-1.7"), "as some printers write");
        assert!(!is(Content::Text, b"a\0b"));
        assert!(is(Content::Text, b"\xff\xfea\0;\0"), "as spreadsheets write Unicode texts");
        assert!(is(Content::Text, b"caf\xe9;1\r\n"), "Latin-1");
    }

    #[test]
    fn a_name_says_its_kind_whatever_the_case() {
        assert_eq!(named("Carte.PDF"), Some((Family::Documents, Content::Pdf)));
        assert_eq!(named("a.b.kml"), Some((Family::Data, Content::Xml)));
        for name in ["x.html", "x.htm", "x.js", "web.config", "x.swf", "x", "x.docm"] {
            assert_eq!(named(name), None, "{name}");
        }
        assert_eq!(ends(&[Family::Archives]), "zip, 7z");
    }
}
