//! What makes a question asked: an answer to one that stands before it, among those that it offers.
//!
//! Nothing refers to what comes after: there is no circle.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Suggestions};
use crate::model::form::{Form, FormCondition, FormKind, FormPart, FormQuestion, RegionalForm};
use crate::model::id::Slug;
use crate::model::origin::Origin;
use crate::model::source::Span;

/// How many of the answers that are possible a message names.
const NAMED: usize = 12;

/// Says which conditions of the national form cannot be told.
pub fn check(diagnostics: &mut Diagnostics, form: &Form) {
    let mut order = Order::new(form.questions().map(|question| &**question));
    let mut rank = 0;
    for part in &form.parts {
        order.check_part(diagnostics, part, rank);
        for question in &part.questions {
            order.check(diagnostics, question, rank);
            rank += 1;
        }
    }
}

/// The same of what a region adds; of the questions that it `named`, some could not be added, which has been said.
pub fn check_added(diagnostics: &mut Diagnostics, form: &RegionalForm, named: &[Slug]) {
    let questions = || form.parts.iter().flat_map(|part| &part.questions);
    if !questions().any(|regional| regional.origin == Origin::Added) {
        return;
    }
    let mut order = Order::new(questions().map(|regional| &*regional.question));
    order.named = named.iter().map(Slug::as_str).collect();
    for (regional, rank) in questions().zip(0..) {
        if regional.origin == Origin::Added {
            order.check(diagnostics, &regional.question, rank);
        }
    }
}

/// The questions of a form, in reading order.
struct Order<'f> {
    questions: BTreeMap<&'f str, Standing<'f>>,
    /// All the answers that conditions may ask for, with their question.
    answers: BTreeSet<(&'f str, &'f str)>,
    /// Ids that are not unknown, even without their question.
    named: BTreeSet<&'f str>,
    suggestions: Suggestions,
}

/// A question, with the answers that conditions may ask for, where there are some.
struct Standing<'f> {
    rank: usize,
    span: Span,
    answers: Option<Vec<&'f str>>,
}

/// Where a condition stands: what comes before its rank is answered.
struct Asking<'f> {
    id: &'f str,
    rank: usize,
}

impl<'f> Order<'f> {
    fn new(questions: impl Iterator<Item = &'f FormQuestion>) -> Self {
        let standing = questions.zip(0..).map(|(question, rank)| {
            let answers = question.kind.answers();
            (question.id.as_str(), Standing { rank, span: question.span, answers })
        });
        let questions: BTreeMap<&str, Standing<'_>> = standing.collect();
        let answers = questions.iter().flat_map(|(id, standing)| {
            standing.answers.iter().flatten().map(|answer| (*id, *answer))
        });
        Self {
            answers: answers.collect(),
            questions,
            named: BTreeSet::new(),
            suggestions: Suggestions::default(),
        }
    }

    fn check_part(&mut self, diagnostics: &mut Diagnostics, part: &FormPart, rank: usize) {
        let Some(condition) = &part.condition else { return };
        let signature = part.questions.iter().find(|q| matches!(q.kind, FormKind::Signature));
        match signature {
            Some(signature) => diagnostics.push(signed(condition).and(signature.span)),
            None => self.condition(diagnostics, condition, &Asking { id: "", rank }),
        }
    }

    fn check(&mut self, diagnostics: &mut Diagnostics, question: &FormQuestion, rank: usize) {
        let asking = Asking { id: question.id.as_str(), rank };
        match &question.condition {
            Some(condition) if matches!(question.kind, FormKind::Signature) => {
                diagnostics.push(signed(condition));
            }
            Some(condition) => self.condition(diagnostics, condition, &asking),
            None => {}
        }
        let FormKind::Table { columns, .. } = &question.kind else { return };
        for condition in columns.iter().filter_map(|column| column.condition.as_ref()) {
            self.condition(diagnostics, condition, &asking);
        }
    }

    fn condition(
        &mut self,
        diagnostics: &mut Diagnostics,
        condition: &FormCondition,
        asking: &Asking<'_>,
    ) {
        let name = condition.question.value.as_str();
        let place = condition.question.span;
        let Some(standing) = self.questions.get(name) else {
            if !self.named.contains(name) {
                let unknown = impossible(place, "inconnue").with("question", name);
                let known = self.questions.keys().copied();
                diagnostics.push(unknown.nearest_of(&mut self.suggestions, name, known));
            }
            return;
        };
        let fault = match &standing.answers {
            _ if name == asking.id => "soi-meme",
            _ if standing.rank >= asking.rank => "apres",
            None => "genre",
            Some(_) => return self.values(diagnostics, condition),
        };
        let wrong = impossible(place, fault).with("question", name).with("suggestion", "");
        diagnostics.push(if fault == "soi-meme" { wrong } else { wrong.and(standing.span) });
    }

    fn values(&mut self, diagnostics: &mut Diagnostics, condition: &FormCondition) {
        let name = condition.question.value.as_str();
        let answers = || self.questions[name].answers.iter().flatten().copied();
        for value in &condition.values {
            if self.answers.contains(&(name, value.value.as_str())) {
                continue;
            }
            let mut named: Vec<&str> = answers().take(NAMED).collect();
            if answers().nth(NAMED).is_some() {
                named.push("…");
            }
            let unknown = Diagnostic::new(Code::UnknownAnswer, value.span);
            let unknown = unknown.with("valeur", &value.value).with("question", name);
            let unknown = unknown.with("reponses", named.join(", "));
            let suggestions = &mut self.suggestions;
            diagnostics.push(unknown.nearest_of(suggestions, &value.value, answers()));
        }
    }
}

fn impossible(place: Span, reason: &'static str) -> Diagnostic {
    Diagnostic::new(Code::ImpossibleCondition, place).with("raison", reason)
}

/// Everyone signs.
fn signed(condition: &FormCondition) -> Diagnostic {
    let place = condition.question.span;
    let wrong = impossible(place, "signature").with("question", &condition.question.value);
    wrong.with("suggestion", "")
}
