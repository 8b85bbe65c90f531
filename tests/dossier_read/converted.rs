//! A Word form that `LibreOffice` has saved as ODT: only its bookmarks and the state of its boxes are left.

use std::fmt::Write;

use serde_json::json;

use super::answered::{dossier, read, typed, understood};
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
