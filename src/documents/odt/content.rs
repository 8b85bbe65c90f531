//! `content.xml`: the title page, then each part with its questions.

use super::body::Body;
use super::flow::Elements;
use super::{answers, automatic};
use crate::documents::odf::{ROOT, typefaces};
use crate::documents::sheet::{Dossier, Part};
use crate::documents::xml::write::Xml;

/// `content.xml`.
pub fn part(dossier: &Dossier) -> Vec<u8> {
    let mut body = Body::new(dossier);
    body.title_page();
    for (rank, part) in dossier.parts.iter().enumerate() {
        body.part(part, rank == 0);
    }
    body.privacy();
    body.frame();
    Xml::document("office:document-content", ROOT, |xml| {
        typefaces(xml);
        xml.element("office:automatic-styles", &[], |xml| automatic::styles(xml, &body));
        xml.element("office:body", &[], |xml| {
            xml.element("office:text", &[], |xml| {
                answers::boxes(xml, &body);
                xml.include(&body.xml);
            });
        });
    })
}

impl Body<'_> {
    fn title_page(&mut self) {
        let dossier = self.dossier;
        self.paragraph("first-page", |body| body.xml.text(&dossier.service));
        self.paragraph("Title", |body| body.xml.text(&dossier.heading()));
        self.paragraph("Subtitle", |body| body.words(&dossier.call));
        self.prose("Text_20_body", &dossier.introduction);
        self.paragraph("Text_20_body", |body| body.xml.text(&dossier.words.required_legend));
        self.guide();
        self.contents();
    }

    /// A section has a colour and no padding: its first title and its last paragraph give it.
    fn guide(&mut self) {
        let guide = &self.dossier.guide;
        if guide.is_empty() {
            return;
        }
        let section = [("text:style-name", "panel"), ("text:name", "guide")];
        self.element("text:section", &section, |body| {
            for (rank, group) in guide.iter().enumerate() {
                let style = if rank == 0 { "guide-first" } else { "Guide_20_heading" };
                let level = [("text:style-name", style), ("text:outline-level", "1")];
                body.xml.leaf("text:h", &level, &group.title);
                match group.body.split_last() {
                    Some((last, others)) if rank + 1 == guide.len() => {
                        body.prose("Guide", others);
                        body.prose("guide-last", std::slice::from_ref(last));
                    }
                    _ => body.prose("Guide", &group.body),
                }
            }
        });
    }

    /// Page numbers are known to who lays out: an office suite computes the references when it opens the file.
    fn contents(&mut self) {
        let dossier = self.dossier;
        let title = [("text:style-name", "Contents_20_Heading"), ("text:outline-level", "1")];
        self.xml.leaf("text:h", &title, &dossier.words.contents);
        let index = [("text:name", "sommaire"), ("text:style-name", "contents")];
        self.element("text:table-of-content", &index, |body| {
            contents_source(&mut body.xml);
            body.element("text:index-body", &[], |body| {
                dossier.parts.iter().for_each(|part| body.contents_entry(part));
            });
        });
    }

    fn contents_entry(&mut self, part: &Part) {
        let name = format!("p.{}", part.id);
        let address = format!("#{name}");
        self.paragraph("Contents_20_1", |body| {
            let link = [
                ("xlink:type", "simple"),
                ("xlink:href", address.as_str()),
                ("text:style-name", "Index_20_Link"),
                ("text:visited-style-name", "Index_20_Link"),
            ];
            body.element("text:a", &link, |body| {
                body.span("Number", &format!("{}. ", part.number));
                body.words(&part.title);
                body.xml.empty("text:tab", &[]);
                let page = [("text:reference-format", "page"), ("text:ref-name", &*name)];
                body.xml.leaf("text:bookmark-ref", &page, "");
            });
        });
    }

    fn part(&mut self, part: &Part, first: bool) {
        let style = if first { "first-part" } else { "Heading_20_1" };
        let heading = [("text:style-name", style), ("text:outline-level", "1")];
        let name = format!("p.{}", part.id);
        self.element("text:h", &heading, |body| {
            let mark = [("text:name", name.as_str())];
            body.xml.empty("text:bookmark-start", &mark);
            body.xml.text(&format!("{}. ", part.number));
            body.words(&part.title);
            body.xml.empty("text:bookmark-end", &mark);
        });
        self.prose("body-kept", &part.condition);
        self.prose("body-kept", &part.introduction);
        for (rank, question) in part.questions.iter().enumerate() {
            self.question(question, part.questions.get(rank + 1));
        }
    }
}

/// How a suite makes the table of contents again when asked to.
fn contents_source(xml: &mut Xml) {
    let source = [
        ("text:outline-level", "1"),
        ("text:use-index-marks", "false"),
        ("text:use-outline-level", "false"),
        ("text:use-index-source-styles", "true"),
    ];
    xml.element("text:table-of-content-source", &source, |xml| {
        let level = [("text:outline-level", "1"), ("text:style-name", "Contents_20_1")];
        xml.element("text:table-of-content-entry-template", &level, |xml| {
            xml.empty("text:index-entry-link-start", &[]);
            xml.empty("text:index-entry-text", &[]);
            xml.empty("text:index-entry-tab-stop", &[("style:type", "right")]);
            xml.empty("text:index-entry-page-number", &[]);
            xml.empty("text:index-entry-link-end", &[]);
        });
        xml.element("text:index-source-styles", &[("text:outline-level", "1")], |xml| {
            xml.empty("text:index-source-style", &[("text:style-name", "Heading_20_1")]);
        });
    });
}
