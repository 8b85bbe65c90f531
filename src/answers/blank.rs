//! What a form prints before anybody fills it in: whatever else stands in a file, somebody wrote.
//!
//! Words are compared without the number or the mark of a box that they begin with, for programs drop and add both.

use std::collections::{BTreeMap, BTreeSet};

use super::block::{Block, Cell};
use super::found::Findings;
use super::index::Index;
use super::text::is_blank;
use super::tick;
use crate::model::questionnaire::compared;

/// A short label may begin an answer: it is one of the form only before a colon or the end of its line.
const LONG_LABEL: usize = 15;

/// A line of a form.
#[derive(Debug)]
pub struct Printed {
    pub key: String,
    /// The ranks of the fields whose places begin in it.
    pub fields: Vec<usize>,
    /// The rank of the question that it belongs to; nothing before the first.
    pub question: Option<usize>,
    /// Whether it is a table, of which `fields` are the cells.
    pub is_table: bool,
}

/// A form that nobody has filled in, in one format.
#[derive(Debug, Default)]
pub struct Blank {
    pub lines: Vec<Printed>,
    /// The lines that print the same words, by these.
    by_key: BTreeMap<String, Vec<usize>>,
    /// The line where the place of each field begins.
    places: BTreeMap<usize, usize>,
    /// What the heads of tables say.
    heads: BTreeSet<String>,
}

impl Blank {
    /// The form whose file gives `findings`.
    pub fn new(index: &Index<'_>, findings: &Findings) -> Self {
        let mut blank = Self::default();
        let mut question = None;
        for group in flow(&findings.blocks) {
            let fields: Vec<usize> =
                group.iter().flat_map(|block| &block.fields).copied().collect();
            let is_table = is_grid(group);
            let key = if is_table { String::new() } else { key(&group[0].words) };
            question = asked(index, question, &key, &fields);
            let rank = blank.lines.len();
            if !key.is_empty() {
                blank.by_key.entry(key.clone()).or_default().push(rank);
            }
            blank.places.extend(fields.iter().map(|field| (*field, rank)));
            let heads = group.iter().filter(|block| block.cell.is_some_and(|cell| cell.head));
            blank.heads.extend(heads.map(|block| compared(&block.words)));
            blank.lines.push(Printed { key, fields, question, is_table });
        }
        blank
    }

    /// The lines that print these words.
    pub fn printing(&self, key: &str) -> &[usize] {
        self.by_key.get(key).map_or(&[], Vec::as_slice)
    }

    /// The line where the place of a field begins.
    pub fn place(&self, field: usize) -> Option<usize> {
        self.places.get(&field).copied()
    }

    /// Whether the head of a table says these words.
    pub fn is_head(&self, words: &str) -> bool {
        self.heads.contains(&compared(words))
    }

    /// What stands before the place of each field, from the place of the one before.
    fn labels(&self, labels: &mut Labels) {
        for (field, place) in &self.places {
            let before = self.lines[..*place].iter().rev();
            let before = before.take_while(|line| line.fields.is_empty());
            let keys = before.map(|line| line.key.clone()).filter(|key| !key.is_empty());
            labels.0.entry(*field).or_default().extend(keys);
        }
    }
}

/// The question of a line, which comes after those of another: its own label, or a field, begins the next one.
fn asked(index: &Index<'_>, last: Option<usize>, key: &str, fields: &[usize]) -> Option<usize> {
    let questions = &index.asked.questions;
    if let Some(field) = fields.first() {
        let id = &index.fields[*field].0.id;
        return questions.iter().position(|question| question.id == *id);
    }
    let next = last.map_or(0, |last| last + 1);
    let is_label = |label: &str| {
        let label = self::key(label);
        let more = key.strip_prefix(&label).filter(|_| !label.is_empty());
        more.is_some_and(|more| more.is_empty() || more.starts_with(" ("))
    };
    if questions.get(next).is_some_and(|question| is_label(&question.label)) {
        return Some(next);
    }
    last
}

/// What a form prints before each answer, by the rank of the field.
#[derive(Debug, Default)]
pub struct Labels(BTreeMap<usize, BTreeSet<String>>);

impl Labels {
    /// Those of a form in all its formats.
    pub fn new<'b>(blanks: impl IntoIterator<Item = &'b Blank>) -> Self {
        let mut labels = Self::default();
        blanks.into_iter().for_each(|blank| blank.labels(&mut labels));
        labels
    }

    /// Whether anything is known to stand before the place of a field.
    pub fn are_known(&self, field: usize) -> bool {
        self.0.get(&field).is_some_and(|labels| !labels.is_empty())
    }

    /// What stands in a place after its labels, which may have run into it.
    pub fn after<'w>(&self, field: usize, words: &'w str) -> &'w str {
        let Some(labels) = self.0.get(&field) else { return words };
        let mut left = words;
        // Each label once, at most.
        for _ in 0..labels.len() {
            let Some(rest) = labels.iter().find_map(|label| rest(left, label)) else { break };
            left = rest;
        }
        left
    }
}

/// What is left of words that begin with those of a key.
pub fn rest<'w>(words: &'w str, key: &str) -> Option<&'w str> {
    let mut left = bare(words);
    for token in key.split(' ') {
        let trimmed = left.trim_start_matches(is_blank);
        let end = trimmed.find(is_blank).unwrap_or(trimmed.len());
        let is_token = compared(&trimmed[..end]) == token;
        // What follows may stick to the last word.
        left = if is_token { &trimmed[end..] } else { stuck(trimmed, token)? };
    }
    let rest = left.trim_start_matches(is_blank);
    let is_apart = left.starts_with('\n') || rest.is_empty() || rest.starts_with(':');
    let rest = rest.strip_prefix(':').unwrap_or(rest).trim_start_matches(is_blank);
    (is_apart || key.chars().count() >= LONG_LABEL).then_some(rest)
}

/// What comes after a colon that sticks to a word.
fn stuck<'w>(words: &'w str, token: &str) -> Option<&'w str> {
    let end = words.find(':')?;
    (compared(&words[..end]) == token).then(|| &words[end..])
}

/// Words as the lines of forms are compared.
pub fn key(words: &str) -> String {
    compared(bare(words))
}

/// Without the number and the marks of boxes at the beginning, where words follow.
fn bare(words: &str) -> &str {
    let mut left = words.trim_start_matches(is_blank);
    loop {
        let end = left.find(is_blank).unwrap_or(left.len());
        let rest = left[end..].trim_start_matches(is_blank);
        if rest.is_empty() || !is_number(&left[..end]) && !tick::is_mark(&left[..end]) {
            return left;
        }
        left = rest;
    }
}

/// "3", "3.2", "3.".
fn is_number(token: &str) -> bool {
    let begins = token.starts_with(|c: char| c.is_ascii_digit());
    begins && token.len() < 10 && token.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

/// Paragraphs in reading order: a table is one group; a paragraph that stands in none, or in a table of one cell, is alone.
pub fn flow(blocks: &[Block]) -> impl Iterator<Item = &[Block]> {
    let table = |block: &Block| block.cell.map(|cell| cell.table);
    let mut wide: BTreeSet<usize> = BTreeSet::new();
    let cells = blocks.iter().filter_map(|block| block.cell);
    wide.extend(cells.filter(|cell| (cell.row, cell.column) != (0, 0)).map(|cell| cell.table));
    blocks.chunk_by(move |a, b| {
        table(a).is_some_and(|own| wide.contains(&own)) && table(a) == table(b)
    })
}

/// Whether a group is a table of several cells.
pub fn is_grid(group: &[Block]) -> bool {
    let is_far = |cell: Cell| (cell.row, cell.column) != (0, 0);
    group.iter().any(|block| block.cell.is_some_and(is_far))
}
