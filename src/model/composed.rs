//! A letter and its accent as one sign (Unicode's form NFC): macOS makes two of them in names of files, and copying a
//! text may too.

use std::borrow::Cow;

use icu_normalizer::ComposingNormalizerBorrowed;

/// `text` with each letter and its accent as one sign.
pub fn composed(text: &str) -> Cow<'_, str> {
    ComposingNormalizerBorrowed::new_nfc().normalize(text)
}

#[cfg(test)]
mod tests {
    use super::composed;

    #[test]
    fn letters_and_their_accents_are_one_sign() {
        assert_eq!(composed("e\u{301}te\u{301}"), "été");
        assert_eq!(composed("été"), "été");
    }
}
