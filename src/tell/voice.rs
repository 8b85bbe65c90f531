//! Who speaks, and in which language: what every text, value and moment of a call is told with.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::kept::Kept;
use crate::model::address::Address;
use crate::model::id::Lang;
use crate::model::letter::Addressee;
use crate::model::localized::Localized;
use crate::model::partial::PartialLanguage;
use crate::model::regional::RegionalCall;
use crate::model::settings::Legal;
use crate::model::site::Site;
use crate::model::theme::Theme;
use crate::model::time::Zone;
use crate::model::told::Phrase;
use crate::words::Words;

/// What every word of the site is told with.
pub struct SiteContext<'a> {
    pub site: &'a Site,
    pub words: &'a BTreeMap<Lang, Arc<Words>>,
    pub theme: &'a Theme,
    pub paris: Zone,
    pub kept: &'a Kept,
}

/// A language, and the call that is told in it, if there is one.
#[derive(Clone, Copy)]
pub struct Voice<'a> {
    pub shared: &'a SiteContext<'a>,
    /// The words of the language.
    pub words: &'a Words,
    /// The language in which the subject is shown: the reference, when it does not exist in that one.
    pub content: &'a Lang,
    pub call: Option<&'a RegionalCall>,
    /// The language in which some of its sections are told, beside that one.
    pub partial: Option<&'a PartialLanguage>,
    /// To whom a letter is written, in a letter.
    pub letter: Option<&'a Addressee>,
}

impl<'a> SiteContext<'a> {
    /// The words of a language of the site.
    pub fn words(&self, lang: &Lang) -> &'a Words {
        let reference = self.site.settings.reference();
        self.words.get(lang).unwrap_or_else(|| &self.words[reference])
    }

    /// The public address of a page or file.
    pub fn absolute(&self, address: &Address) -> String {
        format!("{}{}", self.site.address, address.encoded())
    }

    /// The publisher's statements: the region's own on a site it publishes alone.
    pub fn legal(&self) -> &'a Legal {
        let settings = &self.site.settings;
        match &self.site.regions[..] {
            [only] => only.region.legal.as_ref().unwrap_or(&settings.legal),
            _ => &settings.legal,
        }
    }
}

impl<'a> Voice<'a> {
    /// Of the site, in `lang`.
    pub fn of_site(shared: &'a SiteContext<'a>, lang: &'a Lang) -> Self {
        let words = shared.words(lang);
        Self { shared, words, content: lang, call: None, partial: None, letter: None }
    }

    /// Of a call, in `lang`: what does not exist in it is shown in the reference language.
    pub fn of_call(shared: &'a SiteContext<'a>, call: &'a RegionalCall, lang: &'a Lang) -> Self {
        let content = if call.complete_in(lang) { lang } else { shared.site.settings.reference() };
        Self { content, call: Some(call), ..Self::of_site(shared, lang) }
    }

    /// `lang`, when it is not the reader's.
    pub fn foreign(&self, lang: &Lang) -> Option<Lang> {
        (*lang != self.words.lang).then(|| lang.clone())
    }

    /// Words of the subject.
    pub fn phrase(&self, localized: &Localized<String>) -> Phrase {
        let shown = localized.show(self.content);
        Phrase { text: shown.value.clone(), lang: self.foreign(shown.lang) }
    }

    /// Words around the subject, in the reader's language whatever the subject is shown in.
    pub fn around<'t>(&self, localized: &'t Localized<String>) -> &'t str {
        localized.show(&self.words.lang).value
    }
}
