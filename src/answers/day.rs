//! Days as applicants type them, in French or in English, or as machines write them.

use std::ops::RangeInclusive;
use std::str::FromStr;

use jiff::civil::{Date, Weekday};

use super::text;

/// Years of this century or the last.
const YEARS: RangeInclusive<i16> = 1900..=2099;

/// Years of two figures are those from 1950 to 2049.
const FIRST_OF_TWO_FIGURES: i16 = 50;

/// The months, without their accents, in the two languages.
const MONTHS: [[&str; 2]; 12] = [
    ["janvier", "january"],
    ["fevrier", "february"],
    ["mars", "march"],
    ["avril", "april"],
    ["mai", "may"],
    ["juin", "june"],
    ["juillet", "july"],
    ["aout", "august"],
    ["septembre", "september"],
    ["octobre", "october"],
    ["novembre", "november"],
    ["decembre", "december"],
];

/// The days of the week, from Monday on.
const WEEKDAYS: [[&str; 2]; 7] = [
    ["lundi", "monday"],
    ["mardi", "tuesday"],
    ["mercredi", "wednesday"],
    ["jeudi", "thursday"],
    ["vendredi", "friday"],
    ["samedi", "saturday"],
    ["dimanche", "sunday"],
];

/// A name may be cut down to so many letters.
const SHORTEST: usize = 3;

/// More words than any day has.
const MOST_WORDS: usize = 7;

/// The day that a text is; `None` for what is in no calendar, or on another day of the week.
///
/// "17/01/22", "le 17.01.2022", "2022-01-17", "lundi 17 janvier 2022", "1er févr. 2022", "January 17th, 2022".
pub fn of(text: &str) -> Option<Date> {
    let text = plain(&text::shown(text)?);
    let words = text.split(comes_between).filter(|word| !word.is_empty());
    let words: Vec<&str> = words.take(MOST_WORDS).collect();
    let weekday = words.first().and_then(|first| rank(&WEEKDAYS, first));
    let words = &words[usize::from(weekday.is_some())..];
    let words = words.strip_prefix(&["le"]).or(words.strip_prefix(&["the"])).unwrap_or(words);
    let date = match *words {
        [day, "of", month, year] => named(day, month, year),
        [first, month, last] => named(first, month, last)
            .or_else(|| named(month, first, last))
            .or_else(|| in_figures(first, month, last)),
        _ => None,
    }?;
    let said = weekday.map(Weekday::from_monday_zero_offset);
    said.is_none_or(|said| said.ok() == Some(date.weekday())).then_some(date)
}

/// Whether words would be taken for a day, or a month of a year, by a program that guesses.
pub fn is_like(text: &str) -> bool {
    let text = plain(text);
    let words: Vec<&str> = text.split(comes_between).filter(|word| !word.is_empty()).collect();
    let is_month = |word: &&str| rank(&MONTHS, word).is_some();
    let is_figures = |word: &&str| word.starts_with(|c: char| c.is_ascii_digit());
    words.len() <= MOST_WORDS
        && words.iter().any(is_month)
        && words.iter().any(is_figures)
        && words.iter().all(|word| {
            is_month(word) || is_figures(word) || rank(&WEEKDAYS, word).is_some() || *word == "le"
        })
}

/// In small letters, without their accents.
fn plain(text: &str) -> String {
    let bare = |c: char| match c {
        'é' => 'e',
        'û' => 'u',
        c => c,
    };
    let is_accent = |c: &char| ('\u{300}'..='\u{36f}').contains(c);
    text.to_lowercase().chars().filter(|c| !is_accent(c)).map(bare).collect()
}

fn comes_between(c: char) -> bool {
    c.is_whitespace() || matches!(c, '/' | '.' | ',' | '-' | '\u{2010}'..='\u{2014}' | '\u{2212}')
}

/// "17 janvier 2022", "1er janv 22".
fn named(day: &str, month: &str, year: &str) -> Option<Date> {
    let endings = ["er", "st", "nd", "rd", "th"];
    let day = endings.iter().find_map(|ending| day.strip_suffix(ending)).unwrap_or(day);
    civil(year, rank(&MONTHS, month)? + 1, day)
}

/// "17/01/22", "2022-01-17".
fn in_figures(first: &str, month: &str, last: &str) -> Option<Date> {
    let (day, year) = if first.len() == 4 { (last, first) } else { (first, last) };
    civil(year, figures(month, 1..=2)?, day)
}

fn civil(year: &str, month: i8, day: &str) -> Option<Date> {
    let year = match year.len() {
        2 => figures(year, 2..=2).map(century)?,
        _ => figures(year, 4..=4).filter(|year| YEARS.contains(year))?,
    };
    Date::new(year, month, figures(day, 1..=2)?).ok()
}

fn century(year: i16) -> i16 {
    if year < FIRST_OF_TWO_FIGURES { 2000 + year } else { 1900 + year }
}

fn figures<N: FromStr>(text: &str, lengths: RangeInclusive<usize>) -> Option<N> {
    let is_one = lengths.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_one)
}

/// The rank of the only name that a word is, or begins.
fn rank(names: &[[&str; 2]], word: &str) -> Option<i8> {
    let begins = |names: &[&str; 2]| names.iter().any(|name| name.starts_with(word));
    let mut ranks = (0..).zip(names).filter(|(_, names)| begins(names));
    let only = ranks.next().filter(|_| ranks.next().is_none() && word.len() >= SHORTEST);
    only.map(|(rank, _)| rank)
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use jiff::civil::Date;
    use proptest::prelude::*;

    use super::{MONTHS, WEEKDAYS, of};

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(of(text).map(|date| date.to_string()).as_deref(), expected, "{text}");
    }

    #[test]
    fn days_are_read_as_people_type_them() {
        let same = [
            "17/01/2022",
            "17/1/2022",
            "17/01/22",
            "17-01-2022",
            "17 - 01 - 2022",
            "17\u{2011}01\u{2011}2022",
            "17.01.2022",
            "le 17.01.2022",
            "17 01 2022",
            "2022-01-17",
            "2022/01/17",
            "17 janvier 2022",
            "17\u{a0}janvier\u{202f}2022.",
            "le 17 Janvier 2022",
            "17 janv. 22",
            "17-janv-22",
            "lundi 17 janvier 2022",
            "Lundi 17/01/2022",
            "lun. 17 janv. 2022",
            "17 January 2022",
            "Monday, 17 January 2022",
            "the 17th of January 2022",
            "January 17th, 2022",
            "Jan 17 2022",
            "\u{200b}17/01/2022\u{ad}",
        ];
        for text in same {
            check(text, Some("2022-01-17"));
        }
        let others = [
            ("1er fe\u{301}vrier 2022", "2022-02-01"),
            ("31 AOÛT 2022", "2022-08-31"),
            ("1 juil. 2022", "2022-07-01"),
            ("may 2, 2022", "2022-05-02"),
            ("01/02/2022", "2022-02-01"),
            ("29/02/2024", "2024-02-29"),
            ("01/01/49", "2049-01-01"),
            ("01/01/50", "1950-01-01"),
            ("31/12/99", "1999-12-31"),
            ("31/12/00", "2000-12-31"),
        ];
        for (text, expected) in others {
            check(text, Some(expected));
        }
    }

    #[test]
    fn what_is_no_day_is_not_guessed() {
        let wrong = [
            "",
            "le",
            "lundi",
            "31/02/2022",
            "29 février 2022",
            "lundi 18 janvier 2022",
            "01/17/2022",
            "01/2022",
            "janvier 2022",
            "17/01/222",
            "+1/1/2022",
            "1/1/0022",
            "1/1/1899",
            "17 ja 2022",
            "17 jui 2022",
            "17/01/2022 ou 18/01/2022",
            "17/01\n2022",
            "٣/1/2022",
            "17012022",
        ];
        for text in wrong {
            check(text, None);
        }
        check(&"1/".repeat(1 << 19), None);
    }

    /// A day in all the ways of writing it.
    fn typed(date: Date) -> [String; 9] {
        let (day, month, year) = (date.day(), date.month(), date.year());
        let [french, english] = MONTHS[usize::from(month.unsigned_abs()) - 1];
        let weekday = date.weekday().to_monday_zero_offset();
        let [jour, weekday] = WEEKDAYS[usize::from(weekday.unsigned_abs())];
        let short = year % 100;
        [
            format!("{day:02}/{month:02}/{year}"),
            format!("{day}.{month}.{year}"),
            format!("{day:02}-{month:02}-{short:02}"),
            format!("{year}-{month:02}-{day:02}"),
            format!("{day} {french} {year}"),
            format!("{jour} {day} {french} {year}"),
            format!("{day} {english} {year}"),
            format!("{english} {day}, {year}"),
            format!("{weekday} {day} {english} {short:02}"),
        ]
    }

    proptest! {
        #[test]
        fn every_day_is_read_however_it_is_typed(days in 0..36_524_i32) {
            let date = Date::constant(1950, 1, 1) + days.days();
            for text in typed(date) {
                prop_assert_eq!(of(&text), Some(date), "{}", text);
            }
        }

        #[test]
        fn no_text_is_too_strange(text in "\\PC{0,80}") {
            let _ = of(&text);
        }
    }
}
