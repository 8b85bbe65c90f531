//! Items of a list that bear an id: each id is given once.

use std::fmt::Display;

use super::reader::Reader;
use crate::diagnostic::Seen;
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
