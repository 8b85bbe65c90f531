//! Every page through the theme's templates.

mod borrowed;
mod calendar;
mod call;
mod context;
mod dossier;
mod embedded;
mod files;
mod head;
mod home;
mod marker;
mod menu;
mod moved;
mod parts;
mod question;
mod scope;
mod site;
mod structured;
mod subscription;
mod tags;
pub mod templates;
mod texts;
mod trail;
mod view;

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Context, Value};

use crate::diagnostic::Diagnostic;
use crate::model::address::Address;
use crate::model::id::Lang;
use crate::model::integration::Embedding;
use crate::model::regional::RegionalCall;
use crate::model::site::{Page, Subject};
use crate::tell::call as tell;
use crate::tell::dossier::form;
use crate::tell::head::{self as told, Head};
use crate::tell::voice::{SiteContext, Voice};
use context::PageContext;
use embedded::Surroundings;
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
    /// The same without marks on what is borrowed, for titles: they are measured, and hold no markup.
    pub unmarked: &'a SiteContext<'a>,
    pub templates: &'a Templates,
    pub languages: &'a BTreeMap<Lang, PerLanguage>,
    /// Of the files that are made, in bytes; a preview makes them when they are asked for.
    pub weights: &'a BTreeMap<Address, usize>,
}

impl Pages<'_> {
    /// Renders one page.
    pub fn render(&self, page: &Page) -> Result<String, Box<Diagnostic>> {
        match &page.subject {
            Subject::Embedded(call, Embedding::Fragment) => self.fragment(page, call),
            Subject::Embedded(_, Embedding::Frame) => {
                Ok(embedded::out_of_the_frame(&self.document(page)?))
            }
            _ => self.document(page),
        }
    }

    /// The content of the page of a call, for a page of another site.
    fn fragment(&self, page: &Page, call: &Arc<RegionalCall>) -> Result<String, Box<Diagnostic>> {
        let shared = self.shared;
        let asked = shared.site.settings.integration.as_ref();
        let asked = asked.expect("the plan gives this page to sites that ask for it");
        let address = Address::call(&page.lang, &call.region.slug, &call.call.slug);
        let subject = Subject::Call(Arc::clone(call));
        let whole = self.document(&Page { address: address.clone(), subject, ..page.clone() })?;
        let id = format!("{}-{}", asked.prefix, call.call.slug);
        let (prefix, url) = (format!("{id}-"), shared.absolute(&address));
        let around = Surroundings { level: asked.level, prefix: &prefix, page: &url };
        let html = embedded::fragment(&whole, &around);
        let html = html.ok_or_else(|| {
            let missing = "call.html has no <main>, of which fragments are made";
            Box::new(self.templates.failed("call.html", missing, page.address.as_str()))
        })?;
        let voice = Voice::of_call(shared, call, &page.lang);
        let mut given = self.given(page);
        given.insert("fragment", &view::Fragment { id, html });
        given.insert("embedded", &site::embedded(voice, call, url));
        let html = self.templates.render("fragment.html", &given, page.address.as_str())?;
        Ok(borrowed::said(html, &page.lang))
    }

    /// What every template receives, whatever the page.
    fn given(&self, page: &Page) -> Context {
        let per_language = &self.languages[&page.lang];
        let mut given = Context::new();
        given.insert("lang", page.lang.as_str());
        given.insert("rtl", &page.lang.is_right_to_left());
        given.insert_value("t", per_language.sentences.clone());
        given.insert_value("site", per_language.site.clone());
        given.insert_value("theme", per_language.theme.clone());
        given.insert_value("classes", per_language.classes.clone());
        given
    }

    /// A page that is a document of its own.
    fn document(&self, page: &Page) -> Result<String, Box<Diagnostic>> {
        let Self { shared, unmarked, weights, .. } = *self;
        let content = if page.complete { &page.lang } else { shared.site.settings.reference() };
        let call = page.subject.call().map(|call| &**call);
        let partial = match &page.subject {
            Subject::Partial(call, lang) => call.partial_in(lang),
            _ => None,
        };
        let words = shared.words(&page.lang);
        let voice = Voice { shared, words, content, call, partial, letter: None };
        let aloud = Voice { shared: unmarked, words: unmarked.words(&page.lang), ..voice };
        let text = text_of(page);
        let here = PageContext { voice, address: &page.address, text: &text, weights };
        let mut given = self.given(page);
        let template = fill(&mut given, &here, &page.subject);
        given.insert("page", &head::page(&here, page, head_of(aloud, &page.subject)));
        given.insert("assets", &head::assets(shared, template));
        let html = self.templates.render(template, &given, page.address.as_str())?;
        Ok(borrowed::said(html, &page.lang))
    }
}

/// Where the sections of the subject of a page are.
fn text_of(page: &Page) -> Address {
    match &page.subject {
        Subject::Dossier(call) => Address::call(&page.lang, &call.region.slug, &call.call.slug),
        _ => page.address.clone(),
    }
}

/// Adds the one value of the page's kind to its context: gives its template.
fn fill(context: &mut Context, here: &PageContext<'_>, subject: &Subject) -> &'static str {
    let site = here.voice.shared.site;
    match subject {
        Subject::Home => {
            context.insert("home", &home::page(here));
            "home.html"
        }
        Subject::Region(rank) => {
            context.insert("region", &site::region(here, &site.regions[*rank]));
            "region.html"
        }
        Subject::Call(call) | Subject::Partial(call, _) => {
            fill_call(context, here, call);
            "call.html"
        }
        Subject::Embedded(call, _) => {
            context.insert("embedded", &site::framed(here, call));
            fill_call(context, here, call);
            "frame.html"
        }
        Subject::Dossier(call) => {
            let dossier = form::dossier(here.voice, call);
            let dossier = dossier.expect("only calls with one have its page");
            context.insert("dossier", &dossier::page(here, call, &dossier));
            "dossier.html"
        }
        Subject::Text(text) => {
            context.insert("text", &site::text(here, text));
            "text.html"
        }
        Subject::Plan => {
            context.insert("plan", &site::plan(here));
            "plan.html"
        }
        Subject::Departments => {
            context.insert("departments", &site::departments_page(here));
            "departments.html"
        }
        Subject::Calendar => {
            context.insert("calendar", &calendar::page(here));
            "calendar.html"
        }
        Subject::Search => {
            context.insert("search", &site::search(here));
            "search.html"
        }
        Subject::Moved { to, subject } => {
            context.insert("moved", &moved::page(here, to, subject));
            "moved.html"
        }
        Subject::Root => {
            context.insert("root", &site::root(here, None));
            "root.html"
        }
        Subject::NotFound => {
            context.insert("root", &site::root(here, Some(site.base_path())));
            "404.html"
        }
    }
}

fn fill_call(context: &mut Context, here: &PageContext<'_>, call: &RegionalCall) {
    context.insert("call", &call::call(here, call, &tell::told(here.voice, call)));
}

/// What the page is called outside itself.
fn head_of(voice: Voice<'_>, subject: &Subject) -> Head {
    match subject {
        Subject::Home => told::home(voice),
        Subject::Region(rank) => told::region(voice, &voice.shared.site.regions[*rank]),
        Subject::Call(call) | Subject::Partial(call, _) | Subject::Embedded(call, _) => {
            told::call(voice, call)
        }
        Subject::Dossier(call) => told::dossier(voice, call),
        Subject::Text(text) => told::text(voice, text),
        Subject::Plan => told::named(voice, "plan_title", "describe_plan"),
        Subject::Departments => told::named(voice, "departments_title", "departments_intro"),
        Subject::Calendar => told::named(voice, "calendar_title", "calendar_intro"),
        Subject::Search => told::named(voice, "search_title", "search_intro"),
        Subject::Moved { .. } => told::named(voice, "moved_title", "moved_help"),
        Subject::Root => told::root(voice),
        Subject::NotFound => told::named(voice, "not_found", "not_found_help"),
    }
}
