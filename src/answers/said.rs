//! What is said of a received file: why it is not read, or what the reader of its answers should know.

use super::code::{RefusalCode, RemarkCode};

/// Why a file is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    pub code: RefusalCode,
    pub args: Vec<(&'static str, String)>,
}

impl Refusal {
    /// A refusal that quotes nothing.
    pub fn new(code: RefusalCode) -> Self {
        Self { code, args: Vec::new() }
    }

    /// Adds what the message quotes under `name`.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "literals, references and numbers alike")]
    pub fn with(mut self, name: &'static str, words: impl ToString) -> Self {
        self.args.push((name, words.to_string()));
        self
    }
}

/// Something that the reader of the answers should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    pub code: RemarkCode,
    /// The question, or what in it; nothing for the file as a whole.
    pub place: Option<String>,
    pub args: Vec<(&'static str, String)>,
}

impl Remark {
    /// A remark on the file as a whole.
    pub fn new(code: RemarkCode) -> Self {
        Self { code, place: None, args: Vec::new() }
    }

    /// A remark on a question, or on what is in it.
    pub fn at(code: RemarkCode, place: &str) -> Self {
        Self { place: Some(place.to_owned()), ..Self::new(code) }
    }

    /// Adds what the message quotes under `name`.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "literals, references and numbers alike")]
    pub fn with(mut self, name: &'static str, words: impl ToString) -> Self {
        self.args.push((name, words.to_string()));
        self
    }
}
