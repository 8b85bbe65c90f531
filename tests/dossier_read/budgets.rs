//! Budget workbooks beside their dossiers.

use std::fs;

use super::answered::{filled, published};
use super::fill::changed;

const SIRET: &str = "00010000100007";

/// The published budget workbook of a region.
fn budget(extension: &str) -> Vec<u8> {
    let name = format!("public/fr/bretagne/amige-2022/budget-amige-2022-bretagne-fr.{extension}");
    fs::read(published().root.join(name)).expect("published")
}

/// An XLSX budget as Excel saves it: a value in each named cell.
fn xlsx(values: &[(&str, &str)]) -> Vec<u8> {
    let bytes = budget("xlsx");
    let mut names = String::new();
    changed(&bytes, "xl/workbook.xml", |xml| {
        names.clone_from(&xml);
        xml
    });
    changed(&bytes, "xl/worksheets/sheet1.xml", |mut xml| {
        for (name, value) in values {
            let place = names.split(&format!("name=\"{name}\"")).nth(1).expect("a defined name");
            let place = place.split('<').next().expect("its reference");
            let place = place.split('$').take(3).skip(1).collect::<String>();
            let place: String = place.chars().filter(char::is_ascii_alphanumeric).collect();
            let cell = format!("<c r=\"{place}\"");
            let at = xml.find(&cell).unwrap_or_else(|| panic!("no {cell}"));
            let end = at + xml[at..].find("/>").expect("an empty cell");
            let kind = if value.len() == 14 { " t=\"str\"" } else { "" };
            xml.replace_range(end..end + 2, &format!("{kind}><v>{value}</v></c>"));
        }
        xml
    })
}

fn read(files: &[(&str, &[u8])]) -> (crate::project::Said, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("in the folder")).expect("a free name");
        fs::write(path, bytes).expect("writable");
    }
    let path = folder.path().to_str().expect("a plain name").to_owned();
    let said = published().run(["dossier", "read", &path]);
    (said, folder)
}

fn dossier(siret: &str) -> Vec<u8> {
    filled(2, &[("siret", siret), ("budget:charges:humaines", "50000"), ("organisme", "A")])
}

#[test]
fn a_workbook_that_says_the_same_is_not_remarked() {
    let same = xlsx(&[("f_siret", SIRET), ("f_budget_charges_humaines", "50000")]);
    let (said, _folder) = read(&[("a.odt", &dossier(SIRET)), ("b.xlsx", &same)]);
    assert_eq!(said.status, Some(0), "{}", said.stderr);
    assert!(!said.stderr.contains("budget-"), "{}", said.stderr);
    assert!(said.stderr.ends_with("1 dossier lu.\n1 classeur de budget lu.\n"), "{}", said.stderr);
}

#[test]
fn what_differs_is_said_line_by_line() {
    let other = xlsx(&[
        ("f_siret", SIRET),
        ("f_budget_charges_humaines", "40000.5"),
        ("f_budget_ressources_aide", "40000.5"),
    ]);
    let (said, _folder) = read(&[("a.odt", &dossier(SIRET)), ("b.xlsx", &other)]);
    let sentence = "b.xlsx donne 2 autres montants que le dossier : ";
    assert!(said.stderr.contains(sentence), "{}", said.stderr);
    assert!(said.stderr.contains("Charges, Salaires ; "), "{}", said.stderr);
}

#[test]
fn a_workbook_goes_with_the_dossier_beside_it() {
    let other = "00020000200005";
    let unnamed = xlsx(&[("f_budget_charges_humaines", "1")]);
    let (own, foreign) = (dossier(SIRET), dossier(other));
    let strange = xlsx(&[("f_siret", "00030000300003"), ("f_budget_charges_humaines", "50000")]);
    let (said, _folder) = read(&[
        ("dupont/dossier.odt", &own),
        ("dupont/budget.xlsx", &unnamed),
        ("durand/dossier.odt", &foreign),
        ("durand/budget.xlsx", &strange),
        ("seul/budget.xlsx", &unnamed),
    ]);
    let remarked = |code: &str| said.stderr.matches(code).count();
    assert_eq!(remarked("[budget-different]"), 1, "{}", said.stderr);
    assert_eq!(remarked("[budget-autre-siret]"), 1, "{}", said.stderr);
    assert_eq!(remarked("[budget-sans-dossier]"), 1, "{}", said.stderr);
}

#[test]
fn a_blank_ods_is_a_budget_and_another_workbook_is_none() {
    let (said, _folder) = read(&[("a.odt", &dossier(SIRET)), ("b.ods", &budget("ods"))]);
    assert!(said.stderr.contains("1 classeur de budget lu"), "{}", said.stderr);
    assert!(said.stderr.contains("[budget-different]"), "{}", said.stderr);
    let foreign = changed(&budget("xlsx"), "xl/workbook.xml", |xml| xml.replace("\"f_", "\"g_"));
    let (said, _folder) = read(&[("a.odt", &dossier(SIRET)), ("b.xlsx", &foreign)]);
    assert_eq!(said.status, Some(1));
    assert!(said.stderr.contains("erreur[classeur]"), "{}", said.stderr);
}

#[test]
fn a_workbook_made_to_harm_is_refused_at_once() {
    let far = "<c r=\"ZZZ99999999\"><v>1</v></c>";
    let bytes = changed(&budget("xlsx"), "xl/worksheets/sheet1.xml", |xml| {
        xml.replace("</sheetData>", &format!("<row r=\"99999999\">{far}</row></sheetData>"))
    });
    let cell = "<table:table-cell table:number-columns-repeated=\"99999999999\" office:value-type=\
                \"float\" office:value=\"1\"/>";
    let row = format!(
        "<table:table-row table:number-rows-repeated=\"99999999999\">{cell}</table:table-row>"
    );
    let repeated = changed(&budget("ods"), "content.xml", |xml| {
        xml.replacen("</table:table>", &format!("{row}</table:table>"), 1)
    });
    for (name, bytes) in [("b.xlsx", bytes), ("b.ods", repeated)] {
        let (said, _folder) = read(&[(name, &bytes)]);
        assert_eq!(said.status, Some(1), "{}", said.stderr);
        assert!(said.stderr.contains("erreur[xml-piege]"), "{name}: {}", said.stderr);
    }
}
