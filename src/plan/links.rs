//! Whether every link inside the site leads somewhere.
//!
//! Nothing is rendered yet, so a broken link is said at the place where its author typed it.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::content::Content;
use super::documents::{Used, owned};
use super::{attached, meant};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Suggestions};
use crate::model::form::RegionalForm;
use crate::model::id::Slug;
use crate::model::localized::Localized;
use crate::model::origin::Origin;
use crate::model::prose::{Inline, Prose, Target};
use crate::model::regional::RegionalCall;
use crate::model::site::{
    CALENDAR_PAGE, DEPARTMENTS_PAGE, PLAN_PAGE, SEARCH_PAGE, SiteRegion, TextPage,
};
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

/// What the texts say that is wrong, and the attached files that they name.
#[derive(Default)]
struct Found<'s> {
    diagnostics: Diagnostics,
    used: Used<'s>,
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
            pages: texts.chain([PLAN_PAGE, DEPARTMENTS_PAGE, CALENDAR_PAGE, SEARCH_PAGE]).collect(),
            regions: regions.chain(folders).filter(|name| published(name)).collect(),
            documents: sources.attachments.iter().filter_map(|a| owned(&a.path)).collect(),
        }
    }

    /// Checks every text, and gives back the attached files that they name.
    pub fn check_all(&self, diagnostics: &mut Diagnostics, content: &Content) -> Used<'s> {
        let mut found = Found::default();
        let nowhere =
            Surroundings { anchors: Some(&BTreeSet::new()), owner: "", folder: String::new() };
        let notices = content.settings.notice.iter().flat_map(Localized::iter);
        for (_, prose) in notices {
            self.check(&mut found, prose, &nowhere);
        }
        for (_, prose) in content.texts.iter().flat_map(|text| text.body.iter()) {
            let anchors: BTreeSet<&str> = prose.anchors().collect();
            let page = Surroundings { anchors: Some(&anchors), owner: "", folder: String::new() };
            self.check(&mut found, prose, &page);
        }
        let mut national_done: BTreeSet<&Slug> = BTreeSet::new();
        let calls = content.regions.iter().flat_map(|region| &region.calls);
        let calls: Vec<(&RegionalCall, bool)> =
            calls.map(|call| (&**call, national_done.insert(&call.call.slug))).collect();
        let checked: Vec<Found<'s>> =
            calls.par_iter().map(|(call, national)| self.check_call(call, *national)).collect();
        for of_call in checked {
            found.diagnostics.extend(of_call.diagnostics);
            found.used.extend(of_call.used);
        }
        diagnostics.extend(found.diagnostics);
        found.used
    }

    /// Checks the region's texts, and the national ones when `national`.
    fn check_call(&self, call: &RegionalCall, national: bool) -> Found<'s> {
        let mut found = Found::default();
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
                self.check(&mut found, prose, &nation);
            }
        }
        for letter in &call.letters {
            let owner = if letter.origin == Origin::National { &nation } else { &here };
            let is_new = national || letter.origin != Origin::National;
            for (_, prose) in letter.template.body.iter().filter(|_| is_new) {
                self.check(&mut found, prose, owner);
            }
        }
        let own = call.closing_message.iter().filter(|said| said.origin != Origin::National);
        for (_, prose) in own.flat_map(|said| said.text.iter()) {
            self.check(&mut found, prose, &here);
        }
        let shared = call.call.sequel.message.iter().filter(|_| national);
        for (_, prose) in shared.flat_map(|said| said.iter()) {
            self.check(&mut found, prose, &nation);
        }
        for section in &call.sections {
            if national {
                for (_, prose) in section.section.body.iter() {
                    self.check(&mut found, prose, &nation);
                }
            }
            for part in section.parts.iter().filter(|part| part.origin != Origin::National) {
                for (_, prose) in part.text.iter() {
                    self.check(&mut found, prose, &here);
                }
            }
        }
        let priorities = call.priorities.iter().map(|priority| &priority.body);
        let news = call.news.iter().map(|item| &item.body);
        let own = form.flat_map(RegionalForm::regional_texts);
        let texts = priorities.chain(news).chain(&call.notice).chain(&call.filing.instruction);
        let translated = call.partial.iter().flat_map(|language| &language.sections);
        let texts = texts.chain(own).chain(translated.map(|section| &*section.text));
        for (_, prose) in texts.flat_map(Localized::iter) {
            self.check(&mut found, prose, &here);
        }
        for document in &call.documents {
            let name = &*document.file.value;
            self.document(&mut found, &here, (name, document.file.span));
        }
        found
    }

    fn check(&self, found: &mut Found<'s>, prose: &Prose, here: &Surroundings<'_>) {
        let mut suggestions = Suggestions::default();
        let mut expect = |found: &mut Found<'s>, kind, (name, span), known: &BTreeSet<_>| {
            if !known.contains(name) {
                let most = if suggestions.one_more() { known.len() } else { 0 };
                let near = known.iter().copied().take(most);
                found.diagnostics.push(self::broken(kind, (name, span), near));
            }
        };
        prose.each_inline(&mut |inline| match inline {
            Inline::Image { document, span, .. } => {
                let known = self.document(found, here, (document, *span));
                if known && !attached::is_image(document) {
                    let link = format!("[…](document:{document})");
                    let broken = Diagnostic::new(Code::BrokenLink, *span).with("cible", document);
                    let broken = broken.with("genre", "pas-une-image");
                    found.diagnostics.push(broken.with("suggestion", link));
                }
            }
            Inline::Link { target, span, .. } => match target {
                Target::Anchor(id) => {
                    if let Some(known) = here.anchors {
                        expect(found, "ancre", (id, *span), known);
                    }
                }
                Target::Page(name) => expect(found, "page", (name, *span), &self.pages),
                Target::Region(name) => {
                    expect(found, "region", (name, *span), &self.regions);
                }
                Target::Document(name) => {
                    self.document(found, here, (name, *span));
                }
                Target::Relative(address) => {
                    let meant = self.meant(here, address).unwrap_or_default();
                    let broken = Diagnostic::new(Code::BrokenLink, *span).with("cible", address);
                    found
                        .diagnostics
                        .push(broken.with("genre", "relatif").with("suggestion", meant));
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
        found: &mut Found<'s>,
        here: &Surroundings<'_>,
        named: (&str, Span),
    ) -> bool {
        let mine = self.documents.iter().filter(|(owner, _)| *owner == here.owner);
        found.used.extend(mine.clone().filter(|(_, name)| *name == named.0));
        let known: Vec<&str> = mine.map(|(_, name)| *name).collect();
        let is_known = known.contains(&named.0);
        if !is_known {
            let broken = broken("document", named, known);
            found.diagnostics.push(broken.with("dossier", &here.folder));
        }
        is_known
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
