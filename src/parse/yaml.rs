//! A YAML file becomes a tree in which every key and value knows its place.
//!
//! Built from the parser's events rather than through serde, which stops at the first mistake and would
//! turn `01`, `no` or `12:30` into something else than text: here a scalar stays what was typed until
//! somebody asks for a number. Anchors and aliases are refused, so no file can grow when it is read.

use std::borrow::Cow;

use serde_yaml::granit_parser::{Event, Parser, ScalarStyle, options};

use super::located::Located;
use super::{invisible, slips};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Seen};
use crate::model::source::{SourceFile, Span};

/// A value and its place.
#[derive(Debug, Clone)]
pub struct Node<'s> {
    pub span: Span,
    pub value: Value<'s>,
    /// A scalar as it was typed, where it holds what nobody sees.
    pub typed: Option<Cow<'s, str>>,
}

/// What a YAML value is, before anyone decides what it means.
#[derive(Debug, Clone)]
pub enum Value<'s> {
    /// Nothing was written after the key, or `~`, or `null`.
    Empty,
    /// Something was written that is refused, which has been said.
    Refused,
    Scalar(Cow<'s, str>),
    List(Vec<Node<'s>>),
    Map(Vec<Entry<'s>>),
}

impl<'s> Node<'s> {
    fn new(span: Span, value: Value<'s>) -> Self {
        Self { span, value, typed: None }
    }
}

/// A key with its value.
#[derive(Debug, Clone)]
pub struct Entry<'s> {
    pub key: Cow<'s, str>,
    pub key_span: Span,
    pub node: Node<'s>,
}

/// Deep enough for any honest file; the parser itself refuses beyond.
const DEEPEST: usize = 32;

/// Reads the one document of a file. `None` when it cannot be read, which is then said.
pub fn tree<'s>(diagnostics: &mut Diagnostics, file: &'s SourceFile) -> Option<Node<'s>> {
    if !file.readable {
        return None;
    }
    let options = options! {
        emit_comments: false,
        flow_nesting_limit: DEEPEST,
        block_nesting_limit: DEEPEST,
    };
    let parser = Parser::new_from_str_with_options(&file.text, options);
    let mut builder =
        Builder { diagnostics, file, open: Vec::new(), done: None, depth_said: false };
    let mut read = 0;
    for event in parser {
        match event {
            Ok((event, span)) => {
                let range = span.byte_range().unwrap_or_default();
                read = range.end.max(read);
                builder.event(event, Span::new(file.id, range));
            }
            Err(error) => {
                builder.diagnostics.push(slips::refused(file, &error, read));
                return None;
            }
        }
    }
    let empty = Node::new(Span::whole(file.id), Value::Empty);
    Some(builder.done.unwrap_or(empty))
}

struct Builder<'d, 's> {
    diagnostics: &'d mut Diagnostics,
    file: &'s SourceFile,
    open: Vec<Open<'s>>,
    done: Option<Node<'s>>,
    depth_said: bool,
}

/// A list or map whose end has not come yet.
enum Open<'s> {
    List { span: Span, items: Vec<Node<'s>> },
    Map { span: Span, entries: Vec<Entry<'s>>, key: Option<(Cow<'s, str>, Span)> },
}

impl<'s> Builder<'_, 's> {
    fn event(&mut self, event: Event<'s>, span: Span) {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse_anchor(anchor, span);
                self.refuse_tag(tag.is_some(), span);
                let tagged = tag.is_some();
                let node = if tagged {
                    Node::new(span, Value::Refused)
                } else {
                    self.scalar(text, style, span)
                };
                self.put(node);
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.refuse_anchor(anchor, span);
                self.refuse_tag(tag.is_some(), span);
                self.open.push(Open::List { span, items: Vec::new() });
            }
            Event::MappingStart(_, anchor, tag) => {
                self.refuse_anchor(anchor, span);
                self.refuse_tag(tag.is_some(), span);
                self.open.push(Open::Map { span, entries: Vec::new(), key: None });
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(span),
            Event::Alias(_) => {
                self.diagnostics.push(Diagnostic::new(Code::RefusedAlias, span));
                self.put(Node::new(span, Value::Refused));
            }
            Event::DocumentStart(explicit, _) if self.done.is_some() => {
                let reason = if explicit { "documents" } else { "points" };
                let several = Diagnostic::new(Code::InvalidYaml, span).with("raison", reason);
                self.diagnostics.push(several);
            }
            _ => {}
        }
    }

    fn refuse_anchor(&mut self, anchor: usize, span: Span) {
        if anchor != 0 {
            self.diagnostics.push(Diagnostic::new(Code::RefusedAlias, span));
        }
        if self.open.len() > DEEPEST && !self.depth_said {
            self.depth_said = true;
            let deep = Diagnostic::new(Code::InvalidYaml, span).with("raison", "imbrication");
            self.diagnostics.push(deep);
        }
    }

    fn refuse_tag(&mut self, tagged: bool, span: Span) {
        if tagged {
            self.diagnostics.push(slips::lost_tag(&self.file.text, span));
        }
    }

    fn scalar(&mut self, text: Cow<'s, str>, style: ScalarStyle, span: Span) -> Node<'s> {
        if let Some(lost) = slips::swallowed(&self.file.text, (&text, style), span) {
            self.diagnostics.push(lost);
            return Node::new(span, Value::Refused);
        }
        if let Some(range) = invisible::refused(&text) {
            let sign = text[range.clone()].chars().next().unwrap_or_default();
            let place = Located::scalar(&text, &self.file.text, span).at(range);
            self.diagnostics.push(invisible::named(sign, place, "texte"));
            return Node::new(span, Value::Refused);
        }
        if style == ScalarStyle::Plain && matches!(&*text, "~" | "null") {
            return Node::new(span, Value::Empty);
        }
        let seen = match invisible::seen(&text) {
            Cow::Owned(seen) => Some(Cow::Owned(seen)),
            Cow::Borrowed(_) => None,
        };
        let (text, typed) = match seen {
            Some(seen) => (seen, Some(text)),
            None => (text, None),
        };
        let value = if text.trim().is_empty() { Value::Empty } else { Value::Scalar(text) };
        Node { span, value, typed }
    }

    fn close(&mut self, end: Span) {
        let node = match self.open.pop() {
            Some(Open::List { span, items }) => {
                Node::new(Span { end: end.end, ..span }, Value::List(items))
            }
            Some(Open::Map { span, entries, .. }) => {
                let entries = self.told_apart(entries);
                Node::new(Span { end: end.end, ..span }, Value::Map(entries))
            }
            None => return,
        };
        self.put(node);
    }

    fn put(&mut self, node: Node<'s>) {
        match self.open.last_mut() {
            None => {
                self.done.get_or_insert(node);
            }
            Some(Open::List { items, .. }) => items.push(node),
            Some(Open::Map { entries, key, .. }) => match key.take() {
                None => *key = Some(key_of(self.diagnostics, self.file, node)),
                Some((key, key_span)) => entries.push(Entry { key, key_span, node }),
            },
        }
    }

    /// A key that seems to have no value: `cle:valeur` between braces, `cle: #valeur`.
    fn refuse_lost(&mut self, entry: &mut Entry<'s>) {
        if !matches!(entry.node.value, Value::Empty) {
            return;
        }
        if let Some(lost) = slips::lost_comment(&self.file.text, entry.key_span) {
            self.diagnostics.push(lost);
            entry.node.value = Value::Refused;
        } else if let Some(colon) = slips::glued_colon(&entry.key) {
            let start = entry.key_span.range().start + colon;
            let place = Span::new(self.file.id, start..start + 1);
            let glued = Diagnostic::new(Code::InvalidYaml, place);
            self.diagnostics.push(glued.with("raison", "deux-points-colle"));
            entry.key = Cow::Borrowed("");
        }
    }

    /// A key that begins with what looks like a space was meant to stand under the one before.
    fn refuse_margin(&self, entry: &Entry<'s>, above: Option<&mut Entry<'s>>) {
        let written = &self.file.text[entry.key_span.range()];
        let first = invisible::in_key(written).filter(|range| range.start == 0);
        if let Some(above) = above.filter(|above| matches!(above.node.value, Value::Empty))
            && first.is_some()
        {
            above.node.value = Value::Refused;
        }
    }

    /// The entries without those whose key has been given before, which is said.
    fn told_apart(&mut self, entries: Vec<Entry<'s>>) -> Vec<Entry<'s>> {
        let mut seen = Seen::default();
        let mut kept = Vec::with_capacity(entries.len());
        for mut entry in entries {
            self.refuse_lost(&mut entry);
            self.refuse_margin(&entry, kept.last_mut());
            // Of one that could not be read nothing is known.
            let named = !entry.key.is_empty();
            match named.then(|| seen.before(entry.key.clone(), entry.key_span)).flatten() {
                Some(first) => {
                    let double = Diagnostic::new(Code::DuplicateKey, entry.key_span).and(first);
                    self.diagnostics.push(double.with("cle", &entry.key));
                }
                None => kept.push(entry),
            }
        }
        kept
    }
}

fn key_of<'s>(
    diagnostics: &mut Diagnostics,
    file: &SourceFile,
    node: Node<'s>,
) -> (Cow<'s, str>, Span) {
    let span = node.span;
    if let Some(range) = invisible::in_key(&file.text[span.range()]) {
        let start = span.range().start;
        let place = Span::new(file.id, start + range.start..start + range.end);
        diagnostics.push(invisible::told(&file.text, place, "cle"));
        return match node.value {
            // At its head it stands for a margin: under which key this one was meant is not known.
            Value::Scalar(key) if range.start > 0 => (Cow::Owned(key.trim().to_owned()), span),
            _ => (Cow::Borrowed(""), span),
        };
    }
    match node.value {
        Value::Scalar(text) => (text, span),
        Value::Refused => (Cow::Borrowed(""), span),
        _ => {
            let wrong = Diagnostic::new(Code::InvalidYaml, span).with("raison", "cle");
            diagnostics.push(wrong);
            (Cow::Borrowed(""), span)
        }
    }
}
