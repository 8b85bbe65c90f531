//! The small project, its dossiers filled, and what the program says of them.

use std::collections::BTreeMap;
use std::fs;
use std::sync::OnceLock;

use serde_json::{Value, json};

use super::fill::{self, Typed};
use super::forms::{self, Identity};
use crate::project::{Project, Said, repository};

/// The small project, published with its dossiers.
pub fn published() -> &'static Project {
    static PROJECT: OnceLock<Project> = OnceLock::new();
    PROJECT.get_or_init(|| {
        let project = Project::base();
        let yaml = fs::read(repository().join("tests/dossier_read/dossier.yaml"));
        project.write("content/amige-2022/dossier.yaml", yaml.expect("readable"));
        let said = project.run(["build", "--region", "bretagne"]);
        assert_eq!(said.status, Some(0), "{}", said.stderr);
        project
    })
}

/// The published dossier of a region.
pub fn dossier(region: &str, extension: &str) -> Vec<u8> {
    let name = format!("public/fr/{region}/amige-2022/dossier-amige-2022-{region}-fr.{extension}");
    fs::read(published().root.join(name)).expect("published")
}

/// The version of today's dossier, as its page says it.
pub fn version() -> String {
    let read =
        read("version.docx", &fill::word(&dossier("bretagne", "docx"), &[("siret", "1")]), &[]);
    read.row()["version"].as_str().expect("a version").to_owned()
}

/// What the program says of one file.
pub struct Answered {
    pub said: Said,
}

impl Answered {
    pub fn row(&self) -> Value {
        let rows: Value = serde_json::from_str(&self.said.stdout).expect("JSON");
        assert_eq!(rows.as_array().map(Vec::len), Some(1), "{}", self.said.stderr);
        rows[0].clone()
    }

    /// The answers that say something.
    pub fn answers(&self) -> BTreeMap<String, Value> {
        let row = self.row();
        let answers = row["reponses"].as_object().expect("answers").clone().into_iter();
        answers.filter(|(_, answer)| *answer != json!(false)).collect()
    }

    /// The codes of the remarks, with their questions.
    pub fn remarks(&self) -> Vec<(String, String)> {
        let row = self.row();
        let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let remarks = row["remarques"].as_array().expect("remarks").iter();
        remarks.map(|remark| (word(&remark["code"]), word(&remark["question"]))).collect()
    }
}

/// Reads one file, in a folder of its own.
pub fn read(name: &str, bytes: &[u8], options: &[&str]) -> Answered {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join(name);
    fs::write(&path, bytes).expect("writable");
    let path = path.to_str().expect("a plain name");
    let args = ["dossier", "read", path, "--format", "json"];
    Answered { said: published().run(args.into_iter().chain(options.iter().copied())) }
}

/// Everything a person may type, in each kind of field.
pub fn typed() -> Vec<(&'static str, String)> {
    let long = format!("{}!", "L’œuvre de 60 000 € — « déjà vu ». ".repeat(200));
    let long: String = long.chars().take(4999).chain(['!']).collect();
    let own = |answers: &[Typed<'static>]| -> Vec<(&'static str, String)> {
        answers.iter().map(|(id, answer)| (*id, (*answer).to_owned())).collect()
    };
    let mut typed = own(&[
        ("organisme", "Cœur d’Ouessant & <fils> \"é\""),
        ("siret", "732 829 320 00074"),
        ("forme", "Société coopérative"),
        ("secteurs:autre", "x"),
        ("existe", "Oui"),
        ("depuis", "17/01/2022"),
        ("telephone", "+33 (0)1 23 45 67 89"),
        ("courriel", "d-e.f+g@example.org"),
        ("besoin", "1 250,50 €"),
        ("partenaires:1:nom", "عنوان الجمعية\nשורה שנייה"),
        ("partenaires:1:heures", "12,5"),
        ("partenaires:1:telephone", "01.23.45.67.89"),
        ("partenaires:1:courriel", "appel@example.org"),
        ("partenaires:3:nom", "Troisième"),
        ("mois:mois-2:action", "=1+1"),
        ("budget:charges:humaines", "60\u{202f}000"),
        ("budget:charges:total", "60000"),
        ("budget:ressources:aide", "50.000,00"),
        ("budget:ressources:propres", "10000"),
        ("budget:ressources:total", "60 000"),
        ("exact", "x"),
        ("signature:nom", "Prénom Nom"),
        ("signature:date", "le 1er février 22"),
    ]);
    typed.push(("plan", long));
    typed
}

/// What the table holds then.
pub fn understood() -> BTreeMap<String, Value> {
    let mut answers: BTreeMap<String, Value> =
        typed().into_iter().map(|(id, answer)| (id.to_owned(), json!(answer))).collect();
    let read = [
        ("siret", json!("73282932000074")),
        ("forme", json!("societe-cooperative")),
        ("secteurs:autre", json!(true)),
        ("existe", json!("oui")),
        ("depuis", json!("2022-01-17")),
        ("besoin", json!(1250.5)),
        ("partenaires:1:heures", json!(12.5)),
        ("budget:charges:humaines", json!(60000.0)),
        ("budget:charges:total", json!(60000.0)),
        ("budget:ressources:aide", json!(50000.0)),
        ("budget:ressources:propres", json!(10000.0)),
        ("budget:ressources:total", json!(60000.0)),
        ("exact", json!(true)),
        ("signature:date", json!("2022-02-01")),
    ];
    answers.extend(read.map(|(id, answer)| (id.to_owned(), answer)));
    answers
}

/// A file filled with `answers` by `fill`.
pub type Filler = fn(&[u8], &[Typed<'_>]) -> Vec<u8>;

pub const FILLERS: [(&str, Filler); 3] =
    [("docx", fill::word), ("docx", fill::libre_word), ("odt", fill::open_document)];

pub fn filled(rank: usize, answers: &[(&str, &str)]) -> Vec<u8> {
    let (extension, filler) = FILLERS[rank];
    filler(&dossier("bretagne", extension), answers)
}

pub fn borrowed<'a>(typed: &'a [(&'static str, String)]) -> Vec<Typed<'a>> {
    typed.iter().map(|(id, answer)| (*id, answer.as_str())).collect()
}

/// The form of the small project in a PDF: the fields that are filled, then the others.
pub fn form(answers: &[Typed<'_>], version: &str) -> lopdf::Document {
    let places = places();
    let empty = places.iter().map(|(id, is_box)| (id.as_str(), if *is_box { "-" } else { "" }));
    let empty = empty.filter(|(id, _)| answers.iter().all(|(filled, _)| filled != id));
    part_of_form(&answers.iter().copied().chain(empty).collect::<Vec<_>>(), version)
}

/// What is left of that form: these fields.
pub fn part_of_form(answers: &[Typed<'_>], version: &str) -> lopdf::Document {
    forms::form(&Identity { call: "amige-2022", region: "bretagne", version }, answers)
}

/// Every field of the small project, and whether it is a box.
pub fn places() -> Vec<(String, bool)> {
    let mut places = Vec::new();
    fill::changed(&dossier("bretagne", "docx"), "word/document.xml", |xml| {
        let controls = xml.split("<w:tag w:val=\"").skip(1).map(|control| {
            let properties = control.split("</w:sdtPr>").next().unwrap_or_default();
            let id = properties.split('"').next().unwrap_or_default();
            (id.to_owned(), properties.contains("<w14:checkbox>"))
        });
        places = controls.collect();
        xml
    });
    places
}

/// One file is refused, with its reason at its place, and nothing else is said.
pub fn check(name: &str, bytes: &[u8], code: &str) {
    let said = read(name, bytes, &[]).said;
    let head = format!("erreur[{code}]: ");
    assert!(said.stderr.starts_with(&head), "{name}: {code} expected, but {}", said.stderr);
    assert!(said.stderr.contains("\naide: "), "{name}: no remedy in {}", said.stderr);
    assert_eq!((said.status, said.stdout.trim()), (Some(1), "[]"), "{name}");
}
