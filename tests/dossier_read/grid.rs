//! The grid of a workbook: filled, kept when dossiers are read again, and made results and letters of.

use std::fs;
use std::path::PathBuf;

use super::fill::{self, Typed};
use crate::project::{Project, Said, package, said};

const CALL: &str = r#"
subventions: { de_minimis: true }
instruction:
  notation: { de: 0, a: 5 }
  criteres:
    - { id: emploi, libelle: { fr: "Emplois durables" }, poids: 3, eliminatoire: 2, aide: "Comptez les CDI.", questions: [projet] }
    - { id: budget, libelle: { fr: "Budget" }, poids: 1, notation: { de: 0, a: 20 } }
  departage: [budget, date-de-reception]
  minimum: 40
"#;

const FORM: &str = r#"
roles: { organisme: nom, projet: projet }
parties:
  - id: candidat
    titre: { fr: "Qui candidate", en: "Who applies" }
    questions:
      - { id: nom, type: texte, libelle: { fr: "Nom", en: "Name" }, obligatoire: true }
      - { id: siret, type: siret, libelle: { fr: "SIRET", en: "SIRET" } }
      - { id: projet, type: texte-long, libelle: { fr: "Projet", en: "Project" }, maximum: 5000 }
"#;

const REGION: &str = r#"statut: publie
calendrier:
  decision: { genre: notification, date: 2022-02-15, libelle: { fr: "Résultats", en: "Results" } }
"#;

/// After the results are told.
const LATER: &str = "2022-06-01";

/// A project with a grid and letters, what it received, and a workbook of it.
struct Committee {
    project: Project,
    received: tempfile::TempDir,
}

impl Committee {
    fn new() -> Self {
        let project = Project::base();
        let read = |path: &str| fs::read_to_string(project.root.join(path)).expect("readable");
        let call = read("content/amige-2022/appel.yaml")
            .replace("adaptation: baisse }", "adaptation: baisse, plafond: true }");
        project.write("content/amige-2022/appel.yaml", call + CALL);
        project.write("content/amige-2022/dossier.yaml", FORM);
        project.write("regions/bretagne/amige-2022.yaml", REGION);
        let region = read("regions/bretagne/region.yaml");
        let siret = "service: { siret: \"000 900 009 00002\",";
        project.write("regions/bretagne/region.yaml", region.replace("service: {", siret));
        let letter = "# Décision\n\n{{ candidat.organisme }} : {{ decision.montant }}, {{ decision.motif }}.\n";
        project.write("content/amige-2022/courriers/selection.fr.md", letter);
        project.write("content/amige-2022/courriers/refus.fr.md", letter);
        let said = project.run(["build", "--region", "bretagne"]);
        assert_eq!(said.status, Some(0), "{}", said.stderr);
        let committee =
            Self { project, received: tempfile::tempdir().expect("a temporary folder") };
        for (name, siret) in [
            ("A", "000 100 001 00007"),
            ("B: \"b\"", "000 200 002 00004"),
            ("C", "000 300 003 00001"),
        ] {
            let answers =
                [("nom", name), ("siret", siret), ("projet", "Partager {{ les }} saisons")];
            committee.receive(&name[..1], &answers);
        }
        committee
    }

    fn receive(&self, name: &str, answers: &[Typed<'_>]) {
        let form = "public/fr/bretagne/amige-2022/dossier-amige-2022-bretagne-fr.odt";
        let form = fs::read(self.project.root.join(form)).expect("published");
        let path = self.received.path().join(format!("{name}.odt"));
        fs::write(path, fill::open_document(&form, answers)).expect("writable");
    }

    fn run(&self, command: &[&str]) -> Said {
        let options = ["--lang", "fr", "--date", LATER];
        said(self.project.canevas().args(command).args(options))
    }

    fn read(&self) -> Said {
        let received = self.received.path().to_str().expect("a plain name");
        self.run(&["dossier", "read", received, "-o", "classeur.xlsx"])
    }

    fn workbook(&self) -> PathBuf {
        self.project.root.join("classeur.xlsx")
    }

    /// Types in empty cells of the grid.
    fn type_in(&self, cells: &[(&str, &str)]) {
        let bytes = fs::read(self.workbook()).expect("a workbook");
        let typed = fill::changed(&bytes, &self.part("Grille"), |mut xml| {
            for (place, said) in cells {
                let start = xml.find(&format!("<c r=\"{place}\"")).expect("the cell");
                let end = start + xml[start..].find("/>").expect("an empty cell") + 2;
                let style = xml[start..end - 2].to_owned();
                let cell = match said.parse::<f64>() {
                    Ok(_) => format!("{style}><v>{said}</v></c>"),
                    Err(_) => format!("{style} t=\"inlineStr\"><is><t>{said}</t></is></c>"),
                };
                xml.replace_range(start..end, &cell);
            }
            xml
        });
        fs::write(self.workbook(), typed).expect("writable");
    }

    /// Types over words in cells of *Synthèse*, in its third row and those below.
    fn correct(&self, cells: &[(&str, &str)]) {
        let bytes = fs::read(self.workbook()).expect("a workbook");
        let corrected = fill::changed(&bytes, &self.part("Synthèse"), |mut xml| {
            for (place, said) in cells {
                let start = xml.find(&format!("<c r=\"{place}\"")).expect("the cell");
                let end = start + xml[start..].find(['>']).expect("a cell");
                let (end, style) = match xml[start..end].strip_suffix('/') {
                    Some(style) => (end + 1, style),
                    None => (
                        end + xml[end..].find("</c>").expect("its end") + "</c>".len(),
                        xml[start..end].trim_end_matches(" t=\"s\""),
                    ),
                };
                let cell = format!("{style} t=\"inlineStr\"><is><t>{said}</t></is></c>");
                xml.replace_range(start..end, &cell);
            }
            xml
        });
        fs::write(self.workbook(), corrected).expect("writable");
    }

    /// What *Synthèse* says of a file in a column.
    fn told(&self, file: &str, column: &str) -> String {
        let bytes = fs::read(self.workbook()).expect("a workbook");
        let parts = package::parts(&bytes);
        let xml = |name: &str| {
            let (_, xml) = parts.iter().find(|(known, _)| known == name).expect("the part");
            String::from_utf8(xml.clone()).expect("UTF-8")
        };
        let (sheet, texts) = (xml(&self.part("Synthèse")), xml("xl/sharedStrings.xml"));
        let texts: Vec<&str> = texts.split("<si><t>").skip(1).collect();
        let text = |place: String| {
            let cell = sheet.split(&format!("<c r=\"{place}\"")).nth(1)?;
            let cell = cell.split(['/', '<']).take(2).collect::<String>();
            let rank: usize = cell.split_once("v>")?.1.parse().ok()?;
            texts[rank].split("</t>").next().map(str::to_owned)
        };
        let rows = 3..10;
        let of_file = |row: &i32| text(format!("A{row}")).is_some_and(|path| path.ends_with(file));
        let row = rows.into_iter().find(of_file).expect("its row");
        text(format!("{column}{row}")).unwrap_or_default()
    }

    /// The part of a sheet.
    fn part(&self, name: &str) -> String {
        let bytes = fs::read(self.workbook()).expect("a workbook");
        let parts = package::parts(&bytes);
        let (_, workbook) = parts.iter().find(|(name, _)| name == "xl/workbook.xml").expect("it");
        let workbook = String::from_utf8(workbook.clone()).expect("UTF-8");
        let names = workbook.split("<sheet ").skip(1);
        let rank =
            names.into_iter().position(|sheet| sheet.starts_with(&format!("name=\"{name}\"")));
        format!("xl/worksheets/sheet{}.xml", rank.expect("the sheet") + 1)
    }

    /// What the cells of the grid hold, as numbers are kept.
    fn value(&self, place: &str) -> String {
        let bytes = fs::read(self.workbook()).expect("a workbook");
        let parts = package::parts(&bytes);
        let (_, xml) =
            parts.iter().find(|(name, _)| *name == self.part("Grille")).expect("the grid");
        let xml = String::from_utf8(xml.clone()).expect("UTF-8");
        let cell = xml.split(&format!("<c r=\"{place}\"")).nth(1).expect("the cell");
        let cell = cell.split("</c>").next().unwrap_or_default();
        let value = cell.split("<v>").nth(1).and_then(|rest| rest.split("</v>").next());
        value.unwrap_or_default().to_owned()
    }
}

#[test]
fn marks_are_kept_when_dossiers_are_read_again() {
    let committee = Committee::new();
    assert_eq!(committee.read().status, Some(0));
    committee.type_in(&[
        ("F3", "4"),
        ("G3", "12"),
        ("F4", "5"),
        ("G4", "0"),
        ("F5", "1"),
        ("K3", "retenu"),
    ]);
    let again = committee.read();
    assert_eq!(again.status, Some(0), "{}", again.stderr);
    assert!(again.stderr.contains("3 dossiers ont été gardées"), "{}", again.stderr);
    // Equal totals: the higher mark for the budget comes first. An eliminatory mark eliminates at once.
    let computed = ["H3", "J3", "H4", "J4", "I5", "J5", "F5"].map(|place| committee.value(place));
    assert_eq!(computed, ["75", "1", "75", "2", "éliminé", "", "1"]);
    fs::remove_file(committee.received.path().join("A.odt")).expect("there");
    let before = fs::read(committee.workbook()).expect("a workbook");
    let lost = committee.read();
    assert_eq!(lost.status, Some(2), "{}", lost.stderr);
    assert!(lost.stderr.contains(": A."), "{}", lost.stderr);
    assert_eq!(fs::read(committee.workbook()).expect("still there"), before);
}

/// "G" are departments, "S" says whether a dossier is examined.
#[test]
fn what_was_corrected_is_kept_when_dossiers_are_read_again() {
    let committee = Committee::new();
    assert_eq!(committee.read().status, Some(0));
    committee.correct(&[
        ("G3", "56 Morbihan"),
        ("S3", "non"),
        ("G4", "22 Côtes-d’Armor"),
        ("S5", "non"),
    ]);
    let (from, to) =
        (committee.received.path().join("A.odt"), committee.received.path().join("Z.odt"));
    fs::rename(from, to).expect("moved");
    // Another dossier of the same applicant: whether this one is examined must be decided again.
    committee.receive("C2", &[("nom", "C"), ("siret", "000 300 003 00001"), ("projet", "Autre")]);
    let again = committee.read();
    assert_eq!(again.status, Some(0), "{}", again.stderr);
    let said = |file: &str| ["G", "S"].map(|column| committee.told(file, column));
    assert_eq!(said("Z.odt"), ["56 Morbihan", "non"]);
    assert_eq!(said("B.odt"), ["22 Côtes-d’Armor", "oui"]);
    assert_eq!(said("C.odt"), ["", "oui"]);
}

#[test]
fn a_dossier_that_was_moved_keeps_its_marks_and_another_file_is_not_replaced() {
    let committee = Committee::new();
    assert_eq!(committee.read().status, Some(0));
    committee.type_in(&[("F3", "4")]);
    let (from, to) =
        (committee.received.path().join("A.odt"), committee.received.path().join("Z.odt"));
    fs::rename(from, to).expect("moved");
    assert_eq!(committee.read().status, Some(0));
    assert_eq!(committee.value("F5"), "4");
    fs::write(committee.workbook(), "notes de la réunion").expect("writable");
    let refused = committee.read();
    assert_eq!(refused.status, Some(2), "{}", refused.stderr);
    assert_eq!(fs::read(committee.workbook()).expect("there"), "notes de la réunion".as_bytes());
}

#[test]
fn a_grid_without_the_names_of_its_columns_is_not_replaced() {
    let committee = Committee::new();
    assert_eq!(committee.read().status, Some(0));
    committee.type_in(&[("F3", "4")]);
    let bytes = fs::read(committee.workbook()).expect("a workbook");
    let nameless = fill::changed(&bytes, &committee.part("Grille"), |mut xml| {
        let start = xml.find("<row r=\"1\"").expect("the names");
        let end = start + xml[start..].find("</row>").expect("the names") + "</row>".len();
        xml.replace_range(start..end, "");
        xml
    });
    fs::write(committee.workbook(), &nameless).expect("writable");
    let refused = committee.read();
    assert_eq!(refused.status, Some(2), "{}", refused.stderr);
    assert!(refused.stderr.contains("ligne masquée"), "{}", refused.stderr);
    assert_eq!(fs::read(committee.workbook()).expect("there"), nameless);
}

#[test]
fn decisions_become_results_and_letters() {
    let committee = Committee::new();
    assert_eq!(committee.read().status, Some(0));
    // 44 621 is 1 March 2022.
    committee.type_in(&[
        ("K3", "retenu"),
        ("L3", "45000"),
        ("N3", "44621"),
        ("O3", "44621"),
        ("P3", "44800"),
        ("K4", "Retenu"),
        ("L4", "1 250,50"),
        ("N4", "15/03/2022"),
        ("K5", "refusé"),
        ("M5", "Hors sujet"),
    ]);
    let said = committee.run(&["dossier", "resultats", "classeur.xlsx", "--region", "bretagne"]);
    assert_eq!(said.status, Some(0), "{}", said.stderr);
    assert!(said.stderr.contains("b\u{a0}") || said.stderr.contains("Versé du"), "{}", said.stderr);
    let expected = "# regions/bretagne/amige-2022.yaml\nresultats:\n  - organisation: \"A\"\n    siret: \"00010000100007\"\n    montant: 45000\n    objet: { fr: \"Partager { { les } } saisons\" }\n    convention:\n      date: 2022-03-01\n      versement: { du: 2022-03-01, au: 2022-08-27 }\n  - organisation: \"B: \\\"b\\\"\"\n    siret: \"00020000200004\"\n    montant: 1250.5\n    objet: { fr: \"Partager { { les } } saisons\" }\n";
    assert_eq!(said.stdout, expected);
    let figures = committee.run(&["dossier", "bilan", "classeur.xlsx"]);
    assert_eq!(figures.status, Some(0), "{}", figures.stderr);
    let all: Vec<&str> = figures.stdout.lines().nth(1).expect("a line").split(';').collect();
    assert_eq!((all[2], all[4], all[6]), ("3", "2", "46250,5"), "{}", figures.stdout);
    committee.project.write("regions/bretagne/amige-2022.yaml", format!("{REGION}{}", said.stdout));
    let built = committee.run(&["build", "--strict", "--region", "bretagne"]);
    assert_eq!(built.status, Some(0), "{}", built.stderr);
    let read =
        |path: &str| fs::read_to_string(committee.project.root.join(path)).expect("published");
    assert!(read("public/fr/bretagne/amige-2022.html").contains("45\u{202f}000"));
    assert!(read("public/donnees/bretagne/amige-2022-subventions.csv").contains("00010000100007"));
    let received = committee.received.path().to_str().expect("a plain name");
    for (kind, name) in [("selection", "a-00010000100007"), ("refus", "c-00030000300001")] {
        let write = ["dossier", "courriers", kind, received, "-o", "lettres"];
        assert_eq!(committee.run(&write).status, Some(2), "without decisions");
        let write = [&write[..], &["--decisions", "classeur.xlsx"]].concat();
        let said = committee.run(&write);
        assert_eq!(said.status, Some(0), "{}", said.stderr);
        assert!(
            committee.project.root.join(format!("lettres/{kind}-{name}.odt")).exists(),
            "{}",
            said.stdout
        );
    }
    let merged = read("lettres/refus.csv");
    assert_eq!(merged.lines().count(), 2, "{merged}");
    assert!(merged.contains(";Hors sujet;"), "{merged}");
}

#[test]
fn what_cannot_be_a_result_is_said_and_nothing_is_proposed() {
    let committee = Committee::new();
    assert_eq!(committee.read().status, Some(0));
    committee.type_in(&[("K3", "retenu"), ("L3", "60001"), ("K4", "retenu"), ("K5", "peut-être")]);
    let said = committee.run(&["dossier", "resultats", "classeur.xlsx", "--region", "bretagne"]);
    assert_eq!((said.status, &*said.stdout), (Some(1), ""));
    for wanted in [
        "A : le montant (60001) dépasse",
        "b\" : le montant accordé manque",
        "C : la décision « peut-être »",
    ] {
        assert!(said.stderr.contains(wanted), "{wanted}: {}", said.stderr);
    }
    let said = committee.run(&["dossier", "resultats", "classeur.xlsx", "--region", "la-reunion"]);
    assert_eq!(said.status, Some(2));
    let said = committee.run(&["dossier", "resultats", "canevas.yaml", "--region", "bretagne"]);
    assert_eq!(said.status, Some(1));
    assert!(said.stderr.contains("pas-un-classeur"), "{}", said.stderr);
}
