//! What surrounds a text: the page it is on, the language it is written in, and what its values mean there.

use std::collections::BTreeMap;

use super::moments;
use crate::model::address::Address;
use crate::model::id::{Lang, Slug};
use crate::model::localized::Localized;
use crate::model::prose::{NoticeKind, Prose};
use crate::model::region::Service;
use crate::model::regional::{RegionalCall, RegionalStep};
use crate::model::settings::{Accessibility, Legal};
use crate::model::site::Site;
use crate::model::territory::Territory;
use crate::model::time::Zone;
use crate::model::value::{Fixed, Value};
use crate::pages::html::{self, Footnotes};
use crate::pages::view::{Rich, Text};
use crate::words::{Arg, Words, grammar};

/// What every page of the site shares.
pub struct SiteContext<'a> {
    pub site: &'a Site,
    pub words: &'a BTreeMap<Lang, Words>,
    pub paris: Zone,
    /// Of the documents that are made; a preview makes them when they are asked for.
    pub weights: &'a BTreeMap<Address, usize>,
}

/// The page being written.
#[derive(Clone, Copy)]
pub struct PageContext<'a> {
    pub shared: &'a SiteContext<'a>,
    /// The words of the page's language.
    pub words: &'a Words,
    /// The language its subject is shown in: the reference, when the page is not translated.
    pub content: &'a Lang,
    pub address: &'a Address,
    pub call: Option<&'a RegionalCall>,
    pub links: Links,
}

/// How links inside the site are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Links {
    /// From the page, so that the site holds under any address.
    Relative,
    /// For what is read away from the site.
    Absolute,
}

/// A text on a page, in a language that may not be the page's.
#[derive(Clone, Copy)]
pub struct TextContext<'a> {
    pub page: PageContext<'a>,
    /// The words of the text's language.
    pub words: &'a Words,
    /// Whose documents the text may name.
    pub owner: Option<&'a Slug>,
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

impl<'a> PageContext<'a> {
    /// The context of a text in `lang` on this page.
    pub fn text_in(self, lang: &Lang, owner: Option<&'a Slug>) -> TextContext<'a> {
        TextContext { page: self, words: self.shared.words(lang), owner }
    }

    /// `lang`, when it is not the page's.
    pub fn foreign(&self, lang: &Lang) -> Option<String> {
        (*lang != self.words.lang).then(|| lang.to_string())
    }

    /// Plain text of the subject.
    pub fn text(&self, localized: &Localized<String>) -> Text {
        let shown = localized.show(self.content);
        Text { text: shown.value.clone(), lang: self.foreign(shown.lang) }
    }

    /// Text around the subject, in the page's language whatever the subject is shown in.
    pub fn chrome<'t>(&self, localized: &'t Localized<String>) -> &'t str {
        localized.show(&self.words.lang).value
    }

    /// A whole text of the subject.
    pub fn rich(
        self,
        localized: &Localized<Prose>,
        owner: Option<&'a Slug>,
        notes: &mut Footnotes,
    ) -> Rich {
        let shown = localized.show(self.content);
        let context = self.text_in(shown.lang, owner);
        Rich { html: html::html(&context, shown.value, notes), lang: self.foreign(shown.lang) }
    }

    /// The link to another page or file of the site.
    pub fn link(&self, to: &Address) -> String {
        match self.links {
            Links::Relative => self.address.link_to(to),
            Links::Absolute => self.shared.absolute(to),
        }
    }

    /// The link to an element of the page.
    pub fn anchor(&self, id: &str) -> String {
        match self.links {
            Links::Relative => format!("#{id}"),
            Links::Absolute => format!("{}#{id}", self.shared.absolute(self.address)),
        }
    }
}

impl TextContext<'_> {
    /// The word that says why a passage is set apart, in the text's language.
    pub fn notice(&self, kind: NoticeKind) -> String {
        self.words.say(&format!("callout_{}", kind.name()), &[])
    }

    /// The link to an attached file.
    pub fn document(&self, name: &str) -> String {
        match self.owner {
            Some(owner) => self.page.link(&Address::document(owner, name)),
            None => String::new(),
        }
    }

    /// The words a value stands for, in the text's language.
    pub fn value(&self, value: &Value) -> String {
        let found = match value {
            Value::Fixed(fixed) => self.fixed(*fixed),
            Value::Parameter(name) => self.page.call.and_then(|call| {
                let named =
                    |p: &&crate::model::regional::RegionalParameter| p.parameter.name == *name;
                let parameter = &call.parameters.iter().find(named)?.parameter;
                Some(self.words.amount(parameter.value, parameter.unit))
            }),
            Value::StepDate(id) => self.step(id).and_then(|step| {
                let day = moments::day(self.page.shared, self.page.call?, step);
                Some(self.unless_cancelled(step, self.words.day(day)))
            }),
            Value::StepDeadline(id) => self.step(id).and_then(|step| {
                let call = self.page.call?;
                let moment = moments::sentence(self.page.shared, self.words, call, step);
                Some(self.unless_cancelled(step, moment))
            }),
        };
        // An unknown name has been said to be an error: the page is not published.
        found.unwrap_or_else(|| format!("{{{{ {} }}}}", value.name()))
    }

    fn step(&self, id: &str) -> Option<&RegionalStep> {
        self.page.call?.steps.iter().find(|step| step.step.id.as_str() == id)
    }

    fn unless_cancelled(&self, step: &RegionalStep, moment: String) -> String {
        match step.cancelled {
            None => moment,
            Some(_) => self.words.say("cancelled_moment", &[("moment", Arg::Text(&moment))]),
        }
    }

    fn fixed(&self, fixed: Fixed) -> Option<String> {
        let lang = &self.words.lang;
        let own = |text: &Localized<String>| Some(text.show(lang).value.clone());
        let shared = self.page.shared;
        let settings = &shared.site.settings;
        let legal = shared.legal();
        match fixed {
            Fixed::SiteTitle => own(&settings.title),
            Fixed::SiteAddress => Some(shared.site.address.clone()),
            Fixed::PublisherName => own(&legal.publisher.name),
            Fixed::PublisherAddress => own(&legal.publisher.address),
            Fixed::PublisherPhone => own(&legal.publisher.phone),
            Fixed::Director => own(&legal.director),
            Fixed::HostName => own(&legal.host.name),
            Fixed::HostAddress => own(&legal.host.address),
            Fixed::HostPhone => own(&legal.host.phone),
            Fixed::LegalContact => Some(legal.contact.clone()),
            Fixed::AccessibilityState => Some(accessibility_state(shared, self.words)),
            Fixed::AccessibilityResults => Some(accessibility_results(shared, self.words)),
            Fixed::CallTitle => own(&self.page.call?.call.title),
            Fixed::CallShort => Some(self.page.call?.call.short.clone()),
            Fixed::CallPublished => Some(self.words.date(self.page.call?.call.published)),
            Fixed::TerritoryName => own(&self.page.call?.region.territory.name),
            Fixed::TerritoryThe => self.territory(grammar::territory_the),
            Fixed::TerritoryOf => self.territory(grammar::territory_of),
            Fixed::TerritoryIn => self.territory(grammar::territory_in),
            Fixed::ServiceAcronym => Some(self.page.call?.region.service.acronym.clone()),
            Fixed::ServiceName => own(&self.page.call?.region.service.name),
            Fixed::ServiceThe => self.service(grammar::service_the),
            Fixed::ServiceOf => self.service(grammar::service_of),
            Fixed::ServiceTo => self.service(grammar::service_to),
            Fixed::ServiceSite => Some(self.page.call?.region.service.site.clone()),
        }
    }

    fn territory(&self, form: fn(&Words, &Territory) -> String) -> Option<String> {
        Some(form(self.words, &self.page.call?.region.territory))
    }

    fn service(&self, form: fn(&Words, &Service) -> String) -> Option<String> {
        Some(form(self.words, &self.page.call?.region.service))
    }
}

/// "non conforme": the state that the law lets the site claim today (décret 2019-768, art. 5).
pub fn accessibility_state(shared: &SiteContext<'_>, words: &Words) -> String {
    let day = shared.site.now.to_zoned(shared.paris.rules.clone()).date();
    let name = match shared.site.settings.accessibility(day) {
        Accessibility::Total => "accessibility_total",
        Accessibility::Partial => "accessibility_partial",
        Accessibility::None => "accessibility_none",
    };
    words.say(name, &[])
}

fn accessibility_results(shared: &SiteContext<'_>, words: &Words) -> String {
    let day = shared.site.now.to_zoned(shared.paris.rules.clone()).date();
    match &shared.site.settings.audit {
        Some(audit) if audit.valid_on(day) => words.say(
            "accessibility_results",
            &[
                ("rate", Arg::Text(&words.number(audit.rate))),
                ("auditor", Arg::Text(&audit.auditor)),
                ("date", Arg::Text(&words.date(audit.date))),
            ],
        ),
        _ => words.say("accessibility_results_none", &[]),
    }
}
