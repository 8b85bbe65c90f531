//! Amounts that add up under a ceiling, as a definition says them.

use super::reader::Reader;
use super::yaml::Node;
use crate::model::cumulated::{Ceiling, Window};
use crate::model::form::FormCumulated;

/// Over how long one adds up.
const WINDOWS: [(&str, Window); 6] = [
    ("2 ans", Window::Years(2)),
    ("3 ans", Window::Years(3)),
    ("5 ans", Window::Years(5)),
    ("2 exercices", Window::FiscalYears(2)),
    ("3 exercices", Window::FiscalYears(3)),
    ("5 exercices", Window::FiscalYears(5)),
];

/// Reads one sum.
pub fn cumulated<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<FormCumulated> {
    let mut fields = r.record(node)?;
    let amount = fields.required(r, "montant", Reader::spanned_text);
    let date = fields.required(r, "date", Reader::spanned_text);
    let ceilings = fields.required(r, "plafonds", |r, node| r.list(node, ceiling));
    fields.finish(r);
    Some(FormCumulated { amount: amount?, date: date?, ceilings: ceilings? })
}

fn ceiling<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<Ceiling> {
    let mut fields = r.record(node)?;
    let since = fields.optional(r, "depuis", Reader::date);
    let most = fields.required(r, "au-plus", Reader::spanned_euros);
    let over = fields.required(r, "sur", |r, node| r.choice(node, &WINDOWS));
    let source = fields.required(r, "source", Reader::plain);
    fields.finish(r);
    Some(Ceiling { since, most: most?.value, over: over?, source: source? })
}
