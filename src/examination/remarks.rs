//! *Remarques*: what is said of each dossier, a line each.

use super::examined::Examined;
use super::heads::{Head, sheet};
use super::words::Words;
use crate::model::workbook::{Look, Row, Sheet, Value};

/// The sheet.
pub fn remarks(words: Words<'_>, dossiers: &[&Examined]) -> Sheet {
    let heads = [Head::File, Head::Code, Head::Place, Head::Message];
    let of_dossier = |dossier: &&Examined| {
        let file = dossier.file.clone();
        let said = dossier.answers.remarks.iter().map(|remark| {
            let place = remark.place.clone().unwrap_or_default();
            let cells = [file.clone(), remark.code.name().to_owned(), place, words.remark(remark)];
            Row::of(Look::Plain, cells.map(Value::text))
        });
        said.collect::<Vec<Row>>()
    };
    sheet(words, "feuille-remarques", &heads, dossiers.iter().flat_map(of_dossier).collect())
}
