//! Letters: a region puts its own template in the place of the call's, kind by kind.

use std::sync::Arc;

use super::headings;
use super::values;
use crate::diagnostic::Diagnostics;
use crate::model::call::Call;
use crate::model::letter::{LetterTemplate, RegionalLetter};
use crate::model::origin::Origin;
use crate::model::region::{Adaptation, StepChange};

/// Says what is wrong in the templates of a call.
pub fn check(diagnostics: &mut Diagnostics, call: &Call) {
    for letter in &call.letters {
        check_letter(diagnostics, call, &[], letter);
    }
}

/// Says what is wrong in those that a region has for it.
pub fn check_own(diagnostics: &mut Diagnostics, call: &Call, adaptation: &Adaptation) {
    for letter in &adaptation.letters {
        check_letter(diagnostics, call, &adaptation.steps, letter);
    }
}

fn check_letter(
    diagnostics: &mut Diagnostics,
    call: &Call,
    steps: &[StepChange],
    letter: &LetterTemplate,
) {
    headings::check_page(diagnostics, &letter.body);
    values::check_letter(diagnostics, call, steps, letter);
}

/// The templates of the call, with those of the region in their place.
pub fn merge(call: &Call, own: Vec<Arc<LetterTemplate>>) -> Vec<RegionalLetter> {
    let is_replaced = |kind| own.iter().any(|letter| letter.kind == kind);
    let national = call.letters.iter().filter(|letter| !is_replaced(letter.kind)).cloned();
    let national = national.map(|template| RegionalLetter { template, origin: Origin::National });
    let mut letters: Vec<RegionalLetter> = national.collect();
    let own = own.into_iter();
    letters.extend(own.map(|template| RegionalLetter { template, origin: Origin::Replaced }));
    letters.sort_by_key(|letter| letter.template.kind);
    letters
}
