//! Sheets as values, whatever the program that opens them: what is made of dossiers that were read, and what is read back.

use jiff::civil::Date;

/// A file of sheets.
#[derive(Debug, Clone)]
pub struct Workbook {
    pub title: String,
    /// That it bears, so that the same sheets give the same bytes.
    pub date: Date,
    pub sheets: Vec<Sheet>,
}

/// A sheet, from its first row and its first column.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sheet {
    pub name: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// How many rows and columns always stay in sight.
    pub frozen: (u32, u16),
    /// The row (from 0) that heads those to filter and sort.
    pub filter: Option<u32>,
    /// Lists to choose from.
    pub lists: Vec<Choices>,
    /// What numbers may be.
    pub bounds: Vec<Bounds>,
    /// Cells made one, each a row, its first and its last column.
    pub merged: Vec<(u32, u16, u16)>,
    pub upright: bool,
    /// Everything in it is computed: what would be typed there would be lost.
    pub locked: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Column {
    /// In characters.
    pub width: f64,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Row {
    pub cells: Vec<Cell>,
    /// In points; as high as its words where nothing is said.
    pub height: Option<f64>,
    /// For programs alone: the names of columns.
    pub hidden: bool,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cell {
    pub value: Value,
    pub look: Look,
}

/// What a cell holds.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Value {
    #[default]
    Empty,
    Text(String),
    Number(f64),
    Euros(f64),
    /// 0.5 is "50 %".
    Share(f64),
    Date(Date),
    /// In English, as files write it ("SUM(A1:A3)"), and what it gives, for programs that do not calculate.
    Formula(String, Box<Value>),
}

/// How a cell looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Look {
    #[default]
    Plain,
    /// Over a column.
    Head,
    /// The name of a column, for programs.
    Name,
    /// What calls for attention.
    Wrong,
    /// To write words in.
    Open,
    /// To write a number, an amount, a day in.
    OpenNumber,
    OpenEuros,
    OpenDay,
}

/// What may be chosen in some cells of a column.
#[derive(Debug, Clone, PartialEq)]
pub struct Choices {
    pub column: u16,
    /// The first and the last row.
    pub rows: (u32, u32),
    pub offered: Vec<String>,
}

/// Between what the numbers of some cells of a column are.
#[derive(Debug, Clone, PartialEq)]
pub struct Bounds {
    pub column: u16,
    /// The first and the last row.
    pub rows: (u32, u32),
    pub between: (f64, f64),
}

impl Sheet {
    /// The place of a cell in formulas: "B3".
    pub fn place(row: u32, column: u16) -> String {
        let mut letters = Vec::new();
        let mut rest = u32::from(column) + 1;
        while rest > 0 {
            let letter = u8::try_from((rest - 1) % 26).expect("under 26");
            letters.push(char::from(b'A' + letter));
            rest = (rest - 1) / 26;
        }
        let letters: String = letters.into_iter().rev().collect();
        format!("{letters}{}", row + 1)
    }

    /// The rank of its last row.
    pub fn last_row(&self) -> u32 {
        u32::try_from(self.rows.len()).unwrap_or(u32::MAX).saturating_sub(1)
    }
}

impl Row {
    /// Cells of one look.
    pub fn of(look: Look, values: impl IntoIterator<Item = Value>) -> Self {
        let cells = values.into_iter().map(|value| Cell { value, look }).collect();
        Self { cells, ..Self::default() }
    }
}

impl Value {
    /// A text; nothing where it is empty.
    pub fn text(words: impl Into<String>) -> Self {
        let words = words.into();
        if words.is_empty() { Self::Empty } else { Self::Text(words) }
    }

    /// How many there are.
    pub fn count(count: usize) -> Self {
        Self::Number(u32::try_from(count).unwrap_or(u32::MAX).into())
    }

    /// What a formula gives, and any other value as it is.
    pub fn result(&self) -> &Self {
        if let Self::Formula(_, result) = self { result } else { self }
    }
}

impl From<Value> for Cell {
    fn from(value: Value) -> Self {
        Self { value, look: Look::Plain }
    }
}

#[cfg(test)]
mod tests {
    use super::Sheet;

    #[test]
    fn places_have_letters_and_a_rank() {
        for ((row, column), expected) in [
            ((0, 0), "A1"),
            ((9, 25), "Z10"),
            ((1, 26), "AA2"),
            ((0, 701), "ZZ1"),
            ((0, 702), "AAA1"),
        ] {
            assert_eq!(Sheet::place(row, column), expected);
        }
    }
}
