//! The letters that a directorate writes to applicants: a template a kind, which a region may replace, and what one
//! applicant's letter says that the others do not.

use std::sync::Arc;

use jiff::civil::Date;

use super::localized::Localized;
use super::origin::Origin;
use super::prose::{Inlines, Prose};
use super::source::FileId;
use super::value::Scope;

/// What a letter is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LetterKind {
    /// The dossier was received.
    Receipt,
    /// Something is missing in it.
    Missing,
    Refusal,
    Selection,
}

impl LetterKind {
    /// Every kind with the name of its files.
    pub const ALL: [(&'static str, Self); 4] = [
        ("accuse", Self::Receipt),
        ("pieces", Self::Missing),
        ("refus", Self::Refusal),
        ("selection", Self::Selection),
    ];

    /// The name of its files.
    pub fn name(self) -> &'static str {
        let named = Self::ALL.iter().find(|(_, kind)| *kind == self);
        named.map(|(name, _)| *name).unwrap_or_default()
    }

    /// The values that it may name: what was decided is not known before.
    pub fn scope(self) -> Scope {
        match self {
            Self::Receipt | Self::Missing => Scope::Letter,
            Self::Refusal | Self::Selection => Scope::Decision,
        }
    }
}

/// The formats in which a letter can still be edited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LetterFormat {
    Odt,
    Docx,
}

impl LetterFormat {
    /// How the name of its files ends.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Odt => "odt",
            Self::Docx => "docx",
        }
    }
}

/// The text of a kind of letter, in every language.
#[derive(Debug, Clone)]
pub struct LetterTemplate {
    pub kind: LetterKind,
    /// What the letter is about.
    pub subject: Localized<Inlines>,
    pub body: Localized<Prose>,
    /// Its file in the reference language.
    pub file: FileId,
}

/// A template as a region uses it.
#[derive(Debug, Clone)]
pub struct RegionalLetter {
    pub template: Arc<LetterTemplate>,
    pub origin: Origin,
}

/// What is known of an applicant to whom a letter is written. What is not known is left to fill in.
#[derive(Debug, Clone, Default)]
pub struct Addressee {
    pub organisation: Option<String>,
    pub siret: Option<String>,
    pub representative: Option<String>,
    pub capacity: Option<String>,
    /// Lines.
    pub address: Option<String>,
    pub project: Option<String>,
    pub received: Option<Date>,
    /// The day by which an answer is asked for.
    pub reply_by: Option<Date>,
    /// What the dossier lacks, as it names it.
    pub missing: Vec<String>,
    /// In euros.
    pub amount: Option<f64>,
    pub reason: Option<String>,
    /// When the agreement is signed.
    pub agreement: Option<Date>,
}
