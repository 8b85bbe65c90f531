//! What people wrote outside the places of a file, and files that have lost the names of their places.

use serde_json::json;

use super::answered::{FILLERS, borrowed, dossier, filled, read, typed, understood};
use super::fill;

/// Every element of this name is taken away, but what it holds.
fn opened(xml: &str, name: &str) -> String {
    let mut left = String::new();
    let mut rest = xml;
    let (start, end) = (format!("<{name}"), format!("</{name}>"));
    while let Some(at) = rest.find(&start) {
        let after = &rest[at + start.len()..];
        left.push_str(&rest[..at]);
        let is_it = after.starts_with([' ', '>', '/']);
        let close = after.find('>').expect("the end of a tag") + 1;
        if !is_it {
            left.push_str(&rest[at..at + start.len() + close]);
        }
        rest = &after[close..];
    }
    (left + rest).replace(&end, "")
}

/// Every element of this name is taken away, with what it holds.
fn emptied(xml: &str, name: &str) -> String {
    let (start, end) = (format!("<{name}>"), format!("</{name}>"));
    let mut parts = xml.split(&start);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |left, part| left + part.split_once(&end).map_or(part, |(_, rest)| rest))
}

/// A Word file as programs leave it that know neither controls nor bookmarks.
fn flattened_word(bytes: &[u8]) -> Vec<u8> {
    fill::changed(bytes, "word/document.xml", |xml| {
        let controls: Vec<&str> = xml.split("<w:sdt>").collect();
        let ticked = controls.iter().map(|control| {
            let is_ticked = control.contains("<w14:checked w14:val=\"1\"/>");
            if is_ticked { control.replacen('☐', "☒", 1) } else { (*control).to_owned() }
        });
        let xml = ticked.collect::<Vec<String>>().join("<w:sdt>");
        let xml = emptied(&xml, "w:sdtPr");
        let wrappers = ["w:sdtContent", "w:sdt", "w:bookmarkStart", "w:bookmarkEnd", "w:tblHeader"];
        wrappers.iter().fold(xml, |xml, name| opened(&xml, name))
    })
}

/// An `OpenDocument` text whose sections are dissolved, and whose tables and bookmarks have lost their names.
fn flattened_open(bytes: &[u8]) -> Vec<u8> {
    fill::changed(bytes, "content.xml", |xml| {
        let wrappers =
            ["text:section", "text:bookmark", "text:bookmark-start", "text:bookmark-end"];
        let xml = wrappers.iter().fold(xml, |xml, name| opened(&xml, name));
        xml.replace("table:name=\"t.", "table:name=\"Tableau ")
    })
}

#[test]
fn every_answer_is_found_by_its_question_where_no_name_is_left() {
    let typed = typed();
    let files = [
        ("a.docx", flattened_word(&filled(0, &borrowed(&typed)))),
        ("a.odt", flattened_open(&filled(2, &borrowed(&typed)))),
    ];
    for (name, bytes) in files {
        let read = read(name, &bytes, &[]);
        assert_eq!(read.answers(), understood(), "{name}: {}", read.said.stderr);
        let codes: Vec<String> = read.remarks().into_iter().map(|(code, _)| code).collect();
        assert_eq!(codes, ["lue-par-son-titre"], "{name}: {}", read.said.stderr);
    }
}

#[test]
fn a_flattened_form_that_nobody_filled_has_no_answer() {
    let files = [
        ("a.docx", flattened_word(&dossier("bretagne", "docx"))),
        ("a.odt", flattened_open(&dossier("bretagne", "odt"))),
    ];
    for (name, bytes) in files {
        let read = read(name, &bytes, &[]);
        assert!(read.answers().is_empty(), "{name}: {:?}", read.answers());
        assert!(!read.said.stderr.contains("texte-en-trop"), "{name}: {}", read.said.stderr);
    }
}

/// The paragraph `words` is put before the label of a question, which is after the answer of another.
fn put_before(rank: usize, bytes: &[u8], label: &str, words: &str) -> Vec<u8> {
    let (part, start, paragraph) = match FILLERS[rank].0 {
        "odt" => {
            let paragraph = format!("<text:p text:style-name=\"Standard\">{words}</text:p>");
            ("content.xml", "<text:section ", paragraph)
        }
        _ => {
            let paragraph = format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>");
            ("word/document.xml", "<w:p>", paragraph)
        }
    };
    fill::changed(bytes, part, |mut xml| {
        let at = xml.find(&format!("{label}<")).expect("the label");
        let at = xml[..at].rfind(start).expect("its paragraph");
        xml.insert_str(at, &paragraph);
        xml
    })
}

#[test]
fn what_is_typed_below_a_place_is_read_or_said() {
    for rank in 0..FILLERS.len() {
        // The place of the name is filled, that of the number is not.
        let filled = filled(rank, &[("organisme", "Avant"), ("besoin", "12")]);
        let bytes = put_before(rank, &filled, "Numéro SIRET", "Suite du nom");
        let bytes = put_before(rank, &bytes, "Forme juridique", "732 829 320 00074");
        let read = read("a", &bytes, &[]);
        assert_eq!(read.answers()["organisme"], json!("Avant"), "{rank}");
        assert_eq!(read.answers()["siret"], json!("73282932000074"), "{rank}");
        let said = |code: &str, place: &str| {
            let said = (code.to_owned(), place.to_owned());
            assert!(read.remarks().contains(&said), "{rank}: {said:?} in {}", read.said.stderr);
        };
        said("texte-en-trop", "1.1 Nom de l’organisme");
        said("hors-de-place", "1.2 Numéro SIRET");
        assert!(read.said.stderr.contains("« Suite du nom »"), "{rank}: {}", read.said.stderr);
    }
}

#[test]
fn what_is_typed_beside_a_control_is_said() {
    let bytes = fill::changed(&filled(0, &[("organisme", "Dans")]), "word/document.xml", |xml| {
        let (before, after) = xml.split_once(">Dans<").expect("the answer");
        let beside = "</w:sdt><w:r><w:t> à côté</w:t></w:r>";
        format!("{before}>Dans<{}", after.replacen("</w:sdt>", beside, 1))
    });
    let read = read("a.docx", &bytes, &[]);
    assert_eq!(read.answers()["organisme"], json!("Dans"));
    assert!(read.said.stderr.contains("« à côté »"), "{}", read.said.stderr);
}

#[test]
fn a_question_that_lost_its_style_is_no_answer() {
    let bytes = fill::changed(&filled(2, &[("organisme", "Réponse")]), "content.xml", |xml| {
        let at = xml.find("f_organisme").expect("the section");
        let (before, after) = xml.split_at(at);
        let end = after.find("</text:section>").expect("its end");
        let section =
            after[..end].replace("<text:h ", "<text:p ").replace("</text:h>", "</text:p>");
        let section =
            section.replace("\"Heading_20_2\"", "\"Standard\"").replace("\"Help\"", "\"Standard\"");
        format!("{before}{section}{}", &after[end..])
    });
    assert_eq!(read("a.odt", &bytes, &[]).answers()["organisme"], json!("Réponse"));
}

#[test]
fn an_answer_typed_over_its_help_is_kept() {
    let bytes = fill::changed(&dossier("bretagne", "odt"), "content.xml", |xml| {
        let at = xml.find("f_organisme").expect("the section");
        let (before, after) = xml.split_at(at);
        let help = after.find("\"Help\">").expect("the help") + "\"Help\">".len();
        let end = help + after[help..].find('<').expect("its end");
        format!("{before}{} Ma réponse{}", &after[..end], &after[end..])
    });
    assert_eq!(read("a.odt", &bytes, &[]).answers()["organisme"], json!("Ma réponse"));
}

#[test]
fn what_is_typed_in_the_head_of_a_row_is_said() {
    for (rank, part, before) in [(0, "word/document.xml", ">Mois 1"), (2, "content.xml", ">Mois 1")]
    {
        let bytes = filled(rank, &[("organisme", "A")]);
        let bytes = fill::changed(&bytes, part, |xml| xml.replacen(before, ">Mois 1 : tout", 1));
        let read = read("a", &bytes, &[]);
        let said = ("texte-en-trop".to_owned(), "2.4 Mois par mois".to_owned());
        assert!(read.remarks().contains(&said), "{rank}: {}", read.said.stderr);
        assert!(read.said.stderr.contains("« Mois 1 : tout »"), "{rank}: {}", read.said.stderr);
    }
}

#[test]
fn labels_of_another_version_are_no_news() {
    for (rank, part) in [(0, "word/document.xml"), (2, "content.xml")] {
        let bytes = filled(rank, &[("organisme", "A")]);
        let bytes = fill::changed(&bytes, part, |xml| xml.replace("(obligatoire)", "(requis)"));
        let said = read("a", &bytes, &[]).said.stderr;
        assert!(said.contains("texte-en-trop"), "{rank}: {said}");
        let version = super::answered::version();
        let meta = if rank == 0 { "docProps/custom.xml" } else { "meta.xml" };
        let old = fill::changed(&bytes, meta, |xml| xml.replace(&version, "00000000"));
        let said = read("a", &old, &[]).said.stderr;
        assert!(!said.contains("texte-en-trop"), "{rank}: {said}");
    }
}
