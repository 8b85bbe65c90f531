//! Files made to harm, or broken, each built here.

use std::io::{Cursor, Write};
use std::ops::Range;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::fill::changed;
use crate::project::package;

/// A name, bytes, and the code of the refusal.
pub type Case = (&'static str, Vec<u8>, &'static str);

/// Every case; `word` and `open` are filled dossiers.
pub fn files(word: &[u8], open: &[u8]) -> Vec<Case> {
    let mut cases = strangers();
    cases.extend(packages(word));
    cases.extend(documents(word, open));
    cases.extend(forms());
    cases
}

/// What is no dossier at all, whatever its name says.
fn strangers() -> Vec<Case> {
    let compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
    let holding = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [compound, &[0; 600][..], &name].concat()
    };
    let packed = |name: &str| package::of(&[(name.to_owned(), b"a".to_vec())]);
    let sheet = package::of(&[("xl/workbook.xml".to_owned(), b"<a/>".to_vec())]);
    vec![
        ("empty.odt", Vec::new(), "vide"),
        ("text.docx", b"Bonjour".to_vec(), "format-inconnu"),
        ("picture.pdf", b"\x89PNG\r\n\x1a\n".to_vec(), "image"),
        ("photo.docx", b"\xff\xd8\xff\xe0\0\x10JFIF".to_vec(), "image"),
        ("photo.heic", b"\0\0\0\x18ftypheic".to_vec(), "image"),
        ("rich.docx", b"{\\rtf1\\ansi Bonjour}".to_vec(), "rtf"),
        ("page.docx", b"\xef\xbb\xbf<!DOCTYPE HTML>\n<html>".to_vec(), "page-web"),
        ("apple.pages", packed("Index/Document.iwa"), "pages"),
        ("sent.docx", packed("Dossier/Mon dossier.docx"), "archive"),
        ("archive.odt", packed("a.txt"), "format-inconnu"),
        (
            "drawing.fodt",
            b"<office:document ><office:drawing/></office:document>".to_vec(),
            "format-inconnu",
        ),
        ("cut.fodt", b"<office:document ><office:text>".to_vec(), "xml-abime"),
        ("sheet.docx", sheet, "classeur"),
        ("old.docx", holding("WordDocument"), "ancien-word"),
        ("old.xls", holding("Workbook"), "classeur"),
        ("mail.msg", holding("__substg1.0_1000001F"), "format-inconnu"),
        ("locked.docx", holding("EncryptedPackage"), "chiffre"),
    ]
}

fn packages(word: &[u8]) -> Vec<Case> {
    let with = |name: &str, bytes: &[u8]| {
        let part = (name.to_owned(), bytes.to_vec());
        package::of(&[("word/document.xml".to_owned(), b"<w:document/>".to_vec()), part])
    };
    let many: Vec<(String, Vec<u8>)> =
        (0..1001).map(|rank| (format!("word/{rank}.xml"), Vec::new())).collect();
    let bomb = with("docProps/custom.xml", &vec![b' '; 40 << 20]);
    let double = replaced(&with("word/documenu.xml", b"<a/>"), b"documenu", b"document");
    let macros = "application/vnd.ms-word.document.macroEnabled.main+xml";
    vec![
        ("cut.docx", word[..word.len() / 2].to_vec(), "archive-abimee"),
        ("marked.docx", b"PK\x03\x04".to_vec(), "archive-abimee"),
        ("spoilt.docx", spoilt(word), "archive-abimee"),
        ("many.docx", package::of(&many), "archive-piegee"),
        ("bomb.docx", bomb.clone(), "archive-piegee"),
        ("lying-bomb.docx", lying(&bomb), "archive-abimee"),
        ("double.docx", double, "archive-piegee"),
        ("climbing.docx", with("../../etc/passwd", b"x"), "archive-piegee"),
        (
            "absolute.docx",
            replaced(&with("x/etc/passwd", b"x"), b"x/etc", b"//etc"),
            "archive-piegee",
        ),
        ("windows.docx", with("..\\..\\a.exe", b"x"), "archive-piegee"),
        ("macros.docx", with("word/vbaProject.bin", b"x"), "macros"),
        ("macros.odt", with("Basic/Standard/Module1.xml", b"x"), "macros"),
        ("scripts.odt", with("Scripts/python/a.py", b"x"), "macros"),
        ("macros.docm", with("[Content_Types].xml", macros.as_bytes()), "macros"),
        ("locked.zip.docx", locked(word), "chiffre"),
    ]
}

/// Parts of an honest package whose text is not.
fn documents(word: &[u8], open: &[u8]) -> Vec<Case> {
    let content = |text: String| changed(open, "content.xml", |_| text);
    let opened = |inside: &str| {
        content(format!("<office:document-content>{inside}</office:document-content>"))
    };
    let laughs = "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><a>&b;</a>";
    let deep = 100_000;
    let cell = "<w:sdt><w:sdtPr><w:tag w:val=\"organisme\"/></w:sdtPr></w:sdt>".repeat(30_000);
    let circles = format!("<w:tbl><w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl>");
    let sections = "<text:section text:name=\"f_organisme\">".repeat(150);
    let sections =
        format!("{sections}{}{}", "<text:p/>".repeat(300_000), "</text:section>".repeat(150));
    let locked = changed(open, "META-INF/manifest.xml", |xml| {
        xml.replacen("</manifest:manifest>", "<manifest:encryption-data/></manifest:manifest>", 1)
    });
    let external = "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>";
    vec![
        ("laughs.odt", content(laughs.to_owned()), "xml-piege"),
        ("external.odt", content(external.to_owned()), "xml-piege"),
        ("property.odt", changed(open, "meta.xml", |_| laughs.to_owned()), "xml-piege"),
        ("laughs.docx", changed(word, "word/document.xml", |_| laughs.to_owned()), "xml-piege"),
        ("entity.odt", opened("&secret;"), "xml-piege"),
        (
            "deep.odt",
            stored(open, "content.xml", &format!("{}{}", "<a>".repeat(deep), "</a>".repeat(deep))),
            "xml-piege",
        ),
        (
            "many.odt",
            stored(open, "content.xml", &format!("<a>{}</a>", "<b/>".repeat(1 << 21))),
            "xml-piege",
        ),
        ("sections.odt", stored(open, "content.xml", &sections), "xml-piege"),
        ("circles.docx", stored(word, "word/document.xml", &circles), "xml-piege"),
        ("open.odt", content("<a><b></a>".to_owned()), "xml-abime"),
        ("cut.odt", content("<a><b>".to_owned()), "xml-abime"),
        ("locked.odt", locked, "chiffre"),
        ("emptied.odt", opened("<text:p>Rien</text:p>"), "champs-perdus"),
        (
            "emptied.docx",
            changed(word, "word/document.xml", |_| "<w:document/>".to_owned()),
            "champs-perdus",
        ),
    ]
}

fn forms() -> Vec<Case> {
    let catalog = "1 0 obj << /Type /Catalog /AcroForm << /Fields [2 0 R] >> >> endobj\n";
    let form = |objects: &str| file(&format!("{catalog}{objects}"));
    let chain = each(2..60, |n| format!("{n} 0 obj << /T (a) /Kids [{} 0 R] >> endobj\n", n + 1));
    let chain = format!("{chain}60 0 obj << /T (a) /FT /Tx /V (x) >> endobj\n");
    let kids = "<< /T (a) /FT /Tx >> ".repeat(30_000);
    let nested = format!("2 0 obj {} endobj\n", "[".repeat(200_000));
    let dictionaries = format!("2 0 obj {} endobj\n", "<< /A ".repeat(200_000));
    let bomb = packed("/N 1 /First 4 /Type /ObjStm", &vec![b' '; 64 << 20]);
    let value = packed("", &vec![b'a'; 64 << 20]);
    let value = [&b"2 0 obj << /T (a) /FT /Tx /V 9 0 R >> endobj\n9 0 obj "[..], &value].concat();
    let list = "0 ".repeat(100_000);
    let index = each(10..5010, |n| format!("{n} 0 "));
    let circles = format!("{index}[{list}]");
    let circles =
        packed(&format!("/N 5000 /First {} /Type /ObjStm", index.len()), circles.as_bytes());
    let fields = each(10..5010, |n| format!("{n} 0 R "));
    let fields = format!("1 0 obj << /AcroForm << /Fields [{fields}] >> >> endobj\n8 0 obj ");
    let objects = each(0..310_000, |n| format!("{n} 0 obj\n"));
    vec![
        ("cut.pdf", b"%PDF-1.7\n1 0 obj <<".to_vec(), "pdf-abime"),
        ("noise.pdf", b"%PDF-1.7\n\0\xff\xfe".to_vec(), "pdf-abime"),
        ("scanned.pdf", file("1 0 obj << /Type /Catalog >> endobj\n"), "sans-formulaire"),
        ("flat.pdf", form(""), "sans-formulaire"),
        (
            "locked.pdf",
            replaced(
                &form("2 0 obj << /T (a) >> endobj\n"),
                b"<< /Root",
                b"<< /Encrypt 3 0 R /Root",
            ),
            "chiffre",
        ),
        ("loop.pdf", form("2 0 obj 3 0 R endobj\n3 0 obj 2 0 R endobj\n"), "pdf-piege"),
        ("deep-kids.pdf", form(&chain), "pdf-piege"),
        ("fields.pdf", form(&format!("2 0 obj << /T (b) /Kids [{kids}] >> endobj\n")), "pdf-piege"),
        ("arrays.pdf", form(&nested), "pdf-piege"),
        ("dictionaries.pdf", form(&dictionaries), "pdf-piege"),
        ("bomb.pdf", [form("8 0 obj ").as_slice(), &bomb].concat(), "pdf-piege"),
        ("value.pdf", [form("").as_slice(), &value].concat(), "pdf-piege"),
        ("circles.pdf", [file(&fields).as_slice(), &circles].concat(), "pdf-piege"),
        ("objects.pdf", form(&objects), "pdf-piege"),
        ("own-kid.pdf", form("2 0 obj << /T (a) /Kids [2 0 R] >> endobj\n"), "sans-formulaire"),
    ]
}

/// What `write` makes of each number.
fn each(numbers: Range<usize>, write: impl Fn(usize) -> String) -> String {
    numbers.map(write).collect::<Vec<String>>().concat()
}

/// A PDF of these objects, of which the first is the root.
fn file(objects: &str) -> Vec<u8> {
    format!("%PDF-1.7\ntrailer << /Root 1 0 R >>\n{objects}").into_bytes()
}

/// A stream, packed, as the body of an object.
fn packed(said: &str, bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).expect("memory");
    let bytes = encoder.finish().expect("memory");
    let head = format!("<< {said} /Filter /FlateDecode /Length {} >>\nstream\n", bytes.len());
    [head.as_bytes(), &bytes, b"\nendstream endobj\n"].concat()
}

/// A part put in the package as it is, so that its ratio says nothing.
fn stored(package: &[u8], part: &str, text: &str) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(package)).expect("a package");
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for rank in 0..archive.len() {
        let file = archive.by_index_raw(rank).expect("a part");
        if file.name().expect("UTF-8") != part {
            zip.raw_copy_file(file).expect("memory");
        }
    }
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    zip.start_file(part, options).expect("a new name");
    zip.write_all(text.as_bytes()).expect("memory");
    zip.finish().expect("memory").into_inner()
}

/// Bytes with every `from` made `to`.
fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut replaced = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at..].starts_with(from) {
            replaced.extend_from_slice(to);
            at += from.len();
        } else {
            replaced.push(bytes[at]);
            at += 1;
        }
    }
    replaced
}

/// The packed bytes of the largest part are noise.
fn spoilt(package: &[u8]) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(package)).expect("a package");
    let file = archive.by_name("word/document.xml").expect("the text");
    let from = usize::try_from(file.data_start().expect("known")).expect("small") + 40;
    drop(file);
    let mut bytes = package.to_vec();
    bytes[from..from + 200].fill(0x55);
    bytes
}

/// The places of the directory entries of a package, and of the heads of its parts.
fn heads(package: &[u8]) -> Vec<(usize, bool)> {
    let marks = package.windows(4).enumerate().filter_map(|(at, mark)| match mark {
        b"PK\x01\x02" => Some((at, true)),
        b"PK\x03\x04" => Some((at, false)),
        _ => None,
    });
    marks.collect()
}

/// Every part says that it takes a hundred bytes.
fn lying(package: &[u8]) -> Vec<u8> {
    let mut bytes = package.to_vec();
    for (at, directory) in heads(package) {
        let size = at + if directory { 24 } else { 22 };
        bytes[size..size + 4].copy_from_slice(&100_u32.to_le_bytes());
    }
    bytes
}

/// Every part says that it has a password.
fn locked(package: &[u8]) -> Vec<u8> {
    let mut bytes = package.to_vec();
    for (at, directory) in heads(package) {
        bytes[at + if directory { 8 } else { 6 }] |= 1;
    }
    bytes
}
