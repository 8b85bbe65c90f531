//! Identities that appear in file names and addresses, checked once.

use std::fmt;
use std::sync::Arc;

/// A name safe in any path, address or anchor: lower-case ASCII letters, digits and hyphens.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(Arc<str>);

impl Slug {
    /// `None` when `text` is empty, too long for a file name, or holds any other character.
    pub fn new(text: &str) -> Option<Self> {
        let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let edges = text.starts_with('-') || text.ends_with('-');
        (!text.is_empty() && text.len() <= 80 && !edges && text.chars().all(allowed))
            .then(|| Self(text.into()))
    }

    /// The nearest acceptable name, for a message that proposes one.
    pub fn suggestion(text: &str) -> String {
        let mut slug = String::new();
        for c in text.chars().flat_map(char::to_lowercase) {
            match unaccented(c) {
                Some(letters) => slug.push_str(letters),
                None if c.is_ascii_alphanumeric() => slug.push(c),
                None if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
                None => {}
            }
        }
        slug.truncate(80);
        slug.trim_end_matches('-').to_owned()
    }

    /// The name itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The letters French writes with an accent or a ligature, without them.
pub fn unaccented(c: char) -> Option<&'static str> {
    Some(match c {
        'à' | 'â' | 'ä' | 'á' => "a",
        'ç' => "c",
        'é' | 'è' | 'ê' | 'ë' => "e",
        'î' | 'ï' | 'í' => "i",
        'ô' | 'ö' | 'ó' => "o",
        'ù' | 'û' | 'ü' | 'ú' => "u",
        'ÿ' => "y",
        'ñ' => "n",
        'œ' => "oe",
        'æ' => "ae",
        _ => return None,
    })
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A language tag (BCP 47) as the project declares it: `fr`, `en`, `rcf`, `pt-BR`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang(Arc<str>);

impl Lang {
    /// `None` when `tag` is not a well-formed language tag of letters, digits and hyphens.
    pub fn new(tag: &str) -> Option<Self> {
        let mut parts = tag.split('-');
        let primary = parts.next().unwrap_or_default();
        let primary_is_code =
            (2..=3).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_lowercase());
        let rest = parts
            .all(|p| (2..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric()));
        (primary_is_code && rest).then(|| Self(tag.into()))
    }

    /// The tag itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether French typography applies.
    pub fn is_french(&self) -> bool {
        self.primary() == "fr"
    }

    /// Whether it is written from right to left, in its usual script or in the one that the tag says.
    pub fn is_right_to_left(&self) -> bool {
        match self.0.split('-').find(|part| part.len() == 4) {
            Some(script) => ["Arab", "Hebr", "Syrc", "Thaa", "Nkoo"].contains(&script),
            None => {
                let primary = ["ar", "fa", "he", "ur", "yi", "ps", "sd", "ug", "dv", "ckb", "syr"];
                primary.contains(&self.primary())
            }
        }
    }

    /// The language alone, without script or region: `pt` for `pt-BR`.
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{Lang, Slug};

    #[test]
    fn slugs_are_safe_in_paths() {
        for good in ["bretagne", "amige-2022", "provence-alpes-cote-d-azur", "2a"] {
            assert!(Slug::new(good).is_some(), "{good}");
        }
        for bad in ["", "Bretagne", "a/b", "..", "é", "a b", "-a", "a-", "a_b"] {
            assert!(Slug::new(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn a_suggestion_is_a_slug() {
        assert_eq!(Slug::suggestion("Île-de-France n° 2"), "ile-de-france-n-2");
        assert_eq!(Slug::suggestion("Cœur d'Œuvre"), "coeur-d-oeuvre");
    }

    #[test]
    fn languages_are_tags() {
        for good in ["fr", "rcf", "pt-BR", "zh-Hant"] {
            assert!(Lang::new(good).is_some(), "{good}");
        }
        for bad in ["", "f", "français", "FR", "fr_FR", "fr-"] {
            assert!(Lang::new(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn a_script_decides_the_direction() {
        for (tag, expected) in
            [("ar", true), ("fr", false), ("az-Arab", true), ("ar-Latn", false), ("he-IL", true)]
        {
            assert_eq!(Lang::new(tag).map(|lang| lang.is_right_to_left()), Some(expected), "{tag}");
        }
    }
}
