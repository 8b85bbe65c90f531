//! News: those about a step name one that the call has.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::region::News;
use crate::model::regional::RegionalStep;

/// Says which news names a step that the region does not publish.
pub fn check(diagnostics: &mut Diagnostics, news: &[News], steps: &[RegionalStep]) {
    for named in news.iter().filter_map(|item| item.step.as_ref()) {
        if !steps.iter().any(|step| step.step.id == named.value) {
            let known = steps.iter().map(|step| step.step.id.as_str());
            let unknown = Diagnostic::new(Code::UnknownStep, named.span);
            let unknown = unknown.with("etape", &named.value).with("raison", "nouveaute");
            diagnostics.push(unknown.nearest(named.value.as_str(), known));
        }
    }
}
