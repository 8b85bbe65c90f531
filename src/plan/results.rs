//! Whether the results that regions list will be told, and published as data.

use jiff::Timestamp;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::award::Awards;
use crate::model::call::{Step, StepKind};
use crate::model::regional::RegionalCall;
use crate::model::site::SiteRegion;
use crate::model::unread::Part;

/// Says which lists of results wait, would wait for ever, or lack what their data must say.
pub fn check_all(diagnostics: &mut Diagnostics, now: Timestamp, regions: &[SiteRegion]) {
    for call in regions.iter().flat_map(|region| &region.calls) {
        if let Some(awards) = &call.awards {
            if !call.unread.has(Part::Steps) {
                check_told(diagnostics, now, call, awards);
            }
            check_data(diagnostics, call, awards);
        }
    }
}

fn check_told(diagnostics: &mut Diagnostics, now: Timestamp, call: &RegionalCall, awards: &Awards) {
    let notification = last(call, StepKind::Notification);
    let places = notification.map(|step| step.span).into_iter();
    match call.notified() {
        Some(told) if told <= now => {}
        Some(told) => {
            let day = told.to_zoned(call.region.territory.zone.rules.clone()).date();
            let coming = Diagnostic::new(Code::ComingResults, awards.span).with("date", day);
            diagnostics.push(places.fold(coming, Diagnostic::and));
        }
        None => {
            let untold = Diagnostic::new(Code::UntoldResults, awards.span);
            let early = notification
                .map_or("", |step| if step.when.is_day() { "oui" } else { "a-preciser" });
            diagnostics.push(places.fold(untold.with("trop-tot", early), Diagnostic::and));
        }
    }
}

fn check_data(diagnostics: &mut Diagnostics, call: &RegionalCall, awards: &Awards) {
    if awards.list.is_empty() {
        return;
    }
    let needed = [
        ("siret", call.region.service.siret.is_some() || call.unread.has(Part::Siret)),
        ("de_minimis", call.call.grants.is_some() || call.unread.has(Part::Grants)),
    ];
    for (key, _) in needed.iter().filter(|(_, known)| !known) {
        let missing = Diagnostic::new(Code::UnpublishedGrants, awards.span).with("manque", key);
        diagnostics.push(missing.with("region", &call.region.slug).with("appel", &call.call.slug));
    }
}

/// The last step of a kind.
fn last(call: &RegionalCall, kind: StepKind) -> Option<&Step> {
    let mut steps = call.steps.iter().map(|step| &step.step);
    steps.rfind(|step| step.kind == kind)
}
