//! Every Markdown text of the shipped project: its words are those of its pages, in order.
//!
//! What stands between braces is another word on each page, so a text is compared between its values.

use std::path::Path;

use canevas::pipeline::{self, Build};
use serde_json::Value;

use super::page::{between, words};
use super::source;
use crate::project::{Project, files, folders, read, repository};

/// The keys of YAML files that hold Markdown.
const TEXTS: [&str; 7] =
    ["aide", "apres", "avant", "avis", "consigne", "introduction", "remplacer"];

const LANGUAGES: [&str; 2] = ["fr", "en"];

/// Every announcement has been made by then.
const DAY: &str = "2022-03-01";

/// Stands for a value, which cuts a text.
const VALUE: char = '\u{1}';

#[test]
fn the_words_of_every_shipped_text_are_those_of_its_pages() {
    let build = pipeline::build(&Project::shipped().request(DAY)).expect("a project");
    let regions = folders(&repository().join("regions"));
    assert!(regions.len() >= 18, "{} regions", regions.len());
    for lang in LANGUAGES {
        for page in files(&repository().join("content/pages")) {
            let name = page.to_string_lossy();
            if let Some(slug) = name.strip_suffix(&format!(".{lang}.md")) {
                let text = read(&repository().join("content/pages").join(&page));
                check(&build, &format!("{lang}/{slug}.html"), &blocks(&text));
            }
        }
        for region in &regions {
            // The page in another language repeats the reference.
            let languages = &yaml(&region.join("region.yaml"))["langues"];
            if languages.as_array().is_some_and(|own| own.contains(&Value::from(lang))) {
                check_region(&build, lang, region);
            }
        }
    }
}

fn check_region(build: &Build, lang: &str, region: &Path) {
    let slug = region.file_name().unwrap_or_default().to_string_lossy();
    let call = format!("{lang}/{slug}/amige-2022.html");
    let adaptation = yaml(&region.join("amige-2022.yaml"));
    let content = repository().join("content/amige-2022");
    let canvas = read(&content.join(format!("canevas.{lang}.md")));
    let national = in_page_order(&canvas, &yaml(&content.join("appel.yaml"))["ordre_page"]);
    let national = national.into_iter().filter(|(id, _)| is_shown(&adaptation, id));
    let national = national.flat_map(|(_, section)| blocks(section));
    check(build, &call, &national.collect::<Vec<_>>());
    for text in texts(&adaptation, lang) {
        check(build, &call, &blocks(&text));
    }
    for text in texts(&yaml(&content.join("dossier.yaml")), lang) {
        check(build, &format!("{lang}/{slug}/amige-2022/dossier.html"), &blocks(&text));
    }
}

/// The sections of a canvas, each with its id, as the call says that its page gives them.
fn in_page_order<'c>(canvas: &'c str, order: &Value) -> Vec<(&'c str, &'c str)> {
    let id = |section: &'c str| section.split("{#").nth(1)?.split([' ', '}']).next();
    let sections = canvas.split("\n## ").map(|section| (id(section).unwrap_or_default(), section));
    let mut sections: Vec<_> = sections.collect();
    let order = order.as_array().expect("the shipped call orders its page");
    sections
        .sort_by_key(|(id, _)| order.iter().position(|first| first == id).unwrap_or(order.len()));
    sections
}

/// Whether a region keeps the national text of a section, and what it introduces has something to show.
fn is_shown(adaptation: &Value, id: &str) -> bool {
    let changed = &adaptation["sections"][id];
    let introduces = ["priorites", "nouveautes", "documents"].contains(&id);
    let is_empty = adaptation[id].as_array().is_none_or(Vec::is_empty);
    changed["remplacer"].is_null() && !(introduces && is_empty && changed.is_null())
}

/// Looks for each block on a page after the one before it.
fn check(build: &Build, address: &str, blocks: &[String]) {
    let page = build.artifacts.iter().find(|artifact| artifact.address == address);
    let page = page.unwrap_or_else(|| panic!("{address} is published"));
    let html = std::str::from_utf8(&page.bytes).expect("a page is in UTF-8");
    let shown = words(between(html, "<main", "</main>"));
    let mut done = 0;
    for block in blocks {
        for piece in pieces(block) {
            let found = shown[done..].windows(piece.len()).position(|window| window == piece);
            let at = found.unwrap_or_else(|| panic!("{piece:?} is on {address}, in its place"));
            done += at + piece.len();
        }
    }
}

/// A text in its paragraphs, without the attributes of its headings.
fn blocks(text: &str) -> Vec<String> {
    let bare = |line: &str| match line.split_once(" {#") {
        Some((heading, _)) => heading.to_owned(),
        None => line.to_owned(),
    };
    let lines: Vec<String> = text.lines().map(bare).collect();
    lines.join("\n").split("\n\n").map(ToOwned::to_owned).collect()
}

/// The runs of words of a paragraph between its values.
fn pieces(block: &str) -> Vec<Vec<String>> {
    let mut text = String::new();
    let mut rest = block;
    while let Some((before, after)) = rest.split_once("{{") {
        text.push_str(before);
        text.push(VALUE);
        rest = after.split_once("}}").expect("a value ends").1;
    }
    text.push_str(rest);
    let words = source::words(&text).body;
    let runs = words.split(|word| word.contains(VALUE)).map(<[String]>::to_vec);
    runs.filter(|run| !run.is_empty()).collect()
}

fn yaml(path: &Path) -> Value {
    serde_yaml::from_str(&read(path)).expect("the shipped files are YAML")
}

/// The Markdown texts of a file in one language.
fn texts(value: &Value, lang: &str) -> Vec<String> {
    match value {
        // Not asked where the region has no priority.
        Value::Object(entries) if entries.get("type").is_some_and(|kind| kind == "priorites") => {
            Vec::new()
        }
        Value::Object(entries) => {
            let own = entries.iter().flat_map(|(key, value)| {
                let is_text = TEXTS.contains(&&**key) || (key == "texte" && value.is_object());
                let text = value[lang].as_str().filter(|_| is_text);
                text.map_or_else(|| texts(value, lang), |text| vec![text.to_owned()])
            });
            own.collect()
        }
        Value::Array(items) => items.iter().flat_map(|item| texts(item, lang)).collect(),
        _ => Vec::new(),
    }
}
