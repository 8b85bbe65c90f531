//! Tables to fill in, and the budget: a head that comes back on each page, and one field a cell.

use super::look::shade;
use super::paper::{INDENT, MEASURE, Paper, TINT, line};
use crate::documents::prompt::Room;
use crate::documents::sheet::{
    Budget, BudgetLine, CellKind, Choice, Column, Field, Phrase, Question, Rows,
};
use crate::documents::xml::write::Xml;
use crate::model::columns;
use crate::model::told::dossier::Frame;

/// Tables of more rows than this may be cut between two pages.
const WHOLE: usize = 12;
/// The height of a row in which one line is written.
const ONE_LINE: usize = 480;
/// The width of a table.
const WIDTH: usize = MEASURE - INDENT;
/// Ten of them, in the unit of widths.
const MILLIMETRES: usize = 567;
/// The width of a column of ranks.
const RANKS: usize = 780;

/// The first column holds heads, and the first row where it is one.
const fn heads(value: &'static str, first_row: &'static str) -> [(&'static str, &'static str); 7] {
    [
        ("w:val", value),
        ("w:firstRow", first_row),
        ("w:lastRow", "0"),
        ("w:firstColumn", "1"),
        ("w:lastColumn", "0"),
        ("w:noHBand", "1"),
        ("w:noVBand", "1"),
    ]
}
const HEADS: [(&str, &str); 7] = heads("06A0", "1");
const SIDE_HEADS: [(&str, &str); 7] = heads("0680", "0");

/// A table as it is laid out.
struct Grid<'a> {
    caption: &'a str,
    widths: Vec<usize>,
    /// Which columns hold figures.
    figures: Vec<bool>,
    /// At least so high.
    height: usize,
    rows: usize,
    heads: [(&'static str, &'static str); 7],
}

/// A row of a table, by its rank.
struct Row<'a> {
    grid: &'a Grid<'a>,
    rank: usize,
}

/// Where a cell stands, and in which style.
struct Place<'a> {
    grid: &'a Grid<'a>,
    column: usize,
    style: &'a str,
}

impl Grid<'_> {
    fn row(&self, rank: usize) -> Row<'_> {
        Row { grid: self, rank }
    }
}

/// What a question asks in a table, with the fields of its rows.
pub struct Asked<'a> {
    pub columns: &'a [Column],
    pub rows: &'a Rows,
    pub fields: &'a [Field],
}

/// What a cell holds.
enum Content<'a> {
    /// Heads of columns and of rows.
    Words(&'a Phrase),
    Own(&'a str),
    Total(&'a str),
    Field(&'a Field),
    /// Not to be filled.
    Nothing,
}

impl Paper<'_> {
    /// The table of a question, whose fields come row by row.
    pub fn table(&self, xml: &mut Xml, question: &Question, table: &Asked<'_>) {
        let Asked { columns, rows, fields } = *table;
        let row_word = &self.dossier.words.row;
        let named: Vec<Phrase> = match rows {
            Rows::Blank(count) => (1..=*count).map(|rank| own(&rank.to_string())).collect(),
            Rows::Named(rows) => rows.iter().map(|Choice { label, .. }| label.clone()).collect(),
        };
        let blank = matches!(rows, Rows::Blank(_));
        let grid = Grid {
            caption: &question.label.text,
            widths: widths(blank, columns),
            figures: std::iter::once(false).chain(columns.iter().map(holds_figures)).collect(),
            height: columns.iter().map(height).max().unwrap_or(0),
            rows: named.len(),
            heads: HEADS,
        };
        self.grid(xml, &grid, |xml| {
            let first = Content::Own(row_word);
            let heads = columns.iter().map(|column| Content::Words(&column.label));
            self.head(xml, &grid, std::iter::once(first).chain(heads));
            for (rank, (name, cells)) in
                named.iter().zip(fields.chunks(columns.len().max(1))).enumerate()
            {
                let cells = cells.iter().map(Content::Field);
                let cells = std::iter::once(Content::Words(name)).chain(cells);
                self.row(xml, &grid.row(rank), cells);
            }
        });
    }

    /// Charges, then resources, each with its total.
    pub fn budget(&self, xml: &mut Xml, question: &Question, budget: &Budget) {
        self.paragraphs(xml, "Help", &budget.notes);
        let words = &self.dossier.words;
        let fields = question.fields(words);
        let mut fields = fields.iter();
        let sides = [(&words.charges, &budget.charges), (&words.resources, &budget.resources)];
        for (title, lines) in sides {
            let justified = lines.iter().any(|line| line.justified);
            let caption = format!("{}, {title}", question.label.text);
            let grid = Grid {
                caption: &caption,
                widths: if justified { split(WIDTH, &[9, 5, 8]) } else { split(WIDTH, &[17, 5]) },
                figures: vec![false, true, false],
                height: ONE_LINE,
                rows: lines.len() + 1,
                heads: HEADS,
            };
            self.grid(xml, &grid, |xml| {
                let why = justified.then_some(Content::Own(&words.budget.justification));
                let heads = [Content::Own(title), Content::Own(&words.amount)];
                self.head(xml, &grid, heads.into_iter().chain(why));
                for (rank, entry) in lines.iter().enumerate() {
                    let cells = budget_cells(entry, justified, &mut fields);
                    self.row(xml, &grid.row(rank), cells.into_iter());
                }
                let total = fields.next().map_or(Content::Nothing, Content::Field);
                let rest = justified.then_some(Content::Nothing);
                let cells = [Content::Total(&words.total), total];
                self.row(xml, &grid.row(lines.len()), cells.into_iter().chain(rest));
            });
        }
    }

    /// Labels, each with room beside it; no field is there.
    pub fn frame(&self, xml: &mut Xml, frame: &Frame) {
        let grid = Grid {
            caption: &frame.title,
            widths: split(WIDTH, &[9, 13]),
            figures: vec![false; 2],
            height: ONE_LINE,
            rows: frame.labels.len(),
            heads: SIDE_HEADS,
        };
        self.grid(xml, &grid, |xml| {
            for (rank, label) in frame.labels.iter().enumerate() {
                let cells = [Content::Own(label), Content::Own("")];
                self.row(xml, &grid.row(rank), cells.into_iter());
            }
        });
    }

    fn grid(&self, xml: &mut Xml, grid: &Grid, rows: impl FnOnce(&mut Xml)) {
        xml.element("w:tbl", &[], |xml| {
            xml.element("w:tblPr", &[], |xml| {
                xml.empty("w:tblStyle", &[("w:val", "Questions")]);
                if self.dossier.right_to_left {
                    xml.empty("w:bidiVisual", &[]);
                }
                let width = grid.widths.iter().sum::<usize>().to_string();
                xml.empty("w:tblW", &[("w:w", &width), ("w:type", "dxa")]);
                xml.empty("w:tblInd", &[("w:w", &INDENT.to_string()), ("w:type", "dxa")]);
                xml.empty("w:tblLayout", &[("w:type", "fixed")]);
                xml.empty("w:tblLook", &grid.heads);
                xml.empty("w:tblCaption", &[("w:val", grid.caption)]);
            });
            xml.element("w:tblGrid", &[], |xml| {
                for width in &grid.widths {
                    xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
                }
            });
            rows(xml);
        });
        line(xml, "AfterTable", |_| ());
    }

    fn head<'a>(&self, xml: &mut Xml, grid: &Grid, cells: impl Iterator<Item = Content<'a>>) {
        xml.element("w:tr", &[], |xml| {
            xml.element("w:trPr", &[], |xml| {
                xml.empty("w:cantSplit", &[]);
                xml.empty("w:tblHeader", &[]);
            });
            for (column, cell) in cells.enumerate() {
                self.cell(xml, &Place { grid, column, style: "TableHead" }, &cell);
            }
        });
    }

    fn row<'a>(&self, xml: &mut Xml, row: &Row<'_>, cells: impl Iterator<Item = Content<'a>>) {
        let Row { grid, rank } = *row;
        // The head stays with two rows; a short table stays in one piece.
        let last = rank + 1 == grid.rows;
        let kept = !last && (grid.rows <= WHOLE || rank == 0 || rank + 2 == grid.rows);
        xml.element("w:tr", &[], |xml| {
            xml.element("w:trPr", &[], |xml| {
                xml.empty("w:cantSplit", &[]);
                let height = grid.height.to_string();
                xml.empty("w:trHeight", &[("w:val", &height), ("w:hRule", "atLeast")]);
            });
            let style = if kept { "TableCellNext" } else { "TableCell" };
            for (column, cell) in cells.enumerate() {
                self.cell(xml, &Place { grid, column, style }, &cell);
            }
        });
    }

    fn cell(&self, xml: &mut Xml, place: &Place<'_>, content: &Content) {
        let Place { grid, column, style } = *place;
        let style = if grid.figures[column] { format!("{style}Figures") } else { style.to_owned() };
        xml.element("w:tc", &[], |xml| {
            xml.element("w:tcPr", &[], |xml| {
                let width = grid.widths[column].to_string();
                xml.empty("w:tcW", &[("w:w", &width), ("w:type", "dxa")]);
                if matches!(content, Content::Nothing) {
                    shade(xml, TINT);
                }
                if grid.height == ONE_LINE {
                    xml.empty("w:vAlign", &[("w:val", "center")]);
                }
            });
            line(xml, &style, |xml| match content {
                Content::Words(text) => self.text(xml, text),
                Content::Own(words) => self.words(xml, words),
                Content::Total(words) => self.styled(xml, "Strong", words),
                Content::Field(field) => self.field(xml, field, Room::Cell),
                Content::Nothing => {}
            });
        });
    }
}

/// A line of the budget: its words, its amount, and its justification where the table has a column for them.
fn budget_cells<'a>(
    line: &'a BudgetLine,
    column: bool,
    fields: &mut impl Iterator<Item = &'a Field>,
) -> Vec<Content<'a>> {
    let mut cells = vec![Content::Words(&line.label)];
    cells.extend(fields.next().map(Content::Field));
    if line.justified {
        cells.extend(fields.next().map(Content::Field));
    } else if column {
        cells.push(Content::Nothing);
    }
    cells
}

fn own(words: &str) -> Phrase {
    Phrase { text: words.to_owned(), lang: None }
}

/// A first column of ranks or of headings, and each other by what it takes.
fn widths(ranks: bool, columns: &[Column]) -> Vec<usize> {
    let shares: Vec<usize> = columns.iter().map(share).collect();
    let wants: Vec<usize> = if ranks {
        std::iter::once(RANKS).chain(split(WIDTH - RANKS, &shares)).collect()
    } else {
        split(WIDTH, &std::iter::once(10).chain(shares).collect::<Vec<_>>())
    };
    let least = columns.iter().map(|column| columns::least(&column.kind));
    let least = std::iter::once(columns::least_head(!ranks)).chain(least);
    let least: Vec<usize> = least.map(|width| MILLIMETRES * width / 10).collect();
    columns::fitted(&wants, &least, WIDTH)
}

fn share(column: &Column) -> usize {
    match column.kind {
        CellKind::Line { limit } if limit > 150 => 14,
        CellKind::Line { .. } | CellKind::Email => 10,
        CellKind::Siret | CellKind::Phone => 8,
        CellKind::Amount | CellKind::Number | CellKind::Date => 5,
    }
}

fn holds_figures(column: &Column) -> bool {
    column.kind.field().is_figure()
}

/// A width, in parts of these shares.
fn split(whole: usize, shares: &[usize]) -> Vec<usize> {
    let sum: usize = shares.iter().sum();
    let mut widths: Vec<usize> = shares.iter().map(|share| whole * share / sum).collect();
    let rest = whole - widths.iter().sum::<usize>();
    if let Some(last) = widths.last_mut() {
        *last += rest;
    }
    widths
}

fn height(column: &Column) -> usize {
    match column.kind {
        CellKind::Line { limit } if limit > 250 => 1000,
        CellKind::Line { limit } if limit > 150 => 720,
        CellKind::Line { .. }
        | CellKind::Amount
        | CellKind::Number
        | CellKind::Date
        | CellKind::Siret
        | CellKind::Phone
        | CellKind::Email => ONE_LINE,
    }
}
