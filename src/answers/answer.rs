//! What an applicant answered.

use std::collections::BTreeMap;

use super::said::Remark;
use crate::model::questionnaire::{Asked, Field};

/// An answer, understood as far as its field permits.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// Words; the id of a choice; an ISO 8601 date; the digits of a SIRET number.
    Text(String),
    Tick(bool),
    Number(f64),
}

impl Answer {
    /// Whether it says something: a box that is not ticked does not.
    pub fn is_filled(&self) -> bool {
        *self != Self::Tick(false)
    }
}

/// The answers of one file, by the id of the field: those that are given, and every box.
#[derive(Debug, Default)]
pub struct Answers {
    pub given: BTreeMap<String, Answer>,
    /// How many questions must be answered, and the places of those that are not.
    pub expected: usize,
    pub missing: Vec<String>,
    /// How many rows were added to tables, by the ids of their questions.
    pub added: BTreeMap<String, usize>,
    pub remarks: Vec<Remark>,
}

impl Answers {
    /// The fields of the rows that were added to the table of a question.
    pub fn beyond(&self, question: &Asked) -> Vec<Field> {
        question.rows_beyond(self.added.get(&question.id).copied().unwrap_or_default())
    }

    /// An amount in cents, exactly; what is none counts for nothing.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "made from cents")]
    pub fn cents(&self, field: &str) -> u64 {
        match self.given.get(field) {
            Some(Answer::Number(euros)) => (euros * 100.0).round() as u64,
            _ => 0,
        }
    }
}
