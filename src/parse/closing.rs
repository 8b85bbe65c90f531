//! How a call closes: `ferme_bientot`, `sans_cloture`, `clos_le`.

use super::reader::Reader;
use super::record::Record;
use super::yaml::{Node, Value};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::closing::{ClosedByHand, ClosingChange, ClosingRules, Soon};
use crate::model::source::Spanned;

/// Whether a region may choose.
pub const POLICIES: [(&str, bool); 2] = [("non", false), ("libre", true)];

/// What a national call says.
pub fn of_call<'s>(r: &mut Reader<'_, 's>, fields: &mut Record<'_, 's>) -> ClosingRules {
    let soon = fields.optional(r, "ferme_bientot", soon);
    let never = fields.optional(r, "sans_cloture", Reader::boolean).unwrap_or_default();
    let open_ended = never.then(|| fields.key_span("sans_cloture"));
    let by_hand = fields.optional(r, "clos_le", by_hand);
    if let Some((soon, never)) = soon.as_ref().zip(open_ended) {
        let nothing = Diagnostic::new(Code::ContradictoryClosing, soon.span).and(never);
        r.push(nothing.with("raison", "bientot").with("date", "").with("autre", ""));
    }
    ClosingRules { soon, open_ended, by_hand }
}

/// What a region says.
pub fn of_region<'s>(r: &mut Reader<'_, 's>, fields: &mut Record<'_, 's>) -> ClosingChange {
    let soon = fields
        .optional(r, "ferme_bientot", |r, node| Some(Spanned::new(days(r, node)?, node.span)));
    ClosingChange { soon, by_hand: fields.optional(r, "clos_le", by_hand) }
}

fn soon<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<Soon> {
    if !matches!(node.value, Value::Map(_)) {
        return Some(Soon { days: Some(days(r, node)?), open: false, span: node.span });
    }
    let mut fields = r.record(node)?;
    let days = fields.optional(r, "jours", days);
    let open = fields.optional(r, "adaptation", |r, n| r.choice(n, &POLICIES));
    fields.finish(r);
    Some(Soon { days, open: open.unwrap_or_default(), span: node.span })
}

fn days<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<i32> {
    r.days(node).map(i32::from)
}

/// A day alone, or with its reason.
fn by_hand<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<ClosedByHand> {
    if !matches!(node.value, Value::Map(_)) {
        return Some(ClosedByHand { date: r.date(node)?, reason: None, span: node.span });
    }
    let mut fields = r.record(node)?;
    let date = fields.required(r, "date", Reader::spanned_date);
    let reason = fields.optional(r, "raison", Reader::localized);
    fields.finish(r);
    let date = date?;
    Some(ClosedByHand { date: date.value, reason, span: date.span })
}
