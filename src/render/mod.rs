//! The site becomes bytes: every page through the theme's templates, and the files beside them.
//!
//! Rendering is total: with an error in a text, the page is made all the same and not published. Pages are rendered
//! side by side and kept in the order of the plan.

mod call_page;
mod context;
mod exports;
mod grammar;
mod head;
mod moments;
mod pages;
mod plain;
mod prose;
mod results;
mod structured;
mod templates;
pub mod view;
mod words;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use tera::{Context, Value};

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::artifact::Artifact;
use crate::model::export::Export;
use crate::model::id::Lang;
use crate::model::settings::Settings;
use crate::model::site::{Address, Page, Site, Subject};
use crate::model::theme::Theme;
use crate::model::time::Zone;
use context::{Links, PageContext, SiteContext};
pub use prose::escape;
use templates::Templates;
use words::{Arg, Words};

/// A theme made ready for the site's languages.
pub struct Look {
    theme: Theme,
    words: BTreeMap<Lang, Words>,
    templates: Templates,
    /// Every sentence of the theme, by name.
    names: Vec<String>,
}

impl Look {
    /// `None` when a string or a template is wrong, which is then said.
    pub fn new(diagnostics: &mut Diagnostics, settings: &Settings, theme: Theme) -> Option<Self> {
        let mut found = Diagnostics::default();
        let words = words::of_site(&mut found, settings, &theme);
        let incomplete = found.any_error();
        diagnostics.extend(found);
        let templates = Templates::new(diagnostics, &theme, settings.file)?;
        let names = words::names(&theme, settings.reference());
        // Each page would fail on the same missing sentence.
        (!incomplete).then_some(Self { theme, words, templates, names })
    }
}

/// A site with its look: whatever it is asked for, it renders.
pub struct Renderer {
    site: Site,
    look: Arc<Look>,
    per_language: BTreeMap<Lang, PerLanguage>,
    paris: Zone,
}

impl Renderer {
    /// Makes ready what all pages share.
    pub fn new(site: Site, look: Arc<Look>) -> Self {
        let per_language = BTreeMap::new();
        let mut renderer = Self { site, look, per_language, paris: Zone::paris() };
        let shared = renderer.shared();
        let of = |lang: &Lang| PerLanguage::new(&shared, lang, &renderer.look.names);
        renderer.per_language =
            renderer.look.words.keys().map(|lang| (lang.clone(), of(lang))).collect();
        renderer
    }

    /// The site.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// Renders every page.
    pub fn pages(&self, diagnostics: &mut Diagnostics) -> Vec<Artifact> {
        let rendered: Vec<_> = self.site.pages.par_iter().map(|page| self.page(page)).collect();
        let mut artifacts = Vec::with_capacity(rendered.len());
        let mut failures: Vec<Diagnostic> = Vec::new();
        for (page, rendered) in self.site.pages.iter().zip(rendered) {
            match rendered {
                Ok(bytes) => artifacts.push(Artifact { address: page.address.to_string(), bytes }),
                Err(failure) => failures.push(*failure),
            }
        }
        say_failures(diagnostics, failures);
        artifacts
    }

    /// Renders every file for machines.
    pub fn exports(&self) -> Vec<Artifact> {
        let render = |export: &Export| Artifact {
            address: export.address.to_string(),
            bytes: self.export(export),
        };
        self.site.exports.par_iter().map(render).collect()
    }

    /// Renders one page.
    pub fn page(&self, page: &Page) -> Result<Arc<[u8]>, Box<Diagnostic>> {
        let shared = self.shared();
        let per_language = &self.per_language[&page.lang];
        let html = render(&shared, &self.look.templates, per_language, page)?;
        Ok(html.into_bytes().into())
    }

    /// Renders one file for machines.
    pub fn export(&self, export: &Export) -> Arc<[u8]> {
        exports::bytes(&self.shared(), export).into()
    }

    /// Every file that is published as it is.
    pub fn files(&self) -> Vec<Artifact> {
        let attached = self.site.files.iter().map(|file| Artifact {
            address: file.address.to_string(),
            bytes: Arc::clone(&file.bytes),
        });
        let assets = self.look.theme.assets.iter().map(|(name, bytes)| Artifact {
            address: format!("assets/{name}"),
            bytes: Arc::clone(bytes),
        });
        attached.chain(assets).collect()
    }

    fn shared(&self) -> SiteContext<'_> {
        SiteContext { site: &self.site, words: &self.look.words, paris: self.paris.clone() }
    }
}

/// A template fails in the same way on every page that uses it: one page is enough to mend it.
pub fn say_failures(diagnostics: &mut Diagnostics, mut failures: Vec<Diagnostic>) {
    failures.dedup_by(|later, first| later.at == first.at && later.args[0] == first.args[0]);
    for failure in failures {
        diagnostics.push(failure);
    }
}

/// What all pages of one language share, made once.
struct PerLanguage {
    sentences: Value,
    site: Value,
}

impl PerLanguage {
    fn new(shared: &SiteContext<'_>, lang: &Lang, names: &[String]) -> Self {
        let words = shared.words(lang);
        let home = Address::home(lang);
        let links = Links::Relative;
        let page = PageContext { shared, words, content: lang, address: &home, call: None, links };
        Self {
            sentences: Value::from_serializable(&words.plain_sentences(names)),
            site: Value::from_serializable(&head::site(page)),
        }
    }
}

fn render(
    shared: &SiteContext<'_>,
    templates: &Templates,
    per_language: &PerLanguage,
    page: &Page,
) -> Result<String, Box<Diagnostic>> {
    let call = match &page.subject {
        Subject::Call(call) => Some(&**call),
        _ => None,
    };
    let own = shared.words(&page.lang);
    let shown_in = if page.complete { &page.lang } else { shared.site.settings.reference() };
    let here = PageContext {
        shared,
        words: own,
        content: shown_in,
        address: &page.address,
        call,
        links: Links::Relative,
    };
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
