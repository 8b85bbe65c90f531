//! Files that machines read: one writer a format, each from the same model as the pages.

mod atom;
mod calendar;
mod changes;
mod csv;
mod feed;
mod grants;
mod icalendar;
mod json_feed;
mod sitemap;

use super::context::{PageContext, SiteContext};
use super::words::Words;
use crate::model::export::{Export, ExportFormat, Scope};
use crate::model::id::Lang;
use crate::model::regional::RegionalCall;
use crate::model::site::Address;

/// The bytes of an export.
pub fn bytes(shared: &SiteContext<'_>, export: &Export) -> Vec<u8> {
    match (export.format, &export.scope) {
        (ExportFormat::Sitemap, _) => sitemap::xml(shared, &shared.site.pages),
        (ExportFormat::Calendar, _) => calendar::ics(shared, export),
        (ExportFormat::Atom, _) => atom::xml(shared, export),
        (ExportFormat::JsonFeed, _) => json_feed::json(shared, export),
        (ExportFormat::Grants, Scope::Call(call)) => grants::table(shared, call),
        (ExportFormat::Grants, _) => unreachable!("the plan gives grants to calls alone"),
    }
}

/// "AMIGE, Bretagne".
fn call_in_region(words: &Words, call: &RegionalCall) -> String {
    format!("{}, {}", call.call.short, call.region.territory.name.show(&words.lang).value)
}

/// A call's page, for texts that are read elsewhere.
fn abroad<'a>(
    shared: &'a SiteContext<'a>,
    lang: &'a Lang,
    address: &'a Address,
    call: &'a RegionalCall,
) -> PageContext<'a> {
    let words = shared.words(lang);
    PageContext { shared, words, content: lang, address, call: Some(call), abroad: true }
}
