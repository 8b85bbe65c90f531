//! National blocks that hold no value are the same for every region: they are told once in each language.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use crate::model::id::Lang;
use crate::model::prose::{self, Inline, Target, each_inline_of};
use crate::model::told::text::Block;

/// What has been told so far of one site, by where it lies in memory and the reader's language.
#[derive(Default)]
pub struct Kept(RwLock<HashMap<(usize, usize, Lang), Option<Arc<[Block]>>>>);

impl Kept {
    /// `blocks` as `tell` tells them to readers of `lang`.
    pub fn blocks(
        &self,
        blocks: &[prose::Block],
        lang: &Lang,
        tell: impl Fn() -> Arc<[Block]>,
    ) -> Arc<[Block]> {
        let key = (blocks.as_ptr().addr(), blocks.len(), lang.clone());
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner).get(&key).cloned();
        if let Some(known) = known {
            return known.unwrap_or_else(tell);
        }
        let told = tell();
        let kept = (!hold_a_value(blocks)).then(|| Arc::clone(&told));
        self.0.write().unwrap_or_else(PoisonError::into_inner).insert(key, kept);
        told
    }
}

fn hold_a_value(blocks: &[prose::Block]) -> bool {
    let mut found = false;
    each_inline_of(blocks, &mut |inline| {
        found |= matches!(inline, Inline::Value(_) | Inline::Link { target: Target::Value(_), .. });
    });
    found
}
