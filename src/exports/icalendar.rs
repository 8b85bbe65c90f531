//! The text of iCalendar (RFC 5545): lines folded at 75 octets that end in CRLF, and escaped values.

use crate::model::id::Lang;

/// The most octets of a line, its end not counted (3.1).
const WIDTH: usize = 75;

/// Content lines, one after the other.
#[derive(Default)]
pub struct Lines {
    out: String,
}

impl Lines {
    /// A line whose value needs no escaping: a name, a date, an address.
    pub fn line(&mut self, name: &str, value: &str) {
        fold(&format!("{name}:{value}"), &mut self.out);
    }

    /// Words that belong to no language.
    pub fn text(&mut self, name: &str, text: &str) {
        self.line(name, &escape(text));
    }

    /// Words of a language.
    pub fn text_in(&mut self, name: &str, lang: &Lang, text: &str) {
        self.line(&format!("{name};LANGUAGE={lang}"), &escape(text));
    }

    /// Lines that are written already.
    pub fn written(&mut self, lines: &str) {
        self.out.push_str(lines);
    }

    /// Everything written so far, as text.
    pub fn into_text(self) -> String {
        self.out
    }

    /// Everything written so far.
    pub fn into_bytes(self) -> Vec<u8> {
        self.out.into_bytes()
    }
}

/// Escapes words (3.3.11). Control characters have no place in them.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => escaped.push_str("\\n"),
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\t' => escaped.push(' '),
            _ if c.is_control() => {}
            _ => escaped.push(c),
        }
    }
    escaped
}

/// Writes a line, cut so that no part is longer than [`WIDTH`] and no character is cut in two.
fn fold(line: &str, out: &mut String) {
    let mut rest = line;
    let mut room = WIDTH;
    while rest.len() > room {
        let (part, after) = rest.split_at(rest.floor_char_boundary(room));
        out.push_str(part);
        out.push_str("\r\n ");
        rest = after;
        // The space that opens a continuation counts.
        room = WIDTH - 1;
    }
    out.push_str(rest);
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, any, proptest};

    use super::{Lines, WIDTH, escape, fold};

    fn folded(line: &str) -> String {
        let mut out = String::new();
        fold(line, &mut out);
        out
    }

    #[test]
    fn a_line_is_cut_at_75_octets_between_characters() {
        assert_eq!(folded(&"a".repeat(75)), format!("{}\r\n", "a".repeat(75)));
        assert_eq!(folded(&"a".repeat(76)), format!("{}\r\n a\r\n", "a".repeat(75)));
        assert_eq!(folded(&"é".repeat(38)), format!("{}\r\n é\r\n", "é".repeat(37)));
    }

    #[test]
    fn words_are_escaped() {
        assert_eq!(escape("a,b;c\\d\ne:\u{7}f\r"), "a\\,b\\;c\\\\d\\ne:f");
        let mut lines = Lines::default();
        lines.text_in("SUMMARY", &crate::model::id::Lang::new("fr").expect("a language"), "a, b");
        assert_eq!(lines.into_bytes(), b"SUMMARY;LANGUAGE=fr:a\\, b\r\n");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn folding_loses_nothing(text in any::<String>()) {
            let escaped = escape(&text);
            let written = folded(&escaped);
            let lines = written.strip_suffix("\r\n").expect("every line ends");
            assert!(lines.split("\r\n").all(|line| line.len() <= WIDTH));
            assert_eq!(lines.replace("\r\n ", ""), escaped);
        }
    }
}
