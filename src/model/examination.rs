//! How the dossiers of a call are examined: a grid of criteria. It is a tool of the services: no page shows it.

use super::id::Slug;
use super::localized::Localized;
use super::origin::Origin;
use super::source::{Span, Spanned};

/// The criteria, and what is made of their marks.
#[derive(Debug, Clone)]
pub struct Grid {
    pub criteria: Vec<Criterion>,
    /// What tells two equal totals apart, in order.
    pub ties: Vec<Tie>,
    /// The total, out of 100, below which a dossier is not kept.
    pub least: Option<f64>,
    /// The share of all weights that a region's own criteria may have, in percent.
    pub regional_share: f64,
    /// The key `criteres`.
    pub span: Span,
}

/// One of the things that are marked.
#[derive(Debug, Clone)]
pub struct Criterion {
    pub id: Slug,
    pub label: Localized<String>,
    /// What helps to mark.
    pub help: Option<Localized<String>>,
    /// Who marks.
    pub by: Option<Localized<String>>,
    pub weight: f64,
    pub scale: Scale,
    /// The mark below which a dossier is eliminated.
    pub eliminatory: Option<f64>,
    /// The questions whose answers it looks at.
    pub questions: Vec<Spanned<Slug>>,
    /// Its id.
    pub span: Span,
}

/// The lowest and the highest mark.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    pub low: f64,
    pub high: f64,
}

impl Scale {
    /// Where the call says nothing: from 0 to 5.
    pub const USUAL: Self = Self { low: 0.0, high: 5.0 };
}

/// What tells two equal totals apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tie {
    /// The higher mark.
    Criterion(Spanned<Slug>),
    /// The earlier date of receipt.
    Received,
}

/// What a region changes.
#[derive(Debug, Clone, Default)]
pub struct ExaminationChange {
    /// Words added to the help of a criterion, by its id.
    pub helps: Vec<(Spanned<String>, Localized<String>)>,
    /// Criteria added.
    pub criteria: Vec<Criterion>,
    /// The key `criteres`.
    pub span: Option<Span>,
}

/// The grid as one region fills it.
#[derive(Debug, Clone)]
pub struct RegionalGrid {
    /// The region's last.
    pub criteria: Vec<RegionalCriterion>,
    pub ties: Vec<Tie>,
    pub least: Option<f64>,
}

/// A criterion with what the region adds to it.
#[derive(Debug, Clone)]
pub struct RegionalCriterion {
    pub criterion: Criterion,
    pub more_help: Option<Localized<String>>,
    pub origin: Origin,
}
