//! Sections that a region tells in one language more: each must be one of the call, and be told from its text of today.

use super::sections::unknown;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::call::{Call, Section};
use crate::model::partial::{PartialLanguage, TranslatedSection};
use crate::model::unread::Part;

/// Those of `languages` that are sections of the call.
pub fn merge(
    diagnostics: &mut Diagnostics,
    call: &Call,
    mut languages: Vec<PartialLanguage>,
) -> Vec<PartialLanguage> {
    if call.unread.has(Part::Sections) {
        return Vec::new();
    }
    for language in &mut languages {
        language.sections.retain(|translated| {
            let section =
                call.sections.iter().find(|known| known.id.as_str() == translated.id.value);
            match section {
                Some(section) => check(diagnostics, section, translated),
                None => diagnostics.push(unknown(call, &translated.id)),
            }
            section.is_some()
        });
    }
    languages.retain(|language| !language.sections.is_empty());
    languages
}

fn check(diagnostics: &mut Diagnostics, section: &Section, translated: &TranslatedSection) {
    let written_from = translated.digest.as_ref().map(|digest| &*digest.value);
    if written_from != Some(&section.digest) {
        let place = translated.digest.as_ref().map_or(translated.span, |digest| digest.span);
        let stale = Diagnostic::new(Code::StaleTranslation, place).and(section.span);
        let stale = stale.with("section", &section.id).with("empreinte", &section.digest);
        diagnostics.push(stale.with("ancienne", written_from.unwrap_or_default()));
    }
}
