//! Which pages and files the site has, at which address, and whether every link inside it leads somewhere.
//!
//! Nothing is rendered here, so a broken link is known before any page exists, and said at the place where
//! its author typed it.

mod attached;
mod content;
mod documents;
mod exports;
mod layout;
mod links;
mod made;
mod meant;
mod moved;
mod onward;
mod overdue;
mod results;
mod review;

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::project::Project;
use crate::model::settings::Settings;
use crate::model::site::{LEGAL_PAGES, Site};
use crate::model::source::{Sources, Span};
pub use content::Content;
use content::{Shown, is_published};
use layout::Layout;
use links::Links;
use moved::Moved;

/// Lays out the site.
pub fn site(
    diagnostics: &mut Diagnostics,
    project: &Project,
    content: Content,
    sources: &Sources,
) -> Site {
    let published = |name: &str| is_published(project, name);
    let links = Links::new(&content.regions, published, &content.texts, sources);
    let used = links.check_all(diagnostics, &content);
    onward::check_all(diagnostics, &content, sources);
    review::check_all(diagnostics, project.now, &content);
    let Content { settings, regions, calls, texts } = content;
    results::check_all(diagnostics, project.now, &regions);
    overdue::check_all(diagnostics, project.now, &regions);
    attached::check(diagnostics, &settings, sources, &used);
    documents::warn_of_unused(diagnostics, sources, &used);
    let shown = Shown::of(project, regions);
    let mut pages = Layout::new(diagnostics, &settings).pages(&shown, &texts);
    let moved = Moved::new(diagnostics, &settings, &pages).pages(&shown, &texts);
    pages.extend(moved);
    warn_of_missing_legal(diagnostics, &settings, sources);
    let files = documents::files(diagnostics, &shown.regions, sources, &used);
    let exports = exports::exports(diagnostics, &settings, &shown, project.now);
    let documents = made::documents(&settings, &shown);
    let pictures = made::pictures(&settings, &shown);
    Site {
        address: project.address.clone().unwrap_or_else(|| settings.address.clone()),
        now: project.now,
        settings,
        regions: shown.regions,
        calls,
        texts,
        pages,
        files,
        exports,
        documents,
        pictures,
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
