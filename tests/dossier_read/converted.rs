//! A Word form that `LibreOffice` has saved as ODT: only its bookmarks and the state of its boxes are left.

use std::fmt::Write;

use serde_json::json;

use super::answered::{borrowed, dossier, filled, read, typed, understood};
use super::fill;

/// The body that `LibreOffice` 7.4 makes of the published Word form, filled.
fn body(answers: &[(&str, String)]) -> String {
    let mut ids = Vec::new();
    fill::changed(&dossier("bretagne", "docx"), "word/document.xml", |xml| {
        let tags = xml.split("<w:tag w:val=\"").skip(1);
        ids.extend(tags.filter_map(|tag| Some(tag.split_once('"')?.0.to_owned())));
        xml
    });
    let mut body = String::new();
    for id in ids {
        let answer = answers.iter().find(|(known, _)| *known == id).map(|(_, answer)| &**answer);
        let name = fill::place(&id);
        let is_box = id.starts_with("secteurs:") || id == "exact" || id == "rib";
        let (state, words) = match (is_box, answer) {
            (true, Some(_)) => (" loext:checkbox=\"true\" loext:checked=\"true\"", "☒".to_owned()),
            (true, None) => (" loext:checkbox=\"true\"", "☐".to_owned()),
            (false, answer) => ("", said(answer.unwrap_or("Votre réponse"))),
        };
        let _ = write!(
            body,
            "<text:p><text:bookmark-start text:name=\"{name}\"/>\
             <loext:content-control{state}>{words}<text:bookmark-end text:name=\"{name}\"/>\
             </loext:content-control></text:p>"
        );
    }
    body
}

/// Words in ODF, line by line.
fn said(words: &str) -> String {
    let escaped = words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    escaped.replace('\n', "<text:line-break/>")
}

/// The published ODT, whose text is `body`.
fn file(body: &str) -> Vec<u8> {
    fill::changed(&dossier("bretagne", "odt"), "content.xml", |xml| {
        let (before, rest) = xml.split_once("<office:text").expect("a text");
        let (open, rest) = rest.split_once('>').expect("a tag");
        let (_, after) = rest.rsplit_once("</office:text>").expect("its end");
        let loext =
            "xmlns:loext=\"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0\"";
        format!("{before}<office:text {loext}{open}>{body}</office:text>{after}")
    })
}

#[test]
fn every_answer_of_a_word_form_saved_as_odt_comes_back() {
    let read = read("a.odt", &file(&body(&typed())), &[]);
    assert_eq!(read.answers(), understood(), "{}", read.said.stderr);
}

#[test]
fn an_empty_form_saved_as_odt_has_no_answer() {
    let read = read("a.odt", &file(&body(&[])), &[]);
    assert!(read.answers().is_empty(), "{:?}", read.answers());
    assert_eq!(read.remarks(), [("vierge".to_owned(), String::new())]);
}

#[test]
fn a_mark_in_the_place_of_a_box_that_was_dissolved_is_read() {
    let whole = body(&[]);
    let start = whole.find("<loext:content-control loext:checkbox").expect("a box");
    let end = start + whole[start..].find("</loext:content-control>").expect("its end");
    let inside = whole[start..end].split_once('>').expect("a tag").1.replace('☐', "☒");
    let dissolved =
        format!("{}{inside}{}", &whole[..start], &whole[end + "</loext:content-control>".len()..]);
    let read = read("a.odt", &file(&dissolved), &[]);
    assert_eq!(read.answers().into_values().collect::<Vec<_>>(), [json!(true)]);
}

/// A part with another prefix for some namespace.
fn prefixed(bytes: &[u8], part: &str, from: &str, to: &str) -> Vec<u8> {
    fill::changed(bytes, part, |xml| {
        let xml = xml.replace(&format!("<{from}:"), &format!("<{to}:"));
        let xml = xml.replace(&format!("</{from}:"), &format!("</{to}:"));
        let xml = xml.replace(&format!(" {from}:"), &format!(" {to}:"));
        xml.replace(&format!("xmlns:{from}="), &format!("xmlns:{to}="))
    })
}

#[test]
fn a_prefix_may_be_another_one() {
    let typed = typed();
    let word = prefixed(&filled(0, &borrowed(&typed)), "word/document.xml", "w", "ns0");
    let word = prefixed(&word, "word/document.xml", "w14", "w");
    let open = prefixed(&filled(2, &borrowed(&typed)), "content.xml", "text", "t");
    let open = prefixed(&open, "meta.xml", "meta", "m");
    for (name, bytes) in [("a.docx", word), ("a.odt", open)] {
        let read = read(name, &bytes, &[]);
        assert_eq!(read.answers(), understood(), "{name}: {}", read.said.stderr);
        assert!(read.remarks().is_empty(), "{name}: {}", read.said.stderr);
    }
}

#[test]
fn a_text_of_one_file_is_read() {
    let bytes = filled(2, &borrowed(&typed()));
    let part = |name: &str| {
        let parts = crate::project::package::parts(&bytes);
        let (_, part) = parts.into_iter().find(|(known, _)| known == name).expect("the part");
        String::from_utf8(part).expect("UTF-8")
    };
    let inside = |xml: &str, name: &str| {
        let (_, rest) = xml.split_once(&format!("<{name}")).expect("the element");
        let (rest, _) = rest.rsplit_once(&format!("</{name}>")).expect("its end");
        rest.split_once('>').expect("a tag").1.to_owned()
    };
    let (meta, styles, content) = (part("meta.xml"), part("styles.xml"), part("content.xml"));
    let root = content.split_once("<office:document-content").expect("the root").1;
    let root = root.split_once('>').expect("a tag").0;
    let flat = format!(
        "\u{feff}<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document {root} {}>{}{}{}</office:document>",
        "xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\"",
        inside(&meta, "office:document-meta"),
        inside(&styles, "office:document-styles"),
        inside(&content, "office:document-content"),
    );
    let read = read("a.fodt", flat.as_bytes(), &[]);
    assert_eq!(read.answers(), understood(), "{}", read.said.stderr);
    assert!(read.remarks().is_empty(), "{}", read.said.stderr);
}

#[test]
fn what_nobody_sees_is_no_answer() {
    let word = fill::changed(&filled(0, &[("organisme", "Vu")]), "word/document.xml", |xml| {
        let hidden = "</w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t> caché</w:t></w:r></w:sdtContent>";
        let (before, after) = xml.split_once(">Vu</w:t>").expect("the answer");
        format!("{before}>Vu</w:t>{}", after.replacen("</w:r></w:sdtContent>", hidden, 1))
    });
    let open = fill::changed(&filled(2, &[("organisme", "Vu")]), "content.xml", |xml| {
        let style = "<style:style style:name=\"T9\" style:family=\"text\"><style:text-properties \
                     text:display=\"none\"/></style:style></office:automatic-styles>";
        let xml = xml.replacen("</office:automatic-styles>", style, 1);
        xml.replacen("Vu", "Vu<text:span text:style-name=\"T9\"> caché</text:span>", 1)
    });
    for (name, bytes) in [("a.docx", word), ("a.odt", open)] {
        assert_eq!(read(name, &bytes, &[]).answers()["organisme"], json!("Vu"), "{name}");
    }
}
