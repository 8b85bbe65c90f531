//! Styles: every look has a name, so that a screen reader, a table of contents or a reader of answers can tell them
//! apart. A paragraph that is an item of a list has the style of its place, ended by `List`.

use super::ink::tag;
use super::look::{Border, Letters, Line, PADDING, PLAIN, SAME, Stand, bold, edge, letters, shade};
use super::names::{ANSWER, ANSWER_LINE, ANSWER_LONG, ANSWER_SHORT};
use super::paper::{
    ACCENT, ACCENT_TINT, EDGE, INDENT, INK, LINE, MEASURE, NAMESPACES, Paper, SOFT, TICK, TINT,
    WARN,
};
use crate::documents::xml::write::Xml;
use crate::model::id::Lang;

/// Every program has it, or one of the same measures.
const FONT: &str = "Arial";
/// From a bullet to its words.
const BULLET: usize = 340;

/// The styles of a letter.
const LETTER: [Style; 10] = [
    ("Service", "Service", Stand { after: 40, ..PLAIN }, bold(ACCENT, 24)),
    ("Sender", "Sender", Stand { after: 40, ..PLAIN }, letters(SOFT, 20)),
    ("Recipient", "Recipient", RECIPIENT, SAME),
    ("Dated", "Dated", Stand { before: 480, after: 360, ..RECIPIENT }, SAME),
    ("Heading1", "heading 1", SUBJECT, bold("", 24)),
    ("Heading2", "heading 2", Stand { level: Some(1), after: 80, ..SUBJECT }, bold(ACCENT, 22)),
    ("BodyText", "Body Text", LETTER_TEXT, SAME),
    ("BodyTextList", "Body Text List", listed(Stand { after: 60, ..PLAIN }), SAME),
    ("Header", "header", margin(Border::Bottom(LINE, 4)), letters(SOFT, 16)),
    ("Footer", "footer", margin(Border::Top(LINE, 4)), letters(SOFT, 16)),
];
/// The right half of the page, where the window of an envelope is.
const RECIPIENT: Stand = Stand { start: MEASURE / 2, after: 20, ..PLAIN };
const SUBJECT: Stand = Stand { next: true, before: 160, after: 240, level: Some(0), ..PLAIN };
const LETTER_TEXT: Stand = Stand { after: 160, ..PLAIN };

/// A style of paragraphs: its identifier, the name that programs show or know, its look.
type Style = (&'static str, &'static str, Stand, Letters);

const OPENING: [Style; 10] = [
    ("Service", "Service", Stand { after: 480, ..PLAIN }, bold(ACCENT, 24)),
    ("Title", "Title", Stand { next: true, after: 120, leading: 252, ..PLAIN }, bold("", 56)),
    ("Subtitle", "Subtitle", SUBTITLE, letters(SOFT, 28)),
    ("Lead", "Lead", LEAD, letters("", 22)),
    ("LeadList", "Lead List", listed(LEAD), letters("", 22)),
    ("GuideHeading", "Guide Heading", GUIDE_HEADING, bold(ACCENT, 22)),
    ("Guide", "Guide", Stand { after: 60, ..PLAIN }, SAME),
    ("GuideList", "Guide List", listed(Stand { after: 60, ..PLAIN }), SAME),
    ("Legend", "Legend", Stand { before: 320, leading: 300, ..PLAIN }, letters(SOFT, 0)),
    ("TOC1", "toc 1", CONTENTS, SAME),
];
const SUBTITLE: Stand = Stand { after: 320, border: Some(Border::Bottom(ACCENT, 12)), ..PLAIN };
const LEAD: Stand = Stand { after: 140, leading: 300, ..PLAIN };
const GUIDE_HEADING: Stand = Stand { before: 200, after: 40, level: Some(0), next: true, ..PLAIN };
const CONTENTS: Stand = Stand {
    after: 20,
    start: TICK,
    hanging: TICK,
    tabs: &[("left", TICK), ("right", MEASURE)],
    ..PLAIN
};

const QUESTIONS: [Style; 10] = [
    ("TOCHeading", "TOC Heading", CONTENTS_HEADING, bold(ACCENT, 26)),
    ("Heading1", "heading 1", PART, bold(ACCENT, 34)),
    ("Heading2", "heading 2", QUESTION, bold("", 22)),
    ("Introduction", "Introduction", UNDER, SAME),
    ("IntroductionList", "Introduction List", listed(UNDER), SAME),
    ("Help", "Help", UNDER, letters(SOFT, 19)),
    ("HelpList", "Help List", listed(UNDER), letters(SOFT, 19)),
    ("FieldLabel", "Field Label", Stand { before: 120, after: 60, ..UNDER }, bold("", 20)),
    ("Note", "Note", NOTE, SAME),
    ("NoteList", "Note List", listed(NOTE), SAME),
];
const CONTENTS_HEADING: Stand = Stand { next: true, before: 480, after: 120, ..PLAIN };
const HANGING: Stand = Stand {
    start: INDENT,
    hanging: INDENT,
    tabs: &[("left", INDENT)],
    next: true,
    whole: true,
    leading: 264,
    ..PLAIN
};
const PART: Stand = Stand {
    before: 560,
    after: 160,
    border: Some(Border::Top(ACCENT, 12)),
    level: Some(0),
    ..HANGING
};
const QUESTION: Stand = Stand { before: 260, after: 60, level: Some(1), ..HANGING };
const UNDER: Stand = Stand { start: INDENT, after: 80, next: true, ..PLAIN };
const NOTE: Stand = Stand {
    start: INDENT + PADDING,
    end: PADDING,
    after: 100,
    border: Some(Border::Panel),
    ..PLAIN
};

const ANSWERS: [Style; 10] = [
    (ANSWER, "Answer", BOX, SAME),
    (ANSWER_LONG, "Answer Long", Stand { whole: false, ..BOX }, SAME),
    (ANSWER_LINE, "Answer Line", BOX, SAME),
    ("AnswerLineNext", "Answer Line Next", Stand { next: true, ..BOX }, SAME),
    (ANSWER_SHORT, "Answer Short", SHORT, SAME),
    ("AnswerShortNext", "Answer Short Next", Stand { next: true, ..SHORT }, SAME),
    ("Tick", "Tick", TICKED, SAME),
    ("TickNext", "Tick Next", Stand { next: true, after: 40, ..TICKED }, SAME),
    ("TickHelp", "Tick Help", TICK_HELP, letters(SOFT, 19)),
    ("TickHelpList", "Tick Help List", listed(TICK_HELP), letters(SOFT, 19)),
];
const BOX: Stand = Stand {
    whole: true,
    border: Some(Border::Box),
    before: 100,
    after: 180,
    leading: 264,
    start: INDENT + PADDING,
    end: PADDING,
    ..PLAIN
};
const SHORT: Stand = Stand { end: 5000, ..BOX };
const TICKED: Stand = Stand {
    start: INDENT + TICK,
    hanging: INDENT + TICK,
    tabs: &[("left", INDENT), ("left", INDENT + TICK)],
    before: 60,
    after: 100,
    whole: true,
    ..PLAIN
};
const TICK_HELP: Stand = Stand { start: INDENT + TICK, after: 100, ..PLAIN };

const TABLES: [Style; 9] = [
    ("TableHead", "Table Head", kept(CELL), bold("", 18)),
    ("TableHeadFigures", "Table Head Figures", kept(FIGURES), bold("", 18)),
    ("TableCell", "Table Cell", CELL, letters("", 19)),
    ("TableCellFigures", "Table Cell Figures", FIGURES, letters("", 19)),
    ("TableCellNext", "Table Cell Next", kept(CELL), letters("", 19)),
    ("TableCellNextFigures", "Table Cell Next Figures", kept(FIGURES), letters("", 19)),
    ("AfterTable", "After Table", Stand { leading: 120, ..PLAIN }, letters("", 12)),
    ("Header", "header", margin(Border::Bottom(LINE, 4)), letters(SOFT, 16)),
    ("Footer", "footer", margin(Border::Top(LINE, 4)), letters(SOFT, 16)),
];
const CELL: Stand = Stand { before: 60, after: 60, leading: 252, ..PLAIN };
const FIGURES: Stand = Stand { figures: true, ..CELL };

const CHARACTERS: [(&str, &str, Letters); 4] = [
    ("Number", "Number", bold(ACCENT, 0)),
    ("Required", "Required", letters(WARN, 18)),
    ("PlaceholderText", "Placeholder Text", letters(SOFT, 0)),
    ("Strong", "Strong", bold("", 0)),
];

const fn listed(stand: Stand) -> Stand {
    Stand { start: stand.start + BULLET, hanging: BULLET, ..stand }
}

const fn kept(stand: Stand) -> Stand {
    Stand { next: true, ..stand }
}

const fn margin(border: Border) -> Stand {
    Stand { border: Some(border), tabs: &[("right", MEASURE)], leading: 252, ..PLAIN }
}

/// `word/styles.xml`.
pub fn styles(paper: &Paper) -> Vec<u8> {
    Xml::document("w:styles", &NAMESPACES, |xml| {
        let (lang, right_to_left) = (&paper.dossier.lang, paper.dossier.right_to_left);
        defaults(xml, lang, right_to_left);
        normal(xml, right_to_left);
        let all = OPENING.iter().chain(&QUESTIONS).chain(&ANSWERS).chain(&TABLES);
        all.for_each(|style| paragraph_style(xml, style));
        style(
            xml,
            &Named::new("paragraph", "Heading1First", "Heading 1 First", "Heading1"),
            |xml| {
                xml.element("w:pPr", &[], |xml| {
                    xml.empty("w:pageBreakBefore", &[]);
                    xml.empty("w:spacing", &[("w:before", "0")]);
                });
            },
        );
        for (id, name, letters) in &CHARACTERS {
            style(xml, &Named::new("character", id, name, ""), |xml| {
                letters.write(xml);
            });
        }
        marked(xml);
        table_style(xml);
    })
}

/// `word/styles.xml` of a letter.
pub fn letter_styles(lang: &Lang, right_to_left: bool) -> Vec<u8> {
    Xml::document("w:styles", &NAMESPACES, |xml| {
        defaults(xml, lang, right_to_left);
        normal(xml, right_to_left);
        for style in &LETTER {
            paragraph_style(xml, style);
        }
        style(xml, &Named::new("character", "Strong", "Strong", ""), |xml| {
            bold("", 0).write(xml);
        });
        marked(xml);
    })
}

fn paragraph_style(xml: &mut Xml, of: &Style) {
    let (id, name, stand, letters) = of;
    style(xml, &Named::new("paragraph", id, name, "Normal"), |xml| {
        xml.element("w:pPr", &[], |xml| stand.write(xml));
        letters.write(xml);
    });
}

fn defaults(xml: &mut Xml, lang: &Lang, right_to_left: bool) {
    xml.element("w:docDefaults", &[], |xml| {
        xml.element("w:rPrDefault", &[], |xml| {
            xml.element("w:rPr", &[], |xml| {
                let fonts = ["w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"].map(|name| (name, FONT));
                xml.empty("w:rFonts", &fonts);
                xml.empty("w:color", &[("w:val", INK)]);
                xml.empty("w:sz", &[("w:val", "21")]);
                xml.empty("w:szCs", &[("w:val", "21")]);
                let script = if right_to_left { "w:bidi" } else { "w:val" };
                xml.empty("w:lang", &[(script, &tag(lang))]);
            });
        });
        xml.element("w:pPrDefault", &[], |_| ());
    });
}

/// What every paragraph and every table begins with.
fn normal(xml: &mut Xml, right_to_left: bool) {
    let normal = [("w:type", "paragraph"), ("w:default", "1"), ("w:styleId", "Normal")];
    xml.element("w:style", &normal, |xml| {
        xml.empty("w:name", &[("w:val", "Normal")]);
        xml.empty("w:qFormat", &[]);
        xml.element("w:pPr", &[], |xml| {
            if right_to_left {
                xml.empty("w:bidi", &[]);
            }
        });
    });
    let table = [("w:type", "table"), ("w:default", "1"), ("w:styleId", "TableNormal")];
    xml.element("w:style", &table, |xml| {
        xml.empty("w:name", &[("w:val", "Normal Table")]);
        xml.empty("w:uiPriority", &[("w:val", "99")]);
        xml.empty("w:semiHidden", &[]);
        xml.element("w:tblPr", &[], |xml| xml.element("w:tblCellMar", &[], |xml| sides(xml, 0)));
    });
}

/// The name of a style, and that on which it builds, if any.
struct Named<'a> {
    kind: &'a str,
    id: &'a str,
    name: &'a str,
    based: &'a str,
}

impl<'a> Named<'a> {
    fn new(kind: &'a str, id: &'a str, name: &'a str, based: &'a str) -> Self {
        Self { kind, id, name, based }
    }
}

fn style(xml: &mut Xml, named: &Named<'_>, look: impl FnOnce(&mut Xml)) {
    let Named { kind, id, name, based } = *named;
    xml.element("w:style", &[("w:type", kind), ("w:styleId", id)], |xml| {
        xml.empty("w:name", &[("w:val", name)]);
        if !based.is_empty() {
            xml.empty("w:basedOn", &[("w:val", based)]);
        }
        xml.empty("w:qFormat", &[]);
        look(xml);
    });
}

/// Emphasis and links.
fn marked(xml: &mut Xml) {
    style(xml, &Named::new("character", "Emphasis", "Emphasis", ""), |xml| {
        xml.element("w:rPr", &[], |xml| {
            xml.empty("w:i", &[]);
            xml.empty("w:iCs", &[]);
        });
    });
    link(xml, "Hyperlink", ACCENT, "single");
    // That of contents is known by its place.
    link(xml, "ContentsLink", INK, "none");
}

fn link(xml: &mut Xml, name: &str, color: &str, line: &str) {
    style(xml, &Named::new("character", name, name, ""), |xml| {
        xml.element("w:rPr", &[], |xml| {
            xml.empty("w:color", &[("w:val", color)]);
            xml.empty("w:u", &[("w:val", line)]);
        });
    });
}

/// The look of tables to fill in.
fn table_style(xml: &mut Xml) {
    style(xml, &Named::new("table", "Questions", "Questions", "TableNormal"), |xml| {
        xml.element("w:tblPr", &[], |xml| {
            xml.element("w:tblBorders", &[], |xml| {
                for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
                    edge(xml, side, &Line { width: 4, space: 0, color: EDGE });
                }
            });
            xml.element("w:tblCellMar", &[], |xml| sides(xml, PADDING));
        });
        for (place, fill) in [("firstRow", ACCENT_TINT), ("firstCol", TINT)] {
            xml.element("w:tblStylePr", &[("w:type", place)], |xml| {
                xml.element("w:tcPr", &[], |xml| shade(xml, fill));
            });
        }
    });
}

fn sides(xml: &mut Xml, width: usize) {
    for (side, width) in [("w:top", 0), ("w:left", width), ("w:bottom", 0), ("w:right", width)] {
        xml.empty(side, &[("w:w", &width.to_string()), ("w:type", "dxa")]);
    }
}
