//! The application form: each question with what the region adds to it, and the region's own at the end of their part.

use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::call::Call;
use crate::model::form::{
    Form, FormChange, FormKind, FormPolicy, FormQuestion, RegionalForm, RegionalFormPart,
    RegionalQuestion,
};
use crate::model::localized::Localized;
use crate::model::prose::Prose;
use crate::model::regional::Origin;
use crate::model::source::Spanned;

/// Says what the form asks of the call that it does not have.
pub fn check(diagnostics: &mut Diagnostics, call: &Call) {
    let Some(form) = &call.form else { return };
    for question in form.questions() {
        let FormKind::Budget(budget) = &question.kind else { continue };
        let name = &budget.ceiling;
        let known = call.parameters.iter().map(|parameter| &*parameter.name);
        if !known.clone().any(|known| known == name.value) {
            let unknown = Diagnostic::new(Code::UnknownParameter, name.span);
            diagnostics.push(unknown.with("parametre", &name.value).nearest(&name.value, known));
        }
    }
    check_places(diagnostics, form.texts());
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

/// The form of the call, as the region asks it.
pub fn merge(
    diagnostics: &mut Diagnostics,
    call: &Call,
    change: FormChange,
) -> Option<RegionalForm> {
    check_places(diagnostics, change.texts());
    let Some(form) = &call.form else {
        // There is no question to complete: each one named is unknown.
        let nothing = Form { introduction: None, parts: Vec::new() };
        merged(diagnostics, &Arc::new(nothing), change);
        return None;
    };
    Some(merged(diagnostics, form, change))
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
            diagnostics.push(locked.with("question", &id.value));
        }
        Some(known) => known.more_help = Some(help),
        None => {
            let known = regional.form.questions().map(|question| question.id.as_str());
            let unknown = Diagnostic::new(Code::UnknownQuestion, id.span);
            diagnostics.push(unknown.with("question", &id.value).nearest(&id.value, known));
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
    if let Some(twin) = form.questions().find(|known| known.id == question.id) {
        let double = Diagnostic::new(Code::DuplicateIdentifier, question.span).and(twin.span);
        diagnostics.push(double.with("identifiant", &question.id));
        return;
    }
    let question = Arc::new(question);
    let added = RegionalQuestion { question, more_help: None, origin: Origin::Added };
    regional.parts[rank].questions.push(added);
}
