//! Words and links.

use serde::Serialize;

/// Plain text that may be in another language than the page.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Text {
    pub text: String,
    /// Language of the text, only when it is not the page's (RGAA 8.7).
    pub lang: Option<String>,
}

/// Markup that may be in another language than the page.
#[derive(Debug, Clone, Serialize)]
pub struct Rich {
    pub html: String,
    /// Language of the text, only when it is not the page's (RGAA 8.7).
    pub lang: Option<String>,
}

/// A link whose address is relative to the page, or absolute when it leaves the site.
#[derive(Debug, Clone, Serialize)]
pub struct Link {
    pub title: String,
    pub href: String,
}
