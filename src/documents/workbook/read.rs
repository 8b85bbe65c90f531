//! A workbook that an office saved becomes sheets again: XLSX or ODS, by the names of its parts.
//!
//! Formulas count for what they gave when the file was saved. Nothing is trusted: parts, cells and repetitions have bounds.

use super::opened::Opened;
use super::{office_open, open_document};
use crate::answers::code::RefusalCode;
use crate::answers::said::Refusal;
use crate::documents::package::read::Archive;
use crate::documents::{docx, odf, ods, odt};
use crate::model::workbook::Sheet;

/// Whether a package is a workbook.
pub fn is_workbook(archive: &mut Archive<'_>) -> Result<bool, Refusal> {
    let kind = archive.part("mimetype")?;
    let is_open_document = kind.as_deref().map(str::trim) == Some(ods::MEDIA_TYPE);
    Ok(is_open_document || archive.has(office_open::WORKBOOK))
}

/// The sheets of a workbook that people have worked in.
pub fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Refusal> {
    let none = || Refusal::new(RefusalCode::NotAWorkbook);
    if !bytes.starts_with(b"PK\x03\x04") {
        return Err(none());
    }
    // That of 2 000 dossiers may have a part of 40 MB: their remarks.
    let mut archive = Archive::open_large(bytes)?;
    if !is_workbook(&mut archive)? {
        return Err(none());
    }
    Ok(open(&mut archive)?.sheets)
}

/// Reads a workbook.
pub fn open(archive: &mut Archive<'_>) -> Result<Opened, Refusal> {
    if archive.has(office_open::WORKBOOK) {
        let part = docx::names::CUSTOM_PROPERTIES;
        let claim = archive.claim(part, docx::names::PROPERTY, docx::names::PROPERTY_NAME)?;
        return Ok(Opened { claim, ..office_open::read(archive)? });
    }
    let manifest = archive.part(odt::names::MANIFEST)?.unwrap_or_default();
    if manifest.contains(":encryption-data") {
        return Err(Refusal::new(RefusalCode::Encrypted));
    }
    let claim = archive.claim(odt::names::META, odf::PROPERTY, odf::PROPERTY_NAME)?;
    Ok(Opened { claim, ..open_document::read(archive)? })
}

#[cfg(test)]
mod tests {
    use jiff::civil::Date;

    use super::{Sheet, is_workbook, open};
    use crate::documents::package::read::Archive;
    use crate::documents::workbook::write;
    use crate::model::workbook::{Column, Look, Row, Value, Workbook};

    #[test]
    fn what_is_written_is_read_back() {
        let values = [
            Value::text("=1+1"),
            Value::text("une ligne\net <une> & « é » _x0041_"),
            Value::Number(-12.5),
            Value::Empty,
            Value::Formula("C1*2".to_owned(), Box::new(Value::Number(-25.0))),
            Value::text("  "),
        ];
        let sheet = |name: &str| Sheet {
            name: name.to_owned(),
            columns: vec![Column { width: 10.0 }; values.len()],
            rows: vec![Row::default(), Row::of(Look::Plain, values.clone())],
            filter: Some(0),
            ..Sheet::default()
        };
        let date = Date::constant(2021, 12, 8);
        let sheets = vec![sheet("L’un"), sheet("L'autre & <l'un>")];
        let workbook = Workbook { title: String::new(), date, sheets };
        let bytes = write::write(&workbook).expect("a workbook");
        let mut archive = Archive::open(&bytes).expect("a package");
        assert!(is_workbook(&mut archive).expect("a package"));
        let opened = open(&mut archive).expect("a workbook");
        let names: Vec<&str> = opened.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
        assert_eq!(names, ["L’un", "L'autre & <l'un>"]);
        for sheet in &opened.sheets {
            let read = sheet.rows[1].cells.iter().map(|cell| &cell.value);
            assert_eq!(
                read.collect::<Vec<_>>(),
                values.iter().map(Value::result).collect::<Vec<_>>()
            );
        }
    }
}
