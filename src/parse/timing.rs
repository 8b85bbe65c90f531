//! When something takes place: a date as well as it is known, perhaps an hour, a clock, an end.

use super::reader::Reader;
use super::record::Record;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::rough::{Grain, RoughDate};
use crate::model::source::Spanned;
use crate::model::time::{Clock, Timing};

/// The key of what nobody can date yet.
const UNKNOWN: &str = "a-preciser";

/// The two clocks, as teams name them.
const CLOCKS: [(&str, Clock); 2] = [("locale", Clock::Local), ("paris", Clock::Paris)];

/// When a step takes place. A date is required of a new one, unless it is said to be known later.
pub fn of_step<'s>(r: &mut Reader<'_, 's>, fields: &mut Record<'_, 's>, new: bool) -> Timing {
    let unknown = fields.optional(r, UNKNOWN, Reader::boolean).unwrap_or_default();
    let date = if new && !unknown && !fields.is_partial(UNKNOWN) {
        fields.required(r, "date", Reader::rough_date)
    } else {
        fields.optional(r, "date", Reader::rough_date)
    };
    let place = fields.key_span(UNKNOWN);
    if unknown && let Some(date) = &date {
        let both = Diagnostic::new(Code::UnknownDay, place).and(date.span);
        r.push(both.with("cle", UNKNOWN).with("date", date.value));
    }
    let later = (unknown && date.is_none()).then(|| Spanned::new(RoughDate::UNKNOWN, place));
    let timing = rest(r, fields, date.or(later));
    without_hours(r, timing)
}

/// A moment of a known day.
pub fn of_a_day<'s>(r: &mut Reader<'_, 's>, fields: &mut Record<'_, 's>) -> Timing {
    let day = |r: &mut Reader<'_, 's>, node: &_| {
        r.spanned_date(node).map(|day| Spanned::new(RoughDate::day(day.value), day.span))
    };
    let date = fields.required(r, "date", day);
    rest(r, fields, date)
}

fn rest<'s>(
    r: &mut Reader<'_, 's>,
    fields: &mut Record<'_, 's>,
    date: Option<Spanned<RoughDate>>,
) -> Timing {
    Timing {
        date,
        time: fields.optional(r, "heure", Reader::spanned_time),
        clock: fields.optional(r, "horloge", |r, n| r.choice(n, &CLOCKS)),
        end_date: fields.optional(r, "date_fin", Reader::spanned_date),
        end_time: fields.optional(r, "heure_fin", Reader::spanned_time),
    }
}

/// What is not known to the day has neither hour nor end.
fn without_hours(r: &mut Reader<'_, '_>, timing: Timing) -> Timing {
    let rough = timing.date.as_ref().filter(|date| date.value.grain != Grain::Day);
    let Some((date, (key, place))) = rough.zip(timing.of_a_day()) else { return timing };
    let hour = Diagnostic::new(Code::UnknownDay, place).and(date.span);
    r.push(hour.with("cle", key).with("date", date.value));
    Timing { date: timing.date, clock: timing.clock, ..Timing::default() }
}
