//! Files written in one step, and made sure of.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use anyhow::{Context, Result};
use camino::Utf8Path;

use super::inventory::unfinished;

/// Writes one file that someone asked for.
pub fn save(path: &Utf8Path, bytes: &[u8]) -> Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_str().is_empty());
    put(folder.unwrap_or(Utf8Path::new(".")), path.file_name().unwrap_or_default(), bytes)
}

/// Whether a file stands at `path` that holds something else.
pub fn holds_other(path: &Utf8Path, bytes: &[u8]) -> bool {
    fs::read(path).is_ok_and(|known| known != bytes) || path.is_dir()
}

/// Writes a file in one step: it is on the disk before it takes its name.
pub fn put(root: &Utf8Path, address: &str, bytes: &[u8]) -> Result<()> {
    let path = root.join(address);
    let folder = path.parent().unwrap_or(root);
    fs::create_dir_all(folder).with_context(|| format!("{folder}"))?;
    let fresh = folder.join(unfinished(path.file_name().unwrap_or_default()));
    // A link of that name would lead the bytes elsewhere.
    absent_is_fine(fs::remove_file(&fresh)).with_context(|| format!("{fresh}"))?;
    write(&fresh, bytes)?;
    fs::rename(&fresh, &path).with_context(|| format!("{path}"))
}

/// Writes a file that does not exist, and waits until its bytes are on the disk.
pub fn write(path: &Utf8Path, bytes: &[u8]) -> Result<()> {
    let written = File::create_new(path).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_data()
    });
    written.with_context(|| format!("{path}"))
}

/// What is not there need not be removed.
pub fn absent_is_fine(removed: io::Result<()>) -> io::Result<()> {
    match removed {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}

/// Whether both paths are one file.
#[cfg(unix)]
pub fn is_same(a: &Path, b: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let identity = |path: &Path| path.symlink_metadata().map(|m| (m.dev(), m.ino())).ok();
    identity(a).is_some_and(|a| Some(a) == identity(b))
}

/// Whether both paths are one file.
#[cfg(not(unix))]
pub fn is_same(_: &Path, _: &Path) -> bool {
    false
}

/// Waits until the names in `folder` are on the disk. Some systems cannot open a folder: they wait by themselves.
pub fn settle(folder: &Utf8Path) -> Result<()> {
    match File::open(folder) {
        Ok(open) => open.sync_all().with_context(|| format!("{folder}")),
        Err(_) => Ok(()),
    }
}
