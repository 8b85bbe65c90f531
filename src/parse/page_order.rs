//! `ordre_page:` of `appel.yaml`: which sections come first on the page of a call.

use std::collections::BTreeMap;

use super::reader::Reader;
use super::yaml::Node;
use crate::diagnostic::{Code, Diagnostic, Seen, Suggestions};
use crate::model::call::{Section, TOP_LEVEL};
use crate::model::id::Slug;

/// How many sections a message names.
const NAMED: usize = 40;

/// Reads the list. `sections` are those that it may name; `None` when they are not all known.
pub fn page_order<'s>(
    r: &mut Reader<'_, 's>,
    node: &Node<'s>,
    sections: Option<&[Section]>,
) -> Option<Vec<Slug>> {
    let known = sections.map(Known::of);
    let mut seen = Seen::default();
    let mut suggestions = Suggestions::default();
    r.list(node, |r, node| {
        let id = r.slug(node)?;
        let wrong = known.as_ref().and_then(|known| known.refusal(node, &id, &mut suggestions));
        match wrong.or_else(|| seen.twin(&id, node.span)) {
            Some(wrong) => {
                r.push(wrong);
                None
            }
            None => Some(id),
        }
    })
}

/// The sections of a call, each with the one that it is a part of.
struct Known<'c> {
    /// Of those that are a part of none, in the author's order.
    names: Vec<&'c str>,
    around: BTreeMap<&'c str, Option<&'c Section>>,
}

impl<'c> Known<'c> {
    fn of(sections: &'c [Section]) -> Self {
        let mut known = Self { names: Vec::new(), around: BTreeMap::new() };
        let mut last = None;
        for section in sections {
            if section.level == TOP_LEVEL {
                last = Some(section);
            }
            let around = last.filter(|_| section.level > TOP_LEVEL);
            if around.is_none() {
                known.names.push(section.id.as_str());
            }
            known.around.insert(section.id.as_str(), around);
        }
        known
    }

    /// What is wrong with the name of a section that comes first.
    fn refusal(
        &self,
        node: &Node<'_>,
        id: &Slug,
        suggestions: &mut Suggestions,
    ) -> Option<Diagnostic> {
        match self.around.get(id.as_str()) {
            None => {
                let names = &self.names;
                let listed = &names[..names.len().min(NAMED)];
                let unknown = Diagnostic::new(Code::UnknownSection, node.span).with("section", id);
                let unknown = unknown.nearest_of(suggestions, id.as_str(), names.iter().copied());
                Some(unknown.with("sections", listed.join(", ")))
            }
            Some(Some(around)) => {
                let part = Diagnostic::new(Code::OrderedSubsection, node.span).and(around.span);
                Some(part.with("section", id).with("autour", &around.id))
            }
            Some(None) => None,
        }
    }
}
