//! The text of a call as one region publishes it, in one language: what is attached to a message or printed.
//!
//! The page of the site says what stands today; this says what the call is, whatever the day.

mod blocks;
pub mod lay;

use crate::documents::paragraph::{Paragraph, Run};
use crate::documents::sheet::Guide;
use crate::model::id::Lang;
pub use crate::model::prose::Alignment;
use crate::model::told::booklet::Cover;
pub use crate::model::told::booklet::Dated;

/// The whole text.
#[derive(Debug, Clone)]
pub struct CallText {
    pub cover: Cover,
    /// Until when, for how much, whom to ask: before the text.
    pub guide: Vec<Guide>,
    /// The address of the call's page: links to its sections stay inside this file.
    pub page: String,
    pub sections: Vec<Section>,
}

/// A heading with its text.
#[derive(Debug, Clone)]
pub struct Section {
    pub id: String,
    /// 2 to 6.
    pub level: u8,
    pub title: Vec<Run>,
    pub lang: Option<Lang>,
    pub passages: Vec<Passage>,
}

/// What has one author.
#[derive(Debug, Clone)]
pub struct Passage {
    /// "Ajouté par la DREETS Bretagne"; `None` for the national text.
    pub mark: Option<String>,
    pub blocks: Vec<Block>,
}

/// A part of a text that starts on its own line.
#[derive(Debug, Clone)]
pub enum Block {
    Paragraph(Paragraph),
    Heading {
        /// 1 to 6.
        level: u8,
        text: Paragraph,
    },
    List {
        /// The first number of an ordered list.
        start: Option<u64>,
        items: Vec<Vec<Block>>,
    },
    Quote(Vec<Block>),
    Code(String),
    Table {
        alignments: Vec<Alignment>,
        head: Vec<Paragraph>,
        rows: Vec<Vec<Paragraph>>,
    },
    Rule,
    /// Dates in their order: what happens, and when.
    Calendar(Vec<Dated>),
}
