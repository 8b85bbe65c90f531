//! A dossier as documents lay it out: its longer words are paragraphs, in the order of its reading.

use super::paragraph::Paragraph;
use super::paragraphs::{self, Layout};
use super::typeset::Pass;
use crate::model::abbreviation::Abbreviations;
use crate::model::address::Links;
pub use crate::model::told::Phrase;
use crate::model::told::dossier as told;
pub use crate::model::told::dossier::{
    BudgetLine, CellKind, Choice, Column, Field, FieldKind, FormWords, Rows,
};
use crate::model::told::text::Text;

pub type Dossier = told::Dossier<Paragraph>;
#[cfg(any(test, feature = "pdf"))]
pub type Guide = told::Guide<Paragraph>;
pub type Part = told::Part<Paragraph>;
pub type Question = told::Question<Paragraph>;
pub type Kind = told::Kind<Paragraph>;
pub type Budget = told::Budget<Paragraph>;

/// Lays a dossier out: notes take their numbers, abbreviations are spelt out at their first use.
pub fn lay(dossier: told::Dossier<Text>, links: Links<'_>, known: &Abbreviations) -> Dossier {
    let lang = dossier.lang.clone();
    let mut layout = Layout::new(&lang, links);
    let mut pass = Pass::new(&lang, known);
    dossier.laid(&mut |texts| {
        let mut paragraphs = paragraphs::of(&mut layout, &texts);
        pass.paragraphs(&mut paragraphs);
        paragraphs
    })
}
