//! The application form: each question with what the region adds to it, and the region's own at the end of their part.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::pair::Pair;
use super::{conditions, translations};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Suggestions};
use crate::model::call::Call;
use crate::model::form::{
    CellKind, Form, FormChange, FormKind, FormPolicy, FormQuestion, RegionalForm, RegionalFormPart,
    RegionalQuestion,
};
use crate::model::id::Slug;
use crate::model::localized::Localized;
use crate::model::origin::Origin;
use crate::model::prose::Prose;
use crate::model::source::{Span, Spanned};
use crate::model::unit::Unit;
use crate::model::unread::Part;

/// Says what the form asks of the call that it does not have.
pub fn check(diagnostics: &mut Diagnostics, call: &Call) {
    let Some(form) = &call.form else { return };
    for question in form.questions() {
        if let FormKind::Budget(budget) = &question.kind {
            check_ceiling(diagnostics, call, &budget.ceiling);
        }
    }
    check_places(diagnostics, form.texts());
    if !call.unread.has(Part::Form) {
        check_published(diagnostics, form);
        conditions::check(diagnostics, form);
        check_privacy(diagnostics, form);
        check_roles(diagnostics, form);
        check_cumulated(diagnostics, form);
        translations::check(diagnostics, form, &call.languages);
    }
}

/// A ceiling is a parameter of the call, in euros.
fn check_ceiling(diagnostics: &mut Diagnostics, call: &Call, name: &Spanned<String>) {
    let named = call.parameters.iter().find(|parameter| *parameter.name == name.value);
    let (code, known) = match named {
        Some(parameter) if parameter.unit == Unit::Euro => return,
        Some(_) => (Code::CeilingUnit, None),
        None if call.unread.has(Part::Parameters) => return,
        None => (Code::UnknownParameter, Some(call.parameters.iter().map(|p| &*p.name))),
    };
    let wrong = Diagnostic::new(code, name.span).with("parametre", &name.value);
    diagnostics.push(match known {
        Some(known) => wrong.nearest(&name.value, known),
        None => wrong,
    });
}

/// Answers are read back by the ids of questions: one that was published must still lead to a question.
fn check_published(diagnostics: &mut Diagnostics, form: &Form) {
    let now: BTreeSet<&Slug> = form.questions().map(|question| &question.id).collect();
    let former = form.questions().flat_map(|question| &question.former).map(|id| &id.value);
    let former: BTreeSet<&Slug> = former.collect();
    let published: BTreeSet<&Slug> = form.published.iter().map(|id| &id.value).collect();
    // What is not on the list is new: the nearest of them may be the old one renamed.
    let new: Vec<&str> = now.difference(&published).map(|id| id.as_str()).collect();
    let is_lost = |id: &&Spanned<Slug>| !now.contains(&id.value) && !former.contains(&id.value);
    let mut suggestions = Suggestions::default();
    for id in form.published.iter().filter(is_lost) {
        let lost = Diagnostic::new(Code::LostQuestion, id.span).with("question", &id.value);
        let name = id.value.as_str();
        diagnostics.push(lost.nearest_of(&mut suggestions, name, new.iter().copied()));
    }
}

/// A role is that of a question answered in words, or of a column.
fn check_roles(diagnostics: &mut Diagnostics, form: &Form) {
    let holders: Vec<String> = form.questions().flat_map(|question| holders(question)).collect();
    let is_one = |held: &Spanned<String>| holders.contains(&held.value);
    for (role, held) in form.roles.iter().filter(|(_, held)| !is_one(held)) {
        let lost = Diagnostic::new(Code::RoleOfNothing, held.span).with("role", role.name());
        let known = holders.iter().map(String::as_str);
        diagnostics.push(lost.with("question", &held.value).nearest(&held.value, known));
    }
}

/// What adds up is a column of amounts, beside one of dates.
fn check_cumulated(diagnostics: &mut Diagnostics, form: &Form) {
    for cumulated in &form.cumulated {
        let (amount, date) = (&cumulated.amount, &cumulated.date);
        let amounts = columns(form, |kind| matches!(kind, CellKind::Amount));
        let dates = columns(form, |kind| matches!(kind, CellKind::Date));
        let table = |column: &str| column.split_once('.').map(|(table, _)| table.to_owned());
        let same: Vec<String> =
            dates.into_iter().filter(|column| table(column) == table(&amount.value)).collect();
        let wrong = match () {
            () if !amounts.contains(&amount.value) => (amount, "montant", amounts),
            () if !same.contains(&date.value) => (date, "date", same),
            () => continue,
        };
        let (held, kind, known) = wrong;
        let wrong = Diagnostic::new(Code::CumulatedNothing, held.span).with("genre", kind);
        let known = known.iter().map(String::as_str);
        diagnostics.push(wrong.with("colonne", &held.value).nearest(&held.value, known));
    }
}

/// The columns of a kind, as one writes them.
fn columns(form: &Form, is_one: fn(&CellKind) -> bool) -> Vec<String> {
    let tables = form.questions().filter_map(|question| {
        let FormKind::Table { columns, .. } = &question.kind else { return None };
        Some((question, columns))
    });
    let named = tables.flat_map(|(question, columns)| {
        let columns = columns.iter().filter(|column| is_one(&column.kind));
        columns.map(|column| format!("{}.{}", question.id, column.id))
    });
    named.collect()
}

/// What of a question may have a role.
fn holders(question: &FormQuestion) -> Vec<String> {
    match &question.kind {
        FormKind::Line { .. }
        | FormKind::Block { .. }
        | FormKind::Amount
        | FormKind::Number
        | FormKind::Date
        | FormKind::Siret
        | FormKind::Phone
        | FormKind::Email
        | FormKind::Choice(_)
        | FormKind::YesNo => vec![question.id.to_string()],
        FormKind::Table { columns, .. } => {
            columns.iter().map(|column| format!("{}.{}", question.id, column.id)).collect()
        }
        FormKind::Note
        | FormKind::Choices(_)
        | FormKind::Priorities
        | FormKind::Budget(_)
        | FormKind::Commitment
        | FormKind::Attachment
        | FormKind::Signature => Vec::new(),
    }
}

/// Who signs is told what becomes of personal data.
fn check_privacy(diagnostics: &mut Diagnostics, form: &Form) {
    if form.privacy.is_some() {
        return;
    }
    let signed = form.questions().find(|question| matches!(question.kind, FormKind::Signature));
    if let Some(signed) = signed {
        diagnostics.push(Diagnostic::new(Code::UntoldPrivacy, signed.span));
    }
}

/// The page composes its blocks in the text of the call, not in a form.
fn check_places<'p>(
    diagnostics: &mut Diagnostics,
    texts: impl Iterator<Item = &'p Localized<Prose>>,
) {
    for (_, prose) in texts.flat_map(Localized::iter) {
        for place in prose.places() {
            diagnostics.push(Diagnostic::new(Code::MisplacedBlock, place.span));
        }
    }
}

/// The form of the call, as the region asks it in its languages.
pub fn merge(
    diagnostics: &mut Diagnostics,
    pair: &Pair<'_>,
    change: FormChange,
) -> Option<RegionalForm> {
    let call = pair.call;
    check_places(diagnostics, change.texts());
    if !pair.unread.has(Part::Form) {
        let shown = call.languages.iter().filter(|lang| pair.region.languages.contains(lang));
        translations::check_change(diagnostics, &change, &shown.cloned().collect::<Vec<_>>());
    }
    // Which questions there are, and what may be done to them, is not known.
    let change = if call.unread.has(Part::Form) { FormChange::default() } else { change };
    let Some(form) = &call.form else {
        // There is no question to complete: each one named is unknown.
        let nothing = Form::default();
        merged(diagnostics, &Arc::new(nothing), change);
        return None;
    };
    let named: Vec<Slug> = change.questions.iter().map(|(_, added)| added.id.clone()).collect();
    let regional = merged(diagnostics, form, change);
    if !pair.unread.has(Part::Form) {
        conditions::check_added(diagnostics, &regional, &named);
    }
    Some(regional)
}

fn merged(diagnostics: &mut Diagnostics, form: &Arc<Form>, change: FormChange) -> RegionalForm {
    let national = |question: &Arc<FormQuestion>| RegionalQuestion {
        question: Arc::clone(question),
        more_help: None,
        origin: Origin::National,
    };
    let parts = form
        .parts
        .iter()
        .map(|part| RegionalFormPart { questions: part.questions.iter().map(national).collect() });
    let mut regional = RegionalForm { form: Arc::clone(form), parts: parts.collect() };
    for (id, help) in change.helps {
        complete(diagnostics, &mut regional, &id, help);
    }
    for (part, question) in change.questions {
        add(diagnostics, &mut regional, &part, question);
    }
    regional
}

fn complete(
    diagnostics: &mut Diagnostics,
    regional: &mut RegionalForm,
    id: &Spanned<String>,
    help: Localized<Prose>,
) {
    let mut questions = regional.parts.iter_mut().flat_map(|part| &mut part.questions);
    let named = questions.find(|known| known.question.id.as_str() == id.value);
    match named {
        Some(known) if known.question.policy == FormPolicy::Locked => {
            let locked = Diagnostic::new(Code::LockedQuestion, id.span).and(known.question.span);
            let open = regional.form.questions();
            let open = open.filter(|question| question.policy == FormPolicy::Extendable);
            let open: Vec<&str> = open.map(|question| question.id.as_str()).collect();
            let locked = locked.with("question", &id.value);
            diagnostics.push(locked.with("ouvertes", open.join(", ")));
        }
        Some(known) => known.more_help = Some(help),
        None => {
            let known = regional.form.questions().map(|question| question.id.as_str());
            let unknown = Diagnostic::new(Code::UnknownQuestion, id.span);
            diagnostics.push(
                unknown
                    .with("question", &id.value)
                    .with("lieu", "dossier")
                    .nearest(&id.value, known),
            );
        }
    }
}

fn add(
    diagnostics: &mut Diagnostics,
    regional: &mut RegionalForm,
    part: &Spanned<String>,
    question: FormQuestion,
) {
    let form = &regional.form;
    let Some(rank) = form.parts.iter().position(|known| known.id.as_str() == part.value) else {
        let known: Vec<&str> = form.parts.iter().map(|part| part.id.as_str()).collect();
        let unknown = Diagnostic::new(Code::UnknownPart, part.span).with("partie", &part.value);
        let unknown = unknown.nearest(&part.value, known.iter().copied());
        diagnostics.push(unknown.with("parties", known.join(", ")));
        return;
    };
    if form.parts[rank].policy == FormPolicy::Locked {
        let open = form.parts.iter().filter(|part| part.policy == FormPolicy::Extendable);
        let open: Vec<&str> = open.map(|part| part.id.as_str()).collect();
        let locked = Diagnostic::new(Code::LockedPart, part.span).and(form.parts[rank].span);
        diagnostics.push(locked.with("partie", &part.value).with("ouvertes", open.join(", ")));
        return;
    }
    if let Some(twin) = taken(form, &question.id) {
        diagnostics.push(Diagnostic::twin(&question.id, question.span, twin));
        return;
    }
    let question = Arc::new(question);
    let added = RegionalQuestion { question, more_help: None, origin: Origin::Added };
    regional.parts[rank].questions.push(added);
}

/// Where the id is already that of a question, or was.
fn taken(form: &Form, id: &Slug) -> Option<Span> {
    let ids = form.questions().flat_map(|question| {
        let former = question.former.iter().map(|former| (&former.value, former.span));
        former.chain([(&question.id, question.span)])
    });
    ids.into_iter().find(|(known, _)| *known == id).map(|(_, span)| span)
}
