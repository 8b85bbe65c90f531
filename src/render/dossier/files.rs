//! The documents of a call: which writer makes which format, and which file need not be made again.

use std::fmt::Debug;
use std::sync::Arc;

#[cfg(feature = "pdf")]
use super::call_text::{self, CallText};
#[cfg(feature = "pdf")]
use super::pdf;
use super::sheet::Dossier;
use super::{docx, ods, odt, resolve, xlsx};
use crate::model::artifact::Artifact;
use crate::model::digest::Digest;
use crate::model::dossier::{DossierFormat, Former};
use crate::model::export::{Export, ExportFormat, Scope};
use crate::model::id::Lang;
use crate::model::regional::RegionalCall;
use crate::model::site::Address;
use crate::render::context::{Links, PageContext, SiteContext};

/// Of all writers: set when the program is compiled, so that a file is made again by a program that would make another.
const WRITERS: &str = env!("CANEVAS_WRITERS");

/// The writer of a format.
fn writer(format: DossierFormat) -> fn(&Dossier) -> Vec<u8> {
    match format {
        DossierFormat::Odt => odt::write,
        DossierFormat::Docx => docx::write,
        #[cfg(feature = "pdf")]
        DossierFormat::Pdf => |dossier| pdf::write(dossier).expect("our template takes any text"),
        DossierFormat::Ods => ods::write,
        DossierFormat::Xlsx => xlsx::write,
    }
}

/// The dossier of `call` as its files in `lang` say it, if the call has one.
pub fn dossier(shared: &SiteContext<'_>, call: &RegionalCall, lang: &Lang) -> Option<Dossier> {
    away_from_site(shared, call, lang, |page| resolve::dossier(page, call))
}

/// The text of `call` as its file in `lang` says it, whatever the day.
#[cfg(feature = "pdf")]
pub fn call_text(shared: &SiteContext<'_>, call: &RegionalCall, lang: &Lang) -> CallText {
    away_from_site(shared, call, lang, |page| call_text::compose::call_text(page, call))
}

/// Does something with the page of a call, whose links must hold away from the site.
fn away_from_site<T>(
    shared: &SiteContext<'_>,
    call: &RegionalCall,
    lang: &Lang,
    work: impl FnOnce(PageContext<'_>) -> T,
) -> T {
    let content = if call.complete_in(lang) { lang } else { shared.site.settings.reference() };
    work(PageContext {
        shared,
        words: shared.words(lang),
        content,
        address: &Address::call(lang, &call.region.slug, &call.call.slug),
        call: Some(call),
        links: Links::Absolute,
    })
}

/// One document, made now.
pub fn bytes(shared: &SiteContext<'_>, document: &Export) -> Arc<[u8]> {
    let made = make(shared, &[document], &Former::new());
    made.into_iter().next().map_or_else(Arc::default, |made| made.bytes)
}

/// The documents of one call in one language, from `former` those that would be the same.
pub fn make(shared: &SiteContext<'_>, documents: &[&Export], former: &Former) -> Vec<Artifact> {
    let Some(Export { scope: Scope::Call(call), lang, .. }) = documents.first() else {
        return Vec::new();
    };
    let dossier = dossier(shared, call, lang).map(|dossier| (digest(&dossier), dossier));
    let made = documents.iter().filter_map(|document| match document.format {
        ExportFormat::Dossier(format) => {
            let (asked, dossier) = dossier.as_ref()?;
            Some(kept_or(document, *asked, former, || writer(format)(dossier)))
        }
        #[cfg(feature = "pdf")]
        ExportFormat::CallText => {
            let text = call_text(shared, call, lang);
            let write = || pdf::write_call_text(&text).expect("our template takes any text");
            Some(kept_or(document, digest(&text), former, write))
        }
        _ => None,
    });
    made.collect()
}

/// The former document, if it was made from the same, else the one that `write` makes.
fn kept_or(
    document: &Export,
    said: Digest,
    former: &Former,
    write: impl FnOnce() -> Vec<u8>,
) -> Artifact {
    let kind = document.address.as_str().rsplit('.').next().unwrap_or_default();
    let from = Digest::of_parts([WRITERS.as_bytes(), kind.as_bytes(), said.as_bytes()]);
    let kept = former.get(document.address.as_str()).filter(|made| made.from == from);
    let bytes = kept.map_or_else(|| write().into(), |made| Arc::clone(&made.bytes));
    Artifact { from: Some(from), ..Artifact::new(&document.address, bytes) }
}

/// Of all that a document says.
fn digest(said: &impl Debug) -> Digest {
    Digest::of(format!("{said:?}").as_bytes())
}
