//! What every format of a file can show of a text: paragraphs, and pieces with their marks.

use crate::model::id::Lang;

/// A paragraph with its marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    pub kind: ParagraphKind,
    pub runs: Vec<Run>,
    /// Only when it is not the dossier's (RGAA 8.7).
    pub lang: Option<Lang>,
}

/// How a paragraph begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParagraphKind {
    Plain,
    Bullet,
    /// With its number, from 1.
    Numbered(u32),
}

/// A piece of a paragraph.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Run {
    pub text: String,
    pub strong: bool,
    pub emphasis: bool,
    /// An absolute address; from the page, on the page.
    pub link: Option<String>,
    /// Only when it is not the paragraph's (RGAA 8.7).
    pub lang: Option<Lang>,
    pub kind: RunKind,
}

/// What a piece is, besides words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum RunKind {
    #[default]
    Words,
    /// The number of a note, where it is called or before what it says.
    NoteNumber,
    /// Above the line, and smaller: the end of "1er".
    Raised,
}

impl Run {
    /// Whether it stands above the line.
    pub fn is_raised(&self) -> bool {
        self.kind == RunKind::Raised
    }

    /// Whether it is the number of a note.
    pub fn is_note_number(&self) -> bool {
        self.kind == RunKind::NoteNumber
    }
}
