//! Items of a list that bear an id and a label: each is given once.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

use super::reader::Reader;
use crate::diagnostic::{Code, Diagnostic, Seen};
use crate::model::id::{Lang, Slug};
use crate::model::localized::Localized;
use crate::model::questionnaire::compared;
use crate::model::source::Span;

/// Leaves out, and says, what bears an id already `seen`.
pub fn tell_apart<T, K: Ord + Clone + Display>(
    r: &mut Reader<'_, '_>,
    seen: &mut Seen<K>,
    mut items: Vec<T>,
    id: impl Fn(&T) -> (&K, Span),
) -> Vec<T> {
    items.retain(|item| {
        let (id, span) = id(item);
        let Some(twin) = seen.twin(id, span) else { return true };
        r.push(twin);
        false
    });
    items
}

/// How files and readers know an item of a list.
pub struct Known<'t> {
    id: &'t Slug,
    label: &'t Localized<String>,
    span: Span,
}

impl<'t> Known<'t> {
    /// An item, at the place of its id.
    pub fn new(id: &'t Slug, label: &'t Localized<String>, span: Span) -> Self {
        Self { id, label, span }
    }
}

/// Says what bears, in some language, the label or the id of another item of the `list`: an answer would be that of both.
pub fn tell_labels_apart<'t>(
    r: &mut Reader<'_, '_>,
    list: &'static str,
    items: impl Iterator<Item = Known<'t>> + Clone,
) {
    let languages = r.languages;
    let ids = items.clone().map(|item| ((None, item.id.to_string()), item.span));
    let mut seen: BTreeMap<(Option<&Lang>, String), Span> = ids.collect();
    let mut told: BTreeSet<(Span, Span)> = BTreeSet::new();
    for Known { label, span, .. } in items {
        let mut twin = None;
        for lang in languages {
            let words = label.show(lang).value;
            let said = compared(words);
            let id = seen.get(&(None, said.clone())).copied();
            let first = *seen.entry((Some(lang), said)).or_insert(span);
            let other = [Some(first), id].into_iter().flatten().find(|other| *other != span);
            twin = twin.or(other.map(|other| (other, words)));
        }
        let is_new = |(other, _): &(Span, &String)| !told.contains(&(*other, span));
        if let Some((other, words)) = twin.filter(is_new) {
            told.insert((span, other));
            let twin = Diagnostic::new(Code::DuplicateLabel, span).and(other);
            r.push(twin.with("libelle", words).with("liste", list));
        }
    }
}
