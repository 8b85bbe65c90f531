//! From an offset in a text to the place in the file where its author typed it.
//!
//! A text in a YAML file is not a slice of it: block scalars are indented, quoted ones have escapes. Where
//! the place of a character cannot be known, the whole scalar is pointed at.

use std::ops::Range;

use crate::model::source::{FileId, Span};

/// Bytes that are the same in the text and in the file, up to the next run.
#[derive(Debug, Clone, Copy)]
struct Run {
    text: usize,
    source: usize,
}

/// A text and the way back to its file.
#[derive(Debug, Clone)]
pub struct Located<'a> {
    pub text: &'a str,
    span: Span,
    layout: Layout,
    /// Of each rewriting, the first one first, where each part was before.
    parts: Vec<&'a [Part]>,
}

/// A text rewritten before it is parsed, and the way back.
#[derive(Debug)]
pub struct Rewritten {
    text: String,
    parts: Vec<Part>,
}

/// Where a part starts, after and before the rewriting.
#[derive(Debug, Clone, Copy)]
struct Part {
    now: usize,
    then: usize,
}

impl Rewritten {
    /// `text` after `edits`, which are in order and do not overlap.
    pub fn new(text: &str, edits: &[(Range<usize>, String)]) -> Self {
        let mut written = Self { text: String::with_capacity(text.len() + 64), parts: Vec::new() };
        let mut done = 0;
        for (range, replacement) in edits {
            written.push(done, &text[done..range.start]);
            written.push(range.start, replacement);
            done = range.end;
        }
        written.push(done, &text[done..]);
        written.push(text.len(), "");
        written
    }

    fn push(&mut self, then: usize, words: &str) {
        self.parts.push(Part { now: self.text.len(), then });
        self.text.push_str(words);
    }
}

#[derive(Debug, Clone)]
enum Layout {
    /// The text stands in the file as it is, from this byte.
    Verbatim(usize),
    /// The same words, with other blanks or escapes between them.
    Aligned(Vec<Run>),
    Unknown,
}

impl<'a> Located<'a> {
    /// The text of a whole file.
    pub fn file(file: FileId, text: &'a str) -> Self {
        Self {
            text,
            span: Span::new(file, 0..text.len()),
            layout: Layout::Verbatim(0),
            parts: Vec::new(),
        }
    }

    /// The value `text` of a scalar that stands at `span` of `source`.
    pub fn scalar(text: &'a str, source: &'a str, span: Span) -> Self {
        let layout = verbatim(text, source, span)
            .or_else(|| aligned(text, source, span))
            .unwrap_or(Layout::Unknown);
        Self { text, span, layout, parts: Vec::new() }
    }

    /// The same text once rewritten: its places stay those of the author's file.
    pub fn rewritten<'b>(self, written: &'b Rewritten) -> Located<'b>
    where
        'a: 'b,
    {
        let mut parts: Vec<&'b [Part]> = self.parts;
        parts.push(&written.parts);
        Located { text: &written.text, span: self.span, layout: self.layout, parts }
    }

    /// Where the byte at `offset` was before the text was rewritten.
    pub fn original(&self, offset: usize) -> usize {
        self.parts.iter().rev().fold(offset, |offset, parts| before(parts, offset))
    }

    /// The place of the whole text.
    pub fn span(&self) -> Span {
        self.span
    }

    /// The place of `range`, in bytes of the text.
    pub fn at(&self, range: Range<usize>) -> Span {
        let range = self.original(range.start)..self.original(range.end);
        match (self.place(range.start), self.place(range.end)) {
            (Some(start), Some(end)) if start <= end => Span::new(self.span.file, start..end),
            (Some(start), _) => Span::new(self.span.file, start..start),
            _ => self.span,
        }
    }

    fn place(&self, offset: usize) -> Option<usize> {
        match &self.layout {
            Layout::Verbatim(start) => Some(*start + offset),
            Layout::Unknown => None,
            Layout::Aligned(runs) => {
                let rank = runs.partition_point(|run| run.text <= offset).checked_sub(1)?;
                let run = runs[rank];
                let end = runs.get(rank + 1).map_or(usize::MAX, |next| next.source);
                Some((run.source + offset - run.text).min(end))
            }
        }
    }
}

/// Where the byte at `offset` was before one rewriting.
fn before(parts: &[Part], offset: usize) -> usize {
    let rank = parts.partition_point(|part| part.now <= offset);
    let Some(part) = rank.checked_sub(1).map(|rank| parts[rank]) else {
        return offset;
    };
    let next = parts.get(rank).map_or(part.then, |next| next.then);
    (part.then + offset - part.now).min(next.max(part.then))
}

fn verbatim(text: &str, source: &str, span: Span) -> Option<Layout> {
    let written = source.get(span.range())?;
    let quotes = usize::from(written.starts_with(['"', '\'']));
    let inside = written.get(quotes..)?;
    inside.starts_with(text).then_some(Layout::Verbatim(span.start as usize + quotes))
}

/// Follows the text and the file side by side: blanks are worth blanks, and an escape its character.
fn aligned(text: &str, source: &str, span: Span) -> Option<Layout> {
    let written = source.get(span.range())?;
    let start = span.start as usize;
    let runs = follow(text, written, start).or_else(|| {
        // The header of a block: `|`, `>-`.
        let header = written.starts_with(['|', '>']).then(|| written.find('\n'))??;
        follow(text, &written[header..], start + header)
    });
    runs.map(Layout::Aligned)
}

fn follow(text: &str, written: &str, start: usize) -> Option<Vec<Run>> {
    let quote = written.chars().next().filter(|c| matches!(c, '"' | '\''));
    let mut runs: Vec<Run> = Vec::new();
    let (mut at, mut from) = (0, quote.map_or(0, char::len_utf8));
    loop {
        at += blanks(&text[at..]);
        let Some(letter) = text[at..].chars().next() else {
            return Some(runs);
        };
        from += blanks(&written[from..]);
        let rest = &written[from..];
        let escape = match quote {
            Some('"') => rest.strip_prefix('\\'),
            Some(_) => rest.strip_prefix('\'').filter(|after| after.starts_with('\'')),
            None => None,
        };
        // The place of a letter is that of its escape.
        let source = start + from;
        match escape {
            // An escaped blank: skipped in the text already.
            Some(after) if quote == Some('"') && after.starts_with(['n', 't']) => {
                from += 2;
                continue;
            }
            Some(after) if after.starts_with(letter) => from += 1,
            None if rest.starts_with(letter) => {}
            _ => return None,
        }
        if runs.last().is_none_or(|run| source - run.source != at - run.text) {
            runs.push(Run { text: at, source });
        }
        at += letter.len_utf8();
        from += letter.len_utf8();
    }
}

fn blanks(text: &str) -> usize {
    text.len() - text.trim_start_matches([' ', '\t', '\n', '\r']).len()
}

#[cfg(test)]
mod tests {
    use super::Located;
    use crate::model::source::{FileId, Span};

    fn check(source: &str, scalar: &str, text: &str, word: &str) {
        let start = source.find(scalar).expect("the scalar");
        let span = Span::new(FileId(0), start..start + scalar.len());
        let located = Located::scalar(text, source, span);
        let at = text.find(word).expect("the word");
        let found = located.at(at..at + word.len());
        assert_eq!(&source[found.range()], word);
    }

    #[test]
    fn plain_and_quoted_scalars_stand_as_they_are() {
        check("a: du texte ici\n", "du texte ici", "du texte ici", "ici");
        check("a: \"du texte ici\"\n", "\"du texte ici\"", "du texte ici", "ici");
    }

    #[test]
    fn block_scalars_lose_their_indentation() {
        let source = "a:\n  fr: |\n    un\n\n      deux *ici*\nb: 1\n";
        check(source, "|\n    un\n\n      deux *ici*\n", "un\n\n  deux *ici*\n", "ici");
    }

    #[test]
    fn other_blanks_and_escapes_are_followed() {
        let source = "a: >-\n  un\n  deux\n\n  *trois*\nb: 1\n";
        check(source, ">-\n  un\n  deux\n\n  *trois*\n", "un deux\n*trois*", "*trois*");
        let source = "a:\n  | x | y |\n";
        check(source, "| x | y |\n", "| x | y |\n", "y");
        let source = "a: |\n  | x |\n  | y |\n";
        check(source, "| x |\n  | y |\n", "| x |\n| y |\n", "y");
        check("a: 'd''un\n  seul'\n", "'d''un\n  seul'", "d'un seul", "seul");
        check(
            "a: \"un\\n\\n**deux\\\" **\"\n",
            "\"un\\n\\n**deux\\\" **\"",
            "un\n\n**deux\" **",
            "deux",
        );
    }

    #[test]
    fn what_cannot_be_followed_points_at_the_whole_scalar() {
        let source = "a: \"x\\x79\"\n";
        let span = Span::new(FileId(0), 3..10);
        let located = Located::scalar("xy", source, span);
        assert_eq!(located.at(1..2), span);
    }
}
