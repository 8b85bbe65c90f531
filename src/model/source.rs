//! Where things come from: files, and places in them.
//!
//! Every part of the model that an author wrote keeps a [`Span`], so that a message can show the
//! place and a page can tell national text from regional text.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::digest::Digest;
use super::id::Slug;

/// A file of the project, by its rank in the sorted list of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A range of bytes in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// The range `start..end` of `file`, in bytes.
    pub fn new(file: FileId, range: Range<usize>) -> Self {
        // Larger files are refused before they are parsed.
        let byte = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Self { file, start: byte(range.start), end: byte(range.end) }
    }

    /// The beginning of `file`, for what is wrong with the file as a whole.
    pub fn whole(file: FileId) -> Self {
        Self { file, start: 0, end: 0 }
    }

    /// The range in bytes.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value and the place it was written at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spanned<T> {
    pub value: T,
    pub span: Span,
}

impl<T> Spanned<T> {
    /// Pairs `value` with its place.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

/// A text file of the project.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Its rank.
    pub id: FileId,
    /// Relative to the project's root, with `/` on every system.
    pub path: String,
    /// Without byte order mark, line ends as written; empty when the file could not be read as text.
    pub text: Arc<str>,
    /// Of the file's bytes.
    pub digest: Digest,
    /// Whether `text` is what the file holds.
    pub readable: bool,
}

impl SourceFile {
    /// The last component of the path.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }

    /// Line and column of a byte, both from 1; columns count characters.
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        let before = &self.text[..self.text.floor_char_boundary(offset)];
        let line_start = before.rfind(['\n', '\r']).map_or(0, |i| i + 1);
        let line = 1 + count_line_ends(before);
        (line, 1 + before[line_start..].chars().count())
    }
}

/// LF, CRLF and lone CR each end one line.
fn count_line_ends(text: &str) -> usize {
    let bytes = text.as_bytes();
    let ends =
        |(i, b): (usize, &u8)| *b == b'\n' || (*b == b'\r' && bytes.get(i + 1) != Some(&b'\n'));
    bytes.iter().enumerate().filter(|pair| ends(*pair)).count()
}

/// A file published as it is: a region's document, a theme's style.
#[derive(Debug, Clone)]
pub struct Attachment {
    /// Where messages about it point; its text is empty.
    pub id: FileId,
    /// Relative to the project's root, with `/` on every system.
    pub path: String,
    pub bytes: Arc<[u8]>,
    pub digest: Digest,
    /// Whether `bytes` are what the file holds.
    pub readable: bool,
}

/// Every file of a project, sorted by path.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// Text files.
    pub files: Vec<SourceFile>,
    /// Files published as they are.
    pub attachments: Vec<Attachment>,
}

impl Sources {
    /// The text file at `path`.
    pub fn file(&self, path: &str) -> Option<&SourceFile> {
        let rank = self.files.binary_search_by(|file| file.path.as_str().cmp(path)).ok()?;
        self.files.get(rank)
    }

    /// The text files under `folder`, at any depth.
    pub fn under(&self, folder: &str) -> impl Iterator<Item = &SourceFile> {
        let start = self.files.partition_point(|file| file.path.as_str() < folder);
        let inside = move |path: &str| is_inside(path, folder);
        self.files[start..].iter().filter(move |file| inside(&file.path))
    }

    /// The digest of the files of that path, or under it, with their ranks: places point at them.
    pub fn digest(&self, paths: &[&str]) -> Digest {
        let chosen = |path: &str| paths.iter().any(|top| path == *top || is_inside(path, top));
        let files = self.files.iter().map(|file| (&file.path, file.id, &file.digest));
        let attached = self.attachments.iter().map(|file| (&file.path, file.id, &file.digest));
        let chosen = files.chain(attached).filter(|(path, _, _)| chosen(path));
        let parts: Vec<(&String, [u8; 4], &Digest)> =
            chosen.map(|(path, id, digest)| (path, id.0.to_le_bytes(), digest)).collect();
        Digest::of_parts(
            parts.iter().flat_map(|(path, id, d)| [path.as_bytes(), &id[..], d.as_bytes()]),
        )
    }

    /// The digest of each folder under `top`, by its name.
    pub fn digest_of_folders(&self, top: &str) -> BTreeMap<Slug, Digest> {
        let mut parts: BTreeMap<Slug, Vec<&[u8]>> = BTreeMap::new();
        let files = self.under(top).map(|file| (&file.path, &file.digest));
        let attached = self.attached(top).map(|file| (&file.path, &file.digest));
        for (path, digest) in files.chain(attached) {
            if let Some(slug) = path.split('/').nth(1).and_then(Slug::new) {
                parts.entry(slug).or_default().extend([path.as_bytes(), digest.as_bytes()]);
            }
        }
        parts.into_iter().map(|(slug, parts)| (slug, Digest::of_parts(parts))).collect()
    }

    /// The path and text of the file that a span is in; an attached file has no text.
    pub fn place(&self, span: Span) -> Option<(&str, &str)> {
        let file = self.files.iter().find(|file| file.id == span.file);
        file.map(|file| (&*file.path, &*file.text)).or_else(|| {
            let attachment = self.attachments.iter().find(|a| a.id == span.file)?;
            Some((&*attachment.path, ""))
        })
    }

    /// Path, line and column of a span's start; lines and columns from 1.
    pub fn position(&self, span: Span) -> (String, usize, usize) {
        let file = self.files.iter().find(|file| file.id == span.file);
        let (line, column) = file.map_or((1, 1), |file| file.line_column(span.range().start));
        let path = self.place(span).map(|(path, _)| path.to_owned()).unwrap_or_default();
        (path, line, column)
    }

    /// The attached files under `folder`, at any depth.
    pub fn attached(&self, folder: &str) -> impl Iterator<Item = &Attachment> {
        self.attachments.iter().filter(move |file| is_inside(&file.path, folder))
    }
}

fn is_inside(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::{Digest, FileId, SourceFile};

    #[test]
    fn columns_count_characters_and_any_line_end_counts_once() {
        let file = SourceFile {
            id: FileId(0),
            path: "a.yaml".into(),
            text: "é: 1\r\nœ: 2\rx\ny".into(),
            digest: Digest::of(&[]),
            readable: true,
        };
        assert_eq!(file.line_column(2), (1, 2));
        assert_eq!(file.line_column(file.text.find('2').expect("there")), (2, 4));
        assert_eq!(file.line_column(file.text.find('x').expect("there")), (3, 1));
        assert_eq!(file.line_column(file.text.find('y').expect("there")), (4, 1));
    }
}
