//! The names between double braces: each must have a meaning where it stands.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Suggestions};
use crate::model::call::Call;
use crate::model::prose::{Inline, Prose, Target, each_inline};
use crate::model::region::Adaptation;
use crate::model::source::Span;
use crate::model::unread::{Part, Unread};
use crate::model::value::{Fixed, Place, Scope, Value};

/// The names a text may use.
struct Known<'a> {
    parameters: BTreeSet<&'a str>,
    steps: BTreeSet<&'a str>,
    /// What may bear other names.
    unread: Unread,
    in_call: bool,
    suggestions: Suggestions,
}

/// Checks the titles and bodies of the canvas.
pub fn check_call(diagnostics: &mut Diagnostics, call: &Call) {
    let mut known = Known {
        parameters: call.parameters.iter().map(|p| &*p.name).collect(),
        steps: call.steps.iter().map(|step| step.id.as_str()).collect(),
        unread: call.unread.clone(),
        in_call: true,
        suggestions: Suggestions::default(),
    };
    for section in &call.sections {
        for (_, title) in section.title.iter() {
            each_inline(title, &mut |inline| known.check(diagnostics, inline));
        }
        for (_, body) in section.body.iter() {
            known.check_prose(diagnostics, body);
        }
    }
    for text in call.form.iter().flat_map(|form| form.texts()) {
        for (_, prose) in text.iter() {
            known.check_prose(diagnostics, prose);
        }
    }
}

/// Checks every text of a region, which may also name the steps it adds.
pub fn check_adaptation(diagnostics: &mut Diagnostics, call: &Call, adaptation: &Adaptation) {
    let national = call.steps.iter().map(|step| step.id.as_str());
    let regional = adaptation.steps.iter().map(|step| step.id.value.as_str());
    let mut known = Known {
        parameters: call.parameters.iter().map(|p| &*p.name).collect(),
        steps: national.chain(regional).collect(),
        unread: call.unread.and(&adaptation.unread),
        in_call: true,
        suggestions: Suggestions::default(),
    };
    for text in adaptation.texts() {
        for (_, prose) in text.iter() {
            known.check_prose(diagnostics, prose);
        }
    }
}

/// Checks a text that belongs to no call.
pub fn check_site_values(diagnostics: &mut Diagnostics, prose: &Prose) {
    let mut known = Known {
        parameters: BTreeSet::new(),
        steps: BTreeSet::new(),
        unread: Unread::default(),
        in_call: false,
        suggestions: Suggestions::default(),
    };
    known.check_prose(diagnostics, prose);
}

impl Known<'_> {
    fn check_prose(&mut self, diagnostics: &mut Diagnostics, prose: &Prose) {
        prose.each_inline(&mut |inline| self.check(diagnostics, inline));
    }

    fn check(&mut self, diagnostics: &mut Diagnostics, inline: &Inline) {
        let (value, span): (&Value, Span) = match inline {
            Inline::Value(value) => (&value.value, value.span),
            Inline::Link { target: Target::Value(value), span, .. } => (value, *span),
            _ => return,
        };
        let has_meaning = match value {
            Value::Parameter(name) => {
                self.unread.has(Part::Parameters) || self.parameters.contains(&**name)
            }
            Value::StepDate(id) | Value::StepDeadline(id) => {
                self.unread.has(Part::Steps) || self.steps.contains(&**id)
            }
            Value::Fixed(fixed) => self.in_call || fixed.scope() == Scope::Site,
        };
        if let Value::Parameter(name) = value
            && Place::named(name).is_some()
        {
            diagnostics.push(Diagnostic::new(Code::MisplacedBlock, span));
        } else if !has_meaning {
            let name = value.name();
            let names = if self.suggestions.one_more() { self.names() } else { Vec::new() };
            let unknown = Diagnostic::new(Code::UnknownValue, span).with("nom", &name);
            diagnostics.push(unknown.nearest(&name, names.iter().map(String::as_str)));
        }
    }

    fn names(&self) -> Vec<String> {
        let fixed = Fixed::ALL.iter().filter(|(_, f)| self.in_call || f.scope() == Scope::Site);
        let parameters = self.parameters.iter().map(|name| (*name).to_owned());
        let steps = self.steps.iter();
        let steps =
            steps.flat_map(|id| [format!("etape.{id}.date"), format!("etape.{id}.echeance")]);
        fixed.map(|(name, _)| (*name).to_owned()).chain(parameters).chain(steps).collect()
    }
}
