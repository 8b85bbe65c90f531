//! The small parts round the text: what the package holds, what the file is, headers and footers.

use super::ink::{Ink, relation, tag};
use super::names;
use super::paper::{NAMESPACES, Paper, line, tab};
use crate::documents::about::About;
use crate::documents::names::Property;
use crate::documents::sheet::Dossier;
use crate::documents::xml::write::Xml;
use crate::model::id::Lang;

const MAIN: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// A part of the text: its name, its kind, and the name of its relationship.
pub type Part = (&'static str, &'static str, &'static str);

/// Those of a dossier.
pub const PARTS: [Part; 6] = [
    ("styles.xml", "styles", "rStyles"),
    ("numbering.xml", "numbering", "rNumbering"),
    ("settings.xml", "settings", "rSettings"),
    ("header.xml", "header", "rHeader"),
    ("footer.xml", "footer", "rFooter"),
    ("footer-first.xml", "footer", "rFooterFirst"),
];

/// `[Content_Types].xml`.
pub fn content_types(parts: &[Part]) -> Vec<u8> {
    let namespace = format!("{PACKAGE}/content-types");
    Xml::document("Types", &[("xmlns", &namespace)], |xml| {
        let relations = "application/vnd.openxmlformats-package.relationships+xml";
        xml.empty("Default", &[("Extension", "rels"), ("ContentType", relations)]);
        xml.empty("Default", &[("Extension", "xml"), ("ContentType", "application/xml")]);
        let mut part = |name: &str, kind: &str| {
            xml.empty("Override", &[("PartName", name), ("ContentType", kind)]);
        };
        part("/word/document.xml", &format!("{MAIN}.document.main+xml"));
        for (name, kind, _) in parts {
            part(&format!("/word/{name}"), &format!("{MAIN}.{kind}+xml"));
        }
        let core = "application/vnd.openxmlformats-package.core-properties+xml";
        part("/docProps/core.xml", core);
        if parts == PARTS {
            let custom = "application/vnd.openxmlformats-officedocument.custom-properties+xml";
            part("/docProps/custom.xml", custom);
        }
    })
}

/// `_rels/.rels`.
pub fn package_relations(parts: &[Part]) -> Vec<u8> {
    relations(|xml| {
        let document = format!("{OFFICE}/officeDocument");
        relate(xml, "rDocument", &document, "word/document.xml");
        let core = format!("{PACKAGE}/relationships/metadata/core-properties");
        relate(xml, "rCore", &core, "docProps/core.xml");
        if parts == PARTS {
            let custom = format!("{OFFICE}/custom-properties");
            relate(xml, "rCustom", &custom, "docProps/custom.xml");
        }
    })
}

/// `word/_rels/document.xml.rels`.
pub fn document_relations(parts: &[Part], ink: &Ink<'_>) -> Vec<u8> {
    relations(|xml| {
        for (name, kind, id) in parts {
            relate(xml, id, &format!("{OFFICE}/{kind}"), name);
        }
        for (rank, link) in ink.links.iter().enumerate() {
            let (id, kind) = (relation(rank), format!("{OFFICE}/hyperlink"));
            let outside =
                [("Id", &*id), ("Type", &*kind), ("Target", *link), ("TargetMode", "External")];
            xml.empty("Relationship", &outside);
        }
    })
}

fn relations(content: impl FnOnce(&mut Xml)) -> Vec<u8> {
    let namespace = format!("{PACKAGE}/relationships");
    Xml::document("Relationships", &[("xmlns", &namespace)], content)
}

fn relate(xml: &mut Xml, id: &str, kind: &str, target: &str) {
    xml.empty("Relationship", &[("Id", id), ("Type", kind), ("Target", target)]);
}

/// `docProps/core.xml`.
pub fn core_properties(about: &About<'_>) -> Vec<u8> {
    let core = format!("{PACKAGE}/metadata/core-properties");
    let namespaces = [
        ("xmlns:cp", core.as_str()),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    Xml::document("cp:coreProperties", &namespaces, |xml| {
        let moment = format!("{}T00:00:00Z", about.date);
        let kind = [("xsi:type", "dcterms:W3CDTF")];
        xml.leaf("dcterms:created", &kind, &moment);
        xml.leaf("dc:creator", &[], about.author);
        xml.leaf("dc:language", &[], about.lang.as_str());
        xml.leaf("dcterms:modified", &kind, &moment);
        xml.leaf("dc:subject", &[], about.subject);
        xml.leaf("dc:title", &[], about.title);
    })
}

/// `docProps/custom.xml`: which dossier it is.
pub fn custom_properties(dossier: &Dossier) -> Vec<u8> {
    let custom = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties";
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes";
    Xml::document("Properties", &[("xmlns", custom), ("xmlns:vt", types)], |xml| {
        for (id, property) in (2..).zip(Property::ALL) {
            let id = i32::to_string(&id);
            let set = ("fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}");
            let named = [set, ("pid", &id), (names::PROPERTY_NAME, property.name())];
            xml.element(names::PROPERTY, &named, |xml| {
                xml.leaf("vt:lpwstr", &[], property.of(dossier));
            });
        }
    })
}

/// `word/settings.xml`.
pub fn settings(lang: &Lang, right_to_left: bool) -> Vec<u8> {
    Xml::document("w:settings", &NAMESPACES, |xml| {
        xml.empty("w:zoom", &[("w:percent", "100")]);
        xml.empty("w:defaultTabStop", &[("w:val", "709")]);
        xml.element("w:compat", &[], |xml| {
            let word = ("w:uri", "http://schemas.microsoft.com/office/word");
            let mode = [("w:name", "compatibilityMode"), word, ("w:val", "15")];
            xml.empty("w:compatSetting", &mode);
        });
        let direction = if right_to_left { "w:bidi" } else { "w:val" };
        xml.empty("w:themeFontLang", &[(direction, &tag(lang))]);
        xml.empty("w:decimalSymbol", &[("w:val", ",")]);
        xml.empty("w:listSeparator", &[("w:val", ";")]);
    })
}

/// `word/header.xml`, on every page but the first, which says the same larger.
pub fn header(paper: &Paper) -> Vec<u8> {
    let dossier = paper.dossier;
    Xml::document("w:hdr", &NAMESPACES, |xml| {
        line(xml, "Header", |xml| {
            let what = dossier.heading();
            paper.styled(xml, "Strong", &what);
            tab(xml);
            paper.words(xml, &dossier.service);
            xml.element("w:r", &[], |xml| xml.empty("w:br", &[]));
            paper.text(xml, &dossier.call);
        });
    })
}

/// `word/footer.xml`: which dossier, and which page of how many.
pub fn footer(paper: &Paper) -> Vec<u8> {
    let dossier = paper.dossier;
    footer_of(paper, &dossier.footer, &dossier.page_of)
}

/// A footer that says `words`, and the number of the page.
pub fn footer_of(ink: &Ink<'_>, words: &str, [before, between, after]: &[String; 3]) -> Vec<u8> {
    Xml::document("w:ftr", &NAMESPACES, |xml| {
        line(xml, "Footer", |xml| {
            ink.words(xml, words);
            tab(xml);
            ink.words(xml, before);
            number(ink, xml, "PAGE");
            ink.words(xml, between);
            number(ink, xml, "NUMPAGES");
            ink.words(xml, after);
        });
    })
}

/// A number that the program which shows the page counts.
fn number(ink: &Ink<'_>, xml: &mut Xml, what: &str) {
    xml.element("w:fldSimple", &[("w:instr", what)], |xml| ink.words(xml, "1"));
}

impl Paper<'_> {
    /// The page, A4.
    pub fn page(&self, xml: &mut Xml) {
        xml.element("w:sectPr", &[], |xml| {
            xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", "rHeader")]);
            xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", "rFooter")]);
            xml.empty("w:footerReference", &[("w:type", "first"), ("r:id", "rFooterFirst")]);
            xml.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")]);
            let sides = [("w:left", "1191"), ("w:gutter", "0"), ("w:header", "567")];
            let ends = [("w:top", "1418"), ("w:right", "1191"), ("w:bottom", "1134")];
            xml.empty("w:pgMar", &[&ends[..], &sides[..], &[("w:footer", "567")]].concat());
            xml.empty("w:titlePg", &[]);
            if self.dossier.right_to_left {
                xml.empty("w:bidi", &[]);
            }
        });
    }
}
