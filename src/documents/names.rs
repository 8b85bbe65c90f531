//! The names by which the fields of a file are known, where a format does not take [`Field::id`] as it is, and those of
//! what a file says of itself.
//!
//! [`Field::id`]: super::sheet::Field::id

use crate::documents::sheet::Dossier;
pub use crate::model::questionnaire::bookmarks;

/// Which dossier a file is: the names and values of its custom properties.
pub fn properties(dossier: &Dossier) -> [(&'static str, &str); 4] {
    let identity = &dossier.identity;
    [
        ("canevas-appel", identity.call.as_str()),
        ("canevas-region", identity.region.as_str()),
        ("canevas-langue", dossier.lang.as_str()),
        ("canevas-version", &identity.version),
    ]
}
