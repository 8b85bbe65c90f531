//! `region.html`.

use serde::Serialize;

use super::parts::{Contact, Deadline, Department, Highlight, Service, Status};
use super::text::Text;

/// `region.html`.
#[derive(Debug, Clone, Serialize)]
pub struct Region {
    pub name: String,
    /// "en Bretagne".
    pub within: String,
    pub service: Service,
    pub calls: Vec<RegionCallCard>,
    /// "Situation au lundi 20 décembre 2021".
    pub as_of: String,
    pub departments: Vec<Department>,
    pub contacts: Vec<Contact>,
    /// Every step of the region's calls, to subscribe to (iCalendar); absent without call.
    pub calendar_href: Option<String>,
    /// What changes in the region (Atom); absent without call.
    pub feed_href: Option<String>,
}

/// A regional call in short.
#[derive(Debug, Clone, Serialize)]
pub struct RegionCallCard {
    pub title: Text,
    pub summary: Text,
    pub href: String,
    pub status: Status,
    pub deadline: Option<Deadline>,
    pub highlights: Vec<Highlight>,
}
