//! Which documents canevas makes of calls, at which address.

use std::sync::Arc;

use super::content::Shown;
use crate::model::address::Address;
use crate::model::document::{CallDocuments, DocumentFile, DocumentFormat, SharedPicture};
use crate::model::dossier::DossierFormat;
use crate::model::form::RegionalForm;
use crate::model::id::Lang;
use crate::model::regional::RegionalCall;
use crate::model::settings::Settings;

/// Those of every call that has a dossier, in each language in which it exists.
pub fn documents(settings: &Settings, shown: &Shown) -> Vec<CallDocuments> {
    let calls = shown.regions.iter().flat_map(|region| &region.calls).chain(&shown.drafts);
    let with_form = calls.filter_map(|call| Some((call, call.form.as_ref()?)));
    let languages = settings.codes();
    let documents = with_form.flat_map(|(call, form)| {
        let complete = languages.iter().filter(|lang| call.complete_in(lang));
        complete.map(|lang| of_call(call, form, lang))
    });
    documents.collect()
}

fn of_call(call: &Arc<RegionalCall>, form: &RegionalForm, lang: &Lang) -> CallDocuments {
    let (region, slug) = (&call.region.slug, &call.call.slug);
    let formats = DossierFormat::ALL.iter().filter(|format| format.suits(&form.form));
    let files = formats.map(|format| DocumentFile {
        address: Address::dossier_file(lang, region, slug, *format),
        format: DocumentFormat::Dossier(*format),
    });
    let files = files.chain([DocumentFile {
        address: Address::dossier_parts(lang, region, slug),
        format: DocumentFormat::BlankParts,
    }]);
    #[cfg(feature = "pdf")]
    let files = files.chain([DocumentFile {
        address: Address::call_text(lang, region, slug),
        format: DocumentFormat::CallText,
    }]);
    CallDocuments { call: Arc::clone(call), lang: lang.clone(), files: files.collect() }
}

/// One of the site in each language, one of each call in each language in which it exists; none of drafts.
pub fn pictures(settings: &Settings, shown: &Shown) -> Vec<SharedPicture> {
    if !cfg!(feature = "pdf") {
        return Vec::new();
    }
    let languages = settings.codes();
    let of_site = languages.iter().map(|lang| SharedPicture {
        address: Address::site_picture(lang),
        lang: lang.clone(),
        call: None,
    });
    let calls = shown.regions.iter().flat_map(|region| &region.calls);
    let of_calls = calls.flat_map(|call| {
        let complete = languages.iter().filter(|lang| call.complete_in(lang));
        complete.map(|lang| SharedPicture {
            address: Address::call_picture(lang, &call.region.slug, &call.call.slug),
            lang: lang.clone(),
            call: Some(Arc::clone(call)),
        })
    });
    of_site.chain(of_calls).collect()
}
