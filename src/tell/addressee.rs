//! What the values of a letter stand for: what is known of the applicant to whom it is written.

use crate::model::letter::Addressee;
use crate::model::unit::Unit;
use crate::model::value::{Fixed, Value};
use crate::words::Words;

/// What a value says of an applicant. `None` when it is not known, or says nothing of one.
pub fn known(words: &Words, applicant: &Addressee, value: Fixed) -> Option<String> {
    match value {
        Fixed::Organisation => applicant.organisation.clone(),
        Fixed::OrganisationSiret => applicant.siret.clone(),
        Fixed::Representative => applicant.representative.clone(),
        Fixed::RepresentativeCapacity => applicant.capacity.clone(),
        Fixed::OrganisationAddress => applicant.address.as_ref().map(|lines| one_line(lines)),
        Fixed::ProjectName => applicant.project.clone(),
        Fixed::ReceivedOn => applicant.received.map(|date| words.date(date)),
        Fixed::ReplyBy => applicant.reply_by.map(|date| words.date(date)),
        Fixed::MissingItems => {
            (!applicant.missing.is_empty()).then(|| applicant.missing.join(", "))
        }
        Fixed::GrantedAmount => applicant.amount.map(|amount| words.amount(amount, Unit::Euro)),
        Fixed::DecisionReason => applicant.reason.clone(),
        Fixed::AgreementDate => applicant.agreement.map(|date| words.date(date)),
        _ => None,
    }
}

/// What a letter shows of it: a place to fill in, where it is not known.
pub fn shown(words: &Words, applicant: &Addressee, value: Fixed) -> String {
    known(words, applicant, value).unwrap_or_else(|| words.say("letter_blank", &[]))
}

/// The items of a value that is a list where it is alone in its paragraph.
pub fn items<'a>(applicant: &'a Addressee, value: &Value) -> Option<&'a [String]> {
    let listed = *value == Value::Fixed(Fixed::MissingItems) && !applicant.missing.is_empty();
    listed.then_some(&applicant.missing)
}

fn one_line(lines: &str) -> String {
    lines.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(", ")
}
