//! What an empty place shows until somebody writes in it: an answer that says only this is none.

use super::sheet::{Field, FieldKind, FormWords};

/// Where a field stands: a cell has little room, and its table says what goes there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    Line,
    Cell,
}

const EMPTY_BOX: &str = "☐";

/// What an empty control of a Word document shows.
pub fn of_control(field: &Field, room: Room, words: &FormWords) -> String {
    match &field.kind {
        FieldKind::Check => EMPTY_BOX.to_owned(),
        FieldKind::Date => words.date_form.clone(),
        FieldKind::Pick(choices) => match room {
            // On paper, one rings a choice.
            Room::Line => {
                let choices: Vec<&str> = choices.iter().map(|(_, label)| label.as_str()).collect();
                format!("{} ({})", words.choose, choices.join(" / "))
            }
            Room::Cell => words.choose.clone(),
        },
        FieldKind::Line { .. }
        | FieldKind::Block { .. }
        | FieldKind::Amount
        | FieldKind::Number
        | FieldKind::Siret
        | FieldKind::Phone
        | FieldKind::Email => match room {
            Room::Line => written(&field.kind, words).to_owned(),
            // Without a character there would be nothing to click.
            Room::Cell => "\u{a0}".repeat(5),
        },
    }
}

/// What an empty placeholder of an `OpenDocument` shows, between angle brackets as an office suite puts them.
pub fn of_placeholder(kind: &FieldKind, words: &FormWords) -> String {
    bracketed(written(kind, words))
}

/// What must be said of a form of answer that no prompt shows.
pub fn unsaid(kind: &FieldKind, words: &FormWords) -> Option<String> {
    words.form_of(kind).filter(|form| form != written(kind, words))
}

fn written<'w>(kind: &FieldKind, words: &'w FormWords) -> &'w str {
    match kind {
        FieldKind::Date => &words.date_form,
        FieldKind::Amount => &words.amount,
        FieldKind::Line { .. }
        | FieldKind::Block { .. }
        | FieldKind::Number
        | FieldKind::Siret
        | FieldKind::Phone
        | FieldKind::Email
        | FieldKind::Check
        | FieldKind::Pick(_) => &words.answer,
    }
}

/// All that empty places show, in every format.
pub fn all<'f>(fields: impl Iterator<Item = &'f Field>, words: &FormWords) -> Vec<String> {
    let shared = [&words.answer, &words.date_form, &words.amount, &words.choose];
    let shared = shared.into_iter().flat_map(|prompt| [prompt.clone(), bracketed(prompt)]);
    let mut prompts: Vec<String> = shared.collect();
    prompts.extend(fields.map(|field| of_control(field, Room::Line, words)));
    prompts.sort();
    prompts.dedup();
    prompts
}

fn bracketed(prompt: &str) -> String {
    format!("<{prompt}>")
}
