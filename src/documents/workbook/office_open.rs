//! XLSX: the sheets of a workbook, cell by cell.

use std::collections::BTreeMap;

use super::cells::Cells;
use super::opened::{Opened, cell, place};
use crate::answers::code::RefusalCode;
use crate::answers::said::Refusal;
use crate::documents::package::read::Archive;
use crate::documents::xml::stream::{Piece, each};
use crate::model::workbook::Value;

pub const WORKBOOK: &str = "xl/workbook.xml";
const RELATIONS: &str = "xl/_rels/workbook.xml.rels";
const STRINGS: &str = "xl/sharedStrings.xml";

/// The sheets and the named cells.
pub fn read(archive: &mut Archive<'_>) -> Result<Opened, Refusal> {
    let broken = || Refusal::new(RefusalCode::BrokenArchive);
    let workbook = archive.part(WORKBOOK)?.ok_or_else(broken)?;
    let relations = relations(&archive.part(RELATIONS)?.unwrap_or_default())?;
    let strings = match archive.part(STRINGS)? {
        Some(strings) => shared(&strings)?,
        None => Vec::new(),
    };
    let mut opened = Opened::default();
    let mut sheets: Vec<(String, String)> = Vec::new();
    let mut name = None;
    let mut reference = String::new();
    each(&workbook, |piece| {
        match piece {
            Piece::Open(element) => match &*element.name() {
                "sheet" => {
                    let name = element.attribute("name").unwrap_or_default();
                    sheets.push((name, element.attribute("id").unwrap_or_default()));
                }
                "definedName" => name = element.attribute("name"),
                _ => {}
            },
            Piece::Words(words) if name.is_some() => reference.push_str(words),
            Piece::Close("definedName") => {
                let place = place(&std::mem::take(&mut reference));
                opened.names.extend(name.take().zip(place));
            }
            Piece::Words(_) | Piece::Close(_) => {}
        }
        Ok(())
    })?;
    let mut cells = Cells::default();
    for (name, id) in sheets {
        // Charts and macros have sheets without cells.
        let Some(part) = relations.get(&id) else { continue };
        let Some(sheet) = archive.part(part)? else { continue };
        cells.open(name);
        read_sheet(&sheet, &strings, &mut cells)?;
    }
    opened.sheets = cells.sheets;
    Ok(opened)
}

/// The part of each sheet, by the id of its relation.
fn relations(text: &str) -> Result<BTreeMap<String, String>, Refusal> {
    let mut parts = BTreeMap::new();
    if text.is_empty() {
        return Ok(parts);
    }
    each(text, |piece| {
        if let Piece::Open(element) = piece
            && let (Some(id), Some(target)) = (element.attribute("Id"), element.attribute("Target"))
        {
            let whole = target.strip_prefix('/').map(str::to_owned);
            parts.insert(id, whole.unwrap_or_else(|| format!("xl/{target}")));
        }
        Ok(())
    })?;
    Ok(parts)
}

/// The texts that cells share.
fn shared(text: &str) -> Result<Vec<String>, Refusal> {
    let mut strings = Vec::new();
    let mut words = Words::default();
    each(text, |piece| {
        match &piece {
            Piece::Close("si") => strings.push(words.take()),
            other => words.hear(other),
        }
        Ok(())
    })?;
    Ok(strings)
}

/// The words of a text, in one run or several, without how Japanese ones are pronounced.
#[derive(Default)]
struct Words {
    said: String,
    is_open: bool,
    is_phonetic: bool,
}

impl Words {
    fn hear(&mut self, piece: &Piece<'_, '_>) {
        match piece {
            Piece::Open(element) => match &*element.name() {
                "t" | "v" => self.is_open = true,
                "rPh" => self.is_phonetic = true,
                _ => {}
            },
            Piece::Close("t" | "v") => self.is_open = false,
            Piece::Close("rPh") => self.is_phonetic = false,
            Piece::Words(words) if self.is_open && !self.is_phonetic => self.said.push_str(words),
            Piece::Words(_) | Piece::Close(_) => {}
        }
    }

    fn take(&mut self) -> String {
        decoded(&std::mem::take(&mut self.said))
    }
}

/// Excel writes what XML cannot hold as `_x000D_` (ECMA-376, part 1, 22.9.2.19).
fn decoded(text: &str) -> String {
    let mut decoded = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, code) = rest.split_at(at);
        decoded.push_str(before);
        let digits = code.get(2..7).and_then(|digits| digits.strip_suffix('_'));
        let letter = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        match letter.and_then(char::from_u32) {
            Some(letter) => {
                decoded.extend(Some(letter).filter(|letter| *letter != '\r'));
                rest = &code[7..];
            }
            None => {
                decoded.push_str("_x");
                rest = &code[2..];
            }
        }
    }
    decoded + rest
}

fn read_sheet(text: &str, strings: &[String], cells: &mut Cells) -> Result<(), Refusal> {
    let mut words = Words::default();
    let (mut row, mut column, mut next_row, mut next) = (0, 0, 0, 0);
    let mut kind = String::new();
    each(text, |piece| {
        match &piece {
            Piece::Open(element) if element.name() == "row" => {
                let said = element.attribute("r").and_then(|row| row.parse::<usize>().ok());
                row = said.and_then(|row| row.checked_sub(1)).unwrap_or(next_row);
                (next_row, next) = (row.saturating_add(1), 0);
            }
            Piece::Open(element) if element.name() == "c" => {
                let place = element.attribute("r").and_then(|place| cell(&place));
                column = place.map_or(next, |(column, _)| column);
                next = column + 1;
                kind = element.attribute("t").unwrap_or_default();
                words = Words::default();
            }
            Piece::Close("c") => cells.put(row, column, value(&kind, words.take(), strings))?,
            other => words.hear(other),
        }
        Ok(())
    })
}

/// What a cell of that kind holds.
fn value(kind: &str, words: String, strings: &[String]) -> Value {
    match kind {
        "s" => {
            let shared = words.trim().parse::<usize>().ok().and_then(|rank| strings.get(rank));
            Value::text(shared.cloned().unwrap_or_default())
        }
        "" | "n" => words.trim().parse().map_or_else(|_| Value::text(&words), Value::Number),
        _ => Value::text(words),
    }
}
