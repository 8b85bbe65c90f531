//! [`Prose`] becomes paragraphs and runs: what every format of a file can show.
//!
//! Total: what has no counterpart (a table, a heading, a quotation) is kept as paragraphs, so that no word is lost.

use super::sheet::{Paragraph, ParagraphKind, Run};
use crate::model::id::Lang;
use crate::model::prose::{Block, Footnote, Inline, Prose, Target};
use crate::model::site::Address;
use crate::model::web;
use crate::render::context::TextContext;

/// The paragraphs of a whole text; `lang` is that of the text, when it is not the dossier's.
pub fn of(context: &TextContext<'_>, prose: &Prose, lang: Option<&Lang>) -> Vec<Paragraph> {
    let mut writer = Writer {
        context,
        footnotes: &prose.footnotes,
        lang: lang.cloned(),
        paragraphs: Vec::new(),
    };
    writer.blocks(&prose.blocks, ParagraphKind::Plain);
    writer.paragraphs
}

/// The words of a line of `prose`, with its marks.
#[cfg(feature = "pdf")]
pub fn runs(context: &TextContext<'_>, prose: &Prose, line: &[Inline]) -> Vec<Run> {
    let writer =
        Writer { context, footnotes: &prose.footnotes, lang: None, paragraphs: Vec::new() };
    let mut runs = Vec::new();
    writer.inlines(line, &Marks::default(), &mut runs);
    runs
}

/// A paragraph of plain words.
pub fn plain(words: impl Into<String>) -> Paragraph {
    let run = Run { text: words.into(), ..Run::default() };
    Paragraph { kind: ParagraphKind::Plain, runs: vec![run], lang: None }
}

struct Writer<'w, 'a> {
    context: &'w TextContext<'a>,
    footnotes: &'w [Footnote],
    lang: Option<Lang>,
    paragraphs: Vec<Paragraph>,
}

/// The marks and the link that surround a piece of text.
#[derive(Clone, Default)]
struct Marks {
    strong: bool,
    emphasis: bool,
    link: Option<String>,
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
            Block::Code(code) => self.push(kind, vec![text(code.trim_end(), &Marks::default())]),
            Block::Table { head, rows, .. } => {
                self.row(head, &strong);
                for row in rows {
                    self.row(row, &Marks::default());
                }
            }
            Block::Rule | Block::Place(_) => {}
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

    fn inlines(&self, content: &[Inline], marks: &Marks, runs: &mut Vec<Run>) {
        for inline in content {
            match inline {
                Inline::Text(words) | Inline::Code(words) => add(runs, words, marks),
                Inline::Value(value) => add(runs, &self.context.value(&value.value), marks),
                Inline::SoftBreak | Inline::HardBreak => add(runs, " ", marks),
                Inline::Image { alternative, .. } => add(runs, alternative, marks),
                Inline::Emphasis(inner) => {
                    self.inlines(inner, &Marks { emphasis: true, ..marks.clone() }, runs);
                }
                Inline::Strong(inner) => {
                    self.inlines(inner, &Marks { strong: true, ..marks.clone() }, runs);
                }
                Inline::Link { target, content, .. } => {
                    let link = self.address(target);
                    self.inlines(content, &Marks { link, ..marks.clone() }, runs);
                }
                Inline::FootnoteCall(label) => self.note(label, marks, runs),
            }
        }
    }

    /// A note stands where it is called, in parentheses: a file has no end of page to send to.
    fn note(&self, label: &str, marks: &Marks, runs: &mut Vec<Run>) {
        let Some(note) = self.footnotes.iter().find(|note| note.label == label) else { return };
        // Without its own notes: one that calls itself would not end.
        let mut inner =
            Writer { context: self.context, footnotes: &[], lang: None, paragraphs: Vec::new() };
        inner.blocks(&note.blocks, ParagraphKind::Plain);
        add(runs, " (", marks);
        for (rank, paragraph) in inner.paragraphs.into_iter().enumerate() {
            if rank > 0 {
                add(runs, " ", marks);
            }
            runs.extend(paragraph.runs);
        }
        add(runs, ")", marks);
    }

    /// Where a link leads: a section is on the page of the call.
    fn address(&self, target: &Target) -> Option<String> {
        let page = &self.context.page;
        let lang = &page.words.lang;
        match target {
            Target::Anchor(id) => {
                let call = page.call?;
                let to = Address::call(lang, &call.region.slug, &call.call.slug);
                Some(format!("{}#{id}", page.link(&to)))
            }
            Target::Page(name) | Target::Region(name) => {
                Some(page.link(&Address::page(lang, name)))
            }
            Target::Document(name) => Some(self.context.document(name)),
            Target::External(address) => Some(address.clone()),
            Target::Value(value) => {
                Some(self.context.value(value)).filter(|address| web::host(address).is_some())
            }
        }
    }
}

fn text(words: &str, marks: &Marks) -> Run {
    let Marks { strong, emphasis, link } = marks.clone();
    Run { text: words.to_owned(), strong, emphasis, link }
}

/// Adds words to the last run, where nothing distinguishes them.
fn add(runs: &mut Vec<Run>, words: &str, marks: &Marks) {
    let run = text(words, marks);
    match runs.last_mut() {
        Some(last)
            if last.strong == run.strong
                && last.emphasis == run.emphasis
                && last.link == run.link =>
        {
            last.text.push_str(words);
        }
        _ => runs.push(run),
    }
}
