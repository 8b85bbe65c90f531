//! Honest files of a region, as officers type YAML: nothing is said of them, and the page has the words that each
//! announces in its comments (`# lu : …`).

use canevas::pipeline;
use rayon::prelude::*;

use super::page::words;
use super::source::split;
use crate::project::{Project, TODAY, read, repository};

#[test]
fn honest_files_are_read_as_their_authors_mean_them() {
    let text = read(&repository().join("tests/corpus/files/regions.yaml"));
    let files: Vec<&str> = text.split("%%%%\n").collect();
    assert!(files.len() > 20, "{} files", files.len());
    let wrong: Vec<String> = files.par_iter().flat_map(|file| check(file)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is said of a file, and the words that its page has not.
fn check(file: &str) -> Vec<String> {
    let project = Project::base();
    project.write("regions/bretagne/amige-2022.yaml", file);
    let build = pipeline::build(&project.request(TODAY)).expect("a project");
    if !build.diagnostics.is_empty() {
        return vec![format!("{file}{}", project.run(["check", "--lang", "fr"]).stderr)];
    }
    let is_page = |address: &str| address == "fr/bretagne/amige-2022.html";
    let page = build.artifacts.iter().find(|artifact| is_page(artifact.address.as_str()));
    let html = String::from_utf8_lossy(&page.expect("the page of the call").bytes);
    let shown = words(&html).join(" ");
    let announced = file.lines().filter_map(|line| line.strip_prefix("# lu : "));
    let missing = announced.filter(|line| !shown.contains(&split(line).join(" ")));
    missing.map(|line| format!("« {line} » is not on the page of\n{file}")).collect()
}
