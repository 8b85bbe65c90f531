//! `home.html`.

use serde::Serialize;

use super::finder::Finder;
use super::parts::{Deadline, Highlight, Status};
use super::scope::{Absence, Subscription};
use super::text::Text;

/// `home.html`: every call, with every region.
#[derive(Debug, Clone, Serialize)]
pub struct Home {
    pub calls: Vec<HomeCall>,
    /// Absent where there is one region only.
    pub finder: Option<Finder>,
    /// "Situation au lundi 20 décembre 2021".
    pub as_of: String,
    /// Every step of every call, to subscribe to (iCalendar); absent without call.
    pub calendar_href: Option<String>,
    /// The same, in one tap.
    pub subscription: Option<Subscription>,
    /// What changes on the whole site (Atom); absent without call.
    pub feed_href: Option<String>,
}

/// One call on the home page.
#[derive(Debug, Clone, Serialize)]
pub struct HomeCall {
    pub id: String,
    /// Every region has archived it: it comes after the others.
    pub archived: bool,
    pub title: Text,
    pub summary: Text,
    pub issuer: Text,
    /// Facts in one line each: the ceiling, the duration.
    pub highlights: Vec<Highlight>,
    /// What most regions have in common; absent where there is no such thing.
    pub usual: Option<Usual>,
    /// In the alphabetical order of the page's language.
    pub regions: Vec<HomeRegion>,
    /// The regions of the site that have no page for it, in the same order.
    pub absences: Vec<HomeAbsence>,
    /// The schematic map; empty when there is only one region.
    pub tiles: Vec<Tile>,
    /// How many columns and rows the map has.
    pub columns: u32,
    pub rows: u32,
}

/// The status of most regions, to be said once.
#[derive(Debug, Clone, Serialize)]
pub struct Usual {
    /// "17 régions".
    pub regions: String,
    pub status: Status,
}

/// One region in a call's list.
#[derive(Debug, Clone, Serialize)]
pub struct HomeRegion {
    pub slug: String,
    pub name: String,
    /// The regional call page.
    pub href: String,
    /// "DREETS", with the region: who to ask.
    pub service: String,
    pub status: Status,
    /// The next deadline, else the last one past; absent when no closing step is known.
    pub deadline: Option<Deadline>,
    /// "Cet appel concerne seulement : Haute-Garonne (31), Tarn (81)"; absent when the whole region is concerned.
    pub limits: Option<String>,
    /// Its status and date are those of [`HomeCall::usual`].
    pub usual: bool,
}

/// A region of the site without page for a call.
#[derive(Debug, Clone, Serialize)]
pub struct HomeAbsence {
    pub slug: String,
    pub name: String,
    /// The region's page.
    pub href: String,
    pub service: String,
    pub absence: Absence,
}

/// A square of the schematic map.
#[derive(Debug, Clone, Serialize)]
pub struct Tile {
    /// From 0, to the right.
    pub column: u32,
    /// From 0, downwards.
    pub row: u32,
    /// Three or four letters: "BRE".
    pub label: String,
    pub name: String,
    pub href: String,
    pub status: Option<Status>,
    /// "Ne participe pas à cet appel", instead of a status.
    pub absence: Option<String>,
}
