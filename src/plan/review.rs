//! What its authors meant to read again by now. Nothing that is published depends on it.

use jiff::Timestamp;

use super::content::Content;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::time::Zone;

/// Says what is overdue at `now`, on the clocks of Paris: the day itself is still in time.
pub fn check_all(diagnostics: &mut Diagnostics, now: Timestamp, content: &Content) {
    let today = Zone::paris().day_of(now);
    let of_regions = content.regions.iter().flat_map(|of| {
        let calls = of.calls.iter().map(|call| &call.upkeep.review);
        let abstentions = of.abstentions.iter().map(|abstention| &abstention.upkeep.review);
        [&of.region.upkeep.review].into_iter().chain(calls).chain(abstentions)
    });
    let calls = content.calls.iter().map(|call| &call.upkeep.review);
    let texts = content.texts.iter().map(|text| &text.upkeep.review);
    let days = of_regions.chain(calls).chain(texts).flatten();
    for day in days.filter(|day| day.value < today) {
        let overdue = Diagnostic::new(Code::ReviewDue, day.span).with("date", day.value);
        diagnostics.push(overdue);
    }
}
