//! *Réponses* as a CSV that opens by a double click in a French spreadsheet: semicolons, decimal commas, days as 17/01/2022.
//!
//! A spreadsheet guesses what a text is, and would write a SIRET 8,4E+13, lose the 0 of a telephone number, make a day of `1/2` and obey
//! `=1+1`. A SIRET and a telephone number are grouped as people write them, with a thin space that no spreadsheet takes
//! for one of a number; an apostrophe precedes whatever else would be guessed at.

use super::heads::ROWS_OF_HEADS;
use crate::answers::day;
use crate::model::siret::Siret;
use crate::model::visible::visible;
use crate::model::workbook::{Sheet, Value};

const THIN: char = '\u{2009}';

/// The rows of a sheet, under its heads, with the mark by which spreadsheets know UTF-8.
pub fn csv(sheet: &Sheet) -> Vec<u8> {
    let mut csv = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    for row in sheet.rows.iter().skip(ROWS_OF_HEADS as usize - 1) {
        let cells = row.cells.iter().map(|cell| written(cell.value.result()));
        csv.write_record(cells).expect("memory takes every byte");
    }
    csv.into_inner().expect("memory takes every byte")
}

fn written(value: &Value) -> String {
    match value {
        Value::Empty | Value::Formula(..) => String::new(),
        Value::Text(text) => unguessed(&visible(text)),
        Value::Number(number) | Value::Euros(number) | Value::Share(number) => {
            number.to_string().replace('.', ",")
        }
        Value::Date(date) => date.strftime("%d/%m/%Y").to_string(),
    }
}

/// A text that is taken for no number, no day and no formula.
fn unguessed(text: &str) -> String {
    if let Some(siret) = Siret::new(text) {
        return grouped(&siret.to_string(), &[3, 3, 3, 5]);
    }
    let digits: String = text.chars().filter(|c| !is_between(*c)).collect();
    let is_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
    if is_digits && digits.len() == 10 && digits.starts_with('0') {
        return grouped(&digits, &[2; 5]);
    }
    if is_guessed(text) { format!("'{text}") } else { text.to_owned() }
}

/// What people put between the digits of a telephone number.
fn is_between(c: char) -> bool {
    c.is_whitespace() || matches!(c, '.' | '-' | '/')
}

fn grouped(digits: &str, lengths: &[usize]) -> String {
    let mut rest = digits;
    let groups = lengths.iter().map(|length| {
        let (group, after) = rest.split_at((*length).min(rest.len()));
        rest = after;
        group
    });
    groups.collect::<Vec<&str>>().join(&THIN.to_string())
}

/// Whether a spreadsheet would make something else of it.
fn is_guessed(text: &str) -> bool {
    let text = text.trim_matches(|c: char| c.is_whitespace());
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '␍']);
    let in_figures = |c: char| {
        c.is_ascii_digit()
            || is_between(c)
            || matches!(c, ',' | ':' | 'e' | 'E' | '%' | '€' | '$' | '(' | ')')
    };
    let is_number = text.contains(|c: char| c.is_ascii_digit()) && text.chars().all(in_figures);
    is_formula || is_number || day::is_like(text)
}

#[cfg(test)]
mod tests {
    use jiff::civil::Date;

    use super::{csv, written};
    use crate::model::workbook::{Look, Row, Sheet, Value};

    fn check(text: &str, expected: &str) {
        assert_eq!(written(&Value::text(text)), expected);
    }

    #[test]
    fn what_a_spreadsheet_would_guess_stays_what_was_typed() {
        check("00010000100007", "000\u{2009}100\u{2009}001\u{2009}00007");
        check("0199001234", "01\u{2009}99\u{2009}00\u{2009}12\u{2009}34");
        check("01.99.00 12 34", "01\u{2009}99\u{2009}00\u{2009}12\u{2009}34");
        for text in [
            "=1+1",
            "+33 1 99 00 12 34",
            "-x",
            "@y",
            " =1",
            "12345678901234",
            "007",
            "1/2",
            "3-4",
            "1E5",
            "12:30",
            "50 %",
            "1 250,5",
            "2022-01-17",
            "12 mars",
            "mars 2022",
            "le 1er mai 2022",
        ] {
            check(text, &format!("'{text}"));
        }
        for text in
            ["Groupement", "2 emplois", "10 rue du Port", "(voir annexe)", "mars", "e", "€", ""]
        {
            check(text, text);
        }
    }

    #[test]
    fn days_and_numbers_are_french() {
        assert_eq!(written(&Value::Date(Date::constant(2022, 1, 17))), "17/01/2022");
        assert_eq!(written(&Value::Euros(1250.5)), "1250,5");
        assert_eq!(written(&Value::Number(3.0)), "3");
    }

    #[test]
    fn the_row_of_names_is_left_out() {
        let rows = [["a", "b"], ["A ; B", "C"], ["une \"ligne\"\net une", ""]];
        let rows = rows.map(|row| Row::of(Look::Plain, row.map(Value::text))).to_vec();
        let bytes = csv(&Sheet { rows, ..Sheet::default() });
        let expected = "\u{feff}\"A ; B\";C\r\n\"une \"\"ligne\"\"\net une\";\r\n";
        assert_eq!(String::from_utf8(bytes).expect("UTF-8"), expected);
    }
}
