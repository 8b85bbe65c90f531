//! A call as one region tells it in one language.

use jiff::Timestamp;

use super::Phrase;
use super::onward::Onward;
use super::text::{Line, Text};
use crate::model::address::Address;
use crate::model::call::StepKind;
use crate::model::id::{Lang, Slug};
use crate::model::origin::Origin;
use crate::model::regional::stage::Stage;
use crate::model::rough::{Grain, RoughDate};
use crate::model::territory::Department;
use crate::model::value::Place;

/// The whole call: what its page shows, in the order of its reading.
#[derive(Debug, Clone)]
pub struct Told {
    pub title: Phrase,
    pub issuer: Phrase,
    pub summary: Phrase,
    /// The name of the region.
    pub region: String,
    /// "en Bretagne".
    pub within: String,
    pub service: Service,
    pub card: Card,
    /// "Cet appel concerne seulement : Haute-Garonne (31), Tarn (81)".
    pub limits: Option<String>,
    pub notice: Option<Text>,
    /// Once the call is closed for good.
    pub closing_message: Option<Text>,
    /// Once the call is closed for good.
    pub onward: Option<Onward>,
    /// In the order of the page, with the blocks that no section places.
    pub sections: Vec<Section>,
    /// On a page in a language of some sections only.
    pub partial: Option<Partial>,
    /// The ids of those that have nothing to say: links may lead there.
    pub silent: Vec<String>,
    pub priorities: Vec<Priority>,
    /// In the order of their instants.
    pub steps: Vec<Step>,
    pub filing: Filing,
    /// Never empty.
    pub contacts: Vec<Contact>,
    /// The latest first.
    pub news: Vec<News>,
    pub documents: Vec<Document>,
    /// What to fill in: the dossier, then its budget; empty for a call without dossier.
    pub to_fill: Vec<FileGroup>,
    /// The text of the call to print or attach.
    pub text_file: Option<File>,
    /// Once they may be told.
    pub results: Option<Results>,
    /// The region added or replaced some text.
    pub adapted: bool,
}

/// What a page says of a language in which it has some sections only.
#[derive(Debug, Clone)]
pub struct Partial {
    pub lang: Lang,
    /// "Sur cette page, seules ces sections sont en breton :", before their titles.
    pub sections: String,
    /// "Le reste est en français."
    pub rest: String,
}

/// What a list says of a call.
#[derive(Debug, Clone)]
pub struct Card {
    pub status: Status,
    /// The next deadline, else the last one past.
    pub deadline: Option<Moment>,
    /// The figures that the call puts forward: the ceiling, the duration.
    pub figures: Vec<Figure>,
}

/// Where a call stands, in words.
#[derive(Debug, Clone)]
pub struct Status {
    pub stage: Stage,
    pub label: String,
    pub next: Next,
    pub closure: Option<Closure>,
    /// What it will be later, in the order of time.
    pub turns: Vec<StatusTurn>,
}

/// That a call was closed by hand.
#[derive(Debug, Clone)]
pub struct Closure {
    /// "Clos depuis le jeudi 3 février 2022".
    pub sentence: String,
    pub reason: Option<Phrase>,
}

/// What happens next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Next {
    /// "Ouvre le mercredi 8 décembre 2021", without full stop.
    pub sentence: String,
    /// For lists: "ouvre le 8 déc. 2021", or when the call closed.
    pub short: String,
    /// "dans 7 jours", while a day is awaited.
    pub delay: Option<Left>,
}

/// A status to come, or another thing that happens next.
#[derive(Debug, Clone)]
pub struct StatusTurn {
    /// Whole seconds.
    pub from: Timestamp,
    pub stage: Stage,
    pub label: String,
    pub next: Next,
    pub closure: Option<Closure>,
    /// The next deadline then, else the last one past.
    pub deadline: Option<Moment>,
}

/// A figure of the call.
#[derive(Debug, Clone)]
pub struct Figure {
    pub label: Phrase,
    pub value: String,
    /// The region changed the national value: "Valeur nationale : 60 000 €".
    pub note: Option<String>,
}

/// The directorate.
#[derive(Debug, Clone)]
pub struct Service {
    pub acronym: String,
    pub name: Phrase,
    pub site: String,
    /// The host alone: "bretagne.dreets.gouv.fr".
    pub host: String,
}

/// A step as an applicant must read it.
#[derive(Debug, Clone)]
pub struct Moment {
    /// The step's own name: "Date limite de dépôt".
    pub label: Phrase,
    /// "lundi 17 janvier 2022"; "mars 2022", "premier trimestre 2022" or "date à préciser" while the day is not known.
    pub date: String,
    /// The same date around the number of its day.
    pub leaf: Option<Leaf>,
    /// "17 janv. 2022", for lists; what is not known to the day is the same as above.
    pub short_date: String,
    /// "23 h 59, heure de La Réunion"; "de 10 h à 11 h 30, heure de Paris" when it ends on the same day.
    pub time: Option<String>,
    /// The end, when it is on another day.
    pub end: Option<End>,
    /// The same in Paris when it reads otherwise there.
    pub paris: Option<String>,
    /// RFC 3339 with offset, or the date, the month or the year alone; none when less is known.
    pub iso: Option<String>,
    /// While it is to come.
    pub left: Option<Left>,
    pub past: bool,
    /// Its date, as well as it is known.
    pub known: RoughDate,
    /// The first whole second at which it is past.
    pub over: Timestamp,
    /// Whether it closes the call.
    pub closing: bool,
    /// Its region announced that it was moved.
    pub moved: Option<Rescheduled>,
}

/// A deadline that is not the one that was published first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rescheduled {
    /// "Date limite reportée du 17 janvier 2022 au 24 janvier 2022".
    pub sentence: String,
    /// "Annonce du 12 janvier 2022".
    pub told: String,
}

impl Moment {
    /// Whether its day is known.
    pub fn is_day(&self) -> bool {
        self.known.grain == Grain::Day
    }
}

/// A date as the leaf of a calendar shows it: read in this order, it is the whole date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf {
    /// "lundi".
    pub before: String,
    /// "17", "1er".
    pub day: String,
    /// "janvier 2022".
    pub after: String,
}

/// The last day of a step that lasts several.
#[derive(Debug, Clone)]
pub struct End {
    /// "mardi 18 janvier 2022".
    pub date: String,
    /// "12 h, heure de La Réunion".
    pub time: Option<String>,
    /// RFC 3339 with offset, or the date alone.
    pub iso: String,
}

/// Days of a territory's calendar until another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// "Il reste 12 jours".
    pub sentence: String,
    /// None on the last day.
    pub days: i32,
    /// The last day: "2022-01-17".
    pub day: String,
    /// Of the IANA database: "Indian/Reunion".
    pub zone: String,
}

/// A dated step of the calendar.
#[derive(Debug, Clone)]
pub struct Step {
    pub id: Slug,
    pub kind: StepKind,
    pub when: Moment,
    /// The first step to come.
    pub next: bool,
    /// It no longer takes place.
    pub cancelled: bool,
    /// "Annulé", "Terminé" or "Prochaine étape".
    pub state: Option<String>,
    /// What the region changed, and from which national date.
    pub mark: Option<String>,
    /// "Date initiale : lundi 17 janvier 2022", where no mark says it.
    pub initial: Option<String>,
    /// Of a meeting held on line, for instance.
    pub link: Option<String>,
}

/// Where a step is on the page of its call.
pub fn step_anchor(step: &Slug) -> String {
    format!("step_{step}")
}

impl Step {
    /// Where it is on the page of the call.
    pub fn anchor(&self) -> String {
        step_anchor(&self.id)
    }

    /// It is to come, and stands.
    pub fn is_ahead(&self) -> bool {
        !self.cancelled && !self.when.past
    }
}

/// A heading with its text; a subsection follows its section.
#[derive(Debug, Clone)]
pub struct Section {
    pub id: String,
    /// 2 to 6.
    pub level: u8,
    pub title: Line,
    pub parts: Vec<Part>,
}

/// A piece of a section.
#[derive(Debug, Clone)]
pub enum Part {
    Written(Passage),
    /// A block that is composed of what the call holds.
    Place(Place),
}

/// A text with one author.
#[derive(Debug, Clone)]
pub struct Passage {
    pub origin: Origin,
    /// "Ajout de la DREETS Bretagne"; none for the national text.
    pub mark: Option<String>,
    pub text: Text,
    /// "Lire les 12 points": it waits to be opened where room is scarce.
    pub fold: Option<String>,
}

impl Section {
    /// Whether it holds this block.
    pub fn places(&self, place: Place) -> bool {
        self.parts.iter().any(|part| matches!(part, Part::Place(held) if *held == place))
    }
}

/// A priority of the territory.
#[derive(Debug, Clone)]
pub struct Priority {
    pub id: Slug,
    pub title: Phrase,
    pub body: Text,
    /// Empty: the whole territory.
    pub departments: Vec<Department>,
    pub sectors: Vec<Phrase>,
}

/// How to send an application.
#[derive(Debug, Clone)]
pub struct Filing {
    pub online: Option<String>,
    pub email: Option<String>,
    pub address: Option<Phrase>,
    pub instruction: Option<Text>,
    /// Said when there is no way yet: whom to ask.
    pub unknown: Option<String>,
}

/// Someone to ask.
#[derive(Debug, Clone)]
pub struct Contact {
    pub role: Phrase,
    pub name: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub link: Option<String>,
    /// Empty: the whole territory.
    pub departments: Vec<Department>,
}

/// An announcement.
#[derive(Debug, Clone)]
pub struct News {
    /// "12 janvier 2022".
    pub date: String,
    /// "2022-01-12".
    pub iso: String,
    pub body: Text,
}

/// A file that the region attaches.
#[derive(Debug, Clone)]
pub struct Document {
    pub title: Phrase,
    pub address: Address,
    /// "PDF".
    pub format: String,
    /// In bytes.
    pub weight: usize,
    /// "en anglais", when it is not in the reader's language.
    pub language: Option<String>,
}

/// One document to fill in, in each of its formats.
#[derive(Debug, Clone)]
pub struct FileGroup {
    /// "Dossier de candidature".
    pub title: String,
    /// The same as a page of the site.
    pub page: Option<File>,
    pub files: Vec<File>,
}

/// A file that canevas makes of the call.
#[derive(Debug, Clone)]
pub struct File {
    pub title: String,
    pub address: Address,
    /// "Word (.docx)".
    pub format: String,
    /// "français", where a reader should know.
    pub language: Option<String>,
    /// Which letters it cannot show, for instance.
    pub remark: Option<String>,
}

/// What the call gave, once it may be told.
#[derive(Debug, Clone)]
pub struct Results {
    /// "3 projets retenus, pour 120 000 € au total", or a sentence that says that there are none, or whom to ask.
    pub summary: String,
    /// "Projets retenus en Bretagne".
    pub caption: String,
    /// In the alphabetical order of the language; empty when none is listed.
    pub awards: Vec<Award>,
    /// "120 000 €".
    pub total: String,
    /// The open data of the grants, where they are published.
    pub file: Option<File>,
}

/// A project that is kept.
#[derive(Debug, Clone)]
pub struct Award {
    pub organisation: String,
    pub object: Phrase,
    /// Finer than departments, when the region says more.
    pub place: Option<Phrase>,
    /// Empty, without place: the whole territory.
    pub departments: Vec<Department>,
    /// "45 000 €".
    pub amount: String,
}
