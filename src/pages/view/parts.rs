//! What several pages show.

use serde::Serialize;

use super::text::{Link, Text};

/// Where a call stands, in words.
#[derive(Debug, Clone, Serialize)]
pub struct Status {
    /// `announced`, `open`, `closing`, `between`, `closed`, `examination`, `results` or `archived`.
    pub id: String,
    pub label: String,
    pub next: Next,
    /// That it was closed by hand.
    pub closure: Option<Closure>,
    /// What it will be later, in the order of time, for pages seen late.
    pub turns: Vec<Turn>,
}

/// That a call was closed by hand, whatever its dates.
#[derive(Debug, Clone, Serialize)]
pub struct Closure {
    /// "Clos depuis le jeudi 3 février 2022", without full stop.
    pub sentence: String,
    pub reason: Option<Text>,
}

/// What happens next.
#[derive(Debug, Clone, Serialize)]
pub struct Next {
    /// "Ouvre le mercredi 8 décembre 2021", without full stop.
    pub sentence: String,
    /// For lists: "ouvre le 8 déc. 2021", or when the call closed.
    pub short: String,
    /// "dans 7 jours", while a day is awaited.
    pub delay: Option<String>,
    /// What a page seen late counts these days from.
    pub countdown: Option<Countdown>,
}

/// A status to come, or another thing that happens next.
#[derive(Debug, Clone, Serialize)]
pub struct Turn {
    /// From this instant on: RFC 3339, in UTC.
    pub from: String,
    pub id: String,
    pub label: String,
    pub next: Next,
    pub closure: Option<Closure>,
    /// The next deadline then, else the last one past.
    pub deadline: Option<Deadline>,
}

/// A moment as an applicant must read it.
#[derive(Debug, Clone, Serialize)]
pub struct Deadline {
    /// The step's own name: "Date limite de dépôt".
    pub label: Text,
    /// "lundi 17 janvier 2022"; "mars 2022", "premier trimestre 2022" or "date à préciser" while the day is not known.
    pub date: String,
    /// The same date around the number of its day; none where the language has no such figures.
    pub leaf: Option<Leaf>,
    /// "17 janv. 2022", for lists.
    pub short_date: String,
    /// "23 h 59, heure de La Réunion"; "de 10 h à 11 h 30, heure de Paris" when it ends on the same day.
    pub time: Option<String>,
    /// The end, when it is on another day.
    pub end: Option<End>,
    /// The same in Paris when it reads otherwise there: "lundi 17 janvier 2022 à 20 h 59, heure de Paris".
    pub paris: Option<String>,
    /// Machine-readable, RFC 3339 with offset, or the date, the month or the year alone; null when less is known.
    pub iso: Option<String>,
    /// "Il reste 12 jours", while it is to come.
    pub left: Option<String>,
    /// What a page seen late counts these days from.
    pub countdown: Option<Countdown>,
    pub past: bool,
    /// The instant from which it is past: RFC 3339, in UTC.
    pub over: String,
    /// Whether it closes the call: a letter of intent is due before, and is named by its label.
    pub closing: bool,
    /// The region announced that it was moved.
    pub moved: Option<Rescheduled>,
}

/// A deadline that is not the one that was published first.
#[derive(Debug, Clone, Serialize)]
pub struct Rescheduled {
    /// "Date limite reportée du 17 janvier 2022 au 24 janvier 2022", without full stop.
    pub sentence: String,
    /// "Annonce du 12 janvier 2022".
    pub told: String,
}

/// A date as the leaf of a calendar shows it: read in this order, it is the whole date.
#[derive(Debug, Clone, Serialize)]
pub struct Leaf {
    /// "lundi".
    pub before: String,
    /// "17", "1er".
    pub day: String,
    /// "janvier 2022".
    pub after: String,
}

/// The map of the site's regions, one of them marked.
#[derive(Debug, Clone, Serialize)]
pub struct Marker {
    pub columns: u32,
    pub rows: u32,
    /// Every region but the marked one.
    pub others: Vec<Square>,
    pub own: Square,
}

/// A square of a schematic map.
#[derive(Debug, Clone, Serialize)]
pub struct Square {
    /// From 0, to the right.
    pub column: u32,
    /// From 0, downwards.
    pub row: u32,
}

/// The last day of a step that lasts several.
#[derive(Debug, Clone, Serialize)]
pub struct End {
    /// "mardi 18 janvier 2022".
    pub date: String,
    /// "12 h, heure de La Réunion".
    pub time: Option<String>,
    /// Machine-readable, RFC 3339 with offset, or the date alone.
    pub iso: String,
}

/// Days of a territory's calendar until a deadline.
#[derive(Debug, Clone, Serialize)]
pub struct Countdown {
    /// As the page counts them; none on the last day.
    pub days: i32,
    /// The last day: "2022-01-17".
    pub day: String,
    /// Of the IANA database: "Indian/Reunion".
    pub zone: String,
}

/// A figure at the top of the page.
#[derive(Debug, Clone, Serialize)]
pub struct Highlight {
    pub label: Text,
    pub value: String,
    /// The region changed the national value: "Valeur nationale : 60 000 €".
    pub note: Option<String>,
}

/// The directorate.
#[derive(Debug, Clone, Serialize)]
pub struct Service {
    pub acronym: String,
    pub name: Text,
    pub site: String,
    /// The host alone: "bretagne.dreets.gouv.fr".
    pub host: String,
}

/// A department of a territory.
#[derive(Debug, Clone, Serialize)]
pub struct Department {
    pub code: String,
    pub name: String,
}

/// Someone to ask.
#[derive(Debug, Clone, Serialize)]
pub struct Contact {
    pub role: Text,
    pub name: Option<String>,
    pub email: Option<String>,
    /// As written, and as a `tel:` address.
    pub phone: Option<Link>,
    pub link: Option<Link>,
    /// Empty: the whole territory.
    pub departments: Vec<Department>,
}

/// A file to download.
#[derive(Debug, Clone, Serialize)]
pub struct Document {
    pub title: Text,
    pub href: String,
    /// "PDF".
    pub format: String,
    /// "48 ko"; absent from previews for what they make only when it is asked for.
    pub weight: Option<String>,
    /// Language of the file, named in the page's language, when it is not the page's; always for a dossier.
    pub language: Option<String>,
    /// What the reader of the file would miss: letters that its typeface has not.
    pub remark: Option<String>,
}
