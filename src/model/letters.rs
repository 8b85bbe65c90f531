//! The letters that PDF files can show: those of their typeface, `DejaVu Sans Condensed`.
//!
//! Known in every build, with or without the typesetter, so that `check` says the same thing everywhere.

use std::sync::LazyLock;

/// The runs of letters of the typeface, in hexadecimal and in order.
static RUNS: LazyLock<Vec<(u32, u32)>> = LazyLock::new(|| {
    let number = |digits: &str| u32::from_str_radix(digits, 16).expect("a table of ours");
    let runs = include_str!("letters.txt").split_whitespace();
    runs.map(|run| run.split_once('-').unwrap_or((run, run)))
        .map(|(first, last)| (number(first), number(last)))
        .collect()
});

/// What becomes of a letter in a PDF file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// It is drawn.
    Drawn,
    /// It has no shape of its own: a joiner, a direction, a variant. No font has them all.
    Invisible,
    /// A box stands for it.
    Missing,
}

/// What becomes of `letter`.
pub fn shape(letter: char) -> Shape {
    match letter {
        // Most texts hold nothing else.
        ' '..='~' | '\u{a0}'..='\u{24f}' => Shape::Drawn,
        '\0'..='\u{1f}'
        | '\u{7f}'..='\u{9f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' => Shape::Invisible,
        // Of no one's alphabet, whatever the font.
        '\u{e000}'..='\u{f8ff}' => Shape::Missing,
        _ => {
            let code = u32::from(letter);
            let next = RUNS.partition_point(|(first, _)| *first <= code);
            let known = next.checked_sub(1).is_some_and(|run| code <= RUNS[run].1);
            if known { Shape::Drawn } else { Shape::Missing }
        }
    }
}

/// The letters of `text` that PDF files cannot show, each once, and where the first is.
pub fn missing(text: &str) -> Option<(usize, String)> {
    let is_missing = |c: &char| shape(*c) == Shape::Missing;
    let (first, _) = text.char_indices().find(|(_, c)| is_missing(c))?;
    let mut letters = String::new();
    for letter in text[first..].chars().filter(is_missing) {
        if !letters.contains(letter) {
            letters.push(letter);
        }
        if letters.chars().count() >= MOST {
            break;
        }
    }
    Some((first, letters))
}

/// As many as a message quotes.
const MOST: usize = 10;

#[cfg(test)]
mod tests {
    use super::{Shape, missing, shape};

    #[test]
    fn letters_of_many_alphabets() {
        for letter in "aé’…œ€→☐✓Ωжאب№½²ﬁ".chars() {
            assert_eq!(shape(letter), Shape::Drawn, "{letter}");
        }
        for letter in "中かह한📞\u{e000}".chars() {
            assert_eq!(shape(letter), Shape::Missing, "{letter}");
        }
        for letter in "\u{200b}\u{fe0f}\n".chars() {
            assert_eq!(shape(letter), Shape::Invisible, "{letter:?}");
        }
    }

    #[test]
    fn missing_letters_are_quoted_once() {
        assert_eq!(missing("Tél. 📞 : 中文中"), Some((6, "📞中文".to_owned())));
        assert_eq!(missing("Tél. ✓"), None);
    }
}
