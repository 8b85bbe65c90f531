//! A value in some of the site's languages.

use super::id::Lang;

/// A value given in one or more languages, the reference language always among them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Localized<T> {
    /// In the order of the site's languages; the reference language is first.
    entries: Vec<(Lang, T)>,
}

/// What a page shows of a [`Localized`] value, and in which language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown<'a, T> {
    pub value: &'a T,
    pub lang: &'a Lang,
}

impl<T> Localized<T> {
    /// The value in the reference language alone.
    pub fn reference(lang: Lang, value: T) -> Self {
        Self { entries: vec![(lang, value)] }
    }

    /// `None` when `entries` is empty. The first entry is the reference.
    pub fn from_entries(entries: Vec<(Lang, T)>) -> Option<Self> {
        (!entries.is_empty()).then_some(Self { entries })
    }

    /// The value in `lang`, else in the reference language.
    pub fn show(&self, lang: &Lang) -> Shown<'_, T> {
        let (lang, value) =
            self.entries.iter().find(|(l, _)| l == lang).unwrap_or(&self.entries[0]);
        Shown { value, lang }
    }

    /// The value in exactly `lang`.
    pub fn get(&self, lang: &Lang) -> Option<&T> {
        self.entries.iter().find(|(l, _)| l == lang).map(|(_, value)| value)
    }

    /// Every language with its value, the reference first.
    pub fn iter(&self) -> impl Iterator<Item = (&Lang, &T)> {
        self.entries.iter().map(|(lang, value)| (lang, value))
    }
}
