//! What keeps a page true to its readers over the years: the addresses it had, and when somebody reads it again.

use jiff::civil::Date;

use super::source::{Span, Spanned};

/// How a page is kept.
#[derive(Debug, Clone, Default)]
pub struct Upkeep {
    /// From each, one is led on to the page.
    pub former: Vec<FormerAddress>,
    /// The last day before which somebody reads it again.
    pub review: Option<Spanned<Date>>,
}

/// An address under the folder of each language, where a page leads on to the one that took its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormerAddress {
    /// "languedoc/amige-2022.html".
    pub path: String,
    pub span: Span,
}
