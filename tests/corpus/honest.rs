//! Honest texts: no message, no word lost.

use std::collections::BTreeMap;
use std::fmt::Write;

use canevas::pipeline;
use rayon::prelude::*;

use super::page::{between, words};
use super::source;
use crate::project::{Project, TODAY, files, read, repository};

/// One text of the corpus.
struct Text {
    /// Where it is: `prose.fr.md:12`.
    place: String,
    body: String,
}

#[test]
fn honest_texts_are_published_as_they_are_written_and_nothing_is_said() {
    let corpus = corpus();
    let count: usize = corpus.values().map(Vec::len).sum();
    assert!(count >= MANY, "{count} texts");
    let wrong: Vec<String> =
        corpus.par_iter().flat_map(|(lang, texts)| check(lang, texts)).collect();
    assert!(wrong.is_empty(), "{} differences:\n{}", wrong.len(), wrong.join("\n"));
}

/// The last paragraph of a text.
const END: &str = "textefini";

/// So many texts at least: a reader of the corpus that reads nothing finds nothing.
const MANY: usize = 380;

/// The texts of `tests/corpus/honest`, by their language.
fn corpus() -> BTreeMap<String, Vec<Text>> {
    let folder = repository().join("tests/corpus/honest");
    let mut corpus: BTreeMap<String, Vec<Text>> = BTreeMap::new();
    for file in files(&folder) {
        let name = file.to_string_lossy();
        let lang = name.split('.').nth(1).expect("theme.language.md");
        let texts = corpus.entry(lang.to_owned()).or_default();
        let mut line = 1;
        for body in read(&folder.join(&file)).split("%%%%\n") {
            texts.push(Text { place: format!("{name}:{line}"), body: body.to_owned() });
            line += body.lines().count() + 1;
        }
    }
    corpus
}

/// What is said of the texts of one language, and each word that differs.
fn check(lang: &str, texts: &[Text]) -> Vec<String> {
    let project = project(lang, texts);
    let build = pipeline::build(&project.request(TODAY)).expect("a project");
    if !build.diagnostics.is_empty() {
        return vec![project.run(["check", "--lang", "fr"]).stderr];
    }
    let page = |address: String| {
        let found = build.artifacts.iter().find(|artifact| artifact.address.as_str() == address);
        let bytes = &found.unwrap_or_else(|| panic!("no page {address}")).bytes;
        String::from_utf8(bytes.to_vec()).expect("a page is in UTF-8")
    };
    let call = page(format!("{lang}/bretagne/amige-2022.html"));
    let mut wrong = Vec::new();
    for (rank, text) in texts.iter().enumerate() {
        let alone = page(format!("{lang}/texte-{rank}.html"));
        // Its head describes it by its first words.
        let alone = between(&alone, "<main", "</html>");
        let priority = between(&call, &format!("\"priority_texte-{rank}\""), "</article>");
        let places = [
            (
                "section",
                between(&call, &format!("section{rank}debut"), &format!("section{rank}fin")),
            ),
            (
                "nouveauté",
                between(&call, &format!("nouveau{rank}debut"), &format!("nouveau{rank}fin")),
            ),
            ("priorité", between(priority, "</h3>", END)),
            ("page", between(alone, "</h1>", END)),
        ];
        let expected = source::words(&text.body);
        for (field, html) in places {
            wrong.extend(differs(&text.place, field, &expected.body, &words(html)));
        }
        let notes = between(alone, END, "</main>");
        wrong.extend(note_differs(text, &expected.notes, &words(notes)));
    }
    wrong
}

/// The notes of a page end with the ways back to the text.
fn note_differs(text: &Text, expected: &[String], found: &[String]) -> Option<String> {
    let back = ["Retour", "au", "texte", "Back", "to", "the", "text", "(1)", "(2)"];
    let is_note = |word: &&String| !back.contains(&word.as_str());
    let found: Vec<String> = found.iter().filter(is_note).cloned().collect();
    differs(&text.place, "notes", expected, &found)
}

fn differs(place: &str, field: &str, expected: &[String], found: &[String]) -> Option<String> {
    let (expected, found) = (expected.join(" "), found.join(" "));
    (expected != found).then(|| format!("{place}, {field}:\n  typed: {expected}\n  shown: {found}"))
}

/// A project that holds every text four times, in `lang`.
fn project(lang: &str, texts: &[Text]) -> Project {
    let project = Project::base();
    speak(&project, lang);
    project.remove("content/amige-2022/canevas.en.md");
    let mut canvas = String::new();
    let (mut sections, mut news, mut priorities) = (String::new(), String::new(), String::new());
    for (rank, text) in texts.iter().enumerate() {
        let marked = |mark: &str| {
            let text = at(&text.body, 3);
            block(lang, &format!("{mark}{rank}debut\n\n{text}\n\n{mark}{rank}fin"))
        };
        let _ = writeln!(canvas, "## Section {rank} {{#section-{rank}}}\n\nTexte.\n");
        let _ = writeln!(sections, "  section-{rank}:\n    apres:{}", marked("section"));
        let _ = writeln!(news, "  - date: 2021-12-10\n    texte:{}", marked("nouveau"));
        let body = block(lang, &format!("{}\n\n{END}", at(&text.body, 4)));
        let _ = writeln!(priorities, "  - id: texte-{rank}\n    titre: Titre\n    texte:{body}");
        let page = format!("# Titre\n\n{}\n\n{END}\n", at(&text.body, 2));
        project.write(&format!("content/pages/texte-{rank}.{lang}.md"), page);
        if lang != "fr" {
            project.write(&format!("content/pages/texte-{rank}.fr.md"), "# Titre\n\nTexte.\n");
        }
    }
    canvas.push_str("## Priorités {#priorites}\n\n{{ priorites }}\n\n");
    canvas.push_str("## Nouveautés {#nouveautes}\n\n{{ nouveautes }}\n");
    for lang in ["fr", lang] {
        project.write(&format!("content/amige-2022/canevas.{lang}.md"), &canvas);
    }
    let region =
        format!("statut: publie\nsections:\n{sections}nouveautes:\n{news}priorites:\n{priorities}");
    project.write("regions/bretagne/amige-2022.yaml", region);
    project
}

/// Publishes in `lang` too; a language for which the theme has no words takes those of English.
fn speak(project: &Project, lang: &str) {
    if lang == "fr" || lang == "en" {
        return;
    }
    let settings = read(&project.root.join("canevas.yaml"));
    project.write("canevas.yaml", settings.replace("[fr, en]", &languages(lang)));
    let strings = "themes/sobre/strings";
    let words = |name: &str| {
        read(&repository().join(strings).join(name)) + &format!("name_{lang} = {lang}\n")
    };
    for (file, like) in [("fr", "fr.ftl"), ("en", "en.ftl"), (lang, "en.ftl")] {
        project.write(&format!("{strings}/{file}.ftl"), words(like));
    }
}

fn languages(lang: &str) -> String {
    match lang {
        // Unicode does not describe how they write dates.
        "gcf" | "co" => format!("[fr, en, {{ code: {lang}, nom: {lang}, formats: fr }}]"),
        _ => format!("[fr, en, {lang}]"),
    }
}

/// A text of a YAML file, in `lang` and at least in French.
fn block(lang: &str, text: &str) -> String {
    let margin = "\n        ";
    let lines: Vec<&str> = text.lines().collect();
    let french = if lang == "fr" { "" } else { "\n      fr: Texte." };
    format!("{french}\n      {lang}: |{margin}{}", lines.join(margin))
}

/// The text with its headings at the level of the field: in the corpus, they start at 3.
fn at(text: &str, level: usize) -> String {
    let shifted = text.lines().map(|line| match line.strip_prefix("###") {
        Some(rest) => format!("{}{rest}", "#".repeat(level)),
        None => line.to_owned(),
    });
    shifted.collect::<Vec<_>>().join("\n")
}
