//! The documents of a call: which writer makes which format, and which file need not be made again.

use std::fmt::Debug;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;

#[cfg(feature = "pdf")]
use super::call_text::CallText;
use super::letter::Letter;
#[cfg(feature = "pdf")]
use super::pdf;
use super::sheet::Dossier;
use super::{docx, ods, odt, xlsx};
use crate::model::address::Address;
use crate::model::artifact::Artifact;
use crate::model::digest::Digest;
use crate::model::document::{DocumentFile, DocumentFormat};
use crate::model::dossier::{DossierFormat, Former};
use crate::model::letter::LetterFormat;
use crate::model::told::picture::Picture;

/// Of all writers: set when the program is compiled, so that a file is made again by a program that would make another.
const WRITERS: &str = env!("CANEVAS_WRITERS");

/// A document that its writer would not make.
pub struct Refused {
    /// Where it would have been published.
    pub document: String,
    /// In the words of the writer.
    pub reason: String,
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

/// Writes a letter in a format.
pub fn letter(letter: &Letter, format: LetterFormat) -> Vec<u8> {
    match format {
        LetterFormat::Odt => odt::letter::write(letter),
        LetterFormat::Docx => docx::letter::write(letter),
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

/// What the documents of one call in one language are made of, laid out.
pub struct Material {
    dossier: Dossier,
    #[cfg(feature = "pdf")]
    text: CallText,
    said: Said,
}

/// The digests of all that documents say.
struct Said {
    dossier: Digest,
    #[cfg(feature = "pdf")]
    text: Digest,
}

impl Material {
    /// Of a dossier, and of the text of its call.
    pub fn new(dossier: Dossier, #[cfg(feature = "pdf")] text: CallText) -> Self {
        let said = Said {
            dossier: digest(&dossier),
            #[cfg(feature = "pdf")]
            text: digest(&text),
        };
        Self {
            dossier,
            #[cfg(feature = "pdf")]
            text,
            said,
        }
    }
}

/// A document, or the one of `former` that was made from the same.
pub fn make(
    material: &Material,
    document: &DocumentFile,
    former: &Former,
) -> Result<Artifact, Refused> {
    let (said, dossier) = (&material.said, &material.dossier);
    let address = &document.address;
    let made = match document.format {
        DocumentFormat::Dossier(format) => {
            kept_or(address, said.dossier, former, || write(format, dossier))
        }
        DocumentFormat::BlankParts => {
            kept_or(address, said.dossier, former, || Ok(docx::script::write(dossier)))
        }
        #[cfg(feature = "pdf")]
        DocumentFormat::CallText => kept_or(address, said.text, former, || {
            pdf::write_call_text(&material.text).map_err(|error| error.to_string())
        }),
    };
    made.map_err(|reason| Refused { document: address.to_string(), reason })
}

/// The picture at `address`, or the one of `former` that was made from the same.
pub fn picture(picture: &Picture, address: &Address, former: &Former) -> Result<Artifact, Refused> {
    kept_or(address, digest(picture), former, || draw(picture))
        .map_err(|reason| Refused { document: address.to_string(), reason })
}

#[cfg(feature = "pdf")]
fn draw(picture: &Picture) -> Written {
    pdf::draw(picture).map_err(|error| error.to_string())
}

/// The plan has no picture without the typesetter.
#[cfg(not(feature = "pdf"))]
fn draw(picture: &Picture) -> Written {
    Err(picture.title.clone())
}

/// The former document, if it was made from the same, else the one that `write` makes.
fn kept_or(
    address: &Address,
    said: Digest,
    former: &Former,
    write: impl FnOnce() -> Written,
) -> Result<Artifact, String> {
    let kind = address.as_str().rsplit('.').next().unwrap_or_default();
    let from = Digest::of_parts([WRITERS.as_bytes(), kind.as_bytes(), said.as_bytes()]);
    let kept = former.get(address.as_str()).filter(|made| made.from == from);
    let bytes = match kept {
        Some(made) => Arc::clone(&made.bytes),
        None => attempted(write)?.into(),
    };
    Ok(Artifact { from: Some(from), ..Artifact::new(address, bytes) })
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
