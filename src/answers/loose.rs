//! What stands in a file outside its places is an answer of the question that it follows, where that one has none, or is
//! said: nothing that somebody wrote is lost in silence.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::align::{self, Item, Standing};
use super::blank::{self, Blank};
use super::code::RemarkCode;
use super::found::{Findings, Found};
use super::grid::{self, Table};
use super::index::Index;
use super::said::Remark;
use super::{text, tick};
use crate::model::questionnaire::{Shape, Way};

/// A file could hold every paragraph that no label precedes.
const MOST_TRIES: usize = 200_000;

/// Reads the text of a file beside `blank`, the form that nobody has filled in.
///
/// A file of another version prints other words: there only the styles tell them from those of people.
pub fn settle(index: &Index<'_>, blank: &Blank, findings: &mut Findings, is_of_today: bool) {
    let blocks = std::mem::take(&mut findings.blocks);
    let tables = std::mem::take(&mut findings.tables);
    let named = |group: &[super::block::Block]| {
        let table = group[0].cell?.table;
        let (question, side) = tables.get(&table)?;
        table_of(index, blank, *question, side.as_deref())
    };
    let groups = blank::flow(&blocks);
    let items: Vec<Item<'_>> = groups.map(|group| Item::new(blank, group, named(group))).collect();
    let standings = align::standings(&items);
    let next = align::followed(&standings, blank.lines.len());
    let (last, said, found) = (None, BTreeMap::new(), Vec::new());
    let tries = MOST_TRIES;
    let mut page = Page { index, blank, findings, is_of_today, last, tries, said, found };
    for (rank, item) in items.iter().enumerate() {
        match standings[rank] {
            Standing::Elsewhere => {}
            Standing::Line(line) => page.line(item, line),
            Standing::Loose if item.is_grid => page.loose_table(item, next[rank]),
            Standing::Loose if item.blocks[0].is_ours && !is_of_today => {}
            Standing::Loose => page.loose(&item.blocks[0].words, next[rank]),
        }
    }
    page.finish();
}

/// The line of the table of a question.
fn table_of(
    index: &Index<'_>,
    blank: &Blank,
    question: usize,
    side: Option<&str>,
) -> Option<usize> {
    blank.lines.iter().position(|line| {
        let is_side = || line.fields.first().is_some_and(|field| side_of(index, *field) == side);
        line.is_table && line.question == Some(question) && (side.is_none() || is_side())
    })
}

/// The side of a budget where a field is.
fn side_of<'q>(index: &Index<'q>, field: usize) -> Option<&'q str> {
    let (question, field) = index.fields[field];
    let is_budget = matches!(question.shape, Shape::Budget(_));
    field.id[question.id.len()..].split(':').nth(1).filter(|_| is_budget)
}

/// A file that is read from its beginning to its end.
struct Page<'a, 'q> {
    index: &'a Index<'q>,
    blank: &'a Blank,
    findings: &'a mut Findings,
    is_of_today: bool,
    /// The last line of the form that was met.
    last: Option<usize>,
    /// How many labels may still be looked for at the beginning of what was written.
    tries: usize,
    /// What was written for fields that had no answer.
    said: BTreeMap<usize, Vec<String>>,
    /// The fields that have no place but their label.
    found: Vec<usize>,
}

impl Page<'_, '_> {
    /// A line of the form, with what was written in it.
    fn line(&mut self, item: &Item<'_>, line: usize) {
        self.last = Some(line);
        if item.is_grid {
            return self.table(item, line);
        }
        let (printed, words) = (&self.blank.lines[line], &item.blocks[0].words);
        self.ticks(line, words);
        if item.says(&printed.key) || item.blocks[0].is_ours && !self.is_of_today {
            return;
        }
        let rest = match printed.key.as_str() {
            "" => Some(words.as_str()),
            key => blank::rest(words, key),
        };
        let rest = rest.unwrap_or(words).to_owned();
        self.stray(&rest);
    }

    /// The boxes of a line that have no place: a mark stands before their label.
    fn ticks(&mut self, line: usize, words: &str) {
        let fields = self.blank.lines[line].fields.iter();
        let lost = fields.filter(|field| {
            self.way(**field) == Way::Ticked && !self.findings.answers.contains_key(field)
        });
        let lost: Vec<usize> = lost.copied().collect();
        if let ([field], Some(is_ticked)) = (&lost[..], tick::before(words)) {
            self.findings.keep(self.index, *field, Found::Tick(is_ticked));
            self.found.push(*field);
        }
    }

    fn way(&self, field: usize) -> Way {
        self.index.fields[field].1.kind.way()
    }

    /// A table of the form.
    fn table(&mut self, item: &Item<'_>, line: usize) {
        let Some(field) = self.blank.lines[line].fields.first().copied() else { return };
        let question = self.index.fields[field].0;
        let side = side_of(self.index, field);
        let (lines, strange) = grid::lines(item.blocks, self.blank);
        let is_of_today = self.is_of_today;
        grid::settle(self.index, self.findings, &Table { question, side, lines, is_of_today });
        if is_of_today {
            self.stray(&strange);
        }
    }

    /// A table that bears no name: that of the form which is missing here, or somebody's own.
    fn loose_table(&mut self, item: &Item<'_>, next: usize) {
        let lines = self.last.map_or(0, |last| last + 1)..next;
        let is_missing = |line: &usize| {
            let printed = &self.blank.lines[*line];
            let has_answer = |field: &usize| self.findings.answers.contains_key(field);
            printed.is_table && !printed.fields.iter().any(has_answer)
        };
        if let Some(line) = lines.into_iter().find(is_missing) {
            self.last = Some(line);
            self.table(item, line);
            let fields = self.blank.lines[line].fields.iter();
            let found = fields.filter(|field| self.findings.answers.contains_key(field));
            self.found.extend(found);
            return;
        }
        let words = item.blocks.iter().map(|block| block.words.as_str());
        let words: Vec<&str> = words.filter(|words| !words.is_empty()).collect();
        self.stray(&words.join(" | "));
    }

    /// Words that are no line of the form, before the line `next`.
    fn loose(&mut self, words: &str, next: usize) {
        let mut left = words;
        // Labels that ran into what was written.
        let lines = self.last.map_or(0, |last| last + 1)..next;
        let lines = if lines.len() <= self.tries { lines } else { 0..0 };
        self.tries -= lines.len();
        for line in lines {
            let key = &self.blank.lines[line].key;
            if !key.is_empty()
                && let Some(rest) = blank::rest(left, key)
            {
                self.last = Some(line);
                self.ticks(line, left);
                left = rest;
            }
        }
        if left.is_empty() {
            return;
        }
        let lines = self.last.unwrap_or(0)..=next.min(self.blank.lines.len().saturating_sub(1));
        match self.unanswered(lines) {
            Some(field) => self.said.entry(field).or_default().push(left.to_owned()),
            None => self.stray(left),
        }
    }

    /// The only field of these lines that has no answer.
    fn unanswered(&self, lines: RangeInclusive<usize>) -> Option<usize> {
        let lines = self.blank.lines.get(lines)?.iter().filter(|line| !line.is_table);
        let mut fields = lines
            .flat_map(|line| &line.fields)
            .copied()
            .filter(|field| self.way(*field) != Way::Ticked && self.findings.is_empty(*field));
        fields.next().filter(|_| fields.next().is_none())
    }

    /// Says words that answer nothing, with the question that they follow.
    fn stray(&mut self, words: &str) {
        let words = text::tidy(words);
        if words.is_empty() || self.index.is_prompt(&words) {
            return;
        }
        let question = self.last.and_then(|last| self.blank.lines[last].question);
        // Programs that break a table of contents leave numbers of pages.
        if question.is_none() && words.chars().all(|c| c.is_ascii_digit()) {
            return;
        }
        let place = question.map(|question| self.index.asked.questions[question].place());
        let mut remark = Remark { place, ..Remark::new(RemarkCode::Stray) };
        // One remark for what follows one question.
        let words = match self.findings.remarks.last() {
            Some(last) if last.code == remark.code && last.place == remark.place => {
                let said = last.args.first().map(|(_, said)| said.clone());
                self.findings.remarks.pop();
                format!("{} {words}", said.unwrap_or_default())
            }
            _ => words,
        };
        remark = remark.with("texte", text::quoted(&words));
        self.findings.say(remark);
    }

    /// Keeps the answers that had no place, and says where they were.
    fn finish(mut self) {
        for (field, lines) in std::mem::take(&mut self.said) {
            let mut said = text::tidy(&lines.join("\n"));
            if self.index.is_prompt(&said) {
                said.clear();
            }
            let has_place = self.findings.answers.contains_key(&field);
            if !has_place {
                self.found.push(field);
            } else if !said.is_empty() {
                let (question, field) = self.index.fields[field];
                let remark = Remark::at(RemarkCode::Misplaced, &question.place_of(field));
                self.findings.say(remark.with("texte", text::excerpt(&said)));
            }
            self.findings.answers.insert(field, Found::Text(said));
        }
        self.found.sort_unstable();
        if let Some(remark) = by_label(self.index, &self.found) {
            self.findings.say(remark);
        }
    }
}

/// Says which answers were found by their labels only.
fn by_label(index: &Index<'_>, fields: &[usize]) -> Option<Remark> {
    const QUOTED: usize = 3;
    let named = |field: &usize| {
        let (question, field) = index.fields[*field];
        question.place_of(field)
    };
    let mut quoted: Vec<String> = fields.iter().take(QUOTED).map(named).collect();
    if fields.len() > QUOTED {
        quoted.push("…".to_owned());
    }
    let remark = || Remark::new(RemarkCode::FoundByLabel).with("nombre", fields.len());
    (!fields.is_empty()).then(|| remark().with("champs", quoted.join(" ; ")))
}
