//! A letter to one applicant, in one language: every word decided.

use jiff::civil::Date;

use super::Phrase;
use crate::model::id::Lang;

/// The letter, its longer words laid out or not.
#[derive(Debug, Clone)]
pub struct Letter<T> {
    pub lang: Lang,
    pub right_to_left: bool,
    /// "DREETS Bretagne".
    pub service: String,
    /// Its whole name.
    pub service_name: Phrase,
    pub call: Phrase,
    /// Whom it is for: a line each.
    pub recipient: Vec<String>,
    /// "Le 17 janvier 2022".
    pub dated: String,
    /// The day it bears.
    pub date: Date,
    /// "Objet : votre candidature".
    pub subject: String,
    pub body: Vec<LetterPart<T>>,
    /// The names of the values that are not known, and left to fill in.
    pub blanks: Vec<String>,
    /// At the foot of each page, before its number.
    pub footer: String,
    /// "Page 2 sur 6", in three.
    pub page_of: [String; 3],
}

/// What stands under a heading, or before the first.
#[derive(Debug, Clone)]
pub struct LetterPart<T> {
    pub heading: Option<String>,
    pub text: Vec<T>,
}

impl<T> Letter<T> {
    /// The same, laid out by `lay`, in reading order.
    pub fn laid<U>(self, lay: &mut impl FnMut(Vec<T>) -> Vec<U>) -> Letter<U> {
        let body = self.body.into_iter();
        let body = body.map(|part| LetterPart { heading: part.heading, text: lay(part.text) });
        Letter {
            body: body.collect(),
            lang: self.lang,
            right_to_left: self.right_to_left,
            service: self.service,
            service_name: self.service_name,
            call: self.call,
            recipient: self.recipient,
            dated: self.dated,
            date: self.date,
            subject: self.subject,
            blanks: self.blanks,
            footer: self.footer,
            page_of: self.page_of,
        }
    }
}
