//! What is published: bytes at an address.

use std::sync::Arc;

/// A file of the site.
#[derive(Debug, Clone)]
pub struct Artifact {
    /// Relative to the root of the site, with `/`.
    pub address: String,
    /// The whole content.
    pub bytes: Arc<[u8]>,
}

impl Artifact {
    /// Whether it is a page rather than a file beside the pages.
    pub fn is_page(&self) -> bool {
        self.address.rsplit_once('.').is_some_and(|(_, extension)| extension == "html")
    }
}
