//! Money that adds up over some years, and the most that one may have of it.

use jiff::ToSpan;
use jiff::civil::Date;

/// Amounts of a table that count together, each at its date.
#[derive(Debug, Clone, PartialEq)]
pub struct Cumulated {
    /// The id of the question.
    pub question: String,
    /// The columns of the amounts and of their dates.
    pub amount: String,
    pub date: String,
    /// By date: the last that has begun counts.
    pub ceilings: Vec<Ceiling>,
}

/// The most that one may have over a time.
#[derive(Debug, Clone, PartialEq)]
pub struct Ceiling {
    /// For what is granted from this day on; nothing for the first.
    pub since: Option<Date>,
    /// In euros.
    pub most: f64,
    pub over: Window,
    /// The rule, as it is cited: "règlement (UE) 2023/2831, article 3".
    pub source: String,
}

/// A time that ends on the day of a grant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Window {
    /// So many years to the day.
    Years(i16),
    /// The year of the grant and those before, so many in all.
    FiscalYears(i16),
}

impl Window {
    /// The first day that counts with `last`.
    pub fn first(self, last: Date) -> Date {
        match self {
            Self::Years(years) => {
                last.saturating_sub(i32::from(years).years()).saturating_add(1.day())
            }
            Self::FiscalYears(years) => {
                Date::new(last.year() - years + 1, 1, 1).unwrap_or(Date::MIN)
            }
        }
    }
}

impl Cumulated {
    /// The ceiling of what is granted on a day.
    pub fn ceiling(&self, day: Date) -> Option<&Ceiling> {
        let begun = |ceiling: &&Ceiling| ceiling.since.is_none_or(|since| since <= day);
        self.ceilings.iter().filter(begun).max_by_key(|ceiling| ceiling.since)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::Date;

    use super::Window;

    fn check(window: Window, last: (i16, i8, i8), first: (i16, i8, i8)) {
        let day = |(year, month, day)| Date::new(year, month, day).expect("a day");
        assert_eq!(window.first(day(last)), day(first));
    }

    #[test]
    fn a_window_ends_with_the_day_of_the_grant() {
        check(Window::FiscalYears(3), (2022, 1, 17), (2020, 1, 1));
        check(Window::Years(3), (2024, 3, 1), (2021, 3, 2));
        check(Window::Years(3), (2024, 2, 29), (2021, 3, 1));
        check(Window::FiscalYears(1), (2022, 12, 31), (2022, 1, 1));
    }
}
