//! Files that a directorate received: outside the project, and judged by their size before a byte is read.

use std::fs::File;
use std::io::{ErrorKind, Read};

use camino::{Utf8Path, Utf8PathBuf};

/// A filled dossier weighs 200 kB; with pictures, a few megabytes.
const LARGEST: u64 = 20 << 20;

/// Why a file gives no bytes.
#[derive(Debug)]
pub enum Unread {
    Absent,
    /// A pipe, a device: reading it could never end.
    NotAFile,
    TooBig {
        size: u64,
        limit: u64,
    },
    /// In the system's words.
    Refused(String),
}

/// The files that these paths name, in their order; of a folder, all that it holds but what is hidden or is a lock.
pub fn paths(named: &[Utf8PathBuf]) -> Vec<Utf8PathBuf> {
    let mut paths = Vec::new();
    for path in named {
        match path.read_dir_utf8() {
            Err(_) => paths.push(path.clone()),
            Ok(entries) => {
                let files = entries.filter_map(Result::ok).filter(|entry| {
                    let is_file = entry.file_type().is_ok_and(|kind| !kind.is_dir());
                    is_file && !is_lock(entry.file_name())
                });
                let mut files: Vec<Utf8PathBuf> =
                    files.map(|entry| entry.path().to_owned()).collect();
                files.sort();
                paths.extend(files);
            }
        }
    }
    paths
}

/// What office suites leave beside a file that is open.
fn is_lock(name: &str) -> bool {
    super::is_hidden(name.as_bytes()) || name.starts_with("~$")
}

/// The bytes of one file.
pub fn bytes(path: &Utf8Path) -> Result<Vec<u8>, Unread> {
    let refused = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound => Unread::Absent,
        _ => Unread::Refused(error.to_string()),
    };
    let metadata = path.metadata().map_err(refused)?;
    if !metadata.is_file() {
        return Err(Unread::NotAFile);
    }
    let too_big = |size| Unread::TooBig { size, limit: LARGEST };
    if metadata.len() > LARGEST {
        return Err(too_big(metadata.len()));
    }
    let mut bytes = Vec::new();
    // It may grow while it is read.
    let mut file = File::open(path).map_err(refused)?.take(LARGEST + 1);
    file.read_to_end(&mut bytes).map_err(refused)?;
    let size = bytes.len() as u64;
    if size > LARGEST { Err(too_big(size)) } else { Ok(bytes) }
}
