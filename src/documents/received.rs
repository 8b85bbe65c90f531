//! A file that an applicant filled becomes answers, known by the names of the fields.
//!
//! Nothing received is trusted: a file is told by its content, every part, depth and count has a bound, and what looks
//! made to harm is refused with its reason. No walk recurses further than a constant, nothing is written or sent.

use super::docx::read::Document;
use super::package::read::Archive;
use super::{docx, foreign, kept, odt, pdf, workbook};
use crate::answers::blank::Labels;
use crate::answers::claim::Claim;
use crate::answers::code::RefusalCode;
use crate::answers::found::{Findings, Found};
use crate::answers::index::Index;
use crate::answers::said::Refusal;
use crate::model::questionnaire::Questionnaire;

/// A file that was recognised, with what it says of itself.
#[derive(Debug)]
pub struct Opened {
    pub claim: Claim,
    format: Format,
}

#[derive(Debug)]
enum Format {
    Docx(Document),
    Odt(String),
    Pdf(Vec<(String, Found)>),
    Kept(kept::Answers),
    Budget(workbook::opened::Opened),
}

impl Opened {
    /// The budget workbook that it is, if it is no dossier.
    pub fn budget(&self) -> Option<&workbook::opened::Opened> {
        if let Format::Budget(workbook) = &self.format { Some(workbook) } else { None }
    }

    /// Whether an office file says which dossier it is, though it may have none of its fields any more.
    pub fn was_ours(&self) -> bool {
        let is_office = matches!(self.format, Format::Docx(_) | Format::Odt(_));
        is_office && self.claim.call.is_some()
    }

    /// Whether the file may be of the version of `asked`: it says so, or says of none.
    pub fn is_of_today(&self, asked: &Questionnaire) -> bool {
        self.claim.version.as_ref().is_none_or(|version| *version == asked.identity.version)
    }

    /// The name of its format.
    pub fn format(&self) -> &'static str {
        match self.format {
            Format::Docx(_) => "docx",
            Format::Odt(_) => "odt",
            Format::Pdf(_) => "pdf",
            Format::Kept(_) => "json",
            Format::Budget(_) => "classeur",
        }
    }
}

/// Recognises a file by its content, whatever its name.
pub fn open(bytes: &[u8]) -> Result<Opened, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::new(RefusalCode::Empty));
    }
    // Some programs put a few bytes before the mark (ISO 32000-1, annex H.3, 3.4.1).
    let start = &bytes[..bytes.len().min(1024)];
    if start.windows(5).any(|mark| mark == b"%PDF-") {
        let (claim, fields) = pdf::read::open(bytes)?;
        return Ok(Opened { claim, format: Format::Pdf(fields) });
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return open_package(bytes);
    }
    if start.trim_ascii_start().starts_with(b"{") && foreign::kind(bytes) != RefusalCode::Rtf {
        let (claim, answers) = kept::open(bytes)?;
        return Ok(Opened { claim, format: Format::Kept(answers) });
    }
    if let Some(flat) = odt::read::flat(bytes)? {
        return Ok(Opened { claim: flat.0, format: Format::Odt(flat.1) });
    }
    Err(Refusal::new(foreign::kind(bytes)))
}

/// Recognises what a package holds.
fn open_package(bytes: &[u8]) -> Result<Opened, Refusal> {
    let mut archive = Archive::open(bytes)?;
    if archive.has(docx::names::DOCUMENT) {
        let (claim, document) = docx::read::open(&mut archive)?;
        return Ok(Opened { claim, format: Format::Docx(document) });
    }
    if workbook::read::is_workbook(&mut archive)? {
        let opened = workbook::read::open(&mut archive)?;
        if !workbook::budget::is_budget(&opened) {
            return Err(Refusal::new(RefusalCode::Workbook));
        }
        return Ok(Opened { claim: opened.claim.clone(), format: Format::Budget(opened) });
    }
    match archive.part("mimetype")?.as_deref().map(str::trim) {
        Some(odt::names::MEDIA_TYPE) => {
            let (claim, content) = odt::read::open(&mut archive)?;
            Ok(Opened { claim, format: Format::Odt(content) })
        }
        _ => Err(Refusal::new(foreign::package(&archive))),
    }
}

/// What stands in the places of a file, and in the whole of its text.
pub fn find(opened: &Opened, index: &Index<'_>, labels: &Labels) -> Result<Findings, Refusal> {
    match &opened.format {
        Format::Docx(document) => docx::read::read(document, index, labels),
        Format::Odt(content) => odt::read::read(content, index, labels),
        Format::Pdf(fields) => Ok(pdf::read::read(fields, index)),
        Format::Kept(answers) => Ok(kept::read(answers, index)),
        Format::Budget(_) => Ok(Findings::default()),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{find, open};
    use crate::answers::blank::Labels;
    use crate::answers::index::Index;
    use crate::documents::sheet::Dossier;
    use crate::documents::{docx, odt, opened};
    use crate::documents::{questionnaire, sample};

    /// A dossier that asks a question of each kind, as every format writes it.
    fn files(dossier: &Dossier) -> Vec<(&'static str, Vec<u8>)> {
        vec![
            ("odt", odt::write(dossier)),
            ("docx", docx::write(dossier)),
            #[cfg(feature = "pdf")]
            ("pdf", crate::documents::pdf::write(dossier).expect("a file")),
        ]
    }

    #[test]
    fn every_form_of_answer_is_said_beside_its_place() {
        let dossier = sample::of_each_kind();
        let questions = dossier.parts.iter().flat_map(|part| &part.questions);
        let asked = questions.flat_map(|question| {
            let fields = question.fields(&dossier.words).into_iter();
            fields.filter(|field| field.id == question.id)
        });
        let forms: BTreeSet<String> =
            asked.filter_map(|field| dossier.words.form_of(&field.kind)).collect();
        assert_eq!(forms.len(), 7, "{forms:?}");
        for (format, part) in [("odt", "content.xml"), ("docx", "word/document.xml")] {
            let (_, bytes) =
                files(&dossier).into_iter().find(|(name, _)| *name == format).expect("it is made");
            let text = opened::parts(bytes)[part].replace('\u{a0}', " ");
            for form in &forms {
                assert!(text.contains(form), "{format}: {form}");
            }
        }
    }

    #[test]
    fn every_kind_of_question_has_a_place_that_its_reader_finds() {
        let dossier = sample::of_each_kind();
        let asked = questionnaire::of(&dossier);
        let index = Index::new(&asked);
        for (format, bytes) in files(&dossier) {
            let found = find(&open(&bytes).expect("our file"), &index, &Labels::default());
            let found = found.expect("our file");
            let places: BTreeSet<&str> =
                found.answers.keys().map(|rank| index.fields[*rank].1.id.as_str()).collect();
            let fields: BTreeSet<&str> = asked.fields().map(|field| field.id.as_str()).collect();
            assert_eq!(places, fields, "{format}");
            assert_eq!((&found.unknown[..], &found.remarks[..]), (&[][..], &[][..]), "{format}");
        }
    }
}
