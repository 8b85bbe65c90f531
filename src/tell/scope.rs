//! In which departments a call is open, what is said to the others, and where they go.

use super::voice::Voice;
use super::{contacts, head};
use crate::model::address::Address;
use crate::model::id::Slug;
use crate::model::localized::Localized;
use crate::model::onward::Onward;
use crate::model::region::Region;
use crate::model::regional::{RegionalAbstention, RegionalCall};
use crate::model::territory::Department;
use crate::model::told::Phrase;
use crate::model::told::onward::{Destination, Onward as ToldOnward};
use crate::model::told::scope::Absence;
use crate::words::{Arg, grammar};

/// "Cet appel concerne seulement : Haute-Garonne (31), Tarn (81)", of a call that is limited to some departments.
pub fn limits(voice: Voice<'_>, call: &RegionalCall) -> Option<String> {
    let names: Vec<String> = call.limits.iter().map(named).collect();
    let names = names.join(", ");
    (!names.is_empty())
        .then(|| voice.words.say("call_limits", &[("departments", Arg::Text(&names))]))
}

/// "Haute-Garonne (31)", on one line.
fn named(department: &Department) -> String {
    format!("{}\u{a0}({})", department.name, department.code)
}

/// The departments of the region in which the call is not open.
pub fn shut(call: &RegionalCall) -> Vec<&Department> {
    let open = call.departments();
    let own = call.region.territory.departments.iter();
    own.filter(|department| !open.contains(department)).collect()
}

/// What is said in these: whom to ask.
pub fn not_open(voice: Voice<'_>, call: &RegionalCall) -> String {
    let service = grammar::author(voice.words, &call.region);
    let args = [("call", Arg::Text(&call.call.short)), ("service", Arg::Text(&service))];
    voice.words.say("not_open_here", &args)
}

/// What is said in the departments of a region that takes no part: whom to ask.
pub fn not_taking_part(voice: Voice<'_>, of: &RegionalAbstention) -> String {
    let service = grammar::author(voice.words, &of.region);
    let args = [("call", Arg::Text(&of.call.short)), ("service", Arg::Text(&service))];
    voice.words.say("not_taking_part", &args)
}

/// Which part of a department is the region's, where another has one too.
pub fn part(voice: Voice<'_>, region: &Region, department: &Department) -> Option<Phrase> {
    let share = region.shares.iter().find(|share| share.department == *department)?;
    Some(around(voice, &share.part))
}

/// What a region says that takes no part in a call.
pub fn abstention(voice: Voice<'_>, of: &RegionalAbstention) -> Absence {
    Absence {
        declared: true,
        label: voice.words.say("status_absent", &[]),
        reason: Some(around(voice, &of.reason)),
        onward: of.onward.as_ref().map(|way| onward(voice, way, (&of.call.slug, &of.region.slug))),
        contacts: contacts::all(voice, &of.contacts, &of.region.service),
    }
}

/// What is said of a region that has published nothing of a call.
pub fn silence(voice: Voice<'_>, region: &Region) -> Absence {
    Absence {
        declared: false,
        label: voice.words.say("status_silent", &[]),
        reason: None,
        onward: None,
        contacts: contacts::all(voice, &region.contacts, &region.service),
    }
}

/// Where to go from a call of a region, both by their names.
pub fn onward(voice: Voice<'_>, onward: &Onward, (call, region): (&Slug, &Slug)) -> ToldOnward {
    match onward {
        Onward::Outside { title, address } => ToldOnward {
            title: around(voice, title),
            to: Some(Destination::Outside(address.clone())),
        },
        Onward::Call(other) => another_call(voice, &other.value, region),
        Onward::Region(other) => elsewhere(voice, call, &other.value),
    }
}

/// The page of another call in the same region, else its place on the home page.
fn another_call(voice: Voice<'_>, call: &Slug, region: &Slug) -> ToldOnward {
    let site = voice.shared.site;
    let lang = &voice.words.lang;
    let title = site.calls.iter().find(|known| known.slug == *call).map(|known| &known.title);
    let publishes = |slug: Option<&Slug>| {
        let regions = site.regions.iter().filter(|of| slug.is_none_or(|s| of.region.slug == *s));
        regions.flat_map(|of| &of.calls).any(|published| published.call.slug == *call)
    };
    let to = if publishes(Some(region)) {
        Some(Destination::Page { address: Address::call(lang, region, call), id: None })
    } else {
        publishes(None).then(|| Destination::Page {
            address: Address::home(lang),
            id: Some(call_anchor(call)),
        })
    };
    ToldOnward { title: title.map(|title| around(voice, title)).unwrap_or_default(), to }
}

/// The same call in another region, else the page of that region.
fn elsewhere(voice: Voice<'_>, call: &Slug, region: &Slug) -> ToldOnward {
    let lang = &voice.words.lang;
    let Some(of) = voice.shared.site.regions.iter().find(|of| of.region.slug == *region) else {
        return ToldOnward { title: Phrase::own(region.as_str()), to: None };
    };
    let name = voice.around(&of.region.territory.name);
    let published = of.calls.iter().find(|published| published.call.slug == *call);
    let (title, address) = match published {
        Some(published) => {
            (head::named_in_region(voice, published), Address::call(lang, region, call))
        }
        None => (name.to_owned(), Address::page(lang, region.as_str())),
    };
    ToldOnward { title: Phrase::own(title), to: Some(Destination::Page { address, id: None }) }
}

/// Where a call is on the home page.
pub fn call_anchor(call: &Slug) -> String {
    format!("call_{call}")
}

/// Words that do not follow the language of the call around them.
fn around(voice: Voice<'_>, text: &Localized<String>) -> Phrase {
    let shown = text.show(&voice.words.lang);
    Phrase { text: shown.value.clone(), lang: voice.foreign(shown.lang) }
}
