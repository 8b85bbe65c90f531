//! The life of a call: which stage it is in, from which instant, until when.
//!
//! Stages are derived from the steps alone, never typed, so that a page, a feed and the preview's date travel all
//! read the same timeline.

use jiff::{Timestamp, ToSpan};

use super::call::{Step, StepKind};
use super::regional::RegionalCall;

/// Where a call stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    Announced,
    Open,
    /// Less than [`CLOSING_SOON_DAYS`] before the last closing.
    ClosingSoon,
    Closed,
    /// A committee examines the applications.
    Examination,
    Results,
    /// Nothing is left to expect of it.
    Archived,
}

/// From when a call is said to close soon.
pub const CLOSING_SOON_DAYS: i64 = 30;
/// How long after its last step a call without `fin` is archived.
pub const ARCHIVED_AFTER_DAYS: i64 = 365;

/// A stage, and the first instant at which the call is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    pub from: Timestamp,
    pub stage: Stage,
}

impl RegionalCall {
    /// Every stage of the call, in the order of time; the first holds since ever.
    pub fn life(&self) -> Vec<Turn> {
        let mut life = vec![Turn { from: Timestamp::MIN, stage: Stage::Announced }];
        let turns = [
            (self.first_start(StepKind::Opening), Stage::Open),
            (self.closes_soon(), Stage::ClosingSoon),
            (self.last_end(StepKind::Closing), Stage::Closed),
            (self.examined(), Stage::Examination),
            (self.last_end(StepKind::Notification), Stage::Results),
            (self.archived(), Stage::Archived),
        ];
        let closed = self.last_end(StepKind::Closing);
        for (from, stage) in turns {
            // What a first wave is told does not end the next.
            let too_soon = stage > Stage::Closed && from < closed;
            let Some(from) = from.filter(|_| !too_soon) else { continue };
            // A stage that a later one overtakes never was.
            life.retain(|turn| turn.from < from || turn.stage == Stage::Announced);
            life.push(Turn { from, stage });
        }
        life
    }

    /// Where the call stands at `now`.
    pub fn stage(&self, now: Timestamp) -> Stage {
        let turned = self.life().into_iter().rfind(|turn| turn.from <= now);
        turned.map_or(Stage::Announced, |turn| turn.stage)
    }

    fn closes_soon(&self) -> Option<Timestamp> {
        let soon = self.last_end(StepKind::Closing)? - (24 * CLOSING_SOON_DAYS).hours();
        Some(soon.max(self.first_start(StepKind::Opening)?))
    }

    fn examined(&self) -> Option<Timestamp> {
        let closed = self.last_end(StepKind::Closing)?;
        let zone = &self.region.territory.zone;
        let starts = self.of_kind(StepKind::Committee).map(|step| step.when.starts(zone));
        starts.filter(|start| *start >= closed).min()
    }

    fn archived(&self) -> Option<Timestamp> {
        let zone = &self.region.territory.zone;
        let year = (24 * ARCHIVED_AFTER_DAYS).hours();
        let last = || self.steps.iter().map(|step| after(step.step.when.ends(zone))).max();
        self.last_end(StepKind::End).or_else(|| last().map(|last| last + year))
    }

    fn first_start(&self, kind: StepKind) -> Option<Timestamp> {
        let zone = &self.region.territory.zone;
        self.of_kind(kind).map(|step| step.when.starts(zone)).min()
    }

    /// The first instant after the last step of a kind.
    fn last_end(&self, kind: StepKind) -> Option<Timestamp> {
        let zone = &self.region.territory.zone;
        self.of_kind(kind).map(|step| after(step.when.ends(zone))).max()
    }

    fn of_kind(&self, kind: StepKind) -> impl Iterator<Item = &Step> {
        self.steps.iter().map(|s| &s.step).filter(move |step| step.kind == kind)
    }
}

/// An end is the last instant that still counts.
fn after(end: Timestamp) -> Timestamp {
    end + 1.nanosecond()
}
