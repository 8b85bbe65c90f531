//! What a page takes from its theme.

use serde::Serialize;

/// The theme, as it says itself in `theme.yaml`.
#[derive(Debug, Clone, Serialize)]
pub struct Theme {
    pub name: String,
}

/// Files of the theme that a page loads.
#[derive(Debug, Clone, Serialize)]
pub struct Assets {
    /// Links to the style sheets of every page, then to those of its kind.
    pub styles: Vec<String>,
    /// Links to the fonts that every page loads at once.
    pub fonts: Vec<String>,
}
