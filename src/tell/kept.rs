//! National blocks that hold no value are the same for every region: they are told once in each language.

use std::sync::Arc;

use crate::model::id::Lang;
use crate::model::once::Once;
use crate::model::prose::{self, Inline, Target, each_inline_of};
use crate::model::told::text::Block;

/// What has been told so far of one site, by where it lies in memory and the reader's language.
#[derive(Default)]
pub struct Kept(Once<Key, Option<Told>>);

/// Where blocks begin in memory, how many they are, and the language of who reads them.
type Key = (usize, usize, Lang);

type Told = Arc<[Block]>;

impl Kept {
    /// `blocks` as `tell` tells them to readers of `lang`.
    pub fn blocks(&self, blocks: &[prose::Block], lang: &Lang, tell: impl Fn() -> Told) -> Told {
        let key = (blocks.as_ptr().addr(), blocks.len(), lang.clone());
        let kept = self.0.get(key, || (!hold_a_value(blocks)).then(&tell));
        kept.unwrap_or_else(tell)
    }
}

fn hold_a_value(blocks: &[prose::Block]) -> bool {
    let mut found = false;
    each_inline_of(blocks, &mut |inline| {
        let is_value = |target: &Target| matches!(target, Target::Value(_));
        found |= match inline {
            Inline::Value(_) => true,
            Inline::Link { target, .. } => is_value(target),
            _ => false,
        };
    });
    found
}
