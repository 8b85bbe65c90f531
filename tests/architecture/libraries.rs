//! Where each third-party library stays, and which files may use the machine.

use std::collections::BTreeMap;

use super::exact::same;
use super::program::{PROGRAM, Program, Target, stands_in};
use super::tables::{LIBRARIES, MACHINE};
use crate::project::{read, repository};

/// The files that name each library, with the first line that does.
pub type Users = BTreeMap<String, BTreeMap<String, usize>>;

#[test]
fn libraries_stay_in_their_place() {
    let users = users(&PROGRAM);
    let mut wrong = Vec::new();
    for (library, places) in LIBRARIES {
        let files = users.get(*library).into_iter().flatten();
        let outside = files.clone().filter(|(file, _)| !places.iter().any(|p| stands_in(file, p)));
        wrong.extend(outside.map(|(file, line)| format!("src/{file}.rs:{line} uses {library}")));
        let unused = places.iter().filter(|place| !files.clone().any(|(f, _)| stands_in(f, place)));
        wrong.extend(unused.map(|place| format!("{place} uses {library} no more: strike it out")));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_library_has_a_place() {
    let manifest = read(&repository().join("Cargo.toml"));
    let mut libraries = Vec::new();
    let mut section = "";
    for line in manifest.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(name) = line.strip_prefix('[') {
            section = name;
        } else if section.ends_with("dependencies]") && !section.starts_with("dev-") {
            let name = line.split(" = ").next().unwrap_or_default();
            libraries.push(name.trim().replace('-', "_"));
        }
    }
    let table: Vec<&str> = LIBRARIES.iter().map(|(name, _)| *name).collect();
    same("the libraries of Cargo.toml", &libraries, &table);
}

/// `clippy.toml` says what they are excused from, and the root of the program asks for it.
#[test]
fn the_machine_is_used_in_few_places() {
    let lints = ["all", "style", "disallowed_methods", "disallowed_types"];
    let named = |path: &[String]| match path {
        [tool, lint] => tool == "clippy" && lints.contains(&lint.as_str()),
        _ => false,
    };
    let files = PROGRAM.files.iter().filter(|file| file.place != "lib");
    let excused = files.filter(|file| file.names.iter().any(|name| named(&name.path)));
    let excused: Vec<String> = excused.map(|file| file.place.clone()).collect();
    same("files that clippy.toml does not hold", &excused, MACHINE);
}

/// What the files of a program name of libraries.
pub fn users(program: &Program) -> Users {
    let mut users = Users::new();
    for file in &program.files {
        for (name, target) in program.targets(file) {
            if let Target::Theirs(path) = target {
                let files = users.entry(path[0].clone()).or_default();
                files.entry(file.place.clone()).or_insert(name.line);
            }
        }
    }
    users
}
