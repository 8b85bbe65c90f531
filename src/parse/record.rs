//! A map whose keys are known in advance.
//!
//! A record remembers which keys it was asked for: those left over are unknown, and those asked for are what a misspelt
//! one may have meant. No list of keys has to be kept anywhere. What was typed and could not be read, a misspelt key too,
//! is not absent: it is said once, where it stands, and nobody else asks for it.

use super::reader::Reader;
use super::yaml::{Entry, Node, Value};
use crate::diagnostic::{Code, Diagnostic, is_slip};
use crate::model::source::Span;

/// The map, and what was asked of it so far.
pub struct Record<'n, 's> {
    span: Span,
    entries: &'n [Entry<'s>],
    asked: Vec<&'static str>,
    /// Asked for, compulsory, and not there.
    missing: Vec<&'static str>,
    /// Asked for, and not wholly read.
    partial: Vec<&'static str>,
    /// How much the reader had not read when this record began.
    unread_before: usize,
}

/// A key, and whether a file without it is wrong.
struct Asked {
    key: &'static str,
    compulsory: bool,
}

impl<'s> Reader<'_, 's> {
    /// A map whose keys are known in advance.
    pub fn record<'n>(&mut self, node: &'n Node<'s>) -> Option<Record<'n, 's>> {
        let entries = self.map(node)?;
        Some(Record::new(self, node.span, entries))
    }
}

impl<'n, 's> Record<'n, 's> {
    /// The record that `entries` make at `span`.
    pub fn new(reader: &Reader<'_, 's>, span: Span, entries: &'n [Entry<'s>]) -> Self {
        let (asked, missing, partial) = (Vec::new(), Vec::new(), Vec::new());
        Self { span, entries, asked, missing, partial, unread_before: reader.unread }
    }

    /// The value of `key`, read by `read`. Absent is fine; empty is an error.
    pub fn optional<'d, T>(
        &mut self,
        reader: &mut Reader<'d, 's>,
        key: &'static str,
        read: impl FnOnce(&mut Reader<'d, 's>, &'n Node<'s>) -> Option<T>,
    ) -> Option<T> {
        self.value(reader, Asked { key, compulsory: false }, read)
    }

    /// The value of `key`, read by `read`. Absent or empty is an error.
    pub fn required<'d, T>(
        &mut self,
        reader: &mut Reader<'d, 's>,
        key: &'static str,
        read: impl FnOnce(&mut Reader<'d, 's>, &'n Node<'s>) -> Option<T>,
    ) -> Option<T> {
        if self.entry(key).is_none() {
            self.missing.push(key);
        }
        self.value(reader, Asked { key, compulsory: true }, read)
    }

    fn value<'d, T>(
        &mut self,
        reader: &mut Reader<'d, 's>,
        Asked { key, compulsory }: Asked,
        read: impl FnOnce(&mut Reader<'d, 's>, &'n Node<'s>) -> Option<T>,
    ) -> Option<T> {
        self.asked.push(key);
        let entry = self.entry(key)?;
        let before = reader.unread;
        let value = if matches!(entry.node.value, Value::Empty) {
            let empty = Diagnostic::new(Code::EmptyValue, entry.key_span).with("cle", key);
            reader.push(empty.with("obligatoire", if compulsory { "oui" } else { "" }));
            None
        } else {
            read(reader, &entry.node)
        };
        if value.is_none() {
            reader.unread += 1;
        }
        if reader.unread > before {
            self.partial.push(key);
        }
        value
    }

    /// Whether the author gave `key`, well or badly.
    pub fn has(&self, key: &str) -> bool {
        self.entry(key).is_some() || self.is_misspelt(key)
    }

    /// Whether something of `key` was typed that could not be read.
    pub fn is_partial(&self, key: &str) -> bool {
        self.partial.contains(&key) || self.is_misspelt(key)
    }

    /// Whether a key that nobody asked for is a slip of `key`, or one that could not be read, which is empty, may be it.
    fn is_misspelt(&self, key: &str) -> bool {
        let unread = self.entries.iter().any(|entry| entry.key.is_empty());
        let slip = || self.unknown().any(|entry| is_slip(&entry.key, key));
        self.entry(key).is_none() && (unread || slip())
    }

    /// Those of `keys` that the author gave, which mean nothing here: who asks says so.
    pub fn leave_out(&mut self, keys: &[&'static str]) -> Vec<(&'static str, Span)> {
        self.asked.extend(keys);
        let given = keys.iter().filter_map(|key| Some((*key, self.entry(key)?.key_span)));
        given.collect()
    }

    /// Keys that nobody asked for so far. What is wrong with an empty one has been said.
    fn unknown(&self) -> impl Iterator<Item = &'n Entry<'s>> {
        let asked = |entry: &&Entry<'_>| self.asked.contains(&&*entry.key);
        self.entries.iter().filter(move |entry| !entry.key.is_empty() && !asked(entry))
    }

    /// Says which keys nobody asked for, and which are missing. Gives whether all that was typed could be read.
    pub fn finish(self, reader: &mut Reader<'_, 's>) -> bool {
        let missing = self.missing.iter().filter(|key| !self.is_misspelt(key));
        missing.for_each(|key| self.say_missing(reader, key));
        for entry in self.unknown() {
            let unknown = Diagnostic::new(Code::UnknownKey, entry.key_span)
                .with("cle", &entry.key)
                .nearest(&entry.key, self.asked.iter().copied());
            reader.push(unknown.with("cles", self.asked.join(", ")));
            reader.unread += 1;
        }
        reader.unread += self.entries.iter().filter(|entry| entry.key.is_empty()).count();
        reader.unread == self.unread_before
    }

    /// Says only which keys are missing, where no other can be judged.
    pub fn leave(self, reader: &mut Reader<'_, 's>) {
        self.missing.iter().for_each(|key| self.say_missing(reader, key));
    }

    fn say_missing(&self, reader: &mut Reader<'_, 's>, key: &str) {
        let place = Span { end: self.span.end.min(self.span.start + 1), ..self.span };
        reader.push(Diagnostic::new(Code::MissingKey, place).with("cle", key));
    }

    /// The place of `key`, else of the whole record.
    pub fn key_span(&self, key: &str) -> Span {
        self.entry(key).map_or(self.span, |entry| entry.key_span)
    }

    /// The place of the value of `key`, else of the whole record.
    pub fn value_span(&self, key: &str) -> Span {
        self.entry(key).map_or(self.span, |entry| entry.node.span)
    }

    fn entry(&self, key: &str) -> Option<&'n Entry<'s>> {
        self.entries.iter().find(|entry| entry.key == key)
    }
}
