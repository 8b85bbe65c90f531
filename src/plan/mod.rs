//! Which pages and files the site has, at which address, and whether every link inside it leads somewhere.
//!
//! Nothing is rendered here, so a broken link is known before any page exists, and said at the place where
//! its author typed it.

mod attached;
mod documents;
mod exports;
mod layout;
mod links;
mod meant;
mod results;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::project::Project;
use crate::model::settings::Settings;
use crate::model::site::{LEGAL_PAGES, Site, SiteRegion, TextPage};
use crate::model::source::{Sources, Span};
use layout::Layout;
use links::Links;

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
    let published = |name: &str| project.only.as_ref().is_none_or(|only| only.as_str() == name);
    let links = Links::new(&regions, published, &texts, sources);
    let used = links.check_all(diagnostics, &settings, &regions, &texts);
    results::check_all(diagnostics, project.now, &regions);
    attached::check(diagnostics, &settings, sources, &used);
    documents::warn_of_unused(diagnostics, sources, &used);
    regions.retain(|region| published(region.region.slug.as_str()));
    let mut drafts = Vec::new();
    for region in &mut regions {
        drafts.extend(region.calls.extract_if(.., |call| call.draft));
    }
    drafts.retain(|_| project.drafts);
    let pages = Layout::new(diagnostics, &settings).pages(&regions, &texts, &drafts);
    warn_of_missing_legal(diagnostics, &settings, sources);
    let files = documents::files(diagnostics, &regions, sources, &used);
    let exports = exports::exports(diagnostics, &settings, (&regions, &drafts), project.now);
    Site {
        address: project.address.clone().unwrap_or_else(|| settings.address.clone()),
        now: project.now,
        settings,
        regions,
        texts,
        pages,
        files,
        exports,
    }
}

fn warn_of_missing_legal(diagnostics: &mut Diagnostics, settings: &Settings, sources: &Sources) {
    // A file that could not be read is there all the same.
    let names = sources.under("content/pages").filter_map(|file| file.name().split('.').next());
    let names: BTreeSet<&str> = names.collect();
    for name in LEGAL_PAGES {
        if !names.contains(name) {
            let missing = Diagnostic::new(Code::MissingLegalPage, Span::whole(settings.file));
            diagnostics.push(missing.with("page", name).with("langue", settings.reference()));
        }
    }
}
