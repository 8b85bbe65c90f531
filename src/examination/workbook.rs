//! The workbook of who examines dossiers.

use jiff::civil::Date;

use super::examined::{Examined, Kind};
use super::grid::{self, Former};
use super::words::Words;
use super::{budgets, corrected, leaflets, remarks, responses, summary, twins};
use crate::model::workbook::{Sheet, Workbook};

/// All its sheets; `former` is what was marked of dossiers, in the sheets of `replaced`.
pub fn of(
    words: Words<'_>,
    files: &[&Examined],
    former: &Former<'_>,
    replaced: &[Sheet],
) -> Workbook {
    let (dossiers, budgets): (Vec<&Examined>, Vec<&Examined>) =
        files.iter().partition(|file| file.kind == Kind::Dossier);
    let dossiers = &dossiers[..];
    let groups = grid::groups(dossiers);
    let grids = groups.iter().flat_map(|group| {
        let [grid, criteria] = grid::sheets(words, group, former);
        let leaflets = leaflets::leaflets(words, group, &grid.name);
        [grid, criteria].into_iter().chain(leaflets)
    });
    let twins = twins::of(dossiers);
    let with_twins: Vec<_> = dossiers.iter().copied().zip(twins).collect();
    Workbook {
        title: words.say("titre"),
        date: date(dossiers),
        sheets: [
            corrected::kept(summary::summary(words, &with_twins), replaced, words),
            responses::responses(words, dossiers),
            remarks::remarks(words, files),
            budgets::budgets(words, dossiers, &budgets),
        ]
        .into_iter()
        .chain(grids)
        .collect(),
    }
}

/// That of the last call met.
fn date(dossiers: &[&Examined]) -> Date {
    let dates = dossiers.iter().map(|dossier| dossier.setting.asked.date);
    dates.max().unwrap_or(Date::constant(1900, 3, 1))
}
