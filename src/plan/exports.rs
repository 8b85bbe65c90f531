//! Which files machines read, at which address.

use std::sync::Arc;

use jiff::Timestamp;

use crate::model::export::{Export, ExportFormat, Scope};
use crate::model::regional::RegionalCall;
use crate::model::settings::Settings;
use crate::model::site::{Address, CALL_SCHEMA, SiteRegion};

/// Every export of the site.
pub fn exports(settings: &Settings, regions: &[SiteRegion], now: Timestamp) -> Vec<Export> {
    let mut exports = vec![
        of_site(settings, "sitemap.xml", ExportFormat::Sitemap),
        // Crawlers look for it at the root of a host only.
        of_site(settings, "robots.txt", ExportFormat::Robots),
    ];
    let calls: Vec<_> = regions.iter().flat_map(|region| &region.calls).collect();
    for call in &calls {
        exports.extend(of_call(settings, call, now));
    }
    if !calls.is_empty() {
        exports.push(of_site(settings, CALL_SCHEMA, ExportFormat::CallSchema));
    }
    if calls.iter().any(|call| call.call.aid.is_some()) {
        exports.push(of_site(settings, "donnees/dispositif-aide.csv", ExportFormat::AidTable));
        exports.push(of_site(settings, "donnees/aides-territoires.json", ExportFormat::AidList));
    }
    exports
}

/// A file that covers the whole site, in no language or in all of them.
fn of_site(settings: &Settings, name: &str, format: ExportFormat) -> Export {
    let lang = settings.reference().clone();
    Export { address: Address::new(name), lang, format, scope: Scope::Site }
}

fn of_call(
    settings: &Settings,
    call: &Arc<RegionalCall>,
    now: Timestamp,
) -> impl Iterator<Item = Export> {
    let (region, slug) = (&call.region.slug, &call.call.slug);
    let grants = call.grants(now).map(|_| (Address::grants(region, slug), ExportFormat::Grants));
    let files = [(Address::call_data(region, slug), ExportFormat::Call)].into_iter().chain(grants);
    files.map(|(address, format)| Export {
        address,
        lang: settings.reference().clone(),
        format,
        scope: Scope::Call(Arc::clone(call)),
    })
}
