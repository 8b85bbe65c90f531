//! What has changed since a call was published, as its region told it. Nothing here comes from the clock: `now` only
//! hides what is announced for later.

use jiff::Timestamp;
use jiff::civil::Date;

use super::{RegionalCall, RegionalStep};
use crate::model::region::News;
use crate::model::time::When;

impl RegionalCall {
    /// What the region has announced, the latest first. An announcement waits for its day, where the region is.
    pub fn told(&self, now: Timestamp) -> impl Iterator<Item = &News> {
        let today = self.region.territory.zone.day_of(now);
        self.news.iter().filter(move |item| item.date <= today)
    }

    /// What the region has announced of one step, the latest first.
    pub fn told_of(&self, step: &RegionalStep, now: Timestamp) -> impl Iterator<Item = &News> {
        let about =
            |item: &News| item.step.as_ref().is_some_and(|named| named.value == step.step.id);
        self.told(now).filter(move |item| about(item))
    }

    /// The day of each recorded change of a step: every announcement about it, and its cancellation.
    pub fn changes(&self, step: &RegionalStep, now: Timestamp) -> Vec<Date> {
        self.told_of(step, now).map(|item| item.date).chain(step.cancelled).collect()
    }

    /// The day on which the call last changed, as far as its region has told.
    pub fn last_change(&self, now: Timestamp) -> Date {
        let told = self.told(now).map(|item| item.date);
        let cancelled = self.steps.iter().filter_map(|step| step.cancelled);
        let closed = self.closed_by_hand(now).map(|closed| closed.date);
        told.chain(cancelled).chain(closed).fold(self.call.published, Date::max)
    }

    /// When a step was to be at first, if the region has told that it was changed.
    pub fn initially(&self, step: &RegionalStep, now: Timestamp) -> Option<When> {
        let moved = self.told_of(step, now).filter(|item| item.before.is_some());
        moved.min_by_key(|item| item.date)?.before
    }
}
