//! What happens next in a call: what a reader is told beside its status, whatever the status is.

use jiff::Timestamp;
use jiff::civil::Date;

use super::stage::Stage;
use super::{RegionalCall, RegionalStep};
use crate::model::call::StepKind;
use crate::model::time::When;

/// What is to come, of all that the calendar holds.
#[derive(Debug, Clone, Copy)]
pub enum Expected<'a> {
    /// The call opens, on a day or in a month.
    Opening(&'a RegionalStep),
    /// It is to open, and what was said of it is over.
    SomeOpening,
    /// It opens again, perhaps until a closing.
    Wave { opening: &'a RegionalStep, closing: Option<&'a RegionalStep> },
    /// Something is due: a letter of intent, or the application.
    Due(&'a RegionalStep),
    /// Nothing is due by any day.
    NothingDue,
    /// It is closed, and this comes then: a committee, answers, agreements.
    Then(&'a RegionalStep),
    /// The service examines what it has received, and gives no date.
    Examination,
    /// The answers are known.
    Answered,
    /// Nothing more.
    Nothing,
}

impl RegionalCall {
    /// What happens next, at an instant.
    pub fn expected(&self, at: Timestamp) -> Expected<'_> {
        let then = |kinds: &[StepKind]| self.ahead(at).find(|s| kinds.contains(&s.step.kind));
        match self.stage(at) {
            Stage::Announced => self.opening(at).map_or(Expected::SomeOpening, Expected::Opening),
            Stage::Between => self.wave(at),
            Stage::Open | Stage::ClosingSoon => self
                .ahead(at)
                .find(|regional| regional.step.kind.is_deadline())
                .map_or(Expected::NothingDue, Expected::Due),
            Stage::Closed | Stage::Examination => {
                then(&[StepKind::Committee, StepKind::Notification])
                    .map_or(Expected::Examination, Expected::Then)
            }
            Stage::Results => {
                then(&[StepKind::Agreement]).map_or(Expected::Answered, Expected::Then)
            }
            Stage::Archived => Expected::Nothing,
        }
    }

    /// The day that a reader counts the days until: the opening, or the last day to send something.
    pub fn awaited(&self, at: Timestamp) -> Option<Date> {
        let zone = &self.region.territory.zone;
        match self.expected(at) {
            Expected::Opening(step) | Expected::Wave { opening: step, .. } => {
                let when = Some(step.step.when).filter(When::is_day)?;
                Some(when.first_minute(zone).date())
            }
            Expected::Due(step) => {
                let when = Some(step.step.when).filter(When::is_day)?;
                Some(when.last_minute(zone).date())
            }
            _ => None,
        }
    }

    fn wave(&self, at: Timestamp) -> Expected<'_> {
        let Some(opening) = self.opening(at) else { return Expected::SomeOpening };
        let closing = self.ahead(at).find(|s| s.step.kind == StepKind::Closing);
        Expected::Wave { opening, closing }
    }

    fn opening(&self, at: Timestamp) -> Option<&RegionalStep> {
        let zone = &self.region.territory.zone;
        let openings = self.steps_at(at).filter(|s| s.step.kind == StepKind::Opening);
        let placed = |regional: &&RegionalStep| regional.step.when.placed(zone);
        openings.filter(|regional| placed(regional).0 > at).min_by_key(placed)
    }

    /// The steps that stand and are not past.
    fn ahead(&self, at: Timestamp) -> impl Iterator<Item = &RegionalStep> {
        let zone = &self.region.territory.zone;
        self.steps_at(at).filter(move |regional| regional.step.when.over(zone) > at)
    }
}
