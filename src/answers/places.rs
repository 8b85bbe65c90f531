//! Whether a file still has the places of its dossier: what a program dropped is never taken for what nobody answered.

use std::collections::BTreeSet;

use super::code::{RefusalCode, RemarkCode};
use super::found::Findings;
use super::index::Index;
use super::said::{Refusal, Remark};
use crate::model::questionnaire::{Asked, Field, Way};

/// Fewer places of a kind may have been deleted by hand.
const FEWEST_OF_A_KIND: usize = 3;

/// Why a file is only what is left of a dossier, if it is: it has less than half as many places as the dossier, or
/// none of a kind that the dossier has.
///
/// A file of another version may have fewer kinds; its places that are no more count too.
pub fn lost(index: &Index<'_>, found: &Findings, is_of_today: bool) -> Option<Refusal> {
    let former: BTreeSet<&str> = found.unknown.iter().map(String::as_str).collect();
    let (places, asked) = (found.answers.len() + former.len(), index.fields.len());
    let halved = places * 2 < asked;
    let ways = [Way::Written, Way::Ticked, Way::Picked];
    let without = is_of_today && ways.iter().any(|way| is_without(index, found, *way));
    let refusal = || Refusal::new(RefusalCode::LostPlaces).with("champs", found.answers.len());
    (halved || without).then(|| refusal().with("attendus", asked))
}

fn is_without(index: &Index<'_>, found: &Findings, way: Way) -> bool {
    let is_so = |rank: &usize| index.fields[*rank].1.kind.way() == way;
    let asked = (0..index.fields.len()).filter(is_so).count();
    asked >= FEWEST_OF_A_KIND && !found.answers.keys().any(is_so)
}

/// The ids of the fields that have no place in a file.
pub fn absent<'q>(index: &Index<'q>, found: &Findings) -> BTreeSet<&'q str> {
    let fields = index.fields.iter().enumerate();
    let gone = fields.filter(|(rank, _)| !found.answers.contains_key(rank));
    gone.map(|(_, (_, field))| field.id.as_str()).collect()
}

/// Says once which places of a question a file does not have.
pub fn remark(question: &Asked, absent: &BTreeSet<&str>) -> Option<Remark> {
    let gone = |field: &&Field| absent.contains(field.id.as_str());
    let gone: Vec<&Field> = question.fields.iter().filter(gone).collect();
    let whole = gone.len() == question.fields.len();
    let named = if whole { String::new() } else { named(question, &gone) };
    let remark = || Remark::at(RemarkCode::AbsentPlace, &question.place());
    (!gone.is_empty()).then(|| remark().with("champs", named))
}

/// Some fields of a question, without what all its labels begin with.
pub fn named(question: &Asked, fields: &[&Field]) -> String {
    const QUOTED: usize = 5;
    let shared = common(&question.fields);
    let mut named: Vec<&str> =
        fields.iter().take(QUOTED).map(|field| &field.label[shared..]).collect();
    if fields.len() > QUOTED {
        named.push("…");
    }
    named.join(" ; ")
}

/// How much of their labels fields share, up to a comma.
fn common(fields: &[Field]) -> usize {
    let Some(first) = fields.first() else { return 0 };
    let commas = first.label.match_indices(", ").map(|(at, comma)| at + comma.len());
    let shared = |at: &usize| {
        let begun = &first.label[..*at];
        fields.iter().all(|field| field.label.starts_with(begun))
    };
    commas.filter(shared).last().unwrap_or(0)
}
