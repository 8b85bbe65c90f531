//! Files that machines read, beside the pages: maps, feeds, calendars, open data.

use std::sync::Arc;

use super::id::{Lang, Slug};
use super::regional::RegionalCall;
use super::site::{Address, Site};

/// A file for machines, to render.
#[derive(Debug, Clone)]
pub struct Export {
    pub address: Address,
    /// The language of its words; the reference, where it has those of every language or none.
    pub lang: Lang,
    pub format: ExportFormat,
    pub scope: Scope,
}

/// What kind of file it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportFormat {
    /// The map of the pages for search engines.
    Sitemap,
    /// The grants that a region gives by a call (SCDL "subventions" 2.1.1).
    Grants,
}

/// How much of the site it covers.
#[derive(Debug, Clone)]
#[expect(dead_code, reason = "feeds of regions and calls come next")]
pub enum Scope {
    Site,
    /// By rank in [`Site::regions`].
    Region(usize),
    Call(Arc<RegionalCall>),
}

impl Scope {
    /// The only region it is made from, if it is one.
    pub fn region<'s>(&'s self, site: &'s Site) -> Option<&'s Slug> {
        match self {
            Self::Site => None,
            Self::Region(rank) => site.regions.get(*rank).map(|region| &region.region.slug),
            Self::Call(call) => Some(&call.region.slug),
        }
    }
}
