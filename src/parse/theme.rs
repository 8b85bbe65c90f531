//! The files of `themes/` become the [`Theme`] of the site.
//!
//! A theme takes from the built-in one whatever it does not have itself, file by file.

use std::collections::BTreeMap;

use super::assets::{self, Files};
use super::identity;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::id::Slug;
use crate::model::source::{SourceFile, Sources, Spanned};
use crate::model::theme::{BUILT_IN, Theme};

/// Gathers the theme `name` with what it inherits.
pub fn theme(diagnostics: &mut Diagnostics, sources: &Sources, name: &Spanned<Slug>) -> Theme {
    let own = format!("themes/{}", name.value);
    let built_in = format!("themes/{BUILT_IN}");
    let is_own = name.value.as_str() != BUILT_IN;
    let found = sources.under(&own).next().is_some() || sources.attached(&own).next().is_some();
    if !found {
        let themes = sources.under("themes").filter_map(|file| file.path.split('/').nth(1));
        let unknown = Diagnostic::new(Code::UnknownTheme, name.span).with("theme", &name.value);
        diagnostics.push(unknown.nearest(name.value.as_str(), themes));
    }
    let mut templates: BTreeMap<&str, &SourceFile> = BTreeMap::new();
    let mut strings: Vec<(&str, &SourceFile)> = Vec::new();
    let mut files = Files(BTreeMap::new());
    let mut identities: Vec<&SourceFile> = Vec::new();
    let layers = [Some(&built_in), is_own.then_some(&own)];
    for folder in layers.into_iter().flatten() {
        for file in sources.under(folder) {
            let inside = &file.path[folder.len() + 1..];
            if let Some(name) = inside.strip_prefix("templates/") {
                templates.insert(name, file);
            } else if let Some(name) = inside.strip_prefix("strings/") {
                strings.push((name.strip_suffix(".ftl").unwrap_or(name), file));
            } else {
                identities.push(file);
            }
        }
        for file in sources.attached(folder) {
            if let Some(name) = file.path[folder.len() + 1..].strip_prefix("static/") {
                files.0.insert(name, file);
            }
        }
    }
    let identity = identity::identity(diagnostics, &identities, &|name| files.has(name));
    for file in templates.values() {
        assets::check_template(diagnostics, file, &files);
    }
    let owned = |(name, file): (&str, &SourceFile)| (name.to_owned(), file.clone());
    Theme {
        templates: templates.into_iter().map(owned).collect(),
        strings: strings.into_iter().map(owned).collect(),
        assets: files.assets(diagnostics),
        identity,
    }
}
