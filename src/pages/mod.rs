//! Every page through the theme's templates.

pub mod call;
pub mod dossier;
pub mod head;
pub mod html;
mod results;
mod site;
mod structured;
pub mod templates;
pub mod view;

use tera::{Context, Value};

use crate::diagnostic::Diagnostic;
use crate::model::address::Address;
use crate::model::id::Lang;
use crate::model::site::{Page, Subject};
use crate::tell::context::{Links, PageContext, SiteContext};
use crate::words::Arg;
pub use html::escape;
use templates::Templates;

/// What all pages of one language share, made once.
pub struct PerLanguage {
    sentences: Value,
    site: Value,
}

impl PerLanguage {
    /// Says it all.
    pub fn new(shared: &SiteContext<'_>, lang: &Lang, names: &[String]) -> Self {
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

/// Renders one page.
pub fn render(
    shared: &SiteContext<'_>,
    templates: &Templates,
    per_language: &PerLanguage,
    page: &Page,
) -> Result<String, Box<Diagnostic>> {
    let call = page.subject.call().map(|call| &**call);
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
            context.insert("home", &site::home(&here));
            titled("home.html", site_title(), tagline())
        }
        Subject::Region(rank) => {
            let region = &here.shared.site.regions[*rank];
            context.insert("region", &site::region(&here, region));
            let name = here.chrome(&region.region.territory.name).to_owned();
            titled("region.html", name, tagline())
        }
        Subject::Call(call) => {
            context.insert("call", &call::call(here, call));
            let title = here.text(&call.call.title).text;
            let region = here.chrome(&call.region.territory.name).to_owned();
            let args = [("title", Arg::Text(&title)), ("region", Arg::Text(&region))];
            let title = here.words.say("call_page_title", &args);
            titled("call.html", title, here.text(&call.call.summary).text)
        }
        Subject::Dossier(call) => {
            let dossier = dossier::page(here, call);
            let title = here.words.say("form_title", &[]);
            let region = here.chrome(&call.region.territory.name).to_owned();
            let args = [("title", Arg::Text(&title)), ("region", Arg::Text(&region))];
            let title = here.words.say("call_page_title", &args);
            let description = format!("{} {}", dossier.call.text, dossier.within);
            context.insert("dossier", &dossier);
            titled("dossier.html", title, description)
        }
        Subject::Text(text) => {
            let view = site::text(here, text);
            context.insert("text", &view);
            titled("text.html", view.title.text, tagline())
        }
        Subject::Plan => {
            context.insert("plan", &site::plan(&here));
            titled("plan.html", here.words.say("plan_title", &[]), tagline())
        }
        Subject::Departments => {
            context.insert("departments", &site::departments_page(&here));
            titled("departments.html", here.words.say("departments_title", &[]), tagline())
        }
        Subject::Root => {
            context.insert("root", &site::root(&here, None));
            titled("root.html", site_title(), tagline())
        }
        Subject::NotFound => {
            context.insert("root", &site::root(&here, Some(here.shared.site.base_path())));
            titled("404.html", here.words.say("not_found", &[]), tagline())
        }
    }
}
