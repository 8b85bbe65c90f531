//! The sections of a call in the order of its page, without those that say nothing there.
//!
//! An author explains: why, for whom, how much. An applicant looks for the last two first. The page alone is in their order: what is
//! printed or read by programs keeps the author's, which is that of the national text.

use std::collections::BTreeMap;

use super::text::Texts;
use super::{folded, leftovers, sections};
use crate::model::call::{Call, TOP_LEVEL};
use crate::model::id::Slug;
use crate::model::origin::Origin;
use crate::model::prose::{Block, Inline, Prose, each_inline};
use crate::model::regional::{RegionalCall, RegionalPart, RegionalSection};
use crate::model::told::call::{Part, Section};
use crate::model::value::Value;

/// What the page of a call reads.
pub struct Reading {
    pub sections: Vec<Section>,
    /// The ids of those that say nothing in the region.
    pub silent: Vec<String>,
}

impl Reading {
    /// That of `call`.
    pub fn of(texts: &Texts<'_>, call: &RegionalCall) -> Self {
        let mut reader = Reader { texts, call, read: Self::empty() };
        let mut chapters: Vec<&[RegionalSection]> =
            call.sections.chunk_by(|_, next| next.section.level > TOP_LEVEL).collect();
        let declared: BTreeMap<&Slug, usize> =
            call.call.page_order.iter().enumerate().map(|(rank, id)| (id, rank)).collect();
        chapters.sort_by_cached_key(|chapter| rank(&call.call, &declared, chapter));
        let (mut left, orphans): (Vec<Section>, Vec<Section>) =
            leftovers::of(texts.voice, call).into_iter().partition(|block| {
                call.sections.iter().any(|regional| reader.had_placed(regional, block))
            });
        let last = chapters.pop_if(|chapter| describes(&call.call, chapter));
        for chapter in chapters {
            reader.chapter(chapter, &mut left);
        }
        reader.read.sections.extend(orphans);
        if let Some(chapter) = last {
            reader.chapter(chapter, &mut left);
        }
        let Self { sections, silent } = reader.read;
        Self { sections: folded::sections(texts.voice, sections), silent }
    }

    fn empty() -> Self {
        Self { sections: Vec::new(), silent: Vec::new() }
    }
}

/// Where a section with its subsections comes: in the order that the call declares, else who may apply first and what the call is last.
fn rank(call: &Call, declared: &BTreeMap<&Slug, usize>, chapter: &[RegionalSection]) -> usize {
    if !declared.is_empty() {
        let id = &chapter[0].section.id;
        return declared.get(id).copied().unwrap_or(declared.len());
    }
    let eligibility = call.aid.as_ref().and_then(|aid| aid.eligibility.as_ref());
    match () {
        () if eligibility.is_some_and(|id| holds(chapter, id)) => 0,
        () if describes(call, chapter) => 2,
        () => 1,
    }
}

fn describes(call: &Call, chapter: &[RegionalSection]) -> bool {
    let description = call.aid.as_ref().and_then(|aid| aid.description.as_ref());
    description.is_some_and(|id| holds(chapter, id))
}

fn holds(chapter: &[RegionalSection], id: &Slug) -> bool {
    chapter.iter().any(|regional| regional.section.id == *id)
}

struct Reader<'a> {
    texts: &'a Texts<'a>,
    call: &'a RegionalCall,
    read: Reading,
}

impl Reader<'_> {
    /// A section with its subsections, then the blocks that it placed before the region replaced it.
    fn chapter(&mut self, chapter: &[RegionalSection], left: &mut Vec<Section>) {
        for (rank, regional) in chapter.iter().enumerate() {
            let level = regional.section.level;
            let below = chapter[rank + 1..].iter().take_while(|below| below.section.level > level);
            let whole = &chapter[rank..=rank + below.count()];
            if self.is_silent(whole) {
                self.read.silent.push(regional.section.id.to_string());
                continue;
            }
            let mut section = sections::section(self.texts, self.call, regional);
            section.parts.retain(|part| match part {
                Part::Place(place) => leftovers::is_filled(self.texts.voice, self.call, *place),
                Part::Written(_) => true,
            });
            self.read.sections.push(section);
        }
        let placed = left.extract_if(.., |block| {
            chapter.iter().any(|regional| self.had_placed(regional, block))
        });
        self.read.sections.extend(placed.collect::<Vec<_>>());
    }

    /// Whether the national text of a section places a block.
    fn had_placed(&self, regional: &RegionalSection, block: &Section) -> bool {
        let national = regional.section.body.show(self.texts.voice.content).value;
        national.places().any(|place| block.places(place.value))
    }

    /// Whether a section and its subsections only introduce blocks that are all empty.
    fn is_silent(&self, whole: &[RegionalSection]) -> bool {
        let places = |part: &RegionalPart| self.shown(part).places().next().is_some();
        whole.iter().flat_map(|regional| &regional.parts).any(places)
            && !whole.iter().any(|regional| self.speaks(regional))
    }

    fn shown<'t>(&self, part: &'t RegionalPart) -> &'t Prose {
        part.text.show(self.texts.voice.content).value
    }

    fn speaks(&self, regional: &RegionalSection) -> bool {
        let voice = self.texts.voice;
        regional.parts.iter().any(|part| {
            let text = self.shown(part);
            let filled = |place| leftovers::is_filled(voice, self.call, place);
            part.origin != Origin::National
                || text.places().any(|place| filled(place.value))
                || !only_introduces(text)
        })
    }
}

/// Whether a text is nothing but blocks, after one paragraph at most that states nothing.
fn only_introduces(text: &Prose) -> bool {
    let is_place = |block: &&Block| matches!(block, Block::Place(_));
    let mut written = text.blocks.iter().filter(|block| !is_place(block));
    match (written.next(), written.next()) {
        (None, _) => true,
        (Some(Block::Paragraph(content)), None) => {
            text.blocks.last().as_ref().is_some_and(is_place) && !states(content)
        }
        _ => false,
    }
}

/// Whether a paragraph leads somewhere, calls a note, or gives a figure or a date.
fn states(content: &[Inline]) -> bool {
    let mut found = false;
    each_inline(content, &mut |inline| {
        found |= match inline {
            Inline::Link { .. } | Inline::Image { .. } | Inline::FootnoteCall(_) => true,
            Inline::Value(value) => !matches!(value.value, Value::Fixed(_)),
            _ => false,
        };
    });
    found
}
