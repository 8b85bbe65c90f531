//! The documents of a call, its application dossier first, and what a site remembers of those that it has published.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::digest::Digest;
use super::form::{Form, FormKind};

/// A format of the dossier's files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DossierFormat {
    Odt,
    Docx,
    #[cfg(feature = "pdf")]
    Pdf,
    Ods,
    Xlsx,
}

impl DossierFormat {
    /// In the order of a page: first what most applicants can open, then what the State recommends (ODF, RGI v2).
    pub const ALL: &'static [Self] = &[
        Self::Docx,
        Self::Odt,
        #[cfg(feature = "pdf")]
        Self::Pdf,
        Self::Xlsx,
        Self::Ods,
    ];

    /// The end of the file's name.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Odt => "odt",
            Self::Docx => "docx",
            #[cfg(feature = "pdf")]
            Self::Pdf => "pdf",
            Self::Ods => "ods",
            Self::Xlsx => "xlsx",
        }
    }

    /// Letters are drawn by us, in a typeface that we bring.
    pub fn is_laid_out(self) -> bool {
        self.extension() == "pdf"
    }

    /// A workbook holds the budget alone.
    pub fn is_workbook(self) -> bool {
        matches!(self, Self::Ods | Self::Xlsx)
    }

    /// Whether a form has something to fill in such a file.
    pub fn suits(self, form: &Form) -> bool {
        let budget = |kind: &FormKind| matches!(kind, FormKind::Budget(_));
        !self.is_workbook() || form.questions().any(|question| budget(&question.kind))
    }
}

/// A document that was published, with the digest of what it was made from.
#[derive(Debug, Clone)]
pub struct Made {
    /// Of the dossier, its format and its writer.
    pub from: Digest,
    /// The whole content.
    pub bytes: Arc<[u8]>,
}

/// The documents of the site that is to be replaced, by address: those made from the same need not be made again.
pub type Former = BTreeMap<String, Made>;
