//! Where the checks say what they find.

use std::ops::Range;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::excerpt::first_letters;
use crate::parse::located::Located;

/// Nobody reads more of one text, and a hostile one could hold a million marks.
const MOST: usize = 200;

/// The longest mark that a message quotes.
const LONGEST: usize = 60;

/// The messages about one text.
pub struct Found<'d, 't> {
    diagnostics: &'d mut Diagnostics,
    pub text: &'d Located<'t>,
    said: usize,
}

/// Words that were to be a link.
pub struct NoLink<'w> {
    /// The word by which the message is chosen.
    pub kind: &'static str,
    /// Where it was to lead.
    pub target: &'w str,
    /// The link to write; nothing when it is not known.
    pub meant: &'w str,
}

impl<'d, 't> Found<'d, 't> {
    pub fn new(diagnostics: &'d mut Diagnostics, text: &'d Located<'t>) -> Self {
        Self { diagnostics, text, said: 0 }
    }

    /// Says one thing.
    pub fn say(&mut self, diagnostic: Diagnostic) {
        if self.said < MOST {
            self.said += 1;
            self.diagnostics.push(diagnostic);
        }
    }

    /// The words of `range`, short enough for a message.
    pub fn quoted(&self, range: Range<usize>) -> String {
        let words = &self.text.text[range];
        // A hostile line is long, and quoted many times.
        let head = &words[..words.floor_char_boundary(8 * LONGEST)];
        let words = head.lines().next().unwrap_or_default().trim();
        first_letters(words, LONGEST).into_owned()
    }

    /// A mark that would be published as it was typed.
    pub fn idle(&mut self, reason: &'static str, range: Range<usize>) {
        let mark = self.quoted(range.clone());
        self.idle_with(reason, range, &mark);
    }

    /// The same, where the message quotes something else than the place.
    pub fn idle_with(&mut self, reason: &'static str, range: Range<usize>, mark: &str) {
        self.say(self.marked(Code::IdleMark, reason, range).with("marque", mark));
    }

    /// Words that would not be published.
    pub fn lost(&mut self, reason: &'static str, range: Range<usize>) {
        let words = self.quoted(range.clone());
        self.say(self.marked(Code::LostWords, reason, range).with("marque", words));
    }

    /// A link that would not be one.
    pub fn no_link(&mut self, range: Range<usize>, link: &NoLink<'_>) {
        let broken = Diagnostic::new(Code::BrokenLink, self.text.at(range));
        let broken = broken.with("cible", link.target).with("genre", link.kind);
        self.say(broken.with("suggestion", link.meant));
    }

    fn marked(&self, code: Code, reason: &'static str, range: Range<usize>) -> Diagnostic {
        Diagnostic::new(code, self.text.at(range)).with("raison", reason)
    }
}
