//! Letters to those whose dossiers were received.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::fill::{self, Typed};
use crate::project::{Project, Said, files, package};

const FORM: &str = r#"
roles: { organisme: nom, projet: projet, representant: qui, qualite: titre, adresse: ou }
parties:
  - id: candidat
    titre: { fr: "Qui candidate", en: "Who applies" }
    questions:
      - { id: nom, type: texte, libelle: { fr: "Nom", en: "Name" }, obligatoire: true }
      - { id: siret, type: siret, libelle: { fr: "SIRET", en: "SIRET" } }
      - { id: qui, type: texte, libelle: { fr: "Représentant", en: "Representative" } }
      - { id: titre, type: texte, libelle: { fr: "Qualité", en: "Capacity" } }
      - { id: ou, type: texte-long, libelle: { fr: "Adresse", en: "Address" } }
      - { id: projet, type: texte, libelle: { fr: "Projet", en: "Project" }, obligatoire: true }
"#;

/// A small project with letters, whose dossiers are published.
struct Office {
    project: Project,
    received: tempfile::TempDir,
}

impl Office {
    fn new() -> Self {
        let project = Project::base();
        project.write("content/amige-2022/dossier.yaml", FORM);
        for (name, text) in [
            (
                "accuse.fr.md",
                "# Reçu de {{ candidat.organisme }}\n\nLe {{ dossier.recu_le }}, **{{ territoire.dans }}**, {{ service.le }} a reçu « {{ dossier.nom }} » de {{ candidat.siret }}, {{ candidat.adresse }}.\n",
            ),
            (
                "accuse.en.md",
                "# Received from {{ candidat.organisme }}\n\nOn {{ dossier.recu_le }}, {{ territoire.dans }}.\n",
            ),
            (
                "pieces.fr.md",
                "# Ce qui manque\n\nIl manque :\n\n{{ dossier.pieces_manquantes }}\n\n## Quand\n\nAvant le {{ courrier.reponse_avant }}.\n",
            ),
        ] {
            project.write(&format!("content/amige-2022/courriers/{name}"), text);
        }
        let said = project.run(["build"]);
        assert_eq!(said.status, Some(0), "{}", said.stderr);
        Self { project, received: tempfile::tempdir().expect("a temporary folder") }
    }

    fn receive(&self, name: &str, lang: &str, answers: &[Typed<'_>]) {
        let form =
            format!("public/{lang}/bretagne/amige-2022/dossier-amige-2022-bretagne-{lang}.odt");
        let form = fs::read(self.project.root.join(form)).expect("published");
        let filled = fill::open_document(&form, answers);
        fs::write(self.received.path().join(name), filled).expect("writable");
    }

    fn write(&self, kind: &str, options: &[&str]) -> Said {
        let received = self.received.path().to_str().expect("a plain name");
        let fixed = ["dossier", "courriers", kind, received, "-o", "lettres", "--lang", "fr"];
        self.project.run(fixed.into_iter().chain(options.iter().copied()))
    }

    fn folder(&self) -> PathBuf {
        self.project.root.join("lettres")
    }
}

/// The words of a letter, a line a paragraph.
fn words(path: &Path, part: &str, ends: &str) -> Vec<String> {
    let parts = package::parts(&fs::read(path).expect("a letter"));
    let (_, xml) = parts.into_iter().find(|(name, _)| name == part).expect("the text");
    let xml = String::from_utf8(xml).expect("UTF-8").replace("</text:h>", "</text:p>");
    let texts = xml.split(ends).map(|paragraph| {
        let pieces = paragraph.split('<').skip(1).filter_map(|piece| piece.split_once('>'));
        pieces.map(|(_, text)| text).collect::<String>().trim().to_owned()
    });
    texts.filter(|text| !text.is_empty()).collect()
}

#[test]
fn each_applicant_is_written_to_in_the_language_of_the_dossier() {
    let office = Office::new();
    office.receive(
        "un.odt",
        "fr",
        &[
            ("nom", "Groupement d’essai & <fils>"),
            ("siret", "000 100 001 00007"),
            ("qui", "Anne Exemple"),
            ("titre", "présidente"),
            ("ou", "1 rue des Essais\n35000 Rennes"),
            ("projet", "=1+1"),
        ],
    );
    office.receive("two.odt", "en", &[("nom", "Second"), ("projet", "Harbour")]);
    let said = office.write("accuse", &["--received", "2022-01-17"]);
    assert_eq!((said.status, &*said.stderr), (Some(0), ""));
    assert_eq!(said.stdout, "2 courriers écrits dans lettres.\n");
    let names: BTreeSet<PathBuf> = files(&office.folder()).into_iter().collect();
    let french = "accuse-groupement-d-essai-fils-00010000100007.odt";
    let expected = [french, "accuse-second.odt", "accuse.csv"].map(PathBuf::from);
    assert_eq!(names, BTreeSet::from(expected));
    let end = "</text:p>";
    let text = words(&office.folder().join(french), "content.xml", end);
    assert_eq!(text[0], "DREETS Bretagne");
    let rest: Vec<&str> = text[2..].iter().map(String::as_str).collect();
    assert_eq!(
        rest,
        [
            "Groupement d’essai &amp; &lt;fils&gt;",
            "Anne Exemple, présidente",
            "1 rue des Essais",
            "35000 Rennes",
            "Le 20 décembre 2021",
            "Objet\u{a0}: Reçu de Groupement d’essai &amp; &lt;fils&gt;",
            "Le 17 janvier 2022, en Bretagne, la DREETS a reçu «\u{a0}=1+1\u{a0}» de 00010000100007, 1 rue des Essais, 35000 Rennes.",
        ]
    );
    let text = words(&office.folder().join("accuse-second.odt"), "content.xml", end);
    assert_eq!(
        text[3..],
        ["20 December 2021", "Subject: Received from Second", "On 17 January 2022, in Brittany."]
    );
    let merged = fs::read_to_string(office.folder().join("accuse.csv")).expect("a list");
    assert!(merged.contains(";'=1+1;17/01/2022;"), "{merged}");
}

#[test]
fn what_is_missing_is_listed_and_a_whole_dossier_gets_no_letter() {
    let office = Office::new();
    office.receive("entier.odt", "fr", &[("nom", "A"), ("projet", "P")]);
    office.receive("partiel.odt", "fr", &[("nom", "B")]);
    let said = office.write("pieces", &["--format", "docx"]);
    assert_eq!(said.status, Some(0), "{}", said.stderr);
    assert!(said.stderr.contains("entier.odt : rien ne manque à ce dossier"), "{}", said.stderr);
    assert!(said.stderr.contains("à compléter, courrier.reponse_avant"), "{}", said.stderr);
    let text = words(&office.folder().join("pieces-b.docx"), "word/document.xml", "</w:p>");
    let expected = [
        "Objet\u{a0}: Ce qui manque",
        "Il manque\u{a0}:",
        "1.6 Projet",
        "Quand",
        "Avant le [à compléter].",
    ];
    assert_eq!(text[text.len() - 5..], expected);
}

#[test]
fn a_letter_that_was_edited_is_not_lost() {
    let office = Office::new();
    office.receive("un.odt", "fr", &[("nom", "A"), ("projet", "P")]);
    let again = || office.write("accuse", &[]);
    assert_eq!(again().status, Some(0));
    let letter = office.folder().join("accuse-a.odt");
    let ours = fs::read(&letter).expect("a letter");
    assert_eq!(again().status, Some(0), "the same letters are written again");
    fs::write(&letter, "edited").expect("writable");
    fs::remove_file(office.folder().join("accuse.csv")).expect("there");
    let said = again();
    assert_eq!(said.status, Some(2));
    assert!(said.stderr.contains("accuse-a.odt"), "{}", said.stderr);
    assert_eq!(fs::read(&letter).expect("still there"), b"edited");
    assert!(!office.folder().join("accuse.csv").exists(), "all or nothing");
    assert_eq!(office.write("accuse", &["--replace"]).status, Some(0));
    assert_eq!(fs::read(&letter).expect("a letter"), ours);
}

#[test]
fn letters_are_written_neither_in_the_project_nor_in_a_site_and_need_a_template() {
    let office = Office::new();
    office.receive("un.odt", "fr", &[("nom", "A"), ("projet", "P")]);
    let received = office.received.path().to_str().expect("a plain name");
    for folder in ["content/lettres", "public/lettres"] {
        let said = office.project.run(["dossier", "courriers", "accuse", received, "-o", folder]);
        assert_eq!(said.status, Some(2), "{folder}");
        assert!(!office.project.root.join(folder).exists(), "{folder}");
    }
    assert!(office.write("refus", &[]).stderr.contains("--decisions"));
    office.project.remove("content/amige-2022/courriers/accuse.en.md");
    office.project.remove("content/amige-2022/courriers/accuse.fr.md");
    let said = office.write("accuse", &[]);
    assert_eq!(said.status, Some(2));
    assert!(said.stderr.contains("content/amige-2022/courriers/accuse.fr.md"), "{}", said.stderr);
}
