//! One mistake, one message: in files that have every key there is, each value in turn becomes nonsense.
//!
//! What was typed and could not be read is not absent, and whoever names it, in this file or another, is not wrong.

mod project;

use std::path::{Path, PathBuf};

use canevas::pipeline::{self, Memo};
use project::{Project, files, read, repository};
use rayon::prelude::*;
use serde_json::{Value, json};

/// A word that no reader takes for a date, a number, an identifier, an address or a choice.
const WORD: &str = "§";

/// After the results are announced.
const DAY: &str = "2022-02-20";

/// Where in a file: keys and ranks.
type Place = Vec<String>;

fn complete() -> Project {
    let project = Project::base();
    project.lay(&repository().join("tests/one_mistake"));
    project
}

/// What is said of a project, each by its code and line.
fn said(project: &Project) -> Vec<String> {
    let request = project.request(DAY);
    let prepared = pipeline::prepare(&request, &mut Memo::default());
    let prepared = prepared.expect("the machine is well");
    let found = prepared.diagnostics.sorted();
    let told = |d: &canevas::diagnostic::Diagnostic| {
        let (path, line, _) = prepared.sources.position(d.at);
        format!("{} {path}:{line} {:?}", d.code.name(), d.args)
    };
    found.iter().map(told).collect()
}

/// Every file with its tree. YAML reads JSON, so that a tree is written back without a writer of YAML.
fn trees() -> Vec<(PathBuf, Value)> {
    let folder = repository().join("tests/one_mistake");
    let yaml = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "yaml");
    let files = files(&folder).into_iter().filter(yaml);
    files
        .map(|path| {
            let tree = serde_yaml::from_str(&read(&folder.join(&path))).expect("an honest file");
            (path, tree)
        })
        .collect()
}

/// The place of every value but the root.
fn places(tree: &Value, at: &[String], found: &mut Vec<Place>) {
    let inside: Vec<(String, &Value)> = match tree {
        Value::Object(entries) => entries.iter().map(|(key, v)| (key.clone(), v)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(i, v)| (i.to_string(), v)).collect(),
        _ => return,
    };
    for (key, value) in inside {
        let place = [at, &[key]].concat();
        found.push(place.clone());
        places(value, &place, found);
    }
}

fn at<'t>(tree: &'t mut Value, place: &[String]) -> &'t mut Value {
    tree.pointer_mut(&format!("/{}", place.join("/"))).expect("it was found there")
}

/// What is said when the file at `path` holds `tree`.
fn said_with(project: &Project, path: &Path, tree: &Value) -> Vec<String> {
    let name = path.to_str().expect("a plain name");
    let honest = read(&project.root.join(path));
    project.write(name, serde_json::to_string_pretty(tree).expect("a tree"));
    let said = said(project);
    project.write(name, honest);
    said
}

/// Changes each value in turn with `spoil`, and gives what does not answer as `expected`.
fn wrong(
    spoil: impl Fn(&mut Value, &Place) + Sync,
    expected: impl Fn(&Place, &[String]) -> bool + Sync,
) -> String {
    let mut cases: Vec<(PathBuf, Value, Place)> = Vec::new();
    for (path, tree) in trees() {
        let mut found = Vec::new();
        places(&tree, &[], &mut found);
        cases.extend(found.into_iter().map(|place| (path.clone(), tree.clone(), place)));
    }
    assert!(cases.len() > 300, "the files have every key");
    let wrong = cases.into_par_iter().map_init(complete, |project, (path, mut tree, place)| {
        spoil(&mut tree, &place);
        let said = said_with(project, &path, &tree);
        let title = format!("{} {}", path.display(), place.join("."));
        (!expected(&place, &said)).then(|| format!("{title}\n    {}\n", said.join("\n    ")))
    });
    wrong.flatten().collect::<Vec<_>>().concat()
}

#[test]
fn the_complete_files_have_no_mistake() {
    assert_eq!(said(&complete()), Vec::<String>::new());
}

#[test]
fn a_value_of_another_shape_is_one_mistake() {
    let wrong =
        wrong(|tree, place| *at(tree, place) = json!([[[WORD]]]), |_, said| said.len() == 1);
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn a_word_that_means_nothing_is_at_most_one_mistake() {
    let wrong = wrong(|tree, place| *at(tree, place) = json!(WORD), |_, said| said.len() <= 1);
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn an_empty_value_is_one_mistake() {
    let wrong = wrong(|tree, place| *at(tree, place) = json!(null), |_, said| said.len() == 1);
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn a_misspelt_key_is_at_most_one_mistake() {
    let wrong = wrong(
        |tree, place| {
            let (key, parent) = place.split_last().expect("not the root");
            let parent = if parent.is_empty() { tree } else { at(tree, parent) };
            if let Value::Object(entries) = parent {
                let value = entries.remove(key).expect("it was found there");
                entries.insert(format!("{key}e"), value);
            }
        },
        // The name of a parameter is the author's: it may be right, and those who use it wrong.
        |place, said| said.len() <= 1 || place[..place.len() - 1] == ["parametres"],
    );
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn a_heading_that_opens_no_section_is_one_mistake() {
    for (written, spoilt) in [
        ("## Critères {#criteres .verrou}", "## Critères {#Critères .verrou}"),
        ("## Critères {#criteres .verrou}", "## Critères"),
        ("## Critères {#criteres .verrou}", "# Critères {#criteres .verrou}"),
        ("## Critères {#criteres .verrou}", "## Critères {#criteres .verou}"),
        ("## Accompagnement {#accompagnement .libre}", "## Accompagnement {#accompagnement .lire}"),
    ] {
        let project = complete();
        let path = "content/amige-2022/canevas.fr.md";
        let canvas = read(&project.root.join(path));
        assert!(canvas.contains(written), "{written}");
        project.write(path, canvas.replace(written, spoilt));
        let said = said(&project);
        assert_eq!(said.len(), 1, "{spoilt}\n    {}", said.join("\n    "));
    }
}

#[test]
fn a_file_that_cannot_be_read_is_one_mistake() {
    let complete = complete();
    let text = |path: &PathBuf| path.extension().is_some_and(|e| e == "yaml" || e == "md");
    for path in files(&complete.root).into_iter().filter(text) {
        let name = path.to_str().expect("a plain name");
        let honest = read(&complete.root.join(&path));
        complete.write(name, [honest.as_bytes(), b"\xff"].concat());
        let said = said(&complete);
        complete.write(name, honest);
        assert_eq!(said.len(), 1, "{name}\n    {}", said.join("\n    "));
    }
}
