//! What a site was published from, so that a later run knows whether it would publish another.

use jiff::Timestamp;

use super::digest::Digest;
use super::id::Slug;

/// Two editions that are equal have the same bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// The instant at which statuses are established.
    pub instant: Timestamp,
    /// Of the sources, the program and what it was asked for.
    pub sources: Digest,
    /// The only region of the site; `None` for all.
    pub region: Option<Slug>,
}
