//! A text as it is read: the tree of its words, its values resolved, its links typed and not yet written.

use std::sync::Arc;

use crate::model::address::Address;
use crate::model::id::Lang;
use crate::model::prose::{Alignment, NoteId, NoticeKind};

/// A text, or a part of one between two blocks that are composed.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// The language it is written in.
    pub lang: Lang,
    pub blocks: Arc<[Block]>,
    /// The notes of its source, which other texts share: a call gives a rank.
    pub notes: Arc<[Note]>,
}

/// A note. It is written once in a document, however often it is called.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    pub id: NoteId,
    /// Empty when there is nothing to read in it, which has been said.
    pub blocks: Vec<Block>,
}

/// Text without blocks, as in a heading, and the language it is written in.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub lang: Lang,
    pub content: Vec<Inline>,
}

/// A part of a text that starts on its own line.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    Paragraph(Vec<Inline>),
    /// The text of a list item whose list is tight.
    Plain(Vec<Inline>),
    Heading {
        /// 1 to 6.
        level: u8,
        /// Only on a page of text, whose links may lead to it.
        id: Option<String>,
        content: Vec<Inline>,
    },
    List {
        /// The first number of an ordered list.
        start: Option<u64>,
        items: Vec<Vec<Block>>,
    },
    Quote(Vec<Block>),
    /// A passage set apart.
    Notice {
        kind: NoticeKind,
        /// The word that says why, in the language of the text.
        label: String,
        blocks: Vec<Block>,
    },
    Code(String),
    Table {
        alignments: Vec<Alignment>,
        head: Vec<Vec<Inline>>,
        rows: Vec<Vec<Vec<Inline>>>,
    },
    Rule,
}

/// A part of a line.
#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    /// Typeset already: no-break spaces and apostrophes are in place.
    Text(String),
    Code(String),
    Emphasis(Vec<Inline>),
    Strong(Vec<Inline>),
    Link {
        target: Link,
        content: Vec<Inline>,
    },
    Image {
        source: Link,
        alternative: String,
    },
    /// A passage in another language than the text.
    Foreign {
        lang: Lang,
        content: Vec<Inline>,
    },
    /// By rank in [`Text::notes`].
    NoteCall(usize),
    SoftBreak,
    HardBreak,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// A section of the subject, or an element of the page of text itself.
    Section(String),
    /// A page or file of the site.
    Inside(Address),
    /// Any other address, as it is written.
    Away(String),
    /// What is wrong and has been said: only a preview shows it.
    Nowhere(String),
}

/// Every part of a line, at any depth.
pub fn each_inline<'i>(content: &'i [Inline], visit: &mut dyn FnMut(&'i Inline)) {
    for inline in content {
        visit(inline);
        match inline {
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Link { content: inner, .. }
            | Inline::Foreign { content: inner, .. } => each_inline(inner, visit),
            _ => {}
        }
    }
}
