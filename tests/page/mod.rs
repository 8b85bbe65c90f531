//! What a reader, or a robot, sees in a built page.

#![allow(dead_code, reason = "each test takes what it needs")]

use std::collections::BTreeMap;

use canevas::pipeline::Build;

/// The pages of a build, and its other files, by address.
pub fn texts(build: &Build) -> BTreeMap<&str, &str> {
    let texts = build.artifacts.iter().filter_map(|artifact| {
        let text = std::str::from_utf8(&artifact.bytes).ok()?;
        Some((artifact.address.as_str(), text))
    });
    texts.collect()
}

/// A start tag, with its attributes.
#[derive(Debug)]
pub struct Tag {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
}

impl Tag {
    /// The value of an attribute, or nothing.
    pub fn get(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }
}

/// The start tags of a page. Attributes are between double quotes, as our templates write them.
pub fn tags(html: &str) -> Vec<Tag> {
    let starts = html.split('<').skip(1).filter(|rest| rest.starts_with(char::is_alphabetic));
    starts.map(|rest| tag(rest.split('>').next().unwrap_or_default())).collect()
}

fn tag(inside: &str) -> Tag {
    let (name, mut rest) = inside.split_once(' ').unwrap_or((inside, ""));
    let mut attributes = BTreeMap::new();
    while let Some((name, after)) = rest.split_once("=\"") {
        let (value, after) = after.split_once('"').unwrap_or((after, ""));
        attributes.insert(name.trim().to_owned(), unescape(value));
        rest = after;
    }
    Tag { name: name.to_owned(), attributes }
}

/// The `<main>` of a page.
pub fn main_of(html: &str) -> &str {
    let start = html.find("<main").expect("every page has a main part");
    let end = html.rfind("</main>").expect("every page has a main part");
    &html[start..end]
}

/// The words of a page, as they are typeset.
pub fn words(html: &str) -> String {
    let parts = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    let text: String = parts.collect();
    unescape(&text)
}

/// The words of a page on one line, with plain spaces and apostrophes, in lower case.
pub fn plain(html: &str) -> String {
    let words = words(html).replace('’', "'").to_lowercase();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn unescape(text: &str) -> String {
    let entities = [
        ("&nbsp;", "\u{a0}"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&#x2F;", "/"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
    ];
    entities.iter().fold(text.to_owned(), |text, (name, sign)| text.replace(name, sign))
}
