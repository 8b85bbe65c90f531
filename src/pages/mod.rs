//! Every page through the theme's templates.

mod call;
mod context;
mod dossier;
mod files;
mod head;
mod parts;
mod question;
mod site;
mod structured;
pub mod templates;
mod trail;
mod view;

use std::collections::BTreeMap;

use tera::{Context, Value};

use crate::diagnostic::Diagnostic;
use crate::model::address::Address;
use crate::model::id::Lang;
use crate::model::regional::RegionalCall;
use crate::model::site::{Page, Subject};
use crate::tell::call as tell;
use crate::tell::dossier::form;
use crate::tell::voice::{SiteContext, Voice};
use crate::words::Arg;
use context::PageContext;
use templates::Templates;

/// What all pages of one language share, made once.
pub struct PerLanguage {
    sentences: Value,
    site: Value,
    theme: Value,
    classes: Value,
}

impl PerLanguage {
    /// Says it all.
    pub fn new(shared: &SiteContext<'_>, lang: &Lang, names: &[String]) -> Self {
        let (home, weights) = (Address::home(lang), BTreeMap::new());
        let voice = Voice::of_site(shared, lang);
        let page = PageContext { voice, address: &home, text: &home, weights: &weights };
        Self {
            sentences: Value::from_serializable(&voice.words.plain_sentences(names)),
            site: Value::from_serializable(&head::site(&page)),
            theme: Value::from_serializable(&head::theme(shared)),
            classes: Value::from_serializable(shared.theme.identity.classes.all()),
        }
    }
}

/// What every page of the site is rendered with.
pub struct Pages<'a> {
    pub shared: &'a SiteContext<'a>,
    pub templates: &'a Templates,
    pub languages: &'a BTreeMap<Lang, PerLanguage>,
    /// Of the files that are made, in bytes; a preview makes them when they are asked for.
    pub weights: &'a BTreeMap<Address, usize>,
}

impl Pages<'_> {
    /// Renders one page.
    pub fn render(&self, page: &Page) -> Result<String, Box<Diagnostic>> {
        let Self { shared, weights, .. } = *self;
        let content = if page.complete { &page.lang } else { shared.site.settings.reference() };
        let call = page.subject.call().map(|call| &**call);
        let voice = Voice { shared, words: shared.words(&page.lang), content, call, letter: None };
        let text = text_of(page);
        let here = PageContext { voice, address: &page.address, text: &text, weights };
        let per_language = &self.languages[&page.lang];
        let mut given = Context::new();
        given.insert("lang", page.lang.as_str());
        given.insert("rtl", &page.lang.is_right_to_left());
        given.insert_value("t", per_language.sentences.clone());
        given.insert_value("site", per_language.site.clone());
        given.insert_value("theme", per_language.theme.clone());
        given.insert_value("classes", per_language.classes.clone());
        let Titled { template, title, description } = fill(&mut given, &here, &page.subject);
        given.insert("page", &head::page(&here, page, &title, &description));
        given.insert("assets", &head::assets(&here, page, template));
        self.templates.render(template, &given, page.address.as_str())
    }
}

/// Where the sections of the subject of a page are.
fn text_of(page: &Page) -> Address {
    match &page.subject {
        Subject::Dossier(call) => Address::call(&page.lang, &call.region.slug, &call.call.slug),
        _ => page.address.clone(),
    }
}

/// What the subject decides of the page's head.
struct Titled {
    template: &'static str,
    title: String,
    description: String,
}

/// Adds the one value of the page's kind to its context.
fn fill(context: &mut Context, here: &PageContext<'_>, subject: &Subject) -> Titled {
    let voice = here.voice;
    let settings = &voice.shared.site.settings;
    let site_title = || voice.around(&settings.title).to_owned();
    let tagline =
        || settings.tagline.as_ref().map_or_else(site_title, |t| voice.around(t).to_owned());
    let titled = |template, title, description| Titled { template, title, description };
    match subject {
        Subject::Home => {
            context.insert("home", &site::home(here));
            titled("home.html", site_title(), tagline())
        }
        Subject::Region(rank) => {
            let region = &voice.shared.site.regions[*rank];
            context.insert("region", &site::region(here, region));
            let name = voice.around(&region.region.territory.name).to_owned();
            titled("region.html", name, tagline())
        }
        Subject::Call(call) => {
            let told = tell::told(voice, call);
            context.insert("call", &call::call(here, call, &told));
            titled("call.html", in_region(voice, &told.title.text, call), told.summary.text)
        }
        Subject::Dossier(call) => {
            let dossier = form::dossier(voice, call);
            let dossier = dossier.expect("the plan gives this page to calls with one");
            context.insert("dossier", &dossier::page(here, call, &dossier));
            let description = format!("{} {}", dossier.call.text, dossier.within);
            titled("dossier.html", in_region(voice, &dossier.title, call), description)
        }
        Subject::Text(text) => {
            let view = site::text(here, text);
            context.insert("text", &view);
            titled("text.html", view.title.text, tagline())
        }
        Subject::Plan => {
            context.insert("plan", &site::plan(here));
            titled("plan.html", voice.words.say("plan_title", &[]), tagline())
        }
        Subject::Departments => {
            context.insert("departments", &site::departments_page(here));
            titled("departments.html", voice.words.say("departments_title", &[]), tagline())
        }
        Subject::Root => {
            context.insert("root", &site::root(here, None));
            titled("root.html", site_title(), tagline())
        }
        Subject::NotFound => {
            context.insert("root", &site::root(here, Some(voice.shared.site.base_path())));
            titled("404.html", voice.words.say("not_found", &[]), tagline())
        }
    }
}

/// "AMIGE 2022 en Bretagne".
fn in_region(voice: Voice<'_>, title: &str, call: &RegionalCall) -> String {
    let region = voice.around(&call.region.territory.name);
    voice
        .words
        .say("call_page_title", &[("title", Arg::Text(title)), ("region", Arg::Text(region))])
}
