//! The dossier as a Word document (ISO/IEC 29500, transitional): headings, one content control a field, no template.
//!
//! Each field is a run-level `w:sdt`, between the marks of a bookmark ([`bookmarks`](super::names::bookmarks)), alone in its cell or in a
//! paragraph of a style `Answer…`, or in a paragraph of a style `Tick…` with its words. To read an answer back:
//!
//! 1. Find its place: the control whose `w:tag` is the field's id, or its bookmark where the id is too long (Word may
//!    have made it a control of blocks); else, for `LibreOffice` keeps no tag, `w:bookmarkStart` of that name, at any depth.
//! 2. Read the whole place, for what one types in `LibreOffice` may end beside the control and its marks: the cell; or
//!    the paragraph and those after it of a style `Answer…` in which no other field begins. Paragraphs and `w:br` are
//!    line breaks.
//! 3. In a file that Word saved (`docProps/app.xml`), leave out controls that have `w:showingPlcHdr`; `LibreOffice`
//!    leaves that mark on answers. Take off the prompt ([`prompt::of_control`](crate::documents::prompt::of_control)); where only spaces are left, there is no answer.
//!
//! A box is ticked by the `w14:checked` of its paragraph, whatever character it shows. A list gives the words of a choice,
//! a date its figures `dd/MM/yyyy`.

mod body;
mod control;
mod ink;
pub mod letter;
mod look;
pub mod names;
mod numbering;
mod paper;
mod parts;
pub mod read;
pub mod script;
mod styles;
mod table;

use super::package::write::Package;
use crate::documents::about::About;
use crate::documents::sheet::Dossier;
use paper::Paper;

/// The bytes of the file.
pub fn write(dossier: &Dossier) -> Vec<u8> {
    let parts = parts_of(&Paper::new(dossier));
    let package =
        parts.iter().fold(Package::new(), |package, (name, part)| package.add(name, part));
    package.finish()
}

/// The parts of the file, by name, in their order.
fn parts_of(paper: &Paper) -> [(&'static str, Vec<u8>); 12] {
    let dossier = paper.dossier;
    [
        (names::CONTENT_TYPES, parts::content_types(&parts::PARTS)),
        ("_rels/.rels", parts::package_relations(&parts::PARTS)),
        ("docProps/core.xml", parts::core_properties(&About::dossier(dossier, &dossier.name()))),
        (names::CUSTOM_PROPERTIES, parts::custom_properties(dossier)),
        (names::DOCUMENT, body::document(paper)),
        ("word/_rels/document.xml.rels", parts::document_relations(&parts::PARTS, paper)),
        ("word/styles.xml", styles::styles(paper)),
        ("word/numbering.xml", numbering::numbering(paper.numbered_lists)),
        ("word/settings.xml", parts::settings(&dossier.lang, dossier.right_to_left)),
        ("word/header.xml", parts::header(paper)),
        ("word/footer.xml", parts::footer(paper)),
        ("word/footer-first.xml", parts::footer(paper)),
    ]
}

#[cfg(test)]
mod tests;
