//! Answers of a PDF form: the values of its fields, by their full names.
//!
//! The file is read by a small reader of our own, which opens only what leads to the form and counts every step; a
//! library that loads whole documents has no bound on how long a hostile one takes (see `docs/design.md`).

mod file;
mod lock;
mod object;
mod strings;

use std::collections::BTreeSet;

use super::names::OFF;
use crate::answers::claim::Claim;
use crate::answers::code::RefusalCode;
use crate::answers::found::{Findings, Found};
use crate::answers::index::Index;
use crate::answers::said::Refusal;
use crate::answers::text::tidy;
use crate::answers::tick;
use crate::documents::names::Property;
use crate::model::questionnaire::Way;
use file::File;
use object::{Dictionary, Value};
use strings::decoded;

/// The fullest dossier has some 500 fields.
const MOST_FIELDS: usize = 20_000;
/// Our fields have no parent; forms made by hand have three or four.
const DEEPEST: usize = 32;
/// All the names of parents that a field is known by.
const LONGEST_NAME: usize = 400;

/// Reads what the file says of itself, and every field.
pub fn open(bytes: &[u8]) -> Result<(Claim, Vec<(String, Found)>), Refusal> {
    let mut file = File::open(bytes)?;
    let claim = claim(&mut file)?;
    Ok((claim, fields(&mut file)?))
}

/// The answers, by the fields of the dossier.
pub fn read(fields: &[(String, Found)], index: &Index<'_>) -> Findings {
    let mut findings = Findings::default();
    for (name, found) in fields {
        let Some(rank) = index.by_id(name) else {
            findings.unknown.push(name.clone());
            continue;
        };
        let found = match (index.fields[rank].1.kind.way(), found) {
            // A viewer that knows no box may write what a box is worth.
            (Way::Ticked, Found::Text(text)) => Found::Tick(tick::is_said(text)),
            (Way::Ticked, Found::Tick(_)) | (Way::Written | Way::Picked, Found::Text(_)) => {
                found.clone()
            }
            (Way::Written | Way::Picked, Found::Tick(_)) => continue,
        };
        findings.keep(index, rank, found);
    }
    findings
}

fn claim(file: &mut File<'_>) -> Result<Claim, Refusal> {
    let mut claim = Claim::default();
    let Some(information) = file.trailer("Info") else { return Ok(claim) };
    let Some(information) = file.dictionary(&information)? else { return Ok(claim) };
    for property in Property::ALL {
        if let Some(value) = information.get(property.key())
            && let Value::Text(value) = file.resolved(value)?
        {
            property.learn(&mut claim, &decoded(&value));
        }
    }
    Ok(claim)
}

/// A field or a group of fields that is still to be looked at.
struct Waiting {
    value: Value,
    name: String,
    kind: Option<Value>,
    held: Option<Value>,
    depth: usize,
}

fn fields(file: &mut File<'_>) -> Result<Vec<(String, Found)>, Refusal> {
    let none = || Refusal::new(RefusalCode::NoForm);
    let root = file.trailer("Root").ok_or_else(|| Refusal::new(RefusalCode::BrokenPdf))?;
    let root = file.dictionary(&root)?.ok_or_else(|| Refusal::new(RefusalCode::BrokenPdf))?;
    let form = root.get("AcroForm").ok_or_else(none)?;
    let form = file.dictionary(form)?.ok_or_else(none)?;
    let tops = form.get("Fields").ok_or_else(none)?;
    let Value::Array(tops) = file.resolved(tops)? else { return Err(none()) };
    let top = |value| Waiting { value, name: String::new(), kind: None, held: None, depth: 0 };
    let mut waiting: Vec<Waiting> = tops.into_iter().rev().map(top).collect();
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    while let Some(next) = waiting.pop() {
        if let Value::Reference(number) = next.value
            && !seen.insert(number)
        {
            continue;
        }
        if next.depth > DEEPEST || found.len() + waiting.len() > MOST_FIELDS {
            return Err(Refusal::new(RefusalCode::HarmfulPdf).with("raison", "champs"));
        }
        let Some(field) = file.dictionary(&next.value)? else { continue };
        let field = inherited(file, next, &field)?;
        match file.resolved(field.own.get("Kids").unwrap_or(&Value::Null))? {
            Value::Array(kids) if !kids.is_empty() && has_fields(file, &kids)? => {
                waiting.extend(kids.into_iter().rev().map(|value| field.child(value)));
            }
            _ => found.extend(answer(file, &field)?),
        }
    }
    if found.is_empty() { Err(none()) } else { Ok(found) }
}

/// A field with what its parents say of it.
struct Known {
    own: Dictionary,
    name: String,
    kind: Option<Value>,
    held: Option<Value>,
    depth: usize,
}

impl Known {
    fn child(&self, value: Value) -> Waiting {
        let (kind, held) = (self.kind.clone(), self.held.clone());
        Waiting { value, name: self.name.clone(), kind, held, depth: self.depth + 1 }
    }
}

fn inherited(file: &mut File<'_>, from: Waiting, own: &Dictionary) -> Result<Known, Refusal> {
    let mut name = from.name;
    if let Some(part) = own.get("T")
        && let Value::Text(part) = file.resolved(part)?
    {
        if !name.is_empty() {
            name.push('.');
        }
        name.push_str(&decoded(&part));
    }
    if name.len() > LONGEST_NAME {
        return Err(Refusal::new(RefusalCode::HarmfulPdf).with("raison", "champs"));
    }
    let kind = own.get("FT").cloned().or(from.kind);
    let held = own.get("V").cloned().or(from.held);
    Ok(Known { own: own.clone(), name, kind, held, depth: from.depth })
}

/// Whether these are fields of their own: without a name, they are only places where one field is shown.
fn has_fields(file: &mut File<'_>, kids: &[Value]) -> Result<bool, Refusal> {
    let Some(first) = kids.first() else { return Ok(false) };
    Ok(file.dictionary(first)?.is_some_and(|kid| kid.contains_key("T")))
}

fn answer(file: &mut File<'_>, field: &Known) -> Result<Option<(String, Found)>, Refusal> {
    if field.name.is_empty() {
        return Ok(None);
    }
    let kind = file.resolved(field.kind.as_ref().unwrap_or(&Value::Null))?;
    let held = file.resolved(field.held.as_ref().unwrap_or(&Value::Null))?;
    let found = match kind {
        Value::Name(kind) if kind == "Btn" => {
            let state = match held {
                Value::Null => file.resolved(field.own.get("AS").unwrap_or(&Value::Null))?,
                held => held,
            };
            Found::Tick(match state {
                Value::Name(name) => name != OFF,
                Value::Text(text) => !text.is_empty() && text != OFF.as_bytes(),
                _ => false,
            })
        }
        // A signature made by a program holds no words.
        Value::Name(kind) if kind == "Sig" => return Ok(None),
        _ => Found::Text(tidy(&words(file, held)?)),
    };
    Ok(Some((field.name.clone(), found)))
}

/// The words of a value; of a list, those of the first.
fn words(file: &mut File<'_>, held: Value) -> Result<String, Refusal> {
    Ok(match held {
        Value::Text(text) => decoded(&text),
        Value::Name(name) => name,
        Value::Array(values) => match values.first() {
            Some(first) => match file.resolved(first)? {
                Value::Text(text) => decoded(&text),
                _ => String::new(),
            },
            None => String::new(),
        },
        Value::Stream(stream) => decoded(&file.unpacked(&stream)?),
        _ => String::new(),
    })
}
