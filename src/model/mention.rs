//! What a text says in letters or figures that the call also knows by a name: amounts, durations, days, acronyms.

use jiff::civil::{Date, Weekday};

use super::source::Span;
use super::unit::Unit;

/// One of them, where its author wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    pub said: Said,
    /// As it was written.
    pub words: String,
    pub span: Span,
    /// The sentence it stands in, in small letters.
    pub sentence: String,
}

/// What is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// "60 000 €", "soixante mille euros", "six mois", "50 %".
    Quantity {
        /// In hundredths.
        value: u64,
        unit: Unit,
        /// Whether its digits are grouped as numbers are: "60 00 €" is not.
        grouped: bool,
    },
    /// "lundi 17 janvier 2022", "17/01/2022", "le 17 janvier".
    Day { weekday: Option<Weekday>, day: i8, month: i8, year: Option<i16> },
    /// "DREETS".
    Acronym {
        /// Whether it stands for any service of that kind: "chaque DREETS".
        general: bool,
        /// The words before it, in small letters: "de la".
        before: String,
    },
}

impl Mention {
    /// Whether it is of a quantity of that unit, equal to `value`.
    pub fn is_quantity(&self, value: f64, unit: Unit) -> bool {
        matches!(self.said, Said::Quantity { value: said, unit: of, .. }
            if of == unit && said == hundredths(value))
    }

    /// Whether it is of that day, as far as it says.
    pub fn is_day(&self, date: Date) -> bool {
        matches!(self.said, Said::Day { day, month, year, .. }
            if day == date.day() && month == date.month() && year.is_none_or(|y| y == date.year()))
    }
}

/// A number that a file holds, as mentions count.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "numbers are bounded")]
pub fn hundredths(value: f64) -> u64 {
    (value * 100.0).round() as u64
}
