//! [`Text`] becomes paragraphs and runs: what every format of a file can show.
//!
//! Total: what has no counterpart (a table, a heading, a quotation) is kept as paragraphs, so that no word is lost.

use super::paragraph::{Paragraph, ParagraphKind, Run, RunKind};
use crate::model::address::Links;
use crate::model::id::Lang;
use crate::model::told::notes::NoteNumbers;
use crate::model::told::text::{Block, Inline, Link, Note, Text};

/// Where a document stands: what has been said in it so far.
pub struct Layout<'a> {
    /// Of the document.
    lang: &'a Lang,
    links: Links<'a>,
    /// The notes called so far.
    pub numbers: NoteNumbers,
}

impl<'a> Layout<'a> {
    /// Of a document in `lang`, of which nothing is said yet.
    pub fn new(lang: &'a Lang, links: Links<'a>) -> Self {
        Self { lang, links, numbers: NoteNumbers::default() }
    }

    /// `lang`, when it is not the document's.
    pub fn foreign(&self, lang: &Lang) -> Option<Lang> {
        (lang != self.lang).then(|| lang.clone())
    }

    /// Where a link leads: a section is on the page of the call.
    fn address(&self, target: &Link) -> Option<String> {
        match target {
            Link::Section(id) => Some(self.links.section(id)),
            Link::Inside(address) => Some(self.links.to(address)),
            Link::Away(address) => Some(address.clone()),
            Link::Nowhere(_) => None,
        }
    }

    /// The words of a line, with its marks; `notes` are those that it may call.
    #[cfg(feature = "pdf")]
    pub fn runs(&mut self, line: &[Inline], notes: &[Note]) -> Vec<Run> {
        let mut writer = Writer { layout: self, notes, lang: None, paragraphs: Vec::new() };
        let mut runs = Vec::new();
        writer.inlines(line, &Marks::default(), &mut runs);
        runs
    }
}

/// The paragraphs of `texts`, each followed by the notes that it is the first to call.
pub fn of(layout: &mut Layout<'_>, texts: &[Text]) -> Vec<Paragraph> {
    texts.iter().flat_map(|text| of_text(layout, text)).collect()
}

fn of_text(layout: &mut Layout<'_>, text: &Text) -> Vec<Paragraph> {
    let lang = layout.foreign(&text.lang);
    let mut writer = Writer { layout, notes: &text.notes, lang, paragraphs: Vec::new() };
    writer.blocks(&text.blocks, ParagraphKind::Plain);
    writer.called_notes();
    writer.paragraphs
}

/// The number of a note, where it is called or before what it says.
pub fn number_of_note(number: usize) -> Run {
    Run { text: format!("[{number}]"), kind: RunKind::NoteNumber, ..Run::default() }
}

/// A paragraph of plain words.
#[cfg(any(test, feature = "pdf"))]
pub fn plain(words: impl Into<String>) -> Paragraph {
    let run = Run { text: words.into(), ..Run::default() };
    Paragraph { kind: ParagraphKind::Plain, runs: vec![run], lang: None }
}

struct Writer<'w, 'a> {
    layout: &'w mut Layout<'a>,
    notes: &'w [Note],
    lang: Option<Lang>,
    paragraphs: Vec<Paragraph>,
}

/// The marks and the link that surround a piece of text.
#[derive(Clone, Default)]
struct Marks {
    strong: bool,
    emphasis: bool,
    link: Option<String>,
    /// Of a passage in another language than the text's.
    lang: Option<Lang>,
}

impl Writer<'_, '_> {
    fn blocks(&mut self, blocks: &[Block], kind: ParagraphKind) {
        let mut kind = kind;
        for block in blocks {
            self.block(block, kind);
            // What follows in an item has no mark of its own.
            kind = ParagraphKind::Plain;
        }
    }

    fn block(&mut self, block: &Block, kind: ParagraphKind) {
        let strong = Marks { strong: true, ..Marks::default() };
        match block {
            Block::Paragraph(content) | Block::Plain(content) => {
                self.paragraph(content, kind, &Marks::default());
            }
            Block::Heading { content, .. } => self.paragraph(content, kind, &strong),
            Block::List { start, items } => self.list(*start, items),
            Block::Quote(inner) => self.blocks(inner, kind),
            Block::Notice { label, blocks, .. } => {
                self.push(kind, vec![text(label, &strong)]);
                self.blocks(blocks, ParagraphKind::Plain);
            }
            Block::Code(code) => self.push(kind, vec![text(code.trim_end(), &Marks::default())]),
            Block::Table { head, rows, .. } => {
                self.row(head, &strong);
                for row in rows {
                    self.row(row, &Marks::default());
                }
            }
            Block::Rule => {}
        }
    }

    fn list(&mut self, start: Option<u64>, items: &[Vec<Block>]) {
        for (rank, item) in items.iter().enumerate() {
            let number = start.map(|first| first.saturating_add(rank as u64));
            let kind = match number.and_then(|number| u32::try_from(number).ok()) {
                Some(number) => ParagraphKind::Numbered(number),
                None => ParagraphKind::Bullet,
            };
            self.blocks(item, kind);
        }
    }

    fn row(&mut self, cells: &[Vec<Inline>], marks: &Marks) {
        let mut runs = Vec::new();
        for (rank, cell) in cells.iter().enumerate() {
            if rank > 0 {
                add(&mut runs, " – ", marks);
            }
            self.inlines(cell, marks, &mut runs);
        }
        self.push(ParagraphKind::Plain, runs);
    }

    fn paragraph(&mut self, content: &[Inline], kind: ParagraphKind, marks: &Marks) {
        let mut kind = kind;
        for line in content.split(|inline| matches!(inline, Inline::HardBreak)) {
            let mut runs = Vec::new();
            self.inlines(line, marks, &mut runs);
            self.push(kind, runs);
            kind = ParagraphKind::Plain;
        }
    }

    fn push(&mut self, kind: ParagraphKind, runs: Vec<Run>) {
        if runs.iter().any(|run| !run.text.trim().is_empty()) {
            self.paragraphs.push(Paragraph { kind, runs, lang: self.lang.clone() });
        }
    }

    fn inlines(&mut self, content: &[Inline], marks: &Marks, runs: &mut Vec<Run>) {
        for inline in content {
            match inline {
                Inline::Text(words) | Inline::Code(words) => add(runs, words, marks),
                Inline::SoftBreak | Inline::HardBreak => add(runs, " ", marks),
                Inline::Image { alternative, .. } => add(runs, alternative, marks),
                Inline::Emphasis(inner) => {
                    self.inlines(inner, &Marks { emphasis: true, ..marks.clone() }, runs);
                }
                Inline::Strong(inner) => {
                    self.inlines(inner, &Marks { strong: true, ..marks.clone() }, runs);
                }
                Inline::Link { target, content } => {
                    let link = self.layout.address(target);
                    self.inlines(content, &Marks { link, ..marks.clone() }, runs);
                }
                Inline::Foreign { lang, content } => {
                    let lang = Some(lang.clone());
                    self.inlines(content, &Marks { lang, ..marks.clone() }, runs);
                }
                Inline::NoteCall(rank) => {
                    let call = self.layout.numbers.call(self.notes, *rank);
                    runs.extend(call.map(|call| number_of_note(call.number)));
                }
            }
        }
    }

    /// Notes come after the text: a file has no end of page to send to.
    fn called_notes(&mut self) {
        while let Some((number, note)) = self.layout.numbers.next(self.notes) {
            let start = self.paragraphs.len();
            self.blocks(&note.blocks, ParagraphKind::Plain);
            let head = [number_of_note(number), text(" ", &Marks::default())];
            if let Some(first) = self.paragraphs.get_mut(start) {
                first.runs.splice(0..0, head);
            }
        }
    }
}

fn text(words: &str, marks: &Marks) -> Run {
    let Marks { strong, emphasis, link, lang } = marks.clone();
    Run { text: words.to_owned(), strong, emphasis, link, lang, ..Run::default() }
}

/// Adds words to the last run, where nothing distinguishes them.
fn add(runs: &mut Vec<Run>, words: &str, marks: &Marks) {
    let run = text(words, marks);
    match runs.last_mut() {
        Some(last)
            if !last.is_note_number()
                && last.strong == run.strong
                && last.emphasis == run.emphasis
                && last.link == run.link
                && last.lang == run.lang =>
        {
            last.text.push_str(words);
        }
        _ => runs.push(run),
    }
}
