//! From an offset in a text to the place in the file where its author typed it.
//!
//! A text in a YAML file is not a slice of it: block scalars are indented, quoted ones have escapes. Where
//! the place of a character cannot be known, the whole scalar is pointed at.

use std::ops::Range;

use crate::model::source::{FileId, Span};

/// A line of a block scalar, in bytes of the text and of the file.
#[derive(Debug, Clone, Copy)]
struct Line {
    text: usize,
    source: usize,
    indent: usize,
    width: usize,
}

/// A text and the way back to its file.
#[derive(Debug, Clone)]
pub struct Located<'a> {
    pub text: &'a str,
    span: Span,
    layout: Layout<'a>,
    /// Where each part of a rewritten text was, in bytes of the text as it was read. Empty when nothing was rewritten.
    parts: &'a [Part],
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
enum Layout<'a> {
    /// The text stands in the file as it is, from this byte.
    Verbatim(usize),
    /// One line of the file for each line of the text, with the same indentation more.
    Indented(Vec<Line>, &'a str),
    Unknown,
}

impl<'a> Located<'a> {
    /// The text of a whole file.
    pub fn file(file: FileId, text: &'a str) -> Self {
        Self { text, span: Span::new(file, 0..text.len()), layout: Layout::Verbatim(0), parts: &[] }
    }

    /// The value `text` of a scalar that stands at `span` of `source`.
    pub fn scalar(text: &'a str, source: &'a str, span: Span) -> Self {
        let layout = verbatim(text, source, span)
            .or_else(|| indented(text, source, span))
            .unwrap_or(Layout::Unknown);
        Self { text, span, layout, parts: &[] }
    }

    /// The same text once rewritten: its places stay those of the author's file.
    pub fn rewritten<'b>(self, written: &'b Rewritten) -> Located<'b>
    where
        'a: 'b,
    {
        Located { text: &written.text, parts: &written.parts, ..self }
    }

    /// Where the byte at `offset` was before the text was rewritten.
    pub fn original(&self, offset: usize) -> usize {
        let rank = self.parts.partition_point(|part| part.now <= offset);
        let Some(part) = rank.checked_sub(1).map(|rank| self.parts[rank]) else {
            return offset;
        };
        let next = self.parts.get(rank).map_or(part.then, |next| next.then);
        (part.then + offset - part.now).min(next.max(part.then))
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
            Layout::Indented(lines, source) => {
                let rank = lines.partition_point(|line| line.text <= offset).checked_sub(1)?;
                let line = lines[rank];
                let column = (line.indent + offset - line.text).min(line.width);
                // Lines that YAML folded or indented otherwise may not correspond to the byte.
                Some(source.floor_char_boundary(line.source + column))
            }
        }
    }
}

fn verbatim<'a>(text: &str, source: &str, span: Span) -> Option<Layout<'a>> {
    let written = source.get(span.range())?;
    let quotes = usize::from(written.starts_with(['"', '\'']));
    let inside = written.get(quotes..)?;
    inside.starts_with(text).then_some(Layout::Verbatim(span.start as usize + quotes))
}

fn indented<'a>(text: &str, source: &'a str, span: Span) -> Option<Layout<'a>> {
    let start = span.start as usize;
    let header = source.get(start..)?.starts_with('|');
    let line_start = source[..start].rfind('\n').map_or(0, |i| i + 1);
    let first_line = if header { start + source[start..].find('\n')? + 1 } else { line_start };
    let spaces = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let written = source[first_line..].lines().find(|l| !l.trim().is_empty())?;
    let content = text.lines().find(|l| !l.trim().is_empty())?;
    let indent = spaces(written).checked_sub(spaces(content))?;
    if written.trim() != content.trim() {
        return None;
    }
    let (mut in_text, mut in_source) = (0, first_line);
    let pairs = text.split_inclusive('\n').zip(source[first_line..].split_inclusive('\n'));
    let lines = pairs.map(|(line, written)| {
        let width = written.trim_end_matches(['\r', '\n']).len();
        let placed = Line { text: in_text, source: in_source, indent, width };
        in_text += line.len();
        in_source += written.len();
        placed
    });
    Some(Layout::Indented(lines.collect(), source))
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
    fn escapes_point_at_the_whole_scalar() {
        let source = "a: \"x\\ty\"\n";
        let span = Span::new(FileId(0), 3..9);
        let located = Located::scalar("x\ty", source, span);
        assert_eq!(located.at(2..3), span);
    }
}
