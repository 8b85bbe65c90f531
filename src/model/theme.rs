//! The look of a site: templates, interface strings, files published as they are.

use std::sync::Arc;

use super::source::SourceFile;

/// The theme every other one inherits from.
pub const BUILT_IN: &str = "sobre";

/// A theme with what it inherits: a file of the project wins over one of the built-in theme.
#[derive(Debug, Clone)]
pub struct Theme {
    /// By name relative to `templates/`.
    pub templates: Vec<(String, SourceFile)>,
    /// By language tag.
    pub strings: Vec<(String, SourceFile)>,
    /// Published under `assets/`, by name relative to `static/`.
    pub assets: Vec<(String, Arc<[u8]>)>,
}
