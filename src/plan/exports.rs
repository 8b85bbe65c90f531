//! Which files machines read, at which address.

use crate::model::export::{Export, ExportFormat, Scope};
use crate::model::settings::Settings;
use crate::model::site::Address;

/// Every export of the site.
pub fn exports(settings: &Settings) -> Vec<Export> {
    vec![of_site(settings, "sitemap.xml", ExportFormat::Sitemap)]
}

/// A file that covers the whole site, in no language or in all of them.
fn of_site(settings: &Settings, name: &str, format: ExportFormat) -> Export {
    let lang = settings.reference().clone();
    Export { address: Address::new(name), lang, format, scope: Scope::Site }
}
