//! What figures are counted in.

/// What a parameter counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    None,
    Euro,
    Month,
    Day,
    Percent,
}
