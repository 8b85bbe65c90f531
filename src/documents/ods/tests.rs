//! What the workbook promises, read with an XML parser and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use super::plan::{Figure, Plan, literal};
use super::write;
use crate::documents::opened::{self, Element, named, whole};
use crate::documents::sample;
use crate::documents::sheet::{Budget, Dossier, Kind, Question};

fn part(dossier: &Dossier, name: &str) -> String {
    opened::parts(write(dossier)).remove(name).expect("the part")
}

fn content(dossier: &Dossier) -> Vec<Element> {
    opened::elements(&part(dossier, "content.xml"))
}

fn budget(dossier: &Dossier) -> (&Question, &Budget) {
    dossier.budgets().next().expect("the sample has a budget")
}

fn change(dossier: &mut Dossier, change: impl Fn(&mut Budget)) {
    for question in dossier.parts.iter_mut().flat_map(|part| &mut part.questions) {
        if let Kind::Budget(budget) = &mut question.kind {
            change(budget);
        }
    }
}

/// The cells of the sheet by their names: `B9`.
fn cells(elements: &[Element]) -> BTreeMap<String, &Element> {
    let mut cells = BTreeMap::new();
    for (row, (_, inside)) in whole(elements, "table:table-row").enumerate() {
        for (column, cell) in named(inside, "table:table-cell").enumerate() {
            let letter = ["A", "B", "C"][column];
            cells.insert(format!("{letter}{}", row + 1), cell);
        }
    }
    cells
}

#[test]
fn the_same_dossier_gives_the_same_bytes() {
    assert_eq!(write(&sample::dossier()), write(&sample::dossier()));
}

#[test]
fn every_field_of_the_budget_is_a_named_cell_of_its_own() {
    let dossier = sample::dossier();
    let elements = content(&dossier);
    let cells = cells(&elements);
    let places: BTreeMap<&str, String> = named(&elements, "table:named-range")
        .map(|range| {
            let cell = range.get("table:cell-range-address");
            let (_, cell) = cell.split_once('.').expect("a sheet and a cell");
            (range.get("table:name"), cell.replace('$', ""))
        })
        .collect();
    let (question, _) = budget(&dossier);
    // The SIRET number and the ceiling have names too.
    assert_eq!(places.len(), question.fields(&dossier.words).len() + 2);
    assert_eq!(places.values().collect::<BTreeSet<_>>().len(), places.len());
    for (name, place) in &places {
        let cell = cells[place];
        let open = cell.get("table:formula").is_empty() && cell.text.is_empty();
        let computed = name.ends_with("_total") || *name == "plafond";
        assert_eq!(open, !computed, "{name} in {place}");
        let style = cell.get("table:style-name");
        assert_eq!(open, matches!(style, "Amount" | "Words"), "{name} is open to writing");
    }
    assert_eq!(cells["B8"].get("table:style-name"), "Amount");
    assert_eq!(places["f_budget_charges_humaines"], "B8");
}

#[test]
fn a_formula_carries_its_result() {
    let dossier = sample::dossier();
    let elements = content(&dossier);
    let formulas: Vec<&Element> = named(&elements, "table:table-cell")
        .filter(|cell| !cell.get("table:formula").is_empty())
        .collect();
    assert_eq!(formulas.len(), 6, "two totals, the difference, three verdicts");
    for cell in formulas {
        let value = [cell.get("office:value"), cell.get("office:string-value")].concat();
        assert_eq!(value, cell.text);
        assert!(["0", "À remplir."].contains(&&*value), "{value}");
    }
}

#[test]
fn formulas_name_the_cells_of_the_plan() {
    let dossier = sample::dossier();
    let (question, budget) = budget(&dossier);
    let plan = Plan::new(&dossier, question, budget);
    assert_eq!(plan.charges.total(), "SUM([.B8:.B9])");
    let Figure::Formula(difference) = &plan.checks[0].figure else { panic!("a formula") };
    assert_eq!(difference, "ROUND([.B10]-[.B15];2)");
    let words = &dossier.words.budget;
    let ceiling = format!(
        "IF(COUNT([.B13])=0;{};IF(SUM([.B13])>[.B19];{};{}))",
        literal(&words.to_fill),
        literal(&words.above_ceiling),
        literal(&words.within_ceiling),
    );
    assert_eq!(plan.checks[1].verdict, ceiling);
}

#[test]
fn a_budget_may_have_no_line() {
    let mut dossier = sample::dossier();
    change(&mut dossier, |budget| {
        budget.charges.clear();
        budget.resources.clear();
    });
    let (question, budget) = budget(&dossier);
    let plan = Plan::new(&dossier, question, budget);
    assert_eq!(plan.charges.total(), "SUM([.B7:.B7])", "the row of the title");
    assert_eq!(plan.checks.len(), 1);
    opened::elements(&part(&dossier, "content.xml"));
}

#[test]
fn the_sheet_is_locked_checked_and_its_head_repeated() {
    let dossier = sample::dossier();
    let elements = content(&dossier);
    let sheet = named(&elements, "table:table").next().expect("a sheet");
    assert_eq!(sheet.get("table:protected"), "true");
    let rules: Vec<&str> =
        named(&elements, "table:content-validation").map(|r| r.get("table:name")).collect();
    for cell in named(&elements, "table:table-cell") {
        let rule = cell.get("table:content-validation-name");
        assert!(rule.is_empty() || rules.contains(&rule));
        assert_eq!(cell.get("table:style-name") == "Amount", rule == "amount");
    }
    let refusal = named(&elements, "table:error-message").next().expect("a message");
    assert_eq!(refusal.text, dossier.words.budget.not_an_amount);
    let (_, head) = whole(&elements, "table:table-header-rows").next().expect("a head");
    let heads: Vec<&str> = named(head, "table:table-cell").map(|cell| &*cell.text).collect();
    assert_eq!(heads, ["Budget prévisionnel", "Montant (€)", "Justification"]);
    let settings = opened::elements(&part(&dossier, "settings.xml"));
    let split = named(&settings, "config:config-item")
        .find(|item| item.get("config:name") == "VerticalSplitPosition");
    assert_eq!(split.map(|item| &*item.text), Some("6"));
}

#[test]
fn words_cannot_leave_a_formula() {
    assert_eq!(literal("a\";B1;\"b"), "\"a\"\";B1;\"\"b\"");
}

#[test]
fn a_sheet_is_named_as_every_program_accepts() {
    let named = |label: &str| {
        let mut dossier = sample::dossier();
        for question in dossier.parts.iter_mut().flat_map(|part| &mut part.questions) {
            question.label.text = label.to_owned();
        }
        let (question, budget) = budget(&dossier);
        Plan::new(&dossier, question, budget).name
    };
    assert_eq!(named("Budget : l'année [2022]"), "Budget  lannée 2022");
    assert_eq!(named(&"é".repeat(40)).chars().count(), 31);
    assert_eq!(named("???"), "Budget");
}

#[test]
fn the_sheet_goes_from_right_to_left() {
    let elements = content(&sample::right_to_left());
    let table = named(&elements, "style:table-properties").next().expect("a sheet");
    assert_eq!(table.get("style:writing-mode"), "rl-tb");
}

#[test]
fn the_workbook_is_as_it_was_accepted() {
    let xml = part(&sample::dossier(), "content.xml");
    let start = xml.find("<office:spreadsheet>").expect("the sheets");
    let end = xml.find("</office:body>").expect("their end");
    opened::is_as_accepted(&xml[start..end], "budget.ods.xml");
}
