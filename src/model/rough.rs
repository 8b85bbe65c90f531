//! A date as well as it is known: a day, a month, a quarter, a year, or none yet.
//!
//! What is not known to the day is placed on the last day it may be: sorting, stages and ends follow from that. Only a day
//! goes where a day is required.

use std::fmt;

use jiff::ToSpan;
use jiff::civil::Date;

/// A date as well as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RoughDate {
    /// The last day that it may be; [`SOME_DAY`] when nothing is known.
    pub last: Date,
    pub grain: Grain,
}

/// How well a date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Grain {
    Day,
    Month,
    Quarter,
    Year,
    Unknown,
}

/// After every date that can be typed, and far enough from the end of the calendar to be reckoned with.
pub const SOME_DAY: Date = Date::constant(9000, 1, 1);

/// Before every date that can be typed.
const ANY_DAY: Date = Date::constant(1, 1, 1);

const MONTHS_OF_A_QUARTER: i8 = 3;

impl RoughDate {
    /// Nothing is known.
    pub const UNKNOWN: Self = Self { last: SOME_DAY, grain: Grain::Unknown };

    /// A day.
    pub fn day(date: Date) -> Self {
        Self { last: date, grain: Grain::Day }
    }

    /// "2022-03", "2022-T1" or "2022".
    pub fn period(text: &str) -> Option<Self> {
        let (year, part) = text.split_once('-').map_or((text, None), |(y, part)| (y, Some(part)));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let year: i16 = Some(year).filter(|y| y.len() == 4 && digits(y))?.parse().ok()?;
        let month = |month: i8| Date::new(year, month, 1).ok().map(Date::last_of_month);
        match part.map(|part| (part, part.strip_prefix('T'))) {
            None => Some(Self { last: month(12)?, grain: Grain::Year }),
            Some((_, Some(quarter))) => {
                let quarter = quarter.parse().ok().filter(|n| (1..=4).contains(n));
                let quarter: i8 = quarter.filter(|_| part.is_some_and(|part| part.len() == 2))?;
                Some(Self { last: month(quarter * MONTHS_OF_A_QUARTER)?, grain: Grain::Quarter })
            }
            Some((part, None)) => {
                let number = part.parse().ok().filter(|_| part.len() == 2 && digits(part))?;
                Some(Self { last: month(number)?, grain: Grain::Month })
            }
        }
    }

    /// The first day that it may be.
    pub fn first(self) -> Date {
        let months = match self.grain {
            Grain::Day => return self.last,
            Grain::Unknown => return ANY_DAY,
            Grain::Month => 1,
            Grain::Quarter => i32::from(MONTHS_OF_A_QUARTER),
            Grain::Year => 12,
        };
        self.last.first_of_month().saturating_sub((months - 1).months())
    }

    /// From 1 to 4.
    pub fn quarter(self) -> i8 {
        (self.last.month() + MONTHS_OF_A_QUARTER - 1) / MONTHS_OF_A_QUARTER
    }
}

/// As teams type it; nothing when nothing is known.
impl fmt::Display for RoughDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.grain {
            Grain::Day => self.last.fmt(f),
            Grain::Month => write!(f, "{:04}-{:02}", self.last.year(), self.last.month()),
            Grain::Quarter => write!(f, "{:04}-T{}", self.last.year(), self.quarter()),
            Grain::Year => write!(f, "{:04}", self.last.year()),
            Grain::Unknown => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Grain, RoughDate};

    #[test]
    fn months_quarters_and_years_are_periods_and_nothing_else_is() {
        let check = |text: &str, days: Option<[&str; 2]>| {
            let period = RoughDate::period(text);
            let said = period.map(|period| [period.first(), period.last].map(|d| d.to_string()));
            assert_eq!(said, days.map(|days| days.map(str::to_owned)), "{text}");
        };
        check("2022-03", Some(["2022-03-01", "2022-03-31"]));
        check("2024-02", Some(["2024-02-01", "2024-02-29"]));
        check("2022-T1", Some(["2022-01-01", "2022-03-31"]));
        check("2022-T4", Some(["2022-10-01", "2022-12-31"]));
        check("2022", Some(["2022-01-01", "2022-12-31"]));
        for wrong in [
            "",
            "-",
            "2022-",
            "2022-3",
            "2022-13",
            "2022-00",
            "2022-T0",
            "2022-T5",
            "2022-t1",
            "2022-T",
            "2022-T01",
            "2022-T+1",
            "22-03",
            "+022",
            "2022-+3",
            "2022-01-01",
            "a\u{e9}",
        ] {
            check(wrong, None);
        }
    }

    proptest! {
        #[test]
        fn what_is_read_is_written_the_same(text in "[0-9]{4}(-([0-9]{2}|T[0-9]))?") {
            if let Some(period) = RoughDate::period(&text) {
                prop_assert_eq!(period.to_string(), text);
                prop_assert!(period.first() <= period.last);
                prop_assert!(period.grain != Grain::Day);
            }
        }

        #[test]
        fn no_text_stops_the_reader(text in ".{0,12}") {
            RoughDate::period(&text);
        }
    }
}
