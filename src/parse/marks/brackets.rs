//! Brackets that are no link, and boxes to tick: `[x] (https://…)`, `[x](a b)`, `[x][y]`, `[x->…]`, `[ ]`.
//!
//! A word alone between brackets is honest: « avis favorable [sous réserves] ».

use std::ops::Range;

use super::found::{Found, NoLink};
use super::plain::{Leaf, LeafKind, Plain};

/// How far from its closing bracket a link may open, and how long its address may be.
const LONGEST: usize = 400;

/// What an address begins with.
const BEGINNINGS: [&str; 10] =
    ["http:", "https:", "mailto:", "tel:", "page:", "region:", "document:", "lang:", "www.", "#"];

/// Says which are seen in a run of text.
pub fn check(found: &mut Found<'_, '_>, plain: &Plain, leaf: &Leaf) {
    let seen = &plain.text[leaf.range.clone()];
    if leaf.kind == LeafKind::Item && ["[ ] ", "[x] ", "[X] "].iter().any(|b| seen.starts_with(b)) {
        found.idle("case", leaf.range.start..leaf.range.start + 3);
    }
    let mut done = 0;
    for (close, _) in seen.match_indices(']') {
        if close < done {
            continue;
        }
        let reach = seen.floor_char_boundary(close.saturating_sub(LONGEST)).max(done);
        if let Some(open) = seen[reach..close].rfind('[').map(|open| reach + open) {
            done = pair(found, seen, leaf, open..close).unwrap_or(done);
        }
    }
}

/// Judges what stands from one bracket to the other, and what follows; gives where the whole ends when it was said.
fn pair(
    found: &mut Found<'_, '_>,
    seen: &str,
    leaf: &Leaf,
    brackets: Range<usize>,
) -> Option<usize> {
    let (open, close) = (brackets.start, brackets.end);
    let typed = found.text.text;
    let base = leaf.range.start;
    let words = &typed[base + open + 1..base + close];
    if words.starts_with('^') || words.contains("[^") {
        // A note called in a link is told as that.
        return None;
    }
    if let Some((words, address)) = words.split_once("->")
        && is_address(address)
    {
        let link = format!("[{}]({})", words.trim(), address.trim());
        let link = NoLink { kind: "spip", target: address, meant: &link };
        found.no_link(base + open..base + close + 1, &link);
        return Some(close + 1);
    }
    let after = &seen[close + 1..];
    let gap = after.len() - after.trim_start_matches([' ', '\n']).len();
    if gap == 0 && after.starts_with('[') {
        return reference(found, seen, leaf, brackets);
    }
    if gap > 1 || !after[gap..].starts_with('(') {
        return None;
    }
    let start = close + 1 + gap + 1;
    let rest = &typed[base + start..leaf.range.end];
    let rest = &rest[..rest.floor_char_boundary(LONGEST)];
    let rest = rest.lines().next().unwrap_or_default();
    if gap == 1 && !is_address(rest) {
        return None;
    }
    let Some(length) = rest.find(')') else {
        let range = base + open..base + start + rest.trim_end().len();
        found.no_link(range, &NoLink { kind: "ouvert", target: rest.trim_end(), meant: "" });
        return Some(start);
    };
    let address = rest[..length].trim();
    let kind = match gap {
        1 => "separe",
        _ if address.contains(char::is_whitespace) => "espace",
        _ => "crochets",
    };
    let link = format!("[{}]({})", words.trim(), encoded(address));
    let meant = if kind == "crochets" { "" } else { &link };
    let link = NoLink { kind, target: address, meant };
    found.no_link(base + open..base + start + length + 1, &link);
    Some(start + length + 1)
}

/// `[x][y]`, where nothing defines `y`. Two numbers are two calls of a bibliography.
fn reference(
    found: &mut Found<'_, '_>,
    seen: &str,
    leaf: &Leaf,
    brackets: Range<usize>,
) -> Option<usize> {
    let (open, close) = (brackets.start, brackets.end);
    let rest = &seen[close + 2..];
    let rest = &rest[..rest.floor_char_boundary(LONGEST)];
    let length = rest.find(']')?;
    let base = leaf.range.start;
    let words = &found.text.text[base + open + 1..base + close];
    let label = &found.text.text[base + close + 2..base + close + 2 + length];
    let worded = |text: &str| text.chars().any(char::is_alphabetic);
    let named = if label.is_empty() { words } else { label };
    if !worded(words) || named.starts_with('^') || !named.chars().any(char::is_alphanumeric) {
        return None;
    }
    let end = close + 2 + length + 1;
    found.no_link(base + open..base + end, &NoLink { kind: "reference", target: named, meant: "" });
    Some(end)
}

fn is_address(text: &str) -> bool {
    let text = text.trim_start();
    BEGINNINGS.iter().any(|beginning| {
        text.get(..beginning.len()).is_some_and(|head| head.eq_ignore_ascii_case(beginning))
    })
}

/// The address as a link takes it.
fn encoded(address: &str) -> String {
    if address.starts_with("tel:") {
        return address.replace([' ', '\u{a0}', '\u{202f}', '.'], "");
    }
    address.split_whitespace().collect::<Vec<_>>().join("%20")
}
