//! What the parser drops or takes for something else: cells, titles of links, languages of code, words between braces.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Tag, TagEnd};

use super::found::Found;

/// An event, and where it comes from.
type Located<'e> = (Event<'e>, Range<usize>);

/// Says what is dropped. `definitions` are those of links, by their label.
pub fn check(
    found: &mut Found<'_, '_>,
    events: &[Located<'_>],
    definitions: &[(String, Range<usize>)],
) {
    let mut used = BTreeSet::new();
    let mut columns = 0;
    let mut depth = 0_usize;
    for (event, range) in events {
        if let Event::Start(tag) = event {
            match tag {
                Tag::Table(alignments) => columns = alignments.len(),
                Tag::TableRow => row(found, range, columns),
                Tag::CodeBlock(kind) => code(found, range, kind),
                Tag::Heading { id, classes, attrs, .. } => {
                    let classed = !classes.is_empty() && id.is_none();
                    let nested = depth > 0 && (id.is_some() || !classes.is_empty());
                    if !attrs.is_empty() || classed || nested {
                        braces(found, range);
                    }
                }
                Tag::Link { title, .. } | Tag::Image { title, .. } if !title.is_empty() => {
                    found.lost("titre-de-lien", range.clone());
                }
                _ => {}
            }
            if let Tag::Link { link_type, id, .. } | Tag::Image { link_type, id, .. } = tag
                && !matches!(link_type, LinkType::Inline | LinkType::Autolink | LinkType::Email)
            {
                used.insert(label(id));
            }
            depth += usize::from(matches!(tag, Tag::BlockQuote(_) | Tag::Item));
        } else if let Event::End(tag) = event {
            depth -= usize::from(matches!(tag, TagEnd::BlockQuote(_) | TagEnd::Item));
        }
    }
    for (name, range) in definitions {
        if !used.contains(&label(name)) {
            found.lost("definition", range.clone());
        }
    }
}

/// Labels are compared without case and with one space for many.
fn label(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// A row: cells beyond those of the head are dropped; a line that holds no bar is no row.
fn row(found: &mut Found<'_, '_>, range: &Range<usize>, columns: usize) {
    let line = found.text.text[range.clone()].trim_end();
    let end = range.start + line.len();
    let bars = bars(line);
    if bars.is_empty() && columns > 1 {
        found.idle("rangee", range.start..end);
        return;
    }
    let led = line.trim_start().starts_with('|');
    let Some(last) = bars.get(columns - usize::from(!led)) else { return };
    let blank = ['|', ' ', '\t'];
    let more = &line[last + 1..];
    let start = end - more.trim_start_matches(blank).len();
    let length = more.trim_matches(blank).len();
    if length > 0 {
        found.lost("cellules", start..start + length);
    }
}

/// The bars of a row that part its cells.
fn bars(line: &str) -> Vec<usize> {
    let escaped = |at: usize| {
        let before = line[..at].bytes().rev().take_while(|byte| *byte == b'\\').count();
        before % 2 == 1
    };
    line.match_indices('|').map(|(at, _)| at).filter(|at| !escaped(*at)).collect()
}

fn code(found: &mut Found<'_, '_>, range: &Range<usize>, kind: &CodeBlockKind<'_>) {
    let text = &found.text.text[range.clone()];
    let first = text.lines().next().unwrap_or_default();
    match kind {
        CodeBlockKind::Indented => {
            found.idle("bloc-indente", range.start..range.start + first.trim_end().len());
        }
        CodeBlockKind::Fenced(language) if language.trim().contains(' ') => {
            found.lost("langage", range.start..range.start + first.len());
        }
        CodeBlockKind::Fenced(language) if !language.trim().is_empty() => {
            found.idle("langage", range.start..range.start + first.len());
        }
        CodeBlockKind::Fenced(_) => {
            let fence = &first.trim_end()[..3.min(first.trim_end().len())];
            let last = text.trim_end().lines().next_back().unwrap_or_default();
            if text.trim_end().lines().count() < 2 || !last.trim_end().ends_with(fence) {
                found.idle("code-ouvert", range.start..range.start + first.trim_end().len());
            }
        }
    }
}

/// The braces that end a heading.
fn braces(found: &mut Found<'_, '_>, range: &Range<usize>) {
    let line = found.text.text[range.clone()].lines().next().unwrap_or_default();
    let start = line.rfind('{').unwrap_or(0);
    found.lost("attributs", range.start + start..range.start + line.trim_end().len());
}
