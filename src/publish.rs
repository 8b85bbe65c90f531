//! The only writer of the disk: artifacts become a folder, in one swap.
//!
//! The new site is built beside the old one, from hard links for files that have not changed (they keep their
//! modification time, so that rsync or FTP sends only the others), and the two folders are then exchanged in
//! one system call. Killed at any moment, the published folder is wholly old or wholly new.
//!
//! The mark of the folder says what the site was published from, and each of its documents.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;

use anyhow::{Context, Result};
use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;
use walkdir::WalkDir;

use crate::diagnostic::Failure;
use crate::model::artifact::Artifact;
use crate::model::digest::Digest;
use crate::model::dossier::{Former, Made};
use crate::model::edition::Edition;

/// Marks a folder as ours, so that nobody else's is ever replaced.
const MARK: &str = ".canevas";
const MARK_TEXT: &str = "Published by canevas: this folder is replaced at each build.\n";
const INSTANT: &str = "instant: ";
const SOURCES: &str = "sources: ";
/// Then the digest of what it was made from, that of its bytes, and its address.
const DOCUMENT: &str = "document: ";

/// How a site was put in place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Published {
    /// Files whose bytes differ from the former site's, and files that are gone.
    pub changes: usize,
    pub swap: Swap,
}

/// Whether readers could see a mixture of the two sites.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Swap {
    /// Nothing differed, nothing was touched but the mark.
    Unneeded,
    /// The folders were exchanged at once.
    Whole,
    /// The folder could not be moved (a mount point): files were replaced one by one, stale ones last.
    FileByFile,
}

/// Refuses an output folder that would destroy anything but a former site.
pub fn check_output(output: &Utf8Path, root: &Utf8Path) -> Result<()> {
    let refuse = |reason: &str| {
        Err(Failure::new("sortie-interdite").with("sortie", output).with("raison", reason).into())
    };
    let absolute = absolute(output)?;
    let root = absolute_of_existing(root)?;
    let home = std::env::home_dir().and_then(|home| Utf8PathBuf::from_path_buf(home).ok());
    if absolute.parent().is_none() || home.is_some_and(|home| home.starts_with(&absolute)) {
        return refuse("racine");
    }
    if root.starts_with(&absolute) {
        return refuse("projet");
    }
    let sources = ["content", "regions", "themes", "src", "tests", ".git"];
    if sources.iter().any(|folder| absolute.starts_with(root.join(folder))) {
        return refuse("sources");
    }
    match absolute.metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error).with_context(|| format!("{absolute}")),
        Ok(metadata) if !metadata.is_dir() => refuse("fichier"),
        Ok(_) if absolute.join(MARK).is_file() || is_empty(&absolute)? => Ok(()),
        Ok(_) => refuse("etranger"),
    }
}

/// What the site in `output` was published from, if the folder still says it.
pub fn edition(output: &Utf8Path) -> Option<Edition> {
    let mark = fs::read_to_string(output.join(MARK)).ok()?;
    let said = |name: &str| mark.lines().find_map(|line| line.strip_prefix(name));
    let instant = said(INSTANT)?.parse().ok()?;
    Some(Edition { instant, sources: said(SOURCES)?.parse().ok()? })
}

/// The documents of the site in `output`: those that its mark tells of, and that are still what was published.
pub fn documents(output: &Utf8Path) -> Former {
    let Ok(mark) = fs::read_to_string(output.join(MARK)) else { return Former::new() };
    let told: Vec<&str> = mark.lines().filter_map(|line| line.strip_prefix(DOCUMENT)).collect();
    let found = told.par_iter().filter_map(|line| {
        let mut words = line.splitn(3, ' ');
        let (from, digest, address) = (words.next()?, words.next()?, words.next()?);
        let bytes = fs::read(output.join(address)).ok()?;
        let made = Made { from: from.parse().ok()?, bytes: bytes.into() };
        digest
            .parse()
            .is_ok_and(|digest: Digest| digest == Digest::of(&made.bytes))
            .then(|| (address.to_owned(), made))
    });
    found.collect()
}

fn mark(edition: &Edition, artifacts: &[Artifact]) -> String {
    let mut mark =
        format!("{MARK_TEXT}{INSTANT}{}\n{SOURCES}{}\n", edition.instant, edition.sources);
    let documents = artifacts.par_iter().filter_map(|artifact| {
        let digest = Digest::of(&artifact.bytes);
        Some(format!("{DOCUMENT}{} {digest} {}\n", artifact.from?, artifact.address))
    });
    mark.extend(documents.collect::<Vec<String>>());
    mark
}

/// Puts the site in place of the former one. `output` has been checked.
pub fn publish(artifacts: &[Artifact], edition: &Edition, output: &Utf8Path) -> Result<Published> {
    let output = absolute(output)?;
    let parent = output.parent().context("the root has been refused")?.to_owned();
    fs::create_dir_all(&parent).with_context(|| format!("{parent}"))?;
    let _guard = lock(&parent)?;
    let beside = parent.join(format!(".{}.canevas", output.file_name().unwrap_or("public")));
    remove_tree(&beside)?;
    let former = former_files(&output)?;
    let changed: Vec<bool> =
        artifacts.par_iter().map(|artifact| differs(artifact, &output, &former)).collect();
    let kept: BTreeSet<&str> = artifacts.iter().map(|artifact| &*artifact.address).collect();
    let gone: Vec<&String> =
        former.iter().filter(|path| *path != MARK && !kept.contains(path.as_str())).collect();
    let difference = changed.iter().filter(|changed| **changed).count() + gone.len();
    let mark = mark(edition, artifacts);
    if difference == 0 && output.join(MARK).is_file() {
        if fs::read_to_string(output.join(MARK)).ok().as_ref() != Some(&mark) {
            put(&output, MARK, mark.as_bytes())?;
        }
        return Ok(Published { changes: difference, swap: Swap::Unneeded });
    }
    if !is_mount_point(&output, &parent) {
        stage(artifacts, &changed, &output, &beside)?;
        put(&beside, MARK, mark.as_bytes())?;
        let swapped = swap(&beside, &output);
        remove_tree(&beside)?;
        if swapped? {
            return Ok(Published { changes: difference, swap: Swap::Whole });
        }
    }
    if !output.join(MARK).is_file() {
        put(&output, MARK, MARK_TEXT.as_bytes())?;
    }
    replace_files(artifacts, &changed, &gone, &output)?;
    // Last, so that what was interrupted is not taken for this edition.
    put(&output, MARK, mark.as_bytes())?;
    Ok(Published { changes: difference, swap: Swap::FileByFile })
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

fn former_files(output: &Utf8Path) -> Result<BTreeSet<String>> {
    let mut files = BTreeSet::new();
    if !output.exists() {
        return Ok(files);
    }
    for entry in WalkDir::new(output).min_depth(1) {
        let entry = entry.with_context(|| format!("{output}"))?;
        if !entry.file_type().is_dir() {
            let inside = entry.path().strip_prefix(output).unwrap_or(entry.path());
            files.insert(inside.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/"));
        }
    }
    Ok(files)
}

fn differs(artifact: &Artifact, output: &Utf8Path, former: &BTreeSet<String>) -> bool {
    if !former.contains(&artifact.address) {
        return true;
    }
    let path = output.join(&artifact.address);
    // A symbolic link somebody put there is not our file, whatever it leads to.
    let same_size = path
        .symlink_metadata()
        .is_ok_and(|found| found.is_file() && found.len() == artifact.bytes.len() as u64);
    !same_size || fs::read(&path).map_or(true, |bytes| bytes != *artifact.bytes)
}

fn stage(
    artifacts: &[Artifact],
    changed: &[bool],
    output: &Utf8Path,
    staging: &Utf8Path,
) -> Result<()> {
    fs::create_dir(staging).with_context(|| format!("{staging}"))?;
    let folders: BTreeSet<&Utf8Path> =
        artifacts.iter().filter_map(|a| Utf8Path::new(&a.address).parent()).collect();
    for folder in folders {
        let folder = staging.join(folder);
        fs::create_dir_all(&folder).with_context(|| format!("{folder}"))?;
    }
    artifacts.par_iter().zip(changed).try_for_each(|(artifact, changed)| {
        let path = staging.join(&artifact.address);
        let linked = !changed && fs::hard_link(output.join(&artifact.address), &path).is_ok();
        if linked {
            return Ok(());
        }
        fs::write(&path, &artifact.bytes).with_context(|| format!("{path}"))
    })
}

/// Whether the folders could change places at once.
fn swap(staging: &Utf8Path, output: &Utf8Path) -> Result<bool> {
    if !output.exists() {
        fs::rename(staging, output).with_context(|| format!("{output}"))?;
        return Ok(true);
    }
    Ok(exchange(staging, output).is_ok())
}

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

/// The last resort: new files first, each in one step, and only then the removal of stale ones.
fn replace_files(
    artifacts: &[Artifact],
    changed: &[bool],
    gone: &[&String],
    output: &Utf8Path,
) -> Result<()> {
    for (artifact, _) in artifacts.iter().zip(changed).filter(|(_, changed)| **changed) {
        put(output, &artifact.address, &artifact.bytes)?;
    }
    for path in gone {
        let path = output.join(path);
        fs::remove_file(&path).with_context(|| format!("{path}"))?;
    }
    remove_empty_folders(output)
}

/// Writes one file that someone asked for, in one step.
pub fn save(path: &Utf8Path, bytes: &[u8]) -> Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_str().is_empty());
    put(folder.unwrap_or(Utf8Path::new(".")), path.file_name().unwrap_or_default(), bytes)
}

/// Writes a file in one step.
fn put(root: &Utf8Path, address: &str, bytes: &[u8]) -> Result<()> {
    let path = root.join(address);
    let folder = path.parent().unwrap_or(root);
    fs::create_dir_all(folder).with_context(|| format!("{folder}"))?;
    let fresh = folder.join(format!(".{}.canevas", path.file_name().unwrap_or_default()));
    fs::write(&fresh, bytes).with_context(|| format!("{fresh}"))?;
    fs::rename(&fresh, &path).with_context(|| format!("{path}"))
}

fn remove_empty_folders(output: &Utf8Path) -> Result<()> {
    for entry in WalkDir::new(output).min_depth(1).contents_first(true) {
        let entry = entry.with_context(|| format!("{output}"))?;
        if entry.file_type().is_dir() {
            // Fails, as it should, on a folder that still holds something.
            let _ = fs::remove_dir(entry.path());
        }
    }
    Ok(())
}

fn remove_tree(folder: &Utf8Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("{folder}"))
        }
        _ => Ok(()),
    }
}

/// A folder on another device than its parent cannot be exchanged with one beside it.
#[cfg(unix)]
fn is_mount_point(folder: &Utf8Path, parent: &Utf8Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let device = |path: &Utf8Path| path.metadata().map(|metadata| metadata.dev()).ok();
    folder.exists() && device(folder) != device(parent)
}

#[cfg(not(unix))]
fn is_mount_point(_: &Utf8Path, _: &Utf8Path) -> bool {
    false
}

fn is_empty(folder: &Utf8Path) -> Result<bool> {
    let mut entries = folder.read_dir_utf8().with_context(|| format!("{folder}"))?;
    Ok(entries.next().is_none())
}

/// The path from the root, symbolic links resolved as far as folders exist.
fn absolute(path: &Utf8Path) -> Result<Utf8PathBuf> {
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
