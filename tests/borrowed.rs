//! A language that lacks sentences of the interface borrows them: whatever it lacks, its pages are whole, its documents
//! too, and its authors are told exactly what it lacks.

mod page;
mod project;

use std::collections::BTreeSet;
use std::fs;

use canevas::Former;
use canevas::diagnostic::Code;

use canevas::pipeline::{self, Build};
use page::texts;
use project::{Project, package, repository};
use proptest::prelude::*;

/// The marks of what is borrowed, as it is in a text and in an address.
const MARKS: [&str; 4] = ["\u{fdd0}", "\u{fdd1}", "\u{fdd2}", "%EF%B7%9"];

fn strings(lang: &str) -> String {
    let path = repository().join(format!("themes/sobre/strings/{lang}.ftl"));
    fs::read_to_string(path).expect("a language of the theme")
}

/// Each message of a file of strings, by its name, with the lines that go on with it.
fn messages(text: &str) -> Vec<(&str, String)> {
    let mut found: Vec<(&str, String)> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        match line.split_once(" =") {
            Some((name, _)) if !name.starts_with([' ', '}']) => found.push((name, line.to_owned())),
            _ => found.last_mut().into_iter().for_each(|(_, text)| {
                text.push('\n');
                text.push_str(line);
            }),
        }
    }
    found
}

fn built(project: &Project) -> Build {
    pipeline::build(&project.request(project::TODAY)).expect("a project")
}

/// The project of `tests/base` whose English has only those messages.
fn project(kept: &[&str]) -> Project {
    let project = Project::base();
    project.write("themes/sobre/strings/en.ftl", kept.join("\n"));
    project
}

/// What is said of the English strings: how many are missing, and the names that are quoted.
fn told(build: &Build) -> Option<(usize, Vec<String>)> {
    let found: Vec<_> = build.diagnostics.iter().collect();
    let [said] = found[..] else {
        assert!(found.is_empty(), "{found:?}");
        return None;
    };
    assert_eq!(said.code, Code::IncompleteStrings);
    let names = said.quoted("noms").expect("the names").split(", ").map(str::to_owned).collect();
    Some((said.quoted("nombre").expect("a number").parse().expect("a number"), names))
}

/// The elements and attributes that words stand in, and that may not be empty.
fn blanks(html: &str) -> Vec<String> {
    let elements =
        ["a", "h1", "h2", "h3", "button", "label", "th", "dt", "summary", "title", "caption"];
    let empty = elements.iter().flat_map(|name| {
        let (begins, ends) = ([format!("<{name} "), format!("<{name}>")], format!("</{name}>"));
        let whole: Vec<usize> = html.match_indices(&*ends).map(|(at, _)| at).collect();
        let is_blank = move |at: &usize| {
            let before = &html[..*at];
            let start = begins.iter().filter_map(|begin| before.rfind(&**begin)).max();
            page::words(&before[start.expect("a beginning")..]).trim().is_empty()
        };
        whole.into_iter().filter(is_blank).map(move |_| ends.clone())
    });
    let attributes = ["aria-label", "title", "placeholder", "data-past"];
    let bare =
        attributes.iter().map(|name| format!(" {name}=\"\"")).filter(|bare| html.contains(&**bare));
    empty.chain(bare).collect()
}

/// The names of messages that a page shows as if they were words.
fn raw_names<'n>(html: &str, names: &[&'n str]) -> Vec<&'n str> {
    let words: BTreeSet<&str> = html.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
    let composed = names.iter().filter(|name| name.contains('_') && words.contains(**name));
    composed.copied().collect()
}

fn check(kept: &[bool]) -> Result<(), TestCaseError> {
    let english = strings("en");
    let all = messages(&english);
    let keeps = |rank: usize| kept[rank % kept.len()];
    let text: Vec<&str> = all
        .iter()
        .enumerate()
        .filter(|(rank, _)| keeps(*rank))
        .map(|(_, (_, text))| &**text)
        .collect();
    let removed: BTreeSet<&str> = all
        .iter()
        .enumerate()
        .filter(|(rank, _)| !keeps(*rank))
        .map(|(_, (name, _))| *name)
        .collect();
    let build = built(&project(&text));
    match told(&build) {
        None => prop_assert!(removed.is_empty()),
        Some((number, names)) => {
            prop_assert_eq!(number, removed.len());
            let first: Vec<&str> = removed.iter().take(names.len()).copied().collect();
            prop_assert_eq!(names, first);
        }
    }
    let names: Vec<&str> = all.iter().map(|(name, _)| *name).collect();
    let whole = built(&Project::base());
    let before = texts(&whole);
    for (address, html) in texts(&build) {
        let marks: Vec<&&str> = MARKS.iter().filter(|mark| html.contains(**mark)).collect();
        prop_assert!(marks.is_empty(), "{marks:?} in {address}");
        if html.starts_with("<!DOCTYPE html>") {
            prop_assert_eq!(blanks(html), blanks(before[address]), "{}", address);
            let known = raw_names(before[address], &names);
            prop_assert_eq!(raw_names(html, &names), known, "{}", address);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_a_language_lacks_its_pages_are_whole(kept in prop::collection::vec(any::<bool>(), 1..500)) {
        check(&kept)?;
    }
}

#[test]
fn a_language_may_lack_everything_or_nothing() {
    check(&[false]).expect("nothing is left");
    check(&[true]).expect("nothing is missing");
}

const DOSSIER: &str = "
parties:
  - id: projet
    titre: { fr: \"Projet\", en: \"Project\" }
    questions:
      - { id: objet, type: texte-long, obligatoire: true, libelle: { fr: \"Objet\", en: \"Object\" } }
";

/// The version of the dossier that a page says.
fn version(page: &str) -> &str {
    let after = page.split("data-version=\"").nth(1).expect("a version");
    after.split('"').next().expect("its end")
}

#[test]
fn documents_borrow_too_and_bear_the_version_of_their_page() {
    let project = project(&["language_name = English"]);
    project.write("content/amige-2022/dossier.yaml", DOSSIER);
    let request = project.request(project::TODAY);
    let build = pipeline::edition_over(&request, &Former::new()).expect("a project");
    assert!(!build.diagnostics.any_error());
    let folder = "en/bretagne/amige-2022";
    let version = version(texts(&build)[&*format!("{folder}/dossier.html")]);
    for format in ["docx", "odt"] {
        let address = format!("{folder}/dossier-amige-2022-bretagne-en.{format}");
        let file = build.artifacts.iter().find(|artifact| artifact.address == address);
        let parts = package::parts(&file.expect("it is published").bytes);
        let said: String = parts.iter().map(|(_, part)| String::from_utf8_lossy(part)).collect();
        assert!(said.contains(version), "{format}");
        assert!(!MARKS.iter().any(|mark| said.contains(mark)), "{format}");
        assert!(said.contains("Dossier de candidature"), "{format}");
    }
}
