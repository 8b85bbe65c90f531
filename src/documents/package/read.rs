//! Zip packages, the envelope of Word and `OpenDocument` files, opened as if each were made to harm.

use std::borrow::Cow;
use std::io::{Cursor, Read};

use zip::{CompressionMethod, ZipArchive};

use crate::answers::claim::Claim;
use crate::answers::code::RefusalCode;
use crate::answers::said::Refusal;
use crate::documents::names::Property;
use crate::documents::xml::read::{Node, Tree};

/// A filled dossier has some twenty parts; with pictures, a hundred.
const MOST_PARTS: usize = 1000;
/// All parts together, as the directory announces them: pictures count, although nobody unpacks them.
const LARGEST_TOTAL: u64 = 256 << 20;
/// The text of the fullest dossier is under 5 MB.
const LARGEST_PART: u64 = 32 << 20;
/// Where it starts to matter, XML is packed 10 to 40 times smaller; the bombs, 1000 times.
const STEEPEST: u64 = 250;
const SMALL: u64 = 1 << 20;

/// A package that no office suite would refuse.
pub struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// The most bytes that a part may unpack to.
    largest: u64,
}

impl<'a> Archive<'a> {
    /// Opens a package, after a look at all that it holds.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        Self::open_within(bytes, LARGEST_PART)
    }

    /// The same, of a workbook that examiners keep: a part may be as large as all together.
    pub fn open_large(bytes: &'a [u8]) -> Result<Self, Refusal> {
        Self::open_within(bytes, LARGEST_TOTAL)
    }

    fn open_within(bytes: &'a [u8], largest: u64) -> Result<Self, Refusal> {
        let broken = |_| Refusal::new(RefusalCode::BrokenArchive);
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
        judge(&mut zip)?;
        Ok(Self { zip, largest })
    }

    /// Whether it has a part of that name.
    pub fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// The names of its parts.
    pub fn names(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.zip.file_names().filter_map(Result::ok)
    }

    /// The text of a part, if the package has it. What the directory says of its size is not believed.
    pub fn part(&mut self, name: &str) -> Result<Option<String>, Refusal> {
        let Some(bytes) = self.bytes(name)? else { return Ok(None) };
        String::from_utf8(bytes).map(Some).map_err(|_| Refusal::new(RefusalCode::BrokenXml))
    }

    /// The bytes of a part, if the package has it.
    pub fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let Some(rank) = self.zip.index_for_name(name) else { return Ok(None) };
        let part = self.zip.by_index(rank).map_err(|_| Refusal::new(RefusalCode::BrokenArchive))?;
        let packed = part.compressed_size().max(1);
        let mut bytes = Vec::new();
        let read = part.take(self.largest + 1).read_to_end(&mut bytes);
        let size = bytes.len() as u64;
        if size > self.largest {
            return Err(Refusal::new(RefusalCode::HarmfulArchive).with("raison", "taille"));
        }
        if size > SMALL && size / packed > STEEPEST {
            return Err(Refusal::new(RefusalCode::HarmfulArchive).with("raison", "taux"));
        }
        read.map_err(|_| Refusal::new(RefusalCode::BrokenArchive))?;
        Ok(Some(bytes))
    }

    /// Which dossier the file says it is, by the custom properties of a part: elements `property` that a `name` tells
    /// apart.
    pub fn claim(&mut self, part: &str, property: &str, name: &str) -> Result<Claim, Refusal> {
        let properties = self.part(part)?.filter(|properties| !properties.is_empty());
        let tree = properties.as_deref().map(Tree::new).transpose()?;
        Ok(tree.map(|tree| claim(&tree, property, name)).unwrap_or_default())
    }
}

/// Which dossier a file says it is, by the elements `property` of a part, that a `name` tells apart.
pub fn claim(tree: &Tree<'_>, property: &str, name: &str) -> Claim {
    let mut claim = Claim::default();
    for rank in tree.all(property) {
        let named = tree.attribute(rank, name).unwrap_or_default();
        let known = Property::ALL.into_iter().find(|known| known.name() == named);
        if let Some(known) = known {
            let value: String = tree.inside(rank).filter_map(Node::text).collect();
            known.learn(&mut claim, &value);
        }
    }
    claim
}

/// Refuses what no office suite would write, before anything is unpacked.
fn judge(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<(), Refusal> {
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

#[cfg(test)]
mod tests {
    use super::{Archive, LARGEST_PART};
    use crate::documents::package::write::Package;

    #[test]
    fn a_workbook_of_thousands_of_dossiers_has_parts_that_no_dossier_has() {
        let part = " ".repeat(usize::try_from(LARGEST_PART).expect("a size") + 1);
        let bytes = Package::open_document(&part).finish();
        let read = |archive: Archive<'_>| { archive }.bytes("mimetype");
        let dossier = Archive::open(&bytes).and_then(read).expect_err("no dossier");
        assert_eq!(dossier.code.name(), "archive-piegee");
        let workbook = Archive::open_large(&bytes).and_then(read).expect("a workbook");
        assert_eq!(workbook.map(|part| part.len()), Some(part.len()));
    }
}
