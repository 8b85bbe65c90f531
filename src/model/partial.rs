//! A language in which a region publishes some sections of a call, and not the whole.

use std::sync::Arc;

use super::id::{Lang, Slug};
use super::localized::Localized;
use super::prose::{Inlines, Prose};
use super::source::{Span, Spanned};

/// A language that is none of the site's, with what is said in it.
#[derive(Debug, Clone)]
pub struct PartialLanguage {
    pub lang: Lang,
    /// Its own name: "brezhoneg".
    pub name: String,
    pub sections: Vec<TranslatedSection>,
}

/// A section in that language alone.
#[derive(Debug, Clone)]
pub struct TranslatedSection {
    pub id: Spanned<String>,
    pub title: Localized<Inlines>,
    pub text: Arc<Localized<Prose>>,
    /// The key that holds the text.
    pub span: Span,
    /// Fingerprint of the national text that it was written from.
    pub digest: Option<Spanned<String>>,
}

impl PartialLanguage {
    /// What is said of a section in it.
    pub fn section(&self, id: &Slug) -> Option<&TranslatedSection> {
        self.sections.iter().find(|section| section.id.value == id.as_str())
    }
}
