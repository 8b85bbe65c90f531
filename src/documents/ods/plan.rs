//! Which row holds what, and what each formula computes: known before anything is written.

use std::ops::Range;

use crate::documents::names;
use crate::documents::sheet::{Budget, BudgetLine, Dossier, Kind, Question};

/// Where everything is; rows are counted from 1.
pub struct Plan<'a> {
    pub dossier: &'a Dossier,
    pub question: &'a Question,
    pub budget: &'a Budget,
    /// The name of the sheet.
    pub name: String,
    /// Whose budget it is, since a workbook travels alone: after the title, the call, how to fill in.
    pub applicant: Option<(&'a Question, u32)>,
    /// The heads of the columns: what is above them, and they, stay in view.
    pub head: u32,
    pub charges: Side<'a>,
    pub resources: Side<'a>,
    /// What is computed, from the title on.
    pub checks: Vec<Check<'a>>,
}

/// The charges, or the resources.
pub struct Side<'a> {
    pub title: &'a str,
    pub lines: &'a [BudgetLine],
    /// As field names say it: `budget:charges`.
    id: String,
    /// The row of its title.
    title_row: u32,
}

/// A line of the checks: its label, a figure, what is said of it.
pub struct Check<'a> {
    pub label: &'a str,
    pub figure: Figure,
    /// The formula that chooses the words.
    pub verdict: String,
}

pub enum Figure {
    Formula(String),
    Ceiling(f64),
    None,
}

/// A name of the workbook and the cell that it names.
pub struct Name {
    pub word: String,
    pub column: char,
    pub row: u32,
}

impl<'a> Plan<'a> {
    pub fn new(dossier: &'a Dossier, question: &'a Question, budget: &'a Budget) -> Self {
        let words = &dossier.words;
        let mut questions = dossier.parts.iter().flat_map(|part| &part.questions);
        let applicant = questions.find(|question| matches!(question.kind, Kind::Siret));
        let applicant = applicant.map(|question| (question, 4));
        let head = if applicant.is_some() { 6 } else { 4 };
        let side = |id: &str, title, lines, title_row| Side {
            title,
            lines,
            id: format!("{}:{id}", question.id),
            title_row,
        };
        let charges = side("charges", words.charges.as_str(), &budget.charges[..], head + 1);
        let below = charges.total_row() + 2;
        let resources = side("ressources", &words.resources, &budget.resources, below);
        let name = sheet_name(&question.label.text);
        let checks = Vec::new();
        let mut plan =
            Self { dossier, question, budget, name, applicant, head, charges, resources, checks };
        plan.checks = plan.checks();
        plan
    }

    fn checks(&self) -> Vec<Check<'a>> {
        let row = self.resources.total_row() + 3;
        let mut checks = vec![self.balance()];
        checks.extend(self.ceiling(row + 1));
        checks.extend(self.justification());
        checks
    }

    /// Are charges and resources equal?
    fn balance(&self) -> Check<'a> {
        let words = &self.dossier.words.budget;
        let totals = [&self.charges, &self.resources].map(|side| amount(side.total_row()));
        let difference = format!("ROUND({};2)", totals.join("-"));
        let wrong = format!("{difference}<>0");
        Check {
            label: &words.difference,
            verdict: self.verdict(&self.nothing(), &wrong, [&words.unbalanced, &words.balanced]),
            figure: Figure::Formula(difference),
        }
    }

    /// Is the aid asked for within the ceiling, which is in this row?
    fn ceiling(&self, row: u32) -> Option<Check<'a>> {
        let words = &self.dossier.words.budget;
        let aid: Vec<String> = self.resources.rows_where(|line| line.aid).map(amount).collect();
        let aid = aid.join(";");
        let verdict = self.verdict(
            &format!("COUNT({aid})=0"),
            &format!("SUM({aid})>{}", amount(row)),
            [&words.above_ceiling, &words.within_ceiling],
        );
        (!aid.is_empty()).then_some(Check {
            label: &self.budget.ceiling_name.text,
            figure: Figure::Ceiling(self.budget.ceiling),
            verdict,
        })
    }

    /// Has each expense that must be justified its justification?
    fn justification(&self) -> Option<Check<'a>> {
        let words = &self.dossier.words.budget;
        let sides = [&self.charges, &self.resources].into_iter();
        let rows = sides.flat_map(|side| side.rows_where(|line| line.justified));
        let missing: Vec<String> =
            rows.map(|row| format!("AND(N({})>0;TRIM([.C{row}])=\"\")", amount(row))).collect();
        let wrong = format!("OR({})", missing.join(";"));
        (!missing.is_empty()).then(|| Check {
            label: &words.justification,
            figure: Figure::None,
            verdict: self.verdict(&self.nothing(), &wrong, [&words.unjustified, &words.justified]),
        })
    }

    /// Whether no amount is written yet.
    fn nothing(&self) -> String {
        format!("COUNT({};{})=0", self.charges.amounts(), self.resources.amounts())
    }

    fn verdict(&self, nothing: &str, wrong: &str, [bad, good]: [&str; 2]) -> String {
        let [empty, bad, good] = [&self.dossier.words.budget.to_fill, bad, good].map(literal);
        format!("IF({nothing};{empty};IF({wrong};{bad};{good}))")
    }

    /// The defined names: one a field, and the ceiling's.
    pub fn names(&self) -> Vec<Name> {
        let fields = self.dossier.fields();
        let marks = names::bookmarks(&fields);
        let mut named = Vec::new();
        let mut put = |id: &str, column, row| {
            let mark = fields.iter().zip(&marks).find(|(field, _)| field.id == id);
            named.extend(mark.map(|(_, mark)| Name { word: mark.clone(), column, row }));
        };
        if let Some((question, row)) = self.applicant {
            put(&question.id, 'B', row);
        }
        for side in [&self.charges, &self.resources] {
            for (row, line) in side.rows().zip(side.lines) {
                put(&format!("{}:{}", side.id, line.id), 'B', row);
                put(&format!("{}:{}:justification", side.id, line.id), 'C', row);
            }
            put(&format!("{}:total", side.id), 'B', side.total_row());
        }
        let first = self.resources.total_row() + 3;
        let ceiling = (first..).zip(&self.checks);
        let ceiling = ceiling.filter(|(_, check)| matches!(check.figure, Figure::Ceiling(_)));
        named.extend(ceiling.map(|(row, _)| Name { word: "plafond".to_owned(), column: 'B', row }));
        named
    }
}

impl Side<'_> {
    /// The sum of its lines.
    pub fn total(&self) -> String {
        format!("SUM({})", self.amounts())
    }

    /// The rows of its lines.
    fn rows(&self) -> Range<u32> {
        let count = u32::try_from(self.lines.len()).expect("a form has few lines");
        self.title_row + 1..self.title_row + 1 + count
    }

    fn rows_where(&self, asked: fn(&BudgetLine) -> bool) -> impl Iterator<Item = u32> {
        let lines = self.rows().zip(self.lines);
        lines.filter(move |(_, line)| asked(line)).map(|(row, _)| row)
    }

    fn total_row(&self) -> u32 {
        self.rows().end
    }

    /// The cells of its amounts; that of its title, which counts for nothing, where it has no line.
    fn amounts(&self) -> String {
        let Range { start, end } = self.rows();
        format!("[.B{}:.B{}]", start.min(end - 1), end - 1)
    }
}

/// The cell of the amount of a row.
fn amount(row: u32) -> String {
    format!("[.B{row}]")
}

/// Words in a formula.
pub fn literal(words: &str) -> String {
    format!("\"{}\"", words.replace('"', "\"\""))
}

/// What every program accepts as the name of a sheet.
fn sheet_name(label: &str) -> String {
    let allowed = label.chars().filter(|c| !"[]*?:/\\'".contains(*c));
    let short: String = allowed.take(31).collect();
    let name = short.trim();
    if name.is_empty() { "Budget".to_owned() } else { name.to_owned() }
}
