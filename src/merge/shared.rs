//! What the national texts say to every region, judged once all are known: one message a place, however many regions
//! it is wrong for.

use std::collections::{BTreeMap, BTreeSet};

use super::repeats;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::id::Slug;
use crate::model::localized::Localized;
use crate::model::mention::{Mention, Said};
use crate::model::origin::Origin;
use crate::model::prose::Prose;
use crate::model::regional::RegionalCall;
use crate::model::site::SiteRegion;
use crate::model::source::Span;
use crate::model::value::Place;

/// Acronyms of the State's services, which a project of one region alone does not show.
const SERVICES: [&str; 3] = ["DREETS", "DEETS", "DRIEETS"];

/// Says what the national text of each call has wrong for some of its regions.
pub fn check_national_texts(diagnostics: &mut Diagnostics, regions: &[SiteRegion]) {
    let mut calls: BTreeMap<&Slug, Vec<&RegionalCall>> = BTreeMap::new();
    for call in regions.iter().flat_map(|region| &region.calls) {
        calls.entry(&call.call.slug).or_default().push(call);
    }
    let own = regions.iter().map(|region| region.region.service.acronym.as_str());
    let acronyms: BTreeSet<&str> = own.chain(SERVICES).collect();
    for calls in calls.values() {
        check_places(diagnostics, calls);
        for text in texts(calls) {
            for prose in text.body.iter().map(|(_, prose)| prose) {
                for mention in &prose.mentions {
                    check_value(diagnostics, mention, prose, &text.shown);
                    check_acronym(diagnostics, mention, &acronyms, &text.shown);
                }
            }
        }
    }
}

/// A national text, with the calls that show it.
struct Text<'a> {
    body: &'a Localized<Prose>,
    shown: Vec<&'a RegionalCall>,
}

fn texts<'a>(calls: &[&'a RegionalCall]) -> Vec<Text<'a>> {
    let Some(first) = calls.first() else { return Vec::new() };
    let sections = first.call.sections.iter().enumerate().map(|(rank, section)| {
        let shows = |call: &&&RegionalCall| {
            let parts = call.sections.get(rank).map(|section| &section.parts);
            parts.is_some_and(|parts| parts.iter().any(|part| part.origin == Origin::National))
        };
        Text { body: &section.body, shown: calls.iter().filter(shows).copied().collect() }
    });
    let form = first.call.form.iter().flat_map(|form| form.texts());
    let says = |call: &&&RegionalCall| {
        call.closing_message.as_ref().is_some_and(|said| said.origin == Origin::National)
    };
    let message = first
        .call
        .sequel
        .message
        .iter()
        .map(|body| Text { body, shown: calls.iter().filter(says).copied().collect() });
    sections.chain(form.map(|body| Text { body, shown: calls.to_vec() })).chain(message).collect()
}

fn check_value(
    diagnostics: &mut Diagnostics,
    mention: &Mention,
    prose: &Prose,
    calls: &[&RegionalCall],
) {
    let changed = calls.iter().filter_map(|call| {
        repeats::changed(mention, prose, call).map(|changed| (changed, &call.region.territory.name))
    });
    let changed: Vec<_> = changed.collect();
    let Some((first, region)) = changed.first() else { return };
    let repeated = Diagnostic::new(Code::RepeatedValue, mention.span).and(first.place);
    let repeated = repeated.with("mots", &mention.words).with("nom", &first.name);
    let region = region.iter().next().map(|(_, name)| name.as_str()).unwrap_or_default();
    diagnostics.push(repeated.with("regions", changed.len()).with("region", region));
}

fn check_acronym(
    diagnostics: &mut Diagnostics,
    mention: &Mention,
    acronyms: &BTreeSet<&str>,
    calls: &[&RegionalCall],
) {
    let Said::Acronym { general: false, before } = &mention.said else { return };
    if !acronyms.contains(&*mention.words) {
        return;
    }
    // A sentence that names several services tells them apart.
    let others = acronyms.iter().filter(|other| **other != mention.words);
    if others.into_iter().any(|other| mention.sentence.contains(&other.to_lowercase())) {
        return;
    }
    let foreign = |call: &&&RegionalCall| call.region.service.acronym != mention.words;
    let foreign: Vec<_> = calls.iter().filter(foreign).collect();
    let Some(first) = foreign.first() else { return };
    let name = match before.as_str() {
        "de la" | "of the" => "service.de",
        "à la" | "to the" => "service.a",
        before if before.ends_with("la") || before.ends_with("the") => "service.le",
        _ => "service.sigle",
    };
    let written = Diagnostic::new(Code::WrittenAcronym, mention.span);
    let written = written.and(Span::whole(first.region.file)).with("sigle", &mention.words);
    let region = first.region.territory.name.iter().next();
    let region = region.map(|(_, name)| name.as_str()).unwrap_or_default();
    let written = written.with("service", &first.region.service.acronym).with("region", region);
    diagnostics.push(written.with("regions", foreign.len()).with("nom", name));
}

/// Says which block the canvas places nowhere, when some region has something to put in it.
fn check_places(diagnostics: &mut Diagnostics, calls: &[&RegionalCall]) {
    let Some(first) = calls.first() else { return };
    let sections = &first.call.sections;
    let texts = || sections.iter().filter_map(|section| section.body.iter().next());
    let placed: Vec<Place> =
        texts().flat_map(|(_, prose)| prose.places()).map(|place| place.value).collect();
    let Some(last) = sections.last() else { return };
    for (name, place) in Place::ALL.iter().filter(|(_, place)| !placed.contains(place)) {
        let filled: Vec<_> = calls.iter().filter(|call| fills(call, *place)).collect();
        if let Some(region) = filled.first() {
            let unplaced = Diagnostic::new(Code::UnplacedBlock, last.span);
            let unplaced = unplaced.and(Span::whole(region.file)).with("bloc", name);
            diagnostics.push(unplaced.with("regions", filled.len()));
        }
    }
}

/// Whether the region's file of the call puts something in the block.
fn fills(call: &RegionalCall, place: Place) -> bool {
    match place {
        Place::Priorities => !call.priorities.is_empty(),
        Place::Calendar => call.steps.iter().any(|step| step.origin == Origin::Added),
        Place::Filing => call.filing.is_known() || call.filing.instruction.is_some(),
        Place::Contacts => !call.contacts.is_empty() && call.contacts != call.region.contacts,
        Place::News => !call.news.is_empty(),
        Place::Documents => !call.documents.is_empty(),
    }
}
