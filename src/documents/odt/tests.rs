//! What the text promises, read with an XML parser and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use super::write;
use crate::documents::names::bookmarks;
use crate::documents::opened::{self, Element, named, whole};
use crate::documents::sample;
use crate::documents::sheet::{Dossier, FieldKind, Kind};
use crate::model::id::Lang;

fn part(dossier: &Dossier, name: &str) -> String {
    opened::parts(write(dossier)).remove(name).expect("the part")
}

fn content(dossier: &Dossier) -> Vec<Element> {
    opened::elements(&part(dossier, "content.xml"))
}

/// The names of fields that some elements bear, without what they begin with.
fn names(elements: &[Element], element: &str, attribute: &str, begin: &str) -> Vec<String> {
    let names =
        named(elements, element).filter_map(|found| found.get(attribute).strip_prefix(begin));
    names.map(str::to_owned).collect()
}

#[test]
fn the_same_dossier_gives_the_same_bytes() {
    assert_eq!(write(&sample::dossier()), write(&sample::dossier()));
}

#[test]
fn every_part_is_xml_and_declared() {
    let parts = opened::parts(write(&sample::dossier()));
    let manifest = opened::elements(&parts["META-INF/manifest.xml"]);
    let declared: BTreeSet<&str> =
        named(&manifest, "manifest:file-entry").map(|e| e.get("manifest:full-path")).collect();
    for (name, xml) in opened::xml_parts(write(&sample::dossier())) {
        opened::elements(&xml);
        assert!(declared.contains(&*name) || name.starts_with("META-INF"), "{name}");
    }
    assert_eq!(declared.len(), parts.len() - 1, "the whole, and neither itself nor its type");
}

#[test]
fn a_field_is_one_element() {
    let dossier = sample::dossier();
    let elements = content(&dossier);
    let mut found = names(&elements, "text:section", "text:name", "");
    found.retain(|name| name != "guide");
    found.extend(names(&elements, "text:bookmark", "text:name", ""));
    found.extend(names(&elements, "form:checkbox", "form:name", ""));
    found.sort();
    let mut asked = bookmarks(&dossier.fields());
    asked.sort();
    assert_eq!(found, asked);
}

#[test]
fn every_place_has_a_bookmark_that_other_formats_keep() {
    let dossier = sample::dossier();
    let elements = content(&dossier);
    let marks = ["text:bookmark", "text:bookmark-start"].into_iter();
    let mut found: Vec<String> =
        marks.flat_map(|name| names(&elements, name, "text:name", "f_")).collect();
    found.sort();
    let mut asked: Vec<String> =
        bookmarks(&dossier.fields()).iter().map(|name| name[2..].to_owned()).collect();
    asked.sort();
    assert_eq!(found, asked);
}

#[test]
fn a_list_offers_its_answers_after_a_prompt() {
    let dossier = sample::dossier();
    let elements = content(&dossier);
    for field in dossier.fields() {
        let FieldKind::Pick(offered) = field.kind else { continue };
        let (list, inside) = whole(&elements, "text:drop-down")
            .find(|(list, _)| list.get("text:name") == field.id)
            .expect("a list a field");
        let labels: Vec<&str> = inside.iter().map(|label| label.get("text:value")).collect();
        let offered = offered.iter().map(|(_, label)| label.as_str());
        assert!(std::iter::once("Choisissez").chain(offered).eq(labels), "{}", field.id);
        assert_eq!(list.text, "Choisissez");
    }
}

#[test]
fn a_box_has_its_drawing_and_says_what_it_ticks() {
    let dossier = sample::dossier();
    let elements = content(&dossier);
    let boxes: BTreeMap<&str, &str> = named(&elements, "form:checkbox")
        .map(|tick| (tick.get("xml:id"), tick.get("form:title")))
        .collect();
    let drawn: BTreeMap<&str, &str> = whole(&elements, "draw:control")
        .map(|(control, inside)| {
            let title = named(inside, "svg:title").next().expect("a title");
            (control.get("draw:control"), title.text.as_str())
        })
        .collect();
    assert_eq!(boxes, drawn);
    assert!(boxes.values().any(|title| *title == "Secteurs, HCR"));
}

#[test]
fn what_precedes_an_answer_is_known_by_its_style() {
    let elements = content(&sample::dossier());
    for (section, inside) in whole(&elements, "text:section") {
        if !section.get("text:name").starts_with("f_") {
            continue;
        }
        let styles: Vec<&str> = inside
            .iter()
            .filter(|element| matches!(&*element.name, "text:p" | "text:h"))
            .map(|element| element.get("text:style-name"))
            .skip_while(|style| {
                *style == "Heading_20_2" || super::names::LABEL_STYLES.contains(style)
            })
            .collect();
        let known = ["Answer", "Answer_20_text", "answer-kept"];
        let only = matches!(styles[..], [style] if known.contains(&style));
        assert!(only, "{}: {styles:?}", section.get("text:name"));
    }
}

#[test]
fn every_table_has_its_head_and_is_full() {
    let dossier = sample::dossier();
    let elements = content(&dossier);
    let mut seen = 0;
    for (table, inside) in whole(&elements, "table:table") {
        if !table.get("table:name").starts_with("t.") {
            continue;
        }
        seen += 1;
        assert!(named(inside, "table:title").any(|title| !title.text.is_empty()));
        let columns = named(inside, "table:table-column").count();
        let cells = |row: &[Element]| named(row, "table:table-cell").count();
        let heads: Vec<usize> =
            whole(inside, "table:table-header-rows").map(|(_, head)| cells(head)).collect();
        assert_eq!(heads, [columns]);
        assert!(whole(inside, "table:table-row").all(|(_, row)| cells(row) == columns));
    }
    assert_eq!(seen, 4, "partners, months, charges, resources");
}

#[test]
fn titles_go_down_one_level_at_a_time() {
    let dossier = sample::dossier();
    let elements = content(&dossier);
    let levels: Vec<u32> = named(&elements, "text:h")
        .map(|title| title.get("text:outline-level").parse().expect("a level"))
        .collect();
    assert_eq!(levels[0], 1);
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
    assert!(named(&elements, "text:h").all(|title| !title.text.is_empty()));
}

#[test]
fn the_table_of_contents_leads_to_every_part() {
    let dossier = sample::dossier();
    let elements = content(&dossier);
    let marks: BTreeSet<&str> =
        named(&elements, "text:bookmark-start").map(|mark| mark.get("text:name")).collect();
    let (_, index) = whole(&elements, "text:index-body").next().expect("a table of contents");
    let links: Vec<&str> = named(index, "text:a").map(|link| link.get("xlink:href")).collect();
    assert_eq!(links, ["#p.partie-1", "#p.partie-2"]);
    assert!(links.iter().all(|link| marks.contains(&link[1..])));
}

#[test]
fn the_language_is_said_where_it_changes() {
    let dossier = sample::right_to_left();
    let styles = opened::elements(&part(&dossier, "styles.xml"));
    let (_, default) = whole(&styles, "style:default-style").next().expect("a default");
    let text = named(default, "style:text-properties").next().expect("of text");
    assert_eq!((text.get("fo:language"), text.get("style:language-complex")), ("ar", "ar"));
    let elements = content(&dossier);
    let (_, french) = whole(&elements, "style:style")
        .find(|(style, _)| style.get("style:name") == "lang-fr")
        .expect("a style");
    assert_eq!(french[0].get("fo:language"), "fr");
    let marked = named(&elements, "text:span").filter(|s| s.get("text:style-name") == "lang-fr");
    let marked: Vec<&str> = marked.map(|span| span.text.as_str()).collect();
    assert_eq!(marked, ["Numéro SIRET", "14 chiffres."]);
}

#[test]
fn a_call_in_another_language_is_marked_in_the_header_too() {
    let mut dossier = sample::dossier();
    dossier.call.lang = Lang::new("en");
    let styles = opened::elements(&part(&dossier, "styles.xml"));
    let (_, header) = whole(&styles, "style:header").next().expect("a header");
    let marked = named(header, "text:span").find(|s| s.get("text:style-name") == "call");
    assert_eq!(marked.map(|span| &span.text), Some(&dossier.call.text));
}

#[test]
fn lines_go_from_right_to_left() {
    for (dossier, mode) in [(sample::dossier(), "lr-tb"), (sample::right_to_left(), "rl-tb")] {
        let styles = opened::elements(&part(&dossier, "styles.xml"));
        for name in ["style:page-layout-properties", "style:paragraph-properties"] {
            let first = named(&styles, name).next().expect("some");
            assert_eq!(first.get("style:writing-mode"), mode);
        }
        let elements = content(&dossier);
        let tables = named(&elements, "style:table-properties");
        assert!(tables.into_iter().all(|table| table.get("style:writing-mode") == mode));
    }
}

#[test]
fn the_file_says_which_dossier_it_is() {
    let dossier = sample::dossier();
    let meta = opened::elements(&part(&dossier, "meta.xml"));
    let own: Vec<(&str, &str)> = named(&meta, "meta:user-defined")
        .map(|property| (property.get("meta:name"), property.text.as_str()))
        .collect();
    let expected = [
        ("canevas-appel", "amige-2022"),
        ("canevas-region", "bretagne"),
        ("canevas-langue", "fr"),
        ("canevas-version", "3f9a1c2b"),
    ];
    assert_eq!(own, expected);
    let text = |name| named(&meta, name).next().map(|element| element.text.as_str());
    assert_eq!(text("dc:language"), Some("fr"));
    assert_eq!(text("meta:creation-date"), Some("2021-12-08T00:00:00"));
    let styles = opened::elements(&part(&dossier, "styles.xml"));
    assert_eq!(named(&styles, "style:footer").count(), 2);
    assert!(
        named(&styles, "style:footer").all(|footer| footer.text.starts_with(&dossier.footer)),
        "at the foot of every page"
    );
}

#[test]
fn what_a_team_writes_is_never_markup() {
    let mut dossier = sample::dossier();
    let hostile = "</text:p><text:section text:name=\"f_x\"> & \u{0}\u{b}\"'";
    for question in &mut dossier.parts[1].questions {
        question.label.text = hostile.to_owned();
        if let Kind::Table { columns, .. } = &mut question.kind {
            columns[0].label.text = hostile.to_owned();
        }
    }
    dossier.call.text = hostile.to_owned();
    dossier.footer = hostile.to_owned();
    for (_, xml) in opened::xml_parts(write(&dossier)) {
        opened::elements(&xml);
    }
    let sections = names(&content(&dossier), "text:section", "text:name", "f_");
    assert!(!sections.contains(&"x".to_owned()));
}

#[test]
fn the_text_is_as_it_was_accepted() {
    let xml = part(&sample::dossier(), "content.xml");
    let start = xml.find("<office:text>").expect("the text");
    let end = xml.find("</office:body>").expect("its end");
    opened::is_as_accepted(&xml[start..end], "dossier.odt.xml");
}

#[test]
fn runs_say_what_is_raised_and_their_language() {
    let mut dossier = sample::dossier();
    dossier.introduction = vec![sample::marked()];
    let content = part(&dossier, "content.xml");
    let raised = "<text:span text:style-name=\"Strong_20_Emphasis\">\
                  <text:span text:style-name=\"raised\">er</text:span></text:span>";
    let foreign = "<text:span text:style-name=\"lang-en\"> workshop</text:span>";
    assert!(content.contains(raised) && content.contains(foreign), "{content}");
    for style in ["raised", "lang-en"] {
        assert!(content.contains(&format!("<style:style style:name=\"{style}\"")), "{style}");
    }
}
