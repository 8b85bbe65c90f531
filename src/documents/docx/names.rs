//! The names by which the places of a Word document are found again.

/// The text.
pub const DOCUMENT: &str = "word/document.xml";
/// The kinds of all parts.
pub const CONTENT_TYPES: &str = "[Content_Types].xml";
/// What the file says of itself.
pub const CUSTOM_PROPERTIES: &str = "docProps/custom.xml";
/// Its elements, and the attribute that tells them apart.
pub const PROPERTY: &str = "property";
pub const PROPERTY_NAME: &str = "name";

/// The longest title and tag that Word takes.
pub const LONGEST: usize = 64;

/// The tag of the control of a field.
pub fn tag<'a>(field: &'a str, bookmark: &'a str) -> &'a str {
    if field.len() <= LONGEST { field } else { bookmark }
}

/// Styles of the paragraphs that hold an answer, alone.
pub const ANSWER: &str = "Answer";
pub const ANSWER_LONG: &str = "AnswerLong";
pub const ANSWER_LINE: &str = "AnswerLine";
pub const ANSWER_SHORT: &str = "AnswerShort";

/// Whether a style is one of those, or made of one: a suite may write it in small letters.
pub fn is_answer(style: &str) -> bool {
    style.to_lowercase().starts_with(&ANSWER.to_lowercase())
}

/// What a letter of a font of symbols draws: the boxes and marks that Word ticks with. Such a letter may be moved to U+F000
/// and after.
pub fn symbol(font: &str, code: &str) -> Option<char> {
    let code = u32::from_str_radix(code, 16).ok()?;
    match (font, code.checked_sub(0xf000).unwrap_or(code)) {
        ("Wingdings", 0x6f | 0x71 | 0x72 | 0xa8) | ("Wingdings 2", 0xa3) => Some('☐'),
        ("Wingdings", 0xfb) => Some('✗'),
        ("Wingdings", 0xfc) | ("Wingdings 2", 0x50) => Some('✓'),
        ("Wingdings", 0xfd | 0x78) | ("Wingdings 2", 0x51 | 0x53 | 0x54) => Some('☒'),
        ("Wingdings", 0xfe) | ("Wingdings 2", 0x52) => Some('☑'),
        // What it draws, only its font knows.
        _ => Some(char::REPLACEMENT_CHARACTER),
    }
}
