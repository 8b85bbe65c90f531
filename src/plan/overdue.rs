//! Dates that were to be given: a month, a quarter or a year that is over without its day.

use std::collections::BTreeSet;

use jiff::Timestamp;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::regional::RegionalCall;
use crate::model::regional::stage::Stage;
use crate::model::site::SiteRegion;
use crate::model::source::FileId;
use crate::model::unread::Part;

/// Says it once for each place, however many regions show the date.
pub fn check_all(diagnostics: &mut Diagnostics, now: Timestamp, regions: &[SiteRegion]) {
    let mut said = BTreeSet::new();
    for call in regions.iter().flat_map(|region| &region.calls) {
        // Of what is archived nobody waits for a date.
        if !call.unread.has(Part::Steps) && call.stage(now) != Stage::Archived {
            check(diagnostics, now, call, &mut said);
        }
    }
}

fn check(
    diagnostics: &mut Diagnostics,
    now: Timestamp,
    call: &RegionalCall,
    said: &mut BTreeSet<(FileId, u32)>,
) {
    let zone = &call.region.territory.zone;
    for step in call.kept_steps().map(|regional| &regional.step) {
        let overdue = !step.when.is_day() && step.when.over(zone) <= now;
        let place = step.places.date;
        if overdue && said.insert((place.file, place.start)) {
            let date = Diagnostic::new(Code::OverdueDate, place).with("etape", &step.id);
            diagnostics.push(date.with("date", step.when.known()));
        }
    }
}
