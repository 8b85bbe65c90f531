//! The names that desktops give to a copy: `bretagne - Copie`, `bretagne (2)`, `Copie de bretagne`.

use crate::model::id::Slug;

/// Before the name of the original.
const BEFORE: [&str; 5] = ["copie de ", "copie d'", "copie d’", "copy of ", "copie "];
/// The last word after it.
const AFTER: [&str; 2] = ["copie", "copy"];

/// What `name` is a copy of, if it is that of a copy and no name of ours.
pub fn original(name: &str) -> Option<&str> {
    if Slug::new(name).is_some() {
        return None;
    }
    let before = BEFORE.iter().find_map(|words| after_words(name, words));
    let rest = before.unwrap_or(name);
    let unnumbered = without_number(rest);
    let copied = without_word(unnumbered);
    let changed = before.is_some() || copied.len() < name.len();
    (changed && Slug::new(copied).is_some()).then_some(copied)
}

/// What follows `words`, whatever their case.
fn after_words<'n>(name: &'n str, words: &str) -> Option<&'n str> {
    let head = name.get(..words.len())?;
    (head.to_lowercase() == words).then(|| &name[words.len()..])
}

/// `bretagne` of `bretagne (2)`.
fn without_number(name: &str) -> &str {
    let inside = name.trim_end().strip_suffix(')').and_then(|name| name.rsplit_once('('));
    match inside {
        Some((before, number))
            if !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()) =>
        {
            before.trim_end()
        }
        _ => name.trim_end(),
    }
}

/// `bretagne` of `bretagne - Copie`, `bretagne (copie)` and `bretagne copie 2`.
fn without_word(name: &str) -> &str {
    let blank = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '-' | '_' | '–');
    let words = name.trim_end_matches(|c: char| blank(c) || c.is_ascii_digit());
    let lower = words.to_lowercase();
    let copied = AFTER.iter().find(|word| lower.ends_with(*word));
    let before = copied.and_then(|word| words.get(..words.len() - word.len()));
    match before {
        Some(before) if before.ends_with(blank) => before.trim_end_matches(blank),
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::original;

    #[test]
    fn names_of_copies() {
        for name in [
            "bretagne - Copie",
            "bretagne - Copie (2)",
            "bretagne (copie)",
            "bretagne (copie 2)",
            "bretagne copie",
            "bretagne - Copy",
            "bretagne copy 3",
            "bretagne (1)",
            "Copie de bretagne",
            "Copie de bretagne (2)",
            "copy of bretagne",
        ] {
            assert_eq!(original(name), Some("bretagne"), "{name}");
        }
        for other in
            ["bretagne", "bretagne-copie", "Île (2)", "photocopie", "Photocopie", "Copie", ""]
        {
            assert_eq!(original(other), None, "{other}");
        }
    }
}
