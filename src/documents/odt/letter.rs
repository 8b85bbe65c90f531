//! A letter as an ODT file: its subject is its first heading.

use super::body::TEXT_WIDTH;
use super::flow::{Elements, Flow, RAISED};
use super::styles::{centimetres, lists, outline, settings, text_styles};
use super::{looks, names};
use crate::documents::letter::Letter;
use crate::documents::odf::{
    ACCENT, ROOT, SOFT, Style, default_text, language_style, manifest, meta_of, page_of_pages,
    sides, style, typefaces, writing_mode,
};
use crate::documents::package::write::Package;
use crate::documents::xml::write::{Attributes, Xml};

const PARTS: [&str; 4] = [names::CONTENT, "styles.xml", names::META, "settings.xml"];

/// The bytes of the file.
pub fn write(letter: &Letter) -> Vec<u8> {
    Package::open_document(names::MEDIA_TYPE)
        .add(names::CONTENT, &content(letter))
        .add("styles.xml", &styles(letter))
        .add(names::META, &meta_of(&letter.about(), |_| ()))
        .add("settings.xml", &settings())
        .add(names::MANIFEST, &manifest(names::MEDIA_TYPE, &PARTS))
        .finish()
}

fn content(letter: &Letter) -> Vec<u8> {
    let mut flow = Flow::default();
    flow.paragraph("Service", |flow| flow.xml.text(&letter.service));
    flow.paragraph("Sender", |flow| flow.words(&letter.service_name));
    for words in &letter.recipient {
        flow.paragraph("Recipient", |flow| flow.xml.text(words));
    }
    flow.paragraph("Dated", |flow| flow.xml.text(&letter.dated));
    heading(&mut flow, "1", &letter.subject);
    for part in &letter.body {
        if let Some(words) = &part.heading {
            heading(&mut flow, "2", words);
        }
        flow.prose("Text_20_body", &part.text);
    }
    Xml::document("office:document-content", ROOT, |xml| {
        typefaces(xml);
        xml.element("office:automatic-styles", &[], |xml| {
            for lang in &flow.langs {
                language_style(xml, &format!("lang-{lang}"), lang);
            }
            style(xml, &Style::new("text", RAISED, ""), &[], |xml| {
                xml.empty("style:text-properties", &[("style:text-position", "super 58%")]);
            });
        });
        xml.element("office:body", &[], |xml| {
            xml.element("office:text", &[], |xml| xml.include(&flow.xml));
        });
    })
}

fn heading(flow: &mut Flow, level: &str, words: &str) {
    let name = format!("Heading_20_{level}");
    let level = [("text:style-name", name.as_str()), ("text:outline-level", level)];
    flow.xml.leaf("text:h", &level, words);
}

fn styles(letter: &Letter) -> Vec<u8> {
    Xml::document("office:document-styles", ROOT, |xml| {
        typefaces(xml);
        xml.element("office:styles", &[], |xml| {
            let [start, _] = sides(letter.right_to_left);
            xml.element("style:default-style", &[("style:family", "paragraph")], |xml| {
                let paragraph = [
                    writing_mode(letter.right_to_left),
                    ("fo:text-align", start),
                    ("fo:line-height", "130%"),
                    ("fo:orphans", "2"),
                    ("fo:widows", "2"),
                ];
                xml.empty("style:paragraph-properties", &paragraph);
                default_text(xml, &letter.lang);
            });
            paragraph_styles(xml, start);
            text_styles(xml);
            outline(xml);
            lists(xml);
        });
        xml.element("office:automatic-styles", &[], |xml| page_layout(xml, letter.right_to_left));
        xml.element("office:master-styles", &[], |xml| {
            let page = [("style:name", "Standard"), ("style:page-layout-name", "A4")];
            xml.element("style:master-page", &page, |xml| footer(xml, letter));
        });
    })
}

/// The address of the applicant stands in the half of the page where lines end: there is the window of an envelope.
fn paragraph_styles(xml: &mut Xml, start: &str) {
    let half = centimetres(TEXT_WIDTH / 2);
    let margin = format!("fo:margin-{start}");
    let indent = (margin.as_str(), half.as_str());
    let bold = [looks::BOLD, looks::BOLD_COMPLEX];
    let large = [&[("fo:font-size", "12pt")], &bold[..]].concat();
    let accent = [&[("fo:color", ACCENT)], &large[..]].concat();
    let kept = ("fo:keep-with-next", "always");
    let under = |space| ("fo:margin-bottom", space);
    let soft = [("fo:color", SOFT), ("fo:font-size", "9pt")];
    let styles: [(&str, Attributes<'_>, Attributes<'_>); 9] = [
        ("Standard", &[], &[]),
        ("Text_20_body", &[under("0.28cm")], &[]),
        ("Service", &[under("0.05cm")], &accent),
        ("Sender", &[under("0.6cm")], &[("fo:color", SOFT)]),
        ("Recipient", &[indent, under("0.05cm")], &[]),
        ("Dated", &[indent, ("fo:margin-top", "0.8cm"), under("0.8cm")], &[]),
        ("Heading_20_1", &[under("0.5cm"), kept], &large),
        ("Heading_20_2", &[("fo:margin-top", "0.4cm"), under("0.2cm"), kept], &bold),
        ("Footer", &[], &soft),
    ];
    for (name, paragraph, text) in styles {
        let parent = if name == "Standard" { "" } else { "Standard" };
        style(xml, &Style::new("paragraph", name, parent), &[], |xml| {
            if name == "Footer" {
                ended_by_a_tab(xml);
            } else if !paragraph.is_empty() {
                xml.empty("style:paragraph-properties", paragraph);
            }
            if !text.is_empty() {
                xml.empty("style:text-properties", text);
            }
        });
    }
}

/// The number of the page stands where lines end.
fn ended_by_a_tab(xml: &mut Xml) {
    xml.element("style:paragraph-properties", &[], |xml| {
        xml.element("style:tab-stops", &[], |xml| {
            let end = [("style:position", &*centimetres(TEXT_WIDTH)), ("style:type", "right")];
            xml.empty("style:tab-stop", &end);
        });
    });
}

fn page_layout(xml: &mut Xml, right_to_left: bool) {
    xml.element("style:page-layout", &[("style:name", "A4")], |xml| {
        let page = [
            ("fo:page-width", "21cm"),
            ("fo:page-height", "29.7cm"),
            ("style:print-orientation", "portrait"),
            ("fo:margin-top", "2cm"),
            ("fo:margin-bottom", "1.2cm"),
            ("fo:margin-left", "2.2cm"),
            ("fo:margin-right", "2.2cm"),
            writing_mode(right_to_left),
        ];
        xml.empty("style:page-layout-properties", &page);
        xml.element("style:footer-style", &[], |xml| {
            let room = [("fo:min-height", "1.1cm"), ("fo:margin-top", "0.5cm")];
            xml.empty("style:header-footer-properties", &room);
        });
    });
}

fn footer(xml: &mut Xml, letter: &Letter) {
    xml.element("style:footer", &[], |xml| {
        xml.element("text:p", &[("text:style-name", "Footer")], |xml| {
            xml.text(&letter.footer);
            xml.empty("text:tab", &[]);
            page_of_pages(xml, &letter.page_of);
        });
    });
}
