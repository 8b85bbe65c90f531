//! `content.xml`: the sheets, row by row; `settings.xml`: what stays in view.

use super::plan::{Figure, Plan, Side};
use super::styles::{COLUMNS, automatic};
use crate::documents::odf::{ROOT, typefaces};
use crate::documents::paragraph::Paragraph;
use crate::documents::sheet::{BudgetLine, Dossier};
use crate::documents::xml::write::Xml;

/// How many characters of a note fit on a line, which its row must be high enough for.
const LINE_LENGTH: usize = 95;

/// `content.xml`.
pub fn part(dossier: &Dossier, plans: &[Plan<'_>]) -> Vec<u8> {
    Xml::document("office:document-content", ROOT, |xml| {
        typefaces(xml);
        xml.element("office:automatic-styles", &[], |xml| automatic(xml, dossier));
        xml.element("office:body", &[], |xml| {
            xml.element("office:spreadsheet", &[], |xml| {
                validations(xml, dossier);
                for plan in plans {
                    sheet(xml, plan);
                }
                names(xml, plans);
            });
        });
    })
}

/// What an open cell refuses, and why.
fn validations(xml: &mut Xml, dossier: &Dossier) {
    let words = &dossier.words;
    let length = words.limit(300);
    xml.element("table:content-validations", &[], |xml| {
        for (name, condition, title, message) in [
            (
                "amount",
                "of:cell-content-is-decimal-number() and cell-content()>=0",
                &words.amount,
                &words.budget.not_an_amount,
            ),
            ("words", "of:cell-content-text-length()<=300", &words.budget.justification, &length),
        ] {
            let rule = [
                ("table:name", name),
                ("table:condition", condition),
                ("table:allow-empty-cell", "true"),
                ("table:display-list", "none"),
            ];
            xml.element("table:content-validation", &rule, |xml| {
                let said = [
                    ("table:title", title.as_str()),
                    ("table:display", "true"),
                    ("table:message-type", "stop"),
                ];
                xml.element("table:error-message", &said, |xml| xml.leaf("text:p", &[], message));
            });
        }
    });
}

fn names(xml: &mut Xml, plans: &[Plan<'_>]) {
    xml.element("table:named-expressions", &[], |xml| {
        for plan in plans {
            for name in plan.names() {
                let cell = format!("$'{}'.${}${}", plan.name, name.column, name.row);
                let named = [
                    ("table:name", name.word.as_str()),
                    ("table:base-cell-address", &cell),
                    ("table:cell-range-address", &cell),
                ];
                xml.empty("table:named-range", &named);
            }
        }
    });
}

fn sheet(xml: &mut Xml, plan: &Plan<'_>) {
    let named = [
        ("table:name", plan.name.as_str()),
        ("table:style-name", "sheet"),
        ("table:protected", "true"),
    ];
    xml.element("table:table", &named, |xml| {
        xml.leaf("table:title", &[], &plan.question.label.text);
        for (name, _) in COLUMNS {
            let column = [("table:style-name", name), ("table:default-cell-style-name", "Default")];
            xml.empty("table:table-column", &column);
        }
        opening(xml, plan);
        xml.element("table:table-header-rows", &[], |xml| head(xml, plan));
        for lines in [&plan.charges, &plan.resources] {
            side(xml, lines, &plan.dossier.words.total);
            empty_row(xml);
        }
        checks(xml, plan);
        empty_row(xml);
        for note in &plan.budget.notes {
            whole_row(xml, "Note", &plain(note));
        }
    });
}

fn opening(xml: &mut Xml, plan: &Plan<'_>) {
    let dossier = plan.dossier;
    whole_row(xml, "Title", &format!("{} {}", plan.question.label.text, dossier.within));
    whole_row(xml, "Subtitle", &dossier.call.text);
    whole_row(xml, "How", &dossier.words.budget.how);
    if let Some((question, _)) = plan.applicant {
        row(xml, |xml| {
            words_cell(xml, "Label", &question.label.text);
            xml.empty("table:table-cell", &[("table:style-name", "Words")]);
            empty_cell(xml, "Default");
        });
        empty_row(xml);
    }
}

fn head(xml: &mut Xml, plan: &Plan<'_>) {
    let words = &plan.dossier.words;
    row(xml, |xml| {
        words_cell(xml, "Head", &plan.question.label.text);
        words_cell(xml, "Head_20_amount", &words.amount);
        words_cell(xml, "Head", &words.budget.justification);
    });
}

fn side(xml: &mut Xml, side: &Side<'_>, total: &str) {
    group_row(xml, side.title);
    for line in side.lines {
        line_row(xml, line);
    }
    row(xml, |xml| {
        words_cell(xml, "Total", total);
        sum_cell(xml, "Total_20_amount", &side.total());
        empty_cell(xml, "Total");
    });
}

fn checks(xml: &mut Xml, plan: &Plan<'_>) {
    let words = &plan.dossier.words.budget;
    group_row(xml, &words.checks);
    for check in &plan.checks {
        xml.element("table:table-row", &[("table:style-name", "row-check")], |xml| {
            words_cell(xml, "Label", check.label);
            match &check.figure {
                Figure::Formula(formula) => sum_cell(xml, "Computed", formula),
                Figure::Ceiling(ceiling) => number_cell(xml, "Computed", *ceiling),
                Figure::None => empty_cell(xml, "Computed"),
            }
            verdict_cell(xml, &check.verdict, &words.to_fill);
        });
    }
}

fn row(xml: &mut Xml, cells: impl FnOnce(&mut Xml)) {
    xml.element("table:table-row", &[("table:style-name", "row")], cells);
}

fn empty_row(xml: &mut Xml) {
    row(xml, |xml| {
        let columns = COLUMNS.len().to_string();
        xml.empty("table:table-cell", &[("table:number-columns-repeated", &columns)]);
    });
}

/// Words over all columns.
fn whole_row(xml: &mut Xml, style: &str, words: &str) {
    let lines = words.chars().count().div_ceil(LINE_LENGTH).clamp(1, 4);
    let height = match style {
        "Title" => "row-title".to_owned(),
        "How" if lines == 1 => "row-how".to_owned(),
        _ => format!("row-{lines}"),
    };
    let columns = COLUMNS.len().to_string();
    xml.element("table:table-row", &[("table:style-name", &height)], |xml| {
        let cell = [
            ("table:style-name", style),
            ("office:value-type", "string"),
            ("table:number-columns-spanned", columns.as_str()),
            ("table:number-rows-spanned", "1"),
        ];
        xml.element("table:table-cell", &cell, |xml| xml.leaf("text:p", &[], words));
        xml.empty("table:covered-table-cell", &[("table:number-columns-repeated", "2")]);
    });
}

fn group_row(xml: &mut Xml, title: &str) {
    xml.element("table:table-row", &[("table:style-name", "row-group")], |xml| {
        words_cell(xml, "Group", title);
        empty_cell(xml, "Group");
        empty_cell(xml, "Group");
    });
}

fn line_row(xml: &mut Xml, line: &BudgetLine) {
    let height = if line.justified { "row-words" } else { "row" };
    xml.element("table:table-row", &[("table:style-name", height)], |xml| {
        words_cell(xml, "Label", &line.label.text);
        open_cell(xml, "Amount", "amount");
        if line.justified {
            open_cell(xml, "Words", "words");
        } else {
            empty_cell(xml, "Label");
        }
    });
}

fn words_cell(xml: &mut Xml, style: &str, words: &str) {
    let cell = [("table:style-name", style), ("office:value-type", "string")];
    xml.element("table:table-cell", &cell, |xml| xml.leaf("text:p", &[], words));
}

fn number_cell(xml: &mut Xml, style: &str, number: f64) {
    let number = number.to_string();
    let cell = [("table:style-name", style), ("office:value-type", "float")];
    let cell = [&cell[..], &[("office:value", &number)]].concat();
    xml.element("table:table-cell", &cell, |xml| xml.leaf("text:p", &[], &number));
}

/// A figure that is 0 while nothing is filled in.
fn sum_cell(xml: &mut Xml, style: &str, formula: &str) {
    let formula = format!("of:={formula}");
    let cell = [
        ("table:style-name", style),
        ("table:formula", &formula),
        ("office:value-type", "float"),
        ("office:value", "0"),
    ];
    xml.element("table:table-cell", &cell, |xml| xml.leaf("text:p", &[], "0"));
}

/// Words that are these while nothing is filled in.
fn verdict_cell(xml: &mut Xml, formula: &str, words: &str) {
    let formula = format!("of:={formula}");
    let cell = [
        ("table:style-name", "message"),
        ("table:formula", &formula),
        ("office:value-type", "string"),
        ("office:string-value", words),
    ];
    xml.element("table:table-cell", &cell, |xml| xml.leaf("text:p", &[], words));
}

/// A cell to fill in.
fn open_cell(xml: &mut Xml, style: &str, rule: &str) {
    let cell = [("table:style-name", style), ("table:content-validation-name", rule)];
    xml.empty("table:table-cell", &cell);
}

fn empty_cell(xml: &mut Xml, style: &str) {
    xml.empty("table:table-cell", &[("table:style-name", style)]);
}

fn plain(paragraph: &Paragraph) -> String {
    paragraph.runs.iter().map(|run| run.text.as_str()).collect()
}

/// `settings.xml`: the head stays in view, and the first cell to fill in is chosen.
pub fn settings(plans: &[Plan<'_>]) -> Vec<u8> {
    Xml::document("office:document-settings", ROOT, |xml| {
        xml.element("office:settings", &[], |xml| {
            named(xml, "config:config-item-set", "ooo:view-settings", |xml| {
                named(xml, "config:config-item-map-indexed", "Views", |xml| {
                    xml.element("config:config-item-map-entry", &[], |xml| {
                        item(xml, "ViewId", "string", "view1");
                        named(xml, "config:config-item-map-named", "Tables", |xml| {
                            for plan in plans {
                                let (head, first) = (plan.head.to_string(), plan.head + 1);
                                let first = first.to_string();
                                named(xml, "config:config-item-map-entry", &plan.name, |xml| {
                                    item(xml, "CursorPositionX", "int", "1");
                                    item(xml, "CursorPositionY", "int", &first);
                                    item(xml, "HorizontalSplitMode", "short", "0");
                                    item(xml, "VerticalSplitMode", "short", "2");
                                    item(xml, "VerticalSplitPosition", "int", &head);
                                    item(xml, "ActiveSplitRange", "short", "2");
                                    item(xml, "PositionTop", "int", "0");
                                    item(xml, "PositionBottom", "int", &head);
                                    item(xml, "ShowGrid", "boolean", "false");
                                });
                            }
                        });
                    });
                });
            });
        });
    })
}

fn named(xml: &mut Xml, element: &str, name: &str, content: impl FnOnce(&mut Xml)) {
    xml.element(element, &[("config:name", name)], content);
}

fn item(xml: &mut Xml, name: &str, kind: &str, value: &str) {
    xml.leaf("config:config-item", &[("config:name", name), ("config:type", kind)], value);
}
