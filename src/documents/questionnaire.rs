//! What the reader of filled files must know of a dossier.

use super::prompt;
use crate::documents::sheet::{Budget, BudgetLine, Dossier, Kind, Question, Rows};
use crate::model::questionnaire::{Asked, BudgetRow, BudgetShape, Questionnaire, Shape};

/// The questions of `dossier` that are answered, with what their empty places show.
pub fn of(dossier: &Dossier) -> Questionnaire {
    let questions = dossier.parts.iter().flat_map(|part| &part.questions);
    let answered = questions.filter(|question| !matches!(question.kind, Kind::Note));
    let questions: Vec<Asked> = answered.map(|question| asked(dossier, question)).collect();
    Questionnaire {
        identity: dossier.identity.clone(),
        date: dossier.date,
        grouping: dossier.words.grouping.clone(),
        prompts: prompt::all(questions.iter().flat_map(|q| &q.fields), &dossier.words),
        questions,
        roles: dossier.roles.clone(),
        cumulated: dossier.cumulated.clone(),
    }
}

fn asked(dossier: &Dossier, question: &Question) -> Asked {
    let words = &dossier.words;
    let shape = match &question.kind {
        Kind::Choices(_) => Shape::AnyOf,
        Kind::Table { rows: Rows::Blank(count), .. } => {
            Shape::Rows((1..=*count).map(|rank| rank.to_string()).collect())
        }
        Kind::Table { rows: Rows::Named(rows), .. } => {
            Shape::Rows(rows.iter().map(|row| row.label.text.clone()).collect())
        }
        Kind::Budget(budget) => Shape::Budget(self::budget(question, budget, &words.total)),
        Kind::Note
        | Kind::Line { .. }
        | Kind::Block { .. }
        | Kind::Amount
        | Kind::Number
        | Kind::Date
        | Kind::Siret
        | Kind::Phone
        | Kind::Email
        | Kind::Choice(_)
        | Kind::YesNo
        | Kind::Commitment
        | Kind::Attachment
        | Kind::Signature => Shape::Apart,
    };
    Asked {
        id: question.id.clone(),
        former: question.former.clone(),
        number: question.number.clone(),
        label: question.label.text.clone(),
        required: question.required,
        shape,
        fields: question.fields(words),
    }
}

fn budget(question: &Question, budget: &Budget, total: &str) -> BudgetShape {
    let rows = |side: &str, lines: &[BudgetLine]| -> Vec<BudgetRow> {
        let row = |line: &BudgetLine| {
            let field = format!("{}:{side}:{}", question.id, line.id);
            BudgetRow {
                heading: line.label.text.clone(),
                justification: line.justified.then(|| format!("{field}:justification")),
                aid: line.aid,
                field,
            }
        };
        lines.iter().map(row).collect()
    };
    BudgetShape {
        charges: rows("charges", &budget.charges),
        resources: rows("ressources", &budget.resources),
        total: "total",
        total_heading: total.to_owned(),
        ceiling: budget.ceiling,
    }
}
