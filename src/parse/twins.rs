//! Items of a list that bear an id: each id is given once.

use std::collections::BTreeMap;

use super::reader::Reader;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::id::Slug;
use crate::model::source::Span;

/// The ids met so far, and where.
#[derive(Default)]
pub struct Seen(BTreeMap<Slug, Span>);

impl Seen {
    /// Remembers that `id` is given at `span`, or says where it was given before.
    pub fn twin(&mut self, id: &Slug, span: Span) -> Option<Diagnostic> {
        let Some(first) = self.0.get(id) else {
            self.0.insert(id.clone(), span);
            return None;
        };
        let double = Diagnostic::new(Code::DuplicateIdentifier, span).and(*first);
        Some(double.with("identifiant", id))
    }

    /// Leaves out, and says, what bears an id already met.
    pub fn tell_apart<T>(
        &mut self,
        r: &mut Reader<'_, '_>,
        mut items: Vec<T>,
        id: impl Fn(&T) -> (&Slug, Span),
    ) -> Vec<T> {
        items.retain(|item| {
            let (id, span) = id(item);
            let Some(twin) = self.twin(id, span) else { return true };
            r.push(twin);
            false
        });
        items
    }
}
