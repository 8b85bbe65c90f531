//! Names found in a file lead to fields: their ids, the ids that they had, and the bookmarks made of them.

use std::collections::BTreeMap;

use super::text;
use crate::model::questionnaire::{Asked, Field, Questionnaire, bookmark, bookmarks};

/// Beyond this nobody reads on, and a hostile file could make millions.
pub const MOST_REMARKS: usize = 500;

/// The fields of a dossier, by all the names that a file may give them.
pub struct Index<'q> {
    pub asked: &'q Questionnaire,
    /// Each with its question, in reading order.
    pub fields: Vec<(&'q Asked, &'q Field)>,
    by_id: BTreeMap<String, usize>,
    by_bookmark: BTreeMap<String, usize>,
}

impl<'q> Index<'q> {
    /// The fields of `asked`.
    pub fn new(asked: &'q Questionnaire) -> Self {
        let each = |question: &'q Asked| question.fields.iter().map(move |field| (question, field));
        let fields: Vec<(&Asked, &Field)> = asked.questions.iter().flat_map(each).collect();
        let marks = bookmarks(asked.fields());
        let mut by_id = BTreeMap::new();
        let mut by_bookmark: BTreeMap<String, usize> = marks.into_iter().zip(0..).collect();
        for (rank, (_, field)) in fields.iter().enumerate() {
            by_id.insert(field.id.clone(), rank);
        }
        // A name of today is never taken for one of yesterday.
        for (rank, (question, field)) in fields.iter().enumerate() {
            for former in &question.former {
                let id = format!("{former}{}", &field.id[question.id.len()..]);
                by_bookmark.entry(bookmark(&id)).or_insert(rank);
                by_id.entry(id).or_insert(rank);
            }
        }
        Self { asked, fields, by_id, by_bookmark }
    }

    /// The rank of a field.
    pub fn by_id(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// The rank of a field by its bookmark in a Word document.
    pub fn by_bookmark(&self, name: &str) -> Option<usize> {
        self.by_bookmark.get(name).copied()
    }

    /// Whether these words are only those of an empty place.
    pub fn is_prompt(&self, words: &str) -> bool {
        self.asked.prompts.iter().any(|prompt| prompt.trim_matches(text::is_blank) == words)
    }
}
