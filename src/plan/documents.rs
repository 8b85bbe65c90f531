//! The files that regions and calls attach: only those that something names are published.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::model::address::Address;
use crate::model::id::Slug;
use crate::model::site::{SiteFile, SiteRegion};
use crate::model::source::{FileId, Sources, Span};

/// Attached files that something names, by owner and name.
pub type Used<'s> = BTreeSet<(&'s str, &'s str)>;

/// `("bretagne", "carte.pdf")` of `regions/bretagne/documents/carte.pdf`.
pub fn owned(path: &str) -> Option<(&str, &str)> {
    let mut parts = path.split('/');
    match (parts.next()?, parts.next()?, parts.next()?, parts.next()?) {
        ("regions" | "content", owner, "documents", name) => Some((owner, name)),
        _ => None,
    }
}

/// Says which attached files nothing names. What has an error may name some.
pub fn warn_of_unused(diagnostics: &mut Diagnostics, sources: &Sources, used: &Used<'_>) {
    let errors = diagnostics.iter().filter(|found| found.code.severity() == Severity::Error);
    let wrong: BTreeSet<FileId> = errors.map(|error| error.at.file).collect();
    let wrong = sources.files.iter().filter(|file| wrong.contains(&file.id));
    let wrong: BTreeSet<&str> = wrong.map(|file| folder(&file.path)).collect();
    let national = wrong.iter().any(|folder| folder.starts_with("content/"));
    for attachment in &sources.attachments {
        if national || wrong.contains(folder(&attachment.path)) {
            continue;
        }
        if owned(&attachment.path).is_some_and(|owned| !used.contains(&owned)) {
            let unused = Diagnostic::new(Code::UnexpectedFile, Span::whole(attachment.id));
            diagnostics.push(unused.with("fichier", &attachment.path));
        }
    }
}

/// `regions/bretagne` of any file under it.
fn folder(path: &str) -> &str {
    path.match_indices('/').nth(1).map_or(path, |(end, _)| &path[..end])
}

/// The attached files of the regions and calls that are published.
pub fn files(
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
