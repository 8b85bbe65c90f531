//! A text as words, numbers and signs, without its addresses, names between braces and marks of emphasis.

use std::borrow::Cow;
use std::ops::Range;

/// More bytes than a name between braces or an address has.
const LONGEST_SKIPPED: usize = 256;

/// A word, a number with what groups its digits, or a sign.
#[derive(Debug)]
pub struct Token<'t> {
    kind: Kind<'t>,
    range: Range<usize>,
    /// Whether a space stands before it.
    pub spaced: bool,
    upper: bool,
}

#[derive(Debug)]
enum Kind<'t> {
    /// In small letters.
    Word(Cow<'t, str>),
    Number(&'t str),
    Sign(char),
}

impl<'t> Token<'t> {
    /// The word, in small letters.
    pub fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    /// The digits and what groups them.
    pub fn number(&self) -> Option<&'t str> {
        match self.kind {
            Kind::Number(digits) => Some(digits),
            _ => None,
        }
    }

    pub fn is_word(&self, expected: &str) -> bool {
        self.word() == Some(expected)
    }

    pub fn is_sign(&self, expected: char) -> bool {
        matches!(self.kind, Kind::Sign(sign) if sign == expected)
    }

    /// Three capitals or more.
    pub fn is_acronym(&self) -> bool {
        self.upper && self.word().is_some_and(|word| word.chars().nth(2).is_some())
    }
}

/// Every token of a text.
pub struct Tokens<'t> {
    text: &'t str,
    all: Vec<Token<'t>>,
    /// Where sentences start, in order.
    sentences: Vec<usize>,
}

impl<'t> Tokens<'t> {
    pub fn of(text: &'t str) -> Self {
        let mut found = Self { text, all: Vec::new(), sentences: vec![0] };
        let mut at = 0;
        let mut spaced = true;
        while let Some(c) = text[at..].chars().next() {
            let rest = &text[at..];
            let skipped = skipped(rest);
            let length = match c {
                _ if skipped > 0 => skipped,
                c if c.is_alphabetic() => span_of(rest, char::is_alphabetic),
                c if c.is_ascii_digit() => figures(rest),
                c => c.len_utf8(),
            };
            let range = at..at + length;
            at = range.end;
            if found.ends_sentence(&range) {
                found.sentences.push(at);
            }
            if let Some(kind) = kind(&text[range.clone()]) {
                let upper = text[range.clone()].chars().all(char::is_uppercase);
                found.all.push(Token { kind, range, spaced, upper });
                spaced = false;
            } else {
                spaced |= c.is_whitespace();
            }
        }
        found
    }

    pub fn len(&self) -> usize {
        self.all.len()
    }

    pub fn get(&self, rank: usize) -> Option<&Token<'t>> {
        self.all.get(rank)
    }

    /// Where `count` tokens stand, from the one of that rank on.
    pub fn range(&self, rank: usize, count: usize) -> Range<usize> {
        self.all[rank].range.start..self.all[rank + count - 1].range.end
    }

    /// The sentence around `at`, of about `most` bytes at most.
    pub fn sentence(&self, at: usize, most: usize) -> &'t str {
        let rank = self.sentences.partition_point(|start| *start <= at);
        let start = self.sentences[rank - 1].max(at.saturating_sub(most / 2));
        let end = self.sentences.get(rank).copied().unwrap_or(self.text.len());
        let end = end.min(at + most / 2);
        let sentence = self.text.floor_char_boundary(start)..self.text.floor_char_boundary(end);
        self.text[sentence].trim().trim_end_matches(['.', '!', '?'])
    }

    /// A full stop, or a new line after which something else begins.
    fn ends_sentence(&self, range: &Range<usize>) -> bool {
        let (sign, after) = (&self.text[range.clone()], &self.text[range.end..]);
        let next = after.chars().next();
        match sign {
            "." | "!" | "?" | ";" => next.is_none_or(char::is_whitespace),
            "\n" => after.trim_start_matches(' ').starts_with(['\n', '-', '*', '#', '|']),
            _ => false,
        }
    }
}

fn kind(text: &str) -> Option<Kind<'_>> {
    let first = text.chars().next()?;
    match first {
        c if c.is_alphabetic() && skipped(text) == 0 => Some(Kind::Word(lowered(text))),
        c if c.is_ascii_digit() => Some(Kind::Number(text)),
        '*' | '_' | '~' | '\'' | '’' | '-' | '‑' => None,
        c if c.is_whitespace() || text.len() > c.len_utf8() => None,
        c => Some(Kind::Sign(c)),
    }
}

/// Most words are in small letters already.
fn lowered(word: &str) -> Cow<'_, str> {
    let small = |byte: u8| byte.is_ascii_lowercase();
    if word.bytes().all(small) { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) }
}

/// How many bytes stand for an address or a name between braces.
fn skipped(rest: &str) -> usize {
    if !rest.starts_with(['{', ']', 'h', 'w']) {
        return 0;
    }
    let near = || rest[..rest.floor_char_boundary(LONGEST_SKIPPED)].bytes();
    if rest.starts_with("{{") {
        return near().position(|byte| byte == b'}').map_or(0, |at| at + 1);
    }
    if rest.starts_with("](") {
        return near().position(|byte| matches!(byte, b')' | b'\n')).unwrap_or(0);
    }
    if rest.starts_with("https://") || rest.starts_with("http://") || rest.starts_with("www.") {
        return rest.find(|c: char| c.is_whitespace()).unwrap_or(rest.len());
    }
    0
}

fn span_of(text: &str, inside: fn(char) -> bool) -> usize {
    text.find(|c| !inside(c)).unwrap_or(text.len())
}

/// Digits, with single signs or spaces between groups of them.
fn figures(rest: &str) -> usize {
    let mut end = 0;
    loop {
        end += span_of(&rest[end..], |c| c.is_ascii_digit());
        let mut after = rest[end..].chars();
        let separator = after.next();
        let groups = separator.is_some_and(|c| c.is_whitespace() || ".,'’/-".contains(c));
        if !groups || !after.next().is_some_and(|c| c.is_ascii_digit()) {
            return end;
        }
        end += separator.map_or(0, char::len_utf8);
    }
}
