//! `styles.xml`: how each kind of cell looks, and the printed page; and the styles of columns, rows and sheets.

use super::plan::literal;
use crate::documents::odf::{
    ACCENT, ACCENT_TINT, ROOT, SOFT, Style, TINT, default_text, language, page_of_pages, sides,
    sized, style, typefaces, writing_mode,
};
use crate::documents::sheet::Dossier;
use crate::documents::xml::write::{Attributes, Xml};

/// The columns and their widths.
pub const COLUMNS: [(&str, &str); 3] =
    [("column-label", "6.4cm"), ("column-amount", "3.2cm"), ("column-words", "7.6cm")];

/// The rows, their heights, and whether they grow with what they hold.
const ROWS: [(&str, &str, &str); 10] = [
    ("row", "0.75cm", "true"),
    ("row-title", "1.3cm", "false"),
    ("row-how", "1.05cm", "false"),
    ("row-group", "1.1cm", "false"),
    ("row-check", "1.1cm", "false"),
    // Three hundred characters.
    ("row-words", "3.1cm", "false"),
    // So many lines over all columns: a merged cell does not tell its row how high to be.
    ("row-1", "0.75cm", "false"),
    ("row-2", "1.2cm", "false"),
    ("row-3", "1.65cm", "false"),
    ("row-4", "2.1cm", "false"),
];

/// What is wrong is said in words, and shown by this colour too.
const WRONG: &str = "#8a4708";
const WRONG_TINT: &str = "#fcf1e0";

/// A style of cells.
struct Look {
    name: &'static str,
    parent: &'static str,
    /// How it shows what it holds: `euros`, with two decimals; `words`, as it was typed.
    format: Option<&'static str>,
    cell: Attributes<'static>,
    text: Attributes<'static>,
}

const fn look(
    name: &'static str,
    parent: &'static str,
    cell: Attributes<'static>,
    text: Attributes<'static>,
) -> Look {
    Look { name, parent, format: None, cell, text }
}

const fn figures(name: &'static str, parent: &'static str, cell: Attributes<'static>) -> Look {
    Look { name, parent, format: Some("euros"), cell, text: &[] }
}

const BOLD: (&str, &str) = ("fo:font-weight", "bold");
const BOLD_COMPLEX: (&str, &str) = ("style:font-weight-complex", "bold");
const OPEN: (&str, &str) = ("style:cell-protect", "none");
const FIXED: (&str, &str) = ("style:text-align-source", "fix");
const WRAP: (&str, &str) = ("fo:wrap-option", "wrap");
const READ: &[(&str, &str)] =
    &[("fo:background-color", TINT), ("fo:border-bottom", "0.75pt solid #dcdbd4")];
const WRITE: &[(&str, &str)] = &[OPEN, ("fo:border", "0.75pt solid #7b827e")];

const LOOKS: &[Look] = &[
    look(
        "Title",
        "Default",
        &[("style:vertical-align", "middle")],
        &[("fo:font-size", "20pt"), BOLD, BOLD_COMPLEX],
    ),
    look("Subtitle", "Default", &[("style:vertical-align", "top")], &[("fo:color", SOFT)]),
    look("How", "Default", &[("style:vertical-align", "top")], &[]),
    look("Note", "Default", &[("style:vertical-align", "top")], &[("fo:color", SOFT)]),
    look(
        "Head",
        "Default",
        &[("fo:background-color", ACCENT_TINT), ("fo:border-bottom", "1.5pt solid #0b5c4a")],
        &[BOLD, BOLD_COMPLEX],
    ),
    look("Head_20_amount", "Head", &[], &[]),
    look(
        "Group",
        "Default",
        &[("style:vertical-align", "bottom")],
        &[("fo:color", ACCENT), ("fo:font-size", "13pt"), BOLD, BOLD_COMPLEX],
    ),
    look("Label", "Default", READ, &[]),
    figures("Amount", "Default", WRITE),
    Look {
        name: "Words",
        parent: "Default",
        format: Some("words"),
        cell: WRITE,
        text: &[("fo:font-size", "9.5pt"), ("style:font-size-complex", "9.5pt")],
    },
    look("Total", "Default", &[("fo:background-color", ACCENT_TINT)], &[BOLD, BOLD_COMPLEX]),
    figures("Total_20_amount", "Total", &[]),
    figures("Computed", "Label", &[]),
];

/// `styles.xml`.
pub fn part(dossier: &Dossier) -> Vec<u8> {
    Xml::document("office:document-styles", ROOT, |xml| {
        typefaces(xml);
        xml.element("office:styles", &[], |xml| {
            formats(xml, dossier);
            default_style(xml, dossier);
            for look in LOOKS {
                cell_style(xml, look, dossier);
            }
            wrong(xml);
        });
        xml.element("office:automatic-styles", &[], |xml| {
            region_styles(xml);
            page_layout(xml, dossier);
        });
        xml.element("office:master-styles", &[], |xml| page(xml, dossier));
    })
}

/// Amounts have two decimals, thousands apart, as the language writes them; words stay as they were typed.
fn formats(xml: &mut Xml, dossier: &Dossier) {
    let said = language(&dossier.lang);
    let mut named = vec![("style:name", "euros")];
    for (attribute, value) in &said {
        match *attribute {
            "fo:language" => named.push(("number:language", value.as_str())),
            "fo:country" if value != "none" => named.push(("number:country", value.as_str())),
            _ => {}
        }
    }
    xml.element("number:number-style", &named, |xml| {
        let number = [
            ("number:decimal-places", "2"),
            ("number:min-decimal-places", "2"),
            ("number:min-integer-digits", "1"),
            ("number:grouping", "true"),
        ];
        xml.empty("number:number", &number);
    });
    xml.element("number:text-style", &[("style:name", "words")], |xml| {
        xml.empty("number:text-content", &[]);
    });
}

fn default_style(xml: &mut Xml, dossier: &Dossier) {
    style(xml, &Style::new("table-cell", "Default", ""), &[], |xml| {
        let cell = [
            ("style:cell-protect", "protected"),
            ("style:vertical-align", "middle"),
            ("fo:padding-top", "0.15cm"),
            ("fo:padding-bottom", "0.15cm"),
            ("fo:padding-left", "0.2cm"),
            ("fo:padding-right", "0.2cm"),
            WRAP,
            FIXED,
        ];
        xml.empty("style:table-cell-properties", &cell);
        xml.empty(
            "style:paragraph-properties",
            &[
                writing_mode(dossier.right_to_left),
                ("fo:text-align", sides(dossier.right_to_left)[0]),
            ],
        );
        default_text(xml, &dossier.lang);
    });
}

fn cell_style(xml: &mut Xml, look: &Look, dossier: &Dossier) {
    let format = look.format.map(|format| [("style:data-style-name", format)]);
    let more: Attributes<'_> = format.as_ref().map_or(&[], |format| format);
    style(xml, &Style::new("table-cell", look.name, look.parent), more, |xml| {
        // A suite hears of an alignment only where a style says that it is not the usual one.
        let at_end = look.format == Some("euros") || look.name == "Head_20_amount";
        let fixed: Attributes<'_> = if at_end { &[FIXED] } else { &[] };
        let cell = [look.cell, fixed].concat();
        if !cell.is_empty() {
            xml.empty("style:table-cell-properties", &cell);
        }
        if at_end {
            xml.empty(
                "style:paragraph-properties",
                &[("fo:text-align", sides(dossier.right_to_left)[1])],
            );
        }
        if !look.text.is_empty() {
            xml.empty("style:text-properties", look.text);
        }
    });
}

/// What a check says, when it says that something is wrong.
fn wrong(xml: &mut Xml) {
    style(xml, &Style::new("table-cell", "Wrong", "Label"), &[], |xml| {
        xml.empty("style:table-cell-properties", &[("fo:background-color", WRONG_TINT)]);
        xml.empty("style:text-properties", &[("fo:color", WRONG), BOLD, BOLD_COMPLEX]);
    });
}

/// What a check says; a suite knows conditions in automatic styles only.
fn message(xml: &mut Xml, dossier: &Dossier) {
    let words = &dossier.words.budget;
    style(xml, &Style::new("table-cell", "message", "Label"), &[], |xml| {
        for wrong in [&words.unbalanced, &words.above_ceiling, &words.unjustified] {
            let condition = format!("cell-content()={}", literal(wrong));
            let map =
                [("style:condition", condition.as_str()), ("style:apply-style-name", "Wrong")];
            xml.empty("style:map", &map);
        }
    });
}

fn page_layout(xml: &mut Xml, dossier: &Dossier) {
    xml.element("style:page-layout", &[("style:name", "A4")], |xml| {
        let page = [
            ("fo:page-width", "21cm"),
            ("fo:page-height", "29.7cm"),
            ("style:print-orientation", "portrait"),
            ("fo:margin-top", "1.4cm"),
            ("fo:margin-bottom", "1.2cm"),
            ("fo:margin-left", "1.9cm"),
            ("fo:margin-right", "1.9cm"),
            ("style:print", "objects charts drawings zero-values"),
            ("style:scale-to-X", "1"),
            writing_mode(dossier.right_to_left),
        ];
        xml.empty("style:page-layout-properties", &page);
        for (name, space) in
            [("style:header-style", "fo:margin-bottom"), ("style:footer-style", "fo:margin-top")]
        {
            xml.element(name, &[], |xml| {
                let box_of = [
                    ("fo:min-height", "0.9cm"),
                    ("fo:margin-left", "0cm"),
                    ("fo:margin-right", "0cm"),
                    (space, "0.4cm"),
                ];
                xml.empty("style:header-footer-properties", &box_of);
            });
        }
    });
}

fn page(xml: &mut Xml, dossier: &Dossier) {
    let named = [("style:name", "Default"), ("style:page-layout-name", "A4")];
    xml.element("style:master-page", &named, |xml| {
        xml.element("style:header", &[], |xml| {
            let title = dossier.heading();
            regions(xml, dossier, |xml| xml.text(&title), |xml| xml.text(&dossier.service));
        });
        xml.element("style:footer", &[], |xml| {
            let page = |xml: &mut Xml| page_of_pages(xml, &dossier.page_of);
            regions(xml, dossier, |xml| xml.text(&dossier.footer), page);
        });
    });
}

/// What a header or a footer says where lines start, and where they end.
fn regions(
    xml: &mut Xml,
    dossier: &Dossier,
    start: impl FnOnce(&mut Xml),
    end: impl FnOnce(&mut Xml),
) {
    if dossier.right_to_left {
        region(xml, "left", end);
        region(xml, "right", start);
    } else {
        region(xml, "left", start);
        region(xml, "right", end);
    }
}

/// Words at one side of the header or of the footer.
fn region(xml: &mut Xml, side: &str, content: impl FnOnce(&mut Xml)) {
    xml.element(&format!("style:region-{side}"), &[], |xml| {
        xml.element("text:p", &[("text:style-name", side)], |xml| {
            xml.element("text:span", &[("text:style-name", "small")], content);
        });
    });
}

fn region_styles(xml: &mut Xml) {
    for side in ["left", "right"] {
        style(xml, &Style::new("paragraph", side, ""), &[], |xml| {
            xml.empty("style:paragraph-properties", &[("fo:text-align", side)]);
        });
    }
    style(xml, &Style::new("text", "small", ""), &[], |xml| {
        let look =
            [("fo:color", SOFT), ("fo:font-size", "8pt"), ("style:font-size-complex", "8pt")];
        xml.empty("style:text-properties", &look);
    });
}

/// The automatic styles of the sheets.
pub fn automatic(xml: &mut Xml, dossier: &Dossier) {
    message(xml, dossier);
    for (name, width) in COLUMNS {
        sized(xml, "table-column", name, &[("style:column-width", width)]);
    }
    for (name, height, grows) in ROWS {
        let size = [("style:row-height", height), ("style:use-optimal-row-height", grows)];
        sized(xml, "table-row", name, &size);
    }
    let page = [("style:master-page-name", "Default")];
    style(xml, &Style::new("table", "sheet", ""), &page, |xml| {
        xml.empty(
            "style:table-properties",
            &[("table:display", "true"), writing_mode(dossier.right_to_left)],
        );
    });
}
