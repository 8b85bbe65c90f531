//! The sheet: who applies, charges, resources, and what is checked.

use std::collections::BTreeMap;

use rust_xlsxwriter::{
    ConditionalFormatFormula, DataValidation, DataValidationRule, Format, Formula,
    ProtectionOptions, Workbook, Worksheet, XlsxError,
};

use super::clipped::clipped;
use super::looks::Looks;
use crate::documents::names;
use crate::documents::paragraph::Paragraph;
use crate::documents::sheet::{Budget, BudgetLine, Dossier, Kind, Question};

const WORDS: u16 = 0;
const AMOUNTS: u16 = 1;
const REASONS: u16 = 2;
/// What a cell, and a text of a formula or a message, can hold.
const CELL: usize = 32_000;
const MESSAGE: usize = 255;

/// The longest justification, as in the other formats.
const REASON: u32 = 300;
/// Heights of rows, in points.
const ROW: f64 = 26.0;
const SECTION: f64 = 34.0;
const TALL: f64 = 72.0;

/// A side of the budget, as it is asked.
struct Asked<'a> {
    /// As it stands in the names of fields.
    id: &'static str,
    title: &'a str,
    lines: &'a [BudgetLine],
}

/// A check: the formulas that say that nothing is filled in and that something is wrong, and what is said then.
struct Check<'a> {
    nothing: &'a str,
    wrong: &'a str,
    bad: &'a str,
    good: &'a str,
}

/// A formula that is true of what is wrong, or of what is right.
enum Rule<'a> {
    Wrong(&'a str),
    Right(&'a str),
}

/// Where the amounts of a side stand.
struct Side {
    first: u32,
    total: u32,
    /// Rows of the aid asked of the State.
    aid: Vec<u32>,
    /// Rows that want a justification.
    justified: Vec<u32>,
}

/// The sheet as it is being written, from the top.
struct Ledger<'d> {
    sheet: Worksheet,
    name: String,
    dossier: &'d Dossier,
    looks: Looks,
    row: u32,
    /// The defined name of each field.
    bookmarks: BTreeMap<String, String>,
    /// Defined names, and what they name.
    named: Vec<(String, String)>,
}

/// Adds the sheet of a budget, and its names.
pub fn add(
    workbook: &mut Workbook,
    dossier: &Dossier,
    question: &Question,
    budget: &Budget,
) -> Result<(), XlsxError> {
    let mut sheet = Ledger::new(dossier, question)?;
    sheet.opening(question)?;
    sheet.head(question)?;
    let words = &dossier.words;
    let charges = Asked { id: "charges", title: &words.charges, lines: &budget.charges };
    let charges = sheet.side(question, &charges)?;
    let resources = Asked { id: "ressources", title: &words.resources, lines: &budget.resources };
    let resources = sheet.side(question, &resources)?;
    sheet.checks(&charges, &resources, budget)?;
    sheet.notes(&budget.notes)?;
    sheet.settings()?;
    for (name, place) in &sheet.named {
        workbook.define_name(name.as_str(), place)?;
    }
    workbook.push_worksheet(sheet.sheet);
    Ok(())
}

impl<'d> Ledger<'d> {
    fn new(dossier: &'d Dossier, question: &Question) -> Result<Self, XlsxError> {
        let name = sheet_name(&question.label.text);
        let mut sheet = Worksheet::new();
        sheet.set_name(&name)?;
        let fields = dossier.fields();
        let bookmarks = names::bookmarks(&fields);
        let bookmarks = fields.into_iter().map(|field| field.id).zip(bookmarks).collect();
        let looks = Looks::new();
        Ok(Self { sheet, name, dossier, looks, row: 0, bookmarks, named: Vec::new() })
    }

    fn opening(&mut self, question: &Question) -> Result<(), XlsxError> {
        let dossier = self.dossier;
        self.sheet.set_row_height(0, 30)?;
        let title = format!("{} {}", question.label.text, dossier.within);
        self.write(WORDS, &title, |looks| &looks.title)?;
        self.row += 1;
        self.write(WORDS, &dossier.call.text, |looks| &looks.soft)?;
        self.row += 1;
        self.write(WORDS, &dossier.words.budget.how, |looks| &looks.soft)?;
        self.row += 2;
        // A workbook travels alone: whose is it?
        let questions = dossier.parts.iter().flat_map(|part| &part.questions);
        if let Some(siret) = questions.into_iter().find(|asked| matches!(asked.kind, Kind::Siret)) {
            self.sheet.set_row_height(self.row, ROW)?;
            self.write(WORDS, &siret.label.text, |looks| &looks.label)?;
            self.blank(AMOUNTS, |looks| &looks.words)?;
            self.named(&siret.id, AMOUNTS);
            self.row += 2;
        }
        Ok(())
    }

    fn head(&mut self, question: &Question) -> Result<(), XlsxError> {
        let words = &self.dossier.words;
        self.write(WORDS, &question.label.text, |looks| &looks.head)?;
        self.write(AMOUNTS, &words.amount, |looks| &looks.head_figures)?;
        self.write(REASONS, &words.budget.justification, |looks| &looks.head)?;
        self.sheet.set_row_height(self.row, ROW)?;
        self.sheet.set_repeat_rows(self.row, self.row)?;
        self.row += 1;
        self.sheet.set_freeze_panes(self.row, 0)?;
        Ok(())
    }

    fn section(&mut self, title: &str) -> Result<(), XlsxError> {
        self.sheet.set_row_height(self.row, SECTION)?;
        self.write(WORDS, title, |looks| &looks.section)?;
        self.row += 1;
        Ok(())
    }

    fn side(&mut self, question: &Question, asked: &Asked<'_>) -> Result<Side, XlsxError> {
        let Asked { id, title, lines } = *asked;
        self.section(title)?;
        let first = self.row;
        let rows_where = |asked: fn(&BudgetLine) -> bool| {
            (first..).zip(lines).filter(|(_, line)| asked(line)).map(|(row, _)| row).collect()
        };
        let (aid, justified) = (rows_where(|line| line.aid), rows_where(|line| line.justified));
        for line in lines {
            self.line(&format!("{}:{id}:{}", question.id, line.id), line)?;
        }
        let side = Side { first, total: self.row, aid, justified };
        self.validate_amounts(&side)?;
        self.sheet.set_row_height(self.row, ROW)?;
        self.write(WORDS, &self.dossier.words.total, |looks| &looks.total_label)?;
        let sum = Formula::new(format!("=SUM({})", side.amounts())).set_result("0");
        self.sheet.write_formula_with_format(self.row, AMOUNTS, sum, &self.looks.total)?;
        self.blank(REASONS, |looks| &looks.total_label)?;
        self.named(&format!("{}:{id}:total", question.id), AMOUNTS);
        self.row += 2;
        Ok(side)
    }

    fn line(&mut self, id: &str, line: &BudgetLine) -> Result<(), XlsxError> {
        self.sheet.set_row_height(self.row, if line.justified { TALL } else { ROW })?;
        self.write(WORDS, &line.label.text, |looks| &looks.label)?;
        self.blank(AMOUNTS, |looks| &looks.amount)?;
        self.named(id, AMOUNTS);
        if line.justified {
            self.blank(REASONS, |looks| &looks.words)?;
            self.named(&format!("{id}:justification"), REASONS);
            self.validate_reason()?;
        } else {
            self.blank(REASONS, |looks| &looks.closed)?;
        }
        self.row += 1;
        Ok(())
    }

    fn validate_amounts(&mut self, side: &Side) -> Result<(), XlsxError> {
        if side.total == side.first {
            return Ok(());
        }
        let words = &self.dossier.words;
        let positive = DataValidation::new()
            .allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(0.0))
            .set_error_title(clipped(&words.amount, 32))?
            .set_error_message(clipped(&words.budget.not_an_amount, MESSAGE))?;
        let last = side.total - 1;
        self.sheet.add_data_validation(side.first, AMOUNTS, last, AMOUNTS, &positive)?;
        Ok(())
    }

    fn validate_reason(&mut self) -> Result<(), XlsxError> {
        let words = &self.dossier.words;
        let short = DataValidation::new()
            .allow_text_length(DataValidationRule::LessThanOrEqualTo(REASON))
            .set_error_title(clipped(&words.budget.justification, 32))?
            .set_error_message(clipped(&words.limit(REASON as usize), MESSAGE))?;
        self.sheet.add_data_validation(self.row, REASONS, self.row, REASONS, &short)?;
        Ok(())
    }

    fn checks(
        &mut self,
        charges: &Side,
        resources: &Side,
        budget: &Budget,
    ) -> Result<(), XlsxError> {
        let words = &self.dossier.words.budget;
        self.section(&words.checks)?;

        let difference =
            format!("{}-{}", cell(AMOUNTS, charges.total), cell(AMOUNTS, resources.total));
        self.write(WORDS, &words.difference, |looks| &looks.label)?;
        let shown = Formula::new(format!("=ROUND({difference},2)")).set_result("0");
        self.sheet.write_formula_with_format(self.row, AMOUNTS, shown, &self.looks.figures)?;
        let nothing = format!("COUNT({},{})=0", charges.amounts(), resources.amounts());
        let wrong = format!("ROUND({difference},2)<>0");
        let (bad, good) = (words.unbalanced.as_str(), words.balanced.as_str());
        self.verdict(&Check { nothing: &nothing, wrong: &wrong, bad, good })?;

        let aid = cells(AMOUNTS, &resources.aid);
        if !aid.is_empty() {
            self.write(WORDS, &budget.ceiling_name.text, |looks| &looks.label)?;
            let format = &self.looks.figures;
            self.sheet.write_number_with_format(self.row, AMOUNTS, budget.ceiling, format)?;
            self.named.push(("plafond".to_owned(), self.place(AMOUNTS)));
            let wrong = format!("SUM({aid})>{}", cell(AMOUNTS, self.row));
            for row in &resources.aid {
                self.mark(*row, AMOUNTS, &Rule::Wrong(&wrong))?;
            }
            let nothing = format!("COUNT({aid})=0");
            let (bad, good) = (words.above_ceiling.as_str(), words.within_ceiling.as_str());
            self.verdict(&Check { nothing: &nothing, wrong: &wrong, bad, good })?;
        }

        let justified = charges.justified.iter().chain(&resources.justified);
        let missing = justified.map(|row| {
            let (amount, reason) = (cell(AMOUNTS, *row), cell(REASONS, *row));
            format!("AND(N({amount})>0,TRIM({reason})=\"\")")
        });
        let missing: Vec<String> = missing.collect();
        if !missing.is_empty() {
            self.write(WORDS, &words.justification, |looks| &looks.label)?;
            self.blank(AMOUNTS, |looks| &looks.closed)?;
            let wrong = format!("OR({})", missing.join(","));
            let (bad, good) = (words.unjustified.as_str(), words.justified.as_str());
            self.verdict(&Check { nothing: &nothing, wrong: &wrong, bad, good })?;
        }
        Ok(())
    }

    /// What is wrong, or that nothing is, beside what is checked.
    fn verdict(&mut self, check: &Check<'_>) -> Result<(), XlsxError> {
        let Check { nothing, wrong, bad, good } = *check;
        let to_fill = &self.dossier.words.budget.to_fill;
        let [empty, bad, good] = [to_fill, bad, good].map(quoted);
        let said = Formula::new(format!("=IF({nothing},{empty},IF({wrong},{bad},{good}))"));
        let said = said.set_result(clipped(to_fill, MESSAGE));
        self.sheet.write_formula_with_format(self.row, REASONS, said, &self.looks.verdict)?;
        let stands = format!("AND(NOT({nothing}),{wrong})");
        self.mark(self.row, REASONS, &Rule::Wrong(&stands))?;
        self.mark(self.row, REASONS, &Rule::Right(&format!("NOT({nothing})")))?;
        self.sheet.set_row_height(self.row, ROW)?;
        self.row += 1;
        Ok(())
    }

    /// Shows where a formula holds.
    fn mark(&mut self, row: u32, column: u16, rule: &Rule<'_>) -> Result<(), XlsxError> {
        let (formula, look) = match *rule {
            Rule::Wrong(formula) => (formula, &self.looks.wrong),
            Rule::Right(formula) => (formula, &self.looks.right),
        };
        let format = ConditionalFormatFormula::new()
            .set_rule(format!("={formula}").as_str())
            .set_format(look)
            .set_stop_if_true(true);
        self.sheet.add_conditional_format(row, column, row, column, &format)?;
        Ok(())
    }

    fn notes(&mut self, notes: &[Paragraph]) -> Result<(), XlsxError> {
        self.row += 1;
        for note in notes {
            let words: String = note.runs.iter().map(|run| run.text.as_str()).collect();
            self.write(WORDS, &words, |looks| &looks.note)?;
            self.row += 1;
        }
        Ok(())
    }

    fn settings(&mut self) -> Result<(), XlsxError> {
        let dossier = self.dossier;
        let base = self.looks.base.clone();
        let sheet = &mut self.sheet;
        for (column, width) in [(WORDS, 52.0), (AMOUNTS, 20.0), (REASONS, 46.0)] {
            sheet.set_column_width(column, width)?;
            sheet.set_column_format(column, &base)?;
        }
        sheet.set_right_to_left(dossier.right_to_left);
        sheet.set_screen_gridlines(false);
        // Nothing is secret: the lock only keeps formulas from being overwritten.
        let options =
            ProtectionOptions { format_columns: true, format_rows: true, ..Default::default() };
        sheet.protect_with_options(&options);
        sheet.set_paper_size(9).set_portrait().set_print_fit_to_pages(1, 0);
        sheet.set_margins(0.6, 0.6, 0.8, 0.8, 0.4, 0.4);
        sheet.set_print_area(0, WORDS, self.row, REASONS)?;
        let [before, between, after] = dossier.page_of.each_ref().map(|words| coded(words));
        let service = clipped(&coded(&dossier.service), 200);
        sheet.set_header(format!("&L&8 {service}"));
        let footer = clipped(&coded(&dossier.footer), 180);
        sheet.set_footer(format!("&L&8 {footer}&R&8 {before}&P{between}&N{after}"));
        Ok(())
    }

    fn write(
        &mut self,
        column: u16,
        words: &str,
        look: impl Fn(&Looks) -> &Format,
    ) -> Result<(), XlsxError> {
        let words = clipped(words, CELL);
        self.sheet.write_string_with_format(self.row, column, words, look(&self.looks))?;
        Ok(())
    }

    fn blank(&mut self, column: u16, look: impl Fn(&Looks) -> &Format) -> Result<(), XlsxError> {
        self.sheet.write_blank(self.row, column, look(&self.looks))?;
        Ok(())
    }

    /// Gives the cell of a field its name.
    fn named(&mut self, field: &str, column: u16) {
        let place = self.place(column);
        let name = self.bookmarks.get(field).map(|name| (name.clone(), place));
        self.named.extend(name);
    }

    fn place(&self, column: u16) -> String {
        format!("='{}'!{}", self.name.replace('\'', "''"), cell(column, self.row))
    }
}

impl Side {
    /// The cells of the amounts; the word "total", which counts for nothing, where there is no line.
    fn amounts(&self) -> String {
        match self.total.checked_sub(1) {
            Some(last) if last >= self.first => {
                format!("{}:{}", cell(AMOUNTS, self.first), cell(AMOUNTS, last))
            }
            _ => cell(WORDS, self.total),
        }
    }
}

fn cell(column: u16, row: u32) -> String {
    let letter = ["A", "B", "C"][usize::from(column)];
    format!("${letter}${}", row + 1)
}

fn cells(column: u16, rows: &[u32]) -> String {
    let cells: Vec<String> = rows.iter().map(|row| cell(column, *row)).collect();
    cells.join(",")
}

/// A text in a formula.
fn quoted(text: &str) -> String {
    format!("\"{}\"", clipped(text, MESSAGE).replace('"', "\"\""))
}

/// Words in a header or a footer, where `&` begins a code.
fn coded(text: &str) -> String {
    text.replace('&', "&&")
}

/// At most 31 characters, without those that references need.
fn sheet_name(title: &str) -> String {
    let kept = title.chars().filter(|c| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\'));
    let kept: String = kept.collect();
    let name = clipped(&kept, 31);
    let name = name.trim().trim_matches('\'');
    if name.is_empty() { "Budget".to_owned() } else { name.to_owned() }
}
