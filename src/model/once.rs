//! Values that are made once, whichever thread asks first.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{PoisonError, RwLock};

/// What was made so far, by key. Making is pure: two threads that make the same at once do no harm.
pub struct Once<K, V>(RwLock<HashMap<K, V>>);

impl<K, V> Default for Once<K, V> {
    fn default() -> Self {
        Self(RwLock::default())
    }
}

impl<K: Eq + Hash, V: Clone> Once<K, V> {
    /// The value of `key`, made now if nobody has asked for it.
    pub fn get(&self, key: K, make: impl FnOnce() -> V) -> V {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner).get(&key).cloned();
        known.unwrap_or_else(|| {
            let value = make();
            let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
            known.insert(key, value.clone());
            value
        })
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::Once;

    #[test]
    fn a_value_is_made_once() {
        let (once, made) = (Once::default(), Cell::new(0));
        let get = |key| once.get(key, || made.replace(made.get() + 1));
        assert_eq!([get("a"), get("b"), get("a")], [0, 1, 0]);
    }
}
