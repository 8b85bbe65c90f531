//! `canevas next`: when a published page stops being true, which one, and why.

use std::collections::BTreeMap;

use anyhow::Result;
use jiff::{Timestamp, Zoned};
use serde::Serialize;

use super::asked::project;
use super::outcome::Outcome;
use super::terminal::{self, Terminal};
use crate::cli::{Answer, NextArgs, Shared};
use crate::model::id::Lang;
use crate::model::localized::Localized;
use crate::model::regional::expiry::{Cause, Expiry, whole_second};
use crate::model::site::{Page, Site};
use crate::model::time::Zone;
use crate::pipeline::{self, Memo};

/// How many pages are named for each cause, without `--verbose`.
const NAMED: usize = 6;

/// The answer as tools read it.
#[derive(Serialize)]
struct Line<'a> {
    /// RFC 3339, in whole seconds; `null` when nothing is to change.
    instant: Option<String>,
    pages: Vec<Concerned<'a>>,
}

#[derive(Serialize)]
struct Concerned<'a> {
    address: &'a str,
    reasons: Vec<Reason>,
}

#[derive(Serialize)]
struct Reason {
    code: &'static str,
    message: String,
}

/// Says it.
pub fn run(shared: &Shared, args: &NextArgs, terminal: &Terminal) -> Result<Outcome> {
    let project = project(shared, &args.site)?;
    let prepared = pipeline::prepare(&project, &mut Memo::default())?;
    let wrong = terminal::forbids(&prepared.diagnostics.clone().sorted(), args.site.strict);
    let Some(site) = prepared.site().filter(|_| !wrong) else {
        terminal.report(&prepared.diagnostics, &prepared.sources, args.site.strict);
        return Ok(Outcome::ToMend);
    };
    let expiry = site.expires();
    match (args.format, &expiry) {
        (Answer::Json, expiry) => {
            terminal::answer_json(&line(expiry.as_ref(), terminal))?;
        }
        (Answer::People, Some(expiry)) => tell(site, expiry, terminal),
        (Answer::People, None) => {
            terminal::answer(&terminal.messages.sentence("jamais-faux", &[]));
        }
    }
    Ok(Outcome::Done)
}

fn line<'a>(expiry: Option<&Expiry<'a>>, terminal: &Terminal) -> Line<'a> {
    let reason = |cause: &Cause<'_>| Reason { code: code(cause), message: say(cause, terminal) };
    let pages = expiry.iter().flat_map(|expiry| &expiry.pages).map(|(page, causes)| Concerned {
        address: page.address.as_str(),
        reasons: causes.iter().map(reason).collect(),
    });
    Line {
        instant: expiry.map(|expiry| whole_second(expiry.at).to_string()),
        pages: pages.collect(),
    }
}

/// The instant, then the pages of each cause.
fn tell(site: &Site, expiry: &Expiry<'_>, terminal: &Terminal) {
    let say = |id: &str, args: &[(&str, &str)]| terminal.messages.sentence(id, args);
    let until = paris_clock(expiry.at, terminal);
    terminal::answer(&say("vrai-jusqu-a", &[("quand", &until)]));
    for (clock, names) in local_clocks(site, expiry, terminal) {
        terminal::answer(&say("heure-locale", &[("quand", &clock), ("ou", &names.join(", "))]));
    }
    for (cause, pages) in by_cause(expiry, terminal) {
        let count = pages.len().to_string();
        terminal::answer(&format!("\n{}", say("cause", &[("cause", &cause), ("pages", &count)])));
        let named = if terminal.verbose { pages.len() } else { NAMED };
        for page in pages.iter().take(named) {
            terminal::answer(&format!("  {}", page.address));
        }
        if let Some(left) = pages.len().checked_sub(named).filter(|left| *left > 0) {
            terminal::answer(&format!(
                "  {}",
                say("autres-pages", &[("reste", &left.to_string())])
            ));
        }
    }
}

/// Each cause once, in the order in which pages meet it.
fn by_cause<'s>(expiry: &Expiry<'s>, terminal: &Terminal) -> Vec<(String, Vec<&'s Page>)> {
    let mut causes: Vec<(String, Vec<&Page>)> = Vec::new();
    for (page, cause) in expiry.pages.iter().flat_map(|(page, all)| all.iter().map(|c| (*page, c)))
    {
        let sentence = say(cause, terminal);
        match causes.iter_mut().find(|(known, _)| *known == sentence) {
            Some((_, pages)) if pages.last().is_some_and(|last| last.address == page.address) => {}
            Some((_, pages)) => pages.push(page),
            None => causes.push((sentence, vec![page])),
        }
    }
    causes
}

/// The clocks that read otherwise than in Paris, where something of the territory's own changes.
fn local_clocks(
    site: &Site,
    expiry: &Expiry<'_>,
    terminal: &Terminal,
) -> BTreeMap<String, Vec<String>> {
    let paris = expiry.at.to_zoned(Zone::paris().rules);
    let mut clocks: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (page, _) in expiry.pages.iter().filter(|(_, causes)| causes.iter().any(is_local)) {
        let Some(region) = site.region_of_page(page) else { continue };
        let local = expiry.at.to_zoned(region.territory.zone.rules.clone());
        let names = clocks.entry(clock(&local, terminal)).or_default();
        let name = words(&region.territory.name, terminal);
        if local.datetime() != paris.datetime() && !names.contains(&name) {
            names.push(name);
        }
    }
    clocks.retain(|_, names| !names.is_empty());
    clocks
}

fn is_local(cause: &Cause<'_>) -> bool {
    !matches!(cause, Cause::ContactExpires | Cause::AuditBegins | Cause::AuditExpires)
}

fn code(cause: &Cause<'_>) -> &'static str {
    match cause {
        Cause::Stage(_) => "statut",
        Cause::DaysLeft(_) => "jours-restants",
        Cause::DaysUntil(_) => "jours-avant-ouverture",
        Cause::StepOver(_) => "etape",
        Cause::Cancelled(_) => "annulation",
        Cause::News => "nouveaute",
        Cause::Results => "resultats",
        Cause::Grant => "subvention",
        Cause::ContactExpires => "contact",
        Cause::AuditBegins => "audit-valable",
        Cause::AuditExpires => "audit-expire",
    }
}

fn say(cause: &Cause<'_>, terminal: &Terminal) -> String {
    let quoted = match cause {
        Cause::Stage(stage) => stage.name().to_owned(),
        Cause::DaysLeft(days) | Cause::DaysUntil(days) => days.to_string(),
        Cause::StepOver(step) | Cause::Cancelled(step) => words(&step.label, terminal),
        _ => String::new(),
    };
    terminal.messages.sentence(&format!("cause-{}", code(cause)), &[("quoi", &quoted)])
}

/// A text of the project, for the reader of messages.
fn words(text: &Localized<String>, terminal: &Terminal) -> String {
    let lang = Lang::new(terminal.lang.tag()).expect("our own two languages have tags");
    text.show(&lang).value.clone()
}

/// "2022-01-17 à 18:00": as the clocks of Paris show it.
pub fn paris_clock(at: Timestamp, terminal: &Terminal) -> String {
    clock(&at.to_zoned(Zone::paris().rules), terminal)
}

fn clock(at: &Zoned, terminal: &Terminal) -> String {
    let (date, time) = (at.date().to_string(), at.strftime("%H:%M").to_string());
    terminal.messages.sentence("date-et-heure", &[("date", &date), ("heure", &time)])
}
