//! What readers will read, in one language: every word decided, nothing laid out.
//!
//! Pages, files for machines and documents are walks over these types; two walks cannot disagree.

#[cfg(feature = "pdf")]
pub mod booklet;
pub mod call;
pub mod dossier;
pub mod letter;
pub mod notes;
pub mod onward;
pub mod picture;
pub mod plain;
pub mod scope;
pub mod text;

#[cfg(test)]
pub mod sample;

use super::id::Lang;

/// Words that may be in another language than what surrounds them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Phrase {
    pub text: String,
    /// Only when it is not that of what surrounds them (RGAA 8.7).
    pub lang: Option<Lang>,
}

impl Phrase {
    /// Words in the language of what surrounds them.
    pub fn own(text: impl Into<String>) -> Self {
        Self { text: text.into(), lang: None }
    }
}
