//! A sheet a dossier, to print for a committee: what the dossier says, beside each criterion that looks at it.
//!
//! Marks are looked up in the grid by the file, so that they follow their dossier when rows are sorted.

use super::addressee;
use super::budget::Asking;
use super::examined::Examined;
use super::grid::Group;
use super::grid_formulas::{fixed, quoted};
use super::grid_heads::{GridHead, mark};
use super::heads::ROWS_OF_HEADS;
use super::responses;
use super::words::Words;
use crate::model::marking::Marked;
use crate::model::workbook::{Cell, Column, Look, Row, Sheet, Value};

/// Beyond this the tabs of a workbook cannot be read, and nobody prints them.
pub const MOST: usize = 60;
/// In characters: a row is no higher than what a spreadsheet shows.
const LONGEST_CELL: usize = 1500;
/// Those of names of sheets.
const LONGEST_NAME: usize = 31;

/// The sheets of a group whose grid is called `grid`.
pub fn leaflets(words: Words<'_>, group: &Group<'_>, grid: &str) -> Vec<Sheet> {
    if group.dossiers.len() > MOST {
        return Vec::new();
    }
    let leaflet = |(rank, dossier): (usize, &&Examined)| {
        Leaflet { words, group, grid, dossier }.sheet(rank + 1)
    };
    group.dossiers.iter().enumerate().map(leaflet).collect()
}

/// What writes the sheet of a dossier.
struct Leaflet<'a> {
    words: Words<'a>,
    group: &'a Group<'a>,
    grid: &'a str,
    dossier: &'a Examined,
}

impl Leaflet<'_> {
    fn sheet(&self, rank: usize) -> Sheet {
        let applicant = addressee::of(self.dossier);
        let organisation = applicant.organisation.clone().unwrap_or_default();
        let mut rows = vec![Row::of(Look::Head, [Value::text(&organisation)])];
        let asking = Asking::of(self.dossier);
        let aid = asking.and_then(|asking| asking.aid).map_or(Value::Empty, Value::Euros);
        let text = |words: Option<String>| Value::text(words.unwrap_or_default());
        for (head, value) in [
            ("siret", text(applicant.siret)),
            ("projet", text(applicant.project)),
            ("aide", aid),
            ("fichier", Value::text(&self.dossier.file)),
        ] {
            rows.push(Row::of(Look::Plain, [Value::text(self.words.say(head)), value]));
        }
        let heads = ["critere", "dit-le-dossier", "note"];
        rows.push(Row::of(Look::Head, heads.map(|head| Value::text(self.words.say(head)))));
        for (rank, criterion) in self.group.marking.criteria.iter().enumerate() {
            rows.extend(self.criterion(rank, criterion));
        }
        for head in [
            GridHead::Total,
            GridHead::Verdict,
            GridHead::Rank,
            GridHead::Decision,
            GridHead::Amount,
            GridHead::Reason,
            GridHead::Remarks,
        ] {
            let marks = u16::try_from(self.group.marking.criteria.len()).unwrap_or_default();
            let value = self.looked_up(head.column(marks));
            rows.push(Row::of(Look::Plain, [Value::text(self.words.say(head.name())), value]));
        }
        Sheet {
            name: name(rank, &organisation, &self.group.suffix),
            columns: [26.0, 84.0, 9.0].map(|width| Column { width }).to_vec(),
            rows,
            upright: true,
            locked: true,
            ..Sheet::default()
        }
    }

    fn criterion(&self, rank: usize, criterion: &Marked) -> Vec<Row> {
        let mut said = self.said(criterion).into_iter();
        let first = said.next().unwrap_or_default();
        let cells = vec![
            Cell::from(Value::text(&criterion.label)),
            Cell::from(Value::text(first)),
            Cell::from(self.looked_up(mark(rank))),
        ];
        let first = Row { cells, ..Row::default() };
        let rest = said.map(|more| Row::of(Look::Plain, [Value::Empty, Value::text(more)]));
        std::iter::once(first).chain(rest).collect()
    }

    /// The answers that a criterion looks at, cut where a row would be too high.
    fn said(&self, criterion: &Marked) -> Vec<String> {
        let asked = &self.dossier.setting.shown.questions;
        let questions = criterion.questions.iter();
        let questions = questions.filter_map(|id| asked.iter().find(|known| known.id == *id));
        let mut said = Vec::new();
        for question in questions {
            let mut lines = vec![question.place()];
            lines.extend(responses::said(self.words, self.dossier, question));
            said.extend(cut(&lines.join("\n")));
        }
        said
    }

    /// What stands in a column of the grid, in the row of the dossier.
    fn looked_up(&self, column: u16) -> Value {
        let last = ROWS_OF_HEADS + u32::try_from(self.group.dossiers.len()).unwrap_or_default() - 1;
        let grid = self.grid.replace('\'', "''");
        let all =
            |column| format!("'{grid}'!{}:{}", fixed(ROWS_OF_HEADS, column), fixed(last, column));
        let file = quoted(&self.dossier.file);
        // A text in a formula is short: a longer one is looked at in its cell.
        let file = if file.len() > 250 { "$B$5" } else { &file };
        let found = format!("INDEX({},MATCH({file},{},0))&\"\"", all(column), all(0));
        Value::Formula(found, Box::new(Value::Empty))
    }
}

/// A text in pieces that a row shows, each ended by a whole word where there is one.
fn cut(text: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut length = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let mut word = word;
        while length + word.chars().count() > LONGEST_CELL {
            if length > 0 {
                pieces.push(String::new());
                length = 0;
                continue;
            }
            let end = word.char_indices().nth(LONGEST_CELL).map_or(word.len(), |(end, _)| end);
            let (start, rest) = word.split_at(end);
            pieces.last_mut().expect("one at least").push_str(start);
            word = rest;
            length = LONGEST_CELL;
        }
        pieces.last_mut().expect("one at least").push_str(word);
        length += word.chars().count();
    }
    pieces.into_iter().map(|piece| piece.trim().to_owned()).filter(|p| !p.is_empty()).collect()
}

/// A name that a sheet may have, and no other has.
fn name(rank: usize, organisation: &str, suffix: &str) -> String {
    let before =
        if suffix.is_empty() { format!("{rank} ") } else { format!("{}.{rank} ", suffix.trim()) };
    let is_allowed = |c: &char| !c.is_control() && !"[]:*?/\\'".contains(*c);
    let words = organisation.chars().filter(is_allowed);
    let mut name = before;
    for c in words {
        if name.encode_utf16().count() + c.len_utf16() > LONGEST_NAME {
            break;
        }
        name.push(c);
    }
    name.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_CELL, cut, name};

    #[test]
    fn long_answers_are_cut_after_words_and_lose_none() {
        let words = "mot ".repeat(2000);
        let pieces = cut(&words);
        assert!(pieces.iter().all(|piece| piece.chars().count() <= LONGEST_CELL));
        assert_eq!(pieces.join(" "), words.trim());
        let one = "é".repeat(4000);
        let pieces = cut(&one);
        assert_eq!((pieces.len(), pieces.concat()), (3, one));
        assert!(cut(" \n ").is_empty());
    }

    #[test]
    fn a_sheet_has_a_name_that_programs_take() {
        assert_eq!(name(1, "A/B [c]: l’essai", ""), "1 AB c l’essai");
        assert_eq!(name(2, "", " 1"), "1.2");
        assert_eq!(name(3, &"🐟".repeat(40), "").encode_utf16().count(), 30);
    }
}
