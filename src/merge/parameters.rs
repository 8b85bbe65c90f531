//! Figures: a region moves them within the bounds that the canvas sets.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::amount::{NumberFault, is_whole_cents};
use crate::model::call::{Call, Parameter, ParameterPolicy};
use crate::model::origin::Origin;
use crate::model::regional::RegionalParameter;
use crate::model::source::Spanned;
use crate::model::unit::Unit;
use crate::model::unread::Part;

/// Every national parameter, with the region's value where it is permitted.
pub fn merge(
    diagnostics: &mut Diagnostics,
    call: &Call,
    changes: &[(Spanned<String>, Spanned<f64>)],
) -> Vec<RegionalParameter> {
    for (name, _) in changes.iter().filter(|_| !call.unread.has(Part::Parameters)) {
        if !call.parameters.iter().any(|parameter| parameter.name == name.value) {
            let known = call.parameters.iter().map(|parameter| &*parameter.name);
            let unknown = Diagnostic::new(Code::UnknownParameter, name.span);
            diagnostics.push(unknown.with("parametre", &name.value).nearest(&name.value, known));
        }
    }
    let merged = call.parameters.iter().map(|parameter| {
        let change = changes.iter().find(|(name, _)| name.value == parameter.name);
        let value = change.and_then(|(name, value)| {
            let given = permitted(diagnostics, parameter, name, value).then_some(value.value);
            given.filter(|given| !same(*given, parameter.value))
        });
        RegionalParameter {
            parameter: Parameter { value: value.unwrap_or(parameter.value), ..parameter.clone() },
            national: parameter.value,
            origin: if value.is_some() { Origin::Replaced } else { Origin::National },
            set_at: change.filter(|_| value.is_some()).map_or(parameter.span, |(_, v)| v.span),
        }
    });
    merged.collect()
}

fn permitted(
    diagnostics: &mut Diagnostics,
    parameter: &Parameter,
    name: &Spanned<String>,
    value: &Spanned<f64>,
) -> bool {
    let national = parameter.value;
    let (lowest, highest) = match parameter.policy {
        ParameterPolicy::Locked => {
            if same(value.value, national) {
                return true;
            }
            let locked = Diagnostic::new(Code::LockedParameter, name.span).and(parameter.span);
            diagnostics.push(locked.with("parametre", &name.value));
            return false;
        }
        ParameterPolicy::Lower => (parameter.minimum, Some(national)),
        ParameterPolicy::Raise => (Some(national), parameter.maximum),
        ParameterPolicy::Open => (parameter.minimum, parameter.maximum),
    };
    if parameter.unit == Unit::Euro && !is_whole_cents(value.value) {
        let wrong = Diagnostic::new(Code::InvalidNumber, value.span).with("nombre", value.value);
        let fault = NumberFault::Cents.word();
        diagnostics.push(wrong.with("raison", fault).with("suggestion", ""));
        return false;
    }
    let low_enough = highest.is_none_or(|highest| value.value <= highest);
    let high_enough = lowest.is_none_or(|lowest| value.value >= lowest);
    if !(low_enough && high_enough) {
        let bound = |bound: Option<f64>| bound.map(|b| b.to_string()).unwrap_or_default();
        let outside = Diagnostic::new(Code::OutOfBounds, value.span).and(parameter.span);
        diagnostics.push(
            outside
                .with("parametre", &name.value)
                .with("valeur", value.value)
                .with("min", bound(lowest))
                .with("max", bound(highest)),
        );
    }
    low_enough && high_enough
}

/// Both were typed by hand: nothing was computed that could have rounded them.
fn same(a: f64, b: f64) -> bool {
    (a - b).abs() < f64::EPSILON
}
