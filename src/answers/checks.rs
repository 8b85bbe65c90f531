//! Answers are understood as their fields ask, and held against one another.

use std::collections::BTreeSet;

use super::answer::{Answer, Answers};
use super::code::RemarkCode;
use super::conditions::Decided;
use super::found::{Findings, Found};
use super::index::Index;
use super::said::Remark;
use super::side::Side;
use super::{cumulated, meaning, places};
use crate::model::amount::Cents;
use crate::model::questionnaire::{Asked, BudgetShape, Field, Shape};

/// Understands what was found.
pub fn understand(index: &Index<'_>, found: Findings) -> Answers {
    let absent = places::absent(index, &found);
    let Findings { answers: mut found, mut remarks, added, .. } = found;
    let questions = &index.asked.questions;
    remarks.extend(questions.iter().filter_map(|question| places::remark(question, &absent)));
    let mut answers = Answers { remarks, ..Answers::default() };
    let told = answers.remarks.len();
    let mut decided = Decided::new(&absent);
    for question in questions {
        for field in &question.fields {
            if let Some(found) = index.by_id(&field.id).and_then(|rank| found.remove(&rank)) {
                keep(&mut answers, index, (question, field), found);
            }
        }
        keep_added(&mut answers, index, question, &added);
        decided.add(&answers, question);
        let superfluous = decided.remark(&answers, question);
        answers.remarks.extend(superfluous);
        count(&mut answers, question, &decided);
        missing(&mut answers, question, &decided);
        if let Shape::Budget(budget) = &question.shape {
            check_budget(&mut answers, question, budget);
            unjustified(&mut answers, question, budget, &absent);
        }
    }
    let cumulated = cumulated::remarks(&answers, index.asked);
    answers.remarks.extend(cumulated);
    if !answers.given.values().any(Answer::is_filled) {
        // Every required answer is missing then.
        answers.remarks.truncate(told);
        answers.remarks.push(Remark::new(RemarkCode::Blank));
    }
    answers
}

/// Keeps what an answer means, if one is given.
fn keep(answers: &mut Answers, index: &Index<'_>, place: (&Asked, &Field), found: Found) {
    let (question, field) = place;
    let Some((answer, remark)) = meaning(&index.asked.grouping, field, found) else { return };
    answers.given.insert(field.id.clone(), answer);
    let place = || Some(question.place_of(field));
    answers.remarks.extend(remark.map(|remark| Remark { place: place(), ..remark }));
}

/// Keeps the rows that were added to the table of a question, under its last one.
fn keep_added(
    answers: &mut Answers,
    index: &Index<'_>,
    question: &Asked,
    added: &[(String, Vec<String>)],
) {
    /// A table of results has a column for each cell.
    const MOST: usize = 50;
    let rows = added.iter().filter(|(id, _)| *id == question.id).take(MOST);
    let rows: Vec<&Vec<String>> = rows.map(|(_, cells)| cells).collect();
    let fields = question.rows_beyond(rows.len());
    if fields.is_empty() {
        return;
    }
    answers.added.insert(question.id.clone(), rows.len());
    for (fields, cells) in fields.chunks(fields.len() / rows.len()).zip(rows) {
        for (field, cell) in fields.iter().zip(cells) {
            keep(answers, index, (question, field), Found::Text(cell.clone()));
        }
    }
}

/// What an answer means, if one is given, and what its reader should know of it.
fn meaning(grouping: &str, field: &Field, found: Found) -> Option<(Answer, Option<Remark>)> {
    match found {
        Found::Tick(ticked) => Some((Answer::Tick(ticked), None)),
        Found::Text(text) if text.is_empty() => None,
        Found::Text(text) => Some(meaning::of(text, &field.kind, grouping)),
    }
}

/// Counts a question that must be answered, whether the file has a place for it or not.
fn count(answers: &mut Answers, question: &Asked, decided: &Decided<'_>) {
    let given = |field: &Field| answers.given.get(&field.id).is_some_and(Answer::is_filled);
    let asked = || question.fields.iter().filter(|field| decided.asks(answers, field));
    let answered = match question.shape {
        Shape::AnyOf => asked().any(given),
        Shape::Apart | Shape::Rows(_) | Shape::Budget(_) => {
            asked().filter(|field| field.required).all(given)
        }
    };
    if question.required && asked().next().is_some() {
        answers.expected += 1;
        if !answered {
            answers.missing.push(question.place());
        }
    }
}

/// Says once which required answers of a question are missing; what has no place in the file is said already.
fn missing(answers: &mut Answers, question: &Asked, decided: &Decided<'_>) {
    let given = |field: &&Field| answers.given.get(&field.id).is_some_and(Answer::is_filled);
    let is_due = |field: &&Field| decided.is_due(answers, field);
    if matches!(question.shape, Shape::AnyOf) {
        let untouched = || question.fields.iter().all(|field| is_due(&field) && !given(&field));
        if question.required && untouched() {
            let remark = Remark::at(RemarkCode::MissingAnswer, &question.place());
            answers.remarks.push(remark.with("champs", ""));
        }
        return;
    }
    let expected = question.fields.iter().filter(|field| field.required);
    let missing: Vec<&Field> = expected.filter(|field| is_due(field) && !given(field)).collect();
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
        budget.resources.iter().filter(|row| row.aid).map(|row| answers.cents(&row.field)).sum();
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
        if is_empty && !absent.contains(&**justification) && answers.cents(&row.field) > 0 {
            let place = format!("{}, {}", question.place(), row.heading);
            answers.remarks.push(Remark::at(RemarkCode::MissingJustification, &place));
        }
    }
}

fn check_side(answers: &mut Answers, side: &Side<'_>) -> Sum {
    let Side { question, rows, .. } = side;
    let total_field = side.total();
    let filled = rows.iter().any(|row| answers.given.contains_key(&row.field));
    let lines = rows.iter().map(|row| answers.cents(&row.field)).fold(0, u64::saturating_add);
    let written = match answers.given.get(&total_field) {
        Some(Answer::Number(_)) => Some(answers.cents(&total_field)),
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
