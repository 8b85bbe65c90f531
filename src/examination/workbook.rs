//! The workbook of who examines dossiers.

use jiff::civil::Date;

use super::examined::Examined;
use super::words::Words;
use super::{remarks, responses, summary, twins};
use crate::model::workbook::Workbook;

/// All its sheets.
pub fn of(words: Words<'_>, dossiers: &[&Examined]) -> Workbook {
    let twins = twins::of(dossiers);
    let with_twins: Vec<_> = dossiers.iter().copied().zip(twins).collect();
    Workbook {
        title: words.say("titre"),
        date: date(dossiers),
        sheets: vec![
            summary::summary(words, &with_twins),
            responses::responses(words, dossiers),
            remarks::remarks(words, dossiers),
        ],
    }
}

/// That of the last call met.
fn date(dossiers: &[&Examined]) -> Date {
    let dates = dossiers.iter().map(|dossier| dossier.setting.asked.date);
    dates.max().unwrap_or(Date::constant(1900, 3, 1))
}
