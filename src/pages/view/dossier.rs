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
    /// What becomes of personal data.
    pub privacy: Option<DossierGuide>,
    /// For the service that receives it.
    pub frame: DossierFrame,
    /// Footnotes of the whole page, in order; empty markup when there is none.
    pub footnotes_html: String,
    /// "AMIGE · Bretagne · version 3f9a1c2b du 8 décembre 2021".
    pub footer: String,
    /// For a script that lets the page be filled in.
    pub filling: DossierFilling,
}

/// Which dossier the page is, and the blank file that a script may fill.
#[derive(Debug, Clone, Serialize)]
pub struct DossierFilling {
    /// "amige-2022", "bretagne", "fr" and "3f9a1c2b": what each of its files says of itself.
    pub call: String,
    pub region: String,
    pub lang: String,
    pub version: String,
    /// Relative link to the blank DOCX.
    pub blank: String,
    /// Relative link to the script that gives its parts, by their names, to `canevasDocx`.
    pub blank_parts: String,
}

/// What to know before writing, under its heading.
#[derive(Debug, Clone, Serialize)]
pub struct DossierGuide {
    pub title: String,
    pub body: Vec<Rich>,
}

/// What the service writes on a dossier that it receives.
#[derive(Debug, Clone, Serialize)]
pub struct DossierFrame {
    pub title: String,
    pub labels: Vec<String>,
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
    /// `note`, `line`, `block`, `amount`, `number`, `date`, `siret`, `phone`, `email`, `choice`, `choices`, `yes_no`, `table`, `budget`, `commitment`,
    /// `attachment` or `signature`.
    pub kind: String,
    /// What an answer looks like: "3 000 caractères au plus", "Montant (€)", "JJ/MM/AAAA".
    pub form: Option<String>,
    /// Lines to write on; 0 where the answer is not written on lines.
    pub lines: usize,
    /// Where it is answered: one place, four for a `signature`; those of `choices`, tables and budgets are told with these.
    pub fields: Vec<DossierField>,
    /// Ids that the question had: answers kept before it was renamed begin with one of them.
    pub former: Vec<String>,
    /// Of a `choice`, `choices` or `yes_no`.
    pub choices: Vec<DossierChoice>,
    /// Of a `table`.
    pub columns: Vec<DossierColumn>,
    /// Of a `table`.
    pub rows: Vec<DossierRow>,
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

/// A place to write in: the same, under the same id, in every format.
#[derive(Debug, Clone, Serialize)]
pub struct DossierField {
    /// `siret`, `partenaires:2:nom`.
    pub id: String,
    /// `line`, `block`, `amount`, `number`, `date`, `siret`, `phone`, `email`, `check` or `pick`.
    pub kind: String,
    /// The most characters of a `line` or a `block`.
    pub limit: Option<usize>,
    pub required: bool,
}

/// An answer offered.
#[derive(Debug, Clone, Serialize)]
pub struct DossierChoice {
    /// What is kept of it.
    pub id: String,
    pub label: Text,
    /// Its own box, where any may be ticked.
    pub field: Option<DossierField>,
}

/// A column of a table.
#[derive(Debug, Clone, Serialize)]
pub struct DossierColumn {
    pub label: Text,
    /// It is asked only when this holds too.
    pub when: Option<DossierWhen>,
}

/// A row of a table.
#[derive(Debug, Clone, Serialize)]
pub struct DossierRow {
    /// A name, or a number.
    pub label: Text,
    /// One a column.
    pub fields: Vec<DossierField>,
}

/// The provisional budget.
#[derive(Debug, Clone, Serialize)]
pub struct DossierBudget {
    pub charges: Vec<DossierBudgetLine>,
    pub resources: Vec<DossierBudgetLine>,
    /// Where the totals stand.
    pub charges_total: DossierField,
    pub resources_total: DossierField,
    /// "Aide maximale de l’État".
    pub ceiling_name: Text,
    /// "60 000 €": the most that may be asked of the State.
    pub ceiling: String,
    /// The same, for machines: "60000".
    pub ceiling_euros: String,
}

/// A line of the budget.
#[derive(Debug, Clone, Serialize)]
pub struct DossierBudgetLine {
    pub label: Text,
    /// Only with a justification.
    pub justified: bool,
    /// The aid asked of the State.
    pub aid: bool,
    pub amount: DossierField,
    /// Of a justified line.
    pub justification: Option<DossierField>,
}
