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

/// Styles of the paragraphs that hold an answer, alone.
pub const ANSWER: &str = "Answer";
pub const ANSWER_LONG: &str = "AnswerLong";
pub const ANSWER_LINE: &str = "AnswerLine";
pub const ANSWER_SHORT: &str = "AnswerShort";

/// Whether a style is one of those, or made of one: a suite may write it in small letters.
pub fn is_answer(style: &str) -> bool {
    style.to_lowercase().starts_with(&ANSWER.to_lowercase())
}
