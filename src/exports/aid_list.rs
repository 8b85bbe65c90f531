//! `donnees/aides-territoires.json`: every call of the site, with the fields and codes of Aides-territoires.

use jiff::Timestamp;
use serde::Serialize;

use super::aids::{Aid, Carrier, each, paragraph};
use super::instants::{updated, utc};
use super::pretty;
use crate::model::aid::{AidKind, Audience, Role};
use crate::model::call::StepKind;
use crate::model::excerpt::first_words;
use crate::model::id::Lang;
use crate::tell::voice::SiteContext;
use crate::words::grammar;

/// The longest name.
const NAME: usize = 180;
/// The longest short title.
const SHORT_TITLE: usize = 64;

/// What the importers read.
#[derive(Serialize)]
struct List {
    count: usize,
    results: Vec<Entry>,
}

/// One aid. The names are those of the API of Aides-territoires, and of what it asks of imports.
#[derive(Serialize)]
struct Entry {
    id: String,
    slug: String,
    url: String,
    name: String,
    short_title: String,
    financers: Vec<String>,
    instructors: Vec<String>,
    programs: Vec<String>,
    description: String,
    eligibility: String,
    perimeter: String,
    perimeter_code: String,
    perimeter_scale: Option<&'static str>,
    origin_url: String,
    is_call_for_project: bool,
    application_url: Option<String>,
    targeted_audiences: Vec<&'static str>,
    aid_types: Vec<&'static str>,
    start_date: Option<String>,
    predeposit_date: Option<String>,
    submission_deadline: Option<String>,
    contact: String,
    recurrence: &'static str,
    import_uniqueid: String,
    date_updated: String,
}

/// The list.
pub fn json(shared: &SiteContext<'_>, lang: &Lang) -> Vec<u8> {
    let results = each(shared, lang, entry);
    pretty::json(&List { count: results.len(), results })
}

fn entry(aid: &Aid<'_>) -> Entry {
    let Aid { call, sheet, page } = aid;
    let territory = &call.region.territory;
    // Days are the applicant's: those of the territory.
    let day = |at: Timestamp| at.to_zoned(territory.zone.rules.clone()).date().to_string();
    let perimeter = perimeter(aid);
    let figures: String = aid.figures().iter().map(|figure| paragraph(figure)).collect();
    Entry {
        id: call.aid_id().unwrap_or_default(),
        slug: call.key().replace('_', "-"),
        url: aid.address(),
        name: first_words(&aid.title(), NAME).into_owned(),
        short_title: first_words(&call.call.short, SHORT_TITLE).into_owned(),
        financers: bodies(aid, Role::Funder),
        instructors: bodies(aid, Role::Examiner),
        programs: sheet.programmes.clone(),
        description: figures + &aid.html(sheet.description.as_ref()),
        eligibility: aid.html(sheet.eligibility.as_ref()),
        perimeter: perimeter.name,
        perimeter_scale: perimeter.scale,
        perimeter_code: perimeter.code,
        origin_url: aid.address(),
        is_call_for_project: true,
        application_url: call.filing.online.clone(),
        targeted_audiences: sheet.audiences.iter().map(|one| audience(*one)).collect(),
        aid_types: kinds(&sheet.kinds),
        start_date: call.first_start(StepKind::Opening).map(day),
        predeposit_date: call.first_start(StepKind::Intent).map(day),
        submission_deadline: call.last_instant(StepKind::Closing).map(day),
        contact: contact(aid),
        recurrence: if call.closing.open_ended { "ongoing" } else { "oneoff" },
        import_uniqueid: format!("canevas_{}", call.key()),
        date_updated: utc(updated(call, page.voice.shared.site.now)),
    }
}

/// Where an aid is open.
struct Perimeter {
    name: String,
    code: String,
    /// The code alone may be a department's or a region's; several have none.
    scale: Option<&'static str>,
}

fn perimeter(aid: &Aid<'_>) -> Perimeter {
    let call = aid.call;
    let territory = &call.region.territory;
    let names: Vec<&str> = call.limits.iter().map(|department| &*department.name).collect();
    let codes: Vec<&str> = call.limits.iter().map(|department| &*department.code).collect();
    match &codes[..] {
        [] => Perimeter {
            name: aid.region().to_owned(),
            code: territory.code.clone(),
            scale: territory.is_region().then_some("Région"),
        },
        [_] => {
            Perimeter { name: names.concat(), code: codes.concat(), scale: Some("Département") }
        }
        _ => Perimeter { name: names.join(", "), code: codes.join("|"), scale: None },
    }
}

fn bodies(aid: &Aid<'_>, role: Role) -> Vec<String> {
    let carriers = aid.carriers().into_iter();
    let those = carriers.filter(|carrier: &Carrier<'_>| carrier.roles.contains(&role));
    those.map(|carrier| carrier.name).collect()
}

fn audience(audience: Audience) -> &'static str {
    match audience {
        Audience::Professionals => "private_sector",
        Audience::Individuals => "private_person",
        Audience::Associations => "association",
        Audience::PublicSector => "public_org",
    }
}

/// Fewer kinds are told apart there.
fn kinds(kinds: &[AidKind]) -> Vec<&'static str> {
    let mut names: Vec<&str> = kinds
        .iter()
        .map(|kind| match kind {
            AidKind::Funding => "grant",
            AidKind::Loan => "loan",
            AidKind::TaxRelief => "other",
            AidKind::Assistance
            | AidKind::Advice
            | AidKind::Study
            | AidKind::Training
            | AidKind::Guidance => "technical",
        })
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// Functions, and nobody by name; without any, the service's own site.
fn contact(aid: &Aid<'_>) -> String {
    let Aid { call, page, .. } = aid;
    let colon = page.voice.words.say("colon", &[]);
    let functions = call.contacts.iter().filter(|contact| contact.name.is_none());
    let lines: String = functions
        .map(|contact| {
            let ways = [&contact.email, &contact.phone, &contact.link];
            let ways: Vec<&str> = ways.into_iter().flatten().map(String::as_str).collect();
            paragraph(&format!("{}{colon} {}", page.voice.around(&contact.role), ways.join(", ")))
        })
        .collect();
    if !lines.is_empty() {
        return lines;
    }
    let name = grammar::service_name(page.voice.words, &call.region);
    paragraph(&format!("{name}{colon} {}", call.region.service.site))
}
