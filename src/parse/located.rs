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
        Self { text, span: Span::new(file, 0..text.len()), layout: Layout::Verbatim(0) }
    }

    /// The value `text` of a scalar that stands at `span` of `source`.
    pub fn scalar(text: &'a str, source: &'a str, span: Span) -> Self {
        let layout = verbatim(text, source, span)
            .or_else(|| indented(text, source, span))
            .unwrap_or(Layout::Unknown);
        Self { text, span, layout }
    }

    /// The place of `range`, in bytes of the text.
    pub fn at(&self, range: Range<usize>) -> Span {
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
