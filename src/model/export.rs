//! Files beside the pages that machines read: maps, feeds, calendars, open data.

use std::sync::Arc;

use super::address::Address;
use super::id::Lang;
use super::regional::RegionalCall;

/// A file to render.
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
    /// What crawlers may read: everything.
    Robots,
    /// Which region is whose, for the script of the finder.
    Territories,
    /// The words of every page, for the script of the search.
    Search,
    /// The grants that a region gives by a call (SCDL "subventions" 2.1.1).
    Grants,
    /// Steps for calendars (iCalendar, RFC 5545).
    Calendar,
    /// What changes, for feed readers (Atom, RFC 4287).
    Atom,
    /// The same, as JSON Feed 1.1.
    JsonFeed,
    /// A call, for any program.
    Call,
    /// The schema of the former.
    CallSchema,
    /// Every call, as `etalab/schema-dispositif-aide` has it.
    AidTable,
    /// Every call, as Aides-territoires has it.
    AidList,
}

/// How much of the site it covers.
#[derive(Debug, Clone)]
pub enum Scope {
    Site,
    /// By rank in `Site::regions`.
    Region(usize),
    Call(Arc<RegionalCall>),
    /// By rank in [`RegionalCall::steps`].
    Step(Arc<RegionalCall>, usize),
}
