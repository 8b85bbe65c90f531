//! XML as it is written: elements that close themselves, text that is always escaped.
//!
//! An element's content is a closure, so what is opened is closed, and no call takes markup: what a team typed cannot
//! become an element. Characters that XML 1.0 forbids are left out.

use crate::model::xml::is_allowed;

/// The attributes of an element, in the order in which they are written.
pub type Attributes<'a> = &'a [(&'a str, &'a str)];

/// XML being written.
#[derive(Debug, Default)]
pub struct Xml {
    text: String,
}

impl Xml {
    /// A whole document, in UTF-8.
    pub fn document(
        root: &str,
        attributes: Attributes<'_>,
        content: impl FnOnce(&mut Self),
    ) -> Vec<u8> {
        let text = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".to_owned();
        let mut xml = Self { text };
        xml.element(root, attributes, content);
        xml.text.into_bytes()
    }

    /// An element with what `content` writes in it.
    pub fn element(
        &mut self,
        name: &str,
        attributes: Attributes<'_>,
        content: impl FnOnce(&mut Self),
    ) {
        self.start(name, attributes);
        content(self);
        self.end(name);
    }

    /// The start of an element, for a writer whose closures hold more than XML.
    pub fn start(&mut self, name: &str, attributes: Attributes<'_>) {
        self.open(name, attributes);
        self.text.push('>');
    }

    /// The end of the element that was started last.
    pub fn end(&mut self, name: &str) {
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push('>');
    }

    /// An element that holds only `text`.
    pub fn leaf(&mut self, name: &str, attributes: Attributes<'_>, text: &str) {
        self.element(name, attributes, |xml| xml.text(text));
    }

    /// What was written apart.
    pub fn include(&mut self, written: &Self) {
        self.text.push_str(&written.text);
    }

    /// An element without content.
    pub fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        self.open(name, attributes);
        self.text.push_str("/>");
    }

    /// Words.
    pub fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                _ if is_allowed(c) => self.text.push(c),
                _ => {}
            }
        }
    }

    fn open(&mut self, name: &str, attributes: Attributes<'_>) {
        self.text.push('<');
        self.text.push_str(name);
        for (name, value) in attributes {
            self.text.push(' ');
            self.text.push_str(name);
            self.text.push_str("=\"");
            self.value(value);
            self.text.push('"');
        }
    }

    /// A reader turns a line break of an attribute into a space, unless it is a reference.
    fn value(&mut self, value: &str) {
        for c in value.chars() {
            match c {
                '"' => self.text.push_str("&quot;"),
                '\n' => self.text.push_str("&#10;"),
                '\t' => self.text.push_str("&#9;"),
                _ => self.text(c.encode_utf8(&mut [0; 4])),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Xml;

    fn check(write: impl FnOnce(&mut Xml), expected: &str) {
        let mut xml = Xml::default();
        write(&mut xml);
        assert_eq!(xml.text, expected);
    }

    #[test]
    fn elements_close_themselves() {
        check(
            |xml| {
                xml.element("p", &[("a", "1"), ("b", "2")], |xml| {
                    xml.text("x");
                    xml.empty("br", &[]);
                    xml.leaf("b", &[], "y");
                });
            },
            "<p a=\"1\" b=\"2\">x<br/><b>y</b></p>",
        );
    }

    #[test]
    fn words_are_never_markup() {
        check(|xml| xml.text("<b>&\u{0}\u{b}\r\"œ€\u{ffff}"), "&lt;b&gt;&amp;\"œ€");
        check(|xml| xml.empty("p", &[("a", "<\"&\n'")]), "<p a=\"&lt;&quot;&amp;&#10;'\"/>");
    }

    #[test]
    fn a_document_says_its_encoding() {
        let document = Xml::document("r", &[], |xml| xml.text("é"));
        let expected = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<r>é</r>";
        assert_eq!(String::from_utf8(document).expect("UTF-8"), expected);
    }
}
