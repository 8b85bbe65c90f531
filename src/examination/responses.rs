//! *Réponses*: a row a dossier, a column a field, each answer as what it is: a day, an amount, words.

use std::borrow::Cow;

use super::examined::Examined;
use super::fields;
use super::heads::ROWS_OF_HEADS;
use super::words::Words;
use crate::answers::answer::Answer;
use crate::model::questionnaire::{Asked, Field, FieldKind};
use crate::model::workbook::{Column, Look, Row, Sheet, Value};

/// The columns before those of the answers, with their widths.
pub const FIRST: [(&str, f64); 5] =
    [("fichier", 32.0), ("appel", 14.0), ("region", 14.0), ("langue", 8.0), ("version", 11.0)];
/// Three lines: rows stay a screen's, however long the answers are.
const HEIGHT: f64 = 42.0;

/// The sheet: names, then labels, then answers.
pub fn responses(words: Words<'_>, dossiers: &[&Examined]) -> Sheet {
    let fields = fields::of(dossiers);
    let names = FIRST.iter().map(|(name, _)| (*name).to_owned());
    let names = names.chain(fields.iter().map(|field| field.id.clone()));
    let heads = FIRST.iter().map(|(name, _)| words.say(name));
    let heads = heads.chain(fields.iter().map(|field| field.label.clone()));
    let widths = FIRST.iter().map(|(_, width)| *width);
    let widths = widths.chain(fields.iter().map(|field| width(&field.kind)));
    let heads = Row { height: Some(60.0), ..Row::of(Look::Head, heads.map(Value::text)) };
    let rows = dossiers.iter().map(|dossier| row(words, dossier, &fields));
    Sheet {
        name: words.say("feuille-reponses"),
        columns: widths.map(|width| Column { width }).collect(),
        rows: [Row::of(Look::Name, names.map(Value::text)), heads]
            .into_iter()
            .chain(rows)
            .collect(),
        frozen: (ROWS_OF_HEADS, 1),
        filter: Some(1),
        ..Sheet::default()
    }
}

fn row(words: Words<'_>, dossier: &Examined, fields: &[Cow<'_, Field>]) -> Row {
    let first = first(dossier).map(Value::text);
    let answers = fields.iter().map(|field| match dossier.given().get(&field.id) {
        Some(answer) => value(words, field, answer),
        None => Value::Empty,
    });
    Row { height: Some(HEIGHT), ..Row::of(Look::Plain, first.into_iter().chain(answers)) }
}

/// What a file says of itself.
pub fn first(dossier: &Examined) -> [&str; 5] {
    let claim = &dossier.claim;
    [
        &dossier.file,
        claim.call.as_deref().unwrap_or_default(),
        claim.region.as_deref().unwrap_or_default(),
        claim.lang.as_deref().unwrap_or_default(),
        claim.version.as_deref().unwrap_or_default(),
    ]
}

/// The answers to a question, a line each: words alone, or after what their fields are called.
pub fn said(words: Words<'_>, dossier: &Examined, question: &Asked) -> Vec<String> {
    let before = format!("{}, ", question.label);
    let said = dossier.fields_of(question).filter_map(|field| {
        let answer = dossier.given().get(&field.id)?;
        let label = field.label.strip_prefix(&before).unwrap_or(&field.label);
        match value(words, &field, answer) {
            Value::Empty | Value::Formula(..) => None,
            _ if *answer == Answer::Tick(false) => None,
            _ if *answer == Answer::Tick(true) => Some(label.to_owned()),
            Value::Text(said) if question.fields.len() == 1 => Some(said),
            Value::Text(said) => Some(format!("{label} : {said}")),
            Value::Number(number) | Value::Euros(number) | Value::Share(number) => {
                Some(format!("{label} : {}", number.to_string().replace('.', ",")))
            }
            Value::Date(day) => Some(format!("{label} : {}", day.strftime("%d/%m/%Y"))),
        }
    });
    said.collect()
}

/// What an answer is; what could not be understood stays the words that were typed.
fn value(words: Words<'_>, field: &Field, answer: &Answer) -> Value {
    match answer {
        Answer::Tick(ticked) => Value::text(words.yes(*ticked)),
        Answer::Number(euros) if field.kind == FieldKind::Amount => Value::Euros(*euros),
        Answer::Number(number) => Value::Number(*number),
        Answer::Text(said) => {
            let day = (field.kind == FieldKind::Date).then(|| said.parse().ok()).flatten();
            day.map_or_else(|| Value::text(worded(&field.kind, said)), Value::Date)
        }
    }
}

/// The words of a choice, of which answers keep the id.
fn worded<'a>(kind: &'a FieldKind, said: &'a str) -> &'a str {
    let FieldKind::Pick(offered) = kind else { return said };
    let chosen = offered.iter().find(|(id, _)| id == said);
    chosen.map_or(said, |(_, words)| words)
}

fn width(kind: &FieldKind) -> f64 {
    match kind {
        FieldKind::Block { .. } => 60.0,
        FieldKind::Line { .. } | FieldKind::Email | FieldKind::Pick(_) => 28.0,
        FieldKind::Siret | FieldKind::Phone => 18.0,
        FieldKind::Amount | FieldKind::Number => 15.0,
        FieldKind::Date | FieldKind::Check => 12.0,
    }
}
