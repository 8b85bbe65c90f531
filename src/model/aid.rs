//! What aggregators of public aids ask of a call, besides what its pages say.
//!
//! The names are those of the schema `etalab/schema-dispositif-aide` 0.2.0, since teams type them as they are published.

use super::id::Slug;
use super::localized::Localized;
use super::siret::Siret;

/// The `donnees:` block of a call.
#[derive(Debug, Clone)]
pub struct AidSheet {
    /// Never empty.
    pub kinds: Vec<AidKind>,
    /// Never empty.
    pub audiences: Vec<Audience>,
    /// Who carries the aid, besides the regional service. Never empty.
    pub bodies: Vec<Body>,
    pub programmes: Vec<String>,
    /// What the applicant gets, in one imperative sentence.
    pub promise: Option<Localized<String>>,
    /// The section that says what the call is; the summary, without it.
    pub description: Option<Slug>,
    /// The section that says who may apply; the summary, without it.
    pub eligibility: Option<Slug>,
}

/// What kind of help it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AidKind {
    Assistance,
    TaxRelief,
    Advice,
    Study,
    Funding,
    Training,
    Guidance,
    Loan,
}

impl AidKind {
    /// Every kind with its published name.
    pub const ALL: [(&'static str, Self); 8] = [
        ("assistance", Self::Assistance),
        ("avantage fiscal", Self::TaxRelief),
        ("conseil", Self::Advice),
        ("étude", Self::Study),
        ("financement", Self::Funding),
        ("formation", Self::Training),
        ("information", Self::Guidance),
        ("prêt", Self::Loan),
    ];
}

/// Who is helped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    Professionals,
    Individuals,
    Associations,
    PublicSector,
}

impl Audience {
    /// Every audience with its published name.
    pub const ALL: [(&'static str, Self); 4] = [
        ("professionnels", Self::Professionals),
        ("particuliers", Self::Individuals),
        ("associations", Self::Associations),
        ("secteur public", Self::PublicSector),
    ];
}

/// A body that takes part in the aid.
#[derive(Debug, Clone)]
pub struct Body {
    pub name: String,
    pub siret: Option<Siret>,
    /// Never empty.
    pub roles: Vec<Role>,
}

/// What a body does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Promoter,
    Funder,
    Examiner,
}

impl Role {
    /// Every role with its published name.
    pub const ALL: [(&'static str, Self); 3] = [
        ("diffuseur", Self::Promoter),
        ("financeur", Self::Funder),
        ("instructeur", Self::Examiner),
    ];
}

/// The published name of a value of one of these lists.
pub fn name_of<T: PartialEq>(all: &[(&'static str, T)], value: &T) -> &'static str {
    let named = all.iter().find(|(_, other)| other == value);
    named.map(|(name, _)| *name).unwrap_or_default()
}
