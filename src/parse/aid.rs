//! The `donnees:` block of `appel.yaml` becomes an [`AidSheet`].

use super::reader::Reader;
use super::yaml::{Node, Value};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::aid::{AidKind, AidSheet, Audience, Body, Role};
use crate::model::call::Section;
use crate::model::id::Slug;

/// Reads the block. `sections` are those that it may name; `None` when they are not all known.
pub fn sheet<'s>(
    r: &mut Reader<'_, 's>,
    node: &Node<'s>,
    sections: Option<&[Section]>,
) -> Option<AidSheet> {
    let mut fields = r.record(node)?;
    let kinds =
        fields.required(r, "types_aides", |r, n| choices(r, n, ("types_aides", &AidKind::ALL)));
    let audiences = fields.required(r, "cibles", |r, n| choices(r, n, ("cibles", &Audience::ALL)));
    let bodies = fields.required(r, "porteurs", |r, n| some(r, n, "porteurs", body));
    let programmes = fields.optional(r, "programmes", |r, n| r.list(n, Reader::plain));
    let promise = fields.optional(r, "promesse", Reader::localized);
    let description = fields.optional(r, "description", |r, n| section(r, n, sections));
    let eligibility = fields.optional(r, "eligibilite", |r, n| section(r, n, sections));
    fields.finish(r);
    Some(AidSheet {
        kinds: kinds?,
        audiences: audiences?,
        bodies: bodies?,
        programmes: programmes.unwrap_or_default(),
        promise,
        description,
        eligibility,
    })
}

fn body<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<Body> {
    let mut fields = r.record(node)?;
    let name = fields.required(r, "nom", Reader::plain);
    let siret = fields.optional(r, "siret", Reader::siret);
    let roles = fields.required(r, "roles", |r, n| choices(r, n, ("roles", &Role::ALL)));
    fields.finish(r);
    Some(Body { name: name?, siret, roles: roles? })
}

fn section<'s>(
    r: &mut Reader<'_, 's>,
    node: &Node<'s>,
    sections: Option<&[Section]>,
) -> Option<Slug> {
    let text = r.text(node)?;
    let Some(sections) = sections else { return Slug::new(text) };
    let known = || sections.iter().map(|section| section.id.as_str());
    let found = sections.iter().find(|section| section.id.as_str() == text);
    if found.is_none() {
        let unknown = Diagnostic::new(Code::UnknownSection, node.span).with("section", text);
        let names: Vec<&str> = known().collect();
        r.push(unknown.nearest(text, known()).with("sections", names.join(", ")));
    }
    found.map(|section| section.id.clone())
}

fn choices<'s, T: Copy>(
    r: &mut Reader<'_, 's>,
    node: &Node<'s>,
    (key, all): (&'static str, &[(&'static str, T)]),
) -> Option<Vec<T>> {
    some(r, node, key, |r, node| r.choice(node, all))
}

/// A list of at least one.
fn some<'s, T>(
    r: &mut Reader<'_, 's>,
    node: &Node<'s>,
    key: &'static str,
    read: impl Fn(&mut Reader<'_, 's>, &Node<'s>) -> Option<T>,
) -> Option<Vec<T>> {
    if matches!(&node.value, Value::List(items) if items.is_empty()) {
        let empty = Diagnostic::new(Code::EmptyValue, node.span).with("cle", key);
        r.push(empty.with("obligatoire", "oui"));
        return None;
    }
    r.list(node, read)
}
