//! What the watcher and the server tell the loop.

use std::path::PathBuf;

/// Why the loop goes round again.
#[derive(Debug)]
pub enum Wake {
    /// Files may have changed: hints, which a look at the disk confirms.
    Files(Vec<PathBuf>),
    /// "See the site as of": a day, or the present when empty.
    Travel(String),
}
