//! The names by which the places of an ODT file are found again, beside those of its fields.

/// What the file says it is.
pub const MEDIA_TYPE: &str = "application/vnd.oasis.opendocument.text";
/// The text.
pub const CONTENT: &str = "content.xml";
/// What the file says of itself.
pub const META: &str = "meta.xml";
/// The list of its parts.
pub const MANIFEST: &str = "META-INF/manifest.xml";

/// The styles of the paragraphs that precede an answer in its section: help, name of a part of the answer, choices.
pub const LABEL_STYLES: [&str; 3] = [HELP, LABEL, CHOICES];
pub const HELP: &str = "Help";
pub const LABEL: &str = "Label";
pub const CHOICES: &str = "Choices";

/// How the styles of the paragraphs that hold an answer begin.
pub const ANSWER: &str = "Answer";

/// What `LibreOffice` makes of a content control of Word, and what it says of a box.
pub const CONTROL: &str = "loext:content-control";
pub const CHECKED: &str = "loext:checked";

const TABLE: &str = "t.";

/// The table of a question; of a budget, that of a side.
pub fn table(question: &str, side: Option<&str>) -> String {
    match side {
        Some(side) => format!("{TABLE}{question}.{side}"),
        None => format!("{TABLE}{question}"),
    }
}

/// The question, and the side of a budget, that a table is named after.
pub fn table_of(name: &str) -> Option<(&str, Option<&str>)> {
    let name = name.strip_prefix(TABLE)?;
    Some(name.split_once('.').map_or((name, None), |(id, side)| (id, Some(side))))
}
