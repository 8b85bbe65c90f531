//! Answers of an `OpenDocument` text, by the names that its writer gives and that an office suite keeps.
//!
//! The head of `odt` tells the whole.

mod blocks;
mod content;

use std::collections::BTreeMap;
use std::ops::Range;

use super::names;
use crate::answers::blank::Labels;
use crate::answers::claim::Claim;
use crate::answers::code::RefusalCode;
use crate::answers::found::{Findings, Found};
use crate::answers::index::Index;
use crate::answers::said::Refusal;
use crate::answers::tick;
use crate::documents::names::FieldNames;
use crate::documents::odf;
use crate::documents::package::read::{self, Archive};
use crate::documents::xml::read::Tree;
use crate::model::questionnaire::Way;
use content::Content;

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

/// The same of a file that is one XML document (`.fodt`), if this is one.
pub fn flat(bytes: &[u8]) -> Result<Option<(Claim, String)>, Refusal> {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]);
    if !start.contains("<office:document ") {
        return Ok(None);
    }
    let text = String::from_utf8(bytes.to_vec());
    let text = text.map_err(|_| Refusal::new(RefusalCode::BrokenXml))?;
    let text = text.trim_start_matches('\u{feff}').to_owned();
    let tree = Tree::new(&text)?;
    if tree.all("office:text").next().is_none() {
        return Err(Refusal::new(RefusalCode::UnknownFormat));
    }
    let claim = read::claim(&tree, odf::PROPERTY, odf::PROPERTY_NAME);
    Ok(Some((claim, text)))
}

/// The answers of `content.xml`, and its whole text; `labels` are what the form prints before each answer.
pub fn read(content: &str, index: &Index<'_>, labels: &Labels) -> Result<Findings, Refusal> {
    let mut file = Content::new(content, index, labels)?;
    let mut findings = Findings::default();
    file.sections(&mut findings);
    file.boxes(&mut findings);
    file.cells(&mut findings);
    file.bookmarks(&mut findings);
    (findings.blocks, findings.tables) = blocks::of(&file);
    file.tree.finish()?;
    Ok(findings)
}

impl Content<'_, '_> {
    /// The field that an element is named after; a name of ours that no field has is noted.
    fn named(&self, findings: &mut Findings, name: String) -> Option<usize> {
        let rank = self.names.rank(&name);
        if rank.is_none() && FieldNames::is_ours(&name) {
            findings.unknown.push(name);
        }
        rank
    }

    fn sections(&mut self, findings: &mut Findings) {
        let sections: Vec<usize> = self.tree.all("text:section").collect();
        for section in sections {
            let name = self.tree.attribute(section, "text:name").unwrap_or_default();
            let Some(rank) = self.named(findings, name) else { continue };
            let answer = self.answer(section, rank);
            findings.keep(self.index, rank, Found::Text(answer));
            self.sections.insert(section, rank);
        }
    }

    /// The paragraphs of a section, but for the question.
    fn answer(&mut self, section: usize, rank: usize) -> String {
        let is_known = self.labels.are_known(rank);
        let mut titled = false;
        let mut lines: Vec<String> = Vec::new();
        for paragraph in self.paragraphs(section) {
            let is_title = self.tree.is(paragraph, "text:h") && !titled;
            titled |= is_title;
            let is_label = is_title || self.is_label(paragraph);
            let words = self.words(paragraph);
            let said = self.labels.after(rank, &words);
            let is_printed = lines.is_empty() && said.is_empty() && (is_label || !words.is_empty());
            // One may have written over a label: only what the form is known to print there is none of the answer.
            if is_printed || is_label && !is_known {
                continue;
            }
            lines.push(if lines.is_empty() { said.to_owned() } else { words });
            self.taken.insert(paragraph);
        }
        self.unprompted(&lines)
    }

    fn boxes(&mut self, findings: &mut Findings) {
        let shown = self.shown();
        let boxes: Vec<usize> = self.tree.all("form:checkbox").collect();
        for found in boxes {
            let name = self.tree.attribute(found, "form:name").unwrap_or_default();
            let Some(rank) = self.index.by_id(&name).or_else(|| self.names.rank(&name)) else {
                findings.unknown.push(name);
                continue;
            };
            let ids = ["xml:id", "form:id"];
            let id = ids.iter().find_map(|name| self.tree.attribute(found, name));
            let line = id.and_then(|id| shown.get(&id).copied());
            let state = self.tree.attribute(found, "form:current-state");
            let is_ticked = state.as_deref() == Some("checked");
            let is_ticked = is_ticked || line.is_some_and(|line| self.is_marked(line, rank));
            if let Some(line) = line {
                self.places.insert(line, rank);
            }
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

    /// Whether a mark was typed beside the box of a line.
    fn is_marked(&self, line: usize, rank: usize) -> bool {
        let (question, field) = self.index.fields[rank];
        tick::is_marked(&self.words(line), question, field)
    }

    /// The cells that hold the bookmark of a field.
    fn cells(&mut self, findings: &mut Findings) {
        for mark in self.marks() {
            let Some(cell) = self.tree.around(mark, &["table:table-cell"]) else { continue };
            let name = self.tree.attribute(mark, "text:name").unwrap_or_default();
            let Some(rank) = self.named(findings, name) else { continue };
            // The table of one cell in which a long answer is written may be in a section, which says it.
            if self.way(rank) == Way::Ticked || self.section(mark) == Some(rank) {
                continue;
            }
            self.places.insert(mark, rank);
            self.taken.insert(cell);
            let answer = self.written(cell..cell + 1, rank);
            findings.keep(self.index, rank, Found::Text(answer));
        }
    }

    /// The places that neither a section, a cell nor a box says: another program saved the file in this format, and their
    /// bookmarks are left.
    fn bookmarks(&mut self, findings: &mut Findings) {
        let name = |file: &Self, mark: usize| file.tree.attribute(mark, "text:name");
        let ends = self.tree.all("text:bookmark-end");
        let ends: BTreeMap<String, usize> =
            ends.filter_map(|end| Some((name(self, end)?, end))).collect();
        for start in self.marks() {
            let name = name(self, start).unwrap_or_default();
            let Some(rank) = self.names.rank(&name) else {
                if FieldNames::is_ours(&name) && !findings.unknown.contains(&name) {
                    findings.unknown.push(name);
                }
                continue;
            };
            if findings.answers.contains_key(&rank) {
                continue;
            }
            self.places.insert(start, rank);
            let place = start..ends.get(&name).copied().unwrap_or(start).max(start) + 1;
            let found = match self.way(rank) {
                Way::Ticked => Found::Tick(self.is_checked(place, rank)),
                Way::Written | Way::Picked => {
                    let lines = self.lines(place);
                    self.taken.extend(lines.clone());
                    let (first, last) = (lines.first().copied(), lines.last().copied());
                    let lines = first.unwrap_or(start)..last.unwrap_or(start) + 1;
                    Found::Text(self.written(lines, rank))
                }
            };
            findings.keep(self.index, rank, found);
        }
    }

    /// Whether the box of a place is ticked, by its program or by a mark.
    fn is_checked(&self, place: Range<usize>, rank: usize) -> bool {
        let start = place.start;
        let control = self.tree.paid(place).find(|rank| self.tree.is(*rank, names::CONTROL));
        let control = control.or_else(|| self.only_control(start));
        if let Some(control) = control {
            let state = self.tree.attribute(control, names::CHECKED);
            return state.as_deref() == Some("true")
                || tick::begun(&self.words(control)) == Some(true);
        }
        let line = self.tree.around(start, &["text:p", "text:h"]);
        line.is_some_and(|line| self.is_marked(line, rank))
    }

    /// The control of the line where a mark stands, if it has one only.
    fn only_control(&self, mark: usize) -> Option<usize> {
        let line = self.tree.around(mark, &["text:p", "text:h"])?;
        let mut controls = self.tree.all_in(line, names::CONTROL);
        controls.next().filter(|_| controls.next().is_none())
    }
}
