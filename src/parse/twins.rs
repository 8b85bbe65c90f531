//! Items of a list that bear an id and a label: each is given once.

use std::collections::BTreeMap;
use std::fmt::Display;

use super::reader::Reader;
use crate::diagnostic::{Code, Diagnostic, Seen};
use crate::model::id::Lang;
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

/// Says what bears, in some language, the label of another item of the `list`: an answer would be that of both.
pub fn tell_labels_apart<'t, T: 't>(
    r: &mut Reader<'_, '_>,
    list: &'static str,
    items: &'t [T],
    label: impl Fn(&'t T) -> (&'t Localized<String>, Span),
) {
    let languages = r.languages;
    let mut seen: BTreeMap<(&Lang, String), Span> = BTreeMap::new();
    for (label, span) in items.iter().map(label) {
        let mut twin = None;
        for lang in languages {
            let words = label.show(lang).value;
            let first = *seen.entry((lang, compared(words))).or_insert(span);
            if first != span {
                twin = twin.or(Some((first, words)));
            }
        }
        if let Some((first, words)) = twin {
            let twin = Diagnostic::new(Code::DuplicateLabel, span).and(first);
            r.push(twin.with("libelle", words).with("liste", list));
        }
    }
}
