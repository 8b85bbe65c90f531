//! What a value stands for where a call is told: its figures, its dates, its names as grammar asks.

use super::addressee;
use super::moments;
use super::technologies;
use super::voice::{SiteContext, Voice};
use crate::model::localized::Localized;
use crate::model::region::Service;
use crate::model::regional::{RegionalParameter, RegionalStep};
use crate::model::settings::Accessibility;
use crate::model::territory::Territory;
use crate::model::value::{Fixed, Value};
use crate::words::{Arg, Words, grammar};

impl Voice<'_> {
    /// What a value stands for, in the `words` of a text.
    pub fn value(&self, words: &Words, value: &Value) -> String {
        let found = match value {
            Value::Fixed(fixed) => self.fixed(words, *fixed),
            Value::Parameter(name) => self.call.and_then(|call| {
                let named = |p: &&RegionalParameter| p.parameter.name == *name;
                let parameter = &call.parameters.iter().find(named)?.parameter;
                Some(words.amount(parameter.value, parameter.unit))
            }),
            Value::StepDate(id) => self.step(id).and_then(|step| {
                let date = moments::date(self.shared, words, self.call?, step);
                Some(unless_cancelled(words, step, date))
            }),
            Value::StepDeadline(id) => self.step(id).and_then(|step| {
                let call = self.call?;
                let moment = moments::sentence(self.shared, words, call, step);
                Some(unless_cancelled(words, step, moment))
            }),
        };
        // An unknown name has been said to be an error: the page is not published.
        found.unwrap_or_else(|| format!("{{{{ {} }}}}", value.name()))
    }

    fn step(&self, id: &str) -> Option<&RegionalStep> {
        self.call?.steps.iter().find(|step| step.step.id.as_str() == id)
    }

    fn fixed(&self, words: &Words, fixed: Fixed) -> Option<String> {
        let lang = &words.lang;
        let own = |text: &Localized<String>| Some(text.show(lang).value.clone());
        let shared = self.shared;
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
            Fixed::AccessibilityState => Some(accessibility_state(shared, words)),
            Fixed::AccessibilityResults => Some(accessibility_results(shared, words)),
            Fixed::AccessibilityTechnologies => Some(technologies::list(shared.site, shared.theme)),
            Fixed::CallTitle => own(&self.call?.call.title),
            Fixed::CallShort => Some(self.call?.call.short.clone()),
            Fixed::CallPublished => Some(words.date(self.call?.call.published)),
            Fixed::TerritoryName => own(&self.call?.region.territory.name),
            Fixed::TerritoryThe => self.territory(words, grammar::territory_the),
            Fixed::TerritoryOf => self.territory(words, grammar::territory_of),
            Fixed::TerritoryIn => self.territory(words, grammar::territory_in),
            Fixed::ServiceAcronym => Some(self.call?.region.service.acronym.clone()),
            Fixed::ServiceName => own(&self.call?.region.service.name),
            Fixed::ServiceThe => self.service(words, grammar::service_the),
            Fixed::ServiceOf => self.service(words, grammar::service_of),
            Fixed::ServiceTo => self.service(words, grammar::service_to),
            Fixed::ServiceSite => Some(self.call?.region.service.site.clone()),
            Fixed::Organisation
            | Fixed::OrganisationSiret
            | Fixed::Representative
            | Fixed::RepresentativeCapacity
            | Fixed::OrganisationAddress
            | Fixed::ProjectName
            | Fixed::ReceivedOn
            | Fixed::ReplyBy
            | Fixed::MissingItems
            | Fixed::GrantedAmount
            | Fixed::DecisionReason
            | Fixed::AgreementDate => Some(addressee::shown(words, self.letter?, fixed)),
        }
    }

    fn territory(&self, words: &Words, form: fn(&Words, &Territory) -> String) -> Option<String> {
        Some(form(words, &self.call?.region.territory))
    }

    fn service(&self, words: &Words, form: fn(&Words, &Service) -> String) -> Option<String> {
        Some(form(words, &self.call?.region.service))
    }
}

fn unless_cancelled(words: &Words, step: &RegionalStep, moment: String) -> String {
    match step.cancelled {
        None => moment,
        Some(_) => words.say("cancelled_moment", &[("moment", Arg::Text(&moment))]),
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
