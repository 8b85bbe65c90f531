//! What the templates of every document read: the sheet, and words with their marks and their language.

use jiff::civil::Date;
use serde::Serialize;

use crate::documents::paragraph::{Paragraph, ParagraphKind, Run};
use crate::documents::sheet::{Guide, Phrase};
use crate::model::id::Lang;

/// The longest address that Typst takes.
const LONGEST: usize = 8000;

/// What every document of ours needs: who speaks, in which language, what stands at the head and foot of pages.
#[derive(Serialize)]
pub struct Paper {
    pub lang: String,
    pub right_to_left: bool,
    /// Of the file: shown by the reader's window.
    pub title: String,
    pub header: String,
    pub footer: String,
    pub page_of: [String; 3],
    /// Year, month, day.
    pub date: (i16, i8, i8),
}

/// Words, with their language when it is not the document's.
#[derive(Serialize)]
pub struct Words<'a> {
    text: &'a str,
    lang: Option<&'a str>,
}

/// A paragraph, a bullet or a numbered item.
#[derive(Serialize)]
pub struct Line<'a> {
    /// `plain`, `bullet` or `numbered`.
    kind: &'static str,
    number: u32,
    pub runs: Vec<Piece<'a>>,
    lang: Option<&'a str>,
}

impl Line<'_> {
    /// Whether there is nothing to read in it.
    pub fn is_silent(&self) -> bool {
        self.runs.iter().all(|piece| piece.text.trim().is_empty())
    }

    /// In characters.
    pub fn length(&self) -> usize {
        self.runs.iter().map(|piece| piece.text.chars().count()).sum()
    }
}

/// A piece of a line.
#[derive(Serialize)]
pub struct Piece<'a> {
    text: &'a str,
    strong: bool,
    emphasis: bool,
    raised: bool,
    lang: Option<&'a str>,
    link: Option<&'a str>,
    /// Of this file, to which the link leads.
    pub section: Option<&'a str>,
}

/// What to know first, under its title.
#[derive(Serialize)]
pub struct Group<'a> {
    title: &'a str,
    lines: Vec<Line<'a>>,
}

/// As templates read it.
pub fn date(date: Date) -> (i16, i8, i8) {
    (date.year(), date.month(), date.day())
}

impl<'a> Words<'a> {
    /// As templates read them.
    pub fn of(text: &'a Phrase) -> Self {
        Self { text: &text.text, lang: text.lang.as_ref().map(Lang::as_str) }
    }

    /// Words of the document's language.
    pub fn plain(text: &'a str) -> Self {
        Self { text, lang: None }
    }
}

impl<'a> Group<'a> {
    /// As templates read it.
    pub fn of(guide: &'a Guide) -> Self {
        Self { title: &guide.title, lines: lines(&guide.body) }
    }
}

/// When something is to be filled in, then how.
pub fn both<'a>(condition: &'a [Paragraph], help: &'a [Paragraph]) -> Vec<Line<'a>> {
    condition.iter().chain(help).map(line).collect()
}

/// Paragraphs, as templates read them.
pub fn lines(paragraphs: &[Paragraph]) -> Vec<Line<'_>> {
    paragraphs.iter().map(line).collect()
}

/// A paragraph, as templates read it.
pub fn line(paragraph: &Paragraph) -> Line<'_> {
    let (kind, number) = match paragraph.kind {
        ParagraphKind::Plain => ("plain", 0),
        ParagraphKind::Bullet => ("bullet", 0),
        ParagraphKind::Numbered(number) => ("numbered", number),
    };
    Line {
        kind,
        number,
        runs: paragraph.runs.iter().map(piece).collect(),
        lang: paragraph.lang.as_ref().map(Lang::as_str),
    }
}

/// A piece, as templates read it.
pub fn piece(run: &Run) -> Piece<'_> {
    Piece {
        text: &run.text,
        strong: run.strong,
        emphasis: run.emphasis,
        raised: run.is_raised(),
        lang: run.lang.as_ref().map(Lang::as_str),
        link: run.link.as_deref().filter(|address| (1..=LONGEST).contains(&address.len())),
        section: None,
    }
}
