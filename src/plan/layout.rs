//! Every page, at an address that no other page has.

use std::collections::HashMap;
use std::sync::Arc;

use super::content::Shown;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::address::Address;
use crate::model::id::Lang;
use crate::model::integration::Embedding;
use crate::model::regional::RegionalCall;
use crate::model::settings::Settings;
use crate::model::site::{
    CALENDAR_PAGE, DEPARTMENTS_PAGE, PLAN_PAGE, Page, SEARCH_PAGE, SiteRegion, Subject, TextPage,
};
use crate::model::source::{FileId, Span};

/// The pages of a site, being laid out.
pub struct Layout<'a> {
    diagnostics: &'a mut Diagnostics,
    settings: &'a Settings,
    pages: Vec<Page>,
    taken: HashMap<Address, FileId>,
}

/// Where a subject is written, and the languages in which it is complete.
struct Written<'a> {
    file: FileId,
    languages: &'a [Lang],
}

impl<'a> Layout<'a> {
    /// No page yet.
    pub fn new(diagnostics: &'a mut Diagnostics, settings: &'a Settings) -> Self {
        Self { diagnostics, settings, pages: Vec::new(), taken: HashMap::new() }
    }

    /// Every page, drafts last.
    pub fn pages(mut self, shown: &Shown, texts: &[Arc<TextPage>]) -> Vec<Page> {
        self.lay_out(&shown.regions, texts);
        for call in &shown.drafts {
            self.call(call);
        }
        self.pages
    }

    fn lay_out(&mut self, regions: &[SiteRegion], texts: &[Arc<TextPage>]) {
        let file = self.settings.file;
        let titled = |lang: &Lang| self.settings.title.get(lang).is_some();
        let own: Vec<Lang> =
            self.settings.languages.iter().map(|l| l.lang.clone()).filter(titled).collect();
        let of_site = Written { file, languages: &own };
        self.in_every_language(&of_site, &Subject::Home, Address::home);
        for (rank, site_region) in regions.iter().enumerate() {
            let region = &site_region.region;
            let address = |lang: &Lang| Address::page(lang, region.slug.as_str());
            let written = Written { file: region.file, languages: &region.languages };
            self.in_every_language(&written, &Subject::Region(rank), address);
            for call in &site_region.calls {
                self.call(call);
            }
        }
        for text in texts {
            let languages: Vec<Lang> = text.body.iter().map(|(lang, _)| lang.clone()).collect();
            let address = |lang: &Lang| Address::page(lang, text.slug.as_str());
            let subject = Subject::Text(Arc::clone(text));
            let written = Written { file: text.file, languages: &languages };
            self.in_every_language(&written, &subject, address);
        }
        for (subject, name) in [
            (Subject::Plan, PLAN_PAGE),
            (Subject::Departments, DEPARTMENTS_PAGE),
            (Subject::Calendar, CALENDAR_PAGE),
            (Subject::Search, SEARCH_PAGE),
        ] {
            self.in_every_language(&of_site, &subject, |lang| Address::page(lang, name));
        }
        let reference = self.settings.reference();
        self.alone(Address::new("index.html"), reference, Subject::Root);
        self.alone(Address::new("404.html"), reference, Subject::NotFound);
        // Servers show that of the folder in which an address is unknown.
        for language in &self.settings.languages {
            self.alone(Address::page(&language.lang, "404"), &language.lang, Subject::NotFound);
        }
    }

    /// A page that is not in other languages.
    fn alone(&mut self, address: Address, lang: &Lang, subject: Subject) {
        let lang = lang.clone();
        let page = Page { address, lang, subject, complete: true, languages: Arc::default() };
        self.add(self.settings.file, page);
    }

    fn call(&mut self, call: &Arc<RegionalCall>) {
        let mut languages = self.settings.codes();
        languages.retain(|lang| call.complete_in(lang));
        let written = Written { file: call.file, languages: &languages };
        let address = |lang: &Lang| Address::call(lang, &call.region.slug, &call.call.slug);
        let subject = Subject::Call(Arc::clone(call));
        self.in_every_language(&written, &subject, address);
        if call.form.is_some() {
            let address = |lang: &Lang| Address::dossier(lang, &call.region.slug, &call.call.slug);
            let subject = Subject::Dossier(Arc::clone(call));
            self.in_every_language(&written, &subject, address);
        }
        if self.settings.integration.is_some() && !call.draft {
            self.embedded(call, &languages);
        }
        for language in &call.partial {
            self.partial(call, &language.lang);
        }
    }

    /// The page of a call in a language of some sections only: the reference around them, of which it is no translation.
    fn partial(&mut self, call: &Arc<RegionalCall>, lang: &Lang) {
        let page = Page {
            address: Address::call(lang, &call.region.slug, &call.call.slug),
            lang: self.settings.reference().clone(),
            subject: Subject::Partial(Arc::clone(call), lang.clone()),
            complete: false,
            languages: Arc::default(),
        };
        self.add(call.file, page);
    }

    /// The page of a call for other sites, in the languages in which it is complete.
    fn embedded(&mut self, call: &Arc<RegionalCall>, languages: &[Lang]) {
        for lang in languages {
            for embedding in [Embedding::Fragment, Embedding::Frame] {
                let (region, slug) = (&call.region.slug, &call.call.slug);
                let page = Page {
                    address: Address::embedded(lang, region, slug, embedding),
                    lang: lang.clone(),
                    subject: Subject::Embedded(Arc::clone(call), embedding),
                    complete: true,
                    languages: Arc::default(),
                };
                self.add(call.file, page);
            }
        }
    }

    fn in_every_language(
        &mut self,
        written: &Written<'_>,
        subject: &Subject,
        address: impl Fn(&Lang) -> Address,
    ) {
        let settings = self.settings;
        let languages: Arc<[Lang]> = written.languages.into();
        for language in &settings.languages {
            let page = Page {
                address: address(&language.lang),
                lang: language.lang.clone(),
                subject: subject.clone(),
                complete: languages.contains(&language.lang),
                languages: Arc::clone(&languages),
            };
            self.add(written.file, page);
        }
    }

    fn add(&mut self, file: FileId, page: Page) {
        if let Some(first) = self.taken.get(&page.address) {
            // Said once, not once a language; and where a name can be changed, which a page of every site has not.
            if page.lang == *self.settings.reference() {
                let settings = self.settings.file;
                let (at, other) = if file == settings { (*first, file) } else { (file, *first) };
                let twice = Diagnostic::new(Code::DuplicateAddress, Span::whole(at));
                let twice = twice.with("adresse", &page.address).and(Span::whole(other));
                self.diagnostics.push(twice);
            }
            return;
        }
        self.taken.insert(page.address.clone(), file);
        self.pages.push(page);
    }
}
