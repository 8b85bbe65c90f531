//! What the server tells a tab: the page when it has changed, what is wrong, and what its preview bar shows.
//!
//! A message holds only the parts that this tab has not been told yet, and the page goes first, alone.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde::{Deserialize, Serialize};

use super::problems;
use super::shown::{Served, Shown};
use super::stage::Scene;
use crate::diagnostic::Messages;
use crate::model::address::Address;
use crate::model::digest::Digest;
use crate::model::id::{Lang, Slug};
use crate::model::site::{Page, Site, Subject};

/// What a tab says of itself, or asks for.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum Heard {
    Hello { page: String, hash: String },
    Travel { date: String },
}

/// One tab: what it shows, and what it knows.
pub struct Tab {
    pub address: String,
    /// The digest of the page it shows.
    hash: String,
    /// The last round whose page and bar it has been told.
    round: Option<u64>,
    /// The digest of each part it knows.
    known: BTreeMap<&'static str, Digest>,
}

/// What becomes of the page of a tab.
pub enum Turn {
    /// It is replaced in place.
    Page(Served),
    /// Only a fresh load shows what is there now.
    Reload,
}

/// The parts of a message that are news to the tab.
struct News<'t> {
    known: &'t mut BTreeMap<&'static str, Digest>,
    parts: String,
}

#[derive(Serialize)]
struct Errors<'a> {
    title: &'a str,
    html: String,
    last_good: Option<String>,
}

#[derive(Serialize)]
struct Day<'a> {
    day: &'a str,
    /// Whether the site is seen at the present.
    today: bool,
}

#[derive(Serialize)]
struct Regions {
    current: Option<String>,
    places: Vec<Place>,
}

#[derive(Serialize)]
struct Place {
    name: String,
    href: String,
}

#[derive(Serialize)]
struct Warnings {
    count: usize,
    html: String,
}

#[derive(Serialize)]
struct Entry {
    title: String,
    href: String,
}

#[derive(Serialize)]
struct Language {
    code: String,
    name: String,
    href: String,
    current: bool,
    complete: bool,
}

/// The words of the bar, by the names the client knows.
const WORDS: [&str; 21] = [
    "lang",
    "title",
    "region",
    "language",
    "date",
    "today",
    "apply",
    "origins",
    "translations",
    "warnings",
    "changes",
    "no_changes",
    "drafts",
    "draft",
    "untranslated",
    "errors",
    "close",
    "last_good",
    "reconnecting",
    "hide",
    "show",
];

/// The words of the bar in the reader's language.
pub type Words = BTreeMap<&'static str, String>;

/// The words of the bar as `messages` say them.
pub fn words(messages: &Messages) -> Words {
    let name = |word: &str| format!("barre-{}", word.replace('_', "-"));
    WORDS.iter().map(|word| (*word, messages.sentence(&name(word), &[]))).collect()
}

impl Tab {
    /// A tab that shows `address` with bytes of digest `hash`, and knows nothing else.
    pub fn new(address: String, hash: String) -> Self {
        Self { address, hash, round: None, known: BTreeMap::new() }
    }

    /// What becomes of its page, if anything.
    pub fn turn(&mut self, scene: &Scene) -> Option<Turn> {
        if self.round == Some(scene.round) || scene.problems.forbid {
            return None;
        }
        let shown = scene.shown.as_deref()?;
        let page = shown.get(&self.address);
        let is_found = page.is_some();
        let served = page.or_else(|| shown.get("404.html"))?.ok()?;
        let hash = served.digest.to_string();
        if hash == self.hash {
            return None;
        }
        self.hash = hash;
        Some(if is_found { Turn::Page(served) } else { Turn::Reload })
    }

    /// What else it does not know yet. The end of a round tells only of problems and changes.
    pub fn news(&mut self, scene: &Scene, words: &Words) -> Option<String> {
        let shown = scene.shown.as_deref()?;
        let page = shown.page(&self.address);
        let mut news = News { known: &mut self.known, parts: String::new() };
        if self.round.replace(scene.round) != Some(scene.round) {
            news.round(scene, page, words);
        }
        news.problems(scene, page, &self.address);
        let base = scene.base_path();
        let entry =
            |address: &String| Entry { title: address.clone(), href: format!("{base}{address}") };
        news.tell("changes", &scene.changes.iter().map(entry).collect::<Vec<_>>());
        (!news.parts.is_empty()).then(|| format!("{{{}}}", news.parts))
    }
}

impl News<'_> {
    fn tell(&mut self, part: &'static str, value: &impl Serialize) {
        // Maps with names for keys, lists and texts: nothing that JSON cannot say.
        let Ok(json) = serde_json::to_string(value) else { return };
        let digest = Digest::of(json.as_bytes());
        if self.known.insert(part, digest) != Some(digest) {
            let comma = if self.parts.is_empty() { "" } else { "," };
            let _ = write!(self.parts, "{comma}\"{part}\":{json}");
        }
    }

    fn round(&mut self, scene: &Scene, page: Option<&Page>, words: &Words) {
        let Some(shown) = scene.shown.as_deref() else { return };
        self.tell("strings", words);
        self.tell("date", &Day { day: &shown.day, today: shown.present });
        self.tell("build", &format!("{} ms", scene.took.as_millis()));
        let draft = page.and_then(|page| page.subject.call()).is_some_and(|call| call.draft);
        self.tell("draft", &draft);
        self.tell("untranslated", &page.is_some_and(|page| !page.complete));
        let base = scene.base_path();
        let site = shown.site();
        self.tell("drafts", &site.map(|site| drafts(site, base)).unwrap_or_default());
        let languages = site.zip(page).map(|(site, page)| languages(site, page, base));
        self.tell("languages", &languages.unwrap_or_default());
        let current = page.and_then(|page| region_of(site?, page));
        let places = site.map(|site| regions(site, page, base)).unwrap_or_default();
        self.tell("regions", &Regions { current, places });
    }

    fn problems(&mut self, scene: &Scene, page: Option<&Page>, address: &str) {
        let errors = scene.problems.forbid.then(|| Errors {
            title: &scene.problems.title,
            html: scene.problems.html(),
            last_good: scene.good.as_ref().map(|_| scene.last_good(address)),
        });
        // Until every page is rendered, a template may still fail: what is known stays said.
        if errors.is_some() || scene.finished {
            self.tell("errors", &errors);
        }
        let folder = scene.shown.as_deref().zip(page).and_then(|(shown, page)| folder(shown, page));
        let items = scene.problems.items.iter();
        let own = items.filter(|item| folder.as_ref().is_some_and(|f| item.path.starts_with(f)));
        let own: Vec<&problems::Item> = own.collect();
        let count = own.len();
        self.tell("warnings", &Warnings { count, html: problems::list(own.into_iter()) });
    }
}

/// The folder or file whose diagnostics concern a page.
fn folder(shown: &Shown, page: &Page) -> Option<String> {
    if let Subject::Text(text) = &page.subject {
        return Some(format!("content/pages/{}.", text.slug));
    }
    let region = shown.site()?.region_of_page(page)?;
    Some(format!("regions/{}/", region.slug))
}

fn region_of(site: &Site, page: &Page) -> Option<String> {
    let region = site.region_of_page(page)?;
    Some(region.territory.name.show(&page.lang).value.clone())
}

/// Every region, to go to: on a call's page, to the same call.
fn regions(site: &Site, page: Option<&Page>, base: &str) -> Vec<Place> {
    let reference = site.settings.reference();
    let lang: &Lang = page.map_or(reference, |page| &page.lang);
    let call = page.and_then(|page| page.subject.call()).map(|call| &call.call.slug);
    let entries = site.regions.iter().map(|site_region| {
        let region = &site_region.region;
        let published = |slug: &Slug| site_region.calls.iter().any(|call| call.call.slug == *slug);
        let address = match call.filter(|slug| published(slug)) {
            Some(slug) => Address::call(lang, &region.slug, slug),
            None => Address::page(lang, region.slug.as_str()),
        };
        Place {
            name: region.territory.name.show(lang).value.clone(),
            href: format!("{base}{}", address.encoded()),
        }
    });
    entries.collect()
}

fn languages(site: &Site, page: &Page, base: &str) -> Vec<Language> {
    let languages = site.settings.languages.iter().map(|language| {
        let address = page.address.in_language(&page.lang, &language.lang);
        Language {
            code: language.lang.to_string(),
            name: language.name.clone().unwrap_or_else(|| language.lang.to_string()),
            href: format!("{base}{}", address.encoded()),
            current: language.lang == page.lang,
            complete: page.languages.is_empty() || page.languages.contains(&language.lang),
        }
    });
    languages.collect()
}

fn drafts(site: &Site, base: &str) -> Vec<Entry> {
    let drafts =
        site.pages.iter().filter(|page| matches!(&page.subject, Subject::Call(call) if call.draft));
    let entries = drafts.map(|page| Entry {
        title: page.address.to_string(),
        href: format!("{base}{}", page.address.encoded()),
    });
    entries.collect()
}
