//! Every date of every call, by day: regions where the same step comes at the same time are told together.

use std::collections::BTreeMap;

use super::context::{PageContext, phrase};
use super::site::as_of;
use super::{files, parts, view};
use crate::model::address::Address;
use crate::model::id::Slug;
use crate::model::regional::RegionalCall;
use crate::model::site::SiteRegion;
use crate::model::told::call::Step;
use crate::tell::steps;
use crate::tell::voice::Voice;

/// A step of a call in one region.
struct Dated<'a> {
    call: &'a RegionalCall,
    step: Step,
}

/// By which days stand in order; what is not known to the day follows the last that it may be.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    day: String,
    rough: bool,
    words: String,
}

/// What is told in one line: equal for regions that are told together.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Line {
    call: Slug,
    label: String,
    time: Option<String>,
    paris: Option<String>,
    end: Option<String>,
    cancelled: bool,
    past: bool,
}

/// The page of the calendar.
pub fn page(page: &PageContext<'_>) -> view::CalendarPage {
    let site = page.voice.shared.site;
    let mut calls: Vec<&RegionalCall> =
        site.regions.iter().flat_map(|region| &region.calls).map(|call| &**call).collect();
    let name = |call: &RegionalCall| page.voice.around(&call.region.territory.name).to_owned();
    calls.sort_by(|a, b| page.voice.words.order(&name(a), &name(b)));
    let mut days: BTreeMap<Key, Vec<Dated<'_>>> = BTreeMap::new();
    for dated in calls.into_iter().flat_map(|call| of_call(page, call)) {
        days.entry(dated.key()).or_default().push(dated);
    }
    let (coming, past): (Vec<_>, Vec<_>) =
        days.iter().partition(|(_, steps)| steps.iter().any(|dated| dated.step.is_ahead()));
    let of_days = |(_, steps): (&Key, &Vec<Dated<'_>>)| day(page, steps);
    view::CalendarPage {
        as_of: as_of(page, "situation_as_of"),
        coming: coming.into_iter().map(of_days).collect(),
        past: past.into_iter().rev().map(of_days).collect(),
        calendar_href: site
            .regions
            .iter()
            .any(SiteRegion::has_day)
            .then(|| page.link(&files::site_calendar(page))),
        feed_href: files::feed_link(page, files::site_feeds(page)),
        regions: regions(page),
    }
}

fn of_call<'a>(
    page: &PageContext<'_>,
    call: &'a RegionalCall,
) -> impl Iterator<Item = Dated<'a>> + use<'a> {
    let voice = Voice::of_call(page.voice.shared, call, &page.voice.words.lang);
    steps::all(voice, call).into_iter().map(move |step| Dated { call, step })
}

impl Dated<'_> {
    fn key(&self) -> Key {
        let when = &self.step.when;
        let last = when.known.last.to_string();
        Key { day: self.day().unwrap_or(last), rough: !when.is_day(), words: when.date.clone() }
    }

    /// "2022-01-17", by the clock of the territory; the month or the year where the day is not known.
    fn day(&self) -> Option<String> {
        let iso = self.step.when.iso.as_ref().filter(|_| self.step.when.is_day())?;
        Some(iso.get(..10).unwrap_or(iso).to_owned())
    }

    fn line(&self) -> Line {
        let Step { when, cancelled, .. } = &self.step;
        Line {
            call: self.call.call.slug.clone(),
            label: when.label.text.clone(),
            time: when.time.clone(),
            paris: when.paris.clone(),
            end: when.end.as_ref().map(|end| end.iso.clone()),
            cancelled: *cancelled,
            past: when.past,
        }
    }
}

fn day(page: &PageContext<'_>, steps: &[Dated<'_>]) -> view::CalendarDay {
    let mut lines: BTreeMap<Line, Vec<&Dated<'_>>> = BTreeMap::new();
    for dated in steps {
        lines.entry(dated.line()).or_default().push(dated);
    }
    let mut lines: Vec<Vec<&Dated<'_>>> = lines.into_values().collect();
    lines.sort_by_key(|together| together[0].step.when.over);
    let events = lines.iter().map(|together| event(page, together));
    let when = &steps[0].step.when;
    let iso = steps[0].day().or_else(|| when.iso.clone());
    view::CalendarDay { date: when.date.clone(), iso, events: events.collect() }
}

fn event(page: &PageContext<'_>, together: &[&Dated<'_>]) -> view::CalendarEvent {
    let first = together[0];
    let Step { when, cancelled, state, next, .. } = &first.step;
    view::CalendarEvent {
        label: phrase(&when.label),
        call: first.call.call.short.clone(),
        time: when.time.clone(),
        end: when.end.as_ref().map(parts::end),
        paris: when.paris.clone(),
        state: state.clone().filter(|_| !next),
        cancelled: *cancelled,
        over: when.over.to_string(),
        regions: together.iter().map(|dated| region(page, dated)).collect(),
    }
}

fn region(page: &PageContext<'_>, dated: &Dated<'_>) -> view::Link {
    let Dated { call, step } = dated;
    let to = Address::call(&page.voice.words.lang, &call.region.slug, &call.call.slug);
    view::Link {
        title: page.voice.around(&call.region.territory.name).to_owned(),
        href: format!("{}#{}", page.link(&to), step.anchor()),
    }
}

/// What one subscribes to, region by region.
fn regions(page: &PageContext<'_>) -> Vec<view::Link> {
    let site = page.voice.shared.site;
    let published = site.regions.iter().filter(|region| region.has_day());
    let mut links: Vec<view::Link> = published
        .map(|published| {
            let region = &published.region;
            let lang = files::language(page, |lang| region.languages.contains(lang));
            view::Link {
                title: page.voice.around(&region.territory.name).to_owned(),
                href: page.link(&Address::region_calendar(lang, &region.slug)),
            }
        })
        .collect();
    links.sort_by(|a, b| page.voice.words.order(&a.title, &b.title));
    links
}
