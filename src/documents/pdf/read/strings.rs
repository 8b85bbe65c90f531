//! Text strings of PDF (ISO 32000-2, 7.9.2.2): UTF-16 or UTF-8 with their mark, else `PDFDocEncoding`.

/// The characters of 0x18 to 0x1F.
const ACCENTS: [char; 8] = ['˘', 'ˇ', 'ˆ', '˙', '˝', '˛', '˚', '˜'];
/// The characters of 0x80 to 0xA0.
const SIGNS: [char; 33] = [
    '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚', '™',
    'ﬁ', 'ﬂ', 'Ł', 'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž', '\u{fffd}', '€',
];

/// The words of a text string. What cannot be decoded becomes U+FFFD.
pub fn decoded(bytes: &[u8]) -> String {
    let words = match bytes {
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        // Not in the standard, but written by some programs.
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|byte| of_document(*byte)).collect(),
    };
    without_language(&words)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

fn of_document(byte: u8) -> char {
    match byte {
        0x18..=0x1f => ACCENTS[usize::from(byte - 0x18)],
        0x80..=0xa0 => SIGNS[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

/// A language may be said between two escapes.
fn without_language(words: &str) -> String {
    let parts = words.split('\u{1b}').enumerate();
    parts.filter(|(rank, _)| rank % 2 == 0).map(|(_, part)| part).collect()
}

#[cfg(test)]
mod tests {
    use super::decoded;

    fn check(bytes: &[u8], expected: &str) {
        assert_eq!(decoded(bytes), expected);
    }

    #[test]
    fn every_encoding_is_read() {
        check(b"\xfe\xff\x01\x53\x00\xe9\x20\xac\xd8\x3d\xdc\x1f", "œé€🐟");
        check(b"\xff\xfe\x53\x01", "œ");
        check("\u{feff}œ€".as_bytes(), "œ€");
        check(b"\x9cuvre \xe9t\xe9 \xa0 \x90\r\n", "œuvre été € ’\r\n");
        check(b"\xfe\xff\x00\x1b\x00f\x00r\x00\x1b\x00a", "a");
        check(b"\xfe\xff\xd8\x3d\x00", "\u{fffd}");
    }
}
