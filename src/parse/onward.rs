//! `suite:`, where to go from a call that is over.

use std::sync::Arc;

use super::reader::Reader;
use super::record::Record;
use super::yaml::{Node, Value};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::id::Slug;
use crate::model::onward::{Onward, Sequel};
use crate::model::source::Spanned;

/// What follows the call of a record once it is closed.
pub fn sequel<'s>(r: &mut Reader<'_, 's>, fields: &mut Record<'_, 's>) -> Sequel {
    let message = fields.optional(r, "message_cloture", Reader::localized_prose);
    Sequel { message: message.map(Arc::new), onward: fields.optional(r, "suite", onward) }
}

/// The name of a call, a region, or an address with its title.
pub fn onward<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<Onward> {
    if !matches!(node.value, Value::Map(_)) {
        return slug(r, node).map(Onward::Call);
    }
    let mut fields = r.record(node)?;
    let call = fields.optional(r, "appel", slug);
    let region = fields.optional(r, "region", slug);
    let (has_call, has_region) = (fields.has("appel"), fields.has("region"));
    if !has_call && !has_region {
        let title = fields.required(r, "titre", Reader::localized);
        let address = fields.required(r, "lien", Reader::web_address);
        fields.finish(r);
        return Some(Onward::Outside { title: title?, address: address? });
    }
    if has_call && has_region {
        let both = Diagnostic::new(Code::UselessKey, fields.key_span("region"));
        let both = both.and(fields.key_span("appel")).with("raison", "suite");
        r.push(both.with("cle", "region").with("cles", "region"));
    }
    fields.finish(r);
    call.map(Onward::Call).or_else(|| region.map(Onward::Region))
}

fn slug<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<Spanned<Slug>> {
    Some(Spanned::new(r.slug(node)?, node.span))
}
