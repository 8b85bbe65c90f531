//! `resultats:` of a region's file becomes the [`Award`]s of its call.

use super::reader::Reader;
use super::region::{Departments, department};
use super::yaml::{Node, Value};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::award::{Agreement, Award, Payment};
use crate::model::localized::Localized;

/// What the published data of grants hold at most, in characters (SCDL "subventions" 2.1.1, `objet`).
const LONGEST_OBJECT: usize = 256;

/// Whether a period holds one payment or several.
const CONDITIONS: [(&str, bool); 2] = [("unique", true), ("echelonne", false)];

/// The projects that a region keeps, whose departments are `departments`.
pub fn awards<'s>(
    r: &mut Reader<'_, 's>,
    node: &Node<'s>,
    departments: &Departments<'_>,
) -> Option<Vec<Award>> {
    r.list(node, |r, node| award(r, node, departments))
}

fn award<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>, known: &Departments<'_>) -> Option<Award> {
    let mut fields = r.record(node)?;
    let organisation = fields.required(r, "organisation", Reader::plain);
    let siret = fields.required(r, "siret", Reader::siret);
    let amount = fields.required(r, "montant", Reader::spanned_euros);
    let object = fields.required(r, "objet", object);
    let place = fields.optional(r, "territoire", Reader::localized);
    let departments = fields
        .optional(r, "departements", |r, node| r.list(node, |r, node| department(r, node, known)));
    let agreement = fields.optional(r, "convention", agreement);
    fields.finish(r);
    Some(Award {
        organisation: organisation?,
        siret: siret?,
        amount: amount?,
        object: object?,
        place,
        departments: departments.unwrap_or_default(),
        agreement,
    })
}

fn object<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<Localized<String>> {
    let object = r.localized(node)?;
    let length = object.show(&r.languages[0]).value.chars().count();
    if length > LONGEST_OBJECT {
        let long = Diagnostic::new(Code::TooLong, node.span).with("longueur", length);
        r.push(long.with("limite", LONGEST_OBJECT).with("lieu", "subventions"));
    }
    Some(object)
}

fn agreement<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<Agreement> {
    let mut fields = r.record(node)?;
    let date = fields.required(r, "date", Reader::date);
    let reference = fields.optional(r, "reference", Reader::plain);
    let payment = fields.required(r, "versement", payment);
    fields.finish(r);
    Some(Agreement { date: date?, reference, payment: payment? })
}

/// One date, or a period.
fn payment<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<Payment> {
    if !matches!(node.value, Value::Map(_)) {
        return r.date(node).map(Payment::On);
    }
    let mut fields = r.record(node)?;
    let from = fields.required(r, "du", Reader::spanned_date);
    let to = fields.required(r, "au", Reader::spanned_date);
    let once = fields.optional(r, "conditions", |r, n| r.choice(n, &CONDITIONS));
    fields.finish(r);
    let (from, to) = (from?, to?);
    if to.value < from.value {
        let reversed = Diagnostic::new(Code::ReversedPeriod, to.span).and(from.span);
        r.push(reversed.with("debut", from.value).with("fin", to.value));
    }
    Some(Payment::Within { from: from.value, to: to.value, once: once.unwrap_or_default() })
}
