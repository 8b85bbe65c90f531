//! Amounts and numbers as applicants type them.
//!
//! Three digits after one comma or one point are read in two ways: an amount has no thousandths of a euro, and a number
//! has decimals, unless its language groups digits by that very mark. Whatever a writer of that language may have meant
//! otherwise is a doubt that the reader is told.

use super::text;
use crate::model::amount::{Cents, in_euros};
use crate::model::figures::Figures;

/// The most digits before the decimals of what is counted here.
const MOST_DIGITS: usize = 12;

/// What a text is read as.
#[derive(Debug, PartialEq)]
pub struct Reading {
    pub value: f64,
    pub doubt: Option<Doubt>,
}

/// Another number may have been meant.
#[derive(Debug, PartialEq, Eq)]
pub struct Doubt {
    /// What the figures say where the mark groups them.
    pub thousands: String,
    /// Whether they are read so.
    pub grouped: bool,
}

/// An amount in euros, with cents at most; `grouping` is what groups digits in the language.
pub fn amount(text: &str, grouping: &str) -> Option<Reading> {
    let figures = in_euros(&text::shown(text)?)?;
    let value = Cents::of(&figures)?.euros();
    let doubt = match figures {
        Figures::Either { before, mark, after } if !grouping.contains(mark) => {
            Some(Doubt { thousands: before + &after, grouped: true })
        }
        Figures::Either { .. } | Figures::Sure { .. } => None,
    };
    Some(Reading { value, doubt })
}

/// A number without unit; `grouping` is what groups digits in the language.
pub fn number(text: &str, grouping: &str) -> Option<Reading> {
    match Figures::new(text::shown(text)?.trim())? {
        Figures::Sure { whole, decimals } => {
            Some(Reading { value: value(&whole, &decimals)?, doubt: None })
        }
        Figures::Either { before, mark, after } => {
            let thousands = format!("{before}{after}");
            let grouped = grouping.contains(mark);
            let value = if grouped { value(&thousands, "") } else { value(&before, &after) }?;
            let decimal = if grouping == "," { '.' } else { ',' };
            let doubt = (mark != decimal).then_some(Doubt { thousands, grouped });
            Some(Reading { value, doubt })
        }
    }
}

fn value(whole: &str, decimals: &str) -> Option<f64> {
    let counted = whole.trim_start_matches('0').len() <= MOST_DIGITS;
    format!("{whole}.{decimals}").parse().ok().filter(|_| counted)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Reading, amount, number};

    const FRENCH: &str = "\u{202f}";
    const ENGLISH: &str = ",";
    const GERMAN: &str = ".";

    /// "1250", with "?" where it is doubtful.
    fn said(reading: Option<Reading>) -> Option<String> {
        let doubt = |reading: &Reading| if reading.doubt.is_some() { " ?" } else { "" };
        reading.map(|reading| format!("{}{}", reading.value, doubt(&reading)))
    }

    #[test]
    fn a_number_has_decimals() {
        let table = [
            ("0,125", [Some("0.125"); 3]),
            ("0.125", [Some("0.125"); 3]),
            ("12,5", [Some("12.5"); 3]),
            ("12.5", [Some("12.5"); 3]),
            ("17,333", [Some("17.333"), Some("17333 ?"), Some("17.333")]),
            ("1.500", [Some("1.5 ?"), Some("1.5"), Some("1500 ?")]),
            ("1250,500", [Some("1250.5"); 3]),
            ("1 250", [Some("1250"); 3]),
            ("1\u{202f}250,500", [Some("1250.5"); 3]),
            ("1.250.000", [Some("1250000"); 3]),
            ("0,3333333333333333", [Some("0.3333333333333333"); 3]),
            ("\u{200b}12\u{ad}", [Some("12"); 3]),
            ("12\n500", [None; 3]),
            ("12 h", [None; 3]),
            ("0 500", [None; 3]),
            ("1234567890123", [None; 3]),
        ];
        for (text, expected) in table {
            let read = [FRENCH, ENGLISH, GERMAN].map(|grouping| said(number(text, grouping)));
            assert_eq!(read.each_ref().map(Option::as_deref), expected, "{text}");
        }
    }

    #[test]
    fn an_amount_has_cents() {
        let table = [
            ("1250€", [Some("1250"); 3]),
            ("€1,250.50", [Some("1250.5"); 3]),
            ("12 000 euros", [Some("12000"); 3]),
            ("12\u{202f}000\u{a0}€", [Some("12000"); 3]),
            ("1 250,50", [Some("1250.5"); 3]),
            ("1.250,50", [Some("1250.5"); 3]),
            ("1,250.50", [Some("1250.5"); 3]),
            ("0,500", [Some("0.5"); 3]),
            ("1250,500", [Some("1250.5"); 3]),
            ("1,250", [Some("1250 ?"), Some("1250"), Some("1250 ?")]),
            ("1.250", [Some("1250 ?"), Some("1250 ?"), Some("1250")]),
            ("0,125", [None; 3]),
            ("1250,555", [None; 3]),
            ("12\n500", [None; 3]),
            ("12 k€", [None; 3]),
            ("-5", [None; 3]),
        ];
        for (text, expected) in table {
            let read = [FRENCH, ENGLISH, GERMAN].map(|grouping| said(amount(text, grouping)));
            assert_eq!(read.each_ref().map(Option::as_deref), expected, "{text}");
        }
    }

    /// Digits by threes, as a writer of a language groups them.
    fn grouped(whole: u64, grouping: &str) -> String {
        let digits = whole.to_string();
        let mut grouped = String::new();
        for (rank, digit) in digits.chars().enumerate() {
            if rank > 0 && (digits.len() - rank).is_multiple_of(3) {
                grouped.push_str(grouping);
            }
            grouped.push(digit);
        }
        grouped
    }

    proptest! {
        #[test]
        fn what_a_language_writes_is_read_without_a_doubt(
            cents in 0..100_000_000_000_u64,
            (grouping, own, decimal) in prop_oneof![
                Just(("", FRENCH, ",")),
                Just((" ", FRENCH, ",")),
                Just(("\u{a0}", FRENCH, ",")),
                Just((FRENCH, FRENCH, ",")),
                Just(("", ENGLISH, ".")),
                Just((ENGLISH, ENGLISH, ".")),
            ],
            unit in prop_oneof![Just(""), Just("€"), Just(" €"), Just("\u{a0}€"), Just(" euros")],
        ) {
            let (whole, rest) = (cents / 100, cents % 100);
            let typed = format!("{}{decimal}{rest:02}", grouped(whole, grouping));
            let expected: f64 = format!("{whole}.{rest:02}").parse().expect("a number");
            let sure = Some(Reading { value: expected, doubt: None });
            prop_assert_eq!(amount(&format!("{typed}{unit}"), own), sure);
            prop_assert_eq!(number(&typed, own).map(|read| read.value), Some(expected));
            let round = format!("{}{unit}", grouped(whole, grouping));
            let sure = Some(whole.to_string());
            prop_assert_eq!(said(amount(&round, own)), sure);
        }

        #[test]
        fn nothing_is_read_a_thousand_times_too_much_in_silence(
            whole in 0..1_000_u32,
            thousandths in 0..1_000_u32,
            mark in prop_oneof![Just(','), Just('.')],
            grouping in prop_oneof![Just(FRENCH), Just(ENGLISH), Just(GERMAN)],
        ) {
            let typed = format!("{whole}{mark}{thousandths:03}");
            let small = f64::from(whole * 1_000 + thousandths) / 1_000.0;
            for read in [number(&typed, grouping), amount(&typed, grouping)].into_iter().flatten() {
                let own = grouping.contains(mark);
                prop_assert!((read.value - small).abs() < 1e-9 || read.doubt.is_some() || own);
            }
        }

        #[test]
        fn no_text_is_too_strange(text in "\\PC{0,80}") {
            let _ = (number(&text, FRENCH), amount(&text, ENGLISH));
        }
    }
}
