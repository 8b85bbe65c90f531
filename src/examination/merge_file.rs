//! The fields of letters, a row a letter: what an office suite merges into a letter of one's own.

use jiff::civil::Date;

use super::people_csv;
use super::words::Words;
use crate::model::letter::Addressee;
use crate::model::workbook::{Look, Row, Sheet, Value};

/// A letter and to whom it is written.
pub struct Line<'a> {
    pub file: &'a str,
    pub dossier: &'a str,
    pub applicant: &'a Addressee,
}

/// The bytes of the file, which opens by a double click.
pub fn csv<'a>(words: Words<'_>, lines: impl IntoIterator<Item = Line<'a>>) -> Vec<u8> {
    let names = Row::of(Look::Name, HEADS.map(Value::text));
    let heads = Row::of(Look::Head, HEADS.map(|head| Value::text(words.say(head))));
    let lines = lines.into_iter().map(|line| Row::of(Look::Plain, values(&line)));
    let rows = [names, heads].into_iter().chain(lines).collect();
    people_csv::csv(&Sheet { rows, ..Sheet::default() })
}

const HEADS: [&str; 14] = [
    "courrier",
    "fichier",
    "organisme",
    "siret",
    "representant",
    "qualite",
    "adresse",
    "projet",
    "recu-le",
    "reponse-avant",
    "manquantes",
    "montant",
    "motif",
    "convention",
];

fn values(Line { file, dossier, applicant }: &Line<'_>) -> [Value; HEADS.len()] {
    let words = |words: &Option<String>| Value::text(words.as_deref().unwrap_or_default());
    let day = |day: Option<Date>| day.map_or(Value::Empty, Value::Date);
    [
        Value::text(*file),
        Value::text(*dossier),
        words(&applicant.organisation),
        words(&applicant.siret),
        words(&applicant.representative),
        words(&applicant.capacity),
        words(&applicant.address),
        words(&applicant.project),
        day(applicant.received),
        day(applicant.reply_by),
        Value::text(applicant.missing.join("\n")),
        applicant.amount.map_or(Value::Empty, Value::Euros),
        words(&applicant.reason),
        day(applicant.agreement),
    ]
}
