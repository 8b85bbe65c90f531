//! What a list says of a call: where it stands, until when, for how much.

use super::moments;
use super::voice::Voice;
use crate::model::call::Parameter;
use crate::model::origin::Origin;
use crate::model::regional::RegionalCall;
use crate::model::regional::expiry::whole_second;
use crate::model::regional::life::Stage;
use crate::model::told::call::{Card, Figure, Status, StatusTurn};
use crate::words::Arg;

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
    let label = |stage: Stage| voice.words.say(&format!("status_{}", stage.name()), &[]);
    let stage = call.stage(now);
    let turns = call.life().into_iter().filter(|turn| turn.from > now).map(|turn| StatusTurn {
        from: whole_second(turn.from),
        stage: turn.stage,
        label: label(turn.stage),
    });
    Status { stage, label: label(stage), turns: turns.collect() }
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

fn figure(voice: Voice<'_>, parameter: &Parameter) -> Option<Figure> {
    let label = parameter.label.as_ref().filter(|_| parameter.featured)?;
    let value = voice.words.amount(parameter.value, parameter.unit);
    Some(Figure { label: voice.phrase(label), value, note: None })
}
