//! The stages of a call, in the order of its life.

use jiff::Timestamp;

/// Where a call stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    Announced,
    Open,
    /// The last days before applications are no longer taken.
    ClosingSoon,
    /// A wave is closed, and another is to open.
    Between,
    Closed,
    /// A committee examines the applications.
    Examination,
    Results,
    /// Nothing is left to expect of it.
    Archived,
}

impl Stage {
    /// Its name in themes and messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Announced => "announced",
            Self::Open => "open",
            Self::ClosingSoon => "closing",
            Self::Between => "between",
            Self::Closed => "closed",
            Self::Examination => "examination",
            Self::Results => "results",
            Self::Archived => "archived",
        }
    }

    /// Whether one can apply.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::ClosingSoon)
    }
}

/// A stage, and the first instant at which the call is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    pub from: Timestamp,
    pub stage: Stage,
    /// Whether a day that is known says so, and not the end of a month.
    pub certain: bool,
}
