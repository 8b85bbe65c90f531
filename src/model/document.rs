//! The documents that canevas makes of a call, which people open: the application dossier, the text of the call.

use std::sync::Arc;

use super::address::Address;
use super::dossier::DossierFormat;
use super::id::Lang;
use super::regional::RegionalCall;

/// The documents of one call in one language: they are made of the same words.
#[derive(Debug, Clone)]
pub struct CallDocuments {
    pub call: Arc<RegionalCall>,
    pub lang: Lang,
    pub files: Vec<DocumentFile>,
}

/// A document to make.
#[derive(Debug, Clone)]
pub struct DocumentFile {
    pub address: Address,
    pub format: DocumentFormat,
}

/// What kind of document it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentFormat {
    /// The application dossier, to fill in.
    Dossier(DossierFormat),
    /// The parts of the blank DOCX, for the page that fills it.
    BlankParts,
    /// The text of a call, to print or attach.
    #[cfg(feature = "pdf")]
    CallText,
}

/// A picture that stands for pages where their links are shared.
#[derive(Debug, Clone)]
pub struct SharedPicture {
    pub address: Address,
    pub lang: Lang,
    /// The call that it tells of; the whole site without one.
    pub call: Option<Arc<RegionalCall>>,
}

impl SharedPicture {
    /// In pixels: what link previews show whole.
    pub const WIDTH: u32 = 1200;
    pub const HEIGHT: u32 = 630;
}
