//! A deadline that its region announced to be another than it was: said beside it, for those who read the page before.

use std::cmp::Ordering;

use jiff::civil::DateTime;

use super::voice::Voice;
use crate::model::regional::{RegionalCall, RegionalStep};
use crate::model::told::call::Rescheduled;
use crate::words::{Arg, Words};

/// What was announced of a deadline; nothing of another step.
pub fn rescheduled(
    voice: Voice<'_>,
    call: &RegionalCall,
    step: &RegionalStep,
) -> Option<Rescheduled> {
    let (words, now) = (voice.words, voice.shared.site.now);
    let after = step.kept().filter(|step| step.kind.is_deadline())?.when;
    let before = call.initially(step, now)?;
    let told = call.told_of(step, now).filter(|item| item.before.is_some());
    let told = words.date(told.map(|item| item.date).max()?);
    let zone = &call.region.territory.zone;
    let sentence = if after.is_day() {
        let [before, after] = [before, after].map(|when| when.last_minute(zone).datetime());
        moved(words, before, after)?
    } else {
        // Its new day is not known yet.
        let before = words.date(before.date);
        words.say("deadline_first_told", &[("before", Arg::Text(&before))])
    };
    let told = words.say("deadline_told", &[("date", Arg::Text(&told))]);
    Some(Rescheduled { sentence, told })
}

/// From when to when; hours alone, on the same day.
fn moved(words: &Words, before: DateTime, after: DateTime) -> Option<String> {
    let same_day = before.date() == after.date();
    let name = match (after.cmp(&before), same_day) {
        (Ordering::Equal, _) => return None,
        (Ordering::Greater, false) => "deadline_put_off",
        (Ordering::Less, false) => "deadline_brought_forward",
        (Ordering::Greater, true) => "deadline_later",
        (Ordering::Less, true) => "deadline_earlier",
    };
    let said = |at: DateTime| if same_day { words.time(at.time()) } else { words.date(at.date()) };
    let [before, after] = [said(before), said(after)];
    Some(words.say(name, &[("before", Arg::Text(&before)), ("after", Arg::Text(&after))]))
}
