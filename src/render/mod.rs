//! The site becomes bytes: every page through the theme's templates, and the files beside them.
//!
//! Rendering is total: with an error in a text, the page is made all the same and not published. Pages are rendered
//! side by side and kept in the order of the plan.

mod call_page;
mod context;
mod grammar;
mod head;
mod moments;
mod pages;
mod prose;
mod sitemap;
mod templates;
pub mod view;
mod words;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use tera::{Context, Value};

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::artifact::Artifact;
use crate::model::id::Lang;
use crate::model::site::{Page, Site, Subject};
use crate::model::theme::Theme;
use crate::model::time::Zone;
use context::{PageContext, SiteContext};
use templates::Templates;
use words::Arg;

/// Renders every page and gathers every file, in the order of addresses.
pub fn artifacts(diagnostics: &mut Diagnostics, site: &Site, theme: &Theme) -> Vec<Artifact> {
    let mut found = Diagnostics::default();
    let words = words::of_site(&mut found, &site.settings, theme);
    let incomplete = found.any_error();
    diagnostics.extend(found);
    if incomplete {
        // Each page would fail on the same missing sentence.
        return Vec::new();
    }
    let Some(templates) = Templates::new(diagnostics, theme, site.settings.file) else {
        return Vec::new();
    };
    let shared = SiteContext { site, words: &words, paris: Zone::paris() };
    let names = words::names(theme, site.settings.reference());
    let per_language: BTreeMap<&Lang, PerLanguage> =
        words.keys().map(|lang| (lang, PerLanguage::new(&shared, lang, &names))).collect();
    let rendered: Vec<Result<Artifact, Box<Diagnostic>>> = site
        .pages
        .par_iter()
        .map(|page| {
            let html = render(&shared, &templates, &per_language[&page.lang], page)?;
            let bytes = html.into_bytes().into();
            Ok(Artifact { address: page.address.to_string(), bytes })
        })
        .collect();
    let mut artifacts = Vec::with_capacity(rendered.len() + site.files.len());
    let mut failures: Vec<Diagnostic> = Vec::new();
    for page in rendered {
        match page {
            Ok(artifact) => artifacts.push(artifact),
            Err(failed) => failures.push(*failed),
        }
    }
    // A template fails in the same way on every page that uses it: one page is enough to mend it.
    failures.dedup_by(|later, first| later.at == first.at && later.args[0] == first.args[0]);
    failures.into_iter().for_each(|failure| diagnostics.push(failure));
    let sitemap = sitemap::xml(&shared, &site.pages).into();
    artifacts.push(Artifact { address: "sitemap.xml".to_owned(), bytes: sitemap });
    artifacts.extend(site.files.iter().map(|file| Artifact {
        address: file.address.to_string(),
        bytes: Arc::clone(&file.bytes),
    }));
    artifacts.extend(theme.assets.iter().map(|(name, bytes)| Artifact {
        address: format!("assets/{name}"),
        bytes: Arc::clone(bytes),
    }));
    artifacts.sort_by(|a, b| a.address.cmp(&b.address));
    artifacts
}

/// What all pages of one language share, made once.
struct PerLanguage {
    sentences: Value,
    site: Value,
}

impl PerLanguage {
    fn new(shared: &SiteContext<'_>, lang: &Lang, names: &[String]) -> Self {
        let words = shared.words(lang);
        let home = crate::model::site::Address::home(lang);
        let page = PageContext { shared, words, content: lang, address: &home, call: None };
        Self {
            sentences: Value::from_serializable(&words.plain_sentences(names)),
            site: Value::from_serializable(&head::site(page)),
        }
    }
}

fn render(
    shared: &SiteContext<'_>,
    templates: &Templates<'_>,
    per_language: &PerLanguage,
    page: &Page,
) -> Result<String, Box<Diagnostic>> {
    let call = match &page.subject {
        Subject::Call(call) => Some(&**call),
        _ => None,
    };
    let own = shared.words(&page.lang);
    let content = if page.complete { &page.lang } else { shared.site.settings.reference() };
    let here = PageContext { shared, words: own, content, address: &page.address, call };
    let mut context = Context::new();
    context.insert("lang", page.lang.as_str());
    context.insert_value("t", per_language.sentences.clone());
    context.insert_value("site", per_language.site.clone());
    let Titled { template, title, description } = fill(&mut context, here, &page.subject);
    context.insert("page", &head::page(&here, page, &title, &description));
    templates.render(template, &context, page.address.as_str())
}

/// What the subject decides of the page's head.
struct Titled {
    template: &'static str,
    title: String,
    description: String,
}

/// Adds the one value of the page's kind to its context.
fn fill(context: &mut Context, here: PageContext<'_>, subject: &Subject) -> Titled {
    let settings = &here.shared.site.settings;
    let site_title = || here.chrome(&settings.title).to_owned();
    let tagline =
        || settings.tagline.as_ref().map_or_else(site_title, |t| here.chrome(t).to_owned());
    let titled = |template, title, description| Titled { template, title, description };
    match subject {
        Subject::Home => {
            context.insert("home", &pages::home(&here));
            titled("home.html", site_title(), tagline())
        }
        Subject::Region(rank) => {
            let region = &here.shared.site.regions[*rank];
            context.insert("region", &pages::region(&here, region));
            let name = here.chrome(&region.region.territory.name).to_owned();
            titled("region.html", name, tagline())
        }
        Subject::Call(call) => {
            context.insert("call", &call_page::call(here, call));
            let title = here.text(&call.call.title).text;
            let region = here.chrome(&call.region.territory.name).to_owned();
            let args = [("title", Arg::Text(&title)), ("region", Arg::Text(&region))];
            let title = here.words.say("call_page_title", &args);
            titled("call.html", title, here.text(&call.call.summary).text)
        }
        Subject::Text(text) => {
            let view = pages::text(here, text);
            context.insert("text", &view);
            titled("text.html", view.title.text, tagline())
        }
        Subject::Plan => {
            context.insert("plan", &pages::plan(&here));
            titled("plan.html", here.words.say("plan_title", &[]), tagline())
        }
        Subject::Departments => {
            context.insert("departments", &pages::departments_page(&here));
            titled("departments.html", here.words.say("departments_title", &[]), tagline())
        }
        Subject::Root => {
            context.insert("root", &pages::root(&here, None));
            titled("root.html", site_title(), tagline())
        }
        Subject::NotFound => {
            context.insert("root", &pages::root(&here, Some(here.shared.site.base_path())));
            titled("404.html", here.words.say("not_found", &[]), tagline())
        }
    }
}
