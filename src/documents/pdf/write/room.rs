//! How much room an answer takes on paper, in points: all that a field may hold shows in it, at a size that people read.
//!
//! Left to choose, viewers go down to four points, or cut. So the size of type is fixed, and the box is as high as its limit
//! asks at its width. What is written beyond, for lines may be ended early, scrolls on screen and is cut on paper.

use crate::documents::sheet::{CellKind, FieldKind, Rows};
use crate::model::columns;

/// The width of what is written on a page: A4 without the margins of `paper.typ`.
pub const PAGE: f32 = 481.9;

/// The size of type in blocks and in the cells of tables.
pub const SMALL: u8 = 9;

/// The size of type in an answer of one line.
pub const LARGE: u8 = 10;

/// From one line of [`SMALL`] type to the next: 1.35 times the size, as the viewer that needs most.
const LEADING: f32 = 12.15;

/// The width of an ordinary letter of the form's typeface, over its size.
const LETTER: f32 = 0.45;

/// What viewers leave free, on both sides together.
const EDGE: f32 = 4.0;

/// A line that may be filled in by hand.
const LINE: f32 = 21.3;

/// The lowest row of a table.
const ROW: f32 = 23.0;

/// The highest box: with its label, it has to stand on a page.
const TALLEST: f32 = 610.0;

/// The widest table.
const WHOLE: usize = 481;

/// The widest heads of rows, beside columns of words.
const WIDEST_HEAD: usize = 160;

/// The width of an ordinary letter of these heads.
const LABEL_LETTER: usize = 4;

/// A box to write in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Room {
    pub width: f32,
    pub height: f32,
}

/// The room of an answer that stands alone under its question.
pub fn alone(kind: &FieldKind) -> Room {
    let line = |width| Room { width, height: LINE };
    match kind {
        FieldKind::Block { limit, lines } => {
            // Who fills it in by hand has the lines that the definition asks for.
            let by_hand = number(*lines) * 13.0 + 14.0;
            let height = high(*limit, PAGE).max(by_hand).min(TALLEST);
            Room { width: PAGE, height }
        }
        FieldKind::Line { limit } => {
            let width = if *limit <= 40 { 213.0 } else { PAGE };
            let height = if fits(*limit, width, LARGE) { LINE } else { high(*limit, width) };
            Room { width, height: height.min(TALLEST) }
        }
        FieldKind::Email => line(PAGE),
        FieldKind::Amount | FieldKind::Number => line(119.0),
        FieldKind::Date => line(96.0),
        FieldKind::Siret | FieldKind::Phone => line(147.0),
        FieldKind::Pick(choices) => {
            let longest = choices.iter().map(|(_, label)| label.chars().count()).max();
            // The words, and the mark of a list.
            let words = number(longest.unwrap_or_default()) * LETTER * f32::from(LARGE) + 30.0;
            line(words.clamp(96.0, PAGE))
        }
        FieldKind::Check => Room { width: 11.3, height: 11.3 },
    }
}

/// The widths of a table, that of the heads of its rows first; the longest of these has so many letters.
pub fn widths(kinds: &[CellKind], rows: &Rows, longest: usize) -> Vec<f32> {
    let figures: usize = kinds.iter().filter_map(figures).sum();
    let shares: usize = kinds.iter().map(share).sum();
    // Figures alone leave what they do not need to the heads, and need not fill the page.
    let widest = if shares == 0 { WHOLE.saturating_sub(figures) } else { WIDEST_HEAD };
    let head = (longest * LABEL_LETTER + 14).min(widest.max(WIDEST_HEAD));
    let rest = WHOLE.saturating_sub(figures + head);
    let wanted = |kind| self::figures(kind).unwrap_or_else(|| rest * share(kind) / shares.max(1));
    let wants: Vec<usize> = std::iter::once(head).chain(kinds.iter().map(wanted)).collect();
    let named = matches!(rows, Rows::Named(_));
    let points = |millimetres: usize| millimetres * 283 / 100;
    let least = kinds.iter().map(|kind| points(columns::least(kind)));
    let least_head = points(columns::least_head(named)).min(head);
    let least: Vec<usize> = std::iter::once(least_head).chain(least).collect();
    let whole = if shares == 0 { wants.iter().sum::<usize>().min(WHOLE) } else { WHOLE };
    let fitted = columns::fitted(&wants, &least, whole.max(least.iter().sum()));
    fitted.into_iter().map(number).collect()
}

/// The height of the rows of a table with such columns.
pub fn row(kinds: &[FieldKind], widths: &[f32]) -> f32 {
    let of = |(kind, width): (&FieldKind, &f32)| match written(kind) {
        Some(limit) if !fits(limit, *width, SMALL) => high(limit, *width),
        _ => ROW,
    };
    kinds.iter().zip(widths).map(of).fold(ROW, f32::max).min(TALLEST)
}

/// Whether an answer in a box goes over several lines.
pub fn wraps(kind: &FieldKind, height: f32) -> bool {
    match kind {
        FieldKind::Block { .. } => true,
        FieldKind::Line { .. } | FieldKind::Email => height >= 2.0 * LEADING + EDGE - 0.5,
        FieldKind::Amount
        | FieldKind::Number
        | FieldKind::Date
        | FieldKind::Siret
        | FieldKind::Phone
        | FieldKind::Check
        | FieldKind::Pick(_) => false,
    }
}

/// The width of a column of figures, whose answers are all of one length.
fn figures(kind: &CellKind) -> Option<usize> {
    match kind {
        CellKind::Siret | CellKind::Phone => Some(96),
        CellKind::Amount => Some(88),
        CellKind::Number | CellKind::Date => Some(62),
        CellKind::Line { .. } | CellKind::Email => None,
    }
}

/// What a column of words takes of what figures leave.
fn share(kind: &CellKind) -> usize {
    written(&kind.field()).map_or(0, usize::isqrt)
}

/// Characters of the words that a cell may hold.
fn written(kind: &FieldKind) -> Option<usize> {
    match kind {
        FieldKind::Line { limit } | FieldKind::Block { limit, .. } => Some(*limit),
        // Mail takes 254, but nobody has an address of so many.
        FieldKind::Email => Some(64),
        FieldKind::Amount
        | FieldKind::Number
        | FieldKind::Date
        | FieldKind::Siret
        | FieldKind::Phone
        | FieldKind::Check
        | FieldKind::Pick(_) => None,
    }
}

fn fits(limit: usize, width: f32, points: u8) -> bool {
    number(limit) * LETTER * f32::from(points) <= width - EDGE
}

/// The height of a box of so many characters in [`SMALL`] type.
fn high(limit: usize, width: f32) -> f32 {
    // Half a word is lost at the end of each line, and a paragraph ends somewhere in each thousand.
    let letters = ((width - EDGE) / (LETTER * f32::from(SMALL)) - 3.0).max(4.0);
    let lines = (number(limit) / letters).ceil() + number(limit / 1000);
    lines * LEADING + EDGE
}

/// A count, to reckon lengths with.
pub fn number(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}

#[cfg(test)]
mod tests {
    use super::{CellKind, FieldKind, LINE, ROW, Rows, alone, columns, row, widths, wraps};

    #[test]
    fn a_box_is_as_high_as_its_limit_asks() {
        for (limit, lines, height) in [
            (300, 3, 53.0),
            (500, 3, 64.75),
            (1500, 5, 186.25),
            (3000, 8, 368.5),
            (5000, 8, 599.35),
        ] {
            let room = alone(&FieldKind::Block { limit, lines });
            assert!((room.height - height).abs() < 0.01, "{limit}: {}", room.height);
        }
        // More lines than the limit asks for are there to write by hand.
        let by_hand = alone(&FieldKind::Block { limit: 300, lines: 20 });
        assert!((by_hand.height - 274.0).abs() < 0.01, "{}", by_hand.height);
    }

    #[test]
    fn an_answer_of_one_line_has_several_when_they_are_needed() {
        let heights = [(30, LINE), (100, LINE), (120, 28.3), (200, 28.3), (500, 64.75)];
        for (limit, height) in heights {
            let room = alone(&FieldKind::Line { limit });
            assert!((room.height - height).abs() < 0.01, "{limit}: {}", room.height);
            assert_eq!(wraps(&FieldKind::Line { limit }, room.height), height > LINE);
        }
    }

    #[test]
    fn a_table_is_as_wide_as_the_page_and_each_column_holds_its_answers() {
        let line = |limit| CellKind::Line { limit };
        let tables = [
            vec![line(80), CellKind::Siret, line(60), line(60), CellKind::Number],
            vec![line(120); 8],
            vec![line(500), line(1), CellKind::Email],
            vec![CellKind::Siret, CellKind::Siret, CellKind::Phone, CellKind::Phone, line(60)],
        ];
        for kinds in tables {
            let widths = widths(&kinds, &Rows::Blank(3), 5);
            let all: f32 = widths.iter().sum();
            assert!((all - 481.0).abs() < 1.0, "{widths:?}");
            for (kind, width) in kinds.iter().zip(&widths[1..]) {
                assert!(*width >= super::number(columns::least(kind)) * 2.8, "{kind:?}: {width}");
            }
        }
        // Figures need no more than their own room.
        let figures = widths(&[CellKind::Number, CellKind::Number], &Rows::Blank(3), 5);
        assert_eq!(figures, [34.0, 62.0, 62.0]);
    }

    #[test]
    fn a_row_is_as_high_as_its_longest_cell_asks() {
        let kinds = [FieldKind::Line { limit: 120 }, FieldKind::Number];
        assert!((row(&kinds, &[98.0, 62.0]) - 76.9).abs() < 0.01);
        assert!((row(&kinds, &[500.0, 62.0]) - ROW).abs() < 0.01);
    }
}
