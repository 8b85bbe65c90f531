//! Words, paragraphs and lists of `content.xml`, and the languages that they turn out to need styles for.

use std::collections::BTreeSet;

use crate::documents::paragraph::{Paragraph, ParagraphKind, Run};
use crate::documents::sheet::Phrase;
use crate::documents::xml::write::{Attributes, Xml};
use crate::model::id::Lang;

/// The style of what stands above the line.
pub const RAISED: &str = "raised";

/// The text being written.
#[derive(Default)]
pub struct Flow {
    pub xml: Xml,
    pub langs: BTreeSet<Lang>,
}

/// What writes elements, and is handed on to what writes their content.
pub trait Elements: Sized {
    /// Where it writes.
    fn xml(&mut self) -> &mut Xml;

    /// An element with what `content` writes in it.
    fn element(&mut self, name: &str, attributes: Attributes<'_>, content: impl FnOnce(&mut Self)) {
        self.xml().start(name, attributes);
        content(self);
        self.xml().end(name);
    }

    /// A paragraph of a style.
    fn paragraph(&mut self, style: &str, content: impl FnOnce(&mut Self)) {
        self.element("text:p", &[("text:style-name", style)], content);
    }
}

impl Elements for Flow {
    fn xml(&mut self) -> &mut Xml {
        &mut self.xml
    }
}

impl Flow {
    /// Words of a style.
    pub fn span(&mut self, style: &str, words: &str) {
        self.xml.leaf("text:span", &[("text:style-name", style)], words);
    }

    /// Words that may be in another language.
    pub fn words(&mut self, words: &Phrase) {
        self.in_language(words.lang.as_ref(), |flow| flow.xml.text(&words.text));
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
        self.element("text:list", &[("text:style-name", list)], |flow| {
            for (rank, item) in items.iter().enumerate() {
                let first = match item.kind {
                    ParagraphKind::Numbered(number) if rank == 0 => number.to_string(),
                    _ => String::new(),
                };
                let start = [("text:start-value", first.as_str())];
                let start: Attributes<'_> = if first.is_empty() { &[] } else { &start };
                flow.element("text:list-item", start, |flow| flow.runs(style, item));
            }
        });
    }

    fn runs(&mut self, style: &str, paragraph: &Paragraph) {
        self.paragraph(style, |flow| {
            flow.in_language(paragraph.lang.as_ref(), |flow| {
                paragraph.runs.iter().for_each(|run| flow.run(run));
            });
        });
    }

    fn run(&mut self, run: &Run) {
        self.in_language(run.lang.as_ref(), |flow| flow.linked(run));
    }

    fn linked(&mut self, run: &Run) {
        match &run.link {
            Some(address) => {
                let link = [("xlink:type", "simple"), ("xlink:href", address.as_str())];
                self.element("text:a", &link, |flow| flow.marked(run));
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
                self.element("text:span", &named, |flow| flow.within(others, words));
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
}

fn list_style(kind: ParagraphKind) -> Option<&'static str> {
    match kind {
        ParagraphKind::Plain => None,
        ParagraphKind::Bullet => Some("Bullets"),
        ParagraphKind::Numbered(_) => Some("Numbers"),
    }
}
