//! What a command was asked to do, once the command line is read.

use camino::Utf8PathBuf;
use jiff::Timestamp;

use super::id::Slug;

/// One run's request. The clock is read here and nowhere below.
#[derive(Debug, Clone)]
pub struct Project {
    /// The folder of `canevas.yaml`.
    pub root: Utf8PathBuf,
    /// The instant at which statuses are established.
    pub now: Timestamp,
    /// Instead of the address in `canevas.yaml`; ends with `/`.
    pub address: Option<String>,
    /// One region's own site.
    pub only: Option<Slug>,
    /// Makes the pages of drafts too, which nothing links to.
    pub drafts: bool,
}
