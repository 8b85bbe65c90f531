//! What the document promises, read with an XML parser and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use super::write;
use crate::documents::opened::{self, Element, elements};
use crate::documents::sheet::{Dossier, Field, Part, Phrase};
use crate::documents::{names, sample};
use crate::model::id::Lang;

fn parts(dossier: &Dossier) -> BTreeMap<String, String> {
    opened::parts(write(dossier))
}

fn part(dossier: &Dossier, name: &str) -> String {
    parts(dossier).remove(name).expect("the part")
}

fn body(dossier: &Dossier) -> Vec<Element> {
    elements(&part(dossier, "word/document.xml"))
}

/// The values of an attribute, wherever an element of that name stands.
fn values<'e>(elements: &'e [Element], name: &str, attribute: &str) -> Vec<&'e str> {
    let named = elements.iter().filter(|element| element.name == name);
    named.map(|element| element.get(attribute)).collect()
}

/// What stands inside the element of that rank.
fn inside(elements: &[Element], rank: usize) -> &[Element] {
    let rest = &elements[rank + 1..];
    let end = rest.iter().position(|element| element.depth <= elements[rank].depth);
    &rest[..end.unwrap_or(rest.len())]
}

fn ranks<'e>(elements: &'e [Element], name: &'e str) -> impl Iterator<Item = usize> + 'e {
    (0..elements.len()).filter(move |rank| elements[*rank].name == name)
}

/// A dossier long enough for a table of contents.
fn long() -> Dossier {
    let mut dossier = sample::dossier();
    for number in 3..=5 {
        let id = format!("partie-{number}");
        let title = Phrase { text: format!("Partie {number}"), lang: None };
        dossier.parts.push(Part {
            id,
            number,
            title,
            condition: Vec::new(),
            introduction: Vec::new(),
            questions: Vec::new(),
        });
    }
    dossier
}

#[test]
fn the_same_dossier_gives_the_same_bytes() {
    assert_eq!(write(&sample::dossier()), write(&sample::dossier()));
}

#[test]
fn every_part_is_well_formed_and_declared() {
    let parts = parts(&sample::dossier());
    for xml in parts.values() {
        elements(xml);
    }
    let declared = elements(&parts["[Content_Types].xml"]);
    let declared: BTreeSet<&str> = values(&declared, "Override", "PartName").into_iter().collect();
    let kept = parts.keys().filter(|name| !name.contains(".rels") && !name.starts_with('['));
    let kept: BTreeSet<String> = kept.map(|name| format!("/{name}")).collect();
    assert_eq!(declared, kept.iter().map(String::as_str).collect());
}

#[test]
fn every_relationship_leads_somewhere() {
    let parts = parts(&sample::dossier());
    let relations = elements(&parts["word/_rels/document.xml.rels"]);
    let known: BTreeSet<&str> = values(&relations, "Relationship", "Id").into_iter().collect();
    let body = elements(&parts["word/document.xml"]);
    let used: BTreeSet<&str> = body.iter().map(|e| e.get("r:id")).collect();
    for id in used.into_iter().filter(|id| !id.is_empty()) {
        assert!(known.contains(id), "{id}");
    }
    let links: Vec<&str> = values(&relations, "Relationship", "TargetMode");
    assert_eq!(links.iter().filter(|mode| **mode == "External").count(), 2);
}

#[test]
fn each_field_has_one_control_and_one_bookmark() {
    for dossier in [sample::dossier(), sample::of_each_kind()] {
        check_controls(&dossier);
    }
}

fn check_controls(dossier: &Dossier) {
    let body = body(dossier);
    let fields = dossier.fields();
    let ids: Vec<&str> = fields.iter().map(|field| field.id.as_str()).collect();
    // A long title keeps its end: see `titles_and_tags_are_short_enough_for_word`.
    let titles = values(&body, "w:alias", "w:val");
    let said =
        |(title, field): (&&str, &Field)| field.label.ends_with(title.trim_start_matches('…'));
    assert!(titles.iter().zip(&fields).all(said), "{titles:?}");
    let controls: BTreeSet<&str> = values(&body, "w:tag", "w:val").into_iter().collect();
    assert_eq!(controls, ids.iter().copied().collect());
    assert_eq!(ranks(&body, "w:sdt").count(), ids.len());

    let names = values(&body, "w:bookmarkStart", "w:name");
    let distinct: BTreeSet<&str> = names.iter().copied().collect();
    assert_eq!(distinct.len(), names.len());
    assert!(names.iter().all(|name| name.len() <= 40));
    for (field, name) in ids.iter().zip(names::bookmarks(&fields)) {
        let mark = body.iter().position(|e| e.get("w:name") == name).expect("a bookmark");
        assert_eq!(body[mark + 1].name, "w:sdt");
        assert_eq!(values(inside(&body, mark + 1), "w:tag", "w:val"), [*field]);
    }
    let started: BTreeSet<&str> = values(&body, "w:bookmarkStart", "w:id").into_iter().collect();
    let ended: BTreeSet<&str> = values(&body, "w:bookmarkEnd", "w:id").into_iter().collect();
    assert_eq!(started, ended);
}

#[test]
fn a_control_says_its_properties_in_the_order_of_the_schema() {
    const ORDER: [&str; 8] = [
        "w:alias",
        "w:tag",
        "w:lock",
        "w:showingPlcHdr",
        "w:date",
        "w:dropDownList",
        "w:richText",
        "w14:checkbox",
    ];
    let body = body(&sample::dossier());
    for rank in ranks(&body, "w:sdtPr") {
        let depth = body[rank].depth + 1;
        let said = inside(&body, rank).iter().filter(|element| element.depth == depth);
        let places: Vec<usize> = said
            .map(|e| ORDER.iter().position(|name| *name == e.name).expect("a known property"))
            .collect();
        assert!(places.is_sorted() && places.len() > 3, "{places:?}");
    }
}

#[test]
fn titles_and_tags_are_short_enough_for_word() {
    let mut dossier = sample::dossier();
    dossier.parts[1].questions[1].label.text = "x".repeat(80);
    let id = format!("question-{}", "longue-".repeat(10));
    dossier.parts[0].questions[1].id = id.trim_end_matches('-').to_owned();
    let body = body(&dossier);
    let titles = values(&body, "w:alias", "w:val");
    assert!(titles.iter().all(|title| title.chars().count() <= 64));
    assert!(titles.contains(&format!("…{}, Ligne 2, Nom", "x".repeat(49)).as_str()));
    let tags = values(&body, "w:tag", "w:val");
    assert!(tags.contains(&"f_question_longue_longue_longue_l_0"));
}

#[test]
fn every_table_has_a_caption_and_repeats_its_head() {
    let dossier = sample::dossier();
    let body = body(&dossier);
    let mut tables = 0;
    for rank in ranks(&body, "w:tbl") {
        let table = inside(&body, rank);
        let rows: Vec<usize> = ranks(table, "w:tr").collect();
        let headed = rows.iter().map(|row| inside(table, *row));
        let headed: Vec<bool> =
            headed.map(|row| row.iter().any(|e| e.name == "w:tblHeader")).collect();
        let caption = values(table, "w:tblCaption", "w:val")[0];
        // Each row of the frame has its own head.
        assert_eq!(headed[0], caption != dossier.frame.title, "{caption}");
        assert!(headed[1..].iter().all(|head| !head) && !caption.is_empty());
        tables += 1;
    }
    assert_eq!(tables, 5);
}

#[test]
fn every_style_is_defined() {
    for dossier in [sample::dossier(), long()] {
        let parts = parts(&dossier);
        let styles = elements(&parts["word/styles.xml"]);
        let defined: BTreeSet<&str> = values(&styles, "w:style", "w:styleId").into_iter().collect();
        for name in ["word/document.xml", "word/header.xml", "word/footer.xml"] {
            let part = elements(&parts[name]);
            for kind in ["w:pStyle", "w:rStyle", "w:tblStyle"] {
                for style in values(&part, kind, "w:val") {
                    assert!(defined.contains(style), "{style}");
                }
            }
        }
    }
}

#[test]
fn a_label_stays_with_its_answer() {
    let parts = parts(&sample::dossier());
    let styles = elements(&parts["word/styles.xml"]);
    for style in ["Heading1", "Heading2", "Help", "FieldLabel", "TableHead", "TickNext"] {
        let rank = styles.iter().position(|e| e.get("w:styleId") == style).expect("a style");
        assert!(inside(&styles, rank).iter().any(|e| e.name == "w:keepNext"), "{style}");
    }
}

#[test]
fn only_a_long_dossier_has_a_table_of_contents() {
    let links = |dossier: &Dossier| -> Vec<String> {
        let body = body(dossier);
        let names: BTreeSet<&str> =
            values(&body, "w:bookmarkStart", "w:name").into_iter().collect();
        let links = values(&body, "w:hyperlink", "w:anchor");
        let links = links.into_iter().filter(|anchor| !anchor.is_empty());
        links.inspect(|anchor| assert!(names.contains(anchor))).map(str::to_owned).collect()
    };
    assert!(links(&sample::dossier()).is_empty());
    assert_eq!(links(&long()).len(), 5);
    // Each has its page.
    let marks = body(&long());
    let marks = values(&marks, "w:fldChar", "w:fldCharType");
    assert_eq!(marks, ["begin", "separate", "end"].repeat(5));
}

#[test]
fn languages_are_said() {
    let mut dossier = sample::dossier();
    dossier.lang = Lang::new("en").expect("a language");
    dossier.parts[0].title.lang = Lang::new("fr");
    let parts = parts(&dossier);
    assert!(parts["docProps/core.xml"].contains("<dc:language>en</dc:language>"));
    assert!(parts["docProps/custom.xml"].contains("<vt:lpwstr>en</vt:lpwstr>"));
    assert!(parts["word/styles.xml"].contains("<w:lang w:val=\"en-GB\"/>"));
    let title = "<w:rPr><w:lang w:val=\"fr-FR\"/></w:rPr>\
                 <w:t xml:space=\"preserve\">Qui candidate</w:t>";
    assert!(parts["word/document.xml"].contains(title));
}

#[test]
fn a_dossier_may_be_read_from_right_to_left() {
    let mut dossier = sample::dossier();
    dossier.lang = Lang::new("ar").expect("a language");
    dossier.right_to_left = true;
    let parts = parts(&dossier);
    assert!(parts["word/styles.xml"].contains("<w:lang w:bidi=\"ar\"/>"));
    let body = elements(&parts["word/document.xml"]);
    assert_eq!(ranks(&body, "w:bidiVisual").count(), ranks(&body, "w:tbl").count());
    assert_eq!(ranks(&body, "w:bidi").count(), 1);
}

/// The golden XML of one field, and of the identity.
#[test]
fn a_field_and_the_identity_are_written_so() {
    let parts = parts(&sample::dossier());
    let field = "<w:p><w:pPr><w:pStyle w:val=\"AnswerShort\"/></w:pPr>\
        <w:bookmarkStart w:id=\"1\" w:name=\"f_siret\"/><w:sdt><w:sdtPr>\
        <w:alias w:val=\"Numéro SIRET\"/><w:tag w:val=\"siret\"/><w:lock w:val=\"sdtLocked\"/>\
        <w:showingPlcHdr/><w:richText/></w:sdtPr><w:sdtContent><w:r><w:rPr>\
        <w:rStyle w:val=\"PlaceholderText\"/></w:rPr>\
        <w:t xml:space=\"preserve\">Votre réponse</w:t></w:r></w:sdtContent></w:sdt>\
        <w:bookmarkEnd w:id=\"1\"/></w:p>";
    assert!(parts["word/document.xml"].contains(field));
    let version = "<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"5\" \
        name=\"canevas-version\"><vt:lpwstr>3f9a1c2b</vt:lpwstr></property>";
    assert!(parts["docProps/custom.xml"].contains(version));
    assert!(parts["word/footer.xml"].contains("version 3f9a1c2b du 8 décembre 2021"));
}

#[test]
fn runs_say_what_is_raised_and_their_language() {
    let mut dossier = sample::dossier();
    dossier.introduction = vec![sample::marked()];
    let body = &parts(&dossier)["word/document.xml"];
    let raised = "<w:rPr><w:rStyle w:val=\"Strong\"/><w:vertAlign w:val=\"superscript\"/></w:rPr>\
                  <w:t xml:space=\"preserve\">er</w:t>";
    let foreign =
        "<w:rPr><w:lang w:val=\"en-GB\"/></w:rPr><w:t xml:space=\"preserve\"> workshop</w:t>";
    assert!(body.contains(raised) && body.contains(foreign), "{body}");
}
