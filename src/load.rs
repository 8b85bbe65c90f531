//! The only reader of the disk: a project's folder becomes [`Sources`], all in memory.
//!
//! Encoding, size, symbolic links and pipes are judged here, since nothing below sees the disk. The built-in theme
//! is laid under the project's own files, so that a file of the same path wins.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "only `load` reads the disk"
)]

pub mod identity;
mod names;
pub mod received;

use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use anyhow::{Context, Result};
use camino::Utf8Path;
use include_dir::{Dir, include_dir};
use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Failure};
use crate::model::attached::AttachedRules;
use crate::model::composed::composed;
use crate::model::digest::Digest;
use crate::model::project::Project;
use crate::model::source::{Attachment, FileId, SourceFile, Sources, Span};
use crate::model::theme::BUILT_IN;

static BUILT_IN_FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/sobre");

const SETTINGS: &str = "canevas.yaml";

/// The folders that make a project, beside `canevas.yaml`.
pub const SOURCE_FOLDERS: [&str; 3] = ["content", "regions", "themes"];

/// A text an author writes is never this large; YAML and Markdown are read whole.
const LARGEST_TEXT: u64 = 1 << 20;
/// More than any document a region should ask an applicant to download.
const LARGEST_ATTACHMENT: u64 = 20 << 20;

/// What a path is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Text,
    Attachment,
    /// Not ours: a note to developers, a theme's licence.
    Ignored,
    Unexpected,
}

/// A file that was found, and read or not.
#[derive(Clone)]
struct Found {
    path: String,
    role: Role,
    content: Content,
}

#[derive(Clone)]
enum Content {
    Text(Arc<str>, Digest),
    NotText(NotText),
    Bytes(Arc<[u8]>, Digest),
    TooBig {
        size: u64,
        limit: u64,
    },
    Link,
    /// A pipe, a socket, a device: opening it could wait for ever.
    Special,
    /// One of the attached files that are too many, the first of which says so.
    BeyondMemory {
        first: bool,
    },
    NotUtf8Name,
    /// An entry of the root that surely is another one.
    Misnamed(String),
    Unexpected,
}

/// What was read before: a file whose size and time have not changed is not read again.
#[derive(Default)]
pub struct Shelf {
    /// By path in the project, with the built-in theme.
    found: BTreeMap<String, Shelved>,
    /// Files known to have changed, whatever their size and time say: two saves may share them.
    touched: BTreeSet<PathBuf>,
    /// Whether nothing else has changed, so that the disk need not be searched.
    only_touched: bool,
}

#[derive(Clone)]
struct Shelved {
    found: Found,
    /// Where it is on the disk, and what the disk said of it; nothing of a built-in file.
    read: Option<(PathBuf, Stamp)>,
}

impl Shelf {
    /// Reads these files again; all others too, when there is none.
    pub fn touch(&mut self, paths: &[PathBuf]) {
        self.only_touched = !paths.is_empty();
        self.touched.extend(paths.iter().cloned());
    }
}

/// What the disk says of a file without opening it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    size: u64,
    modified: Option<SystemTime>,
}

/// Reads a project. Fails when the folder is not a project or the disk refuses.
pub fn sources(
    diagnostics: &mut Diagnostics,
    project: &Project,
    shelf: &mut Shelf,
) -> Result<Sources> {
    let root = &project.root;
    if root.join("canevas.yaml").symlink_metadata().map_or(true, |found| found.is_dir()) {
        let mut entries = misnamed(root).into_iter();
        if let Some((name, right)) = entries.find(|(_, right)| right == SETTINGS) {
            let other = Failure::new("projet-mal-nomme").with("dossier", root);
            return Err(other.with("nom", name).with("bon", right).into());
        }
        return Err(Failure::new("projet-absent").with("dossier", root).into());
    }
    let touched = std::mem::take(&mut shelf.touched);
    let again = std::mem::take(&mut shelf.only_touched) && read_again(root, &touched, shelf)?;
    if !again {
        search(root, &touched, shelf)?;
    }
    Ok(sort(diagnostics, shelf.found.values().map(|shelved| &shelved.found)))
}

/// Reads only the files that changed. `false` when that is not enough: one has come, or is gone.
fn read_again(root: &Utf8Path, touched: &BTreeSet<PathBuf>, shelf: &mut Shelf) -> Result<bool> {
    for path in touched {
        let known = shelf.found.get(&inside(root, path)).is_some_and(|known| known.read.is_some());
        match read(root, path, &BTreeMap::new())? {
            Some(fresh) if known => shelf.found.insert(fresh.found.path.clone(), fresh),
            _ => return Ok(false),
        };
    }
    Ok(true)
}

/// Searches the whole project, and reads what has changed.
fn search(root: &Utf8Path, touched: &BTreeSet<PathBuf>, shelf: &mut Shelf) -> Result<()> {
    let kept: BTreeMap<&Path, (Stamp, &Content)> = shelf
        .found
        .values()
        .filter_map(|shelved| {
            let (path, stamp) =
                shelved.read.as_ref().filter(|(path, _)| !touched.contains(path))?;
            Some((path.as_path(), (*stamp, &shelved.found.content)))
        })
        .collect();
    let mut paths = paths(root)?;
    paths.sort();
    let beyond = beyond_memory(root, &paths);
    let looked = paths.par_iter().filter(|path| !beyond.contains(path.as_path()));
    let read: Result<Vec<_>> = looked.map(|path| read(root, path, &kept)).collect();
    let unread = beyond.iter().enumerate().map(|(rank, path)| {
        let content = Content::BeyondMemory { first: rank == 0 };
        let found = Found { path: inside(root, path), role: Role::Attachment, content };
        Shelved { found, read: None }
    });
    let misnamed = misnamed(root).into_iter().filter(|(_, right)| right != SETTINGS);
    let misnamed = misnamed.map(|(path, right)| {
        let content = Content::Misnamed(right);
        Shelved { found: Found { path, role: Role::Unexpected, content }, read: None }
    });
    let read = read?.into_iter().flatten().chain(unread).chain(misnamed);
    shelf.found = built_in_files().chain(read).map(|new| (new.found.path.clone(), new)).collect();
    Ok(())
}

fn paths(root: &Utf8Path) -> Result<Vec<PathBuf>> {
    let mut paths = vec![root.join("canevas.yaml").into_std_path_buf()];
    for folder in SOURCE_FOLDERS {
        let top = root.join(folder);
        if top.is_symlink() {
            paths.push(top.into_std_path_buf());
            continue;
        }
        if !top.exists() {
            continue;
        }
        let visible = |entry: &DirEntry| !is_hidden(entry.file_name().as_encoded_bytes());
        for entry in WalkDir::new(&top).into_iter().filter_entry(visible) {
            let entry = match entry {
                // Gone between the listing and the look: as if it had never been.
                Err(error) if is_gone(&error) => continue,
                entry => entry.with_context(|| top.to_string())?,
            };
            if !entry.file_type().is_dir() {
                paths.push(entry.into_path());
            }
        }
    }
    Ok(paths)
}

/// The attached files that would make all of them, in their order, heavier than memory should hold.
fn beyond_memory<'p>(root: &Utf8Path, paths: &'p [PathBuf]) -> BTreeSet<&'p Path> {
    let mut sum = 0;
    let attached = paths.iter().filter(|path| role(&inside(root, path)) == Role::Attachment);
    let beyond = attached.filter(|path| {
        let size = path.symlink_metadata().map_or(0, |found| found.len());
        // What is too large by itself is not read, and says so.
        sum += if size > LARGEST_ATTACHMENT { 0 } else { size };
        sum > AttachedRules::LARGEST_TOTAL << 20
    });
    beyond.map(PathBuf::as_path).collect()
}

fn is_gone(error: &walkdir::Error) -> bool {
    error.io_error().is_some_and(|error| error.kind() == ErrorKind::NotFound)
}

/// The entries of the root that bear another name than the one surely meant, with that one.
fn misnamed(root: &Utf8Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in WalkDir::new(root).min_depth(1).max_depth(1).sort_by_file_name() {
        // What cannot be listed says so where it is read.
        let Ok(entry) = entry else { continue };
        let name = entry.file_name().to_str();
        found.extend(name.and_then(|name| Some((name.to_owned(), names::of_root(name)?))));
    }
    found
}

/// Editors' temporary files, those of office programs and of systems, version control, and whatever else begins with a dot.
pub fn is_hidden(name: &[u8]) -> bool {
    let suffixes: [&[u8]; 4] = [b"~", b".swp", b".tmp", b"#"];
    // Vim makes the file 4913 for an instant, to learn whether it may write in the folder.
    name == b"4913"
        || name.starts_with(b".")
        || name.starts_with(b"~$")
        || OF_SYSTEMS.iter().any(|system| name.eq_ignore_ascii_case(system))
        || suffixes.iter().any(|suffix| name.ends_with(suffix))
}

/// What systems leave in folders that are looked at, or unpacked.
const OF_SYSTEMS: [&[u8]; 4] = [b"thumbs.db", b"ehthumbs.db", b"desktop.ini", b"__macosx"];

/// The path in the project, with `/` on every system.
fn inside(root: &Utf8Path, path: &Path) -> String {
    let inside = path.strip_prefix(root).unwrap_or(path);
    inside.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/")
}

/// Reads one file, or takes it from what is kept. `None` for what is not ours, or is gone.
fn read(
    root: &Utf8Path,
    path: &Path,
    kept: &BTreeMap<&Path, (Stamp, &Content)>,
) -> Result<Option<Shelved>> {
    let name = inside(root, path);
    let role = role(&name);
    if role == Role::Ignored {
        return Ok(None);
    }
    let stamped = |stamp, content| {
        let read = Some((path.to_owned(), stamp));
        Some(Shelved { found: Found { path: name.clone(), role, content }, read })
    };
    let refused =
        |content| Some(Shelved { found: Found { path: name.clone(), role, content }, read: None });
    if path.to_str().is_none() {
        return Ok(refused(Content::NotUtf8Name));
    }
    let metadata = match path.symlink_metadata() {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        metadata => metadata.with_context(|| name.clone())?,
    };
    if metadata.is_dir() {
        return Ok(None);
    }
    if metadata.is_symlink() {
        return Ok(refused(Content::Link));
    }
    if !metadata.is_file() {
        return Ok(refused(Content::Special));
    }
    let stamp = Stamp { size: metadata.len(), modified: metadata.modified().ok() };
    if let Some((_, content)) = kept.get(path).filter(|(kept, _)| *kept == stamp) {
        return Ok(stamped(stamp, (*content).clone()));
    }
    let limit = if role == Role::Attachment { LARGEST_ATTACHMENT } else { LARGEST_TEXT };
    if stamp.size > limit {
        return Ok(refused(Content::TooBig { size: stamp.size, limit }));
    }
    if role == Role::Unexpected {
        return Ok(refused(Content::Unexpected));
    }
    match std::fs::read(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| name.clone()),
        Ok(bytes) => Ok(stamped(stamp, content(role, bytes))),
    }
}

fn content(role: Role, bytes: Vec<u8>) -> Content {
    let digest = Digest::of(&bytes);
    if role == Role::Attachment {
        return Content::Bytes(bytes.into(), digest);
    }
    match decode(&bytes) {
        Ok(text) => Content::Text(known_line_ends(text).into(), digest),
        Err(error) => Content::NotText(error),
    }
}

fn role(path: &str) -> Role {
    let right = names::of_path(path);
    let path = right.as_deref().unwrap_or(path);
    let parts: Vec<&str> = path.split('/').collect();
    let name = parts.last().copied().unwrap_or_default();
    let yaml_or_text = has_extension(name, &["yaml", "md"]);
    match parts[..] {
        ["content" | "regions", _, "documents", _] | ["themes", _, "static", ..] => {
            Role::Attachment
        }
        ["canevas.yaml"] | ["themes", _, "theme.yaml"] | ["themes", _, "templates", ..] => {
            Role::Text
        }
        ["themes", _, "strings", _] if has_extension(name, &["ftl"]) => Role::Text,
        ["themes", ..] | [.., "README.md"] => Role::Ignored,
        ["content" | "regions", ..] if yaml_or_text => Role::Text,
        _ => Role::Unexpected,
    }
}

fn has_extension(name: &str, extensions: &[&str]) -> bool {
    name.rsplit_once('.').is_some_and(|(_, extension)| extensions.contains(&extension))
}

fn built_in_files() -> impl Iterator<Item = Shelved> {
    let mut files = Vec::new();
    let mut folders = vec![&BUILT_IN_FILES];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        files.extend(folder.files());
    }
    files.into_iter().filter_map(|file| {
        let inside = file.path().to_str()?.replace('\\', "/");
        let path = format!("themes/{BUILT_IN}/{inside}");
        let role = role(&path);
        let content = content(role, file.contents().to_vec());
        let found = Found { path, role, content };
        (role != Role::Ignored).then_some(Shelved { found, read: None })
    })
}

fn sort<'f>(diagnostics: &mut Diagnostics, found: impl Iterator<Item = &'f Found>) -> Sources {
    let mut sources = Sources::default();
    let found: Vec<&Found> = found.collect();
    let mut names = Names::new(found.iter().map(|found| &*found.path));
    for (rank, Found { path, role, content }) in found.into_iter().enumerate() {
        let id = FileId(u32::try_from(rank).unwrap_or(u32::MAX));
        let Some(path) = names.right(diagnostics, path, id) else {
            // Beside the file of the right name, another one is nothing.
            diagnostics.push(Diagnostic::new(Code::UnexpectedFile, Span::whole(id)));
            let (path, text, digest) = (path.clone(), Arc::from(""), Digest::of(b""));
            sources.files.push(SourceFile { id, path, text, digest, readable: false });
            continue;
        };
        match content {
            Content::Text(text, digest) => {
                let (text, digest) = (Arc::clone(text), *digest);
                sources.files.push(SourceFile { id, path, text, digest, readable: true });
            }
            Content::Bytes(bytes, digest) => {
                let (bytes, digest) = (Arc::clone(bytes), *digest);
                sources.attachments.push(Attachment { id, path, bytes, digest, readable: true });
            }
            refused => {
                let why = explain(refused, &path, Span::whole(id));
                let digest = Digest::of(why.code.name().as_bytes());
                if !matches!(refused, Content::BeyondMemory { first: false }) {
                    diagnostics.push(why);
                }
                if *role == Role::Attachment {
                    let (bytes, readable) = (Arc::default(), false);
                    sources.attachments.push(Attachment { id, path, bytes, digest, readable });
                } else {
                    let (text, readable) = (Arc::from(""), false);
                    sources.files.push(SourceFile { id, path, text, digest, readable });
                }
            }
        }
    }
    // They were in the order of the names they have on the disk.
    sources.files.sort_by(|a, b| a.path.cmp(&b.path));
    sources.attachments.sort_by(|a, b| a.path.cmp(&b.path));
    sources
}

/// The paths of a project, to give each file the name it should have.
struct Names<'f> {
    taken: BTreeSet<&'f str>,
    /// Folders and files whose name has been told.
    told: BTreeSet<String>,
}

impl<'f> Names<'f> {
    fn new(paths: impl Iterator<Item = &'f str>) -> Self {
        Self { taken: paths.collect(), told: BTreeSet::new() }
    }

    /// The path under which a file is known. A wrong name is told, and the file read as if it had the right one: no other
    /// message would be true. `None` when another file has that name.
    fn right(&mut self, diagnostics: &mut Diagnostics, path: &str, id: FileId) -> Option<String> {
        let Some(right) = names::of_path(path) else {
            return Some(composed(path).into_owned());
        };
        if self.taken.contains(&*right) {
            return None;
        }
        let (name, meant) = names::difference(path, &right);
        // A folder is told once, whatever it holds.
        let place = if name == path { path } else { path.rsplit_once('/').map_or(path, |p| p.0) };
        if self.told.insert(place.to_owned()) {
            let misnamed = Diagnostic::new(Code::MisnamedFile, Span::whole(id));
            diagnostics.push(misnamed.with("nom", name).with("bon", meant));
        }
        Some(composed(&right).into_owned())
    }
}

/// A lone CR becomes LF, which is as long: Markdown's parser does not take it for a line end.
fn known_line_ends(text: &str) -> String {
    let lines: Vec<String> = text.split("\r\n").map(|part| part.replace('\r', "\n")).collect();
    lines.join("\r\n")
}

/// Why bytes are not a text we read.
#[derive(Clone, Copy)]
enum NotText {
    Utf16,
    Invalid { byte: usize, line: usize },
}

fn decode(bytes: &[u8]) -> Result<&str, NotText> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) || bytes.contains(&0) {
        return Err(NotText::Utf16);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let byte = error.valid_up_to();
        let line = bytes[..byte].split(|b| *b == b'\n').count();
        NotText::Invalid { byte, line }
    })
}

fn explain(refused: &Content, path: &str, at: Span) -> Diagnostic {
    let encoding = |form, byte: usize, line: usize| {
        let wrong = Diagnostic::new(Code::Encoding, at).with("forme", form);
        wrong.with("octet", byte).with("ligne", line)
    };
    match refused {
        Content::NotText(NotText::Utf16) => encoding("utf-16", 0, 1),
        Content::NotText(NotText::Invalid { byte, line }) => encoding("latin-1", *byte, *line),
        Content::TooBig { size, limit } => {
            let big = Diagnostic::new(Code::FileTooBig, at).with("taille", size.div_ceil(1 << 10));
            big.with("limite", limit >> 10)
        }
        Content::BeyondMemory { .. } => {
            let heavy = Diagnostic::new(Code::HeavyAttachments, at).with("total", "");
            heavy.with("limite", AttachedRules::LARGEST_TOTAL)
        }
        Content::Link => Diagnostic::new(Code::SymbolicLink, at),
        Content::Special => Diagnostic::new(Code::SpecialFile, at),
        Content::NotUtf8Name => Diagnostic::new(Code::InvalidName, at)
            .with("nom", path)
            .with("suggestion", "")
            .with("original", ""),
        Content::Misnamed(right) => {
            Diagnostic::new(Code::MisnamedFile, at).with("nom", path).with("bon", right)
        }
        Content::Unexpected | Content::Text(..) | Content::Bytes(..) => {
            Diagnostic::new(Code::UnexpectedFile, at)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Role, role};

    #[test]
    fn every_path_has_a_role() {
        assert_eq!(role("regions/bretagne/amige-2022.yaml"), Role::Text);
        assert_eq!(role("regions/bretagne/documents/carte.pdf"), Role::Attachment);
        assert_eq!(role("regions/bretagne/amige-2022.yml"), Role::Text);
        assert_eq!(role("regions/bretagne/notes.txt"), Role::Unexpected);
        assert_eq!(role("themes/sobre/README.md"), Role::Ignored);
        assert_eq!(role("themes/sobre/static/sobre.css"), Role::Attachment);
        assert_eq!(role("content/README.md"), Role::Ignored);
    }
}
