//! `<lang>/recherche.js`: the words of every page and document of a language, for the script of the search.
//!
//! A script, and not JSON: pages opened from a disk may load the one and not the other. Words are given as they are written;
//! the script alone knows which are taken for the same, so that no second telling of it can differ. What several regions publish
//! alike is there once, with their ranks.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::script;
use crate::model::address::Address;
use crate::model::id::{Lang, Slug};
use crate::model::regional::RegionalCall;
use crate::model::site::SiteRegion;
use crate::model::told::call::{self as told, Priority, Section};
use crate::model::told::plain::{self, Notes};
use crate::model::told::text::Text;
use crate::tell::call::told as tell;
use crate::tell::text::Texts;
use crate::tell::voice::{SiteContext, Voice};

/// What a part of a call is, by its rank in [`KINDS`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Call,
    Section,
    Priority,
    Step,
    Dossier,
    Document,
}

/// The names of kinds in themes, in the order of [`Kind`].
const KINDS: [&str; 6] =
    ["kind_call", "kind_section", "kind_priority", "kind_step", "kind_dossier", "kind_document"];

/// Short name, name in addresses, ranks of its regions.
type ListedCall = (String, String, Vec<usize>);

/// What the script reads.
#[derive(Serialize)]
struct Index {
    /// What a region, a page of the site and each [`Kind`] are called.
    region: String,
    page: String,
    kinds: Vec<String>,
    /// Name, name in addresses, other words.
    regions: Vec<(String, String, String)>,
    calls: Vec<ListedCall>,
    parts: Vec<Part>,
    /// Of the site: title, address, words.
    pages: Vec<(String, String, String)>,
}

/// Kind, rank of the call, title, end of the address, words of all its regions, words of some, and these: all those of the call
/// where none is named.
#[derive(Serialize)]
struct Part(usize, usize, String, String, String, Vec<(String, Vec<usize>)>, Vec<usize>);

/// What is told of a call, and the end of its address after that of the call: `#depenses`; of a document, the whole address.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    call: usize,
    kind: Kind,
    end: String,
    title: String,
}

/// The words at a place, by the rank of the region.
type Words = BTreeMap<usize, BTreeSet<String>>;

/// The index of a language.
pub fn js(shared: &SiteContext<'_>, lang: &Lang) -> Vec<u8> {
    let regions = &shared.site.regions;
    let voice = Voice::of_site(shared, lang);
    let calls = calls(regions);
    let mut said: BTreeMap<Place, Words> = BTreeMap::new();
    for (rank, region) in regions.iter().enumerate() {
        let own: BTreeSet<String> = terms(&about(voice, region)).collect();
        for call in &region.calls {
            let slug = call.call.slug.as_str();
            let listed = calls.iter().position(|(_, known, _)| known == slug);
            let listed = listed.expect("every call is listed");
            for (place, words) in of_call(Voice::of_call(shared, call, lang), call, listed) {
                let words = terms(&words).filter(|word| !own.contains(word)).collect();
                said.entry(place).or_default().insert(rank, words);
            }
        }
    }
    let say = |name: &str| voice.words.say(name, &[]);
    let parts = said.into_iter().map(|(place, words)| part(&calls, place, &words)).collect();
    let regions = regions.iter().map(|region| {
        let name = voice.around(&region.region.territory.name).to_owned();
        (name, region.region.slug.to_string(), joined(terms(&about(voice, region)).collect()))
    });
    let regions = regions.collect();
    let pages = pages(voice);
    let kinds = KINDS.map(say).to_vec();
    let (region, page) = (say("kind_region"), say("kind_page"));
    script::js("canevasSearch", &Index { region, page, kinds, regions, calls, parts, pages })
}

/// What regions say alike is written once.
fn part(calls: &[ListedCall], place: Place, words: &Words) -> Part {
    let Place { call, kind, end, title } = place;
    let mut regions = words.values();
    let first = regions.next().cloned().unwrap_or_default();
    let common = regions.fold(first, |common, words| &common & words);
    let mut own: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (rank, words) in words {
        own.entry(joined(words - &common)).or_default().push(*rank);
    }
    own.remove("");
    let ranks: Vec<usize> = words.keys().copied().collect();
    let ranks = if ranks == calls[call].2 { Vec::new() } else { ranks };
    Part(kind as usize, call, title, end, joined(common), own.into_iter().collect(), ranks)
}

/// Every call that is published, with the ranks of its regions.
fn calls(regions: &[SiteRegion]) -> Vec<ListedCall> {
    let mut calls: BTreeMap<&Slug, (String, Vec<usize>)> = BTreeMap::new();
    for (rank, region) in regions.iter().enumerate() {
        for call in &region.calls {
            let named = || (call.call.short.clone(), Vec::new());
            calls.entry(&call.call.slug).or_insert_with(named).1.push(rank);
        }
    }
    calls.into_iter().map(|(slug, (short, ranks))| (short, slug.to_string(), ranks)).collect()
}

/// What a region is known by beside its name: its service and departments.
fn about(voice: Voice<'_>, region: &SiteRegion) -> String {
    let region = &region.region;
    let departments = region.territory.departments.iter();
    let departments = departments.map(|one| format!("{} {}", one.name, one.code));
    let name = voice.around(&region.territory.name);
    let departments = departments.collect::<Vec<_>>().join(" ");
    format!("{name} {} {departments}", region.service.acronym)
}

/// The texts of the site.
fn pages(voice: Voice<'_>) -> Vec<(String, String, String)> {
    let lang = &voice.words.lang;
    let home = Address::home(lang);
    let pages = voice.shared.site.texts.iter().map(|text| {
        let to = Address::page(lang, text.slug.as_str());
        let body = Texts::new(voice).text(&text.body, None);
        let title = voice.around(&text.title).to_owned();
        (title, home.link_to(&to), joined(terms(&written(&body)).collect()))
    });
    pages.collect()
}

/// Everything that a call tells in a region, with its words.
fn of_call(voice: Voice<'_>, call: &RegionalCall, rank: usize) -> Vec<(Place, String)> {
    let told = tell(voice, call);
    let home = Address::home(&voice.words.lang);
    let said = |kind, end: String, title: &str, words: String| {
        (Place { call: rank, kind, end, title: title.to_owned() }, words)
    };
    let mut all =
        vec![said(Kind::Call, String::new(), &told.title.text, told.summary.text.clone())];
    all.extend(told.sections.iter().map(|section| {
        let title = plain::line(&section.title);
        said(Kind::Section, format!("#{}", section.id), &title, section_words(section))
    }));
    all.extend(told.priorities.iter().map(|priority| {
        let end = format!("#priority_{}", priority.id);
        said(Kind::Priority, end, &priority.title.text, priority_words(priority))
    }));
    all.extend(told.steps.iter().map(|step| {
        said(Kind::Step, format!("#{}", step.anchor()), &step.when.label.text, String::new())
    }));
    all.extend(call.form.iter().map(|_| {
        let title = voice.words.say("form_title", &[]);
        let files = told.to_fill.iter().map(|group| group.title.clone());
        said(Kind::Dossier, "/dossier.html".to_owned(), &title, files.collect::<Vec<_>>().join(" "))
    }));
    all.extend(told.documents.iter().map(|one| {
        said(Kind::Document, home.link_to(&one.address), &one.title.text, one.format.clone())
    }));
    all
}

fn section_words(section: &Section) -> String {
    let parts = section.parts.iter().filter_map(|part| match part {
        told::Part::Written(passage) => Some(written(&passage.text)),
        told::Part::Place(_) => None,
    });
    parts.collect::<Vec<_>>().join(" ")
}

fn priority_words(priority: &Priority) -> String {
    let sectors = priority.sectors.iter().map(|sector| sector.text.clone());
    let departments = priority.departments.iter().map(|one| one.name.clone());
    let words = std::iter::once(written(&priority.body)).chain(sectors).chain(departments);
    words.collect::<Vec<_>>().join(" ")
}

fn written(text: &Text) -> String {
    let mut notes = Notes::default();
    let words = plain::text(text, &mut notes);
    format!("{words} {}", notes.lines.join(" "))
}

fn joined(words: BTreeSet<String>) -> String {
    words.into_iter().collect::<Vec<_>>().join(" ")
}

/// The words of a text in small letters; hyphens stay inside them. A letter alone is what an apostrophe left.
fn terms(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '-');
    let words = words.map(|word| word.trim_matches('-').to_lowercase());
    words.filter(|word| word.chars().nth(1).is_some())
}
