//! A text without its marks, for programs that show none.

use super::notes::NoteNumbers;
use super::text::{Block, Inline, Line, Note, Text};

/// The notes called so far in a document: the text says their numbers, the document ends with them.
#[derive(Default)]
pub struct Notes {
    numbers: NoteNumbers,
    /// "[1] Règlement…", in the order of their numbers.
    pub lines: Vec<String>,
}

/// A whole text: a line a paragraph, a bullet or a number an item.
pub fn text(text: &Text, notes: &mut Notes) -> String {
    let mut writer = Writer { notes: &text.notes, numbers: &mut notes.numbers };
    let words = writer.blocks(&text.blocks);
    while let Some((number, note)) = writer.numbers.next(&text.notes) {
        notes.lines.push(format!("[{number}] {}", writer.blocks(&note.blocks)));
    }
    words
}

/// A line of text, which calls no note.
pub fn line(line: &Line) -> String {
    Writer { notes: &[], numbers: &mut NoteNumbers::default() }.line(&line.content)
}

struct Writer<'w> {
    notes: &'w [Note],
    numbers: &'w mut NoteNumbers,
}

impl Writer<'_> {
    fn blocks(&mut self, blocks: &[Block]) -> String {
        let lines: Vec<String> = blocks.iter().map(|one| self.block(one)).collect();
        let said = lines.iter().map(String::as_str).filter(|line| !line.is_empty());
        said.collect::<Vec<_>>().join("\n")
    }

    fn block(&mut self, block: &Block) -> String {
        match block {
            Block::Paragraph(inner)
            | Block::Plain(inner)
            | Block::Heading { content: inner, .. } => self.line(inner),
            Block::List { start, items } => self.list(*start, items),
            Block::Quote(inner) => self.blocks(inner),
            Block::Notice { label, blocks, .. } => {
                format!("{label}\n{}", self.blocks(blocks))
            }
            Block::Code(code) => code.trim_end().to_owned(),
            Block::Table { head, rows, .. } => {
                let lines: Vec<String> =
                    std::iter::once(head).chain(rows).map(|cells| self.row(cells)).collect();
                lines.join("\n")
            }
            Block::Rule => String::new(),
        }
    }

    fn row(&mut self, cells: &[Vec<Inline>]) -> String {
        let cells: Vec<String> = cells.iter().map(|cell| self.line(cell)).collect();
        cells.join(" – ")
    }

    fn list(&mut self, start: Option<u64>, items: &[Vec<Block>]) -> String {
        let numbers = start.unwrap_or_default()..;
        let lines = items.iter().zip(numbers).map(|(item, number)| {
            let mark = if start.is_some() { format!("{number}.") } else { "•".to_owned() };
            // What an item holds besides stands under it.
            format!("{mark} {}", self.blocks(item).replace('\n', "\n  "))
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    fn line(&mut self, inlines: &[Inline]) -> String {
        inlines.iter().map(|inline| self.words(inline)).collect()
    }

    fn words(&mut self, inline: &Inline) -> String {
        match inline {
            Inline::Text(text) | Inline::Code(text) => text.clone(),
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Link { content: inner, .. }
            | Inline::Foreign { content: inner, .. } => self.line(inner),
            Inline::Image { alternative, .. } => alternative.clone(),
            Inline::NoteCall(rank) => {
                let call = self.numbers.call(self.notes, *rank);
                call.map(|call| format!("[{}]", call.number)).unwrap_or_default()
            }
            Inline::SoftBreak => " ".to_owned(),
            Inline::HardBreak => "\n".to_owned(),
        }
    }
}
