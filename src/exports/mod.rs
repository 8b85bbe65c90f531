//! Files that machines read, one writer a format, each from the same model as the pages.

mod abroad;
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
mod pretty;
mod robots;
mod script;
mod search;
mod sitemap;
mod territories;

use crate::model::export::{Export, ExportFormat, Scope};
use crate::tell::voice::SiteContext;
pub use calendar::Events;

/// The bytes of an export; `events` are those that calendars share.
pub fn bytes(shared: &SiteContext<'_>, events: &Events, export: &Export) -> Vec<u8> {
    match (export.format, &export.scope) {
        (ExportFormat::Sitemap, _) => sitemap::xml(shared, &shared.site.pages),
        (ExportFormat::Calendar, _) => calendar::ics(shared, events, export),
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
        (ExportFormat::Territories, _) => territories::js(shared, &export.lang),
        (ExportFormat::Search, _) => search::js(shared, &export.lang),
        (ExportFormat::AidList, _) => aid_list::json(shared, &export.lang),
    }
}
