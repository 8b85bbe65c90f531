//! The text of an `OpenDocument` file, where answers stand in it, and its words.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::super::names;
use crate::answers::blank::Labels;
use crate::answers::index::Index;
use crate::answers::said::Refusal;
use crate::answers::text::tidy;
use crate::documents::names::FieldNames;
use crate::documents::xml::read::Tree;
use crate::model::questionnaire::Way;

/// What stands among words without being said: comments, notes, prompts, descriptions of pictures, what is hidden.
const SILENT: [&str; 8] = [
    "office:annotation",
    "text:note",
    "text:placeholder",
    "svg:title",
    "svg:desc",
    "text:tracked-changes",
    "text:hidden-text",
    "loext:list-item",
];
/// Spaces that one element stands for: more would be no words.
const MOST_SPACES: usize = 1000;

pub struct Content<'t, 'q> {
    pub tree: Tree<'t>,
    pub index: &'t Index<'q>,
    pub labels: &'t Labels,
    pub names: FieldNames,
    /// The style that each automatic style of paragraphs stands for.
    styles: BTreeMap<String, String>,
    /// The styles whose words nobody sees.
    hidden: BTreeSet<String>,
    /// The field of each section.
    pub sections: BTreeMap<usize, usize>,
    /// The field of each bookmark, and of the line of each box.
    pub places: BTreeMap<usize, usize>,
    /// The paragraphs and cells that were read as an answer.
    pub taken: BTreeSet<usize>,
}

impl<'t, 'q> Content<'t, 'q> {
    pub fn new(
        content: &'t str,
        index: &'t Index<'q>,
        labels: &'t Labels,
    ) -> Result<Self, Refusal> {
        let tree = Tree::new(content)?;
        let name = |rank| tree.attribute(rank, "style:name");
        let parent = |rank| Some((name(rank)?, tree.attribute(rank, "style:parent-style-name")?));
        let hidden = |rank| {
            let style = tree.around(rank, &["style:style"])?;
            let display = tree.attribute(rank, "text:display")?;
            name(style).filter(|_| display == "none")
        };
        // A file of one part holds the styles that have names too.
        let automatic = |rank: &usize| {
            tree.around(*rank, &["office:automatic-styles", "office:styles"])
                .is_none_or(|around| tree.is(around, "office:automatic-styles"))
        };
        let styles = tree.all("style:style").filter(automatic).filter_map(parent).collect();
        let hidden = tree.all("style:text-properties").filter_map(hidden).collect();
        let (sections, places, taken) = Default::default();
        let names = FieldNames::new(index);
        Ok(Self { tree, index, labels, names, styles, hidden, sections, places, taken })
    }

    pub fn way(&self, rank: usize) -> Way {
        self.index.fields[rank].1.kind.way()
    }

    /// All bookmarks, where they begin.
    pub fn marks(&self) -> Vec<usize> {
        let marks = ["text:bookmark", "text:bookmark-start"];
        marks.into_iter().flat_map(|name| self.tree.all(name)).collect()
    }

    /// The field of the section around a node.
    pub fn section(&self, rank: usize) -> Option<usize> {
        self.sections.get(&self.tree.around(rank, &["text:section"])?).copied()
    }

    /// The paragraphs in an element, but for those in comments, in notes and in other paragraphs.
    pub fn paragraphs(&self, within: usize) -> Vec<usize> {
        let mut end = 0;
        let mut paragraphs = Vec::new();
        for rank in self.tree.ranks_in(within) {
            if rank >= end && self.is_paragraph(rank) && !self.is_silent(rank, within) {
                paragraphs.push(rank);
                end = self.tree.end(rank);
            }
        }
        paragraphs
    }

    fn is_paragraph(&self, rank: usize) -> bool {
        self.tree.is(rank, "text:p") || self.tree.is(rank, "text:h")
    }

    /// Whether a node stands in a comment or a note.
    fn is_silent(&self, rank: usize, within: usize) -> bool {
        self.tree.around(rank, &SILENT).is_some_and(|around| around > within)
    }

    /// Whether a paragraph has the style of those that precede an answer.
    pub fn is_label(&self, paragraph: usize) -> bool {
        names::LABEL_STYLES.contains(&self.style(paragraph).as_str())
    }

    /// The style of a paragraph.
    pub fn style(&self, paragraph: usize) -> String {
        let style = self.tree.attribute(paragraph, "text:style-name").unwrap_or_default();
        self.styles.get(&style).cloned().unwrap_or(style)
    }

    /// The words of a paragraph. White space is one space (ODF 1.3, part 3, 6.1.2).
    pub fn words(&self, paragraph: usize) -> String {
        let tree = &self.tree;
        let mut words = String::new();
        let Range { start: mut rank, end } = tree.paid(paragraph..tree.end(paragraph));
        while rank < end {
            let node = tree.node(rank);
            if let Some(text) = node.text() {
                for c in text.chars() {
                    let space = matches!(c, ' ' | '\t' | '\n' | '\r');
                    if !space {
                        words.push(c);
                    } else if !words.is_empty() && !words.ends_with([' ', '\n']) {
                        words.push(' ');
                    }
                }
            }
            match node.name() {
                b"text:line-break" => words.push('\n'),
                b"text:tab" => words.push('\t'),
                b"text:s" => {
                    let count = tree.attribute(rank, "text:c").and_then(|c| c.parse().ok());
                    let count: usize = count.unwrap_or(1);
                    words.extend(std::iter::repeat_n(' ', count.min(MOST_SPACES)));
                }
                name if SILENT.iter().any(|silent| silent.as_bytes() == name)
                    || self.is_hidden(rank) =>
                {
                    rank = tree.end(rank);
                    continue;
                }
                _ => {}
            }
            rank += 1;
        }
        words
    }

    /// Whether nobody sees the words of an element.
    fn is_hidden(&self, rank: usize) -> bool {
        let style = || self.tree.attribute(rank, "text:style-name");
        !self.hidden.is_empty() && style().is_some_and(|style| self.hidden.contains(&style))
    }

    /// The paragraphs of a place, in which one may have typed beside both marks; and those that go on with the answer.
    pub fn lines(&self, place: Range<usize>) -> Vec<usize> {
        let first = self.tree.around(place.start, &["text:p", "text:h"]).unwrap_or(place.start);
        let lines = self.tree.paid(first..place.end);
        let mut lines: Vec<usize> = lines.filter(|rank| self.tree.is(*rank, "text:p")).collect();
        let Some(last) = lines.last().copied() else { return lines };
        let style = self.style(last);
        let goes_on = |next: usize| {
            self.tree.is(next, "text:p") && self.style(next) == style && self.has_no_mark(next)
        };
        let mut next = self.tree.end(last);
        while style.starts_with(names::ANSWER) && next < self.tree.len() && goes_on(next) {
            lines.push(next);
            next = self.tree.end(next);
        }
        lines
    }

    fn has_no_mark(&self, paragraph: usize) -> bool {
        let is_ours = |rank: usize| {
            let name = self.tree.attribute(rank, "text:name");
            name.is_some_and(|name| FieldNames::is_ours(&name))
        };
        !self.tree.ranks_in(paragraph).any(is_ours)
    }

    /// What an element says, or several: their paragraphs, without what the form prints there.
    pub fn written(&self, place: Range<usize>, rank: usize) -> String {
        let mut words: Vec<String> = Vec::new();
        let mut at = place.start;
        while at < place.end {
            let own = if self.is_paragraph(at) { vec![at] } else { self.paragraphs(at) };
            words.extend(own.into_iter().map(|paragraph| self.words(paragraph)));
            at = self.tree.end(at);
        }
        if let Some(first) = words.first_mut() {
            *first = self.labels.after(rank, first).to_owned();
        }
        self.unprompted(&words)
    }

    /// What these lines say; nothing where they are a prompt.
    pub fn unprompted(&self, lines: &[String]) -> String {
        let answer = tidy(&lines.join("\n"));
        if self.index.is_prompt(&answer) { String::new() } else { answer }
    }
}
