//! Whether the results that regions list will be told, and published as data.

use jiff::Timestamp;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::award::Awards;
use crate::model::call::StepKind;
use crate::model::regional::RegionalCall;
use crate::model::site::SiteRegion;
use crate::model::source::Span;
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
    match call.notified() {
        Some(told) if told <= now => {}
        Some(told) => {
            let day = told.to_zoned(call.region.territory.zone.rules.clone()).date();
            let coming = Diagnostic::new(Code::ComingResults, awards.span).with("date", day);
            diagnostics.push(notification.into_iter().fold(coming, Diagnostic::and));
        }
        None => {
            let untold = Diagnostic::new(Code::UntoldResults, awards.span);
            let untold = untold.with("trop-tot", notification.map_or("", |_| "oui"));
            diagnostics.push(notification.into_iter().fold(untold, Diagnostic::and));
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

/// Where the last step of a kind is written.
fn last(call: &RegionalCall, kind: StepKind) -> Option<Span> {
    let mut steps = call.steps.iter().map(|step| &step.step).filter(|step| step.kind == kind);
    steps.next_back().map(|step| step.span)
}
