//! Marks in a field that is no Markdown text: a title, a label, a name.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};

use super::found::Found;

/// Says where a title or a label has the marks of a text.
pub fn check(found: &mut Found<'_, '_>) {
    let text = found.text.text;
    if !text.contains(['*', '_', '[', '<', '`']) {
        return;
    }
    let marked: Vec<Range<usize>> = Parser::new(text)
        .into_offset_iter()
        .filter(|(event, range)| is_mark(event) && stands_alone(text, range))
        .map(|(_, range)| range)
        .collect();
    if let Some(first) = marked.into_iter().next() {
        found.idle("champ", first);
    }
}

fn is_mark(event: &Event<'_>) -> bool {
    let tag = |tag: &Tag<'_>| {
        matches!(tag, Tag::Strong | Tag::Emphasis | Tag::Link { .. } | Tag::Image { .. })
    };
    matches!(event, Event::Code(_) | Event::InlineHtml(_))
        || matches!(event, Event::Start(start) if tag(start))
}

/// `3*4*5` and `nom_de_fichier` are words.
fn stands_alone(text: &str, range: &Range<usize>) -> bool {
    !text[..range.start].ends_with(char::is_alphanumeric)
}
