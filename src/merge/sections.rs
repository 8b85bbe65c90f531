//! The text: each section with what the region adds to it or puts in its place.

use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Seen};
use crate::model::call::{Call, Section, SectionPolicy};
use crate::model::origin::Origin;
use crate::model::prose::Prose;
use crate::model::region::{Replacement, SectionChange};
use crate::model::regional::{RegionalPart, RegionalSection};
use crate::model::source::{Span, Spanned};
use crate::model::unread::Part;

/// Every section of the call, as the region publishes it.
pub fn merge(
    diagnostics: &mut Diagnostics,
    call: &Call,
    changes: Vec<SectionChange>,
) -> Vec<RegionalSection> {
    let national = |section: &Section| RegionalSection {
        parts: vec![RegionalPart { origin: Origin::National, text: Arc::clone(&section.body) }],
        section: section.clone(),
    };
    let mut sections: Vec<RegionalSection> = call.sections.iter().map(national).collect();
    if call.unread.has(Part::Sections) {
        // Which there are, and what may be done to them, is not known.
        return sections;
    }
    for change in changes {
        match sections.iter_mut().find(|known| known.section.id.as_str() == change.id.value) {
            Some(known) => amend(diagnostics, call, known, change),
            None => diagnostics.push(unknown(call, &change.id)),
        }
    }
    sections
}

/// The call has no section `id`.
pub fn unknown(call: &Call, id: &Spanned<String>) -> Diagnostic {
    let known = call.sections.iter().map(|section| section.id.as_str());
    let listed: Vec<&str> = known.clone().collect();
    Diagnostic::new(Code::UnknownSection, id.span)
        .with("section", &id.value)
        .nearest(&id.value, known)
        .with("sections", listed.join(", "))
}

fn amend(
    diagnostics: &mut Diagnostics,
    call: &Call,
    known: &mut RegionalSection,
    change: SectionChange,
) {
    let section = &known.section;
    if section.policy == SectionPolicy::Locked {
        let open = call.sections.iter().filter(|other| other.policy != SectionPolicy::Locked);
        let open: Vec<&str> = open.map(|other| other.id.as_str()).collect();
        let locked = Diagnostic::new(Code::LockedSection, change.id.span).and(section.policy_span);
        diagnostics.push(locked.with("section", &section.id).with("ouvertes", open.join(", ")));
        return;
    }
    if let Some(replacement) = change.replacement {
        replace(diagnostics, known, replacement);
    }
    let added = |text| RegionalPart { origin: Origin::Added, text: Arc::new(text) };
    if let Some(text) = change.before {
        known.parts.insert(0, added(text));
    }
    known.parts.extend(change.after.map(added));
}

fn replace(diagnostics: &mut Diagnostics, known: &mut RegionalSection, replacement: Replacement) {
    let section = &known.section;
    if section.policy != SectionPolicy::Replaceable {
        let refused = Diagnostic::new(Code::UnreplaceableSection, replacement.span);
        diagnostics.push(refused.and(section.policy_span).with("section", &section.id));
        return;
    }
    let written_against = replacement.digest.as_ref().map(|digest| &*digest.value);
    if written_against != Some(&section.digest) {
        let place: Span = replacement.digest.as_ref().map_or(replacement.span, |d| d.span);
        let stale = Diagnostic::new(Code::StaleReplacement, place).and(section.span);
        diagnostics.push(
            stale
                .with("section", &section.id)
                .with("ancienne", written_against.unwrap_or_default())
                .with("empreinte", &section.digest),
        );
    }
    known.parts = vec![RegionalPart { origin: Origin::Replaced, text: Arc::new(replacement.text) }];
}

/// Says which blocks a canvas places twice: an anchor names one place.
pub fn check_places(diagnostics: &mut Diagnostics, call: &Call) {
    let languages = &call.languages;
    for lang in languages {
        let bodies = call.sections.iter().filter_map(|section| section.body.get(lang));
        let mut seen = Seen::default();
        for place in bodies.flat_map(Prose::places) {
            if let Some(twin) = seen.twin(&place.value.name(), place.span) {
                diagnostics.push(twin);
            }
        }
    }
}
