//! Who is told of the end of each stage: nobody, or an observer that may have a clock.

use std::sync::Arc;

/// A watch on a run of the pipeline. By default nobody watches.
#[derive(Clone, Default)]
pub struct Watch(Option<Arc<Observer>>);

type Observer = dyn Fn(&'static str) + Send + Sync;

impl Watch {
    /// Tells `observer` the name of each stage as it ends.
    pub fn new(observer: impl Fn(&'static str) + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(observer)))
    }

    /// Says that a stage ends.
    pub fn ended(&self, stage: &'static str) {
        if let Some(observer) = &self.0 {
            observer(stage);
        }
    }
}
