//! The key `donnees-personnelles:` of a dossier becomes a [`Privacy`].

use super::bounded::help;
use super::reader::Reader;
use super::yaml::Node;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::privacy::{LegalBasis, Privacy, Retention};

const BASES: [(&str, LegalBasis); 4] = [
    ("interet-public", LegalBasis::PublicTask),
    ("obligation-legale", LegalBasis::LegalObligation),
    ("contrat", LegalBasis::Contract),
    ("consentement", LegalBasis::Consent),
];

/// The longest time that a dossier may be kept, in years.
const LONGEST: u16 = 100;

/// Reads what is said of personal data.
pub fn privacy<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<Privacy> {
    let mut fields = r.record(node)?;
    let controller = fields.required(r, "responsable", help);
    let purposes = fields.required(r, "finalites", help);
    let basis = fields.required(r, "base", |r, node| r.choice(node, &BASES));
    let recipients = fields.required(r, "destinataires", help);
    let retention = fields.required(r, "conservation", retention);
    let officer = fields.required(r, "delegue", help);
    fields.finish(r);
    Some(Privacy {
        controller: controller?,
        purposes: purposes?,
        basis: basis?,
        recipients: recipients?,
        retention: retention?,
        officer: officer?,
        span: node.span,
    })
}

/// "5 ans", "18 mois", or a date.
fn retention<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<Retention> {
    let text = r.sign(node)?;
    if text.contains(['-', '/']) {
        return r.date(node).map(Retention::Until);
    }
    let retention = duration(text);
    if retention.is_none() {
        let wrong = Diagnostic::new(Code::InvalidRetention, node.span).with("conservation", text);
        r.push(wrong.with("maximum", LONGEST));
    }
    retention
}

fn duration(text: &str) -> Option<Retention> {
    let mut words = text.split_whitespace();
    let (count, unit) = (words.next()?, words.next()?);
    if words.next().is_some() || !count.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let count: u16 = count.parse().ok()?;
    match unit {
        "an" | "ans" => (1..=LONGEST).contains(&count).then_some(Retention::Years(count)),
        "mois" => (1..=LONGEST * 12).contains(&count).then_some(Retention::Months(count)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Retention, duration};

    #[test]
    fn a_time_is_a_number_of_years_or_of_months() {
        for (text, expected) in [
            ("5 ans", Some(Retention::Years(5))),
            ("1 an", Some(Retention::Years(1))),
            ("18\u{a0}mois", Some(Retention::Months(18))),
            ("0 an", None),
            ("101 ans", None),
            ("5", None),
            ("5 ans après", None),
            ("cinq ans", None),
            ("+5 ans", None),
        ] {
            assert_eq!(duration(text), expected, "{text}");
        }
    }
}
