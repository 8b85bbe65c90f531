//! What the machine or the command line refused, said in the reader's language.

use std::fmt;

use super::messages::{Messages, borrowed};

/// A failure that is not in the author's files. Its message is `echec-<id>`.
#[derive(Debug)]
pub struct Failure {
    id: &'static str,
    args: Vec<(&'static str, String)>,
}

impl Failure {
    /// A failure by the name of its message.
    pub fn new(id: &'static str) -> Self {
        Self { id, args: Vec::new() }
    }

    /// Adds what the message quotes under `name`.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "literals, references and numbers alike")]
    pub fn with(mut self, name: &'static str, words: impl ToString) -> Self {
        self.args.push((name, words.to_string()));
        self
    }

    /// Adds the nearest of `known` to `words`, for a message that asks "did you mean".
    #[must_use]
    pub fn nearest<'a>(self, words: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        self.with("suggestion", super::nearest(words, known).unwrap_or_default())
    }

    /// The sentence.
    pub fn say(&self, messages: &Messages) -> String {
        messages.sentence(&format!("echec-{}", self.id), &borrowed(&self.args))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.id)?;
        self.args.iter().try_for_each(|(name, words)| write!(f, " {name}={words}"))
    }
}

impl std::error::Error for Failure {}
