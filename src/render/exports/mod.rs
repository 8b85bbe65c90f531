//! Files that machines read: one writer a format, each from the same model as the pages.

mod csv;
mod grants;
mod sitemap;

use super::context::SiteContext;
use crate::model::export::{Export, ExportFormat, Scope};

/// The bytes of an export.
pub fn bytes(shared: &SiteContext<'_>, export: &Export) -> Vec<u8> {
    match (export.format, &export.scope) {
        (ExportFormat::Sitemap, _) => sitemap::xml(shared, &shared.site.pages),
        (ExportFormat::Grants, Scope::Call(call)) => grants::table(shared, call),
        (ExportFormat::Grants, _) => unreachable!("the plan gives grants to calls alone"),
    }
}
