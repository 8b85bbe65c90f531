//! Why a received file is not read, as it is said.

use crate::answers::said::Refusal;
use crate::diagnostic::{Note, Severity};
use crate::pipeline::received::Received;

/// The note of a refusal.
pub fn refused<'a>(file: &'a Received, refusal: &'a Refusal) -> Note<'a> {
    refused_at(&file.path, refusal)
}

/// The same, of the file at a path.
pub fn refused_at<'a>(path: &str, refusal: &'a Refusal) -> Note<'a> {
    Note {
        severity: Severity::Error,
        kind: "refus",
        code: refusal.code.name(),
        place: path.to_owned(),
        args: &refusal.args,
    }
}
