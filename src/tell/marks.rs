//! Who wrote what: the words that say what a region added, replaced, moved or cancelled.

use super::moments;
use super::voice::Voice;
use crate::model::origin::Origin;
use crate::model::regional::{RegionalCall, RegionalStep};
use crate::words::{Arg, grammar};

/// Who wrote a passage, when the nation did not.
pub fn mark(voice: Voice<'_>, call: &RegionalCall, origin: Origin) -> Option<String> {
    let name = match origin {
        Origin::National => return None,
        Origin::Added => "mark_added",
        Origin::Replaced => "mark_replaced",
    };
    let author = grammar::author(voice.words, &call.region);
    Some(voice.words.say(name, &[("service", Arg::Text(&author))]))
}

/// Who translated a passage.
pub fn translated(voice: Voice<'_>, call: &RegionalCall) -> String {
    let author = grammar::author(voice.words, &call.region);
    voice.words.say("mark_translated", &[("service", Arg::Text(&author))])
}

/// What the region changed of a step, and from which national date.
pub fn of_step(voice: Voice<'_>, call: &RegionalCall, regional: &RegionalStep) -> Option<String> {
    let words = voice.words;
    if let Some(cancellation) = moments::cancellation(words, call, regional) {
        return Some(cancellation);
    }
    let author = grammar::author(words, &call.region);
    match (regional.origin, regional.moved_from) {
        (Origin::Added, _) => mark(voice, call, Origin::Added),
        (_, Some(national)) if national.known() != regional.step.when.known() => {
            let national = words.rough(national.known());
            let args = [("service", Arg::Text(&author)), ("date", Arg::Text(&national))];
            Some(words.say("mark_moved_from", &args))
        }
        (_, Some(_)) => Some(words.say("mark_moved", &[("service", Arg::Text(&author))])),
        _ => None,
    }
}
