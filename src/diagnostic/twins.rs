//! What may be given once only: the first counts, and each other is told with the place of the first.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fmt::Display;

use super::Diagnostic;
use crate::model::source::Span;

/// The names met so far, and where.
#[derive(Debug)]
pub struct Seen<K>(BTreeMap<K, Span>);

impl<K> Default for Seen<K> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<K: Ord> Seen<K> {
    /// Where `name` was given first, when this is not the first time.
    pub fn before(&mut self, name: K, span: Span) -> Option<Span> {
        match self.0.entry(name) {
            Entry::Occupied(first) => Some(*first.get()),
            Entry::Vacant(free) => {
                free.insert(span);
                None
            }
        }
    }

    /// What is wrong with the identifier `id`, when this is not the first time.
    pub fn twin(&mut self, id: &K, span: Span) -> Option<Diagnostic>
    where
        K: Clone + Display,
    {
        self.before(id.clone(), span).map(|first| Diagnostic::twin(id, span, first))
    }
}

#[cfg(test)]
mod tests {
    use super::Seen;
    use crate::model::source::{FileId, Span};

    #[test]
    fn each_time_but_the_first_tells_of_the_first() {
        let mut seen = Seen::default();
        let places = [0, 4, 8].map(|start| Span::new(FileId(0), start..start + 2));
        let told = places.map(|place| seen.before("a", place));
        assert_eq!(told, [None, Some(places[0]), Some(places[0])]);
        assert_eq!(seen.before("b", places[1]), None);
    }
}
