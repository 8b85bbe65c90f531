//! `si: { question: forme, vaut: autre }` becomes a [`FormCondition`].

use super::reader::Reader;
use super::twins::tell_apart;
use super::yaml::{Node, Value};
use crate::diagnostic::{Code, Diagnostic, Seen};
use crate::model::form::FormCondition;
use crate::model::source::Spanned;

/// Reads a condition.
pub fn condition<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<FormCondition> {
    let mut fields = r.record(node)?;
    let question = fields.required(r, "question", sign);
    let values = fields.required(r, "vaut", values);
    fields.finish(r);
    Some(FormCondition { question: question?, values: values? })
}

/// One value, or several of which any will do.
fn values<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<Vec<Spanned<String>>> {
    match &node.value {
        Value::List(values) if values.is_empty() => {
            let nothing = Diagnostic::new(Code::IncompleteQuestion, node.span).with("cle", "vaut");
            r.push(nothing.with("minimum", 1));
            None
        }
        Value::List(_) => {
            let values = r.list(node, sign)?;
            Some(tell_apart(r, &mut Seen::default(), values, |value| (&value.value, value.span)))
        }
        _ => sign(r, node).map(|value| vec![value]),
    }
}

fn sign<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<Spanned<String>> {
    r.sign(node).map(|text| Spanned::new(text.to_owned(), node.span))
}
