//! *Grille* and *Critères*: a row a dossier, a column a criterion, what follows from the marks, and what is decided.

use std::collections::BTreeMap;

use super::addressee;
use super::examined::Examined;
use super::grid_formulas::{HIGH, LEAST, LOW, Places, Verdicts, WEIGHT};
use super::grid_heads::{GridHead, MARK, mark};
use super::heads::ROWS_OF_HEADS;
use super::typed::Typed;
use super::words::Words;
use crate::model::decision::Decision;
use crate::model::marking::{Marked, Marking, Marks, Verdict};
use crate::model::questionnaire::Asked;
use crate::model::workbook::{Bounds, Cell, Choices, Column, Look, Row, Sheet, Value};

/// The dossiers of one region for one call, and the grid that marks them.
pub struct Group<'a> {
    pub marking: &'a Marking,
    pub dossiers: Vec<&'a Examined>,
    /// What follows the names of its sheets, where there are several groups.
    pub suffix: String,
}

/// What was typed of dossiers, by their files.
pub type Former<'a> = BTreeMap<String, &'a Typed>;

/// The groups that have a grid, in the order of their first dossiers.
pub fn groups<'a>(dossiers: &[&'a Examined]) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    let identity = |dossier: &Examined| {
        let identity = &dossier.setting.asked.identity;
        (identity.call.clone(), identity.region.clone())
    };
    for dossier in dossiers {
        let Some(marking) = &dossier.setting.marking else { continue };
        let known =
            groups.iter_mut().find(|known| identity(known.dossiers[0]) == identity(dossier));
        match known {
            Some(known) => known.dossiers.push(dossier),
            None => {
                let dossiers = vec![*dossier];
                groups.push(Group { marking, dossiers, suffix: String::new() });
            }
        }
    }
    if groups.len() > 1 {
        for (rank, group) in (1..).zip(&mut groups) {
            group.suffix = format!(" {rank}");
        }
    }
    groups
}

/// The two sheets of a group; `former` is what was typed of its dossiers, by their files.
pub fn sheets(words: Words<'_>, group: &Group<'_>, former: &Former<'_>) -> [Sheet; 2] {
    let criteria = criteria(words, group);
    let last = ROWS_OF_HEADS + u32::try_from(group.dossiers.len()).unwrap_or(u32::MAX) - 1;
    let places = Places {
        marking: group.marking,
        criteria: &criteria.name,
        first_criterion: ROWS_OF_HEADS,
        rows: (ROWS_OF_HEADS, last),
        verdicts: Verdicts {
            to_mark: verdict(words, Verdict::ToMark),
            eliminated: verdict(words, Verdict::Eliminated),
            below: verdict(words, Verdict::BelowLeast),
            eligible: verdict(words, Verdict::Eligible),
        },
    };
    let lines = lines(group, former);
    let grid = Writer { words, group, places: &places }.sheet(&lines);
    [grid, criteria]
}

/// What the marks say, as it is written.
fn verdict(words: Words<'_>, verdict: Verdict) -> String {
    words.say(match verdict {
        Verdict::ToMark => "avis-a-noter",
        Verdict::Eliminated => "avis-elimine",
        Verdict::BelowLeast => "avis-sous-le-minimum",
        Verdict::Eligible => "avis-admissible",
    })
}

/// A dossier, with what was typed of it.
struct Line<'a> {
    dossier: &'a Examined,
    typed: Option<&'a Typed>,
    marks: Marks,
    rank: Option<usize>,
}

fn lines<'a>(group: &Group<'a>, former: &Former<'a>) -> Vec<Line<'a>> {
    let line = |dossier: &&'a Examined| {
        let typed = former.get(&dossier.file).copied();
        let mark = |criterion: &Marked| typed?.number(&format!("{MARK}{}", criterion.id));
        let marks = group.marking.criteria.iter().map(mark).collect();
        let received = typed.and_then(|typed| typed.day(GridHead::Received));
        Line { dossier, typed, marks: Marks { marks, received }, rank: None }
    };
    let mut lines: Vec<Line<'_>> = group.dossiers.iter().map(line).collect();
    let marks: Vec<Marks> = lines.iter().map(|line| line.marks.clone()).collect();
    for (line, rank) in lines.iter_mut().zip(group.marking.ranks(&marks)) {
        line.rank = rank;
    }
    lines
}

/// What writes the grid of a group.
struct Writer<'a> {
    words: Words<'a>,
    group: &'a Group<'a>,
    places: &'a Places<'a>,
}

impl Writer<'_> {
    fn sheet(&self, lines: &[Line<'_>]) -> Sheet {
        let marking = self.group.marking;
        let [before, after] = heads();
        let names = before.iter().map(|head| head.name().to_owned());
        let names = names.chain(marking.criteria.iter().map(|c| format!("{MARK}{}", c.id)));
        let names = names.chain(after.iter().map(|head| head.name().to_owned()));
        let said = |head: &GridHead| self.words.say(head.name());
        let labels = before.iter().map(said).chain(marking.criteria.iter().map(head_of));
        let labels = labels.chain(after.iter().map(said));
        let widths = before.iter().map(|head| head.width());
        let widths = widths.chain(marking.criteria.iter().map(|_| 14.0));
        let widths = widths.chain(after.iter().map(|head| head.width()));
        let names = Row { hidden: true, ..Row::of(Look::Name, names.map(Value::text)) };
        let heads = Row { height: Some(75.0), ..Row::of(Look::Head, labels.map(Value::text)) };
        let rows = (ROWS_OF_HEADS..).zip(lines).map(|(rank, line)| self.row(rank, line));
        Sheet {
            name: format!("{}{}", self.words.say("feuille-grille"), self.group.suffix),
            columns: widths.map(|width| Column { width }).collect(),
            rows: [names, heads].into_iter().chain(rows).collect(),
            frozen: (ROWS_OF_HEADS, 2),
            filter: Some(1),
            lists: vec![self.decisions()],
            bounds: self.bounds(),
            ..Sheet::default()
        }
    }

    fn row(&self, rank: u32, line: &Line<'_>) -> Row {
        let [before, after] = heads();
        let cell =
            |head: &GridHead| Cell { value: self.value(rank, *head, line), look: head.look() };
        let mut cells: Vec<Cell> = before.iter().map(cell).collect();
        for criterion in &self.group.marking.criteria {
            let name = format!("{MARK}{}", criterion.id);
            let value = line.typed.and_then(|typed| typed.value(&name)).cloned();
            cells.push(Cell { value: value.unwrap_or_default(), look: Look::OpenNumber });
        }
        cells.extend(after.iter().map(cell));
        Row { cells, ..Row::default() }
    }

    fn value(&self, row: u32, head: GridHead, line: &Line<'_>) -> Value {
        let dossier = line.dossier;
        let applicant = addressee::of(dossier);
        let text = |words: Option<String>| Value::text(words.unwrap_or_default());
        let identity = &dossier.setting.asked.identity;
        let marking = self.group.marking;
        let computed = |formula, result| Value::Formula(formula, Box::new(result));
        match head {
            GridHead::File => Value::text(&dossier.file),
            GridHead::Applicant => text(applicant.organisation),
            GridHead::Siret => text(applicant.siret),
            GridHead::Project => text(applicant.project),
            GridHead::Total => {
                let total = marking.total(&line.marks).map_or(Value::Empty, Value::Number);
                computed(self.places.total(row), total)
            }
            GridHead::Verdict => {
                let said = verdict(self.words, marking.verdict(&line.marks));
                computed(self.places.verdict(row), Value::text(said))
            }
            GridHead::Rank => {
                let rank = line.rank.map_or(Value::Empty, Value::count);
                computed(self.places.rank(row), rank)
            }
            GridHead::Call => Value::text(identity.call.as_str()),
            GridHead::Region => Value::text(identity.region.as_str()),
            GridHead::Received
            | GridHead::Decision
            | GridHead::Amount
            | GridHead::Reason
            | GridHead::Agreement
            | GridHead::PaidFrom
            | GridHead::PaidTo
            | GridHead::Reference
            | GridHead::Remarks => {
                line.typed.and_then(|typed| typed.value(head.name())).cloned().unwrap_or_default()
            }
        }
    }

    fn column(&self, head: GridHead) -> u16 {
        head.column(u16::try_from(self.group.marking.criteria.len()).unwrap_or_default())
    }

    fn decisions(&self) -> Choices {
        let offered = Decision::ALL.map(|(name, _)| self.words.say(&format!("decision-{name}")));
        Choices {
            column: self.column(GridHead::Decision),
            rows: self.places.rows,
            offered: offered.to_vec(),
        }
    }

    /// What marks and amounts may be.
    fn bounds(&self) -> Vec<Bounds> {
        let rows = self.places.rows;
        let criteria = self.group.marking.criteria.iter().enumerate();
        let marks = criteria.map(|(rank, criterion)| Bounds {
            column: mark(rank),
            rows,
            between: (criterion.scale.low, criterion.scale.high),
        });
        let amount =
            Bounds { column: self.column(GridHead::Amount), rows, between: (0.0, MOST_GIVEN) };
        marks.chain([amount]).collect()
    }
}

/// No grant of a call is larger; a slip of the keyboard may be.
const MOST_GIVEN: f64 = 1e9;

/// The columns before the marks, and those after.
fn heads() -> [&'static [GridHead]; 2] {
    let (before, after) = GridHead::ALL.split_at(usize::from(mark(0)));
    [before, after]
}

/// Over the column of a criterion: what it is, its scale, its weight.
fn head_of(criterion: &Marked) -> String {
    let Marked { label, scale, weight, .. } = criterion;
    format!("{label}\n{}–{} × {weight}", scale.low, scale.high)
}

/// A row a criterion, to which the formulas of the grid look.
fn criteria(words: Words<'_>, group: &Group<'_>) -> Sheet {
    const HEADS: [(&str, f64); 8] = [
        ("critere", 34.0),
        ("poids", 9.0),
        ("note-de", 9.0),
        ("note-a", 9.0),
        ("eliminatoire", 14.0),
        ("par", 22.0),
        ("aide-a-noter", 60.0),
        ("questions", 34.0),
    ];
    let number = |number: Option<f64>| number.map_or(Value::Empty, Value::Number);
    let row = |criterion: &Marked| {
        let mut values = vec![Value::Empty; HEADS.len()];
        values[0] = Value::text(&criterion.label);
        values[usize::from(WEIGHT)] = Value::Number(criterion.weight);
        values[usize::from(LOW)] = Value::Number(criterion.scale.low);
        values[usize::from(HIGH)] = Value::Number(criterion.scale.high);
        values[usize::from(LEAST)] = number(criterion.eliminatory);
        values[5] = Value::text(&criterion.by);
        values[6] = Value::text(&criterion.help);
        values[7] = Value::text(labels(group, criterion).join("\n"));
        Row::of(Look::Plain, values)
    };
    let names =
        Row { hidden: true, ..Row::of(Look::Name, HEADS.map(|(name, _)| Value::text(name))) };
    let heads = Row::of(Look::Head, HEADS.map(|(name, _)| Value::text(words.say(name))));
    let rows = group.marking.criteria.iter().map(row);
    let least = group.marking.least.map(|least| {
        let mut values = vec![Value::Empty; HEADS.len()];
        values[0] = Value::text(words.say("total-minimum"));
        values[usize::from(LEAST)] = Value::Number(least);
        Row::of(Look::Plain, values)
    });
    Sheet {
        name: format!("{}{}", words.say("feuille-criteres"), group.suffix),
        columns: HEADS.iter().map(|(_, width)| Column { width: *width }).collect(),
        rows: [names, heads].into_iter().chain(rows).chain(least).collect(),
        frozen: (ROWS_OF_HEADS, 1),
        ..Sheet::default()
    }
}

/// The questions that a criterion looks at, as they are cited.
fn labels(group: &Group<'_>, criterion: &Marked) -> Vec<String> {
    let asked = &group.dossiers[0].setting.shown.questions;
    let looked = |id: &String| asked.iter().find(|question| question.id == *id);
    criterion.questions.iter().filter_map(looked).map(Asked::place).collect()
}
