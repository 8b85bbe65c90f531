//! A step as an applicant must read it: weekday, date, hour, and both clocks when they differ.

use jiff::{Timestamp, Zoned};

use super::context::{PageContext, SiteContext};
use super::grammar;
use super::view::Deadline;
use super::words::{Arg, Words};
use crate::model::call::StepKind;
use crate::model::regional::{RegionalCall, RegionalStep};
use crate::model::time::Zone;

/// What a page says of a step's moment.
pub fn deadline(page: &PageContext<'_>, call: &RegionalCall, step: &RegionalStep) -> Deadline {
    let words = page.words;
    let zone = &call.region.territory.zone;
    let now = page.shared.site.now;
    let moment = Moment::of(page.shared, call, step);
    let past = step.step.when.ends(zone) < now;
    Deadline {
        label: page.text(&step.step.label),
        date: words.day(moment.local.date()),
        short_date: words.short_date(moment.local.date()),
        time: moment.has_time.then(|| moment.local_time(words, call)),
        paris: moment.paris.as_ref().map(|paris| paris_sentence(words, paris)),
        iso: moment.iso(),
        left: (!past && step.step.kind.is_deadline())
            .then(|| left(words, zone, now, &moment.local)),
        past,
        closing: step.step.kind == StepKind::Closing,
    }
}

/// "lundi 17 janvier 2022 à 23 h 59, heure de La Réunion (lundi 17 janvier 2022 à 20 h 59, heure de Paris)".
pub fn sentence(
    shared: &SiteContext<'_>,
    words: &Words,
    call: &RegionalCall,
    step: &RegionalStep,
) -> String {
    let moment = Moment::of(shared, call, step);
    let date = words.day(moment.local.date());
    if !moment.has_time {
        return date;
    }
    let local = date_and_time(words, &date, &moment.local_time(words, call));
    match &moment.paris {
        Some(paris) => format!("{local} ({})", paris_sentence(words, paris)),
        None => local,
    }
}

/// A step's last minute, on the clocks that count.
struct Moment {
    local: Zoned,
    /// In Paris, when it reads otherwise there.
    paris: Option<Zoned>,
    /// A deadline without hour ends at 23:59; other steps without hour are days.
    has_time: bool,
}

impl Moment {
    fn of(shared: &SiteContext<'_>, call: &RegionalCall, step: &RegionalStep) -> Self {
        let zone = &call.region.territory.zone;
        let local = step.step.when.last_minute(zone);
        let has_time = step.step.when.time.is_some() || step.step.kind.is_deadline();
        let paris = local.with_time_zone(shared.paris.rules.clone());
        let differs = has_time && paris.datetime() != local.datetime();
        Self { paris: differs.then_some(paris), local, has_time }
    }

    fn local_time(&self, words: &Words, call: &RegionalCall) -> String {
        let territory = &call.region.territory;
        let time = words.time(self.local.time());
        if self.paris.is_none() {
            return in_paris(words, &time);
        }
        let of = grammar::territory_of(words, territory);
        let place = territory.name.show(&words.lang).value;
        time_of(words, &time, &of, place)
    }

    fn iso(&self) -> String {
        if self.has_time {
            self.local.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
        } else {
            self.local.date().to_string()
        }
    }
}

fn paris_sentence(words: &Words, paris: &Zoned) -> String {
    let time = in_paris(words, &words.time(paris.time()));
    date_and_time(words, &words.day(paris.date()), &time)
}

fn in_paris(words: &Words, time: &str) -> String {
    let of = words.say("territory_of", &[("name", Arg::Text("Paris"))]);
    time_of(words, time, &of, "Paris")
}

fn time_of(words: &Words, time: &str, of: &str, place: &str) -> String {
    words.say(
        "time_of",
        &[("time", Arg::Text(time)), ("of", Arg::Text(of)), ("place", Arg::Text(place))],
    )
}

fn date_and_time(words: &Words, date: &str, time: &str) -> String {
    words.say("date_and_time", &[("date", Arg::Text(date)), ("time", Arg::Text(time))])
}

/// Days of the territory's calendar until the deadline.
fn left(words: &Words, zone: &Zone, now: Timestamp, until: &Zoned) -> String {
    let today = now.to_zoned(zone.rules.clone()).date();
    let days = (until.date() - today).get_days();
    if days <= 0 {
        words.say("last_day", &[])
    } else {
        words.say("days_left", &[("n", Arg::Count(i64::from(days)))])
    }
}
