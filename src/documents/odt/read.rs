//! Answers of an `OpenDocument` text, by the names that its writer gives and that an office suite keeps.
//!
//! The head of `odt` tells the whole.

use std::collections::BTreeMap;
use std::ops::Range;

use super::names;
use crate::answers::claim::Claim;
use crate::answers::code::RefusalCode;
use crate::answers::found::{Findings, Found};
use crate::answers::grid::{self, Line, Table};
use crate::answers::index::Index;
use crate::answers::said::Refusal;
use crate::answers::text::tidy;
use crate::answers::tick;
use crate::documents::names as shared;
use crate::documents::odf;
use crate::documents::package::read::Archive;
use crate::documents::xml::read::Tree;
use crate::model::questionnaire::{Shape, Way};

/// What stands among words without being said: comments, notes, prompts, descriptions of pictures.
const SILENT: [&str; 6] = [
    "office:annotation",
    "text:note",
    "text:placeholder",
    "svg:title",
    "svg:desc",
    "text:tracked-changes",
];
/// Spaces that one element stands for: more would be no words.
const MOST_SPACES: usize = 1000;

/// What the file says of itself, and its text.
pub fn open(archive: &mut Archive<'_>) -> Result<(Claim, String), Refusal> {
    let manifest = archive.part(names::MANIFEST)?.unwrap_or_default();
    if manifest.contains(":encryption-data") {
        return Err(Refusal::new(RefusalCode::Encrypted));
    }
    let claim = archive.claim(names::META, odf::PROPERTY, odf::PROPERTY_NAME)?;
    let content = archive.part(names::CONTENT)?;
    Ok((claim, content.ok_or_else(|| Refusal::new(RefusalCode::BrokenArchive))?))
}

/// The answers of `content.xml`.
pub fn read(content: &str, index: &Index<'_>) -> Result<Findings, Refusal> {
    let tree = Tree::new(content)?;
    let file = Content { styles: parents(&tree), tree, index };
    let mut findings = Findings::default();
    file.sections(&mut findings);
    file.boxes(&mut findings);
    let known = file.cells(&mut findings);
    file.tables(&mut findings, &known);
    file.bookmarks(&mut findings);
    file.tree.finish()?;
    Ok(findings)
}

/// The style that each automatic style of paragraphs stands for.
fn parents(tree: &Tree<'_>) -> BTreeMap<String, String> {
    let of = |rank| {
        let name = tree.attribute(rank, "style:name")?;
        Some((name, tree.attribute(rank, "style:parent-style-name")?))
    };
    tree.all("style:style").filter_map(of).collect()
}

struct Content<'t, 'q> {
    tree: Tree<'t>,
    styles: BTreeMap<String, String>,
    index: &'t Index<'q>,
}

impl Content<'_, '_> {
    fn sections(&self, findings: &mut Findings) {
        for section in self.tree.all("text:section") {
            let name = self.tree.attribute(section, "text:name").unwrap_or_default();
            let Some(id) = names::field_of(&name) else { continue };
            let Some(rank) = self.index.by_id(id) else {
                findings.unknown.push(id.to_owned());
                continue;
            };
            let answer = self.answer(section);
            findings.keep(self.index, rank, Found::Text(answer));
        }
    }

    /// The paragraphs of a section, but for the question.
    fn answer(&self, section: usize) -> String {
        let mut titled = false;
        let mut lines = Vec::new();
        for rank in self.tree.ranks_in(section) {
            let title = self.tree.is(rank, "text:h");
            if !title && !self.tree.is(rank, "text:p") || self.is_silent(rank, section) {
                continue;
            }
            if title && !titled {
                titled = true;
            } else if !self.is_label(rank) {
                lines.push(self.words(rank));
            }
        }
        self.unprompted(&lines)
    }

    fn unprompted(&self, lines: &[String]) -> String {
        let answer = tidy(&lines.join("\n"));
        if self.index.is_prompt(&answer) { String::new() } else { answer }
    }

    /// Whether a node stands in a comment or a note.
    fn is_silent(&self, rank: usize, within: usize) -> bool {
        self.tree.around(rank, &SILENT).is_some_and(|around| around > within)
    }

    fn is_label(&self, paragraph: usize) -> bool {
        let style = self.tree.attribute(paragraph, "text:style-name").unwrap_or_default();
        let style = self.styles.get(&style).unwrap_or(&style);
        names::LABEL_STYLES.contains(&style.as_str())
    }

    /// The words of a paragraph. White space is one space (ODF 1.3, part 3, 6.1.2).
    fn words(&self, paragraph: usize) -> String {
        let tree = &self.tree;
        let mut words = String::new();
        let Range { start: mut rank, end } = tree.ranks_in(paragraph);
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
                name if SILENT.iter().any(|silent| silent.as_bytes() == name) => {
                    rank = tree.end(rank);
                    continue;
                }
                _ => {}
            }
            rank += 1;
        }
        words
    }

    fn boxes(&self, findings: &mut Findings) {
        let shown = self.shown();
        for found in self.tree.all("form:checkbox") {
            let id = self.tree.attribute(found, "form:name").unwrap_or_default();
            let Some(rank) = self.index.by_id(&id) else {
                findings.unknown.push(id);
                continue;
            };
            let state = self.tree.attribute(found, "form:current-state");
            let is_ticked = state.as_deref() == Some("checked");
            let is_ticked = is_ticked || self.is_marked(found, rank, &shown);
            findings.keep(self.index, rank, Found::Tick(is_ticked));
        }
    }

    /// The line where each control of the form is shown, alone.
    fn shown(&self) -> BTreeMap<String, usize> {
        let line = |control: usize| {
            let id = self.tree.attribute(control, "draw:control")?;
            Some((id, self.tree.around(control, &["text:p", "text:h"])?))
        };
        let mut shown: BTreeMap<String, usize> =
            self.tree.all("draw:control").filter_map(line).collect();
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for line in shown.values() {
            *counts.entry(*line).or_default() += 1;
        }
        shown.retain(|_, line| counts[line] == 1);
        shown
    }

    /// Whether a mark was typed beside a box.
    fn is_marked(&self, found: usize, rank: usize, shown: &BTreeMap<String, usize>) -> bool {
        let ids = ["xml:id", "form:id"];
        let id = ids.iter().find_map(|name| self.tree.attribute(found, name));
        let line = id.and_then(|id| shown.get(&id).copied());
        let (question, field) = self.index.fields[rank];
        line.is_some_and(|line| tick::is_marked(&self.words(line), question, field))
    }

    /// The cells that hold the bookmark of a field, by the rank of the cell.
    fn cells(&self, findings: &mut Findings) -> BTreeMap<usize, usize> {
        let mut known = BTreeMap::new();
        let marks = ["text:bookmark", "text:bookmark-start"];
        for mark in marks.into_iter().flat_map(|name| self.tree.all(name)) {
            let name = self.tree.attribute(mark, "text:name").unwrap_or_default();
            let Some(id) = names::field_of(&name) else { continue };
            let Some(rank) = self.index.by_id(id) else {
                findings.unknown.push(id.to_owned());
                continue;
            };
            // Elsewhere than in a cell, a section says it.
            let Some(cell) = self.tree.around(mark, &["table:table-cell"]) else { continue };
            known.insert(cell, rank);
            findings.keep(self.index, rank, Found::Text(self.cell(cell)));
        }
        known
    }

    /// The places of a Word form that `LibreOffice` has saved in this format: their bookmarks are left, and boxes keep
    /// their state.
    fn bookmarks(&self, findings: &mut Findings) {
        let ranks = shared::ranks(self.index);
        let name = |mark: usize| self.tree.attribute(mark, "text:name").unwrap_or_default();
        let ends = self.tree.all("text:bookmark-end").map(|end| (name(end), end));
        let ends: BTreeMap<String, usize> = ends.collect();
        for start in self.tree.all("text:bookmark-start") {
            let name = name(start);
            let Some(rank) = ranks.get(&name).copied() else {
                if name.starts_with(shared::BOOKMARK) {
                    findings.unknown.push(name);
                }
                continue;
            };
            let place = start..ends.get(&name).copied().unwrap_or(start).max(start);
            let found = match self.index.fields[rank].1.kind.way() {
                Way::Ticked => Found::Tick(self.is_checked(place, rank)),
                Way::Written | Way::Picked => Found::Text(self.written(place)),
            };
            findings.keep(self.index, rank, found);
        }
    }

    /// Whether the box of a place is ticked, by its program or by a mark.
    fn is_checked(&self, place: Range<usize>, rank: usize) -> bool {
        let start = place.start;
        let control = self.tree.paid(place).find(|rank| self.tree.is(*rank, names::CONTROL));
        if let Some(control) = control {
            let state = self.tree.attribute(control, names::CHECKED);
            return state.as_deref() == Some("true")
                || tick::begun(&self.words(control)) == Some(true);
        }
        let (question, field) = self.index.fields[rank];
        let line = self.tree.around(start, &["text:p", "text:h"]);
        line.is_some_and(|line| tick::is_marked(&self.words(line), question, field))
    }

    /// What stands in a place: its cell, else its paragraphs, where one may have typed beside both marks.
    fn written(&self, place: Range<usize>) -> String {
        if let Some(cell) = self.tree.around(place.start, &["table:table-cell"]) {
            return self.cell(cell);
        }
        let first = self.tree.around(place.start, &["text:p", "text:h"]).unwrap_or(place.start);
        let paragraphs = self.tree.paid(first..place.end + 1);
        let paragraphs = paragraphs.filter(|rank| self.tree.is(*rank, "text:p"));
        self.unprompted(&paragraphs.map(|rank| self.words(rank)).collect::<Vec<String>>())
    }

    fn cell(&self, cell: usize) -> String {
        let paragraphs = self.tree.ranks_in(cell).filter(|rank| {
            let is_words = self.tree.is(*rank, "text:p") || self.tree.is(*rank, "text:h");
            is_words && !self.is_silent(*rank, cell)
        });
        self.unprompted(&paragraphs.map(|rank| self.words(rank)).collect::<Vec<String>>())
    }

    fn tables(&self, findings: &mut Findings, known: &BTreeMap<usize, usize>) {
        for table in self.tree.all("table:table") {
            let name = self.tree.attribute(table, "table:name").unwrap_or_default();
            let Some((id, side)) = names::table_of(&name) else { continue };
            let named = self.index.asked.questions.iter().find(|question| {
                question.id == id || question.former.iter().any(|former| former == id)
            });
            let Some(question) = named else { continue };
            let is_box =
                question.fields.first().is_some_and(|field| field.kind.way() == Way::Ticked);
            if is_box || matches!(question.shape, Shape::Apart | Shape::AnyOf) {
                continue;
            }
            let table = Table { question, side, lines: self.lines(table, known) };
            grid::settle(self.index, findings, &table);
        }
    }

    /// The rows of a table under its head.
    fn lines(&self, table: usize, known: &BTreeMap<usize, usize>) -> Vec<Line> {
        let tree = &self.tree;
        let own = |rank: usize| tree.around(tree.parent(rank), &["table:table"]) == Some(table);
        let headed = |rank: usize| {
            let around = ["table:table-header-rows", "table:table"];
            tree.around(rank, &around).is_some_and(|rank| tree.is(rank, around[0]))
        };
        let rows = tree.all_in(table, "table:table-row").filter(|row| own(*row) && !headed(*row));
        let line = |row: usize| {
            let cells = tree.ranks_in(row).filter(|rank| {
                let is_cell = ["table:table-cell", "table:covered-table-cell"]
                    .iter()
                    .any(|name| tree.is(*rank, name));
                is_cell && tree.parent(*rank) == row
            });
            let cells: Vec<usize> = cells.collect();
            let mut words = cells.iter().map(|cell| self.cell(*cell));
            Line {
                heading: words.next().unwrap_or_default(),
                cells: words.collect(),
                known: cells.iter().filter_map(|cell| known.get(cell).copied()).collect(),
            }
        };
        rows.map(line).collect()
    }
}
