//! The budget as an ODS workbook that computes and checks, valid in strict ODF 1.3.
//!
//! One sheet for each budget of the dossier. It is locked, without password, save the cells to fill in; a reader of
//! screens still reaches every cell. Each field of the budget, totals included, has a defined name: see
//! [`names::bookmarks`](super::names::bookmarks). Formulas carry the result that they have when nothing is filled in.

mod plan;
mod sheet;
mod styles;

use super::odf::{manifest, meta};
use super::package::write::Package;
use crate::documents::sheet::Dossier;
use plan::Plan;

/// What the file says it is.
pub const MEDIA_TYPE: &str = "application/vnd.oasis.opendocument.spreadsheet";

/// The bytes of the `.ods` file; a workbook is offered only where the dossier asks for a budget.
pub fn write(dossier: &Dossier) -> Vec<u8> {
    let plans: Vec<Plan<'_>> = dossier.budgets().map(|(q, b)| Plan::new(dossier, q, b)).collect();
    Package::open_document(MEDIA_TYPE)
        .add("content.xml", &sheet::part(dossier, &plans))
        .add("styles.xml", &styles::part(dossier))
        .add("meta.xml", &meta(dossier, &dossier.budget_name()))
        .add("settings.xml", &sheet::settings(&plans))
        .add(
            "META-INF/manifest.xml",
            &manifest(MEDIA_TYPE, &["content.xml", "styles.xml", "meta.xml", "settings.xml"]),
        )
        .finish()
}

#[cfg(test)]
mod tests;
