//! A dossier as one region offers it in one language: every word in its place, nothing left to decide.
//!
//! Each writer (ODT, DOCX, PDF, workbooks, the page) lays out this one value, and the reader knows the files by the
//! same field names: what the formats share is the definition, not a template.

use std::sync::Arc;

use jiff::civil::Date;

use super::Phrase;
use crate::model::cumulated::Cumulated;
pub use crate::model::form::CellKind;
use crate::model::id::Lang;
pub use crate::model::questionnaire::{Field, FieldKind, Identity, When};
use crate::model::questionnaire::{NO, YES};
use crate::model::role::Holder;

/// The whole dossier; `T` holds its longer words: texts as they are told, paragraphs once a document lays them out.
#[derive(Debug, Clone)]
pub struct Dossier<T> {
    pub lang: Lang,
    pub right_to_left: bool,
    pub identity: Identity,
    /// "Dossier de candidature".
    pub title: String,
    /// The call's title.
    pub call: Phrase,
    /// "en Bretagne".
    pub within: String,
    /// The directorate that receives it: "DREETS Bretagne".
    pub service: String,
    /// Of the call, never of the build.
    pub date: Date,
    /// "AMIGE · Bretagne · version 3f9a1c2b du 8 décembre 2021": at the foot of each page.
    pub footer: String,
    /// "Page 2 sur 6", in three: before the number, between the two, after.
    pub page_of: [String; 3],
    /// What it is for: before the questions.
    pub introduction: Vec<T>,
    /// Until when, for how much, where and how to send it, whom to ask: after the introduction, before the questions.
    pub guide: Vec<Guide<T>>,
    pub parts: Vec<Part<T>>,
    /// What becomes of personal data: after the questions.
    pub privacy: Option<Guide<T>>,
    /// At the end.
    pub frame: Frame,
    /// What some answers stand for.
    pub roles: Vec<Holder>,
    /// Amounts that add up under a ceiling.
    pub cumulated: Vec<Cumulated>,
    pub words: FormWords,
}

/// What the service that receives the dossier writes on it: nothing that is read back.
#[derive(Debug, Clone)]
pub struct Frame {
    /// "Cadre réservé à l’administration".
    pub title: String,
    /// "Reçu le", "Par"…, each with room.
    pub labels: Vec<String>,
}

/// What an applicant must know before writing, under its heading.
#[derive(Debug, Clone)]
pub struct Guide<T> {
    /// "Où et comment l’envoyer".
    pub title: String,
    pub body: Vec<T>,
}

/// Words that every form needs, in the dossier's language.
#[derive(Debug, Clone)]
pub struct FormWords {
    /// "obligatoire".
    pub required: String,
    /// "Les champs marqués « obligatoire »…".
    pub required_legend: String,
    pub yes: String,
    pub no: String,
    /// The prompt of a list: "Choisissez".
    pub choose: String,
    /// The prompt of a text: "Votre réponse".
    pub answer: String,
    /// "JJ/MM/AAAA".
    pub date_form: String,
    /// What a number looks like.
    pub number_form: String,
    /// What a telephone number looks like: "10 chiffres…".
    pub phone_form: String,
    /// What an e-mail address looks like.
    pub email_form: String,
    /// "caractères au plus": see [`FormWords::limit`].
    pub at_most: String,
    /// What stands between thousands and hundreds.
    pub grouping: String,
    /// "Ligne".
    pub row: String,
    pub total: String,
    pub charges: String,
    pub resources: String,
    pub amount: String,
    pub signature: Signature,
    /// The title of a table of contents.
    pub contents: String,
    pub budget: BudgetWords,
}

/// What the budget says beside its lines.
#[derive(Debug, Clone)]
pub struct BudgetWords {
    /// "Justification", the head of a column.
    pub justification: String,
    /// How to fill the workbook: "Remplissez les cases claires ; les totaux se calculent seuls."
    pub how: String,
    /// Over what is checked: "Contrôles".
    pub checks: String,
    /// "Charges moins ressources".
    pub difference: String,
    pub balanced: String,
    pub unbalanced: String,
    pub within_ceiling: String,
    pub above_ceiling: String,
    /// A line has an amount without its justification.
    pub unjustified: String,
    pub justified: String,
    /// Nothing is written yet.
    pub to_fill: String,
    /// Refuses a cell that holds no amount: "Écrivez un montant en euros…".
    pub not_an_amount: String,
}

/// What the signer writes.
#[derive(Debug, Clone)]
pub struct Signature {
    pub name: String,
    pub capacity: String,
    pub place: String,
    pub date: String,
    /// Over the box to sign in.
    pub sign_here: String,
}

/// A section of the form.
#[derive(Debug, Clone)]
pub struct Part<T> {
    pub id: String,
    /// From 1.
    pub number: usize,
    pub title: Phrase,
    /// When it is to be filled in, in words; its questions know the same as values.
    pub condition: Vec<T>,
    pub introduction: Vec<T>,
    pub questions: Vec<Question<T>>,
}

/// A question, or a note between questions.
#[derive(Debug, Clone)]
pub struct Question<T> {
    pub id: String,
    /// Ids that it had before: older files answer under them.
    pub former: Vec<String>,
    /// "3.2"; empty for a note.
    pub number: String,
    pub label: Phrase,
    /// When it and its columns are to be filled in, in words.
    pub condition: Vec<T>,
    /// It is asked only when each holds, those of its part too.
    pub when: Arc<[When]>,
    pub help: Vec<T>,
    pub required: bool,
    pub kind: Kind<T>,
}

/// What is answered.
#[derive(Debug, Clone)]
pub enum Kind<T> {
    /// Nothing: words to read.
    Note,
    /// One line, of at most so many characters.
    Line {
        limit: usize,
    },
    /// Several lines, of at most so many characters; room for so many lines.
    Block {
        limit: usize,
        lines: usize,
    },
    /// Euros, with cents.
    Amount,
    Number,
    Date,
    /// 14 digits.
    Siret,
    Phone,
    Email,
    /// One of them.
    Choice(Vec<Choice>),
    /// Any of them.
    Choices(Vec<Choice>),
    YesNo,
    Table {
        columns: Vec<Column>,
        rows: Rows,
    },
    Budget(Budget<T>),
    /// A commitment to tick.
    Commitment,
    /// A document to attach, ticked when it is.
    Attachment,
    Signature,
}

/// One of the answers offered.
#[derive(Debug, Clone)]
pub struct Choice {
    pub id: String,
    pub label: Phrase,
}

/// A column of a table.
#[derive(Debug, Clone)]
pub struct Column {
    pub id: String,
    pub label: Phrase,
    pub kind: CellKind,
    /// Besides what its question wants.
    pub when: Option<When>,
}

/// The rows of a table.
#[derive(Debug, Clone)]
pub enum Rows {
    /// So many, to fill in.
    Blank(usize),
    /// Each with its heading.
    Named(Vec<Choice>),
}

/// The provisional budget: charges on one side, resources on the other, equal in all.
#[derive(Debug, Clone)]
pub struct Budget<T> {
    pub charges: Vec<BudgetLine>,
    pub resources: Vec<BudgetLine>,
    /// The most that may be asked of the State, in euros.
    pub ceiling: f64,
    /// "60 000 €".
    pub ceiling_words: String,
    /// "Aide maximale de l’État": its name in every format.
    pub ceiling_name: Phrase,
    /// The ceiling, the duration and the other figures of the call: before the lines.
    pub notes: Vec<T>,
}

/// A line of the budget.
#[derive(Debug, Clone)]
pub struct BudgetLine {
    pub id: String,
    pub label: Phrase,
    /// Only with a justification, which is asked for beside the amount.
    pub justified: bool,
    /// The aid asked of the State, under the ceiling.
    pub aid: bool,
}

impl<T> Dossier<T> {
    /// What stands at its head, over the call: "Dossier de candidature en Bretagne".
    pub fn heading(&self) -> String {
        format!("{} {}", self.title, self.within)
    }

    /// What it is called where it is not open: "Dossier de candidature en Bretagne – AMIGE 2022".
    pub fn name(&self) -> String {
        format!("{} – {}", self.heading(), self.call.text)
    }

    /// What the workbooks of its budgets are called: "Budget prévisionnel en Bretagne – AMIGE 2022".
    pub fn budget_name(&self) -> String {
        let labels = self.budgets().map(|(question, _)| question.label.text.as_str());
        let labels: Vec<&str> = labels.collect();
        format!("{} {} – {}", labels.join(" "), self.within, self.call.text)
    }

    /// Every field, in reading order.
    pub fn fields(&self) -> Vec<Field> {
        let questions = self.parts.iter().flat_map(|part| &part.questions);
        questions.flat_map(|question| question.fields(&self.words)).collect()
    }

    /// Every budget, with its question.
    pub fn budgets(&self) -> impl Iterator<Item = (&Question<T>, &Budget<T>)> {
        let questions = self.parts.iter().flat_map(|part| &part.questions);
        questions.filter_map(|question| Some((question, question.budget()?)))
    }
}

impl<T> Dossier<T> {
    /// The same, its longer words laid out by `lay`, in reading order.
    pub fn laid<U>(self, lay: &mut impl FnMut(Vec<T>) -> Vec<U>) -> Dossier<U> {
        Dossier {
            introduction: lay(self.introduction),
            guide: self.guide.into_iter().map(|guide| guide.laid(lay)).collect(),
            parts: self.parts.into_iter().map(|part| part.laid(lay)).collect(),
            privacy: self.privacy.map(|privacy| privacy.laid(lay)),
            frame: self.frame,
            lang: self.lang,
            right_to_left: self.right_to_left,
            identity: self.identity,
            title: self.title,
            call: self.call,
            within: self.within,
            service: self.service,
            date: self.date,
            footer: self.footer,
            page_of: self.page_of,
            roles: self.roles,
            cumulated: self.cumulated,
            words: self.words,
        }
    }
}

impl<T> Guide<T> {
    /// The same, laid out.
    pub fn laid<U>(self, lay: &mut impl FnMut(Vec<T>) -> Vec<U>) -> Guide<U> {
        Guide { title: self.title, body: lay(self.body) }
    }
}

impl<T> Part<T> {
    fn laid<U>(self, lay: &mut impl FnMut(Vec<T>) -> Vec<U>) -> Part<U> {
        Part {
            condition: lay(self.condition),
            introduction: lay(self.introduction),
            questions: self.questions.into_iter().map(|question| question.laid(lay)).collect(),
            id: self.id,
            number: self.number,
            title: self.title,
        }
    }
}

impl<T> Question<T> {
    fn laid<U>(self, lay: &mut impl FnMut(Vec<T>) -> Vec<U>) -> Question<U> {
        Question {
            condition: lay(self.condition),
            help: lay(self.help),
            kind: self.kind.laid(lay),
            id: self.id,
            former: self.former,
            number: self.number,
            label: self.label,
            when: self.when,
            required: self.required,
        }
    }
}

impl<T> Kind<T> {
    fn laid<U>(self, lay: &mut impl FnMut(Vec<T>) -> Vec<U>) -> Kind<U> {
        match self {
            Self::Note => Kind::Note,
            Self::Line { limit } => Kind::Line { limit },
            Self::Block { limit, lines } => Kind::Block { limit, lines },
            Self::Amount => Kind::Amount,
            Self::Number => Kind::Number,
            Self::Date => Kind::Date,
            Self::Siret => Kind::Siret,
            Self::Phone => Kind::Phone,
            Self::Email => Kind::Email,
            Self::Choice(choices) => Kind::Choice(choices),
            Self::Choices(choices) => Kind::Choices(choices),
            Self::YesNo => Kind::YesNo,
            Self::Table { columns, rows } => Kind::Table { columns, rows },
            Self::Budget(budget) => Kind::Budget(Budget {
                notes: lay(budget.notes),
                charges: budget.charges,
                resources: budget.resources,
                ceiling: budget.ceiling,
                ceiling_words: budget.ceiling_words,
                ceiling_name: budget.ceiling_name,
            }),
            Self::Commitment => Kind::Commitment,
            Self::Attachment => Kind::Attachment,
            Self::Signature => Kind::Signature,
        }
    }
}

impl FormWords {
    /// "5 000 caractères au plus".
    pub fn limit(&self, characters: usize) -> String {
        let (thousands, rest) = (characters / 1000, characters % 1000);
        match thousands {
            0 => format!("{rest} {}", self.at_most),
            _ => format!("{thousands}{}{rest:03} {}", self.grouping, self.at_most),
        }
    }

    /// What an answer looks like, in words: how long, in which unit, in which order.
    pub fn form_of(&self, kind: &FieldKind) -> Option<String> {
        match kind {
            FieldKind::Line { limit } | FieldKind::Block { limit, .. } => Some(self.limit(*limit)),
            FieldKind::Amount => Some(self.amount.clone()),
            FieldKind::Number => Some(self.number_form.clone()),
            FieldKind::Date => Some(self.date_form.clone()),
            FieldKind::Phone => Some(self.phone_form.clone()),
            FieldKind::Email => Some(self.email_form.clone()),
            FieldKind::Siret | FieldKind::Check | FieldKind::Pick(_) => None,
        }
    }
}

impl<T> Question<T> {
    /// Its budget, if that is what it asks.
    pub fn budget(&self) -> Option<&Budget<T>> {
        if let Kind::Budget(budget) = &self.kind { Some(budget) } else { None }
    }

    /// The fields that answer the question, in reading order.
    pub fn fields(&self, words: &FormWords) -> Vec<Field> {
        let one = |kind| vec![self.field("", &[], kind)];
        match &self.kind {
            Kind::Note => Vec::new(),
            Kind::Line { limit } => one(FieldKind::Line { limit: *limit }),
            Kind::Block { limit, lines } => one(FieldKind::Block { limit: *limit, lines: *lines }),
            Kind::Amount => one(FieldKind::Amount),
            Kind::Number => one(FieldKind::Number),
            Kind::Date => one(FieldKind::Date),
            Kind::Siret => one(FieldKind::Siret),
            Kind::Phone => one(FieldKind::Phone),
            Kind::Email => one(FieldKind::Email),
            Kind::Choice(choices) => one(FieldKind::Pick(offered(choices))),
            Kind::YesNo => one(FieldKind::Pick(vec![
                (YES.to_owned(), words.yes.clone()),
                (NO.to_owned(), words.no.clone()),
            ])),
            Kind::Choices(choices) => {
                let box_of = |choice: &Choice| {
                    self.field(&format!(":{}", choice.id), &[&choice.label.text], FieldKind::Check)
                };
                choices.iter().map(box_of).collect()
            }
            Kind::Table { columns, rows } => self.cells(columns, rows, words),
            Kind::Budget(budget) => self.budget_fields(budget, words),
            Kind::Commitment | Kind::Attachment => one(FieldKind::Check),
            Kind::Signature => self.signature_fields(&words.signature),
        }
    }

    /// A field of the question; `under` says which, after the question's own name.
    fn field(&self, under: &str, names: &[&str], kind: FieldKind) -> Field {
        let mut label = self.label.text.clone();
        for name in names {
            label.push_str(", ");
            label.push_str(name);
        }
        Field {
            id: format!("{}{under}", self.id),
            label,
            required: self.required,
            kind,
            when: Arc::clone(&self.when),
        }
    }

    fn cells(&self, columns: &[Column], rows: &Rows, words: &FormWords) -> Vec<Field> {
        let named: Vec<(String, String)> = match rows {
            Rows::Blank(count) => (1..=*count)
                .map(|rank| (rank.to_string(), format!("{} {rank}", words.row)))
                .collect(),
            Rows::Named(rows) => offered(rows),
        };
        let cell = |(row, name): &(String, String), column: &Column| {
            // One row at least is asked for, not all of them.
            let required = self.required && (row == "1" || matches!(rows, Rows::Named(_)));
            let id = format!(":{row}:{}", column.id);
            let field = self.field(&id, &[name, &column.label.text], column.kind.field());
            let own = column.when.iter().cloned();
            let when = || self.when.iter().cloned().chain(own).collect();
            let when = if column.when.is_some() { when() } else { Arc::clone(&field.when) };
            Field { required, when, ..field }
        };
        named.iter().flat_map(|row| columns.iter().map(move |column| cell(row, column))).collect()
    }

    fn budget_fields(&self, budget: &Budget<T>, words: &FormWords) -> Vec<Field> {
        let sides = [
            ("charges", &words.charges, &budget.charges),
            ("ressources", &words.resources, &budget.resources),
        ];
        let mut fields = Vec::new();
        for (side, name, lines) in sides {
            for line in lines {
                let id = format!(":{side}:{}", line.id);
                let amount = self.field(&id, &[name, &line.label.text], FieldKind::Amount);
                fields.push(Field { required: false, ..amount });
                if line.justified {
                    let id = format!("{id}:justification");
                    let why = FieldKind::Line { limit: 300 };
                    let label = format!("{}, {}", line.label.text, words.budget.justification);
                    fields.push(Field { required: false, ..self.field(&id, &[name, &label], why) });
                }
            }
            let id = format!(":{side}:total");
            fields.push(self.field(&id, &[name, &words.total], FieldKind::Amount));
        }
        fields
    }

    fn signature_fields(&self, words: &Signature) -> Vec<Field> {
        let line = || FieldKind::Line { limit: 100 };
        vec![
            self.field(":nom", &[&words.name], line()),
            self.field(":qualite", &[&words.capacity], line()),
            self.field(":lieu", &[&words.place], line()),
            self.field(":date", &[&words.date], FieldKind::Date),
        ]
    }
}

fn offered(choices: &[Choice]) -> Vec<(String, String)> {
    choices.iter().map(|choice| (choice.id.clone(), choice.label.text.clone())).collect()
}
