//! A step as an applicant must read it: weekday, date, hour, end, and both clocks when they differ.

use jiff::civil::{Date, Time};

use jiff::{Timestamp, Zoned};

use super::rescheduled;
use super::voice::{SiteContext, Voice};
use crate::model::call::StepKind;
use crate::model::regional::expiry::whole_second;
use crate::model::regional::{RegionalCall, RegionalStep};
use crate::model::rough::{Grain, RoughDate};
use crate::model::time::{LAST_MINUTE, When, Zone};
use crate::model::told::call as told;
use crate::words::{Arg, Words, grammar};

/// What is said of a step's moment.
pub fn moment(voice: Voice<'_>, call: &RegionalCall, step: &RegionalStep) -> told::Moment {
    moment_at(voice, call, step, voice.shared.site.now)
}

/// The same, as it will be said at another instant.
pub fn moment_at(
    voice: Voice<'_>,
    call: &RegionalCall,
    step: &RegionalStep,
    now: Timestamp,
) -> told::Moment {
    let words = voice.words;
    let zone = &call.region.territory.zone;
    let when = still_true(step, zone, now);
    let moment = Moment::of(voice.shared, call, step.step.kind, &when);
    let clock = moment.local_clock(words, call);
    let (start, later) = (&moment.local.start, moment.local.later_day());
    let days = call.days_left(&step.step, now);
    told::Moment {
        label: voice.phrase(&step.step.label),
        date: start.day(words),
        leaf: when.is_day().then(|| leaf(&start.day(words), start.date())).flatten(),
        short_date: start.short_day(words),
        time: moment.local.hours(words).map(|hours| clock.reads(words, &hours)),
        end: later.map(|end| told::End {
            date: end.day(words),
            time: end.time().map(|time| clock.reads(words, &words.time(time))),
            iso: end.iso().unwrap_or_default(),
        }),
        paris: moment.paris.as_ref().map(|paris| paris.sentence(words, &Clock::paris(words))),
        iso: start.iso(),
        left: days.map(|days| told::Left {
            sentence: left(words, days),
            days,
            day: when.last_minute(zone).date().to_string(),
            zone: zone.name.clone(),
        }),
        past: when.ends(zone) < now,
        known: when.known(),
        over: whole_second(when.over(zone)),
        closing: step.step.kind == StepKind::Closing,
        moved: rescheduled::rescheduled(voice, call, step),
    }
}

/// The date around the number of its day; none in a language that has no such figures.
fn leaf(written: &str, date: Date) -> Option<told::Leaf> {
    let day = date.day().to_string();
    let figures = |c: char| c.is_ascii_digit();
    let numbers = written.match_indices(&day);
    // Neither the figures of a year nor those of another number.
    let mut alone = numbers.filter(|(at, _)| {
        !written[..*at].ends_with(figures) && !written[at + day.len()..].starts_with(figures)
    });
    let (at, _) = alone.next()?;
    // "1er", "5th".
    let rest = &written[at..];
    let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    Some(told::Leaf {
        before: written[..at].trim_end().to_owned(),
        day: rest[..end].to_owned(),
        after: rest[end..].trim_start().to_owned(),
    })
}

/// "lundi 17 janvier 2022 à 23 h 59, heure de La Réunion (lundi 17 janvier 2022 à 20 h 59, heure de Paris)".
pub fn sentence(
    shared: &SiteContext<'_>,
    words: &Words,
    call: &RegionalCall,
    step: &RegionalStep,
) -> String {
    Moment::of(shared, call, step.step.kind, &step.step.when).sentence(words, call)
}

/// "mercredi 8 décembre 2021", with the hour by the territory's clock where one is given.
pub fn local_sentence(voice: Voice<'_>, call: &RegionalCall, step: &RegionalStep) -> String {
    let moment = Moment::at(voice.shared, call, &step.step.when);
    moment.local.sentence(voice.words, &moment.local_clock(voice.words, call))
}

/// "8 déc. 2021", for lists.
pub fn short_day(voice: Voice<'_>, call: &RegionalCall, step: &RegionalStep) -> String {
    let when = &step.step.when;
    Moment::of(voice.shared, call, step.step.kind, when).local.start.short_day(voice.words)
}

/// What can still be said of when a step is to be. Only a day opens a call: once the month that was said is over, nobody knows.
fn still_true(step: &RegionalStep, zone: &Zone, now: Timestamp) -> When {
    let when = step.step.when;
    let overdue = !when.is_day() && step.step.kind == StepKind::Opening && when.over(zone) <= now;
    if overdue { When::rough(RoughDate::UNKNOWN, when.clock) } else { when }
}

/// "Date initiale : lundi 17 janvier 2022", where the region has told that the step was changed.
pub fn initial(voice: Voice<'_>, call: &RegionalCall, step: &RegionalStep) -> Option<String> {
    let when = call.initially(step, voice.shared.site.now)?;
    let moment = Moment::at(voice.shared, call, &when).sentence(voice.words, call);
    Some(voice.words.say("initial_date", &[("moment", Arg::Text(&moment))]))
}

/// "Annulation annoncée le 12 janvier 2022 par la DREETS Bretagne".
pub fn cancellation(words: &Words, call: &RegionalCall, step: &RegionalStep) -> Option<String> {
    let date = words.date(step.cancelled?);
    if call.falls_with_call(step) {
        return Some(words.say("mark_closed", &[("date", Arg::Text(&date))]));
    }
    let author = grammar::author(words, &call.region);
    let args = [("date", Arg::Text(&date)), ("service", Arg::Text(&author))];
    Some(words.say("mark_cancelled", &args))
}

/// The date that the page gives a step, as well as it is known.
pub fn date(
    shared: &SiteContext<'_>,
    words: &Words,
    call: &RegionalCall,
    step: &RegionalStep,
) -> String {
    Moment::of(shared, call, step.step.kind, &step.step.when).local.start.day(words)
}

/// A beginning and an end for machines: RFC 3339 with the territory's offset, or the days alone. Of a day that is known.
pub fn bounds(
    shared: &SiteContext<'_>,
    call: &RegionalCall,
    when: &When,
) -> (String, Option<String>) {
    let Reading { start, end } = Moment::at(shared, call, when).local;
    (start.iso().unwrap_or_default(), end.and_then(|end| end.iso()))
}

/// A step's moment, on the clocks that count.
struct Moment {
    local: Reading,
    /// In Paris, when it reads otherwise there.
    paris: Option<Reading>,
}

/// What the calendar and clocks of one place show of a step.
struct Reading {
    start: Point,
    end: Option<Point>,
}

/// A date as well as it is known, or a minute where the hour counts.
enum Point {
    Date(RoughDate),
    Minute(Zoned),
}

/// Whose clock it is: "heure de La Réunion", "Réunion time".
struct Clock {
    of: String,
    place: String,
}

impl Moment {
    fn of(shared: &SiteContext<'_>, call: &RegionalCall, kind: StepKind, when: &When) -> Self {
        // A deadline without hour ends at 23:59; other steps without hour are days, the same by every clock.
        let time = (kind.is_deadline() && when.is_day()).then_some(LAST_MINUTE);
        Self::at(shared, call, &When { time: when.time.or(time), ..*when })
    }

    fn at(shared: &SiteContext<'_>, call: &RegionalCall, when: &When) -> Self {
        let zone = &call.region.territory.zone;
        let start = match when.time {
            Some(_) => Point::Minute(when.first_minute(zone)),
            None => Point::Date(when.known()),
        };
        let end = when.lasts().then(|| match when.end_time {
            Some(_) => Point::Minute(when.last_minute(zone)),
            None => Point::Date(RoughDate::day(when.last_day())),
        });
        let local = Reading { start, end };
        let paris = local.elsewhere(&shared.paris);
        Self { local, paris }
    }

    fn sentence(&self, words: &Words, call: &RegionalCall) -> String {
        let local = self.local.sentence(words, &self.local_clock(words, call));
        match &self.paris {
            Some(paris) => format!("{local} ({})", paris.sentence(words, &Clock::paris(words))),
            None => local,
        }
    }

    fn local_clock(&self, words: &Words, call: &RegionalCall) -> Clock {
        let territory = &call.region.territory;
        if self.paris.is_none() {
            return Clock::paris(words);
        }
        let of = grammar::territory_of(words, territory);
        Clock { of, place: territory.name.show(&words.lang).value.clone() }
    }
}

impl Reading {
    /// The same moment in another place, when it reads otherwise there.
    fn elsewhere(&self, zone: &Zone) -> Option<Self> {
        let end = self.end.as_ref();
        let there = Self { start: self.start.in_zone(zone), end: end.map(|end| end.in_zone(zone)) };
        let times = |reading: &Self| {
            let points = [Some(&reading.start), reading.end.as_ref()];
            points.map(|point| point.map(|point| (point.date(), point.time())))
        };
        (times(&there) != times(self)).then_some(there)
    }

    /// The end, when it is on another day than the beginning.
    fn later_day(&self) -> Option<&Point> {
        self.end.as_ref().filter(|end| end.date() != self.start.date())
    }

    /// "10 h", or "de 10 h à 11 h 30" when all is on one day.
    fn hours(&self, words: &Words) -> Option<String> {
        let start = words.time(self.start.time()?);
        let end = self.end.as_ref().filter(|_| self.later_day().is_none());
        let Some(end) = end.and_then(Point::time) else { return Some(start) };
        let args = [("start", Arg::Text(&start)), ("end", Arg::Text(&words.time(end)))];
        Some(words.say("time_range", &args))
    }

    /// All of it in one sentence, which names the clock once.
    fn sentence(&self, words: &Words, clock: &Clock) -> String {
        let date = self.start.day(words);
        let Some(end) = self.later_day() else {
            let hours = self.hours(words).map(|hours| clock.reads(words, &hours));
            return self.on(words, &date, hours);
        };
        let named = |time: Time| clock.reads(words, &words.time(time));
        let last = end.time();
        let start = self.start.time().map(|time| match last {
            Some(_) => words.time(time),
            None => named(time),
        });
        let start = date_and_time(words, &date, start);
        let end = date_and_time(words, &end.day(words), last.map(named));
        let args = [("start", Arg::Text(&start)), ("end", Arg::Text(&end))];
        words.say("from_until", &args)
    }

    fn on(&self, words: &Words, date: &str, hours: Option<String>) -> String {
        match (&self.end, &hours) {
            (Some(_), Some(hours)) => words
                .say("date_and_range", &[("date", Arg::Text(date)), ("time", Arg::Text(hours))]),
            _ => date_and_time(words, date, hours),
        }
    }
}

impl Point {
    fn in_zone(&self, zone: &Zone) -> Self {
        match self {
            Self::Date(date) => Self::Date(*date),
            Self::Minute(minute) => Self::Minute(minute.with_time_zone(zone.rules.clone())),
        }
    }

    fn date(&self) -> Date {
        match self {
            Self::Date(date) => date.last,
            Self::Minute(minute) => minute.date(),
        }
    }

    fn time(&self) -> Option<Time> {
        match self {
            Self::Date(_) => None,
            Self::Minute(minute) => Some(minute.time()),
        }
    }

    fn day(&self, words: &Words) -> String {
        match self {
            Self::Date(date) => words.rough(*date),
            Self::Minute(minute) => words.day(minute.date()),
        }
    }

    fn short_day(&self, words: &Words) -> String {
        match self {
            Self::Date(date) if date.grain != Grain::Day => words.rough(*date),
            point => words.short_date(point.date()),
        }
    }

    /// As HTML writes dates: it has months and years, and no quarter.
    fn iso(&self) -> Option<String> {
        match self {
            Self::Date(date) if matches!(date.grain, Grain::Quarter | Grain::Unknown) => None,
            Self::Date(date) => Some(date.to_string()),
            Self::Minute(minute) => Some(minute.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()),
        }
    }
}

impl Clock {
    fn paris(words: &Words) -> Self {
        let of = words.say("territory_of", &[("name", Arg::Text("Paris"))]);
        Self { of, place: "Paris".to_owned() }
    }

    fn reads(&self, words: &Words, time: &str) -> String {
        let (of, place) = (Arg::Text(&self.of), Arg::Text(&self.place));
        words.say("time_of", &[("time", Arg::Text(time)), ("of", of), ("place", place)])
    }
}

fn date_and_time(words: &Words, date: &str, time: Option<String>) -> String {
    match time {
        Some(time) => {
            words.say("date_and_time", &[("date", Arg::Text(date)), ("time", Arg::Text(&time))])
        }
        None => date.to_owned(),
    }
}

fn left(words: &Words, days: i32) -> String {
    if days == 0 {
        words.say("last_day", &[])
    } else {
        words.say("days_left", &[("n", Arg::Count(i64::from(days)))])
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::leaf;

    #[test]
    fn a_leaf_is_the_whole_date() {
        for (written, day, parts) in [
            ("lundi 17 janvier 2022", date(2022, 1, 17), ("lundi", "17", "janvier 2022")),
            ("mardi 1er février 2022", date(2022, 2, 1), ("mardi", "1er", "février 2022")),
            ("Monday, January 2, 2022", date(2022, 1, 2), ("Monday, January", "2", ", 2022")),
            ("2022年1月17日", date(2022, 1, 17), ("2022年1月", "17日", "")),
            ("20 december 2020", date(2020, 12, 20), ("", "20", "december 2020")),
        ] {
            let leaf = leaf(written, day).expect(written);
            assert_eq!((&*leaf.before, &*leaf.day, &*leaf.after), parts);
        }
        assert_eq!(leaf("الاثنين ١٧ يناير ٢٠٢٢", date(2022, 1, 17)), None);
    }
}
