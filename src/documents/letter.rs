//! A letter as a file lays it out: its text is paragraphs.

use super::about::About;
use super::paragraph::Paragraph;
use super::paragraphs::{self, Layout};
use super::typeset::Pass;
use crate::model::abbreviation::Abbreviations;
use crate::model::address::Links;
use crate::model::told::letter as told;
use crate::model::told::text::Text;

pub type Letter = told::Letter<Paragraph>;

/// Lays a letter out: notes take their numbers, abbreviations are spelt out at their first use.
pub fn lay(letter: told::Letter<Text>, links: Links<'_>, known: &Abbreviations) -> Letter {
    let lang = letter.lang.clone();
    let mut layout = Layout::new(&lang, links);
    let mut pass = Pass::new(&lang, known);
    letter.laid(&mut |texts| {
        let mut paragraphs = paragraphs::of(&mut layout, &texts);
        pass.paragraphs(&mut paragraphs);
        paragraphs
    })
}

impl Letter {
    /// Every paragraph of its text.
    pub fn paragraphs(&self) -> impl Iterator<Item = &Paragraph> {
        self.body.iter().flat_map(|part| &part.text)
    }

    /// What its file says of itself.
    pub fn about(&self) -> About<'_> {
        About {
            title: &self.subject,
            subject: &self.call.text,
            author: &self.service,
            lang: &self.lang,
            date: self.date,
        }
    }
}
