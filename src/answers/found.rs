//! What a file gives, before it is understood.

use std::collections::BTreeMap;

use super::block::Block;
use super::code::RemarkCode;
use super::index::{Index, MOST_REMARKS};
use super::said::Remark;
use super::text;

/// An answer as the file gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    Text(String),
    Tick(bool),
}

/// All that a file gives.
#[derive(Debug, Default)]
pub struct Findings {
    /// By the rank of the field.
    pub answers: BTreeMap<usize, Found>,
    pub remarks: Vec<Remark>,
    /// Rows that the tables of questions do not have: the id of each question, and its cells.
    pub added: Vec<(String, Vec<String>)>,
    /// Names of places that the dossier does not have.
    pub unknown: Vec<String>,
    /// The whole text, in the formats that have one.
    pub blocks: Vec<Block>,
    /// The question that a table is named after and the side of a budget, by the number of the table.
    pub tables: BTreeMap<usize, (usize, Option<String>)>,
}

impl Findings {
    /// Keeps an answer. Where a place was copied, the first one that is filled counts, and the others are said.
    pub fn keep(&mut self, index: &Index<'_>, rank: usize, found: Found) {
        match self.answers.get(&rank) {
            Some(known) if *known == found || found == Found::Text(String::new()) => {}
            Some(Found::Text(known)) if !known.is_empty() => {
                let Found::Text(other) = &found else { return };
                let (question, field) = index.fields[rank];
                let remark = Remark::at(RemarkCode::DoubleAnswer, &question.place_of(field));
                let (known, other) = (text::excerpt(known), text::excerpt(other));
                self.say(remark.with("gardee", known).with("autre", other));
            }
            Some(Found::Tick(true)) => {}
            _ => {
                self.answers.insert(rank, found);
            }
        }
    }

    /// Keeps a remark, of which there are not too many yet.
    pub fn say(&mut self, remark: Remark) {
        if self.remarks.len() < MOST_REMARKS {
            self.remarks.push(remark);
        }
    }

    /// Whether nothing was found in the place of a field, if it has one.
    pub fn is_empty(&self, rank: usize) -> bool {
        let found = self.answers.get(&rank);
        found.is_none_or(|found| *found == Found::Text(String::new()))
    }
}
