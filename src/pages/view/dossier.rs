//! `dossier.html`.

use serde::Serialize;

use super::parts::Document;
use super::text::{Rich, Text};

/// `dossier.html`: the application dossier of a call, to read and to print.
#[derive(Debug, Clone, Serialize)]
pub struct Dossier {
    /// The call's title.
    pub call: Text,
    /// Relative link to the call's page.
    pub call_href: String,
    /// "en Bretagne".
    pub within: String,
    /// "DREETS Bretagne", which receives it.
    pub service: String,
    /// A draft, in a preview.
    pub draft: bool,
    /// The same dossier as files to fill in.
    pub files: Vec<Document>,
    pub introduction: Vec<Rich>,
    /// Until when, for how much, where and how to send it, whom to ask.
    pub guide: Vec<DossierGuide>,
    pub parts: Vec<DossierPart>,
    /// Footnotes of the whole page, in order; empty markup when there is none.
    pub footnotes_html: String,
    /// "AMIGE · Bretagne · version 3f9a1c2b du 8 décembre 2021".
    pub footer: String,
}

/// What to know before writing, under its heading.
#[derive(Debug, Clone, Serialize)]
pub struct DossierGuide {
    pub title: String,
    pub body: Vec<Rich>,
}

/// A part of the dossier.
#[derive(Debug, Clone, Serialize)]
pub struct DossierPart {
    pub id: String,
    /// From 1.
    pub number: usize,
    pub title: Text,
    pub introduction: Vec<Rich>,
    pub questions: Vec<DossierQuestion>,
}

/// A question, or a note between questions.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DossierQuestion {
    pub id: String,
    /// "3.2"; empty for a note.
    pub number: String,
    pub label: Text,
    pub help: Vec<Rich>,
    pub required: bool,
    /// `note`, `line`, `block`, `amount`, `date`, `siret`, `phone`, `email`, `choice`, `choices`, `yes_no`, `table`, `budget`, `commitment`,
    /// `attachment` or `signature`.
    pub kind: String,
    /// What an answer looks like: "3 000 caractères au plus", "Montant (€)", "JJ/MM/AAAA".
    pub form: Option<String>,
    /// Lines to write on; 0 where the answer is not written on lines.
    pub lines: usize,
    /// Of a `choice` or `choices`.
    pub choices: Vec<Text>,
    /// Of a `table`.
    pub columns: Vec<Text>,
    /// Of a `table`: names, or numbers.
    pub rows: Vec<Text>,
    /// Whether rows have names.
    pub named: bool,
    /// Of a `budget`.
    pub budget: Option<DossierBudget>,
}

/// The provisional budget.
#[derive(Debug, Clone, Serialize)]
pub struct DossierBudget {
    pub charges: Vec<DossierBudgetLine>,
    pub resources: Vec<DossierBudgetLine>,
    /// "60 000 €": the most that may be asked of the State.
    pub ceiling: String,
}

/// A line of the budget.
#[derive(Debug, Clone, Serialize)]
pub struct DossierBudgetLine {
    pub label: Text,
    /// Only with a justification.
    pub justified: bool,
    /// The aid asked of the State.
    pub aid: bool,
}
