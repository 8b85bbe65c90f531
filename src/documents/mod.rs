//! The documents of a call, one writer a format: the application dossier, its budget, the text of the call.

#[cfg(feature = "pdf")]
pub mod call_text;
pub mod docx;
pub mod files;
pub mod names;
pub mod odf;
pub mod ods;
pub mod odt;
pub mod package;
pub mod paragraphs;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod typeset;
pub mod xlsx;
pub mod xml;

#[cfg(test)]
pub mod opened;
