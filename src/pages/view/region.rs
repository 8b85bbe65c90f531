//! `region.html`.

use serde::Serialize;

use super::parts::{Contact, Deadline, Department, Highlight, Marker, Service, Status};
use super::scope::{Absence, Share, Subscription};
use super::text::Text;

/// `region.html`.
#[derive(Debug, Clone, Serialize)]
pub struct Region {
    pub name: String,
    /// "en Bretagne".
    pub within: String,
    /// Where the region is; none on a site of one region, or of one that has no place on the map.
    pub marker: Option<Marker>,
    pub service: Service,
    pub calls: Vec<RegionCallCard>,
    /// The calls in which it says that it takes no part.
    pub absences: Vec<RegionAbsence>,
    /// "Situation au lundi 20 décembre 2021".
    pub as_of: String,
    pub departments: Vec<Department>,
    /// Those of which another region has a part too.
    pub shares: Vec<Share>,
    pub contacts: Vec<Contact>,
    /// Every step of the region's calls, to subscribe to (iCalendar); absent without call.
    pub calendar_href: Option<String>,
    /// The same, in one tap.
    pub subscription: Option<Subscription>,
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
    /// "Cet appel concerne seulement : Haute-Garonne (31), Tarn (81)"; absent when the whole region is concerned.
    pub limits: Option<String>,
}

/// A call in which the region takes no part.
#[derive(Debug, Clone, Serialize)]
pub struct RegionAbsence {
    /// The call's title.
    pub title: Text,
    pub absence: Absence,
}
