//! What stands after the questions: what becomes of personal data, and the frame of the service that receives the dossier.

use super::body::{Body, TEXT_WIDTH};
use super::flow::Elements;

/// The width of the labels of the frame, and the height of its rows.
const LABELS: u32 = 620;
const HEIGHT: u32 = 90;

impl Body<'_> {
    pub fn privacy(&mut self) {
        let Some(privacy) = &self.dossier.privacy else { return };
        self.closing_title(&privacy.title);
        self.prose("Text_20_body", &privacy.body);
    }

    /// A table that no question is named after: the reader passes it by.
    pub fn frame(&mut self) {
        let frame = &self.dossier.frame;
        self.closing_title(&frame.title);
        let (labels, room) = (self.width(LABELS), self.width(TEXT_WIDTH - LABELS));
        let height = self.height(HEIGHT);
        let named = [("table:name", "administration"), ("table:style-name", "table-whole")];
        self.element("table:table", &named, |body| {
            body.xml.leaf("table:title", &[], &frame.title);
            for width in [&labels, &room] {
                body.xml.empty("table:table-column", &[("table:style-name", width)]);
            }
            for label in &frame.labels {
                body.element("table:table-row", &[("table:style-name", &height)], |body| {
                    body.framed("side", "Row_20_heading", label);
                    body.framed("cell", "Table_20_Contents", "");
                });
            }
        });
        self.paragraph("Table_20_end", |_| {});
    }

    fn framed(&mut self, cell: &str, style: &str, words: &str) {
        let cell = [("table:style-name", cell), ("office:value-type", "string")];
        self.element("table:table-cell", &cell, |body| {
            body.paragraph(style, |body| body.xml.text(words));
        });
    }

    fn closing_title(&mut self, title: &str) {
        let level = [("text:style-name", "Contents_20_Heading"), ("text:outline-level", "1")];
        self.xml.leaf("text:h", &level, title);
    }
}
