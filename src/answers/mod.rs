//! A file that an applicant filled becomes answers, known by the names of the fields.
//!
//! Nothing received is trusted: a file is told by its content, every part, depth and count has a bound, and what looks
//! made to harm is refused with its reason. No walk recurses further than a constant, nothing is written or sent.

mod answer;
mod checks;
mod code;
mod docx;
mod found;
mod grid;
mod index;
mod odt;
mod opened;
mod package;
mod pdf;
mod said;
mod side;
pub mod table;
mod text;
mod xml;

use crate::model::id::Slug;
use crate::model::questionnaire::Questionnaire;
pub use answer::Answers;
pub use code::{RefusalCode, RemarkCode};
use index::Index;
use opened::Format;
pub use opened::{Claim, Opened};
pub use said::{Refusal, Remark};

/// Recognises a file by its content, whatever its name.
pub fn open(bytes: &[u8]) -> Result<Opened, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::new(RefusalCode::Empty));
    }
    // Some programs put a few bytes before the mark (ISO 32000-1, annex H.3, 3.4.1).
    let start = &bytes[..bytes.len().min(1024)];
    if start.windows(5).any(|mark| mark == b"%PDF-") {
        return pdf::open(bytes);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return package::open(bytes);
    }
    // The compound file of OLE: an old .doc, or any Office file under a password.
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let encrypted = bytes.windows(name.len()).any(|part| part == name);
        return Err(Refusal::new(if encrypted {
            RefusalCode::Encrypted
        } else {
            RefusalCode::OldWord
        }));
    }
    Err(Refusal::new(RefusalCode::UnknownFormat))
}

/// The answers of a file to the dossier that it is.
pub fn read(opened: &Opened, asked: &Questionnaire) -> Result<Answers, Refusal> {
    let index = Index::new(asked);
    let mut found = match &opened.format {
        Format::Docx(document) => docx::read(document, &index)?,
        Format::Odt(content) => odt::read(content, &index)?,
        Format::Pdf(fields) => pdf::read(fields, &index),
    };
    if found.answers.is_empty() {
        return Err(Refusal::new(RefusalCode::NoForm));
    }
    found.remarks.extend(unknown(&found.unknown));
    Ok(checks::understand(&index, found))
}

/// What the reader should know of the dossier that a file is; `region` is the one that reads.
pub fn identity(claim: &Claim, asked: &Questionnaire, region: Option<&Slug>) -> Vec<Remark> {
    let identity = &asked.identity;
    let mut remarks = Vec::new();
    if let Some(region) = region.filter(|region| **region != identity.region) {
        let remark = Remark::new(RemarkCode::OtherRegion).with("region", &identity.region);
        remarks.push(remark.with("attendue", region));
    }
    match &claim.version {
        None => remarks.push(Remark::new(RemarkCode::UnknownVersion)),
        Some(version) if *version != identity.version => {
            let remark = Remark::new(RemarkCode::OtherVersion).with("version", version);
            remarks.push(remark.with("actuelle", &identity.version));
        }
        Some(_) => {}
    }
    remarks
}

/// Places that the dossier does not have, said once.
fn unknown(names: &[String]) -> Option<Remark> {
    const QUOTED: usize = 10;
    let quoted: Vec<String> = names.iter().take(QUOTED).map(|name| text::excerpt(name)).collect();
    let remark = || Remark::new(RemarkCode::UnknownField).with("champs", quoted.join(", "));
    (!names.is_empty()).then(|| remark().with("nombre", names.len()))
}
