//! Typst without a disk, a clock or a network: our templates, one file of data, the fonts of a package.
//!
//! A document is a template and the JSON it reads. Every other path is refused, so no text that a region writes can
//! reach a file. What Typst remembers from one document to the next is forgotten after each: memory stays flat.

use std::io::{self, Write};
use std::sync::LazyLock;

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::{CharEscape, Formatter};
use typst::diag::{FileError, FileResult, SourceDiagnostic, SourceResult};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::{LazyHash, Scalar};
use typst::{Feature, Library, LibraryExt, World, WorldExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use typst_render::RenderOptions;

use crate::model::letters::{self, Shape};

/// Which document is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Template {
    Form,
    CallText,
    Picture,
}

/// Stands for a letter that the fonts do not have.
const UNKNOWN: char = '□';

/// What Typst has to say against a document: a fault of ours, in a template.
#[derive(Debug)]
pub struct TypesetError(String);

impl TypesetError {
    /// From what a library says.
    #[expect(clippy::needless_pass_by_value, reason = "errors and sentences alike")]
    pub fn new(said: impl ToString) -> Self {
        Self(said.to_string())
    }
}

impl std::fmt::Display for TypesetError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for TypesetError {}

/// Pixels, row by row: red, green, blue and opacity.
pub struct Raster {
    pub width: u32,
    pub height: u32,
    pub pixels: Vec<u8>,
}

/// Lays out `content` with a template, as tagged PDF/UA-1. `ident` names the document for ever.
pub fn typeset(
    template: Template,
    content: &impl Serialize,
    ident: &str,
) -> Result<Vec<u8>, TypesetError> {
    laid_out(template, content, |document| typst_pdf::pdf(document, &options(ident)))
}

/// Draws what a template makes of `content`: its first page, a pixel a point.
pub fn draw(template: Template, content: &impl Serialize) -> Result<Raster, TypesetError> {
    let options = RenderOptions { pixel_per_pt: Scalar::new(1.0), render_bleed: false };
    let drawn = laid_out(template, content, |document| {
        let page = document.pages().first();
        Ok(page.map(|page| {
            let drawn = typst_render::render(page, &options);
            Raster { width: drawn.width(), height: drawn.height(), pixels: drawn.take() }
        }))
    })?;
    drawn.ok_or_else(|| TypesetError::new("no page"))
}

fn laid_out<T>(
    template: Template,
    content: &impl Serialize,
    make: impl FnOnce(&PagedDocument) -> SourceResult<T>,
) -> Result<T, TypesetError> {
    let mut data = Vec::new();
    content
        .serialize(&mut Serializer::with_formatter(&mut data, Showable))
        .map_err(TypesetError::new)?;
    let paper = Paper { main: template, data: Bytes::new(data) };
    let laid_out = typst::compile::<PagedDocument>(&paper).output;
    let result = laid_out.and_then(|document| make(&document));
    comemo::evict(0);
    result.map_err(|faults| {
        TypesetError(faults.iter().map(|fault| told(&paper, fault)).collect::<Vec<_>>().join("\n"))
    })
}

/// Writes JSON of what can be shown. PDF/UA refuses a file with a letter that its fonts do not have: a box stands for it.
struct Showable;

impl Formatter for Showable {
    fn write_string_fragment<W: Write + ?Sized>(
        &mut self,
        out: &mut W,
        text: &str,
    ) -> io::Result<()> {
        let shown: String = text.chars().filter_map(shown).collect();
        out.write_all(shown.as_bytes())
    }

    fn write_char_escape<W: Write + ?Sized>(
        &mut self,
        out: &mut W,
        escape: CharEscape,
    ) -> io::Result<()> {
        match escape {
            CharEscape::Quote => out.write_all(br#"\""#),
            CharEscape::ReverseSolidus => out.write_all(br"\\"),
            CharEscape::LineFeed => out.write_all(br"\n"),
            // Other controls have no shape.
            _ => Ok(()),
        }
    }
}

fn shown(letter: char) -> Option<char> {
    match letters::shape(letter) {
        Shape::Drawn => Some(letter),
        Shape::Invisible => None,
        Shape::Missing => Some(UNKNOWN),
    }
}

fn told(paper: &Paper, fault: &SourceDiagnostic) -> String {
    let line = || {
        let id = fault.span.id()?;
        let before =
            paper.source(id).ok()?.text().get(..paper.range(fault.span)?.start)?.to_owned();
        Some(format!("{}:{}: ", id.get().vpath().get_without_slash(), before.lines().count()))
    };
    let hints: Vec<String> = fault.hints.iter().map(|hint| format!(" ({})", hint.v)).collect();
    format!("{}{}{}", line().unwrap_or_default(), fault.message, hints.concat())
}

fn options(ident: &str) -> PdfOptions {
    PdfOptions {
        ident: Smart::Custom(ident.to_owned()),
        creator: Smart::Custom(Some("canevas".to_owned())),
        standards: PdfStandards::new(&[PdfStandard::Ua_1]).expect("one standard"),
        ..PdfOptions::default()
    }
}

/// What every document shares, made once.
struct House {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    /// The templates of [`Template`], in its order, then what they import.
    sources: [Source; 4],
    data: FileId,
}

static HOUSE: LazyLock<House> = LazyLock::new(|| {
    let files = [
        dejavu::sans_condensed::regular(),
        dejavu::sans_condensed::bold(),
        dejavu::sans_condensed::oblique(),
        dejavu::serif_condensed::bold(),
    ];
    let fonts: Vec<Font> = files.iter().flat_map(|file| Font::iter(Bytes::new(*file))).collect();
    let features = [Feature::A11yExtras].into_iter().collect();
    House {
        library: LazyHash::new(Library::builder().with_features(features).build()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        sources: [
            Source::new(id("/form.typ"), include_str!("form.typ").to_owned()),
            Source::new(id("/call.typ"), include_str!("call.typ").to_owned()),
            Source::new(id("/picture.typ"), include_str!("picture.typ").to_owned()),
            Source::new(id("/paper.typ"), include_str!("paper.typ").to_owned()),
        ],
        data: id("/data.json"),
    }
});

fn id(path: &str) -> FileId {
    let path = VirtualPath::new(path).expect("a path of ours");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// One document being made.
struct Paper {
    main: Template,
    data: Bytes,
}

impl World for Paper {
    fn library(&self) -> &LazyHash<Library> {
        &HOUSE.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &HOUSE.book
    }

    fn main(&self) -> FileId {
        HOUSE.sources[self.main as usize].id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let source = HOUSE.sources.iter().find(|source| source.id() == id);
        source.cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == HOUSE.data { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        HOUSE.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::HOUSE;
    use crate::model::letters::{Shape, shape};

    #[test]
    fn the_table_of_letters_is_that_of_the_typeface() {
        let coverage = &HOUSE.fonts[0].info().coverage;
        for letter in '\0'..=char::MAX {
            let known = coverage.contains(letter.into());
            match shape(letter) {
                Shape::Drawn => assert!(known, "U+{:04X} has no shape", u32::from(letter)),
                Shape::Missing => {
                    let private = ('\u{e000}'..='\u{f8ff}').contains(&letter);
                    assert!(!known || private, "U+{:04X} has a shape", u32::from(letter));
                }
                Shape::Invisible => {}
            }
        }
    }
}
