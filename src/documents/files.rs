//! The documents of a call: which writer makes which format, and which file need not be made again.

use std::fmt::Debug;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;

#[cfg(feature = "pdf")]
use super::call_text::{self, CallText};
#[cfg(feature = "pdf")]
use super::pdf;
use super::{docx, ods, odt, xlsx};
use crate::diagnostic::Failure;
use crate::model::address::Address;
use crate::model::artifact::Artifact;
use crate::model::digest::Digest;
use crate::model::dossier::{DossierFormat, Former};
use crate::model::export::{Export, ExportFormat, Scope};
use crate::model::id::Lang;
use crate::model::regional::RegionalCall;
use crate::tell::context::{Links, PageContext, SiteContext};
use crate::tell::dossier::resolve;
use crate::tell::dossier::sheet::Dossier;

/// Of all writers: set when the program is compiled, so that a file is made again by a program that would make another.
const WRITERS: &str = env!("CANEVAS_WRITERS");

/// A document that its writer would not make.
pub struct Refused {
    /// Where it would have been published.
    pub document: String,
    pub call: Arc<RegionalCall>,
    /// In the words of the writer.
    pub reason: String,
}

impl From<Refused> for Failure {
    fn from(refused: Refused) -> Self {
        Self::new("document")
            .with("document", refused.document)
            .with("appel", &refused.call.call.slug)
            .with("region", &refused.call.region.slug)
            .with("raison", refused.reason)
    }
}

/// What a writer makes, or says against it.
type Written = Result<Vec<u8>, String>;

/// Writes a dossier in a format.
fn write(format: DossierFormat, dossier: &Dossier) -> Written {
    match format {
        DossierFormat::Odt => Ok(odt::write(dossier)),
        DossierFormat::Docx => Ok(docx::write(dossier)),
        #[cfg(feature = "pdf")]
        DossierFormat::Pdf => pdf::write(dossier).map_err(|error| error.to_string()),
        DossierFormat::Ods => Ok(ods::write(dossier)),
        DossierFormat::Xlsx => xlsx::write(dossier).map_err(|error| error.to_string()),
    }
}

/// Runs a writer. Libraries lay out what teams write: one that gives up spoils its document, not the program.
fn attempted(write: impl FnOnce() -> Written) -> Written {
    panic::catch_unwind(AssertUnwindSafe(write)).unwrap_or_else(|fault| {
        let said = fault.downcast_ref::<String>().map(String::as_str);
        let said = said.or_else(|| fault.downcast_ref::<&str>().copied());
        Err(said.unwrap_or_default().to_owned())
    })
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
pub fn bytes(shared: &SiteContext<'_>, document: &Export) -> Result<Arc<[u8]>, Refused> {
    let made = make(shared, &[document], &Former::new())?;
    Ok(made.into_iter().next().map_or_else(Arc::default, |made| made.bytes))
}

/// The documents of one call in one language, from `former` those that would be the same.
pub fn make(
    shared: &SiteContext<'_>,
    documents: &[&Export],
    former: &Former,
) -> Result<Vec<Artifact>, Refused> {
    let Some(Export { scope: Scope::Call(call), lang, .. }) = documents.first() else {
        return Ok(Vec::new());
    };
    let dossier = dossier(shared, call, lang).map(|dossier| (digest(&dossier), dossier));
    let made = documents.iter().filter_map(|document| match document.format {
        ExportFormat::Dossier(format) => {
            let (asked, dossier) = dossier.as_ref()?;
            Some((document, kept_or(document, *asked, former, || write(format, dossier))))
        }
        #[cfg(feature = "pdf")]
        ExportFormat::CallText => {
            let text = call_text(shared, call, lang);
            let write = || pdf::write_call_text(&text).map_err(|error| error.to_string());
            Some((document, kept_or(document, digest(&text), former, write)))
        }
        _ => None,
    });
    let refused = |document: &Export, reason| Refused {
        document: document.address.as_str().to_owned(),
        call: Arc::clone(call),
        reason,
    };
    made.map(|(document, made)| made.map_err(|reason| refused(document, reason))).collect()
}

/// The former document, if it was made from the same, else the one that `write` makes.
fn kept_or(
    document: &Export,
    said: Digest,
    former: &Former,
    write: impl FnOnce() -> Written,
) -> Result<Artifact, String> {
    let kind = document.address.as_str().rsplit('.').next().unwrap_or_default();
    let from = Digest::of_parts([WRITERS.as_bytes(), kind.as_bytes(), said.as_bytes()]);
    let kept = former.get(document.address.as_str()).filter(|made| made.from == from);
    let bytes = match kept {
        Some(made) => Arc::clone(&made.bytes),
        None => attempted(write)?.into(),
    };
    Ok(Artifact { from: Some(from), ..Artifact::new(&document.address, bytes) })
}

/// Of all that a document says.
fn digest(said: &impl Debug) -> Digest {
    Digest::of(format!("{said:?}").as_bytes())
}

#[cfg(test)]
mod tests {
    use super::attempted;

    #[test]
    fn a_writer_that_gives_up_is_a_refusal() {
        assert_eq!(attempted(|| Ok(vec![1])), Ok(vec![1]));
        assert_eq!(attempted(|| Err("non".to_owned())), Err("non".to_owned()));
        assert_eq!(attempted(|| std::panic::panic_any("non")), Err("non".to_owned()));
        assert_eq!(attempted(|| std::panic::panic_any("non".to_owned())), Err("non".to_owned()));
    }
}
