//! `styles.xml`: the styles that a suite offers by name, the page, its header and its footer; and `settings.xml`.

use super::body::TEXT_WIDTH;
use super::looks::{BOLD, BOLD_COMPLEX, LOOKS, Look};
use crate::documents::odf::{
    ACCENT, INK, ROOT, Style, default_text, language_style, page_of_pages, sides, style, typefaces,
    writing_mode,
};
use crate::documents::sheet::Dossier;
use crate::documents::xml::write::{Attributes, Xml};

/// `styles.xml`.
pub fn part(dossier: &Dossier) -> Vec<u8> {
    Xml::document("office:document-styles", ROOT, |xml| {
        typefaces(xml);
        xml.element("office:styles", &[], |xml| {
            default_style(xml, dossier);
            for look in LOOKS {
                paragraph_style(xml, look);
            }
            sided_styles(xml, dossier);
            text_styles(xml);
            outline(xml);
            lists(xml);
        });
        xml.element("office:automatic-styles", &[], |xml| {
            page_layout(xml, dossier);
            if let Some(lang) = &dossier.call.lang {
                language_style(xml, "call", lang);
            }
        });
        xml.element("office:master-styles", &[], |xml| pages(xml, dossier));
    })
}

fn default_style(xml: &mut Xml, dossier: &Dossier) {
    xml.element("style:default-style", &[("style:family", "paragraph")], |xml| {
        let paragraph = [
            writing_mode(dossier.right_to_left),
            ("fo:text-align", sides(dossier.right_to_left)[0]),
            ("fo:line-height", "130%"),
            ("fo:orphans", "2"),
            ("fo:widows", "2"),
            ("fo:hyphenation-ladder-count", "no-limit"),
            ("style:tab-stop-distance", "1.25cm"),
        ];
        xml.empty("style:paragraph-properties", &paragraph);
        default_text(xml, &dossier.lang);
    });
    xml.element("style:default-style", &[("style:family", "table")], |xml| {
        xml.empty("style:table-properties", &[("table:border-model", "collapsing")]);
    });
    xml.element("style:default-style", &[("style:family", "table-row")], |xml| {
        xml.empty("style:table-row-properties", &[("fo:keep-together", "auto")]);
    });
}

fn paragraph_style(xml: &mut Xml, look: &Look) {
    let level = look.name.strip_prefix("Heading_20_");
    let heading = level.map(|level| {
        [("style:next-style-name", "Text_20_body"), ("style:default-outline-level", level)]
    });
    let more: Attributes<'_> = heading.as_ref().map_or(&[], |heading| heading);
    style(xml, &Style::new("paragraph", look.name, look.parent), more, |xml| {
        match look.name {
            "Header" | "Footer" => tabbed(xml, look, TEXT_WIDTH),
            // In two columns.
            "Contents_20_1" => tabbed(xml, look, (TEXT_WIDTH - 100) / 2),
            _ if look.paragraph.is_empty() => {}
            _ => xml.empty("style:paragraph-properties", look.paragraph),
        }
        let text = with_complex(look.text);
        if !text.is_empty() {
            xml.empty("style:text-properties", &text);
        }
    });
}

/// With what follows a tab at the end of the line.
fn tabbed(xml: &mut Xml, look: &Look, width: u32) {
    xml.element("style:paragraph-properties", look.paragraph, |xml| {
        xml.element("style:tab-stops", &[], |xml| {
            let end = [("style:position", &*centimetres(width)), ("style:type", "right")];
            xml.empty("style:tab-stop", &end);
        });
    });
}

/// Figures end where lines end; a note has a bar where they start.
fn sided_styles(xml: &mut Xml, dossier: &Dossier) {
    let [start, end] = sides(dossier.right_to_left);
    style(xml, &Style::new("paragraph", "Amount", "Table_20_Contents"), &[], |xml| {
        xml.empty("style:paragraph-properties", &[("fo:text-align", end)]);
    });
    let bar = format!("2.5pt solid {ACCENT}");
    let (border, padding) = (format!("fo:border-{start}"), format!("fo:padding-{start}"));
    style(xml, &Style::new("paragraph", "Note", "Text_20_body"), &[], |xml| {
        let look = [(&*border, &*bar), (&*padding, "0.35cm"), ("style:join-border", "true")];
        xml.empty("style:paragraph-properties", &look);
    });
}

/// The size of Arabic or Hebrew letters is an attribute of its own.
fn with_complex(text: Attributes<'static>) -> Vec<(&'static str, &'static str)> {
    let sizes = text.iter().filter(|(name, _)| *name == "fo:font-size");
    let complex = sizes.flat_map(|(_, size)| {
        [("style:font-size-asian", *size), ("style:font-size-complex", *size)]
    });
    text.iter().copied().chain(complex).collect()
}

const TEXTS: [(&str, Attributes<'static>); 6] = [
    ("Strong_20_Emphasis", &[BOLD, BOLD_COMPLEX]),
    ("Emphasis", &[("fo:font-style", "italic"), ("style:font-style-complex", "italic")]),
    (
        "Internet_20_link",
        &[
            ("fo:color", ACCENT),
            ("style:text-underline-style", "solid"),
            ("style:text-underline-width", "auto"),
            ("style:text-underline-color", "font-color"),
        ],
    ),
    ("Index_20_Link", &[("fo:color", INK)]),
    ("Number", &[("fo:color", ACCENT)]),
    (
        "Required",
        &[
            ("fo:color", ACCENT),
            ("fo:font-size", "9pt"),
            ("fo:font-weight", "normal"),
            ("style:font-weight-complex", "normal"),
        ],
    ),
];

pub fn text_styles(xml: &mut Xml) {
    for (name, text) in TEXTS {
        style(xml, &Style::new("text", name, ""), &[], |xml| {
            xml.empty("style:text-properties", text);
        });
    }
}

/// Numbers are written in the titles, so that they read the same everywhere.
pub fn outline(xml: &mut Xml) {
    xml.element("text:outline-style", &[("style:name", "Outline")], |xml| {
        for level in ["1", "2"] {
            let level = [("text:level", level), ("style:num-format", "")];
            xml.empty("text:outline-level-style", &level);
        }
    });
}

pub fn lists(xml: &mut Xml) {
    let item = |xml: &mut Xml| {
        let mode = [("text:list-level-position-and-space-mode", "label-alignment")];
        xml.element("style:list-level-properties", &mode, |xml| {
            let place = [
                ("text:label-followed-by", "listtab"),
                ("text:list-tab-stop-position", "1cm"),
                ("fo:text-indent", "-0.5cm"),
                ("fo:margin-left", "1cm"),
            ];
            xml.empty("style:list-level-label-alignment", &place);
        });
    };
    xml.element("text:list-style", &[("style:name", "Bullets")], |xml| {
        let bullet = [("text:level", "1"), ("text:bullet-char", "•")];
        xml.element("text:list-level-style-bullet", &bullet, item);
    });
    xml.element("text:list-style", &[("style:name", "Numbers")], |xml| {
        let number = [("text:level", "1"), ("style:num-format", "1"), ("style:num-suffix", ".")];
        xml.element("text:list-level-style-number", &number, item);
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
            ("fo:margin-left", "2.2cm"),
            ("fo:margin-right", "2.2cm"),
            writing_mode(dossier.right_to_left),
        ];
        xml.empty("style:page-layout-properties", &page);
        let edge = |xml: &mut Xml, name: &str, space: &str| {
            xml.element(name, &[], |xml| {
                let box_of = [("fo:min-height", "1.1cm"), (space, "0.5cm")];
                xml.empty("style:header-footer-properties", &box_of);
            });
        };
        edge(xml, "style:header-style", "fo:margin-bottom");
        edge(xml, "style:footer-style", "fo:margin-top");
    });
}

/// The first page bears its title; the others say which dossier they are of.
fn pages(xml: &mut Xml, dossier: &Dossier) {
    let page = |name| [("style:name", name), ("style:page-layout-name", "A4")];
    let first = [&page("First")[..], &[("style:next-style-name", "Standard")]].concat();
    xml.element("style:master-page", &first, |xml| footer(xml, dossier));
    xml.element("style:master-page", &page("Standard"), |xml| {
        header(xml, dossier);
        footer(xml, dossier);
    });
}

fn header(xml: &mut Xml, dossier: &Dossier) {
    xml.element("style:header", &[], |xml| {
        xml.element("text:p", &[("text:style-name", "Header")], |xml| {
            let strong = [("text:style-name", "Strong_20_Emphasis")];
            xml.leaf("text:span", &strong, &dossier.heading());
            xml.empty("text:tab", &[]);
            xml.text(&dossier.service);
        });
        xml.element("text:p", &[("text:style-name", "Header")], |xml| match &dossier.call.lang {
            None => xml.text(&dossier.call.text),
            Some(_) => xml.leaf("text:span", &[("text:style-name", "call")], &dossier.call.text),
        });
    });
}

fn footer(xml: &mut Xml, dossier: &Dossier) {
    xml.element("style:footer", &[], |xml| {
        xml.element("text:p", &[("text:style-name", "Footer")], |xml| {
            xml.text(&dossier.footer);
            xml.empty("text:tab", &[]);
            page_of_pages(xml, &dossier.page_of);
        });
    });
}

/// Hundredths of a centimetre, as a length.
pub fn centimetres(hundredths: u32) -> String {
    format!("{}.{:02}cm", hundredths / 100, hundredths % 100)
}

/// `settings.xml`: fields and references are computed when the file is opened.
pub fn settings() -> Vec<u8> {
    Xml::document("office:document-settings", ROOT, |xml| {
        xml.element("office:settings", &[], |xml| {
            let set = [("config:name", "ooo:configuration-settings")];
            xml.element("config:config-item-set", &set, |xml| {
                for (name, kind, value) in [
                    ("UpdateReader", "boolean", "true"),
                    ("FieldAutoUpdate", "boolean", "true"),
                    ("LinkUpdateMode", "short", "0"),
                ] {
                    let item = [("config:name", name), ("config:type", kind)];
                    xml.leaf("config:config-item", &item, value);
                }
            });
        });
    })
}
