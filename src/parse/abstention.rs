//! `regions/<region>/<call>.yaml` of a region that takes no part becomes an [`Abstention`].

use super::adaptation::AdaptationFile;
use super::reader::Reader;
use super::record::Record;
use super::region::{Departments, contacts};
use super::{onward, upkeep};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::region::Abstention;

/// What only a region that takes part has to say.
const OF_A_PART: [&str; 13] = [
    "departements",
    "avis",
    "priorites",
    "calendrier",
    "parametres",
    "sections",
    "dossier",
    "instruction",
    "depot",
    "documents",
    "nouveautes",
    "resultats",
    "message_cloture",
];

/// Reads what is left of `fields` of a file that says `participe: non`.
pub fn abstention<'s>(
    r: &mut Reader<'_, 's>,
    mut fields: Record<'_, 's>,
    AdaptationFile { file, call, region, .. }: &AdaptationFile<'_>,
    draft: bool,
) -> Option<Abstention> {
    let reason = fields.required(r, "raison", Reader::localized);
    let departments = Departments::of(region);
    let contacts = fields.optional(r, "contacts", |r, node| contacts(r, node, &departments));
    let onward = fields.optional(r, "suite", onward::onward);
    let upkeep = upkeep::upkeep(r, &mut fields);
    let useless = fields.leave_out(&OF_A_PART);
    if let Some((first, place)) = useless.first() {
        let keys: Vec<&str> = useless.iter().map(|(key, _)| *key).collect();
        let said = Diagnostic::new(Code::UselessKey, *place).and(fields.key_span("participe"));
        let said = said.with("raison", "participe").with("cle", first);
        r.push(said.with("cles", keys.join(", ")));
    }
    fields.finish(r);
    Some(Abstention {
        call: (*call).clone(),
        draft,
        reason: reason?,
        contacts,
        onward,
        upkeep,
        file: file.id,
    })
}
