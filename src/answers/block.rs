//! A file as a flow of paragraphs, whatever its format.

/// A paragraph, in reading order.
#[derive(Debug, Default)]
pub struct Block {
    /// Its words, but for those that were read as the answer of a field.
    pub words: String,
    /// The ranks of the fields whose places begin in it.
    pub fields: Vec<usize>,
    pub cell: Option<Cell>,
    /// Whether its style is one of those that only the form's own words have.
    pub is_ours: bool,
}

/// Where a paragraph of a table stands; tables are numbered from 0, and so are their rows and columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    pub table: usize,
    pub row: usize,
    pub column: usize,
    /// In a row that comes back on each page.
    pub head: bool,
}
