//! The mark of an output folder: what its site was published from, and which of its files are ours.
//!
//! Nothing that the mark does not list is replaced or removed. Marks of before it held a list name no region either.

use std::collections::BTreeSet;
use std::fs;

use camino::Utf8Path;
use rayon::prelude::*;

use crate::model::artifact::Artifact;
use crate::model::digest::Digest;
use crate::model::dossier::{Former, Made};
use crate::model::edition::Edition;
use crate::model::id::Slug;

/// The name of the mark.
pub const NAME: &str = ".canevas";
const HEAD: &str = "Published by canevas: the next build replaces or removes the files listed here, and no other.\n";
const INSTANT: &str = "instant: ";
const SOURCES: &str = "sources: ";
const REGION: &str = "region: ";
/// In the place of a region: the site is that of all.
const ALL: &str = "*";
/// Then the digest of what it was made from, that of its bytes, and its address.
const DOCUMENT: &str = "document: ";
/// Then its address.
const FILE: &str = "file: ";

/// What a folder says of itself.
pub struct Mark {
    text: String,
}

/// The regions of a site.
#[derive(Debug, PartialEq, Eq)]
pub enum Covers<'m> {
    All,
    Region(&'m str),
    /// The mark is of before it said.
    Unsaid,
}

impl Mark {
    /// The mark of a folder, if it has one.
    pub fn read(output: &Utf8Path) -> Option<Self> {
        let path = output.join(NAME);
        // A pipe of that name would be waited for.
        let is_file = path.metadata().is_ok_and(|found| found.is_file());
        let text = is_file.then(|| fs::read_to_string(path).ok())??;
        Some(Self { text })
    }

    /// The mark of a whole site.
    pub fn of(edition: &Edition, artifacts: &[Artifact]) -> Self {
        let head = head(edition.region.as_ref());
        let Edition { instant, sources, .. } = edition;
        let mut text = format!("{head}{INSTANT}{instant}\n{SOURCES}{sources}\n");
        let lines = artifacts.par_iter().map(|artifact| {
            let address = &artifact.address;
            match artifact.from {
                Some(from) => {
                    format!("{DOCUMENT}{from} {} {address}\n", Digest::of(&artifact.bytes))
                }
                None => format!("{FILE}{address}\n"),
            }
        });
        text.extend(lines.collect::<Vec<String>>());
        Self { text }
    }

    /// The mark of a folder that is being filled: these files are ours, and they are no edition yet.
    pub fn claim<'f>(region: Option<&Slug>, files: impl IntoIterator<Item = &'f str>) -> Self {
        let mut text = head(region);
        text.extend(files.into_iter().map(|address| format!("{FILE}{address}\n")));
        Self { text }
    }

    /// What is written in the folder.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What the site was published from. `None` where a build was interrupted.
    pub fn edition(&self) -> Option<Edition> {
        let region = match self.covers() {
            Covers::Unsaid => return None,
            Covers::All => None,
            Covers::Region(name) => Some(Slug::new(name)?),
        };
        let instant = self.said(INSTANT)?.parse().ok()?;
        Some(Edition { instant, sources: self.said(SOURCES)?.parse().ok()?, region })
    }

    /// The regions of the site.
    pub fn covers(&self) -> Covers<'_> {
        match self.said(REGION) {
            None => Covers::Unsaid,
            Some(ALL) => Covers::All,
            Some(region) => Covers::Region(region),
        }
    }

    /// The addresses of our files. `None` when the mark is of before it listed them.
    pub fn files(&self) -> Option<BTreeSet<&str>> {
        let listed = self.text.lines().filter_map(address_in);
        (self.covers() != Covers::Unsaid).then(|| listed.collect())
    }

    /// The documents in `output` that are still what was published.
    pub fn documents(&self, output: &Utf8Path) -> Former {
        let told: Vec<&str> =
            self.text.lines().filter_map(|line| line.strip_prefix(DOCUMENT)).collect();
        let found = told.par_iter().filter_map(|line| {
            let mut words = line.splitn(3, ' ');
            let (from, digest, address) = (words.next()?, words.next()?, words.next()?);
            let path = output.join(address);
            let is_file = path.symlink_metadata().is_ok_and(|found| found.is_file());
            let bytes = is_file.then(|| fs::read(path).ok())??;
            let made = Made { from: from.parse().ok()?, bytes: bytes.into() };
            digest
                .parse()
                .is_ok_and(|digest: Digest| digest == Digest::of(&made.bytes))
                .then(|| (address.to_owned(), made))
        });
        found.collect()
    }

    fn said(&self, name: &str) -> Option<&str> {
        self.text.lines().find_map(|line| line.strip_prefix(name))
    }
}

/// The address in a line about a file.
fn address_in(line: &str) -> Option<&str> {
    line.strip_prefix(FILE).or_else(|| line.strip_prefix(DOCUMENT)?.splitn(3, ' ').nth(2))
}

fn head(region: Option<&Slug>) -> String {
    format!("{HEAD}{REGION}{}\n", region.map_or(ALL, Slug::as_str))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Covers, Mark};
    use crate::model::artifact::Artifact;
    use crate::model::digest::Digest;
    use crate::model::edition::Edition;
    use crate::model::id::Slug;

    #[test]
    fn a_mark_says_what_was_published_and_which_files_are_ours() {
        let region = Slug::new("grand-est");
        let instant = "2021-12-20T11:00:00Z".parse().expect("an instant");
        let edition = Edition { instant, sources: Digest::of(b"sources"), region };
        let document = Artifact { from: Some(Digest::of(b"form")), ..artifact("fr/le plan.odt") };
        let mark = Mark::of(&edition, &[artifact("fr/index.html"), document]);
        assert_eq!(mark.edition(), Some(edition));
        assert_eq!(mark.covers(), Covers::Region("grand-est"));
        let files: Vec<&str> = mark.files().expect("a list").into_iter().collect();
        assert_eq!(files, ["fr/index.html", "fr/le plan.odt"]);
    }

    fn artifact(address: &str) -> Artifact {
        Artifact::new(address, Arc::default())
    }

    #[test]
    fn a_mark_of_before_lists_nothing() {
        let text = "Published by canevas: this folder is replaced at each build.\n".to_owned();
        let mark = Mark { text };
        assert_eq!(mark.covers(), Covers::Unsaid);
        assert!(mark.files().is_none() && mark.edition().is_none());
    }

    #[test]
    fn what_is_being_filled_is_no_edition() {
        let mark = Mark::claim(None, ["fr/index.html"]);
        assert!(mark.edition().is_none());
        assert_eq!(mark.files().map(|files| files.len()), Some(1));
    }
}
