//! Answers of many files as one table: CSV, JSON, or a workbook.
//!
//! A row a file; columns in the order of the dossiers, those of several dossiers together. A cell that a spreadsheet
//! would take for a formula is a text.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};
use serde::Serialize;

use super::answer::Answer;
use super::claim::Claim;
use crate::model::visible::{escaped_json, visible};

/// The columns before those of the answers.
const FIRST: [&str; 5] = ["fichier", "appel", "region", "langue", "version"];
/// The longest text that a cell of a workbook takes.
const LONGEST_CELL: usize = 32_767;

/// The answers of one file.
pub struct Row {
    /// Its path, as it was given.
    pub file: String,
    pub claim: Claim,
    pub given: BTreeMap<String, Answer>,
    /// What was said of it: code, place and sentence.
    pub remarks: Vec<Said>,
}

/// A remark, in words.
#[derive(Debug, Clone, Serialize)]
pub struct Said {
    pub code: &'static str,
    #[serde(skip_serializing_if = "Option::is_none", rename = "question")]
    pub place: Option<String>,
    pub message: String,
}

/// All rows, with their columns.
pub struct Table {
    /// Of the last call met; none when no file was read.
    date: Option<Date>,
    /// Ids of fields.
    columns: Vec<String>,
    rows: Vec<Row>,
}

impl Table {
    /// A table; `orders` are the date and the fields of each dossier met, in reading order.
    pub fn new<'f>(orders: impl IntoIterator<Item = (Date, Vec<&'f str>)>, rows: Vec<Row>) -> Self {
        let mut table = Self { date: None, columns: Vec::new(), rows };
        for (date, order) in orders {
            table.date = table.date.max(Some(date));
            merge(&mut table.columns, &order);
        }
        table
    }

    /// Values separated by commas (RFC 4180), with the mark by which spreadsheets know UTF-8.
    pub fn csv(&self) -> Vec<u8> {
        let mut csv = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .from_writer("\u{feff}".as_bytes().to_vec());
        let heads = FIRST.into_iter().chain(self.columns.iter().map(String::as_str));
        csv.write_record(heads).expect("memory takes every byte");
        for row in &self.rows {
            let first = row.first().map(harmless);
            let rest = self.columns.iter().map(|column| row.given.get(column).map(written));
            let rest = rest.map(Option::unwrap_or_default);
            let cells: Vec<String> = first.into_iter().chain(rest).collect();
            csv.write_record(cells).expect("memory takes every byte");
        }
        csv.into_inner().expect("memory takes every byte")
    }

    /// A list of objects, one a file.
    pub fn json(&self) -> Vec<u8> {
        let rows: Vec<JsonRow<'_>> = self.rows.iter().map(|row| self.json_row(row)).collect();
        let json = serde_json::to_string_pretty(&rows).expect("every key is a text") + "\n";
        escaped_json(&json).into_owned().into_bytes()
    }

    fn json_row<'t>(&'t self, row: &'t Row) -> JsonRow<'t> {
        let given = self.columns.iter().filter_map(|column| row.given.get_key_value(column));
        let answers = given.map(|(column, answer)| (column.as_str(), answer));
        let [file, call, region, lang, version] = row.first();
        let answers = InOrder(answers.collect());
        JsonRow { file, call, region, lang, version, answers, remarks: &row.remarks }
    }

    /// A workbook: texts as texts, amounts as numbers, the first row and column always in sight.
    pub fn xlsx(&self) -> Result<Vec<u8>, XlsxError> {
        let mut workbook = Workbook::new();
        workbook.set_properties(&self.properties()?);
        let sheet = workbook.add_worksheet();
        sheet.set_name("reponses")?.set_freeze_panes(1, 1)?;
        let bold = Format::new().set_bold();
        let heads = FIRST.into_iter().chain(self.columns.iter().map(String::as_str));
        for (column, head) in (0..).zip(heads) {
            sheet.write_string_with_format(0, column, head, &bold)?;
        }
        for (line, row) in (1..).zip(&self.rows) {
            for (column, value) in (0..).zip(row.first()) {
                sheet.write_string(line, column, visible(value))?;
            }
            for (column, name) in (5..).zip(&self.columns) {
                match row.given.get(name) {
                    Some(Answer::Number(number)) => sheet.write_number(line, column, *number)?,
                    Some(Answer::Text(text)) => {
                        sheet.write_string(line, column, visible(cut(text)))?
                    }
                    Some(Answer::Tick(ticked)) => {
                        sheet.write_string(line, column, tick(*ticked))?
                    }
                    None => sheet,
                };
            }
        }
        workbook.save_to_buffer()
    }

    /// Without a date the library would write the moment of its making: two readings would differ.
    fn properties(&self) -> Result<DocProperties, XlsxError> {
        let first = Date::constant(1900, 1, 1);
        let date = self.date.unwrap_or(first).max(first);
        let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
        let date = ExcelDateTime::from_ymd(date.year().unsigned_abs(), month, day)?;
        Ok(DocProperties::new().set_creation_datetime(&date))
    }
}

impl Row {
    fn first(&self) -> [&str; 5] {
        let claim = &self.claim;
        [
            &self.file,
            claim.call.as_deref().unwrap_or_default(),
            claim.region.as_deref().unwrap_or_default(),
            claim.lang.as_deref().unwrap_or_default(),
            claim.version.as_deref().unwrap_or_default(),
        ]
    }
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
    remarks: &'t [Said],
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

/// Puts the columns of one dossier among those of others: each after the one it follows.
fn merge(columns: &mut Vec<String>, order: &[&str]) {
    let mut at = 0;
    for id in order {
        match columns.iter().position(|column| column == id) {
            Some(known) => at = known + 1,
            None => {
                columns.insert(at, (*id).to_owned());
                at += 1;
            }
        }
    }
}

fn written(answer: &Answer) -> String {
    match answer {
        Answer::Text(text) => harmless(text),
        Answer::Tick(ticked) => tick(*ticked).to_owned(),
        Answer::Number(number) => number.to_string(),
    }
}

fn tick(ticked: bool) -> &'static str {
    if ticked { "oui" } else { "non" }
}

/// A spreadsheet takes for a formula what begins so; an apostrophe makes it a text. What would command a terminal is made
/// visible.
fn harmless(text: &str) -> String {
    let text = visible(text);
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if formula { format!("'{text}") } else { text.into_owned() }
}

/// What a cell of a workbook takes, counted as workbooks do.
fn cut(text: &str) -> &str {
    let mut length = 0;
    let too_long = text.char_indices().find(|(_, c)| {
        length += c.len_utf16();
        length > LONGEST_CELL
    });
    too_long.map_or(text, |(end, _)| &text[..end])
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use jiff::civil::Date;

    use super::{Row, Table, cut, merge};
    use crate::answers::answer::Answer;
    use crate::answers::claim::Claim;

    fn table(answers: &[(&str, Answer)]) -> Table {
        let given: BTreeMap<String, Answer> =
            answers.iter().map(|(id, answer)| ((*id).to_owned(), answer.clone())).collect();
        let claim = Claim { call: Some("amige".to_owned()), ..Claim::default() };
        let row = Row { file: "a.odt".to_owned(), claim, given, remarks: Vec::new() };
        let columns = answers.iter().map(|(id, _)| *id).collect();
        Table::new([(Date::constant(2021, 12, 8), columns)], vec![row])
    }

    fn text(text: &str) -> Answer {
        Answer::Text(text.to_owned())
    }

    #[test]
    fn no_cell_of_a_csv_is_a_formula() {
        let csv = table(&[
            ("a", text("=1+1")),
            ("b", text("+33")),
            ("c", text("-x")),
            ("d", text("@y")),
            ("e", Answer::Number(1250.5)),
            ("f", Answer::Tick(true)),
            ("h", text("a\u{1b}[2J\u{9b}\r=1")),
            ("g", text("une \"ligne\"\net une")),
        ]);
        let expected = "\u{feff}fichier,appel,region,langue,version,a,b,c,d,e,f,h,g\r\n\
            a.odt,amige,,,,'=1+1,'+33,'-x,'@y,1250.5,oui,a␛[2J\u{fffd}␍=1,\"une \"\"ligne\"\"\net une\"\r\n";
        assert_eq!(String::from_utf8(csv.csv()).expect("UTF-8"), expected);
    }

    #[test]
    fn json_keeps_the_order_and_the_kinds() {
        let json =
            table(&[("z", text("é")), ("a", Answer::Number(60_000.0)), ("b", Answer::Tick(false))]);
        let json = String::from_utf8(json.json()).expect("UTF-8");
        let answers = json.split("\"reponses\": ").nth(1).expect("answers");
        let answers: String = answers.split_whitespace().collect();
        assert_eq!(answers, r#"{"z":"é","a":60000.0,"b":false},"remarques":[]}]"#);
    }

    #[test]
    fn columns_of_two_dossiers_keep_their_order() {
        let mut columns = Vec::new();
        merge(&mut columns, &["a", "b", "d"]);
        merge(&mut columns, &["a", "c", "d", "e"]);
        assert_eq!(columns, ["a", "c", "b", "d", "e"].map(str::to_owned));
    }

    #[test]
    fn a_cell_of_a_workbook_is_not_too_long() {
        let long = "🐟".repeat(20_000);
        assert_eq!(cut(&long).chars().count(), 16_383);
        assert!(table(&[("a", text(&long))]).xlsx().is_ok());
    }
}
