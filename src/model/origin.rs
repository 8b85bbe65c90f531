//! Who wrote what a region publishes.

/// Who wrote a part of the call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    National,
    /// The region added it.
    Added,
    /// The region put it in the place of the national one.
    Replaced,
}
