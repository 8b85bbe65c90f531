//! What was typed and could not be read. It has been said once: what seems absent of it may be there.

use std::collections::BTreeSet;

/// A part of the files that others name, or count on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    Steps,
    Parameters,
    Sections,
    Form,
    Examination,
    /// What the call says of grants.
    Grants,
    /// The number of the region's service.
    Siret,
}

/// The parts that were not wholly read.
#[derive(Debug, Clone, Default)]
pub struct Unread(BTreeSet<Part>);

impl Unread {
    /// Those of `parts` that are said not to be whole.
    pub fn of(parts: impl IntoIterator<Item = (Part, bool)>) -> Self {
        Self(parts.into_iter().filter(|(_, partial)| *partial).map(|(part, _)| part).collect())
    }

    /// Whether something of `part` is missing here that its author typed.
    pub fn has(&self, part: Part) -> bool {
        self.0.contains(&part)
    }

    /// What is unread here or there.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        Self(self.0.union(&other.0).copied().collect())
    }
}
