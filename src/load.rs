//! The only reader of the disk: a project's folder becomes [`Sources`], all in memory.
//!
//! Encoding, size and symbolic links are judged here, since nothing below sees the disk. The built-in theme
//! is laid under the project's own files, so that a file of the same path wins.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result};
use camino::{Utf8Path, Utf8PathBuf};
use include_dir::{Dir, include_dir};
use rayon::prelude::*;
use walkdir::WalkDir;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Failure};
use crate::model::project::Project;
use crate::model::source::{Attachment, FileId, SourceFile, Sources, Span};
use crate::model::theme::BUILT_IN;

static BUILT_IN_FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/sobre");

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
struct Found {
    path: String,
    role: Role,
    content: Content,
}

enum Content {
    Bytes(Arc<[u8]>),
    TooBig { size: u64, limit: u64 },
    Link,
    NotUtf8Name,
}

/// Reads a project. Fails when the folder is not a project or the disk refuses.
pub fn sources(diagnostics: &mut Diagnostics, project: &Project) -> Result<Sources> {
    let root = &project.root;
    if !root.join("canevas.yaml").is_file() {
        return Err(Failure::new("projet-absent").with("dossier", root).into());
    }
    let mut paths = vec![root.join("canevas.yaml").into_std_path_buf()];
    for folder in ["content", "regions", "themes"] {
        let top = root.join(folder);
        if top.is_symlink() {
            paths.push(top.into_std_path_buf());
        } else if top.exists() {
            for entry in WalkDir::new(&top)
                .into_iter()
                .filter_entry(|e| !is_hidden(e.file_name().as_encoded_bytes()))
            {
                let entry = entry.with_context(|| format!("lecture de {top}"))?;
                if !entry.file_type().is_dir() {
                    paths.push(entry.into_path());
                }
            }
        }
    }
    let found: Result<Vec<Option<Found>>> = paths.par_iter().map(|path| read(root, path)).collect();
    let mut by_path: BTreeMap<String, Found> =
        built_in_files().map(|found| (found.path.clone(), found)).collect();
    by_path.extend(found?.into_iter().flatten().map(|found| (found.path.clone(), found)));
    Ok(sort(diagnostics, by_path))
}

/// Editors' temporary files, version control, and whatever else begins with a dot.
fn is_hidden(name: &[u8]) -> bool {
    let suffixes: [&[u8]; 4] = [b"~", b".swp", b".tmp", b"#"];
    name.starts_with(b".") || suffixes.iter().any(|suffix| name.ends_with(suffix))
}

fn read(root: &Utf8Path, path: &Path) -> Result<Option<Found>> {
    let inside = path.strip_prefix(root).unwrap_or(path);
    let lossy = inside.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
    let role = role(&lossy);
    let found = |content| Ok(Some(Found { path: lossy.clone(), role, content }));
    if role == Role::Ignored {
        return Ok(None);
    }
    if Utf8PathBuf::from_path_buf(inside.to_path_buf()).is_err() {
        return found(Content::NotUtf8Name);
    }
    let metadata = path.symlink_metadata().with_context(|| format!("lecture de {lossy}"))?;
    if metadata.is_symlink() {
        return found(Content::Link);
    }
    let limit = if role == Role::Attachment { LARGEST_ATTACHMENT } else { LARGEST_TEXT };
    if metadata.len() > limit {
        return found(Content::TooBig { size: metadata.len(), limit });
    }
    if role == Role::Unexpected {
        return found(Content::Bytes(Arc::default()));
    }
    let bytes = std::fs::read(path).with_context(|| format!("lecture de {lossy}"))?;
    found(Content::Bytes(bytes.into()))
}

fn role(path: &str) -> Role {
    let parts: Vec<&str> = path.split('/').collect();
    let name = parts.last().copied().unwrap_or_default();
    let yaml_or_text = has_extension(name, &["yaml", "md"]);
    match parts[..] {
        ["content" | "regions", _, "documents", _] | ["themes", _, "static", ..] => {
            Role::Attachment
        }
        ["canevas.yaml"] | ["themes", _, "templates", ..] => Role::Text,
        ["themes", _, "strings", _] if has_extension(name, &["ftl"]) => Role::Text,
        ["themes", ..] | [.., "README.md"] => Role::Ignored,
        ["content" | "regions", ..] if yaml_or_text => Role::Text,
        _ => Role::Unexpected,
    }
}

fn has_extension(name: &str, extensions: &[&str]) -> bool {
    name.rsplit_once('.').is_some_and(|(_, extension)| extensions.contains(&extension))
}

fn built_in_files() -> impl Iterator<Item = Found> {
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
        let content = Content::Bytes(file.contents().into());
        (role != Role::Ignored).then_some(Found { path, role, content })
    })
}

fn sort(diagnostics: &mut Diagnostics, by_path: BTreeMap<String, Found>) -> Sources {
    let mut sources = Sources::default();
    for (rank, found) in by_path.into_values().enumerate() {
        let id = FileId(u32::try_from(rank).unwrap_or(u32::MAX));
        let whole = Span::whole(id);
        match (found.content, found.role) {
            (Content::Bytes(bytes), Role::Attachment) => {
                sources.attachments.push(Attachment { id, path: found.path, bytes });
            }
            (Content::Bytes(bytes), Role::Text) => {
                let (text, readable) = match decode(&bytes) {
                    Ok(text) => (Arc::from(known_line_ends(text)), true),
                    Err(error) => {
                        diagnostics.push(explain(&error, whole));
                        (Arc::from(""), false)
                    }
                };
                sources.files.push(SourceFile { id, path: found.path, text, readable });
            }
            (content, _) => {
                let diagnostic = match content {
                    Content::TooBig { size, limit } => Diagnostic::new(Code::FileTooBig, whole)
                        .with("taille", size >> 10)
                        .with("limite", limit >> 10),
                    Content::Link => Diagnostic::new(Code::SymbolicLink, whole),
                    Content::NotUtf8Name => Diagnostic::new(Code::InvalidName, whole)
                        .with("nom", &found.path)
                        .with("suggestion", ""),
                    Content::Bytes(_) => Diagnostic::new(Code::UnexpectedFile, whole),
                };
                diagnostics.push(diagnostic);
                let (path, text) = (found.path, Arc::from(""));
                if found.role == Role::Attachment {
                    sources.attachments.push(Attachment { id, path, bytes: Arc::default() });
                } else {
                    sources.files.push(SourceFile { id, path, text, readable: false });
                }
            }
        }
    }
    sources
}

/// A lone CR becomes LF, which is as long: Markdown's parser does not take it for a line end.
fn known_line_ends(text: &str) -> String {
    let lines: Vec<String> = text.split("\r\n").map(|part| part.replace('\r', "\n")).collect();
    lines.join("\r\n")
}

/// Why bytes are not a text we read.
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

fn explain(error: &NotText, at: Span) -> Diagnostic {
    let diagnostic = Diagnostic::new(Code::Encoding, at);
    match error {
        NotText::Utf16 => diagnostic.with("forme", "utf-16").with("octet", 0).with("ligne", 1),
        NotText::Invalid { byte, line } => {
            diagnostic.with("forme", "latin-1").with("octet", *byte).with("ligne", *line)
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
        assert_eq!(role("regions/bretagne/amige-2022.yml"), Role::Unexpected);
        assert_eq!(role("themes/sobre/README.md"), Role::Ignored);
        assert_eq!(role("themes/sobre/static/sobre.css"), Role::Attachment);
        assert_eq!(role("content/README.md"), Role::Ignored);
    }
}
