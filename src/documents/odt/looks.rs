//! How each kind of paragraph looks.
//!
//! Names that the office suites know (`Heading_20_1`) are theirs; the others say what a paragraph is. The reader knows
//! the words around an answer by these names.

use super::names::{CHOICES, HELP, LABEL};
use crate::documents::odf::{ACCENT, INK, SOFT};
use crate::documents::xml::write::Attributes;

/// A paragraph style: its name, that on which it builds, and what it adds.
pub struct Look {
    pub name: &'static str,
    pub parent: &'static str,
    pub paragraph: Attributes<'static>,
    pub text: Attributes<'static>,
}

const fn look(
    name: &'static str,
    parent: &'static str,
    paragraph: Attributes<'static>,
    text: Attributes<'static>,
) -> Look {
    Look { name, parent, paragraph, text }
}

const KEPT: (&str, &str) = ("fo:keep-with-next", "always");
pub const BOLD: (&str, &str) = ("fo:font-weight", "bold");
pub const BOLD_COMPLEX: (&str, &str) = ("style:font-weight-complex", "bold");

/// Every paragraph style that is the same in all dossiers.
pub const LOOKS: &[Look] = &[
    look("Standard", "", &[], &[]),
    look("Text_20_body", "Standard", &[("fo:margin-bottom", "0.18cm")], &[]),
    look(
        "Service",
        "Standard",
        &[("fo:margin-top", "0.6cm"), ("fo:margin-bottom", "1.1cm")],
        &[("fo:color", ACCENT), ("fo:font-size", "11pt"), BOLD, BOLD_COMPLEX],
    ),
    look(
        "Title",
        "Standard",
        &[("fo:margin-bottom", "0.25cm"), ("fo:line-height", "105%"), KEPT],
        &[("fo:color", INK), ("fo:font-size", "30pt"), BOLD, BOLD_COMPLEX],
    ),
    look(
        "Subtitle",
        "Standard",
        &[("fo:line-height", "125%")],
        &[("fo:color", SOFT), ("fo:font-size", "13pt")],
    ),
    look(
        "Guide_20_heading",
        "Standard",
        &[
            ("fo:margin-left", "0.5cm"),
            ("fo:margin-right", "0.5cm"),
            ("fo:margin-top", "0.3cm"),
            ("fo:margin-bottom", "0.05cm"),
            KEPT,
        ],
        &[("fo:color", ACCENT), ("fo:font-size", "11pt"), BOLD, BOLD_COMPLEX],
    ),
    look(
        "Guide",
        "Standard",
        &[("fo:margin-left", "0.5cm"), ("fo:margin-right", "0.5cm"), ("fo:margin-bottom", "0.1cm")],
        &[],
    ),
    look(
        "Contents_20_Heading",
        "Standard",
        &[("fo:margin-top", "0.9cm"), ("fo:margin-bottom", "0.25cm"), KEPT],
        &[("fo:color", ACCENT), ("fo:font-size", "13pt"), BOLD, BOLD_COMPLEX],
    ),
    look(
        "Contents_20_1",
        "Standard",
        &[
            ("fo:padding-top", "0.12cm"),
            ("fo:padding-bottom", "0.12cm"),
            ("fo:border-bottom", "0.5pt solid #dcdbd4"),
            ("style:join-border", "false"),
        ],
        &[],
    ),
    look(
        "Heading_20_1",
        "Standard",
        &[
            ("fo:margin-top", "0.9cm"),
            ("fo:margin-bottom", "0.3cm"),
            ("fo:padding-top", "0.22cm"),
            ("fo:border-top", "2pt solid #0b5c4a"),
            ("fo:line-height", "110%"),
            KEPT,
        ],
        &[("fo:color", ACCENT), ("fo:font-size", "18pt"), BOLD, BOLD_COMPLEX],
    ),
    look(
        "Heading_20_2",
        "Standard",
        &[
            ("fo:margin-top", "0.45cm"),
            ("fo:margin-bottom", "0.12cm"),
            ("fo:line-height", "115%"),
            KEPT,
        ],
        &[("fo:font-size", "11pt"), BOLD, BOLD_COMPLEX],
    ),
    // The three of LABEL_STYLES, which the reader leaves out.
    look(
        HELP,
        "Standard",
        &[("fo:margin-bottom", "0.1cm"), KEPT],
        &[("fo:color", SOFT), ("fo:font-size", "9.5pt")],
    ),
    look(
        LABEL,
        "Standard",
        &[("fo:margin-top", "0.1cm"), ("fo:margin-bottom", "0.08cm"), KEPT],
        &[("fo:font-size", "9.5pt"), BOLD, BOLD_COMPLEX],
    ),
    look(
        CHOICES,
        "Standard",
        &[("fo:margin-bottom", "0.12cm"), KEPT],
        &[("fo:color", SOFT), ("fo:font-size", "9.5pt"), ("fo:font-style", "italic")],
    ),
    look(
        "Answer",
        "Standard",
        &[
            ("fo:margin-bottom", "0.2cm"),
            ("fo:margin-left", "0.02cm"),
            ("fo:margin-right", "0.02cm"),
            ("fo:padding-top", "0.13cm"),
            ("fo:padding-bottom", "0.13cm"),
            ("fo:padding-left", "0.2cm"),
            ("fo:padding-right", "0.2cm"),
            ("fo:border", "0.5pt solid #7b827e"),
            ("style:join-border", "true"),
        ],
        &[],
    ),
    // The border again: it is one thing with its padding.
    look(
        "Signature_20_box",
        "Answer",
        &[
            ("fo:padding-top", "0.13cm"),
            ("fo:padding-bottom", "2.9cm"),
            ("fo:padding-left", "0.2cm"),
            ("fo:padding-right", "0.2cm"),
            ("fo:border", "0.5pt solid #7b827e"),
        ],
        &[],
    ),
    look("Answer_20_text", "Standard", &[("fo:line-height", "120%")], &[]),
    look(
        "Check",
        "Standard",
        &[
            ("fo:margin-left", "0.75cm"),
            ("fo:text-indent", "-0.75cm"),
            ("fo:margin-top", "0.05cm"),
            ("fo:margin-bottom", "0.12cm"),
            ("fo:keep-together", "always"),
        ],
        &[],
    ),
    look(
        "Check_20_help",
        "Standard",
        &[("fo:margin-left", "0.75cm"), ("fo:margin-bottom", "0.12cm")],
        &[("fo:color", SOFT), ("fo:font-size", "9.5pt")],
    ),
    look(
        "Table_20_Contents",
        "Standard",
        &[("fo:line-height", "115%")],
        &[("fo:font-size", "9.5pt")],
    ),
    look(
        "Table_20_Heading",
        "Table_20_Contents",
        &[("fo:line-height", "110%"), KEPT],
        &[("fo:font-size", "9pt"), BOLD, BOLD_COMPLEX],
    ),
    look("Row_20_heading", "Table_20_Contents", &[], &[]),
    look("Row_20_total", "Table_20_Contents", &[], &[BOLD, BOLD_COMPLEX]),
    look("Table_20_end", "Standard", &[("fo:line-height", "0.25cm")], &[("fo:font-size", "4pt")]),
    look(
        "Header",
        "Standard",
        &[("fo:line-height", "115%")],
        &[("fo:font-size", "8pt"), ("fo:color", SOFT)],
    ),
    look(
        "Footer",
        "Standard",
        &[("fo:line-height", "115%")],
        &[("fo:font-size", "8pt"), ("fo:color", SOFT)],
    ),
];
