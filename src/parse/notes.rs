//! Footnotes: labels become ranks while a text is read, then what is wrong with them is said.
//!
//! A note is one thing wherever it is called, so that writing a text costs what the text weighs. A call of a note that
//! is not defined is a call all the same: the parser leaves it among the words, where nobody would see it fail.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::composed::composed;
use crate::model::prose::{Block, Footnote, Inline, Inlines, NoteId, each_inline, each_inline_of};
use crate::model::source::Span;

/// The longest label (`CommonMark`, "link label").
const LONGEST: usize = 999;

/// The notes of a text, and their calls, while it is read.
#[derive(Default)]
pub struct Notes {
    ranks: BTreeMap<String, usize>,
    drafts: Vec<Draft>,
    calls: Vec<Call>,
    /// The notes that are being read, the innermost last.
    open: Vec<usize>,
}

/// A note that was called or defined.
struct Draft {
    label: String,
    definition: Option<(Span, Vec<Block>)>,
    called: bool,
}

/// A call, from the text or from a note.
struct Call {
    from: Option<usize>,
    to: usize,
    span: Span,
    /// What follows makes it look like a definition: `[^1] : …`.
    before_colon: bool,
}

impl Notes {
    /// The rank of the note called `label`.
    pub fn call(&mut self, label: &str, span: Span, before_colon: bool) -> usize {
        let to = self.rank(label);
        self.drafts[to].called = true;
        self.calls.push(Call { from: self.open.last().copied(), to, span, before_colon });
        to
    }

    /// A definition starts.
    pub fn open(&mut self, label: &str) {
        let rank = self.rank(label);
        self.open.push(rank);
    }

    /// The innermost definition, which stands at `span`, ends.
    pub fn close(&mut self, diagnostics: &mut Diagnostics, span: Span, blocks: Vec<Block>) {
        let Some(rank) = self.open.pop() else { return };
        let draft = &mut self.drafts[rank];
        match &draft.definition {
            Some((first, _)) => {
                let double = Diagnostic::new(Code::DuplicateNote, span).and(*first);
                diagnostics.push(double.with("note", &draft.label));
            }
            None => draft.definition = Some((span, blocks)),
        }
    }

    /// Says what is wrong. `text` is the place of the whole text.
    pub fn finish(self, diagnostics: &mut Diagnostics, text: Span) -> Arc<[Footnote]> {
        self.say_undefined(diagnostics);
        self.say_circular(diagnostics);
        for draft in &self.drafts {
            let Some((span, blocks)) = &draft.definition else { continue };
            let wrong = match (draft.called, blocks.is_empty()) {
                (false, _) => Diagnostic::new(Code::UncalledNote, *span),
                (true, true) => Diagnostic::new(Code::UndefinedNote, *span).with("forme", "vide"),
                (true, false) => continue,
            };
            diagnostics.push(wrong.with("note", &draft.label));
        }
        let note = |(rank, draft): (usize, Draft)| Footnote {
            id: NoteId { text, rank },
            blocks: draft.definition.map(|(_, blocks)| blocks).unwrap_or_default(),
        };
        self.drafts.into_iter().enumerate().map(note).collect()
    }

    fn rank(&mut self, label: &str) -> usize {
        let next = self.drafts.len();
        let rank = *self.ranks.entry(folded(label)).or_insert(next);
        if rank == next {
            self.drafts.push(Draft { label: label.to_owned(), definition: None, called: false });
        }
        rank
    }

    fn say_undefined(&self, diagnostics: &mut Diagnostics) {
        for call in &self.calls {
            let draft = &self.drafts[call.to];
            if draft.definition.is_none() {
                let form = if call.before_colon { "espace" } else { "" };
                let undefined = Diagnostic::new(Code::UndefinedNote, call.span);
                diagnostics.push(undefined.with("note", &draft.label).with("forme", form));
            }
        }
    }

    /// Says which calls lead back to the note that they stand in. Without recursion: notes may be a long chain.
    fn say_circular(&self, diagnostics: &mut Diagnostics) {
        let mut calls_of: Vec<Vec<&Call>> = self.drafts.iter().map(|_| Vec::new()).collect();
        for call in &self.calls {
            if let Some(from) = call.from {
                calls_of[from].push(call);
            }
        }
        let mut seen = vec![Seen::Never; self.drafts.len()];
        for start in 0..self.drafts.len() {
            if seen[start] != Seen::Never {
                continue;
            }
            seen[start] = Seen::Above;
            let mut path = vec![(start, calls_of[start].iter())];
            while let Some((note, calls)) = path.last_mut() {
                let Some(call) = calls.next() else {
                    seen[*note] = Seen::Done;
                    path.pop();
                    continue;
                };
                match seen[call.to] {
                    Seen::Never => {
                        seen[call.to] = Seen::Above;
                        path.push((call.to, calls_of[call.to].iter()));
                    }
                    Seen::Above => diagnostics.push(self.circular(call)),
                    Seen::Done => {}
                }
            }
        }
    }

    fn circular(&self, call: &Call) -> Diagnostic {
        let draft = &self.drafts[call.to];
        let circular = Diagnostic::new(Code::CircularNote, call.span).with("note", &draft.label);
        match &draft.definition {
            Some((span, _)) => circular.and(*span),
            None => circular,
        }
    }
}

/// How far the search for circles went in a note.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Seen {
    Never,
    /// It leads to where the search is.
    Above,
    Done,
}

/// As the parser compares labels, whatever their case and their blanks, and however their accents are written.
fn folded(label: &str) -> String {
    let words: Vec<&str> = label.split_whitespace().collect();
    // Twice, since capitals join letters that small ones keep apart: ß and ss, ς and σ.
    composed(&words.join(" ").to_uppercase().to_lowercase()).into_owned()
}

/// A call as it is written.
pub struct WrittenCall<'t> {
    pub label: &'t str,
    pub range: Range<usize>,
}

/// The call that a bracket of `text`, the last byte of `bracket`, opens without being read as one.
pub fn unread_call(text: &str, bracket: Range<usize>) -> Option<WrittenCall<'_>> {
    let start = bracket.end.checked_sub(1)?;
    let rest = text.get(start..)?.strip_prefix("[^")?;
    let backslashes = text[..start].bytes().rev().take_while(|b| *b == b'\\').count();
    let end = rest.find(['[', ']', '\n', '\r']).filter(|end| *end <= LONGEST)?;
    let label = &rest[..end];
    let closed = rest[end..].starts_with(']') && !label.trim().is_empty();
    (closed && backslashes % 2 == 0)
        .then(|| WrittenCall { label, range: start..start + 2 + end + 1 })
}

/// Whether the call at `range` begins a line and stands before a colon: its author meant to define it.
pub fn before_colon(text: &str, range: Range<usize>) -> bool {
    let blank = [' ', '\t', '\u{a0}', '\u{202f}'];
    let before = text[..range.start].trim_end_matches(blank);
    let begins = before.is_empty() || before.ends_with(['\n', '\r']);
    begins && text[range.end..].trim_start_matches(blank).starts_with(':')
}

/// Whether the call that ends at `end` stands in what was to be the words of a link: it keeps them from being one.
pub fn breaks_link(text: &str, end: usize) -> bool {
    let rest = &text[end..];
    rest.find(['[', ']', '\n', '\r']).is_some_and(|at| rest[at..].starts_with("]("))
}

/// The ranks of the notes that `blocks` calls, and those that these notes call, which are not in `taken`: they are put in it.
pub fn called(notes: &[Footnote], blocks: &[Block], taken: &mut [bool]) -> Vec<usize> {
    let mut found = Vec::new();
    collect(blocks, taken, &mut found);
    let mut done = 0;
    while let Some(rank) = found.get(done).copied() {
        collect(&notes[rank].blocks, taken, &mut found);
        done += 1;
    }
    found
}

fn collect(blocks: &[Block], taken: &mut [bool], found: &mut Vec<usize>) {
    each_inline_of(blocks, &mut |inline| {
        if let Inline::FootnoteCall(call) = inline
            && !std::mem::replace(&mut taken[call.value], true)
        {
            found.push(call.value);
        }
    });
}

/// Refuses the calls of a title: it stands in lists of contents and in windows, far from the notes.
pub fn refuse_in_title(diagnostics: &mut Diagnostics, title: &Inlines) {
    each_inline(title, &mut |inline| {
        if let Inline::FootnoteCall(call) = inline {
            diagnostics.push(misplaced(call.span, "titre"));
        }
    });
}

/// A call where a note cannot be called.
pub fn misplaced(span: Span, place: &'static str) -> Diagnostic {
    Diagnostic::new(Code::MisplacedNoteCall, span).with("lieu", place)
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use crate::diagnostic::Diagnostics;
    use crate::model::id::Lang;
    use crate::model::prose::{Inline, Prose};
    use crate::model::source::FileId;
    use crate::parse::located::Located;
    use crate::parse::markdown::prose;

    /// Reads `text`, of which `codes` must be said, each with the words that it points at.
    fn check(text: &str, codes: &[(&str, &str)]) -> Prose {
        let mut diagnostics = Diagnostics::default();
        let lang = Lang::new("fr").expect("a language");
        let prose = prose(&mut diagnostics, Located::file(FileId(0), text), &lang);
        let said = diagnostics.sorted();
        let found: Vec<_> = said.iter().map(|d| (d.code.name(), &text[d.at.range()])).collect();
        assert_eq!(found, codes, "{text}");
        prose
    }

    fn ranks(prose: &Prose) -> Vec<usize> {
        let mut ranks = Vec::new();
        prose.each_inline(&mut |inline| {
            if let Inline::FootnoteCall(call) = inline {
                ranks.push(call.value);
            }
        });
        ranks
    }

    #[test]
    fn a_label_names_one_note_whatever_its_case_and_blanks() {
        let text = "A[^Note  Une], b[^NOTE UNE], c[^straße].\n\n[^note une]: N.\n[^STRASSE]: S.";
        assert_eq!(ranks(&check(text, &[])), [0, 0, 1]);
        assert_eq!(ranks(&check("A[^é].\n\n- [^É]: dans une liste[^n]\n\n[^N]: n", &[])), [0, 1]);
    }

    #[test]
    fn a_call_of_nothing_is_said_where_it_stands() {
        check(
            "x[^1], x[^a b] ![^c] (*[^d]*)",
            &[
                ("note-sans-definition", "[^1]"),
                ("note-sans-definition", "[^a b]"),
                ("note-sans-definition", "[^c]"),
                ("note-sans-definition", "[^d]"),
            ],
        );
        check("| a |\n|---|\n| b[^x] |", &[("note-sans-definition", "[^x]")]);
        check("[^*a] b*", &[("note-sans-definition", "[^*a]")]);
        check("x[^1]\n\n[^1]:\n", &[("note-sans-definition", "[^1]:")]);
        check(
            "x[^1]\n\n[^1] : note",
            &[("note-sans-definition", "[^1]"), ("note-sans-definition", "[^1]")],
        );
    }

    #[test]
    fn what_only_looks_like_a_call_is_words() {
        for text in
            ["`[^1]`", "\\[^1]", "[^]", "[^ ]", "[^1", "&#91;^1]", "```\n[^1]\n```", "[1]", "^1"]
        {
            check(text, &[]);
        }
        check("\\\\[^1]", &[("note-sans-definition", "[^1]")]);
    }

    #[test]
    fn a_note_is_called_once_defined_once_and_leads_nowhere_it_comes_from() {
        check("[^1]: n", &[("note-sans-appel", "[^1]:")]);
        check("[^1]: n[^2]\n\n[^2]: m", &[("note-sans-appel", "[^1]:")]);
        check("x[^1]\n\n[^1]: n\n\n[^1]: m", &[("note-en-double", "[^1]:")]);
        check("x[^1]\n\n[^1]: n[^1]", &[("note-en-boucle", "[^1]")]);
        check("x[^1]\n\n[^1]: [^2]\n\n[^2]: [^3]\n\n[^3]: [^2]", &[("note-en-boucle", "[^2]")]);
        check("x[^1] y[^2]\n\n[^1]: [^3] [^3]\n\n[^2]: [^3]\n\n[^3]: n", &[]);
    }

    #[test]
    fn a_call_in_a_link_is_misplaced() {
        check("[x[^1]](https://x.example)\n\n[^1]: n", &[("appel-de-note-mal-place", "[^1]")]);
        check("![x[^1]](document:a.png)\n\n[^1]: n", &[("appel-de-note-mal-place", "[^1]")]);
        check("x[^1] ([y](https://x.example))\n\n[^1]: n", &[]);
    }

    #[test]
    fn a_long_chain_of_notes_is_read() {
        let mut text = "x[^0]\n\n".to_owned();
        for rank in 0..20_000 {
            let _ = writeln!(text, "[^{rank}]: n[^{}]\n", rank + 1);
        }
        assert_eq!(check(&format!("{text}[^20000]: fin"), &[]).notes.len(), 20_001);
    }
}
