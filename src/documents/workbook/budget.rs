//! A budget workbook that came back: each amount in the cell that its field names.

use super::opened::Opened;
use crate::answers::answer::{Answer, Answers};
use crate::answers::index::Index;
use crate::answers::said::Remark;
use crate::answers::{meaning, text};
use crate::documents::names::FieldNames;
use crate::model::questionnaire::FieldKind;
use crate::model::workbook::Value;

/// Whether a workbook has cells of a dossier.
pub fn is_budget(opened: &Opened) -> bool {
    opened.names.keys().any(|name| FieldNames::is_ours(name))
}

/// What its cells answer.
pub fn read(opened: &Opened, index: &Index<'_>) -> Answers {
    let fields = FieldNames::new(index);
    let mut answers = Answers::default();
    for name in opened.names.keys() {
        let Some(rank) = fields.rank(name) else { continue };
        let (question, field) = index.fields[rank];
        let (answer, remark) = match opened.named(name) {
            Some(Value::Number(number)) if field.kind == FieldKind::Amount => {
                (Answer::Number((number * 100.0).round() / 100.0), None)
            }
            // Typed in a cell that takes numbers, it has lost its first noughts.
            Some(Value::Number(number)) if field.kind == FieldKind::Siret => {
                meant(&format!("{number:014}"), index, rank)
            }
            Some(Value::Number(number)) => meant(&number.to_string(), index, rank),
            Some(Value::Text(words)) if !text::tidy(words).is_empty() => {
                meant(&text::tidy(words), index, rank)
            }
            _ => continue,
        };
        answers.given.insert(field.id.clone(), answer);
        let place = || Some(question.place_of(field));
        answers.remarks.extend(remark.map(|remark| Remark { place: place(), ..remark }));
    }
    answers
}

fn meant(words: &str, index: &Index<'_>, rank: usize) -> (Answer, Option<Remark>) {
    let (_, field) = index.fields[rank];
    meaning::of(words.to_owned(), &field.kind, &index.asked.grouping)
}
