//! What the workbook promises, read with an XML parser and nothing else.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::write;
use crate::documents::sheet::{Dossier, Kind};
use crate::documents::{names, opened, sample};

fn parts(dossier: &Dossier) -> BTreeMap<String, String> {
    opened::parts(write(dossier).expect("a workbook"))
}

fn sheet(dossier: &Dossier) -> String {
    parts(dossier).remove("xl/worksheets/sheet1.xml").expect("the sheet")
}

/// The text of each element of that name.
fn texts(xml: &str, name: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    let (mut texts, mut inside) = (Vec::new(), false);
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(start) if start.name().as_ref() == name.as_bytes() => {
                inside = true;
                texts.push(String::new());
            }
            Event::End(end) if end.name().as_ref() == name.as_bytes() => inside = false,
            Event::Text(text) if inside => {
                texts.last_mut().expect("it began").push_str(&text.decode().expect("UTF-8"));
            }
            Event::GeneralRef(reference) if inside => {
                let name = reference.decode().expect("UTF-8");
                texts.last_mut().expect("it began").extend(["&", &name, ";"]);
            }
            Event::Eof => return texts,
            _ => {}
        }
    }
}

#[test]
fn the_same_dossier_gives_the_same_bytes() {
    let written = || write(&sample::dossier()).expect("a workbook");
    assert_eq!(written(), written());
}

#[test]
fn every_part_is_well_formed() {
    for xml in parts(&sample::dossier()).values() {
        texts(xml, "none");
    }
}

#[test]
fn totals_and_checks_are_live_and_have_a_result() {
    let sheet = sheet(&sample::dossier());
    let formulas = texts(&sheet, "f");
    assert_eq!(formulas[0], "SUM($B$9:$B$10)");
    assert_eq!(formulas[1], "SUM($B$14:$B$15)");
    assert_eq!(formulas[2], "ROUND($B$11-$B$16,2)");
    assert!(formulas[3].starts_with("IF(COUNT($B$9:$B$10,$B$14:$B$15)=0,\"À remplir.\",IF(ROUND("));
    assert!(formulas[4].contains("SUM($B$14)&gt;$B$20"));
    assert!(formulas[5].contains("AND(N($B$10)&gt;0,TRIM($C$10)=\"\")"));
    assert_eq!(formulas.len(), 6);
    let results = sheet.matches("</f><v>0</v>").count();
    let said = sheet.matches("</f><v>À remplir.</v>").count();
    assert_eq!((results, said), (3, 3));
}

#[test]
fn cells_bear_the_names_of_their_fields() {
    let dossier = sample::dossier();
    let parts = parts(&dossier);
    let workbook = &parts["xl/workbook.xml"];
    let fields = dossier.fields();
    let names = names::bookmarks(&fields);
    let budget = fields.iter().zip(names).filter(|(field, _)| field.id.starts_with("budget:"));
    for (field, name) in budget {
        assert!(
            workbook.contains(&format!("name=\"{name}\">'Budget prévisionnel'!")),
            "{}",
            field.id
        );
    }
    assert!(workbook.contains("name=\"f_siret\">'Budget prévisionnel'!$B$5<"));
    assert!(workbook.contains("name=\"plafond\">'Budget prévisionnel'!$B$20<"));
}

#[test]
fn the_sheet_is_locked_but_for_what_is_filled() {
    let parts = parts(&sample::dossier());
    let sheet = &parts["xl/worksheets/sheet1.xml"];
    assert!(sheet.contains("<sheetProtection sheet=\"1\""));
    let formats = parts["xl/styles.xml"].split("<cellXfs").nth(1).expect("formats");
    let open: Vec<bool> =
        formats.split("<xf ").skip(1).map(|xf| xf.contains("<protection locked=\"0\"")).collect();
    let mut cells = Vec::new();
    for cell in sheet.split("<c r=\"").skip(1) {
        let place = cell.split('"').next().expect("a place");
        let style = cell.split("s=\"").nth(1).and_then(|rest| rest.split('"').next());
        let style: usize = style.expect("a style").parse().expect("a number");
        if open[style] {
            cells.push(place);
        }
    }
    assert_eq!(cells, ["B5", "B9", "B10", "C10", "B14", "B15"]);
}

#[test]
fn only_amounts_are_taken() {
    let sheet = sheet(&sample::dossier());
    let amounts = "<dataValidation type=\"decimal\" operator=\"greaterThanOrEqual\"";
    assert_eq!(sheet.matches(amounts).count(), 2);
    assert!(sheet.contains("error=\"Écrivez un montant en euros"));
    assert!(sheet.contains("error=\"300 caractères au plus\""));
}

#[test]
fn it_prints_on_a_page_with_its_head_repeated() {
    let parts = parts(&sample::dossier());
    assert!(
        parts["xl/workbook.xml"]
            .contains("Print_Titles\" localSheetId=\"0\">'Budget prévisionnel'!$7:$7<")
    );
    let sheet = &parts["xl/worksheets/sheet1.xml"];
    assert!(sheet.contains("<pane ySplit=\"7\""));
    assert!(sheet.contains("paperSize=\"9\"") && sheet.contains("fitToPage=\"1\""));
    assert!(
        sheet.contains("version 3f9a1c2b du 8 décembre 2021&amp;R&amp;8 Page &amp;P sur &amp;N")
    );
}

#[test]
fn it_says_which_dossier_it_is() {
    let dossier = sample::dossier();
    let parts = parts(&dossier);
    let core = &parts["docProps/core.xml"];
    assert!(core.contains("<dc:language>fr</dc:language>"));
    // As the other workbook is.
    let title = format!("<dc:title>{}</dc:title>", dossier.budget_name());
    assert!(title.contains("Budget prévisionnel en Bretagne – Appel"), "{title}");
    let other = opened::parts(crate::documents::ods::write(&dossier));
    assert!(core.contains(&title) && other["meta.xml"].contains(&title));
    assert!(core.contains(">2021-12-08T00:00:00Z</dcterms:created>"));
    let custom = &parts["docProps/custom.xml"];
    assert!(custom.contains("name=\"canevas-version\"><vt:lpwstr>3f9a1c2b<"));
}

#[test]
fn no_text_is_too_long_nor_too_strange() {
    let mut dossier = sample::dossier();
    let question = dossier.parts[1].questions.iter_mut().find(|q| q.id == "budget");
    let question = question.expect("a budget");
    question.label.text = "'[x]:*?/\\ \"𝄞\" & <".repeat(5000);
    if let Kind::Budget(budget) = &mut question.kind {
        budget.charges[0].label.text = "=1+1".repeat(20_000);
        budget.resources.clear();
    }
    dossier.words.budget.balanced = "\"".repeat(500);
    dossier.words.budget.not_an_amount = "é".repeat(500);
    dossier.footer = "&".repeat(500);
    dossier.right_to_left = true;
    let sheet = sheet(&dossier);
    assert!(sheet.contains("rightToLeft=\"1\""));
    // A side without a line adds the word "total", which is nothing, not itself.
    assert!(sheet.contains("<f>SUM($A$14)</f>"));
}
