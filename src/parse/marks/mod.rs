//! What looks like a mark that did not work, said at its place before anything is rendered.
//!
//! Fed by a text and by what the parser made of it, so that code, links that work and escapes are respected. A mark that
//! is published as it was typed is a warning; words that would be lost, or an address that would be dead, are errors.

mod blocks;
mod braces;
mod brackets;
mod field;
mod found;
mod head;
mod html;
mod lines;
mod lists;
mod pairs;
mod plain;
mod plus;
#[cfg(test)]
mod tests;

use std::ops::Range;

use pulldown_cmark::{Event, Options};

use super::located::Located;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::letters;
use found::Found;

pub use lists::read as lists;

/// What every text is parsed with.
pub const OPTIONS: Options =
    Options::ENABLE_TABLES.union(Options::ENABLE_FOOTNOTES).union(Options::ENABLE_GFM);

/// What the parser made of a text.
pub struct Parsed<'e, 't> {
    pub events: &'e [(Event<'t>, Range<usize>)],
    /// The definitions of links, by their label.
    pub definitions: &'e [(String, Range<usize>)],
    /// Whether documents show it too.
    pub in_documents: bool,
    /// Whether headings open the sections of a call.
    pub sections: bool,
}

/// Says what would be published otherwise than it was typed.
pub fn check(diagnostics: &mut Diagnostics, text: &Located<'_>, parsed: &Parsed<'_, '_>) {
    let found = &mut Found::new(diagnostics, text);
    html::check(found, parsed.events);
    blocks::check(found, parsed.events, parsed.definitions);
    plus::check(found, parsed.events);
    if parsed.in_documents {
        say_missing_letters(found);
    }
    let plain = plain::plain(text.text, parsed.events);
    for leaf in &plain.leaves {
        pairs::check(found, &plain, leaf);
        braces::check(found, &plain, leaf);
        brackets::check(found, &plain, leaf);
        lines::check(found, &plain, leaf, parsed.sections);
    }
}

/// The same of a title or a label, in which no mark works.
pub fn check_field(diagnostics: &mut Diagnostics, text: &Located<'_>) {
    let found = &mut Found::new(diagnostics, text);
    say_missing_letters(found);
    field::check(found);
}

/// Says once in a text that PDF files cannot show all of it.
fn say_missing_letters(found: &mut Found<'_, '_>) {
    let text = found.text.text;
    if let Some((start, missing)) = letters::missing(text) {
        let length = text[start..].chars().next().map_or(0, char::len_utf8);
        let place = found.text.at(start..start + length);
        let warning = Diagnostic::new(Code::MissingLetter, place);
        found.say(warning.with("lettres", missing));
    }
}
