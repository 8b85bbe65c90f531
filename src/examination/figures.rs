//! What examiners' workbooks say of each dossier, for figures: nothing of it names anybody.

use std::collections::{BTreeMap, BTreeSet};

use super::heads::Head;
use super::rows::{Line, Rows};
use super::summary::BETWEEN;
use super::words::Words;
use crate::answers::number;
use crate::model::decision::Decision;
use crate::model::workbook::{Sheet, Value};

/// The columns of *Grille* that are counted.
const DECISION: &str = "decision";
const GRANTED: &str = "montant";

/// A dossier, as it counts.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Entry {
    pub call: String,
    pub region: String,
    pub departments: Vec<String>,
    pub sectors: Vec<String>,
    pub priorities: Vec<String>,
    pub is_complete: bool,
    pub is_kept: bool,
    pub asked: f64,
    pub granted: f64,
}

/// What is wrong in a workbook, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Its message is `bilan-` and this.
    pub code: &'static str,
    /// "Synthèse, J3"; nothing for the workbook as a whole.
    pub place: Option<String>,
    pub args: Vec<(&'static str, String)>,
}

/// The dossiers of workbooks, as they are read one after another.
pub struct Figures<'w> {
    /// In each language of messages: a workbook may be of another.
    words: Vec<Words<'w>>,
    pub entries: Vec<Entry>,
    /// By call, region and file: none counts twice.
    met: BTreeSet<[String; 3]>,
    faults: Vec<Fault>,
}

/// What the grid says of a file.
#[derive(Default)]
struct Decided {
    is_kept: bool,
    granted: f64,
}

impl<'w> Figures<'w> {
    /// None yet.
    pub fn new(words: Vec<Words<'w>>) -> Self {
        Self { words, entries: Vec::new(), met: BTreeSet::new(), faults: Vec::new() }
    }

    /// Counts the dossiers of a workbook, and gives what is wrong in it.
    pub fn add(&mut self, sheets: &[Sheet]) -> Vec<Fault> {
        let needed = [Head::File, Head::Region, Head::Complete, Head::ToExamine, Head::Aid];
        let needed = needed.map(Head::name);
        let Some(rows) = Rows::find(sheets, &needed, &self.words) else {
            return vec![Fault { code: "sans-synthese", place: None, args: Vec::new() }];
        };
        let mut decided = self.decisions(sheets);
        for line in rows.lines() {
            let file = line.words(Head::File.name());
            let decision = decided.remove(&file).unwrap_or_default();
            if self.answer(line, Head::ToExamine) != Some(false) {
                self.count(line, &decision);
            }
        }
        for place in decided.into_keys() {
            self.fault("hors-synthese", None, &place);
        }
        std::mem::take(&mut self.faults)
    }

    fn count(&mut self, line: Line<'_>, decided: &Decided) {
        let identity = [Head::Call, Head::Region, Head::File].map(|head| line.words(head.name()));
        if !self.met.insert(identity.clone()) {
            let place = Some(line.place(Head::File.name()));
            return self.fault("deja-compte", place, &identity[2]);
        }
        let several = |head: Head| -> Vec<String> {
            let words = line.words(head.name());
            let each = words.split(BETWEEN.trim()).map(str::trim).filter(|word| !word.is_empty());
            each.map(str::to_owned).collect()
        };
        let [call, region, _] = identity;
        let entry = Entry {
            call,
            region,
            departments: several(Head::Departments),
            sectors: several(Head::Sectors),
            priorities: several(Head::Priorities),
            is_complete: self.answer(line, Head::Complete) == Some(true),
            is_kept: decided.is_kept,
            asked: self.amount(line, Head::Aid.name()),
            granted: decided.granted,
        };
        self.entries.push(entry);
    }

    /// What is decided, by file; nothing where there is no grid.
    fn decisions(&mut self, sheets: &[Sheet]) -> BTreeMap<String, Decided> {
        let needed = [Head::File.name(), DECISION, GRANTED];
        let Some(rows) = Rows::find(sheets, &needed, &self.words) else { return BTreeMap::new() };
        let mut decided = BTreeMap::new();
        for line in rows.lines() {
            let words = line.words(DECISION);
            let decision = Decision::of(&words);
            if decision.is_none() && !words.is_empty() {
                self.fault("decision", Some(line.place(DECISION)), &words);
            }
            let is_kept = decision == Some(Decision::Kept);
            let granted = if is_kept { self.amount(line, GRANTED) } else { 0.0 };
            decided.insert(line.words(Head::File.name()), Decided { is_kept, granted });
        }
        decided
    }

    /// "oui" or "non", in a language of messages.
    fn answer(&mut self, line: Line<'_>, head: Head) -> Option<bool> {
        let said = line.words(head.name()).to_lowercase();
        let is = |answer: bool| self.words.iter().any(|words| words.yes(answer) == said);
        if is(true) || is(false) {
            return Some(is(true));
        }
        self.fault("oui-non", Some(line.place(head.name())), &said);
        None
    }

    /// Euros; an empty cell is nought.
    fn amount(&mut self, line: Line<'_>, name: &str) -> f64 {
        match line.value(name) {
            Value::Empty => 0.0,
            Value::Number(euros) | Value::Euros(euros) if *euros >= 0.0 => *euros,
            _ => {
                let words = line.words(name);
                let read = number::amount(&words, "\u{a0}").map(|reading| reading.value);
                if read.is_none() {
                    self.fault("montant", Some(line.place(name)), &words);
                }
                read.unwrap_or_default()
            }
        }
    }

    fn fault(&mut self, code: &'static str, place: Option<String>, value: &str) {
        self.faults.push(Fault { code, place, args: vec![("valeur", value.to_owned())] });
    }
}
