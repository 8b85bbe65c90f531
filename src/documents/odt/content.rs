//! `content.xml`: the title page, then each part with its questions.

use std::collections::BTreeSet;

use super::{answers, automatic};
use crate::documents::odf::{ROOT, typefaces};
use crate::documents::paragraph::{Paragraph, ParagraphKind, Run};
use crate::documents::sheet::{Dossier, Part, Phrase};
use crate::documents::xml::write::{Attributes, Xml};
use crate::model::id::Lang;

/// The style of what stands above the line.
pub const RAISED: &str = "raised";

/// The text being written, and the automatic styles that it uses.
pub struct Body<'a> {
    pub dossier: &'a Dossier,
    pub xml: Xml,
    pub langs: BTreeSet<Lang>,
    /// Widths of columns, and heights of rows, in hundredths of a centimetre.
    pub widths: BTreeSet<u32>,
    pub heights: BTreeSet<u32>,
}

/// `content.xml`.
pub fn part(dossier: &Dossier) -> Vec<u8> {
    let mut body = Body {
        dossier,
        xml: Xml::default(),
        langs: BTreeSet::new(),
        widths: BTreeSet::new(),
        heights: BTreeSet::new(),
    };
    body.title_page();
    for (rank, part) in dossier.parts.iter().enumerate() {
        body.part(part, rank == 0);
    }
    Xml::document("office:document-content", ROOT, |xml| {
        typefaces(xml);
        xml.element("office:automatic-styles", &[], |xml| automatic::styles(xml, &body));
        xml.element("office:body", &[], |xml| {
            xml.element("office:text", &[], |xml| {
                answers::boxes(xml, &dossier.fields());
                xml.include(&body.xml);
            });
        });
    })
}

impl Body<'_> {
    /// An element with what `content` writes in it.
    pub fn element(
        &mut self,
        name: &str,
        attributes: Attributes<'_>,
        content: impl FnOnce(&mut Self),
    ) {
        self.xml.start(name, attributes);
        content(self);
        self.xml.end(name);
    }

    /// A paragraph of a style.
    pub fn paragraph(&mut self, style: &str, content: impl FnOnce(&mut Self)) {
        self.element("text:p", &[("text:style-name", style)], content);
    }

    /// Words of a style.
    pub fn span(&mut self, style: &str, words: &str) {
        self.xml.leaf("text:span", &[("text:style-name", style)], words);
    }

    /// Words that may be in another language.
    pub fn words(&mut self, words: &Phrase) {
        self.in_language(words.lang.as_ref(), |body| body.xml.text(&words.text));
    }

    /// The style of a column that is so wide.
    pub fn width(&mut self, width: u32) -> String {
        self.widths.insert(width);
        format!("width-{width}")
    }

    /// The style of a row that is at least so high.
    pub fn height(&mut self, height: u32) -> String {
        self.heights.insert(height);
        format!("height-{height}")
    }

    /// Paragraphs in one style; those of a list become one.
    pub fn prose(&mut self, style: &str, paragraphs: &[Paragraph]) {
        let same_list = |a: &Paragraph, b: &Paragraph| {
            a.kind != ParagraphKind::Plain && list_style(a.kind) == list_style(b.kind)
        };
        for group in paragraphs.chunk_by(same_list) {
            match list_style(group[0].kind) {
                None => self.runs(style, &group[0]),
                Some(list) => self.list(list, style, group),
            }
        }
    }

    fn list(&mut self, list: &str, style: &str, items: &[Paragraph]) {
        self.element("text:list", &[("text:style-name", list)], |body| {
            for (rank, item) in items.iter().enumerate() {
                let first = match item.kind {
                    ParagraphKind::Numbered(number) if rank == 0 => number.to_string(),
                    _ => String::new(),
                };
                let start = [("text:start-value", first.as_str())];
                let start: Attributes<'_> = if first.is_empty() { &[] } else { &start };
                body.element("text:list-item", start, |body| body.runs(style, item));
            }
        });
    }

    fn runs(&mut self, style: &str, paragraph: &Paragraph) {
        self.paragraph(style, |body| {
            body.in_language(paragraph.lang.as_ref(), |body| {
                paragraph.runs.iter().for_each(|run| body.run(run));
            });
        });
    }

    fn run(&mut self, run: &Run) {
        self.in_language(run.lang.as_ref(), |body| body.linked(run));
    }

    fn linked(&mut self, run: &Run) {
        match &run.link {
            Some(address) => {
                let link = [("xlink:type", "simple"), ("xlink:href", address.as_str())];
                self.element("text:a", &link, |body| body.marked(run));
            }
            None => self.marked(run),
        }
    }

    fn marked(&mut self, run: &Run) {
        let styles = [
            ("Strong_20_Emphasis", run.strong),
            ("Emphasis", run.emphasis),
            (RAISED, run.is_raised()),
        ];
        let styles: Vec<&str> =
            styles.iter().filter(|(_, has)| *has).map(|(name, _)| *name).collect();
        self.within(&styles, &run.text);
    }

    /// Words of all those styles.
    fn within(&mut self, styles: &[&str], words: &str) {
        match styles {
            [] => self.xml.text(words),
            [only] => self.span(only, words),
            [first, others @ ..] => {
                let named = [("text:style-name", *first)];
                self.element("text:span", &named, |body| body.within(others, words));
            }
        }
    }

    fn in_language(&mut self, lang: Option<&Lang>, content: impl FnOnce(&mut Self)) {
        match lang {
            None => content(self),
            Some(lang) => {
                self.langs.insert(lang.clone());
                let style = format!("lang-{lang}");
                self.element("text:span", &[("text:style-name", &style)], content);
            }
        }
    }

    fn title_page(&mut self) {
        let dossier = self.dossier;
        self.paragraph("first-page", |body| body.xml.text(&dossier.service));
        self.paragraph("Title", |body| body.xml.text(&dossier.title));
        self.paragraph("Subtitle", |body| body.words(&dossier.call));
        self.paragraph("Territory", |body| body.xml.text(&dossier.within));
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
        self.prose("body-kept", &part.introduction);
        for (rank, question) in part.questions.iter().enumerate() {
            self.question(question, part.questions.get(rank + 1));
        }
    }
}

fn list_style(kind: ParagraphKind) -> Option<&'static str> {
    match kind {
        ParagraphKind::Plain => None,
        ParagraphKind::Bullet => Some("Bullets"),
        ParagraphKind::Numbered(_) => Some("Numbers"),
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
