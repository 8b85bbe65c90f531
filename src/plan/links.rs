//! Whether every link inside the site leads somewhere.
//!
//! Nothing is rendered yet, so a broken link is said at the place where its author typed it.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::documents::{Used, owned};
use super::{attached, meant};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Suggestions};
use crate::model::form::RegionalForm;
use crate::model::id::Slug;
use crate::model::localized::Localized;
use crate::model::origin::Origin;
use crate::model::prose::{Inline, Prose, Target};
use crate::model::regional::RegionalCall;
use crate::model::settings::Settings;
use crate::model::site::{DEPARTMENTS_PAGE, PLAN_PAGE, SiteRegion, TextPage};
use crate::model::source::{SourceFile, Sources, Span};
use crate::model::unread::Part;

/// What a link may lead to.
pub struct Links<'c, 's> {
    pages: BTreeSet<&'c str>,
    regions: BTreeSet<&'c str>,
    /// Attached files, by the folder that holds them and their name.
    documents: BTreeSet<(&'s str, &'s str)>,
}

/// Where the text stands that holds the link.
struct Surroundings<'a> {
    /// `None` when some could not be read.
    anchors: Option<&'a BTreeSet<&'a str>>,
    /// The region or call whose documents the text may name.
    owner: &'a str,
    /// The folder of those documents.
    folder: String,
}

impl<'c, 's> Links<'c, 's> {
    /// Everything that a link of the site may name: of `regions`, those that are `published`. A file that could not be
    /// read is there all the same.
    pub fn new(
        regions: &'c [SiteRegion],
        published: impl Fn(&str) -> bool,
        texts: &'c [Arc<TextPage>],
        sources: &'s Sources,
    ) -> Self
    where
        's: 'c,
    {
        let folders = sources.under("regions").filter_map(|file| file.path.split('/').nth(1));
        let regions = regions.iter().map(|region| region.region.slug.as_str());
        let files = sources.under("content/pages").map(SourceFile::name);
        let texts = texts.iter().map(|text| text.slug.as_str());
        let texts = texts.chain(files.filter_map(|name| name.split('.').next()));
        Self {
            pages: texts.chain([PLAN_PAGE, DEPARTMENTS_PAGE]).collect(),
            regions: regions.chain(folders).filter(|name| published(name)).collect(),
            documents: sources.attachments.iter().filter_map(|a| owned(&a.path)).collect(),
        }
    }

    /// Checks every text, and gives back the attached files that they name.
    pub fn check_all(
        &self,
        diagnostics: &mut Diagnostics,
        settings: &Settings,
        regions: &[SiteRegion],
        texts: &[Arc<TextPage>],
    ) -> Used<'s> {
        let mut used = Used::new();
        let nowhere =
            Surroundings { anchors: Some(&BTreeSet::new()), owner: "", folder: String::new() };
        let notices = settings.notice.iter().flat_map(Localized::iter);
        for (_, prose) in notices {
            self.check(diagnostics, prose, &nowhere, &mut used);
        }
        for (_, prose) in texts.iter().flat_map(|text| text.body.iter()) {
            let anchors: BTreeSet<&str> = prose.anchors().collect();
            let page = Surroundings { anchors: Some(&anchors), owner: "", folder: String::new() };
            self.check(diagnostics, prose, &page, &mut used);
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
        let anchors: BTreeSet<&str> = call.sections.iter().map(|s| s.section.id.as_str()).collect();
        let around = |top: &str, owner| Surroundings {
            anchors: Some(&anchors).filter(|_| !call.unread.has(Part::Sections)),
            owner,
            folder: format!("{top}/{owner}/documents"),
        };
        let here = around("regions", call.region.slug.as_str());
        let nation = around("content", call.call.slug.as_str());
        let form = call.form.iter();
        if national {
            for (_, prose) in form.clone().flat_map(|f| f.form.texts()).flat_map(Localized::iter) {
                self.check(diagnostics, prose, &nation, used);
            }
        }
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
        let own = form.flat_map(RegionalForm::regional_texts);
        let texts = priorities.chain(news).chain(&call.notice).chain(&call.filing.instruction);
        let texts = texts.chain(own);
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
        let mut suggestions = Suggestions::default();
        let mut expect =
            |diagnostics: &mut Diagnostics, kind, (name, span), known: &BTreeSet<_>| {
                if !known.contains(name) {
                    let most = if suggestions.one_more() { known.len() } else { 0 };
                    let near = known.iter().copied().take(most);
                    diagnostics.push(self::broken(kind, (name, span), near));
                }
            };
        prose.each_inline(&mut |inline| match inline {
            Inline::Image { document, span, .. } => {
                let known = self.document(diagnostics, here, (document, *span), used);
                if known && !attached::is_image(document) {
                    let link = format!("[…](document:{document})");
                    let broken = Diagnostic::new(Code::BrokenLink, *span).with("cible", document);
                    diagnostics
                        .push(broken.with("genre", "pas-une-image").with("suggestion", link));
                }
            }
            Inline::Link { target, span, .. } => match target {
                Target::Anchor(id) => {
                    if let Some(known) = here.anchors {
                        expect(diagnostics, "ancre", (id, *span), known);
                    }
                }
                Target::Page(name) => expect(diagnostics, "page", (name, *span), &self.pages),
                Target::Region(name) => {
                    expect(diagnostics, "region", (name, *span), &self.regions);
                }
                Target::Document(name) => {
                    self.document(diagnostics, here, (name, *span), used);
                }
                Target::Relative(address) => {
                    let meant = self.meant(here, address).unwrap_or_default();
                    let broken = Diagnostic::new(Code::BrokenLink, *span).with("cible", address);
                    diagnostics.push(broken.with("genre", "relatif").with("suggestion", meant));
                }
                Target::External(_) | Target::Value(_) => {}
            },
            _ => {}
        });
    }

    /// The link that a relative address was meant to be.
    fn meant(&self, here: &Surroundings<'_>, address: &str) -> Option<String> {
        let is_document = |name: &str| self.documents.contains(&(here.owner, name));
        let (pages, regions) = (&self.pages, &self.regions);
        meant::link(address, &meant::Known { pages, regions, is_document: &is_document })
    }

    /// Whether the attached file that a text names is there; it is said when it is not.
    fn document(
        &self,
        diagnostics: &mut Diagnostics,
        here: &Surroundings<'_>,
        named: (&str, Span),
        used: &mut Used<'s>,
    ) -> bool {
        let mine = self.documents.iter().filter(|(owner, _)| *owner == here.owner);
        used.extend(mine.clone().filter(|(_, name)| *name == named.0));
        let known: Vec<&str> = mine.map(|(_, name)| *name).collect();
        let found = known.contains(&named.0);
        if !found {
            let broken = broken("document", named, known);
            diagnostics.push(broken.with("dossier", &here.folder));
        }
        found
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
