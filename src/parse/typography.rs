//! Typesetting of plain text: what French typography asks of spaces, and apostrophes in any language.
//!
//! Only spaces that the author typed are changed, so a time or an address is never cut in two.
//! Source: Lexique des règles typographiques en usage à l'Imprimerie nationale.

use std::borrow::Cow;

use crate::model::id::Lang;

const NO_BREAK: char = '\u{a0}';
const NARROW_NO_BREAK: char = '\u{202f}';

/// The text with the spaces and apostrophes that `lang` asks for.
pub fn typeset<'a>(text: &'a str, lang: &Lang) -> Cow<'a, str> {
    let french = lang.is_french();
    let worth = |c: char| {
        c == '\''
            || (french
                && matches!(c, ';' | ':' | '!' | '?' | '«' | '»' | '€' | '%' | '°' | '0'..='9'))
    };
    if !text.contains(worth) {
        return Cow::Borrowed(text);
    }
    let mut set = String::with_capacity(text.len() + 8);
    let mut rest = text.chars().peekable();
    let mut before: Option<char> = None;
    while let Some(c) = rest.next() {
        let next = rest.peek().copied();
        let placed = match c {
            '\'' => apostrophe(before),
            ' ' if french => french_space(before, next, || digits_ahead(rest.clone())),
            _ => c,
        };
        set.push(placed);
        before = Some(placed);
    }
    Cow::Owned(set)
}

fn apostrophe(before: Option<char>) -> char {
    // After a letter it elides, marks a possessive or closes a quotation: the sign is the same.
    if before.is_some_and(char::is_alphanumeric) { '’' } else { '\'' }
}

fn french_space(before: Option<char>, next: Option<char>, digits: impl Fn() -> usize) -> char {
    match (before, next) {
        (Some('«'), _) | (_, Some('»' | ':' | '€')) => NO_BREAK,
        (_, Some(';' | '!' | '?' | '%')) => NARROW_NO_BREAK,
        (Some('°'), Some(c)) if c.is_ascii_digit() => NO_BREAK,
        (Some(a), Some(b)) if a.is_ascii_digit() && b.is_ascii_digit() && digits() == 3 => {
            NARROW_NO_BREAK
        }
        _ => ' ',
    }
}

fn digits_ahead(rest: impl Iterator<Item = char>) -> usize {
    rest.take(4).take_while(char::is_ascii_digit).count()
}

#[cfg(test)]
mod tests {
    use super::typeset;
    use crate::model::id::Lang;

    fn check(lang: &str, text: &str, expected: &str) {
        let lang = Lang::new(lang).expect("a language");
        assert_eq!(typeset(text, &lang).replace('\u{a0}', "~").replace('\u{202f}', "_"), expected);
    }

    #[test]
    fn french_spaces() {
        check("fr", "Qui ? Eux ; nous : « ici » !", "Qui_? Eux_; nous~: «~ici~»_!");
        check("fr", "60 000 euros, 5 %, n° 12", "60_000 euros, 5_%, n°~12");
        check("fr", "en 2022 100 projets", "en 2022_100 projets");
        check("fr", "du 17 au 18, à 10:30", "du 17 au 18, à 10:30");
    }

    #[test]
    fn apostrophes_in_any_language() {
        check("fr", "l'appel d'offres", "l’appel d’offres");
        check("en", "it's the groups' 'own'", "it’s the groups’ 'own’");
        check("en", "Who? Us: now!", "Who? Us: now!");
    }
}
