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
    fn width(self) -> u8 {
        match self {
            Self::Message => 90,
            Self::Missing | Self::Priorities | Self::Place | Self::Line => 34,
            Self::Applicant | Self::Project | Self::File | Self::SameSiret | Self::Workbook => 26,
            Self::Departments | Self::Sectors | Self::Code => 22,
            Self::Siret | Self::Call | Self::Region => 17,
            Self::Aid
            | Self::Ceiling
            | Self::Budget
            | Self::InDossier
            | Self::InWorkbook
            | Self::Gap => 15,
            Self::Share
            | Self::Complete
            | Self::Answered
            | Self::Expected
            | Self::Remarks
            | Self::Version
            | Self::Lang
            | Self::Signed
            | Self::Dated
            | Self::ToExamine => 12,
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
        columns: heads.iter().map(|head| Column { width: head.width().into() }).collect(),
        rows: [names, said]
            .into_iter()
            .chain(rows.into_iter().map(|row| high(heads, row)))
            .collect(),
        frozen: (ROWS_OF_HEADS, 1),
        filter: Some(1),
        ..Sheet::default()
    }
}

/// As high as its words, which no office measures for us, and four lines at most.
fn high(heads: &[Head], row: Row) -> Row {
    const LINE: f64 = 13.5;
    const MOST: usize = 4;
    let lines = heads.iter().zip(&row.cells).map(|(head, cell)| match &cell.value {
        Value::Text(words) => words.chars().count().div_ceil(head.width().into()),
        _ => 1,
    });
    let lines = lines.max().unwrap_or(1).clamp(1, MOST);
    let lines = u32::try_from(lines).map_or(1.0, f64::from);
    Row { height: Some(lines * LINE), ..row }
}
