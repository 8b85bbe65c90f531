//! Words, paragraphs and lists of the text of a Word document.

use std::cell::Cell;

use crate::documents::paragraph::{Paragraph, ParagraphKind, Run};
use crate::documents::sheet::Phrase;
use crate::documents::xml::write::Xml;
use crate::model::id::Lang;

/// What every word needs: the direction of the document, its links, its lists.
pub struct Ink<'d> {
    right_to_left: bool,
    /// Addresses that texts link to, each once; the rank names the relationship.
    pub links: Vec<&'d str>,
    /// Lists that count from 1, of which each is a list of its own.
    pub numbered_lists: usize,
    /// How many of them have begun.
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

impl<'d> Ink<'d> {
    /// Of a document that holds `paragraphs`.
    pub fn new(right_to_left: bool, paragraphs: impl Iterator<Item = &'d Paragraph>) -> Self {
        let (mut links, mut numbered_lists) = (Vec::new(), 0);
        for paragraph in paragraphs {
            numbered_lists += usize::from(paragraph.kind == ParagraphKind::Numbered(1));
            for link in paragraph.runs.iter().filter_map(|run| run.link.as_deref()) {
                if !links.contains(&link) {
                    links.push(link);
                }
            }
        }
        Self { right_to_left, links, numbered_lists, lists: Cell::new(0) }
    }

    /// Words in the style of their paragraph.
    pub fn words(&self, xml: &mut Xml, words: &str) {
        self.piece(xml, &Look::default(), words);
    }

    /// Words that say their language where it is not the dossier's.
    pub fn text(&self, xml: &mut Xml, text: &Phrase) {
        self.piece(xml, &Look { lang: text.lang.as_ref(), ..Look::default() }, &text.text);
    }

    /// The same, in a character style.
    pub fn text_in(&self, xml: &mut Xml, style: &str, text: &Phrase) {
        self.piece(xml, &Look { style, lang: text.lang.as_ref(), ..Look::default() }, &text.text);
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
        let right_to_left = lang.map_or(self.right_to_left, Lang::is_right_to_left);
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
