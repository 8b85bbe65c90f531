//! The folders of `content/` and `regions/`, and their files by name: those right under each, and the letters.

use super::copy;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::id::{Lang, Slug};
use crate::model::source::{SourceFile, Sources, Span};

/// The folder of the letters of a call, in its own.
const FOLDER: &str = "courriers";

/// A folder by its name.
pub struct Folder<'s> {
    pub slug: Slug,
    /// Right under it.
    pub files: Vec<&'s SourceFile>,
    /// Of its folder `courriers` or, for a region, of those that it has for calls.
    pub letters: Vec<&'s SourceFile>,
}

/// The folders of `top`.
pub fn of<'s>(diagnostics: &mut Diagnostics, sources: &'s Sources, top: &str) -> Vec<Folder<'s>> {
    let mut folders: Vec<Folder<'s>> = Vec::new();
    let mut refused = "";
    for file in sources.under(top) {
        let inside: Vec<&str> = file.path.split('/').skip(1).collect();
        let is_letter = match (top, &inside[..]) {
            (_, [_, _]) => false,
            ("content", [_, FOLDER, _]) | ("regions", [_, _, FOLDER, _]) => true,
            // The texts of pages are read elsewhere.
            ("content", ["pages", ..]) => continue,
            _ => {
                unexpected(diagnostics, [file]);
                continue;
            }
        };
        let name = inside[0];
        if folders.last().is_none_or(|known| known.slug.as_str() != name) {
            let named = (name != refused).then(|| named(diagnostics, name, Span::whole(file.id)));
            let Some(slug) = named.flatten() else {
                refused = name;
                continue;
            };
            folders.push(Folder { slug, files: Vec::new(), letters: Vec::new() });
        }
        if let Some(folder) = folders.last_mut() {
            let list = if is_letter { &mut folder.letters } else { &mut folder.files };
            list.push(file);
        }
    }
    folders
}

/// The call that a letter of a region is for.
pub fn call_of(letter: &SourceFile) -> &str {
    letter.path.rsplit('/').nth(2).unwrap_or_default()
}

/// The files `<stem>.<lang>.md` among `files`, in the order of the site's languages.
pub fn texts<'s>(
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

/// A name that becomes a part of an address. What is none is said.
pub fn named(diagnostics: &mut Diagnostics, name: &str, at: Span) -> Option<Slug> {
    let slug = Slug::new(name);
    if slug.is_none() && !said_copy(diagnostics, name, at) {
        let invalid = Diagnostic::new(Code::InvalidName, at).with("nom", name);
        let invalid = invalid.with("original", "");
        diagnostics.push(invalid.with("suggestion", Slug::suggestion(name)));
    }
    slug
}

/// Whether `part` of the name of a file makes it a copy, which is then said.
pub fn said_copied_file(diagnostics: &mut Diagnostics, file: &SourceFile, part: &str) -> bool {
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

/// Says that the folder of the first of `files` lacks the file `name`.
pub fn missing<'f>(
    diagnostics: &mut Diagnostics,
    files: impl IntoIterator<Item = &'f SourceFile>,
    name: &str,
) {
    if let Some(file) = files.into_iter().next() {
        let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let missing = Diagnostic::new(Code::MissingFile, Span::whole(file.id));
        diagnostics.push(missing.with("fichier", name).with("dossier", folder));
    }
}

/// Says that nothing reads `files`.
pub fn unexpected<'s>(
    diagnostics: &mut Diagnostics,
    files: impl IntoIterator<Item = &'s SourceFile>,
) {
    for file in files {
        diagnostics.push(Diagnostic::new(Code::UnexpectedFile, Span::whole(file.id)));
    }
}
