//! Which folder bears a name: one that was removed and made again is another.

use std::fs::Metadata;
use std::time::SystemTime;

use camino::Utf8Path;

/// What tells a folder from another of the same name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Identity {
    rank: u64,
    made: Option<SystemTime>,
}

/// The identity of a folder. `None` when there is none of that name.
pub fn identity(folder: &Utf8Path) -> Option<Identity> {
    let metadata = folder.metadata().ok().filter(Metadata::is_dir)?;
    Some(Identity { rank: rank(&metadata), made: metadata.created().ok() })
}

#[cfg(unix)]
fn rank(metadata: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(metadata)
}

#[cfg(not(unix))]
fn rank(_: &Metadata) -> u64 {
    0
}
