//! Names found in a file lead to fields: their ids, and the ids that they had.

use std::collections::BTreeMap;

use super::text;
use crate::model::questionnaire::{Asked, Field, Questionnaire};

/// Beyond this nobody reads on, and a hostile file could make millions.
pub const MOST_REMARKS: usize = 500;

/// The fields of a dossier, by all the names that a file may give them.
pub struct Index<'q> {
    pub asked: &'q Questionnaire,
    /// Each with its question, in reading order.
    pub fields: Vec<(&'q Asked, &'q Field)>,
    by_id: BTreeMap<String, usize>,
}

impl<'q> Index<'q> {
    /// The fields of `asked`.
    pub fn new(asked: &'q Questionnaire) -> Self {
        let each = |question: &'q Asked| question.fields.iter().map(move |field| (question, field));
        let fields: Vec<(&Asked, &Field)> = asked.questions.iter().flat_map(each).collect();
        let today = fields.iter().map(|(_, field)| field.id.clone()).zip(0..);
        let mut by_id: BTreeMap<String, usize> = today.collect();
        // A name of today is never taken for one of yesterday.
        for (id, rank) in former(&fields) {
            by_id.entry(id).or_insert(rank);
        }
        Self { asked, fields, by_id }
    }

    /// The ids that fields had, with the ranks of the fields.
    pub fn former(&self) -> impl Iterator<Item = (String, usize)> {
        former(&self.fields)
    }

    /// The rank of a field.
    pub fn by_id(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// Whether these words are only those of an empty place.
    pub fn is_prompt(&self, words: &str) -> bool {
        self.asked.prompts.iter().any(|prompt| prompt.trim_matches(text::is_blank) == words)
    }
}

/// The ids that fields had.
fn former(fields: &[(&Asked, &Field)]) -> impl Iterator<Item = (String, usize)> {
    fields.iter().zip(0..).flat_map(|((question, field), rank)| {
        let under = &field.id[question.id.len()..];
        question.former.iter().map(move |former| (format!("{former}{under}"), rank))
    })
}
