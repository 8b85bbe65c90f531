//! Lists pasted from an office program, read as the lists they are.
//!
//! Two lines or more that begin alike leave no doubt: they are rewritten with Markdown's own marks before the text is
//! parsed, which is told as information. Where a doubt remains, nothing is rewritten and the line is warned of.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::head::{Head, Kind, follows, head};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::parse::located::{Located, Rewritten};

/// Nobody means a deeper list, and each level widens every line below it.
const DEEPEST: usize = 5;

/// How far a label looks for the one that follows it.
const REACH: usize = 12;

/// A line of a paragraph.
struct Line<'t> {
    /// Where its first letter is.
    start: usize,
    text: &'t str,
    head: Option<Head<'t>>,
    /// Paragraphs that nothing separates are of one group.
    group: usize,
    paragraph: usize,
    /// In an item of a list that Markdown knows.
    item: bool,
    /// Right after the mark of such an item, or quoted: a list could not start here.
    fixed: bool,
}

/// A replacement of some bytes of a text.
type Edit = (Range<usize>, String);

/// Rewrites the pasted lists of `text`. `None` when it has none.
pub fn read(diagnostics: &mut Diagnostics, text: &Located<'_>) -> Option<Rewritten> {
    if !text.text.lines().any(may_start_with_a_head) {
        return None;
    }
    let lines = lines(text.text);
    let mut edits = Vec::new();
    for group in lines.chunk_by(|a, b| a.group == b.group) {
        let heads = confirmed(group);
        let mut at = 0;
        while at < group.len() {
            if heads[at].is_none() {
                at += 1;
                continue;
            }
            let end = run_end(group, &heads, at);
            let run = Run { group, heads: &heads, lines: at..end };
            match run.doubt() {
                None => run.rewrite(diagnostics, text, &mut edits),
                Some(Doubt::Told) => run.warn(diagnostics, text),
                Some(Doubt::Honest) => {}
            }
            at = end;
        }
    }
    (!edits.is_empty()).then(|| Rewritten::new(text.text, &edits))
}

/// Spares most texts a second reading.
fn may_start_with_a_head(line: &str) -> bool {
    let line = line.trim_start_matches([' ', '\t', '>']);
    let item = line.strip_prefix("- ").or_else(|| line.strip_prefix("* "));
    head(line).or_else(|| head(item?.trim_start())).is_some()
}

/// The lines of the paragraphs and of the items.
fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines: Vec<Line<'_>> = Vec::new();
    let (mut group, mut paragraph, mut quotes, mut items) = (0, 0, 0_usize, 0_usize);
    let mut awaited = None;
    for (event, range) in Parser::new_ext(text, super::OPTIONS).into_offset_iter() {
        match event {
            Event::SoftBreak | Event::HardBreak => awaited = Some(false),
            Event::Start(Tag::Paragraph) => {
                paragraph += 1;
                awaited = awaited.or(Some(false));
            }
            Event::End(TagEnd::Paragraph) => awaited = None,
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. })
            | Event::Text(_)
            | Event::Code(_)
            | Event::InlineHtml(_)
            | Event::FootnoteReference(_) => {
                if let Some(first_of_item) = awaited.take() {
                    let line = text[range.start..].lines().next().unwrap_or_default();
                    let escaped = text[..range.start].ends_with('\\');
                    let plain = matches!(event, Event::Text(_)) && !escaped;
                    lines.push(Line {
                        start: range.start,
                        text: line.trim_end(),
                        head: head(line).filter(|_| plain),
                        group,
                        paragraph,
                        item: items > 0,
                        fixed: first_of_item || quotes > 0,
                    });
                }
            }
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image) => {}
            other => {
                (group, paragraph, awaited) = (group + 1, paragraph + 1, None);
                match other {
                    Event::Start(Tag::BlockQuote(_)) => quotes += 1,
                    Event::End(TagEnd::BlockQuote(_)) => quotes -= 1,
                    Event::Start(Tag::Item) => (items, awaited) = (items + 1, Some(true)),
                    Event::End(TagEnd::Item) => items -= 1,
                    _ => {}
                }
            }
        }
    }
    lines
}

/// The heads of lines, without the labels that no other follows: `a)` alone is a part of a sentence.
fn confirmed<'t>(group: &[Line<'t>]) -> Vec<Option<Head<'t>>> {
    let heads: Vec<Option<Head<'t>>> = group.iter().map(|line| line.head).collect();
    let labels: Vec<(usize, Head<'t>)> = heads
        .iter()
        .enumerate()
        .filter_map(|(rank, head)| Some((rank, (*head)?)))
        .filter(|(_, head)| matches!(head.kind, Kind::Label | Kind::Number))
        .collect();
    let mut kept = heads.clone();
    for (rank, _) in &labels {
        kept[*rank] = None;
    }
    for (at, (rank, former)) in labels.iter().enumerate() {
        let next = labels[at + 1..].iter().take(REACH);
        let mut next = next.filter(|(_, head)| head.kind == former.kind);
        if let Some((other, head)) = next.find(|(_, head)| follows(former.sign, head.sign)) {
            kept[*rank] = Some(*former);
            kept[*other] = Some(*head);
        }
    }
    kept
}

/// The line after the last one of the run that starts at `at`.
fn run_end(group: &[Line<'_>], heads: &[Option<Head<'_>>], at: usize) -> usize {
    let mut known = Vec::new();
    known.extend(heads[at].map(family));
    for next in at + 1..group.len() {
        let (before, line) = (&group[next - 1], &group[next]);
        let apart = before.paragraph != line.paragraph;
        match heads[next].map(family) {
            None if apart || starts_afresh(before.text, line.text) => return next,
            // After an empty line, another sign is another list, but for Word's, which has one a level.
            Some(other)
                if apart
                    && !known.iter().any(|kind| *kind == other || both_bullets(*kind, other)) =>
            {
                return next;
            }
            Some(other) if !known.contains(&other) => known.push(other),
            _ => {}
        }
    }
    group.len()
}

fn both_bullets(a: Family, b: Family) -> bool {
    matches!((a.0, b.0), (Kind::Bullet(_), Kind::Bullet(_)))
}

/// Whether a sentence ends with `before` and another starts with `line`.
fn starts_afresh(before: &str, line: &str) -> bool {
    before.ends_with(['.', ':', '!', '?']) && line.starts_with(char::is_uppercase)
}

/// Why some lines are not read as a list.
enum Doubt {
    /// The author should say what is meant.
    Told,
    /// It is a sentence or a dialogue like any other.
    Honest,
}

/// Lines of one group from a head up to where the list ends.
struct Run<'r, 't> {
    group: &'r [Line<'t>],
    heads: &'r [Option<Head<'t>>],
    lines: Range<usize>,
}

impl<'t> Run<'_, 't> {
    fn items(&self) -> impl Iterator<Item = (&Line<'t>, Head<'t>)> {
        let lines = self.lines.clone();
        lines.filter_map(|rank| Some((&self.group[rank], self.heads[rank]?)))
    }

    fn doubt(&self) -> Option<Doubt> {
        let first = &self.group[self.lines.start];
        let kinds: Vec<Kind> = self.items().map(|(_, head)| head.kind).collect();
        let bullet = kinds.iter().any(|kind| matches!(kind, Kind::Bullet(_)));
        let dashes = kinds.iter().all(|kind| matches!(kind, Kind::Dash(_)));
        let together = self.items().all(|(line, _)| line.paragraph == first.paragraph);
        if first.fixed {
            return Some(if bullet { Doubt::Told } else { Doubt::Honest });
        }
        match kinds[..] {
            [Kind::Bullet(_) | Kind::Stuck('-')] if first.item => None,
            [Kind::Stuck('-')] if self.is_aside() => Some(Doubt::Honest),
            [Kind::Bullet(_) | Kind::Stuck('-')] => Some(Doubt::Told),
            [Kind::Dash(_)] if self.announced() && together => Some(Doubt::Told),
            [_] => Some(Doubt::Honest),
            _ if !dashes || self.listed() || together && self.announced() => None,
            _ if together => Some(Doubt::Told),
            _ => Some(Doubt::Honest),
        }
    }

    /// Whether a hyphen and a no-break space are a dash, by which a sentence goes on.
    fn is_aside(&self) -> bool {
        let spaced = self.items().any(|(_, head)| head.width > head.sign.len());
        spaced && self.continues_a_paragraph() && !self.announced()
    }

    /// Whether the line before, of the same paragraph, ends with a colon.
    fn announced(&self) -> bool {
        let first = self.lines.start;
        let before = first.checked_sub(1).map(|rank| &self.group[rank]);
        before.is_some_and(|line| {
            line.paragraph == self.group[first].paragraph && line.text.ends_with(':')
        })
    }

    /// Whether the lines are written as the items of a list, which the lines of a dialogue are not.
    fn listed(&self) -> bool {
        let texts: Vec<&str> = self.items().map(|(line, head)| &line.text[head.width..]).collect();
        let (_, most) = texts.split_last().unwrap_or((&"", &[]));
        most.iter().all(|text| text.ends_with([';', ',']))
            || texts.iter().all(|text| text.starts_with(char::is_lowercase))
            || texts.iter().all(|text| !text.ends_with(['.', '!', '?', '…', '»', ',']))
    }

    fn warn(&self, diagnostics: &mut Diagnostics, text: &Located<'_>) {
        if let Some((line, head)) = self.items().next() {
            let place = text.at(line.start..line.start + head.sign.len());
            let warning = Diagnostic::new(Code::IdleMark, place).with("raison", "puce");
            diagnostics.push(warning.with("marque", shown(head.sign)));
        }
    }

    fn rewrite(&self, diagnostics: &mut Diagnostics, text: &Located<'_>, edits: &mut Vec<Edit>) {
        let mut levels: Vec<Level> = Vec::new();
        let first = &self.group[self.lines.start];
        for (line, head) in self.items() {
            let blanks = blanks_before(text.text, line.start);
            let level = Level { kind: family(head), typed: blanks.len(), width: width(head) };
            let depth = place(&mut levels, level);
            let nested: usize = levels[..depth].iter().map(|level| level.width).sum();
            // Numbers other than 1 do not open a list in the middle of a paragraph.
            let cut = head.kind == Kind::Number
                && line.start == first.start
                && self.continues_a_paragraph();
            let mark =
                format!("{}{}{}", if cut { "\n" } else { "" }, " ".repeat(nested), mark(head));
            let start = if line.item { line.start } else { line.start - blanks.len() };
            edits.push((start..line.start + head.width, mark));
        }
        if let Some(next) = self.group.get(self.lines.end)
            && next.paragraph == self.group[self.lines.end - 1].paragraph
        {
            let start = next.start - blanks_before(text.text, next.start).len();
            edits.push((start..start, "\n".to_owned()));
        }
        if let Some((line, head)) = self.items().next() {
            let place = text.at(line.start..line.start + head.sign.len());
            let told = Diagnostic::new(Code::ReadAsList, place).with("marque", shown(head.sign));
            diagnostics.push(told.with("lignes", self.items().count()));
        }
    }

    fn continues_a_paragraph(&self) -> bool {
        let first = self.lines.start;
        let before = first.checked_sub(1).map(|rank| &self.group[rank]);
        before.is_some_and(|line| line.paragraph == self.group[first].paragraph)
    }
}

/// A level of a list: the sign of its items, how far they were indented, how wide their mark is.
struct Level {
    kind: Family,
    typed: usize,
    width: usize,
}

/// The depth of an item, after those of `levels`, where it is kept.
fn place(levels: &mut Vec<Level>, level: Level) -> usize {
    let same = |known: &Level| known.kind == level.kind && known.typed.abs_diff(level.typed) < 2;
    match levels.iter().position(same) {
        Some(depth) => {
            levels.truncate(depth + 1);
            depth
        }
        None if levels.len() < DEEPEST => {
            levels.push(level);
            levels.len() - 1
        }
        None => levels.len() - 1,
    }
}

/// What the items of one level share: their kind, and how their label ends.
type Family = (Kind, Option<char>);

fn family(head: Head<'_>) -> Family {
    let labelled = matches!(head.kind, Kind::Label | Kind::Number);
    (head.kind, head.sign.chars().last().filter(|_| labelled))
}

fn mark(head: Head<'_>) -> String {
    match head.kind {
        Kind::Number => format!("{} ", head.sign),
        Kind::Label => format!("- {} ", head.sign),
        Kind::Bullet(_) | Kind::Dash(_) | Kind::Stuck(_) => "- ".to_owned(),
    }
}

fn width(head: Head<'_>) -> usize {
    if head.kind == Kind::Number { head.sign.len() + 1 } else { 2 }
}

fn blanks_before(text: &str, start: usize) -> &str {
    let before = &text[..start];
    &before[before.trim_end_matches([' ', '\t']).len()..]
}

/// The sign as a message can show it: letters of Word's own fonts have no shape elsewhere.
fn shown(sign: &str) -> String {
    let private = |c: char| ('\u{e000}'..='\u{f8ff}').contains(&c);
    match sign.chars().next() {
        Some(c) if private(c) => format!("U+{:04X}", u32::from(c)),
        _ => sign.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::read;
    use crate::diagnostic::Diagnostics;
    use crate::model::source::{FileId, Span};
    use crate::parse::located::Located;

    /// The text after it is read, and the codes said.
    fn reading(text: &str) -> (String, Vec<&'static str>) {
        let mut diagnostics = Diagnostics::default();
        let written = read(&mut diagnostics, &Located::file(FileId(0), text));
        let located = Located::file(FileId(0), text);
        let after = written.map_or(text.to_owned(), |w| located.rewritten(&w).text.to_owned());
        (after, diagnostics.sorted().iter().map(|d| d.code.name()).collect())
    }

    #[test]
    fn what_leaves_no_doubt_becomes_a_list() {
        let rows = [
            (
                "Nous aidons :\n• les unions ;\n• les autres.",
                "Nous aidons :\n- les unions ;\n- les autres.",
            ),
            ("\u{f0b7}\tun\n\u{f0b7}\tdeux", "- un\n- deux"),
            (
                "•\tun\no\tsous\n\u{f0a7}\tplus bas\n•\tdeux",
                "- un\n  - sous\n    - plus bas\n- deux",
            ),
            ("• un\n    • sous\n• deux", "- un\n  - sous\n- deux"),
            ("• un\n\n• deux", "- un\n\n- deux"),
            ("– les unions ;\n– les autres.", "- les unions ;\n- les autres."),
            ("Il faut :\n— Un projet.\n— Un budget.", "Il faut :\n- Un projet.\n- Un budget."),
            ("-un\n-deux", "- un\n- deux"),
            ("*un\n*deux", "- un\n- deux"),
            ("- un\n-deux", "- un\n- deux"),
            ("-\u{a0}un\n-\u{a0}deux", "- un\n- deux"),
            ("- un\n-\u{202f}deux", "- un\n- deux"),
            ("1.\u{a0}Un\n2.\u{a0}Deux", "1. Un\n2. Deux"),
            ("Il faut :\n1.Un projet\n2.Un budget", "Il faut :\n\n1. Un projet\n2. Un budget"),
            ("a) premier\nb) second", "- a) premier\n- b) second"),
            ("1° Un ;\n2° Deux.", "- 1° Un ;\n- 2° Deux."),
            ("✓ un\n✓ deux", "- ✓ un\n- ✓ deux"),
            ("a) un\n– sous ;\n– là ;\nb) deux", "- a) un\n  - sous ;\n  - là ;\n- b) deux"),
            (
                "• un.\nEt :\n• deux ;\n• trois.\nEnsuite.",
                "• un.\nEt :\n- deux ;\n- trois.\n\nEnsuite.",
            ),
            ("• **un** : x\n• `deux`", "- **un** : x\n- `deux`"),
            ("• un\nsuite\n• deux\nsuite", "- un\nsuite\n- deux\nsuite"),
            ("• un ;\n\na) x\nb) y", "• un ;\n\n- a) x\n- b) y"),
            ("• un\r\n• deux\r\n", "- un\r\n- deux\r\n"),
        ];
        for (text, expected) in rows {
            let (after, codes) = reading(text);
            assert_eq!(after, expected, "{text}");
            assert!(codes.contains(&"liste-lue"), "{text}: {codes:?}");
        }
    }

    #[test]
    fn what_leaves_a_doubt_is_as_it_was() {
        let rows: [(&str, &[&str]); 19] = [
            ("• seul", &["marque-sans-effet"]),
            ("-tiret collé", &["marque-sans-effet"]),
            ("-\u{a0}seul", &["marque-sans-effet"]),
            ("les groupements\n-\u{a0}au sens du code\u{a0}-\npeuvent", &[]),
            ("de\n-\u{a0}5 °C", &[]),
            ("Il faut :\n– un projet", &["marque-sans-effet"]),
            ("— Qui ?\n— Vous.", &["marque-sans-effet"]),
            ("- • un\n- • deux", &["marque-sans-effet", "marque-sans-effet"]),
            ("— Qui peut répondre ?\n\n— Toute association.", &[]),
            ("les groupements\n– au sens du code –\npeuvent", &[]),
            ("– 5 °C", &[]),
            ("*voir la notice", &[]),
            ("voir le point\na) de l'article", &[]),
            ("1.Contexte", &[]),
            ("`code\n-un\n-deux`", &[]),
            ("```\n• un\n• deux\n```", &[]),
            ("\\-un\n\\-deux", &[]),
            ("- un\n- deux", &[]),
            ("1. un\n2. deux\n\n* x\n* y", &[]),
        ];
        for (text, expected) in rows {
            let (after, codes) = reading(text);
            assert_eq!(after, text);
            assert_eq!(codes, expected, "{text}");
        }
    }

    #[test]
    fn places_stay_those_of_the_file() {
        let source = "a: |\n  Il faut :\n  1.Un projet ;\n  2.Un **budget.\n";
        let text = "Il faut :\n1.Un projet ;\n2.Un **budget.\n";
        let located = Located::scalar(text, source, Span::new(FileId(0), 3..source.len()));
        let written = read(&mut Diagnostics::default(), &located).expect("a list");
        let located = located.rewritten(&written);
        for word in ["Il", "Un projet", "**", "budget"] {
            let at = located.text.find(word).expect("still there");
            assert_eq!(&source[located.at(at..at + word.len()).range()], word);
        }
    }

    proptest! {
        /// Whatever is pasted, every word stays, in order, and each points at itself.
        #[test]
        fn words_stay(text in "([•–\\-*o1a\u{f0b7}][.)°]?[ \t]?|[a-c;:.é]|\n|\n\n|    |> |- ){0,40}") {
            let located = Located::file(FileId(0), &text);
            let Some(written) = read(&mut Diagnostics::default(), &located) else { return Ok(()) };
            let located = located.rewritten(&written);
            let letters = |text: &str| text.replace(|c: char| !"bcé".contains(c), "");
            prop_assert_eq!(letters(located.text), letters(&text));
            for (at, letter) in located.text.char_indices().filter(|(_, c)| "bcé".contains(*c)) {
                prop_assert!(text[located.original(at)..].starts_with(letter), "{}", at);
            }
        }
    }
}
