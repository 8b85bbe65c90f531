//! Boxes that are ticked by a mark: drawn by a program, or typed in the place of the box or beside it.

use super::text::is_blank;
use crate::model::questionnaire::{Asked, Field};

const TICKED: &str = "☒☑✓✔✗✘✕✖×⊠☓✅❌🗹🗷🗵🗸■⬛◼";
const EMPTY: &str = "☐□▢◻⬜❏❑▫";
/// What a box that is not ticked is worth in forms, in small letters.
const NONE: [&str; 5] = ["off", "non", "no", "false", "0"];

/// Whether words begin with the mark of a ticked box, or with an empty box; nothing where neither is.
pub fn begun(words: &str) -> Option<bool> {
    let mut found = None;
    let mut rest = words.trim_start_matches(is_between);
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        let is_word = rest.starts_with(|next: char| next.is_alphanumeric() || next == '’');
        if TICKED.contains(c) || matches!(c, 'x' | 'X') && !is_word {
            return Some(true);
        }
        if !EMPTY.contains(c) {
            break;
        }
        found = Some(false);
        rest = rest.trim_start_matches(is_between);
    }
    found
}

/// Whether a line that begins with a number, perhaps, then with a mark, is ticked; nothing where no mark stands.
pub fn before(line: &str) -> Option<bool> {
    let number = |c: char| is_between(c) || c.is_ascii_digit() || c == '.';
    begun(line.trim_start_matches(number))
}

/// Whether the line of a box has the mark before its label, after its number.
pub fn is_marked(line: &str, question: &Asked, field: &Field) -> bool {
    let own = field.label.strip_prefix(question.label.as_str());
    let own = own.and_then(|own| own.strip_prefix(", ")).unwrap_or(&field.label);
    let before = line.find(own).map_or(line, |at| &line[..at]);
    let unnumbered = before.trim_start_matches(is_between).strip_prefix(question.number.as_str());
    begun(unnumbered.unwrap_or(before)) == Some(true)
}

/// Whether a form that holds these words for a box says that it is ticked.
pub fn is_said(words: &str) -> bool {
    let is_none = || words.is_empty() || NONE.contains(&words.to_lowercase().as_str());
    begun(words).unwrap_or_else(|| !is_none())
}

/// Whether a word is only the mark of a box, ticked or not.
pub fn is_mark(word: &str) -> bool {
    let is_of_mark = |c: char| TICKED.contains(c) || EMPTY.contains(c) || is_between(c);
    matches!(word, "x" | "X") || word.chars().all(is_of_mark)
}

/// What may stand before a mark, or between two.
fn is_between(c: char) -> bool {
    is_blank(c) || matches!(c, '[' | ']' | '(' | ')' | '\u{fe0e}' | '\u{fe0f}')
}

#[cfg(test)]
mod tests {
    use super::{begun, is_said};

    fn check(words: &str, expected: Option<bool>) {
        assert_eq!(begun(words), expected, "{words}");
    }

    #[test]
    fn marks_tick() {
        for mark in ["☒", "☑", "✓", "✔", "✔\u{fe0f}", "x", "X", "×", "[x]", "( X )"] {
            check(mark, Some(true));
            check(&format!("\t{mark}\tÊtre prêt"), Some(true));
            check(&format!("☐ {mark} Être prêt"), Some(true));
            check(&format!("{mark}☐ Être prêt"), Some(true));
        }
    }

    #[test]
    fn empty_boxes_do_not() {
        for words in ["☐", "□", " ☐ Être prêt", "☐ Xérès", "☐ un x"] {
            check(words, Some(false));
        }
    }

    #[test]
    fn words_are_no_mark() {
        for words in ["", " ", "Xérès", "x’est", "x2", "[ ]", "Être ✓"] {
            check(words, None);
        }
    }

    #[test]
    fn what_forms_say_is_known() {
        for (words, expected) in
            [("Oui", true), ("1", true), ("X", true), ("Off", false), ("Non", false), ("☐", false)]
        {
            assert_eq!(is_said(words), expected, "{words}");
        }
        assert!(!is_said(""));
    }
}
