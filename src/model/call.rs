//! The national call: its data, its text, and what a region may change of either.

use std::sync::Arc;

use jiff::civil::Date;

use super::aid::AidSheet;
use super::award::GrantRules;
use super::closing::ClosingRules;
use super::examination::Grid;
use super::form::Form;
use super::id::{Lang, Slug};
use super::letter::LetterTemplate;
use super::localized::Localized;
use super::onward::Sequel;
use super::prose::{Inlines, Prose};
use super::source::Span;
use super::time::{When, WhenPlaces};
use super::unit::Unit;
use super::unread::Unread;
use super::upkeep::Upkeep;

/// A national call, complete and consistent.
#[derive(Debug, Clone)]
pub struct Call {
    pub slug: Slug,
    pub title: Localized<String>,
    pub short: String,
    /// Who may apply, in one sentence.
    pub summary: Localized<String>,
    pub issuer: Localized<String>,
    pub published: Date,
    /// Where the date of publication is written.
    pub published_span: Span,
    pub parameters: Vec<Parameter>,
    /// How many days before a deadline calendars remind of it.
    pub reminders: Vec<u16>,
    /// In the order of their dates.
    pub steps: Vec<Step>,
    pub closing: ClosingRules,
    /// In the order of the reference language.
    pub sections: Vec<Section>,
    /// Which of them the page puts first, where the call says it.
    pub page_order: Vec<Slug>,
    pub grants: Option<GrantRules>,
    /// The application form, where the call has one.
    pub form: Option<Arc<Form>>,
    /// By which its dossiers are marked, where the call says it.
    pub grid: Option<Grid>,
    /// Those that it has, in the order of their kinds.
    pub letters: Vec<Arc<LetterTemplate>>,
    /// Languages that have the text of the call; the reference is first.
    pub languages: Vec<Lang>,
    /// Without it, the call is in no open-data export.
    pub aid: Option<AidSheet>,
    pub sequel: Sequel,
    /// Its former addresses are names that it had in the folder of each region.
    pub upkeep: Upkeep,
    pub unread: Unread,
}

impl Call {
    /// Every national text that is no section of it.
    pub fn other_texts(&self) -> impl Iterator<Item = &Localized<Prose>> {
        let form = self.form.iter().flat_map(|form| form.texts());
        form.chain(self.sequel.message.as_deref())
    }
}

/// A figure of the call, cited by name in its text.
#[derive(Debug, Clone)]
pub struct Parameter {
    pub name: String,
    pub value: f64,
    pub unit: Unit,
    pub label: Option<Localized<String>>,
    pub policy: ParameterPolicy,
    pub minimum: Option<f64>,
    pub maximum: Option<f64>,
    /// Shown at the top of the page.
    pub featured: bool,
    /// No grant is above it.
    pub ceiling: bool,
    pub span: Span,
}

/// How far a region may move a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParameterPolicy {
    Locked,
    /// Down only.
    Lower,
    /// Up only.
    Raise,
    Open,
}

/// A dated step.
#[derive(Debug, Clone)]
pub struct Step {
    pub id: Slug,
    pub kind: StepKind,
    pub label: Localized<String>,
    pub when: When,
    pub places: WhenPlaces,
    pub link: Option<String>,
    /// Whether a region may move it.
    pub open: bool,
    pub span: Span,
}

/// What happens at a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepKind {
    Opening,
    Information,
    /// A letter of intent is due.
    Intent,
    Closing,
    Committee,
    Notification,
    Agreement,
    End,
}

impl StepKind {
    /// Every kind with the name teams type.
    pub const ALL: [(&'static str, Self); 8] = [
        ("ouverture", Self::Opening),
        ("information", Self::Information),
        ("intention", Self::Intent),
        ("cloture", Self::Closing),
        ("comite", Self::Committee),
        ("notification", Self::Notification),
        ("convention", Self::Agreement),
        ("fin", Self::End),
    ];

    /// The name teams type.
    pub fn name(self) -> &'static str {
        let named = Self::ALL.iter().find(|(_, kind)| *kind == self);
        named.map(|(name, _)| *name).unwrap_or_default()
    }

    /// Whether an applicant must have sent something by then.
    pub fn is_deadline(self) -> bool {
        matches!(self, Self::Intent | Self::Closing)
    }
}

/// The level of the sections that are no part of another.
pub const TOP_LEVEL: u8 = 2;

/// A section of the canvas, in every language.
#[derive(Debug, Clone)]
pub struct Section {
    pub id: Slug,
    /// 2 to 6.
    pub level: u8,
    pub policy: SectionPolicy,
    pub title: Localized<Inlines>,
    pub body: Arc<Localized<Prose>>,
    /// The heading, in the reference language.
    pub span: Span,
    /// The heading that declares the policy: this one, or the one it inherits from.
    pub policy_span: Span,
    /// Fingerprint of the reference text, by which a replacement is known to be out of date.
    pub digest: String,
}

/// What a region may do to a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SectionPolicy {
    /// `.verrou`: nothing.
    Locked,
    /// `.complement`: add before or after.
    Extendable,
    /// `.libre`: add, or replace.
    Replaceable,
}

impl SectionPolicy {
    /// Every policy with the class that declares it.
    pub const ALL: [(&'static str, Self); 3] =
        [("verrou", Self::Locked), ("complement", Self::Extendable), ("libre", Self::Replaceable)];
}
