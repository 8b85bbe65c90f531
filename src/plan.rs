//! Which pages and files the site has, at which address, and whether every link inside it leads somewhere.
//!
//! Nothing is rendered here, so a broken link is known before any page exists, and said at the place where
//! its author typed it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::id::{Lang, Slug};
use crate::model::localized::Localized;
use crate::model::project::Project;
use crate::model::prose::{Inline, Prose, Target};
use crate::model::regional::{Origin, RegionalCall};
use crate::model::settings::Settings;
use crate::model::site::{
    Address, DEPARTMENTS_PAGE, LEGAL_PAGES, PLAN_PAGE, Page, Site, SiteFile, SiteRegion, Subject,
    TextPage,
};
use crate::model::source::{FileId, Sources, Span};

/// Everything that was read and merged.
pub struct Content {
    pub settings: Arc<Settings>,
    /// With drafts, which are checked and not published.
    pub regions: Vec<SiteRegion>,
    pub texts: Vec<Arc<TextPage>>,
}

/// Lays out the site.
pub fn site(
    diagnostics: &mut Diagnostics,
    project: &Project,
    content: Content,
    sources: &Sources,
) -> Site {
    let Content { settings, mut regions, texts } = content;
    let published = |slug: &Slug| project.only.as_ref().is_none_or(|only| only == slug);
    let links = Links::new(regions.iter().filter(|r| published(&r.region.slug)), &texts, sources);
    let used = links.check_all(diagnostics, &settings, &regions, &texts);
    warn_of_unused(diagnostics, sources, &used);
    regions.retain(|region| published(&region.region.slug));
    let mut drafts = Vec::new();
    for region in &mut regions {
        drafts.extend(region.calls.extract_if(.., |call| call.draft));
    }
    drafts.retain(|_| project.drafts);
    let mut layout =
        Layout { diagnostics, settings: &settings, pages: Vec::new(), taken: BTreeMap::new() };
    layout.lay_out(&regions, &texts);
    for call in &drafts {
        layout.call(call);
    }
    let pages = layout.pages;
    warn_of_missing_legal(diagnostics, &settings, &texts);
    let files = files(diagnostics, &regions, sources, &used);
    Site {
        address: project.address.clone().unwrap_or_else(|| settings.address.clone()),
        now: project.now,
        settings,
        regions,
        texts,
        pages,
        files,
    }
}

struct Layout<'a> {
    diagnostics: &'a mut Diagnostics,
    settings: &'a Settings,
    pages: Vec<Page>,
    taken: BTreeMap<Address, FileId>,
}

impl Layout<'_> {
    fn lay_out(&mut self, regions: &[SiteRegion], texts: &[Arc<TextPage>]) {
        let settings = self.settings.file;
        let titled = |lang: &Lang| self.settings.title.get(lang).is_some();
        let own: Vec<Lang> =
            self.settings.languages.iter().map(|l| l.lang.clone()).filter(titled).collect();
        self.in_every_language(settings, &Subject::Home, &own, Address::home);
        for (rank, site_region) in regions.iter().enumerate() {
            let region = &site_region.region;
            let address = |lang: &Lang| Address::page(lang, region.slug.as_str());
            let languages = &region.languages;
            self.in_every_language(region.file, &Subject::Region(rank), languages, address);
            for call in &site_region.calls {
                self.call(call);
            }
        }
        for text in texts {
            let languages: Vec<Lang> = text.body.iter().map(|(lang, _)| lang.clone()).collect();
            let address = |lang: &Lang| Address::page(lang, text.slug.as_str());
            let subject = Subject::Text(Arc::clone(text));
            self.in_every_language(text.file, &subject, &languages, address);
        }
        for (subject, name) in
            [(Subject::Plan, PLAN_PAGE), (Subject::Departments, DEPARTMENTS_PAGE)]
        {
            self.in_every_language(settings, &subject, &own, |lang| Address::page(lang, name));
        }
        let reference = self.settings.reference().clone();
        for (subject, name) in [(Subject::Root, "index.html"), (Subject::NotFound, "404.html")] {
            self.add(
                settings,
                Page {
                    address: Address::new(name),
                    lang: reference.clone(),
                    subject,
                    complete: true,
                    languages: Vec::new(),
                },
            );
        }
    }

    fn call(&mut self, call: &Arc<RegionalCall>) {
        let mut languages = self.settings.codes();
        languages.retain(|lang| call.complete_in(lang));
        let address = |lang: &Lang| Address::call(lang, &call.region.slug, &call.call.slug);
        let subject = Subject::Call(Arc::clone(call));
        self.in_every_language(call.file, &subject, &languages, address);
    }

    fn in_every_language(
        &mut self,
        file: FileId,
        subject: &Subject,
        languages: &[Lang],
        address: impl Fn(&Lang) -> Address,
    ) {
        for language in &self.settings.languages {
            let page = Page {
                address: address(&language.lang),
                lang: language.lang.clone(),
                subject: subject.clone(),
                complete: languages.contains(&language.lang),
                languages: languages.to_vec(),
            };
            self.add(file, page);
        }
    }

    fn add(&mut self, file: FileId, page: Page) {
        if let Some(first) = self.taken.get(&page.address) {
            // Said once, not once a language.
            if page.lang == *self.settings.reference() {
                let twice = Diagnostic::new(Code::DuplicateAddress, Span::whole(file));
                let twice = twice.with("adresse", &page.address).and(Span::whole(*first));
                self.diagnostics.push(twice);
            }
            return;
        }
        self.taken.insert(page.address.clone(), file);
        self.pages.push(page);
    }
}

/// What a link may lead to.
struct Links<'c, 's> {
    pages: BTreeSet<&'c str>,
    regions: BTreeSet<&'c str>,
    /// Attached files, by the folder that holds them and their name.
    documents: BTreeSet<(&'s str, &'s str)>,
}

/// Where the text stands that holds the link.
struct Surroundings<'a> {
    anchors: &'a [&'a str],
    /// The region or call whose documents the text may name.
    owner: &'a str,
    /// The folder of those documents.
    folder: String,
}

/// Attached files that something names, by owner and name.
type Used<'s> = BTreeSet<(&'s str, &'s str)>;

impl<'c, 's> Links<'c, 's> {
    fn new(
        regions: impl Iterator<Item = &'c SiteRegion>,
        texts: &'c [Arc<TextPage>],
        sources: &'s Sources,
    ) -> Self {
        let texts = texts.iter().map(|text| text.slug.as_str());
        Self {
            pages: texts.chain([PLAN_PAGE, DEPARTMENTS_PAGE]).collect(),
            regions: regions.map(|r| r.region.slug.as_str()).collect(),
            documents: sources.attachments.iter().filter_map(|a| owned(&a.path)).collect(),
        }
    }

    fn check_all(
        &self,
        diagnostics: &mut Diagnostics,
        settings: &Settings,
        regions: &[SiteRegion],
        texts: &[Arc<TextPage>],
    ) -> Used<'s> {
        let mut used = Used::new();
        let nowhere = Surroundings { anchors: &[], owner: "", folder: String::new() };
        let notices = settings.notice.iter().flat_map(Localized::iter);
        let bodies = texts.iter().flat_map(|text| text.body.iter());
        for (_, prose) in notices.chain(bodies) {
            self.check(diagnostics, prose, &nowhere, &mut used);
        }
        let mut national_done: BTreeSet<&Slug> = BTreeSet::new();
        let calls = regions.iter().flat_map(|region| &region.calls);
        let calls: Vec<(&RegionalCall, bool)> =
            calls.map(|call| (&**call, national_done.insert(&call.call.slug))).collect();
        let checked: Vec<(Diagnostics, Used<'s>)> = calls
            .par_iter()
            .map(|(call, national)| {
                let (mut found, mut named) = (Diagnostics::default(), Used::new());
                self.check_call(&mut found, call, *national, &mut named);
                (found, named)
            })
            .collect();
        for (found, named) in checked {
            diagnostics.extend(found);
            used.extend(named);
        }
        used
    }

    /// Checks the region's texts, and the national ones when `national`.
    fn check_call(
        &self,
        diagnostics: &mut Diagnostics,
        call: &RegionalCall,
        national: bool,
        used: &mut Used<'s>,
    ) {
        let anchors: Vec<&str> = call.sections.iter().map(|s| s.section.id.as_str()).collect();
        let around = |top: &str, owner| Surroundings {
            anchors: &anchors,
            owner,
            folder: format!("{top}/{owner}/documents"),
        };
        let here = around("regions", call.region.slug.as_str());
        let nation = around("content", call.call.slug.as_str());
        for section in &call.sections {
            if national {
                for (_, prose) in section.section.body.iter() {
                    self.check(diagnostics, prose, &nation, used);
                }
            }
            for part in section.parts.iter().filter(|part| part.origin != Origin::National) {
                for (_, prose) in part.text.iter() {
                    self.check(diagnostics, prose, &here, used);
                }
            }
        }
        let priorities = call.priorities.iter().map(|priority| &priority.body);
        let news = call.news.iter().map(|item| &item.body);
        let texts = priorities.chain(news).chain(&call.notice).chain(&call.filing.instruction);
        for (_, prose) in texts.flat_map(Localized::iter) {
            self.check(diagnostics, prose, &here, used);
        }
        for document in &call.documents {
            let name = &*document.file.value;
            self.document(diagnostics, &here, (name, document.file.span), used);
        }
    }

    fn check(
        &self,
        diagnostics: &mut Diagnostics,
        prose: &Prose,
        here: &Surroundings<'_>,
        used: &mut Used<'s>,
    ) {
        prose.each_inline(&mut |inline| match inline {
            Inline::Image { document, span, .. } => {
                self.document(diagnostics, here, (document, *span), used);
            }
            Inline::Link { target, span, .. } => match target {
                Target::Anchor(id) => {
                    let known = here.anchors.iter().copied();
                    expect(diagnostics, "ancre", (id, *span), known);
                }
                Target::Page(name) => {
                    expect(diagnostics, "page", (name, *span), self.pages.iter().copied());
                }
                Target::Region(name) => {
                    expect(diagnostics, "region", (name, *span), self.regions.iter().copied());
                }
                Target::Document(name) => self.document(diagnostics, here, (name, *span), used),
                Target::External(_) | Target::Value(_) => {}
            },
            _ => {}
        });
    }

    fn document(
        &self,
        diagnostics: &mut Diagnostics,
        here: &Surroundings<'_>,
        named: (&str, Span),
        used: &mut Used<'s>,
    ) {
        let mine = self.documents.iter().filter(|(owner, _)| *owner == here.owner);
        used.extend(mine.clone().filter(|(_, name)| *name == named.0));
        let known: Vec<&str> = mine.map(|(_, name)| *name).collect();
        if !known.contains(&named.0) {
            let broken = broken("document", named, known);
            diagnostics.push(broken.with("dossier", &here.folder));
        }
    }
}

/// Says when a link leads to nothing known.
fn expect<'k>(
    diagnostics: &mut Diagnostics,
    kind: &'static str,
    named: (&str, Span),
    known: impl Iterator<Item = &'k str> + Clone,
) {
    if known.clone().all(|name| name != named.0) {
        diagnostics.push(broken(kind, named, known));
    }
}

fn broken<'k>(
    kind: &'static str,
    (name, span): (&str, Span),
    known: impl IntoIterator<Item = &'k str>,
) -> Diagnostic {
    let broken = Diagnostic::new(Code::BrokenLink, span).with("cible", name);
    broken.with("genre", kind).nearest(name, known)
}

/// `("bretagne", "carte.pdf")` of `regions/bretagne/documents/carte.pdf`.
fn owned(path: &str) -> Option<(&str, &str)> {
    let mut parts = path.split('/');
    match (parts.next()?, parts.next()?, parts.next()?, parts.next()?) {
        ("regions" | "content", owner, "documents", name) => Some((owner, name)),
        _ => None,
    }
}

fn warn_of_unused(diagnostics: &mut Diagnostics, sources: &Sources, used: &Used<'_>) {
    for attachment in &sources.attachments {
        if owned(&attachment.path).is_some_and(|owned| !used.contains(&owned)) {
            let unused = Diagnostic::new(Code::UnexpectedFile, Span::whole(attachment.id));
            diagnostics.push(unused.with("fichier", &attachment.path));
        }
    }
}

fn warn_of_missing_legal(
    diagnostics: &mut Diagnostics,
    settings: &Settings,
    texts: &[Arc<TextPage>],
) {
    for name in LEGAL_PAGES {
        if !texts.iter().any(|text| text.slug.as_str() == name) {
            let missing = Diagnostic::new(Code::MissingLegalPage, Span::whole(settings.file));
            diagnostics.push(missing.with("page", name).with("langue", settings.reference()));
        }
    }
}

/// The attached files of the regions and calls that are published.
fn files(
    diagnostics: &mut Diagnostics,
    regions: &[SiteRegion],
    sources: &Sources,
    used: &Used<'_>,
) -> Vec<SiteFile> {
    let owners: BTreeMap<&str, &Slug> = regions
        .iter()
        .filter(|region| !region.calls.is_empty())
        .flat_map(|region| {
            let calls = region.calls.iter().map(|call| &call.call.slug);
            calls.chain([&region.region.slug])
        })
        .map(|slug| (slug.as_str(), slug))
        .collect();
    let mut files: Vec<(SiteFile, FileId)> = Vec::new();
    for attachment in &sources.attachments {
        let named = owned(&attachment.path).filter(|owned| used.contains(owned));
        let Some((slug, name)) = named.and_then(|(owner, name)| Some((owners.get(owner)?, name)))
        else {
            continue;
        };
        let address = Address::document(slug, name);
        if let Some((_, first)) = files.iter().find(|(file, _)| file.address == address) {
            let twice = Diagnostic::new(Code::DuplicateAddress, Span::whole(attachment.id));
            diagnostics.push(twice.with("adresse", &address).and(Span::whole(*first)));
            continue;
        }
        let bytes = Arc::clone(&attachment.bytes);
        files.push((SiteFile { address, bytes }, attachment.id));
    }
    files.into_iter().map(|(file, _)| file).collect()
}
