//! What the server tells a tab: whether to reload, what is wrong, and what its preview bar shows.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::problems;
use super::shown::Shown;
use super::stage::Scene;
use crate::diagnostic::Messages;
use crate::model::id::{Lang, Slug};
use crate::model::site::{Address, Page, Site, Subject};

/// What a tab says of itself, or asks for.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum Heard {
    Hello { page: String, hash: String },
    Travel { date: String },
}

/// The state of the preview, for one tab.
#[derive(Debug, Serialize)]
pub struct State<'a> {
    reload: bool,
    styles: BTreeMap<&'a str, String>,
    errors: Option<Errors>,
    /// Whether no error can still be found: until then those known stay said.
    finished: bool,
    bar: Bar<'a>,
}

#[derive(Debug, Serialize)]
struct Errors {
    title: String,
    html: String,
    last_good: Option<String>,
}

#[derive(Debug, Serialize)]
struct Bar<'a> {
    strings: &'a BTreeMap<&'static str, String>,
    date: &'a str,
    /// Whether the site is seen at the present.
    today: bool,
    region: Option<String>,
    regions: Vec<Place>,
    languages: Vec<Language>,
    draft: bool,
    drafts: Vec<Entry>,
    untranslated: bool,
    warnings_html: String,
    warnings: usize,
    changes: Vec<Entry>,
    build: String,
}

#[derive(Debug, Serialize)]
struct Place {
    name: String,
    href: String,
}

#[derive(Debug, Serialize)]
struct Entry {
    title: String,
    href: String,
}

#[derive(Debug, Serialize)]
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
pub fn words(messages: &Messages) -> BTreeMap<&'static str, String> {
    let name = |word: &str| format!("barre-{}", word.replace('_', "-"));
    WORDS.iter().map(|word| (*word, messages.sentence(&name(word), &[]))).collect()
}

/// What to tell the tab that shows `address` with bytes of digest `hash`.
pub fn state<'a>(
    scene: &'a Scene,
    address: &str,
    hash: &str,
    strings: &'a BTreeMap<&'static str, String>,
) -> Option<State<'a>> {
    let shown = scene.shown.as_deref()?;
    let base = scene.base_path();
    let errors = scene.problems.forbid.then(|| Errors {
        title: scene.problems.title.clone(),
        html: scene.problems.html(),
        last_good: scene.good.as_ref().map(|_| format!("{base}__canevas/valable/{address}")),
    });
    let now = shown.get(address).or_else(|| shown.get("404.html"));
    let digest = now.and_then(Result::ok).map(|served| served.digest.to_string());
    Some(State {
        reload: errors.is_none() && digest.is_some_and(|digest| digest != hash),
        styles: shown.styles(),
        errors,
        finished: scene.finished,
        bar: bar(scene, shown, address, (base, strings)),
    })
}

fn bar<'a>(
    scene: &'a Scene,
    shown: &'a Shown,
    address: &str,
    (base, strings): (&str, &'a BTreeMap<&'static str, String>),
) -> Bar<'a> {
    let page = shown.page(address);
    let site = shown.site();
    let file = page.and_then(|page| paths_of(shown, page));
    let warnings: Vec<&problems::Item> = scene
        .problems
        .items
        .iter()
        .filter(|item| file.as_ref().is_some_and(|folder| item.path.starts_with(folder)))
        .collect();
    let entry =
        |address: &String| Entry { title: address.clone(), href: format!("{base}{address}") };
    Bar {
        strings,
        date: &shown.day,
        today: shown.present,
        region: page.and_then(|page| region_of(site?, page)),
        regions: site.map(|site| regions(site, page, base)).unwrap_or_default(),
        languages: site.zip(page).map(|(s, p)| languages(s, p, base)).unwrap_or_default(),
        draft: matches!(page.map(|page| &page.subject), Some(Subject::Call(call)) if call.draft),
        drafts: site.map(|site| drafts(site, base)).unwrap_or_default(),
        untranslated: page.is_some_and(|page| !page.complete),
        warnings: warnings.len(),
        warnings_html: problems::list(warnings.into_iter()),
        changes: scene.changes.iter().map(entry).collect(),
        build: format!("{} ms", scene.took.as_millis()),
    }
}

/// The folder or file whose diagnostics concern a page.
fn paths_of(shown: &Shown, page: &Page) -> Option<String> {
    match &page.subject {
        Subject::Call(call) => Some(format!("regions/{}/", call.region.slug)),
        Subject::Region(rank) => {
            let region = shown.site()?.regions.get(*rank)?;
            Some(format!("regions/{}/", region.region.slug))
        }
        Subject::Text(text) => Some(format!("content/pages/{}.", text.slug)),
        _ => None,
    }
}

fn region_of(site: &Site, page: &Page) -> Option<String> {
    let region = match &page.subject {
        Subject::Call(call) => &call.region,
        Subject::Region(rank) => &site.regions.get(*rank)?.region,
        _ => return None,
    };
    Some(region.territory.name.show(&page.lang).value.clone())
}

/// Every region, to go to: on a call's page, to the same call.
fn regions(site: &Site, page: Option<&Page>, base: &str) -> Vec<Place> {
    let reference = site.settings.reference();
    let lang: &Lang = page.map_or(reference, |page| &page.lang);
    let call = match page.map(|page| &page.subject) {
        Some(Subject::Call(call)) => Some(&call.call.slug),
        _ => None,
    };
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
