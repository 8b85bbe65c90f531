//! What we tell authors: a code, a place, and the words to say it with.
//!
//! A diagnostic holds no sentence. Its code names a message in `fr.ftl` and `en.ftl`, its arguments are
//! the author's own words, so that one run can speak any of our languages.

mod code;
mod failure;
mod messages;
mod printer;

pub use code::{Code, Severity};
pub use failure::Failure;
pub use messages::{MessageLang, Messages};
pub use printer::{Note, Printer, Summary};

use crate::model::source::Span;

/// One thing an author should know.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    /// The place to mend.
    pub at: Span,
    /// What is wrong.
    pub code: Code,
    /// Other places that explain it, each shown with the message's `.voir`.
    pub also: Vec<Span>,
    /// What the message quotes, by name.
    pub args: Vec<(&'static str, String)>,
}

impl Diagnostic {
    /// A diagnostic at one place.
    pub fn new(code: Code, at: Span) -> Self {
        Self { at, code, also: Vec::new(), args: Vec::new() }
    }

    /// Adds what the message quotes under `name`.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "literals, references and numbers alike")]
    pub fn with(mut self, name: &'static str, words: impl ToString) -> Self {
        self.args.push((name, words.to_string()));
        self
    }

    /// What the message quotes, as [`Messages`] takes it.
    pub fn quotes(&self) -> Vec<(&str, &str)> {
        messages::borrowed(&self.args)
    }

    /// Adds the nearest of `known` to `words`, for a message that asks "did you mean".
    #[must_use]
    pub fn nearest<'a>(self, words: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        self.with("suggestion", nearest(words, known).unwrap_or_default())
    }

    /// Adds another place.
    #[must_use]
    pub fn and(mut self, span: Span) -> Self {
        self.also.push(span);
        self
    }
}

/// The known word that `words` is most likely a slip of.
fn nearest<'a>(words: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let allowed = (words.chars().count() / 3).clamp(1, 3);
    // One that is much longer costs much to compare, and is no slip.
    let comparable = |candidate: &&str| candidate.len().abs_diff(words.len()) <= 4 * allowed;
    known
        .into_iter()
        .filter(comparable)
        .map(|candidate| (strsim::damerau_levenshtein(words, candidate), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min()
        .map(|(_, candidate)| candidate)
}

/// Everything found in one run.
#[derive(Debug, Clone, Default)]
pub struct Diagnostics {
    found: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    /// Adds those of a part that was examined on its own.
    pub fn extend(&mut self, other: Self) {
        self.found.extend(other.found);
    }

    /// Those found, in the order of files and lines, each once.
    pub fn sorted(mut self) -> Vec<Diagnostic> {
        self.found.sort();
        self.found.dedup();
        self.found
    }

    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Whether there is nothing to mend.
    pub fn all_well(&self) -> bool {
        self.found.iter().all(|d| d.code.severity() == Severity::Information)
    }

    /// Whether something forbids publication.
    pub fn any_error(&self) -> bool {
        self.found.iter().any(|d| d.code.severity() == Severity::Error)
    }
}
