//! What search engines read of a page: one block of JSON-LD, in the words of schema.org.
//!
//! A `<script>` whose type is not a script's is a data block: the browser never runs it, and stops before it asks the
//! content security policy (HTML, "prepare the script element"). Nothing in it can end the block.

use std::fmt::Write;

use serde_json::{Map, Value, json};

use super::context::PageContext;
use super::trail;
use crate::model::address::Address;
use crate::model::call::StepKind;
use crate::model::region::{Document, Filing, Region};
use crate::model::regional::{RegionalCall, RegionalStep};
use crate::model::site::{Page, SiteRegion, Subject};
use crate::model::time::When;
use crate::tell::moments::bounds;
use crate::words::grammar;

/// The block of a page, or nothing.
pub fn block(page: &PageContext<'_>, of: &Page) -> String {
    let mut graph = match &of.subject {
        Subject::Home => home(page),
        Subject::Region(rank) => region(page, &page.voice.shared.site.regions[*rank]),
        Subject::Call(call) => self::call(page, call),
        _ => Vec::new(),
    };
    graph.extend(trail(page, of));
    if graph.is_empty() {
        return String::new();
    }
    let graph: Vec<Value> = graph.into_iter().map(said).collect();
    escaped(&json!({ "@context": "https://schema.org", "@graph": graph }).to_string())
}

/// JSON that no HTML parser can take for the end of its block. These characters stand in strings only.
fn escaped(json: &str) -> String {
    let mut safe = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                let _ = write!(safe, "\\u{:04x}", u32::from(c));
            }
            _ => safe.push(c),
        }
    }
    safe
}

/// `value` without what is not known.
fn said(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let known = fields.into_iter().filter(|(_, value)| !value.is_null());
            Value::Object(known.map(|(name, value)| (name, said(value))).collect::<Map<_, _>>())
        }
        Value::Array(values) => Value::Array(values.into_iter().map(said).collect()),
        other => other,
    }
}

fn home(page: &PageContext<'_>) -> Vec<Value> {
    let site = page.voice.shared.site;
    let settings = &site.settings;
    let lang = &page.voice.words.lang;
    let web_site = json!({
        "@type": "WebSite",
        "name": page.voice.around(&settings.title),
        "description": settings.tagline.as_ref().map(|tagline| page.voice.around(tagline)),
        "url": page.voice.shared.absolute(page.address),
        "inLanguage": lang.as_str(),
    });
    let calls = site.regions.iter().flat_map(|region| &region.calls);
    let entries = calls.enumerate().map(|(rank, call)| {
        let address = Address::call(lang, &call.region.slug, &call.call.slug);
        json!({
            "@type": "ListItem",
            "position": rank + 1,
            "name": format!("{} – {}", call.call.short, page.voice.around(&call.region.territory.name)),
            "url": page.voice.shared.absolute(&address),
        })
    });
    let entries: Vec<Value> = entries.collect();
    let list = json!({ "@type": "ItemList", "itemListElement": entries });
    if entries.is_empty() { vec![web_site] } else { vec![web_site, list] }
}

fn region(page: &PageContext<'_>, region: &SiteRegion) -> Vec<Value> {
    let mut service = service(page, &region.region);
    service["areaServed"] = area(page, &region.region);
    vec![service]
}

/// Only meetings are events: nobody attends a deadline, which is when the service ends.
fn call(page: &PageContext<'_>, call: &RegionalCall) -> Vec<Value> {
    let text = |text| page.voice.phrase(text).text;
    let here = page.voice.shared.absolute(page.address);
    let within = grammar::territory_in(page.voice.words, &call.region.territory);
    let meetings = call.steps.iter().filter(|step| {
        // A search engine wants a day.
        step.step.kind == StepKind::Information && step.step.when.is_day()
    });
    let events = meetings.map(|step| meeting(page, call, step, &here));
    let documents = call.documents.iter().map(|one| document(page, &call.region, one));
    let mut operator = service(page, &call.region);
    operator["contactPoint"] = json!(call.filing.email.as_ref().map(|email| json!({
        "@type": "ContactPoint",
        "contactType": page.voice.words.say("filing_email", &[]),
        "email": email,
    })));
    let mut graph = vec![json!({
        "@type": "GovernmentService",
        "name": format!("{} {within}", text(&call.call.title)),
        "alternateName": call.call.short,
        "description": text(&call.call.summary),
        "url": here,
        "provider": { "@type": "GovernmentOrganization", "name": text(&call.call.issuer) },
        "serviceOperator": operator,
        "areaServed": served(page, call),
        "audience": { "@type": "Audience", "audienceType": text(&call.call.summary) },
        "availableChannel": channels(page, call, &here),
        "hoursAvailable": hours(page, call),
    })];
    graph.extend(events);
    graph.extend(documents);
    graph
}

/// From when until when one may apply: each wave, by what is known of it to the day.
fn hours(page: &PageContext<'_>, call: &RegionalCall) -> Option<Value> {
    let by_hand = call.closed_by_hand(page.voice.shared.site.now);
    let eve = by_hand.and_then(|closed| closed.date.yesterday().ok());
    let day = |when: Option<&When>| {
        when.filter(|when| when.is_day()).map(|when| bounds(page.voice.shared, call, when))
    };
    let hours = waves(call).into_iter().map(|wave| {
        let last = day(wave.closing).map(|(last, end)| end.unwrap_or(last));
        // What was to close it falls with the call.
        let fallen = || Some(eve?.to_string()).filter(|_| wave.closing.is_none());
        (day(wave.opening).map(|(first, _)| first), last.or_else(fallen))
    });
    let known = hours.filter(|(first, last)| first.is_some() || last.is_some());
    let specification = |(first, last)| json!({ "@type": "OpeningHoursSpecification", "validFrom": first, "validThrough": last });
    let specifications: Vec<Value> = known.map(specification).collect();
    (!specifications.is_empty()).then(|| specifications.into())
}

/// A time during which one may apply.
#[derive(Default)]
struct Wave<'a> {
    opening: Option<&'a When>,
    closing: Option<&'a When>,
}

/// Each opening, with the last closing before the next one.
fn waves(call: &RegionalCall) -> Vec<Wave<'_>> {
    let mut waves: Vec<Wave<'_>> = Vec::new();
    for step in call.kept_steps().map(|regional| &regional.step) {
        match (step.kind, waves.last_mut()) {
            (StepKind::Closing, Some(wave)) => wave.closing = Some(&step.when),
            (StepKind::Closing, None) => {
                waves.push(Wave { closing: Some(&step.when), ..Wave::default() });
            }
            // It does not open again before it has closed.
            (StepKind::Opening, Some(Wave { closing: None, .. })) => {}
            (StepKind::Opening, _) => {
                waves.push(Wave { opening: Some(&step.when), ..Wave::default() });
            }
            _ => {}
        }
    }
    waves
}

/// The directorate; it is named by its site, whatever the page.
fn service(page: &PageContext<'_>, region: &Region) -> Value {
    json!({
        "@type": "GovernmentOrganization",
        "@id": region.service.site,
        "name": page.voice.phrase(&region.service.name).text,
        "alternateName": grammar::service_name(page.voice.words, region),
        "url": region.service.site,
    })
}

fn area(page: &PageContext<'_>, region: &Region) -> Value {
    let name = page.voice.around(&region.territory.name);
    json!({
        "@type": "AdministrativeArea",
        "@id": "#area",
        "name": name,
        "identifier": region.territory.official_codes().join("|"),
        "address": { "@type": "PostalAddress", "addressRegion": name, "addressCountry": "FR" },
    })
}

/// Where a call is open: the region, or those of its departments to which it is limited.
fn served(page: &PageContext<'_>, call: &RegionalCall) -> Value {
    let mut area = area(page, &call.region);
    if !call.limits.is_empty() {
        let names: Vec<&str> = call.limits.iter().map(|department| &*department.name).collect();
        area["name"] = names.join(", ").into();
        area["identifier"] = call.official_codes().join("|").into();
    }
    area
}

/// The ways to apply: the form on line, else the page that says how; then the postal address.
fn channels(page: &PageContext<'_>, call: &RegionalCall, here: &str) -> Vec<Value> {
    let Filing { online, address, .. } = &call.filing;
    let url = online.as_deref().unwrap_or(here);
    let spoken = page.voice.words.lang.as_str();
    let mut channels = vec![json!({
        "@type": "ServiceChannel",
        "serviceUrl": url,
        "availableLanguage": spoken,
    })];
    channels.extend(address.iter().map(|address| {
        let street = page.voice.phrase(address).text;
        let postal = json!({ "@type": "PostalAddress", "streetAddress": street });
        json!({ "@type": "ServiceChannel", "servicePostalAddress": postal })
    }));
    channels
}

/// A meeting that one attends: on line where it has a link, else somewhere in the territory.
fn meeting(
    page: &PageContext<'_>,
    call: &RegionalCall,
    regional: &RegionalStep,
    here: &str,
) -> Value {
    let step = &regional.step;
    let (start, end) = bounds(page.voice.shared, call, &step.when);
    let before = call.initially(regional, page.voice.shared.site.now);
    let status = match (regional.cancelled, before) {
        (Some(_), _) => "EventCancelled",
        (None, Some(_)) => "EventRescheduled",
        (None, None) => "EventScheduled",
    };
    // The vocabulary wants a day here, even of an hour.
    let zone = &call.region.territory.zone;
    let before = before.filter(When::is_day).map(|when| when.first_minute(zone).date().to_string());
    // How long a meeting lasts may not be known; a day is a day.
    let end = end.or_else(|| step.when.time.is_none().then(|| start.clone()));
    let region = page.voice.around(&call.region.territory.name);
    let online = step.link.as_ref();
    json!({
        "@type": "Event",
        "name": format!("{} – {}, {region}", page.voice.phrase(&step.label).text, call.call.short),
        "startDate": start,
        "endDate": end,
        "eventStatus": format!("https://schema.org/{status}"),
        "previousStartDate": before,
        "eventAttendanceMode": online.map(|_| "https://schema.org/OnlineEventAttendanceMode"),
        "location": match online {
            Some(link) => json!({ "@type": "VirtualLocation", "url": link }),
            None => json!({ "@id": "#area" }),
        },
        "organizer": { "@id": call.region.service.site },
        "url": step.link.as_deref().unwrap_or(here),
    })
}

fn document(page: &PageContext<'_>, region: &Region, document: &Document) -> Value {
    json!({
        "@type": "DigitalDocument",
        "name": page.voice.phrase(&document.title).text,
        "url": page.voice.shared.absolute(&Address::document(&region.slug, &document.file.value)),
        "encodingFormat": document.format(),
        "inLanguage": document.lang.as_str(),
    })
}

/// The way from the home page; the last step is the page itself.
fn trail(page: &PageContext<'_>, of: &Page) -> Option<Value> {
    let steps = trail::of(page.voice, of);
    let entries = steps.iter().enumerate().map(|(rank, step)| {
        json!({
            "@type": "ListItem",
            "position": rank + 1,
            "name": step.title,
            // The vocabulary wants a thing here, where search engines take an address too.
            "item": { "@type": "WebPage", "@id": page.voice.shared.absolute(step.to.as_ref().unwrap_or(page.address)) },
        })
    });
    let entries: Vec<Value> = entries.collect();
    (!entries.is_empty()).then(|| json!({ "@type": "BreadcrumbList", "itemListElement": entries }))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::{escaped, said};

    proptest! {
        #[test]
        fn no_text_ends_the_block(text in "(<|>|&|/|!|-|script|\\\\|\"|\u{2028}|\u{2029}|.){0,40}") {
            let value = json!({ "name": text, "list": [text] });
            let block = escaped(&value.to_string());
            let forbidden = ['<', '>', '&', '\u{2028}', '\u{2029}'];
            prop_assert!(!block.contains(forbidden), "{}", block);
            prop_assert_eq!(serde_json::from_str::<Value>(&block).expect("JSON"), value);
        }
    }

    #[test]
    fn what_is_not_known_is_not_said() {
        let value = json!({ "a": null, "b": [{ "c": null, "d": 1 }] });
        assert_eq!(said(value), json!({ "b": [{ "d": 1 }] }));
    }
}
