//! [`Text`] becomes HTML. The only place that writes markup by hand, and the only one that escapes for it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::sync::Arc;

use crate::model::abbreviation::Abbreviations;
use crate::model::address::Links;
use crate::model::id::Lang;
use crate::model::ordinal;
use crate::model::prose::{Alignment, NoticeKind};
use crate::model::theme::Classes;
use crate::model::told::notes::{NoteCall, NoteNumbers};
use crate::model::told::text::{Block, Inline, Line, Link, Note, Text};
use crate::words::{Arg, Words};

/// What markup needs besides the words of a text.
#[derive(Clone, Copy)]
pub struct Markup<'a> {
    /// Of the page that the text is on.
    pub lang: &'a Lang,
    pub links: Links<'a>,
    /// Of every language of the site.
    pub words: &'a BTreeMap<Lang, Arc<Words>>,
    pub abbreviations: &'a Abbreviations,
    /// Of the theme.
    pub classes: &'a Classes,
}

/// Footnotes called so far on a page.
#[derive(Default)]
pub struct Footnotes {
    boxes: Boxes,
    /// What distinguishes their anchors from those of the other notes of the page.
    prefix: &'static str,
    numbers: NoteNumbers,
    written: Vec<Written>,
}

/// A note, without the links back to its calls.
struct Written {
    html: String,
    /// "Retour au texte", in the language of the note.
    back: String,
    lang: Option<String>,
}

impl Footnotes {
    /// Notes that have a list of their own on the page.
    pub fn apart(prefix: &'static str) -> Self {
        Self { prefix, ..Self::default() }
    }

    /// The list of notes, or nothing.
    pub fn html(&self) -> String {
        if self.written.is_empty() {
            return String::new();
        }
        let mut list = "<ol>".to_owned();
        for (rank, (note, calls)) in self.written.iter().zip(self.numbers.calls()).enumerate() {
            self.item(&mut list, note, &NoteCall { number: rank + 1, time: *calls });
        }
        list + "</ol>"
    }

    /// A note, after whose words come links back to each of its calls, up to the last.
    fn item(&self, list: &mut String, written: &Written, latest: &NoteCall) {
        let NoteCall { number, time: calls } = *latest;
        let _ = write!(list, "<li id=\"{}note-{number}\"", self.prefix);
        if let Some(lang) = &written.lang {
            let _ = write!(list, " lang=\"{lang}\"");
        }
        let _ = write!(list, ">{}", written.html);
        for time in 1..=calls {
            let anchor = self.anchor(&NoteCall { number, time });
            let space = if time > 1 { " " } else { "" };
            let _ = write!(list, "{space}<a href=\"#{anchor}\">");
            escape(&written.back, list);
            if calls > 1 {
                let _ = write!(list, " ({time})");
            }
            list.push_str("</a>");
        }
        list.push_str("</li>\n");
    }

    /// The anchor of a call.
    fn anchor(&self, call: &NoteCall) -> String {
        let NoteCall { number, time } = call;
        let prefix = self.prefix;
        match time {
            1 => format!("{prefix}appel-note-{number}"),
            _ => format!("{prefix}appel-note-{number}-{time}"),
        }
    }
}

impl Markup<'_> {
    /// Writes a text.
    pub fn text(&self, text: &Text, notes: &mut Footnotes) -> String {
        let mut writer = Writer::new(self, text, notes);
        writer.blocks(&text.blocks);
        let html = std::mem::take(&mut writer.out);
        writer.called_notes();
        html
    }

    /// Writes a line of text, which calls no note.
    pub fn line(&self, line: &Line) -> String {
        let mut notes = Footnotes::default();
        let (lang, said) = (line.lang.clone(), BTreeSet::new());
        let mut writer = Writer {
            markup: self,
            source: (&[], &line.lang),
            notes: &mut notes,
            lang,
            known: None,
            said,
            out: String::new(),
        };
        writer.inlines(&line.content);
        writer.out
    }

    /// `lang`, when it is not the page's.
    fn foreign(&self, lang: &Lang) -> Option<String> {
        (lang != self.lang).then(|| lang.to_string())
    }
}

/// Writes words of `lang`, with what its typography raises.
pub fn words(text: &str, lang: &Lang, out: &mut String) {
    for piece in ordinal::pieces(text, lang) {
        let [open, close] = if piece.raised { ["<sup>", "</sup>"] } else { ["", ""] };
        out.push_str(open);
        escape(piece.text, out);
        out.push_str(close);
    }
}

/// Escapes text for HTML, inside or outside an attribute.
pub fn escape(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"']) {
        out.push_str(&rest[..at]);
        out.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            _ => "&quot;",
        });
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
}

/// Boxes that scroll on a page, each named by its number.
#[derive(Default)]
struct Boxes {
    tables: usize,
    codes: usize,
}

struct Writer<'w, 'a> {
    markup: &'w Markup<'a>,
    /// The notes of the source, and its language.
    source: (&'w [Note], &'w Lang),
    notes: &'w mut Footnotes,
    /// That of the words being written.
    lang: Lang,
    /// None in a title, which is also an entry of the contents.
    known: Option<&'a Abbreviations>,
    /// The abbreviations of which the text has said what they stand for.
    said: BTreeSet<&'a str>,
    out: String,
}

impl<'w, 'a> Writer<'w, 'a> {
    fn new(markup: &'w Markup<'a>, text: &'w Text, notes: &'w mut Footnotes) -> Self {
        Self {
            markup,
            source: (&text.notes, &text.lang),
            notes,
            lang: text.lang.clone(),
            known: Some(markup.abbreviations),
            said: BTreeSet::new(),
            out: String::new(),
        }
    }
}

impl Writer<'_, '_> {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(content) => {
                self.out.push_str("<p>");
                self.inlines(content);
                self.out.push_str("</p>\n");
            }
            Block::Plain(content) => self.inlines(content),
            Block::Heading { level, id, content } => {
                let _ = write!(self.out, "<h{level}");
                if let Some(id) = id {
                    self.out.push_str(" id=\"");
                    escape(id, &mut self.out);
                    self.out.push('"');
                }
                self.out.push('>');
                self.inlines(content);
                let _ = writeln!(self.out, "</h{level}>");
            }
            Block::List { start, items } => self.list(*start, items),
            Block::Quote(inner) => {
                self.out.push_str("<blockquote>\n");
                self.blocks(inner);
                self.out.push_str("</blockquote>\n");
            }
            Block::Notice { kind, label, blocks } => self.notice(*kind, label, blocks),
            Block::Code(code) => {
                self.notes.boxes.codes += 1;
                let scrolls = self.scrolls("scroll_code", self.notes.boxes.codes);
                let _ = write!(self.out, "<pre{scrolls}><code>");
                escape(code, &mut self.out);
                self.out.push_str("</code></pre>\n");
            }
            Block::Table { alignments, head, rows } => {
                self.notes.boxes.tables += 1;
                let scrolls = self.scrolls("scroll_table", self.notes.boxes.tables);
                let boxes =
                    if scrolls.is_empty() { 0 } else { self.boxes("table_boxes", &scrolls) };
                self.table(alignments, head, rows);
                self.out.push_str(&"</div>\n".repeat(boxes));
            }
            Block::Rule => self.out.push_str("<hr>\n"),
        }
    }

    /// The label says in words what the colour says.
    fn notice(&mut self, kind: NoticeKind, label: &str, blocks: &[Block]) {
        let classes = self.markup.classes;
        let own = ["callout".to_owned(), format!("callout_{}", kind.name())];
        let own: Vec<&str> = own.iter().filter_map(|name| classes.of(name)).collect();
        self.out.push_str("<div");
        self.class(&own.join(" "));
        self.out.push_str(" role=\"note\">\n<p");
        self.class(classes.of("callout_label").unwrap_or_default());
        self.out.push_str("><strong>");
        escape(label, &mut self.out);
        self.out.push_str("</strong></p>\n");
        self.blocks(blocks);
        self.out.push_str("</div>\n");
    }

    /// Opens the boxes around a component, of which the inner one has these attributes, and says how many there are.
    fn boxes(&mut self, component: &str, attributes: &str) -> usize {
        let classes = self.markup.classes;
        let count = classes.boxes(component).count();
        for (rank, class) in classes.boxes(component).enumerate() {
            self.out.push_str("<div");
            self.class(class);
            self.out.push_str(if rank + 1 == count { attributes } else { "" });
            self.out.push_str(">\n");
        }
        count
    }

    /// The attribute of an element that has classes.
    fn class(&mut self, classes: &str) {
        if !classes.is_empty() {
            self.out.push_str(" class=\"");
            escape(classes, &mut self.out);
            self.out.push('"');
        }
    }

    /// That of a component.
    fn class_of(&mut self, component: &str) {
        self.class(self.markup.classes.of(component).unwrap_or_default());
    }

    /// What makes an element scroll by itself and be reached by a keyboard; nothing away from the site's styles.
    fn scrolls(&self, name: &str, number: usize) -> String {
        if self.markup.links.site.is_some() {
            return String::new();
        }
        let name = self.words().say(name, &[("number", Arg::Text(&number.to_string()))]);
        let mut attributes = " role=\"region\" tabindex=\"0\" aria-label=\"".to_owned();
        escape(&name, &mut attributes);
        attributes + "\""
    }

    /// Those of the language of the text.
    fn words(&self) -> &Words {
        let Markup { words, lang, .. } = *self.markup;
        words.get(self.source.1).unwrap_or_else(|| &words[lang])
    }

    fn list(&mut self, start: Option<u64>, items: &[Vec<Block>]) {
        let tag = if start.is_some() { "ol" } else { "ul" };
        match start {
            Some(first) if first != 1 => {
                let _ = writeln!(self.out, "<ol start=\"{first}\">");
            }
            _ => {
                let _ = writeln!(self.out, "<{tag}>");
            }
        }
        for item in items {
            self.out.push_str("<li>");
            self.blocks(item);
            self.out.push_str("</li>\n");
        }
        let _ = writeln!(self.out, "</{tag}>");
    }

    fn table(&mut self, alignments: &[Alignment], head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) {
        self.out.push_str("<table");
        self.class_of("text_table");
        self.out.push_str(">\n<thead><tr>");
        self.cells("th", alignments, head);
        self.out.push_str("</tr></thead>\n<tbody>\n");
        for row in rows {
            self.out.push_str("<tr>");
            self.cells("td", alignments, row);
            self.out.push_str("</tr>\n");
        }
        self.out.push_str("</tbody>\n</table>\n");
    }

    fn cells(&mut self, tag: &str, alignments: &[Alignment], cells: &[Vec<Inline>]) {
        for (rank, cell) in cells.iter().enumerate() {
            let scope = if tag == "th" { " scope=\"col\"" } else { "" };
            let _ = write!(self.out, "<{tag}{scope}");
            match alignments.get(rank) {
                Some(Alignment::Center) => self.class_of("cell_center"),
                Some(Alignment::End) => self.class_of("cell_end"),
                _ => {}
            }
            self.out.push('>');
            self.inlines(cell);
            let _ = write!(self.out, "</{tag}>");
        }
    }

    fn inlines(&mut self, content: &[Inline]) {
        for inline in content {
            self.inline(inline);
        }
    }

    fn inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Text(text) => self.text(text),
            Inline::Code(code) => {
                self.out.push_str("<code>");
                escape(code, &mut self.out);
                self.out.push_str("</code>");
            }
            Inline::Emphasis(inner) => self.wrapped("em", inner),
            Inline::Strong(inner) => self.wrapped("strong", inner),
            Inline::Link { target, content } => self.link(target, content),
            Inline::Image { source, alternative } => {
                let source = self.address(source);
                self.out.push_str("<img src=\"");
                escape(&source, &mut self.out);
                self.out.push_str("\" alt=\"");
                escape(alternative, &mut self.out);
                self.out.push_str("\">");
            }
            Inline::Foreign { lang, content } => self.foreign(lang, content),
            Inline::NoteCall(rank) => self.note_call(*rank),
            Inline::SoftBreak => self.out.push('\n'),
            Inline::HardBreak => self.out.push_str("<br>\n"),
        }
    }

    /// Words, with what the first of each abbreviation stands for.
    fn text(&mut self, text: &str) {
        let mut done = 0;
        while let Some(found) = self.known.and_then(|known| known.next(text, done, &self.lang)) {
            let first = self.said.insert(found.short);
            let before = if first { found.range.start } else { found.range.end };
            words(&text[done..before], &self.lang, &mut self.out);
            if first {
                self.out.push_str("<abbr title=\"");
                escape(found.whole, &mut self.out);
                self.out.push_str("\">");
                escape(found.short, &mut self.out);
                self.out.push_str("</abbr>");
            }
            done = found.range.end;
        }
        words(&text[done..], &self.lang, &mut self.out);
    }

    /// Words in another language say so, and their direction where it changes.
    fn foreign(&mut self, lang: &Lang, content: &[Inline]) {
        let _ = write!(self.out, "<span lang=\"{lang}\"");
        if lang.is_right_to_left() != self.lang.is_right_to_left() {
            let direction = if lang.is_right_to_left() { "rtl" } else { "ltr" };
            let _ = write!(self.out, " dir=\"{direction}\"");
        }
        self.out.push('>');
        let outside = std::mem::replace(&mut self.lang, lang.clone());
        self.inlines(content);
        self.lang = outside;
        self.out.push_str("</span>");
    }

    fn wrapped(&mut self, tag: &str, inner: &[Inline]) {
        let _ = write!(self.out, "<{tag}>");
        self.inlines(inner);
        let _ = write!(self.out, "</{tag}>");
    }

    fn address(&self, target: &Link) -> String {
        match target {
            Link::Section(id) => self.markup.links.section(id),
            Link::Inside(address) => self.markup.links.to(address),
            Link::Away(address) | Link::Nowhere(address) => address.clone(),
        }
    }

    fn link(&mut self, target: &Link, content: &[Inline]) {
        let href = self.address(target);
        self.out.push_str("<a");
        if is_bare(&href, content) {
            // What is printed after links would be said twice.
            self.class_of("bare_link");
        }
        self.out.push_str(" href=\"");
        escape(&href, &mut self.out);
        self.out.push_str("\">");
        self.inlines(content);
        self.out.push_str("</a>");
    }

    fn note_call(&mut self, rank: usize) {
        let Some(call) = self.notes.numbers.call(self.source.0, rank) else { return };
        let (prefix, anchor) = (self.notes.prefix, self.notes.anchor(&call));
        let number = call.number;
        let _ = write!(
            self.out,
            "<sup><a href=\"#{prefix}note-{number}\" id=\"{anchor}\">{number}</a></sup>"
        );
    }

    /// Writes the notes that this text is the first to call.
    fn called_notes(&mut self) {
        let (notes, lang) = self.source;
        while let Some((_, note)) = self.notes.numbers.next(notes) {
            self.blocks(&note.blocks);
            self.notes.written.push(Written {
                html: std::mem::take(&mut self.out),
                back: self.words().say("back_to_text", &[]),
                lang: self.markup.foreign(lang),
            });
        }
    }
}

/// Whether a link of the web says its own address.
fn is_bare(href: &str, content: &[Inline]) -> bool {
    let [Inline::Text(words)] = content else { return false };
    href.starts_with("http") && (href == words || href.strip_prefix("https://") == Some(words))
}
