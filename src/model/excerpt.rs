//! Words that are too long for their place, cut, with a sign that they go on.

use std::borrow::Cow;

/// What would be left hanging before the sign.
const HANGING: [char; 12] = [',', ';', ':', '.', '(', '[', '«', '“', '-', '–', '—', '/'];

/// The first letters, wherever a word ends: what is quoted must be found again as it was typed.
pub fn first_letters(words: &str, most: usize) -> Cow<'_, str> {
    match words.char_indices().nth(most) {
        Some((end, _)) => Cow::Owned(format!("{}…", &words[..end])),
        None => Cow::Borrowed(words),
    }
}

/// The first words, in `most` characters with the sign. What a no-break space holds together is kept or left whole.
pub fn first_words(words: &str, most: usize) -> Cow<'_, str> {
    if words.chars().nth(most).is_none() {
        return Cow::Borrowed(words);
    }
    let end = words.char_indices().nth(most.saturating_sub(1)).map_or(0, |(end, _)| end);
    let breaks = |c: char| c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}');
    let whole = if words[end..].starts_with(breaks) {
        end
    } else {
        words[..end].rfind(breaks).unwrap_or(end)
    };
    let kept = words[..whole].trim_end_matches(|c: char| c.is_whitespace() || HANGING.contains(&c));
    Cow::Owned(format!("{kept}…"))
}

#[cfg(test)]
mod tests {
    use super::{first_letters, first_words};

    fn check(words: &str, most: usize, expected: &str) {
        let found = first_words(words, most);
        assert_eq!(found, expected);
        assert!(found.chars().count() <= most, "{found}");
    }

    #[test]
    fn texts_are_cut_after_a_word() {
        check("Élan régional", 13, "Élan régional");
        check("Élan régional", 12, "Élan…");
        check("Élan régional", 5, "Élan…");
        check("Élan, régional", 13, "Élan…");
        check("Élan (régional)", 13, "Élan…");
        check("Élan – régional", 14, "Élan…");
        check("Anticonstitutionnellement", 5, "Anti…");
        check("Élan", 1, "…");
    }

    #[test]
    fn no_number_is_cut() {
        check("Jusqu’à 12\u{202f}000\u{a0}€ d’aide", 14, "Jusqu’à…");
        check("Jusqu’à 12\u{202f}000\u{a0}€ d’aide", 17, "Jusqu’à 12\u{202f}000\u{a0}€…");
        check("À 80\u{a0}% au plus", 10, "À 80\u{a0}% au…");
    }

    #[test]
    fn letters_are_cut_anywhere() {
        assert_eq!(first_letters("été", 3), "été");
        assert_eq!(first_letters("été", 2), "ét…");
    }
}
