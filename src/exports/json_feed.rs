//! JSON Feed 1.1: the same as [`super::atom`], for those who would rather read JSON.

use serde::Serialize;

use super::changes::{self, Change};
use super::feed;
use crate::model::export::Export;
use crate::tell::voice::SiteContext;

#[derive(Serialize)]
#[expect(clippy::struct_field_names, reason = "the format names them")]
struct Feed<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: &'a str,
    feed_url: &'a str,
    language: &'a str,
    authors: [Author<'a>; 1],
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
    url: &'a str,
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    url: &'a str,
    title: &'a str,
    content_html: &'a str,
    date_published: &'a str,
    language: &'a str,
    authors: [Author<'a>; 1],
    tags: [&'a str; 1],
}

/// The feed of a scope.
pub fn json(shared: &SiteContext<'_>, export: &Export) -> Vec<u8> {
    let feed = feed::feed(shared, export);
    let feed = Feed {
        version: "https://jsonfeed.org/version/1.1",
        title: &feed.title,
        home_page_url: &feed.page,
        feed_url: &feed.own,
        language: feed.lang.as_str(),
        authors: [author(&feed.author)],
        items: feed.changes.iter().map(item).collect(),
    };
    serde_json::to_vec_pretty(&feed).expect("strings alone are always JSON")
}

fn item(change: &Change) -> Item<'_> {
    Item {
        id: &change.id,
        url: &change.url,
        title: &change.title,
        content_html: &change.html,
        date_published: &change.updated,
        language: change.lang.as_str(),
        authors: [author(&change.author)],
        tags: [&change.category.1],
    }
}

fn author(author: &changes::Author) -> Author<'_> {
    Author { name: &author.name, url: &author.site }
}
