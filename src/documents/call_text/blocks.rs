//! [`Prose`] becomes blocks: its words in place, its links absolute.

use super::Block;
use crate::documents::paragraphs;
use crate::model::id::Lang;
use crate::model::prose::{self, Inline, Prose};
use crate::tell::context::TextContext;
use crate::tell::dossier::sheet::{Paragraph, ParagraphKind, Run};
use crate::tell::notes::NoteNumbers;

/// Some blocks of a text, then the notes that they are the first to call; `lang` is that of the text, when it is not the
/// document's.
pub fn of(
    context: &TextContext<'_>,
    (prose, blocks): (&Prose, &[prose::Block]),
    lang: Option<&Lang>,
    numbers: &mut NoteNumbers,
) -> Vec<Block> {
    let mut writer = Writer { context, prose, lang, numbers };
    let mut all = writer.blocks(blocks);
    while let Some((number, note)) = writer.numbers.next(prose) {
        let blocks = writer.blocks(&note.blocks);
        all.extend(numbered(number, blocks, lang));
    }
    all
}

/// A note, after its number.
fn numbered(number: usize, mut blocks: Vec<Block>, lang: Option<&Lang>) -> Vec<Block> {
    let number = paragraphs::number_of_note(number);
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
    context: &'w TextContext<'a>,
    prose: &'w Prose,
    lang: Option<&'w Lang>,
    numbers: &'w mut NoteNumbers,
}

impl Writer<'_, '_> {
    fn blocks(&mut self, blocks: &[prose::Block]) -> Vec<Block> {
        blocks.iter().filter_map(|block| self.block(block)).collect()
    }

    fn block(&mut self, block: &prose::Block) -> Option<Block> {
        Some(match block {
            prose::Block::Paragraph(content) | prose::Block::Plain(content) => {
                Block::Paragraph(self.words(content))
            }
            prose::Block::Heading { level, content, .. } => {
                Block::Heading { level: *level, text: self.words(content) }
            }
            prose::Block::List { start, items } => Block::List {
                start: *start,
                items: items.iter().map(|item| self.blocks(item)).collect(),
            },
            prose::Block::Quote(inner) => Block::Quote(self.blocks(inner)),
            prose::Block::Notice { kind, blocks } => {
                let text = self.context.notice(*kind);
                let runs = vec![Run { text, strong: true, ..Run::default() }];
                let lang = self.lang.cloned();
                let label = Paragraph { kind: ParagraphKind::Plain, runs, lang };
                let blocks = self.blocks(blocks);
                Block::Quote(std::iter::once(Block::Paragraph(label)).chain(blocks).collect())
            }
            prose::Block::Code(code) => Block::Code(code.trim_end().to_owned()),
            prose::Block::Table { alignments, head, rows } => Block::Table {
                alignments: alignments.clone(),
                head: self.row(head),
                rows: rows.iter().map(|row| self.row(row)).collect(),
            },
            prose::Block::Rule => Block::Rule,
            // Composed elsewhere.
            prose::Block::Place(_) => return None,
        })
    }

    fn row(&mut self, cells: &[Vec<Inline>]) -> Vec<Paragraph> {
        cells.iter().map(|cell| self.words(cell)).collect()
    }

    fn words(&mut self, content: &[Inline]) -> Paragraph {
        Paragraph {
            kind: ParagraphKind::Plain,
            runs: paragraphs::runs(self.context, self.prose, content, self.numbers),
            lang: self.lang.cloned(),
        }
    }
}
