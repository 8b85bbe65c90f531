//! What an applicant must know before writing: until when, for how much, where to send it, whom to ask.

use super::resolve::Texts;
use super::sheet::{Guide, Paragraph, ParagraphKind, Run, Text};
use crate::documents::paragraphs;
use crate::model::origin::Origin;
use crate::model::region::Contact;
use crate::model::regional::RegionalStep;
use crate::pages::call;
use crate::tell::moments;
use crate::words::{Arg, grammar};

/// Every group that has something to say.
pub fn of(texts: Texts<'_>) -> Vec<Guide> {
    let groups = [
        ("form_when", deadlines(texts)),
        ("form_figures", figures(texts)),
        ("form_where", filing(texts)),
        ("form_whom", contacts(texts)),
    ];
    let told = groups.into_iter().filter(|(_, paragraphs)| !paragraphs.is_empty());
    let words = texts.page.words;
    told.map(|(name, paragraphs)| Guide { title: words.say(name, &[]), paragraphs }).collect()
}

/// Each deadline with its hour and clocks.
fn deadlines(texts: Texts<'_>) -> Vec<Paragraph> {
    let Texts { page, call, .. } = texts;
    let when = |step: &RegionalStep| moments::sentence(page.shared, page.words, call, step);
    let deadlines: Vec<&RegionalStep> =
        call.kept_steps().filter(|step| step.step.kind.is_deadline()).collect();
    match deadlines[..] {
        [] => vec![paragraphs::plain(page.words.say("deadline_unknown", &[]))],
        [only] => {
            let args = [("when", Arg::Text(&when(only)))];
            vec![paragraphs::plain(page.words.say("form_before", &args))]
        }
        _ => {
            let told = deadlines.iter().flat_map(|step| {
                labelled(texts, texts.text(&step.step.label), vec![words(when(step))])
            });
            told.collect()
        }
    }
}

/// The figures that the call puts forward: the ceiling, the duration.
pub fn figures(texts: Texts<'_>) -> Vec<Paragraph> {
    let figures = call::highlights(&texts.page, texts.call);
    let told = texts.call.parameters.iter().filter(|p| p.parameter.featured);
    let told = told.filter_map(|regional| regional.parameter.label.as_ref());
    let told = told.zip(figures);
    told.flat_map(|(label, figure)| labelled(texts, texts.text(label), vec![words(figure.value)]))
        .collect()
}

/// Where and how to send it.
pub fn filing(texts: Texts<'_>) -> Vec<Paragraph> {
    let Texts { page, call, .. } = texts;
    let filing = &call.filing;
    let own = |name: &str| Text { text: page.words.say(name, &[]), lang: None };
    let mut told = Vec::new();
    if let Some(online) = &filing.online {
        told.extend(labelled(texts, own("filing_online"), vec![link(online, online.clone())]));
    }
    if let Some(email) = &filing.email {
        let link = link(email, format!("mailto:{email}"));
        told.extend(labelled(texts, own("filing_email"), vec![link]));
    }
    if let Some(address) = &filing.address {
        let address = texts.text(address);
        // The lines of an address follow one another here.
        let lines: Vec<&str> = address.text.lines().map(str::trim).collect();
        let postal = labelled(texts, own("filing_address"), vec![words(lines.join(", "))]);
        told.extend(postal.into_iter().map(|paragraph| match &address.lang {
            Some(lang) => Paragraph { lang: Some(lang.clone()), ..paragraph },
            None => paragraph,
        }));
    }
    if told.is_empty() {
        let service = grammar::service_the(page.words, &call.region.service);
        let args = [("service", Arg::Text(&service))];
        told.push(paragraphs::plain(page.words.say("filing_unknown", &args)));
    }
    told.extend(texts.prose(&filing.instruction, Origin::Added));
    told
}

/// Whom to ask; without contact, the service's own site.
pub fn contacts(texts: Texts<'_>) -> Vec<Paragraph> {
    let Texts { page, call, .. } = texts;
    if call.contacts.is_empty() {
        let role = Text { text: page.words.say("default_contact", &[]), lang: None };
        let site = &call.region.service.site;
        return labelled(texts, role, vec![link(site, site.clone())]);
    }
    call.contacts.iter().flat_map(|contact| self::contact(texts, contact)).collect()
}

fn contact(texts: Texts<'_>, contact: &Contact) -> Vec<Paragraph> {
    let mut ways: Vec<Run> = Vec::new();
    let mut add = |run: Run| {
        if !ways.is_empty() {
            ways.push(words(", "));
        }
        ways.push(run);
    };
    contact.name.iter().for_each(|name| add(words(name)));
    contact.phone.iter().for_each(|phone| add(words(phone)));
    contact.email.iter().for_each(|email| add(link(email, format!("mailto:{email}"))));
    contact.link.iter().for_each(|address| add(link(address, address.clone())));
    if !contact.departments.is_empty() {
        let names: Vec<&str> = contact.departments.iter().map(|d| d.name.as_str()).collect();
        ways.push(words(format!(" ({})", names.join(", "))));
    }
    labelled(texts, texts.text(&contact.role), ways)
}

/// "Date limite : lundi 17 janvier". A label in another language stands alone, so that it can be marked.
fn labelled(texts: Texts<'_>, label: Text, runs: Vec<Run>) -> Vec<Paragraph> {
    let strong = |text: String| Run { text, strong: true, ..Run::default() };
    if let Some(lang) = label.lang {
        let own = Paragraph {
            kind: ParagraphKind::Bullet,
            runs: vec![strong(label.text)],
            lang: Some(lang),
        };
        return vec![own, Paragraph { kind: ParagraphKind::Plain, runs, lang: None }];
    }
    // "Première vague : dépôt" has its colon already.
    let colon =
        if label.text.contains(':') { ",".to_owned() } else { texts.page.words.say("colon", &[]) };
    let mut whole = vec![strong(format!("{}{colon}", label.text)), words(" ")];
    whole.extend(runs);
    vec![Paragraph { kind: ParagraphKind::Bullet, runs: whole, lang: None }]
}

fn words(words: impl Into<String>) -> Run {
    Run { text: words.into(), ..Run::default() }
}

fn link(words: &str, address: String) -> Run {
    Run { text: words.to_owned(), link: Some(address), ..Run::default() }
}
