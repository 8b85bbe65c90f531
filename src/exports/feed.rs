//! A feed of changes, before it takes the form of Atom or of JSON Feed.

use super::changes::{Author, Change, author, of_region, start, urn};
use super::instants;
use crate::model::address::Address;
use crate::model::export::{Export, Scope};
use crate::model::id::Lang;
use crate::tell::voice::SiteContext;
use crate::words::Arg;

/// A feed, whatever its format.
pub struct Feed<'a> {
    pub id: String,
    pub title: String,
    pub lang: &'a Lang,
    pub author: Author,
    /// The page it tells of, then itself.
    pub page: String,
    pub own: String,
    pub updated: String,
    /// The latest first.
    pub changes: Vec<Change>,
}

/// The feed of a region or of the site.
pub fn feed<'a>(shared: &'a SiteContext<'a>, export: &'a Export) -> Feed<'a> {
    let site = shared.site;
    let words = shared.words(&export.lang);
    let title = site.settings.title.show(&words.lang).value;
    let (regions, page, title, author) = match &export.scope {
        Scope::Region(rank) => {
            let region = &site.regions[*rank];
            let name = region.region.territory.name.show(&words.lang).value;
            let page = Address::page(&words.lang, region.region.slug.as_str());
            let regions = std::slice::from_ref(region);
            (regions, page, format!("{title} – {name}"), author(words, region))
        }
        _ => {
            let publisher = shared.legal().publisher.name.show(&words.lang).value.clone();
            let author = Author { name: publisher, site: site.address.clone() };
            (&site.regions[..], Address::home(&words.lang), title.clone(), author)
        }
    };
    let named = regions.len() > 1;
    let mut changes: Vec<Change> =
        regions.iter().flat_map(|region| of_region(shared, words, region, named)).collect();
    changes.sort_by(|a, b| (b.at.timestamp(), &a.id).cmp(&(a.at.timestamp(), &b.id)));
    let calls = regions.iter().flat_map(|region| &region.calls);
    let published = calls.map(|call| start(&shared.paris, call.call.published)).max();
    let updated = changes.first().map(|change| &change.at).or(published.as_ref());
    Feed {
        id: urn(["flux", &shared.absolute(&page)]),
        title: words.say("feed_title", &[("site", Arg::Text(&title))]),
        lang: &words.lang,
        author,
        page: shared.absolute(&page),
        own: shared.absolute(&export.address),
        updated: updated.map(instants::zoned).unwrap_or_default(),
        changes,
    }
}
