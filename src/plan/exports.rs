//! Which files machines read, at which address.

use std::sync::Arc;

use jiff::Timestamp;

use crate::model::export::{Export, ExportFormat, Scope};
use crate::model::settings::Settings;
use crate::model::site::{Address, SiteRegion};

/// Every export of the site.
pub fn exports(settings: &Settings, regions: &[SiteRegion], now: Timestamp) -> Vec<Export> {
    let mut exports = vec![of_site(settings, "sitemap.xml", ExportFormat::Sitemap)];
    let calls = regions.iter().flat_map(|region| &region.calls);
    for call in calls.filter(|call| call.grants(now).is_some()) {
        exports.push(Export {
            address: Address::grants(&call.region.slug, &call.call.slug),
            lang: settings.reference().clone(),
            format: ExportFormat::Grants,
            scope: Scope::Call(Arc::clone(call)),
        });
    }
    exports
}

/// A file that covers the whole site, in no language or in all of them.
fn of_site(settings: &Settings, name: &str, format: ExportFormat) -> Export {
    let lang = settings.reference().clone();
    Export { address: Address::new(name), lang, format, scope: Scope::Site }
}
