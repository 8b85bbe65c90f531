//! The part of a text that a diagnostic shows: what prints it reads all that it is given, once a diagnostic.

use std::ops::Range;

/// Lines of a text, or letters of one line.
#[derive(Debug, PartialEq, Eq)]
pub struct Window<'t> {
    pub text: &'t str,
    /// The number of its first line, from 1.
    pub line: usize,
    /// What is shown of the place, in `text`.
    pub place: Range<usize>,
    /// Where the place begins in its line, from 1, when `text` is not whole lines.
    pub column: Option<usize>,
}

/// Lines are shown whole up to so many bytes, with those before and after.
const LONGEST: usize = 16 * 1024;

/// More than a terminal shows on each side of a place.
const AROUND: usize = 512;

impl<'t> Window<'t> {
    /// What to show around `place`.
    pub fn of(text: &'t str, place: Range<usize>) -> Self {
        let start = place.start.min(text.len());
        let end = place.end.clamp(start, text.len());
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let first = text[..line_start.saturating_sub(1)].rfind('\n').map_or(0, |at| at + 1);
        let mut ends = text[end..].match_indices('\n').map(|(at, _)| end + at + 1);
        let last = ends.by_ref().take(2).last().unwrap_or(text.len());
        if last - first <= LONGEST {
            return Self::cut(text, first..last, start..end, None);
        }
        let after = text.ceil_char_boundary(start + AROUND);
        let after = text[start..after].find('\n').map_or(after, |at| start + at);
        let before = line_start.max(text.floor_char_boundary(start.saturating_sub(AROUND)));
        let column = 1 + text[line_start..start].chars().count();
        Self::cut(text, before..after, start..end.min(after), Some(column))
    }

    fn cut(text: &'t str, shown: Range<usize>, place: Range<usize>, column: Option<usize>) -> Self {
        let line = 1 + text[..shown.start].matches('\n').count();
        let place = place.start - shown.start..place.end - shown.start;
        Self { text: &text[shown], line, place, column }
    }
}

#[cfg(test)]
mod tests {
    use super::{AROUND, LONGEST, Window};

    #[test]
    fn short_lines_are_shown_whole_with_their_neighbours() {
        let window = Window::of("a\nb\ncé d\ne\nf\n", 8..9);
        let expected = Window { text: "b\ncé d\ne\n", line: 2, place: 6..7, column: None };
        assert_eq!(window, expected);
        let last = Window::of("a\nb\n", 4..4);
        assert_eq!(last, Window { text: "b\n", line: 2, place: 2..2, column: None });
    }

    #[test]
    fn of_a_long_line_only_what_is_near_is_shown_and_the_column_stays_true() {
        let text = format!("a\n{}faute{}\nb\n", "é".repeat(LONGEST), "è".repeat(LONGEST));
        let start = text.find("faute").expect("there");
        let window = Window::of(&text, start..start + 5);
        assert_eq!(&window.text[window.place], "faute");
        assert_eq!((window.line, window.column), (2, Some(LONGEST + 1)));
    }

    #[test]
    fn what_is_shown_is_bounded_however_long_the_place_is() {
        let long = "é".repeat(LONGEST);
        let lines = "é\n".repeat(LONGEST);
        for text in [format!("a\n{long}\nb"), format!("{lines}{long}{lines}"), lines, long] {
            let starts = (0..text.len()).step_by(997).filter(|at| text.is_char_boundary(*at));
            for start in starts {
                for end in [start, text.len()] {
                    let window = Window::of(&text, start..end);
                    assert!(window.text.len() <= LONGEST.max(2 * AROUND + 8), "{start} {end}");
                    assert!(window.text.get(window.place).is_some(), "{start} {end}");
                }
            }
        }
    }
}
