//! The workbook of who examines dossiers.

use jiff::civil::Date;

use super::examined::{Examined, Kind};
use super::words::Words;
use super::{budgets, remarks, responses, summary, twins};
use crate::model::workbook::Workbook;

/// All its sheets.
pub fn of(words: Words<'_>, files: &[&Examined]) -> Workbook {
    let (dossiers, budgets): (Vec<&Examined>, Vec<&Examined>) =
        files.iter().partition(|file| file.kind == Kind::Dossier);
    let dossiers = &dossiers[..];
    let twins = twins::of(dossiers);
    let with_twins: Vec<_> = dossiers.iter().copied().zip(twins).collect();
    Workbook {
        title: words.say("titre"),
        date: date(dossiers),
        sheets: vec![
            summary::summary(words, &with_twins),
            responses::responses(words, dossiers),
            remarks::remarks(words, files),
            budgets::budgets(words, dossiers, &budgets),
        ],
    }
}

/// That of the last call met.
fn date(dossiers: &[&Examined]) -> Date {
    let dates = dossiers.iter().map(|dossier| dossier.setting.asked.date);
    dates.max().unwrap_or(Date::constant(1900, 3, 1))
}
