//! Days in figures in every language, with names of months and weekdays in French and in English.

use jiff::civil::{Date, Weekday};

use super::tokens::{Token, Tokens};
use crate::model::id::Lang;
use crate::model::mention::Said;

/// The names of a language, from January and from Monday on.
struct Names {
    months: [&'static str; 12],
    weekdays: [&'static str; 7],
}

const FRENCH: Names = Names {
    months: [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    weekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
};

const ENGLISH: Names = Names {
    months: [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ],
    weekdays: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
};

/// The day that starts at `rank`, and how many tokens say it.
pub fn read(tokens: &Tokens<'_>, rank: usize, lang: &Lang) -> Option<(Said, usize)> {
    let names = match lang.primary() {
        "fr" => Some(&FRENCH),
        "en" => Some(&ENGLISH),
        _ => None,
    };
    let weekday = names.and_then(|names| names.weekday(tokens.get(rank)?));
    let mut start = rank + usize::from(weekday.is_some());
    if weekday.is_some() {
        let between = |t: &Token<'_>| t.is_sign(',') || t.is_word("le") || t.is_word("the");
        start += usize::from(tokens.get(start).is_some_and(between));
    }
    let (day, month, year, used) = in_figures(tokens, start)
        .or_else(|| names.and_then(|names| names.day_first(tokens, start)))
        .or_else(|| names.filter(|_| lang.primary() == "en")?.month_first(tokens, start))?;
    // The year only decides of the 29 February.
    Date::new(year.unwrap_or(2024), month, day).ok()?;
    Some((Said::Day { weekday, day, month, year }, start - rank + used))
}

/// A day, a month, a year, and how many tokens say them.
type Read = (i8, i8, Option<i16>, usize);

/// "17/01/2022", "2022-01-17".
fn in_figures(tokens: &Tokens<'_>, rank: usize) -> Option<Read> {
    let text = tokens.get(rank)?.number()?;
    let date = text.split(char::is_whitespace).find(|part| part.contains(['/', '.', '-']))?;
    let sign = date.chars().find(|c| !c.is_ascii_digit())?;
    let parts: Vec<&str> = date.split(sign).collect();
    let [first, month, last] = parts[..] else { return None };
    let (day, year) = if first.len() == 4 && sign == '-' { (last, first) } else { (first, last) };
    if year.len() != 4 || day.len() > 2 || month.len() > 2 {
        return None;
    }
    Some((day.parse().ok()?, month.parse().ok()?, year.parse().ok(), 1))
}

impl Names {
    fn weekday(&self, token: &Token<'_>) -> Option<Weekday> {
        let word = token.word()?;
        let rank = self.weekdays.iter().position(|name| *name == word)?;
        Weekday::from_monday_zero_offset(i8::try_from(rank).ok()?).ok()
    }

    fn month(&self, token: &Token<'_>) -> Option<i8> {
        let word = token.word()?;
        let rank = self.months.iter().position(|name| *name == word)?;
        i8::try_from(rank + 1).ok()
    }

    /// "17 janvier 2022", "1er février", "17th of January".
    fn day_first(&self, tokens: &Tokens<'_>, rank: usize) -> Option<Read> {
        let day = tokens.get(rank)?.number()?.rsplit(char::is_whitespace).next()?;
        let mut at = rank + 1 + usize::from(tokens.get(rank + 1).is_some_and(is_ordinal));
        at += usize::from(tokens.get(at).is_some_and(|token| token.is_word("of")));
        let month = self.month(tokens.get(at)?)?;
        let year = year(tokens, at + 1);
        let used = at + 1 - rank + year.map_or(0, |(_, used)| used);
        Some((day.parse().ok()?, month, year.map(|(year, _)| year), used))
    }

    /// "January 17, 2022".
    fn month_first(&self, tokens: &Tokens<'_>, rank: usize) -> Option<Read> {
        let month = self.month(tokens.get(rank)?)?;
        let number = tokens.get(rank + 1)?.number()?;
        if let Some((day, year)) = number.split_once(char::is_whitespace) {
            return Some((day.parse().ok()?, month, year.parse().ok(), 2));
        }
        let day = number.parse().ok()?;
        let mut at = rank + 2 + usize::from(tokens.get(rank + 2).is_some_and(is_ordinal));
        let comma = usize::from(tokens.get(at).is_some_and(|token| token.is_sign(',')));
        let year = year(tokens, at + comma);
        at += year.map_or(0, |(_, used)| comma + used);
        Some((day, month, year.map(|(year, _)| year), at - rank))
    }
}

fn is_ordinal(token: &Token<'_>) -> bool {
    ["er", "st", "nd", "rd", "th"].iter().any(|ending| token.is_word(ending))
}

/// A year, and how many tokens say it: in "2022 60 000" the amount is left to who reads amounts.
fn year(tokens: &Tokens<'_>, rank: usize) -> Option<(i16, usize)> {
    let number = tokens.get(rank)?.number()?;
    let first = number.split(char::is_whitespace).next().filter(|first| first.len() == 4)?;
    Some((first.parse().ok()?, usize::from(first.len() == number.len())))
}
