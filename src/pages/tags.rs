//! Markup as its pieces: what a template writes is well formed, and what is not is text.

/// A piece of markup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece<'h> {
    Text(&'h str),
    Open(Tag<'h>),
    /// The name of the element that ends.
    Close(&'h str),
    /// A comment or a declaration.
    Aside(&'h str),
}

/// The beginning of an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag<'h> {
    pub name: &'h str,
    /// Values are as they are written, without their quotation marks.
    pub attributes: Vec<(&'h str, Option<&'h str>)>,
    /// Written `<name/>`.
    pub closed: bool,
}

/// Elements that nothing closes.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

impl<'h> Tag<'h> {
    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&'h str> {
        self.attributes.iter().find(|(known, _)| *known == name).and_then(|(_, value)| *value)
    }

    /// Whether an end is to come.
    pub fn has_content(&self) -> bool {
        !self.closed && !VOID.contains(&self.name)
    }
}

/// The pieces of `html`, in order.
pub struct Pieces<'h> {
    rest: &'h str,
    /// The element whose content is not markup, once it is open.
    raw: Option<&'h str>,
}

impl<'h> Pieces<'h> {
    pub fn of(html: &'h str) -> Self {
        Self { rest: html, raw: None }
    }

    /// What is left to read.
    pub fn rest(&self) -> &'h str {
        self.rest
    }

    fn take(&mut self, length: usize) -> &'h str {
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }

    /// The content of a script or of a style sheet.
    fn raw(&mut self, name: &str) -> &'h str {
        let ends = |at: usize| {
            let after = self.rest[at + 2..].get(..name.len());
            after.is_some_and(|after| after.eq_ignore_ascii_case(name))
        };
        let end = self.rest.match_indices("</").map(|(at, _)| at).find(|at| ends(*at));
        self.take(end.unwrap_or(self.rest.len()))
    }

    /// What begins with `<`. `None` when it is no markup; what does not end is text to the last letter.
    fn markup(&mut self) -> Option<Piece<'h>> {
        let rest = self.rest;
        if rest.starts_with("<!--") {
            let end = rest.find("-->").map_or(rest.len(), |at| at + 3);
            return Some(Piece::Aside(self.take(end)));
        }
        if rest.starts_with("<!") {
            let end = rest.find('>').map_or(rest.len(), |at| at + 1);
            return Some(Piece::Aside(self.take(end)));
        }
        if let Some(after) = rest.strip_prefix("</") {
            let Some((name, rest)) = after.split_once('>') else {
                return Some(Piece::Text(self.take(rest.len())));
            };
            self.rest = rest;
            return Some(Piece::Close(name.trim_ascii()));
        }
        if !rest[1..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let Some((tag, rest)) = opening(&rest[1..]) else {
            return Some(Piece::Text(self.take(rest.len())));
        };
        self.rest = rest;
        self.raw = Some(tag.name).filter(|name| ["script", "style"].contains(name));
        Some(Piece::Open(tag))
    }
}

impl<'h> Iterator for Pieces<'h> {
    type Item = Piece<'h>;

    fn next(&mut self) -> Option<Piece<'h>> {
        if let Some(name) = self.raw.take() {
            return Some(Piece::Text(self.raw(name)));
        }
        if self.rest.is_empty() {
            return None;
        }
        if self.rest.starts_with('<')
            && let Some(piece) = self.markup()
        {
            return Some(piece);
        }
        let sign = usize::from(self.rest.starts_with('<'));
        let end = self.rest[sign..].find('<').map_or(self.rest.len(), |at| at + sign);
        Some(Piece::Text(self.take(end)))
    }
}

/// Reads a tag after its `<`, and gives what follows it.
fn opening(text: &str) -> Option<(Tag<'_>, &str)> {
    let end = text.find(|c: char| c.is_ascii_whitespace() || c == '/' || c == '>')?;
    let (name, mut rest) = text.split_at(end);
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_ascii_start();
        if let Some(after) = rest.strip_prefix("/>") {
            return Some((Tag { name, attributes, closed: true }, after));
        }
        if let Some(after) = rest.strip_prefix('>') {
            return Some((Tag { name, attributes, closed: false }, after));
        }
        let (attribute, after) = attribute(rest)?;
        attributes.push(attribute);
        rest = after;
    }
}

/// Reads an attribute, and gives what follows it.
fn attribute(text: &str) -> Option<((&str, Option<&str>), &str)> {
    let is_end = |c: char| c.is_ascii_whitespace() || ['=', '>', '/'].contains(&c);
    // A stray sign is a name of its own, so that reading goes on.
    let end = text.char_indices().find(|(at, c)| *at > 0 && is_end(*c)).map(|(at, _)| at)?;
    let (name, rest) = text.split_at(end);
    let Some(value) = rest.trim_ascii_start().strip_prefix('=') else {
        return Some(((name, None), rest));
    };
    let value = value.trim_ascii_start();
    let quote = value.chars().next().filter(|c| ['"', '\''].contains(c));
    match quote {
        Some(quote) => {
            let (value, rest) = value[1..].split_once(quote)?;
            Some(((name, Some(value)), rest))
        }
        None => {
            let end = value.find(|c: char| c.is_ascii_whitespace() || c == '>')?;
            Some(((name, Some(&value[..end])), &value[end..]))
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Piece, Pieces};

    /// The pieces, each on a line.
    fn check(html: &str, expected: &[&str]) {
        let shown = Pieces::of(html).map(|piece| match piece {
            Piece::Text(text) => format!("text {text}"),
            Piece::Close(name) => format!("close {name}"),
            Piece::Aside(text) => format!("aside {text}"),
            Piece::Open(tag) => {
                let mut line = vec!["open".to_owned(), tag.name.to_owned()];
                let shown = |(name, value): &(&str, Option<&str>)| {
                    format!("{name}={}", value.unwrap_or("-"))
                };
                line.extend(tag.attributes.iter().map(shown));
                line.extend(tag.closed.then(|| "/".to_owned()));
                line.join(" ")
            }
        });
        assert_eq!(shown.collect::<Vec<_>>(), expected, "{html}");
    }

    #[test]
    fn markup_is_read_as_browsers_do() {
        check("é<p>à</p>", &["text é", "open p", "text à", "close p"]);
        check("<a href='x y' hidden class=b>", &["open a href=x y hidden=- class=b"]);
        check("<rect x=\"1\"/>", &["open rect x=1 /"]);
        check("<p\n  id = \"a>b\" >", &["open p id=a>b"]);
        check("<!-- <p> --><!DOCTYPE html>", &["aside <!-- <p> -->", "aside <!DOCTYPE html>"]);
        check("<script>a < b</script>c", &["open script", "text a < b", "close script", "text c"]);
        check("1 < 2 <é", &["text 1 ", "text < 2 ", "text <é"]);
        check("<a href=\"x", &["text <a href=\"x"]);
        check("</p", &["text </p"]);
        check("<>", &["text <>"]);
    }

    proptest! {
        #[test]
        fn whatever_is_read_ends_and_loses_nothing(html in "(<|>|/|!|-|=|\"|'| |a|é|</|<!--|-->|<script|style){0,60}") {
            let mut pieces = Pieces::of(&html);
            let mut read = String::new();
            loop {
                let before = pieces.rest();
                if pieces.next().is_none() {
                    break;
                }
                read.push_str(&before[..before.len() - pieces.rest().len()]);
            }
            prop_assert_eq!(read, html);
        }
    }
}
