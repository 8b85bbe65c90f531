//! The steps of calls as events of a calendar, for people who subscribe to them.
//!
//! A deadline is half an hour that ends at its instant: an event without length is drawn after its instant by most
//! calendars, where it would say the opposite. A step without hour is a day; one whose end nobody tells has none here.

use std::sync::Arc;

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan, Unit};

use super::abroad::Abroad;
use super::icalendar::{Lines, escape};
use crate::model::address::Address;
use crate::model::digest::Digest;
use crate::model::export::{Export, Scope};
use crate::model::id::Lang;
use crate::model::once::Once;
use crate::model::regional::{RegionalCall, RegionalStep};
use crate::model::time::{Clock, When};
use crate::model::told::call::step_anchor;
use crate::tell::moments;
use crate::tell::voice::{SiteContext, Voice};
use crate::words::{Arg, Words};

/// How often a subscriber asks again.
const REFRESH: &str = "P1D";

type Dated<'a> = (&'a RegionalCall, &'a RegionalStep);

/// What a calendar is called, the page it comes from, its events.
struct Calendar<'a> {
    name: String,
    page: Address,
    steps: Vec<Dated<'a>>,
}

/// Events as they are written, by where their step lies in memory and their language: one stands in four calendars.
pub type Events = Once<(usize, Lang), Arc<str>>;

/// The calendar of a scope.
pub fn ics(shared: &SiteContext<'_>, events: &Events, export: &Export) -> Vec<u8> {
    let words = shared.words(&export.lang);
    let calendar = calendar(shared, words, export);
    let mut lines = Lines::default();
    lines.line("BEGIN", "VCALENDAR");
    lines.line("VERSION", "2.0");
    lines.line("PRODID", &format!("-//canevas//canevas//{}", words.lang.as_str().to_uppercase()));
    lines.line("CALSCALE", "GREGORIAN");
    // The property of RFC 7986, then the one that came before it and that all know.
    lines.text_in("NAME", &words.lang, &calendar.name);
    lines.text("X-WR-CALNAME", &calendar.name);
    lines.line("URL", &shared.absolute(&calendar.page));
    lines.line("SOURCE;VALUE=URI", &shared.absolute(&export.address));
    lines.line("REFRESH-INTERVAL;VALUE=DURATION", REFRESH);
    lines.line("X-PUBLISHED-TTL", REFRESH);
    for dated in calendar.steps {
        let key = (std::ptr::from_ref(dated.1).addr(), words.lang.clone());
        lines.written(&events.get(key, || event(shared, words, dated).into()));
    }
    lines.line("END", "VCALENDAR");
    lines.into_bytes()
}

fn calendar<'a>(shared: &'a SiteContext<'a>, words: &Words, export: &'a Export) -> Calendar<'a> {
    let site = shared.site;
    let title = site.settings.title.show(&words.lang).value;
    let page = |call: &RegionalCall| Address::call(&words.lang, &call.region.slug, &call.call.slug);
    // A diary has days only.
    let all = |call: &'a RegionalCall| {
        let days = call.steps.iter().filter(|regional| regional.step.when.is_day());
        days.map(move |step| (call, step))
    };
    match &export.scope {
        Scope::Step(call, rank) => {
            let step = (&**call, &call.steps[*rank]);
            Calendar { name: summary(words, step), page: page(call), steps: vec![step] }
        }
        Scope::Call(call) => Calendar {
            name: call_in_region(words, call),
            page: page(call),
            steps: all(call).collect(),
        },
        Scope::Region(rank) => {
            let region = &site.regions[*rank];
            let name = region.region.territory.name.show(&words.lang).value;
            Calendar {
                name: format!("{title} – {name}"),
                page: Address::page(&words.lang, region.region.slug.as_str()),
                steps: region.calls.iter().flat_map(|call| all(call)).collect(),
            }
        }
        Scope::Site => {
            let calls = site.regions.iter().flat_map(|region| &region.calls);
            Calendar {
                name: title.clone(),
                page: Address::home(&words.lang),
                steps: calls.flat_map(|call| all(call)).collect(),
            }
        }
    }
}

fn event(shared: &SiteContext<'_>, words: &Words, dated: Dated<'_>) -> String {
    let mut lines = Lines::default();
    let (call, step) = dated;
    let page = Abroad::new(shared, &words.lang, call);
    let label = step.step.label.show(&words.lang).lang;
    let summary = summary(words, dated);
    let changes = call.changes(step, shared.site.now);
    let revised = utc(revised(call, changes.iter().max()));
    lines.line("BEGIN", "VEVENT");
    lines.line("UID", &uid(dated));
    lines.line("DTSTAMP", &revised);
    lines.line("LAST-MODIFIED", &revised);
    lines.line("SEQUENCE", &changes.len().to_string());
    lines.line("STATUS", if step.cancelled.is_some() { "CANCELLED" } else { "CONFIRMED" });
    times(&mut lines, dated);
    lines.text_in("SUMMARY", label, &summary);
    lines.text_in("DESCRIPTION", &words.lang, &description(&page, dated));
    let region = call.region.territory.name.show(&words.lang).value;
    let categories = format!("{},{}", escape(&call.call.short), escape(region));
    lines.line(&format!("CATEGORIES;LANGUAGE={}", words.lang), &categories);
    lines.line("URL", &page.anchor(&step_anchor(&step.step.id)));
    // To follow a call makes nobody busy.
    lines.line("TRANSP", "TRANSPARENT");
    if step.step.kind.is_deadline() && step.cancelled.is_none() {
        for days in &call.call.reminders {
            lines.line("BEGIN", "VALARM");
            lines.line("ACTION", "DISPLAY");
            lines.text_in("DESCRIPTION", label, &summary);
            lines.line("TRIGGER;RELATED=END", &format!("-P{days}D"));
            lines.line("END", "VALARM");
        }
    }
    lines.line("END", "VEVENT");
    lines.into_text()
}

/// The same whatever the language, the host or the file; RFC 7986 (5.3) advises a UUID.
fn uid((call, step): Dated<'_>) -> String {
    let names = [&call.call.slug, &call.region.slug, &step.step.id];
    let names = names.map(|slug| slug.as_str().as_bytes());
    Digest::of_parts([&b"etape"[..]].into_iter().chain(names)).uuid()
}

/// The day of the last change where the region is, else that of the call in Paris. Never the clock's.
fn revised(call: &RegionalCall, changed: Option<&Date>) -> Timestamp {
    let (date, clock) = match changed {
        Some(date) => (*date, Clock::Local),
        None => (call.call.published, Clock::Paris),
    };
    When::day(date, clock).starts(&call.region.territory.zone)
}

fn times(lines: &mut Lines, (call, step): Dated<'_>) {
    let (when, zone) = (step.step.when, &call.region.territory.zone);
    if step.step.kind.is_deadline() {
        let end = when.last_minute(zone).timestamp();
        lines.line("DTSTART", &utc(end - 30.minutes()));
        lines.line("DTEND", &utc(end));
    } else if when.time.is_some() {
        lines.line("DTSTART", &utc(when.starts(zone)));
        if when.lasts() {
            // A last day without hour counts to its end.
            let end = when.ends(zone);
            lines.line("DTEND", &utc(end.round(Unit::Second).unwrap_or(end)));
        }
    } else {
        let day = |date: Date| date.strftime("%Y%m%d").to_string();
        lines.line("DTSTART;VALUE=DATE", &day(when.date));
        lines.line("DTEND;VALUE=DATE", &day(when.last_day().saturating_add(1.day())));
    }
}

fn utc(instant: Timestamp) -> String {
    instant.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// "Date limite de dépôt – AMIGE, Bretagne". Many calendars show no status: the words say it.
fn summary(words: &Words, (call, step): Dated<'_>) -> String {
    let label = step.step.label.show(&words.lang).value;
    let summary = format!("{label} – {}", call_in_region(words, call));
    match step.cancelled {
        None => summary,
        Some(_) => words.say("change_cancelled", &[("step", Arg::Text(&summary))]),
    }
}

fn description(page: &Abroad<'_>, (call, step): Dated<'_>) -> String {
    let Voice { shared, words, .. } = page.voice;
    let mut lines = vec![moments::sentence(shared, words, call, step)];
    lines.extend(moments::initial(page.voice, call, step));
    lines.extend(moments::cancellation(words, call, step));
    lines.extend(step.step.link.clone());
    lines.push(page.anchor(&step_anchor(&step.step.id)));
    lines.join("\n")
}

/// "AMIGE, Bretagne".
fn call_in_region(words: &Words, call: &RegionalCall) -> String {
    format!("{}, {}", call.call.short, call.region.territory.name.show(&words.lang).value)
}
