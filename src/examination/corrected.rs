//! What examiners corrected in *Synthèse*: kept when the same dossiers are read again into the same workbook.

use std::collections::{BTreeMap, BTreeSet};

use super::heads::{Head, ROWS_OF_HEADS};
use super::rows::{Line, Rows};
use super::words::Words;
use crate::model::workbook::{Cell, Row, Sheet, Value};

/// The new *Synthèse* with what was corrected in that of `former`.
pub fn kept(new: Sheet, former: &[Sheet], words: Words<'_>) -> Sheet {
    let needed = [Head::File, Head::ToExamine].map(Head::name);
    let Some(rows) = Rows::find(former, &needed, &[words]) else { return new };
    let read = new.rows.iter().skip(ROWS_OF_HEADS as usize).map(|row| words_of(row, Head::File));
    let before = Before::new(&rows, &read.collect());
    let keep = |(rank, row): (u32, Row)| match before.line(&row) {
        Some(line) if rank >= ROWS_OF_HEADS => corrected(row, line),
        _ => row,
    };
    Sheet { rows: (0..).zip(new.rows).map(keep).collect(), ..new }
}

/// The rows of the former sheet, by their files; those whose files are no longer there, by their SIRET.
struct Before<'r> {
    by_file: BTreeMap<String, Line<'r>>,
    by_siret: BTreeMap<String, Vec<Line<'r>>>,
}

impl<'r> Before<'r> {
    fn new(rows: &'r Rows<'_>, read: &BTreeSet<String>) -> Self {
        let mut before = Self { by_file: BTreeMap::new(), by_siret: BTreeMap::new() };
        for line in rows.lines() {
            let (file, siret) = (line.words(Head::File.name()), line.words(Head::Siret.name()));
            if !siret.is_empty() && !read.contains(&file) {
                before.by_siret.entry(siret).or_default().push(line);
            }
            before.by_file.insert(file, line);
        }
        before
    }

    /// That of the same file, else the only one of the same applicant.
    fn line(&self, row: &Row) -> Option<Line<'r>> {
        let own = self.by_file.get(&words_of(row, Head::File)).copied();
        own.or_else(|| match self.by_siret.get(&words_of(row, Head::Siret))?[..] {
            [only] => Some(only),
            _ => None,
        })
    }
}

/// Departments and sectors stay as they were left. Whether a dossier is examined does too, unless its other versions are
/// no longer the same: it is decided again then.
fn corrected(row: Row, line: Line<'_>) -> Row {
    let is_same = words_of(&row, Head::SameSiret) == line.words(Head::SameSiret.name());
    let cell = |(head, cell): (Head, Cell)| {
        let is_kept = match head {
            Head::Departments | Head::Sectors => true,
            Head::ToExamine => is_same,
            _ => false,
        };
        let was = line.words(head.name());
        let value = if is_kept && !was.is_empty() { Value::text(was.as_str()) } else { cell.value };
        Cell { value, ..cell }
    };
    Row { cells: Head::of_summary().zip(row.cells).map(cell).collect(), ..row }
}

/// What a cell of a new row says.
fn words_of(row: &Row, head: Head) -> String {
    let cell = Head::of_summary().zip(&row.cells).find(|(known, _)| *known == head);
    match cell.map(|(_, cell)| &cell.value) {
        Some(Value::Text(words)) => words.trim().to_owned(),
        _ => String::new(),
    }
}
