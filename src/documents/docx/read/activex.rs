//! Boxes that are small programs of their own (`ActiveX`): `LibreOffice` makes them of the boxes of an `OpenDocument` form.
//!
//! The state of one is a text, "0" or "1", in a binary part ([MS-OFORMS] 2.2.5 `MorphDataControl`, in a compound file,
//! where so small a stream is at a multiple of 64 bytes).

use std::collections::BTreeMap;

use crate::answers::said::Refusal;
use crate::documents::package::read::Archive;
use crate::documents::xml::read::Tree;

const RELATIONS: &str = "word/_rels/document.xml.rels";
/// No dossier has so many boxes.
const MOST: usize = 500;
/// Where small streams begin in a compound file.
const STEP: usize = 64;

/// Whether each is ticked, by the name of its relation.
pub type Boxes = BTreeMap<String, bool>;

/// The boxes of a file, whose text is `document`.
pub fn boxes(archive: &mut Archive<'_>, document: &str) -> Result<Boxes, Refusal> {
    let mut boxes = Boxes::new();
    if !document.contains(":control ") {
        return Ok(boxes);
    }
    let relations = archive.part(RELATIONS)?.unwrap_or_default();
    let tree = Tree::new(&relations)?;
    for relation in tree.all("Relationship") {
        let target = tree.attribute(relation, "Target").unwrap_or_default();
        let (Some(id), Some(target)) =
            (tree.attribute(relation, "Id"), target.strip_suffix(".xml"))
        else {
            continue;
        };
        if !target.contains("activeX/") || boxes.len() >= MOST {
            continue;
        }
        let target = target.trim_start_matches("/word/");
        if let Some(bytes) = archive.bytes(&format!("word/{target}.bin"))? {
            boxes.extend(state(&bytes).map(|state| (id, state)));
        }
    }
    tree.finish()?;
    Ok(boxes)
}

/// Whether a box is ticked, where its properties are found.
fn state(bytes: &[u8]) -> Option<bool> {
    (0..bytes.len()).step_by(STEP).find_map(|at| value(&bytes[at..]))
}

/// The properties that come before the value, by the bit that says that they are there: their sizes in bytes.
const BEFORE: [(u32, usize); 20] = [
    (0, 4),
    (1, 4),
    (2, 4),
    (3, 4),
    (4, 1),
    (5, 1),
    (6, 1),
    (7, 1),
    (9, 2),
    (10, 4),
    (11, 2),
    (12, 2),
    (13, 2),
    (14, 2),
    (15, 2),
    (16, 1),
    (17, 1),
    (18, 1),
    (20, 1),
    (21, 1),
];
/// Those that come after it.
const AFTER: [(u32, usize); 7] = [(23, 4), (24, 4), (25, 4), (26, 4), (27, 2), (28, 2), (29, 2)];
const SIZE: u32 = 8;
const VALUE: u32 = 22;
const GROUP: u32 = 32;

/// The value of a control whose properties begin here.
fn value(bytes: &[u8]) -> Option<bool> {
    let is_first = bytes.starts_with(&[0, 2]);
    let mask = u64::from_le_bytes(bytes.get(4..12)?.try_into().ok()?);
    let has = |bit: u32| mask >> bit & 1 == 1;
    if !is_first || !has(VALUE) {
        return None;
    }
    let over = |at: usize, size: usize| at.next_multiple_of(size) + size;
    let sizes = |sizes: &'static [(u32, usize)]| {
        sizes.iter().filter(|(bit, _)| has(*bit)).map(|(_, size)| *size)
    };
    // From the mask on, each property is at a multiple of its size.
    let properties = bytes.get(4..)?;
    let at = sizes(&BEFORE).fold(8, over).next_multiple_of(4);
    let count = properties.get(at..at + 4)?;
    let mut at = sizes(&AFTER).fold(at + 4, over);
    if has(GROUP) {
        at = over(at, 4);
    }
    at = at.next_multiple_of(4);
    if has(SIZE) {
        at += 8;
    }
    // One byte a letter, or two.
    let length = u32::from_le_bytes(count.try_into().ok()?) & 0x7fff_ffff;
    let first = properties.get(at)?;
    (1..=2).contains(&length).then_some(*first == b'1')
}

#[cfg(test)]
mod tests {
    use super::state;

    /// What `LibreOffice` 7.4 writes, after as many bytes.
    fn check(before: usize, value: u8, expected: Option<bool>) {
        let mut bytes = vec![0xff; before];
        bytes.extend([0, 2, 0x28, 0, 0x45, 1, 0xc0, 0x80, 0, 0, 0, 0, 0x1b, 8, 0, 0x2c]);
        bytes.extend([0, 0, 0, 0, 4, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0]);
        bytes.extend([0xa4, 1, 0, 0, 0xa4, 1, 0, 0, value, 0, 0, 0]);
        assert_eq!(state(&bytes), expected);
    }

    #[test]
    fn a_box_says_its_state() {
        check(64, b'1', Some(true));
        check(128, b'0', Some(false));
        check(0, b'2', Some(false));
        check(1, b'1', None);
    }

    #[test]
    fn what_is_cut_says_nothing() {
        let whole = [0, 2, 0x28, 0, 0x45, 1, 0xc0, 0x80, 0, 0, 0, 0, 0x1b, 8, 0, 0x2c];
        for end in 0..whole.len() {
            assert_eq!(state(&whole[..end]), None);
        }
    }
}
