//! Words as they are kept: lines end one way, nothing invisible stays, blank ends go.

use crate::model::excerpt::first_letters;
use crate::model::web;

/// Words of a file: one kind of line end, no control character, no blank at either end.
pub fn tidy(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}', '\u{b}'], "\n");
    let text: String =
        text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    text.trim_matches(is_blank).to_owned()
}

/// Of which an empty place may be made.
pub fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}')
}

/// What is seen of a text of one line; `None` for one of several.
pub fn shown(text: &str) -> Option<String> {
    let is_one = !text.contains(['\n', '\t']);
    is_one.then(|| text.chars().filter(|c| !web::is_hidden(*c)).collect())
}

/// The beginning of words that a message quotes, on one line.
pub fn excerpt(text: &str) -> String {
    beginning(text, 60)
}

/// More of words that stand nowhere but in the message that quotes them.
pub fn quoted(text: &str) -> String {
    beginning(text, 300)
}

fn beginning(text: &str, longest: usize) -> String {
    let line = text.chars().take(longest + 1).map(|c| if c.is_control() { ' ' } else { c });
    first_letters(&line.collect::<String>(), longest).into_owned()
}

#[cfg(test)]
mod tests {
    use super::{excerpt, tidy};

    fn check(text: &str, expected: &str) {
        assert_eq!(tidy(text), expected);
    }

    #[test]
    fn lines_end_one_way_and_blank_ends_go() {
        check("\u{a0}a \r\nb\rc\u{2028}d\n\n", "a \nb\nc\nd");
        check("a\u{0}\u{7}b\tc", "ab\tc");
        check(" \u{200b}\n\t", "");
    }

    #[test]
    fn a_quotation_is_short_and_on_one_line() {
        assert_eq!(excerpt("a\nb"), "a b");
        assert_eq!(excerpt(&"é".repeat(70)), format!("{}…", "é".repeat(60)));
    }
}
