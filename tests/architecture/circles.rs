//! No two files need one another, whatever the files between them.
//!
//! A file needs another when it names something that the other defines, by whatever path: a name that a third file only
//! passes on (`pub use`) leads to the file that defines it. So these are no arrows:
//! - `mod child;`, which says where a file stands;
//! - `pub use child::Thing`, as long as the file does not use the thing itself;
//! - the parents on the way of a path: `parent::child::Thing` needs `child` alone;
//! - what only tests say: they may try anything.
//!
//! A child that names what its parent defines, while the parent names what the child defines, is a circle as any other:
//! what both need belongs in a third file. Methods are not seen, since calling one names no file.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::names::How;
use super::program::{PROGRAM, Program, Target};

/// From each file to those it needs, with the first line that does.
pub type Graph<'a> = BTreeMap<&'a str, BTreeMap<&'a str, usize>>;

#[test]
fn no_file_is_in_a_circle() {
    let graph = graph(&PROGRAM);
    let circles = circles(&graph);
    let told: Vec<String> = circles.iter().map(|circle| told(&graph, circle)).collect();
    assert!(told.is_empty(), "\n{}", told.join("\n"));
}

/// Who needs whom.
pub fn graph(program: &Program) -> Graph<'_> {
    let mut graph = Graph::new();
    for file in &program.files {
        let needed = graph.entry(&file.place).or_default();
        for (name, target) in program.targets(file) {
            let passed_on = matches!(name.how, How::Import { public: true, .. });
            let counts = !passed_on && !name.tests && !file.tests;
            if let Target::Ours { module, .. } = target
                && counts
            {
                let other = program.file_of(&module);
                if other.place != file.place {
                    needed.entry(&other.place).or_insert(name.line);
                }
            }
        }
    }
    graph
}

/// The sets of files that need one another: two files are in one when each can be reached from the other.
pub fn circles<'a>(graph: &Graph<'a>) -> BTreeSet<BTreeSet<&'a str>> {
    let reached: BTreeMap<&str, _> =
        graph.keys().map(|file| (*file, reached(graph, file))).collect();
    let circle = |file: &'a str| -> BTreeSet<&'a str> {
        reached[file].keys().copied().filter(|other| reached[other].contains_key(file)).collect()
    };
    graph.keys().map(|file| circle(file)).filter(|files| !files.is_empty()).collect()
}

/// What a file comes to need, nearest first, each with the file that needs it.
fn reached<'a>(graph: &Graph<'a>, file: &str) -> BTreeMap<&'a str, &'a str> {
    let mut by = BTreeMap::new();
    let mut next = VecDeque::from([*graph.get_key_value(file).expect("a file of the graph").0]);
    while let Some(file) = next.pop_front() {
        for needed in graph[file].keys() {
            by.entry(*needed).or_insert_with(|| {
                next.push_back(needed);
                file
            });
        }
    }
    by
}

/// The shortest way from the first file of a circle to itself, with its lines, and all the files of the circle.
fn told(graph: &Graph, files: &BTreeSet<&str>) -> String {
    let first = files.first().expect("a circle has files");
    let by = reached(graph, first);
    let mut steps = Vec::new();
    let mut to = *first;
    loop {
        let from = by[to];
        steps.push(format!("  src/{from}.rs:{} needs {to}", graph[from][to]));
        to = from;
        if to == *first {
            break;
        }
    }
    steps.reverse();
    format!("a circle among {files:?}:\n{}", steps.join("\n"))
}
