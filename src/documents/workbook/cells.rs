//! Cells as they are read, put in their places: a file may say that it has a million columns, and bounds are those of sheets
//! that people fill.

use crate::answers::code::RefusalCode;
use crate::answers::said::Refusal;
use crate::model::workbook::{Cell, Row, Sheet, Value};

/// Files of 2 000 dossiers have 400 000, all sheets together; with a remark on every question of each, twice as many.
const MOST_CELLS: usize = 4_000_000;
/// Those of a spreadsheet: cells count, whatever rows and columns they are in.
const MOST_ROWS: usize = 1 << 20;
const MOST_COLUMNS: usize = 1 << 14;
/// A text may be repeated, or shared by cells.
const MOST_BYTES: usize = 256 << 20;

/// The sheets of a file, as they are read.
#[derive(Default)]
pub struct Cells {
    pub sheets: Vec<Sheet>,
    /// Cells kept, and those left empty before them.
    count: usize,
    bytes: usize,
}

impl Cells {
    /// One more sheet, to which cells go from now on.
    pub fn open(&mut self, name: String) {
        self.sheets.push(Sheet { name, ..Sheet::default() });
    }

    /// Puts a value in the sheet that is open; what is empty needs no place.
    pub fn put(&mut self, row: usize, column: usize, value: Value) -> Result<(), Refusal> {
        let Some(sheet) = self.sheets.last_mut().filter(|_| value != Value::Empty) else {
            return Ok(());
        };
        if row >= MOST_ROWS || column >= MOST_COLUMNS {
            return Err(too_big());
        }
        if sheet.rows.len() <= row {
            self.count += row + 1 - sheet.rows.len();
            sheet.rows.resize_with(row + 1, Row::default);
        }
        let cells = &mut sheet.rows[row].cells;
        if cells.len() <= column {
            self.count += column + 1 - cells.len();
            cells.resize_with(column + 1, Cell::default);
        }
        if let Value::Text(words) = &value {
            self.bytes += words.len();
        }
        if self.count > MOST_CELLS || self.bytes > MOST_BYTES {
            return Err(too_big());
        }
        cells[column] = value.into();
        Ok(())
    }
}

fn too_big() -> Refusal {
    Refusal::new(RefusalCode::HarmfulXml).with("raison", "taille")
}
