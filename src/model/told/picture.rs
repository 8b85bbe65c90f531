//! What a picture says that stands for a page where its link is shared.

use crate::model::id::Lang;

/// The words of a picture, in the order of its reading.
#[derive(Debug, Clone)]
#[cfg_attr(not(feature = "pdf"), expect(dead_code, reason = "only what draws it reads all of it"))]
pub struct Picture {
    pub lang: Lang,
    pub right_to_left: bool,
    /// The name of the site; nothing where it is the title.
    pub site: String,
    /// "AMIGE 2022".
    pub title: String,
    /// "en Bretagne", or what the site is.
    pub subtitle: String,
    pub facts: Vec<Fact>,
    /// "DREETS Bretagne".
    pub service: String,
    /// All of it in sentences, for who does not see it.
    pub alternative: String,
}

/// A deadline, or the most that the call gives.
#[derive(Debug, Clone)]
#[cfg_attr(not(feature = "pdf"), expect(dead_code, reason = "only what draws it reads all of it"))]
pub struct Fact {
    /// "Date limite de dépôt".
    pub label: String,
    /// "lundi 17 janvier 2022".
    pub value: String,
    /// "23 h 59, heure de La Réunion".
    pub note: String,
}
