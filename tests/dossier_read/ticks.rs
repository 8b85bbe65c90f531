//! A box is ticked by its program, by a mark in its place, or by a mark beside it.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::answered::{dossier, filled, form, read, version};
use super::{fill, forms};

const BOXES: [&str; 4] = ["secteurs:agricole", "secteurs:autre", "exact", "rib"];
const TICKED: [&str; 7] = ["☒", "☑", "✓", "✔", "x", "X", "✔\u{fe0f}"];
const EMPTY: [&str; 4] = ["☐", "□", "", "\u{a0}"];

/// Each box is ticked by `mark` in turn, and only that one.
fn check(name: &str, is_ticked: bool, file: impl Fn(&str) -> Vec<u8>) {
    for id in BOXES {
        let read = read(name, &file(id), &[]);
        let ticked: BTreeMap<String, Value> =
            read.answers().into_iter().filter(|(_, answer)| *answer == json!(true)).collect();
        let expected: Vec<&str> = is_ticked.then_some(id).into_iter().collect();
        let found: Vec<&String> = ticked.keys().collect();
        assert_eq!(found, expected, "{name} {id}: {}", read.said.stderr);
    }
}

/// What a mark becomes in the place of the control of a field, whose bookmark stays.
fn flattened(id: &str, place: &str) -> Vec<u8> {
    let bytes = filled(0, &[("siret", "73282932000074")]);
    fill::changed(&bytes, "word/document.xml", |mut xml| {
        for other in BOXES {
            let tag = xml.find(&format!("<w:tag w:val=\"{other}\"/>")).expect("the box");
            let from = xml[..tag].rfind("<w:sdt>").expect("its start");
            let end = tag + xml[tag..].find("</w:sdt>").expect("its end") + "</w:sdt>".len();
            let run = if other == id { place } else { "<w:r><w:t>☐</w:t></w:r>" };
            xml.replace_range(from..end, run);
        }
        xml
    })
}

#[test]
fn a_mark_in_the_place_of_a_control_is_read() {
    let run = |mark: &str| format!("<w:r><w:t>{mark}</w:t></w:r>");
    for (marks, is_ticked) in [(&TICKED[..], true), (&EMPTY[..], false)] {
        for mark in marks {
            check("a.docx", is_ticked, |id| flattened(id, &run(mark)));
        }
    }
    let symbol = |code: &str| format!("<w:r><w:sym w:font=\"Wingdings\" w:char=\"{code}\"/></w:r>");
    check("a.docx", true, |id| flattened(id, &symbol("F0FE")));
    check("a.docx", false, |id| flattened(id, &symbol("F0A8")));
}

#[test]
fn a_mark_beside_a_box_is_read() {
    for (marks, is_ticked) in [(&TICKED[..], true), (&EMPTY[..], false)] {
        for mark in marks {
            let run = format!("<w:r><w:t>{mark}</w:t></w:r>");
            check("a.docx", is_ticked, |id| {
                let bytes = dossier("bretagne", "docx");
                fill::changed(&bytes, "word/document.xml", |xml| {
                    let tag = format!("<w:tag w:val=\"{id}\"/>");
                    let (before, after) = xml.split_once(&tag).expect("the box");
                    let end = "</w:sdt>";
                    format!("{before}{tag}{}", after.replacen(end, &format!("{end}{run}"), 1))
                })
            });
            check("a.odt", is_ticked, |id| {
                let bytes = dossier("bretagne", "odt");
                fill::changed(&bytes, "content.xml", |xml| {
                    let (_, control) =
                        xml.split_once(&format!("form:name=\"{}\"", fill::place(id))).expect("it");
                    let control = control.split("xml:id=\"").nth(1).expect("its id");
                    let control = control.split('"').next().expect("its id");
                    let shown = xml.find(&format!("draw:control=\"{control}\"")).expect("shown");
                    let end = "</draw:control>";
                    let (before, after) = xml.split_at(shown);
                    format!("{before}{}", after.replacen(end, &format!("{end}{mark}"), 1))
                })
            });
        }
    }
}

#[test]
fn a_mark_typed_in_a_form_is_read() {
    let version = version();
    let marks = [(&TICKED[..], true), (&EMPTY[..3], false), (&["Non", "Off", "0"][..], false)];
    for (marks, is_ticked) in marks {
        for mark in marks.iter().filter(|mark| **mark != "x") {
            check("a.pdf", is_ticked, |id| {
                forms::plain(&mut form(&[("siret", "73282932000074"), (id, mark)], &version))
            });
        }
    }
}
