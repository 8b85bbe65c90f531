//! What happens next, in words: beside every status, on every page that shows one.

use jiff::Timestamp;
use jiff::civil::Date;

use super::voice::Voice;
use super::{contacts, moments};
use crate::model::call::StepKind;
use crate::model::regional::expected::Expected;
use crate::model::regional::{RegionalCall, RegionalStep};
use crate::model::told::call::{Left, Next};
use crate::words::Arg;

/// What happens next to a call, at an instant.
pub fn next(voice: Voice<'_>, call: &RegionalCall, at: Timestamp) -> Next {
    let written = Written { voice, call };
    let expected = call.expected(at);
    Next {
        sentence: written.sentence(expected),
        short: written.short(expected, at),
        delay: call.awaited(at).map(|day| written.delay(day, at)),
    }
}

struct Written<'a> {
    voice: Voice<'a>,
    call: &'a RegionalCall,
}

impl Written<'_> {
    fn sentence(&self, expected: Expected<'_>) -> String {
        match expected {
            Expected::Opening(step) => self.on("next_opens", step, &self.moment(step)),
            Expected::SomeOpening => self.some_day("next_opens_about"),
            Expected::Wave { opening, closing } => {
                let rough = is_rough(opening) || closing.is_some_and(is_rough);
                let name = if rough { "next_wave_about" } else { "next_wave" };
                let closes = closing.map(|closing| self.moment(closing));
                self.wave(name, &self.moment(opening), closes)
            }
            Expected::Due(step) if step.step.kind == StepKind::Closing => {
                self.on("next_closes", step, &self.moment(step))
            }
            Expected::Due(step) | Expected::Then(step) => self.named(step, &self.moment(step)),
            Expected::NothingDue => self.say("next_no_deadline", &[]),
            Expected::Examination => contacts::ask(self.voice, self.call, "next_examined"),
            Expected::Answered => self.say("next_answered", &[]),
            Expected::Nothing => self.say("next_nothing", &[]),
        }
    }

    /// What a line of a list has room for. Once nobody can apply, it is when the call closed.
    fn short(&self, expected: Expected<'_>, at: Timestamp) -> String {
        let day = |step| moments::short_day(self.voice, self.call, step);
        match expected {
            Expected::Opening(step) => self.on("short_opens", step, &day(step)),
            Expected::SomeOpening => self.some_day("short_opens_about"),
            Expected::Wave { opening, closing } => {
                let rough = is_rough(opening) || closing.is_some_and(is_rough);
                let name = if rough { "short_wave_about" } else { "short_wave" };
                self.wave(name, &day(opening), closing.map(day))
            }
            Expected::Due(step) if step.step.kind == StepKind::Closing => {
                self.on("short_closes", step, &day(step))
            }
            Expected::Due(step) => self.named(step, &day(step)),
            Expected::NothingDue => self.say("short_no_deadline", &[]),
            _ if let Some(closed) = self.call.closed_by_hand(at) => {
                let day = self.voice.words.short_date(closed.date);
                self.say("short_closed", &[("moment", Arg::Text(&day))])
            }
            _ => match self.call.deadline(at) {
                Some(step) if step.step.kind == StepKind::Closing && !is_rough(step) => {
                    self.on("short_closed", step, &day(step))
                }
                Some(step) => self.named(step, &day(step)),
                None => self.say("no_deadline", &[]),
            },
        }
    }

    fn wave(&self, name: &str, opens: &str, closes: Option<String>) -> String {
        match closes {
            Some(closes) => {
                let args = [("opens", Arg::Text(opens)), ("closes", Arg::Text(&closes))];
                self.say(name, &args)
            }
            None => self.say(&format!("{name}_opens"), &[("opens", Arg::Text(opens))]),
        }
    }

    /// "Comité de sélection : mardi 1er mars 2022".
    fn named(&self, step: &RegionalStep, moment: &str) -> String {
        let label = self.voice.phrase(&step.step.label).text;
        self.say("next_step", &[("step", Arg::Text(&label)), ("moment", Arg::Text(moment))])
    }

    /// "Ouvre le mercredi 8 décembre 2021", "Ouverture : mars 2022".
    fn on(&self, name: &str, step: &RegionalStep, moment: &str) -> String {
        let about = if is_rough(step) { "_about" } else { "" };
        self.say(&format!("{name}{about}"), &[("moment", Arg::Text(moment))])
    }

    /// "Ouverture : date à préciser".
    fn some_day(&self, name: &str) -> String {
        let moment = self.say("date_unknown", &[]);
        self.say(name, &[("moment", Arg::Text(&moment))])
    }

    fn moment(&self, step: &RegionalStep) -> String {
        moments::local_sentence(self.voice, self.call, step)
    }

    /// "dans 7 jours".
    fn delay(&self, day: Date, at: Timestamp) -> Left {
        let zone = &self.call.region.territory.zone;
        let days = (day - zone.day_of(at)).get_days().max(0);
        let sentence = match days {
            0 => self.say("next_today", &[]),
            _ => self.say("days_until", &[("n", Arg::Count(i64::from(days)))]),
        };
        Left { sentence, days, day: day.to_string(), zone: zone.name.clone() }
    }

    fn say(&self, name: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.voice.words.say(name, args)
    }
}

fn is_rough(step: &RegionalStep) -> bool {
    !step.step.when.is_day()
}
