//! Canvas × region → the call as one region publishes it.
//!
//! National first; a region changes only what the canvas permits. The merge is pure and total: whatever is
//! wrong is said, and the national text or value stands in its place. Every part keeps its origin.

mod awards;
mod calendar;
mod closing;
mod conditions;
mod examination;
mod filing;
mod form;
mod headings;
mod letters;
mod near;
mod news;
mod pair;
mod parameters;
mod partial;
mod repeats;
mod sections;
mod shared;
mod shares;
mod steps;
mod translations;
mod values;

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Seen};
use crate::model::call::Call;
use crate::model::localized::Localized;
use crate::model::origin::Origin;
use crate::model::prose::Prose;
use crate::model::region::{Abstention, Adaptation, Contact, Region};
use crate::model::regional::{RegionalAbstention, RegionalCall, RegionalPart};
use crate::model::territory::Department;
use crate::model::unread::Part;

pub use headings::{check_page, check_part};
pub use pair::Pair;
pub use shared::check_national_texts;
pub use values::check_site_values;

/// Says what is wrong in the national text itself, once for all regions.
pub fn check_call(diagnostics: &mut Diagnostics, call: &Call) {
    values::check_call(diagnostics, call);
    headings::check_call(diagnostics, call);
    sections::check_places(diagnostics, call);
    calendar::check_call(diagnostics, call);
    closing::check_call(diagnostics, call);
    letters::check(diagnostics, call);
    form::check(diagnostics, call);
    examination::check(diagnostics, call);
    repeats::check_call(diagnostics, call);
}

/// Merges one region's adaptation into the call it names.
pub fn regional_call(
    diagnostics: &mut Diagnostics,
    pair: Pair<'_>,
    adaptation: Adaptation,
) -> RegionalCall {
    let (call, region) = (pair.call, pair.region);
    values::check_adaptation(diagnostics, call, &adaptation);
    headings::check_adaptation(diagnostics, call, &adaptation);
    letters::check_own(diagnostics, call, &adaptation);
    let mut steps = steps::merge(diagnostics, &pair, adaptation.steps);
    calendar::check_region(diagnostics, &pair, &steps);
    filing::check(diagnostics, &region.territory.zone, &steps, &adaptation.filing);
    if !pair.unread.has(Part::Steps) {
        news::check(diagnostics, &adaptation.news, &steps);
        if !adaptation.draft {
            news::check_told(diagnostics, &pair, &adaptation.news, &steps);
        }
    }
    let closing = closing::merge(diagnostics, &pair, adaptation.closing, &mut steps);
    let parameters = parameters::merge(diagnostics, call, &adaptation.parameters);
    if let Some(awards) = &adaptation.awards {
        awards::check(diagnostics, &parameters, &adaptation.parameters, awards);
    }
    let sections = sections::merge(diagnostics, call, adaptation.sections);
    let partial = partial::merge(diagnostics, call, adaptation.partial);
    let form = form::merge(diagnostics, &pair, adaptation.form);
    let grid = examination::merge(diagnostics, &pair, form.as_ref(), adaptation.examination);
    let contacts =
        adaptation.contacts.unwrap_or_else(|| inherited(region, &adaptation.departments));
    let mut regional = RegionalCall {
        call: Arc::clone(call),
        region: Arc::clone(region),
        draft: adaptation.draft,
        limits: adaptation.departments,
        notice: adaptation.notice,
        priorities: adaptation.priorities,
        steps,
        closing,
        life: Vec::new(),
        parameters,
        sections,
        partial,
        form,
        grid,
        letters: letters::merge(call, adaptation.letters),
        filing: adaptation.filing,
        contacts: current(diagnostics, contacts, pair.today),
        documents: adaptation.documents,
        news: adaptation.news,
        awards: adaptation.awards,
        closing_message: closing_message(call, adaptation.sequel.message),
        onward: adaptation.sequel.onward.or_else(|| call.sequel.onward.clone()),
        upkeep: adaptation.upkeep,
        unread: pair.unread,
        file: pair.file,
    };
    regional.life = regional.derived_life();
    repeats::check_region(diagnostics, &regional);
    regional
}

/// The region's contacts, without those of departments in which the call is not open.
fn inherited(region: &Region, open: &[Department]) -> Vec<Contact> {
    let mut contacts = region.contacts.clone();
    if !open.is_empty() {
        contacts.retain_mut(|contact| {
            let whole = contact.departments.is_empty();
            contact.departments.retain(|department| open.contains(department));
            whole || !contact.departments.is_empty()
        });
    }
    contacts
}

/// What the region says once the call is closed, else what the nation does.
fn closing_message(call: &Call, own: Option<Arc<Localized<Prose>>>) -> Option<RegionalPart> {
    let national = call.sequel.message.as_ref();
    let origin = match (&own, national) {
        (None, _) => Origin::National,
        (Some(_), None) => Origin::Added,
        (Some(_), Some(_)) => Origin::Replaced,
    };
    own.or_else(|| national.cloned()).map(|text| RegionalPart { origin, text })
}

/// A region says that it takes no part in `call`.
pub fn abstention(
    call: &Arc<Call>,
    region: &Arc<Region>,
    abstention: Abstention,
) -> RegionalAbstention {
    RegionalAbstention {
        call: Arc::clone(call),
        region: Arc::clone(region),
        draft: abstention.draft,
        reason: abstention.reason,
        contacts: abstention.contacts.unwrap_or_else(|| region.contacts.clone()),
        onward: abstention.onward,
        upkeep: abstention.upkeep,
        file: abstention.file,
    }
}

/// A territory has one directorate.
pub fn check_territories<'a>(
    diagnostics: &mut Diagnostics,
    regions: impl Iterator<Item = &'a Region> + Clone,
) {
    let mut seen = Seen::default();
    let mut double = BTreeSet::new();
    for territory in regions.clone().map(|region| &region.territory) {
        if let Some(first) = seen.before(&territory.code, territory.span) {
            double.insert(&territory.code);
            let twice = Diagnostic::new(Code::DuplicateTerritory, territory.span).and(first);
            diagnostics.push(twice.with("territoire", &territory.code));
        }
    }
    // Two regions of one territory share all its departments, which has been said.
    shares::check(diagnostics, regions.filter(|region| !double.contains(&region.territory.code)));
}

/// A person's consent ends: the contact is left out and the team is told.
pub fn current(diagnostics: &mut Diagnostics, contacts: Vec<Contact>, today: Date) -> Vec<Contact> {
    let mut kept = Vec::with_capacity(contacts.len());
    for someone in contacts {
        match &someone.expires {
            Some(expires) if expires.value <= today => {
                let over = Diagnostic::new(Code::ExpiredContact, expires.span);
                diagnostics.push(over.with("date", expires.value));
            }
            _ => kept.push(someone),
        }
    }
    kept
}
