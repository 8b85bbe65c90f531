//! Until when the dossiers of a call are kept, in a region.

use jiff::civil::Date;

use super::RegionalCall;

impl RegionalCall {
    /// The last day on which the dossiers that were received may be kept: afterwards they are destroyed. `None` where the call
    /// does not say it, or has no deadline yet, or none that is known to the day.
    pub fn kept_until(&self) -> Option<Date> {
        let privacy = self.form.as_ref()?.form.privacy.as_ref()?;
        privacy.retention.last_day(self.last_deadline()?)
    }

    /// The day of the last deadline that was not cancelled, on the clocks of the territory.
    pub fn last_deadline(&self) -> Option<Date> {
        let zone = &self.region.territory.zone;
        if let Some(closed) = self.closing.by_hand.as_ref().filter(|_| self.closing.told) {
            return Some(closed.date);
        }
        let deadlines = self.kept_steps().filter(|step| step.step.kind.is_deadline());
        let last = deadlines.map(|step| step.step.when).max_by_key(|when| when.ends(zone))?;
        last.is_day().then(|| last.last_minute(zone).date())
    }
}
