//! Numbers in figures and in letters.

use super::tokens::{Token, Tokens};
use crate::model::amount::Cents;
use crate::model::id::Lang;
use crate::model::mention::Said;
use crate::model::unit::Unit;

/// More words than any number below a billion has.
const LONGEST: usize = 20;

/// More bytes than any amount has.
const LONGEST_FIGURES: usize = 40;

/// A number that was read.
pub struct Number {
    /// In hundredths.
    value: u64,
    grouped: bool,
}

impl Number {
    /// What it says with its unit.
    pub fn said(&self, factor: u64, unit: Unit) -> Said {
        let value = self.value.saturating_mul(factor);
        Said::Quantity { value, unit, grouped: self.grouped }
    }
}

/// "60 000", "1.250,50", "60 00". What precedes by chance is dropped: "2022 60 000" is the last number.
pub fn figures(text: &str) -> Option<Number> {
    let mut rest = &text[text.ceil_char_boundary(text.len().saturating_sub(LONGEST_FIGURES))..];
    loop {
        if let Some(cents) = Cents::new(rest) {
            return Some(Number { value: cents.0, grouped: true });
        }
        let groups: Vec<&str> = rest.split(char::is_whitespace).collect();
        let short = groups
            .iter()
            .all(|group| group.len() <= 3 && group.bytes().all(|byte| byte.is_ascii_digit()));
        if short && groups.len() == 2 {
            let value: u64 = groups.concat().parse().ok()?;
            return Some(Number { value: value * 100, grouped: false });
        }
        rest = rest.split_once(char::is_whitespace)?.1;
    }
}

/// "soixante mille", "one hundred and twenty thousand", and how many words say it.
pub fn spelt(tokens: &Tokens<'_>, rank: usize, lang: &Lang) -> Option<(Number, usize)> {
    let words: fn(&str) -> Option<u32> = match lang.primary() {
        "fr" => french,
        "en" => english,
        _ => return None,
    };
    let (mut total, mut current, mut used) = (0_u64, 0_u64, 0);
    while let Some(word) = tokens.get(rank + used).and_then(Token::word).filter(|_| used < LONGEST)
    {
        let joins = used > 0 && matches!(word, "et" | "and");
        match words(word) {
            Some(value @ (1_000 | 1_000_000)) => {
                total = total.checked_add(current.max(1).checked_mul(u64::from(value))?)?;
                current = 0;
            }
            Some(100) => current = current.max(1).checked_mul(100)?,
            // "quatre-vingt" is four twenties.
            Some(20) if lang.primary() == "fr" && current % 100 == 4 => current += 76,
            Some(value) => current += u64::from(value),
            None if joins
                && tokens.get(rank + used + 1).and_then(Token::word).and_then(words).is_some() => {}
            None => break,
        }
        used += 1;
    }
    let value = total.checked_add(current)?.checked_mul(100)?;
    (used > 0).then_some((Number { value, grouped: true }, used))
}

fn french(word: &str) -> Option<u32> {
    let small = [
        "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix",
        "onze", "douze", "treize", "quatorze", "quinze", "seize",
    ];
    let tens = [
        ("vingt", 20),
        ("vingts", 20),
        ("trente", 30),
        ("quarante", 40),
        ("cinquante", 50),
        ("soixante", 60),
        ("septante", 70),
        ("huitante", 80),
        ("octante", 80),
        ("nonante", 90),
        ("cent", 100),
        ("cents", 100),
        ("mille", 1_000),
        ("million", 1_000_000),
        ("millions", 1_000_000),
        ("une", 1),
    ];
    read(word, &small, &tens)
}

fn english(word: &str) -> Option<u32> {
    let small = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    let tens = [
        ("twenty", 20),
        ("thirty", 30),
        ("forty", 40),
        ("fifty", 50),
        ("sixty", 60),
        ("seventy", 70),
        ("eighty", 80),
        ("ninety", 90),
        ("hundred", 100),
        ("thousand", 1_000),
        ("million", 1_000_000),
    ];
    read(word, &small, &tens)
}

fn read(word: &str, small: &[&str], others: &[(&str, u32)]) -> Option<u32> {
    let rank = small.iter().position(|known| *known == word);
    let other = || others.iter().find(|(known, _)| *known == word).map(|(_, value)| *value);
    rank.and_then(|rank| u32::try_from(rank).ok()).or_else(other)
}
