//! A whole site made beside the published one, with what others put there, to change places with it.
//!
//! What is not ours is never moved: it is linked, so that at any moment it stands in the published folder, before and
//! after the exchange. What an interrupted build leaves beside is ours, or has its other name there.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use anyhow::{Context, Result};
use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;
use walkdir::WalkDir;

use super::changes::Changes;
use super::files::{absent_is_fine, is_same, put, settle, write};
use super::inventory::{self, Foreign, Inventory, Ours, folders_of};
use super::mark::{self, Mark};

/// Writing waits for the disk, not for a processor: files that wait together are made sure of together.
const WRITERS: usize = 16;

/// Makes the new site beside `output`. `None` where that cannot be: what is foreign has no second name there, or
/// nothing may be made there.
pub fn stage(
    changes: &Changes<'_>,
    found: &Inventory,
    mark: &Mark,
    output: &Utf8Path,
) -> Result<Option<Utf8PathBuf>> {
    let Some(staging) = fresh_folder(output)? else { return Ok(None) };
    // First, so that whatever is left here by an interruption is known to be ours.
    put(&staging, mark::NAME, mark.text().as_bytes())?;
    let addresses = changes.artifacts.iter().map(|artifact| artifact.address.as_str());
    let folders: BTreeSet<&str> = addresses.flat_map(folders_of).collect();
    for folder in &folders {
        let folder = staging.join(folder);
        fs::create_dir(&folder).with_context(|| format!("{folder}"))?;
    }
    let writers = rayon::ThreadPoolBuilder::new().num_threads(WRITERS).build();
    writers.context("starting to write")?.install(|| {
        changes.each_file().try_for_each(|(artifact, changed)| {
            let path = staging.join(&artifact.address);
            let linked = !changed && fs::hard_link(output.join(&artifact.address), &path).is_ok();
            if linked { Ok(()) } else { write(&path, &artifact.bytes) }
        })
    })?;
    if carry(&found.foreign, output, &staging).is_err() {
        tidy(&staging, output, &Ours::by(Some(mark), &[]));
        return Ok(None);
    }
    folders.par_iter().try_for_each(|folder| settle(&staging.join(folder)))?;
    settle(&staging)?;
    if let Ok(metadata) = output.metadata() {
        let given = fs::set_permissions(&staging, metadata.permissions());
        given.with_context(|| format!("{staging}"))?;
    }
    Ok(Some(staging))
}

/// A new folder beside `output`. `None` where nobody may make one.
fn fresh_folder(output: &Utf8Path) -> Result<Option<Utf8PathBuf>> {
    let name = staging_name(output);
    let names = std::iter::once(name.clone()).chain((2..).map(|rank| format!("{name}-{rank}")));
    for name in names {
        let folder = output.with_file_name(name);
        match fs::create_dir(&folder) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem
                ) =>
            {
                return Ok(None);
            }
            Err(error) => return Err(error).with_context(|| format!("{folder}")),
            Ok(()) => return Ok(Some(folder)),
        }
    }
    Ok(None)
}

fn staging_name(output: &Utf8Path) -> String {
    inventory::unfinished(output.file_name().unwrap_or("public"))
}

/// Gives every foreign file a second name in the staging folder, under folders with the same rights.
fn carry(foreign: &[Foreign], output: &Utf8Path, staging: &Utf8Path) -> io::Result<()> {
    let mut folders = Vec::new();
    for entry in foreign {
        let from = output.as_std_path().join(&entry.path);
        let to = staging.as_std_path().join(&entry.path);
        fs::create_dir_all(to.parent().unwrap_or(staging.as_std_path()))?;
        if entry.is_folder {
            let metadata = from.symlink_metadata()?;
            fs::create_dir_all(&to)?;
            let is_like = is_of_same_owner(&metadata, &to.symlink_metadata()?);
            if !is_like || mount_of(&from) != mount_of(output.as_std_path()) {
                return Err(io::ErrorKind::PermissionDenied.into());
            }
            folders.push((to, metadata.permissions()));
        } else {
            fs::hard_link(from, to)?;
        }
    }
    // Last and from within: nothing more is put in a folder that cannot be written.
    folders.into_iter().rev().try_for_each(|(folder, rights)| fs::set_permissions(folder, rights))
}

/// By which mount a folder is reached: one that is mounted from the same disk would move away with the former site.
#[cfg(target_os = "linux")]
fn mount_of(folder: &Path) -> Option<u64> {
    use rustix::fs::{AtFlags, CWD, StatxFlags, statx};
    let found = statx(CWD, folder, AtFlags::SYMLINK_NOFOLLOW, StatxFlags::MNT_ID).ok()?;
    // Older systems do not say.
    (found.stx_mask & StatxFlags::MNT_ID.bits() != 0).then_some(found.stx_mnt_id)
}

#[cfg(not(target_os = "linux"))]
fn mount_of(_: &Path) -> Option<u64> {
    None
}

#[cfg(unix)]
fn is_of_same_owner(a: &fs::Metadata, b: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (a.uid(), a.gid(), a.dev()) == (b.uid(), b.gid(), b.dev())
}

#[cfg(not(unix))]
fn is_of_same_owner(_: &fs::Metadata, _: &fs::Metadata) -> bool {
    true
}

/// Whether the folders could change places at once. The names are then on the disk.
pub fn swap(staging: &Utf8Path, output: &Utf8Path) -> Result<bool> {
    if output.exists() {
        if exchange(staging, output).is_err() {
            return Ok(false);
        }
    } else {
        fs::rename(staging, output).with_context(|| format!("{output}"))?;
    }
    output.parent().map_or(Ok(()), settle)?;
    Ok(true)
}

/// Whether the system can exchange two folders.
pub const EXCHANGES: bool = cfg!(any(target_os = "linux", target_os = "macos"));

#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(a: &Utf8Path, b: &Utf8Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, a.as_std_path(), CWD, b.as_std_path(), RenameFlags::EXCHANGE)?;
    Ok(())
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(_: &Utf8Path, _: &Utf8Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Brings over what others put in the former folder after we looked at it.
pub fn bring_late(former: &Utf8Path, output: &Utf8Path, ours: &Ours<'_>, known: &Inventory) {
    let known: BTreeSet<&Path> = known.foreign.iter().map(|entry| entry.path.as_path()).collect();
    let Ok(found) = Inventory::of(former, ours) else { return };
    for entry in found.foreign.iter().filter(|entry| !known.contains(entry.path.as_path())) {
        let to = output.as_std_path().join(&entry.path);
        // What cannot be brought stays where it is, and is said.
        if to.symlink_metadata().is_err() {
            let _ = fs::rename(former.as_std_path().join(&entry.path), to);
        }
    }
}

/// Removes from a folder left beside `output` what is ours, and what has another name there. Whether nothing is left.
pub fn tidy(left: &Utf8Path, output: &Utf8Path, ours: &Ours<'_>) -> bool {
    let Ok(found) = Inventory::of(left, ours) else { return false };
    // Each foreign folder has kept its rights, and may be one that cannot be written.
    for entry in found.foreign.iter().filter(|entry| entry.is_folder) {
        open_to_us(&left.as_std_path().join(&entry.path));
    }
    let mut entirely = true;
    for address in found.files.iter().chain(&found.unfinished) {
        entirely &= absent_is_fine(fs::remove_file(left.join(address))).is_ok();
    }
    for entry in found.foreign.iter().rev() {
        let path = left.as_std_path().join(&entry.path);
        if entry.is_folder {
            entirely &= fs::remove_dir(path).is_ok();
        } else {
            let elsewhere = is_same(&path, &output.as_std_path().join(&entry.path));
            entirely &= elsewhere && fs::remove_file(path).is_ok();
        }
    }
    for folder in found.folders.iter().rev() {
        entirely &= fs::remove_dir(left.join(folder)).is_ok();
    }
    // The mark goes last: it says what is ours to whoever tidies next.
    entirely
        && absent_is_fine(fs::remove_file(left.join(mark::NAME))).is_ok()
        && fs::remove_dir(left).is_ok()
}

#[cfg(unix)]
fn open_to_us(folder: &Path) {
    use std::os::unix::fs::PermissionsExt;
    // Where this fails, what the folder holds cannot be removed: that is said.
    let _ = fs::set_permissions(folder, fs::Permissions::from_mode(0o700));
}

#[cfg(not(unix))]
fn open_to_us(_: &Path) {}

/// Removes what interrupted builds left beside `output`, and gives the folders that could not be removed.
pub fn tidy_all(output: &Utf8Path, changes: &Changes<'_>) -> Vec<Utf8PathBuf> {
    let name = staging_name(output);
    let folder = output.parent().unwrap_or(output);
    let entries = WalkDir::new(folder).min_depth(1).max_depth(1).sort_by_file_name();
    let folders = entries.into_iter().filter_map(Result::ok).filter(|e| e.file_type().is_dir());
    let left = folders.filter_map(|entry| Utf8PathBuf::from_path_buf(entry.into_path()).ok());
    let ours = left.filter(|left| {
        let rest = left.file_name().and_then(|found| found.strip_prefix(&name));
        rest.is_some_and(|rest| rest.is_empty() || is_rank(rest))
    });
    ours.filter(|left| {
        let mark = Mark::read(left);
        !tidy(left, output, &Ours::by(mark.as_ref(), changes.artifacts))
    })
    .collect()
}

fn is_rank(rest: &str) -> bool {
    rest.strip_prefix('-').is_some_and(|rank| rank.bytes().all(|b| b.is_ascii_digit()))
}
