//! How many columns a page holds: what each takes at least, in millimetres.

use super::form::{CellKind, FormRows};

/// Between the margins of an A4 page, in the format that leaves least.
const PAGE: usize = 157;
/// In hundredths: the width of a letter of nine points, on average, and what a cell leaves free at its sides.
const LETTER: usize = 143;
const SIDES: usize = 140;
/// Letters that are lost where a word does not end a line.
const LOST: usize = 3;
/// How many lines a cell may have.
const LINES: usize = 45;

/// The narrowest column in which an answer of a kind is read.
pub fn least(kind: &CellKind) -> usize {
    match kind {
        CellKind::Line { .. } | CellKind::Email => 17,
        CellKind::Number => 15,
        CellKind::Amount | CellKind::Date => 20,
        CellKind::Siret | CellKind::Phone => 27,
    }
}

/// The narrowest column of ranks, or of the names of rows.
pub fn least_head(are_named: bool) -> usize {
    if are_named { 25 } else { 13 }
}

/// What is left for columns, beside the heads of rows.
pub fn room(rows: &FormRows) -> usize {
    PAGE - least_head(matches!(rows, FormRows::Named(_)))
}

/// How many of `kinds`, from the first, stand side by side in a table with such rows.
pub fn fitting<'k>(kinds: impl Iterator<Item = &'k CellKind>, rows: &FormRows) -> usize {
    let room = room(rows);
    let mut taken = 0;
    let fits = |kind: &&CellKind| {
        taken += least(kind);
        taken <= room
    };
    kinds.take_while(fits).count()
}

/// The most characters that a cell of words holds, in a table of columns of `kinds` with such rows.
pub fn most_characters(kinds: &[&CellKind], rows: &FormRows) -> usize {
    let is_words = |kind: &&&CellKind| matches!(kind, CellKind::Line { .. } | CellKind::Email);
    let words = kinds.iter().filter(is_words).count();
    let figures: usize = kinds.iter().filter(|kind| !is_words(kind)).map(|kind| least(kind)).sum();
    let width = 100 * room(rows).saturating_sub(figures) / words.max(1);
    (width.saturating_sub(SIDES) / LETTER).saturating_sub(LOST) * LINES
}

/// Widths of columns that together are `whole`: each has its `least`, and a share of what is left as it `wants` more.
pub fn fitted(wants: &[usize], least: &[usize], whole: usize) -> Vec<usize> {
    let left = whole.saturating_sub(least.iter().sum());
    let more = |(want, least): (&usize, &usize)| want.saturating_sub(*least);
    let all: usize = wants.iter().zip(least).map(more).sum();
    let share = |pair: (&usize, &usize)| match all {
        0 => *pair.1,
        _ => pair.1 + left * more(pair) / all,
    };
    let mut widths: Vec<usize> = wants.iter().zip(least).map(share).collect();
    let rest = whole.saturating_sub(widths.iter().sum());
    if let Some(last) = widths.last_mut() {
        *last += rest;
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::{CellKind, FormRows, fitted, fitting, most_characters};

    #[test]
    fn a_page_holds_so_many_columns() {
        for (kind, blank) in
            [(CellKind::Number, 9), (CellKind::Email, 8), (CellKind::Date, 7), (CellKind::Siret, 5)]
        {
            let kinds = vec![kind.clone(); 24];
            assert_eq!(fitting(kinds.iter(), &FormRows::Blank(3)), blank, "{kind:?}");
        }
    }

    #[test]
    fn a_narrow_column_holds_few_characters() {
        let line = CellKind::Line { limit: 500 };
        let most = |count| most_characters(&vec![&line; count], &FormRows::Blank(3));
        assert_eq!([most(1), most(4), most(8)], [4320, 945, 360]);
    }

    #[test]
    fn columns_that_want_what_there_is_have_it() {
        assert_eq!(fitted(&[13, 60, 84], &[13, 17, 17], 157), [13, 60, 84]);
        assert_eq!(fitted(&[13, 200, 0], &[13, 27, 17], 157), [13, 127, 17]);
        assert_eq!(fitted(&[5, 5], &[20, 20], 100), [20, 80]);
    }
}
