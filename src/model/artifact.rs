//! What is published: bytes at an address.

use std::fmt::Display;
use std::sync::Arc;

use super::digest::Digest;

/// A file of the site.
#[derive(Debug, Clone)]
pub struct Artifact {
    /// Relative to the root of the site, with `/`.
    pub address: String,
    /// The whole content.
    pub bytes: Arc<[u8]>,
    /// Of a document: the digest of what it was made from, so that the next build need not make it again.
    pub from: Option<Digest>,
}

impl Artifact {
    /// A file that is made each time.
    pub fn new(address: impl Display, bytes: Arc<[u8]>) -> Self {
        Self { address: address.to_string(), bytes, from: None }
    }

    /// Whether it is a page rather than a file beside the pages.
    pub fn is_page(&self) -> bool {
        self.address.rsplit_once('.').is_some_and(|(_, extension)| extension == "html")
    }
}
