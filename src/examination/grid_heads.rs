//! The columns of *Grille*: who, then a mark a criterion, then what follows from the marks, then what is decided.

use crate::model::named::named;
use crate::model::workbook::Look;

/// What begins the name of the column of a criterion.
pub const MARK: &str = "note:";

named! {
    /// A column that every grid has. Those of marks stand between `Received` and `Total`.
    GridHead {
        File = "fichier",
        Applicant = "organisme",
        Siret = "siret",
        Project = "projet",
        Received = "recu-le",
        Total = "total",
        Verdict = "avis",
        Rank = "rang",
        Decision = "decision",
        Amount = "montant",
        Reason = "motif",
        Agreement = "convention",
        PaidFrom = "verse-du",
        PaidTo = "verse-au",
        Reference = "reference",
        Remarks = "observations",
        Call = "appel",
        Region = "region",
    }
}

impl GridHead {
    /// Where it stands, among so many marks.
    pub fn column(self, marks: u16) -> u16 {
        let rank = Self::ALL.iter().position(|known| *known == self).unwrap_or_default();
        let rank = u16::try_from(rank).unwrap_or_default();
        if self >= Self::Total { rank + marks } else { rank }
    }

    /// What an examiner does there.
    pub fn look(self) -> Look {
        match self {
            Self::Received | Self::Agreement | Self::PaidFrom | Self::PaidTo => Look::OpenDay,
            Self::Amount => Look::OpenEuros,
            Self::Decision | Self::Reason | Self::Reference | Self::Remarks => Look::Open,
            Self::File
            | Self::Applicant
            | Self::Siret
            | Self::Project
            | Self::Total
            | Self::Verdict
            | Self::Rank
            | Self::Call
            | Self::Region => Look::Plain,
        }
    }

    /// Whether it is written in by hand.
    pub fn is_open(self) -> bool {
        self.look() != Look::Plain
    }

    /// In characters.
    pub fn width(self) -> f64 {
        match self {
            Self::Reason | Self::Remarks => 40.0,
            Self::File | Self::Applicant | Self::Project => 26.0,
            Self::Siret | Self::Verdict | Self::Call | Self::Region => 16.0,
            Self::Decision | Self::Amount | Self::Reference => 14.0,
            Self::Received | Self::Agreement | Self::PaidFrom | Self::PaidTo => 12.0,
            Self::Total | Self::Rank => 9.0,
        }
    }
}

/// The column of the mark of a criterion, by its rank.
pub fn mark(rank: usize) -> u16 {
    GridHead::Received.column(0) + 1 + u16::try_from(rank).unwrap_or_default()
}
