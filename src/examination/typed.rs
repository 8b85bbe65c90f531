//! What examiners typed in the grid of a workbook: read back, so that nothing of it is lost or typed again.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Span;
use jiff::civil::Date;

use super::examined::Examined;
use super::grid_heads::{GridHead, MARK};
use super::words::Words;
use crate::answers::day;
use crate::model::decision::Decision;
use crate::model::marking::Marking;
use crate::model::role::Role;
use crate::model::workbook::{Look, Row, Sheet, Value};

/// How far down the names of columns are looked for.
const HIGHEST: usize = 20;

/// The row of a dossier.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Typed {
    pub file: String,
    /// By the name of its column.
    cells: BTreeMap<String, Value>,
}

/// The rows of all grids: sheets that have the columns of one, whatever they are called and wherever they were moved.
pub fn of(sheets: &[Sheet]) -> Vec<Typed> {
    with(sheets, &[GridHead::File.name(), GridHead::Decision.name()])
}

/// The rows of the sheets that have those columns.
pub fn with(sheets: &[Sheet], columns: &[&str]) -> Vec<Typed> {
    sheets.iter().flat_map(|sheet| rows(sheet, columns)).collect()
}

/// Whether a sheet has the heads of a grid, in the language of some `words`, without the names of its columns: what is typed
/// there cannot be read.
pub fn has_lost_names(sheets: &[Sheet], words: &[Words<'_>]) -> bool {
    let needed = [GridHead::File, GridHead::Decision];
    let has = |sheet: &Sheet, said: &dyn Fn(GridHead) -> String| {
        let mut rows = sheet.rows.iter().take(HIGHEST);
        rows.any(|row| {
            let holds = |head: &GridHead| {
                row.cells.iter().any(|cell| self::words(cell.value.result()) == said(*head))
            };
            needed.iter().all(holds)
        })
    };
    sheets.iter().any(|sheet| {
        let named = has(sheet, &|head| head.name().to_owned());
        !named && words.iter().any(|words| has(sheet, &|head| words.say(head.name())))
    })
}

/// The row of each dossier, by its file: that of the file, else the only one of its SIRET. Then what was typed, and that no
/// grid of theirs would show.
pub fn matched<'t>(
    dossiers: &[&Examined],
    typed: &'t [Typed],
) -> (BTreeMap<String, &'t Typed>, Vec<&'t Typed>) {
    let typed: Vec<&Typed> = typed.iter().filter(|typed| typed.is_typed()).collect();
    let by_file: BTreeMap<&str, &Typed> = typed.iter().map(|t| (t.file.as_str(), *t)).collect();
    let is_read: BTreeSet<&str> = dossiers.iter().map(|dossier| dossier.file.as_str()).collect();
    let mut by_siret: BTreeMap<String, Vec<&Typed>> = BTreeMap::new();
    for typed in typed.iter().filter(|typed| !is_read.contains(typed.file.as_str())) {
        by_siret.entry(typed.words(GridHead::Siret).unwrap_or_default()).or_default().push(typed);
    }
    let mut matched = BTreeMap::new();
    for dossier in dossiers {
        let own = by_file.get(dossier.file.as_str()).copied().or_else(|| {
            let siret = dossier.word_of(Role::Siret)?;
            let [only] = by_siret.remove(&siret)?[..] else { return None };
            Some(only)
        });
        let marking = dossier.setting.marking.as_ref();
        let own = own.filter(|own| marking.is_some_and(|marking| own.fits(marking)));
        matched.extend(own.map(|own| (dossier.file.clone(), own)));
    }
    let kept: BTreeSet<*const Typed> =
        matched.values().map(|typed| std::ptr::from_ref(*typed)).collect();
    let is_lost = |typed: &&Typed| !kept.contains(&std::ptr::from_ref(*typed));
    (matched, typed.into_iter().filter(is_lost).collect())
}

fn rows(sheet: &Sheet, columns: &[&str]) -> Vec<Typed> {
    let names = |row: &Row| -> Vec<String> {
        row.cells.iter().map(|cell| words(cell.value.result())).collect()
    };
    let is_named =
        |names: &Vec<String>| columns.iter().all(|column| names.iter().any(|n| n == column));
    // Rows may have been put in above.
    let found =
        sheet.rows.iter().take(HIGHEST).map(names).enumerate().find(|(_, names)| is_named(names));
    let Some((at, names)) = found else { return Vec::new() };
    let row = |row: &Row| {
        let cells = names.iter().zip(&row.cells).filter(|(name, _)| !name.is_empty());
        let cells = cells.map(|(name, cell)| (name.clone(), meant(name, cell.value.result())));
        let cells: BTreeMap<String, Value> =
            cells.filter(|(_, value)| *value != Value::Empty).collect();
        let file = cells.get(GridHead::File.name()).map(words).unwrap_or_default();
        Typed { file, cells }
    };
    // The heads stand under the names.
    let rows = sheet.rows.iter().skip(at + 2).map(row);
    rows.filter(|typed| !typed.cells.is_empty()).collect()
}

/// A workbook may keep a day as how many have passed since 30 December 1899, and says no unit of a number.
fn meant(name: &str, value: &Value) -> Value {
    const FIRST: Date = Date::constant(1899, 12, 30);
    let Value::Number(number) = value else { return value.clone() };
    let head = GridHead::ALL.iter().find(|head| head.name() == name);
    match head.map(|head| head.look()) {
        Some(Look::OpenEuros) => Value::Euros(*number),
        Some(Look::OpenDay) => {
            let days = number.to_string().split('.').next().and_then(|days| days.parse().ok());
            let span = days.and_then(|days: i32| Span::new().try_days(days).ok());
            let day = span.and_then(|span| FIRST.checked_add(span).ok());
            day.map_or(Value::Number(*number), Value::Date)
        }
        _ => value.clone(),
    }
}

/// What a cell says.
fn words(value: &Value) -> String {
    match value {
        Value::Empty | Value::Formula(..) => String::new(),
        Value::Text(words) => words.trim().to_owned(),
        Value::Number(number) | Value::Euros(number) | Value::Share(number) => number.to_string(),
        Value::Date(day) => day.to_string(),
    }
}

impl Typed {
    /// What the cell of a column holds.
    pub fn value(&self, name: &str) -> Option<&Value> {
        self.cells.get(name)
    }

    /// What it says, in words.
    pub fn words(&self, head: GridHead) -> Option<String> {
        self.said(head.name())
    }

    /// The same, of any column.
    pub fn said(&self, name: &str) -> Option<String> {
        self.cells.get(name).map(words).filter(|words| !words.is_empty())
    }

    /// A number, an amount.
    pub fn number(&self, name: &str) -> Option<f64> {
        match self.cells.get(name)? {
            Value::Number(number) | Value::Euros(number) | Value::Share(number) => Some(*number),
            Value::Text(text) => {
                let text = text.trim().trim_end_matches(['€', ' ', '\u{a0}', '\u{202f}']);
                let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
                digits.replacen(',', ".", 1).parse().ok().filter(|number: &f64| number.is_finite())
            }
            Value::Empty | Value::Formula(..) | Value::Date(_) => None,
        }
    }

    /// A day.
    pub fn day(&self, head: GridHead) -> Option<Date> {
        match self.cells.get(head.name())? {
            Value::Date(day) => Some(*day),
            Value::Text(text) => day::of(text),
            _ => None,
        }
    }

    /// What was decided, where it can be understood.
    pub fn decision(&self) -> Option<Decision> {
        self.words(GridHead::Decision).and_then(|words| Decision::of(&words))
    }

    /// Whether the grid has a place for each of its marks.
    fn fits(&self, marking: &Marking) -> bool {
        let mut marks = self.cells.keys().filter_map(|name| name.strip_prefix(MARK));
        marks.all(|id| marking.criteria.iter().any(|criterion| criterion.id == id))
    }

    /// Whose row it is.
    pub fn who(&self) -> String {
        self.words(GridHead::Applicant).unwrap_or_else(|| self.file.clone())
    }

    /// Whether anything was typed by hand.
    pub fn is_typed(&self) -> bool {
        self.cells.keys().any(|name| is_open(name))
    }
}

/// Whether a column is written in by hand.
fn is_open(name: &str) -> bool {
    name.starts_with(MARK) || GridHead::ALL.iter().any(|h| h.name() == name && h.is_open())
}
