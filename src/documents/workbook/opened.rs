//! What a file of sheets gives: its sheets, and the cells that have names.

use std::collections::BTreeMap;

use crate::answers::claim::Claim;
use crate::model::workbook::{Sheet, Value};

/// A workbook, and what it says of itself.
#[derive(Debug, Default)]
pub struct Opened {
    pub claim: Claim,
    pub sheets: Vec<Sheet>,
    /// Named cells: the name of their sheet, and their place in it.
    pub names: BTreeMap<String, Named>,
}

/// A cell that has a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    pub sheet: String,
    pub row: usize,
    pub column: usize,
}

impl Opened {
    /// What the cell of that name holds.
    pub fn named(&self, name: &str) -> Option<&Value> {
        let Named { sheet, row, column } = self.names.get(name)?;
        let sheet = self.sheets.iter().find(|known| known.name == *sheet)?;
        sheet.rows.get(*row)?.cells.get(*column).map(|cell| &cell.value)
    }
}

/// The sheet and the place of "$Feuille.$B$7", "'Ma feuille'!$B$7".
pub fn place(reference: &str) -> Option<Named> {
    let at = reference.rfind(['!', '.'])?;
    let sheet = reference[..at].trim_start_matches('$');
    let quoted = sheet.strip_prefix('\'').and_then(|sheet| sheet.strip_suffix('\''));
    let sheet = quoted.map_or_else(|| sheet.to_owned(), |sheet| sheet.replace("''", "'"));
    let (column, row) = cell(&reference[at + 1..].replace('$', ""))?;
    Some(Named { sheet, row, column })
}

/// The column and the row, from 0, of "B7".
pub fn cell(place: &str) -> Option<(usize, usize)> {
    let letters = place.len() - place.trim_start_matches(|c: char| c.is_ascii_uppercase()).len();
    // "XFD" is the last column of any program.
    if !(1..=3).contains(&letters) {
        return None;
    }
    let (letters, row) = place.split_at(letters);
    let column = letters.bytes().fold(0, |rank, byte| rank * 26 + usize::from(byte - b'A') + 1);
    Some((column - 1, row.parse::<usize>().ok()?.checked_sub(1)?))
}
