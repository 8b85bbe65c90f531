//! A sign that the parser takes for a bullet: `+ 12 %` at the head of a line would be an item, without its sign.
//!
//! Nobody makes a list of one item with `+`, nor one in which every item is a figure: there it means "more".

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::found::Found;

/// A list whose items begin with `+`, being read.
struct List {
    /// Its first line.
    first: Range<usize>,
    items: usize,
    figures: bool,
}

/// Says which are seen.
pub fn check(found: &mut Found<'_, '_>, events: &[(Event<'_>, Range<usize>)]) {
    let text = found.text.text;
    let mut open: Vec<Option<List>> = Vec::new();
    // Of the last line that was read: a hostile one opens a list at each of its letters.
    let mut end = 0;
    for (event, range) in events {
        match event {
            Event::Start(Tag::List(_)) => open.push(None),
            Event::Start(Tag::Item) => {
                if let Some(words) = text[range.clone()].strip_prefix('+')
                    && let Some(list) = open.last_mut()
                {
                    if range.start >= end {
                        end = text[range.start..]
                            .find('\n')
                            .map_or(text.len(), |at| range.start + at);
                    }
                    let first = range.start..end;
                    let list = list.get_or_insert(List { first, items: 0, figures: true });
                    list.items += 1;
                    list.figures &= words.trim_start().starts_with(|c: char| c.is_ascii_digit());
                }
            }
            Event::End(TagEnd::List(_)) => {
                let list = open.pop().flatten();
                if let Some(list) = list.filter(|list| list.items == 1 || list.figures) {
                    let length = text[list.first.clone()].trim_end().len();
                    found.idle("plus", list.first.start..list.first.start + length);
                }
            }
            _ => {}
        }
    }
}
