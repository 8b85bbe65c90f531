//! What a dossier asks, as whoever reads its files back must know it: fields, what each takes, and how they hang together.
//!
//! Files of every format name their places by these fields; writers and reader find the same names from the same list.

use std::sync::Arc;

use jiff::civil::Date;

use super::cumulated::Cumulated;
use super::id::Slug;
use super::role::{Holder, Role};

/// Which dossier a file is, written in each file and read back from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    pub call: Slug,
    pub region: Slug,
    /// The first eight characters of the digest of all that the dossier asks: two dossiers of one version ask the same.
    pub version: String,
}

/// A place to write in, whatever the format of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// `siret`, `partenaires:2:nom`, `budget:charges:prestations`: unique in the dossier.
    pub id: String,
    /// What it is, read aloud alone: "Partenaires, ligne 2, Nom".
    pub label: String,
    pub required: bool,
    pub kind: FieldKind,
    /// It is asked only when each holds.
    pub when: Arc<[When]>,
}

/// Yes, or a box that is ticked, as a value.
pub const YES: &str = "oui";
/// No, or a box that is not ticked.
pub const NO: &str = "non";

/// An answer to an earlier question: one of these.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct When {
    /// Its id.
    pub question: String,
    /// Ids of choices, [`YES`] or [`NO`].
    pub values: Vec<String>,
}

/// What a field takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldKind {
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
    Check,
    /// One of these: identifier and words.
    Pick(Vec<(String, String)>),
}

/// How a field is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Written,
    Ticked,
    Picked,
}

impl FieldKind {
    /// How it is answered.
    pub fn way(&self) -> Way {
        match self {
            Self::Line { .. }
            | Self::Block { .. }
            | Self::Amount
            | Self::Number
            | Self::Date
            | Self::Siret
            | Self::Phone
            | Self::Email => Way::Written,
            Self::Check => Way::Ticked,
            Self::Pick(_) => Way::Picked,
        }
    }

    /// Whether answers under one another are figures to compare.
    pub fn is_figure(&self) -> bool {
        match self {
            Self::Amount | Self::Number => true,
            Self::Line { .. }
            | Self::Block { .. }
            | Self::Date
            | Self::Siret
            | Self::Phone
            | Self::Email
            | Self::Check
            | Self::Pick(_) => false,
        }
    }
}

/// The dossier of one region in one language.
#[derive(Debug, Clone)]
pub struct Questionnaire {
    pub identity: Identity,
    /// Of the call, never of the build.
    pub date: Date,
    /// What its language writes between thousands and hundreds, if anything.
    pub grouping: String,
    /// In reading order.
    pub questions: Vec<Asked>,
    /// What stands in a place that nobody has filled: no answer says only this.
    pub prompts: Vec<String>,
    /// What some answers stand for.
    pub roles: Vec<Holder>,
    /// Amounts that add up under a ceiling.
    pub cumulated: Vec<Cumulated>,
}

/// A question that is answered.
#[derive(Debug, Clone)]
pub struct Asked {
    pub id: String,
    /// Ids that it had before: older files answer under them.
    pub former: Vec<String>,
    /// "3.2".
    pub number: String,
    /// "Partenaires".
    pub label: String,
    pub required: bool,
    pub shape: Shape,
    /// In reading order.
    pub fields: Vec<Field>,
}

/// How the fields of a question hang together.
#[derive(Debug, Clone)]
pub enum Shape {
    /// Each is an answer.
    Apart,
    /// Boxes, of which any may be ticked.
    AnyOf,
    /// Rows of as many fields, each under its heading.
    Rows(Vec<String>),
    Budget(BudgetShape),
}

/// Two lists of lines that add up to the same.
#[derive(Debug, Clone)]
pub struct BudgetShape {
    pub charges: Vec<BudgetRow>,
    pub resources: Vec<BudgetRow>,
    /// What ends the name of the field that holds the total of a side.
    pub total: &'static str,
    pub total_heading: String,
    /// The most that may be asked of the State, in euros.
    pub ceiling: f64,
}

/// A line of a budget.
#[derive(Debug, Clone)]
pub struct BudgetRow {
    /// Of the field that holds its amount.
    pub field: String,
    /// What stands before it in the table.
    pub heading: String,
    /// Of the field that justifies it.
    pub justification: Option<String>,
    /// The aid asked of the State, under the ceiling.
    pub aid: bool,
}

/// Words as they are compared: two that differ only in capitals, spaces or apostrophes are one.
pub fn compared(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase().replace('\'', "’")
}

impl Questionnaire {
    /// The question that has a role, or the column.
    pub fn holder(&self, role: Role) -> Option<&Holder> {
        self.roles.iter().find(|holder| holder.role == role)
    }

    /// Every field, in reading order.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        self.questions.iter().flat_map(|question| &question.fields)
    }
}

impl Asked {
    /// How a message names the question: "3.2 Partenaires".
    pub fn place(&self) -> String {
        format!("{} {}", self.number, self.label)
    }

    /// The fields of `count` rows under the last one of a table, which an applicant has added: none where rows have names.
    pub fn rows_beyond(&self, count: usize) -> Vec<Field> {
        let Shape::Rows(headings) = &self.shape else { return Vec::new() };
        let last = headings.len();
        let is_numbered = (1..=last).map(|rank| rank.to_string()).eq(headings.iter().cloned());
        if !is_numbered {
            return Vec::new();
        }
        let old = format!("{}:{last}:", self.id);
        let model = self.fields.iter().filter(|field| field.id.starts_with(&old));
        let model: Vec<&Field> = model.collect();
        let row = |rank: usize| model.iter().map(move |field| self.renumbered(field, last, rank));
        (last + 1..=last + count).flat_map(row).collect()
    }

    /// A field of the row `last`, as the row `rank` has it.
    fn renumbered(&self, field: &Field, last: usize, rank: usize) -> Field {
        let (label, under) = field.label.split_at(self.label.len().min(field.label.len()));
        let under = under.replacen(&format!(" {last}, "), &format!(" {rank}, "), 1);
        Field {
            id: field.id.replacen(&format!(":{last}:"), &format!(":{rank}:"), 1),
            label: format!("{label}{under}"),
            required: false,
            ..field.clone()
        }
    }

    /// How a message names a field of it: "3.2 Partenaires, Ligne 2, Nom".
    pub fn place_of(&self, field: &Field) -> String {
        format!("{} {}", self.number, field.label)
    }
}

#[cfg(test)]
mod tests {
    use super::{Asked, Field, FieldKind, Shape};

    fn table(headings: &[&str]) -> Asked {
        let field = |row: &&str| Field {
            id: format!("aides:{row}:nom"),
            label: format!("Article 2, alinéa, Ligne {row}, Nom 2, bis"),
            required: true,
            kind: FieldKind::Amount,
            when: [].into(),
        };
        Asked {
            id: "aides".to_owned(),
            former: Vec::new(),
            number: "2.2".to_owned(),
            label: "Article 2, alinéa".to_owned(),
            required: true,
            shape: Shape::Rows(headings.iter().map(|heading| (*heading).to_owned()).collect()),
            fields: headings.iter().map(field).collect(),
        }
    }

    #[test]
    fn rows_are_added_under_the_last_one_where_they_have_no_name() {
        let beyond = table(&["1", "2"]).rows_beyond(2);
        let said: Vec<(&str, &str)> =
            beyond.iter().map(|field| (&*field.id, &*field.label)).collect();
        let expected = [
            ("aides:3:nom", "Article 2, alinéa, Ligne 3, Nom 2, bis"),
            ("aides:4:nom", "Article 2, alinéa, Ligne 4, Nom 2, bis"),
        ];
        assert_eq!(said, expected);
        assert!(beyond.iter().all(|field| !field.required));
        assert!(table(&["1", "2"]).rows_beyond(0).is_empty());
        assert!(table(&["Mois 1", "Mois 2"]).rows_beyond(2).is_empty());
    }
}
