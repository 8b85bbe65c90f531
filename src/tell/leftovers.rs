//! The blocks that no section of a page places, and what each is called there.
//!
//! A canvas may forget one, and a section that held one may have been replaced: what a region fills still has its place, under
//! a heading of its own, on the page as in the text of the call.

use super::voice::Voice;
use crate::model::prose::Prose;
use crate::model::regional::RegionalCall;
use crate::model::told::call::{Part, Section};
use crate::model::told::text::{Inline, Line};
use crate::model::value::Place;

/// A section for each block that those of `call` do not place, as they are shown, and that has something to say.
pub fn of(voice: Voice<'_>, call: &RegionalCall) -> Vec<Section> {
    let parts = call.sections.iter().flat_map(|section| &section.parts);
    let texts = parts.map(|part| part.text.show(voice.content).value);
    let placed: Vec<Place> = texts.flat_map(Prose::places).map(|place| place.value).collect();
    let left = Place::ALL.into_iter().filter(|(_, place)| !placed.contains(place));
    let left = left.filter(|(_, place)| is_filled(voice, call, *place));
    let leftovers = left.map(|(name, place)| {
        let taken =
            |id: &str| call.sections.iter().any(|section| section.section.id.as_str() == id);
        let title = Inline::Text(voice.words.say(title(place), &[]));
        Section {
            id: if taken(name) { format!("bloc-{name}") } else { name.to_owned() },
            level: 2,
            title: Line { lang: voice.words.lang.clone(), content: vec![title] },
            parts: vec![Part::Place(place)],
        }
    });
    leftovers.collect()
}

/// Whether a block says something.
pub fn is_filled(voice: Voice<'_>, call: &RegionalCall, place: Place) -> bool {
    match place {
        Place::Priorities => !call.priorities.is_empty(),
        Place::Calendar => !call.steps.is_empty(),
        // How to apply and whom to ask are always said.
        Place::Filing | Place::Contacts => true,
        Place::News => call.told(voice.shared.site.now).next().is_some(),
        Place::Documents => !call.documents.is_empty(),
    }
}

fn title(place: Place) -> &'static str {
    match place {
        Place::Priorities => "block_priorities",
        Place::Calendar => "block_calendar",
        Place::Filing => "block_filing",
        Place::Contacts => "block_contacts",
        Place::News => "block_news",
        Place::Documents => "block_documents",
    }
}
