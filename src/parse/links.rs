//! Where a link leads, as far as it can be vouched for without the rest of the site.

use pulldown_cmark::{LinkType, Tag};

use super::{address, redirect};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::composed::composed;
use crate::model::id::Lang;
use crate::model::language;
use crate::model::prose::{Inline, Inlines, Target, each_inline, plain_text};
use crate::model::source::Span;
use crate::model::value::Value;
use crate::model::web::{check_address, is_email, is_web_address};

/// What introduces the language of a passage, in the place of an address.
const LANGUAGE: &str = "lang:";

/// A link, or its words alone when its address is of no form we can vouch for.
pub fn link(diagnostics: &mut Diagnostics, tag: Tag<'_>, span: Span, content: Inlines) -> Inline {
    let Tag::Link { link_type, dest_url, .. } = tag else {
        return Inline::Text(String::new());
    };
    let address = if link_type == LinkType::Email && !dest_url.starts_with("mailto:") {
        format!("mailto:{dest_url}")
    } else {
        dest_url.into_string()
    };
    if leads_nowhere(&address) {
        diagnostics.push(broken("vide", &address, "", span));
    } else if !has_words(&content) {
        diagnostics.push(broken("mots", &address, "", span));
    } else if let Some(tag) = address.strip_prefix(LANGUAGE) {
        return passage(diagnostics, tag, span, content);
    } else if let Some(target) = checked(diagnostics, &address, span) {
        return Inline::Link { target, content, span };
    }
    Inline::Emphasis(content)
}

/// Whether what is written as a link is a passage in another language.
pub fn is_passage(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::Link { dest_url, .. } if dest_url.starts_with(LANGUAGE))
}

/// The language of such a passage, when it is known.
pub fn language(tag: &Tag<'_>) -> Option<Lang> {
    let Tag::Link { dest_url, .. } = tag else { return None };
    language::named(dest_url.strip_prefix(LANGUAGE)?).ok()
}

/// `[dumping](lang:en)`: words in another language.
fn passage(diagnostics: &mut Diagnostics, tag: &str, span: Span, content: Inlines) -> Inline {
    match language::named(tag) {
        Ok(lang) => Inline::Foreign { lang, content },
        Err(meant) => {
            let invalid = Diagnostic::new(Code::InvalidLanguage, span).with("langue", tag);
            diagnostics.push(invalid.with("suggestion", meant));
            Inline::Emphasis(content)
        }
    }
}

/// An address that stands in the text as it is, or its words alone when it is wrong.
pub fn bare(diagnostics: &mut Diagnostics, address: &str, span: Span, words: &str) -> Inline {
    let words = Inline::Text(words.to_owned());
    match checked(diagnostics, address, span) {
        Some(target) => Inline::Link { target, content: vec![words], span },
        None => words,
    }
}

/// Reads the address of a link, or says why we cannot vouch for it.
fn checked(diagnostics: &mut Diagnostics, address: &str, span: Span) -> Option<Target> {
    if let Some(meant) = redirect::meant(address) {
        diagnostics.push(broken("protege", address, &meant, span));
        return None;
    }
    let meant = address::is_meant(address);
    if meant && !address::accept(diagnostics, address, span, check_address(address)) {
        return None;
    }
    let target = target(address);
    if target.is_none() {
        diagnostics.push(broken("forme", address, &suggestion(address), span));
    }
    target
}

/// An address that a mark of Markdown cuts.
pub fn cut(address: &str, span: Span) -> Diagnostic {
    broken("coupee", address, &format!("<{address}>"), span)
}

fn broken(kind: &'static str, address: &str, suggestion: &str, span: Span) -> Diagnostic {
    let broken = Diagnostic::new(Code::BrokenLink, span).with("cible", address);
    broken.with("genre", kind).with("suggestion", suggestion)
}

/// Whether there is no address at all: `[x]()`, `[x](#)`, `[x](page:)`.
fn leads_nowhere(address: &str) -> bool {
    let beginnings = ["page:", "region:", "document:", "mailto:", "tel:", "#"];
    let rest = beginnings.iter().find_map(|beginning| address.strip_prefix(beginning));
    rest.unwrap_or(address).trim().is_empty()
}

/// Whether a reader has anything to follow.
fn has_words(content: &[Inline]) -> bool {
    let mut found = false;
    each_inline(content, &mut |inline| {
        found |= match inline {
            Inline::Text(text) | Inline::Code(text) => !text.trim().is_empty(),
            Inline::Image { .. } | Inline::Value(_) => true,
            _ => false,
        };
    });
    found
}

/// The address that was most likely meant.
fn suggestion(address: &str) -> String {
    if let Some(number) = address.strip_prefix("tel:") {
        let dialled = |c: &char| c.is_ascii_digit() || *c == '+';
        let number: String = number.replace("(0)", "").chars().filter(dialled).collect();
        return if number.is_empty() { number } else { format!("tel:{number}") };
    }
    match address {
        _ if is_email(address) => format!("mailto:{address}"),
        _ if address.starts_with("www.") => format!("https://{address}"),
        _ => String::new(),
    }
}

/// An image of the attached documents, or its description alone.
pub fn image(
    diagnostics: &mut Diagnostics,
    tag: &Tag<'_>,
    span: Span,
    content: &[Inline],
) -> Inline {
    let Tag::Image { dest_url, .. } = tag else {
        return Inline::Text(String::new());
    };
    let alternative = plain_text(content);
    if alternative.trim().is_empty() {
        diagnostics.push(Diagnostic::new(Code::MissingAlternative, span));
    }
    if let Some(document) = dest_url.strip_prefix("document:") {
        return Inline::Image { document: composed(document).into_owned(), alternative, span };
    }
    let broken = Diagnostic::new(Code::BrokenLink, span).with("cible", dest_url);
    diagnostics.push(broken.with("genre", "image").with("suggestion", ""));
    Inline::Text(alternative)
}

/// Reads the address of a link. `None` when it is of no form we can vouch for.
fn target(address: &str) -> Option<Target> {
    let value = address.strip_prefix("{{").and_then(|rest| rest.strip_suffix("}}"));
    if let Some(name) = value {
        return Value::named(name.trim()).map(Target::Value);
    }
    if let Some(anchor) = address.strip_prefix('#') {
        return Some(Target::Anchor(anchor.to_owned()));
    }
    let Some((scheme, rest)) = address.split_once(':') else {
        // The site's own pages are not known here.
        let foreign = is_email(address) || address.starts_with("www.");
        return (!foreign).then(|| Target::Relative(address.to_owned()));
    };
    match scheme {
        "page" => Some(Target::Page(rest.to_owned())),
        "region" => Some(Target::Region(rest.to_owned())),
        "document" => Some(Target::Document(composed(rest).into_owned())),
        "https" | "http" => is_web_address(address).then(|| Target::External(address.to_owned())),
        "mailto" => {
            let mailbox = rest.split('?').next().unwrap_or_default();
            is_email(mailbox).then(|| Target::External(address.to_owned()))
        }
        "tel" => {
            let dialled = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.');
            rest.chars().all(dialled).then(|| Target::External(address.to_owned()))
        }
        _ => None,
    }
}
