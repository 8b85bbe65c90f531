//! The files `<kind>.<lang>.md` of a folder `courriers` become [`LetterTemplate`]s.

use super::folders::texts;
use super::located::Located;
use super::markdown::{self, Part, Setting};
use super::notes;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::id::Lang;
use crate::model::letter::{LetterKind, LetterTemplate};
use crate::model::localized::Localized;
use crate::model::prose::{Inlines, Prose};
use crate::model::source::{SourceFile, Span};

/// Reads the templates that `files` are, in the order of their kinds.
pub fn of(
    diagnostics: &mut Diagnostics,
    files: &[&SourceFile],
    languages: &[Lang],
) -> Vec<Arc<LetterTemplate>> {
    // What is no text has been said.
    let texts_of = files.iter().filter(|file| is_text(file));
    let mut kinds: Vec<LetterKind> = texts_of.filter_map(|file| kind(diagnostics, file)).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let read = kinds.into_iter().filter_map(|kind| {
        let texts = texts(diagnostics, files, kind.name(), languages);
        letter(diagnostics, kind, &texts, &languages[0])
    });
    read.map(Arc::new).collect()
}

fn is_text(file: &SourceFile) -> bool {
    file.name().rsplit_once('.').is_some_and(|(_, extension)| extension == "md")
}

/// The kind of letter that a file is for. What is none is said.
fn kind(diagnostics: &mut Diagnostics, file: &SourceFile) -> Option<LetterKind> {
    let name = file.name().split('.').next().unwrap_or_default();
    let found = LetterKind::ALL.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind);
    if found.is_none() {
        let names = LetterKind::ALL.map(|(known, _)| known);
        let unknown = Diagnostic::new(Code::UnknownLetter, Span::whole(file.id)).with("nom", name);
        let unknown = unknown.nearest(name, names);
        diagnostics.push(unknown.with("courriers", names.join(", ")));
    }
    found
}

/// Reads a kind of letter, whose texts are in the order of the site's languages. `None` when one could not be read.
fn letter(
    diagnostics: &mut Diagnostics,
    kind: LetterKind,
    texts: &[(Lang, &SourceFile)],
    reference: &Lang,
) -> Option<LetterTemplate> {
    let (lang, file) = texts.first()?;
    if lang != reference {
        let missing = Diagnostic::new(Code::MissingReference, Span::whole(file.id));
        diagnostics.push(missing.with("langue", reference));
        return None;
    }
    let read: Vec<_> =
        texts.iter().map(|(lang, file)| (lang, text(diagnostics, file, lang))).collect();
    let (mut subjects, mut bodies) = (Vec::new(), Vec::new());
    for (lang, text) in read {
        let (subject, body) = text?;
        subjects.push((lang.clone(), subject));
        bodies.push((lang.clone(), body));
    }
    Some(LetterTemplate {
        kind,
        subject: Localized::from_entries(subjects)?,
        body: Localized::from_entries(bodies)?,
        file: file.id,
    })
}

fn text(diagnostics: &mut Diagnostics, file: &SourceFile, lang: &Lang) -> Option<(Inlines, Prose)> {
    if !file.readable {
        return None;
    }
    let located = Located::file(file.id, &file.text);
    let mut document = markdown::document(diagnostics, located, lang, Setting::Page);
    match document.parts.first() {
        Some(Part::Heading(heading)) if heading.level == 1 => {}
        _ => {
            let missing = Diagnostic::new(Code::MissingTitle, Span::whole(file.id));
            diagnostics.push(missing.with("lieu", "courrier"));
            return None;
        }
    }
    let Part::Heading(heading) = document.parts.remove(0) else { return None };
    notes::refuse_in_title(diagnostics, &heading.content);
    Some((heading.content, markdown::body(document)))
}
