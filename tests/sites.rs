//! Each folder of `tests/sites` is laid over `tests/base` and holds one intention: what the program
//! answers is in its `expected/`. `SNAPSHOTS=overwrite` accepts the answers of today.
//!
//! `expected/command` is the command, else `check --lang fr`. An empty answer has no file. Of the
//! pages named in `expected/pages`, only `<main>` is compared; of other files, every byte.

mod project;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use project::{Project, files, folders, repository};
use rayon::prelude::*;
use snapbox::data::DataFormat;
use snapbox::{Assert, Data};

#[test]
fn every_site_is_answered_as_expected() {
    let cases = folders(&repository().join("tests/sites"));
    let wrong: Vec<String> = cases.par_iter().flat_map(|case| check(case)).collect();
    assert!(!cases.is_empty(), "no case was found");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is not as expected in one case.
fn check(case: &Path) -> Vec<String> {
    let expected = case.join("expected");
    let name = case.file_name().unwrap_or_default().to_string_lossy();
    let answers = answers(case, &expected);
    let assert = Assert::new().normalize_paths(false).action_env("SNAPSHOTS");
    let mut wrong = Vec::new();
    for (file, answer) in &answers {
        let path = expected.join(file);
        if !answer.is_empty() {
            let title = format!("{name}: {}", file.display());
            let known = Data::read_from(&path, Some(DataFormat::Text)).raw();
            let compared = assert.try_eq(Some(&title), Data::text(&**answer).raw(), known);
            wrong.extend(compared.err().map(|error| error.to_string()));
        }
    }
    let stale = files(&expected).into_iter().filter(|file| {
        file != Path::new("command") && answers.get(file).is_none_or(String::is_empty)
    });
    if std::env::var("SNAPSHOTS").is_ok_and(|action| action == "overwrite") {
        stale.for_each(|file| fs::remove_file(expected.join(file)).expect("it is stale"));
        return wrong;
    }
    // A panic is never an answer, even one that was accepted by mistake.
    let panicked = !matches!(answers[Path::new("status")].trim(), "0" | "1" | "2");
    wrong.extend(panicked.then(|| format!("{name}: the program did not end by itself")));
    wrong.extend(stale.map(|file| format!("{name}: nothing answers {}", file.display())));
    wrong
}

/// What the program answers, by the file that expects it.
fn answers(case: &Path, expected: &Path) -> BTreeMap<PathBuf, String> {
    let project = Project::base();
    project.lay(case);
    let command = fs::read_to_string(expected.join("command"));
    let command = command.as_deref().unwrap_or("check --lang fr");
    let said = project.run(command.split_whitespace());
    let mut answers = BTreeMap::from([
        (PathBuf::from("status"), said.status.map(|s| format!("{s}\n")).unwrap_or_default()),
        (PathBuf::from("stdout"), said.stdout),
        (PathBuf::from("stderr"), said.stderr),
    ]);
    for page in files(&expected.join("pages")) {
        let text = fs::read_to_string(project.root.join("public").join(&page));
        let is_page = page.extension().is_some_and(|extension| extension == "html");
        let text = text.map(|text| if is_page { main_of(&text) } else { text });
        answers.insert(Path::new("pages").join(page), text.unwrap_or_default());
    }
    answers
}

fn main_of(html: &str) -> String {
    let start = html.find("<main").expect("every page has a main part");
    let end = html.rfind("</main>").expect("every page has a main part");
    format!("{}</main>\n", &html[start..end])
}
