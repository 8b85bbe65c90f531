//! Sentences of the interface that a language borrows from another one, marked so until markup says their language.
//!
//! The marks are characters that mean nothing to anybody, which no text of a project may hold.

use std::borrow::Cow;

use super::id::Lang;

/// What begins with the tag of the language, up to [`TAGGED`].
const BEGIN: char = '\u{fdd0}';
const TAGGED: char = '\u{fdd1}';
const END: char = '\u{fdd2}';

/// A piece of words that may hold borrowed ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece<'w> {
    Words(&'w str),
    Begin(Lang),
    End,
}

/// `words`, said to be of `lang`.
pub fn borrowed(words: &str, lang: &Lang) -> String {
    format!("{BEGIN}{lang}{TAGGED}{words}{END}")
}

/// Whether a sentence of `words` is borrowed.
pub fn any(words: &str) -> bool {
    words.contains([BEGIN, TAGGED, END])
}

/// The pieces of `words`, in order. Marks may be lacking where words were cut.
pub fn pieces(words: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = words;
    std::iter::from_fn(move || {
        loop {
            let first = rest.chars().next()?;
            let after = &rest[first.len_utf8()..];
            let tagged = (first == BEGIN).then(|| tagged(after)).flatten();
            let (piece, left) = match (first, tagged) {
                (_, Some((lang, left))) => (Some(Piece::Begin(lang)), left),
                (END, _) => (Some(Piece::End), after),
                (BEGIN | TAGGED, _) => (None, after),
                _ => {
                    let end = rest.find([BEGIN, TAGGED, END]).unwrap_or(rest.len());
                    (Some(Piece::Words(&rest[..end])), &rest[end..])
                }
            };
            rest = left;
            if piece.is_some() {
                return piece;
            }
        }
    })
}

fn tagged(text: &str) -> Option<(Lang, &str)> {
    let (tag, rest) = text.split_at(text.find([BEGIN, TAGGED, END])?);
    Some((Lang::new(tag)?, rest.strip_prefix(TAGGED)?))
}

/// `words` without marks.
pub fn bare(words: &str) -> Cow<'_, str> {
    if !any(words) {
        return Cow::Borrowed(words);
    }
    let said = pieces(words).filter_map(|piece| match piece {
        Piece::Words(words) => Some(words),
        Piece::Begin(_) | Piece::End => None,
    });
    Cow::Owned(said.collect())
}

#[cfg(test)]
mod tests {
    use super::{Piece, bare, borrowed, pieces};
    use crate::model::id::Lang;

    fn lang(tag: &str) -> Lang {
        Lang::new(tag).expect("a tag")
    }

    #[test]
    fn borrowed_sentences_may_hold_others() {
        let inner = borrowed("lundi", &lang("fr"));
        let outer = format!("a {} b", borrowed(&format!("on {inner}."), &lang("en-GB")));
        let found: Vec<Piece<'_>> = pieces(&outer).collect();
        let expected = [
            Piece::Words("a "),
            Piece::Begin(lang("en-GB")),
            Piece::Words("on "),
            Piece::Begin(lang("fr")),
            Piece::Words("lundi"),
            Piece::End,
            Piece::Words("."),
            Piece::End,
            Piece::Words(" b"),
        ];
        assert_eq!(found, expected);
        assert_eq!(bare(&outer), "a on lundi. b");
    }

    #[test]
    fn what_was_cut_loses_its_marks_and_no_word() {
        let whole = borrowed("à lundi", &lang("fr"));
        for at in 0..=whole.chars().count() {
            let cut: String = whole.chars().take(at).collect();
            let rest: String = whole.chars().skip(at).collect();
            let words = format!("{}{}", bare(&cut), bare(&rest));
            assert!(words.ends_with("lundi") || words.contains("lun"), "{words}");
            assert!(!super::any(&words), "{words}");
        }
    }
}
