//! *Budgets*: each line of each dossier, beside the same in the budget workbook that came with it.

use std::collections::BTreeSet;

use super::examined::Examined;
use super::heads::{Head, ROWS_OF_HEADS, sheet};
use super::pairs::{self, Line};
use super::words::Words;
use crate::model::role::Role;
use crate::model::workbook::{Cell, Look, Row, Sheet, Value};

const HEADS: [Head; 8] = [
    Head::File,
    Head::Applicant,
    Head::Siret,
    Head::Workbook,
    Head::Line,
    Head::InDossier,
    Head::InWorkbook,
    Head::Gap,
];

/// A dossier and a workbook, where there are both.
type Pair<'d> = (Option<&'d Examined>, Option<&'d Examined>);

/// The sheet.
pub fn budgets(words: Words<'_>, dossiers: &[&Examined], budgets: &[&Examined]) -> Sheet {
    let found = pairs::of(dossiers, budgets);
    let mut pairs: Vec<Pair<'_>> = Vec::new();
    for (rank, dossier) in dossiers.iter().enumerate() {
        let own = budgets.iter().zip(&found).filter(|(_, pair)| **pair == Some(rank));
        let before = pairs.len();
        pairs.extend(own.map(|(budget, _)| (Some(*dossier), Some(*budget))));
        if pairs.len() == before {
            pairs.push((Some(dossier), None));
        }
    }
    let lone = budgets.iter().zip(&found).filter(|(_, pair)| pair.is_none());
    pairs.extend(lone.map(|(budget, _)| (None, Some(*budget))));
    let mut rows = Vec::new();
    for pair in pairs {
        for line in pairs::lines(pair.0, pair.1) {
            let rank = ROWS_OF_HEADS + u32::try_from(rows.len()).expect("as many as a sheet has");
            rows.push(row(pair, &line, rank));
        }
    }
    sheet(words, "feuille-budgets", &HEADS, rows)
}

fn row((dossier, workbook): Pair<'_>, line: &Line, rank: u32) -> Row {
    let euros = |euros: Option<f64>| euros.map_or(Value::Empty, Value::Euros);
    let file = |file: Option<&Examined>| Value::text(file.map_or("", |file| &file.file));
    let of = |role| {
        let known = dossier.and_then(|file| file.word_of(role));
        let known = known.or_else(|| workbook.and_then(|file| file.word_of(role)));
        Value::text(known.unwrap_or_default())
    };
    let values = [
        file(dossier),
        of(Role::Applicant),
        of(Role::Siret),
        file(workbook),
        Value::text(&line.place),
        euros(line.in_dossier),
        euros(line.in_workbook),
        if dossier.is_some() && workbook.is_some() { gap(line, rank) } else { Value::Empty },
    ];
    let differs = dossier.is_some() && workbook.is_some() && line.differs();
    let wrong = [Head::InDossier, Head::InWorkbook, Head::Gap];
    let wrong: BTreeSet<Head> = wrong.into_iter().filter(|_| differs).collect();
    let cells = HEADS.into_iter().zip(values).map(|(head, value)| Cell {
        value,
        look: if wrong.contains(&head) { Look::Wrong } else { Look::Plain },
    });
    Row { cells: cells.collect(), ..Row::default() }
}

/// It follows the two amounts, where somebody mends them.
fn gap(line: &Line, rank: u32) -> Value {
    let [dossier, workbook] = [5, 6].map(|column| Sheet::place(rank, column));
    let formula = format!("N({workbook})-N({dossier})");
    let gap = line.in_workbook.unwrap_or_default() - line.in_dossier.unwrap_or_default();
    Value::Formula(formula, Box::new(Value::Euros(gap)))
}
