//! A file that an applicant filled becomes answers, known by the names of the fields.
//!
//! Nothing received is trusted: a file is told by its content, every part, depth and count has a bound, and what looks
//! made to harm is refused with its reason. No walk recurses further than a constant, nothing is written or sent.

mod checks;
mod code;
mod docx;
mod grid;
mod index;
mod odt;
mod package;
mod pdf;
pub mod table;
mod text;
mod xml;

use std::collections::BTreeMap;

use crate::model::id::Slug;
use crate::model::questionnaire::Questionnaire;
pub use code::{RefusalCode, RemarkCode};
use index::Index;

/// What a file says of itself; nothing of it is proven.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Claim {
    pub call: Option<String>,
    pub region: Option<String>,
    pub lang: Option<String>,
    pub version: Option<String>,
}

/// Why a file is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    pub code: RefusalCode,
    pub args: Vec<(&'static str, String)>,
}

impl Refusal {
    /// A refusal that quotes nothing.
    pub fn new(code: RefusalCode) -> Self {
        Self { code, args: Vec::new() }
    }

    /// Adds what the message quotes under `name`.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "literals, references and numbers alike")]
    pub fn with(mut self, name: &'static str, words: impl ToString) -> Self {
        self.args.push((name, words.to_string()));
        self
    }
}

/// Something that the reader of the answers should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    pub code: RemarkCode,
    /// The question, or what in it; nothing for the file as a whole.
    pub place: Option<String>,
    pub args: Vec<(&'static str, String)>,
}

impl Remark {
    fn new(code: RemarkCode) -> Self {
        Self { code, place: None, args: Vec::new() }
    }

    fn at(code: RemarkCode, place: &str) -> Self {
        Self { place: Some(place.to_owned()), ..Self::new(code) }
    }

    #[expect(clippy::needless_pass_by_value, reason = "literals, references and numbers alike")]
    fn with(mut self, name: &'static str, words: impl ToString) -> Self {
        self.args.push((name, words.to_string()));
        self
    }
}

/// An answer as the file gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Found {
    Text(String),
    Tick(bool),
}

/// All that a file gives.
#[derive(Debug, Default)]
struct Findings {
    /// By the rank of the field.
    answers: BTreeMap<usize, Found>,
    remarks: Vec<Remark>,
    /// Names of places that the dossier does not have.
    unknown: Vec<String>,
}

/// An answer, understood as far as its field permits.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// Words; the id of a choice; an ISO 8601 date; the digits of a SIRET number.
    Text(String),
    Tick(bool),
    Number(f64),
}

/// The answers of one file, by the id of the field: those that are given, and every box.
#[derive(Debug, Default)]
pub struct Answers {
    pub given: BTreeMap<String, Answer>,
    pub remarks: Vec<Remark>,
}

/// A file that was recognised, with what it says of itself.
#[derive(Debug)]
pub struct Opened {
    pub claim: Claim,
    format: Format,
}

#[derive(Debug)]
enum Format {
    Docx(String),
    Odt(String),
    Pdf(Vec<(String, Found)>),
}

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
