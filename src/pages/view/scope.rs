//! For whom a call is, and where the others go.

use serde::Serialize;

use super::parts::Contact;
use super::text::Text;

/// Where to go from a call that is over, or from a region that takes no part in it.
#[derive(Debug, Clone, Serialize)]
pub struct Onward {
    pub title: Text,
    /// Absent where nothing is published there yet.
    pub href: Option<String>,
}

/// Why a region has no page for a call.
#[derive(Debug, Clone, Serialize)]
pub struct Absence {
    /// `absent` for a region that says that it takes no part, `silent` for one that has published nothing.
    pub id: &'static str,
    /// "Ne participe pas à cet appel".
    pub label: String,
    pub reason: Option<Text>,
    pub onward: Option<Onward>,
    /// Never empty.
    pub contacts: Vec<Contact>,
}

/// A department of which another region has a part too.
#[derive(Debug, Clone, Serialize)]
pub struct Share {
    pub code: String,
    /// Which part is this region's: "arrondissement de Florac".
    pub part: Text,
}

/// A calendar to subscribe to in one tap: plain links, beside that of the file.
#[derive(Debug, Clone, Serialize)]
pub struct Subscription {
    /// `webcal:`, which the system opens with the reader's own calendar.
    pub webcal: String,
    /// Google Calendar.
    pub google: String,
    /// Outlook on the web.
    pub outlook: String,
}
