//! The steps of a call: national ones, moved or joined by the region's, in the order of their moments.

use std::collections::BTreeMap;

use super::pair::Pair;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::call::{Call, Step, StepKind};
use crate::model::id::Slug;
use crate::model::origin::Origin;
use crate::model::region::StepChange;
use crate::model::regional::RegionalStep;
use crate::model::rough::Grain;
use crate::model::source::Span;
use crate::model::time::Timing;
use crate::model::unread::Part;

/// Every step that the region publishes.
pub fn merge(
    diagnostics: &mut Diagnostics,
    pair: &Pair<'_>,
    changes: Vec<StepChange>,
) -> Vec<RegionalStep> {
    let call = pair.call;
    let national = |step: &Step| RegionalStep {
        step: step.clone(),
        origin: Origin::National,
        moved_from: None,
        cancelled: None,
        to_cancel: None,
    };
    let mut steps: Vec<RegionalStep> = call.steps.iter().map(national).collect();
    let ranks = call.steps.iter().enumerate().map(|(rank, step)| (&step.id, rank));
    let ranks: BTreeMap<&Slug, usize> = ranks.collect();
    for change in changes {
        match ranks.get(&change.id.value) {
            Some(rank) => amend(diagnostics, &mut steps[*rank], change),
            // It may be a national one that could not be read.
            None if call.unread.has(Part::Steps) => {}
            None => steps.extend(added(diagnostics, call, change)),
        }
    }
    if !pair.unread.has(Part::Steps) {
        check_cancelled(diagnostics, &steps);
    }
    for step in &mut steps {
        // Written ahead, a cancellation waits for its day.
        if step.cancelled.is_some_and(|announced| announced > pair.here) {
            step.to_cancel = step.cancelled.take();
        }
    }
    let zone = &pair.region.territory.zone;
    steps.sort_by_cached_key(|RegionalStep { step, .. }| {
        let when = step.when;
        // What lasts is announced for its beginning.
        let moment = if when.lasts() { when.starts(zone) } else { when.ends(zone) };
        (moment, when.ends(zone), !when.is_day(), step.id.clone())
    });
    steps
}

fn amend(diagnostics: &mut Diagnostics, known: &mut RegionalStep, change: StepChange) {
    let step = &mut known.step;
    let retypes = change.kind.is_some_and(|kind| kind != step.kind);
    if !step.open || retypes {
        let locked = Diagnostic::new(Code::LockedStep, change.id.span).and(step.span);
        let reason = if step.open { "genre" } else { "verrou" };
        diagnostics.push(locked.with("etape", &step.id).with("raison", reason));
        return;
    }
    let mut unsaid = unsaid_end(step, &change.timing);
    unsaid.extend(hour_of_no_day(step, &change.timing));
    if !unsaid.is_empty() {
        for missing in unsaid {
            diagnostics.push(missing);
        }
        return;
    }
    let national = step.when;
    step.when = change.timing.when_over(&national);
    step.places = change.timing.places_over(&step.places);
    if let Some(label) = change.label {
        step.label = label;
    }
    if change.link.is_some() {
        step.link = change.link;
    }
    step.span = change.id.span;
    known.cancelled = change.cancelled;
    known.origin = Origin::Replaced;
    known.moved_from = (step.when != national).then_some(national);
}

/// A region gives an hour to a step whose day nobody has given.
fn hour_of_no_day(national: &Step, timing: &Timing) -> Option<Diagnostic> {
    let (key, place) = timing.of_a_day().filter(|_| timing.date.is_none())?;
    let hour = Diagnostic::new(Code::UnknownDay, place).and(national.places.date);
    let rough = !national.when.is_day();
    rough.then(|| hour.with("cle", key).with("date", national.when.known()))
}

/// A region that moves the beginning says the end again: with the national one the step would be longer or shorter.
fn unsaid_end(national: &Step, timing: &Timing) -> Vec<Diagnostic> {
    if timing.date.as_ref().is_some_and(|date| date.value.grain != Grain::Day) {
        return Vec::new();
    }
    let missing = |moved: Option<Span>, key: &'static str| {
        moved.map(|place| Diagnostic::new(Code::MissingKey, place).with("cle", key))
    };
    let date = timing.date.as_ref().map(|date| date.span);
    let date = date.filter(|_| national.when.end_date.is_some() && timing.end_date.is_none());
    let time = timing.time.as_ref().map(|time| time.span);
    let time = time.filter(|_| national.when.end_time.is_some() && timing.end_time.is_none());
    [missing(date, "date_fin"), missing(time, "heure_fin")].into_iter().flatten().collect()
}

fn added(diagnostics: &mut Diagnostics, call: &Call, change: StepChange) -> Option<RegionalStep> {
    if change.kind.is_none() {
        // A new step says what it is: this is more likely a national one, misspelt.
        let known = call.steps.iter().map(|step| step.id.as_str());
        let unknown = Diagnostic::new(Code::UnknownStep, change.id.span);
        let unknown = unknown.with("etape", &change.id.value).with("raison", "calendrier");
        diagnostics.push(unknown.nearest(change.id.value.as_str(), known));
        return None;
    }
    let mut missing = |key: &'static str| {
        let missing = Diagnostic::new(Code::MissingKey, change.id.span);
        diagnostics.push(missing.with("cle", key));
    };
    if change.timing.date.is_none() {
        missing("date");
    }
    if change.label.is_none() {
        missing("libelle");
    }
    let step = Step {
        id: change.id.value,
        kind: change.kind?,
        label: change.label?,
        when: change.timing.when()?,
        places: change.timing.places()?,
        link: change.link,
        open: true,
        span: change.id.span,
    };
    let cancelled = change.cancelled;
    let origin = Origin::Added;
    Some(RegionalStep { step, origin, moved_from: None, cancelled, to_cancel: None })
}

/// A call that no longer opens or closes is another call.
fn check_cancelled(diagnostics: &mut Diagnostics, steps: &[RegionalStep]) {
    for kind in [StepKind::Opening, StepKind::Closing] {
        let mut of_kind = steps.iter().filter(|step| step.step.kind == kind).peekable();
        let Some(first) = of_kind.peek().map(|step| &step.step) else { continue };
        if of_kind.all(|step| step.cancelled.is_some()) {
            let last = Diagnostic::new(Code::ImpossibleCancellation, first.span);
            diagnostics.push(last.with("etape", &first.id).with("genre", kind.name()));
        }
    }
}
