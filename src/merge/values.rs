//! The names between double braces: each must have a meaning where it stands.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Suggestions};
use crate::model::call::Call;
use crate::model::form::FormKind;
use crate::model::letter::LetterTemplate;
use crate::model::prose::{Inline, Prose, Target, each_inline};
use crate::model::region::{Adaptation, StepChange};
use crate::model::role::Role;
use crate::model::source::Span;
use crate::model::unread::{Part, Unread};
use crate::model::value::{Fixed, Place, Scope, Value};

/// The names a text may use.
struct Known<'a> {
    parameters: BTreeSet<&'a str>,
    steps: BTreeSet<&'a str>,
    /// What may bear other names.
    unread: Unread,
    scope: Scope,
    /// What no question of the call answers.
    unasked: Vec<Fixed>,
    suggestions: Suggestions,
}

/// Checks the titles and bodies of the canvas.
pub fn check_call(diagnostics: &mut Diagnostics, call: &Call) {
    let mut known = Known::of_call(call, Scope::Call, &[]);
    for section in &call.sections {
        for (_, title) in section.title.iter() {
            known.check_inlines(diagnostics, title);
        }
        for (_, body) in section.body.iter() {
            known.check_prose(diagnostics, body);
        }
    }
    for text in call.other_texts() {
        for (_, prose) in text.iter() {
            known.check_prose(diagnostics, prose);
        }
    }
}

/// Checks every text of a region, which may also name the steps it adds.
pub fn check_adaptation(diagnostics: &mut Diagnostics, call: &Call, adaptation: &Adaptation) {
    let mut known = Known::of_call(call, Scope::Call, &adaptation.steps);
    known.unread = call.unread.and(&adaptation.unread);
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
        scope: Scope::Site,
        unasked: Vec::new(),
        suggestions: Suggestions::default(),
    };
    known.check_prose(diagnostics, prose);
}

/// Checks a letter, of the call or of a region that adds `steps`.
pub fn check_letter(
    diagnostics: &mut Diagnostics,
    call: &Call,
    steps: &[StepChange],
    letter: &LetterTemplate,
) {
    let mut known = Known::of_call(call, letter.kind.scope(), steps);
    for (_, subject) in letter.subject.iter() {
        known.check_inlines(diagnostics, subject);
    }
    for (_, body) in letter.body.iter() {
        known.check_prose(diagnostics, body);
    }
}

/// What letters may say of an applicant, and that no question of the call answers.
fn unasked(call: &Call) -> Vec<Fixed> {
    let of_role = [
        (Role::Applicant, Fixed::Organisation),
        (Role::Representative, Fixed::Representative),
        (Role::Capacity, Fixed::RepresentativeCapacity),
        (Role::Address, Fixed::OrganisationAddress),
        (Role::Project, Fixed::ProjectName),
        (Role::Siret, Fixed::OrganisationSiret),
    ];
    if call.unread.has(Part::Form) {
        return Vec::new();
    }
    let form = call.form.as_deref();
    let has = |role: Role| {
        form.is_some_and(|form| match role {
            Role::Siret => form.questions().any(|q| matches!(q.kind, FormKind::Siret)),
            _ => form.roles.iter().any(|(known, _)| *known == role),
        })
    };
    of_role.into_iter().filter(|(role, _)| !has(*role)).map(|(_, value)| value).collect()
}

impl<'a> Known<'a> {
    fn of_call(call: &'a Call, scope: Scope, regional: &'a [StepChange]) -> Self {
        let steps = call.steps.iter().map(|step| step.id.as_str());
        Self {
            parameters: call.parameters.iter().map(|p| &*p.name).collect(),
            steps: steps.chain(regional.iter().map(|step| step.id.value.as_str())).collect(),
            unread: call.unread.clone(),
            scope,
            unasked: unasked(call),
            suggestions: Suggestions::default(),
        }
    }

    fn check_prose(&mut self, diagnostics: &mut Diagnostics, prose: &Prose) {
        prose.each_inline(&mut |inline| self.check(diagnostics, inline));
    }

    fn check_inlines(&mut self, diagnostics: &mut Diagnostics, content: &[Inline]) {
        each_inline(content, &mut |inline| self.check(diagnostics, inline));
    }

    fn check(&mut self, diagnostics: &mut Diagnostics, inline: &Inline) {
        let (value, span): (&Value, Span) = match inline {
            Inline::Value(value) => (&value.value, value.span),
            Inline::Link { target: Target::Value(value), span, .. } => (value, *span),
            _ => return,
        };
        let (has_meaning, elsewhere) = match value {
            Value::Parameter(name) => {
                (self.unread.has(Part::Parameters) || self.parameters.contains(&**name), "")
            }
            Value::StepDate(id) | Value::StepDeadline(id) => {
                (self.unread.has(Part::Steps) || self.steps.contains(&**id), "")
            }
            Value::Fixed(fixed) => (self.is_fixed(*fixed), self.elsewhere(*fixed)),
        };
        if let Value::Parameter(name) = value
            && Place::named(name).is_some()
        {
            diagnostics.push(Diagnostic::new(Code::MisplacedBlock, span));
        } else if !has_meaning {
            let name = value.name();
            let names = if self.suggestions.one_more() { self.names() } else { Vec::new() };
            let unknown = Diagnostic::new(Code::UnknownValue, span).with("nom", &name);
            let unknown = unknown.with("ailleurs", elsewhere);
            diagnostics.push(unknown.nearest(&name, names.iter().map(String::as_str)));
        }
    }

    fn is_fixed(&self, fixed: Fixed) -> bool {
        fixed.scope() <= self.scope && !self.unasked.contains(&fixed)
    }

    /// Where a value that has no meaning here would have one, as messages say it.
    fn elsewhere(&self, fixed: Fixed) -> &'static str {
        match fixed.scope() {
            Scope::Site | Scope::Call => "",
            Scope::Letter if self.scope < Scope::Letter => "courrier",
            Scope::Letter => "question",
            Scope::Decision => "decision",
        }
    }

    fn names(&self) -> Vec<String> {
        let fixed = Fixed::ALL.iter().filter(|(_, fixed)| self.is_fixed(*fixed));
        let parameters = self.parameters.iter().map(|name| (*name).to_owned());
        let steps = self.steps.iter();
        let steps =
            steps.flat_map(|id| [format!("etape.{id}.date"), format!("etape.{id}.echeance")]);
        fixed.map(|(name, _)| (*name).to_owned()).chain(parameters).chain(steps).collect()
    }
}
