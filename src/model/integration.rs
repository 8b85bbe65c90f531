//! The pages of calls for other sites: a fragment to paste in a page, and a page to show in a frame.

use super::id::Slug;

/// How the pages of calls are given to other sites.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Integration {
    /// That of the first heading of a fragment, 1 to 6.
    pub level: u8,
    /// What every id of a fragment begins with.
    pub prefix: Slug,
    /// The origins of the sites that may show a page in a frame; `None` for any.
    pub sites: Option<Vec<String>>,
}

/// What another site is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Embedding {
    /// Markup without document, to paste in a page.
    Fragment,
    /// A page to show in a frame.
    Frame,
}
