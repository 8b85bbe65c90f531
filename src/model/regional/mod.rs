//! The heart's product: a national call as one region publishes it, every part with its origin.

mod aid;
mod awards;
mod closed;
pub mod expected;
pub mod expiry;
mod history;
pub mod life;
mod retention;
pub mod stage;

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;

use self::stage::Turn;
use crate::model::award::Awards;
use crate::model::call::{Call, Parameter, Section, Step, StepKind};
use crate::model::closing::{ClosedByHand, Closing};
use crate::model::examination::RegionalGrid;
use crate::model::form::RegionalForm;
use crate::model::id::{Lang, Slug};
use crate::model::letter::RegionalLetter;
use crate::model::localized::Localized;
use crate::model::onward::Onward;
use crate::model::origin::Origin;
use crate::model::partial::PartialLanguage;
use crate::model::prose::Prose;
use crate::model::region::{Contact, Document, Filing, News, Priority, Region};
use crate::model::source::{FileId, Span};
use crate::model::territory::{Department, official_codes};
use crate::model::time::When;
use crate::model::unread::Unread;
use crate::model::upkeep::Upkeep;

/// A call, merged with one region's adaptation.
#[derive(Debug, Clone)]
pub struct RegionalCall {
    pub call: Arc<Call>,
    pub region: Arc<Region>,
    /// Previewed, never published.
    pub draft: bool,
    /// The departments it is limited to; empty: the whole territory.
    pub limits: Vec<Department>,
    pub notice: Option<Localized<Prose>>,
    pub priorities: Vec<Priority>,
    /// In the order of their instants.
    pub steps: Vec<RegionalStep>,
    pub closing: Closing,
    /// Its stages, derived from these steps.
    pub life: Vec<Turn>,
    pub parameters: Vec<RegionalParameter>,
    pub sections: Vec<RegionalSection>,
    /// Languages in which some of them are told, on pages of their own.
    pub partial: Vec<PartialLanguage>,
    /// The application form, where the call has one.
    pub form: Option<RegionalForm>,
    /// By which its dossiers are marked, where the call says it.
    pub grid: Option<RegionalGrid>,
    /// In the order of their kinds.
    pub letters: Vec<RegionalLetter>,
    pub filing: Filing,
    pub contacts: Vec<Contact>,
    pub documents: Vec<Document>,
    pub news: Vec<News>,
    pub awards: Option<Awards>,
    /// What pages say once the call is closed for good.
    pub closing_message: Option<RegionalPart>,
    /// Where to go from then on.
    pub onward: Option<Onward>,
    /// Of the region's file.
    pub upkeep: Upkeep,
    /// Of the call, of the region and of its adaptation.
    pub unread: Unread,
    /// The adaptation's file.
    pub file: FileId,
}

/// A region that takes no part in a call.
#[derive(Debug, Clone)]
pub struct RegionalAbstention {
    pub call: Arc<Call>,
    pub region: Arc<Region>,
    /// Not said yet.
    pub draft: bool,
    /// Why, in a sentence.
    pub reason: Localized<String>,
    pub contacts: Vec<Contact>,
    /// Where to go instead.
    pub onward: Option<Onward>,
    pub upkeep: Upkeep,
    /// The region's file of the call.
    pub file: FileId,
}

/// A step as the region publishes it.
#[derive(Debug, Clone)]
pub struct RegionalStep {
    pub step: Step,
    pub origin: Origin,
    /// The national moment, where the region moved the step.
    pub moved_from: Option<When>,
    /// The day its cancellation was announced: it stays in the calendar and counts no more.
    pub cancelled: Option<Date>,
    /// The day to come when its cancellation is announced: until then it stands.
    pub to_cancel: Option<Date>,
}

/// A parameter as the region publishes it.
#[derive(Debug, Clone)]
pub struct RegionalParameter {
    /// With the region's value.
    pub parameter: Parameter,
    pub national: f64,
    pub origin: Origin,
    /// Where the region set it, else where the nation did.
    pub set_at: Span,
}

/// The text of one section as the region publishes it.
///
/// A locked section keeps its national text even when the region rewrites it, so that the preview
/// shows what would be published.
#[derive(Debug, Clone)]
pub struct RegionalSection {
    pub section: Section,
    pub parts: Vec<RegionalPart>,
}

/// A run of blocks with one origin.
#[derive(Debug, Clone)]
pub struct RegionalPart {
    pub origin: Origin,
    pub text: Arc<Localized<Prose>>,
}

impl RegionalStep {
    /// The step, unless it has been cancelled.
    pub fn kept(&self) -> Option<&Step> {
        self.cancelled.is_none().then_some(&self.step)
    }
}

impl RegionalCall {
    /// Where it is open.
    pub fn departments(&self) -> &[Department] {
        if self.limits.is_empty() { &self.region.territory.departments } else { &self.limits }
    }

    /// The territory in which it is open, as [`Territory::official_codes`] gives it.
    pub fn official_codes(&self) -> Vec<String> {
        if self.limits.is_empty() {
            self.region.territory.official_codes()
        } else {
            official_codes(&self.limits)
        }
    }

    /// Whose documents a text of this origin may name.
    pub fn owner(&self, origin: Origin) -> &Slug {
        match origin {
            Origin::National => &self.call.slug,
            Origin::Added | Origin::Replaced => &self.region.slug,
        }
    }

    /// The next deadline at `now`, else the last one.
    pub fn deadline(&self, now: Timestamp) -> Option<&RegionalStep> {
        let zone = &self.region.territory.zone;
        let deadlines = || self.steps_at(now).filter(|s| s.step.kind.is_deadline());
        let past = || deadlines().next_back().filter(|_| !self.closing.open_ended);
        deadlines().find(|s| s.step.when.ends(zone) >= now).or_else(past)
    }

    /// That it was closed by hand, once that day has come.
    pub fn closed_by_hand(&self, at: Timestamp) -> Option<&ClosedByHand> {
        let closed = self.closing.by_hand.as_ref()?;
        (self.region.territory.zone.day_begins(closed.date) <= at).then_some(closed)
    }

    /// Whether a step falls because the call was closed by hand.
    pub fn falls_with_call(&self, regional: &RegionalStep) -> bool {
        let closed = self.closing.by_hand.as_ref().map(|closed| closed.date);
        let kind = regional.step.kind;
        let counts = kind.is_deadline() || kind == StepKind::Opening;
        counts && closed.is_some() && regional.cancelled == closed
    }

    /// Every step that will not have been cancelled by then.
    pub fn steps_at(&self, at: Timestamp) -> impl DoubleEndedIterator<Item = &RegionalStep> {
        let zone = &self.region.territory.zone;
        let gone = move |day| zone.day_begins(day) <= at;
        self.kept_steps().filter(move |regional| !regional.to_cancel.is_some_and(gone))
    }

    /// Every step that has not been cancelled.
    pub fn kept_steps(&self) -> impl DoubleEndedIterator<Item = &RegionalStep> {
        self.steps.iter().filter(|step| step.kept().is_some())
    }

    /// Whether a step is known to the day.
    pub fn has_day(&self) -> bool {
        self.steps.iter().any(|regional| regional.step.when.is_day())
    }

    /// What is told in `lang`, a language of some sections only.
    pub fn partial_in(&self, lang: &Lang) -> Option<&PartialLanguage> {
        self.partial.iter().find(|language| language.lang == *lang)
    }

    /// Whether the call exists in `lang`: the canvas has its text and the region publishes in it.
    pub fn complete_in(&self, lang: &Lang) -> bool {
        self.call.languages.contains(lang) && self.region.languages.contains(lang)
    }
}
