//! Files that machines read: one writer a format, each from the same model as the pages.

mod sitemap;

use super::context::SiteContext;
use crate::model::export::{Export, ExportFormat};

/// The bytes of an export.
pub fn bytes(shared: &SiteContext<'_>, export: &Export) -> Vec<u8> {
    match export.format {
        ExportFormat::Sitemap => sitemap::xml(shared, &shared.site.pages),
    }
}
