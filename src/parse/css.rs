//! Where a style sheet names other files: `url(…)`, and the text of `@import`.
//!
//! Only what hides such a name is understood: comments, strings, and the words that a parenthesis follows.

use std::ops::Range;

/// The places of the addresses in a style sheet, in order.
pub fn addresses(sheet: &str) -> Vec<Range<usize>> {
    let mut reader = Reader { bytes: sheet.as_bytes(), at: 0 };
    let mut found = Vec::new();
    let mut is_import = false;
    while let Some(byte) = reader.next() {
        match byte {
            b'/' if reader.comes(b"*") => reader.skip_comment(),
            b'"' | b'\'' => {
                let text = reader.string(byte);
                found.extend(is_import.then_some(text));
                is_import = false;
            }
            b'@' => is_import = reader.word().eq_ignore_ascii_case(b"import"),
            b'\\' => reader.at += 1,
            byte if is_name(byte) => {
                reader.at -= 1;
                let is_url = reader.word().eq_ignore_ascii_case(b"url") && reader.comes(b"(");
                found.extend(is_url.then(|| reader.url()));
                is_import = false;
            }
            byte if byte.is_ascii_whitespace() => {}
            _ => is_import = false,
        }
    }
    found
}

struct Reader<'s> {
    bytes: &'s [u8],
    at: usize,
}

impl<'s> Reader<'s> {
    fn next(&mut self) -> Option<u8> {
        let byte = self.bytes.get(self.at).copied()?;
        self.at += 1;
        Some(byte)
    }

    fn comes(&self, text: &[u8]) -> bool {
        self.bytes.get(self.at..).is_some_and(|rest| rest.starts_with(text))
    }

    fn skip_comment(&mut self) {
        self.at += 1;
        while self.next().is_some_and(|byte| byte != b'*' || !self.comes(b"/")) {}
        self.at += 1;
    }

    /// Letters, digits and hyphens from here.
    fn word(&mut self) -> &'s [u8] {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let length = rest.iter().take_while(|byte| is_name(**byte)).count();
        self.at += length;
        &rest[..length]
    }

    /// What stands between quotes, of which the first is passed. A line ends what nobody has closed.
    fn string(&mut self, quote: u8) -> Range<usize> {
        let start = self.at;
        while let Some(byte) = self.next() {
            match byte {
                b'\\' => self.at += 1,
                b'\n' => break,
                byte if byte == quote => return start..self.at - 1,
                _ => {}
            }
        }
        start..start
    }

    /// What stands between the parentheses of a `url`, with or without quotes.
    fn url(&mut self) -> Range<usize> {
        self.at += 1;
        self.skip_spaces();
        if let Some(quote @ (b'"' | b'\'')) = self.bytes.get(self.at).copied() {
            self.at += 1;
            return self.string(quote);
        }
        let start = self.at;
        while self.bytes.get(self.at).is_some_and(|b| *b != b')' && !b.is_ascii_whitespace()) {
            self.at += 1;
        }
        start..self.at
    }

    fn skip_spaces(&mut self) {
        while self.bytes.get(self.at).is_some_and(u8::is_ascii_whitespace) {
            self.at += 1;
        }
    }
}

/// Whether a byte is part of a name; what is not ASCII is.
fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_' || !byte.is_ascii()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::addresses;

    fn found(sheet: &str) -> Vec<&str> {
        addresses(sheet).into_iter().map(|place| &sheet[place]).collect()
    }

    #[test]
    fn every_way_to_name_a_file_is_found() {
        let sheet = r#"@import "a.css"; @IMPORT /* non */ url( 'b.css' ) screen;
            p { background: URL(c.svg#x), url("d e.png") ; src: url(f.woff2?v=1) format("woff2") }"#;
        assert_eq!(found(sheet), ["a.css", "b.css", "c.svg#x", "d e.png", "f.woff2?v=1"]);
    }

    #[test]
    fn what_names_no_file_is_left() {
        for sheet in [
            "/* url(a.png) @import 'b.css' */",
            "p::before { content: \"url(a.png)\" }",
            "p::before { content: 'a\\'url(b.png)' }",
            "curl(a.png) { my-url: x } .url { color: red }",
            "@media print { p::after { content: \"a.css\" } }",
            "@import",
            "/* url(a.png)",
        ] {
            assert_eq!(found(sheet), [""; 0], "{sheet}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_to_its_end(sheet in "(url\\(|@import|[\"'()\\\\/*\\n é]|[a-z]{1,3}){0,40}") {
            for place in addresses(&sheet) {
                prop_assert!(sheet.is_char_boundary(place.start) && sheet.is_char_boundary(place.end));
            }
        }
    }
}
