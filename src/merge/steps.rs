//! The calendar: national steps, moved or joined by the region's, in the order of their instants.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::call::{Call, Step, StepKind};
use crate::model::region::{Region, StepChange};
use crate::model::regional::{Origin, RegionalStep};
use crate::model::time::{Clock, When, Zone};

/// Every step that the region publishes.
pub fn merge(
    diagnostics: &mut Diagnostics,
    call: &Call,
    region: &Region,
    changes: Vec<StepChange>,
) -> Vec<RegionalStep> {
    let national = |step: &Step| RegionalStep {
        step: step.clone(),
        origin: Origin::National,
        moved_from: None,
    };
    let mut steps: Vec<RegionalStep> = call.steps.iter().map(national).collect();
    for change in changes {
        match steps.iter_mut().find(|known| known.step.id == change.id.value) {
            Some(known) => amend(diagnostics, known, change),
            None => steps.extend(added(diagnostics, call, change)),
        }
    }
    let zone = &region.territory.zone;
    steps.sort_by_key(|step| (step.step.when.ends(zone), step.step.id.clone()));
    check_order(diagnostics, &steps, zone);
    steps
}

fn amend(diagnostics: &mut Diagnostics, known: &mut RegionalStep, change: StepChange) {
    let step = &mut known.step;
    let moves = change.date.is_some() || change.time.is_some() || change.clock.is_some();
    let retypes = change.kind.is_some_and(|kind| kind != step.kind);
    if !step.open || retypes {
        let locked = Diagnostic::new(Code::LockedStep, change.id.span).and(step.span);
        let reason = if step.open { "genre" } else { "verrou" };
        diagnostics.push(locked.with("etape", &step.id).with("raison", reason));
        return;
    }
    let national = step.when;
    step.when = When {
        date: change.date.map_or(national.date, |date| date.value),
        time: change.time.or(national.time),
        clock: change.clock.unwrap_or(national.clock),
    };
    if let Some(label) = change.label {
        step.label = label;
    }
    if change.link.is_some() {
        step.link = change.link;
    }
    step.span = change.id.span;
    known.origin = Origin::Replaced;
    known.moved_from = (moves && step.when != national).then_some(national);
}

fn added(diagnostics: &mut Diagnostics, call: &Call, change: StepChange) -> Option<RegionalStep> {
    if change.kind.is_none() {
        // A new step says what it is: this is more likely a national one, misspelt.
        let known = call.steps.iter().map(|step| step.id.as_str());
        let unknown = Diagnostic::new(Code::UnknownStep, change.id.span);
        let unknown = unknown.with("etape", &change.id.value);
        diagnostics.push(unknown.nearest(change.id.value.as_str(), known));
        return None;
    }
    let mut missing = |key: &'static str| {
        let missing = Diagnostic::new(Code::MissingKey, change.id.span);
        diagnostics.push(missing.with("cle", key));
    };
    if change.date.is_none() {
        missing("date");
    }
    if change.label.is_none() {
        missing("libelle");
    }
    let when = When {
        date: change.date?.value,
        time: change.time,
        clock: change.clock.unwrap_or(Clock::Local),
    };
    let step = Step {
        id: change.id.value,
        kind: change.kind?,
        label: change.label?,
        when,
        link: change.link,
        open: true,
        span: change.id.span,
    };
    Some(RegionalStep { step, origin: Origin::Added, moved_from: None })
}

/// Nothing can be due before the call opens.
fn check_order(diagnostics: &mut Diagnostics, steps: &[RegionalStep], zone: &Zone) {
    let opening = steps.iter().map(|s| &s.step).find(|step| step.kind == StepKind::Opening);
    let Some(opening) = opening else { return };
    for step in steps.iter().map(|s| &s.step).filter(|step| step.kind.is_deadline()) {
        if step.when.ends(zone) < opening.when.starts(zone) {
            let order = Diagnostic::new(Code::StepOrder, step.span).and(opening.span);
            diagnostics.push(
                order
                    .with("etape", &step.id)
                    .with("date", step.when.date)
                    .with("ouverture", opening.when.date),
            );
        }
    }
}
