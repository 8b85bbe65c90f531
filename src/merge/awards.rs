//! Grants against the ceilings in force in the region.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::award::Awards;
use crate::model::origin::Origin;
use crate::model::regional::RegionalParameter;
use crate::model::source::{Span, Spanned};

/// Says which grants are above a ceiling, whoever set it.
pub fn check(
    diagnostics: &mut Diagnostics,
    parameters: &[RegionalParameter],
    changes: &[(Spanned<String>, Spanned<f64>)],
    awards: &Awards,
) {
    for ceiling in parameters.iter().filter(|p| p.parameter.ceiling) {
        let most = ceiling.parameter.value;
        for award in awards.list.iter().filter(|award| award.amount.value > most) {
            let above = Diagnostic::new(Code::AboveCeiling, award.amount.span);
            let above = above.and(set_at(ceiling, changes)).with("montant", award.amount.value);
            let above = above.with("organisation", &award.organisation).with("plafond", most);
            diagnostics.push(above.with("parametre", &ceiling.parameter.name));
        }
    }
}

/// Where the value in force is written.
fn set_at(ceiling: &RegionalParameter, changes: &[(Spanned<String>, Spanned<f64>)]) -> Span {
    let named = |(name, _): &&(Spanned<String>, _)| name.value == ceiling.parameter.name;
    let regional = changes.iter().find(named).filter(|_| ceiling.origin != Origin::National);
    regional.map_or(ceiling.parameter.span, |(name, _)| name.span)
}
