//! `call.html`: the page an applicant reads.

use serde::Serialize;

use super::parts::{Contact, Deadline, Department, Document, Highlight, Marker, Service, Status};
use super::scope::{Onward, Subscription};
use super::text::{Rich, Text};

/// `call.html`: the page an applicant reads.
#[derive(Debug, Clone, Serialize)]
pub struct Call {
    pub title: Text,
    pub short: String,
    pub issuer: Text,
    pub summary: Text,
    pub region: String,
    /// Relative link to the region's page.
    pub region_href: String,
    /// "en Bretagne".
    pub within: String,
    /// Where the region is; none on a site of one region, or of one that has no place on the map.
    pub marker: Option<Marker>,
    pub service: Service,
    pub status: Status,
    /// "Statut établi le lundi 20 décembre 2021".
    pub as_of: String,
    pub deadline: Option<Deadline>,
    pub highlights: Vec<Highlight>,
    /// "Cet appel concerne seulement : Haute-Garonne (31), Tarn (81)"; absent when the whole region is concerned.
    pub limits: Option<String>,
    /// What the authors say once the call is closed for good; absent before.
    pub closing_message: Option<Rich>,
    /// Where to go once the call is closed for good; absent before.
    pub onward: Option<Onward>,
    /// The region's banner.
    pub notice: Option<Rich>,
    /// The region's text is a draft, shown in preview only.
    pub draft: bool,
    pub contents: Vec<ContentsEntry>,
    pub sections: Vec<Section>,
    /// On the page of a language in which the region tells some sections only.
    pub partial: Option<Partial>,
    /// Ids of the sections that have nothing to say here: links may lead to them, and the page gives them to its contents.
    pub silent: Vec<String>,
    pub priorities: Vec<Priority>,
    pub calendar: Vec<Step>,
    /// All its steps as one file (iCalendar), while one is to come.
    pub calendar_href: Option<String>,
    /// The same, to subscribe to in one tap; a draft is not online.
    pub subscription: Option<Subscription>,
    /// What changes in the region (Atom); absent for a draft, when nothing else is published.
    pub feed_href: Option<String>,
    /// Once they may be told; absent before.
    pub results: Option<Results>,
    pub filing: Filing,
    /// The text of the call as a file to print or attach; absent from a program without PDF.
    pub text_file: Option<Document>,
    pub contacts: Vec<Contact>,
    pub news: Vec<News>,
    pub documents: Vec<Document>,
    /// The call for programs, as JSON; a draft has none.
    pub json: Option<String>,
    /// Footnotes of the whole page, in order; empty markup when there is none.
    pub footnotes_html: String,
    /// Anchors of the section that holds each block, for the two actions at the top of the page.
    pub filing_anchor: String,
    pub contacts_anchor: String,
    /// The region added or replaced some text or value: a legend explains the marks.
    pub adapted: bool,
}

/// What the call gave.
#[derive(Debug, Clone, Serialize)]
pub struct Results {
    /// "3 projets retenus, pour 120 000 € au total", or a sentence that says that there are none, or whom to ask.
    pub summary: String,
    /// "Projets retenus en Bretagne", for the caption of the table.
    pub caption: String,
    /// In the alphabetical order of the page's language; empty when none is listed.
    pub awards: Vec<Award>,
    /// "120 000 €".
    pub total: String,
    /// The open data of the grants, where they are published.
    pub file: Option<Document>,
}

/// A project that is kept.
#[derive(Debug, Clone, Serialize)]
pub struct Award {
    pub organisation: String,
    pub object: Text,
    /// Finer than departments, when the region says more.
    pub place: Option<Text>,
    /// Empty, without place: the whole territory.
    pub departments: Vec<Department>,
    /// "45 000 €".
    pub amount: String,
}

/// A line of the table of contents. Sections of level 2 only.
#[derive(Debug, Clone, Serialize)]
pub struct ContentsEntry {
    pub id: String,
    pub title_html: String,
    pub lang: Option<String>,
}

/// Which sections are in the language of a page that has no others in it.
#[derive(Debug, Clone, Serialize)]
pub struct Partial {
    /// "Sur cette page, seules ces sections sont en breton :", before their titles.
    pub intro: String,
    pub sections: Vec<ContentsEntry>,
    /// "Le reste est en français."
    pub rest: String,
}

/// A section of the call, in reading order; a subsection follows its section.
#[derive(Debug, Clone, Serialize)]
pub struct Section {
    pub id: String,
    /// 2 to 6, for `<h2>` to `<h6>`.
    pub level: u8,
    pub title_html: String,
    pub lang: Option<String>,
    pub parts: Vec<Part>,
}

/// A piece of a section: a passage, or the place of a block.
#[derive(Debug, Clone, Serialize)]
pub struct Part {
    /// `html`, `priorities`, `calendar`, `filing`, `contacts`, `news` or `documents`.
    pub kind: &'static str,
    /// Of `html`.
    pub text: Option<Passage>,
}

/// A text with one author.
#[derive(Debug, Clone, Serialize)]
pub struct Passage {
    pub html: String,
    pub lang: Option<String>,
    /// `national`, `added` or `replaced`.
    pub origin: &'static str,
    /// "Ajout de la DREETS Bretagne"; none for the national text.
    pub mark: Option<String>,
    /// "Lire les 12 points": a long text, which may wait under these words until it is opened.
    pub fold: Option<String>,
}

/// A priority of the territory.
#[derive(Debug, Clone, Serialize)]
pub struct Priority {
    pub id: String,
    pub title: Text,
    pub body: Rich,
    pub departments: Vec<Department>,
    pub sectors: Vec<Text>,
}

/// A dated step.
#[derive(Debug, Clone, Serialize)]
pub struct Step {
    pub id: String,
    /// `ouverture`, `information`, `intention`, `cloture`, `comite`, `notification`, `convention` or `fin`.
    pub kind: String,
    pub when: Deadline,
    /// The first step to come.
    pub next: bool,
    /// It no longer takes place: shown struck through, and said in `state` and `mark`.
    pub cancelled: bool,
    /// "Annulé", "Terminé" or "Prochaine étape".
    pub state: Option<String>,
    /// The `id` it must have on the page: calendars and feeds lead there.
    pub anchor: String,
    /// The step as a file (iCalendar), while it is to come.
    pub calendar_href: Option<String>,
    pub href: Option<String>,
    /// The worded mark when the region added, moved or cancelled it.
    pub mark: Option<String>,
    /// "Date initiale : lundi 17 janvier 2022", when the region has told that it was changed.
    pub initial: Option<String>,
}

/// How to send an application.
#[derive(Debug, Clone, Serialize)]
pub struct Filing {
    /// What to fill in: the dossier, then its budget; empty for a call without dossier.
    pub dossier: Vec<DossierGroup>,
    pub online: Option<String>,
    pub email: Option<String>,
    pub address: Option<Text>,
    pub instruction: Option<Rich>,
    /// Nothing is declared: a sentence that sends to the directorate.
    pub unknown: Option<String>,
}

/// One document to fill in, in each of its formats.
#[derive(Debug, Clone, Serialize)]
pub struct DossierGroup {
    /// "Dossier de candidature": the title of each of its files too, for a link says what it leads to (RGAA 6.1).
    pub title: String,
    /// The same as a page of the site.
    pub online: Option<Document>,
    pub files: Vec<Document>,
}

/// A change the region announces.
#[derive(Debug, Clone, Serialize)]
pub struct News {
    pub date: String,
    pub iso: String,
    pub body: Rich,
}
