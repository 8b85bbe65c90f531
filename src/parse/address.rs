//! What authors are told of an address of the web, wherever they typed it.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::source::Span;
use crate::model::web::{self, AddressFault};

/// Whether `text` is an address, as `found` says; else it is said, with the address that was most likely meant.
pub fn accept(
    diagnostics: &mut Diagnostics,
    text: &str,
    span: Span,
    found: Result<(), AddressFault>,
) -> bool {
    match found {
        Ok(()) if web::is_mixed(text) => {
            let host = web::host(text).unwrap_or_default();
            diagnostics.push(Diagnostic::new(Code::MixedAddress, span).with("hote", host));
        }
        Ok(()) => {}
        Err(fault) => {
            let invalid = Diagnostic::new(Code::InvalidAddress, span).with("adresse", text);
            let suggestion = web::mended(text).unwrap_or_default();
            diagnostics.push(invalid.with("raison", fault.word()).with("suggestion", suggestion));
        }
    }
    found.is_ok()
}

/// Whether `address` was meant as one of the web, however it is written.
pub fn is_meant(address: &str) -> bool {
    let scheme = address.split(':').next().unwrap_or_default();
    ["https", "http"].iter().any(|known| scheme.eq_ignore_ascii_case(known))
}
