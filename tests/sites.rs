//! Each folder of `tests/sites` is laid over `tests/base` and holds one intention: what the program
//! answers is in its `expected/`. `SNAPSHOTS=overwrite` accepts the answers of today, and
//! `cargo test --test sites -- PATTERN` runs the cases whose name holds it.
//!
//! `expected/command` is the command, else `check --lang fr`. An empty answer has no file. `expected/files` lists
//! what the run wrote, but the pictures of shared links, which a program without PDF does not draw. Of the pages named in `expected/pages`, only `<main>` is compared; of other files, every byte.

mod project;

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use libtest_mimic::{Arguments, Failed, Trial};
use project::{Project, files, folders, repository};
use snapbox::data::DataFormat;
use snapbox::{Assert, Data};

/// What a project is made of. A case may hold something else only to have it spoken of.
const SOURCES: [&str; 5] = ["canevas.yaml", "content", "regions", "themes", "public"];

fn main() -> ExitCode {
    let cases = folders(&repository().join("tests/sites"));
    assert!(!cases.is_empty(), "no case was found");
    let trials = cases.into_iter().map(|case| {
        let name = case.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Trial::test(name, move || check(&case))
    });
    libtest_mimic::run(&Arguments::from_args(), trials.collect()).exit_code()
}

/// Compares one case with what is expected of it.
fn check(case: &Path) -> Result<(), Failed> {
    let expected = case.join("expected");
    let answers = answers(case, &expected);
    let assert = Assert::new().normalize_paths(false).action_env("SNAPSHOTS");
    let mut wrong = Vec::new();
    for (file, answer) in &answers {
        if !answer.is_empty() {
            let known = Data::read_from(&expected.join(file), Some(DataFormat::Text)).raw();
            let title = file.to_string_lossy();
            let compared = assert.try_eq(Some(&title), Data::text(&**answer).raw(), known);
            wrong.extend(compared.err().map(|error| error.to_string()));
        }
    }
    let stale = files(&expected).into_iter().filter(|file| {
        file != Path::new("command") && answers.get(file).is_none_or(String::is_empty)
    });
    if std::env::var("SNAPSHOTS").is_ok_and(|action| action == "overwrite") {
        stale.for_each(|file| fs::remove_file(expected.join(file)).expect("it is stale"));
    } else {
        wrong.extend(stale.map(|file| format!("nothing answers expected/{}", file.display())));
    }
    // These are never accepted.
    let panicked = !matches!(answers[Path::new("status")].trim(), "0" | "1" | "2");
    wrong.extend(panicked.then(|| "the program did not end by itself".to_owned()));
    wrong.extend(strays(case, &answers));
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n").into()) }
}

/// The files of a case that are no source, and that no answer names.
fn strays(case: &Path, answers: &BTreeMap<PathBuf, String>) -> Vec<String> {
    let said = ["stdout", "stderr"].map(|file| &*answers[Path::new(file)]).concat();
    let names = |part: Option<&OsStr>| said.contains(&*part.unwrap_or_default().to_string_lossy());
    let strays = files(case).into_iter().filter(|file| {
        let top = file.iter().next().unwrap_or_default();
        let known = top == "expected" || SOURCES.iter().any(|source| top == *source);
        !known && !names(Some(top)) && !names(file.file_stem())
    });
    strays.map(|file| format!("{} is no source, and no answer names it", file.display())).collect()
}

/// What the program answers, by the file that expects it.
fn answers(case: &Path, expected: &Path) -> BTreeMap<PathBuf, String> {
    let project = Project::base();
    project.lay(case);
    let laid = files(&project.root);
    let command = fs::read_to_string(expected.join("command"));
    let command = command.as_deref().unwrap_or("check --lang fr");
    let said = project.run(command.split_whitespace());
    let pictures = files(&project.root).into_iter().filter(|file| is_picture(file)).count();
    let mut answers = BTreeMap::from([
        (PathBuf::from("status"), said.status.map(|s| format!("{s}\n")).unwrap_or_default()),
        (PathBuf::from("stdout"), without_pictures(&said.stdout, pictures)),
        (PathBuf::from("stderr"), said.stderr),
        (PathBuf::from("files"), written(&project, &laid)),
    ]);
    for page in files(&expected.join("pages")) {
        let text = fs::read_to_string(project.root.join("public").join(&page));
        let is_page = page.extension().is_some_and(|extension| extension == "html");
        let text = text.map(|text| if is_page { main_of(&text) } else { text });
        answers.insert(Path::new("pages").join(page), text.unwrap_or_default());
    }
    answers
}

/// The files that the run made, one a line.
fn written(project: &Project, laid: &[PathBuf]) -> String {
    let made = files(&project.root).into_iter().filter(|file| laid.binary_search(file).is_err());
    let made = made.filter(|file| !is_picture(file));
    let mut named: Vec<PathBuf> = made.map(|file| without_fingerprint(&file)).collect();
    named.sort();
    named.iter().map(|file| file.display().to_string() + "\n").collect()
}

/// What is drawn for shared links, by a program with PDF alone.
fn is_picture(file: &Path) -> bool {
    file.file_name().is_some_and(|name| name == "partage.png")
}

/// What a build says, less the pictures that it counts: "30 pages, 89 fichiers publiés dans ./public (89 ont changé)."
fn without_pictures(said: &str, pictures: usize) -> String {
    let less = |number: &str| number.parse::<usize>().ok().map(|all| (all - pictures).to_string());
    let line = |line: &str| {
        let counted = line.contains("./public (");
        let words = line.split(' ').enumerate().map(|(rank, word)| {
            let number = word.trim_start_matches('(');
            let left = less(number).filter(|_| counted && rank > 0);
            left.map_or_else(|| word.to_owned(), |left| word.replace(number, &left))
        });
        words.collect::<Vec<_>>().join(" ")
    };
    said.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// A file of the theme by the name that it has there: what it holds is no concern of these cases.
fn without_fingerprint(file: &Path) -> PathBuf {
    let path = file.display().to_string();
    let parts = path.rsplitn(3, '.').collect::<Vec<_>>();
    match *parts {
        [extension, fingerprint, stem]
            if path.starts_with("public/assets/")
                && fingerprint.len() == 8
                && fingerprint.bytes().all(|byte| byte.is_ascii_hexdigit()) =>
        {
            format!("{stem}.{extension}").into()
        }
        _ => file.to_owned(),
    }
}

fn main_of(html: &str) -> String {
    let start = html.find("<main").expect("every page has a main part");
    let end = html.rfind("</main>").expect("every page has a main part");
    format!("{}</main>\n", &html[start..end])
}
