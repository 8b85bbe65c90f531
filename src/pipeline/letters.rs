//! Dossiers that were read become letters, each in the language of its dossier.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::renderer::Renderer;
use crate::diagnostic::Failure;
use crate::documents::files;
use crate::examination::addressee;
use crate::examination::examined::Examined;
use crate::examination::typed::Typed;
use crate::model::id::{Lang, Slug};
use crate::model::letter::{Addressee, LetterFormat, LetterKind};
use crate::model::questionnaire::Identity;
use crate::model::regional::RegionalCall;
use crate::model::site::Site;
use crate::tell::letter::To;

/// The letters that are asked for.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    pub kind: LetterKind,
    pub format: LetterFormat,
    pub received: Option<Date>,
    pub reply_by: Option<Date>,
}

/// To whom a letter is written, with what examiners typed of the dossier, where they did.
pub struct Recipient<'d> {
    pub dossier: &'d Examined,
    pub typed: Option<&'d Typed>,
}

/// A letter, as its file.
pub struct Written {
    /// Of its file, which no other has.
    pub name: String,
    pub bytes: Vec<u8>,
    /// The dossier that it answers.
    pub dossier: String,
    pub applicant: Addressee,
    /// The names of the values that are left to fill in.
    pub blanks: Vec<String>,
}

/// The letter to the applicant of each dossier, in their order.
pub fn write(
    renderer: &Renderer,
    asked: Asked,
    recipients: &[Recipient<'_>],
) -> Result<Vec<Written>, Failure> {
    let mut names = BTreeSet::new();
    let write = |Recipient { dossier, typed }: &Recipient<'_>| {
        let identity = &dossier.setting.asked.identity;
        let call = call(renderer.site(), identity).expect("its dossier was read");
        let found = call.letters.iter().find(|letter| letter.template.kind == asked.kind);
        let template = found.ok_or_else(|| {
            let absent = Failure::new("courrier-absent").with("courrier", asked.kind.name());
            absent.with("appel", &identity.call)
        })?;
        let mut applicant = addressee::of(dossier);
        if let Some(typed) = typed {
            addressee::decide(&mut applicant, typed);
        }
        applicant.received = asked.received.or(applicant.received);
        applicant.reply_by = asked.reply_by;
        let site = renderer.site();
        let lang = dossier.claim.lang.as_deref().and_then(Lang::new);
        let lang = lang.as_ref().unwrap_or(site.settings.reference());
        let day = call.region.territory.zone.day_of(site.now);
        let to = To { applicant: &applicant, lang, day };
        let letter = renderer.letter(call, template, to);
        let stem = format!("{}-{}", asked.kind.name(), stem(dossier, &applicant));
        let name = new_name(&mut names, &stem, asked.format.extension());
        let bytes = files::letter(&letter.laid, asked.format);
        let dossier = dossier.file.clone();
        Ok(Written { name, bytes, dossier, applicant, blanks: letter.blanks })
    };
    recipients.iter().map(write).collect()
}

fn call<'s>(site: &'s Site, identity: &Identity) -> Option<&'s RegionalCall> {
    let calls = site.regions.iter().flat_map(|region| &region.calls);
    let mut calls = calls.map(|call| &**call);
    calls.find(|call| call.call.slug == identity.call && call.region.slug == identity.region)
}

/// What tells the file of an applicant from the others: the name of the organisation, and its number.
fn stem(dossier: &Examined, applicant: &Addressee) -> String {
    /// Names of files are shown in narrow lists.
    const LONGEST: usize = 40;
    let file = dossier.file.rsplit(['/', '\\']).next().unwrap_or_default();
    let named = applicant.organisation.as_deref().unwrap_or(file);
    let words: String = Slug::suggestion(named).chars().take(LONGEST).collect();
    // An answer may hold anything: what is no slug names no file.
    let siret = Slug::suggestion(applicant.siret.as_deref().unwrap_or_default());
    let parts = [words.trim_matches('-'), &siret];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

fn new_name(taken: &mut BTreeSet<String>, stem: &str, extension: &str) -> String {
    let mut name = format!("{stem}.{extension}");
    let mut rank = 1;
    while taken.contains(&name) {
        rank += 1;
        name = format!("{stem}-{rank}.{extension}");
    }
    taken.insert(name.clone());
    name
}
