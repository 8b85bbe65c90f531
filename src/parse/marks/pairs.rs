//! Marks that go by two and surround nothing: `** gras **`, `**gras`, `__gras`, `~~barré~~`, `==surligné==`.

use std::ops::Range;

use super::found::Found;
use super::plain::{Leaf, Plain};

/// Says which are seen in a run of text.
pub fn check(found: &mut Found<'_, '_>, plain: &Plain, leaf: &Leaf) {
    let seen = &plain.text[leaf.range.clone()];
    if seen.contains("**") {
        stars(found, seen, leaf);
    }
    if seen.contains("__") {
        underscores(found, seen, leaf);
    }
    for (mark, reason) in [("~~", "barre"), ("==", "surligne")] {
        if seen.contains(mark) {
            let runs = runs(seen, mark);
            each_pair(&runs, |open, close| {
                let inside = &seen[open.end..close.start];
                if !inside.starts_with(' ') && !inside.ends_with(' ') {
                    found.idle(reason, shifted(open.start..close.end, leaf));
                }
            });
        }
    }
}

/// A star alone among blanks is a sign (« les champs marqués ** »), as one that only follows a word is a call of note.
fn stars(found: &mut Found<'_, '_>, seen: &str, leaf: &Leaf) {
    let typed = &found.text.text[leaf.range.clone()];
    let before = |run: &Range<usize>| before(typed, run);
    let after = |run: &Range<usize>| after(typed, run);
    // After a letter or a digit nothing opens: `2**8`, `facultatif**`.
    let opens = |run: &Range<usize>| {
        before(run).is_none_or(|c| !c.is_alphanumeric())
            && (is_blank(before(run)) || !is_blank(after(run)))
    };
    let mut runs = runs(seen, "**").into_iter().peekable();
    while let Some(open) = runs.next() {
        if !opens(&open) {
            continue;
        }
        match runs.next_if(|_| true) {
            Some(close) => found.idle("gras", shifted(open.start..close.end, leaf)),
            None if is_blank(after(&open)) => {}
            None => found.idle("gras-ouvert", shifted(open, leaf)),
        }
    }
}

/// Alone among blanks they are room to write in (« entre __ et __ euros », « le __/__ »), and in a word they are its own
/// (`nom__prenom`): they are marks at an edge of words.
fn underscores(found: &mut Found<'_, '_>, seen: &str, leaf: &Leaf) {
    let typed = &found.text.text[leaf.range.clone()];
    let before = |run: &Range<usize>| before(typed, run);
    let after = |run: &Range<usize>| after(typed, run);
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let opening = |c: Option<char>| c.is_some_and(|c| "(['’‘\"“«–—".contains(c));
    let begins = |run: &Range<usize>| is_blank(before(run)) || opening(before(run));
    let leads =
        |run: &Range<usize>| letter(after(run)) || opening(after(run)) || after(run) == Some('{');
    let mut runs = runs(seen, "__").into_iter().peekable();
    while let Some(open) = runs.next() {
        if !begins(&open) {
            continue;
        }
        let closes = |close: &Range<usize>| {
            let opens = begins(close) && leads(close);
            leads(&open) && !opens || is_blank(after(&open)) && letter(before(close))
        };
        match runs.next_if(closes) {
            Some(close) => found.idle("souligne", shifted(open.start..close.end, leaf)),
            None if leads(&open) => found.idle("souligne-ouvert", shifted(open, leaf)),
            None => {}
        }
    }
}

fn before(text: &str, run: &Range<usize>) -> Option<char> {
    text[..run.start].chars().next_back()
}

fn after(text: &str, run: &Range<usize>) -> Option<char> {
    text[run.end..].chars().next()
}

/// The edges of a text are blank too.
fn is_blank(c: Option<char>) -> bool {
    c.is_none_or(char::is_whitespace)
}

/// The runs of exactly this mark, or of one sign more.
fn runs(seen: &str, mark: &str) -> Vec<Range<usize>> {
    let sign = mark.as_bytes()[0];
    let bytes = seen.as_bytes();
    let mut runs = Vec::new();
    let mut at = 0;
    while let Some(start) = seen[at..].find(mark).map(|start| at + start) {
        let length = bytes[start..].iter().take_while(|byte| **byte == sign).count();
        if length <= mark.len() + 1 {
            runs.push(start..start + length);
        }
        at = start + length;
    }
    runs
}

fn each_pair(runs: &[Range<usize>], mut say: impl FnMut(&Range<usize>, &Range<usize>)) {
    for pair in runs.chunks_exact(2) {
        say(&pair[0], &pair[1]);
    }
}

fn shifted(range: Range<usize>, leaf: &Leaf) -> Range<usize> {
    leaf.range.start + range.start..leaf.range.start + range.end
}
