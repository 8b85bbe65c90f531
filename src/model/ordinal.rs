//! What French typography raises: the end of an ordinal (`1er`, `XXe`) or of `Mme`, the power of a unit (`m2`).
//!
//! The text itself does not change: who copies it, searches it or hears it has the words that were typed.
//! Source: Lexique des règles typographiques en usage à l'Imprimerie nationale.

use super::id::Lang;

/// A piece of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece<'t> {
    pub text: &'t str,
    pub raised: bool,
}

/// The whole text in pieces, in order; in another language than French, in one.
pub fn pieces<'t>(text: &'t str, lang: &Lang) -> Vec<Piece<'t>> {
    if !lang.is_french()
        || !text.bytes().any(|b| matches!(b, b'1'..=b'9' | b'I' | b'V' | b'X' | b'M'))
    {
        // Most texts: every word that is raised holds one of these.
        let whole = Piece { text, raised: false };
        return Some(whole).filter(|_| !text.is_empty()).into_iter().collect();
    }
    let mut pieces = Vec::new();
    let (mut done, mut raised_at) = (0, 0);
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        // "19e-20e": the second is one because the first is.
        let follows = before == Some('-') && raised_at > 0 && raised_at + 1 == at;
        let starts =
            at >= done && c.is_ascii_alphanumeric() && (follows || before.is_none_or(opens));
        if let Some((base, end)) = starts.then(|| abbreviation(&text[..at], &text[at..])).flatten()
        {
            pieces.push(Piece { text: &text[done..at + base], raised: false });
            pieces.push(Piece { text: &text[at + base..at + end], raised: true });
            (done, raised_at) = (at + end, at + end);
        }
        before = Some(c);
    }
    if done < text.len() {
        pieces.push(Piece { text: &text[done..], raised: false });
    }
    pieces
}

/// Whether a word may start after `c`: not inside a name, a number or an address.
fn opens(c: char) -> bool {
    !c.is_alphanumeric() && !"._/@#&=+%\\-,:~".contains(c)
}

/// Where what is raised starts and ends, when `rest` starts with such a word.
fn abbreviation(before: &str, rest: &str) -> Option<(usize, usize)> {
    let (base, ends): (usize, &[&str]) = match rest.as_bytes().first()? {
        b'1'..=b'9' => {
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            // "5000e" is a price.
            (digits.min(4), if digits > 3 { &[] } else { endings(&rest[..digits]) })
        }
        b'I' | b'V' | b'X' => {
            let letters = rest.bytes().take_while(|b| b"IVX".contains(b)).count();
            (letters, if is_roman(&rest[..letters]) { endings(&rest[..letters]) } else { &[] })
        }
        b'M' => (1, &["mes", "me", "lles", "lle"]),
        b'k' | b'h' | b'd' | b'c' | b'm' if measures(before) => {
            let unit = ["km", "hm", "dam", "dm", "cm", "mm", "m"];
            (unit.iter().find(|unit| rest.starts_with(*unit))?.len(), &["2", "3"])
        }
        _ => return None,
    };
    let whole = |end: &&&str| rest[base..].starts_with(**end) && closes(&rest[base + end.len()..]);
    ends.iter().find(whole).map(|end| (base, base + end.len()))
}

/// How the ordinal of a number ends.
fn endings(number: &str) -> &'static [&'static str] {
    match number {
        "1" | "I" => &["er", "ers", "re", "res", "ère", "ères"],
        "2" | "II" => &["e", "es", "nd", "nds", "nde", "ndes", "ème", "èmes"],
        _ => &["e", "es", "ème", "èmes"],
    }
}

/// Whether it is a number up to 39: centuries, republics, kings; "Le" and "Ce" are words.
fn is_roman(letters: &str) -> bool {
    let units = letters.trim_start_matches('X');
    let tens = letters.len() - units.len();
    let known = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    tens <= 3 && known.contains(&units)
}

/// Whether a number and a space come just before: "50 m2".
fn measures(before: &str) -> bool {
    let number = before.trim_end_matches([' ', '\u{a0}', '\u{202f}']);
    number.len() < before.len() && number.ends_with(|c: char| c.is_ascii_digit())
}

/// Whether a word may end before `rest`.
fn closes(rest: &str) -> bool {
    let mut following = rest.chars();
    match following.next() {
        None => true,
        Some('-') if starts_ordinal(following.as_str()) => true,
        Some('.' | ',' | ':' | '-') => following.next().is_none_or(|c| !c.is_alphanumeric()),
        Some(c) => !c.is_alphanumeric() && !"_@/=&#+\\%".contains(c),
    }
}

fn starts_ordinal(rest: &str) -> bool {
    let end = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let after = end.strip_prefix('e').filter(|_| end.len() < rest.len());
    after.is_some_and(|after| !after.starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::pieces;
    use crate::model::id::Lang;

    /// What is raised stands between `^` and `^`.
    fn check(text: &str, expected: &str) {
        let lang = Lang::new("fr").expect("a language");
        let pieces = pieces(text, &lang);
        let whole: String = pieces.iter().map(|piece| piece.text).collect();
        assert_eq!(whole, text);
        let shown = pieces.iter().map(|piece| {
            if piece.raised { format!("^{}^", piece.text) } else { piece.text.to_owned() }
        });
        assert_eq!(shown.collect::<String>(), expected);
    }

    #[test]
    fn ordinals_and_units_are_raised() {
        for (text, expected) in [
            ("Le 1er janvier, la 1re vague", "Le 1^er^ janvier, la 1^re^ vague"),
            ("les 1ers et 1res, le 2nd, la 2nde", "les 1^ers^ et 1^res^, le 2^nd^, la 2^nde^"),
            ("le 3e, (le 18e), l’11e\u{a0}!", "le 3^e^, (le 18^e^), l’11^e^\u{a0}!"),
            ("les 19e-20e arrondissements", "les 19^e^-20^e^ arrondissements"),
            ("la 2ème et les 100es", "la 2^ème^ et les 100^es^"),
            ("au XXe, au XIXe siècle. François Ier", "au XX^e^, au XIX^e^ siècle. François I^er^"),
            ("la Ve République, le IInd Empire", "la V^e^ République, le II^nd^ Empire"),
            ("Mme X, Mmes Y et Z, Mlle W.", "M^me^ X, M^mes^ Y et Z, M^lle^ W."),
            ("50 m2, 3\u{a0}km2 et 12 cm3", "50 m^2^, 3\u{a0}km^2^ et 12 cm^3^"),
        ] {
            check(text, expected);
        }
    }

    #[test]
    fn what_looks_like_them_is_left() {
        for text in [
            "3e1a, a3e, 550e8400-e29b, 123e-41d4, 0x1e, 1e5",
            "12,5e ou 3.5e, 5000e, 10 000e, 01er",
            "https://example.org/1er, 1er@example.org, 1er.html, nom-1er, #1er",
            "2e-commerce, 1er_avril, 1erb, 1e, 2er",
            "Le Ce De Me Die Vie Vers Civ IIIIe VXe Lie",
            "Mmm, Mel, Malle, Mme_x, XXelles, m2 alone, le m2",
            "100 m² n° 12, M2, CO2",
        ] {
            check(text, text);
        }
    }

    #[test]
    fn other_languages_are_left() {
        let english = Lang::new("en").expect("a language");
        assert_eq!(pieces("the 2nd, 1er", &english).len(), 1);
        assert!(pieces("", &english).is_empty());
    }
}
