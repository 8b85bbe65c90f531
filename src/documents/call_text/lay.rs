//! A [`Booklet`] becomes the text of a call, laid out.

use super::{Block, CallText, Passage, Section, blocks};
use crate::documents::paragraph::{Paragraph, ParagraphKind, Run};
use crate::documents::paragraphs::{self, Layout, plain};
use crate::documents::typeset::Pass;
use crate::model::abbreviation::Abbreviations;
use crate::model::address::Links;
use crate::model::told::Phrase;
use crate::model::told::booklet::{Booklet, BookletContent, BookletWords};
use crate::model::told::call::{self as told, Document, Part, Priority};
use crate::model::told::dossier::Guide;
use crate::model::told::text::Text;
use crate::model::value::Place;

/// Lays out the text of a call; `links` start from its page.
pub fn call_text(booklet: &Booklet, links: Links<'_>, known: &Abbreviations) -> CallText {
    let mut writer = Writer {
        layout: Layout::new(&booklet.cover.lang, links),
        content: &booklet.content,
        words: &booklet.words,
        links,
    };
    // In reading order, which is that of the notes.
    let guide = booklet.content.guide.iter().map(|guide| writer.guide(guide)).collect();
    let sections = booklet.content.sections.iter().map(|one| writer.section(one)).collect();
    let mut text =
        CallText { cover: booklet.cover.clone(), page: links.to(links.page), guide, sections };
    typeset(&mut text, known);
    text
}

/// What typography asks for once every word is in place, in reading order.
fn typeset(text: &mut CallText, known: &Abbreviations) {
    let mut pass = Pass::new(&text.cover.lang, known);
    text.guide.iter_mut().for_each(|guide| pass.paragraphs(&mut guide.body));
    for section in &mut text.sections {
        pass.raise(&mut section.title, section.lang.as_ref());
        let passages = section.passages.iter_mut();
        passages.for_each(|passage| typeset_blocks(&mut pass, &mut passage.blocks));
    }
}

fn typeset_blocks(pass: &mut Pass<'_>, blocks: &mut [Block]) {
    for block in blocks {
        match block {
            Block::Paragraph(text) => pass.paragraph(text),
            Block::Heading { text, .. } => pass.raise(&mut text.runs, text.lang.as_ref()),
            Block::List { items, .. } => {
                for item in items {
                    typeset_blocks(pass, item);
                }
            }
            Block::Quote(inner) => typeset_blocks(pass, inner),
            Block::Table { head, rows, .. } => {
                pass.paragraphs(head);
                for row in rows {
                    pass.paragraphs(row);
                }
            }
            Block::Code(_) | Block::Rule | Block::Calendar(_) => {}
        }
    }
}

/// What lays out the parts of a booklet, in order.
struct Writer<'a> {
    layout: Layout<'a>,
    content: &'a BookletContent,
    words: &'a BookletWords,
    links: Links<'a>,
}

impl Writer<'_> {
    fn guide(&mut self, guide: &Guide<Text>) -> Guide<Paragraph> {
        let body = paragraphs::of(&mut self.layout, &guide.body);
        Guide { title: guide.title.clone(), body }
    }

    fn section(&mut self, section: &told::Section) -> Section {
        let title = self.layout.runs(&section.title.content, &[]);
        Section {
            id: section.id.clone(),
            level: section.level,
            title,
            lang: self.layout.foreign(&section.title.lang),
            passages: section.parts.iter().map(|part| self.part(part)).collect(),
        }
    }

    fn part(&mut self, part: &Part) -> Passage {
        match part {
            Part::Place(place) => Passage { mark: None, blocks: self.composed(*place) },
            Part::Written(passage) => Passage {
                mark: passage.mark.clone(),
                blocks: blocks::of(&mut self.layout, &passage.text),
            },
        }
    }

    fn composed(&mut self, place: Place) -> Vec<Block> {
        let content = self.content;
        let none = |words: &str| vec![Block::Paragraph(plain(words))];
        match place {
            Place::Priorities if content.priorities.is_empty() => none(&self.words.no_priority),
            Place::Priorities => {
                content.priorities.iter().flat_map(|priority| self.priority(priority)).collect()
            }
            Place::Calendar if content.steps.is_empty() => none(&self.words.no_step),
            Place::Calendar => vec![Block::Calendar(content.steps.clone())],
            Place::Filing => listed(paragraphs::of(&mut self.layout, &content.filing)),
            Place::Contacts => listed(paragraphs::of(&mut self.layout, &content.whom)),
            Place::Documents if content.documents.is_empty() => none(&self.words.no_document),
            Place::Documents => {
                listed(content.documents.iter().map(|file| self.document(file)).collect())
            }
            // They change with the day, and this text does not.
            Place::News => Vec::new(),
        }
    }

    fn priority(&mut self, priority: &Priority) -> Vec<Block> {
        let title = priority.title.clone();
        let run = Run { text: title.text, ..Run::default() };
        let text = Paragraph { kind: ParagraphKind::Plain, runs: vec![run], lang: title.lang };
        let mut all = vec![Block::Heading { level: 3, text }];
        all.extend(blocks::of(&mut self.layout, &priority.body));
        let departments = priority.departments.iter().map(|d| Phrase::own(&*d.name)).collect();
        let scopes = [
            labelled(&self.words.departments, departments),
            labelled(&self.words.sectors, priority.sectors.clone()),
        ];
        all.extend(scopes.into_iter().flatten().reduce(joined).map(Block::Paragraph));
        all
    }

    /// The title of an attached file, with its public address.
    fn document(&self, document: &Document) -> Paragraph {
        let link = Some(self.links.to(&document.address));
        Paragraph {
            kind: ParagraphKind::Bullet,
            runs: vec![Run { text: document.title.text.clone(), link, ..Run::default() }],
            lang: document.title.lang.clone(),
        }
    }
}

/// Bullets that follow one another make one list.
fn listed(all: Vec<Paragraph>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for paragraph in all {
        let bullet = paragraph.kind == ParagraphKind::Bullet;
        let block = Block::Paragraph(Paragraph { kind: ParagraphKind::Plain, ..paragraph });
        match blocks.last_mut() {
            Some(Block::List { items, .. }) if bullet => items.push(vec![block]),
            _ if bullet => blocks.push(Block::List { start: None, items: vec![vec![block]] }),
            _ => blocks.push(block),
        }
    }
    blocks
}

/// "Secteurs : industrie, HCR".
fn labelled(label: &str, words: Vec<Phrase>) -> Option<Paragraph> {
    let lang = words.first()?.lang.clone();
    let words: Vec<String> = words.into_iter().map(|text| text.text).collect();
    let runs = vec![
        Run { text: label.to_owned(), strong: true, ..Run::default() },
        Run { text: format!(" {}", words.join(", ")), ..Run::default() },
    ];
    Some(Paragraph { kind: ParagraphKind::Plain, runs, lang })
}

/// Both, in one paragraph.
fn joined(mut first: Paragraph, second: Paragraph) -> Paragraph {
    first.runs.push(Run { text: " · ".to_owned(), ..Run::default() });
    first.runs.extend(second.runs);
    first.lang = first.lang.or(second.lang);
    first
}
