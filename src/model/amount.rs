//! Amounts as people type them, "60 000 €", "1.250,50", "1250.5", and numbers as files hold them, "1250.5".

use super::figures::Figures;

/// The largest amount that is read, in cents: more is a slip, or another number.
const MOST: u64 = 100_000_000_000_000;

/// The largest number that a file may hold: the largest amount, in euros.
const LARGEST: f64 = 1e12;

/// The digits that a number keeps exactly, from its first to its last.
const EXACT: usize = 15;

/// What keeps a text from being a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberFault {
    /// Something else than digits and one point between them.
    Form,
    /// `60.000`: sixty, or sixty thousand.
    Thousands,
    /// More than anything that is counted here.
    Large,
    /// More digits than can be kept.
    Fine,
    /// Parts of a cent.
    Cents,
    /// A rate above one hundred.
    Rate,
}

impl NumberFault {
    /// Its name in messages.
    pub fn word(self) -> &'static str {
        match self {
            Self::Form => "forme",
            Self::Thousands => "milliers",
            Self::Large => "grand",
            Self::Fine => "fin",
            Self::Cents => "centimes",
            Self::Rate => "taux",
        }
    }
}

/// A number of a file: digits, with a point before the decimals if any. What is returned prints as it was typed.
pub fn number(text: &str) -> Result<f64, NumberFault> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !(is_digits(whole) && is_digits(decimals)) {
        return Err(NumberFault::Form);
    }
    let whole = whole.trim_start_matches('0');
    if decimals.len() == 3 && (1..=3).contains(&whole.len()) {
        return Err(NumberFault::Thousands);
    }
    let number: f64 = text.parse().map_err(|_| NumberFault::Form)?;
    if number > LARGEST {
        return Err(NumberFault::Large);
    }
    if whole.len() + decimals.len() > EXACT {
        return Err(NumberFault::Fine);
    }
    Ok(number)
}

/// The number that was most likely meant by `text`, as a file holds it.
pub fn number_meant(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    let units = ["€", "euros", "euro", "eur", "%", "mois", "jours", "jour", "months", "days"];
    let bare = units.iter().find_map(|unit| text.strip_suffix(unit)).unwrap_or(&text);
    let grouping = |c: char| c.is_whitespace() || matches!(c, '_' | '\'' | '’');
    let joined = bare.replace(grouping, "").replace(',', ".");
    if number(&joined).is_ok() {
        return Some(joined);
    }
    Cents::new(bare).map(|cents| cents.to_string())
}

/// Whether an amount in euros holds no part of a cent.
pub fn is_whole_cents(euros: f64) -> bool {
    let typed = euros.to_string();
    typed.split_once('.').is_none_or(|(_, decimals)| decimals.len() <= 2)
}

/// The figures of an amount, with or without its unit.
pub fn in_euros(text: &str) -> Option<Figures> {
    let units = ["euros", "euro", "eur", "€"];
    let text = text.trim().to_lowercase();
    let bare = match units.iter().find_map(|unit| text.strip_suffix(unit)) {
        Some(bare) => bare,
        None => units.iter().find_map(|unit| text.strip_prefix(unit)).unwrap_or(&text),
    };
    Figures::new(bare.trim())
}

/// Hundredths of a euro, exactly.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cents(pub u64);

impl Cents {
    /// `None` when it is no amount.
    pub fn new(text: &str) -> Option<Self> {
        Self::of(&in_euros(text)?)
    }

    /// What figures are worth in euros. Three digits after one comma or one point are units after thousands, unless they
    /// can only be decimals: nobody writes thousandths of a euro.
    pub fn of(figures: &Figures) -> Option<Self> {
        let (euros, decimals) = match figures {
            Figures::Sure { whole, decimals } => (whole.clone(), decimals.as_str()),
            Figures::Either { before, after, .. } => (format!("{before}{after}"), ""),
        };
        let decimals = if decimals.len() == 3 { decimals.strip_suffix('0')? } else { decimals };
        let cents = match decimals.len() {
            0 => 0,
            1 => decimals.parse::<u64>().ok()? * 10,
            2 => decimals.parse().ok()?,
            _ => return None,
        };
        let amount = euros.parse::<u64>().ok()?.checked_mul(100)?.checked_add(cents)?;
        (amount <= MOST).then_some(Self(amount))
    }

    /// In euros.
    #[expect(clippy::cast_precision_loss, reason = "amounts are far below 2^53 cents")]
    pub fn euros(self) -> f64 {
        self.0 as f64 / 100.0
    }
}

impl std::fmt::Display for Cents {
    /// As machines read it: `1250.50`, `60000`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0 % 100 {
            0 => write!(f, "{}", self.0 / 100),
            cents => write!(f, "{}.{cents:02}", self.0 / 100),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::NumberFault::{Fine, Form, Large, Thousands};
    use super::{Cents, is_whole_cents, number, number_meant};

    fn check(text: &str, expected: Option<&str>) {
        let read = Cents::new(text).map(|cents| cents.to_string());
        assert_eq!(read.as_deref(), expected, "{text}");
    }

    #[test]
    fn amounts_are_read_as_people_type_them() {
        check("60 000 €", Some("60000"));
        check("60\u{202f}000,50", Some("60000.50"));
        check("60\u{a0}000.5 euros", Some("60000.50"));
        check("1.250,50", Some("1250.50"));
        check("1,250.50", Some("1250.50"));
        check("1.250", Some("1250"));
        check("1’250’000 EUR", Some("1250000"));
        check("0", Some("0"));
        check("1250", Some("1250"));
    }

    #[test]
    fn what_is_no_amount_is_not_guessed() {
        for text in ["", "€", "12 k€", "douze", "-5", "1 2 3", "12 34", "1,2,3", "٣", "1e5"] {
            check(text, None);
        }
        check("12,5000", None);
        check(&"9".repeat(40), None);
    }

    #[test]
    fn numbers_of_files_print_as_they_were_typed() {
        for text in ["0", "60000", "12500.5", "0.125", "66.67", "1000000000000", "99999999999.99"] {
            assert_eq!(number(text).map(|read| read.to_string()).as_deref(), Ok(text));
        }
        let nines = "9".repeat(400);
        let table = [
            ("", Form),
            (".", Form),
            ("5.", Form),
            (".5", Form),
            ("-0", Form),
            ("-5", Form),
            ("+5", Form),
            ("1e9", Form),
            ("NaN", Form),
            ("inf", Form),
            ("infinity", Form),
            ("0x10", Form),
            ("1.2.3", Form),
            ("60 000", Form),
            ("٣", Form),
            ("60.000", Thousands),
            ("1.125", Thousands),
            (&nines, Large),
            ("1000000000001", Large),
            ("0.1234567890123456", Fine),
        ];
        for (text, fault) in table {
            assert_eq!(number(text), Err(fault), "{text}");
        }
    }

    #[test]
    fn the_number_that_was_meant() {
        let table = [
            ("50 000 €", Some("50000")),
            ("60_000", Some("60000")),
            ("60.000", Some("60000")),
            ("1.250.000,50 euros", Some("1250000.50")),
            ("12,5 %", Some("12.5")),
            ("6 mois", Some("6")),
            ("-5", None),
            ("1e9", None),
            ("60 k€", None),
            ("six", None),
        ];
        for (text, meant) in table {
            assert_eq!(number_meant(text).as_deref(), meant, "{text}");
        }
    }

    #[test]
    fn cents_are_two_figures() {
        for (euros, whole) in [(60000.0, true), (0.1, true), (12.34, true), (12.345, false)] {
            assert_eq!(is_whole_cents(euros), whole, "{euros}");
        }
    }
}
