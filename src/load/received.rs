//! Files that a directorate received: outside the project, and judged by their size before a byte is read.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use walkdir::{DirEntry, WalkDir};

/// A filled dossier weighs 200 kB; with pictures, a few megabytes.
const LARGEST: u64 = 20 << 20;
/// That of 2 000 dossiers weighs some 20 megabytes.
const LARGEST_WORKBOOK: u64 = 100 << 20;

/// Why a file gives no bytes.
#[derive(Debug)]
pub enum Unread {
    Absent,
    /// A pipe, a device: reading it could never end.
    NotAFile,
    /// In a folder, a link to what nobody named.
    Link,
    TooBig {
        size: u64,
        limit: u64,
    },
    /// In the system's words.
    Refused(String),
}

/// A file to read, or the place where there is none to read.
#[derive(Debug)]
pub struct Found {
    pub path: PathBuf,
    pub unread: Option<Unread>,
}

/// The files that these paths name, in their order; of a folder, all that it and its folders hold (one an applicant is
/// usual), but what is hidden or is a lock.
pub fn files(named: &[PathBuf]) -> Vec<Found> {
    let mut found = Vec::new();
    for path in named {
        if path.is_dir() {
            found.extend(inside(path));
        } else {
            found.push(Found { path: path.clone(), unread: None });
        }
    }
    found
}

fn inside(folder: &Path) -> impl Iterator<Item = Found> {
    let is_seen = |entry: &DirEntry| entry.depth() == 0 || !is_lock(entry.file_name());
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(is_seen);
    entries.filter_map(|entry| match entry {
        Ok(entry) if entry.file_type().is_dir() => None,
        Ok(entry) => {
            let unread = entry.path_is_symlink().then_some(Unread::Link);
            Some(Found { path: entry.into_path(), unread })
        }
        Err(error) => {
            let path = error.path().map(Path::to_owned).unwrap_or_default();
            let reason = error.io_error().map(ToString::to_string).unwrap_or_default();
            Some(Found { path, unread: Some(Unread::Refused(reason)) })
        }
    })
}

/// What office suites and systems leave beside the files that people put there.
fn is_lock(name: &std::ffi::OsStr) -> bool {
    let bytes = name.as_encoded_bytes();
    let is_system = ["thumbs.db", "desktop.ini"].iter().any(|own| name.eq_ignore_ascii_case(own));
    super::is_hidden(bytes) || bytes.starts_with(b"~$") || is_system
}

/// When a file was last written, where the system says it.
pub fn written(path: &Path) -> Option<Timestamp> {
    let written = path.metadata().and_then(|metadata| metadata.modified()).ok()?;
    written.try_into().ok()
}

/// The bytes of one file.
pub fn bytes(path: &Path) -> Result<Vec<u8>, Unread> {
    bytes_up_to(path, LARGEST)
}

/// The bytes of a workbook of many dossiers.
pub fn workbook(path: &Path) -> Result<Vec<u8>, Unread> {
    bytes_up_to(path, LARGEST_WORKBOOK)
}

fn bytes_up_to(path: &Path, limit: u64) -> Result<Vec<u8>, Unread> {
    let refused = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound => Unread::Absent,
        _ => Unread::Refused(error.to_string()),
    };
    let metadata = path.metadata().map_err(refused)?;
    if !metadata.is_file() {
        return Err(Unread::NotAFile);
    }
    let too_big = |size| Unread::TooBig { size, limit };
    if metadata.len() > limit {
        return Err(too_big(metadata.len()));
    }
    let mut bytes = Vec::new();
    // It may grow while it is read.
    let mut file = File::open(path).map_err(refused)?.take(limit + 1);
    file.read_to_end(&mut bytes).map_err(refused)?;
    let size = bytes.len() as u64;
    if size > limit { Err(too_big(size)) } else { Ok(bytes) }
}
