//! Files become calls, regions and pages. YAML and Markdown end here.
//!
//! A file's identity is its path; each kind of file has one reader below. What cannot be understood is said and
//! left out, and the rest goes on.

mod adaptation;
mod address;
mod aid;
mod anchors;
mod awards;
mod bare;
mod bounded;
mod call;
mod call_files;
mod canvas;
mod condition;
mod copy;
mod examination;
mod form;
mod invisible;
mod links;
mod located;
mod markdown;
mod marks;
mod mentions;
mod notes;
mod notices;
mod page;
mod privacy;
mod reader;
mod record;
mod redirect;
mod region;
mod settings;
mod slips;
mod theme;
mod twins;
mod typography;
mod yaml;

use self::adaptation::AdaptationFile;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::call::Call;
use crate::model::id::{Lang, Slug};
use crate::model::region::{Adaptation, Region};
use crate::model::settings::Settings;
use crate::model::site::TextPage;
use crate::model::source::{SourceFile, Sources, Span};
use call_files::CallFiles;

pub use theme::theme;

/// A region with what it says of each call.
#[derive(Debug, Clone)]
pub struct RegionFiles {
    pub region: Region,
    pub adaptations: Vec<Adaptation>,
}

/// Reads `canevas.yaml`. `None` when too little could be understood to go on.
pub fn settings(diagnostics: &mut Diagnostics, sources: &Sources) -> Option<Settings> {
    settings::settings(diagnostics, sources.file("canevas.yaml")?)
}

/// Reads every folder of `content/` but `pages`.
pub fn calls(diagnostics: &mut Diagnostics, sources: &Sources, languages: &[Lang]) -> Vec<Call> {
    let mut calls = Vec::new();
    for (slug, files) in folders(diagnostics, sources, "content") {
        if slug.as_str() == "pages" {
            continue;
        }
        let Some(yaml) = files.iter().find(|file| file.name() == "appel.yaml") else {
            missing(diagnostics, &files, "appel.yaml");
            continue;
        };
        let texts = texts(diagnostics, &files, "canevas", languages);
        if texts.first().is_none_or(|(lang, _)| *lang != languages[0]) {
            let name = format!("canevas.{}.md", languages[0]);
            missing(diagnostics, &[yaml], &name);
        }
        let known = |file: &SourceFile| {
            let name = file.name();
            matches!(name, "appel.yaml" | "dossier.yaml") || name.starts_with("canevas.")
        };
        unexpected(diagnostics, files.iter().copied().filter(|file| !known(file)));
        let form = files.iter().copied().find(|file| file.name() == "dossier.yaml");
        let files = CallFiles { slug, yaml, form, texts };
        calls.extend(call::call(diagnostics, &files, languages));
    }
    calls
}

/// Reads every file of `content/pages`.
pub fn text_pages(
    diagnostics: &mut Diagnostics,
    sources: &Sources,
    languages: &[Lang],
) -> Vec<TextPage> {
    let files: Vec<&SourceFile> =
        sources.under("content/pages").filter(|file| !file.path[14..].contains('/')).collect();
    let mut stems: Vec<&str> = files.iter().filter_map(|file| stem(file)).collect();
    stems.dedup();
    let mut pages = Vec::new();
    for stem in stems {
        let texts = texts(diagnostics, &files, stem, languages);
        let Some((_, first)) = texts.first() else {
            continue;
        };
        if let Some(slug) = named(diagnostics, stem, Span::whole(first.id)) {
            let files = page::PageFiles { slug, texts };
            pages.extend(page::page(diagnostics, &files, &languages[0]));
        }
    }
    pages
}

/// The files of one region.
pub struct RegionFolder<'s> {
    pub slug: Slug,
    pub files: Vec<&'s SourceFile>,
}

/// What a region's files are read against.
pub struct Surroundings<'a> {
    /// The site's, the reference first.
    pub languages: &'a [Lang],
    /// Every national call, whether or not it could be read: a region's file for a broken call is not unknown.
    pub calls: Vec<Slug>,
}

/// The folders of `regions/`.
pub fn region_folders<'s>(
    diagnostics: &mut Diagnostics,
    sources: &'s Sources,
) -> Vec<RegionFolder<'s>> {
    let folders = folders(diagnostics, sources, "regions").into_iter();
    folders.map(|(slug, files)| RegionFolder { slug, files }).collect()
}

/// The names of calls.
pub fn call_names(sources: &Sources) -> Vec<Slug> {
    let names = sources.under("content").filter_map(|file| file.path.split('/').nth(1));
    let mut names: Vec<Slug> = names.filter(|n| *n != "pages").filter_map(Slug::new).collect();
    names.dedup();
    names
}

/// Reads one folder of `regions/`. `None` when too little could be understood to go on.
pub fn region(
    diagnostics: &mut Diagnostics,
    folder: &RegionFolder<'_>,
    around: &Surroundings<'_>,
) -> Option<RegionFiles> {
    let RegionFolder { slug, files } = folder;
    let Some(yaml) = files.iter().find(|file| file.name() == "region.yaml") else {
        missing(diagnostics, files, "region.yaml");
        return None;
    };
    let languages = around.languages;
    let region = region::region(diagnostics, slug, yaml, languages)?;
    let mut adaptations = Vec::new();
    for file in files.iter().filter(|file| file.name() != "region.yaml") {
        let Some(name) = file.name().strip_suffix(".yaml") else {
            unexpected(diagnostics, [*file]);
            continue;
        };
        let Some(call) = around.calls.iter().find(|call| call.as_str() == name) else {
            if said_copied_file(diagnostics, file, name) {
                continue;
            }
            let unknown = Diagnostic::new(Code::UnknownCall, Span::whole(file.id));
            let known = around.calls.iter().map(Slug::as_str);
            diagnostics.push(unknown.with("appel", name).nearest(name, known));
            continue;
        };
        let file = AdaptationFile { file, call, region: &region };
        adaptations.extend(adaptation::adaptation(diagnostics, file, languages));
    }
    Some(RegionFiles { region, adaptations })
}

/// The files right under each folder of `top`, by the folder's name.
fn folders<'s>(
    diagnostics: &mut Diagnostics,
    sources: &'s Sources,
    top: &str,
) -> Vec<(Slug, Vec<&'s SourceFile>)> {
    let mut folders: Vec<(Slug, Vec<&SourceFile>)> = Vec::new();
    let mut refused = String::new();
    for file in sources.under(top) {
        let mut parts = file.path.split('/').skip(1);
        let (Some(folder), Some(_), None) = (parts.next(), parts.next(), parts.next()) else {
            if top != "content" || !file.path.starts_with("content/pages/") {
                unexpected(diagnostics, [file]);
            }
            continue;
        };
        match folders.last_mut() {
            Some((slug, files)) if slug.as_str() == folder => files.push(file),
            _ if refused == folder => {}
            _ => match named(diagnostics, folder, Span::whole(file.id)) {
                Some(slug) => folders.push((slug, vec![file])),
                None => folder.clone_into(&mut refused),
            },
        }
    }
    folders
}

/// The files `<stem>.<lang>.md` among `files`, in the order of the site's languages.
fn texts<'s>(
    diagnostics: &mut Diagnostics,
    files: &[&'s SourceFile],
    stem: &str,
    languages: &[Lang],
) -> Vec<(Lang, &'s SourceFile)> {
    let mut texts = Vec::new();
    for file in files {
        let Some(tag) = file.name().strip_prefix(stem).and_then(|rest| rest.strip_prefix('.'))
        else {
            continue;
        };
        let Some(tag) = tag.strip_suffix(".md") else {
            unexpected(diagnostics, [*file]);
            continue;
        };
        match languages.iter().position(|lang| lang.as_str() == tag) {
            Some(rank) => texts.push((rank, *file)),
            None if said_copied_file(diagnostics, file, tag) => {}
            None => {
                let known: Vec<&str> = languages.iter().map(Lang::as_str).collect();
                let unknown = Diagnostic::new(Code::UnknownLanguage, Span::whole(file.id));
                diagnostics.push(unknown.with("langue", tag).with("langues", known.join(", ")));
            }
        }
    }
    texts.sort_by_key(|(rank, _)| *rank);
    texts.into_iter().map(|(rank, file)| (languages[rank].clone(), file)).collect()
}

/// `mentions-legales` of `mentions-legales.fr.md`.
fn stem(file: &SourceFile) -> Option<&str> {
    file.name().strip_suffix(".md").and_then(|name| name.rsplit_once('.')).map(|(stem, _)| stem)
}

fn named(diagnostics: &mut Diagnostics, name: &str, at: Span) -> Option<Slug> {
    let slug = Slug::new(name);
    if slug.is_none() && !said_copy(diagnostics, name, at) {
        let invalid = Diagnostic::new(Code::InvalidName, at).with("nom", name);
        let invalid = invalid.with("original", "");
        diagnostics.push(invalid.with("suggestion", Slug::suggestion(name)));
    }
    slug
}

/// Whether `part` of the name of a file makes it a copy, which is then said.
fn said_copied_file(diagnostics: &mut Diagnostics, file: &SourceFile, part: &str) -> bool {
    let Some(original) = copy::original(part) else { return false };
    let copy = Diagnostic::new(Code::InvalidName, Span::whole(file.id)).with("nom", file.name());
    let original = file.name().replacen(part, original, 1);
    diagnostics.push(copy.with("original", original).with("suggestion", ""));
    true
}

/// Whether `name` is that of a copy, which is then said.
fn said_copy(diagnostics: &mut Diagnostics, name: &str, at: Span) -> bool {
    let Some(original) = copy::original(name) else { return false };
    let copy = Diagnostic::new(Code::InvalidName, at).with("nom", name);
    diagnostics.push(copy.with("original", original).with("suggestion", ""));
    true
}

fn missing(diagnostics: &mut Diagnostics, files: &[&SourceFile], name: &str) {
    if let Some(file) = files.first() {
        let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let missing = Diagnostic::new(Code::MissingFile, Span::whole(file.id));
        diagnostics.push(missing.with("fichier", name).with("dossier", folder));
    }
}

fn unexpected<'s>(diagnostics: &mut Diagnostics, files: impl IntoIterator<Item = &'s SourceFile>) {
    for file in files {
        diagnostics.push(Diagnostic::new(Code::UnexpectedFile, Span::whole(file.id)));
    }
}
