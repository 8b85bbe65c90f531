//! The text of a call as one region publishes it: what is attached to a message or printed, whatever the day.

use jiff::civil::Date;

use super::Phrase;
use super::call::{Document, Priority, Section};
use super::dossier::Guide;
use super::text::Text;
use crate::model::id::Lang;
use crate::model::questionnaire::Identity;

/// The whole text.
#[derive(Debug, Clone)]
pub struct Booklet {
    pub cover: Cover,
    pub content: BookletContent,
    pub words: BookletWords,
}

/// What it is, before what it says; laid out or not.
#[derive(Debug, Clone)]
pub struct Cover {
    pub lang: Lang,
    pub right_to_left: bool,
    pub identity: Identity,
    /// The directorate that publishes it: "DREETS Bretagne".
    pub service: String,
    pub title: Phrase,
    /// "en Bretagne".
    pub within: String,
    pub summary: Phrase,
    /// Of the call, never of the build.
    pub date: Date,
    /// "AMIGE · Bretagne · version 3f9a1c2b du 8 décembre 2021": at the foot of each page.
    pub footer: String,
    /// "Page 2 sur 6", in three.
    pub page_of: [String; 3],
    /// The title of the table of contents.
    pub contents: String,
}

/// All that it says, in the order of its reading.
#[derive(Debug, Clone, Default)]
pub struct BookletContent {
    /// Until when, for how much, whom to ask: before the text.
    pub guide: Vec<Guide<Text>>,
    /// With the blocks that no section places, at the end; none places the news, which change with the day.
    pub sections: Vec<Section>,
    pub priorities: Vec<Priority>,
    pub steps: Vec<Dated>,
    /// How to apply, and whom to ask, where sections place them.
    pub filing: Vec<Text>,
    pub whom: Vec<Text>,
    pub documents: Vec<Document>,
}

/// A step of the calendar.
#[derive(Debug, Clone)]
pub struct Dated {
    pub label: Phrase,
    /// "lundi 17 janvier 2022 à 23 h 59, heure de Paris".
    pub when: String,
    /// What the region changed, and the date that was told first.
    pub marks: Vec<String>,
    pub cancelled: bool,
}

/// Words around the blocks that are composed.
#[derive(Debug, Clone)]
pub struct BookletWords {
    /// "Secteurs :".
    pub sectors: String,
    /// "Départements :".
    pub departments: String,
    pub no_priority: String,
    pub no_step: String,
    pub no_document: String,
}
