//! The numbers of the notes of a document: a note has one, and is written once, wherever and however often it is called.
//!
//! What a note says is written after the text that calls it first, not where it is called: notes may call notes, in a
//! chain of any length.

use std::collections::{BTreeMap, VecDeque};

use super::text::Note;
use crate::model::prose::NoteId;

/// The notes called so far in a document.
#[derive(Debug, Default)]
pub struct NoteNumbers {
    numbers: BTreeMap<NoteId, usize>,
    /// How many times each is called, the first note first.
    calls: Vec<usize>,
    /// The ranks of those that are not written yet.
    waiting: VecDeque<usize>,
}

/// A call of a note.
pub struct NoteCall {
    /// Of the note, from 1.
    pub number: usize,
    /// Among the calls of this note, from 1.
    pub time: usize,
}

impl NoteNumbers {
    /// Calls one of the `notes` of a text. `None` when there is nothing to read in it, which has been said.
    pub fn call(&mut self, notes: &[Note], rank: usize) -> Option<NoteCall> {
        let note = notes.get(rank).filter(|note| !note.blocks.is_empty())?;
        let next = self.calls.len() + 1;
        let number = *self.numbers.entry(note.id).or_insert(next);
        if number == next {
            self.calls.push(0);
            self.waiting.push_back(rank);
        }
        let time = &mut self.calls[number - 1];
        *time += 1;
        Some(NoteCall { number, time: *time })
    }

    /// The next of the `notes` to write, with its number: until there is none, once the blocks that call them are written.
    pub fn next<'n>(&mut self, notes: &'n [Note]) -> Option<(usize, &'n Note)> {
        let note = notes.get(self.waiting.pop_front()?)?;
        Some((*self.numbers.get(&note.id)?, note))
    }

    /// How many times each note is called, in the order of their numbers.
    pub fn calls(&self) -> &[usize] {
        &self.calls
    }
}
