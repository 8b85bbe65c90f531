//! What of a long section waits until it is opened: who reads on a telephone reaches what follows, and who wants it all has
//! it. On paper, where nothing opens, and on wide screens, all is shown.

use super::voice::Voice;
use crate::model::call::TOP_LEVEL;
use crate::model::origin::Origin;
use crate::model::told::call::{Part, Passage, Section};
use crate::model::told::plain;
use crate::model::told::text::{Block, Text};
use crate::words::Arg;

/// A list of fewer items takes less room than it would save.
const LONG_LIST: usize = 8;
/// How many words a section shows before those of its subsections wait.
const SHOWN: usize = 100;
/// Fewer take less room than they would save.
const LONG_PASSAGE: usize = 30;

/// The same sections, what is long apart. What a region writes is why its page is read: it stays open.
pub fn sections(voice: Voice<'_>, sections: Vec<Section>) -> Vec<Section> {
    let mut shown = 0;
    let sections = sections.into_iter().map(|section| {
        let is_top = section.level <= TOP_LEVEL;
        if is_top {
            shown = 0;
        }
        let parts = section.parts.into_iter().flat_map(|part| match part {
            Part::Written(passage) if passage.origin == Origin::National && !is_top => {
                apart(voice, passage, &mut shown)
            }
            Part::Written(passage) => {
                shown += words(&passage.text);
                vec![Part::Written(passage)]
            }
            Part::Place(_) => vec![part],
        });
        Section { parts: parts.collect(), ..section }
    });
    sections.collect()
}

/// `passage` of a subsection, cut around its long lists when it begins with other words.
fn apart(voice: Voice<'_>, passage: Passage, shown: &mut usize) -> Vec<Part> {
    let length = words(&passage.text);
    if *shown >= SHOWN && length >= LONG_PASSAGE {
        let fold = Some(voice.words.say("fold_text", &[]));
        return vec![Part::Written(Passage { fold, ..passage })];
    }
    let blocks = &passage.text.blocks;
    let runs = blocks.chunk_by(|a, b| points(a).is_none() && points(b).is_none());
    let parts = runs.enumerate().map(|(rank, run)| {
        let text = Text { blocks: run.into(), ..passage.text.clone() };
        let points = run.first().and_then(points).filter(|_| rank > 0);
        let fold = points.map(|points| {
            let points = points.try_into().unwrap_or(i64::MAX);
            voice.words.say("fold_points", &[("n", Arg::Count(points))])
        });
        if fold.is_none() {
            *shown += words(&text);
        }
        Part::Written(Passage { text, fold, mark: passage.mark.clone(), ..passage })
    });
    parts.collect()
}

fn words(text: &Text) -> usize {
    plain::text(text, &mut plain::Notes::default()).split_whitespace().count()
}

/// How many items a long list has.
fn points(block: &Block) -> Option<usize> {
    match block {
        Block::List { items, .. } if items.len() >= LONG_LIST => Some(items.len()),
        _ => None,
    }
}
