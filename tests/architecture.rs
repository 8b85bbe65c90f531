//! Who may name whom, and where each library stays. Read as text: a rule that needs no compiler is
//! a rule that can be read.
//!
//! Stages never import one another; only `pipeline` knows their order; only `load` reads the disk
//! and only `publish` writes it. To change the shape of the house, change these tables on purpose.

mod project;

use std::collections::BTreeSet;
use std::path::Path;

use project::{files, read, repository};

/// The modules that each module names, beside itself.
const MODULES: [(&str, &[&str]); 19] = [
    ("main", &[]),
    ("lib", &[]),
    ("cli", &[]),
    // Of `answers`, what it found, to say it.
    ("commands", &["answers", "cli", "diagnostic", "model", "pipeline", "publish"]),
    // Of `load`, the folders to watch; of `pages`, how text is escaped.
    ("commands/serve", &["cli", "diagnostic", "load", "model", "pages", "pipeline"]),
    (
        "pipeline",
        &[
            "answers",
            "diagnostic",
            "documents",
            "exports",
            "load",
            "merge",
            "model",
            "pages",
            "parse",
            "plan",
            "tell",
            "words",
        ],
    ),
    ("load", &["diagnostic", "model"]),
    ("parse", &["diagnostic", "model"]),
    ("merge", &["diagnostic", "model"]),
    ("plan", &["diagnostic", "model"]),
    ("tell", &["documents", "model", "pages", "words"]),
    ("pages", &["diagnostic", "exports", "model", "tell", "words"]),
    ("exports", &["model", "pages", "tell", "words"]),
    ("documents", &["diagnostic", "model", "pages", "tell", "words"]),
    ("words", &["diagnostic", "model"]),
    ("answers", &["model"]),
    ("publish", &["diagnostic", "model"]),
    ("diagnostic", &["model"]),
    ("model", &[]),
];

/// The modules that may name each library.
const LIBRARIES: [(&str, &[&str]); 47] = [
    ("annotate_snippets", &["diagnostic"]),
    ("anyhow", &["commands", "commands/serve", "load", "pipeline", "publish"]),
    ("axum", &["commands/serve"]),
    ("blake3", &["model", "parse"]),
    ("camino", &["cli", "commands", "commands/serve", "load", "model", "pipeline", "publish"]),
    ("clap", &["cli"]),
    ("comemo", &["documents"]),
    ("csv", &["answers", "exports"]),
    ("dejavu", &["documents"]),
    ("flate2", &["answers"]),
    ("fluent_bundle", &["diagnostic", "words"]),
    ("fluent_syntax", &["words"]),
    ("icu_calendar", &["words"]),
    ("icu_collator", &["words"]),
    ("icu_datetime", &["words"]),
    ("icu_decimal", &["words"]),
    ("icu_locale_core", &["words"]),
    ("icu_normalizer", &["load", "parse", "plan"]),
    ("icu_plurals", &["words"]),
    ("icu_properties", &["model"]),
    ("icu_provider", &["words"]),
    ("include_dir", &["load"]),
    (
        "jiff",
        &[
            "answers",
            "commands",
            "commands/serve",
            "merge",
            "model",
            "parse",
            "pipeline",
            "plan",
            "documents",
            "exports",
            "pages",
            "tell",
            "words",
        ],
    ),
    ("lopdf", &["documents"]),
    ("notify", &["commands/serve"]),
    ("open", &["commands/serve"]),
    ("pulldown_cmark", &["parse"]),
    ("quick_xml", &["answers", "documents", "exports", "plan"]),
    ("rayon", &["commands/serve", "exports", "load", "merge", "parse", "pipeline", "plan", "publish"]),
    ("rust_xlsxwriter", &["answers", "documents"]),
    ("rustix", &["commands/serve", "publish"]),
    ("schemars", &["exports"]),
    ("serde", &["answers", "commands", "commands/serve", "exports", "pages", "documents"]),
    ("serde_json", &["answers", "commands", "commands/serve", "documents", "exports", "pages"]),
    ("serde_yaml", &["parse"]),
    ("strsim", &["diagnostic"]),
    ("tera", &["pages"]),
    ("tokio", &["commands/serve"]),
    ("ttf_parser", &["documents"]),
    ("typst", &["documents"]),
    ("typst_assets", &["documents"]),
    ("typst_layout", &["documents"]),
    ("typst_pdf", &["documents"]),
    ("unic_langid", &["diagnostic", "words"]),
    ("url", &["model"]),
    ("walkdir", &["load", "publish"]),
    ("zip", &["answers", "documents"]),
];

/// What only some modules may do with the machine, by the words that do it.
const MACHINE: [(&str, &[&str]); 8] = [
    ("std::fs", &["load", "publish"]),
    ("read_dir", &["load", "publish"]),
    ("canonicalize", &["commands/serve", "load", "publish"]),
    ("std::env", &["commands", "commands/serve", "publish"]),
    ("Timestamp::now", &["commands", "commands/serve"]),
    ("SystemTime::now", &["commands", "commands/serve"]),
    ("std::process", &["commands", "commands/serve", "main"]),
    ("std::net", &["commands/serve"]),
];

/// One line of the program, without its comment.
struct Line {
    module: String,
    place: String,
    code: String,
}

#[test]
fn modules_name_only_those_below() {
    let table = |module: &str| MODULES.iter().find(|(name, _)| *name == module);
    let mut wrong = Vec::new();
    for line in lines() {
        let Some((_, allowed)) = table(&line.module) else {
            panic!("{}: the module {} is in no table", line.place, line.module);
        };
        for named in modules_named(&line.code) {
            let own = line.module.split('/').next() == Some(&*named) || line.module == "lib";
            if !own && !allowed.contains(&named.as_str()) {
                wrong.push(format!("{}: {} names {named}", line.place, line.module));
            }
        }
        if climbs_out(&line) || line.code.contains("super::super::") {
            wrong.push(format!("{}: `super` climbs out of {}", line.place, line.module));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn libraries_stay_in_their_place() {
    check(&LIBRARIES, |name| format!("{name}::"));
}

#[test]
fn the_machine_is_touched_in_few_places() {
    check(&MACHINE, str::to_owned);
}

#[test]
fn every_library_has_a_place() {
    let table: BTreeSet<&str> = LIBRARIES.iter().map(|(name, _)| *name).collect();
    let manifest = read(&repository().join("Cargo.toml"));
    let mut section = "";
    for line in manifest.lines() {
        if let Some(name) = line.strip_prefix('[') {
            section = name;
        } else if section.ends_with("dependencies]") && !section.starts_with("dev-") {
            let name = line.split(" = ").next().unwrap_or_default().trim().replace('-', "_");
            let said = name.is_empty() || name.starts_with('#') || table.contains(&*name);
            assert!(said, "Cargo.toml: no module is said to use {name}");
        }
    }
}

fn check(table: &[(&str, &[&str])], written: impl Fn(&str) -> String) {
    let mut wrong = Vec::new();
    for line in lines() {
        for (name, allowed) in table {
            if has_word(&line.code, &written(name)) && !allowed.contains(&&*line.module) {
                wrong.push(format!("{}: {} uses {name}", line.place, line.module));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Whether `word` stands in `code`, not as the end of a longer name or path.
fn has_word(code: &str, word: &str) -> bool {
    let starts = code.match_indices(word).map(|(start, _)| &code[..start]);
    starts.into_iter().any(|before| {
        !before.ends_with(|c: char| c.is_alphanumeric() || c == '_') && !before.ends_with("::")
    })
}

/// The first names of the paths that start at `crate`, in a group or not.
fn modules_named(code: &str) -> Vec<String> {
    let paths = code.split("crate::").skip(1);
    let named = paths.flat_map(|path| match path.strip_prefix('{') {
        Some(group) => top_level(group),
        None => vec![path],
    });
    named.map(first_name).filter(|name| !name.is_empty()).collect()
}

/// The paths of a group, up to the brace that closes it.
fn top_level(group: &str) -> Vec<&str> {
    let mut paths = Vec::new();
    let (mut depth, mut start) = (0, 0);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            '}' | ',' if depth == 0 => {
                paths.push(group[start..at].trim());
                start = at + 1;
                if c == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    paths
}

fn first_name(path: &str) -> String {
    path.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// Whether a line of `src/x.rs` names its parent, which is the whole program. Only its tests, which
/// stand one deeper, may say `super`.
fn climbs_out(line: &Line) -> bool {
    let single_file = line.place.matches('/').count() == 1;
    let own_tests = line.code.starts_with("    use super::");
    single_file && line.code.contains("super::") && !own_tests
}

fn lines() -> Vec<Line> {
    let source = repository().join("src");
    let files =
        files(&source).into_iter().filter(|path| path.extension().is_some_and(|e| e == "rs"));
    let lines: Vec<Line> = files.flat_map(|path| lines_of(&source, &path)).collect();
    assert!(!lines.is_empty(), "the program was not found");
    lines
}

/// The first folder, or the file; `serve` has a row of its own.
fn module_of(path: &str) -> String {
    let serve = path.starts_with("commands/serve").then_some("commands/serve");
    let first = path.split('/').next().unwrap_or(path);
    serve.unwrap_or(first.strip_suffix(".rs").unwrap_or(first)).to_owned()
}

fn lines_of(source: &Path, path: &Path) -> Vec<Line> {
    let module = module_of(&path.display().to_string().replace('\\', "/"));
    let text = read(&source.join(path));
    // A group that is split over lines is one statement.
    let mut lines: Vec<Line> = Vec::new();
    let mut open = false;
    for (rank, line) in text.lines().enumerate() {
        let code = line.split("//").next().unwrap_or_default();
        if let Some(last) = lines.last_mut().filter(|_| open) {
            last.code.push_str(code);
        } else {
            let place = format!("src/{}:{}", path.display(), rank + 1);
            lines.push(Line { module: module.clone(), place, code: code.to_owned() });
        }
        let last = lines.last().map_or("", |line| &line.code);
        open = last.contains("use crate::{") && !last.contains(';');
    }
    lines
}
