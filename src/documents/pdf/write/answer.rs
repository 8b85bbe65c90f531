//! What the template of the form reads of a question: its words, and its boxes with their room.

use serde::Serialize;

use super::pieces::{self, Line, Words};
use super::room::{self, Room};
use crate::documents::sheet::{
    Budget, BudgetLine, CellKind, Choice, Column, Field, FieldKind, FormWords, Kind, Question, Rows,
};
use crate::model::told::dossier::Signature;

/// A question.
#[derive(Serialize)]
pub struct Asked<'a> {
    number: &'a str,
    label: Words<'a>,
    help: Vec<Line<'a>>,
    required: bool,
    /// How long the answer may be, beside the label.
    limit: Option<String>,
    /// Whether it may go on over the page.
    breaks: bool,
    #[serde(flatten)]
    answer: Answer<'a>,
}

/// How the question is laid out.
#[derive(Serialize)]
#[serde(tag = "layout", rename_all = "snake_case")]
enum Answer<'a> {
    Note,
    One { field: Place, form: Option<String> },
    Pick { field: Place, choices: Vec<Words<'a>> },
    Several { boxes: Vec<Ticked<'a>> },
    Tick { field: Place },
    Table { first: f32, columns: Vec<Head<'a>>, rows: Vec<Filled<'a>> },
    Budget { notes: Vec<Line<'a>>, charges: Vec<Due>, resources: Vec<Due> },
    Signature { fields: Vec<Signed> },
}

/// A field: its name, and its box, in points.
#[derive(Serialize)]
struct Place {
    id: String,
    width: f32,
    height: f32,
}

#[derive(Serialize)]
struct Ticked<'a> {
    field: Place,
    label: Words<'a>,
}

/// A column.
#[derive(Serialize)]
struct Head<'a> {
    label: Words<'a>,
    /// What its cells look like.
    form: Option<String>,
    width: f32,
}

#[derive(Serialize)]
struct Filled<'a> {
    /// `None`: its rank.
    name: Option<Words<'a>>,
    cells: Vec<Place>,
}

/// A line of the budget.
#[derive(Serialize)]
struct Due {
    field: Place,
    label: String,
    /// How long it may be.
    form: Option<String>,
    /// `amount`, `justification` or `total`.
    role: &'static str,
}

/// What the signer writes.
#[derive(Serialize)]
struct Signed {
    field: Place,
    label: String,
    form: Option<String>,
}

/// The space between two things that stand side by side.
const GUTTER: f32 = 14.0;

/// The width of each.
const HALF: f32 = (room::PAGE - GUTTER) / 2.0;

/// The width of the amounts of a budget.
const AMOUNT: f32 = 88.0;

/// The height of lists and tables that may go on over the page, for they would leave as much blank before them.
const LONG: f32 = 330.0;

/// The height of what may have to, for a page would not hold it.
const LONGEST: f32 = 560.0;

impl<'a> Asked<'a> {
    /// Gives each field its room.
    pub fn of(question: &'a Question, words: &'a FormWords) -> Self {
        let limit = if let Kind::Line { limit } | Kind::Block { limit, .. } = &question.kind {
            Some(words.limit(*limit))
        } else {
            None
        };
        let asked = Self {
            number: &question.number,
            label: Words::of(&question.label),
            help: pieces::both(&question.condition, &question.help),
            required: question.required,
            limit,
            breaks: false,
            answer: answer(question, words),
        };
        Self { breaks: asked.height() > asked.answer.longest(), ..asked }
    }

    /// How high it is, more or less.
    pub fn height(&self) -> f32 {
        let line = |line: &Line<'_>| times(1 + line.length() / 110, 12.0);
        self.answer.height() + 23.0 + self.help.iter().map(line).sum::<f32>()
    }
}

impl Answer<'_> {
    fn height(&self) -> f32 {
        match self {
            Self::Note => 0.0,
            Self::One { field, .. } => field.height,
            Self::Pick { field, .. } => field.height + 12.0,
            Self::Several { boxes } => times(boxes.len(), 20.0),
            Self::Tick { .. } => -15.0,
            Self::Table { rows, .. } => {
                let height = rows.first().and_then(|row| row.cells.first()).map(|it| it.height);
                25.0 + times(rows.len(), height.unwrap_or_default())
            }
            Self::Budget { notes, charges, resources } => {
                times(notes.len(), 14.0) + times(charges.len().max(resources.len()), 40.0)
            }
            Self::Signature { .. } => 200.0,
        }
    }

    /// How high its question may be and stay on one page.
    fn longest(&self) -> f32 {
        match self {
            Self::Several { .. } | Self::Table { .. } => LONG,
            Self::Note
            | Self::One { .. }
            | Self::Pick { .. }
            | Self::Tick { .. }
            | Self::Budget { .. }
            | Self::Signature { .. } => LONGEST,
        }
    }
}

fn answer<'a>(question: &'a Question, words: &'a FormWords) -> Answer<'a> {
    let fields = question.fields(words);
    let one = || Place::new(&fields[0], room::alone(&fields[0].kind));
    match &question.kind {
        Kind::Note => Answer::Note,
        Kind::Line { .. } | Kind::Block { .. } => Answer::One { field: one(), form: None },
        Kind::Amount | Kind::Number | Kind::Date | Kind::Siret | Kind::Phone | Kind::Email => {
            Answer::One { field: one(), form: words.form_of(&fields[0].kind) }
        }
        Kind::Choice(choices) => Answer::Pick {
            field: one(),
            choices: choices.iter().map(|choice| Words::of(&choice.label)).collect(),
        },
        Kind::YesNo => Answer::Pick {
            field: one(),
            choices: [&words.yes, &words.no].map(|word| Words::plain(word)).into(),
        },
        Kind::Commitment | Kind::Attachment => Answer::Tick { field: one() },
        Kind::Choices(choices) => Answer::Several { boxes: boxes(choices, &fields) },
        Kind::Table { columns, rows } => table(columns, rows, &fields, words),
        Kind::Budget(budget) => sides(budget, &fields, words),
        Kind::Signature => Answer::Signature { fields: signed(&words.signature, &fields, words) },
    }
}

fn boxes<'a>(choices: &'a [Choice], fields: &[Field]) -> Vec<Ticked<'a>> {
    let boxes = choices.iter().zip(fields);
    let ticked = |(choice, field): (&'a Choice, &Field)| Ticked {
        field: Place::new(field, room::alone(&field.kind)),
        label: Words::of(&choice.label),
    };
    boxes.map(ticked).collect()
}

fn table<'a>(
    columns: &'a [Column],
    rows: &'a Rows,
    fields: &[Field],
    words: &FormWords,
) -> Answer<'a> {
    let kinds: Vec<CellKind> = columns.iter().map(|column| column.kind.clone()).collect();
    let all = room::widths(&kinds, rows, longest(rows, words));
    let (first, widths) = all.split_first().expect("the heads of rows");
    let kinds: Vec<FieldKind> = kinds.iter().map(CellKind::field).collect();
    let height = room::row(&kinds, widths);
    let place = |(field, width): (&Field, &f32)| Place::new(field, Room { width: *width, height });
    let cells = |fields: &[Field]| fields.iter().zip(widths).map(place).collect();
    let filled = fields.chunks(columns.len().max(1)).enumerate().map(|(rank, fields)| Filled {
        name: match rows {
            Rows::Blank(_) => None,
            Rows::Named(names) => Some(Words::of(&names[rank].label)),
        },
        cells: cells(fields),
    });
    let head = |((column, kind), width): ((&'a Column, &FieldKind), &f32)| Head {
        label: Words::of(&column.label),
        form: words.form_of(kind).filter(|_| is_told(kind)),
        width: *width,
    };
    let heads = columns.iter().zip(&kinds).zip(widths).map(head).collect();
    Answer::Table { first: *first, columns: heads, rows: filled.collect() }
}

/// Whether the head of a column says what its cells look like: where nobody would guess it.
fn is_told(kind: &FieldKind) -> bool {
    !matches!(kind, FieldKind::Amount | FieldKind::Number | FieldKind::Email)
}

/// The letters of the longest head of a row.
fn longest(rows: &Rows, words: &FormWords) -> usize {
    match rows {
        Rows::Blank(_) => words.row.chars().count(),
        Rows::Named(names) => {
            let lengths = names.iter().map(|name| name.label.text.chars().count());
            lengths.max().unwrap_or_default()
        }
    }
}

fn sides<'a>(budget: &'a Budget, fields: &[Field], words: &FormWords) -> Answer<'a> {
    let mut fields = fields.iter();
    Answer::Budget {
        notes: pieces::lines(&budget.notes),
        charges: side(&budget.charges, &mut fields, words),
        resources: side(&budget.resources, &mut fields, words),
    }
}

/// One side of the budget: each line, its justification under it, and the total.
fn side<'f>(
    lines: &[BudgetLine],
    fields: &mut impl Iterator<Item = &'f Field>,
    words: &FormWords,
) -> Vec<Due> {
    let mut due = |label: &str, role| {
        let field = fields.next().expect("a field for each line");
        let width = if role == "justification" { HALF } else { AMOUNT };
        let kinds = [field.kind.clone()];
        let height = room::row(&kinds, &[width]);
        let form = words.form_of(&field.kind).filter(|_| role == "justification");
        let label = label.to_owned();
        Due { field: Place::new(field, Room { width, height }), label, form, role }
    };
    let mut side = Vec::new();
    for line in lines {
        side.push(due(&line.label.text, "amount"));
        if line.justified {
            side.push(due(&words.budget.justification, "justification"));
        }
    }
    side.push(due(&words.total, "total"));
    side
}

fn signed(said: &Signature, fields: &[Field], words: &FormWords) -> Vec<Signed> {
    let names = [&said.name, &said.capacity, &said.place, &said.date];
    let kinds: Vec<FieldKind> = fields.iter().map(|field| field.kind.clone()).collect();
    let height = room::row(&kinds, &[HALF; 4]);
    let of = |(label, field): (&String, &Field)| Signed {
        field: Place::new(field, Room { width: HALF, height }),
        label: label.clone(),
        form: words.form_of(&field.kind),
    };
    names.into_iter().zip(fields).map(of).collect()
}

fn times(count: usize, height: f32) -> f32 {
    room::number(count) * height
}

impl Place {
    fn new(field: &Field, room: Room) -> Self {
        Self { id: field.id.clone(), width: room.width, height: room.height }
    }
}
