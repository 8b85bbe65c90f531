//! [`Text`] becomes blocks: its words in place, its links absolute.

use super::Block;
use crate::documents::paragraph::{Paragraph, ParagraphKind, Run};
use crate::documents::paragraphs::{Layout, number_of_note};
use crate::model::id::Lang;
use crate::model::told::text::{self, Inline, Note, Text};

/// A text, then the notes that it is the first to call.
pub fn of(layout: &mut Layout<'_>, text: &Text) -> Vec<Block> {
    let lang = layout.foreign(&text.lang);
    let mut writer = Writer { layout, notes: &text.notes, lang: lang.as_ref() };
    let mut all = writer.blocks(&text.blocks);
    while let Some((number, note)) = writer.layout.numbers.next(&text.notes) {
        let blocks = writer.blocks(&note.blocks);
        all.extend(numbered(number, blocks, lang.as_ref()));
    }
    all
}

/// A note, after its number.
fn numbered(number: usize, mut blocks: Vec<Block>, lang: Option<&Lang>) -> Vec<Block> {
    let number = number_of_note(number);
    if let Some(Block::Paragraph(first)) = blocks.first_mut() {
        first.runs.splice(0..0, [number, Run { text: " ".to_owned(), ..Run::default() }]);
    } else {
        let kind = ParagraphKind::Plain;
        let alone = Paragraph { kind, runs: vec![number], lang: lang.cloned() };
        blocks.insert(0, Block::Paragraph(alone));
    }
    blocks
}

struct Writer<'w, 'a> {
    layout: &'w mut Layout<'a>,
    notes: &'w [Note],
    lang: Option<&'w Lang>,
}

impl Writer<'_, '_> {
    fn blocks(&mut self, blocks: &[text::Block]) -> Vec<Block> {
        blocks.iter().map(|block| self.block(block)).collect()
    }

    fn block(&mut self, block: &text::Block) -> Block {
        match block {
            text::Block::Paragraph(content) | text::Block::Plain(content) => {
                Block::Paragraph(self.words(content))
            }
            text::Block::Heading { level, content, .. } => {
                Block::Heading { level: *level, text: self.words(content) }
            }
            text::Block::List { start, items } => Block::List {
                start: *start,
                items: items.iter().map(|item| self.blocks(item)).collect(),
            },
            text::Block::Quote(inner) => Block::Quote(self.blocks(inner)),
            text::Block::Notice { label, blocks, .. } => {
                let text = label.clone();
                let runs = vec![Run { text, strong: true, ..Run::default() }];
                let lang = self.lang.cloned();
                let label = Paragraph { kind: ParagraphKind::Plain, runs, lang };
                let blocks = self.blocks(blocks);
                Block::Quote(std::iter::once(Block::Paragraph(label)).chain(blocks).collect())
            }
            text::Block::Code(code) => Block::Code(code.trim_end().to_owned()),
            text::Block::Table { alignments, head, rows } => Block::Table {
                alignments: alignments.clone(),
                head: self.row(head),
                rows: rows.iter().map(|row| self.row(row)).collect(),
            },
            text::Block::Rule => Block::Rule,
        }
    }

    fn row(&mut self, cells: &[Vec<Inline>]) -> Vec<Paragraph> {
        cells.iter().map(|cell| self.words(cell)).collect()
    }

    fn words(&mut self, content: &[Inline]) -> Paragraph {
        Paragraph {
            kind: ParagraphKind::Plain,
            runs: self.layout.runs(content, self.notes),
            lang: self.lang.cloned(),
        }
    }
}
