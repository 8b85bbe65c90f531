//! Text with structure: what remains of Markdown once it is parsed.
//!
//! Values (`{{ plafond_aide }}`) stay names here and become words when a page is rendered, so one parsed
//! text serves every region. No raw HTML can be expressed.

use std::sync::Arc;

use super::id::Lang;
use super::mention::Mention;
use super::source::{Span, Spanned};
use super::value::{Place, Value};

/// A text made of blocks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prose {
    pub blocks: Vec<Block>,
    /// The notes of its source, which the sections of a canvas share: a call gives a rank.
    pub notes: Arc<[Footnote]>,
    /// The ranks of those that no text of the source calls before this one.
    pub own_notes: Vec<usize>,
    /// What it writes out that the call may know by a name.
    pub mentions: Vec<Mention>,
}

/// A footnote. It is written once, however often it is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Footnote {
    pub id: NoteId,
    /// Empty when it was called without being defined, which has been said.
    pub blocks: Vec<Block>,
}

/// What tells a note from those of the other texts of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct NoteId {
    /// The whole text that defines it.
    pub text: Span,
    pub rank: usize,
}

/// Text without blocks, as in a heading.
pub type Inlines = Vec<Inline>;

/// A part of a text that starts on its own line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    Paragraph(Inlines),
    /// The text of a list item whose list is tight.
    Plain(Inlines),
    Heading {
        /// 1 to 6.
        level: u8,
        /// Only on a page of text, whose links may lead to it.
        id: Option<String>,
        content: Inlines,
        span: Span,
    },
    List {
        /// The first number of an ordered list.
        start: Option<u64>,
        items: Vec<Vec<Block>>,
    },
    Quote(Vec<Block>),
    /// A passage set apart, under a word that says why.
    Notice {
        kind: NoticeKind,
        blocks: Vec<Block>,
    },
    Code(String),
    Table {
        alignments: Vec<Alignment>,
        head: Vec<Inlines>,
        rows: Vec<Vec<Inlines>>,
    },
    Rule,
    /// A block that the page composes: calendar, contacts…
    Place(Spanned<Place>),
}

/// Why a passage is set apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeKind {
    Note,
    Tip,
    Important,
    Warning,
    Caution,
}

impl NoticeKind {
    /// Every kind, by the word that an author writes.
    pub const ALL: [(&'static str, Self); 5] = [
        ("note", Self::Note),
        ("tip", Self::Tip),
        ("important", Self::Important),
        ("warning", Self::Warning),
        ("caution", Self::Caution),
    ];

    /// The word that an author writes.
    pub fn name(self) -> &'static str {
        let named = Self::ALL.iter().find(|(_, kind)| *kind == self);
        named.map(|(name, _)| *name).unwrap_or_default()
    }
}

/// A heading of a text, wherever it stands in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextHeading {
    pub level: u8,
    pub span: Span,
}

/// The alignment of a table's column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alignment {
    Start,
    Center,
    End,
}

/// A part of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Typeset already: no-break spaces and apostrophes are in place.
    Text(String),
    Code(String),
    Emphasis(Inlines),
    Strong(Inlines),
    Link {
        target: Target,
        content: Inlines,
        span: Span,
    },
    Image {
        /// File name among the attached documents.
        document: String,
        alternative: String,
        span: Span,
    },
    /// Words in another language than the text's (RGAA 8.7).
    Foreign {
        lang: Lang,
        content: Inlines,
    },
    Value(Spanned<Value>),
    /// By its rank among the notes of the text.
    FootnoteCall(Spanned<usize>),
    SoftBreak,
    HardBreak,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A section of the same page.
    Anchor(String),
    /// A page of `content/pages`.
    Page(String),
    /// The page of a region.
    Region(String),
    /// An attached file.
    Document(String),
    /// `https:`, `http:`, `mailto:` or `tel:`.
    External(String),
    /// Of no form that is admitted; it may be that of a page of the site, whose name is then told.
    Relative(String),
    /// The address is itself a value: `{{ service.site }}`.
    Value(Value),
}

impl Prose {
    /// Calls `visit` on every inline part, at any depth, with the notes that no earlier text of the source calls.
    pub fn each_inline<'a>(&'a self, visit: &mut dyn FnMut(&'a Inline)) {
        each_inline_of(&self.blocks, visit);
        for rank in &self.own_notes {
            each_inline_of(&self.notes[*rank].blocks, visit);
        }
    }

    /// Calls `visit` on every block of code, at any depth, with those of the same notes.
    pub fn each_code<'a>(&'a self, visit: &mut dyn FnMut(&'a str)) {
        each_code_of(&self.blocks, visit);
        for rank in &self.own_notes {
            each_code_of(&self.notes[*rank].blocks, visit);
        }
    }

    /// Every heading, at any depth, in reading order. Notes have none.
    pub fn headings(&self) -> Vec<TextHeading> {
        let mut headings = Vec::new();
        collect_headings(&self.blocks, &mut headings);
        headings
    }

    /// The names of the headings that a link may lead to.
    pub fn anchors(&self) -> impl Iterator<Item = &str> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Heading { id, .. } => id.as_deref(),
            _ => None,
        })
    }

    /// The blocks composed by the page that stand at the top level of this text.
    pub fn places(&self) -> impl Iterator<Item = &Spanned<Place>> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Place(place) => Some(place),
            _ => None,
        })
    }
}

fn collect_headings(blocks: &[Block], headings: &mut Vec<TextHeading>) {
    for block in blocks {
        match block {
            Block::Heading { level, span, .. } => {
                headings.push(TextHeading { level: *level, span: *span });
            }
            Block::List { items, .. } => {
                for item in items {
                    collect_headings(item, headings);
                }
            }
            Block::Quote(inner) | Block::Notice { blocks: inner, .. } => {
                collect_headings(inner, headings);
            }
            _ => {}
        }
    }
}

fn each_code_of<'a>(blocks: &'a [Block], visit: &mut dyn FnMut(&'a str)) {
    for block in blocks {
        match block {
            Block::Code(code) => visit(code),
            Block::List { items, .. } => {
                for item in items {
                    each_code_of(item, visit);
                }
            }
            Block::Quote(inner) | Block::Notice { blocks: inner, .. } => each_code_of(inner, visit),
            _ => {}
        }
    }
}

/// Calls `visit` on every inline part of `blocks`, at any depth.
pub fn each_inline_of<'a>(blocks: &'a [Block], visit: &mut dyn FnMut(&'a Inline)) {
    for block in blocks {
        match block {
            Block::Paragraph(content) | Block::Plain(content) | Block::Heading { content, .. } => {
                each_inline(content, visit);
            }
            Block::List { items, .. } => {
                for item in items {
                    each_inline_of(item, visit);
                }
            }
            Block::Quote(inner) | Block::Notice { blocks: inner, .. } => {
                each_inline_of(inner, visit);
            }
            Block::Table { head, rows, .. } => {
                let cells = head.iter().chain(rows.iter().flatten());
                cells.for_each(|cell| each_inline(cell, visit));
            }
            Block::Code(_) | Block::Rule | Block::Place(_) => {}
        }
    }
}

/// Calls `visit` on every inline part of `content`, at any depth.
pub fn each_inline<'a>(content: &'a [Inline], visit: &mut dyn FnMut(&'a Inline)) {
    for inline in content {
        visit(inline);
        if let Inline::Emphasis(inner)
        | Inline::Strong(inner)
        | Inline::Link { content: inner, .. }
        | Inline::Foreign { content: inner, .. } = inline
        {
            each_inline(inner, visit);
        }
    }
}

/// The words of `content` without markup or values.
pub fn plain_text(content: &[Inline]) -> String {
    let mut words = String::new();
    each_inline(content, &mut |inline| match inline {
        Inline::Text(text) | Inline::Code(text) => words.push_str(text),
        Inline::SoftBreak | Inline::HardBreak => words.push(' '),
        _ => {}
    });
    words
}
