//! A field: a content control between the marks of its bookmark.

use super::paper::{Paper, tag};
use crate::documents::sheet::{Field, FieldKind, FormWords};
use crate::documents::xml::Xml;

/// The longest title and tag that Word takes.
const LONGEST: usize = 64;

/// Where a field stands: a cell has little room, and its table says what goes there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Line,
    Cell,
}

/// What an empty field shows: an answer that says only this is none.
pub fn prompt(field: &Field, place: Place, words: &FormWords) -> String {
    match (&field.kind, place) {
        (FieldKind::Check, _) => EMPTY_BOX.to_owned(),
        (FieldKind::Date, _) => words.date_form.clone(),
        // On paper, one rings a choice.
        (FieldKind::Pick(choices), Place::Line) => {
            let choices: Vec<&str> = choices.iter().map(|(_, label)| label.as_str()).collect();
            format!("{} ({})", words.choose, choices.join(" / "))
        }
        (FieldKind::Pick(_), Place::Cell) => words.choose.clone(),
        // Without a character there would be nothing to click.
        (_, Place::Cell) => "\u{a0}".repeat(5),
        (_, Place::Line) => words.answer.clone(),
    }
}

const EMPTY_BOX: &str = "☐";
const BOX_FONT: [(&str, &str); 5] = [
    ("w:ascii", "MS Gothic"),
    ("w:eastAsia", "MS Gothic"),
    ("w:hAnsi", "MS Gothic"),
    ("w:cs", "MS Gothic"),
    ("w:hint", "eastAsia"),
];

impl Paper<'_> {
    /// The field, in a paragraph.
    pub fn field(&self, xml: &mut Xml, field: &Field, place: Place) {
        let (id, name) = self.bookmark(&field.id);
        xml.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", name)]);
        xml.element("w:sdt", &[], |xml| {
            xml.element("w:sdtPr", &[], |xml| self.control(xml, field, name));
            xml.element("w:sdtContent", &[], |xml| self.content(xml, field, place));
        });
        xml.empty("w:bookmarkEnd", &[("w:id", &id)]);
    }

    /// In the order that the schema wants. No `w:id`: `LibreOffice` would wrap its neighbours in a control of that id.
    fn control(&self, xml: &mut Xml, field: &Field, bookmark: &str) {
        let tag = if field.id.len() <= LONGEST { &field.id } else { bookmark };
        xml.empty("w:alias", &[("w:val", &title(field))]);
        xml.empty("w:tag", &[("w:val", tag)]);
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
            _ => xml.empty("w:richText", &[]),
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

    fn content(&self, xml: &mut Xml, field: &Field, place: Place) {
        let prompt = prompt(field, place, &self.dossier.words);
        xml.element("w:r", &[], |xml| {
            if field.kind == FieldKind::Check {
                xml.element("w:rPr", &[], |xml| xml.empty("w:rFonts", &BOX_FONT));
            } else {
                self.run_properties(xml, "PlaceholderText", None);
            }
            xml.leaf("w:t", &[("xml:space", "preserve")], &prompt);
            // The prompt makes the room that the answer will take.
            if let (FieldKind::Block { lines, .. }, Place::Line) = (&field.kind, place) {
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
