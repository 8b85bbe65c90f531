//! How a call closes in a region: what is set, what contradicts the calendar, which deadlines fall.

use super::pair::Pair;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::call::{Call, Step, StepKind};
use crate::model::closing::{ClosedByHand, Closing, ClosingChange};
use crate::model::regional::RegionalStep;
use crate::model::source::Span;
use crate::model::time::Zone;
use crate::model::unread::Part;

/// Says what the nation closes before it is published, or after it is closed.
pub fn check_call(diagnostics: &mut Diagnostics, call: &Call) {
    let Some(closed) = &call.closing.by_hand else { return };
    if closed.date < call.published {
        let early = contradiction(closed.span, call.published_span, "publication");
        diagnostics.push(early.with("date", closed.date).with("autre", call.published));
    }
    // Where regions may move the last closing, it may be meant for those that do.
    let fixed = |last: &&Step| !last.open && !call.unread.has(Part::Steps);
    if let Some(last) = already(closed, call.steps.iter(), &Zone::paris()).filter(fixed) {
        diagnostics.push(too_late(closed, last));
    }
}

/// What `pair` says of it, over its `steps`: those that can no longer be kept are cancelled.
pub fn merge(
    diagnostics: &mut Diagnostics,
    pair: &Pair<'_>,
    change: ClosingChange,
    steps: &mut [RegionalStep],
) -> Closing {
    let rules = &pair.call.closing;
    check_open_ended(diagnostics, pair, steps);
    let by_hand = by_hand(diagnostics, pair, change.by_hand);
    let by_hand = by_hand.filter(|closed| is_possible(diagnostics, pair, closed, steps));
    if let Some(closed) = &by_hand {
        cancel(pair, closed, steps);
    }
    let told = by_hand.as_ref().is_some_and(|closed| closed.date <= pair.here);
    let national = rules.soon.as_ref();
    let own = change.soon.filter(|days| {
        let open = national.is_some_and(|soon| soon.open);
        if !open {
            let locked = Diagnostic::new(Code::LockedParameter, days.span);
            let locked = national.map(|soon| soon.span).into_iter().fold(locked, Diagnostic::and);
            diagnostics.push(locked.with("parametre", "ferme_bientot"));
        }
        open
    });
    let soon = own.map(|days| days.value).or_else(|| national.and_then(|soon| soon.days));
    Closing { soon, open_ended: rules.open_ended.is_some(), by_hand, told }
}

/// A call without deadline has none, in any region.
fn check_open_ended(diagnostics: &mut Diagnostics, pair: &Pair<'_>, steps: &[RegionalStep]) {
    let Some(never) = pair.call.closing.open_ended else { return };
    let closings = steps.iter().map(|regional| &regional.step);
    for step in
        closings.filter(|step| step.kind == StepKind::Closing && step.span.file == pair.file)
    {
        diagnostics.push(contradiction(step.span, never, "etape").with("autre", &step.id));
    }
}

/// The region may close before the nation does, and not after.
fn by_hand(
    diagnostics: &mut Diagnostics,
    pair: &Pair<'_>,
    own: Option<ClosedByHand>,
) -> Option<ClosedByHand> {
    let national = pair.call.closing.by_hand.as_ref();
    match (own, national) {
        (Some(own), Some(national)) if own.date > national.date => {
            let late = contradiction(own.span, national.span, "appel").with("date", own.date);
            diagnostics.push(late.with("autre", national.date));
            Some(national.clone())
        }
        (own, national) => own.or_else(|| national.cloned()),
    }
}

/// Whether the call has been published by then, and is not closed already.
fn is_possible(
    diagnostics: &mut Diagnostics,
    pair: &Pair<'_>,
    closed: &ClosedByHand,
    steps: &[RegionalStep],
) -> bool {
    let call = pair.call;
    let ours = closed.span.file == pair.file;
    if closed.date < call.published {
        let early = contradiction(closed.span, call.published_span, "publication");
        // What the nation wrote is said once, for the call.
        if ours {
            diagnostics.push(early.with("date", closed.date).with("autre", call.published));
        }
        return false;
    }
    let kept = steps.iter().filter_map(RegionalStep::kept);
    let last = already(closed, kept, &pair.region.territory.zone);
    let Some(last) = last.filter(|_| !pair.unread.has(Part::Steps)) else { return true };
    if ours {
        diagnostics.push(too_late(closed, last));
    }
    false
}

/// The last closing, where it comes before the day that is said.
fn already<'s>(
    closed: &ClosedByHand,
    steps: impl Iterator<Item = &'s Step>,
    zone: &Zone,
) -> Option<&'s Step> {
    let closings = steps.filter(|step| step.kind == StepKind::Closing);
    let last = closings.max_by_key(|step| step.when.over(zone))?;
    (last.when.over(zone) <= zone.day_begins(closed.date)).then_some(last)
}

fn too_late(closed: &ClosedByHand, last: &Step) -> Diagnostic {
    let late = contradiction(closed.span, last.places.date, "cloture");
    late.with("date", closed.date).with("autre", last.when.known())
}

fn contradiction(place: Span, other: Span, reason: &'static str) -> Diagnostic {
    Diagnostic::new(Code::ContradictoryClosing, place).and(other).with("raison", reason)
}

/// What would open or be due from then on no longer takes place. Written ahead, it waits for its day.
fn cancel(pair: &Pair<'_>, closed: &ClosedByHand, steps: &mut [RegionalStep]) {
    let zone = &pair.region.territory.zone;
    let from = zone.day_begins(closed.date);
    for regional in steps.iter_mut().filter(|regional| regional.kept().is_some()) {
        let step = &regional.step;
        let falls = match step.kind {
            StepKind::Opening => step.when.placed(zone).0 >= from,
            kind => kind.is_deadline() && step.when.over(zone) > from,
        };
        if !falls {
            continue;
        }
        if closed.date <= pair.here {
            regional.cancelled = Some(closed.date);
        } else {
            let announced = regional.to_cancel.map_or(closed.date, |day| day.min(closed.date));
            regional.to_cancel = Some(announced);
        }
    }
}
