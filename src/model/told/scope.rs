//! Why a region has no page for a call.

use super::Phrase;
use super::call::Contact;
use super::onward::Onward;

/// Why a region has no page for a call.
#[derive(Debug, Clone)]
pub struct Absence {
    /// The region says that it takes no part; otherwise it has published nothing.
    pub declared: bool,
    /// "Ne participe pas à cet appel".
    pub label: String,
    pub reason: Option<Phrase>,
    pub onward: Option<Onward>,
    /// Never empty.
    pub contacts: Vec<Contact>,
}
