//! ODS: the sheets of `content.xml`, cell by cell. Cells and rows that are the same are written once, with their number.

use super::cells::Cells;
use super::opened::{Opened, place};
use crate::answers::code::RefusalCode;
use crate::answers::said::Refusal;
use crate::documents::odt::names::CONTENT;
use crate::documents::package::read::Archive;
use crate::documents::xml::stream::{Element, Piece, each};
use crate::model::workbook::Value;

/// The sheets and the named cells.
pub fn read(archive: &mut Archive<'_>) -> Result<Opened, Refusal> {
    let content = archive.part(CONTENT)?;
    let content = content.ok_or_else(|| Refusal::new(RefusalCode::BrokenArchive))?;
    let mut reading = Reading::default();
    each(&content, |piece| reading.hear(&piece))?;
    Ok(Opened { sheets: reading.cells.sheets, ..reading.opened })
}

/// Where the reading stands.
#[derive(Default)]
struct Reading {
    opened: Opened,
    cells: Cells,
    row: usize,
    column: usize,
    /// The values of the row, each with its column and how many times it stands there.
    met: Vec<(usize, usize, Value)>,
    row_count: usize,
    cell: Option<Pending>,
    /// Notes on cells, and tables in them, are no value.
    notes: usize,
    lines: usize,
}

/// A cell whose words are still to come.
struct Pending {
    value: Value,
    words: String,
    count: usize,
}

impl Reading {
    fn hear(&mut self, piece: &Piece<'_, '_>) -> Result<(), Refusal> {
        match piece {
            Piece::Open(element) => self.enter(element),
            Piece::Close(name) => self.leave(name)?,
            Piece::Words(words) => {
                if let Some(cell) = self.cell.as_mut().filter(|_| self.notes == 0) {
                    cell.words.push_str(words);
                }
            }
        }
        Ok(())
    }

    fn enter(&mut self, element: &Element<'_>) {
        match &*element.name() {
            "table" => {
                self.cells.open(element.attribute("name").unwrap_or_default());
                self.row = 0;
            }
            "table-row" => {
                self.row_count = element.count("number-rows-repeated");
                self.column = 0;
                self.met.clear();
            }
            "table-cell" | "covered-table-cell" => {
                let (value, words) = (value(element), String::new());
                let count = element.count("number-columns-repeated");
                self.cell = Some(Pending { value, words, count });
                self.lines = 0;
            }
            "annotation" => self.notes += 1,
            "p" if self.notes == 0 => {
                if let Some(cell) = self.cell.as_mut().filter(|_| self.lines > 0) {
                    cell.words.push('\n');
                }
                self.lines += 1;
            }
            "s" | "tab" | "line-break" if self.notes == 0 => {
                let blank = if element.name() == "line-break" { "\n" } else { " " };
                let count = element.count("c").min(1000);
                if let Some(cell) = &mut self.cell {
                    cell.words.push_str(&blank.repeat(count));
                }
            }
            "named-range" => {
                let reference = element.attribute("cell-range-address");
                let place = reference.as_deref().and_then(place);
                self.opened.names.extend(element.attribute("name").zip(place));
            }
            _ => {}
        }
    }

    fn leave(&mut self, name: &str) -> Result<(), Refusal> {
        match name {
            "annotation" => self.notes = self.notes.saturating_sub(1),
            "table-cell" | "covered-table-cell" => {
                let Some(Pending { value, words, count }) = self.cell.take() else { return Ok(()) };
                let value = if value == Value::Empty { Value::text(words) } else { value };
                if value != Value::Empty {
                    self.met.push((self.column, count, value));
                }
                self.column = self.column.saturating_add(count);
            }
            "table-row" => {
                for row in 0..self.row_count {
                    // A sheet ends with a million empty rows.
                    if self.met.is_empty() {
                        break;
                    }
                    for (column, count, value) in &self.met {
                        for rank in 0..*count {
                            self.cells.put(self.row + row, column + rank, value.clone())?;
                        }
                    }
                }
                self.row = self.row.saturating_add(self.row_count);
            }
            _ => {}
        }
        Ok(())
    }
}

/// What a cell holds beside its words.
fn value(element: &Element<'_>) -> Value {
    let number = |name: &str| element.attribute(name)?.parse().ok().map(Value::Number);
    let value = match element.attribute("value-type").as_deref() {
        Some("float" | "percentage" | "currency") => number("value"),
        Some("date") => {
            let day = element.attribute("date-value");
            let day = day.and_then(|day| day.get(..10)?.parse().ok());
            day.map(Value::Date)
        }
        _ => None,
    };
    value.unwrap_or_default()
}
