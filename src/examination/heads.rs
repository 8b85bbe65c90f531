//! The columns of the sheets: each has a name for programs, by which sheets are read back, and a head for people.
//!
//! The row of names is hidden; whoever moves or sorts columns takes their names along.

use super::words::Words;
use crate::model::named::named;
use crate::model::workbook::{Column, Look, Row, Sheet, Value};

/// The names of columns, then their heads.
pub const ROWS_OF_HEADS: u32 = 2;

named! {
    /// A column of a sheet. Those of *Synthèse* come first, in their order.
    Head {
        File = "fichier",
        Applicant = "organisme",
        Siret = "siret",
        Project = "projet",
        Call = "appel",
        Region = "region",
        Departments = "departements",
        Sectors = "secteur",
        Priorities = "priorites",
        Aid = "aide",
        Ceiling = "plafond",
        Budget = "budget",
        Share = "part",
        Complete = "complet",
        Answered = "repondues",
        Expected = "attendues",
        Missing = "manquantes",
        Remarks = "remarques",
        ToExamine = "a-examiner",
        SameSiret = "meme-siret",
        Signed = "signe",
        Dated = "date",
        Version = "version",
        Lang = "langue",
        Code = "code",
        Workbook = "classeur",
        Line = "ligne",
        InDossier = "montant-dossier",
        InWorkbook = "montant-classeur",
        Gap = "ecart",
        Place = "question",
        Message = "message",
    }
}

impl Head {
    /// The columns of *Synthèse*.
    pub fn of_summary() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|head| *head <= Self::Lang)
    }

    /// In characters.
    fn width(self) -> f64 {
        match self {
            Self::Message => 90.0,
            Self::Missing | Self::Priorities | Self::Place | Self::Line => 34.0,
            Self::Applicant | Self::Project | Self::File | Self::SameSiret | Self::Workbook => 26.0,
            Self::Departments | Self::Sectors | Self::Code => 22.0,
            Self::Siret | Self::Call | Self::Region => 17.0,
            Self::Aid
            | Self::Ceiling
            | Self::Budget
            | Self::InDossier
            | Self::InWorkbook
            | Self::Gap => 15.0,
            Self::Share
            | Self::Complete
            | Self::Answered
            | Self::Expected
            | Self::Remarks
            | Self::Version
            | Self::Lang
            | Self::Signed
            | Self::Dated
            | Self::ToExamine => 12.0,
        }
    }
}

/// A sheet of such columns, and its rows.
pub fn sheet(words: Words<'_>, name: &str, heads: &[Head], rows: Vec<Row>) -> Sheet {
    let names = heads.iter().map(|head| Value::text(head.name()));
    let names = Row { hidden: true, ..Row::of(Look::Name, names) };
    let said = heads.iter().map(|head| Value::text(words.say(head.name())));
    let said = Row { height: Some(30.0), ..Row::of(Look::Head, said) };
    Sheet {
        name: words.say(name),
        columns: heads.iter().map(|head| Column { width: head.width() }).collect(),
        rows: [names, said].into_iter().chain(rows).collect(),
        frozen: (ROWS_OF_HEADS, 1),
        filter: Some(1),
        ..Sheet::default()
    }
}
