//! What *Grille* computes, live: the total, what the marks say of a dossier, its rank.
//!
//! Functions that every spreadsheet knows, on ranges that stay whole when rows are sorted.

use super::grid_heads::{GridHead, mark};
use crate::model::marking::{Marking, TieBy};
use crate::model::workbook::Sheet;

/// The columns of the sheet of criteria that formulas look at.
pub const WEIGHT: u16 = 1;
pub const LOW: u16 = 2;
pub const HIGH: u16 = 3;
pub const LEAST: u16 = 4;

/// Where the cells stand that formulas look at.
pub struct Places<'a> {
    pub marking: &'a Marking,
    /// The name of the sheet of criteria.
    pub criteria: &'a str,
    /// The row of its first criterion.
    pub first_criterion: u32,
    /// The rows of dossiers: the first and the last.
    pub rows: (u32, u32),
    /// What is said of a dossier, as it is written in cells.
    pub verdicts: Verdicts,
}

/// The words of each verdict.
pub struct Verdicts {
    pub to_mark: String,
    pub eliminated: String,
    pub below: String,
    pub eligible: String,
}

impl Places<'_> {
    /// Out of 100; nothing until every mark is given.
    pub fn total(&self, row: u32) -> String {
        let count = self.marking.criteria.len();
        let part = |rank: usize| {
            let (low, high) = (self.criterion(rank, LOW), self.criterion(rank, HIGH));
            let weight = self.criterion(rank, WEIGHT);
            format!("{weight}*({}-{low})/({high}-{low})", Sheet::place(row, mark(rank)))
        };
        let parts: Vec<String> = (0..count).map(part).collect();
        let last = count.saturating_sub(1);
        let weights = format!("{}:{}", self.criterion(0, WEIGHT), self.within(last, WEIGHT));
        let marks = format!("{}:{}", Sheet::place(row, mark(0)), Sheet::place(row, mark(last)));
        format!("IF(COUNT({marks})={count},ROUND(100*({})/SUM({weights}),2),\"\")", parts.join("+"))
    }

    /// What the marks of a dossier say of it.
    pub fn verdict(&self, row: u32) -> String {
        let Verdicts { to_mark, eliminated, below, eligible } = &self.verdicts;
        let total = Sheet::place(row, self.column(GridHead::Total));
        let mut verdict = quoted(eligible);
        if self.marking.least.is_some() {
            let least = self.criterion(self.marking.criteria.len(), LEAST);
            verdict = format!("IF({total}<{least},{},{verdict})", quoted(below));
        }
        verdict = format!("IF({total}=\"\",{},{verdict})", quoted(to_mark));
        let is_eliminated = |(rank, _)| {
            let mark = Sheet::place(row, mark(rank));
            format!("AND(ISNUMBER({mark}),{mark}<{})", self.criterion(rank, LEAST))
        };
        let criteria = self.marking.criteria.iter().enumerate();
        let eliminatory = criteria.filter(|(_, criterion)| criterion.eliminatory.is_some());
        let eliminating: Vec<String> = eliminatory.map(is_eliminated).collect();
        if eliminating.is_empty() {
            return verdict;
        }
        format!("IF(OR({}),{},{verdict})", eliminating.join(","), quoted(eliminated))
    }

    /// Among those that are eligible: one more than how many are better.
    pub fn rank(&self, row: u32) -> String {
        let verdicts = self.column(GridHead::Verdict);
        let eligible = quoted(&self.verdicts.eligible);
        let better = self.better(row);
        format!(
            "IF({}={eligible},1+SUMPRODUCT(({}={eligible})*({better})),\"\")",
            Sheet::place(row, verdicts),
            self.all(verdicts),
        )
    }

    /// Of every dossier, whether it is better than that of the row.
    fn better(&self, row: u32) -> String {
        let rules = self.marking.ties.iter().rev();
        let after = rules.fold(String::new(), |after, tie| match tie {
            TieBy::Criterion(rank) => self.above(mark(*rank), row, &after),
            TieBy::Received => self.before(self.column(GridHead::Received), row, &after),
        });
        self.above(self.column(GridHead::Total), row, &after)
    }

    fn above(&self, column: u16, row: u32, after: &str) -> String {
        let (all, own) = (self.all(column), Sheet::place(row, column));
        or_equal(&format!("({all}>{own})"), &all, &own, after)
    }

    /// A day that is not known comes last.
    fn before(&self, column: u16, row: u32, after: &str) -> String {
        let (all, own) = (self.all(column), Sheet::place(row, column));
        let earlier = format!("({all}<>\"\")*((({own}=\"\")+({all}<{own}))>0)");
        or_equal(&earlier, &all, &own, after)
    }

    fn column(&self, head: GridHead) -> u16 {
        head.column(u16::try_from(self.marking.criteria.len()).unwrap_or_default())
    }

    /// The cells of a column in the rows of all dossiers.
    fn all(&self, column: u16) -> String {
        let (first, last) = self.rows;
        format!("{}:{}", fixed(first, column), fixed(last, column))
    }

    /// A cell of a criterion, by its rank.
    fn criterion(&self, rank: usize, column: u16) -> String {
        format!("'{}'!{}", self.criteria.replace('\'', "''"), self.within(rank, column))
    }

    fn within(&self, rank: usize, column: u16) -> String {
        fixed(self.first_criterion + u32::try_from(rank).unwrap_or_default(), column)
    }
}

fn or_equal(better: &str, all: &str, own: &str, after: &str) -> String {
    match after {
        "" => better.to_owned(),
        _ => format!("{better}+({all}={own})*({after})"),
    }
}

/// "$B$3", which stays itself wherever the formula is moved.
pub fn fixed(row: u32, column: u16) -> String {
    let place = Sheet::place(row, column);
    let letters = place.trim_end_matches(|c: char| c.is_ascii_digit());
    format!("${letters}${}", &place[letters.len()..])
}

/// A text in a formula.
pub fn quoted(words: &str) -> String {
    format!("\"{}\"", words.replace('"', "\"\""))
}
