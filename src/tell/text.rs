//! [`Prose`] becomes [`Text`]: values become words, links know where they lead.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::addressee;
use super::voice::Voice;
use crate::model::address::Address;
use crate::model::id::{Lang, Slug};
use crate::model::localized::Localized;
use crate::model::prose::{self, Prose, Target};
use crate::model::told::text::{Block, Inline, Line, Link, Note, Text};
use crate::model::value::{Place, Value};
use crate::model::web;
use crate::words::Words;

/// A text, cut at the blocks that are composed.
pub enum Piece {
    Text(Text),
    Place(Place),
}

/// Tells the texts of one document: notes that several share are told once.
pub struct Texts<'a> {
    pub voice: Voice<'a>,
    /// By the address of their source in memory.
    notes: RefCell<BTreeMap<*const prose::Footnote, Arc<[Note]>>>,
}

impl<'a> Texts<'a> {
    /// Nothing has been told yet.
    pub fn new(voice: Voice<'a>) -> Self {
        Self { voice, notes: RefCell::default() }
    }

    /// A whole text, which may name the documents of `owner`.
    pub fn text(&self, text: &Localized<Prose>, owner: Option<&Slug>) -> Text {
        let shown = text.show(self.voice.content);
        let teller = Teller::new(self.voice, shown.lang, owner);
        self.blocks(&teller, shown.value, &shown.value.blocks)
    }

    /// A text with what it places, in order.
    pub fn pieces(&self, text: &Localized<Prose>, owner: Option<&Slug>) -> Vec<Piece> {
        let shown = text.show(self.voice.content);
        let teller = Teller::new(self.voice, shown.lang, owner);
        let is_place = |block: &prose::Block| matches!(block, prose::Block::Place(_));
        let runs = shown.value.blocks.chunk_by(|a, b| !is_place(a) && !is_place(b));
        let pieces = runs.map(|run| match run {
            [prose::Block::Place(place)] => Piece::Place(place.value),
            _ => Piece::Text(self.blocks(&teller, shown.value, run)),
        });
        pieces.collect()
    }

    fn blocks(&self, teller: &Teller<'_>, prose: &Prose, blocks: &[prose::Block]) -> Text {
        let tell = || teller.blocks(blocks).into();
        let Voice { shared, words, call, letter, .. } = self.voice;
        // A letter says to each applicant what it says to no other.
        let national =
            letter.is_none() && call.is_some_and(|call| teller.owner == Some(&call.call.slug));
        let blocks = if national { shared.kept.blocks(blocks, &words.lang, tell) } else { tell() };
        Text { lang: teller.lang.clone(), blocks, notes: self.notes(teller, prose) }
    }

    fn notes(&self, teller: &Teller<'_>, prose: &Prose) -> Arc<[Note]> {
        let mut known = self.notes.borrow_mut();
        let told = known.entry(prose.notes.as_ptr()).or_insert_with(|| {
            let notes = prose.notes.iter();
            notes.map(|note| Note { id: note.id, blocks: teller.blocks(&note.blocks) }).collect()
        });
        Arc::clone(told)
    }
}

/// A line of text, which calls no note and names no document.
pub fn line(voice: Voice<'_>, title: &Localized<prose::Inlines>) -> Line {
    let shown = title.show(voice.content);
    let teller = Teller::new(voice, shown.lang, None);
    Line { lang: shown.lang.clone(), content: teller.inlines(shown.value) }
}

/// What one text needs to be told.
struct Teller<'a> {
    voice: Voice<'a>,
    /// That of the text, and its words.
    lang: &'a Lang,
    words: &'a Words,
    /// Whose documents it may name.
    owner: Option<&'a Slug>,
}

impl<'a> Teller<'a> {
    fn new(voice: Voice<'a>, lang: &'a Lang, owner: Option<&'a Slug>) -> Self {
        Self { voice, lang, words: voice.shared.words(lang), owner }
    }
}

impl Teller<'_> {
    fn blocks(&self, blocks: &[prose::Block]) -> Vec<Block> {
        blocks.iter().filter_map(|block| self.block(block)).collect()
    }

    /// `None` for what is composed: it has its place at the top of a text alone.
    fn block(&self, block: &prose::Block) -> Option<Block> {
        Some(match block {
            prose::Block::Paragraph(content) => {
                self.listed(content).unwrap_or_else(|| Block::Paragraph(self.inlines(content)))
            }
            prose::Block::Plain(content) => Block::Plain(self.inlines(content)),
            prose::Block::Heading { level, id, content, .. } => {
                Block::Heading { level: *level, id: id.clone(), content: self.inlines(content) }
            }
            prose::Block::List { start, items } => Block::List {
                start: *start,
                items: items.iter().map(|item| self.blocks(item)).collect(),
            },
            prose::Block::Quote(inner) => Block::Quote(self.blocks(inner)),
            prose::Block::Notice { kind, blocks } => Block::Notice {
                kind: *kind,
                label: self.words.say(&format!("callout_{}", kind.name()), &[]),
                blocks: self.blocks(blocks),
            },
            prose::Block::Code(code) => Block::Code(code.clone()),
            prose::Block::Table { alignments, head, rows } => Block::Table {
                alignments: alignments.clone(),
                head: self.row(head),
                rows: rows.iter().map(|row| self.row(row)).collect(),
            },
            prose::Block::Rule => Block::Rule,
            prose::Block::Place(_) => return None,
        })
    }

    /// The list that a value is, alone in its paragraph.
    fn listed(&self, content: &[prose::Inline]) -> Option<Block> {
        let [prose::Inline::Value(value)] = content else { return None };
        let items = addressee::items(self.voice.letter?, &value.value)?;
        let items = items.iter().map(|item| vec![Block::Plain(vec![Inline::Text(item.clone())])]);
        Some(Block::List { start: None, items: items.collect() })
    }

    fn row(&self, cells: &[prose::Inlines]) -> Vec<Vec<Inline>> {
        cells.iter().map(|cell| self.inlines(cell)).collect()
    }

    fn inlines(&self, content: &[prose::Inline]) -> Vec<Inline> {
        content.iter().map(|inline| self.inline(inline)).collect()
    }

    fn inline(&self, inline: &prose::Inline) -> Inline {
        match inline {
            prose::Inline::Text(words) => Inline::Text(words.clone()),
            prose::Inline::Code(code) => Inline::Code(code.clone()),
            prose::Inline::Emphasis(inner) => Inline::Emphasis(self.inlines(inner)),
            prose::Inline::Strong(inner) => Inline::Strong(self.inlines(inner)),
            prose::Inline::Link { target, content, .. } => {
                Inline::Link { target: self.target(target), content: self.inlines(content) }
            }
            prose::Inline::Image { document, alternative, .. } => {
                Inline::Image { source: self.document(document), alternative: alternative.clone() }
            }
            prose::Inline::Value(value) => Inline::Text(self.value(&value.value)),
            prose::Inline::Foreign { lang, content } => {
                Inline::Foreign { lang: lang.clone(), content: self.inlines(content) }
            }
            prose::Inline::FootnoteCall(call) => Inline::NoteCall(call.value),
            prose::Inline::SoftBreak => Inline::SoftBreak,
            prose::Inline::HardBreak => Inline::HardBreak,
        }
    }

    fn target(&self, target: &Target) -> Link {
        match target {
            Target::Anchor(id) => Link::Section(id.clone()),
            Target::Page(name) | Target::Region(name) => {
                Link::Inside(Address::page(&self.voice.words.lang, name))
            }
            Target::Document(name) => self.document(name),
            Target::External(address) => Link::Away(address.clone()),
            Target::Relative(address) => Link::Nowhere(address.clone()),
            Target::Value(value) => {
                let address = self.value(value);
                let known = web::host(&address).is_some();
                if known { Link::Away(address) } else { Link::Nowhere(address) }
            }
        }
    }

    fn document(&self, name: &str) -> Link {
        match self.owner {
            Some(owner) => Link::Inside(Address::document(owner, name)),
            None => Link::Nowhere(String::new()),
        }
    }

    fn value(&self, value: &Value) -> String {
        self.voice.value(self.words, value)
    }
}
