//! A folder of `content/` becomes a [`Call`]: its data, then its text in each language.

use std::sync::Arc;

use super::call_files::CallFiles;
use super::page_order::page_order;
use super::reader::Reader;
use super::record::Record;
use super::twins::tell_apart;
use super::yaml::{self, Node};
use super::{aid, canvas, closing, examination, form, letters, onward, timing, upkeep};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Seen};
use crate::model::award::GrantRules;
use crate::model::call::{Call, Parameter, ParameterPolicy, Step, StepKind};
use crate::model::closing::ClosingRules;
use crate::model::id::{Lang, Slug};
use crate::model::source::Span;
use crate::model::time::Zone;
use crate::model::unit::Unit;
use crate::model::unread::{Part, Unread};

const UNITS: [(&str, Unit); 4] =
    [("EUR", Unit::Euro), ("mois", Unit::Month), ("jours", Unit::Day), ("pourcent", Unit::Percent)];

const POLICIES: [(&str, ParameterPolicy); 4] = [
    ("non", ParameterPolicy::Locked),
    ("baisse", ParameterPolicy::Lower),
    ("hausse", ParameterPolicy::Raise),
    ("libre", ParameterPolicy::Open),
];

/// Reads one call. `None` when too little could be understood to go on.
pub fn call(
    diagnostics: &mut Diagnostics,
    files: &CallFiles<'_>,
    languages: &[Lang],
) -> Option<Call> {
    let (sections, sections_unread) = canvas::sections(diagnostics, files, &languages[0]);
    let form = files.form.map(|file| form::form(diagnostics, file, languages));
    let (form, form_unread) = form.unwrap_or_default();
    let root = yaml::tree(diagnostics, files.yaml)?;
    let mut reader = Reader::new(diagnostics, files.yaml, languages);
    let r = &mut reader;
    let mut fields = r.record(&root)?;
    let title = fields.required(r, "titre", Reader::localized);
    let short = fields.required(r, "court", Reader::plain);
    let summary = fields.required(r, "resume", Reader::localized);
    let issuer = fields.required(r, "emetteur", Reader::localized);
    let published = fields.required(r, "publie_le", Reader::spanned_date);
    let parameters = fields.optional(r, "parametres", parameters).unwrap_or_default();
    let grants = fields.optional(r, "subventions", grants);
    let reminders = fields.optional(r, "rappels", |r, node| r.list(node, Reader::days));
    let steps = fields.required(r, "etapes", |r, node| r.list(node, step));
    let steps_span = fields.key_span("etapes");
    let known = sections.as_deref().filter(|_| !sections_unread);
    let aid = fields.optional(r, "donnees", |r, node| aid::sheet(r, node, known));
    let order = fields.optional(r, "ordre_page", |r, node| page_order(r, node, known));
    let grid = fields.optional(r, "instruction", examination::grid);
    let closing = closing::of_call(r, &mut fields);
    let sequel = onward::sequel(r, &mut fields);
    let upkeep = upkeep::upkeep_of_call(r, &mut fields);
    let unread = unread(&fields, [(Part::Sections, sections_unread), (Part::Form, form_unread)]);
    fields.finish(r);
    let steps = steps.map(|steps| told_apart(r, steps));
    if let Some(steps) = steps.as_ref().filter(|_| !unread.has(Part::Steps)) {
        check_steps(r, steps, steps_span, &closing);
    }
    Some(Call {
        slug: files.slug.clone(),
        title: title?,
        short: short?,
        summary: summary?,
        issuer: issuer?,
        published: published.as_ref()?.value,
        published_span: published?.span,
        parameters,
        reminders: reminders.unwrap_or_default(),
        steps: steps?,
        closing,
        sections: sections?,
        page_order: order.unwrap_or_default(),
        grants,
        form: form.map(Arc::new),
        grid,
        letters: letters::of(diagnostics, &files.letters, languages),
        languages: files.texts.iter().map(|(lang, _)| lang.clone()).collect(),
        aid,
        sequel,
        upkeep,
        unread,
    })
}

/// What of the call could not be read, besides the `texts`.
fn unread(fields: &Record<'_, '_>, texts: [(Part, bool); 2]) -> Unread {
    let keys = [
        (Part::Steps, "etapes"),
        (Part::Parameters, "parametres"),
        (Part::Grants, "subventions"),
        (Part::Examination, "instruction"),
    ];
    Unread::of(keys.map(|(part, key)| (part, fields.is_partial(key))).into_iter().chain(texts))
}

fn parameters<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<Vec<Parameter>> {
    r.entries(node, |r, entry| {
        let word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if entry.key.chars().all(word) {
            return parameter(r, &entry.key, entry.key_span, &entry.node);
        }
        let wrong = Diagnostic::new(Code::InvalidIdentifier, entry.key_span);
        let suggestion = Slug::suggestion(&entry.key).replace('-', "_");
        r.push(wrong.with("identifiant", &entry.key).with("suggestion", suggestion));
        None
    })
}

fn parameter<'s>(
    r: &mut Reader<'_, 's>,
    name: &str,
    span: Span,
    node: &Node<'s>,
) -> Option<Parameter> {
    let mut fields = r.record(node)?;
    let value = fields.required(r, "valeur", Reader::number);
    let unit = fields.optional(r, "unite", |r, n| r.choice(n, &UNITS));
    let label = fields.optional(r, "libelle", Reader::localized);
    let policy = fields.optional(r, "adaptation", |r, n| r.choice(n, &POLICIES));
    let minimum = fields.optional(r, "min", Reader::number);
    let maximum = fields.optional(r, "max", Reader::number);
    let featured = fields.optional(r, "vedette", Reader::boolean).unwrap_or_default();
    if featured && !fields.has("libelle") {
        let missing = Diagnostic::new(Code::MissingKey, fields.key_span("vedette"));
        r.push(missing.with("cle", "libelle"));
    }
    if unit == Some(Unit::Euro) {
        let amounts = [("valeur", value), ("min", minimum), ("max", maximum)];
        for (key, amount) in amounts.into_iter().filter_map(|(key, n)| Some((key, n?))) {
            r.euros(amount, fields.value_span(key));
        }
    }
    let ceiling = fields.optional(r, "plafond", Reader::boolean).unwrap_or_default();
    if ceiling && unit != Some(Unit::Euro) && !fields.is_partial("unite") {
        // A grant is compared with it, in euros.
        let wrong = Diagnostic::new(Code::CeilingUnit, fields.key_span("plafond"));
        r.push(wrong.with("parametre", name));
    }
    // What a region may do with half of it is not known.
    let whole = fields.finish(r);
    Some(Parameter {
        name: name.to_owned(),
        value: value.filter(|_| whole)?,
        unit: unit.unwrap_or(Unit::None),
        featured: featured && label.is_some(),
        ceiling,
        label,
        policy: policy.unwrap_or(ParameterPolicy::Locked),
        minimum,
        maximum,
        span,
    })
}

fn grants<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<GrantRules> {
    let mut fields = r.record(node)?;
    let de_minimis = fields.required(r, "de_minimis", Reader::boolean);
    let scheme = fields.optional(r, "dispositif", Reader::plain);
    fields.finish(r);
    Some(GrantRules { de_minimis: de_minimis?, scheme })
}

fn step<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<Step> {
    let mut fields = r.record(node)?;
    let id = fields.required(r, "id", Reader::slug);
    let kind = fields.required(r, "genre", |r, n| r.choice(n, &StepKind::ALL));
    let timing = timing::of_step(r, &mut fields, true);
    let label = fields.required(r, "libelle", Reader::localized);
    let link = fields.optional(r, "lien", Reader::web_address);
    let open = fields.optional(r, "adaptation", |r, n| r.choice(n, &closing::POLICIES));
    let span = fields.key_span("id");
    // What a region may do with half of it is not known.
    let whole = fields.finish(r);
    Some(Step {
        id: id.filter(|_| whole)?,
        kind: kind?,
        label: label?,
        when: timing.when()?,
        places: timing.places()?,
        link,
        open: open.unwrap_or_default(),
        span,
    })
}

/// The steps in the order of their dates, without those whose id has been given before, which is said.
fn told_apart(r: &mut Reader<'_, '_>, steps: Vec<Step>) -> Vec<Step> {
    let mut kept = tell_apart(r, &mut Seen::default(), steps, |step| (&step.id, step.span));
    // National steps have no territory yet: Paris orders them.
    let paris = Zone::paris();
    kept.sort_by_key(|step| step.when.placed(&paris));
    kept
}

/// A call opens and closes.
fn check_steps(r: &mut Reader<'_, '_>, steps: &[Step], place: Span, rules: &ClosingRules) {
    if let Some(never) = rules.open_ended {
        for step in steps.iter().filter(|step| step.kind == StepKind::Closing) {
            let both = Diagnostic::new(Code::ContradictoryClosing, step.span).and(never);
            r.push(both.with("raison", "etape").with("date", "").with("autre", &step.id));
        }
    }
    for kind in [StepKind::Opening, StepKind::Closing] {
        let never = kind == StepKind::Closing && rules.open_ended.is_some();
        if !never && !steps.iter().any(|step| step.kind == kind) {
            r.push(Diagnostic::new(Code::MissingStep, place).with("genre", kind.name()));
        }
    }
}
