//! A page of `content/pages` in every language becomes a [`TextPage`].

use super::located::Located;
use super::markdown::{self, Part, Setting};
use super::reader::Reader;
use super::upkeep::upkeep;
use super::{anchors, notes, yaml};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::id::{Lang, Slug};
use crate::model::localized::Localized;
use crate::model::prose::{Prose, plain_text};
use crate::model::site::TextPage;
use crate::model::source::{SourceFile, Span};
use crate::model::upkeep::Upkeep;

/// The files of one page, in the order of the site's languages.
pub struct PageFiles<'s> {
    pub slug: Slug,
    /// What is the same in every language.
    pub yaml: Option<&'s SourceFile>,
    pub texts: Vec<(Lang, &'s SourceFile)>,
}

/// Reads one page. `None` when it has no text in the reference language.
pub fn page(
    diagnostics: &mut Diagnostics,
    files: &PageFiles<'_>,
    languages: &[Lang],
) -> Option<TextPage> {
    let reference = &languages[0];
    let upkeep = files.yaml.and_then(|file| common(diagnostics, file, languages));
    let first = files.texts.first()?;
    if first.0 != *reference {
        let missing = Diagnostic::new(Code::MissingReference, Span::whole(first.1.id));
        diagnostics.push(missing.with("langue", reference));
        return None;
    }
    let mut titles = Vec::new();
    let mut bodies = Vec::new();
    for (lang, file) in &files.texts {
        let (title, body) = read(diagnostics, file, lang)?;
        titles.push((lang.clone(), title));
        bodies.push((lang.clone(), body));
    }
    Some(TextPage {
        slug: files.slug.clone(),
        title: Localized::from_entries(titles)?,
        body: Localized::from_entries(bodies)?,
        upkeep: upkeep.unwrap_or_default(),
        file: first.1.id,
    })
}

fn common(diagnostics: &mut Diagnostics, file: &SourceFile, languages: &[Lang]) -> Option<Upkeep> {
    let root = yaml::tree(diagnostics, file)?;
    let mut reader = Reader::new(diagnostics, file, languages);
    let r = &mut reader;
    let mut fields = r.record(&root)?;
    let upkeep = upkeep(r, &mut fields);
    fields.finish(r);
    Some(upkeep)
}

fn read(diagnostics: &mut Diagnostics, file: &SourceFile, lang: &Lang) -> Option<(String, Prose)> {
    if !file.readable {
        return None;
    }
    let located = Located::file(file.id, &file.text);
    let mut document = markdown::document(diagnostics, located, lang, Setting::Page);
    let title = match document.parts.first() {
        Some(Part::Heading(heading)) if heading.level == 1 => {
            notes::refuse_in_title(diagnostics, &heading.content);
            plain_text(&heading.content)
        }
        _ => {
            diagnostics.push(
                Diagnostic::new(Code::MissingTitle, Span::whole(file.id)).with("lieu", "page"),
            );
            return None;
        }
    };
    document.parts.remove(0);
    let mut body = markdown::body(document);
    anchors::name(&mut body);
    Some((title, body))
}
