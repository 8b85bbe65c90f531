//! Raw HTML, which is admitted nowhere: one message for a pair of tags, and words of their own for comments and line breaks.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::found::Found;
use crate::diagnostic::{Code, Diagnostic};

/// Tags whose end may still come: no honest text has more.
const DEEPEST: usize = 32;

/// Says where HTML is.
pub fn check(found: &mut Found<'_, '_>, events: &[(Event<'_>, Range<usize>)]) {
    let mut open: Vec<String> = Vec::new();
    for (event, range) in events {
        if !matches!(event, Event::InlineHtml(_) | Event::Start(Tag::HtmlBlock)) {
            continue;
        }
        let html = &found.text.text[range.clone()];
        let first_line = html.lines().next().unwrap_or_default();
        let name = name(first_line);
        if first_line.starts_with("</") {
            if let Some(rank) = open.iter().rposition(|tag| *tag == name) {
                open.truncate(rank);
                continue;
            }
        } else if !name.is_empty() && open.len() < DEEPEST {
            open.push(name.clone());
        }
        let kind = match name.as_str() {
            _ if html.starts_with("<!--") => "commentaire",
            "br" => "saut",
            _ => "balise",
        };
        let place = found.text.at(range.start..range.start + first_line.len());
        found.say(Diagnostic::new(Code::RefusedHtml, place).with("genre", kind));
    }
}

/// The name of a tag, in lower case.
fn name(tag: &str) -> String {
    let name = tag.trim_start_matches(['<', '/']);
    let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
    name[..end].to_ascii_lowercase()
}
