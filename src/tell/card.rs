//! What a list says of a call: where it stands, until when, for how much.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::voice::Voice;
use super::{moments, next};
use crate::model::call::Parameter;
use crate::model::origin::Origin;
use crate::model::regional::RegionalCall;
use crate::model::regional::expiry::whole_second;
use crate::model::regional::stage::Stage;
use crate::model::told::call::{Card, Closure, Figure, Status, StatusTurn};
use crate::words::Arg;

/// How many turns a page tells for the day when it is seen late.
const TURNS: usize = 32;

/// The card of `call`.
pub fn card(voice: Voice<'_>, call: &RegionalCall) -> Card {
    let deadline = call.deadline(voice.shared.site.now);
    Card {
        status: status(voice, call),
        deadline: deadline.map(|step| moments::moment(voice, call, step)),
        figures: figures(voice, call),
    }
}

/// Where the call stands, and will.
pub fn status(voice: Voice<'_>, call: &RegionalCall) -> Status {
    let now = voice.shared.site.now;
    let stage = call.stage(now);
    let next = next::next(voice, call, now);
    let mut turns: Vec<StatusTurn> = Vec::new();
    for at in instants(call, now).into_iter().take(TURNS) {
        let turned = turn(voice, call, at);
        let told =
            turns.last().map_or((stage, &next.sentence), |last| (last.stage, &last.next.sentence));
        if (turned.stage, &turned.next.sentence) != told {
            turns.push(turned);
        }
    }
    Status { stage, label: label(voice, stage), next, closure: closure(voice, call, now), turns }
}

/// When the status may change, or what happens next.
fn instants(call: &RegionalCall, now: Timestamp) -> BTreeSet<Timestamp> {
    let zone = &call.region.territory.zone;
    let turns = call.life.iter().map(|turn| turn.from);
    let steps = call.kept_steps().map(|regional| regional.step.when.over(zone));
    turns.chain(steps).filter(|at| *at > now).collect()
}

fn turn(voice: Voice<'_>, call: &RegionalCall, at: Timestamp) -> StatusTurn {
    let stage = call.stage(at);
    let deadline = call.deadline(at);
    StatusTurn {
        from: whole_second(at),
        stage,
        label: label(voice, stage),
        next: next::next(voice, call, at),
        closure: closure(voice, call, at),
        deadline: deadline.map(|step| moments::moment_at(voice, call, step, at)),
    }
}

/// Said once the day has come.
pub fn closure(voice: Voice<'_>, call: &RegionalCall, at: Timestamp) -> Option<Closure> {
    let closed = call.closed_by_hand(at)?;
    let date = voice.words.day(closed.date);
    Some(Closure {
        sentence: voice.words.say("closed_since", &[("date", Arg::Text(&date))]),
        reason: closed.reason.as_ref().map(|reason| voice.phrase(reason)),
    })
}

fn label(voice: Voice<'_>, stage: Stage) -> String {
    voice.words.say(&format!("status_{}", stage.name()), &[])
}

/// The figures that the call puts forward, as the region sets them.
pub fn figures(voice: Voice<'_>, call: &RegionalCall) -> Vec<Figure> {
    let figures = call.parameters.iter().filter_map(|regional| {
        let note = (regional.origin != Origin::National).then(|| {
            let national = voice.words.amount(regional.national, regional.parameter.unit);
            voice.words.say("national_value", &[("value", Arg::Text(&national))])
        });
        Some(Figure { note, ..figure(voice, &regional.parameter)? })
    });
    figures.collect()
}

/// The same as the nation sets them, whatever the region.
pub fn national_figures(voice: Voice<'_>, call: &RegionalCall) -> Vec<Figure> {
    call.call.parameters.iter().filter_map(|parameter| figure(voice, parameter)).collect()
}

/// A parameter as a figure, if the call puts it forward.
pub fn figure(voice: Voice<'_>, parameter: &Parameter) -> Option<Figure> {
    let label = parameter.label.as_ref().filter(|_| parameter.featured)?;
    let value = voice.words.amount(parameter.value, parameter.unit);
    Some(Figure { label: voice.phrase(label), value, note: None })
}
