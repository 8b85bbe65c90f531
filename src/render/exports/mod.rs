//! Files that machines read: one writer a format, each from the same model as the pages.

mod aid_list;
mod aid_table;
mod aids;
mod call_format;
mod call_json;
mod csv;
mod grants;
mod instants;
mod robots;
mod sitemap;

use serde::Serialize;

use super::context::SiteContext;
use crate::model::export::{Export, ExportFormat, Scope};

/// The bytes of an export.
pub fn bytes(shared: &SiteContext<'_>, export: &Export) -> Vec<u8> {
    match (export.format, &export.scope) {
        (ExportFormat::Sitemap, _) => sitemap::xml(shared, &shared.site.pages),
        (ExportFormat::Grants, Scope::Call(call)) => grants::table(shared, call),
        (ExportFormat::Robots, _) => robots::txt(shared),
        (ExportFormat::Call, Scope::Call(call)) => call_json::json(shared, call),
        (ExportFormat::Grants | ExportFormat::Call, _) => {
            unreachable!("the plan gives these files to calls alone")
        }
        (ExportFormat::CallSchema, _) => call_format::schema(&shared.absolute(&export.address)),
        (ExportFormat::AidTable, _) => aid_table::csv(shared, &export.lang),
        (ExportFormat::AidList, _) => aid_list::json(shared, &export.lang),
    }
}

/// JSON that people may read too.
fn pretty(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).expect("names are strings");
    bytes.push(b'\n');
    bytes
}
