//! `regions/<region>/<call>.yaml` becomes an [`Adaptation`].
//!
//! Nothing is compared with the call here: a region's file can be read without the canvas.

use super::awards::awards;
use super::reader::Reader;
use super::record::Record;
use super::region::{Departments, contacts, department};
use super::twins::tell_apart;
use super::yaml::{Entry, Node, Value};
use super::{closing, examination, form, onward, partial, timing, upkeep};
use crate::diagnostic::{Code, Diagnostic, Seen};
use crate::model::award::Awards;
use crate::model::call::StepKind;
use crate::model::composed::composed;
use crate::model::id::Slug;
use crate::model::region::{
    Adaptation, Document, Filing, News, Priority, Region, Replacement, SectionChange, StepChange,
};
use crate::model::source::{SourceFile, Span, Spanned};
use crate::model::time::{Clock, When};
use crate::model::unread::{Part, Unread};

/// The file of an adaptation, with the names of what it adapts and who does.
pub struct AdaptationFile<'a> {
    pub file: &'a SourceFile,
    /// Those that the region puts in the place of the call's.
    pub letters: Vec<&'a SourceFile>,
    pub call: &'a Slug,
    pub region: &'a Region,
}

/// Reads what is left of `fields` of a region that takes part; its letters are read elsewhere.
pub fn adaptation<'s>(
    r: &mut Reader<'_, 's>,
    mut fields: Record<'_, 's>,
    AdaptationFile { file, call, region, .. }: &AdaptationFile<'_>,
    draft: bool,
) -> Adaptation {
    let departments = limits(r, &mut fields, region);
    let departments = &departments;
    let notice = fields.optional(r, "avis", Reader::localized_prose);
    let priorities = fields
        .optional(r, "priorites", |r, node| r.list(node, |r, node| priority(r, node, departments)));
    let steps = fields.optional(r, "calendrier", |r, node| r.entries(node, step));
    let parameters = fields.optional(r, "parametres", |r, node| r.entries(node, parameter));
    let sections = fields.optional(r, "sections", |r, node| r.entries(node, section));
    let partial = fields.optional(r, "langues_partielles", partial::languages);
    let form = fields.optional(r, "dossier", form::change);
    let examination = fields.optional(r, "instruction", examination::change);
    let filing = fields.optional(r, "depot", filing);
    let documents = fields.optional(r, "documents", |r, node| r.list(node, document));
    let news = fields.optional(r, "nouveautes", |r, node| r.list(node, news));
    let awards = fields.optional(r, "resultats", |r, node| awards(r, node, departments));
    let awards_span = fields.key_span("resultats");
    let contacts = fields.optional(r, "contacts", |r, node| contacts(r, node, departments));
    let closing = closing::of_region(r, &mut fields);
    let sequel = onward::sequel(r, &mut fields);
    let upkeep = upkeep::upkeep(r, &mut fields);
    let unread = unread(&fields);
    fields.finish(r);
    // Anchors and `serve`'s marks need ids of their own.
    let priorities = priorities.unwrap_or_default();
    let priorities = tell_apart(r, &mut Seen::default(), priorities, |(id, p)| (&p.id, *id));
    Adaptation {
        call: (*call).clone(),
        draft,
        departments: departments.open.clone(),
        notice,
        priorities: priorities.into_iter().map(|(_, priority)| priority).collect(),
        steps: steps.unwrap_or_default(),
        closing,
        parameters: parameters.unwrap_or_default(),
        sections: sections.unwrap_or_default(),
        partial: partial.unwrap_or_default(),
        form: form.unwrap_or_default(),
        examination: examination.unwrap_or_default(),
        filing: filing.unwrap_or_default(),
        documents: documents.unwrap_or_default(),
        news: latest_first(news.unwrap_or_default()),
        awards: awards.map(|list| Awards { list, span: awards_span }),
        letters: Vec::new(),
        contacts,
        sequel,
        upkeep,
        unread,
        file: file.id,
    }
}

fn parameter<'s>(
    r: &mut Reader<'_, 's>,
    entry: &Entry<'s>,
) -> Option<(Spanned<String>, Spanned<f64>)> {
    let name = Spanned::new(entry.key.to_string(), entry.key_span);
    Some((name, Spanned::new(r.number(&entry.node)?, entry.node.span)))
}

fn unread(fields: &Record<'_, '_>) -> Unread {
    let parts =
        [(Part::Steps, "calendrier"), (Part::Form, "dossier"), (Part::Examination, "instruction")];
    Unread::of(parts.map(|(part, key)| (part, fields.is_partial(key))))
}

/// The departments that the rest of the file may name: those that it is limited to, if it is.
fn limits<'a, 's>(
    r: &mut Reader<'_, 's>,
    fields: &mut Record<'_, 's>,
    region: &'a Region,
) -> Departments<'a> {
    let whole = Departments::of(region);
    let named = fields
        .optional(r, "departements", |r, node| r.list(node, |r, node| department(r, node, &whole)));
    // Without one of them, those who name it would seem wrong.
    let named = named.filter(|_| !fields.is_partial("departements")).unwrap_or_default();
    let open = whole.territory.iter().filter(|department| named.contains(department));
    let open: Vec<_> = open.cloned().collect();
    // To name them all is no limit.
    let open = if open.len() == whole.territory.len() { Vec::new() } else { open };
    Departments { open, place: fields.key_span("departements"), ..whole }
}

/// A priority, with the place of its id.
fn priority<'s>(
    r: &mut Reader<'_, 's>,
    node: &Node<'s>,
    departments: &Departments<'_>,
) -> Option<(Span, Priority)> {
    let mut fields = r.record(node)?;
    let id = fields.required(r, "id", |r, n| Some(Spanned::new(r.slug(n)?, n.span)));
    let title = fields.required(r, "titre", Reader::localized);
    let body = fields.required(r, "texte", Reader::localized_prose);
    let departments = fields.optional(r, "departements", |r, node| {
        r.list(node, |r, node| department(r, node, departments))
    });
    let sectors = fields.optional(r, "secteurs", |r, node| r.list(node, Reader::localized));
    fields.finish(r);
    let id = id?;
    let priority = Priority {
        id: id.value,
        title: title?,
        body: body?,
        departments: departments.unwrap_or_default(),
        sectors: sectors.unwrap_or_default(),
    };
    Some((id.span, priority))
}

fn step<'s>(r: &mut Reader<'_, 's>, entry: &Entry<'s>) -> Option<StepChange> {
    let id = r.slug_of(&entry.key, entry.key_span);
    let mut fields = r.record(&entry.node)?;
    let kind = fields.optional(r, "genre", |r, n| r.choice(n, &StepKind::ALL));
    let timing = timing::of_step(r, &mut fields, false);
    let label = fields.optional(r, "libelle", Reader::localized);
    let link = fields.optional(r, "lien", Reader::web_address);
    let cancelled = fields.optional(r, "annule", Reader::date);
    // Half of a change would be compared with the national step as if it were all.
    let whole = fields.finish(r);
    let id = Spanned::new(id.filter(|_| whole)?, entry.key_span);
    Some(StepChange { id, kind, timing, label, link, cancelled })
}

fn section<'s>(r: &mut Reader<'_, 's>, entry: &Entry<'s>) -> Option<SectionChange> {
    let mut fields = r.record(&entry.node)?;
    let before = fields.optional(r, "avant", Reader::localized_prose);
    let after = fields.optional(r, "apres", Reader::localized_prose);
    let text = fields.optional(r, "remplacer", Reader::localized_prose);
    let digest = fields.optional(r, "canevas", Reader::spanned_text);
    fields.optional(r, "raison", Reader::plain);
    let span = fields.key_span("remplacer");
    // Without a digest it would seem out of date.
    let text = text.filter(|_| !fields.is_partial("canevas"));
    fields.finish(r);
    let replacement = text.map(|text| Replacement { text, span, digest });
    let id = Spanned::new(entry.key.to_string(), entry.key_span);
    Some(SectionChange { id, before, after, replacement })
}

fn filing<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<Filing> {
    let mut fields = r.record(node)?;
    let online = fields
        .optional(r, "teleservice", |r, node| Some(Spanned::new(r.web_address(node)?, node.span)));
    let filing = Filing {
        online_span: online.as_ref().map(|online| online.span),
        online: online.map(|online| online.value),
        email: fields.optional(r, "courriel", Reader::email),
        address: fields.optional(r, "adresse", Reader::localized),
        instruction: fields.optional(r, "consigne", Reader::localized_prose),
    };
    fields.finish(r);
    Some(filing)
}

fn document<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<Document> {
    let mut fields = r.record(node)?;
    let file = fields.required(r, "fichier", |r, node| {
        // Names of files are composed too: two that look the same are one.
        let name = Spanned::new(composed(r.text(node)?).into_owned(), node.span);
        let inside = !name.value.contains(['/', '\\']) && !name.value.starts_with('.');
        if !inside {
            let forbidden = Diagnostic::new(Code::ForbiddenPath, node.span);
            r.push(forbidden.with("chemin", &name.value));
        }
        inside.then_some(name)
    });
    let title = fields.required(r, "titre", Reader::localized);
    let lang = fields.optional(r, "langue", Reader::language);
    fields.finish(r);
    Some(Document { file: file?, title: title?, lang: lang.unwrap_or(r.languages[0].clone()) })
}

fn news<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<News> {
    let mut fields = r.record(node)?;
    let date = fields.required(r, "date", Reader::date);
    let body = fields.required(r, "texte", Reader::localized_prose);
    let step = fields.optional(r, "etape", |r, n| Some(Spanned::new(r.slug(n)?, n.span)));
    let before = fields.optional(r, "avant", moment);
    if before.is_some() && !fields.has("etape") {
        let missing = Diagnostic::new(Code::MissingKey, fields.key_span("avant"));
        r.push(missing.with("cle", "etape"));
    }
    fields.finish(r);
    Some(News { date: date?, body: body?, step, before })
}

/// A date alone, or with its hour and clock.
fn moment<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<When> {
    if !matches!(node.value, Value::Map(_)) {
        return Some(When::day(r.date(node)?, Clock::Local));
    }
    let mut fields = r.record(node)?;
    let timing = timing::of_a_day(r, &mut fields);
    fields.finish(r);
    timing.when()
}

fn latest_first(mut news: Vec<News>) -> Vec<News> {
    news.sort_by_key(|item| std::cmp::Reverse(item.date));
    news
}
