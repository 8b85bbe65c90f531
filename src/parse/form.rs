//! `content/<call>/dossier.yaml` becomes a [`Form`], and the key `dossier:` of a region's file a [`FormChange`].

use std::ops::RangeInclusive;
use std::sync::Arc;

use super::bounded::{count, help, spanned_slug, within, words};
use super::condition::condition;
use super::cumulated::cumulated;
use super::privacy::privacy;
use super::reader::Reader;
use super::record::Record;
use super::twins::{Known, tell_apart, tell_labels_apart};
use super::yaml::{self, Node, Value};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Seen};
use crate::model::columns;
use crate::model::form::{
    CellKind, Form, FormBudget, FormBudgetLine, FormChange, FormChoice, FormColumn, FormKind,
    FormPart, FormPolicy, FormQuestion, FormRows,
};
use crate::model::id::{Lang, Slug};
use crate::model::privacy::Privacy;
use crate::model::role::Role;
use crate::model::source::{SourceFile, Span, Spanned};

/// What a `type:` may be, wherever the question is asked.
const COMMON_KINDS: [(&str, Kind); 15] = [
    ("texte", Kind::Line),
    ("texte-long", Kind::Block),
    ("montant", Kind::Amount),
    ("nombre", Kind::Number),
    ("date", Kind::Date),
    ("siret", Kind::Siret),
    ("telephone", Kind::Phone),
    ("courriel", Kind::Email),
    ("choix", Kind::Choice),
    ("choix-multiples", Kind::Choices),
    ("oui-non", Kind::YesNo),
    ("tableau", Kind::Table),
    ("engagement", Kind::Commitment),
    ("piece", Kind::Attachment),
    ("note", Kind::Note),
];

/// What only the call asks, once: a region adds none of them.
const NATIONAL_KINDS: [(&str, Kind); 3] =
    [("priorites", Kind::Priorities), ("budget", Kind::Budget), ("signature", Kind::Signature)];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Line,
    Block,
    Amount,
    Number,
    Date,
    Siret,
    Phone,
    Email,
    Choice,
    Choices,
    YesNo,
    Table,
    Commitment,
    Attachment,
    Note,
    Priorities,
    Budget,
    Signature,
}

const CELLS: [(&str, Cell); 7] = [
    ("texte", Cell::Line),
    ("montant", Cell::Amount),
    ("nombre", Cell::Number),
    ("date", Cell::Date),
    ("siret", Cell::Siret),
    ("telephone", Cell::Phone),
    ("courriel", Cell::Email),
];

#[derive(Debug, Clone, Copy)]
enum Cell {
    Line,
    Amount,
    Number,
    Date,
    Siret,
    Phone,
    Email,
}

const POLICIES: [(&str, FormPolicy); 2] =
    [("verrou", FormPolicy::Locked), ("complement", FormPolicy::Extendable)];

/// The most characters that words may have for the place where files print them.
const TITLE: usize = 120;
const LABEL: usize = 300;
const OPTION: usize = 200;
const COLUMN: usize = 80;

/// How much may be answered: what a field of each format can hold, and a page show.
const LINE: RangeInclusive<usize> = 1..=500;
const BLOCK: RangeInclusive<usize> = 1..=5000;
const LINES: RangeInclusive<usize> = 2..=60;
const ROWS: RangeInclusive<usize> = 1..=50;

/// Reads the definition, and tells whether something of it could not be read. `None` when too little could be understood
/// to go on.
pub fn form(
    diagnostics: &mut Diagnostics,
    file: &SourceFile,
    languages: &[Lang],
) -> (Option<Form>, bool) {
    let Some(root) = yaml::tree(diagnostics, file) else { return (None, true) };
    let mut reader = Reader::new(diagnostics, file, languages);
    let form = definition(&mut reader, &root);
    let unread = form.is_none() || reader.unread > 0;
    (form, unread)
}

fn definition<'s>(r: &mut Reader<'_, 's>, root: &Node<'s>) -> Option<Form> {
    let mut fields = r.record(root)?;
    let introduction = fields.optional(r, "introduction", |r, node| {
        help(r, node).map(|introduction| Spanned::new(introduction, node.span))
    });
    let parts = fields.required(r, "parties", |r, node| r.list(node, part));
    let key = "donnees-personnelles";
    let privacy = fields.optional(r, key, privacy);
    let privacy = privacy.map(|privacy| Privacy { span: fields.key_span(key), ..privacy });
    let published = fields.optional(r, "publiees", slugs).unwrap_or_default();
    let roles = fields.optional(r, "roles", roles).unwrap_or_default();
    let cumulated = fields.optional(r, "cumuls", |r, node| r.list(node, cumulated));
    let cumulated = cumulated.unwrap_or_default();
    fields.finish(r);
    let mut seen = Seen::default();
    let parts = parts?;
    let count = |parts: &[FormPart]| parts.iter().map(|part| part.questions.len()).sum::<usize>();
    let given = count(&parts);
    let mut parts = tell_apart(r, &mut seen, parts, |part: &FormPart| (&part.id, part.span));
    // The questions of a part that is left out would seem lost.
    r.unread += given - count(&parts);
    let mut seen = Seen::default();
    for part in &mut parts {
        let questions = std::mem::take(&mut part.questions);
        part.questions = tell_apart(r, &mut seen, questions, |q| (&q.id, q.span));
    }
    tell_signatures_apart(r, &parts);
    let former = parts.iter().flat_map(|part| &part.questions).flat_map(|q| &q.former);
    let former: Vec<&Spanned<Slug>> = former.collect();
    tell_apart(r, &mut seen, former, |id| (&id.value, id.span));
    Some(Form { introduction, parts, privacy, published, roles, cumulated })
}

/// Everyone signs once.
fn tell_signatures_apart(r: &mut Reader<'_, '_>, parts: &[FormPart]) {
    let questions = parts.iter().flat_map(|part| &part.questions);
    let mut signed = questions.filter(|question| matches!(question.kind, FormKind::Signature));
    let Some(first) = signed.next() else { return };
    for other in signed {
        r.push(Diagnostic::new(Code::TwinSignature, other.span).and(first.span));
    }
}

fn roles<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<Vec<(Role, Spanned<String>)>> {
    let mut fields = r.record(node)?;
    let declared = Role::ALL.iter().filter(|role| role.is_declared());
    let said = declared.filter_map(|role| {
        let held = fields.optional(r, role.name(), Reader::spanned_text)?;
        Some((*role, held))
    });
    let said = said.collect();
    fields.finish(r);
    Some(said)
}

/// Reads what a region changes.
pub fn change<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<FormChange> {
    let mut fields = r.record(node)?;
    let helps = fields.optional(r, "aides", |r, node| {
        r.entries(node, |r, entry| {
            let id = Spanned::new(entry.key.to_string(), entry.key_span);
            Some((id, help(r, &entry.node)?))
        })
    });
    let questions = fields.optional(r, "questions", |r, node| {
        r.list(node, |r, node| {
            let mut fields = r.record(node)?;
            let part = fields.required(r, "partie", Reader::spanned_text);
            let question = question(r, fields, &COMMON_KINDS, FormPolicy::Locked);
            Some((part?, question?))
        })
    });
    fields.finish(r);
    let questions: Vec<(Spanned<String>, FormQuestion)> = questions.unwrap_or_default();
    let questions = tell_apart(r, &mut Seen::default(), questions, |(_, q)| (&q.id, q.span));
    Some(FormChange { helps: helps.unwrap_or_default(), questions })
}

fn part<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<FormPart> {
    let kinds = [&COMMON_KINDS[..], &NATIONAL_KINDS].concat();
    let mut fields = r.record(node)?;
    let id = fields.required(r, "id", spanned_slug);
    let title = fields.required(r, "titre", |r, node| words(r, node, TITLE));
    let introduction = fields.optional(r, "introduction", help);
    let condition = fields.optional(r, "si", condition);
    let policy = fields.optional(r, "adaptation", |r, node| r.choice(node, &POLICIES));
    let policy = policy.unwrap_or(FormPolicy::Extendable);
    let questions = fields.required(r, "questions", |r, node| {
        r.list(node, |r, node| {
            let fields = r.record(node)?;
            question(r, fields, &kinds, policy).map(Arc::new)
        })
    });
    fields.finish(r);
    let id = id?;
    Some(FormPart {
        span: id.span,
        id: id.value,
        title: title?,
        introduction,
        condition,
        policy,
        questions: questions?,
    })
}

/// Reads a question of one of `kinds`, which inherits the policy of its part.
fn question<'s>(
    r: &mut Reader<'_, 's>,
    mut fields: Record<'_, 's>,
    kinds: &[(&'static str, Kind)],
    inherited: FormPolicy,
) -> Option<FormQuestion> {
    let id = fields.required(r, "id", spanned_slug);
    let kind = fields.required(r, "type", |r, node| r.choice(node, kinds));
    let label = fields.required(r, "libelle", |r, node| words(r, node, LABEL));
    let help = fields.optional(r, "aide", help);
    let condition = fields.optional(r, "si", condition);
    let policy = fields.optional(r, "adaptation", |r, node| r.choice(node, &POLICIES));
    let former = fields.optional(r, "anciens", slugs);
    let required = match kind {
        Some(Kind::Note) => Some(false),
        _ => fields.optional(r, "obligatoire", Reader::boolean),
    };
    let Some(kind) = kind else {
        // Of an unknown kind nothing is known, the keys neither.
        fields.leave(r);
        return None;
    };
    let kind = answered(r, &mut fields, kind);
    fields.finish(r);
    let id = id?;
    Some(FormQuestion {
        span: id.span,
        id: id.value,
        former: former.unwrap_or_default(),
        label: label?,
        help,
        required: required.unwrap_or_default(),
        condition,
        policy: policy.unwrap_or(inherited),
        kind: kind?,
    })
}

fn answered<'s>(
    r: &mut Reader<'_, 's>,
    fields: &mut Record<'_, 's>,
    kind: Kind,
) -> Option<FormKind> {
    Some(match kind {
        Kind::Note => FormKind::Note,
        Kind::Line => FormKind::Line { limit: count(r, fields, "maximum", LINE).unwrap_or(200) },
        Kind::Block => FormKind::Block {
            limit: count(r, fields, "maximum", BLOCK).unwrap_or(3000),
            lines: count(r, fields, "lignes", LINES).unwrap_or(8),
        },
        Kind::Amount => FormKind::Amount,
        Kind::Number => FormKind::Number,
        Kind::Date => FormKind::Date,
        Kind::Siret => FormKind::Siret,
        Kind::Phone => FormKind::Phone,
        Kind::Email => FormKind::Email,
        Kind::Choice => FormKind::Choice(choices(r, fields, 2)?),
        Kind::Choices => FormKind::Choices(choices(r, fields, 1)?),
        Kind::Priorities => FormKind::Priorities,
        Kind::YesNo => FormKind::YesNo,
        Kind::Table => table(r, fields)?,
        Kind::Budget => FormKind::Budget(budget(r, fields)?),
        Kind::Commitment => FormKind::Commitment,
        Kind::Attachment => FormKind::Attachment,
        Kind::Signature => FormKind::Signature,
    })
}

fn choices<'s>(
    r: &mut Reader<'_, 's>,
    fields: &mut Record<'_, 's>,
    least: usize,
) -> Option<Vec<FormChoice>> {
    let choices = listed(r, fields, AtLeast { items: least, of: "choix" }, |r, node| {
        choice(r, node, OPTION)
    })?;
    let apart = tell_apart(r, &mut Seen::default(), choices, |c| (&c.0.id, c.1));
    tell_labels_apart(
        r,
        "choix",
        apart.iter().map(|(choice, span)| Known::new(&choice.id, &choice.label, *span)),
    );
    Some(apart.into_iter().map(first).collect())
}

fn table<'s>(r: &mut Reader<'_, 's>, fields: &mut Record<'_, 's>) -> Option<FormKind> {
    let columns = listed(r, fields, AtLeast { items: 1, of: "colonnes" }, column);
    let rows = fields.required(r, "lignes", |r, node| match &node.value {
        Value::List(rows) if !rows.is_empty() => {
            let named = r.list(node, |r, node| choice(r, node, OPTION))?;
            let named = tell_apart(r, &mut Seen::default(), named, |c| (&c.0.id, c.1));
            tell_labels_apart(
                r,
                "lignes",
                named.iter().map(|(row, span)| Known::new(&row.id, &row.label, *span)),
            );
            Some(FormRows::Named(named.into_iter().map(first).collect()))
        }
        Value::List(_) => {
            r.push(incomplete(node.span, "lignes", 1));
            None
        }
        _ => within(r, node, "lignes", ROWS).map(FormRows::Blank),
    });
    let columns = tell_apart(r, &mut Seen::default(), columns?, |read| (&read.column.id, read.id));
    let known = columns.iter().map(|read| Known::new(&read.column.id, &read.column.label, read.id));
    tell_labels_apart(r, "colonnes", known);
    let rows = rows?;
    say_if_wide(r, &columns, &rows);
    Some(FormKind::Table { columns: columns.into_iter().map(|read| read.column).collect(), rows })
}

/// Says which column leaves the page, or else which answers do.
fn say_if_wide(r: &mut Reader<'_, '_>, read: &[ReadColumn], rows: &FormRows) {
    let kinds: Vec<&CellKind> = read.iter().map(|read| &read.column.kind).collect();
    let fitting = columns::fitting(kinds.iter().copied(), rows);
    if let Some(beyond) = read.get(fitting) {
        let wide = Diagnostic::new(Code::WideTable, beyond.id).with("colonnes", read.len());
        r.push(wide.with("place", fitting));
        return;
    }
    let most = columns::most_characters(&kinds, rows);
    for ReadColumn { column, limit: place, .. } in read {
        if let CellKind::Line { limit } = column.kind
            && limit > most
        {
            let long = Diagnostic::new(Code::LimitOutOfBounds, *place).with("cle", "maximum");
            r.push(long.with("valeur", limit).with("min", LINE.start()).with("max", most));
        }
    }
}

/// A column, with the places of its id and of its limit.
struct ReadColumn {
    column: FormColumn,
    id: Span,
    limit: Span,
}

fn column<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<ReadColumn> {
    let mut fields = r.record(node)?;
    let id = fields.required(r, "id", spanned_slug);
    let label = fields.required(r, "libelle", |r, node| words(r, node, COLUMN));
    let condition = fields.optional(r, "si", condition);
    let kind = fields.optional(r, "type", |r, node| r.choice(node, &CELLS));
    let kind = match kind.unwrap_or(Cell::Line) {
        Cell::Line => {
            CellKind::Line { limit: count(r, &mut fields, "maximum", LINE).unwrap_or(120) }
        }
        Cell::Amount => CellKind::Amount,
        Cell::Number => CellKind::Number,
        Cell::Date => CellKind::Date,
        Cell::Siret => CellKind::Siret,
        Cell::Phone => CellKind::Phone,
        Cell::Email => CellKind::Email,
    };
    let limit = fields.value_span("maximum");
    fields.finish(r);
    let id = id?;
    let column = FormColumn { id: id.value, label: label?, kind, condition };
    Some(ReadColumn { column, id: id.span, limit })
}

fn budget<'s>(r: &mut Reader<'_, 's>, fields: &mut Record<'_, 's>) -> Option<FormBudget> {
    let ceiling = fields.required(r, "plafond", Reader::spanned_text);
    let line = |mark| move |r: &mut Reader<'_, 's>, node: &Node<'s>| budget_line(r, node, mark);
    let charges = listed(r, fields, AtLeast { items: 1, of: "charges" }, line("justification"));
    let resources =
        listed(r, fields, AtLeast { items: 1, of: "ressources" }, line("aide-demandee"));
    let (charges, resources) = (charges?, resources?);
    let asking = resources.iter().filter(|(line, _)| line.aid).count();
    if asking != 1 && !fields.is_partial("ressources") {
        r.push(incomplete(fields.value_span("ressources"), "aide-demandee", 1));
    }
    let mut apart = |lines: Vec<(FormBudgetLine, Span)>| {
        let lines = tell_apart(r, &mut Seen::default(), lines, |line| (&line.0.id, line.1));
        tell_labels_apart(
            r,
            "lignes",
            lines.iter().map(|(line, span)| Known::new(&line.id, &line.label, *span)),
        );
        lines.into_iter().map(first).collect()
    };
    let (charges, resources) = (apart(charges), apart(resources));
    Some(FormBudget { ceiling: ceiling?, charges, resources })
}

/// A line that may bear one `mark`.
fn budget_line<'s>(
    r: &mut Reader<'_, 's>,
    node: &Node<'s>,
    mark: &'static str,
) -> Option<(FormBudgetLine, Span)> {
    let mut fields = r.record(node)?;
    let id = fields.required(r, "id", spanned_slug);
    let label = fields.required(r, "libelle", |r, node| words(r, node, OPTION));
    let marked = fields.optional(r, mark, Reader::boolean).unwrap_or_default();
    fields.finish(r);
    let id = id?;
    if id.value.as_str() == "total" {
        // The field of the sum has that name.
        let reserved = Diagnostic::new(Code::InvalidIdentifier, id.span);
        r.push(reserved.with("identifiant", &id.value).with("suggestion", "total-general"));
    }
    let (justified, aid) = (marked && mark == "justification", marked && mark == "aide-demandee");
    Some((FormBudgetLine { id: id.value, label: label?, justified, aid }, id.span))
}

fn choice<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>, most: usize) -> Option<(FormChoice, Span)> {
    let mut fields = r.record(node)?;
    let id = fields.required(r, "id", spanned_slug);
    let label = fields.required(r, "libelle", |r, node| words(r, node, most));
    fields.finish(r);
    let id = id?;
    Some((FormChoice { id: id.value, label: label? }, id.span))
}

/// How many items a list must have.
struct AtLeast {
    items: usize,
    of: &'static str,
}

/// A list of at least so many, without which the question cannot be asked.
fn listed<'s, T>(
    r: &mut Reader<'_, 's>,
    fields: &mut Record<'_, 's>,
    AtLeast { items: least, of: key }: AtLeast,
    read: impl FnMut(&mut Reader<'_, 's>, &Node<'s>) -> Option<T>,
) -> Option<Vec<T>> {
    let mut enough = false;
    let items = fields.optional(r, key, |r, node| {
        enough = !matches!(&node.value, Value::List(items) if items.len() < least);
        r.list(node, read)
    });
    if !enough && !fields.is_partial(key) {
        let place = if items.is_some() { key } else { "type" };
        r.push(incomplete(fields.value_span(place), key, least));
    }
    items.filter(|_| enough)
}

fn incomplete(place: Span, key: &'static str, least: usize) -> Diagnostic {
    let incomplete = Diagnostic::new(Code::IncompleteQuestion, place).with("cle", key);
    incomplete.with("minimum", least)
}

fn slugs<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<Vec<Spanned<Slug>>> {
    r.list(node, spanned_slug)
}

fn first<A, B>((first, _): (A, B)) -> A {
    first
}
