//! How much room an answer takes on paper, in points: all that a field may hold shows in it, at a size that people read.
//!
//! Left to choose, viewers go down to four points, or cut. So the size of type is fixed, and the box is as high as its limit
//! asks at its width. What is written beyond, for lines may be ended early, scrolls on screen and is cut on paper.

use crate::documents::sheet::FieldKind;

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

/// The narrowest column of words, and of addresses, which have no place to break.
const NARROWEST: f32 = 56.0;
const NARROWEST_ADDRESS: f32 = 84.0;

/// The widest heads of rows, beside columns of words.
const WIDEST_HEAD: f32 = 160.0;

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
            let by_hand = f32::from(u16::try_from(*lines).unwrap_or(u16::MAX)) * 13.0 + 14.0;
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
            let words = count(longest.unwrap_or_default()) * LETTER * f32::from(LARGE) + 30.0;
            line(words.clamp(96.0, PAGE))
        }
        FieldKind::Check => Room { width: 11.3, height: 11.3 },
    }
}

/// The widths of the columns of a table that has so much for them.
pub fn columns(kinds: &[FieldKind], width: f32) -> Vec<f32> {
    let fixed: f32 = kinds.iter().filter_map(figures).sum();
    let shares: f32 = kinds.iter().map(share).sum();
    let words = kinds.iter().filter(|kind| figures(kind).is_none()).count();
    let rest = width - fixed;
    let wanted = kinds.iter().map(|kind| match figures(kind) {
        Some(width) => width,
        None => narrowest(kind).max(rest * share(kind) / shares),
    });
    let wanted: Vec<f32> = wanted.collect();
    let all: f32 = wanted.iter().sum();
    // Figures alone need not fill it.
    let scale = if words == 0 { (width / all).min(1.0) } else { width / all };
    wanted.into_iter().map(|it| it * scale).collect()
}

/// The most that the heads of the rows of a table may take.
pub fn widest_head(kinds: &[FieldKind]) -> f32 {
    let columns: Option<f32> = kinds.iter().map(figures).sum();
    columns.map_or(WIDEST_HEAD, |all| (PAGE - all).max(WIDEST_HEAD))
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
fn figures(kind: &FieldKind) -> Option<f32> {
    match kind {
        FieldKind::Siret | FieldKind::Phone => Some(96.0),
        FieldKind::Amount => Some(88.0),
        FieldKind::Number | FieldKind::Date => Some(62.0),
        FieldKind::Line { .. }
        | FieldKind::Block { .. }
        | FieldKind::Email
        | FieldKind::Check
        | FieldKind::Pick(_) => None,
    }
}

fn narrowest(kind: &FieldKind) -> f32 {
    if matches!(kind, FieldKind::Email) { NARROWEST_ADDRESS } else { NARROWEST }
}

/// What a column of words takes of what figures leave.
fn share(kind: &FieldKind) -> f32 {
    if figures(kind).is_some() { 0.0 } else { count(written(kind).unwrap_or(1)).sqrt() }
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
    count(limit) * LETTER * f32::from(points) <= width - EDGE
}

/// The height of a box of so many characters in [`SMALL`] type.
fn high(limit: usize, width: f32) -> f32 {
    // Half a word is lost at the end of each line, and a paragraph ends somewhere in each thousand.
    let letters = ((width - EDGE) / (LETTER * f32::from(SMALL)) - 3.0).max(4.0);
    let lines = (count(limit) / letters).ceil() + count(limit / 1000);
    lines * LEADING + EDGE
}

fn count(number: usize) -> f32 {
    f32::from(u16::try_from(number).unwrap_or(u16::MAX))
}

#[cfg(test)]
mod tests {
    use super::{FieldKind, LINE, ROW, TALLEST, alone, columns, row, wraps};

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
    fn the_columns_of_a_table_are_as_wide_as_it_is() {
        let line = |limit| FieldKind::Line { limit };
        let tables = [
            vec![line(80), FieldKind::Siret, line(60), line(60), FieldKind::Number],
            vec![line(120); 12],
            vec![line(500), line(1), FieldKind::Email],
            (0..24).flat_map(|_| [line(60), FieldKind::Siret]).collect(),
        ];
        for kinds in tables {
            let widths = columns(&kinds, 440.0);
            let all: f32 = widths.iter().sum();
            assert!((all - 440.0).abs() < 0.1, "{widths:?}");
            assert!(widths.iter().all(|width| *width > 0.0), "{widths:?}");
            assert!(row(&kinds, &widths) <= TALLEST);
        }
        // Figures need no more than their own room.
        assert_eq!(columns(&[FieldKind::Number, FieldKind::Number], 440.0), [62.0, 62.0]);
    }

    #[test]
    fn a_row_is_as_high_as_its_longest_cell_asks() {
        let kinds = [FieldKind::Line { limit: 120 }, FieldKind::Number];
        assert!((row(&kinds, &[98.0, 62.0]) - 76.9).abs() < 0.01);
        assert!((row(&kinds, &[500.0, 62.0]) - ROW).abs() < 0.01);
    }
}
