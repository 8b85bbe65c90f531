//! Words and numbers of a dossier, within what its files can show or hold.

use std::ops::RangeInclusive;

use super::reader::Reader;
use super::record::Record;
use super::yaml::{Node, Value};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::id::{Lang, Slug};
use crate::model::localized::Localized;
use crate::model::prose::Prose;
use crate::model::source::Spanned;

/// The most characters of a text where files print it.
const TEXT: usize = 3000;

/// Words in several languages, of at most so many characters.
pub fn words<'s>(
    r: &mut Reader<'_, 's>,
    node: &Node<'s>,
    most: usize,
) -> Option<Localized<String>> {
    let words = r.localized(node)?;
    for (lang, text) in words.iter() {
        say_if_long(r, spoken(node, lang), text.chars().count(), most);
    }
    Some(words)
}

/// Markdown in several languages, of at most [`TEXT`] characters.
pub fn help<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<Localized<Prose>> {
    let help = r.localized_prose(node)?;
    for (lang, _) in help.iter() {
        let spoken = spoken(node, lang);
        if let Value::Scalar(text) = &spoken.value {
            say_if_long(r, spoken, text.chars().count(), TEXT);
        }
    }
    Some(help)
}

/// The words of one language, in a text of several or of one.
fn spoken<'n, 's>(node: &'n Node<'s>, lang: &Lang) -> &'n Node<'s> {
    let Value::Map(entries) = &node.value else { return node };
    let own = entries.iter().find(|entry| entry.key == lang.as_str());
    own.map_or(node, |entry| &entry.node)
}

fn say_if_long(r: &mut Reader<'_, '_>, node: &Node<'_>, length: usize, most: usize) {
    if length > most {
        let long = Diagnostic::new(Code::TooLong, node.span).with("longueur", length);
        r.push(long.with("limite", most).with("lieu", "dossier"));
    }
}

/// A whole number under `key`, within `bounds`.
pub fn count<'s>(
    r: &mut Reader<'_, 's>,
    fields: &mut Record<'_, 's>,
    key: &'static str,
    bounds: RangeInclusive<usize>,
) -> Option<usize> {
    fields.optional(r, key, |r, node| within(r, node, key, bounds))
}

/// A whole number within `bounds`, said with its `key` where it is not.
pub fn within<'s>(
    r: &mut Reader<'_, 's>,
    node: &Node<'s>,
    key: &'static str,
    bounds: RangeInclusive<usize>,
) -> Option<usize> {
    let number = r.number(node)?;
    let whole = number.to_string().parse::<usize>().ok().filter(|number| bounds.contains(number));
    if whole.is_none() {
        let outside = Diagnostic::new(Code::LimitOutOfBounds, node.span).with("cle", key);
        let outside = outside.with("valeur", number);
        r.push(outside.with("min", bounds.start()).with("max", bounds.end()));
    }
    whole
}

/// An identifier with its place.
pub fn spanned_slug<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<Spanned<Slug>> {
    r.slug(node).map(|slug| Spanned::new(slug, node.span))
}
