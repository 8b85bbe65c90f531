//! What of a text is published as it was typed.
//!
//! A copy of the same length, in which marks that worked, code, addresses and escapes are hidden: a mark that is still
//! seen there is a mark that did not work, and it is where its author typed it.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

/// Stands for each byte of what is not plain text.
pub const HIDDEN: u8 = 0;

/// A run of text without blocks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf {
    pub kind: LeafKind,
    pub range: Range<usize>,
}

/// What holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeafKind {
    Paragraph,
    /// Right after the mark of an item.
    Item,
    Heading,
    Cell,
}

/// The copy, and where its runs are.
pub struct Plain {
    pub text: String,
    pub leaves: Vec<Leaf>,
    /// Some line opens a box, `::: note`: those that close one are told with it.
    pub boxes: bool,
}

/// Reads what the parser left as text.
pub fn plain(text: &str, events: &[(Event<'_>, Range<usize>)]) -> Plain {
    let mut reader = Reader {
        text,
        seen: vec![HIDDEN; text.len()],
        leaves: Vec::new(),
        open: None,
        next: LeafKind::Paragraph,
        code: false,
        address: false,
    };
    for (event, range) in events {
        reader.event(event, range);
    }
    reader.close();
    let seen = String::from_utf8(reader.seen).expect("whole pieces of the text, and zeroes");
    let opens = |line: &str| line.starts_with(":::") && !line.ends_with(':');
    let boxes = seen.lines().any(|line| opens(line.trim()));
    Plain { text: seen, leaves: reader.leaves, boxes }
}

struct Reader<'t> {
    text: &'t str,
    seen: Vec<u8>,
    leaves: Vec<Leaf>,
    open: Option<Leaf>,
    /// What a run that starts now would be in.
    next: LeafKind,
    code: bool,
    /// In the words of `<https://…>`.
    address: bool,
}

impl Reader<'_> {
    fn event(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Text(_) if self.code => {}
            Event::Text(words) => {
                self.extend(range);
                if self.text[range.clone()] == **words && !self.address {
                    self.show(range);
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                self.extend(range);
                self.seen[range.end - 1] = b'\n';
            }
            Event::Start(Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. }) => {
                self.address = true;
                self.extend(range);
            }
            Event::End(TagEnd::Link) => self.address = false,
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. })
            | Event::Code(_)
            | Event::InlineHtml(_)
            | Event::FootnoteReference(_) => self.extend(range),
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Image) => {}
            other => {
                self.close();
                self.block(other);
            }
        }
    }

    fn block(&mut self, event: &Event<'_>) {
        self.code = matches!(event, Event::Start(Tag::CodeBlock(_)));
        self.next = match event {
            Event::Start(Tag::Heading { .. }) => LeafKind::Heading,
            Event::Start(Tag::TableCell) => LeafKind::Cell,
            Event::Start(Tag::Item) => LeafKind::Item,
            Event::Start(Tag::Paragraph) if self.next == LeafKind::Item => LeafKind::Item,
            _ => LeafKind::Paragraph,
        };
    }

    fn extend(&mut self, range: &Range<usize>) {
        let kind = self.next;
        let leaf = self.open.get_or_insert_with(|| Leaf { kind, range: range.clone() });
        leaf.range.end = leaf.range.end.max(range.end);
    }

    /// Shows the text of `range`, but for the letter that a backslash escapes.
    fn show(&mut self, range: &Range<usize>) {
        let words = &self.text[range.clone()];
        let escaped = self.text[..range.start].ends_with('\\');
        let first = words.chars().next().filter(|_| escaped).map_or(0, char::len_utf8);
        let shown = range.start + first..range.end;
        self.seen[shown.clone()].copy_from_slice(&self.text.as_bytes()[shown]);
    }

    fn close(&mut self) {
        self.leaves.extend(self.open.take());
    }
}
