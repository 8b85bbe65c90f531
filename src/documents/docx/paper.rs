//! What every part of the document needs: the dossier, its direction and language, and the names of its fields.

use std::collections::BTreeMap;
use std::ops::Deref;

use super::ink::Ink;
use crate::documents::names;
use crate::documents::paragraph::Paragraph;
use crate::documents::sheet::Dossier;
use crate::documents::xml::write::Xml;

/// Width between the margins of an A4 page, in twentieths of a point, as all lengths here.
pub const MEASURE: usize = 9524;
/// From the margin, where numbers hang, to the text.
pub const INDENT: usize = 624;
/// From a box to tick to its words.
pub const TICK: usize = 454;

pub const INK: &str = "1B211F";
pub const SOFT: &str = "525A56";
pub const ACCENT: &str = "0B5C4A";
pub const WARN: &str = "8A4708";
pub const EDGE: &str = "7B827E";
pub const LINE: &str = "DCDBD4";
pub const TINT: &str = "F5F4F0";
pub const ACCENT_TINT: &str = "E2EFE9";

/// The names of `WordprocessingML`.
pub const NAMESPACES: [(&str, &str); 5] = [
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("xmlns:w14", "http://schemas.microsoft.com/office/word/2010/wordml"),
    ("xmlns:mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
    ("mc:Ignorable", "w14"),
];

/// The dossier as it is being written.
pub struct Paper<'d> {
    pub dossier: &'d Dossier,
    pub ink: Ink<'d>,
    /// The rank and bookmark of each field, by its id.
    fields: BTreeMap<String, (usize, String)>,
}

impl<'d> Deref for Paper<'d> {
    type Target = Ink<'d>;

    fn deref(&self) -> &Ink<'d> {
        &self.ink
    }
}

impl<'d> Paper<'d> {
    pub fn new(dossier: &'d Dossier) -> Self {
        let fields = dossier.fields();
        let bookmarks = names::bookmarks(&fields);
        let ranked = fields.into_iter().zip(bookmarks).enumerate();
        let fields = ranked.map(|(rank, (field, name))| (field.id, (rank, name))).collect();
        let ink = Ink::new(dossier.right_to_left, paragraphs(dossier));
        Self { dossier, ink, fields }
    }

    /// The number and the name of a field's bookmark.
    pub fn bookmark(&self, field: &str) -> (String, &str) {
        let (rank, name) = &self.fields[field];
        (rank.to_string(), name)
    }

    /// Bookmarks of parts come after those of fields.
    pub fn part_bookmark(&self, number: usize) -> (String, String) {
        ((self.fields.len() + number).to_string(), format!("_Toc{number:08}"))
    }
}

/// A paragraph of a style.
pub fn line(xml: &mut Xml, style: &str, content: impl FnOnce(&mut Xml)) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| xml.empty("w:pStyle", &[("w:val", style)]));
        content(xml);
    });
}

/// The place of a tabulation.
pub fn tab(xml: &mut Xml) {
    xml.element("w:r", &[], |xml| xml.empty("w:tab", &[]));
}

fn paragraphs(dossier: &Dossier) -> impl Iterator<Item = &Paragraph> {
    let parts = dossier.parts.iter().flat_map(|part| {
        let questions = part.questions.iter().flat_map(|question| {
            let notes = question.budget().map(|budget| &budget.notes);
            question.condition.iter().chain(&question.help).chain(notes.into_iter().flatten())
        });
        part.condition.iter().chain(&part.introduction).chain(questions)
    });
    let guide = dossier.guide.iter().flat_map(|guide| &guide.body);
    let privacy = dossier.privacy.iter().flat_map(|privacy| &privacy.body);
    dossier.introduction.iter().chain(guide).chain(parts).chain(privacy)
}
