//! News: those about a step name one that the call has, and a deadline that moved is told by one.

use std::collections::BTreeSet;

use super::pair::Pair;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Suggestions};
use crate::model::id::Slug;
use crate::model::region::News;
use crate::model::regional::RegionalStep;

/// Says which news names a step that the region does not publish.
pub fn check(diagnostics: &mut Diagnostics, news: &[News], steps: &[RegionalStep]) {
    let ids: BTreeSet<&Slug> = steps.iter().map(|step| &step.step.id).collect();
    let mut suggestions = Suggestions::default();
    for named in news.iter().filter_map(|item| item.step.as_ref()) {
        if !ids.contains(&named.value) {
            let known = ids.iter().map(|id| id.as_str());
            let unknown = Diagnostic::new(Code::UnknownStep, named.span);
            let unknown = unknown.with("etape", &named.value).with("raison", "nouveaute");
            let name = named.value.as_str();
            diagnostics.push(unknown.nearest_of(&mut suggestions, name, known));
        }
    }
}

/// Says which deadline to come is not the national one, when no news tells of it.
///
/// From the day after the call was published, applicants have read the national date: another one must be announced.
pub fn check_told(
    diagnostics: &mut Diagnostics,
    pair: &Pair<'_>,
    news: &[News],
    steps: &[RegionalStep],
) {
    let (call, today) = (pair.call, pair.today);
    if today <= call.published {
        return;
    }
    let told: BTreeSet<&Slug> =
        news.iter().filter_map(|item| item.step.as_ref()).map(|step| &step.value).collect();
    let kept = steps.iter().filter(|step| step.kept().is_some() && step.step.kind.is_deadline());
    for (step, from) in kept.filter_map(|regional| Some((&regional.step, regional.moved_from?))) {
        let national = call.steps.iter().find(|national| national.id == step.id);
        let Some(national) = national.filter(|_| !told.contains(&step.id)) else { continue };
        // What was known to the month only has been promised to nobody.
        if from.is_day() && from.known() != step.when.known() && step.when.date >= today {
            let untold = Diagnostic::new(Code::UntoldDeadline, step.places.date);
            diagnostics.push(
                untold
                    .and(national.places.date)
                    .with("etape", &step.id)
                    .with("date", step.when.known())
                    .with("nationale", from.date)
                    .with("jour", today),
            );
        }
    }
}
