//! The key `instruction:` of a call becomes its [`Grid`], and that of a region's file an [`ExaminationChange`].

use super::bounded::{spanned_slug, words};
use super::reader::Reader;
use super::record::Record;
use super::twins::{Known, tell_apart, tell_labels_apart};
use super::yaml::{Node, Value};
use crate::diagnostic::{Code, Diagnostic, Seen};
use crate::model::examination::{Criterion, ExaminationChange, Grid, Scale, Tie};
use crate::model::id::Slug;
use crate::model::source::{Span, Spanned};

/// The most characters of what stands in a cell of the grid.
const LABEL: usize = 120;
const BY: usize = 80;
const HELP: usize = 1000;

/// The most criteria: as many columns of marks as can be read on one sheet.
const CRITERIA: usize = 40;

/// What orders two equal totals besides criteria.
const RECEIVED: &str = "date-de-reception";

/// Reads what the national call sets.
pub fn grid<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<Grid> {
    let mut fields = r.record(node)?;
    let usual = fields.optional(r, "notation", scale).unwrap_or(Scale::USUAL);
    let rules = Rules { usual, national: true };
    let criteria = fields.required(r, "criteres", |r, node| criteria(r, node, rules));
    let ties = fields.optional(r, "departage", ties).unwrap_or_default();
    let least = fields.optional(r, "minimum", Reader::rate);
    let regional_share = fields.optional(r, "adaptation", Reader::rate).unwrap_or_default();
    let span = fields.key_span("criteres");
    fields.finish(r);
    Some(Grid { criteria: criteria?, ties, least, regional_share, span })
}

/// Reads what a region changes.
pub fn change<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<ExaminationChange> {
    let mut fields = r.record(node)?;
    let helps = fields.optional(r, "aides", |r, node| {
        r.entries(node, |r, entry| {
            let id = Spanned::new(entry.key.to_string(), entry.key_span);
            Some((id, words(r, &entry.node, HELP)?))
        })
    });
    let usual = fields.optional(r, "notation", scale).unwrap_or(Scale::USUAL);
    let rules = Rules { usual, national: false };
    let criteria = fields.optional(r, "criteres", |r, node| criteria(r, node, rules));
    let span = criteria.is_some().then(|| fields.key_span("criteres"));
    fields.finish(r);
    let (helps, criteria) = (helps.unwrap_or_default(), criteria.unwrap_or_default());
    Some(ExaminationChange { helps, criteria, span })
}

/// What holds for a criterion that says nothing else.
#[derive(Clone, Copy)]
struct Rules {
    usual: Scale,
    /// Only the call eliminates: a region orders what it keeps.
    national: bool,
}

fn criteria<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>, rules: Rules) -> Option<Vec<Criterion>> {
    if let Value::List(items) = &node.value
        && !(1..=CRITERIA).contains(&items.len())
    {
        let wrong = wrong(node.span, "nombre").with("valeur", items.len()).with("max", CRITERIA);
        r.push(wrong.with("min", 1));
        return None;
    }
    let criteria = r.list(node, |r, node| criterion(r, node, rules))?;
    let criteria = tell_apart(r, &mut Seen::default(), criteria, |c| (&c.id, c.span));
    let known = criteria.iter().map(|c| Known::new(&c.id, &c.label, c.span));
    tell_labels_apart(r, "criteres", known);
    Some(criteria)
}

fn criterion<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>, rules: Rules) -> Option<Criterion> {
    let mut fields = r.record(node)?;
    let id = fields.required(r, "id", criterion_id);
    let label = fields.required(r, "libelle", |r, node| words(r, node, LABEL));
    let help = fields.optional(r, "aide", |r, node| words(r, node, HELP));
    let by = fields.optional(r, "par", |r, node| words(r, node, BY));
    let weight = fields.required(r, "poids", weight);
    let scale = fields.optional(r, "notation", scale).unwrap_or(rules.usual);
    let eliminatory = if rules.national { eliminatory(r, &mut fields, scale) } else { None };
    let questions = fields.optional(r, "questions", |r, node| r.list(node, spanned_slug));
    fields.finish(r);
    let id = id?;
    let questions = questions.unwrap_or_default();
    let questions = tell_apart(r, &mut Seen::default(), questions, |q| (&q.value, q.span));
    Some(Criterion {
        span: id.span,
        id: id.value,
        label: label?,
        help,
        by,
        weight: weight?,
        scale,
        eliminatory,
        questions,
    })
}

/// An id that a list of ties can name.
fn criterion_id<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<Spanned<Slug>> {
    let id = spanned_slug(r, node)?;
    if id.value.as_str() == RECEIVED {
        let reserved = Diagnostic::new(Code::InvalidIdentifier, id.span);
        r.push(reserved.with("identifiant", &id.value).with("suggestion", "delai-de-reception"));
    }
    Some(id)
}

/// The mark below which a dossier is eliminated: above the lowest, or it eliminates none; at most the highest.
fn eliminatory<'s>(
    r: &mut Reader<'_, 's>,
    fields: &mut Record<'_, 's>,
    scale: Scale,
) -> Option<f64> {
    let least = fields.optional(r, "eliminatoire", Reader::number)?;
    if least <= scale.low || least > scale.high {
        let wrong = wrong(fields.value_span("eliminatoire"), "eliminatoire").with("valeur", least);
        r.push(wrong.with("min", scale.low).with("max", scale.high));
    }
    Some(least)
}

fn weight<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<f64> {
    let weight = r.number(node)?;
    if weight <= 0.0 {
        r.push(wrong(node.span, "poids").with("valeur", weight).with("min", 0).with("max", ""));
        return None;
    }
    Some(weight)
}

fn scale<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<Scale> {
    let mut fields = r.record(node)?;
    let low = fields.required(r, "de", Reader::number);
    let high = fields.required(r, "a", Reader::number);
    fields.finish(r);
    let (low, high) = (low?, high?);
    if low >= high {
        let wrong = wrong(node.span, "notation").with("valeur", "");
        r.push(wrong.with("min", low).with("max", high));
        return None;
    }
    Some(Scale { low, high })
}

fn ties<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<Vec<Tie>> {
    let named = r.list(node, spanned_slug)?;
    let named = tell_apart(r, &mut Seen::default(), named, |id| (&id.value, id.span));
    let tie = |id: Spanned<Slug>| match id.value.as_str() {
        RECEIVED => Tie::Received,
        _ => Tie::Criterion(id),
    };
    Some(named.into_iter().map(tie).collect())
}

fn wrong(place: Span, what: &'static str) -> Diagnostic {
    Diagnostic::new(Code::InvalidGrid, place).with("raison", what)
}
