//! `robots.txt` (RFC 9309): everything may be read, and the map is there.

use crate::model::address::Address;
use crate::tell::voice::SiteContext;

/// The file; pages that must not be indexed say so themselves.
pub fn txt(shared: &SiteContext<'_>) -> Vec<u8> {
    let map = shared.absolute(&Address::new("sitemap.xml"));
    format!("User-agent: *\nDisallow:\n\nSitemap: {map}\n").into_bytes()
}
