//! Markdown becomes [`Prose`], or a list of headed parts.
//!
//! `CommonMark` with tables and footnotes, heading attributes in a canvas, and `{{ names }}` in text. Raw HTML
//! is refused everywhere: it could not be rendered in a document, and a region's text is not trusted.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{
    Alignment as CellAlignment, BlockQuoteKind, CowStr, Event, HeadingLevel, LinkType, Options,
    Parser, Tag, TagEnd,
};

use super::located::Located;
use super::notes::{self, Notes, WrittenCall};
use super::typography::typeset;
use super::{bare, invisible, links, marks, mentions, notices};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::id::Lang;
use crate::model::mention::Mention;
use crate::model::prose::{
    Alignment, Block, Footnote, Inline, Inlines, Prose, each_inline, plain_text,
};
use crate::model::source::{Span, Spanned};
use crate::model::value::{Fixed, Place, Value};

/// Quotes in lists in quotes: no honest text goes this deep.
const DEEPEST: usize = 24;

/// Where a text stands, which decides what it may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// A call's text: sections, values and blocks.
    Canvas,
    /// A page's text: a title, values of the site.
    Page,
    /// A text in a YAML file.
    Regional,
}

/// A block, or a heading with what it declares.
pub enum Part {
    Block(Block),
    Heading(Heading),
}

/// A heading at the top level of a file.
pub struct Heading {
    pub level: u8,
    pub content: Inlines,
    pub id: Option<String>,
    pub classes: Vec<String>,
    pub span: Span,
    /// Where the text after the heading starts, in bytes of the file.
    pub end: usize,
}

impl Heading {
    /// The heading as a part of a text.
    pub fn into_block(self) -> Block {
        let Self { level, content, span, .. } = self;
        Block::Heading { level, id: None, content, span }
    }
}

/// A whole file, read.
pub struct Document {
    pub parts: Vec<Part>,
    pub notes: Arc<[Footnote]>,
    pub mentions: Vec<Mention>,
}

/// Reads a text without sections.
pub fn prose(diagnostics: &mut Diagnostics, text: Located<'_>, lang: &Lang) -> Prose {
    let document = document(diagnostics, text, lang, Setting::Regional);
    body(document)
}

/// Joins the parts of a text without sections, whose headings have no name of their own.
pub fn body(document: Document) -> Prose {
    let blocks = document.parts.into_iter().map(|part| match part {
        Part::Block(block) => block,
        Part::Heading(heading) => heading.into_block(),
    });
    let own_notes = (0..document.notes.len()).collect();
    let (blocks, mentions) = (blocks.collect(), document.mentions);
    Prose { blocks, notes: document.notes, own_notes, mentions }
}

/// Whether a heading ends with the identifier or the class of a section, which it cannot have here.
fn is_named(content: &[Inline]) -> bool {
    let words = plain_text(content);
    let braces = words.strip_suffix('}').and_then(|words| words.rsplit_once('{'));
    braces.is_some_and(|(_, inside)| inside.starts_with(['#', '.']))
}

/// Reads a whole file, its headings apart.
pub fn document(
    diagnostics: &mut Diagnostics,
    text: Located<'_>,
    lang: &Lang,
    setting: Setting,
) -> Document {
    if let Some(range) = invisible::refused(text.text) {
        let sign = text.text[range.clone()].chars().next().unwrap_or_default();
        diagnostics.push(invisible::named(sign, text.at(range), "texte"));
    }
    let visible = invisible::rewritten(text.text);
    let text = match &visible {
        Some(written) => text.rewritten(written),
        None => text,
    };
    let lists = marks::lists(diagnostics, &text);
    let text = match &lists {
        Some(written) => text.rewritten(written),
        None => text,
    };
    let mentions = mentions::of(&text, lang);
    let mut options = marks::OPTIONS;
    // Elsewhere braces at the end of a heading are words like any other.
    options.set(Options::ENABLE_HEADING_ATTRIBUTES, setting == Setting::Canvas);
    let parser = Parser::new_ext(text.text, options);
    let definitions = parser.reference_definitions().iter();
    let definitions: Vec<_> =
        definitions.map(|(label, link)| (label.to_owned(), link.span.clone())).collect();
    let events: Vec<_> = parser.into_offset_iter().collect();
    let in_documents = setting != Setting::Page;
    let sections = setting == Setting::Canvas;
    let (events_seen, definitions) = (&events[..], &definitions[..]);
    let parsed = marks::Parsed { events: events_seen, definitions, in_documents, sections };
    marks::check(diagnostics, &text, &parsed);
    let mut walker =
        Walker { diagnostics, text, lang, setting, notes: Notes::default(), unread: 0..0 };
    let mut stack = vec![Frame::new(Tag::Paragraph, 0..0)];
    for (event, range) in events {
        if stack.len() > DEEPEST {
            let place = walker.text.at(range.start..range.start);
            walker.diagnostics.push(Diagnostic::new(Code::TooDeep, place));
            return Document { parts: Vec::new(), notes: Arc::default(), mentions };
        }
        walker.event(&mut stack, event, range);
    }
    let parts = stack.pop().map(|root| root.parts).unwrap_or_default();
    let notes = walker.notes.finish(walker.diagnostics, walker.text.span());
    Document { parts, notes, mentions }
}

/// An element whose end has not come yet.
struct Frame<'t> {
    tag: Tag<'t>,
    range: Range<usize>,
    /// Text not yet typeset: runs are joined, since a name may be cut by the parser.
    pending: String,
    pending_start: usize,
    /// Inside a link, an image or a heading: an address in it is no link.
    unlinkable: bool,
    /// Of a passage in another language than the text's.
    lang: Option<Lang>,
    inlines: Inlines,
    parts: Vec<Part>,
    items: Vec<Vec<Block>>,
    cells: Vec<Inlines>,
    rows: Vec<Vec<Inlines>>,
}

impl<'t> Frame<'t> {
    fn new(tag: Tag<'t>, range: Range<usize>) -> Self {
        Self {
            tag,
            range,
            pending: String::new(),
            pending_start: 0,
            unlinkable: false,
            lang: None,
            inlines: Vec::new(),
            parts: Vec::new(),
            items: Vec::new(),
            cells: Vec::new(),
            rows: Vec::new(),
        }
    }

    fn blocks(self) -> Vec<Block> {
        let blocks = self.parts.into_iter().map(|part| match part {
            Part::Block(block) => block,
            Part::Heading(heading) => heading.into_block(),
        });
        blocks.collect()
    }
}

struct Walker<'d, 't> {
    diagnostics: &'d mut Diagnostics,
    text: Located<'t>,
    lang: &'d Lang,
    setting: Setting,
    notes: Notes,
    /// The last call that the parser left among the words: what it holds is no text.
    unread: Range<usize>,
}

impl<'t> Walker<'_, 't> {
    fn event(&mut self, stack: &mut Vec<Frame<'t>>, event: Event<'t>, range: Range<usize>) {
        if self.unread.start < range.start && range.start < self.unread.end {
            return;
        }
        let in_link = stack.iter().rev().find_map(|frame| match frame.tag {
            Tag::Link { .. } if !links::is_passage(&frame.tag) => Some("lien"),
            Tag::Image { .. } => Some("image"),
            _ => None,
        });
        let Some(top) = stack.last_mut() else { return };
        match event {
            Event::Text(text) => {
                if top.pending.is_empty() {
                    top.pending_start = range.start;
                }
                top.pending.push_str(&text);
                if text.ends_with('[') && !matches!(top.tag, Tag::CodeBlock(_)) {
                    self.unread_call(top, range, in_link);
                }
                return;
            }
            Event::End(_) => {}
            _ => {
                if is_mark(&event) {
                    self.cut_address(top, range.start);
                }
                self.flush(top);
            }
        }
        match event {
            Event::Start(tag) => {
                // The text of a tight item is not in a paragraph: it ends where a block starts.
                if is_block(&tag) {
                    close_plain(top);
                }
                if let Tag::FootnoteDefinition(label) = &tag {
                    self.notes.open(label);
                }
                let unlinkable = top.unlinkable || is_unlinkable(&tag);
                let lang = links::language(&tag).or_else(|| top.lang.clone());
                stack.push(Frame { unlinkable, lang, ..Frame::new(tag, range) });
            }
            Event::End(end) => self.end(stack, end),
            Event::Code(code) => top.inlines.push(Inline::Code(code.into_string())),
            Event::FootnoteReference(label) => {
                self.call(top, WrittenCall { label: &label, range }, in_link);
            }
            Event::SoftBreak => top.inlines.push(Inline::SoftBreak),
            Event::HardBreak => top.inlines.push(Inline::HardBreak),
            Event::Rule => {
                close_plain(top);
                top.parts.push(Part::Block(Block::Rule));
            }
            // HTML is refused by `marks`; the other extensions are not enabled.
            _ => {}
        }
    }

    /// Reads the call of a note that is not defined: for the parser, its bracket was a word.
    fn unread_call(
        &mut self,
        top: &mut Frame<'t>,
        bracket: Range<usize>,
        in_link: Option<&'static str>,
    ) {
        let source = self.text.text;
        let Some(call) = notes::unread_call(source, bracket) else { return };
        top.pending.pop();
        self.flush(top);
        self.unread = call.range.clone();
        self.call(top, call, in_link);
    }

    fn call(
        &mut self,
        top: &mut Frame<'t>,
        WrittenCall { label, range }: WrittenCall<'_>,
        in_link: Option<&'static str>,
    ) {
        let span = self.text.at(range.clone());
        let in_link =
            in_link.or_else(|| notes::breaks_link(self.text.text, range.end).then_some("lien"));
        let rank = self.notes.call(label, span, notes::before_colon(self.text.text, range));
        match in_link {
            Some(place) => self.diagnostics.push(notes::misplaced(span, place)),
            None => top.inlines.push(Inline::FootnoteCall(Spanned::new(rank, span))),
        }
    }

    fn end(&mut self, stack: &mut Vec<Frame<'t>>, end: TagEnd) {
        let Some(mut frame) = stack.pop() else { return };
        self.flush(&mut frame);
        let Some(parent) = stack.last_mut() else {
            return;
        };
        let inlines = std::mem::take(&mut frame.inlines);
        match end {
            TagEnd::Paragraph => {
                let block = self.paragraph(inlines, stack.len() == 1);
                if let Some(parent) = stack.last_mut() {
                    parent.parts.push(Part::Block(block));
                }
            }
            TagEnd::Heading(_) => {
                let heading = self.heading(frame, inlines);
                let in_note =
                    stack.iter().any(|frame| matches!(frame.tag, Tag::FootnoteDefinition(_)));
                self.check_heading(&heading, stack.len() > 1, in_note);
                let stands = self.stands(&heading);
                if let Some(parent) = stack.last_mut().filter(|_| stands) {
                    parent.parts.push(Part::Heading(heading));
                }
            }
            TagEnd::Item => {
                frame.inlines = inlines;
                close_plain(&mut frame);
                parent.items.push(frame.blocks());
            }
            TagEnd::List(_) => {
                let Tag::List(start) = frame.tag else { return };
                parent.parts.push(Part::Block(Block::List { start, items: frame.items }));
            }
            TagEnd::BlockQuote(kind) => {
                parent.parts.push(Part::Block(self.quote(frame, kind)));
            }
            TagEnd::CodeBlock => {
                let code = inlines.into_iter().map(|inline| match inline {
                    Inline::Text(text) => text,
                    _ => String::new(),
                });
                parent.parts.push(Part::Block(Block::Code(code.collect())));
            }
            TagEnd::FootnoteDefinition => self.note(frame),
            TagEnd::TableCell => parent.cells.push(inlines),
            TagEnd::TableHead | TagEnd::TableRow => parent.rows.push(frame.cells),
            TagEnd::Table => parent.parts.extend(table(frame).map(Part::Block)),
            TagEnd::Emphasis => parent.inlines.push(Inline::Emphasis(inlines)),
            TagEnd::Strong => parent.inlines.push(Inline::Strong(inlines)),
            TagEnd::Link => {
                let span = self.text.at(frame.range);
                parent.inlines.push(links::link(self.diagnostics, frame.tag, span, inlines));
            }
            TagEnd::Image => {
                let span = self.text.at(frame.range);
                parent.inlines.push(links::image(self.diagnostics, &frame.tag, span, &inlines));
            }
            _ => {}
        }
    }

    /// A heading without words is nothing, unless something depends on it.
    fn stands(&self, heading: &Heading) -> bool {
        heading.id.is_some()
            || (heading.level == 1 && self.setting == Setting::Page)
            || !is_silent(&heading.content)
    }

    /// A quotation or a notice, of which the first line is shown.
    fn quote(&mut self, frame: Frame<'t>, kind: Option<BlockQuoteKind>) -> Block {
        let first_line = self.text.text[frame.range.clone()].find('\n');
        let end = first_line.map_or(frame.range.end, |length| frame.range.start + length);
        let span = self.text.at(frame.range.start..end);
        notices::quote(self.diagnostics, kind, frame.blocks(), span)
    }

    /// The definition of a note, of which the label is shown.
    fn note(&mut self, frame: Frame<'t>) {
        let start = frame.range.start;
        let label = self.text.text[start..].find("]:").map_or(0, |end| end + 2);
        let place = self.text.at(start..start + label);
        self.notes.close(self.diagnostics, place, frame.blocks());
    }

    /// A paragraph that is one name alone is a place for a block.
    fn paragraph(&self, inlines: Inlines, top_level: bool) -> Block {
        let allowed = self.setting == Setting::Canvas && top_level;
        let named = |inline: &Inline| match inline {
            Inline::Value(value) => match &value.value {
                Value::Parameter(name) => Place::named(name).map(|p| Spanned::new(p, value.span)),
                _ => None,
            },
            _ => None,
        };
        match &inlines[..] {
            [only] if allowed => named(only).map_or(Block::Paragraph(inlines), Block::Place),
            _ => Block::Paragraph(inlines),
        }
    }

    fn heading(&mut self, frame: Frame<'t>, content: Inlines) -> Heading {
        let end = self.text.original(frame.range.end);
        let span = self.text.at(frame.range.start..frame.range.end);
        let trimmed = self.text.text[frame.range.clone()].trim_end().len();
        let span = Span { end: span.start + u32::try_from(trimmed).unwrap_or(0), ..span };
        let Tag::Heading { level, id, classes, .. } = frame.tag else {
            return Heading { level: 2, content, id: None, classes: Vec::new(), span, end };
        };
        let level = match level {
            HeadingLevel::H1 => 1,
            HeadingLevel::H2 => 2,
            HeadingLevel::H3 => 3,
            HeadingLevel::H4 => 4,
            HeadingLevel::H5 => 5,
            HeadingLevel::H6 => 6,
        };
        let classes = classes.into_iter().map(CowStr::into_string).collect();
        Heading { level, content, id: id.map(CowStr::into_string), classes, span, end }
    }

    /// Says what is wrong with a heading wherever its text is put.
    fn check_heading(&mut self, heading: &Heading, inside: bool, in_note: bool) {
        let of_canvas = self.setting == Setting::Canvas && !inside;
        if is_silent(&heading.content) {
            self.diagnostics.push(Diagnostic::new(Code::EmptyHeading, heading.span));
        } else if in_note {
            self.diagnostics.push(forbidden(heading.span, "note"));
        } else if !of_canvas && (heading.id.is_some() || is_named(&heading.content)) {
            self.diagnostics.push(forbidden(heading.span, "identifiant"));
        }
    }

    /// Typesets the text gathered so far and takes the names out of it.
    fn flush(&mut self, frame: &mut Frame<'t>) {
        if frame.pending.is_empty() {
            return;
        }
        let mut pending = std::mem::take(&mut frame.pending);
        if let Some(range) = invisible::refused(&pending) {
            // Of the text itself, this has been said: it was an entity.
            let sign = pending[range].chars().next().unwrap_or_default();
            let place = self.text.at(frame.pending_start..frame.pending_start);
            self.diagnostics.push(invisible::named(sign, place, "texte"));
        }
        if let Cow::Owned(seen) = invisible::seen(&pending) {
            pending = seen;
        }
        if matches!(frame.tag, Tag::CodeBlock(_)) {
            frame.inlines.push(Inline::Text(pending));
            return;
        }
        let mut rest = &pending[..];
        let mut done = 0;
        while let Some(open) = rest.find("{{") {
            let Some(length) = rest[open..].find("}}").map(|i| i + 2) else {
                break;
            };
            let name = rest[open + 2..open + length - 2].trim();
            let start = frame.pending_start + done + open;
            let span = self.text.at(start..start + length);
            let start_of_run = frame.pending_start + done;
            let run = Run { text: &rest[..open], start: start_of_run, before_value: true };
            self.push_text(frame, &run);
            match Value::named(name) {
                Some(value) => frame.inlines.push(Inline::Value(Spanned::new(value, span))),
                None => {
                    let known = Fixed::ALL.iter().map(|(name, _)| *name);
                    let unknown = Diagnostic::new(Code::UnknownValue, span)
                        .with("nom", name)
                        .with("ailleurs", "");
                    self.diagnostics.push(unknown.nearest(name, known));
                }
            }
            rest = &rest[open + length..];
            done += open + length;
        }
        let run = Run { text: rest, start: frame.pending_start + done, before_value: false };
        self.push_text(frame, &run);
    }

    /// Says when a mark starts inside an address: what follows would be lost to the link.
    fn cut_address(&mut self, frame: &Frame<'t>, end: usize) {
        let text = &frame.pending;
        let mut found =
            std::iter::successors(bare::next(text, 0), |b| bare::next(text, b.range.end));
        let Some(last) = found.find(|found| found.range.end == text.len()) else { return };
        let start = end.saturating_sub(last.range.len());
        let source = self.text.text.get(start..).unwrap_or_default();
        // As it would be read between angle brackets: without the comma that follows it.
        let length = bare::next(source, 0).map_or(0, |whole| whole.range.end);
        if !frame.unlinkable {
            let span = self.text.at(start..start + length);
            self.diagnostics.push(links::cut(&source[..length], span));
        }
    }

    /// Typesets a text, and makes links of the addresses in it; one that a value would end is none.
    fn push_text(&mut self, frame: &mut Frame<'t>, run: &Run<'_>) {
        let Run { text, start, before_value } = *run;
        if is_autolink(&frame.tag) {
            return frame.inlines.extend(verbatim(text));
        }
        let lang = frame.lang.as_ref().unwrap_or(self.lang);
        let typeset = |text: &str| verbatim(&typeset(text, lang));
        let next = |from| bare::next(text, from).filter(|_| !frame.unlinkable);
        let mut done = 0;
        while let Some(found) =
            next(done).filter(|found| !before_value || found.range.end < text.len())
        {
            let range = found.range;
            frame.inlines.extend(typeset(&text[done..range.start]));
            let span = self.text.at(start + range.start..start + range.end);
            let words = &text[range.clone()];
            frame.inlines.push(links::bare(self.diagnostics, &found.address, span, words));
            done = range.end;
        }
        frame.inlines.extend(typeset(&text[done..]));
    }
}

/// Words between two values.
struct Run<'r> {
    text: &'r str,
    /// Where it starts in the text as it is read.
    start: usize,
    before_value: bool,
}

fn verbatim(text: &str) -> Option<Inline> {
    (!text.is_empty()).then(|| Inline::Text(text.to_owned()))
}

fn is_unlinkable(tag: &Tag<'_>) -> bool {
    !links::is_passage(tag)
        && matches!(tag, Tag::Link { .. } | Tag::Image { .. } | Tag::Heading { .. })
}

/// Whether what starts formats words.
fn is_mark(event: &Event<'_>) -> bool {
    matches!(event, Event::Start(Tag::Emphasis | Tag::Strong) | Event::Code(_))
}

/// Whether an address between angle brackets is its own words.
fn is_autolink(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. })
}

fn forbidden(span: Span, reason: &'static str) -> Diagnostic {
    Diagnostic::new(Code::ForbiddenHeading, span).with("raison", reason)
}

/// Whether a line gives a reader nothing.
fn is_silent(line: &Inlines) -> bool {
    let mut silent = true;
    each_inline(line, &mut |inline| match inline {
        Inline::Text(words) | Inline::Code(words) => silent &= words.trim().is_empty(),
        Inline::Image { .. } | Inline::Value(_) => silent = false,
        _ => {}
    });
    silent
}

fn is_block(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::BlockQuote(_)
            | Tag::CodeBlock(_)
            | Tag::HtmlBlock
            | Tag::List(_)
            | Tag::FootnoteDefinition(_)
            | Tag::Table(_)
    )
}

fn close_plain(frame: &mut Frame<'_>) {
    if !frame.inlines.is_empty() {
        let inlines = std::mem::take(&mut frame.inlines);
        frame.parts.push(Part::Block(Block::Plain(inlines)));
    }
}

fn table(frame: Frame<'_>) -> Option<Block> {
    let Tag::Table(alignments) = frame.tag else {
        return None;
    };
    let alignments = alignments.into_iter().map(|alignment| match alignment {
        CellAlignment::Center => Alignment::Center,
        CellAlignment::Right => Alignment::End,
        CellAlignment::Left | CellAlignment::None => Alignment::Start,
    });
    let mut rows = frame.rows.into_iter();
    let head = rows.next()?;
    Some(Block::Table { alignments: alignments.collect(), head, rows: rows.collect() })
}

#[cfg(test)]
mod tests;
