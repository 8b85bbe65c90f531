//! The files that pages lead to: calendars and feeds, in the language in which they exist.

use super::context::PageContext;
use crate::model::address::Address;
use crate::model::id::Lang;
use crate::model::region::Region;

/// The language of the files about a subject: the page's, when they exist in it.
pub fn language<'a>(page: &PageContext<'a>, complete: impl Fn(&Lang) -> bool) -> &'a Lang {
    let own = &page.voice.words.lang;
    if complete(own) { own } else { page.voice.shared.site.settings.reference() }
}

/// The language of the files about the whole site.
pub fn site_language<'a>(page: &PageContext<'a>) -> &'a Lang {
    language(page, |lang| page.voice.shared.site.settings.title.get(lang).is_some())
}

/// The dates of the whole site.
pub fn site_calendar(page: &PageContext<'_>) -> Address {
    Address::site_calendar(site_language(page))
}

/// What changes on the whole site: Atom, then JSON Feed. Nothing where no call is published.
pub fn site_feeds(page: &PageContext<'_>) -> Option<[Address; 2]> {
    let published = page.voice.shared.site.regions.iter().any(|region| !region.calls.is_empty());
    published.then(|| Address::site_feeds(site_language(page)))
}

/// What changes in a region that has published a call: Atom, then JSON Feed.
pub fn region_feeds(page: &PageContext<'_>, region: &Region) -> [Address; 2] {
    let lang = language(page, |lang| region.languages.contains(lang));
    Address::region_feeds(lang, &region.slug)
}

/// The link to follow changes by.
pub fn feed_link(page: &PageContext<'_>, feeds: Option<[Address; 2]>) -> Option<String> {
    feeds.map(|[atom, _]| page.link(&atom))
}
