//! `langues_partielles` of a region's file: some sections in a language that the site does not have.

use std::sync::Arc;

use super::reader::Reader;
use super::yaml::{Entry, Node, Value};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::id::Lang;
use crate::model::localized::Localized;
use crate::model::partial::{PartialLanguage, TranslatedSection};
use crate::model::prose::Inline;
use crate::model::source::Spanned;

/// Each language, with its sections.
pub fn languages<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<Vec<PartialLanguage>> {
    r.entries(node, language)
}

fn language<'s>(r: &mut Reader<'_, 's>, entry: &Entry<'s>) -> Option<PartialLanguage> {
    let Some(lang) = Lang::new(&entry.key) else {
        let unknown = Diagnostic::new(Code::UnknownLanguage, entry.key_span);
        r.push(unknown.with("langue", &entry.key).with("langues", ""));
        return None;
    };
    if r.languages.contains(&lang) {
        let whole = Diagnostic::new(Code::WholeLanguage, entry.key_span);
        r.push(whole.with("langue", &lang));
        return None;
    }
    if matches!(entry.node.value, Value::Empty) {
        let empty = Diagnostic::new(Code::EmptyValue, entry.key_span).with("cle", &entry.key);
        r.push(empty.with("obligatoire", "oui"));
        return None;
    }
    let mut fields = r.record(&entry.node)?;
    let name = fields.required(r, "nom", |r, node| r.words_in(&lang, node));
    let sections = fields
        .required(r, "sections", |r, node| r.entries(node, |r, entry| section(r, entry, &lang)));
    if sections.as_ref().is_some_and(Vec::is_empty) && !fields.is_partial("sections") {
        let none = Diagnostic::new(Code::EmptyValue, fields.key_span("sections"));
        r.push(none.with("cle", "sections").with("obligatoire", "oui"));
    }
    fields.finish(r);
    Some(PartialLanguage { lang: lang.clone(), name: name?, sections: sections? })
}

fn section<'s>(
    r: &mut Reader<'_, 's>,
    entry: &Entry<'s>,
    lang: &Lang,
) -> Option<TranslatedSection> {
    let mut fields = r.record(&entry.node)?;
    let title = fields.required(r, "titre", |r, node| r.words_in(lang, node));
    let text = fields.required(r, "texte", |r, node| r.prose_in(lang, node));
    let digest = fields.optional(r, "canevas", Reader::spanned_text);
    let span = fields.key_span("texte");
    // Without a digest it would seem out of date.
    let text = text.filter(|_| !fields.is_partial("canevas"));
    fields.finish(r);
    Some(TranslatedSection {
        id: Spanned::new(entry.key.to_string(), entry.key_span),
        title: Localized::reference(lang.clone(), vec![Inline::Text(title?)]),
        text: Arc::new(Localized::reference(lang.clone(), text?)),
        span,
        digest,
    })
}
