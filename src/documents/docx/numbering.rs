//! Lists: bullets, and a list for each time that items are counted from 1.

use super::paper::NAMESPACES;
use crate::documents::xml::write::Xml;

/// `word/numbering.xml`.
pub fn numbering(numbered_lists: usize) -> Vec<u8> {
    Xml::document("w:numbering", &NAMESPACES, |xml| {
        for (id, format, text) in [("0", "bullet", "•"), ("1", "decimal", "%1.")] {
            xml.element("w:abstractNum", &[("w:abstractNumId", id)], |xml| {
                xml.empty("w:multiLevelType", &[("w:val", "singleLevel")]);
                xml.element("w:lvl", &[("w:ilvl", "0")], |xml| {
                    xml.empty("w:start", &[("w:val", "1")]);
                    xml.empty("w:numFmt", &[("w:val", format)]);
                    xml.empty("w:lvlText", &[("w:val", text)]);
                    xml.empty("w:lvlJc", &[("w:val", "left")]);
                });
            });
        }
        list(xml, 1, "0");
        for rank in 0..numbered_lists {
            list(xml, rank + 2, "1");
        }
    })
}

fn list(xml: &mut Xml, number: usize, kind: &str) {
    xml.element("w:num", &[("w:numId", &number.to_string())], |xml| {
        xml.empty("w:abstractNumId", &[("w:val", kind)]);
        if kind == "1" {
            xml.element("w:lvlOverride", &[("w:ilvl", "0")], |xml| {
                xml.empty("w:startOverride", &[("w:val", "1")]);
            });
        }
    });
}
