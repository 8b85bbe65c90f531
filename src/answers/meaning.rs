//! What a written answer means, as its field asks.
//!
//! What is none keeps the words that were typed, with a remark: no answer is lost, and none is mended.

use super::answer::Answer;
use super::code::RemarkCode;
use super::number::{self, Doubt, Reading};
use super::said::Remark;
use super::{day, text};
use crate::model::phone;
use crate::model::questionnaire::{FieldKind, compared};
use crate::model::siret::Siret;
use crate::model::web;

/// What `text` means, and what its reader should know of it; `grouping` is what groups digits in its language.
pub fn of(text: String, kind: &FieldKind, grouping: &str) -> (Answer, Option<Remark>) {
    match kind {
        FieldKind::Line { limit } | FieldKind::Block { limit, .. } => {
            let length = text.chars().count();
            let long = Remark::new(RemarkCode::LongAnswer).with("longueur", length);
            let long = (length > *limit).then(|| long.with("limite", limit));
            (Answer::Text(text), long)
        }
        FieldKind::Amount => {
            let read = number::amount(&text, grouping);
            figure(text, read, RemarkCode::Amount)
        }
        FieldKind::Number => {
            let read = number::number(&text, grouping);
            figure(text, read, RemarkCode::Number)
        }
        FieldKind::Date => {
            let day = day::of(&text).map(|day| day.to_string());
            read(text, day, RemarkCode::Date)
        }
        FieldKind::Siret => {
            let siret = Siret::new(&text).map(|siret| siret.to_string());
            read(text, siret, RemarkCode::Siret)
        }
        FieldKind::Phone => {
            let is_number = phone::is_number(&text).then(|| text.clone());
            read(text, is_number, RemarkCode::Phone)
        }
        FieldKind::Email => {
            let is_email = web::is_email(&text).then(|| text.clone());
            read(text, is_email, RemarkCode::Email)
        }
        FieldKind::Pick(offered) => {
            let chosen = chosen(offered, &text).map(str::to_owned);
            read(text, chosen, RemarkCode::Choice)
        }
        FieldKind::Check => (Answer::Text(text), None),
    }
}

/// What was read of `typed`, or these words with a remark.
fn read(typed: String, read: Option<String>, wrong: RemarkCode) -> (Answer, Option<Remark>) {
    match read {
        Some(read) => (Answer::Text(read), None),
        None => {
            let wrong = Remark::new(wrong).with("valeur", text::excerpt(&typed));
            (Answer::Text(typed), Some(wrong))
        }
    }
}

fn figure(typed: String, read: Option<Reading>, wrong: RemarkCode) -> (Answer, Option<Remark>) {
    let Some(Reading { value, doubt }) = read else { return self::read(typed, None, wrong) };
    let doubtful = |Doubt { thousands, grouped }: Doubt| {
        let remark = Remark::new(RemarkCode::DoubtfulNumber);
        let remark = remark.with("valeur", text::excerpt(&typed)).with("entier", thousands);
        remark.with("sens", if grouped { "milliers" } else { "decimales" })
    };
    (Answer::Number(value), doubt.map(doubtful))
}

/// The id of a choice, by its words or its id.
fn chosen<'o>(offered: &'o [(String, String)], text: &str) -> Option<&'o str> {
    let said = compared(text);
    let worded = offered.iter().find(|(_, words)| compared(words) == said);
    let chosen = worded.or_else(|| offered.iter().find(|(id, _)| *id == said));
    chosen.map(|(id, _)| id.as_str())
}
