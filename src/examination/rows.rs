//! A sheet that an examiner has worked in, read by the names of its columns, whatever was moved, sorted, added or hidden.

use std::collections::BTreeMap;

use super::heads::Head;
use super::words::Words;
use crate::model::workbook::{Sheet, Value};

/// How far down the names of columns are looked for.
const HIGHEST: usize = 20;

/// The rows under the names of columns.
pub struct Rows<'s> {
    pub sheet: &'s Sheet,
    columns: BTreeMap<String, usize>,
    first: usize,
}

/// A row, by the names of its columns.
#[derive(Clone, Copy)]
pub struct Line<'r> {
    rows: &'r Rows<'r>,
    /// From 0.
    pub rank: usize,
}

impl<'s> Rows<'s> {
    /// The first sheet that has those columns: by their names, or by their heads in the languages of `words`, where
    /// somebody took the row of names away.
    pub fn find(sheets: &'s [Sheet], needed: &[&str], words: &[Words<'_>]) -> Option<Self> {
        let all = needed.iter().copied().chain(Head::ALL.iter().map(|head| head.name()));
        // Two columns may have one head: one that is needed is meant, else the first of *Synthèse*.
        let mut known: BTreeMap<String, String> = BTreeMap::new();
        for (name, words) in all.flat_map(|name| words.iter().map(move |words| (name, words))) {
            known.entry(words.say(name)).or_insert_with(|| name.to_owned());
        }
        let has_all = |columns: &BTreeMap<String, usize>| {
            needed.iter().all(|name| columns.contains_key(*name))
        };
        sheets.iter().find_map(|sheet| {
            let highest = sheet.rows.len().min(HIGHEST);
            (0..highest).find_map(|rank| {
                // The heads stand under the names, where these are still there.
                let (named, headed) =
                    (names(sheet, rank, &BTreeMap::new()), names(sheet, rank, &known));
                let under_heads = if has_all(&named) { rank + 2 } else { rank + 1 };
                let columns = if has_all(&named) { named } else { headed };
                has_all(&columns).then_some(Self { sheet, columns, first: under_heads })
            })
        })
    }

    /// The rows that hold something.
    pub fn lines(&'s self) -> impl Iterator<Item = Line<'s>> {
        let ranks = self.first.min(self.sheet.rows.len())..self.sheet.rows.len();
        let holds = |rank: &usize| {
            self.sheet.rows[*rank].cells.iter().any(|cell| cell.value != Value::Empty)
        };
        ranks.filter(holds).map(|rank| Line { rows: self, rank })
    }

    /// Where a cell stands, for messages: "Synthèse, J3".
    pub fn place(&self, rank: usize, name: &str) -> String {
        let column = self.columns.get(name).copied().unwrap_or_default();
        let [row, column] = [rank, column].map(|rank| u32::try_from(rank).unwrap_or(u32::MAX));
        let cell = Sheet::place(row, u16::try_from(column).unwrap_or(u16::MAX));
        format!("{}, {cell}", self.sheet.name)
    }
}

/// The columns that a row names.
fn names(sheet: &Sheet, rank: usize, known: &BTreeMap<String, String>) -> BTreeMap<String, usize> {
    let mut columns = BTreeMap::new();
    let cells = sheet.rows.get(rank).into_iter().flat_map(|row| &row.cells);
    for (column, cell) in cells.enumerate() {
        let Value::Text(said) = cell.value.result() else { continue };
        let said = said.trim();
        let name = known.get(said).map_or(said, String::as_str);
        columns.entry(name.to_owned()).or_insert(column);
    }
    columns
}

impl<'r> Line<'r> {
    /// What its cell of that column holds.
    pub fn value(self, name: &str) -> &'r Value {
        let column = self.rows.columns.get(name);
        let cell = column.and_then(|column| self.rows.sheet.rows[self.rank].cells.get(*column));
        cell.map_or(&Value::Empty, |cell| cell.value.result())
    }

    /// Its words, without blanks at their ends.
    pub fn words(self, name: &str) -> String {
        match self.value(name) {
            Value::Text(words) => words.trim().to_owned(),
            Value::Number(number) | Value::Euros(number) | Value::Share(number) => {
                number.to_string()
            }
            Value::Date(date) => date.to_string(),
            Value::Empty | Value::Formula(..) => String::new(),
        }
    }

    /// Where that cell stands, for messages.
    pub fn place(self, name: &str) -> String {
        self.rows.place(self.rank, name)
    }
}
