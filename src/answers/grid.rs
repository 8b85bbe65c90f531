//! Tables: which row of a file is which row of the dossier, and rows that someone put in.
//!
//! A row is known by the fields that it holds; else by its heading, which is never a field; else by its rank, where
//! no row was put in or taken out. What stands in any other row is said, so that nothing is lost in silence.

use super::code::RemarkCode;
use super::found::{Findings, Found};
use super::index::{Index, MOST_REMARKS};
use super::said::Remark;
use super::side::Side;
use super::text;
use crate::model::questionnaire::{Asked, BudgetRow, Shape};

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

/// Keeps what stands in cells that nothing else leads to, and says what stands in rows that the dossier does not have.
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
        let Some(row) = row else {
            let said: Vec<&str> =
                line.cells.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
            if !said.is_empty() && findings.remarks.len() < MOST_REMARKS {
                let quoted = text::excerpt(&said.join(" | "));
                let remark = Remark::at(RemarkCode::AddedRow, &table.question.place());
                findings.remarks.push(remark.with("texte", quoted));
            }
            continue;
        };
        taken[row] = true;
        for (field, cell) in rows[row].cells.iter().zip(&line.cells) {
            if let Some(field) = field.filter(|field| !line.known.contains(field)) {
                findings.keep(index, field, Found::Text(cell.clone()));
            }
        }
    }
}
