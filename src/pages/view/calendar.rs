//! `calendar.html`.

use serde::Serialize;

use super::parts::End;
use super::text::{Link, Text};

/// `calendar.html`: every date of every call and region.
#[derive(Debug, Clone, Serialize)]
pub struct CalendarPage {
    /// "Situation au lundi 20 décembre 2021".
    pub as_of: String,
    /// Days on which a step is still to come or under way, in order.
    pub coming: Vec<CalendarDay>,
    /// Days of which nothing is to come, the latest first.
    pub past: Vec<CalendarDay>,
    /// Every step of every call, to subscribe to (iCalendar); absent without call.
    pub calendar_href: Option<String>,
    /// What changes on the whole site (Atom); absent without call.
    pub feed_href: Option<String>,
    /// The calendar of each region that has published a call (iCalendar), in the order of their names.
    pub regions: Vec<Link>,
}

/// A day of the calendar.
#[derive(Debug, Clone, Serialize)]
pub struct CalendarDay {
    /// "lundi 17 janvier 2022", or "mars 2022" while the day is not known.
    pub date: String,
    /// Machine-readable: "2022-01-17", or the month or the year alone; null when less is known.
    pub iso: Option<String>,
    pub events: Vec<CalendarEvent>,
}

/// A step, with every region where it begins at the same time.
#[derive(Debug, Clone, Serialize)]
pub struct CalendarEvent {
    /// The step's own name: "Date limite de dépôt".
    pub label: Text,
    /// The short name of the call: "AMIGE 2022".
    pub call: String,
    /// "23 h 59, heure de La Réunion".
    pub time: Option<String>,
    /// The end, when it is on another day.
    pub end: Option<End>,
    /// The same in Paris when it reads otherwise there.
    pub paris: Option<String>,
    /// "Terminé", "Annulé"; absent from what is to come.
    pub state: Option<String>,
    pub cancelled: bool,
    /// The instant from which it is past: RFC 3339, in UTC.
    pub over: String,
    /// Each leads to the step on the page of the call there, in the order of their names.
    pub regions: Vec<Link>,
}
