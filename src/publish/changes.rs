//! What differs between the former site and the new one.

use std::collections::BTreeSet;
use std::fs;

use camino::Utf8Path;
use rayon::prelude::*;

use super::inventory::Inventory;
use crate::model::artifact::Artifact;

/// What is to be put in place, and what is to go.
pub struct Changes<'a> {
    pub artifacts: &'a [Artifact],
    /// By rank.
    pub changed: Vec<bool>,
    /// Our files that the new site does not have, with what an interrupted build left.
    pub gone: Vec<&'a str>,
}

impl<'a> Changes<'a> {
    pub fn new(artifacts: &'a [Artifact], found: &'a Inventory, output: &Utf8Path) -> Self {
        let changed = artifacts.par_iter().map(|artifact| differs(artifact, output, found));
        let changed = changed.collect();
        let kept: BTreeSet<&str> = artifacts.iter().map(|artifact| &*artifact.address).collect();
        let files = found.files.iter().filter(|address| !kept.contains(address.as_str()));
        let gone = files.chain(&found.unfinished).map(String::as_str).collect();
        Self { artifacts, changed, gone }
    }

    pub fn count(&self) -> usize {
        self.changed.iter().filter(|changed| **changed).count() + self.gone.len()
    }

    /// Each file of the new site, and whether it differs from the former one.
    pub fn each_file(&self) -> impl IndexedParallelIterator<Item = (&'a Artifact, bool)> {
        self.artifacts.par_iter().zip(self.changed.par_iter().copied())
    }
}

fn differs(artifact: &Artifact, output: &Utf8Path, found: &Inventory) -> bool {
    if !found.files.contains(&artifact.address) {
        return true;
    }
    let path = output.join(&artifact.address);
    // A symbolic link somebody put there is not our file, whatever it leads to.
    let same_size = path
        .symlink_metadata()
        .is_ok_and(|found| found.is_file() && found.len() == artifact.bytes.len() as u64);
    !same_size || fs::read(&path).map_or(true, |bytes| bytes != *artifact.bytes)
}
