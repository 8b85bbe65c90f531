//! What the dossier of an applicant says of whom a letter is written to.

use super::examined::Examined;
use super::grid_heads::GridHead;
use super::typed::Typed;
use crate::model::letter::Addressee;
use crate::model::role::Role;

/// Who applied with a dossier.
pub fn of(dossier: &Examined) -> Addressee {
    Addressee {
        organisation: dossier.word_of(Role::Applicant),
        siret: dossier.word_of(Role::Siret),
        representative: dossier.word_of(Role::Representative),
        capacity: dossier.word_of(Role::Capacity),
        address: dossier.word_of(Role::Address),
        project: dossier.word_of(Role::Project),
        missing: dossier.answers.missing.clone(),
        ..Addressee::default()
    }
}

/// Adds what examiners typed of the dossier.
pub fn decide(applicant: &mut Addressee, typed: &Typed) {
    applicant.received = typed.day(GridHead::Received);
    applicant.amount = typed.number(GridHead::Amount.name());
    applicant.reason = typed.words(GridHead::Reason);
    applicant.agreement = typed.day(GridHead::Agreement);
}
