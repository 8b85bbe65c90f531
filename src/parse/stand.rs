//! `regions/<region>/<call>.yaml` says where a region stands on a call: it adapts it, or takes no part.

use super::abstention::abstention;
use super::adaptation::{AdaptationFile, adaptation};
use super::reader::Reader;
use super::{letters, yaml};
use crate::diagnostic::Diagnostics;
use crate::model::id::Lang;
use crate::model::region::{Abstention, Adaptation};

const STATES: [(&str, bool); 2] = [("publie", false), ("brouillon", true)];

const PART: [(&str, bool); 2] = [("oui", true), ("non", false)];

/// Where a region stands on a call.
pub enum Stand {
    Adapts(Box<Adaptation>),
    Abstains(Abstention),
}

/// Reads one region's file of a call. `None` when too little could be understood to go on.
pub fn stand(
    diagnostics: &mut Diagnostics,
    of: &AdaptationFile<'_>,
    languages: &[Lang],
) -> Option<Stand> {
    let root = yaml::tree(diagnostics, of.file)?;
    let letters = letters::of(diagnostics, &of.letters, languages);
    let mut reader = Reader::new(diagnostics, of.file, languages);
    let r = &mut reader;
    let mut fields = r.record(&root)?;
    // Nothing is published of a file with an error, and the rest of it is still worth checking.
    let draft = fields.required(r, "statut", |r, node| r.choice(node, &STATES)).unwrap_or(true);
    if fields.optional(r, "participe", |r, node| r.choice(node, &PART)) == Some(false) {
        return abstention(r, fields, of, draft).map(Stand::Abstains);
    }
    let adaptation = adaptation(r, fields, of, draft);
    Some(Stand::Adapts(Box::new(Adaptation { letters, ..adaptation })))
}
