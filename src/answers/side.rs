//! The two sides of a budget.

use crate::model::questionnaire::{Asked, BudgetRow, BudgetShape};

/// What is spent, or what pays for it.
pub struct Side<'a> {
    pub question: &'a Asked,
    pub budget: &'a BudgetShape,
    /// As it stands in the names of fields and tables.
    pub name: &'static str,
    pub rows: &'a [BudgetRow],
}

impl<'a> Side<'a> {
    /// What is spent, then what pays for it.
    pub fn both(question: &'a Asked, budget: &'a BudgetShape) -> [Self; 2] {
        let sides = [("charges", &budget.charges), ("ressources", &budget.resources)];
        sides.map(|(name, rows)| Self { question, budget, name, rows })
    }

    /// The id of the field that holds the sum of its rows.
    pub fn total(&self) -> String {
        format!("{}:{}:{}", self.question.id, self.name, self.budget.total)
    }
}
