//! Characters that nobody sees, pasted from an office program or a web page.
//!
//! In a text, those that mean something are kept, or become what they mean; those that only told where a line might be cut
//! go; the others are refused, for every output at once. In a key or in the blanks that make the structure of a file, each
//! is told by its name.

use std::borrow::Cow;
use std::ops::Range;

use super::located::Rewritten;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::source::Span;

/// What a character is to a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meaning {
    Kept,
    /// The end of a line.
    Break,
    /// A place where a word may be cut, or not.
    Nothing,
    Refused,
}

fn meaning(c: char, before: Option<char>) -> Meaning {
    match c {
        ' '..='~' | '\n' | '\t' | '\r' => Meaning::Kept,
        '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Meaning::Break,
        '\u{200c}' | '\u{200d}' if before.is_some_and(is_joined) => Meaning::Kept,
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => Meaning::Nothing,
        '\u{e0000}'..='\u{e007f}' if before.is_some_and(is_flag) => Meaning::Kept,
        '\u{180e}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2061}'..='\u{206f}'
        | '\u{fdd0}'..='\u{fdef}'
        | '\u{fff9}'..='\u{fffc}'
        | '\u{e0000}'..='\u{e007f}' => Meaning::Refused,
        // The last two of each plane are no characters.
        c if c.is_control() || u32::from(c) & 0xfffe == 0xfffe => Meaning::Refused,
        _ => Meaning::Kept,
    }
}

/// Scripts whose letters join, and emoji.
fn is_joined(c: char) -> bool {
    c >= '\u{590}' && !('\u{1e00}'..='\u{206f}').contains(&c)
}

/// A black flag, and the letters of the region that it is of.
fn is_flag(c: char) -> bool {
    matches!(c, '\u{1f3f4}' | '\u{e0000}'..='\u{e007f}')
}

/// A space that is not that of the keyboard.
fn is_space(c: char) -> bool {
    c != ' ' && c.is_whitespace() && !matches!(c, '\n' | '\r' | '\t')
}

fn is_plain(text: &str) -> bool {
    text.bytes().all(|b| matches!(b, b' '..=b'~' | b'\n' | b'\t' | b'\r'))
}

/// Each character of a text, with its place and what it is to a reader.
fn meanings(text: &str) -> impl Iterator<Item = (usize, char, Meaning)> {
    let mut before = None;
    text.char_indices().map(move |(at, c)| (at, c, meaning(c, before.replace(c))))
}

/// Where a text first holds what cannot be published.
pub fn refused(text: &str) -> Option<Range<usize>> {
    if is_plain(text) {
        return None;
    }
    let (at, c, _) = meanings(text).find(|(_, _, meaning)| *meaning == Meaning::Refused)?;
    Some(at..at + c.len_utf8())
}

/// Words of one line without what nobody sees.
pub fn seen(text: &str) -> Cow<'_, str> {
    if is_plain(text) || meanings(text).all(|(_, _, meaning)| meaning == Meaning::Kept) {
        return Cow::Borrowed(text);
    }
    let kept = meanings(text).filter_map(|(_, c, meaning)| match meaning {
        Meaning::Kept => Some(c),
        Meaning::Break => Some(' '),
        Meaning::Nothing | Meaning::Refused => None,
    });
    Cow::Owned(kept.collect())
}

/// A text of several lines without what nobody sees. `None` when it has nothing such.
pub fn rewritten(text: &str) -> Option<Rewritten> {
    if is_plain(text) {
        return None;
    }
    // A heading and a row of a table are one line.
    let is_row = |line: &str| line.trim_start().starts_with(['#', '|']);
    let mut one_line = is_row(text);
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    for (at, c, meaning) in meanings(text) {
        let kept = match meaning {
            Meaning::Kept => {
                if c == '\n' {
                    one_line = is_row(text[at + 1..].split('\n').next().unwrap_or_default());
                }
                continue;
            }
            Meaning::Break if one_line => " ",
            Meaning::Break => "\n",
            Meaning::Nothing | Meaning::Refused => "",
        };
        edits.push((at..at + c.len_utf8(), kept.to_owned()));
    }
    (!edits.is_empty()).then(|| Rewritten::new(text, &edits))
}

/// The first character of a key that nobody sees, or that only looks like a space.
pub fn in_key(key: &str) -> Option<Range<usize>> {
    let unseen = |c: char| is_space(c) || meaning(c, None) != Meaning::Kept;
    let (at, c) = key.char_indices().find(|(_, c)| unseen(*c))?;
    Some(at..at + c.len_utf8())
}

/// The same in what gives a line its place: its margin, the hyphen of an item, its key, and what follows either.
pub fn in_structure(line: &str) -> Option<Range<usize>> {
    let margin = line.len() - line.trim_start_matches(|c: char| c != '-' && unworded(c)).len();
    let item = line[margin..].strip_prefix('-').map_or(margin, |_| margin + 1);
    let colon = line[item..].find(':').map_or(item, |colon| item + colon + 1);
    let next = line[colon..].chars().next().map_or(colon, |c| colon + c.len_utf8());
    in_key(&line[..next])
}

fn unworded(c: char) -> bool {
    c.is_whitespace() || meaning(c, None) != Meaning::Kept
}

/// Says which character of `source` stands at `place`; `role` is what it spoils.
pub fn told(source: &str, place: Span, role: &'static str) -> Diagnostic {
    let sign = source[place.range()].chars().next();
    named(sign.unwrap_or_default(), place, role)
}

/// Says that `sign` came out of what is written at `place`.
pub fn named(sign: char, place: Span, role: &'static str) -> Diagnostic {
    let name = match sign {
        '\u{a0}' | '\u{202f}' => "insecable",
        c if is_space(c) && meaning(c, None) == Meaning::Kept => "autre-espace",
        '\u{ad}' => "cesure",
        '\u{feff}' => "bom",
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' => "sens",
        '\u{fffc}' => "objet",
        c if meaning(c, None) == Meaning::Break => "ligne",
        c if meaning(c, None) == Meaning::Nothing => "sans-largeur",
        c if c.is_control() => "commande",
        _ => "autre",
    };
    let told = Diagnostic::new(Code::InvisibleCharacter, place).with("nom", name);
    told.with("lieu", role).with("code", format!("U+{:04X}", u32::from(sign)))
}

#[cfg(test)]
mod tests {
    use super::{in_structure, refused, seen};

    #[test]
    fn what_means_something_is_kept() {
        for text in [
            "l\u{a0}: «\u{202f}a\u{202f}»",
            "👩\u{200d}👧",
            "نمی\u{200c}خواهم",
            "क्\u{200d}ष",
            "🏴\u{e0067}\u{e007f}",
            "\u{f0b7}",
        ] {
            assert_eq!(seen(text), text);
            assert_eq!(refused(text), None, "{text:?}");
        }
    }

    #[test]
    fn what_only_cuts_words_goes_and_what_ends_a_line_ends_it() {
        assert_eq!(seen("inves\u{ad}tis\u{200b}se\u{feff}ment\u{200d}s"), "investissements");
        for c in ['\u{2028}', '\u{2029}', '\u{85}', '\u{b}'] {
            assert_eq!(seen(&format!("Réunion{c}en ligne")), "Réunion en ligne");
        }
    }

    #[test]
    fn the_rest_is_refused() {
        for c in [
            '\u{7}',
            '\u{0}',
            '\u{80}',
            '\u{202e}',
            '\u{2066}',
            '\u{fffe}',
            '\u{ffff}',
            '\u{1ffff}',
            '\u{fffc}',
        ] {
            assert_eq!(refused(&format!("a{c}b")), Some(1..1 + c.len_utf8()), "{c:?}");
        }
    }

    #[test]
    fn structure_is_what_comes_before_words() {
        for line in ["\u{a0} a: b", "a\u{a0}: b", "a:\u{a0}b", "-\u{202f}a", "  \u{200b}- a: b"] {
            assert!(in_structure(line).is_some(), "{line:?}");
        }
        for line in ["a: b\u{a0}: c", "- a: b\u{a0}c", "a: «\u{a0}b\u{a0}»"] {
            assert_eq!(in_structure(line), None, "{line:?}");
        }
    }
}
