//! What an applicant must know before writing: until when, for how much, where to send it, whom to ask.

use super::bullets::Bullets;
use crate::model::regional::{RegionalCall, RegionalStep};
use crate::model::told::Phrase;
use crate::model::told::call::{Contact, Filing};
use crate::model::told::dossier::Guide;
use crate::model::told::text::{Inline, Link, Text};
use crate::tell::voice::Voice;
use crate::tell::{call as told, card, contacts, moments, scope};
use crate::words::Arg;

/// Every group that has something to say.
pub fn of(voice: Voice<'_>, call: &RegionalCall) -> Vec<Guide<Text>> {
    let groups = [
        ("form_scope", limits(voice, call)),
        ("form_when", deadlines(voice, call)),
        ("form_figures", figures(voice, call)),
        ("form_where", filing(voice, &told::filing(voice, call))),
        ("form_whom", whom(voice, &contacts::of_call(voice, call))),
    ];
    let said = groups.into_iter().filter(|(_, texts)| !texts.is_empty());
    said.map(|(name, body)| Guide { title: voice.words.say(name, &[]), body }).collect()
}

/// The departments that the call is limited to, if it is.
fn limits(voice: Voice<'_>, call: &RegionalCall) -> Vec<Text> {
    let mut said = Bullets::new(voice);
    if let Some(limits) = scope::limits(voice, call) {
        said.paragraph(limits);
    }
    said.texts()
}

/// Each deadline with its hour and clocks.
fn deadlines(voice: Voice<'_>, call: &RegionalCall) -> Vec<Text> {
    let words = voice.words;
    let when = |step: &RegionalStep| moments::sentence(voice.shared, words, call, step);
    let deadlines: Vec<&RegionalStep> =
        call.kept_steps().filter(|step| step.step.kind.is_deadline()).collect();
    let mut said = Bullets::new(voice);
    match deadlines[..] {
        [] => said.paragraph(no_deadline(voice, call)),
        [only] => {
            let name = if only.step.when.is_day() { "form_before" } else { "form_before_about" };
            said.paragraph(words.say(name, &[("when", Arg::Text(&when(only)))]));
        }
        _ => {
            for step in deadlines {
                said.labelled(voice.phrase(&step.step.label), vec![Inline::Text(when(step))]);
            }
        }
    }
    said.texts()
}

fn no_deadline(voice: Voice<'_>, call: &RegionalCall) -> String {
    if let Some(closure) = card::closure(voice, call, voice.shared.site.now) {
        return format!("{}.", closure.sentence);
    }
    if call.closing.open_ended {
        return format!("{}.", voice.words.say("next_no_deadline", &[]));
    }
    voice.words.say("deadline_unknown", &[])
}

/// The figures that the call puts forward: the ceiling, the duration.
pub fn figures(voice: Voice<'_>, call: &RegionalCall) -> Vec<Text> {
    let mut said = Bullets::new(voice);
    for figure in card::figures(voice, call) {
        said.labelled(figure.label, vec![Inline::Text(figure.value)]);
    }
    said.texts()
}

/// The same for a budget: first its ceiling, whether or not the call puts it forward.
pub fn budget(voice: Voice<'_>, call: &RegionalCall, name: &Phrase, ceiling: &str) -> Vec<Text> {
    let mut said = Bullets::new(voice);
    said.labelled(name.clone(), vec![Inline::Text(ceiling.to_owned())]);
    let others = card::figures(voice, call).into_iter().filter(|other| other.label != *name);
    for figure in others {
        said.labelled(figure.label, vec![Inline::Text(figure.value)]);
    }
    said.texts()
}

/// Where and how to send it.
pub fn filing(voice: Voice<'_>, filing: &Filing) -> Vec<Text> {
    let own = |name: &str| Phrase::own(voice.words.say(name, &[]));
    let mut said = Bullets::new(voice);
    if let Some(online) = &filing.online {
        said.labelled(own("filing_online"), vec![link(online, online.clone())]);
    }
    if let Some(email) = &filing.email {
        said.labelled(own("filing_email"), vec![link(email, format!("mailto:{email}"))]);
    }
    if let Some(address) = &filing.address {
        // The lines of an address follow one another here.
        let lines: Vec<&str> = address.text.lines().map(str::trim).collect();
        let postal = vec![Inline::Text(lines.join(", "))];
        said.labelled_in(own("filing_address"), postal, address.lang.as_ref());
    }
    filing.unknown.iter().for_each(|unknown| said.paragraph(unknown.clone()));
    said.texts().into_iter().chain(filing.instruction.clone()).collect()
}

/// Whom to ask.
pub fn whom(voice: Voice<'_>, contacts: &[Contact]) -> Vec<Text> {
    let mut said = Bullets::new(voice);
    for contact in contacts {
        said.labelled(contact.role.clone(), ways(contact));
    }
    said.texts()
}

fn ways(contact: &Contact) -> Vec<Inline> {
    let named = [&contact.name, &contact.phone].into_iter().flatten();
    let named = named.map(|words| Inline::Text(words.clone()));
    let email = contact.email.iter().map(|email| link(email, format!("mailto:{email}")));
    let site = contact.link.iter().map(|address| link(address, address.clone()));
    let mut line = Vec::new();
    for way in named.chain(email).chain(site) {
        if !line.is_empty() {
            line.push(Inline::Text(", ".to_owned()));
        }
        line.push(way);
    }
    if !contact.departments.is_empty() {
        let inside: Vec<&str> = contact.departments.iter().map(|d| d.name.as_str()).collect();
        line.push(Inline::Text(format!(" ({})", inside.join(", "))));
    }
    line
}

fn link(words: &str, address: String) -> Inline {
    Inline::Link { target: Link::Away(address), content: vec![Inline::Text(words.to_owned())] }
}
