//! Texts with one fault each: it is told once, at its line, and nothing else is.
//!
//! A fault starts with a line `%%%% code line`, or `%%%% code line in path` when it is a whole file; without a path,
//! it is the text of a priority. A fault that is told in two places has two codes with their lines. `\u{a0}` stands
//! for the character of that number.

use canevas::pipeline;
use rayon::prelude::*;

use crate::project::{Project, TODAY, files, read, repository};

/// One fault, with what must be said of it.
struct Fault {
    /// Where it is: `notes.txt:12`.
    place: String,
    /// Codes, each with its line in the text.
    expected: Vec<(String, usize)>,
    path: Option<String>,
    body: String,
}

const REGION: &str = "regions/bretagne/amige-2022.yaml";
/// A region's file up to the text of a priority.
const BEFORE: &str =
    "statut: publie\npriorites:\n  - id: essai\n    titre: Essai\n    texte:\n      fr: |\n";

#[test]
fn every_fault_is_told_once_at_its_line() {
    let faults = faults();
    assert!(faults.len() >= MANY, "{} faults", faults.len());
    let wrong: Vec<String> = faults.par_iter().filter_map(check).collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), faults.len(), wrong.join("\n"));
}

/// So many faults at least: a reader of the corpus that reads nothing finds nothing.
const MANY: usize = 140;

fn faults() -> Vec<Fault> {
    let folder = repository().join("tests/corpus/faulty");
    let mut faults = Vec::new();
    for file in files(&folder) {
        let text = read(&folder.join(&file));
        let mut line = 1;
        for (rank, part) in text.split("%%%% ").enumerate() {
            if rank > 0 {
                faults.push(fault(format!("{}:{line}", file.display()), part));
            }
            line += part.lines().count();
        }
    }
    faults
}

fn fault(place: String, part: &str) -> Fault {
    let (head, body) = part.split_once('\n').expect("a text after its head");
    let (codes, path) = head.split_once(" in ").map_or((head, None), |(c, path)| (c, Some(path)));
    let words: Vec<&str> = codes.split(' ').collect();
    let expected = words.chunks(2).map(|pair| {
        let line = pair.get(1).and_then(|line| line.parse().ok());
        (pair[0].to_owned(), line.unwrap_or_else(|| panic!("{place}: a line after each code")))
    });
    Fault {
        expected: expected.collect(),
        path: path.map(ToOwned::to_owned),
        body: named(body),
        place,
    }
}

/// The text with its characters given by number.
fn named(body: &str) -> String {
    let mut parts = body.split("\\u{");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (number, rest) = part.split_once('}').expect("a brace after a number");
        let number = u32::from_str_radix(number, 16).expect("a number in base 16");
        text.push(char::from_u32(number).expect("a character"));
        text.push_str(rest);
    }
    text
}

/// What is said otherwise than it must be.
fn check(fault: &Fault) -> Option<String> {
    let project = Project::base();
    let path = fault.path.as_deref().unwrap_or(REGION);
    let lines = fault.body.split_inclusive('\n').map(|line| match line {
        "\n" => line.to_owned(),
        _ => format!("        {line}"),
    });
    let (before, text) = match fault.path {
        Some(_) => (0, fault.body.clone()),
        None => (BEFORE.lines().count(), BEFORE.to_owned() + &lines.collect::<String>()),
    };
    project.write(path, text);
    let build = pipeline::build(&project.request(TODAY)).expect("a project");
    let found = build.diagnostics.clone().sorted().into_iter().map(|diagnostic| {
        let (file, line, _) = build.sources.position(diagnostic.at);
        let place = if file == path { line.saturating_sub(before) } else { 0 };
        (diagnostic.code.name().to_owned(), place)
    });
    let found: Vec<(String, usize)> = found.collect();
    let said = || project.run(["check", "--lang", "fr"]).stderr;
    let (place, expected) = (&fault.place, &fault.expected);
    (found != *expected).then(|| format!("{place}: {found:?} instead of {expected:?}\n{}", said()))
}
