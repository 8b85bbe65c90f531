//! Days on which a service does not answer: Saturdays, Sundays and public holidays, those of a territory included.
//!
//! The eleven holidays of the whole country are those of the Code du travail, art. L. 3133-1; those of Moselle, Bas-Rhin
//! and Haut-Rhin, its art. L. 3134-13; the days of the abolition of slavery, its art. L. 3422-2, with 28 May in
//! Saint-Martin, as its prefecture has announced it since 2018.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::territory::Department;

/// Holidays of the whole country, the same day each year: month, day, name.
const FIXED: [(i8, i8, &str); 8] = [
    (1, 1, "jour-de-l-an"),
    (5, 1, "fete-du-travail"),
    (5, 8, "victoire-1945"),
    (7, 14, "fete-nationale"),
    (8, 15, "assomption"),
    (11, 1, "toussaint"),
    (11, 11, "armistice-1918"),
    (12, 25, "noel"),
];

/// Holidays of the whole country, so many days after Easter.
const AFTER_EASTER: [(i64, &str); 3] =
    [(1, "lundi-de-paques"), (39, "ascension"), (50, "lundi-de-pentecote")];

/// Departments that keep Good Friday and 26 December.
const ALSACE_MOSELLE: [&str; 3] = ["57", "67", "68"];

/// Month and day of the abolition of slavery, by department or collectivity.
const ABOLITION: [(&str, i8, i8); 7] = [
    ("971", 5, 27),
    ("972", 5, 22),
    ("973", 6, 10),
    ("974", 12, 20),
    ("976", 4, 27),
    ("977", 10, 9),
    ("978", 5, 28),
];

/// A holiday of some departments of a territory only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalHoliday<'a> {
    /// As messages name it.
    pub name: &'static str,
    pub departments: Vec<&'a Department>,
}

/// Why nobody answers on `date` anywhere in the country: the name of the day, for messages.
pub fn day_off(date: Date) -> Option<&'static str> {
    let fixed = FIXED.iter().find(|(month, day, _)| (*month, *day) == (date.month(), date.day()));
    let after = AFTER_EASTER.iter().find(|(days, _)| days_from_easter(date) == *days);
    let holiday = fixed.map(|(_, _, name)| *name).or(after.map(|(_, name)| *name));
    match date.weekday() {
        Weekday::Saturday => Some("samedi"),
        Weekday::Sunday => Some("dimanche"),
        _ => holiday,
    }
}

/// The holiday that `date` is in some of these departments, and not in the whole country.
pub fn local_holiday(date: Date, departments: &[Department]) -> Option<LocalHoliday<'_>> {
    let (month, day) = (date.month(), date.day());
    let of_alsace = match (month, day) {
        (12, 26) => Some("lendemain-de-noel"),
        _ => (days_from_easter(date) == -2).then_some("vendredi-saint"),
    };
    let kept_in = |code: &str| match of_alsace {
        Some(_) => ALSACE_MOSELLE.contains(&code),
        None => ABOLITION.contains(&(code, month, day)),
    };
    let departments: Vec<_> = departments.iter().filter(|d| kept_in(&d.code)).collect();
    let name = of_alsace.unwrap_or("abolition-de-l-esclavage");
    (!departments.is_empty()).then_some(LocalHoliday { name, departments })
}

/// Whether somebody answers on `date` in all these departments.
pub fn is_working_day(date: Date, departments: &[Department]) -> bool {
    day_off(date).is_none() && local_holiday(date, departments).is_none()
}

fn days_from_easter(date: Date) -> i64 {
    i64::from((date - easter(date.year())).get_days())
}

/// Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher).
fn easter(year: i16) -> Date {
    let year_of_moon = year % 19;
    let (century, year_of_century) = (year / 100, year % 100);
    let moon_shift = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * year_of_moon + century - century / 4 - moon_shift + 15) % 30;
    let weekday =
        (32 + 2 * (century % 4) + 2 * (year_of_century / 4) - epact - year_of_century % 4) % 7;
    let late = (year_of_moon + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * late + 21;
    Date::constant(year, 3, 1) + i64::from(days).days()
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use super::{day_off, easter, is_working_day, local_holiday};
    use crate::model::territory::{Department, department};

    fn departments(codes: &[&str]) -> Vec<Department> {
        let named = |code: &&str| Department { code: (*code).to_owned(), name: String::new() };
        codes.iter().map(|code| department(code).unwrap_or_else(|| named(code))).collect()
    }

    fn check(day: Date, codes: &[&str], expected: Option<(&str, &[&str])>) {
        let departments = departments(codes);
        let found = local_holiday(day, &departments);
        let found = found.map(|holiday| {
            let codes: Vec<&str> = holiday.departments.iter().map(|d| &*d.code).collect();
            (holiday.name, codes)
        });
        assert_eq!(found, expected.map(|(name, codes)| (name, codes.to_vec())), "{day}");
    }

    #[test]
    fn easter_falls_where_it_fell() {
        for (year, month, day) in [
            (1818, 3, 22),
            (1943, 4, 25),
            (2000, 4, 23),
            (2008, 3, 23),
            (2011, 4, 24),
            (2019, 4, 21),
            (2022, 4, 17),
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2038, 4, 25),
            (2100, 3, 28),
        ] {
            assert_eq!(easter(year), date(year, month, day));
        }
    }

    #[test]
    fn the_country_has_eleven_holidays() {
        // All Saints' Day is a Saturday that year.
        let holidays = |year: i16| -> Vec<(String, &str)> {
            let days = date(year, 1, 1).series(jiff::Span::new().days(1)).take(365);
            let off = days.filter_map(|day| Some((day.to_string(), day_off(day)?)));
            off.filter(|(_, name)| !matches!(*name, "samedi" | "dimanche")).collect()
        };
        let expected = [
            ("2025-01-01", "jour-de-l-an"),
            ("2025-04-21", "lundi-de-paques"),
            ("2025-05-01", "fete-du-travail"),
            ("2025-05-08", "victoire-1945"),
            ("2025-05-29", "ascension"),
            ("2025-06-09", "lundi-de-pentecote"),
            ("2025-07-14", "fete-nationale"),
            ("2025-08-15", "assomption"),
            ("2025-11-11", "armistice-1918"),
            ("2025-12-25", "noel"),
        ];
        let expected: Vec<_> =
            expected.iter().map(|(day, name)| ((*day).to_owned(), *name)).collect();
        assert_eq!(holidays(2025), expected);
        assert_eq!(day_off(date(2022, 11, 1)), Some("toussaint"));
        assert_eq!(day_off(date(2022, 1, 15)), Some("samedi"));
        assert_eq!(day_off(date(2022, 1, 16)), Some("dimanche"));
        assert_eq!(day_off(date(2022, 1, 17)), None);
    }

    #[test]
    fn some_holidays_are_of_a_territory() {
        let grand_est = ["08", "10", "51", "52", "54", "55", "57", "67", "68", "88"];
        let three: &[&str] = &["57", "67", "68"];
        check(date(2022, 4, 15), &grand_est, Some(("vendredi-saint", three)));
        check(date(2022, 12, 26), &grand_est, Some(("lendemain-de-noel", three)));
        check(date(2022, 4, 15), &["35", "974"], None);
        let abolition = "abolition-de-l-esclavage";
        for (code, month, day) in [
            ("971", 5, 27),
            ("972", 5, 22),
            ("973", 6, 10),
            ("974", 12, 20),
            ("976", 4, 27),
            ("977", 10, 9),
            ("978", 5, 28),
        ] {
            check(date(2021, month, day), &["35", code], Some((abolition, &[code])));
            check(date(2021, month, day), &["35", "975"], None);
        }
        assert!(!is_working_day(date(2021, 12, 20), &departments(&["974"])));
        assert!(is_working_day(date(2021, 12, 20), &departments(&["35"])));
    }
}
