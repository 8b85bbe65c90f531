//! What we tell authors: a code, a place, and the words to say it with.
//!
//! A diagnostic holds no sentence. Its code names a message in `fr.ftl` and `en.ftl`, its arguments are
//! the author's own words, so that one run can speak any of our languages.

mod code;
mod failure;
mod messages;
mod printer;
mod twins;
mod window;

pub use code::{Code, Severity};
pub use failure::Failure;
pub use messages::{MessageLang, Messages};
pub use printer::{Note, Printer, Summary};
pub use twins::Seen;

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

    /// The identifier `id`, which was given `first` elsewhere.
    pub fn twin(id: impl ToString, at: Span, first: Span) -> Self {
        Self::new(Code::DuplicateIdentifier, at).and(first).with("identifiant", id)
    }

    /// Adds what the message quotes under `name`.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "literals, references and numbers alike")]
    pub fn with(mut self, name: &'static str, words: impl ToString) -> Self {
        self.args.push((name, words.to_string()));
        self
    }

    /// What the message quotes under `name`, if it does.
    pub fn quoted(&self, name: &str) -> Option<&str> {
        self.args.iter().find(|(known, _)| *known == name).map(|(_, words)| words.as_str())
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

    /// The same, for the first mistakes only.
    #[must_use]
    pub fn nearest_of<'a>(
        self,
        suggestions: &mut Suggestions,
        words: &str,
        known: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        if suggestions.one_more() {
            self.nearest(words, known)
        } else {
            self.with("suggestion", "")
        }
    }

    /// Adds another place.
    #[must_use]
    pub fn and(mut self, span: Span) -> Self {
        self.also.push(span);
        self
    }
}

/// How many mistakes of one text were told the nearest name. Looking for it is slow where many are known.
#[derive(Debug, Default)]
pub struct Suggestions(usize);

impl Suggestions {
    /// Who makes more mistakes than that makes another one.
    const MOST: usize = 100;

    /// Whether one more mistake is told the nearest name.
    pub fn one_more(&mut self) -> bool {
        self.0 += 1;
        self.0 <= Self::MOST
    }
}

/// The known word that `words` is most likely a slip of.
fn nearest<'a>(words: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let rank = |candidate: &'a str| {
        let slips = distance(words, candidate).map(|slips| (0, slips));
        slips.or_else(|| is_part(words, candidate).then_some((1, candidate.len())))
    };
    let ranked = known.into_iter().filter_map(|candidate| Some((rank(candidate)?, candidate)));
    ranked.min().map(|(_, candidate)| candidate)
}

/// Whether `words` is some of the words of `candidate`, as `plafond` is of `plafond_aide`.
fn is_part(words: &str, candidate: &str) -> bool {
    let ends = |c: Option<char>| c.is_none_or(|c| matches!(c, '_' | '-' | '.'));
    words.len() >= 4
        && candidate.match_indices(words).any(|(start, _)| {
            ends(candidate[..start].chars().next_back())
                && ends(candidate[start + words.len()..].chars().next())
        })
}

/// Whether `words` is likely to be a slip of `candidate`.
pub fn is_slip(words: &str, candidate: &str) -> bool {
    distance(words, candidate).is_some()
}

/// How many slips lead from `candidate` to `words`, when they are few.
fn distance(words: &str, candidate: &str) -> Option<usize> {
    let (length, other) = (words.chars().count(), candidate.chars().count());
    let allowed = (length / 3).clamp(1, 3);
    // Comparing whole words is slow, and a hostile file has many.
    if length.abs_diff(other) > allowed {
        return None;
    }
    let distance = strsim::damerau_levenshtein(words, candidate);
    (distance <= allowed).then_some(distance)
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

    /// Every one, in the order in which they were found.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.found.iter()
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
