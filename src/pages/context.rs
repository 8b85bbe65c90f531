//! The page being written.

use std::collections::BTreeMap;

use super::view;
use crate::html::{Footnotes, Markup};
use crate::model::address::{Address, Links};
use crate::model::id::Lang;
use crate::model::told::Phrase;
use crate::model::told::text::{Line, Text};
use crate::tell::voice::Voice;

/// Who speaks on it, and from where its links start.
#[derive(Clone, Copy)]
pub struct PageContext<'a> {
    pub voice: Voice<'a>,
    pub address: &'a Address,
    /// Of the page that the sections of its subject are on.
    pub text: &'a Address,
    /// Of the files that are made, in bytes; a preview makes them when they are asked for.
    pub weights: &'a BTreeMap<Address, usize>,
}

impl PageContext<'_> {
    /// The link to another page or file of the site.
    pub fn link(&self, to: &Address) -> String {
        self.address.link_to(to)
    }

    /// A text, for the theme.
    pub fn rich(&self, text: &Text, notes: &mut Footnotes) -> view::Rich {
        view::Rich { html: self.markup().text(text, notes), lang: self.foreign(&text.lang) }
    }

    /// A line as markup.
    pub fn line(&self, line: &Line) -> String {
        self.markup().line(line)
    }

    /// `lang`, when it is not the page's.
    pub fn foreign(&self, lang: &Lang) -> Option<String> {
        self.voice.foreign(lang).map(|lang| lang.to_string())
    }

    fn markup(&self) -> Markup<'_> {
        let Voice { shared, words, .. } = self.voice;
        Markup {
            lang: &words.lang,
            links: Links { page: self.address, text: self.text, site: None },
            words: shared.words,
            abbreviations: &shared.site.settings.abbreviations,
            classes: &shared.theme.identity.classes,
        }
    }
}

/// Words, for the theme.
pub fn phrase(phrase: &Phrase) -> view::Text {
    view::Text { text: phrase.text.clone(), lang: phrase.lang.as_ref().map(Lang::to_string) }
}
