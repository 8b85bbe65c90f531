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
    /// When it is to be filled in, in words.
    pub condition: Vec<Rich>,
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
    /// When it and its columns are to be filled in, in words.
    pub condition: Vec<Rich>,
    /// It is asked only when each holds, those of its part too.
    pub when: Vec<DossierWhen>,
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

/// An answer to an earlier question: one of these.
#[derive(Debug, Clone, Serialize)]
pub struct DossierWhen {
    /// Its id.
    pub question: String,
    /// Ids of choices, `oui` or `non`; of a box, whether it is ticked.
    pub values: Vec<String>,
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
