//! Zip packages, the envelope of Word and `OpenDocument` files, opened as if each were made to harm.

use std::io::{Cursor, Read};

use zip::{CompressionMethod, ZipArchive};

use super::code::RefusalCode;
use super::opened::{Claim, Format, Opened};
use super::said::Refusal;
use super::xml::{Node, Tree};

/// A filled dossier has some twenty parts; with pictures, a hundred.
const MOST_PARTS: usize = 1000;
/// All parts together, as the directory announces them: pictures count, although nobody unpacks them.
const LARGEST_TOTAL: u64 = 256 << 20;
/// The text of the fullest dossier is under 5 MB.
const LARGEST_PART: u64 = 32 << 20;
/// Where it starts to matter, XML is packed 10 to 40 times smaller; the bombs, 1000 times.
const STEEPEST: u64 = 250;
const SMALL: u64 = 1 << 20;

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Recognises what a package holds.
pub fn open(bytes: &[u8]) -> Result<Opened, Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))
        .map_err(|_| Refusal::new(RefusalCode::BrokenArchive))?;
    judge(&mut archive)?;
    if archive.index_for_name("word/document.xml").is_some() {
        return open_docx(&mut archive);
    }
    match part(&mut archive, "mimetype")?.as_deref().map(str::trim) {
        Some("application/vnd.oasis.opendocument.text") => open_odt(&mut archive),
        Some("application/vnd.oasis.opendocument.spreadsheet") => {
            Err(Refusal::new(RefusalCode::Workbook))
        }
        _ if archive.index_for_name("xl/workbook.xml").is_some() => {
            Err(Refusal::new(RefusalCode::Workbook))
        }
        _ => Err(Refusal::new(RefusalCode::UnknownFormat)),
    }
}

/// Refuses what no office suite would write, before anything is unpacked.
fn judge(archive: &mut Archive<'_>) -> Result<(), Refusal> {
    let trap = |why| Err(Refusal::new(RefusalCode::HarmfulArchive).with("raison", why));
    if archive.len() > MOST_PARTS {
        return trap("parties");
    }
    if archive.has_duplicate_names() {
        return trap("doublon");
    }
    let mut total = 0_u64;
    for rank in 0..archive.len() {
        let part =
            archive.by_index_raw(rank).map_err(|_| Refusal::new(RefusalCode::BrokenArchive))?;
        let name =
            part.name().map_err(|_| Refusal::new(RefusalCode::BrokenArchive))?.to_lowercase();
        if part.encrypted() {
            return Err(Refusal::new(RefusalCode::Encrypted));
        }
        let climbs = part.enclosed_name().is_none() || name.starts_with('/');
        if climbs || name.contains(['\\', ':']) || part.is_symlink() {
            return trap("nom");
        }
        if holds_macros(&name) {
            return Err(Refusal::new(RefusalCode::Macros));
        }
        if !matches!(part.compression(), CompressionMethod::Stored | CompressionMethod::Deflated) {
            return trap("methode");
        }
        total = total.saturating_add(part.size());
        if part.size() > SMALL && part.size() / part.compressed_size().max(1) > STEEPEST {
            return trap("taux");
        }
    }
    if total > LARGEST_TOTAL { trap("taille") } else { Ok(()) }
}

fn holds_macros(name: &str) -> bool {
    let of_word = ["vbaproject.bin", "vbadata.xml", "vbaprojectsignature.bin"];
    of_word.iter().any(|end| name.ends_with(end))
        || ["basic/", "scripts/", "dialogs/"].iter().any(|folder| name.starts_with(folder))
}

/// The text of a part, if the package has it. What the directory says of its size is not believed.
fn part(archive: &mut Archive<'_>, name: &str) -> Result<Option<String>, Refusal> {
    let Some(rank) = archive.index_for_name(name) else { return Ok(None) };
    let part = archive.by_index(rank).map_err(|_| Refusal::new(RefusalCode::BrokenArchive))?;
    let packed = part.compressed_size().max(1);
    let mut bytes = Vec::new();
    let read = part.take(LARGEST_PART + 1).read_to_end(&mut bytes);
    let size = bytes.len() as u64;
    if size > LARGEST_PART {
        return Err(Refusal::new(RefusalCode::HarmfulArchive).with("raison", "taille"));
    }
    if size > SMALL && size / packed > STEEPEST {
        return Err(Refusal::new(RefusalCode::HarmfulArchive).with("raison", "taux"));
    }
    read.map_err(|_| Refusal::new(RefusalCode::BrokenArchive))?;
    String::from_utf8(bytes).map(Some).map_err(|_| Refusal::new(RefusalCode::BrokenXml))
}

fn open_docx(archive: &mut Archive<'_>) -> Result<Opened, Refusal> {
    let types = part(archive, "[Content_Types].xml")?.unwrap_or_default();
    if types.contains("macroEnabled") {
        return Err(Refusal::new(RefusalCode::Macros));
    }
    let claim = match part(archive, "docProps/custom.xml")? {
        Some(properties) => claim(&properties, "property", "name")?,
        None => Claim::default(),
    };
    let document = part(archive, "word/document.xml")?.unwrap_or_default();
    Ok(Opened { claim, format: Format::Docx(document) })
}

fn open_odt(archive: &mut Archive<'_>) -> Result<Opened, Refusal> {
    let manifest = part(archive, "META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains(":encryption-data") {
        return Err(Refusal::new(RefusalCode::Encrypted));
    }
    let claim = match part(archive, "meta.xml")? {
        Some(properties) => claim(&properties, "meta:user-defined", "meta:name")?,
        None => Claim::default(),
    };
    let content =
        part(archive, "content.xml")?.ok_or_else(|| Refusal::new(RefusalCode::BrokenArchive))?;
    Ok(Opened { claim, format: Format::Odt(content) })
}

/// What the custom properties say: elements `property` that a `name` tells apart.
fn claim(properties: &str, property: &str, name: &str) -> Result<Claim, Refusal> {
    let tree = Tree::new(properties)?;
    let mut claim = Claim::default();
    for rank in tree.all(property) {
        let value: String = tree.inside(rank).filter_map(Node::text).collect();
        claim.learn(&tree.attribute(rank, name).unwrap_or_default(), &value);
    }
    Ok(claim)
}
