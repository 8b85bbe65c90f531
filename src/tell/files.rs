//! The files that canevas makes of a call: the application dossier in its formats, and the text of the call.

use super::dossier::undrawn;
use super::voice::Voice;
use crate::model::address::Address;
use crate::model::dossier::DossierFormat;
use crate::model::id::Lang;
use crate::model::regional::RegionalCall;
use crate::model::told::call::{File, FileGroup};

/// The dossier, in the reader's language, else in the reference.
pub fn dossier(voice: Voice<'_>, call: &RegionalCall) -> Vec<File> {
    let Some(form) = &call.form else { return Vec::new() };
    let lang = language(voice, call);
    let formats = DossierFormat::ALL.iter().filter(|format| format.suits(&form.form));
    let files = formats.map(|format| {
        let title = if format.is_workbook() { "budget_title" } else { "form_title" };
        let lacks_letters = format.is_laid_out() && undrawn::in_form(call, lang);
        File {
            title: voice.words.say(title, &[]),
            address: Address::dossier_file(lang, &call.region.slug, &call.call.slug, *format),
            format: voice.words.say(&format!("format_{}", format.extension()), &[]),
            language: Some(named(voice, lang)),
            remark: remark(voice, lacks_letters),
        }
    });
    files.collect()
}

/// What to fill in, one document after the other. The page of the dossier is one of its formats.
pub fn to_fill(voice: Voice<'_>, call: &RegionalCall) -> Vec<FileGroup> {
    let mut groups: Vec<FileGroup> = Vec::new();
    for file in dossier(voice, call) {
        match groups.last_mut().filter(|group| group.title == file.title) {
            Some(group) => group.files.push(file),
            None => groups.push(FileGroup {
                title: file.title.clone(),
                page: groups.is_empty().then(|| page(voice, call)),
                files: vec![file],
            }),
        }
    }
    groups
}

fn page(voice: Voice<'_>, call: &RegionalCall) -> File {
    File {
        title: voice.words.say("form_title", &[]),
        address: Address::dossier(&voice.words.lang, &call.region.slug, &call.call.slug),
        format: voice.words.say("format_page", &[]),
        language: None,
        remark: None,
    }
}

/// The blank DOCX among them, then its parts.
pub fn blank(voice: Voice<'_>, call: &RegionalCall) -> [Address; 2] {
    let (lang, region, slug) = (language(voice, call), &call.region.slug, &call.call.slug);
    let file = Address::dossier_file(lang, region, slug, DossierFormat::Docx);
    [file, Address::dossier_parts(lang, region, slug)]
}

/// The text of a call that has a dossier, in the reader's language, else in the reference.
#[cfg(feature = "pdf")]
pub fn call_text(voice: Voice<'_>, call: &RegionalCall) -> Option<File> {
    call.form.as_ref()?;
    let lang = language(voice, call);
    Some(File {
        title: voice.words.say("call_text_title", &[]),
        address: Address::call_text(lang, &call.region.slug, &call.call.slug),
        format: "PDF".to_owned(),
        language: Some(named(voice, lang)),
        remark: remark(voice, undrawn::in_text(call, lang)),
    })
}

/// There is none: this program makes no PDF.
#[cfg(not(feature = "pdf"))]
pub fn call_text(_: Voice<'_>, _: &RegionalCall) -> Option<File> {
    None
}

/// The reader's language where the call exists in it, else the reference.
fn language<'a>(voice: Voice<'a>, call: &RegionalCall) -> &'a Lang {
    let own = &voice.words.lang;
    if call.complete_in(own) { own } else { voice.shared.site.settings.reference() }
}

fn named(voice: Voice<'_>, lang: &Lang) -> String {
    voice.words.language(voice.shared.words(lang))
}

fn remark(voice: Voice<'_>, lacks_letters: bool) -> Option<String> {
    lacks_letters.then(|| voice.words.say("pdf_lacks_letters", &[]))
}
