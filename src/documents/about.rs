//! What a file says of itself, whatever its format.

use jiff::civil::Date;

use super::sheet::Dossier;
use crate::model::id::Lang;

/// The properties that suites show, and that screen readers say first.
pub struct About<'a> {
    pub title: &'a str,
    pub subject: &'a str,
    pub author: &'a str,
    pub lang: &'a Lang,
    pub date: Date,
}

impl<'a> About<'a> {
    /// Of a file of a dossier.
    pub fn dossier(dossier: &'a Dossier, title: &'a str) -> Self {
        let (subject, author) = (&dossier.call.text, &dossier.service);
        Self { title, subject, author, lang: &dossier.lang, date: dossier.date }
    }
}
