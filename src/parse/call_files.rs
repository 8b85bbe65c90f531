//! The files of one call.

use crate::model::id::{Lang, Slug};
use crate::model::source::SourceFile;

/// The files of one call.
pub struct CallFiles<'s> {
    pub slug: Slug,
    /// `appel.yaml`.
    pub yaml: &'s SourceFile,
    /// `dossier.yaml`.
    pub form: Option<&'s SourceFile>,
    /// Those of its folder `courriers`.
    pub letters: Vec<&'s SourceFile>,
    /// `canevas.<lang>.md`, in the order of the site's languages.
    pub texts: Vec<(Lang, &'s SourceFile)>,
}
