//! Why a received file is not read, as it is said.

use crate::answers::said::Refusal;
use crate::diagnostic::{Note, Severity};
use crate::pipeline::received::Received;

/// The note of a refusal.
pub fn refused<'a>(file: &'a Received, refusal: &'a Refusal) -> Note<'a> {
    Note {
        severity: Severity::Error,
        kind: "refus",
        code: refusal.code.name(),
        place: file.path.clone(),
        args: &refusal.args,
    }
}
