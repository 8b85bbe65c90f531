//! Answers of a Word document: content controls as Word saves them, bookmarks as `LibreOffice` leaves them.
//!
//! The head of `docx` tells the names. A control with its tag is believed; `LibreOffice` 7.4 keeps no tag,
//! and what one types there may end outside the control: then the whole cell, or the paragraph and those that go on from it, is the answer.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::names;
use crate::answers::claim::Claim;
use crate::answers::code::RefusalCode;
use crate::answers::found::{Findings, Found};
use crate::answers::grid::{self, Line, Table};
use crate::answers::index::Index;
use crate::answers::said::Refusal;
use crate::answers::text::{is_blank, tidy};
use crate::answers::tick;
use crate::documents::names as shared;
use crate::documents::package::read::Archive;
use crate::documents::xml::read::Tree;
use crate::model::questionnaire::{Shape, Way};

/// What was taken out with changes tracked, and what is said twice for older programs.
const SILENT: [&str; 4] = ["w:del", "w:moveFrom", "mc:Fallback", "w:sdtPr"];
/// A prompt as short as a date's could begin an answer.
const LONG_PROMPT: usize = 8;

/// What the file says of itself, and its text.
pub fn open(archive: &mut Archive<'_>) -> Result<(Claim, String), Refusal> {
    let types = archive.part(names::CONTENT_TYPES)?.unwrap_or_default();
    if types.contains("macroEnabled") {
        return Err(Refusal::new(RefusalCode::Macros));
    }
    let claim = archive.claim(names::CUSTOM_PROPERTIES, names::PROPERTY, names::PROPERTY_NAME)?;
    Ok((claim, archive.part(names::DOCUMENT)?.unwrap_or_default()))
}

/// The answers of `word/document.xml`.
pub fn read(document: &str, index: &Index<'_>) -> Result<Findings, Refusal> {
    let tree = Tree::new(document)?;
    let bookmarks = shared::ranks(index);
    let mut file = Body { tree, index, bookmarks, held: BTreeMap::new() };
    let mut findings = Findings::default();
    let tagged = file.controls(&mut findings);
    file.bookmarks(&mut findings, &tagged);
    file.tables(&mut findings);
    file.tree.finish()?;
    Ok(findings)
}

struct Body<'t, 'q> {
    tree: Tree<'t>,
    index: &'t Index<'q>,
    bookmarks: BTreeMap<String, usize>,
    /// The field that each cell holds.
    held: BTreeMap<usize, usize>,
}

impl Body<'_, '_> {
    /// Answers of the controls that have their tag. Returns the fields that they answer.
    fn controls(&mut self, findings: &mut Findings) -> BTreeSet<usize> {
        let mut tagged = BTreeSet::new();
        let controls: Vec<usize> = self.tree.all("w:sdt").collect();
        for control in controls {
            let Some(tag) = self.property(control, "w:tag") else { continue };
            let rank = self.index.by_id(&tag).or_else(|| self.bookmarks.get(&tag).copied());
            let Some(rank) = rank else {
                findings.unknown.push(tag);
                continue;
            };
            self.hold(control, rank);
            tagged.insert(rank);
            let found = match self.way(rank) {
                Way::Ticked => {
                    let is_ticked = self.is_ticked(control) || self.is_marked_so(control, rank);
                    Found::Tick(is_ticked)
                }
                Way::Written | Way::Picked => Found::Text(self.controlled(control)),
            };
            findings.keep(self.index, rank, found);
        }
        tagged
    }

    fn way(&self, rank: usize) -> Way {
        self.index.fields[rank].1.kind.way()
    }

    /// Notes which cell a field is in.
    fn hold(&mut self, place: usize, rank: usize) {
        if let Some(cell) = self.tree.around(place, &["w:tc"]) {
            self.held.insert(cell, rank);
        }
    }

    /// The value of a property of a control.
    fn property(&self, control: usize, name: &str) -> Option<String> {
        let properties = self.properties(control)?;
        let found = self.tree.all_in(properties, name).next()?;
        let value = self.tree.attribute(found, "w:val");
        Some(value.unwrap_or_default())
    }

    fn properties(&self, control: usize) -> Option<usize> {
        let own = |rank: &usize| self.tree.parent(*rank) == control;
        self.tree.all_in(control, "w:sdtPr").find(own)
    }

    fn is_empty(&self, control: usize) -> bool {
        let shown = self.property(control, "w:showingPlcHdr");
        shown.is_some_and(|value| !matches!(value.as_str(), "0" | "false"))
    }

    fn is_ticked(&self, around: usize) -> bool {
        let checked = self.tree.all_in(around, "w14:checked").next();
        let value = checked.and_then(|rank| self.tree.attribute(rank, "w14:val"));
        value.is_some_and(|value| matches!(value.as_str(), "1" | "true" | "on"))
    }

    /// Whether a mark ticks a box: inside its control or bookmark, or before its label where its line has no other box.
    fn is_marked_so(&self, place: usize, rank: usize) -> bool {
        let inside = self.words_in(std::iter::once(place..self.end(place)), false);
        if tick::begun(&inside) == Some(true) {
            return true;
        }
        let Some(line) = self.tree.around(place, &["w:p"]) else { return false };
        let (question, field) = self.index.fields[rank];
        let is_alone = self.marks(line) <= 1 && self.tree.all_in(line, "w:sdt").count() <= 1;
        is_alone && tick::is_marked(&self.words(&[line], false), question, field)
    }

    /// Where a control or a bookmark ends.
    fn end(&self, place: usize) -> usize {
        let end = self.tree.end(place);
        if !self.tree.is(place, "w:bookmarkStart") {
            return end;
        }
        let id = self.tree.attribute(place, "w:id");
        let line = self.tree.around(place, &["w:p"]).map_or(end, |line| self.tree.end(line));
        let closes = |rank: &usize| {
            self.tree.is(*rank, "w:bookmarkEnd") && self.tree.attribute(*rank, "w:id") == id
        };
        self.tree.paid(end..line).find(closes).unwrap_or(end)
    }

    /// What a control says; else what was written beside it, where nothing else stands.
    fn controlled(&self, control: usize) -> String {
        if !self.is_empty(control) {
            let answer = self.unprompted(&self.words(&[control], false));
            if !answer.is_empty() {
                return answer;
            }
        }
        let place = self.place(control);
        self.unprompted(&self.words(&place, true))
    }

    /// Fields that no control answers.
    fn bookmarks(&mut self, findings: &mut Findings, tagged: &BTreeSet<usize>) {
        let marks: Vec<usize> = self.tree.all("w:bookmarkStart").collect();
        for mark in marks {
            let name = self.tree.attribute(mark, "w:name").unwrap_or_default();
            if !name.starts_with(shared::BOOKMARK) {
                continue;
            }
            let Some(rank) = self.bookmarks.get(&name).copied() else {
                findings.unknown.push(name);
                continue;
            };
            if tagged.contains(&rank) {
                continue;
            }
            self.hold(mark, rank);
            let place = self.place(mark);
            let found = match self.way(rank) {
                Way::Ticked => {
                    let is_ticked = place.iter().any(|place| self.is_ticked(*place));
                    Found::Tick(is_ticked || self.is_marked_so(mark, rank))
                }
                Way::Written | Way::Picked => {
                    Found::Text(self.unprompted(&self.words(&place, false)))
                }
            };
            findings.keep(self.index, rank, found);
        }
    }

    /// The cell around a field; or its paragraph, and those after it that go on with the answer.
    fn place(&self, field: usize) -> Vec<usize> {
        if let Some(cell) = self.tree.around(field, &["w:tc"]) {
            return vec![cell];
        }
        let Some(first) = self.tree.around(field, &["w:p"]) else {
            // A mark between paragraphs belongs to the one that follows.
            let next =
                self.tree.paid(field..self.tree.len()).find(|rank| self.tree.is(*rank, "w:p"));
            return next.into_iter().collect();
        };
        let mut place = vec![first];
        if self.goes_on(first) {
            let mut next = self.tree.end(first);
            while next < self.tree.len() && self.tree.is(next, "w:p") && self.goes_on(next) {
                if self.marks(next) > 0 {
                    break;
                }
                place.push(next);
                next = self.tree.end(next);
            }
        }
        place
    }

    /// Whether a paragraph is one of an answer, by its style.
    fn goes_on(&self, paragraph: usize) -> bool {
        let style = self.tree.all_in(paragraph, "w:pStyle").next();
        let style = style.and_then(|rank| self.tree.attribute(rank, "w:val"));
        style.is_some_and(|style| names::is_answer(&style))
    }

    /// How many bookmarks of fields a paragraph holds.
    fn marks(&self, paragraph: usize) -> usize {
        let marks = self.tree.all_in(paragraph, "w:bookmarkStart");
        let names = marks.filter_map(|mark| self.tree.attribute(mark, "w:name"));
        names.filter(|name| name.starts_with(shared::BOOKMARK)).count()
    }

    /// The words of these elements, a line a paragraph; without those of controls that show a prompt, if asked.
    fn words(&self, places: &[usize], without_prompts: bool) -> String {
        let whole = places.iter().map(|place| *place..self.tree.end(*place));
        self.words_in(whole, without_prompts)
    }

    fn words_in(
        &self,
        places: impl Iterator<Item = Range<usize>>,
        without_prompts: bool,
    ) -> String {
        let tree = &self.tree;
        let mut words = String::new();
        let mut begun = false;
        for place in places {
            let Range { start: mut rank, end } = tree.paid(place);
            while rank < end {
                let node = tree.node(rank);
                let name = node.name();
                let prompt = without_prompts && name == b"w:sdt" && self.is_empty(rank);
                if prompt || SILENT.iter().any(|silent| silent.as_bytes() == name) {
                    rank = tree.end(rank);
                    continue;
                }
                match name {
                    b"w:p" if begun => words.push('\n'),
                    b"w:p" => begun = true,
                    b"w:br" | b"w:cr" => words.push('\n'),
                    b"w:tab" if !tree.is(tree.parent(rank), "w:tabs") => words.push('\t'),
                    b"w:sym" => words.extend(self.symbol(rank)),
                    b"w:noBreakHyphen" => words.push('\u{2011}'),
                    b"" if tree.is(tree.parent(rank), "w:t") => {
                        words.push_str(node.text().unwrap_or_default());
                    }
                    _ => {}
                }
                rank += 1;
            }
        }
        words
    }

    /// The letter that a symbol stands for.
    fn symbol(&self, rank: usize) -> Option<char> {
        let font = self.tree.attribute(rank, "w:font")?;
        names::symbol(&font, &self.tree.attribute(rank, "w:char")?)
    }

    /// Without the prompt, alone or left beside an answer.
    fn unprompted(&self, words: &str) -> String {
        let answer = tidy(words);
        if self.index.is_prompt(&answer) {
            return String::new();
        }
        let prompts = self.index.asked.prompts.iter().map(|prompt| prompt.trim_matches(is_blank));
        for prompt in prompts.filter(|prompt| prompt.chars().count() >= LONG_PROMPT) {
            let beside = answer.strip_prefix(prompt).or_else(|| answer.strip_suffix(prompt));
            if let Some(rest) = beside {
                return tidy(rest);
            }
        }
        answer
    }

    /// Rows that hold no field, in tables that hold some.
    fn tables(&self, findings: &mut Findings) {
        for table in self.tree.all("w:tbl") {
            let held = self.held.range(table..self.tree.end(table)).next();
            let Some((question, field)) = held.map(|(_, rank)| self.index.fields[*rank]) else {
                continue;
            };
            let side = field.id[question.id.len()..].split(':').nth(1);
            if matches!(question.shape, Shape::Apart | Shape::AnyOf) {
                continue;
            }
            let table = Table { question, side, lines: self.lines(table) };
            grid::settle(self.index, findings, &table);
        }
    }

    /// The rows of a table under its head.
    fn lines(&self, table: usize) -> Vec<Line> {
        let tree = &self.tree;
        let rows = tree.all_in(table, "w:tr").filter(|row| {
            let own = tree.around(tree.parent(*row), &["w:tbl"]) == Some(table);
            own && tree.all_in(*row, "w:tblHeader").next().is_none()
        });
        let line = |row: usize| {
            let own = |cell: &usize| tree.around(*cell, &["w:tr"]) == Some(row);
            let cells: Vec<usize> = tree.all_in(row, "w:tc").filter(own).collect();
            let mut words = cells.iter().map(|cell| self.unprompted(&self.words(&[*cell], true)));
            Line {
                heading: words.next().unwrap_or_default(),
                cells: words.collect(),
                known: cells.iter().filter_map(|cell| self.held.get(cell).copied()).collect(),
            }
        };
        rows.map(line).collect()
    }
}
