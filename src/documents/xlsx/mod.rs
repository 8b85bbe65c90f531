//! The budget as a workbook: one locked sheet whose light cells take amounts, with live totals and checks.
//!
//! Each cell to fill in bears a defined name, the bookmark of its field in the other formats ([`bookmarks`](super::names::bookmarks));
//! formulas carry the result that an empty budget gives, for programs that do not calculate. Texts are clipped to what
//! a workbook holds, so nothing that a team writes can make the library refuse.

pub mod clipped;
pub mod looks;
mod sheet;

use std::io::{Cursor, Read};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use zip::ZipArchive;

use super::names::Property;
use super::package::write::Package;
use crate::documents::sheet::{Budget, Dossier, Question};
use clipped::clipped;

/// The bytes of the file; a workbook is offered only where the dossier asks for a budget.
pub fn write(dossier: &Dossier) -> Result<Vec<u8>, XlsxError> {
    let (question, budget) = dossier.budgets().next().expect("the dossier asks for a budget");
    let bytes = workbook(dossier, question, budget)?;
    Ok(with_language(&bytes, dossier))
}

fn workbook(dossier: &Dossier, question: &Question, budget: &Budget) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(dossier)?);
    sheet::add(&mut workbook, dossier, question, budget)?;
    // It is compressed again once it says its language.
    workbook.set_zip_compression_level(1).save_to_buffer()
}

fn properties(dossier: &Dossier) -> Result<DocProperties, XlsxError> {
    let date = dossier.date;
    let (year, month, day) = (date.year(), date.month(), date.day());
    let year = u16::try_from(year).unwrap_or(1900);
    let day = ExcelDateTime::from_ymd(year, month.unsigned_abs(), day.unsigned_abs())?;
    let properties = DocProperties::new()
        .set_title(clipped(&dossier.budget_name(), 255))
        .set_subject(clipped(&dossier.call.text, 255))
        .set_author(clipped(&dossier.service, 255))
        .set_creation_datetime(&day);
    Ok(Property::ALL.into_iter().fold(properties, |properties, property| {
        properties.set_custom_property(property.name(), clipped(property.of(dossier), 255))
    }))
}

/// The library knows no `dc:language`.
fn with_language(bytes: &[u8], dossier: &Dossier) -> Vec<u8> {
    const END: &str = "</cp:coreProperties>";
    let language = format!("<dc:language>{}</dc:language>{END}", dossier.lang.as_str());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("it was just written");
    let mut package = Package::new();
    for rank in 0..archive.len() {
        let mut part = archive.by_index(rank).expect("it was just written");
        let name = part.name().expect("names of parts are ASCII").to_string();
        let mut content = String::new();
        part.read_to_string(&mut content).expect("parts are XML in UTF-8");
        if name == "docProps/core.xml" {
            content = content.replace(END, &language);
        }
        package = package.add(&name, content.as_bytes());
    }
    package.finish()
}

#[cfg(test)]
mod tests;
