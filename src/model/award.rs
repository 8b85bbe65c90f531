//! What a call gave: the projects that a region keeps, and from when they may be told.

use jiff::civil::Date;

use super::localized::Localized;
use super::siret::Siret;
use super::source::{Span, Spanned};
use super::territory::Department;

/// The projects that a region keeps of one call.
#[derive(Debug, Clone)]
pub struct Awards {
    /// In the order of the region; empty when no project was kept.
    pub list: Vec<Award>,
    /// The key `resultats`.
    pub span: Span,
}

/// A project that is kept.
#[derive(Debug, Clone)]
pub struct Award {
    pub organisation: String,
    pub siret: Siret,
    /// In euros.
    pub amount: Spanned<f64>,
    pub object: Localized<String>,
    /// Finer than departments: a valley, a group of towns.
    pub place: Option<Localized<String>>,
    /// Empty, without place: the whole territory.
    pub departments: Vec<Department>,
    /// Once it is signed.
    pub agreement: Option<Agreement>,
}

/// The agreement by which a grant is given.
#[derive(Debug, Clone)]
pub struct Agreement {
    pub date: Date,
    pub reference: Option<String>,
    pub payment: Payment,
}

/// When a grant is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Payment {
    On(Date),
    Within {
        from: Date,
        to: Date,
        /// In one payment, on a day of the period that is not known yet.
        once: bool,
    },
}

/// What the open data of a call's grants must say besides, the same for all regions.
#[derive(Debug, Clone)]
pub struct GrantRules {
    /// Given as *de minimis* aid.
    pub de_minimis: bool,
    /// Identifier of the aid in the data of the schema `etalab/schema-dispositif-aide`.
    pub scheme: Option<String>,
}

/// The grants whose essential data are published.
pub struct Grants<'a> {
    pub giver: &'a Siret,
    pub rules: &'a GrantRules,
    pub signed: Vec<(&'a Award, &'a Agreement)>,
    /// The aid they are given by, in the data of aids.
    pub scheme: Option<String>,
}
