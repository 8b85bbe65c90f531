//! What the template of the form reads: the dossier, with the names of its fields beside each question.

use jiff::civil::Date;
use serde::Serialize;

use crate::documents::paragraph::{Paragraph, ParagraphKind, Run};
use crate::documents::sheet::{
    BudgetLine, Choice, Column, Dossier, Field, FieldKind, FormWords, Guide, Kind, Part, Phrase,
    Question, Rows,
};
use crate::model::id::Lang;
use crate::model::told::dossier::Signature;

/// The longest address that Typst takes.
const LONGEST: usize = 8000;

/// What every document of ours needs: who speaks, in which language, what stands at the head and foot of pages.
#[derive(Serialize)]
pub struct Paper {
    pub lang: String,
    pub right_to_left: bool,
    /// Of the file: shown by the reader's window.
    pub title: String,
    pub header: String,
    pub footer: String,
    pub page_of: [String; 3],
    /// Year, month, day.
    pub date: (i16, i8, i8),
}

/// The form.
#[derive(Serialize)]
pub struct Form<'a> {
    paper: Paper,
    service: &'a str,
    name: String,
    call: Words<'a>,
    introduction: Vec<Line<'a>>,
    guide: Vec<Group<'a>>,
    words: Said<'a>,
    parts: Vec<Section<'a>>,
}

/// Words, with their language when it is not the document's.
#[derive(Serialize)]
pub struct Words<'a> {
    text: &'a str,
    lang: Option<&'a str>,
}

/// A paragraph, a bullet or a numbered item.
#[derive(Serialize)]
pub struct Line<'a> {
    /// `plain`, `bullet` or `numbered`.
    kind: &'static str,
    number: u32,
    pub runs: Vec<Piece<'a>>,
    lang: Option<&'a str>,
}

impl Line<'_> {
    /// Whether there is nothing to read in it.
    pub fn is_silent(&self) -> bool {
        self.runs.iter().all(|piece| piece.text.trim().is_empty())
    }
}

/// A piece of a line.
#[derive(Serialize)]
pub struct Piece<'a> {
    text: &'a str,
    strong: bool,
    emphasis: bool,
    raised: bool,
    lang: Option<&'a str>,
    link: Option<&'a str>,
    /// Of this file, to which the link leads.
    pub section: Option<&'a str>,
}

/// What to know first, under its title.
#[derive(Serialize)]
pub struct Group<'a> {
    title: &'a str,
    lines: Vec<Line<'a>>,
}

#[derive(Serialize)]
struct Said<'a> {
    required: &'a str,
    required_legend: &'a str,
    choose: &'a str,
    row: &'a str,
    total: &'a str,
    charges: &'a str,
    resources: &'a str,
    amount: &'a str,
    sign_here: &'a str,
    contents: &'a str,
}

#[derive(Serialize)]
struct Section<'a> {
    number: usize,
    title: Words<'a>,
    introduction: Vec<Line<'a>>,
    questions: Vec<Asked<'a>>,
}

#[derive(Serialize)]
struct Asked<'a> {
    number: &'a str,
    label: Words<'a>,
    help: Vec<Line<'a>>,
    required: bool,
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
    Table { columns: Vec<Head<'a>>, rows: Vec<Filled<'a>>, named: bool },
    Budget { notes: Vec<Line<'a>>, charges: Vec<Due>, resources: Vec<Due> },
    Signature { fields: Vec<Place> },
}

/// A field: its name, and what decides its size.
#[derive(Serialize)]
struct Place {
    id: String,
    /// What stands over it, where that is not the question.
    label: String,
    /// `line`, `block`, `amount`, `number`, `date`, `siret`, `phone`, `email`, `check` or `pick`.
    kind: &'static str,
    /// Characters at most; 0 when that says nothing.
    limit: usize,
    /// Lines to show.
    lines: usize,
}

#[derive(Serialize)]
struct Ticked<'a> {
    field: Place,
    label: Words<'a>,
}

#[derive(Serialize)]
struct Head<'a> {
    label: Words<'a>,
    kind: &'static str,
    limit: usize,
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
    /// `amount`, `justification` or `total`.
    role: &'static str,
}

impl<'a> Form<'a> {
    /// Names every field beside its question.
    pub fn new(dossier: &'a Dossier) -> Self {
        let words = &dossier.words;
        Self {
            paper: paper(dossier),
            service: &dossier.service,
            name: dossier.heading(),
            call: Words::of(&dossier.call),
            introduction: lines(&dossier.introduction),
            guide: dossier.guide.iter().map(Group::of).collect(),
            words: Said::of(words),
            parts: dossier.parts.iter().map(|part| Section::of(part, words)).collect(),
        }
    }
}

fn paper(dossier: &Dossier) -> Paper {
    Paper {
        lang: dossier.lang.to_string(),
        right_to_left: dossier.right_to_left,
        title: dossier.name(),
        header: format!("{} · {}", dossier.service, dossier.call.text),
        footer: dossier.footer.clone(),
        page_of: dossier.page_of.clone(),
        date: date(dossier.date),
    }
}

/// As templates read it.
pub fn date(date: Date) -> (i16, i8, i8) {
    (date.year(), date.month(), date.day())
}

impl<'a> Words<'a> {
    /// As templates read them.
    pub fn of(text: &'a Phrase) -> Self {
        Self { text: &text.text, lang: text.lang.as_ref().map(Lang::as_str) }
    }
}

impl<'a> Group<'a> {
    /// As templates read it.
    pub fn of(guide: &'a Guide) -> Self {
        Self { title: &guide.title, lines: lines(&guide.body) }
    }
}

impl<'a> Said<'a> {
    fn of(words: &'a FormWords) -> Self {
        Self {
            required: &words.required,
            required_legend: &words.required_legend,
            choose: &words.choose,
            row: &words.row,
            total: &words.total,
            charges: &words.charges,
            resources: &words.resources,
            amount: &words.amount,
            sign_here: &words.signature.sign_here,
            contents: &words.contents,
        }
    }
}

impl<'a> Section<'a> {
    fn of(part: &'a Part, words: &'a FormWords) -> Self {
        Self {
            number: part.number,
            title: Words::of(&part.title),
            introduction: both(&part.condition, &part.introduction),
            questions: part.questions.iter().map(|question| Asked::of(question, words)).collect(),
        }
    }
}

impl<'a> Asked<'a> {
    fn of(question: &'a Question, words: &'a FormWords) -> Self {
        Self {
            number: &question.number,
            label: Words::of(&question.label),
            help: both(&question.condition, &question.help),
            required: question.required,
            answer: answer(question, words),
        }
    }
}

fn answer<'a>(question: &'a Question, words: &'a FormWords) -> Answer<'a> {
    let mut places: Vec<Place> = question.fields(words).iter().map(Place::of).collect();
    let mut one = || places.remove(0);
    match &question.kind {
        Kind::Note => Answer::Note,
        Kind::Line { .. }
        | Kind::Block { .. }
        | Kind::Amount
        | Kind::Date
        | Kind::Siret
        | Kind::Phone
        | Kind::Email => {
            let fields = question.fields(words);
            Answer::One { field: one(), form: fields.first().and_then(|f| words.form_of(&f.kind)) }
        }
        Kind::Choice(choices) => Answer::Pick {
            field: one(),
            choices: choices.iter().map(|choice| Words::of(&choice.label)).collect(),
        },
        Kind::YesNo => Answer::Pick { field: one(), choices: Vec::new() },
        Kind::Commitment | Kind::Attachment => Answer::Tick { field: one() },
        Kind::Choices(choices) => Answer::Several { boxes: boxes(choices, places) },
        Kind::Table { columns, rows } => Answer::Table {
            columns: columns.iter().zip(&places).map(Head::of).collect(),
            named: matches!(rows, Rows::Named(_)),
            rows: filled(rows, places, columns.len()),
        },
        Kind::Budget(budget) => {
            let mut places = places.into_iter();
            Answer::Budget {
                notes: lines(&budget.notes),
                charges: side(&budget.charges, words, &mut places),
                resources: side(&budget.resources, words, &mut places),
            }
        }
        Kind::Signature => Answer::Signature { fields: signed(&words.signature, places) },
    }
}

fn boxes(choices: &[Choice], places: Vec<Place>) -> Vec<Ticked<'_>> {
    let boxes = choices.iter().zip(places);
    boxes.map(|(choice, field)| Ticked { field, label: Words::of(&choice.label) }).collect()
}

fn signed(said: &Signature, places: Vec<Place>) -> Vec<Place> {
    let names = [&said.name, &said.capacity, &said.place, &said.date];
    let over = |(label, place): (&String, Place)| Place { label: label.clone(), ..place };
    names.into_iter().zip(places).map(over).collect()
}

fn filled(rows: &Rows, places: Vec<Place>, columns: usize) -> Vec<Filled<'_>> {
    let mut places = places.into_iter();
    let mut row = |name| Filled { name, cells: places.by_ref().take(columns).collect() };
    match rows {
        Rows::Blank(count) => (0..*count).map(|_| row(None)).collect(),
        Rows::Named(names) => names.iter().map(|name| row(Some(Words::of(&name.label)))).collect(),
    }
}

/// One side of the budget: each line, its justification under it, and the total.
fn side(
    lines: &[BudgetLine],
    words: &FormWords,
    places: &mut impl Iterator<Item = Place>,
) -> Vec<Due> {
    let mut due = |label: String, role| Due {
        field: places.next().expect("a field for each line"),
        label,
        role,
    };
    let mut side = Vec::new();
    for line in lines {
        side.push(due(line.label.text.clone(), "amount"));
        if line.justified {
            side.push(due(words.budget.justification.clone(), "justification"));
        }
    }
    side.push(due(words.total.clone(), "total"));
    side
}

impl<'a> Head<'a> {
    /// A column, with the kind of its first cell.
    fn of((column, first): (&'a Column, &Place)) -> Self {
        Self { label: Words::of(&column.label), kind: first.kind, limit: first.limit }
    }
}

impl Place {
    fn of(field: &Field) -> Self {
        let (kind, limit, lines) = match field.kind {
            FieldKind::Line { limit } => ("line", limit, 1),
            FieldKind::Block { limit, lines } => ("block", limit, lines),
            FieldKind::Amount => ("amount", 0, 1),
            FieldKind::Number => ("number", 0, 1),
            FieldKind::Date => ("date", 0, 1),
            FieldKind::Siret => ("siret", 0, 1),
            FieldKind::Phone => ("phone", 0, 1),
            FieldKind::Email => ("email", 0, 1),
            FieldKind::Check => ("check", 0, 1),
            FieldKind::Pick(_) => ("pick", 0, 1),
        };
        Self { id: field.id.clone(), label: String::new(), kind, limit, lines }
    }
}

/// When something is to be filled in, then how.
fn both<'a>(condition: &'a [Paragraph], help: &'a [Paragraph]) -> Vec<Line<'a>> {
    condition.iter().chain(help).map(line).collect()
}

fn lines(paragraphs: &[Paragraph]) -> Vec<Line<'_>> {
    paragraphs.iter().map(line).collect()
}

/// A paragraph, as templates read it.
pub fn line(paragraph: &Paragraph) -> Line<'_> {
    let (kind, number) = match paragraph.kind {
        ParagraphKind::Plain => ("plain", 0),
        ParagraphKind::Bullet => ("bullet", 0),
        ParagraphKind::Numbered(number) => ("numbered", number),
    };
    Line {
        kind,
        number,
        runs: paragraph.runs.iter().map(piece).collect(),
        lang: paragraph.lang.as_ref().map(Lang::as_str),
    }
}

/// A piece, as templates read it.
pub fn piece(run: &Run) -> Piece<'_> {
    Piece {
        text: &run.text,
        strong: run.strong,
        emphasis: run.emphasis,
        raised: run.is_raised(),
        lang: run.lang.as_ref().map(Lang::as_str),
        link: run.link.as_deref().filter(|address| (1..=LONGEST).contains(&address.len())),
        section: None,
    }
}
