//! The abbreviations of a site, with what they stand for.

use std::collections::BTreeMap;
use std::ops::Range;

use super::id::Lang;
use super::localized::Localized;

/// Every abbreviation of the site.
#[derive(Debug, Clone, Default)]
pub struct Abbreviations(BTreeMap<String, Localized<String>>);

/// An abbreviation, where it stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Abbreviated<'a> {
    pub range: Range<usize>,
    pub short: &'a str,
    /// In the language of the text.
    pub whole: &'a str,
}

impl Abbreviations {
    /// Each with what it stands for.
    pub fn new(entries: impl IntoIterator<Item = (String, Localized<String>)>) -> Self {
        Self(entries.into_iter().collect())
    }

    /// Whether `text` is one word with a capital, and so may be told from the other words of a text.
    pub fn is_short(text: &str) -> bool {
        text.chars().all(in_word)
            && text.chars().any(char::is_uppercase)
            && (2..=20).contains(&text.chars().count())
    }

    /// The first of them in `text`, of language `lang`, from `from` on.
    pub fn next<'a>(&'a self, text: &str, from: usize, lang: &Lang) -> Option<Abbreviated<'a>> {
        let mut start = from;
        while let Some(at) = text[start..].find(in_word).filter(|_| !self.0.is_empty()) {
            let at = start + at;
            let end = text[at..].find(|c| !in_word(c)).map_or(text.len(), |length| at + length);
            if let Some((short, whole)) = self.0.get_key_value(&text[at..end])
                && let Some(whole) = whole.get(lang)
                && is_alone(&text[..at], &text[end..])
            {
                return Some(Abbreviated { range: at..end, short, whole });
            }
            start = end;
        }
        None
    }
}

fn in_word(c: char) -> bool {
    c.is_alphanumeric() || c == '&'
}

/// Whether what stands between is a word, and not a piece of an address or of a file's name.
fn is_alone(before: &str, after: &str) -> bool {
    let inside = |c: char| "/@_#=~\\".contains(c);
    let mut following = after.chars();
    let next = following.next();
    let dotted = next == Some('.') && following.next().is_some_and(char::is_alphanumeric);
    !before.ends_with(|c: char| inside(c) || c == '.') && !dotted && !next.is_some_and(inside)
}

#[cfg(test)]
mod tests {
    use super::Abbreviations;
    use crate::model::id::Lang;
    use crate::model::localized::Localized;

    fn check(text: &str, expected: &[&str]) {
        let lang = Lang::new("fr").expect("a language");
        let whole = |short: &str| Localized::reference(lang.clone(), short.to_lowercase());
        let known = ["PSE", "R&D", "CO2"].map(|short| (short.to_owned(), whole(short)));
        let known = Abbreviations::new(known);
        let (mut found, mut done) = (Vec::new(), 0);
        while let Some(one) = known.next(text, done, &lang) {
            assert_eq!(&text[one.range.clone()], one.short);
            found.push(one.short);
            done = one.range.end;
        }
        assert_eq!(found, expected, "{text}");
        let english = Lang::new("en").expect("a language");
        assert_eq!(known.next(text, 0, &english), None);
    }

    #[test]
    fn abbreviations_are_words() {
        check("Un PSE, l’aide au «\u{a0}R&D\u{a0}» (PSE) et CO2.", &["PSE", "R&D", "PSE", "CO2"]);
        check("Le post-PSE et PSE-2022 : PSE.", &["PSE", "PSE", "PSE"]);
        check("PSEs, ÉPSE, pse, PSE1, R & D, C02", &[]);
        check("https://PSE.example.org/PSE, PSE@example.org, x.PSE, PSE_2, PSE.pdf", &[]);
    }

    #[test]
    fn a_word_with_a_capital_is_one() {
        for (text, expected) in
            [("PSE", true), ("R&D", true), ("CO2", true), ("IAe", true), ("É2C", true)]
        {
            assert_eq!(Abbreviations::is_short(text), expected, "{text}");
        }
        for text in
            ["", "P", "pse", "P S E", "D.R.E.E.T.S.", "H/F", "PSE-2022", "DIRECCTEDIRECCTEDIRECCTE"]
        {
            assert!(!Abbreviations::is_short(text), "{text}");
        }
    }
}
