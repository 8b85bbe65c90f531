//! Files become calls, regions and pages. YAML and Markdown end here.
//!
//! A file's identity is its path; each kind of file has one reader below. What cannot be understood is said and
//! left out, and the rest goes on.

mod abstention;
mod adaptation;
mod address;
mod aid;
mod anchors;
mod assets;
mod awards;
mod bare;
mod bounded;
mod brand;
mod call;
mod call_files;
mod canvas;
mod closing;
mod condition;
mod copy;
mod css;
mod cumulated;
mod examination;
mod folders;
mod form;
mod french;
mod identity;
mod invisible;
mod letters;
mod links;
mod located;
mod markdown;
mod marks;
mod mentions;
mod notes;
mod notices;
mod onward;
mod page;
mod page_order;
mod partial;
mod privacy;
mod reader;
mod record;
mod redirect;
mod region;
mod settings;
mod slips;
mod stand;
mod theme;
mod timing;
mod twins;
mod typography;
mod upkeep;
mod yaml;

use self::adaptation::AdaptationFile;
use self::folders::{Folder, missing, named, said_copied_file, texts, unexpected};
use self::stand::Stand;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::call::Call;
use crate::model::id::{Lang, Slug};
use crate::model::region::{Abstention, Adaptation, Region};
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
    pub abstentions: Vec<Abstention>,
}

/// Reads `canevas.yaml`. `None` when too little could be understood to go on.
pub fn settings(diagnostics: &mut Diagnostics, sources: &Sources) -> Option<Settings> {
    settings::settings(diagnostics, sources.file("canevas.yaml")?)
}

/// Reads every folder of `content/` but `pages`.
pub fn calls(diagnostics: &mut Diagnostics, sources: &Sources, languages: &[Lang]) -> Vec<Call> {
    let mut calls = Vec::new();
    for Folder { slug, files, letters } in folders::of(diagnostics, sources, "content") {
        if slug.as_str() == "pages" {
            continue;
        }
        let Some(yaml) = files.iter().find(|file| file.name() == "appel.yaml") else {
            missing(diagnostics, files.iter().chain(&letters).copied(), "appel.yaml");
            continue;
        };
        let texts = texts(diagnostics, &files, "canevas", languages);
        if texts.first().is_none_or(|(lang, _)| *lang != languages[0]) {
            let name = format!("canevas.{}.md", languages[0]);
            missing(diagnostics, [*yaml], &name);
        }
        let known = |file: &SourceFile| {
            let name = file.name();
            matches!(name, "appel.yaml" | "dossier.yaml") || name.starts_with("canevas.")
        };
        unexpected(diagnostics, files.iter().copied().filter(|file| !known(file)));
        let form = files.iter().copied().find(|file| file.name() == "dossier.yaml");
        let files = CallFiles { slug, yaml, form, letters, texts };
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
    let (yaml, files): (Vec<_>, Vec<_>) =
        files.into_iter().partition(|file| file.name().strip_suffix(".yaml").is_some());
    let data = |file: &SourceFile| stems.iter().copied().find(|stem| is_data_of(file, stem));
    unexpected(diagnostics, yaml.iter().copied().filter(|file| data(file).is_none()));
    for stem in stems.iter().copied() {
        let texts = texts(diagnostics, &files, stem, languages);
        let Some((_, first)) = texts.first() else {
            continue;
        };
        if let Some(slug) = named(diagnostics, stem, Span::whole(first.id)) {
            let yaml = yaml.iter().copied().find(|file| is_data_of(file, stem));
            let files = page::PageFiles { slug, yaml, texts };
            pages.extend(page::page(diagnostics, &files, languages));
        }
    }
    pages
}

/// The files of one region.
pub struct RegionFolder<'s> {
    pub slug: Slug,
    pub files: Vec<&'s SourceFile>,
    /// Those that the region puts in the place of a call's.
    pub letters: Vec<&'s SourceFile>,
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
    let folders = folders::of(diagnostics, sources, "regions").into_iter();
    let of_region = |Folder { slug, files, letters }| RegionFolder { slug, files, letters };
    folders.map(of_region).collect()
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
    let RegionFolder { slug, files, letters } = folder;
    let Some(yaml) = files.iter().find(|file| file.name() == "region.yaml") else {
        missing(diagnostics, files.iter().chain(letters).copied(), "region.yaml");
        return None;
    };
    let languages = around.languages;
    let region = region::region(diagnostics, slug, yaml, languages)?;
    let (mut adaptations, mut abstentions) = (Vec::new(), Vec::new());
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
        let letters = letters.iter().copied().filter(|file| folders::call_of(file) == name);
        let file = AdaptationFile { file, letters: letters.collect(), call, region: &region };
        match stand::stand(diagnostics, &file, languages) {
            Some(Stand::Adapts(adaptation)) => adaptations.push(*adaptation),
            Some(Stand::Abstains(abstention)) => abstentions.push(abstention),
            None => {}
        }
    }
    let is_adapted =
        |call: &str| files.iter().any(|f| f.name().strip_suffix(".yaml") == Some(call));
    let letters = letters.iter().copied();
    unexpected(diagnostics, letters.filter(|file| !is_adapted(folders::call_of(file))));
    Some(RegionFiles { region, adaptations, abstentions })
}

/// Whether the file says what a page has the same in every language.
fn is_data_of(file: &SourceFile, stem: &str) -> bool {
    file.name().strip_suffix(".yaml") == Some(stem)
}

/// `mentions-legales` of `mentions-legales.fr.md`.
fn stem(file: &SourceFile) -> Option<&str> {
    file.name().strip_suffix(".md").and_then(|name| name.rsplit_once('.')).map(|(stem, _)| stem)
}
