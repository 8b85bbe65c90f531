//! A letter as a Word document: its subject is its first heading.

use super::ink::Ink;
use super::paper::{NAMESPACES, line};
use super::parts::{self, Part};
use super::{names, numbering, styles};
use crate::documents::letter::Letter;
use crate::documents::package::write::Package;
use crate::documents::paragraph::{Paragraph, ParagraphKind};
use crate::documents::xml::write::Xml;

const PARTS: [Part; 4] = [
    ("styles.xml", "styles", "rStyles"),
    ("numbering.xml", "numbering", "rNumbering"),
    ("settings.xml", "settings", "rSettings"),
    ("footer.xml", "footer", "rFooter"),
];

/// The bytes of the file.
pub fn write(letter: &Letter) -> Vec<u8> {
    let ink = Ink::new(letter.right_to_left, letter.paragraphs());
    Package::new()
        .add(names::CONTENT_TYPES, &parts::content_types(&PARTS))
        .add("_rels/.rels", &parts::package_relations(&PARTS))
        .add("docProps/core.xml", &parts::core_properties(&letter.about()))
        .add(names::DOCUMENT, &document(letter, &ink))
        .add("word/_rels/document.xml.rels", &parts::document_relations(&PARTS, &ink))
        .add("word/styles.xml", &styles::letter_styles(&letter.lang, letter.right_to_left))
        .add("word/numbering.xml", &numbering::numbering(ink.numbered_lists))
        .add("word/settings.xml", &parts::settings(&letter.lang, letter.right_to_left))
        .add("word/footer.xml", &parts::footer_of(&ink, &letter.footer, &letter.page_of))
        .finish()
}

fn document(letter: &Letter, ink: &Ink<'_>) -> Vec<u8> {
    Xml::document("w:document", &NAMESPACES, |xml| {
        xml.element("w:body", &[], |xml| {
            line(xml, "Service", |xml| ink.words(xml, &letter.service));
            line(xml, "Sender", |xml| ink.text(xml, &letter.service_name));
            for words in &letter.recipient {
                line(xml, "Recipient", |xml| ink.words(xml, words));
            }
            line(xml, "Dated", |xml| ink.words(xml, &letter.dated));
            line(xml, "Heading1", |xml| ink.words(xml, &letter.subject));
            for part in &letter.body {
                if let Some(heading) = &part.heading {
                    line(xml, "Heading2", |xml| ink.words(xml, heading));
                }
                part.text.iter().for_each(|paragraph| prose(xml, ink, paragraph));
            }
            page(xml, letter.right_to_left);
        });
    })
}

fn prose(xml: &mut Xml, ink: &Ink<'_>, paragraph: &Paragraph) {
    let is_item = paragraph.kind != ParagraphKind::Plain;
    ink.prose(xml, if is_item { "BodyTextList" } else { "BodyText" }, paragraph);
}

/// The page, A4.
fn page(xml: &mut Xml, right_to_left: bool) {
    xml.element("w:sectPr", &[], |xml| {
        xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", "rFooter")]);
        xml.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")]);
        let sides = [("w:left", "1191"), ("w:gutter", "0"), ("w:header", "567")];
        let ends = [("w:top", "1134"), ("w:right", "1191"), ("w:bottom", "1134")];
        xml.empty("w:pgMar", &[&ends[..], &sides[..], &[("w:footer", "567")]].concat());
        if right_to_left {
            xml.empty("w:bidi", &[]);
        }
    });
}
