//! Dates, hours and the clock they are read on.
//!
//! A territory's day is not Paris's: "17 January" ends eleven hours apart in Guadeloupe and in Mayotte. Instants are
//! therefore computed from a date, perhaps an hour, and a zone; the zone of the machine never counts.

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

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
}

/// A date, perhaps an hour, on one clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct When {
    pub date: Date,
    /// Without hour, the whole day.
    pub time: Option<Time>,
    pub clock: Clock,
}

impl When {
    /// The first instant, for a territory in `zone`.
    pub fn starts(&self, zone: &Zone) -> Timestamp {
        self.zoned(zone, self.time.unwrap_or(Time::midnight())).timestamp()
    }

    /// The last instant: the hour itself, else the end of the day.
    pub fn ends(&self, zone: &Zone) -> Timestamp {
        match self.time {
            Some(time) => self.zoned(zone, time).timestamp(),
            None => {
                let midnight = self.zoned(zone, Time::midnight());
                midnight.end_of_day().map_or(midnight.timestamp(), |end| end.timestamp())
            }
        }
    }

    /// What the clocks of `zone` show at the hour, or at 23:59 of a day without hour.
    pub fn last_minute(&self, zone: &Zone) -> Zoned {
        let time = self.time.unwrap_or(Time::constant(23, 59, 0, 0));
        self.zoned(zone, time).with_time_zone(zone.rules.clone())
    }

    fn zoned(&self, zone: &Zone, time: Time) -> Zoned {
        let rules = match self.clock {
            Clock::Local => zone.rules.clone(),
            Clock::Paris => Zone::paris().rules,
        };
        // Fails only at the ends of the calendar, which the parser refuses.
        self.date.to_datetime(time).to_zoned(rules).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::{Clock, When, Zone};

    fn check(zone: &str, when: When, expected: &str) {
        let zone = Zone::named(zone).expect("a zone");
        assert_eq!(when.last_minute(&zone).datetime().to_string(), expected);
    }

    #[test]
    fn paris_time_reads_otherwise_overseas() {
        let when =
            When { date: date(2022, 1, 17), time: Some(time(23, 59, 0, 0)), clock: Clock::Paris };
        check("America/Guadeloupe", when, "2022-01-17T18:59:00");
        check("America/Cayenne", when, "2022-01-17T19:59:00");
        check("America/Miquelon", when, "2022-01-17T19:59:00");
        check("Indian/Reunion", when, "2022-01-18T02:59:00");
        check("Indian/Mayotte", when, "2022-01-18T01:59:00");
        check("Europe/Paris", when, "2022-01-17T23:59:00");
    }

    #[test]
    fn a_day_without_hour_lasts_until_its_end_where_it_is() {
        let when = When { date: date(2026, 12, 31), time: None, clock: Clock::Local };
        let reunion = Zone::named("Indian/Reunion").expect("a zone");
        assert!(when.ends(&reunion).to_string().starts_with("2026-12-31T19:59:59"));
        assert_eq!(when.starts(&reunion).to_string(), "2026-12-30T20:00:00Z");
    }

    #[test]
    fn only_places_are_zones() {
        assert!(Zone::named("EST").is_none());
        assert!(Zone::named("Europe/Atlantis").is_none());
    }
}
