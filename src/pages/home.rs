//! The home page: the finder, and every call with its regions.

use std::collections::BTreeMap;

use super::context::{PageContext, phrase};
use super::site::{as_of, call_address, finder};
use super::{files, parts, scope, subscription, view};
use crate::model::regional::RegionalCall;
use crate::model::regional::stage::Stage;
use crate::model::site::SiteRegion;
use crate::tell::card;
use crate::tell::scope as told_scope;
use crate::words::Arg;

/// The home page of a language.
pub fn page(page: &PageContext<'_>) -> view::Home {
    let site = page.voice.shared.site;
    let mut calls: Vec<&RegionalCall> = Vec::new();
    for call in site.regions.iter().flat_map(|region| &region.calls) {
        if !calls.iter().any(|known| known.call.slug == call.call.slug) {
            calls.push(call);
        }
    }
    // The newest call first.
    calls.sort_by(|a, b| (b.call.published, &a.call.slug).cmp(&(a.call.published, &b.call.slug)));
    let mut calls: Vec<_> = calls.into_iter().map(|call| home_call(page, call)).collect();
    calls.sort_by_key(|call| call.archived);
    let has_day = site.regions.iter().any(SiteRegion::has_day);
    let calendar = has_day.then(|| files::site_calendar(page));
    let title = page.voice.around(&site.settings.title);
    view::Home {
        calls,
        finder: (site.regions.len() > 1).then(|| finder(page)),
        as_of: as_of(page, "situation_as_of"),
        calendar_href: calendar.as_ref().map(|calendar| page.link(calendar)),
        subscription: calendar.map(|file| subscription::subscription(page, &file, title)),
        feed_href: files::feed_link(page, files::site_feeds(page)),
    }
}

fn home_call(page: &PageContext<'_>, first: &RegionalCall) -> view::HomeCall {
    let national = &first.call;
    let site = page.voice.shared.site;
    let regions = site.regions.iter().flat_map(|region| &region.calls);
    let published = regions.filter(|call| call.call.slug == national.slug);
    let published: Vec<&RegionalCall> = published.map(|call| &**call).collect();
    let mut regions: Vec<view::HomeRegion> =
        published.iter().map(|call| home_region(page, call)).collect();
    regions
        .sort_by(|a, b| page.voice.words.order(&a.name, &b.name).then_with(|| a.slug.cmp(&b.slug)));
    let usual = usual(page, &mut regions);
    let tiles = published.iter().filter_map(|call| tile(page, call));
    let mut tiles: Vec<view::Tile> = tiles.chain(scope::absent_tiles(page, first)).collect();
    tiles.sort_by_key(|tile| (tile.row, tile.column));
    let archived = published.iter().all(|call| call.stage(site.now) == Stage::Archived);
    if tiles.len() == 1 || archived {
        tiles.clear();
    }
    view::HomeCall {
        id: national.slug.to_string(),
        archived,
        title: phrase(&page.voice.phrase(&national.title)),
        summary: phrase(&page.voice.phrase(&national.summary)),
        issuer: phrase(&page.voice.phrase(&national.issuer)),
        highlights: parts::highlights(&card::national_figures(page.voice, first)),
        columns: tiles.iter().map(|tile| tile.column + 1).max().unwrap_or_default(),
        rows: tiles.iter().map(|tile| tile.row + 1).max().unwrap_or_default(),
        absences: scope::absences(page, &published),
        usual,
        regions,
        tiles,
    }
}

/// What most regions have in common is said once, and what differs beside each other name.
fn usual(page: &PageContext<'_>, regions: &mut [view::HomeRegion]) -> Option<view::Usual> {
    let said =
        |region: &view::HomeRegion| (region.status.id.clone(), region.status.next.short.clone());
    let mut counts: BTreeMap<_, usize> = BTreeMap::new();
    for region in regions.iter() {
        *counts.entry(said(region)).or_default() += 1;
    }
    let (usual, count) = counts.into_iter().max_by_key(|(_, count)| *count)?;
    if count < 2 || count * 2 <= regions.len() {
        return None;
    }
    for region in regions.iter_mut() {
        region.usual = said(region) == usual;
    }
    let status = regions.iter().find(|region| region.usual)?.status.clone();
    let n = i64::try_from(count).unwrap_or(i64::MAX);
    let regions = page.voice.words.say("regions_count", &[("n", Arg::Count(n))]);
    Some(view::Usual { regions, status })
}

fn home_region(page: &PageContext<'_>, call: &RegionalCall) -> view::HomeRegion {
    let card = card::card(page.voice, call);
    let region = &call.region;
    view::HomeRegion {
        slug: region.slug.to_string(),
        name: page.voice.around(&region.territory.name).to_owned(),
        href: page.link(&call_address(page, call)),
        service: region.service.acronym.clone(),
        status: parts::status(&card.status),
        deadline: parts::deadline_of(&card),
        limits: told_scope::limits(page.voice, call),
        usual: false,
    }
}

fn tile(page: &PageContext<'_>, call: &RegionalCall) -> Option<view::Tile> {
    let tile = parts::tile(page, &call.region, &call_address(page, call))?;
    Some(view::Tile { status: Some(parts::status(&card::status(page.voice, call))), ..tile })
}
