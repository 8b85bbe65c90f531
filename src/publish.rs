//! The only writer of the disk: artifacts become a folder, in one swap.
//!
//! The new site is built beside the old one, from hard links for files that have not changed (they keep their
//! modification time, so that rsync or FTP sends only the others), and the two folders are then exchanged in
//! one system call. Killed at any moment, the published folder is wholly old or wholly new.
//!
//! Only the files that the folder's mark lists are replaced or removed. Whatever else stands there goes along.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "only `publish` writes the disk"
)]

mod changes;
mod compressed;
mod files;
mod inventory;
mod mark;
mod output;
mod staging;

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;

use anyhow::{Context, Result};
use camino::{Utf8Path, Utf8PathBuf};

use crate::diagnostic::Failure;
use crate::model::artifact::Artifact;
use crate::model::dossier::Former;
use crate::model::edition::Edition;
use changes::Changes;
pub use compressed::{Copies, copies, edition_with_copies};
use files::{absent_is_fine, put, settle};
pub use files::{holds_other, save};
use inventory::{Inventory, Ours};
use mark::Mark;
use output::absolute;
pub use output::{check as check_output, check_saved};

/// How a site was put in place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// Files whose bytes differ from the former site's, and files that are gone.
    pub changes: usize,
    pub swap: Swap,
    /// What stands in the folder and is somebody else's, without what lies in a folder that is.
    pub foreign: Vec<String>,
    /// Folders of an earlier build that could not be removed. The site does not depend on it.
    pub left: Vec<Utf8PathBuf>,
}

/// Whether readers could see a mixture of the two sites.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Swap {
    /// Nothing differed, nothing was touched but the mark.
    Unneeded,
    /// The folders were exchanged at once.
    Whole,
    /// The folder could not be exchanged (a mount point): files were replaced one by one, stale ones last.
    FileByFile,
}

/// What the site in `output` was published from, if the folder still says it.
pub fn edition(output: &Utf8Path) -> Option<Edition> {
    Mark::read(output)?.edition()
}

/// The documents of the site in `output`: those that its mark tells of, and that are still what was published.
pub fn documents(output: &Utf8Path) -> Former {
    Mark::read(output).map(|mark| mark.documents(output)).unwrap_or_default()
}

/// Puts the site in place of the former one. `output` has been checked.
pub fn publish(artifacts: &[Artifact], edition: &Edition, output: &Utf8Path) -> Result<Published> {
    let output = absolute(output)?;
    let parent = output.parent().context("the root has been refused")?.to_owned();
    fs::create_dir_all(&parent).with_context(|| format!("{parent}"))?;
    let _guard = lock(&parent)?;
    let former = Mark::read(&output);
    let ours = Ours::by(former.as_ref(), artifacts);
    let found = Inventory::of(&output, &ours)?;
    if let Some(taken) = found.conflict(artifacts) {
        return Err(Failure::new("sortie-occupee").with("fichier", output.join(taken)).into());
    }
    let changes = Changes::new(artifacts, &found, &output);
    let mut left = staging::tidy_all(&output, &changes);
    let mark = Mark::of(edition, artifacts);
    let new = New { changes: &changes, found: &found, ours: &ours, mark: &mark, output: &output };
    let swap = match &former {
        Some(former) if changes.count() == 0 => {
            if former.text() != mark.text() {
                put(&output, mark::NAME, mark.text().as_bytes())?;
            }
            Swap::Unneeded
        }
        _ if new.swap_whole(&mut left)? => Swap::Whole,
        _ => {
            new.replace_files(edition)?;
            // Last, so that what was interrupted is not taken for this edition.
            put(&output, mark::NAME, mark.text().as_bytes())?;
            Swap::FileByFile
        }
    };
    let foreign = found.outermost_foreign();
    Ok(Published { changes: changes.count(), swap, foreign, left })
}

/// Two builds at once would mix their staging folders. The lock goes with the process.
fn lock(folder: &Utf8Path) -> Result<Option<File>> {
    // Some systems cannot open a folder: there the lock is not to be had.
    let Ok(file) = File::open(folder) else {
        return Ok(None);
    };
    match file.lock() {
        Ok(()) => Ok(Some(file)),
        Err(error) if error.kind() == io::ErrorKind::Unsupported => Ok(None),
        Err(error) => Err(error).with_context(|| format!("{folder}")),
    }
}

/// A site to put in place of the one that stands in `output`.
struct New<'a> {
    changes: &'a Changes<'a>,
    found: &'a Inventory,
    ours: &'a Ours<'a>,
    mark: &'a Mark,
    output: &'a Utf8Path,
}

impl New<'_> {
    /// Makes the new site beside the former one and exchanges them. `false` where that cannot be done.
    fn swap_whole(&self, left: &mut Vec<Utf8PathBuf>) -> Result<bool> {
        let Self { changes, found, ours, mark, output } = *self;
        let exists = output.exists();
        if exists && (!staging::EXCHANGES || found.sealed || is_mount_point(output)) {
            return Ok(false);
        }
        let Some(beside) = staging::stage(changes, found, mark, output)? else { return Ok(false) };
        let swapped = staging::swap(&beside, output)?;
        if swapped {
            staging::bring_late(&beside, output, ours, found);
        }
        // What changed places is the former site, by its own mark.
        let own = Ours::by(Some(mark), &[]);
        let whose = if swapped { ours } else { &own };
        if (!swapped || exists) && !staging::tidy(&beside, output, whose) {
            left.push(beside);
        }
        Ok(swapped)
    }

    /// The last resort: new files first, each in one step, and only then the removal of stale ones.
    fn replace_files(&self, edition: &Edition) -> Result<()> {
        let Self { changes, found, output, .. } = *self;
        let new = changes.artifacts.iter().map(|artifact| artifact.address.as_str());
        // Before anything else, so that whatever is there after an interruption is known to be ours.
        let claimed: BTreeSet<&str> = new.chain(found.files.iter().map(String::as_str)).collect();
        let claim = Mark::claim(edition.region.as_ref(), claimed);
        put(output, mark::NAME, claim.text().as_bytes())?;
        for (artifact, _) in changes.artifacts.iter().zip(&changes.changed).filter(|(_, c)| **c) {
            put(output, &artifact.address, &artifact.bytes)?;
        }
        for address in &changes.gone {
            let path = output.join(address);
            absent_is_fine(fs::remove_file(&path)).with_context(|| format!("{path}"))?;
        }
        for folder in found.folders.iter().rev() {
            // Fails, as it should, on a folder that still holds something.
            let _ = fs::remove_dir(output.join(folder));
        }
        settle(output)
    }
}

/// A folder on another device than its parent cannot be exchanged with one beside it.
#[cfg(unix)]
fn is_mount_point(folder: &Utf8Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let device = |path: &Utf8Path| path.metadata().map(|metadata| metadata.dev()).ok();
    device(folder) != folder.parent().and_then(device)
}

#[cfg(not(unix))]
fn is_mount_point(_: &Utf8Path) -> bool {
    false
}
