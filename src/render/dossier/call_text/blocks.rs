//! [`Prose`] becomes blocks: its words in place, its links absolute.

use super::Block;
use crate::model::id::Lang;
use crate::model::prose::{self, Inline, Prose};
use crate::render::context::TextContext;
use crate::render::dossier::paragraphs;
use crate::render::dossier::sheet::{Paragraph, ParagraphKind};

/// Some blocks of `prose`; `lang` is that of the text, when it is not the document's.
pub fn of(
    context: &TextContext<'_>,
    prose: &Prose,
    blocks: &[prose::Block],
    lang: Option<&Lang>,
) -> Vec<Block> {
    Writer { context, prose, lang }.blocks(blocks)
}

struct Writer<'w, 'a> {
    context: &'w TextContext<'a>,
    prose: &'w Prose,
    lang: Option<&'w Lang>,
}

impl Writer<'_, '_> {
    fn blocks(&self, blocks: &[prose::Block]) -> Vec<Block> {
        blocks.iter().filter_map(|block| self.block(block)).collect()
    }

    fn block(&self, block: &prose::Block) -> Option<Block> {
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

    fn row(&self, cells: &[Vec<Inline>]) -> Vec<Paragraph> {
        cells.iter().map(|cell| self.words(cell)).collect()
    }

    fn words(&self, content: &[Inline]) -> Paragraph {
        Paragraph {
            kind: ParagraphKind::Plain,
            runs: paragraphs::runs(self.context, self.prose, content),
            lang: self.lang.cloned(),
        }
    }
}
