//! The automatic styles of `content.xml`: page breaks, sections, tables, and what the text turned out to need.

use super::body::{Body, TEXT_WIDTH};
use super::flow::RAISED;
use super::styles::centimetres;
use crate::documents::odf::{
    ACCENT_TINT, EDGE, Style, TINT, language_style, sized, style, writing_mode,
};
use crate::documents::sheet::Dossier;
use crate::documents::xml::write::Xml;

/// Styles of what must not be alone at the foot of a page, and those on which they build.
const KEPT: [(&str, &str); 4] = [
    ("body-kept", "Text_20_body"),
    ("check-kept", "Check"),
    ("check-help-kept", "Check_20_help"),
    ("answer-kept", "Answer"),
];

/// Every automatic style.
pub fn styles(xml: &mut Xml, body: &Body<'_>) {
    paragraphs(xml);
    panel(xml);
    sections(xml);
    tables(xml, body.dossier);
    cells(xml);
    for width in &body.widths {
        let size = [("style:column-width", &*centimetres(*width))];
        sized(xml, "table-column", &format!("width-{width}"), &size);
    }
    for height in &body.heights {
        let size = [("style:min-row-height", &*centimetres(*height))];
        sized(xml, "table-row", &format!("height-{height}"), &size);
    }
    for lang in &body.langs {
        language_style(xml, &format!("lang-{lang}"), lang);
    }
    style(xml, &Style::new("text", RAISED, ""), &[], |xml| {
        xml.empty("style:text-properties", &[("style:text-position", "super 58%")]);
    });
    style(xml, &Style::new("graphic", "box", ""), &[], |xml| {
        let place = [("style:vertical-pos", "middle"), ("style:vertical-rel", "text")];
        xml.empty("style:graphic-properties", &place);
    });
}

fn paragraphs(xml: &mut Xml) {
    for (name, parent) in KEPT {
        style(xml, &Style::new("paragraph", name, parent), &[], |xml| {
            xml.empty("style:paragraph-properties", &[("fo:keep-with-next", "always")]);
        });
    }
    let page = [("style:master-page-name", "First")];
    style(xml, &Style::new("paragraph", "first-page", "Service"), &page, |_| {});
    style(xml, &Style::new("paragraph", "first-part", "Heading_20_1"), &[], |xml| {
        xml.empty("style:paragraph-properties", &[("fo:break-before", "page")]);
    });
}

/// The first and last paragraphs of the panel, with borders of its own colour.
fn panel(xml: &mut Xml) {
    let border = format!("9pt solid {TINT}");
    for (name, parent, side) in [
        ("guide-first", "Guide_20_heading", "fo:border-top"),
        ("guide-last", "Guide", "fo:border-bottom"),
    ] {
        style(xml, &Style::new("paragraph", name, parent), &[], |xml| {
            let look = [(side, &*border), ("style:join-border", "false")];
            xml.empty("style:paragraph-properties", &look);
        });
    }
}

fn sections(xml: &mut Xml) {
    for (name, colour, columns, gap) in [
        ("panel", TINT, "1", "0cm"),
        ("answer", "transparent", "1", "0cm"),
        ("contents", "transparent", "2", "1cm"),
    ] {
        style(xml, &Style::new("section", name, ""), &[], |xml| {
            let look = [("fo:background-color", colour)];
            xml.element("style:section-properties", &look, |xml| {
                let columns = [("fo:column-count", columns), ("fo:column-gap", gap)];
                xml.empty("style:columns", &columns);
            });
        });
    }
}

fn tables(xml: &mut Xml, dossier: &Dossier) {
    for (name, breaks) in [("table", "true"), ("table-whole", "false")] {
        style(xml, &Style::new("table", name, ""), &[], |xml| {
            let look = [
                ("style:width", &*centimetres(TEXT_WIDTH)),
                ("table:align", "left"),
                ("fo:margin-bottom", "0.2cm"),
                ("table:border-model", "collapsing"),
                ("style:may-break-between-rows", breaks),
                writing_mode(dossier.right_to_left),
            ];
            xml.empty("style:table-properties", &look);
        });
    }
}

fn cells(xml: &mut Xml) {
    let border = format!("0.5pt solid {EDGE}");
    for (name, colour, align) in [
        ("cell", "transparent", "top"),
        ("head", ACCENT_TINT, "bottom"),
        ("side", TINT, "top"),
        ("closed", TINT, "top"),
    ] {
        style(xml, &Style::new("table-cell", name, ""), &[], |xml| {
            let look = [
                ("fo:background-color", colour),
                ("fo:border", &border),
                ("fo:padding", "0.15cm"),
                ("style:vertical-align", align),
            ];
            xml.empty("style:table-cell-properties", &look);
        });
    }
}
