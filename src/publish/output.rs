//! Where a site may be published, and where a file may be saved, without destroying what is not ours.

use std::io;
use std::path::Path;

use anyhow::{Context, Result};
use camino::{Utf8Path, Utf8PathBuf};

use super::files::is_same;
use super::mark::{self, Covers, Mark};
use crate::diagnostic::Failure;
use crate::model::id::Slug;

/// Refuses a folder where publishing all regions, or the only one asked for, would destroy anything but a former site.
pub fn check(output: &Utf8Path, root: &Utf8Path, only: Option<&Slug>) -> Result<()> {
    let refuse = |reason: &str, place: &str| {
        let refused = Failure::new("sortie-interdite").with("sortie", output);
        Err(refused.with("raison", reason).with("ou", place).into())
    };
    let absolute = absolute(output)?;
    let root = absolute_of_existing(root)?;
    let home = std::env::home_dir().and_then(|home| Utf8PathBuf::from_path_buf(home).ok());
    if absolute.parent().is_none() || home.is_some_and(|home| home.starts_with(&absolute)) {
        return refuse("racine", "");
    }
    if root.starts_with(&absolute) {
        return refuse("projet", "");
    }
    let sources = ["content", "regions", "themes", "src", "tests", ".git"];
    if sources.iter().any(|folder| absolute.starts_with(root.join(folder))) {
        return refuse("sources", "");
    }
    if let Some(site) = site_around(&absolute) {
        return refuse("site", site.as_str());
    }
    match absolute.metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error).with_context(|| format!("{absolute}")),
        Ok(metadata) if !metadata.is_dir() => return refuse("fichier", ""),
        Ok(_) => {}
    }
    match (Mark::read(&absolute), only) {
        (None, _) if is_empty(&absolute)? => Ok(()),
        (None, _) => refuse("etranger", ""),
        (Some(mark), Some(only)) if !holds_only(&absolute, &mark, only) => {
            refuse("national", only.as_str())
        }
        (Some(mark), None) => match mark.covers() {
            Covers::Region(region) => refuse("regional", region),
            Covers::All | Covers::Unsaid => Ok(()),
        },
        (Some(_), Some(_)) => Ok(()),
    }
}

/// Refuses a file to write where something would be lost, or where a table of personal data would be put online.
pub fn check_saved<'p>(
    path: &Utf8Path,
    root: &Utf8Path,
    inputs: impl IntoIterator<Item = &'p Path>,
) -> Result<()> {
    let refuse = |reason| {
        Err(Failure::new("tableau-interdit").with("fichier", path).with("raison", reason).into())
    };
    let absolute = absolute(path)?;
    let is_input = |input: &Path| {
        is_same(input, absolute.as_std_path())
            || input.canonicalize().is_ok_and(|input| input == absolute.as_std_path())
    };
    if inputs.into_iter().any(is_input) {
        return refuse("recu");
    }
    if site_around(&absolute).is_some() {
        return refuse("site");
    }
    let Ok(root) = absolute_of_existing(root) else { return Ok(()) };
    let sources = ["canevas.yaml", "content", "regions", "themes"];
    if sources.iter().any(|name| absolute.starts_with(root.join(name))) {
        return refuse("source");
    }
    Ok(())
}

/// Whether a marked folder holds the site of one region alone.
fn holds_only(output: &Utf8Path, mark: &Mark, only: &Slug) -> bool {
    match mark.covers() {
        Covers::All => false,
        Covers::Region(region) => region == only.as_str(),
        // What each region's calls say to programs has a folder of the region's name.
        Covers::Unsaid => {
            let entries = output.join("donnees").read_dir_utf8().into_iter().flatten().flatten();
            let folders = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
            folders.into_iter().all(|folder| folder.file_name() == only.as_str())
        }
    }
}

/// The published site that a folder is in, if it is in one.
fn site_around(folder: &Utf8Path) -> Option<&Utf8Path> {
    folder.ancestors().skip(1).find(|above| above.join(mark::NAME).is_file())
}

fn is_empty(folder: &Utf8Path) -> Result<bool> {
    let mut entries = folder.as_std_path().read_dir().with_context(|| format!("{folder}"))?;
    Ok(entries.next().is_none())
}

/// The path from the root, symbolic links resolved as far as folders exist.
pub fn absolute(path: &Utf8Path) -> Result<Utf8PathBuf> {
    let path = camino::absolute_utf8(path).with_context(|| format!("{path}"))?;
    let mut existing = path.as_path();
    while !existing.exists() {
        existing = existing.parent().with_context(|| format!("{path}"))?;
    }
    let rest = path.strip_prefix(existing).unwrap_or(Utf8Path::new(""));
    let resolved = absolute_of_existing(existing)?;
    Ok(if rest.as_str().is_empty() { resolved } else { normal(&resolved.join(rest)) })
}

fn absolute_of_existing(path: &Utf8Path) -> Result<Utf8PathBuf> {
    path.canonicalize_utf8().with_context(|| format!("{path}"))
}

/// Without `.` and `..`, which name no folder once the existing part is resolved.
fn normal(path: &Utf8Path) -> Utf8PathBuf {
    let mut normal = Utf8PathBuf::new();
    for component in path.components() {
        match component.as_str() {
            "." => {}
            ".." => {
                normal.pop();
            }
            name => normal.push(name),
        }
    }
    normal
}
