//! A call's page, for texts that are read elsewhere: links are absolute.

use crate::html::Markup;
use crate::model::address::{Address, Links};
use crate::model::id::Lang;
use crate::model::regional::RegionalCall;
use crate::tell::voice::{SiteContext, Voice};

/// Who tells of the call, and where its page is.
pub struct Abroad<'a> {
    pub voice: Voice<'a>,
    address: Address,
}

impl<'a> Abroad<'a> {
    /// Of `call` in a language in which it exists, or one of its texts.
    pub fn new(shared: &'a SiteContext<'a>, lang: &'a Lang, call: &'a RegionalCall) -> Self {
        let voice = Voice { call: Some(call), ..Voice::of_site(shared, lang) };
        Self { voice, address: Address::call(lang, &call.region.slug, &call.call.slug) }
    }

    /// The address of the page.
    pub fn url(&self) -> String {
        self.links().to(&self.address)
    }

    /// The address of an element of the page.
    pub fn anchor(&self, id: &str) -> String {
        self.links().section(id)
    }

    /// What writes its texts.
    pub fn markup(&self) -> Markup<'_> {
        let Voice { shared, words, .. } = self.voice;
        Markup {
            lang: &words.lang,
            links: self.links(),
            words: shared.words,
            abbreviations: &shared.site.settings.abbreviations,
            classes: &shared.theme.identity.classes,
        }
    }

    fn links(&self) -> Links<'_> {
        Links {
            page: &self.address,
            text: &self.address,
            site: Some(&self.voice.shared.site.address),
        }
    }
}
