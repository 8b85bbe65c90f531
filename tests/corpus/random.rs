//! What is written is what is published: the words of a random text are those of its page, of the call's page, of the
//! dossier and of its files, in order; a note is written once, after the text.
//!
//! Texts are made with their words beside them, so that no reader of Markdown is needed to know what they say.

use std::fmt::Write;

use canevas::pipeline::{self, Build};
use canevas::{Former, Slug};
use proptest::collection::vec;
use proptest::prelude::*;

use super::page::{between, words};
use crate::project::{Project, TODAY, package};

/// Texts of one project: each is put in every field.
const TEXTS: usize = 12;

/// A part of a line.
#[derive(Debug, Clone)]
enum Piece {
    Words(String),
    Marked(&'static str, Vec<Piece>),
    Link(String),
    Code(String),
    /// A note of the text, by a number: several calls may have one.
    Note(usize),
}

#[derive(Debug, Clone)]
enum Part {
    Paragraph(Vec<Piece>),
    Heading(String),
    /// Items, each with items under it.
    List(&'static str, Vec<(Vec<Piece>, Vec<String>)>),
    Quote(Box<Part>),
    Table(Vec<[Vec<Piece>; 2]>),
    Code(String),
}

/// A text, and what its notes say: each is called by the text or by the note before it.
#[derive(Debug, Clone)]
struct Text {
    parts: Vec<Part>,
    notes: Vec<String>,
}

fn said() -> impl Strategy<Value = String> {
    vec("[a-zéèœçñ]{2,7}", 1..5).prop_map(|words| words.join(" "))
}

fn line() -> impl Strategy<Value = Vec<Piece>> {
    let piece = prop_oneof![
        4 => said().prop_map(Piece::Words),
        1 => said().prop_map(Piece::Link),
        1 => said().prop_map(Piece::Code),
        1 => (0..3usize).prop_map(Piece::Note),
    ];
    let marked = (prop_oneof![Just("*"), Just("**")], vec(said().prop_map(Piece::Words), 1..2));
    let piece =
        prop_oneof![5 => piece, 1 => marked.prop_map(|(mark, inner)| Piece::Marked(mark, inner))];
    // A line begins with words.
    (said(), vec(piece, 0..5))
        .prop_map(|(first, rest)| [Piece::Words(first)].into_iter().chain(rest).collect())
}

fn part() -> impl Strategy<Value = Part> {
    let items = || vec((line(), vec(said(), 0..3)), 1..4);
    let leaf = prop_oneof![
        4 => line().prop_map(Part::Paragraph),
        1 => said().prop_map(Part::Heading),
        1 => items().prop_map(|items| Part::List("- ", items)),
        1 => items().prop_map(|items| Part::List("1. ", items)),
        1 => vec([line(), line()], 2..4).prop_map(Part::Table),
        1 => said().prop_map(Part::Code),
    ];
    prop_oneof![6 => leaf, 1 => line().prop_map(|inner| Part::Quote(Box::new(Part::Paragraph(inner))))]
}

fn text() -> impl Strategy<Value = Text> {
    (vec(part(), 1..6), vec(said(), 3)).prop_map(|(parts, notes)| Text { parts, notes })
}

/// Markdown that grows, with what a reader is to find of it.
#[derive(Default)]
struct Written {
    markdown: String,
    words: Vec<String>,
    called: Vec<usize>,
}

impl Written {
    /// A text, its headings of `level`.
    fn new(text: &Text, level: usize) -> Self {
        let mut written = Self::default();
        for part in &text.parts {
            written.part(part, level, "");
            written.markdown.push('\n');
        }
        let mut done = 0;
        while let Some(note) = written.called.get(done).copied() {
            done += 1;
            let _ = write!(written.markdown, "[^Note {note}]: ");
            written.say(&text.notes[note]);
            // The first note calls the last, which other texts call too.
            if note == 0 {
                written.call(2);
            }
            written.markdown.push_str("\n\n");
        }
        written
    }

    fn say(&mut self, said: &str) {
        self.markdown.push_str(said);
        self.words.extend(said.split(' ').map(ToOwned::to_owned));
    }

    fn call(&mut self, note: usize) {
        let _ = write!(self.markdown, "[^note {note}]");
        if !self.called.contains(&note) {
            self.called.push(note);
        }
    }

    fn line(&mut self, line: &[Piece]) {
        for (rank, piece) in line.iter().enumerate() {
            if rank > 0 && !matches!(piece, Piece::Note(_)) {
                self.markdown.push(' ');
            }
            match piece {
                Piece::Words(said) => self.say(said),
                Piece::Marked(mark, inner) => {
                    self.markdown.push_str(mark);
                    self.line(inner);
                    self.markdown.push_str(mark);
                }
                Piece::Link(said) => {
                    self.markdown.push('[');
                    self.say(said);
                    self.markdown.push_str("](https://example.org/)");
                }
                Piece::Code(said) => {
                    self.markdown.push('`');
                    self.say(said);
                    self.markdown.push('`');
                }
                Piece::Note(note) => self.call(*note),
            }
        }
    }

    fn part(&mut self, part: &Part, level: usize, margin: &str) {
        self.markdown.push_str(margin);
        match part {
            Part::Paragraph(line) => self.line(line),
            Part::Heading(said) => {
                let _ = write!(self.markdown, "{} ", "#".repeat(level));
                self.say(said);
            }
            Part::List(mark, items) => {
                for (item, under) in items {
                    self.markdown.push_str(mark);
                    self.line(item);
                    for said in under {
                        let _ = write!(self.markdown, "\n{}- ", " ".repeat(mark.len()));
                        self.say(said);
                    }
                    self.markdown.push('\n');
                }
            }
            Part::Quote(inner) => self.part(inner, level, "> "),
            Part::Table(rows) => {
                for (rank, [first, second]) in rows.iter().enumerate() {
                    self.markdown.push_str("| ");
                    self.line(first);
                    self.markdown.push_str(" | ");
                    self.line(second);
                    self.markdown.push_str(" |\n");
                    if rank == 0 {
                        self.markdown.push_str("|---|---|\n");
                    }
                }
            }
            Part::Code(said) => {
                self.markdown.push_str("```\n");
                self.say(said);
                self.markdown.push_str("\n```");
            }
        }
        self.markdown.push('\n');
    }
}

/// The words that are not numbers of notes, of items, or what separates cells.
fn spoken(found: Vec<String>) -> Vec<String> {
    let unnumbered = found.into_iter().map(|word| match word.split_once('[') {
        Some((before, _)) => before.to_owned(),
        None => word,
    });
    unnumbered.filter(|word| word.chars().any(char::is_alphabetic)).collect()
}

/// A project that holds every text: as a page, in the call, in the dossier.
fn project(texts: &[Text]) -> Project {
    let project = Project::base();
    let indented = |text: &str| text.replace('\n', "\n        ");
    let mut sections = "statut: publie\nsections:\n".to_owned();
    let mut canvas = String::new();
    let mut dossier = "parties:\n  - id: projet\n    titre: Projet\n    questions:\n".to_owned();
    for (rank, text) in texts.iter().enumerate() {
        let (page, added) = (Written::new(text, 2).markdown, Written::new(text, 3).markdown);
        project.write(&format!("content/pages/texte-{rank}.fr.md"), format!("# Titre\n\n{page}"));
        let _ = write!(canvas, "## Section {{#section-{rank}}}\n\nTexte.\n\n");
        let marked = format!("debut{rank}\n\n{added}\n\nfin{rank}");
        let _ =
            writeln!(sections, "  section-{rank}:\n    apres: |\n        {}", indented(&marked));
        let _ = writeln!(
            dossier,
            "      - id: question-{rank}\n        type: texte\n        libelle: Question\n        aide: |\n          {}",
            added.replace('\n', "\n          ")
        );
    }
    project.remove("content/amige-2022/canevas.en.md");
    project.write("content/amige-2022/canevas.fr.md", canvas);
    project.write("content/amige-2022/dossier.yaml", dossier);
    project.write("regions/bretagne/amige-2022.yaml", sections);
    project
}

fn bytes<'b>(build: &'b Build, name: &str) -> &'b [u8] {
    let found = build.artifacts.iter().find(|artifact| artifact.address.contains(name));
    &found.unwrap_or_else(|| panic!("{name} is published")).bytes
}

fn page_text(build: &Build, name: &str) -> String {
    String::from_utf8(bytes(build, name).to_vec()).expect("UTF-8")
}

fn file_words(build: &Build, name: &str, part: &str) -> Vec<String> {
    spoken(words(&package::text(bytes(build, name), part)))
}

fn check(texts: &[Text]) {
    let project = project(texts);
    let request = canevas::Project { only: Slug::new("bretagne"), ..project.request(TODAY) };
    let build = pipeline::edition_over(&request, &Former::new()).expect("a project");
    assert!(!build.diagnostics.any_error(), "{}", project.run(["check", "--lang", "fr"]).stderr);
    let call = page_text(&build, "fr/bretagne/amige-2022.html");
    let asked = page_text(&build, "fr/bretagne/amige-2022/dossier.html");
    let files = [
        file_words(&build, "-fr.odt", "content.xml"),
        file_words(&build, "-fr.docx", "word/document.xml"),
    ];
    let asked = between(&asked, "<main", "</main>").replace(">Retour au texte", ">");
    let asked = spoken(words(&asked));
    for (rank, text) in texts.iter().enumerate() {
        let expected = Written::new(text, 2).words;
        let alone = page_text(&build, &format!("fr/texte-{rank}.html"));
        let alone = between(&alone, "</h1>", "</main>").replace(">Retour au texte", ">");
        assert_eq!(spoken(words(&alone)), expected, "the page of text {rank}");
        let notes: usize = noted(text);
        let body = &expected[..expected.len() - notes];
        let added = between(&call, &format!("debut{rank}<"), &format!("fin{rank}<"));
        let added: Vec<String> = words(&format!("<{added}")).into_iter().collect();
        assert_eq!(spoken(added), [body, &[]].concat(), "text {rank} in the call");
        for file in &files {
            assert!(holds(file, &expected), "{expected:?} of text {rank} in {file:?}");
        }
        // A page has its notes at its end.
        for said in [body, &expected[body.len()..]] {
            assert!(holds(&asked, said), "{said:?} of text {rank} in {asked:?}");
        }
    }
}

/// Whether `all` has these words in a row.
fn holds(all: &[String], said: &[String]) -> bool {
    said.is_empty() || all.windows(said.len()).any(|window| window == said)
}

/// How many words the notes of a text have, that it calls.
fn noted(text: &Text) -> usize {
    let written = Written::new(text, 2);
    written.called.iter().map(|note| text.notes[*note].split(' ').count()).sum()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, ..ProptestConfig::default() })]

    #[test]
    fn the_words_of_a_text_are_those_of_everything_that_is_made_of_it(texts in vec(text(), TEXTS)) {
        check(&texts);
    }
}
