//! How a call closes, besides its steps: soon, never by a date, or by hand.

use jiff::civil::Date;

use super::localized::Localized;
use super::source::{Span, Spanned};

/// What the national call says.
#[derive(Debug, Clone, Default)]
pub struct ClosingRules {
    pub soon: Option<Soon>,
    /// Where it says that it has no deadline.
    pub open_ended: Option<Span>,
    pub by_hand: Option<ClosedByHand>,
}

/// From when a call is said to close soon.
#[derive(Debug, Clone)]
pub struct Soon {
    /// Without it, a share of the days that the call is open.
    pub days: Option<i32>,
    /// Whether a region may choose.
    pub open: bool,
    pub span: Span,
}

/// A call that takes no more applications from a day on, whatever its steps say.
#[derive(Debug, Clone)]
pub struct ClosedByHand {
    /// The first day on which nobody can apply.
    pub date: Date,
    pub reason: Option<Localized<String>>,
    pub span: Span,
}

/// What a region says instead.
#[derive(Debug, Clone, Default)]
pub struct ClosingChange {
    pub soon: Option<Spanned<i32>>,
    pub by_hand: Option<ClosedByHand>,
}

/// How a regional call closes.
#[derive(Debug, Clone, Default)]
pub struct Closing {
    pub soon: Option<i32>,
    /// It has no deadline: applications are examined as they come.
    pub open_ended: bool,
    pub by_hand: Option<ClosedByHand>,
    /// Whether that day has come: until then nobody is told of it.
    pub told: bool,
}
