//! The pages that lead on from addresses that pages had, each at an address that nothing else has.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::content::Shown;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::address::Address;
use crate::model::id::Lang;
use crate::model::regional::RegionalCall;
use crate::model::settings::Settings;
use crate::model::site::{Page, Subject, TextPage};
use crate::model::source::Span;
use crate::model::upkeep::Upkeep;

/// The pages of a site, and those that lead to them.
pub struct Moved<'a> {
    diagnostics: &'a mut Diagnostics,
    settings: &'a Settings,
    /// By their address in small letters: some disks and servers read it so.
    live: HashMap<String, usize>,
    pages: &'a [Page],
    claims: HashMap<String, Span>,
    /// What is wrong in every region is said once.
    refused: BTreeSet<Span>,
    added: Vec<Page>,
}

impl<'a> Moved<'a> {
    /// None yet that leads to one of `pages`.
    pub fn new(
        diagnostics: &'a mut Diagnostics,
        settings: &'a Settings,
        pages: &'a [Page],
    ) -> Self {
        let live = pages.iter().enumerate();
        let live = live.map(|(rank, page)| (page.address.as_str().to_lowercase(), rank)).collect();
        let (claims, refused, added) = (HashMap::new(), BTreeSet::new(), Vec::new());
        Self { diagnostics, settings, live, pages, claims, refused, added }
    }

    /// Every page that leads on.
    pub fn pages(mut self, shown: &Shown, texts: &[Arc<TextPage>]) -> Vec<Page> {
        for of in &shown.regions {
            let region = |lang: &Lang| Address::page(lang, of.region.slug.as_str());
            self.all(&of.region.upkeep, region);
            for call in &of.calls {
                self.call(call);
            }
            for abstention in &of.abstentions {
                self.all(&abstention.upkeep, region);
            }
        }
        for call in &shown.drafts {
            self.call(call);
        }
        for text in texts {
            self.all(&text.upkeep, |lang| Address::page(lang, text.slug.as_str()));
        }
        self.added
    }

    fn call(&mut self, call: &RegionalCall) {
        let region = &call.region.slug;
        let to = |lang: &Lang| Address::call(lang, region, &call.call.slug);
        self.all(&call.upkeep, to);
        for name in &call.call.upkeep.former {
            if !self.refused.contains(&name.span) {
                self.one(&format!("{region}/{}", name.path), name.span, to);
            }
        }
    }

    fn all(&mut self, upkeep: &Upkeep, to: impl Fn(&Lang) -> Address + Copy) {
        for address in &upkeep.former {
            self.one(&address.path, address.span, to);
        }
    }

    /// The page at `path`, in every language; where it is taken, that is said once.
    fn one(&mut self, path: &str, span: Span, to: impl Fn(&Lang) -> Address) {
        let reference = self.settings.reference();
        let key = format!("{reference}/{path}").to_lowercase();
        let live = self.live.get(&key).map(|rank| self.pages[*rank].address.to_string());
        let first = self.claims.get(&key);
        if live.is_none() && first.is_none() {
            self.claims.insert(key, span);
            return self.lead_on(path, to);
        }
        let taken = Diagnostic::new(Code::TakenAddress, span);
        let taken = first.copied().into_iter().fold(taken, Diagnostic::and);
        let raison = if live.is_some() { "page" } else { "ancienne" };
        let address = live.unwrap_or_else(|| format!("{reference}/{path}"));
        self.diagnostics.push(taken.with("adresse", address).with("raison", raison));
        self.refused.insert(span);
    }

    fn lead_on(&mut self, path: &str, to: impl Fn(&Lang) -> Address) {
        for language in &self.settings.languages {
            let lang = &language.lang;
            let target = self.live.get(&to(lang).as_str().to_lowercase());
            // An address that was taken by another page has none, which has been said.
            let Some(target) = target.map(|rank| &self.pages[*rank]) else { continue };
            self.added.push(Page {
                address: Address::new(format!("{lang}/{path}")),
                subject: Subject::Moved {
                    to: target.address.clone(),
                    subject: Box::new(target.subject.clone()),
                },
                ..target.clone()
            });
        }
    }
}
