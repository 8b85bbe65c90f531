//! `canevas.yaml` becomes [`Settings`].

use super::brand::brand;
use super::reader::Reader;
use super::twins::tell_apart;
use super::yaml::{self, Node, Value};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Seen};
use crate::model::abbreviation::Abbreviations;
use crate::model::attached::{AttachedRules, Family};
use crate::model::id::{Lang, Slug};
use crate::model::integration::Integration;
use crate::model::settings::{Audit, Legal, LegalBody, Settings, SiteLanguage};
use crate::model::source::{SourceFile, Span, Spanned};
use crate::model::web::{origin, with_final_slash};

/// Reads the project's settings. `None` when too little could be understood to go on.
pub fn settings(diagnostics: &mut Diagnostics, file: &SourceFile) -> Option<Settings> {
    let root = yaml::tree(diagnostics, file)?;
    let languages = languages(&mut Reader::new(diagnostics, file, &[]), &root)?;
    let codes: Vec<Lang> = languages.iter().map(|language| language.lang.clone()).collect();
    let mut reader = Reader::new(diagnostics, file, &codes);
    let r = &mut reader;
    let mut fields = r.record(&root)?;
    let title = fields.required(r, "titre", Reader::localized);
    let tagline = fields.optional(r, "accroche", Reader::localized);
    let address = fields.required(r, "adresse", Reader::base_address);
    fields.required(r, "langues", |_, _| Some(()));
    let theme = fields.optional(r, "theme", |r, node| Some(Spanned::new(r.slug(node)?, node.span)));
    let theme_span = fields.key_span("theme");
    let notice = fields.optional(r, "avis", Reader::localized_prose);
    let legal = fields.required(r, "mentions", legal);
    let audits = fields.optional(r, "accessibilite", accessibility).unwrap_or_default();
    let abbreviations = fields.optional(r, "abreviations", abbreviations).unwrap_or_default();
    let attached = fields.optional(r, "pieces_jointes", attached).unwrap_or_default();
    let integration = fields.optional(r, "integration", integration);
    let brand = fields.optional(r, "marque", brand).unwrap_or_default();
    let checked_files = fields.optional(r, "integrite", Reader::boolean).unwrap_or_default();
    fields.finish(r);
    Some(Settings {
        title: title?,
        tagline,
        address: with_final_slash(address?),
        languages,
        theme: theme.unwrap_or(Spanned::new(Slug::new("sobre")?, theme_span)),
        notice,
        legal: legal?,
        audit: audits.into_iter().next(),
        abbreviations,
        attached,
        integration,
        brand,
        checked_files,
        file: file.id,
    })
}

/// The languages come first: every other text is read in them.
fn languages<'s>(r: &mut Reader<'_, 's>, root: &Node<'s>) -> Option<Vec<SiteLanguage>> {
    let mut fields = r.record(root)?;
    let list = fields.required(r, "langues", |r, node| r.list(node, language));
    let place = fields.key_span("langues");
    fields.leave(r);
    // Without one of its languages, every text in it would seem a mistake.
    let list = list.filter(|_| r.unread == 0)?;
    let list =
        tell_apart(r, &mut Seen::default(), list, |(language, span)| (&language.lang, *span));
    if list.is_empty() {
        let empty = Diagnostic::new(Code::EmptyValue, place).with("cle", "langues");
        r.push(empty.with("obligatoire", "oui"));
        return None;
    }
    Some(list.into_iter().map(|(language, _)| language).collect())
}

fn language<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<(SiteLanguage, Span)> {
    if !matches!(node.value, Value::Map(_)) {
        let lang = r.language(node)?;
        return Some((SiteLanguage { formats: lang.clone(), lang, name: None }, node.span));
    }
    let mut fields = r.record(node)?;
    let lang = fields.required(r, "code", Reader::language);
    let name = fields.optional(r, "nom", Reader::plain);
    let formats = fields.optional(r, "formats", Reader::language);
    fields.finish(r);
    let lang = lang?;
    Some((SiteLanguage { formats: formats.unwrap_or(lang.clone()), lang, name }, node.span))
}

/// Each short form with what it stands for.
fn abbreviations<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<Abbreviations> {
    let entries = r.entries(node, |r, entry| {
        if !Abbreviations::is_short(&entry.key) {
            let invalid = Diagnostic::new(Code::InvalidAbbreviation, entry.key_span);
            r.push(invalid.with("abreviation", &entry.key));
            return None;
        }
        if matches!(entry.node.value, Value::Empty) {
            let empty = Diagnostic::new(Code::EmptyValue, entry.key_span).with("cle", &entry.key);
            r.push(empty.with("obligatoire", "oui"));
            return None;
        }
        Some((entry.key.to_string(), r.localized(&entry.node)?))
    });
    entries.map(Abbreviations::new)
}

/// What the law asks a publisher to state.
pub fn legal<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<Legal> {
    let mut fields = r.record(node)?;
    let publisher = fields.required(r, "editeur", legal_body);
    let director = fields.required(r, "directeur", Reader::localized);
    let host = fields.required(r, "hebergeur", legal_body);
    let contact = fields.required(r, "contact", |r, node| {
        if r.text(node)?.contains('@') { r.email(node) } else { r.web_address(node) }
    });
    fields.finish(r);
    Some(Legal { publisher: publisher?, director: director?, host: host?, contact: contact? })
}

fn legal_body<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<LegalBody> {
    let mut fields = r.record(node)?;
    let name = fields.required(r, "nom", Reader::localized);
    let address = fields.required(r, "adresse", Reader::localized);
    let phone = fields.required(r, "telephone", Reader::localized);
    fields.finish(r);
    Some(LegalBody { name: name?, address: address?, phone: phone? })
}

/// The audit the site can show, if any.
fn accessibility<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<Vec<Audit>> {
    let mut fields = r.record(node)?;
    let audit = fields.optional(r, "audit", |r, node| {
        let mut fields = r.record(node)?;
        let date = fields.required(r, "date", Reader::date);
        let rate = fields.required(r, "taux", Reader::rate);
        let auditor = fields.required(r, "auditeur", Reader::plain);
        fields.finish(r);
        Some(Audit { date: date?, rate: rate?, auditor: auditor? })
    });
    fields.finish(r);
    Some(audit.into_iter().collect())
}

/// What may be attached; what is not said is as it is by default.
fn attached<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<AttachedRules> {
    let mut fields = r.record(node)?;
    let families = fields
        .optional(r, "genres", |r, node| r.list(node, |r, node| r.choice(node, &Family::ALL)));
    let total = fields.optional(r, "taille_totale", |r, node| {
        let text = r.text(node)?;
        let largest = AttachedRules::LARGEST_TOTAL;
        let known = text.parse().ok().filter(|total| (1..=largest).contains(total));
        if known.is_none() {
            let wrong = Diagnostic::new(Code::AttachmentLimit, node.span).with("nombre", text);
            r.push(wrong.with("limite", largest));
        }
        known
    });
    fields.finish(r);
    let default = AttachedRules::default();
    Some(AttachedRules {
        families: families.unwrap_or(default.families),
        total: total.unwrap_or(default.total),
    })
}

/// The levels of headings.
const LEVELS: [(&str, u8); 6] = [("1", 1), ("2", 2), ("3", 3), ("4", 4), ("5", 5), ("6", 6)];

/// The pages of calls for other sites.
fn integration<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<Integration> {
    let mut fields = r.record(node)?;
    let level = fields.optional(r, "titres", |r, node| r.choice(node, &LEVELS));
    let prefix = fields.optional(r, "prefixe", Reader::slug);
    let sites = fields.optional(r, "sites", |r, node| {
        r.list(node, |r, node| r.base_address(node).and_then(|address| origin(&address)))
    });
    fields.finish(r);
    let default = || Slug::new("canevas");
    Some(Integration { level: level.unwrap_or(2), prefix: prefix.or_else(default)?, sites })
}
