//! What a folder holds, by who wrote it.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use camino::Utf8Path;
use walkdir::WalkDir;

use super::mark::{self, Mark};
use crate::model::artifact::Artifact;

/// Which paths of a folder are ours.
pub enum Ours<'a> {
    /// The files that its mark lists, and their folders.
    Listed { files: BTreeSet<&'a str>, folders: BTreeSet<&'a str> },
    /// Its mark is of before it listed them: what stands where this edition too has something, and is not hidden.
    Beside(BTreeSet<&'a str>),
}

/// The files and folders of a folder.
#[derive(Default)]
pub struct Inventory {
    /// Addresses of our files.
    pub files: BTreeSet<String>,
    /// Our folders, each before what it holds.
    pub folders: Vec<String>,
    /// What interrupted builds left of files they were writing.
    pub unfinished: Vec<String>,
    /// Everything else, each folder before what it holds.
    pub foreign: Vec<Foreign>,
    /// Whether some folder could not be looked into.
    pub sealed: bool,
}

/// What somebody else put there.
#[derive(Debug, PartialEq, Eq)]
pub struct Foreign {
    /// In the folder. It may be in no encoding we know.
    pub path: PathBuf,
    pub is_folder: bool,
}

impl<'a> Ours<'a> {
    /// What a mark says to be ours; nothing without a mark.
    pub fn by(mark: Option<&'a Mark>, artifacts: &'a [Artifact]) -> Self {
        let listed = match mark {
            Some(mark) => mark.files(),
            None => Some(BTreeSet::new()),
        };
        match listed {
            Some(files) => {
                let folders = files.iter().flat_map(|address| folders_of(address)).collect();
                Self::Listed { files, folders }
            }
            None => {
                let tops =
                    artifacts.iter().filter_map(|artifact| artifact.address.split('/').next());
                Self::Beside(tops.collect())
            }
        }
    }

    fn has_file(&self, address: &str) -> bool {
        match self {
            Self::Listed { files, .. } => files.contains(address),
            Self::Beside(tops) => is_beside(tops, address),
        }
    }

    fn has_folder(&self, address: &str) -> bool {
        match self {
            Self::Listed { folders, .. } => folders.contains(address),
            Self::Beside(tops) => is_beside(tops, address),
        }
    }

    /// Whether it is a file that we were writing when we were interrupted.
    fn has_unfinished(&self, address: &str) -> bool {
        let (folder, name) = address.rsplit_once('/').map_or(("", address), |(f, n)| (f, n));
        let Some(name) = finished(name) else { return false };
        let address = if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
        address == mark::NAME || self.has_file(&address)
    }
}

/// The name under which a file is written, before it takes its own.
pub fn unfinished(name: &str) -> String {
    format!(".{name}.canevas")
}

fn finished(name: &str) -> Option<&str> {
    name.strip_prefix('.')?.strip_suffix(".canevas")
}

fn is_beside(tops: &BTreeSet<&str>, address: &str) -> bool {
    let mut names = address.split('/');
    let first = names.clone().next().unwrap_or_default();
    tops.contains(first) && names.all(|name| !name.starts_with('.'))
}

/// The folders that hold an address, the outermost first.
pub fn folders_of(address: &str) -> impl Iterator<Item = &str> {
    address.match_indices('/').map(|(end, _)| &address[..end])
}

impl Inventory {
    /// Looks through `folder`, which may not exist.
    pub fn of(folder: &Utf8Path, ours: &Ours<'_>) -> Result<Self> {
        let mut found = Self::default();
        for entry in WalkDir::new(folder).min_depth(1).sort_by_file_name() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) if is_absent(&error) => continue,
                Err(error) if error.depth() == 0 => {
                    return Err(error).with_context(|| folder.to_string());
                }
                Err(_) => {
                    found.sealed = true;
                    continue;
                }
            };
            let inside = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            found.add(inside, entry.file_type().is_dir(), ours);
        }
        Ok(found)
    }

    fn add(&mut self, inside: &Path, is_folder: bool, ours: &Ours<'_>) {
        let address = inside.to_str().map(|p| p.replace(std::path::MAIN_SEPARATOR, "/"));
        match address {
            Some(address) if address == mark::NAME && !is_folder => {}
            Some(address) if is_folder && ours.has_folder(&address) => self.folders.push(address),
            Some(address) if !is_folder && ours.has_file(&address) => {
                self.files.insert(address);
            }
            Some(address) if !is_folder && ours.has_unfinished(&address) => {
                self.unfinished.push(address);
            }
            _ => self.foreign.push(Foreign { path: inside.to_owned(), is_folder }),
        }
    }

    /// The first address that this site wants and that somebody else's file has.
    pub fn conflict<'a>(&self, artifacts: &'a [Artifact]) -> Option<&'a str> {
        let foreign = self.foreign.iter();
        let taken: BTreeMap<String, bool> = foreign
            .filter_map(|entry| {
                let path = entry.path.to_str()?.replace(std::path::MAIN_SEPARATOR, "/");
                Some((path, entry.is_folder))
            })
            .collect();
        artifacts.iter().find_map(|artifact| {
            let address = artifact.address.as_str();
            let mut folders = folders_of(address);
            let folder = folders.find(|folder| taken.get(*folder) == Some(&false));
            folder.or_else(|| taken.contains_key(address).then_some(address))
        })
    }

    /// What is somebody else's, without what lies in a folder that is wholly theirs.
    pub fn outermost_foreign(&self) -> Vec<String> {
        let folders: BTreeSet<&Path> =
            self.foreign.iter().filter(|f| f.is_folder).map(|f| f.path.as_path()).collect();
        let outer = self
            .foreign
            .iter()
            .filter(|entry| entry.path.parent().is_none_or(|parent| !folders.contains(parent)));
        outer.map(|entry| entry.path.to_string_lossy().into_owned()).collect()
    }
}

fn is_absent(error: &walkdir::Error) -> bool {
    error.io_error().is_some_and(|error| error.kind() == io::ErrorKind::NotFound)
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::Arc;

    use super::{Foreign, Inventory, Ours};
    use crate::model::artifact::Artifact;
    use crate::publish::mark::Mark;

    fn artifacts(addresses: &[&str]) -> Vec<Artifact> {
        let bytes: Arc<[u8]> = Arc::default();
        addresses.iter().map(|address| Artifact::new(address, Arc::clone(&bytes))).collect()
    }

    /// Names that end in `/` are folders.
    fn inventory(ours: &Ours<'_>, paths: &[&str]) -> Inventory {
        let mut found = Inventory::default();
        for path in paths {
            let name = path.trim_end_matches('/');
            found.add(Path::new(name), name.len() < path.len(), ours);
        }
        found
    }

    fn foreign(found: &Inventory) -> Vec<&str> {
        let path = |entry: &'_ Foreign| entry.path.to_str().map(str::len);
        assert!(found.foreign.iter().all(|entry| path(entry).is_some()));
        found.foreign.iter().filter_map(|entry| entry.path.to_str()).collect()
    }

    #[test]
    fn only_what_the_mark_lists_is_ours() {
        let mark = Mark::claim(None, ["fr/index.html", "index.html"]);
        let ours = Ours::by(Some(&mark), &[]);
        let paths = [
            ".canevas",
            "..canevas.canevas",
            ".index.html.canevas",
            ".autre.html.canevas",
            "CNAME",
            "fr/",
            "fr/index.html",
            "fr/index.htm",
            "fr/.index.html.canevas",
            "fr/vide/",
            "index.html/",
        ];
        let found = inventory(&ours, &paths);
        assert_eq!(
            foreign(&found),
            [".autre.html.canevas", "CNAME", "fr/index.htm", "fr/vide", "index.html"]
        );
        assert_eq!(found.unfinished.len(), 3);
        assert_eq!(found.folders, ["fr"]);
    }

    #[test]
    fn without_a_list_what_stands_where_the_new_site_has_nothing_is_kept() {
        let mark = Mark::claim(None, []);
        let former = mark.text().replace("region: *\n", "");
        let folder = tempfile::tempdir().expect("a temporary folder");
        std::fs::write(folder.path().join(".canevas"), former).expect("writable");
        let mark = Mark::read(camino::Utf8Path::from_path(folder.path()).expect("a plain name"));
        let new = artifacts(&["fr/index.html", "index.html"]);
        let ours = Ours::by(mark.as_ref(), &new);
        let paths = [
            ".git/",
            ".git/HEAD",
            "autre/",
            "autre/a.html",
            "fr/",
            "fr/.htaccess",
            "fr/vieux.html",
            "index.html",
        ];
        let found = inventory(&ours, &paths);
        assert_eq!(foreign(&found), [".git", ".git/HEAD", "autre", "autre/a.html", "fr/.htaccess"]);
        assert_eq!(found.outermost_foreign(), [".git", "autre", "fr/.htaccess"]);
    }

    #[test]
    fn an_address_that_is_taken_is_found_at_any_depth() {
        let ours = Ours::by(None, &[]);
        let wanted = artifacts(&["documents/a/b.pdf", "fr/index.html"]);
        let conflict =
            |paths: &[&str]| inventory(&ours, paths).conflict(&wanted).map(str::to_owned);
        assert_eq!(conflict(&["documents/", "documents/a/", "fr/", "fr/autre.html"]), None);
        assert_eq!(conflict(&["fr/", "fr/index.html"]).as_deref(), Some("fr/index.html"));
        assert_eq!(conflict(&["fr/", "fr/index.html/"]).as_deref(), Some("fr/index.html"));
        assert_eq!(conflict(&["documents"]).as_deref(), Some("documents"));
    }
}
