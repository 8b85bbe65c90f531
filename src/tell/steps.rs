//! The calendar of a call: each step with its moment and where it stands.

use super::voice::Voice;
use super::{marks, moments};
use crate::model::regional::{RegionalCall, RegionalStep};
#[cfg(feature = "pdf")]
use crate::model::told::booklet::Dated;
use crate::model::told::call::{Moment, Step};

/// Every step, in the order of their instants.
pub fn all(voice: Voice<'_>, call: &RegionalCall) -> Vec<Step> {
    let (zone, now) = (&call.region.territory.zone, voice.shared.site.now);
    let to_come = |s: &RegionalStep| s.cancelled.is_none() && s.step.when.ends(zone) >= now;
    let next = call.steps.iter().position(to_come);
    let steps = call.steps.iter().enumerate();
    steps.map(|(rank, regional)| step(voice, call, regional, next == Some(rank))).collect()
}

fn step(voice: Voice<'_>, call: &RegionalCall, regional: &RegionalStep, next: bool) -> Step {
    let cancelled = regional.cancelled.is_some();
    let when = moments::moment(voice, call, regional);
    // What was cancelled never took place: time changes nothing of it.
    let left = when.left.filter(|_| !cancelled);
    let when = Moment { left, past: when.past && !cancelled, ..when };
    let state = match (cancelled, when.past, next) {
        (true, ..) => Some("step_cancelled"),
        (_, true, _) => Some("step_past"),
        (.., true) => Some("step_next"),
        _ => None,
    };
    Step {
        id: regional.step.id.clone(),
        kind: regional.step.kind,
        when,
        next,
        cancelled,
        state: state.map(|name| voice.words.say(name, &[])),
        mark: marks::of_step(voice, call, regional),
        initial: initial(voice, call, regional),
        link: regional.step.link.clone(),
    }
}

/// The same for a document, whatever the day.
#[cfg(feature = "pdf")]
pub fn dated(voice: Voice<'_>, call: &RegionalCall) -> Vec<Dated> {
    let dated = call.steps.iter().map(|regional| Dated {
        label: voice.phrase(&regional.step.label),
        when: moments::sentence(voice.shared, voice.words, call, regional),
        marks: marks::of_step(voice, call, regional)
            .into_iter()
            .chain(initial(voice, call, regional))
            .collect(),
        cancelled: regional.cancelled.is_some(),
    });
    dated.collect()
}

/// The date that was told first; the mark of a moved step tells of its national one.
fn initial(voice: Voice<'_>, call: &RegionalCall, regional: &RegionalStep) -> Option<String> {
    let told = call.initially(regional, voice.shared.site.now);
    let said = regional.cancelled.is_none() && told == regional.moved_from;
    if said { None } else { moments::initial(voice, call, regional) }
}
