//! Answers of many files as one table for programs: strict CSV, or JSON.
//!
//! A row a file; columns in the order of the dossiers, those of several dossiers together. A cell that a spreadsheet
//! would take for a formula is a text.

use serde::Serialize;

use super::examined::Examined;
use super::fields;
use super::responses::{FIRST, first};
use super::words::Words;
use crate::answers::answer::Answer;
use crate::model::visible::{escaped_json, visible};

/// Values separated by commas (RFC 4180), with the mark by which spreadsheets know UTF-8.
pub fn csv(dossiers: &[&Examined]) -> Vec<u8> {
    let mut csv = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    let fields = fields::of(dossiers);
    let heads = FIRST.iter().map(|(name, _)| *name);
    let heads = heads.chain(fields.iter().map(|field| field.id.as_str()));
    csv.write_record(heads).expect("memory takes every byte");
    for dossier in dossiers {
        let first = first(dossier).map(harmless);
        let rest = fields.iter().map(|field| dossier.given().get(&field.id).map(written));
        let rest = rest.map(Option::unwrap_or_default);
        let cells: Vec<String> = first.into_iter().chain(rest).collect();
        csv.write_record(cells).expect("memory takes every byte");
    }
    csv.into_inner().expect("memory takes every byte")
}

/// A list of objects, one a file.
pub fn json(words: Words<'_>, dossiers: &[&Examined]) -> Vec<u8> {
    let fields = fields::of(dossiers);
    let ids: Vec<&str> = fields.iter().map(|field| field.id.as_str()).collect();
    let rows: Vec<JsonRow<'_>> =
        dossiers.iter().map(|dossier| json_row(words, dossier, &ids)).collect();
    let json = serde_json::to_string_pretty(&rows).expect("every key is a text") + "\n";
    escaped_json(&json).into_owned().into_bytes()
}

fn json_row<'d>(words: Words<'_>, dossier: &'d Examined, ids: &[&'d str]) -> JsonRow<'d> {
    let given = ids.iter().filter_map(|id| Some((*id, dossier.given().get(*id)?)));
    let [file, call, region, lang, version] = first(dossier);
    let answers = InOrder(given.collect());
    let remarks = dossier.answers.remarks.iter().map(|remark| Said {
        code: remark.code.name(),
        place: remark.place.as_deref(),
        message: words.remark(remark),
    });
    JsonRow { file, call, region, lang, version, answers, remarks: remarks.collect() }
}

/// A row as machines read it.
#[derive(Serialize)]
struct JsonRow<'t> {
    #[serde(rename = "fichier")]
    file: &'t str,
    #[serde(rename = "appel")]
    call: &'t str,
    region: &'t str,
    #[serde(rename = "langue")]
    lang: &'t str,
    version: &'t str,
    #[serde(rename = "reponses")]
    answers: InOrder<'t>,
    #[serde(rename = "remarques")]
    remarks: Vec<Said<'t>>,
}

/// A remark, in words.
#[derive(Serialize)]
struct Said<'t> {
    code: &'static str,
    #[serde(skip_serializing_if = "Option::is_none", rename = "question")]
    place: Option<&'t str>,
    message: String,
}

/// Answers in the order of the questions.
struct InOrder<'t>(Vec<(&'t str, &'t Answer)>);

impl Serialize for InOrder<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().copied())
    }
}

impl Serialize for Answer {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Tick(ticked) => serializer.serialize_bool(*ticked),
            Self::Number(number) => serializer.serialize_f64(*number),
        }
    }
}

fn written(answer: &Answer) -> String {
    match answer {
        Answer::Text(text) => harmless(text),
        Answer::Tick(ticked) => if *ticked { "oui" } else { "non" }.to_owned(),
        Answer::Number(number) => number.to_string(),
    }
}

/// A spreadsheet takes for a formula what begins so; an apostrophe makes it a text. What would command a terminal is made
/// visible.
fn harmless(text: &str) -> String {
    let text = visible(text);
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if formula { format!("'{text}") } else { text.into_owned() }
}

#[cfg(test)]
mod tests {
    use super::{csv, json};
    use crate::answers::answer::Answer;
    use crate::diagnostic::{MessageLang, Messages};
    use crate::examination::sample::{examined, text};
    use crate::examination::words::Words;

    #[test]
    fn no_cell_of_a_csv_is_a_formula() {
        let dossier = examined(
            "=a.odt",
            &[
                ("organisme", text("=1+1")),
                ("siret", text("+33")),
                ("territoire", text("a\u{1b}[2J\u{9b}\r=1")),
                ("priorites:mer", Answer::Tick(true)),
                ("budget:charges:achats", Answer::Number(1250.5)),
                ("signature:date", text("une \"ligne\"\net une")),
            ],
        );
        let csv = String::from_utf8(csv(&[&dossier])).expect("UTF-8");
        let (heads, row) = csv.split_once("\r\n").expect("two lines");
        assert!(heads.starts_with("\u{feff}fichier,appel,region,langue,version,organisme,siret,"));
        let expected = "'=a.odt,amige,,,,'=1+1,'+33,a␛[2J\u{fffd}␍=1,oui,,1250.5,,,,,\
            \"une \"\"ligne\"\"\net une\"\r\n";
        assert_eq!(row, expected);
    }

    #[test]
    fn json_keeps_the_order_and_the_kinds() {
        let dossier = examined(
            "a.odt",
            &[
                ("territoire", text("é")),
                ("budget:charges:achats", Answer::Number(60_000.0)),
                ("priorites:mer", Answer::Tick(false)),
            ],
        );
        let messages = Messages::new(MessageLang::French);
        let json = String::from_utf8(json(Words(&messages), &[&dossier])).expect("UTF-8");
        let answers = json.split("\"reponses\": ").nth(1).expect("answers");
        let answers: String = answers.split_whitespace().collect();
        let expected = r#"{"territoire":"é","priorites:mer":false,"budget:charges:achats":60000.0},"remarques":[]}]"#;
        assert_eq!(answers, expected);
    }
}
