//! What the template of a call's text reads.

use serde::Serialize;

use super::pieces::{self, Group, Line, Paper, Piece, Words};
use crate::documents::call_text::{Alignment, Block, CallText, Dated, Passage, Section};
use crate::documents::paragraph::{Paragraph, Run};
use crate::model::id::Lang;
use crate::model::told::booklet::Cover;

/// The text of a call.
#[derive(Serialize)]
pub struct Call<'a> {
    paper: Paper,
    service: &'a str,
    title: Words<'a>,
    within: &'a str,
    summary: Words<'a>,
    contents: &'a str,
    guide: Vec<Group<'a>>,
    sections: Vec<Titled<'a>>,
}

#[derive(Serialize)]
struct Titled<'a> {
    id: &'a str,
    /// From 1, without a gap: a tagged file takes no other headings.
    depth: u8,
    title: Vec<Piece<'a>>,
    lang: Option<&'a str>,
    passages: Vec<Authored<'a>>,
}

#[derive(Serialize)]
struct Authored<'a> {
    mark: Option<&'a str>,
    blocks: Vec<Shown<'a>>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Shown<'a> {
    Paragraph { line: Line<'a> },
    Heading { depth: u8, line: Line<'a> },
    List { start: Option<u64>, items: Vec<Vec<Shown<'a>>> },
    Quote { blocks: Vec<Shown<'a>> },
    Code { text: &'a str },
    Table { ends: Vec<&'static str>, head: Vec<Line<'a>>, rows: Vec<Vec<Line<'a>>> },
    Rule,
    Calendar { steps: Vec<Step<'a>> },
}

#[derive(Serialize)]
struct Step<'a> {
    label: Words<'a>,
    when: &'a str,
    marks: &'a [String],
    cancelled: bool,
}

impl<'a> Call<'a> {
    /// Keeps links to the call's own sections inside the file.
    pub fn new(text: &'a CallText) -> Self {
        let inside = Inside { page: &text.page, sections: &text.sections };
        let sections = text.sections.iter().map(|section| inside.section(section));
        Self {
            paper: paper(&text.cover),
            service: &text.cover.service,
            title: Words::of(&text.cover.title),
            within: &text.cover.within,
            summary: Words::of(&text.cover.summary),
            contents: &text.cover.contents,
            guide: text.guide.iter().map(Group::of).collect(),
            sections: without_gap(sections.collect()),
        }
    }
}

/// Puts each heading of a text under its section's, and no heading more than one level under the one before it.
fn without_gap(mut sections: Vec<Titled<'_>>) -> Vec<Titled<'_>> {
    let mut above = 0;
    for section in &mut sections {
        section.depth = section.depth.clamp(1, above + 1);
        above = section.depth;
        for passage in &mut section.passages {
            settle(&mut passage.blocks, section.depth, &mut above);
        }
    }
    sections
}

/// `above` is the depth of the heading before `blocks`, then of their last.
fn settle(blocks: &mut Vec<Shown<'_>>, section: u8, above: &mut u8) {
    blocks.retain(|block| !matches!(block, Shown::Heading { line, .. } if line.is_silent()));
    for block in blocks {
        match block {
            Shown::Heading { depth, .. } => {
                *depth = (*depth).max(section + 1).min(*above + 1);
                *above = *depth;
            }
            Shown::List { items, .. } => {
                for item in items {
                    settle(item, section, above);
                }
            }
            Shown::Quote { blocks } => settle(blocks, section, above),
            _ => {}
        }
    }
}

fn paper(cover: &Cover) -> Paper {
    Paper {
        lang: cover.lang.to_string(),
        right_to_left: cover.right_to_left,
        title: format!("{} {}", cover.title.text, cover.within),
        header: format!("{} · {}", cover.service, cover.title.text),
        footer: cover.footer.clone(),
        page_of: cover.page_of.clone(),
        date: pieces::date(cover.date),
    }
}

/// The sections that links may lead to without leaving the file.
struct Inside<'a> {
    page: &'a str,
    sections: &'a [Section],
}

impl<'a> Inside<'a> {
    fn section(&self, section: &'a Section) -> Titled<'a> {
        Titled {
            id: &section.id,
            depth: section.level.saturating_sub(1),
            title: self.pieces(&section.title),
            lang: section.lang.as_ref().map(Lang::as_str),
            passages: section.passages.iter().map(|passage| self.passage(passage)).collect(),
        }
    }

    fn passage(&self, passage: &'a Passage) -> Authored<'a> {
        Authored { mark: passage.mark.as_deref(), blocks: self.blocks(&passage.blocks) }
    }

    fn blocks(&self, blocks: &'a [Block]) -> Vec<Shown<'a>> {
        blocks.iter().map(|block| self.block(block)).collect()
    }

    fn block(&self, block: &'a Block) -> Shown<'a> {
        match block {
            Block::Paragraph(text) => Shown::Paragraph { line: self.line(text) },
            Block::Heading { level, text } => {
                Shown::Heading { depth: level.saturating_sub(1), line: self.line(text) }
            }
            Block::List { start, items } => Shown::List {
                start: *start,
                items: items.iter().map(|item| self.blocks(item)).collect(),
            },
            Block::Quote(inner) => Shown::Quote { blocks: self.blocks(inner) },
            Block::Code(text) => Shown::Code { text },
            Block::Table { alignments, head, rows } => Shown::Table {
                ends: alignments.iter().map(|alignment| side(*alignment)).collect(),
                head: self.lines(head),
                rows: rows.iter().map(|row| self.lines(row)).collect(),
            },
            Block::Rule => Shown::Rule,
            Block::Calendar(steps) => Shown::Calendar { steps: steps.iter().map(step).collect() },
        }
    }

    fn lines(&self, paragraphs: &'a [Paragraph]) -> Vec<Line<'a>> {
        paragraphs.iter().map(|paragraph| self.line(paragraph)).collect()
    }

    fn line(&self, paragraph: &'a Paragraph) -> Line<'a> {
        let mut line = pieces::line(paragraph);
        line.runs = self.pieces(&paragraph.runs);
        line
    }

    fn pieces(&self, runs: &'a [Run]) -> Vec<Piece<'a>> {
        let piece = |run: &'a Run| {
            let mut piece = pieces::piece(run);
            piece.section = self.section_of(run);
            piece
        };
        runs.iter().map(piece).collect()
    }

    fn section_of(&self, run: &'a Run) -> Option<&'a str> {
        let id = run.link.as_deref()?.strip_prefix(self.page)?.strip_prefix('#')?;
        self.sections.iter().any(|section| section.id == id).then_some(id)
    }
}

fn side(alignment: Alignment) -> &'static str {
    match alignment {
        Alignment::Start => "start",
        Alignment::Center => "center",
        Alignment::End => "end",
    }
}

fn step(dated: &Dated) -> Step<'_> {
    Step {
        label: Words::of(&dated.label),
        when: &dated.when,
        marks: &dated.marks,
        cancelled: dated.cancelled,
    }
}
