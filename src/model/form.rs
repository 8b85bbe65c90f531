//! The application form of a call, as its definition says it, and as one region asks it.
//!
//! Questions are known by their ids for ever: answers are read back by them. What a region may do is said question by
//! question; a priority of the region becomes an answer only where the definition has a place for it.

use std::sync::Arc;

use super::cumulated::Ceiling;
use super::id::Slug;
use super::localized::Localized;
use super::origin::Origin;
use super::privacy::Privacy;
use super::prose::Prose;
use super::questionnaire::{FieldKind, NO, YES};
use super::role::Role;
use super::source::{Span, Spanned};

/// `dossier.yaml`: every question, in every language.
#[derive(Debug, Clone, Default)]
pub struct Form {
    /// Before the questions.
    pub introduction: Option<Spanned<Localized<Prose>>>,
    pub parts: Vec<FormPart>,
    /// What applicants are told of their personal data.
    pub privacy: Option<Privacy>,
    /// Ids that a published dossier has used: each must still lead to a question.
    pub published: Vec<Spanned<Slug>>,
    /// What some answers stand for: the question, or `question.column`.
    pub roles: Vec<(Role, Spanned<String>)>,
    /// Amounts that add up under a ceiling.
    pub cumulated: Vec<FormCumulated>,
}

/// Amounts that add up: two columns of one table, each written `question.column`.
#[derive(Debug, Clone)]
pub struct FormCumulated {
    pub amount: Spanned<String>,
    pub date: Spanned<String>,
    pub ceilings: Vec<Ceiling>,
}

/// A section of the form.
#[derive(Debug, Clone)]
pub struct FormPart {
    pub id: Slug,
    pub title: Localized<String>,
    pub introduction: Option<Localized<Prose>>,
    pub condition: Option<FormCondition>,
    /// Whether a region may add questions at its end.
    pub policy: FormPolicy,
    pub questions: Vec<Arc<FormQuestion>>,
    /// Its id.
    pub span: Span,
}

/// A question, or a note between questions.
#[derive(Debug, Clone)]
pub struct FormQuestion {
    pub id: Slug,
    /// Ids that it had before: answers of older files are read under them.
    pub former: Vec<Spanned<Slug>>,
    pub label: Localized<String>,
    pub help: Option<Localized<Prose>>,
    pub required: bool,
    pub condition: Option<FormCondition>,
    /// Whether a region may complete its help.
    pub policy: FormPolicy,
    pub kind: FormKind,
    /// Its id.
    pub span: Span,
}

/// What must be answered to an earlier question for something to be asked.
#[derive(Debug, Clone)]
pub struct FormCondition {
    pub question: Spanned<String>,
    /// Any of them: ids of choices, [`YES`] or [`NO`].
    pub values: Vec<Spanned<String>>,
}

/// What a region may do to a part or a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormPolicy {
    /// `verrou`: nothing.
    Locked,
    /// `complement`: add questions to the part, or words to the help of the question.
    Extendable,
}

/// What is answered.
#[derive(Debug, Clone)]
pub enum FormKind {
    /// Nothing: words to read.
    Note,
    Line {
        limit: usize,
    },
    Block {
        limit: usize,
        lines: usize,
    },
    Amount,
    Number,
    Date,
    Siret,
    Phone,
    Email,
    Choice(Vec<FormChoice>),
    Choices(Vec<FormChoice>),
    /// Any of the region's priorities; left out where it has none.
    Priorities,
    YesNo,
    Table {
        columns: Vec<FormColumn>,
        rows: FormRows,
    },
    Budget(FormBudget),
    Commitment,
    Attachment,
    Signature,
}

impl FormKind {
    /// The labels that it holds, each with its key in `dossier.yaml`.
    pub fn labels(&self) -> Vec<(&'static str, &Localized<String>)> {
        match self {
            Self::Choice(choices) | Self::Choices(choices) => {
                choices.iter().map(|choice| ("choix", &choice.label)).collect()
            }
            Self::Table { columns, rows } => {
                let named: &[FormChoice] = match rows {
                    FormRows::Blank(_) => &[],
                    FormRows::Named(rows) => rows,
                };
                let columns = columns.iter().map(|column| ("colonnes", &column.label));
                columns.chain(named.iter().map(|row| ("lignes", &row.label))).collect()
            }
            Self::Budget(budget) => {
                let charges = budget.charges.iter().map(|line| ("charges", &line.label));
                let resources = budget.resources.iter().map(|line| ("ressources", &line.label));
                charges.chain(resources).collect()
            }
            Self::Note
            | Self::Line { .. }
            | Self::Block { .. }
            | Self::Amount
            | Self::Number
            | Self::Date
            | Self::Siret
            | Self::Phone
            | Self::Email
            | Self::Priorities
            | Self::YesNo
            | Self::Commitment
            | Self::Attachment
            | Self::Signature => Vec::new(),
        }
    }

    /// The answers that a condition may ask for, where it may ask for some.
    pub fn answers(&self) -> Option<Vec<&str>> {
        match self {
            Self::Choice(choices) | Self::Choices(choices) => {
                Some(choices.iter().map(|choice| choice.id.as_str()).collect())
            }
            Self::YesNo | Self::Commitment | Self::Attachment => Some(vec![YES, NO]),
            // Each region has its own priorities.
            Self::Priorities
            | Self::Note
            | Self::Line { .. }
            | Self::Block { .. }
            | Self::Amount
            | Self::Number
            | Self::Date
            | Self::Siret
            | Self::Phone
            | Self::Email
            | Self::Table { .. }
            | Self::Budget(_)
            | Self::Signature => None,
        }
    }
}

/// An answer offered, or the heading of a row.
#[derive(Debug, Clone)]
pub struct FormChoice {
    pub id: Slug,
    pub label: Localized<String>,
}

/// A column of a table.
#[derive(Debug, Clone)]
pub struct FormColumn {
    pub id: Slug,
    pub label: Localized<String>,
    pub kind: CellKind,
    pub condition: Option<FormCondition>,
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellKind {
    Line { limit: usize },
    Amount,
    Number,
    Date,
    Siret,
    Phone,
    Email,
}

impl CellKind {
    /// The field that each cell is.
    pub fn field(&self) -> FieldKind {
        match self {
            Self::Line { limit } => FieldKind::Line { limit: *limit },
            Self::Amount => FieldKind::Amount,
            Self::Number => FieldKind::Number,
            Self::Date => FieldKind::Date,
            Self::Siret => FieldKind::Siret,
            Self::Phone => FieldKind::Phone,
            Self::Email => FieldKind::Email,
        }
    }
}

/// The rows of a table.
#[derive(Debug, Clone)]
pub enum FormRows {
    /// So many, to fill in.
    Blank(usize),
    /// Each with its heading.
    Named(Vec<FormChoice>),
}

/// The provisional budget.
#[derive(Debug, Clone)]
pub struct FormBudget {
    /// The parameter that holds the most that may be asked of the State.
    pub ceiling: Spanned<String>,
    pub charges: Vec<FormBudgetLine>,
    pub resources: Vec<FormBudgetLine>,
}

/// A line of the budget.
#[derive(Debug, Clone)]
pub struct FormBudgetLine {
    pub id: Slug,
    pub label: Localized<String>,
    /// Only with a justification.
    pub justified: bool,
    /// The aid asked of the State.
    pub aid: bool,
}

/// What a region changes of the form.
#[derive(Debug, Clone, Default)]
pub struct FormChange {
    /// Words added to the help of a question, by its id.
    pub helps: Vec<(Spanned<String>, Localized<Prose>)>,
    /// Questions added, with the id of their part.
    pub questions: Vec<(Spanned<String>, FormQuestion)>,
}

/// The form as one region asks it.
#[derive(Debug, Clone)]
pub struct RegionalForm {
    pub form: Arc<Form>,
    /// One for each part of the form, in its order.
    pub parts: Vec<RegionalFormPart>,
}

/// The questions of a part, the region's last.
#[derive(Debug, Clone)]
pub struct RegionalFormPart {
    pub questions: Vec<RegionalQuestion>,
}

/// A question with what the region adds to it.
#[derive(Debug, Clone)]
pub struct RegionalQuestion {
    pub question: Arc<FormQuestion>,
    pub more_help: Option<Localized<Prose>>,
    pub origin: Origin,
}

impl Form {
    /// Every question, in reading order.
    pub fn questions(&self) -> impl Iterator<Item = &Arc<FormQuestion>> {
        self.parts.iter().flat_map(|part| &part.questions)
    }

    /// Every Markdown text.
    pub fn texts(&self) -> impl Iterator<Item = &Localized<Prose>> {
        let introductions = self.parts.iter().filter_map(|part| part.introduction.as_ref());
        let helps = self.questions().filter_map(|question| question.help.as_ref());
        let introduction = self.introduction.iter().map(|introduction| &introduction.value);
        let privacy = self.privacy.iter().flat_map(Privacy::texts);
        introduction.chain(introductions).chain(helps).chain(privacy)
    }
}

impl FormChange {
    /// Every Markdown text.
    pub fn texts(&self) -> impl Iterator<Item = &Localized<Prose>> {
        let added = self.questions.iter().filter_map(|(_, question)| question.help.as_ref());
        self.helps.iter().map(|(_, help)| help).chain(added)
    }
}

impl RegionalForm {
    /// Every Markdown text that the region wrote.
    pub fn regional_texts(&self) -> impl Iterator<Item = &Localized<Prose>> {
        let questions = self.parts.iter().flat_map(|part| &part.questions);
        questions.flat_map(|regional| {
            let own = (regional.origin == Origin::Added).then_some(&regional.question.help);
            own.into_iter().flatten().chain(&regional.more_help)
        })
    }
}
