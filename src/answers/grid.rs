//! Tables: which row of a file is which row of the dossier, and rows that someone put in.
//!
//! A row is known by the fields that it holds; else by its heading, which is never a field; else by its rank, where
//! no row was put in or taken out. What stands in any other row is said, so that nothing is lost in silence.

use std::collections::BTreeMap;

use super::blank::Blank;
use super::block::Block;
use super::code::RemarkCode;
use super::found::{Findings, Found};
use super::index::Index;
use super::said::Remark;
use super::side::Side;
use super::text;
use crate::model::questionnaire::{Asked, BudgetRow, Shape, compared};

/// No table of a dossier has so many.
const MOST_COLUMNS: usize = 200;

/// A row as the dossier has it: its heading, then the rank of the field of each cell.
struct Row {
    heading: String,
    cells: Vec<Option<usize>>,
}

/// A row as a file has it, without its heading.
#[derive(Debug, Default)]
pub struct Line {
    pub heading: String,
    pub cells: Vec<String>,
    /// The fields that are known to be in it.
    pub known: Vec<usize>,
}

/// A table that a file has in the place of a question's.
pub struct Table<'a> {
    pub question: &'a Asked,
    /// A budget has one table a side.
    pub side: Option<&'a str>,
    pub lines: Vec<Line>,
    /// In another version, headings may be others.
    pub is_of_today: bool,
}

/// The rows of a table under its head; and what its head says that the form does not.
pub fn lines(blocks: &[Block], blank: &Blank) -> (Vec<Line>, String) {
    let mut rows: BTreeMap<usize, (bool, BTreeMap<usize, Vec<&Block>>)> = BTreeMap::new();
    for block in blocks {
        let Some(cell) = block.cell else { continue };
        let (head, row) = rows.entry(cell.row).or_default();
        *head |= cell.head;
        row.entry(cell.column).or_default().push(block);
    }
    let (mut lines, mut strange) = (Vec::new(), Vec::new());
    for (rank, (is_head, row)) in rows {
        let line = line(&row);
        let cells = std::iter::once(&line.heading).chain(&line.cells);
        let cells: Vec<&String> = cells.filter(|words| !words.is_empty()).collect();
        // Programs that keep no head make a row of it.
        let is_first = rank == 0 && line.known.is_empty() && !cells.is_empty();
        if is_head || is_first && cells.iter().all(|words| blank.is_head(words)) {
            strange.extend(cells.into_iter().filter(|words| !blank.is_head(words)).cloned());
        } else {
            lines.push(line);
        }
    }
    (lines, strange.join(" | "))
}

fn line(row: &BTreeMap<usize, Vec<&Block>>) -> Line {
    let said = |blocks: &Vec<&Block>| {
        let words: Vec<&str> = blocks.iter().map(|block| block.words.as_str()).collect();
        text::tidy(&words.join("\n"))
    };
    let last = row.last_key_value().map_or(0, |(last, _)| *last);
    let mut cells = (0..=last.min(MOST_COLUMNS)).map(|column| row.get(&column).map(said));
    Line {
        heading: cells.next().flatten().unwrap_or_default(),
        cells: cells.map(Option::unwrap_or_default).collect(),
        known: row.values().flatten().flat_map(|block| &block.fields).copied().collect(),
    }
}

/// The rows of a table as the dossier has them.
fn rows(index: &Index<'_>, table: &Table<'_>) -> Vec<Row> {
    let question = table.question;
    match &question.shape {
        Shape::Rows(headings) if !headings.is_empty() => {
            let ranks: Vec<Option<usize>> =
                question.fields.iter().map(|field| index.by_id(&field.id)).collect();
            let chunks = ranks.chunks((ranks.len() / headings.len()).max(1));
            let row = |(heading, cells): (&String, &[Option<usize>])| Row {
                heading: heading.clone(),
                cells: cells.to_vec(),
            };
            headings.iter().zip(chunks).map(row).collect()
        }
        Shape::Budget(budget) => {
            let sides = Side::both(question, budget).into_iter();
            let named = sides.filter(|side| table.side == Some(side.name));
            named.flat_map(|side| budget_rows(index, &side)).collect()
        }
        _ => Vec::new(),
    }
}

fn budget_rows(index: &Index<'_>, side: &Side<'_>) -> Vec<Row> {
    let row = |line: &BudgetRow| Row {
        heading: line.heading.clone(),
        cells: vec![
            index.by_id(&line.field),
            line.justification.as_ref().and_then(|id| index.by_id(id)),
        ],
    };
    let heading = side.budget.total_heading.clone();
    let last = Row { heading, cells: vec![index.by_id(&side.total())] };
    side.rows.iter().map(row).chain([last]).collect()
}

/// Keeps what stands in cells that nothing else leads to, and says what stands where the dossier has no place for it.
pub fn settle(index: &Index<'_>, findings: &mut Findings, table: &Table<'_>) {
    let (rows, lines) = (rows(index, table), &table.lines);
    let mut taken: Vec<bool> = vec![false; rows.len()];
    let holder = |line: &Line| {
        rows.iter().position(|row| row.cells.iter().flatten().any(|rank| line.known.contains(rank)))
    };
    let known: Vec<Option<usize>> = lines.iter().map(holder).collect();
    known.iter().flatten().for_each(|rank| taken[*rank] = true);
    for (rank, (line, known)) in lines.iter().zip(known).enumerate() {
        let named = || rows.iter().position(|row| row.heading == line.heading);
        let ranked = || (rows.len() == lines.len()).then_some(rank);
        let free = |taken: &[bool], row: Option<usize>| row.filter(|row| !taken[*row]);
        let row = known.or_else(|| free(&taken, named())).or_else(|| free(&taken, ranked()));
        match row {
            Some(row) => {
                taken[row] = true;
                let row = &rows[row];
                let mut stray = fill(index, findings, row, line);
                if table.is_of_today && compared(&line.heading) != compared(&row.heading) {
                    stray.insert(0, line.heading.clone());
                }
                let remark = Remark::at(RemarkCode::Stray, &table.question.place());
                say(findings, remark, &stray);
            }
            None => add(index, findings, table.question, line),
        }
    }
}

/// Keeps a row that the dossier does not have, and says it.
fn add(index: &Index<'_>, findings: &mut Findings, question: &Asked, line: &Line) {
    let said = |cell: &String| if index.is_prompt(cell) { String::new() } else { cell.clone() };
    let cells: Vec<String> = line.cells.iter().map(said).collect();
    let follows = if question.rows_beyond(1).is_empty() { "non" } else { "oui" };
    let remark = Remark::at(RemarkCode::AddedRow, &question.place()).with("suit", follows);
    say(findings, remark, &cells);
    if cells.iter().any(|cell| !cell.is_empty()) {
        findings.added.push((question.id.clone(), cells));
    }
}

/// Keeps the cells of a row. Returns what stands where it has none.
fn fill(index: &Index<'_>, findings: &mut Findings, row: &Row, line: &Line) -> Vec<String> {
    let mut stray: Vec<String> = Vec::new();
    let is_said = |(_, cell): &(usize, &String)| !index.is_prompt(cell);
    for (column, cell) in line.cells.iter().enumerate().filter(is_said) {
        match row.cells.get(column).copied().flatten() {
            Some(field) if !line.known.contains(&field) => {
                findings.keep(index, field, Found::Text(cell.clone()));
            }
            _ => stray.push(cell.clone()),
        }
    }
    stray
}

/// Says what stands in these cells, if anything does.
fn say(findings: &mut Findings, remark: Remark, cells: &[String]) {
    let said: Vec<&str> =
        cells.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
    if !said.is_empty() {
        let quoted = text::quoted(&said.join(" | "));
        findings.say(remark.with("texte", quoted));
    }
}
