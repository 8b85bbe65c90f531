//! Dates, hours and the clock they are read on.
//!
//! A territory's day is not Paris's: "17 January" ends eleven hours apart in Guadeloupe and in Mayotte. Instants are
//! therefore computed from a date, perhaps an hour, and a zone; the zone of the machine never counts.
//!
//! An hour that the spring change skips is read as if the clocks had not moved: 02:30 is 03:30. An hour that the autumn
//! change gives twice is the first of the two.

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Zoned};

use super::rough::{Grain, RoughDate};
use super::source::{Span, Spanned};

/// The clock an hour is read on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// The territory's own.
    Local,
    Paris,
}

/// A zone of the IANA database, under the name that was asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Zone {
    pub name: String,
    pub rules: TimeZone,
}

impl Zone {
    /// `None` when the database knows no such zone.
    pub fn named(name: &str) -> Option<Self> {
        // Only "Area/City" names: "EST" or "+03" would ignore daylight saving.
        let rules = name.contains('/').then(|| TimeZone::get(name).ok()).flatten()?;
        Some(Self { name: name.to_owned(), rules })
    }

    /// Metropolitan France.
    pub fn paris() -> Self {
        Self::named("Europe/Paris").expect("the bundled database has Europe/Paris")
    }

    /// The day that its clocks show.
    pub fn day_of(&self, at: Timestamp) -> Date {
        at.to_zoned(self.rules.clone()).date()
    }

    /// The first instant of a day.
    pub fn day_begins(&self, day: Date) -> Timestamp {
        // Fails only at the ends of the calendar, which the parser refuses.
        day.to_zoned(self.rules.clone()).map_or(Timestamp::MAX, |begins| begins.timestamp())
    }
}

/// A date, perhaps an hour, perhaps an end, on one clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct When {
    /// The last day it may be, where it is not known to the day.
    pub date: Date,
    /// How well the date is known. Nothing below is, where it is not to the day.
    pub grain: Grain,
    /// Without hour, the whole day.
    pub time: Option<Time>,
    pub clock: Clock,
    /// The last day, where there are several.
    pub end_date: Option<Date>,
    /// The hour at which it ends, on the last day.
    pub end_time: Option<Time>,
}

impl When {
    /// A whole day.
    pub fn day(date: Date, clock: Clock) -> Self {
        Self::rough(RoughDate::day(date), clock)
    }

    /// A date as well as it is known.
    pub fn rough(RoughDate { last, grain }: RoughDate, clock: Clock) -> Self {
        Self { date: last, grain, time: None, clock, end_date: None, end_time: None }
    }

    /// Whether the day is known.
    pub fn is_day(&self) -> bool {
        self.grain == Grain::Day
    }

    /// The date as well as it is known.
    pub fn known(&self) -> RoughDate {
        RoughDate { last: self.date, grain: self.grain }
    }

    /// The first instant, for a territory in `zone`.
    pub fn starts(&self, zone: &Zone) -> Timestamp {
        self.first_minute(zone).timestamp()
    }

    /// The last instant: the last hour given, else the end of the last day.
    pub fn ends(&self, zone: &Zone) -> Timestamp {
        match self.last_time() {
            Some(time) => self.zoned(zone, self.last_day(), time).timestamp(),
            None => {
                let midnight = self.zoned(zone, self.last_day(), Time::midnight());
                midnight.end_of_day().map_or(midnight.timestamp(), |end| end.timestamp())
            }
        }
    }

    /// The first instant at which it is past: an end is the last instant that still counts.
    pub fn over(&self, zone: &Zone) -> Timestamp {
        self.ends(zone) + 1.nanosecond()
    }

    /// By which it stands among others, in a calendar: what is not known to the day comes last.
    pub fn placed(&self, zone: &Zone) -> (Timestamp, bool) {
        (if self.is_day() { self.starts(zone) } else { self.over(zone) }, !self.is_day())
    }

    /// What the clocks of `zone` show at the hour, or at the beginning of a day without hour.
    pub fn first_minute(&self, zone: &Zone) -> Zoned {
        let time = self.time.unwrap_or(Time::midnight());
        self.zoned(zone, self.date, time).with_time_zone(zone.rules.clone())
    }

    /// What the clocks of `zone` show at the last hour given, or at 23:59 of a last day without hour.
    pub fn last_minute(&self, zone: &Zone) -> Zoned {
        let time = self.last_time().unwrap_or(LAST_MINUTE);
        self.zoned(zone, self.last_day(), time).with_time_zone(zone.rules.clone())
    }

    /// The date of the end, which is that of the beginning unless another is given.
    pub fn last_day(&self) -> Date {
        self.end_date.unwrap_or(self.date)
    }

    /// Whether an end is given.
    pub fn lasts(&self) -> bool {
        self.end_date.is_some() || self.end_time.is_some()
    }

    fn last_time(&self) -> Option<Time> {
        // The hour of the first day says nothing of the last.
        let same_day = self.time.filter(|_| self.end_date.is_none());
        self.end_time.or(same_day)
    }

    fn zoned(&self, zone: &Zone, date: Date, time: Time) -> Zoned {
        let rules = match self.clock {
            Clock::Local => zone.rules.clone(),
            Clock::Paris => Zone::paris().rules,
        };
        // Fails only at the ends of the calendar, which the parser refuses.
        date.to_datetime(time).to_zoned(rules).unwrap_or_default()
    }
}

/// The last minute of a day, as clocks show it.
pub const LAST_MINUTE: Time = Time::constant(23, 59, 0, 0);

/// What one file says of a moment, each part with its place.
#[derive(Debug, Clone, Default)]
pub struct Timing {
    pub date: Option<Spanned<RoughDate>>,
    pub time: Option<Spanned<Time>>,
    pub clock: Option<Clock>,
    pub end_date: Option<Spanned<Date>>,
    pub end_time: Option<Spanned<Time>>,
}

impl Timing {
    /// The moment of a new step. `None` without date.
    pub fn when(&self) -> Option<When> {
        let date = self.date.as_ref()?.value;
        Some(self.when_over(&When::rough(date, Clock::Local)))
    }

    /// The places of a new step. `None` without date.
    pub fn places(&self) -> Option<WhenPlaces> {
        let date = self.date.as_ref()?.span;
        Some(self.places_over(&WhenPlaces { date, time: None, end: None }))
    }

    /// `other`, with what is said here instead. Hours and ends go with the day.
    pub fn when_over(&self, other: &When) -> When {
        let known = self.date.as_ref().map_or(other.known(), |date| date.value);
        if known.grain != Grain::Day {
            return When::rough(known, self.clock.unwrap_or(other.clock));
        }
        When {
            date: known.last,
            grain: Grain::Day,
            time: self.time.as_ref().map(|time| time.value).or(other.time),
            clock: self.clock.unwrap_or(other.clock),
            end_date: self.end_date.as_ref().map(|date| date.value).or(other.end_date),
            end_time: self.end_time.as_ref().map(|time| time.value).or(other.end_time),
        }
    }

    /// The first of what only a day can have, by its key.
    pub fn of_a_day(&self) -> Option<(&'static str, Span)> {
        let time = self.time.as_ref().map(|time| ("heure", time.span));
        let end_date = self.end_date.as_ref().map(|date| ("date_fin", date.span));
        let end_time = self.end_time.as_ref().map(|time| ("heure_fin", time.span));
        time.or(end_date).or(end_time)
    }

    /// `other`, with the places of what is said here instead.
    pub fn places_over(&self, other: &WhenPlaces) -> WhenPlaces {
        let end_time = self.end_time.as_ref().map(|time| time.span);
        let end_date = self.end_date.as_ref().map(|date| date.span);
        WhenPlaces {
            date: self.date.as_ref().map_or(other.date, |date| date.span),
            time: self.time.as_ref().map(|time| time.span).or(other.time),
            end: end_time.or(end_date).or(other.end),
        }
    }
}

/// Where the parts of a moment are written.
#[derive(Debug, Clone, Copy)]
pub struct WhenPlaces {
    pub date: Span,
    pub time: Option<Span>,
    /// The last hour, else the last day.
    pub end: Option<Span>,
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, Time, date, time};
    use jiff::tz::AmbiguousOffset;
    use jiff::{SignedDuration, Timestamp, ToSpan};
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::{Clock, When, Zone};
    use crate::model::id::{Lang, Slug};
    use crate::model::source::{FileId, Span};
    use crate::model::territory;

    fn check(zone: &str, when: When, expected: &str) {
        let zone = Zone::named(zone).expect("a zone");
        assert_eq!(when.last_minute(&zone).datetime().to_string(), expected);
    }

    fn whole(date: Date) -> When {
        When::day(date, Clock::Local)
    }

    fn day(year: i16, month: i8, day: i8) -> When {
        whole(date(year, month, day))
    }

    #[test]
    fn paris_time_reads_otherwise_overseas() {
        let when = When { time: Some(time(23, 59, 0, 0)), clock: Clock::Paris, ..day(2022, 1, 17) };
        check("America/Guadeloupe", when, "2022-01-17T18:59:00");
        check("America/Cayenne", when, "2022-01-17T19:59:00");
        check("America/Miquelon", when, "2022-01-17T19:59:00");
        check("Indian/Reunion", when, "2022-01-18T02:59:00");
        check("Indian/Mayotte", when, "2022-01-18T01:59:00");
        check("Europe/Paris", when, "2022-01-17T23:59:00");
    }

    #[test]
    fn a_day_without_hour_lasts_until_its_end_where_it_is() {
        let when = day(2026, 12, 31);
        let reunion = Zone::named("Indian/Reunion").expect("a zone");
        assert!(when.ends(&reunion).to_string().starts_with("2026-12-31T19:59:59"));
        assert_eq!(when.starts(&reunion).to_string(), "2026-12-30T20:00:00Z");
    }

    #[test]
    fn an_end_is_an_hour_a_day_or_both() {
        let paris = Zone::paris();
        let check = |when: When, expected: [&str; 2]| {
            let said = [when.starts(&paris), when.ends(&paris)];
            assert_eq!(said.map(|instant| instant.strftime("%m-%d %H:%M").to_string()), expected);
        };
        let (start, end) = (Some(time(10, 0, 0, 0)), Some(time(11, 30, 0, 0)));
        let meeting = When { time: start, end_time: end, ..day(2021, 12, 16) };
        check(meeting, ["12-16 09:00", "12-16 10:30"]);
        let committee = When { end_date: Some(date(2022, 2, 4)), ..day(2022, 2, 3) };
        check(committee, ["02-02 23:00", "02-04 22:59"]);
        check(When { time: start, ..committee }, ["02-03 09:00", "02-04 22:59"]);
        check(When { time: start, end_time: end, ..committee }, ["02-03 09:00", "02-04 10:30"]);
    }

    #[test]
    fn an_hour_that_is_skipped_or_given_twice_has_one_meaning() {
        let check = |zone: &str, when: When, expected: &str| {
            let zone = Zone::named(zone).expect("a zone");
            let when = When { time: when.time.or(Some(time(2, 30, 0, 0))), ..when };
            assert_eq!(when.first_minute(&zone).strftime("%F %H:%M %:z").to_string(), expected);
        };
        check("Europe/Paris", day(2026, 3, 29), "2026-03-29 03:30 +02:00");
        check("Europe/Paris", day(2026, 10, 25), "2026-10-25 02:30 +02:00");
        check("America/Miquelon", day(2026, 3, 8), "2026-03-08 03:30 -02:00");
        let twice = When { time: Some(time(1, 30, 0, 0)), ..day(2026, 11, 1) };
        check("America/Miquelon", twice, "2026-11-01 01:30 -02:00");
        let in_paris = When { clock: Clock::Paris, ..day(2026, 3, 29) };
        check("Indian/Reunion", in_paris, "2026-03-29 05:30 +04:00");
    }

    #[test]
    fn only_places_are_zones() {
        assert!(Zone::named("EST").is_none());
        assert!(Zone::named("Europe/Atlantis").is_none());
    }

    /// Those of the table, and of the territories that are declared by hand.
    fn zones() -> Vec<Zone> {
        let languages = [Lang::new("fr").expect("a language")];
        let built_in = territory::slugs().map(|slug| {
            let slug = Slug::new(slug).expect("a slug");
            let place = Span::whole(FileId(0));
            territory::built_in(&slug, &languages, place).expect("in the table").zone.name
        });
        let others = ["Miquelon", "St_Barthelemy", "Marigot"].map(|name| format!("America/{name}"));
        let pacific = ["Noumea", "Tahiti", "Wallis"].map(|name| format!("Pacific/{name}"));
        let mut names: Vec<String> = built_in.chain(others).chain(pacific).collect();
        names.sort();
        names.dedup();
        names.iter().map(|name| Zone::named(name).expect("a zone")).collect()
    }

    /// The days on which clocks change in Paris or in Saint-Pierre-et-Miquelon, with the eve and the morrow.
    fn days_of_change() -> Vec<Date> {
        let first = date(2020, 1, 1);
        let mut days = Vec::new();
        for zone in ["Europe/Paris", "America/Miquelon"] {
            let rules = Zone::named(zone).expect("a zone").rules;
            let start = first.to_zoned(rules.clone()).expect("in the calendar").timestamp();
            let changes = rules.following(start).map(|c| c.timestamp().to_zoned(rules.clone()));
            for change in changes.take_while(|change| change.year() <= 2040) {
                let day = change.date();
                days.extend(
                    [day.yesterday(), Ok(day), day.tomorrow()].map(|day| day.expect("one")),
                );
            }
        }
        days.sort();
        days.dedup();
        days
    }

    /// A day without hour is every instant of that day on its clock, and none other.
    fn check_day(zone: &Zone, when: When) -> usize {
        let own = own_clock(zone, when.clock);
        let (starts, ends) = (when.starts(zone), when.ends(zone));
        let within = |instant: Timestamp| starts <= instant && instant <= ends;
        let nanosecond = SignedDuration::from_nanos(1);
        let quarters = (-8..=27 * 4).map(|n| starts + SignedDuration::from_mins(15 * n));
        let edges = [starts, starts - nanosecond, ends, ends + nanosecond];
        let instants = quarters.chain(edges);
        instants
            .inspect(|instant| {
                let there = instant.to_zoned(own.rules.clone()).date() == when.date;
                assert_eq!(within(*instant), there, "{instant} {when:?} {}", zone.name);
            })
            .count()
    }

    /// An hour is one instant, which every clock shows, and its own clock as it was typed.
    fn check_hour(zone: &Zone, when: When) {
        let shown = when.first_minute(zone);
        assert_eq!(when.last_minute(zone), shown);
        assert_eq!([when.starts(zone), when.ends(zone)], [shown.timestamp(); 2]);
        assert_eq!(shown.time_zone(), &zone.rules);
        let own = own_clock(zone, when.clock);
        let typed = when.date.to_datetime(when.time.expect("an hour"));
        let read = shown.with_time_zone(own.rules.clone());
        match own.rules.to_ambiguous_timestamp(typed).offset() {
            AmbiguousOffset::Unambiguous { .. } => assert_eq!(read.datetime(), typed),
            AmbiguousOffset::Gap { .. } => assert_eq!(read.datetime(), typed + 1.hour()),
            AmbiguousOffset::Fold { before, .. } => {
                assert_eq!((read.datetime(), read.offset()), (typed, before));
            }
        }
    }

    fn own_clock(zone: &Zone, clock: Clock) -> Zone {
        if clock == Clock::Paris { Zone::paris() } else { zone.clone() }
    }

    #[test]
    fn days_and_hours_hold_through_every_change_of_clocks() {
        let quarters: Vec<Time> = (0..96).map(|n| time(n / 4, n % 4 * 15, 0, 0)).collect();
        let (mut instants, mut hours) = (0, 0);
        for zone in zones() {
            for day in days_of_change() {
                for clock in [Clock::Local, Clock::Paris] {
                    let when = When { clock, ..whole(day) };
                    instants += check_day(&zone, when);
                    for time in &quarters {
                        check_hour(&zone, When { time: Some(*time), ..when });
                    }
                    hours += quarters.len();
                }
            }
        }
        let counted = (zones().len(), days_of_change().len(), instants, hours);
        assert_eq!(counted, (12, 252, 731_808, 580_608), "something was left out");
    }

    fn moments() -> impl Strategy<Value = (Zone, When)> {
        let dates = (2020..=2040_i16, 0..365_i64).prop_map(|(year, n)| date(year, 1, 1) + n.days());
        let times = (0..24_i8, 0..60_i8).prop_map(|(hour, minute)| time(hour, minute, 0, 0));
        let clocks = select(vec![Clock::Local, Clock::Paris]);
        (select(zones()), dates, times, clocks).prop_map(|(zone, date, time, clock)| {
            (zone, When { time: Some(time), clock, ..whole(date) })
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..Default::default() })]

        #[test]
        fn any_moment_holds((zone, when) in moments()) {
            check_hour(&zone, when);
            check_day(&zone, When { time: None, ..when });
        }

        #[test]
        fn what_lasts_ends_after_it_starts((zone, when) in moments(), days in 1..9_i64) {
            let lasting = When { end_date: Some(when.date + days.days()), ..when };
            prop_assert!(lasting.starts(&zone) < lasting.ends(&zone));
            prop_assert_eq!(lasting.ends(&zone), whole_at(lasting.last_day(), when.clock).ends(&zone));
            let until = When { end_time: when.time, ..lasting };
            prop_assert!(until.starts(&zone) < until.ends(&zone));
            prop_assert!(until.ends(&zone) <= lasting.ends(&zone));
        }
    }

    fn whole_at(date: Date, clock: Clock) -> When {
        When { clock, ..whole(date) }
    }
}
