//! Files that machines read, one writer a format, each from the same model as the pages.

mod aid_list;
mod aid_table;
mod aids;
mod atom;
mod calendar;
mod call_format;
mod call_json;
mod changes;
mod csv;
mod feed;
mod grants;
mod icalendar;
mod instants;
mod json_feed;
mod plain;
mod robots;
mod sitemap;

use serde::Serialize;

use crate::model::address::Address;
use crate::model::export::{Export, ExportFormat, Scope};
use crate::model::id::Lang;
use crate::model::regional::RegionalCall;
use crate::tell::context::{Links, PageContext, SiteContext};
use crate::words::Words;

/// The bytes of an export.
pub fn bytes(shared: &SiteContext<'_>, export: &Export) -> Vec<u8> {
    match (export.format, &export.scope) {
        (ExportFormat::Sitemap, _) => sitemap::xml(shared, &shared.site.pages),
        (ExportFormat::Calendar, _) => calendar::ics(shared, export),
        (ExportFormat::Atom, _) => atom::xml(shared, export),
        (ExportFormat::JsonFeed, _) => json_feed::json(shared, export),
        (ExportFormat::Grants, Scope::Call(call)) => grants::table(shared, call),
        (ExportFormat::Robots, _) => robots::txt(shared),
        (ExportFormat::Call, Scope::Call(call)) => call_json::json(shared, call),
        (ExportFormat::Grants | ExportFormat::Call, _) => {
            unreachable!("the plan gives these files to calls alone")
        }
        (ExportFormat::CallSchema, _) => call_format::schema(&shared.absolute(&export.address)),
        (ExportFormat::AidTable, _) => aid_table::csv(shared, &export.lang),
        (ExportFormat::AidList, _) => aid_list::json(shared, &export.lang),
        // Documents have their own table of writers.
        (ExportFormat::Dossier(_), _) => Vec::new(),
        #[cfg(feature = "pdf")]
        (ExportFormat::CallText, _) => Vec::new(),
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
    PageContext { shared, words, content: lang, address, call: Some(call), links: Links::Absolute }
}

/// JSON that people may read too.
fn pretty(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).expect("names are strings");
    bytes.push(b'\n');
    bytes
}
