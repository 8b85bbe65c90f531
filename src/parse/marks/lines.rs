//! Marks of whole lines that did not take: `#Titre`, `:::`, a table without its rule.

use std::ops::Range;

use super::found::Found;
use super::plain::{Leaf, LeafKind, Plain};
use crate::diagnostic::{Code, Diagnostic};

/// Says which are seen in a run of text, where headings open `sections` or not.
pub fn check(found: &mut Found<'_, '_>, plain: &Plain, leaf: &Leaf, sections: bool) {
    if matches!(leaf.kind, LeafKind::Heading | LeafKind::Cell) {
        return;
    }
    let seen = &plain.text[leaf.range.clone()];
    let alone = !seen.contains('\n');
    let mut start = leaf.range.start;
    let mut rows = Vec::new();
    for line in seen.split('\n') {
        let indent = line.len() - line.trim_start().len();
        let range = start + indent..start + line.trim_end().len();
        if is_stuck_heading(line.trim(), alone) {
            let hashes = line.trim().bytes().take_while(|byte| *byte == b'#').count();
            if sections && means_section(&found.text.text[range.clone()], hashes) {
                let marks = "#".repeat(hashes);
                let stuck = Diagnostic::new(Code::ForbiddenHeading, found.text.at(range.clone()));
                found.say(stuck.with("raison", "colle").with("marques", marks));
            } else {
                found.idle("titre", range.start..range.start + hashes);
            }
        } else if line.trim_start().starts_with(":::")
            && !(plain.boxes && line.trim().ends_with(':'))
        {
            found.idle("encadre", range.clone());
        }
        rows.push((line.trim(), range));
        start += line.len() + 1;
    }
    if let Some(range) = table(&rows) {
        found.idle("tableau", range);
    }
}

/// `##Titre`, or `#Titre` alone in its paragraph: elsewhere a single hash is that of social networks.
fn is_stuck_heading(line: &str, alone: bool) -> bool {
    let title = line.trim_start_matches('#');
    let hashes = line.len() - title.len();
    let mut letters = title.chars();
    let first = letters.next();
    match hashes {
        1 => {
            let word = title.split(' ').next().unwrap_or_default();
            alone
                && first.is_some_and(char::is_uppercase)
                && word.chars().skip(1).all(char::is_lowercase)
                && !title.contains('#')
        }
        2..=6 => first.is_some_and(char::is_alphanumeric),
        _ => false,
    }
}

/// Whether a stuck heading was to open a section: its words would be published at the end of another one.
fn means_section(line: &str, hashes: usize) -> bool {
    hashes == 2 || hashes > 2 && line.contains("{#")
}

/// The place of rows that no rule makes a table.
fn table(rows: &[(&str, Range<usize>)]) -> Option<Range<usize>> {
    let framed =
        |line: &str| line.starts_with('|') && line.ends_with('|') && line.matches('|').count() >= 3;
    let columns = |line: &str| line.matches(" | ").count();
    let tight = |line: &str| line.matches('|').count();
    let alike = |some: &[(&str, Range<usize>)], count: &dyn Fn(&str) -> usize| {
        let first = count(some[0].0);
        first > 0 && some.iter().all(|(line, _)| count(line) == first)
    };
    let first = rows.iter().position(|(line, _)| framed(line));
    let first = first.or_else(|| rows.windows(2).position(|two| alike(two, &columns)));
    let first = first.or_else(|| rows.windows(3).position(|three| alike(three, &tight)))?;
    let many = |line: &str| tight(line) > 0;
    let last = rows[first..].iter().take_while(|(line, _)| many(line)).last()?;
    Some(rows[first].1.start..last.1.end)
}
