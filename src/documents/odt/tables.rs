//! Tables to fill in, and the budget, which is two of them.

use super::body::{Body, TEXT_WIDTH};
use super::flow::Elements;
use super::names;
use crate::documents::sheet::{
    Budget, BudgetLine, CellKind, Column, Field, Phrase, Question, Rows,
};
use crate::model::columns;

/// Between the margins.
const WHOLE: usize = TEXT_WIDTH as usize;

/// A row: its heading, then one cell a column.
struct Row<'a> {
    heading: Phrase,
    total: bool,
    cells: Vec<Cell<'a>>,
}

enum Cell<'a> {
    Field(&'a Field),
    /// Takes nothing.
    Closed,
}

/// A table as it is laid out, whatever it asks.
struct Table<'a> {
    name: String,
    title: String,
    /// The heading of each column; that of the first column may be empty.
    heads: Vec<Phrase>,
    widths: Vec<u32>,
    height: u32,
    rows: Vec<Row<'a>>,
}

/// What is spent, or what pays for it.
struct Side<'a> {
    /// As it stands in the names of fields and tables.
    id: &'static str,
    name: &'a str,
    lines: &'a [BudgetLine],
}

impl Table<'_> {
    /// A table of less than half a page is not cut.
    fn style(&self) -> &'static str {
        let rows = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        if rows.saturating_mul(self.height) < 1200 { "table-whole" } else { "table" }
    }
}

impl Body<'_> {
    pub fn table_question(&mut self, question: &Question, columns: &[Column], rows: &Rows) {
        self.heading(question);
        let fields = question.fields(&self.dossier.words);
        let headings = match rows {
            Rows::Blank(count) => (1..=*count).map(|rank| plain(rank.to_string())).collect(),
            Rows::Named(rows) => rows.iter().map(|row| row.label.clone()).collect::<Vec<Phrase>>(),
        };
        let lines = headings.into_iter().zip(fields.chunks(columns.len()));
        let first = plain(match rows {
            Rows::Blank(_) => self.dossier.words.row.clone(),
            Rows::Named(_) => String::new(),
        });
        let heads = columns.iter().map(|column| column.label.clone());
        self.table(&Table {
            name: names::table(&question.id, None),
            title: question.label.text.clone(),
            heads: std::iter::once(first).chain(heads).collect(),
            widths: widths(columns, rows),
            height: columns.iter().map(height).max().unwrap_or(80),
            rows: lines
                .map(|(heading, fields)| Row {
                    heading,
                    total: false,
                    cells: fields.iter().map(Cell::Field).collect(),
                })
                .collect(),
        });
    }

    pub fn budget(&mut self, question: &Question, budget: &Budget) {
        self.heading(question);
        self.prose(names::HELP, &budget.notes);
        let words = &self.dossier.words;
        let sides = [
            Side { id: "charges", name: &words.charges, lines: &budget.charges },
            Side { id: "ressources", name: &words.resources, lines: &budget.resources },
        ];
        for side in &sides {
            self.side(question, side);
        }
    }

    fn side(&mut self, question: &Question, side: &Side<'_>) {
        let Side { id: side, name, lines } = *side;
        let words = &self.dossier.words;
        let fields = question.fields(words);
        let justified = lines.iter().any(|line| line.justified);
        let field = |under: &str| {
            let id = format!("{}:{side}:{under}", question.id);
            fields.iter().find(|field| field.id == id).map_or(Cell::Closed, Cell::Field)
        };
        let row = |id: &str, heading: Phrase, total| {
            let mut cells = vec![field(id)];
            if justified {
                cells.push(field(&format!("{id}:justification")));
            }
            Row { heading, total, cells }
        };
        let mut rows: Vec<Row<'_>> =
            lines.iter().map(|line| row(&line.id, line.label.clone(), false)).collect();
        rows.push(row("total", plain(words.total.clone()), true));
        let mut heads = vec![plain(name.to_owned()), plain(words.amount.clone())];
        let mut widths = vec![TEXT_WIDTH - 320, 320];
        if justified {
            heads.push(plain(words.budget.justification.clone()));
            widths = vec![620, 300, TEXT_WIDTH - 920];
        }
        let table = Table {
            name: names::table(&question.id, Some(side)),
            title: format!("{}, {name}", question.label.text),
            heads,
            widths,
            height: 80,
            rows,
        };
        self.table(&table);
    }

    fn table(&mut self, table: &Table<'_>) {
        let named = [("table:name", &*table.name), ("table:style-name", table.style())];
        let height = self.height(table.height);
        self.element("table:table", &named, |body| {
            body.xml.leaf("table:title", &[], &table.title);
            for width in &table.widths {
                let style = body.width(*width);
                body.xml.empty("table:table-column", &[("table:style-name", &style)]);
            }
            body.element("table:table-header-rows", &[], |body| {
                body.element("table:table-row", &[], |body| {
                    table.heads.iter().for_each(|head| body.head(head));
                });
            });
            for row in &table.rows {
                body.element("table:table-row", &[("table:style-name", &height)], |body| {
                    body.row(row);
                });
            }
        });
        self.paragraph("Table_20_end", |_| {});
    }

    fn head(&mut self, head: &Phrase) {
        let cell = [("table:style-name", "head"), ("office:value-type", "string")];
        self.element("table:table-cell", &cell, |body| {
            body.paragraph("Table_20_Heading", |body| body.words(head));
        });
    }

    fn row(&mut self, row: &Row<'_>) {
        let side = [("table:style-name", "side"), ("office:value-type", "string")];
        self.element("table:table-cell", &side, |body| {
            let style = if row.total { "Row_20_total" } else { "Row_20_heading" };
            body.paragraph(style, |body| body.words(&row.heading));
        });
        for cell in &row.cells {
            match cell {
                Cell::Field(field) => self.cell(field),
                Cell::Closed => {
                    self.element("table:table-cell", &[("table:style-name", "closed")], |body| {
                        body.paragraph("Table_20_Contents", |_| {});
                    });
                }
            }
        }
    }

    fn cell(&mut self, field: &Field) {
        let style = if field.kind.is_figure() { "Amount" } else { "Table_20_Contents" };
        let name = self.place(field);
        self.element("table:table-cell", &[("table:style-name", "cell")], |body| {
            body.paragraph(style, |body| body.xml.empty("text:bookmark", &[("text:name", &name)]));
        });
    }
}

fn plain(text: String) -> Phrase {
    Phrase { text, lang: None }
}

/// Figures and dates have the width that they need; words share the rest.
fn widths(columns: &[Column], rows: &Rows) -> Vec<u32> {
    let wanted: Vec<Width> = columns.iter().map(width).collect();
    let (mut taken, mut shares) = (0, 0);
    for width in &wanted {
        match width {
            Width::Fixed(width) => taken += width,
            Width::Share(share) => shares += share,
        }
    }
    let first = match rows {
        Rows::Blank(_) => 130,
        Rows::Named(_) if shares == 0 => WHOLE.saturating_sub(taken),
        Rows::Named(rows) => {
            let longest = rows.iter().map(|row| row.label.text.chars().count()).max();
            if longest.unwrap_or(0) > 20 { 500 } else { 250 }
        }
    };
    let rest = WHOLE.saturating_sub(taken + first);
    let given = wanted.into_iter().map(|width| match width {
        Width::Fixed(width) => width,
        Width::Share(share) => rest * share / shares,
    });
    let wants: Vec<usize> = std::iter::once(first).chain(given).collect();
    let named = matches!(rows, Rows::Named(_));
    let least = columns.iter().map(|column| 10 * columns::least(&column.kind));
    let least: Vec<usize> = std::iter::once(10 * columns::least_head(named)).chain(least).collect();
    // Figures alone need not fill the page.
    let whole = if shares == 0 { wants.iter().sum::<usize>().min(WHOLE) } else { WHOLE };
    let widths = columns::fitted(&wants, &least, whole.max(least.iter().sum()));
    widths.into_iter().map(|width| u32::try_from(width).unwrap_or(TEXT_WIDTH)).collect()
}

/// The width of a column: its own, or a share of what is left.
enum Width {
    Fixed(usize),
    Share(usize),
}

fn width(column: &Column) -> Width {
    match column.kind {
        CellKind::Line { limit } => Width::Share(if limit > 150 { 3 } else { 2 }),
        CellKind::Amount | CellKind::Date => Width::Fixed(270),
        CellKind::Number => Width::Fixed(230),
        CellKind::Siret | CellKind::Phone => Width::Fixed(330),
        CellKind::Email => Width::Share(2),
    }
}

/// Room for a word or for a sentence.
fn height(column: &Column) -> u32 {
    match column.kind {
        CellKind::Line { limit } if limit > 150 => 150,
        CellKind::Line { .. }
        | CellKind::Amount
        | CellKind::Number
        | CellKind::Date
        | CellKind::Siret
        | CellKind::Phone
        | CellKind::Email => 80,
    }
}
