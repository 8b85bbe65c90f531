//! What a page takes from its theme.

use serde::Serialize;

/// The theme, as it says itself in `theme.yaml`.
#[derive(Debug, Clone, Serialize)]
pub struct Theme {
    pub name: String,
}

/// Files of the theme that a page loads, by name: the function `asset` gives their addresses.
#[derive(Debug, Clone, Serialize)]
pub struct Assets {
    /// The style sheets of every page, then those of its kind.
    pub styles: Vec<String>,
    /// The fonts that every page loads at once.
    pub fonts: Vec<String>,
}
