//! Answers are understood as their fields ask, and held against one another.
//!
//! What cannot be understood is kept as it was typed, with a remark: no answer is lost, and none is mended.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::answer::{Answer, Answers};
use super::code::RemarkCode;
use super::found::{Findings, Found};
use super::index::Index;
use super::places;
use super::said::Remark;
use super::side::Side;
use super::text;
use crate::model::amount::Cents;
use crate::model::phone;
use crate::model::questionnaire::{Asked, BudgetShape, Field, FieldKind, Shape};
use crate::model::siret::Siret;
use crate::model::web;

/// Understands what was found.
pub fn understand(index: &Index<'_>, found: Findings) -> Answers {
    let absent = places::absent(index, &found);
    let Findings { answers: mut found, mut remarks, .. } = found;
    let questions = &index.asked.questions;
    remarks.extend(questions.iter().filter_map(|question| places::remark(question, &absent)));
    let mut answers = Answers { given: BTreeMap::new(), remarks };
    let told = answers.remarks.len();
    for question in questions {
        for field in &question.fields {
            let found = index.by_id(&field.id).and_then(|rank| found.remove(&rank));
            if let Some(answer) =
                found.and_then(|f| answer(&mut answers.remarks, question, field, f))
            {
                answers.given.insert(field.id.clone(), answer);
            }
        }
        missing(&mut answers, question, &absent);
        if let Shape::Budget(budget) = &question.shape {
            check_budget(&mut answers, question, budget);
            unjustified(&mut answers, question, budget, &absent);
        }
    }
    if !answers.given.values().any(is_filled) {
        // Every required answer is missing then.
        answers.remarks.truncate(told);
        answers.remarks.push(Remark::new(RemarkCode::Blank));
    }
    answers
}

fn answer(
    remarks: &mut Vec<Remark>,
    question: &Asked,
    field: &Field,
    found: Found,
) -> Option<Answer> {
    match found {
        Found::Tick(ticked) => Some(Answer::Tick(ticked)),
        Found::Text(text) if text.is_empty() => None,
        Found::Text(text) => Some(understood(remarks, field, &question.place_of(field), text)),
    }
}

fn is_filled(answer: &Answer) -> bool {
    *answer != Answer::Tick(false)
}

fn understood(remarks: &mut Vec<Remark>, field: &Field, place: &str, text: String) -> Answer {
    let mut wrong = |code| {
        remarks.push(Remark::at(code, place).with("valeur", text::excerpt(&text)));
    };
    match &field.kind {
        FieldKind::Line { limit } | FieldKind::Block { limit, .. } => {
            let length = text.chars().count();
            if length > *limit {
                let remark = Remark::at(RemarkCode::LongAnswer, place);
                remarks.push(remark.with("longueur", length).with("limite", limit));
            }
            Answer::Text(text)
        }
        FieldKind::Amount | FieldKind::Number => match Cents::new(&text) {
            Some(amount) => Answer::Number(amount.euros()),
            None => {
                let is_amount = field.kind == FieldKind::Amount;
                wrong(if is_amount { RemarkCode::Amount } else { RemarkCode::Number });
                Answer::Text(text)
            }
        },
        FieldKind::Date => match date(&text) {
            Some(date) => Answer::Text(date.to_string()),
            None => {
                wrong(RemarkCode::Date);
                Answer::Text(text)
            }
        },
        FieldKind::Siret => match Siret::new(&text) {
            Some(siret) => Answer::Text(siret.to_string()),
            None => {
                wrong(RemarkCode::Siret);
                Answer::Text(text)
            }
        },
        FieldKind::Phone => {
            if !phone::is_number(&text) {
                wrong(RemarkCode::Phone);
            }
            Answer::Text(text)
        }
        FieldKind::Email => {
            if !web::is_email(&text) {
                wrong(RemarkCode::Email);
            }
            Answer::Text(text)
        }
        FieldKind::Pick(offered) => match chosen(offered, &text) {
            Some(id) => Answer::Text(id.to_owned()),
            None => {
                wrong(RemarkCode::Choice);
                Answer::Text(text)
            }
        },
        FieldKind::Check => Answer::Text(text),
    }
}

/// The id of a choice, by its id or its words.
fn chosen<'o>(offered: &'o [(String, String)], text: &str) -> Option<&'o str> {
    let plain = |text: &str| {
        text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase().replace('\'', "’")
    };
    let said = plain(text);
    let named = |(id, words): &&(String, String)| *id == said || plain(words) == said;
    offered.iter().find(named).map(|(id, _)| id.as_str())
}

/// A day of this century or the last, as it is typed in France, or by machines.
fn date(text: &str) -> Option<Date> {
    let parts: Vec<&str> =
        text.split(['/', '-', '.', ' ']).filter(|part| !part.is_empty()).collect();
    let [first, month, last] = parts.as_slice() else { return None };
    let (day, year) = if first.len() == 4 { (last, first) } else { (first, last) };
    let digits = |text: &str, longest| {
        text.len() <= longest && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    if year.len() != 4 || !digits(year, 4) || !digits(month, 2) || !digits(day, 2) {
        return None;
    }
    let year: i16 = year.parse().ok().filter(|year| (1900..=2099).contains(year))?;
    Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()
}

/// Says once which required answers of a question are missing; what has no place in the file is said already.
fn missing(answers: &mut Answers, question: &Asked, absent: &BTreeSet<&str>) {
    let given = |field: &&Field| answers.given.get(&field.id).is_some_and(is_filled);
    let has_place = |field: &&Field| !absent.contains(field.id.as_str());
    if matches!(question.shape, Shape::AnyOf) {
        let untouched = || question.fields.iter().all(|field| has_place(&field) && !given(&field));
        if question.required && untouched() {
            let remark = Remark::at(RemarkCode::MissingAnswer, &question.place());
            answers.remarks.push(remark.with("champs", ""));
        }
        return;
    }
    let expected = question.fields.iter().filter(|field| field.required);
    let missing: Vec<&Field> = expected.filter(|field| has_place(field) && !given(field)).collect();
    if missing.is_empty() {
        return;
    }
    let is_one_of_many = question.fields.len() > 1;
    let named = if is_one_of_many { places::named(question, &missing) } else { String::new() };
    let remark = Remark::at(RemarkCode::MissingAnswer, &question.place());
    answers.remarks.push(remark.with("champs", named));
}

/// The sum of a side, and the total that is written under it.
struct Sum {
    lines: u64,
    total: Option<u64>,
    filled: bool,
}

impl Sum {
    /// What counts: a total that is missing is the sum.
    fn all(&self) -> u64 {
        self.total.unwrap_or(self.lines)
    }
}

fn check_budget(answers: &mut Answers, question: &Asked, budget: &BudgetShape) {
    let [charges, resources] = Side::both(question, budget).map(|side| check_side(answers, &side));
    if charges.filled && resources.filled && charges.all() != resources.all() {
        let remark = Remark::at(RemarkCode::UnbalancedBudget, &question.place());
        let remark = remark.with("charges", Cents(charges.all()));
        answers.remarks.push(remark.with("ressources", Cents(resources.all())));
    }
    let aid: u64 =
        budget.resources.iter().filter(|row| row.aid).map(|row| cents(answers, &row.field)).sum();
    if Cents(aid).euros() > budget.ceiling {
        let remark = Remark::at(RemarkCode::AboveCeiling, &question.place());
        answers.remarks.push(remark.with("aide", Cents(aid)).with("plafond", budget.ceiling));
    }
}

/// Says which amounts want a justification that the file has a place for.
fn unjustified(
    answers: &mut Answers,
    question: &Asked,
    budget: &BudgetShape,
    absent: &BTreeSet<&str>,
) {
    for row in budget.charges.iter().chain(&budget.resources) {
        let Some(justification) = &row.justification else { continue };
        let is_empty = !answers.given.contains_key(justification);
        if is_empty && !absent.contains(&**justification) && cents(answers, &row.field) > 0 {
            let place = format!("{}, {}", question.place(), row.heading);
            answers.remarks.push(Remark::at(RemarkCode::MissingJustification, &place));
        }
    }
}

fn check_side(answers: &mut Answers, side: &Side<'_>) -> Sum {
    let Side { question, rows, .. } = side;
    let total_field = side.total();
    let filled = rows.iter().any(|row| answers.given.contains_key(&row.field));
    let lines = rows.iter().map(|row| cents(answers, &row.field)).fold(0, u64::saturating_add);
    let written = match answers.given.get(&total_field) {
        Some(Answer::Number(_)) => Some(cents(answers, &total_field)),
        _ => None,
    };
    let readable =
        rows.iter().all(|row| !matches!(answers.given.get(&row.field), Some(Answer::Text(_))));
    if let Some(total) = written.filter(|total| filled && readable && *total != lines) {
        let field = question.fields.iter().find(|field| field.id == total_field);
        let place = field.map_or_else(|| question.place(), |field| question.place_of(field));
        let remark = Remark::at(RemarkCode::WrongTotal, &place).with("total", Cents(total));
        answers.remarks.push(remark.with("somme", Cents(lines)));
    }
    Sum { lines, total: written, filled: filled || written.is_some() }
}

/// An amount, exactly; what is none counts for nothing.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "made from cents")]
fn cents(answers: &Answers, field: &str) -> u64 {
    match answers.given.get(field) {
        Some(Answer::Number(euros)) => (euros * 100.0).round() as u64,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::date;

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(date(text).map(|date| date.to_string()).as_deref(), expected, "{text}");
    }

    #[test]
    fn dates_are_read_as_people_type_them() {
        check("17/01/2022", Some("2022-01-17"));
        check("7.1.2022", Some("2022-01-07"));
        check("17 - 01 - 2022", Some("2022-01-17"));
        check("2022-01-17", Some("2022-01-17"));
    }

    #[test]
    fn what_is_no_date_is_not_guessed() {
        let wrong =
            ["31/02/2022", "17/01/22", "17 janvier 2022", "01/2022", "+1/1/2022", "1/1/0022"];
        for text in wrong {
            check(text, None);
        }
    }
}
