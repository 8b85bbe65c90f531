//! What a dossier asks of the State, and out of how much.

use super::examined::Examined;
use crate::answers::answer::Answer;
use crate::answers::side::Side;
use crate::model::questionnaire::{Asked, BudgetRow, BudgetShape, Field, FieldKind, Shape};

/// The amounts of a dossier's budget, in euros; what is not answered is not there.
#[derive(Debug, Clone, PartialEq)]
pub struct Asking {
    pub aid: Option<f64>,
    pub charges: Option<f64>,
    pub ceiling: f64,
}

impl Asking {
    /// What the dossier asks, if it has a budget.
    pub fn of(dossier: &Examined) -> Option<Self> {
        let (question, budget) = shape(&dossier.setting.asked.questions)?;
        let sum = |rows: Vec<&BudgetRow>| {
            let amounts = rows.into_iter().filter_map(|row| amount(dossier, &row.field));
            amounts.fold(None, |sum: Option<f64>, amount| Some(sum.unwrap_or_default() + amount))
        };
        let [charges, _] = Side::both(question, budget);
        let written = amount(dossier, &charges.total());
        Some(Self {
            aid: sum(budget.resources.iter().filter(|row| row.aid).collect()),
            charges: written.or_else(|| sum(budget.charges.iter().collect())),
            ceiling: budget.ceiling,
        })
    }

    /// The part of the budget that is asked for.
    pub fn share(&self) -> Option<f64> {
        let charges = self.charges.filter(|charges| *charges > 0.0)?;
        Some(self.aid? / charges)
    }
}

/// The budget that is asked, with its question.
pub fn shape(questions: &[Asked]) -> Option<(&Asked, &BudgetShape)> {
    questions.iter().find_map(|question| match &question.shape {
        Shape::Budget(budget) => Some((question, budget)),
        Shape::Apart | Shape::AnyOf | Shape::Rows(_) => None,
    })
}

/// Whether a field of a budget is an amount, and not what justifies one.
pub fn is_amount(field: &Field) -> bool {
    field.kind == FieldKind::Amount
}

/// What a file answers there.
pub fn amount(dossier: &Examined, field: &str) -> Option<f64> {
    match dossier.given().get(field) {
        Some(Answer::Number(euros)) => Some(*euros),
        Some(Answer::Text(_) | Answer::Tick(_)) | None => None,
    }
}
