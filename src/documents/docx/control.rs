//! A field: a content control between the marks of its bookmark.

use super::ink::{Look, tag};
use super::names::{self, LONGEST};
use super::paper::Paper;
use crate::documents::prompt::{self, Room};
use crate::documents::sheet::{Field, FieldKind};
use crate::documents::xml::write::Xml;

const BOX_FONT: [(&str, &str); 5] = [
    ("w:ascii", "MS Gothic"),
    ("w:eastAsia", "MS Gothic"),
    ("w:hAnsi", "MS Gothic"),
    ("w:cs", "MS Gothic"),
    ("w:hint", "eastAsia"),
];

impl Paper<'_> {
    /// The field, in a paragraph.
    pub fn field(&self, xml: &mut Xml, field: &Field, room: Room) {
        let (id, name) = self.bookmark(&field.id);
        xml.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", name)]);
        xml.element("w:sdt", &[], |xml| {
            xml.element("w:sdtPr", &[], |xml| self.control(xml, field, name));
            xml.element("w:sdtContent", &[], |xml| self.content(xml, field, room));
        });
        xml.empty("w:bookmarkEnd", &[("w:id", &id)]);
    }

    /// In the order that the schema wants. No `w:id`: `LibreOffice` would wrap its neighbours in a control of that id.
    fn control(&self, xml: &mut Xml, field: &Field, bookmark: &str) {
        xml.empty("w:alias", &[("w:val", &title(field))]);
        xml.empty("w:tag", &[("w:val", names::tag(&field.id, bookmark))]);
        xml.empty("w:lock", &[("w:val", "sdtLocked")]);
        if field.kind != FieldKind::Check {
            xml.empty("w:showingPlcHdr", &[]);
        }
        match &field.kind {
            FieldKind::Check => check(xml),
            FieldKind::Date => self.date(xml),
            FieldKind::Pick(choices) => xml.element("w:dropDownList", &[], |xml| {
                for (id, label) in choices {
                    xml.empty("w:listItem", &[("w:displayText", label), ("w:value", id)]);
                }
            }),
            // Plain text loses its line breaks in LibreOffice.
            FieldKind::Line { .. }
            | FieldKind::Block { .. }
            | FieldKind::Amount
            | FieldKind::Number
            | FieldKind::Siret
            | FieldKind::Phone
            | FieldKind::Email => xml.empty("w:richText", &[]),
        }
    }

    fn date(&self, xml: &mut Xml) {
        xml.element("w:date", &[], |xml| {
            xml.empty("w:dateFormat", &[("w:val", "dd/MM/yyyy")]);
            xml.empty("w:lid", &[("w:val", &tag(&self.dossier.lang))]);
            xml.empty("w:storeMappedDataAs", &[("w:val", "dateTime")]);
            xml.empty("w:calendar", &[("w:val", "gregorian")]);
        });
    }

    fn content(&self, xml: &mut Xml, field: &Field, room: Room) {
        let prompt = prompt::of_control(field, room, &self.dossier.words);
        xml.element("w:r", &[], |xml| {
            if field.kind == FieldKind::Check {
                xml.element("w:rPr", &[], |xml| xml.empty("w:rFonts", &BOX_FONT));
            } else {
                self.properties(xml, &Look { style: "PlaceholderText", ..Look::default() });
            }
            xml.leaf("w:t", &[("xml:space", "preserve")], &prompt);
            // The prompt makes the room that the answer will take.
            if let (FieldKind::Block { lines, .. }, Room::Line) = (&field.kind, room) {
                for _ in 1..*lines {
                    xml.empty("w:br", &[]);
                }
            }
        });
    }
}

fn check(xml: &mut Xml) {
    xml.element("w14:checkbox", &[], |xml| {
        xml.empty("w14:checked", &[("w14:val", "0")]);
        xml.empty("w14:checkedState", &[("w14:val", "2612"), ("w14:font", "MS Gothic")]);
        xml.empty("w14:uncheckedState", &[("w14:val", "2610"), ("w14:font", "MS Gothic")]);
    });
}

/// What screen readers say. A cell is told from its neighbours by the end of its label.
fn title(field: &Field) -> String {
    let length = field.label.chars().count();
    if length <= LONGEST {
        field.label.clone()
    } else if field.id.contains(':') {
        let end: String = field.label.chars().skip(length + 1 - LONGEST).collect();
        format!("…{end}")
    } else {
        let start: String = field.label.chars().take(LONGEST - 1).collect();
        format!("{start}…")
    }
}
