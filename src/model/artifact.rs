//! What is published: bytes at an address.

use std::sync::Arc;

/// A file of the site.
#[derive(Debug, Clone)]
pub struct Artifact {
    /// Relative to the root of the site, with `/`.
    pub address: String,
    pub bytes: Arc<[u8]>,
}
