//! What every part of the document needs: the dossier, its direction and language, and the names of its fields.

use std::cell::Cell;
use std::collections::BTreeMap;

use crate::documents::names;
use crate::documents::paragraph::{Paragraph, ParagraphKind, Run};
use crate::documents::sheet::{Dossier, Phrase};
use crate::documents::xml::write::Xml;
use crate::model::id::Lang;

/// Width between the margins of an A4 page, in twentieths of a point, as all lengths here.
pub const MEASURE: usize = 9524;
/// From the margin, where numbers hang, to the text.
pub const INDENT: usize = 624;
/// From a box to tick to its words.
pub const TICK: usize = 454;

pub const INK: &str = "1B211F";
pub const SOFT: &str = "525A56";
pub const ACCENT: &str = "0B5C4A";
pub const WARN: &str = "8A4708";
pub const EDGE: &str = "7B827E";
pub const LINE: &str = "DCDBD4";
pub const TINT: &str = "F5F4F0";
pub const ACCENT_TINT: &str = "E2EFE9";

/// The names of `WordprocessingML`.
pub const NAMESPACES: [(&str, &str); 5] = [
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("xmlns:w14", "http://schemas.microsoft.com/office/word/2010/wordml"),
    ("xmlns:mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
    ("mc:Ignorable", "w14"),
];

/// The dossier as it is being written.
pub struct Paper<'d> {
    pub dossier: &'d Dossier,
    /// Addresses that texts link to, each once; the rank names the relationship.
    pub links: Vec<&'d str>,
    /// The rank and bookmark of each field, by its id.
    fields: BTreeMap<String, (usize, String)>,
    /// How many numbered lists have begun.
    lists: Cell<usize>,
}

/// How words look, where it is not as their paragraph does.
#[derive(Default)]
pub struct Look<'a> {
    /// A character style.
    pub style: &'a str,
    /// Above the line.
    pub raised: bool,
    /// Where it is not the dossier's.
    pub lang: Option<&'a Lang>,
}

impl<'d> Paper<'d> {
    pub fn new(dossier: &'d Dossier) -> Self {
        let fields = dossier.fields();
        let bookmarks = names::bookmarks(&fields);
        let ranked = fields.into_iter().zip(bookmarks).enumerate();
        let fields = ranked.map(|(rank, (field, name))| (field.id, (rank, name))).collect();
        Self { dossier, links: links(dossier), fields, lists: Cell::new(0) }
    }

    /// The number and the name of a field's bookmark.
    pub fn bookmark(&self, field: &str) -> (String, &str) {
        let (rank, name) = &self.fields[field];
        (rank.to_string(), name)
    }

    /// Bookmarks of parts come after those of fields.
    pub fn part_bookmark(&self, number: usize) -> (String, String) {
        ((self.fields.len() + number).to_string(), format!("_Toc{number:08}"))
    }

    /// Lists that count from 1, of which each is a list of its own.
    pub fn numbered_lists(&self) -> usize {
        paragraphs(self.dossier).filter(|p| p.kind == ParagraphKind::Numbered(1)).count()
    }

    /// Words in the style of their paragraph.
    pub fn words(&self, xml: &mut Xml, words: &str) {
        self.piece(xml, &Look::default(), words);
    }

    /// Words that say their language where it is not the dossier's.
    pub fn text(&self, xml: &mut Xml, text: &Phrase) {
        self.piece(xml, &Look { lang: text.lang.as_ref(), ..Look::default() }, &text.text);
    }

    /// The same, heavier.
    pub fn strong(&self, xml: &mut Xml, text: &Phrase) {
        let look = Look { style: "Strong", lang: text.lang.as_ref(), ..Look::default() };
        self.piece(xml, &look, &text.text);
    }

    /// Words of a character style.
    pub fn styled(&self, xml: &mut Xml, style: &str, words: &str) {
        self.piece(xml, &Look { style, ..Look::default() }, words);
    }

    fn piece(&self, xml: &mut Xml, look: &Look<'_>, words: &str) {
        xml.element("w:r", &[], |xml| {
            self.properties(xml, look);
            xml.leaf("w:t", &[("xml:space", "preserve")], words);
        });
    }

    /// The properties of a run, where it has some.
    pub fn properties(&self, xml: &mut Xml, look: &Look<'_>) {
        let Look { style, raised, lang } = *look;
        let right_to_left = lang.map_or(self.dossier.right_to_left, Lang::is_right_to_left);
        if style.is_empty() && lang.is_none() && !right_to_left && !raised {
            return;
        }
        xml.element("w:rPr", &[], |xml| {
            if !style.is_empty() {
                xml.empty("w:rStyle", &[("w:val", style)]);
            }
            if raised {
                xml.empty("w:vertAlign", &[("w:val", "superscript")]);
            }
            if right_to_left {
                xml.empty("w:rtl", &[]);
            }
            if let Some(lang) = lang {
                xml.empty("w:lang", &[("w:val", &tag(lang))]);
            }
        });
    }

    /// A paragraph with its marks, of the given style unless it is an item of a list.
    pub fn prose(&self, xml: &mut Xml, style: &str, paragraph: &Paragraph) {
        let list = match paragraph.kind {
            ParagraphKind::Plain => None,
            ParagraphKind::Bullet => Some(1),
            ParagraphKind::Numbered(number) => {
                self.lists.set(self.lists.get() + usize::from(number == 1));
                Some(1 + self.lists.get().max(1))
            }
        };
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                xml.empty("w:pStyle", &[("w:val", style)]);
                if let Some(list) = list {
                    xml.element("w:numPr", &[], |xml| {
                        xml.empty("w:ilvl", &[("w:val", "0")]);
                        xml.empty("w:numId", &[("w:val", &list.to_string())]);
                    });
                }
            });
            self.runs(xml, paragraph);
        });
    }

    /// What a paragraph says.
    pub fn runs(&self, xml: &mut Xml, paragraph: &Paragraph) {
        for run in &paragraph.runs {
            self.run(xml, run, paragraph.lang.as_ref());
        }
    }

    fn run(&self, xml: &mut Xml, run: &Run, lang: Option<&Lang>) {
        let (lang, raised) = (run.lang.as_ref().or(lang), run.is_raised());
        let Some(address) = &run.link else {
            let style = match (run.strong, run.emphasis) {
                (true, _) => "Strong",
                (false, true) => "Emphasis",
                (false, false) => "",
            };
            return self.piece(xml, &Look { style, raised, lang }, &run.text);
        };
        let rank = self.links.iter().position(|link| link == address);
        let id = relation(rank.expect("every address was collected"));
        xml.element("w:hyperlink", &[("r:id", &id), ("w:history", "1")], |xml| {
            self.piece(xml, &Look { style: "Hyperlink", raised, lang }, &run.text);
        });
    }
}

/// A paragraph of a style.
pub fn line(xml: &mut Xml, style: &str, content: impl FnOnce(&mut Xml)) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| xml.empty("w:pStyle", &[("w:val", style)]));
        content(xml);
    });
}

/// The place of a tabulation.
pub fn tab(xml: &mut Xml) {
    xml.element("w:r", &[], |xml| xml.empty("w:tab", &[]));
}

/// The name of the relationship of a link.
pub fn relation(rank: usize) -> String {
    format!("rLink{}", rank + 1)
}

/// Spell checkers look for a language with its country.
pub fn tag(lang: &Lang) -> String {
    match lang.as_str() {
        "fr" => "fr-FR".to_owned(),
        "en" => "en-GB".to_owned(),
        other => other.to_owned(),
    }
}

fn links(dossier: &Dossier) -> Vec<&str> {
    let runs = paragraphs(dossier).flat_map(|paragraph| &paragraph.runs);
    let mut links = Vec::new();
    for link in runs.filter_map(|run| run.link.as_deref()) {
        if !links.contains(&link) {
            links.push(link);
        }
    }
    links
}

fn paragraphs(dossier: &Dossier) -> impl Iterator<Item = &Paragraph> {
    let parts = dossier.parts.iter().flat_map(|part| {
        let questions = part.questions.iter().flat_map(|question| {
            let notes = question.budget().map(|budget| &budget.notes);
            question.condition.iter().chain(&question.help).chain(notes.into_iter().flatten())
        });
        part.condition.iter().chain(&part.introduction).chain(questions)
    });
    let guide = dossier.guide.iter().flat_map(|guide| &guide.body);
    dossier.introduction.iter().chain(guide).chain(parts)
}
