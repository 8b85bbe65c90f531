//! What an author does to a file.

use crate::project::{Project, read};

/// Replaces `old`, which must be there, in one file.
pub fn edit(project: &Project, path: &str, old: &str, new: &str) {
    let text = read(&project.root.join(path));
    assert!(text.contains(old), "{path} has no « {old} »");
    project.write(path, text.replace(old, new));
}
