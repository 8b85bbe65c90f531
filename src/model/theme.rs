//! The look of a site: templates, interface strings, files published as they are, and what the theme says of itself.

use std::collections::BTreeMap;

use super::asset::Asset;
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
    /// In the order of their names.
    pub assets: Vec<Asset>,
    pub identity: Identity,
}

/// What a theme says of itself in `theme.yaml`, key by key over the built-in theme.
#[derive(Debug, Clone, Default)]
pub struct Identity {
    /// The name it gives itself.
    pub name: String,
    pub classes: Classes,
    /// Style sheets, among the assets, by [`EVERY_PAGE`] or kind of page.
    pub styles: BTreeMap<&'static str, Vec<String>>,
    /// Those that every page loads at once, among the assets.
    pub fonts: Vec<String>,
}

/// The name under which a theme lists the style sheets that every page has.
pub const EVERY_PAGE: &str = "all";

/// Kinds of page, by the name of their template.
pub const PAGE_KINDS: [&str; 12] = [
    "home",
    "region",
    "call",
    "frame",
    "dossier",
    "text",
    "plan",
    "departments",
    "calendar",
    "search",
    "root",
    "404",
];

impl Identity {
    /// The style sheets of a kind of page, in order.
    pub fn styles_of<'t>(&'t self, kind: &'t str) -> impl Iterator<Item = &'t str> {
        let listed = [EVERY_PAGE, kind].into_iter().filter_map(|key| self.styles.get(key));
        listed.flatten().map(String::as_str)
    }
}

/// The classes of each component, by its name.
#[derive(Debug, Clone, Default)]
pub struct Classes(BTreeMap<String, String>);

impl Classes {
    /// What separates, from the outside, the boxes that stand around an element.
    const INSIDE: &str = " > ";

    /// Gives a component its classes, whatever it had.
    pub fn set(&mut self, component: String, classes: String) {
        self.0.insert(component, classes);
    }

    /// Those of a component; none where the theme gives it none.
    pub fn of(&self, component: &str) -> Option<&str> {
        self.0.get(component).map(String::as_str).filter(|classes| !classes.is_empty())
    }

    /// Those of each box around a component, from the outside.
    pub fn boxes(&self, component: &str) -> impl Iterator<Item = &str> {
        self.of(component).into_iter().flat_map(|boxes| boxes.split(Self::INSIDE))
    }

    /// Every component with its classes.
    pub fn all(&self) -> &BTreeMap<String, String> {
        &self.0
    }
}
