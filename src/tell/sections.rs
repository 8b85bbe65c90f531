//! The text of a call in its reading order, cut at the blocks that are composed, with those that no section places.

use std::sync::Arc;

#[cfg(feature = "pdf")]
use super::leftovers;
use super::marks::{self, mark};
use super::text::{self, Piece, Texts};
use crate::model::origin::Origin;
use crate::model::partial::TranslatedSection;
use crate::model::regional::{RegionalCall, RegionalPart, RegionalSection};
use crate::model::told::call::{Part, Passage, Section};

/// Every section of `call` in the author's order, then its leftovers.
#[cfg(feature = "pdf")]
pub fn all(texts: &Texts<'_>, call: &RegionalCall) -> Vec<Section> {
    let left = leftovers::of(texts.voice, call);
    let sections = call.sections.iter().map(|regional| section(texts, call, regional));
    sections.chain(left).collect()
}

/// One section, whatever it has to say.
pub fn section(texts: &Texts<'_>, call: &RegionalCall, regional: &RegionalSection) -> Section {
    let translated =
        texts.voice.partial.and_then(|language| language.section(&regional.section.id));
    if let Some(translated) = translated {
        return self::translated(texts, call, regional, translated);
    }
    let parts = regional.parts.iter().flat_map(|regional| parts(texts, call, regional));
    Section {
        parts: parts.collect(),
        id: regional.section.id.to_string(),
        level: regional.section.level,
        title: text::line(texts.voice, &regional.section.title),
    }
}

/// A section in a language that has it and not the whole, then the blocks that it places: a region places none.
fn translated(
    texts: &Texts<'_>,
    call: &RegionalCall,
    regional: &RegionalSection,
    translated: &TranslatedSection,
) -> Section {
    let text = RegionalPart { origin: Origin::Added, text: Arc::clone(&translated.text) };
    let mut told = parts(texts, call, &text);
    for part in &mut told {
        if let Part::Written(passage) = part {
            passage.mark = Some(marks::translated(texts.voice, call));
        }
    }
    let blocks = regional.parts.iter().flat_map(|part| parts(texts, call, part));
    told.extend(blocks.filter(|part| matches!(part, Part::Place(_))));
    Section {
        parts: told,
        id: regional.section.id.to_string(),
        level: regional.section.level,
        title: text::line(texts.voice, &translated.title),
    }
}

fn parts(texts: &Texts<'_>, call: &RegionalCall, regional: &RegionalPart) -> Vec<Part> {
    let mark = mark(texts.voice, call, regional.origin);
    let pieces = texts.pieces(&regional.text, Some(call.owner(regional.origin)));
    let parts = pieces.into_iter().map(|piece| match piece {
        Piece::Place(place) => Part::Place(place),
        Piece::Text(text) => {
            Part::Written(Passage { origin: regional.origin, mark: mark.clone(), text, fold: None })
        }
    });
    parts.collect()
}
