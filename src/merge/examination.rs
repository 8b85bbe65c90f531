//! The grid of a call: what it names must exist; a region completes the help of criteria, and adds its own up to the
//! share of the weights that the call leaves it.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::call::Call;
use crate::model::examination::{
    Criterion, ExaminationChange, Grid, RegionalCriterion, RegionalGrid, Tie,
};
use crate::model::form::RegionalForm;
use crate::model::id::Slug;
use crate::model::origin::Origin;
use crate::model::questionnaire::compared;
use crate::model::source::{Span, Spanned};
use crate::model::unread::Part;

use super::pair::Pair;

/// Says what the grid names that does not exist.
pub fn check(diagnostics: &mut Diagnostics, call: &Call) {
    let Some(grid) = &call.grid else { return };
    if !call.unread.has(Part::Form) {
        let known: Vec<&Slug> =
            call.form.iter().flat_map(|form| form.questions()).map(|q| &q.id).collect();
        for question in grid.criteria.iter().flat_map(|criterion| &criterion.questions) {
            check_question(diagnostics, question, &known);
        }
    }
    if call.unread.has(Part::Examination) {
        return;
    }
    for tie in &grid.ties {
        if let Tie::Criterion(id) = tie {
            named(diagnostics, grid, id.value.as_str(), id.span);
        }
    }
}

fn check_question(diagnostics: &mut Diagnostics, question: &Spanned<Slug>, known: &[&Slug]) {
    if known.contains(&&question.value) {
        return;
    }
    let name = question.value.as_str();
    let unknown = Diagnostic::new(Code::UnknownQuestion, question.span).with("question", name);
    let unknown = unknown.with("lieu", "grille");
    diagnostics.push(unknown.nearest(name, known.iter().map(|id| id.as_str())));
}

/// The rank of a criterion; what is not one is said.
fn named(diagnostics: &mut Diagnostics, grid: &Grid, name: &str, span: Span) -> Option<usize> {
    let found = grid.criteria.iter().position(|criterion| criterion.id.as_str() == name);
    if found.is_none() {
        let known: Vec<&str> =
            grid.criteria.iter().map(|criterion| criterion.id.as_str()).collect();
        let unknown = Diagnostic::new(Code::UnknownCriterion, span).with("critere", name);
        let unknown = unknown.nearest(name, known.iter().copied());
        diagnostics.push(unknown.with("criteres", known.join(", ")));
    }
    found
}

/// The grid of the call, as the region fills it.
pub fn merge(
    diagnostics: &mut Diagnostics,
    pair: &Pair<'_>,
    form: Option<&RegionalForm>,
    change: ExaminationChange,
) -> Option<RegionalGrid> {
    // What the call leaves to regions is not known.
    let change =
        if pair.unread.has(Part::Examination) { ExaminationChange::default() } else { change };
    if !pair.unread.has(Part::Form) {
        check_regional_questions(diagnostics, form, &change);
    }
    let Some(grid) = &pair.call.grid else {
        if let Some(span) = change.span.or(change.helps.first().map(|(id, _)| id.span)) {
            diagnostics.push(
                Diagnostic::new(Code::RegionalWeight, span)
                    .with("part", "")
                    .with("poids", "")
                    .with("max", ""),
            );
        }
        return None;
    };
    let national = |criterion: &Criterion| RegionalCriterion {
        criterion: criterion.clone(),
        more_help: None,
        origin: Origin::National,
    };
    let mut criteria: Vec<RegionalCriterion> = grid.criteria.iter().map(national).collect();
    for (id, help) in change.helps {
        if let Some(rank) = named(diagnostics, grid, &id.value, id.span) {
            criteria[rank].more_help = Some(help);
        }
    }
    let mut own = change.criteria;
    own.retain(|criterion| is_new(diagnostics, grid, criterion));
    if let Some(span) = change.span {
        check_share(diagnostics, grid, &own, span);
    }
    let added = |criterion| RegionalCriterion { criterion, more_help: None, origin: Origin::Added };
    criteria.extend(own.into_iter().map(added));
    Some(RegionalGrid { criteria, ties: grid.ties.clone(), least: grid.least })
}

/// A weight as it is typed, never above what it is.
fn hundredths(weight: f64) -> f64 {
    (weight * 100.0 + 1e-6).floor() / 100.0
}

/// The criteria of a region may look at the questions that it adds.
fn check_regional_questions(
    diagnostics: &mut Diagnostics,
    form: Option<&RegionalForm>,
    change: &ExaminationChange,
) {
    let parts = form.iter().flat_map(|form| &form.parts);
    let questions = parts.flat_map(|part| &part.questions);
    let known: Vec<&Slug> = questions.map(|regional| &regional.question.id).collect();
    for question in change.criteria.iter().flat_map(|criterion| &criterion.questions) {
        check_question(diagnostics, question, &known);
    }
}

/// Whether no criterion of the call has the id of this one, or its label in some language.
fn is_new(diagnostics: &mut Diagnostics, grid: &Grid, own: &Criterion) -> bool {
    if let Some(twin) = grid.criteria.iter().find(|known| known.id == own.id) {
        diagnostics.push(Diagnostic::twin(&own.id, own.span, twin.span));
        return false;
    }
    let is_said = |known: &&Criterion| {
        let mut said = own.label.iter();
        said.any(|(lang, words)| compared(known.label.show(lang).value) == compared(words))
    };
    if let Some(twin) = grid.criteria.iter().find(is_said) {
        let words = own.label.iter().next().map(|(_, words)| words.as_str()).unwrap_or_default();
        let twin = Diagnostic::new(Code::DuplicateLabel, own.span).and(twin.span);
        diagnostics.push(twin.with("libelle", words).with("liste", "criteres"));
        return false;
    }
    true
}

/// A region's own criteria weigh no more than the part of the whole that the call leaves them.
fn check_share(diagnostics: &mut Diagnostics, grid: &Grid, own: &[Criterion], span: Span) {
    let weight = |criteria: &[Criterion]| criteria.iter().map(|c| c.weight).sum::<f64>();
    let (regional, national) = (weight(own), weight(&grid.criteria));
    let share = grid.regional_share;
    let most = national * share / (100.0 - share);
    // A weight that is just the most may be computed a hair above. A share of all is without bounds.
    if share < 100.0 && regional > most * (1.0 + 1e-9) {
        let above = Diagnostic::new(Code::RegionalWeight, span).and(grid.span);
        let above = above.with("poids", hundredths(regional)).with("part", share);
        diagnostics.push(above.with("max", hundredths(most)));
    }
}
