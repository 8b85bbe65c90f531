//! The names that a PDF form uses; a field bears its id.

/// What a ticked box is worth.
#[cfg(feature = "pdf")]
pub const TICKED: &str = "Oui";
/// What any other is.
pub const OFF: &str = "Off";
