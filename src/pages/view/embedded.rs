//! `fragment.html` and `frame.html`: the page of a call on another site.

use serde::Serialize;

use super::text::Link;

/// What is said beside the content of the page, where it is copied or shown in a frame.
#[derive(Debug, Clone, Serialize)]
pub struct Embedded {
    /// "Version du lundi 20 décembre 2021".
    pub stamp: String,
    /// The page itself.
    pub page: Link,
}

/// The content of the page, to paste in another.
#[derive(Debug, Clone, Serialize)]
pub struct Fragment {
    /// The id that the element around it must have.
    pub id: String,
    /// The content of `<main>`, without what is of the site's own styles and scripts.
    pub html: String,
}
