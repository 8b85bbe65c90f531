//! `region.yaml` becomes a [`Region`].

use super::reader::Reader;
use super::record::Record;
use super::settings::legal;
use super::twins::tell_apart;
use super::upkeep::upkeep;
use super::yaml::{self, Entry, Node, Value};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Seen};
use crate::model::id::{Lang, Slug};
use crate::model::region::{Contact, Region, Service, ServiceGrammar, Share};
use crate::model::source::{SourceFile, Span};
use crate::model::territory::{self, Department, Grammar, Territory};
use crate::model::time::Zone;
use crate::model::unread::{Part, Unread};

/// Reads one region. `None` when too little could be understood to go on.
pub fn region(
    diagnostics: &mut Diagnostics,
    slug: &Slug,
    file: &SourceFile,
    languages: &[Lang],
) -> Option<Region> {
    let root = yaml::tree(diagnostics, file)?;
    let mut reader = Reader::new(diagnostics, file, languages);
    let r = &mut reader;
    let mut fields = r.record(&root)?;
    let mut territory = fields.required(r, "territoire", territory);
    let shares = fields.optional(r, "partage", |r, node| shares(r, node, territory.as_mut()));
    let mut siret_unread = false;
    let service = fields.required(r, "service", |r, node| service(r, node, &mut siret_unread));
    let published = fields.optional(r, "langues", |r, node| r.list(node, site_language));
    let departments = territory.as_ref().map(|t| &t.departments[..]).unwrap_or_default();
    let departments = Departments::whole(departments, Span::whole(file.id));
    let contacts = fields.optional(r, "contacts", |r, node| contacts(r, node, &departments));
    let upkeep = upkeep(r, &mut fields);
    let legal = fields.optional(r, "mentions", legal);
    let languages_span = fields.key_span("langues");
    let languages_partial = fields.is_partial("langues");
    fields.finish(r);
    if let Some(published) = &published
        && !published.contains(&languages[0])
        && !languages_partial
    {
        let missing = Diagnostic::new(Code::MissingReference, languages_span);
        r.push(missing.with("langue", &languages[0]));
    }
    Some(Region {
        slug: slug.clone(),
        territory: territory?,
        service: service?,
        languages: published.unwrap_or_else(|| languages.to_vec()),
        contacts: contacts.unwrap_or_default(),
        shares: shares.unwrap_or_default(),
        upkeep,
        legal,
        unread: Unread::of([(Part::Siret, siret_unread)]),
        file: file.id,
    })
}

/// The code of a language of the site. Its name and its words are declared once, in the settings.
fn site_language<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<Lang> {
    if let Value::Map(entries) = &node.value {
        let code = entries.iter().find(|entry| entry.key == "code").map(|entry| &entry.node.value);
        let code = if let Some(Value::Scalar(code)) = code { code.trim() } else { "en" };
        let declared = Diagnostic::new(Code::UnexpectedType, node.span);
        r.push(declared.with("attendu", "langue").with("trouve", "fiche").with("code", code));
        return None;
    }
    let text = r.sign(node)?;
    let found = r.languages.iter().find(|lang| lang.as_str() == text).cloned();
    if found.is_none() {
        let known: Vec<&str> = r.languages.iter().map(Lang::as_str).collect();
        let unknown = Diagnostic::new(Code::UnknownLanguage, node.span).with("langue", text);
        let known = known.join(", ");
        r.push(unknown.with("langues", known));
    }
    found
}

/// The name of a territory of the table, or a territory declared in full.
fn territory<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<Territory> {
    if matches!(node.value, Value::Map(_)) {
        return declared_territory(r, node);
    }
    let text = r.sign(node)?;
    let found = Slug::new(text).and_then(|slug| territory::built_in(&slug, r.languages, node.span));
    if found.is_none() {
        let unknown = Diagnostic::new(Code::UnknownTerritory, node.span).with("territoire", text);
        // A bare number is a region or a department: all 18 region codes are both.
        let region = territory::slug_of_code(text).unwrap_or_default();
        let department = territory::department(text).map(|d| d.name).unwrap_or_default();
        let suggestion = Slug::suggestion(text);
        r.push(
            unknown
                .nearest(&suggestion, territory::slugs())
                .with("region", region)
                .with("departement", department),
        );
    }
    found
}

fn declared_territory<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<Territory> {
    let mut fields = r.record(node)?;
    let code = fields.required(r, "code", Reader::plain);
    let name = fields.required(r, "nom", Reader::localized);
    let the = fields.required(r, "le", Reader::localized);
    let of = fields.required(r, "de", Reader::localized);
    let within = fields.required(r, "dans", Reader::localized);
    let zone = fields.required(r, "fuseau", zone);
    let departments = fields.required(r, "departements", |r, node| r.list(node, own_department));
    // Without one of its departments, those who name it would seem wrong.
    let departments = departments.filter(|_| !fields.is_partial("departements"));
    fields.finish(r);
    let (the, of, within) = (the?, of?, within?);
    let grammar = the.iter().filter_map(|(lang, the)| {
        let (of, within) = (of.get(lang)?.clone(), within.get(lang)?.clone());
        Some((lang.clone(), Grammar { the: the.clone(), of, within }))
    });
    Some(Territory {
        code: code?,
        name: name?,
        grammar: grammar.collect(),
        zone: zone?,
        departments: departments?,
        tile: None,
        span: node.span,
    })
}

fn zone<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<Zone> {
    let text = r.sign(node)?;
    let zone = Zone::named(text);
    if zone.is_none() {
        r.push(Diagnostic::new(Code::UnknownZone, node.span).with("fuseau", text));
    }
    zone
}

/// A department of a territory that the table does not know.
fn own_department<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<Department> {
    if !matches!(node.value, Value::Map(_)) {
        let code = r.sign(node)?;
        let known = territory::department(code);
        if known.is_none() {
            let unknown = Diagnostic::new(Code::UnknownDepartment, node.span);
            r.push(unknown.with("code", code).with("suggestion", "").with("connus", ""));
        }
        return known;
    }
    let mut fields = r.record(node)?;
    let code = fields.required(r, "code", Reader::plain);
    let name = fields.required(r, "nom", Reader::plain);
    fields.finish(r);
    Some(Department { code: code?, name: name? })
}

/// The parts of departments that another region has a part of too. One that is not of `territory` is added to it.
fn shares<'s>(
    r: &mut Reader<'_, 's>,
    node: &Node<'s>,
    territory: Option<&mut Territory>,
) -> Option<Vec<Share>> {
    let own = territory.as_ref().map(|t| t.departments.clone()).unwrap_or_default();
    let shares = r.entries(node, |r, entry| share(r, entry, &own))?;
    let shares =
        tell_apart(r, &mut Seen::default(), shares, |one| (&one.department.code, one.span));
    if let Some(territory) = territory {
        let others = shares.iter().map(|share| &share.department);
        territory.departments.extend(others.filter(|other| !own.contains(other)).cloned());
    }
    Some(shares)
}

fn share<'s>(r: &mut Reader<'_, 's>, entry: &Entry<'s>, own: &[Department]) -> Option<Share> {
    let known = own.iter().find(|department| department.code == entry.key).cloned();
    let department = known.or_else(|| territory::department(&entry.key));
    if department.is_none() {
        let unknown = Diagnostic::new(Code::UnknownDepartment, entry.key_span);
        let padded = format!("{:0>2}", entry.key).to_uppercase();
        let meant = territory::department(&padded).map(|d| format!("\"{}\" ({})", d.code, d.name));
        let unknown = unknown.with("suggestion", meant.unwrap_or_default());
        r.push(unknown.with("code", &entry.key).with("connus", ""));
    }
    if matches!(entry.node.value, Value::Empty) {
        let empty = Diagnostic::new(Code::EmptyValue, entry.key_span).with("cle", &entry.key);
        r.push(empty.with("obligatoire", "oui"));
        return None;
    }
    let part = r.localized(&entry.node);
    Some(Share { department: department?, part: part?, span: entry.key_span })
}

/// The departments that a file may name.
pub struct Departments<'a> {
    pub territory: &'a [Department],
    /// Those that it is limited to; empty: the whole territory.
    pub open: Vec<Department>,
    /// Where that is said.
    pub place: Span,
}

impl<'a> Departments<'a> {
    /// All of a region's.
    pub fn of(region: &'a Region) -> Self {
        Self::whole(&region.territory.departments, Span::whole(region.file))
    }

    fn whole(territory: &'a [Department], place: Span) -> Self {
        Self { territory, open: Vec::new(), place }
    }

    fn is_shut(&self, department: &Department) -> bool {
        !self.open.is_empty() && !self.open.contains(department)
    }
}

/// A department of the region, by its code.
pub fn department<'s>(
    r: &mut Reader<'_, 's>,
    node: &Node<'s>,
    departments: &Departments<'_>,
) -> Option<Department> {
    let known = departments.territory;
    let text = r.sign(node)?;
    let found = known.iter().find(|department| department.code == text).cloned();
    // Without territory, every department would seem unknown.
    if found.is_none() && !known.is_empty() {
        let padded = format!("{text:0>2}").to_uppercase();
        let suggestion = known.iter().find(|d| d.code == padded || d.name == text);
        let suggestion = suggestion.map(|d| format!("\"{}\" ({})", d.code, d.name));
        let codes: Vec<&str> = known.iter().map(|d| &*d.code).collect();
        let unknown = Diagnostic::new(Code::UnknownDepartment, node.span).with("code", text);
        r.push(
            unknown
                .with("suggestion", suggestion.unwrap_or_default())
                .with("connus", codes.join(", ")),
        );
    }
    if let Some(shut) = found.as_ref().filter(|found| departments.is_shut(found)) {
        let outside = Diagnostic::new(Code::DepartmentOutside, node.span).and(departments.place);
        let open: Vec<&str> = departments.open.iter().map(|d| &*d.code).collect();
        let outside = outside.with("code", &shut.code).with("nom", &shut.name);
        r.push(outside.with("ouverts", open.join(", ")));
    }
    found
}

/// `siret_unread` tells whether a SIRET was given that cannot be read.
fn service<'s>(
    r: &mut Reader<'_, 's>,
    node: &Node<'s>,
    siret_unread: &mut bool,
) -> Option<Service> {
    let mut fields = r.record(node)?;
    let acronym = fields.required(r, "sigle", Reader::plain);
    let name = fields.required(r, "nom", Reader::localized);
    let site = fields.required(r, "site", Reader::web_address);
    let privacy = fields.optional(r, "donnees-personnelles", address);
    let siret = fields.optional(r, "siret", Reader::siret);
    let the = fields.optional(r, "le", Reader::localized);
    let of = fields.optional(r, "de", Reader::localized);
    let to = fields.optional(r, "a", Reader::localized);
    *siret_unread = fields.is_partial("siret");
    say_together(r, &fields, ["le", "de", "a"]);
    fields.finish(r);
    let forms = the.zip(of).zip(to);
    let grammar = forms.map(|((the, of), to)| ServiceGrammar { the, of, to });
    Some(Service { acronym: acronym?, name: name?, site: site?, privacy, siret, grammar })
}

/// An e-mail or a web address.
fn address<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<String> {
    let is_email = matches!(&node.value, Value::Scalar(text) if text.contains('@'));
    if is_email { r.email(node) } else { r.web_address(node) }
}

/// The three forms go together: one alone would leave a sentence half in the general rule.
fn say_together(r: &mut Reader<'_, '_>, fields: &Record<'_, '_>, forms: [&'static str; 3]) {
    let Some(declared) = forms.iter().find(|form| fields.has(form)) else { return };
    for form in forms.iter().filter(|form| !fields.has(form)) {
        let missing = Diagnostic::new(Code::MissingKey, fields.key_span(declared));
        r.push(missing.with("cle", form));
    }
}

/// Whom to ask, in a region whose departments are `departments`.
pub fn contacts<'s>(
    r: &mut Reader<'_, 's>,
    node: &Node<'s>,
    departments: &Departments<'_>,
) -> Option<Vec<Contact>> {
    r.list(node, |r, node| contact(r, node, departments))
}

fn contact<'s>(
    r: &mut Reader<'_, 's>,
    node: &Node<'s>,
    known: &Departments<'_>,
) -> Option<Contact> {
    let mut fields = r.record(node)?;
    let role = fields.required(r, "role", Reader::localized);
    let name = fields.optional(r, "nom", Reader::plain);
    fields.optional(r, "consentement", Reader::date);
    let expires = fields.optional(r, "expire", Reader::spanned_date);
    let email = fields.optional(r, "courriel", Reader::email);
    let phone = fields.optional(r, "telephone", Reader::phone);
    let link = fields.optional(r, "lien", Reader::web_address);
    let departments = fields
        .optional(r, "departements", |r, node| r.list(node, |r, node| department(r, node, known)));
    if !["courriel", "telephone", "lien"].iter().any(|means| fields.has(means)) {
        r.push(Diagnostic::new(Code::UnreachableContact, fields.key_span("role")));
    }
    if name.is_some() && !["consentement", "expire"].iter().all(|key| fields.has(key)) {
        r.push(Diagnostic::new(Code::ContactConsent, fields.key_span("nom")));
    }
    if let Some(email) = email.as_ref().filter(|email| names_a_person(email))
        && !fields.has("nom")
    {
        let personal = Diagnostic::new(Code::PersonalEmail, fields.key_span("courriel"));
        r.push(personal.with("courriel", email));
    }
    fields.finish(r);
    let departments = departments.unwrap_or_default();
    Some(Contact { role: role?, name, email, phone, link, departments, expires })
}

/// `prenom.nom@…` is personal data; a functional mailbox is not.
fn names_a_person(email: &str) -> bool {
    let local = email.split('@').next().unwrap_or_default();
    let parts: Vec<&str> = local.split('.').collect();
    let letters =
        |part: &&str| part.len() > 1 && part.chars().all(|c| c.is_alphabetic() || c == '-');
    let of_a_service = |part: &&str| SERVICE_WORDS.iter().any(|word| part.contains(word));
    parts.len() == 2 && parts.iter().all(letters) && !parts.iter().any(of_a_service)
}

/// Words found in functional mailboxes and in no name.
const SERVICE_WORDS: [&str; 12] = [
    "appel",
    "amige",
    "contact",
    "deets",
    "direction",
    "dreets",
    "emploi",
    "formation",
    "info",
    "pole",
    "secretariat",
    "service",
];

#[cfg(test)]
mod tests {
    use super::names_a_person;

    #[test]
    fn personal_mailboxes() {
        assert!(names_a_person("prenom.nom@example.org"));
        assert!(!names_a_person("dreets-occitanie.gestion@example.org"));
        assert!(!names_a_person("appels.grand-est@example.org"));
        assert!(!names_a_person("contact@example.org"));
        assert!(!names_a_person("ge.2022@example.org"));
    }
}
