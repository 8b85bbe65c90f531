//! Whom to ask.

use super::voice::Voice;
use crate::model::region::{Contact as Declared, Service as Directorate};
use crate::model::regional::RegionalCall;
use crate::model::told::Phrase;
use crate::model::told::call::{Contact, Service};
use crate::model::web;
use crate::words::{Arg, grammar};

/// Those of a call; without any, the service's own site.
pub fn of_call(voice: Voice<'_>, call: &RegionalCall) -> Vec<Contact> {
    all(voice, &call.contacts, &call.region.service)
}

/// Each of those `declared`; without any, the service's own site.
pub fn all(voice: Voice<'_>, declared: &[Declared], service: &Directorate) -> Vec<Contact> {
    if declared.is_empty() {
        return vec![by_default(voice, service)];
    }
    let contacts = declared.iter().map(|contact| Contact {
        role: voice.phrase(&contact.role),
        name: contact.name.clone(),
        email: contact.email.clone(),
        phone: contact.phone.clone(),
        link: contact.link.clone(),
        departments: contact.departments.clone(),
    });
    contacts.collect()
}

fn by_default(voice: Voice<'_>, service: &Directorate) -> Contact {
    Contact {
        role: Phrase::own(voice.words.say("default_contact", &[])),
        name: None,
        email: None,
        phone: None,
        link: Some(service.site.clone()),
        departments: Vec::new(),
    }
}

/// A sentence that sends to the service.
pub fn ask(voice: Voice<'_>, call: &RegionalCall, name: &str) -> String {
    let service = grammar::service_the(voice.words, &call.region.service);
    voice.words.say(name, &[("service", Arg::Text(&service))])
}

/// The directorate.
pub fn service(voice: Voice<'_>, service: &Directorate) -> Service {
    Service {
        acronym: service.acronym.clone(),
        name: voice.phrase(&service.name),
        site: service.site.clone(),
        host: host(&service.site).to_owned(),
    }
}

/// The host of an address: what is read of its link.
pub fn host(address: &str) -> &str {
    web::host(address).unwrap_or(address)
}
