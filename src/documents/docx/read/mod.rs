//! Answers of a Word document: content controls as Word saves them, bookmarks as other programs leave them.
//!
//! The head of `docx` tells the names. A control with its tag is believed; `LibreOffice` 7.4 keeps no tag,
//! and what one types there may end outside the control: then the whole cell, or the paragraph and those that go on from it, is the answer.

mod activex;
mod blocks;
mod body;

use std::collections::{BTreeMap, BTreeSet};

use super::names;
use crate::answers::blank::Labels;
use crate::answers::claim::Claim;
use crate::answers::code::RefusalCode;
use crate::answers::found::{Findings, Found};
use crate::answers::index::Index;
use crate::answers::said::Refusal;
use crate::documents::names::FieldNames;
use crate::documents::package::read::Archive;
use crate::documents::xml::read::Tree;
use crate::model::questionnaire::Way;
use activex::Boxes;
use body::Body;

/// The text of a Word document.
#[derive(Debug)]
pub struct Document {
    text: String,
    boxes: Boxes,
}

/// What the file says of itself, and its text.
pub fn open(archive: &mut Archive<'_>) -> Result<(Claim, Document), Refusal> {
    let types = archive.part(names::CONTENT_TYPES)?.unwrap_or_default();
    if types.contains("macroEnabled") {
        return Err(Refusal::new(RefusalCode::Macros));
    }
    let claim = archive.claim(names::CUSTOM_PROPERTIES, names::PROPERTY, names::PROPERTY_NAME)?;
    let text = archive.part(names::DOCUMENT)?.unwrap_or_default();
    let boxes = activex::boxes(archive, &text)?;
    Ok((claim, Document { text, boxes }))
}

/// The answers of `word/document.xml`, and its whole text; `labels` are what the form prints before each answer.
pub fn read(document: &Document, index: &Index<'_>, labels: &Labels) -> Result<Findings, Refusal> {
    let mut file = Body {
        tree: Tree::new(&document.text)?,
        index,
        labels,
        names: FieldNames::new(index),
        places: BTreeMap::new(),
        taken: BTreeSet::new(),
    };
    let mut findings = Findings::default();
    let mut known = file.controls(&mut findings);
    known.extend(file.drawn_boxes(&mut findings, &document.boxes));
    file.bookmarks(&mut findings, &known);
    findings.blocks = blocks::of(&file);
    file.tree.finish()?;
    Ok(findings)
}

impl Body<'_, '_> {
    /// Answers of the controls that have their tag. Returns the fields that they answer.
    fn controls(&mut self, findings: &mut Findings) -> BTreeSet<usize> {
        let mut tagged = BTreeSet::new();
        let controls: Vec<usize> = self.tree.all("w:sdt").collect();
        for control in controls {
            let Some(tag) = self.property(control, "w:tag") else { continue };
            let rank = self.index.by_id(&tag).or_else(|| self.names.rank(&tag));
            let Some(rank) = rank else {
                findings.unknown.push(tag);
                continue;
            };
            self.places.insert(control, rank);
            tagged.insert(rank);
            let found = match self.way(rank) {
                Way::Ticked => {
                    let is_ticked = self.is_ticked(control) || self.is_marked_so(control, rank);
                    Found::Tick(is_ticked)
                }
                Way::Written | Way::Picked => Found::Text(self.controlled(control, rank)),
            };
            findings.keep(self.index, rank, found);
        }
        tagged
    }

    /// Boxes that are programs of their own, by their names. Returns their fields.
    fn drawn_boxes(&mut self, findings: &mut Findings, boxes: &Boxes) -> BTreeSet<usize> {
        let mut drawn = BTreeSet::new();
        let controls: Vec<usize> = self.tree.all("w:control").collect();
        for control in controls {
            let name = self.tree.attribute(control, "w:name").unwrap_or_default();
            let rank = self.index.by_id(&name).or_else(|| self.names.rank(&name));
            let is_box = |rank: &usize| self.way(*rank) == Way::Ticked;
            let Some(rank) = rank.filter(is_box) else { continue };
            let state = self.tree.attribute(control, "r:id").and_then(|id| boxes.get(&id).copied());
            let Some(state) = state else { continue };
            self.places.insert(control, rank);
            drawn.insert(rank);
            let is_ticked = state || self.is_marked_so(control, rank);
            findings.keep(self.index, rank, Found::Tick(is_ticked));
        }
        drawn
    }

    /// What a control says; else what was written beside it, where nothing else stands.
    fn controlled(&mut self, control: usize, rank: usize) -> String {
        if !self.is_empty(control) {
            let answer = self.unprompted(&self.words(&[control], false));
            if !answer.is_empty() {
                self.taken.insert(control);
                return answer;
            }
        }
        let place = self.place(control);
        let answer = self.answer(&self.words(&place, true), rank);
        self.taken.extend(place);
        answer
    }

    /// Fields that no control answers.
    fn bookmarks(&mut self, findings: &mut Findings, known: &BTreeSet<usize>) {
        let marks: Vec<usize> = self.tree.all("w:bookmarkStart").collect();
        for mark in marks {
            let name = self.tree.attribute(mark, "w:name").unwrap_or_default();
            if !FieldNames::is_ours(&name) {
                continue;
            }
            let Some(rank) = self.names.rank(&name) else {
                findings.unknown.push(name);
                continue;
            };
            if known.contains(&rank) {
                continue;
            }
            self.places.insert(mark, rank);
            let place = self.place(mark);
            let found = match self.way(rank) {
                Way::Ticked => {
                    let is_ticked = place.iter().any(|place| self.is_ticked(*place));
                    Found::Tick(is_ticked || self.is_marked_so(mark, rank))
                }
                Way::Written | Way::Picked => {
                    let answer = self.answer(&self.words(&place, false), rank);
                    self.taken.extend(place);
                    Found::Text(answer)
                }
            };
            findings.keep(self.index, rank, found);
        }
    }
}
