//! A question that depends on an answer is missing only when it was asked, and an answer that nobody asked for is said.

use std::fs;
use std::sync::OnceLock;

use serde_json::Value;

use super::answered::Filler;
use super::fill::{self, Typed};
use crate::project::{Project, repository};

/// A project whose dossier has conditions, published.
fn published() -> &'static Project {
    static PROJECT: OnceLock<Project> = OnceLock::new();
    PROJECT.get_or_init(|| {
        let project = Project::base();
        let yaml = fs::read(repository().join("tests/dossier_read/conditions.yaml"));
        project.write("content/amige-2022/dossier.yaml", yaml.expect("readable"));
        let said = project.run(["build", "--region", "bretagne"]);
        assert_eq!(said.status, Some(0), "{}", said.stderr);
        project
    })
}

/// The remarks on a dossier that is filled with `answers`: code and number of the question.
fn check(answers: &[Typed<'_>], expected: &[&str]) {
    let project = published();
    let fillers: [(&str, Filler); 2] = [("docx", fill::word), ("odt", fill::open_document)];
    for (extension, filler) in fillers {
        let name =
            format!("public/fr/bretagne/amige-2022/dossier-amige-2022-bretagne-fr.{extension}");
        let blank = fs::read(project.root.join(name)).expect("published");
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join(format!("recu.{extension}"));
        fs::write(&path, filler(&blank, answers)).expect("writable");
        let path = path.to_str().expect("a plain name");
        let said = project.run(["dossier", "read", path, "--format", "json"]);
        let rows: Value = serde_json::from_str(&said.stdout).expect("JSON");
        let remarks = rows[0]["remarques"].as_array().expect("remarks").iter().map(|remark| {
            let word = |name: &str| remark[name].as_str().unwrap_or_default();
            let number = word("question").split(' ').next().unwrap_or_default().to_owned();
            format!("{} {number}", word("code"))
        });
        assert_eq!(remarks.collect::<Vec<_>>(), expected, "{extension} {answers:?}");
    }
}

/// What a dossier without remark has answered.
const NAMED: Typed<'_> = ("partenaires:1:nom", "Un");

#[test]
fn what_was_not_asked_is_not_missing() {
    check(&[NAMED, ("forme", "Association"), ("besoin", "Oui")], &[]);
    check(&[NAMED, ("besoin", "Oui")], &[]);
}

#[test]
fn what_was_asked_is_missing() {
    check(
        &[NAMED, ("forme", "Autre"), ("besoin", "Oui")],
        &["reponse-manquante 1.2", "reponse-manquante 1.3"],
    );
    check(&[NAMED, ("forme", "Société"), ("besoin", "Oui")], &["reponse-manquante 1.3"]);
    check(&[NAMED, ("aides", "x")], &["reponse-manquante 2.1"]);
    check(&[NAMED], &["reponse-manquante 3.1"]);
}

#[test]
fn a_column_is_asked_as_its_condition_says() {
    check(&[NAMED, ("secteurs:mer", "x"), ("besoin", "Oui")], &["reponse-manquante 1.6"]);
    check(&[NAMED, ("secteurs:mer", "x"), ("partenaires:1:port", "Brest"), ("besoin", "Oui")], &[]);
    check(
        &[NAMED, ("secteurs:agricole", "x"), ("partenaires:1:port", "Brest"), ("besoin", "Oui")],
        &["hors-condition 1.6"],
    );
}

#[test]
fn an_answer_that_nobody_asked_for_is_said() {
    check(
        &[NAMED, ("forme", "Association"), ("precision", "SCIC"), ("besoin", "Oui")],
        &["hors-condition 1.2"],
    );
    check(
        &[NAMED, ("aides", "x"), ("lesquelles", "Une"), ("besoin", "Oui")],
        &["hors-condition 3.1"],
    );
}

#[test]
fn what_depends_on_a_question_that_was_not_asked_is_not_asked() {
    let answers = [NAMED, ("forme", "Association"), ("capital", "Oui"), ("besoin", "Oui")];
    check(&answers, &["hors-condition 1.3"]);
    let answers = [NAMED, ("forme", "Société"), ("capital", "Oui"), ("besoin", "Oui")];
    check(&answers, &["reponse-manquante 1.4"]);
}

#[test]
fn nothing_is_said_of_what_depends_on_an_answer_that_cannot_be_read() {
    check(
        &[NAMED, ("forme", "Monarchie"), ("precision", "SCIC"), ("besoin", "Oui")],
        &["choix 1.1"],
    );
}
