//! A TrueType program of some letters of another: a glyph for each, in their order, and without hints.
//!
//! It keeps the map from letters to glyphs, which what sets page text leaves out: viewers write with it. A letter has a glyph
//! of its own even where the whole program shares one, so that a glyph says which letter it is.

use std::collections::{BTreeMap, BTreeSet};

use ttf_parser::{Face, GlyphId, Tag, loca};

/// The program, and what of it a document says again.
pub struct Program {
    pub bytes: Vec<u8>,
    /// By their number; the first stands for letters that are not there.
    pub glyphs: Vec<Glyph>,
}

/// A glyph: a letter, or a part that letters share.
pub struct Glyph {
    pub letter: Option<char>,
    /// In thousandths of the size of type.
    pub width: i64,
    /// In the whole program.
    from: GlyphId,
}

// The flags of a part of a composed glyph (OpenType, `glyf`).
const WORDS: u16 = 1;
const SCALE: u16 = 1 << 3;
const MORE: u16 = 1 << 5;
const TWO_SCALES: u16 = 1 << 6;
const MATRIX: u16 = 1 << 7;
const HINTS: u16 = 1 << 8;

/// Keeps those of `letters` that `whole` draws.
pub fn keep(whole: &[u8], letters: &BTreeSet<char>) -> Program {
    let face = Face::parse(whole, 0).expect("a font of the package");
    let outlines = Outlines::of(&face);
    let glyphs = glyphs(&face, &outlines, letters);
    let ranks = ranks(&glyphs);
    let (drawn, places) = outlines.drawn(&glyphs, &ranks);
    let count = rank(glyphs.len());
    let table = |name: [u8; 4]| table(&face, name).to_vec();
    let mut tables = [
        (b"OS/2", table(*b"OS/2")),
        (b"cmap", map(&glyphs)),
        (b"glyf", drawn),
        // Places are written in four bytes.
        (b"head", over(table(*b"head"), 50, 1)),
        (b"hhea", over(table(*b"hhea"), 34, count)),
        (b"hmtx", metrics(&face, &glyphs)),
        (b"loca", places),
        (b"maxp", over(table(*b"maxp"), 4, count)),
        (b"post", unnamed(&table(*b"post"))),
    ];
    // The sum of the file is reckoned without itself.
    tables[3].1[8..12].fill(0);
    Program { bytes: bound(&tables), glyphs }
}

fn table<'a>(face: &Face<'a>, name: [u8; 4]) -> &'a [u8] {
    face.raw_face().table(Tag::from_bytes(&name)).expect("a table of every TrueType program")
}

/// The letters in their order, then the parts that they are composed of.
fn glyphs(face: &Face<'_>, outlines: &Outlines<'_>, letters: &BTreeSet<char>) -> Vec<Glyph> {
    let size = i64::from(face.units_per_em());
    let glyph = |from, letter| {
        let width = i64::from(face.glyph_hor_advance(from).unwrap_or_default());
        Glyph { letter, from, width: (width * 1000 + size / 2) / size }
    };
    let mut glyphs = vec![glyph(GlyphId(0), None)];
    let of = |letter: &char| Some(glyph(face.glyph_index(*letter)?, Some(*letter)));
    glyphs.extend(letters.iter().filter_map(of));
    let mut known: BTreeSet<GlyphId> = glyphs.iter().map(|glyph| glyph.from).collect();
    let mut at = 0;
    while let Some(next) = glyphs.get(at) {
        let parts = Parts::of(outlines.outline(next.from)).map(|part| part.glyph);
        let new: Vec<GlyphId> = parts.filter(|part| known.insert(*part)).collect();
        glyphs.extend(new.into_iter().map(|part| glyph(part, None)));
        at += 1;
    }
    glyphs
}

/// The new number of each glyph of the whole program.
fn ranks(glyphs: &[Glyph]) -> BTreeMap<GlyphId, u16> {
    let numbered = glyphs.iter().enumerate();
    numbered.rev().map(|(at, glyph)| (glyph.from, rank(at))).collect()
}

fn rank(at: usize) -> u16 {
    u16::try_from(at).expect("fewer glyphs than a program may have")
}

/// The outlines of the whole program.
struct Outlines<'a> {
    places: loca::Table<'a>,
    drawn: &'a [u8],
}

impl<'a> Outlines<'a> {
    fn of(face: &Face<'a>) -> Self {
        let tables = face.tables();
        let (count, format) = (tables.maxp.number_of_glyphs, tables.head.index_to_location_format);
        let places = loca::Table::parse(count, format, table(face, *b"loca")).expect("places");
        Self { places, drawn: table(face, *b"glyf") }
    }

    /// Empty where nothing is drawn.
    fn outline(&self, glyph: GlyphId) -> &'a [u8] {
        self.places.glyph_range(glyph).and_then(|place| self.drawn.get(place)).unwrap_or_default()
    }

    /// The outlines of `glyphs`, one after the other, and where each begins.
    fn drawn(&self, glyphs: &[Glyph], ranks: &BTreeMap<GlyphId, u16>) -> (Vec<u8>, Vec<u8>) {
        let (mut drawn, mut places) = (Vec::new(), Vec::new());
        let place = |drawn: &Vec<u8>| u32::try_from(drawn.len()).expect("a small program");
        for glyph in glyphs {
            places.extend(place(&drawn).to_be_bytes());
            drawn.extend(unhinted(self.outline(glyph.from), ranks));
            drawn.resize(drawn.len().next_multiple_of(4), 0);
        }
        places.extend(place(&drawn).to_be_bytes());
        (drawn, places)
    }
}

/// An outline without its hints, its parts under their new numbers.
fn unhinted(outline: &[u8], ranks: &BTreeMap<GlyphId, u16>) -> Vec<u8> {
    let mut kept = outline.to_vec();
    if outline.is_empty() {
        return kept;
    }
    if let Ok(contours) = usize::try_from(number(outline, 0).cast_signed()) {
        let hints = 10 + 2 * contours;
        kept.drain(hints + 2..hints + 2 + usize::from(number(outline, hints)));
        return over(kept, hints, 0);
    }
    let mut end = 0;
    for part in Parts::of(outline) {
        kept = over(kept, part.at, number(outline, part.at) & !HINTS);
        kept = over(kept, part.at + 2, ranks[&part.glyph]);
        end = part.end;
    }
    kept.truncate(end);
    kept
}

/// A part of a composed glyph, and where it is written.
struct Part {
    glyph: GlyphId,
    at: usize,
    end: usize,
}

/// The parts of an outline; none of a simple one.
struct Parts<'a> {
    outline: &'a [u8],
    next: Option<usize>,
}

impl<'a> Parts<'a> {
    fn of(outline: &'a [u8]) -> Self {
        let is_composed = !outline.is_empty() && number(outline, 0).cast_signed() < 0;
        Self { outline, next: is_composed.then_some(10) }
    }
}

impl Iterator for Parts<'_> {
    type Item = Part;

    fn next(&mut self) -> Option<Part> {
        let at = self.next?;
        let flags = number(self.outline, at);
        let has = |flag| usize::from(flags & flag != 0);
        let scales = 2 * has(SCALE) + 4 * has(TWO_SCALES) + 8 * has(MATRIX);
        let end = at + 6 + 2 * has(WORDS) + scales;
        self.next = (flags & MORE != 0).then_some(end);
        Some(Part { glyph: GlyphId(number(self.outline, at + 2)), at, end })
    }
}

/// Which glyph each letter is (`cmap`, format 4), for Unicode and for Windows alike.
fn map(glyphs: &[Glyph]) -> Vec<u8> {
    let mut runs: Vec<(u16, u16, u16)> = Vec::new();
    for (at, glyph) in glyphs.iter().enumerate() {
        let Some(code) = glyph.letter.and_then(|it| u16::try_from(u32::from(it)).ok()) else {
            continue;
        };
        match runs.last_mut() {
            Some((_, last, _)) if *last + 1 == code => *last = code,
            _ => runs.push((code, code, rank(at).wrapping_sub(code))),
        }
    }
    runs.push((u16::MAX, u16::MAX, 1));
    let count = rank(runs.len());
    let found = count.ilog2();
    let range = 2 << found;
    let mut numbers = vec![0, 2, 0, 3, 0, 20, 3, 1, 0, 20];
    numbers.extend([
        4,
        16 + 8 * count,
        0,
        2 * count,
        range,
        rank(found as usize),
        2 * count - range,
    ]);
    numbers.extend(runs.iter().map(|(_, last, _)| *last));
    numbers.push(0);
    numbers.extend(runs.iter().map(|(first, ..)| *first));
    numbers.extend(runs.iter().map(|(.., delta)| *delta));
    numbers.extend(runs.iter().map(|_| 0));
    numbers.into_iter().flat_map(u16::to_be_bytes).collect()
}

/// The width of each glyph and where it begins (`hmtx`).
fn metrics(face: &Face<'_>, glyphs: &[Glyph]) -> Vec<u8> {
    let of = |glyph: &Glyph| {
        let width = face.glyph_hor_advance(glyph.from).unwrap_or_default();
        let side = face.glyph_hor_side_bearing(glyph.from).unwrap_or_default();
        [width, side.cast_unsigned()]
    };
    glyphs.iter().flat_map(of).flat_map(u16::to_be_bytes).collect()
}

/// `post` without the names of glyphs (version 3).
fn unnamed(post: &[u8]) -> Vec<u8> {
    let mut kept = vec![0, 3, 0, 0];
    kept.extend(&post[4..32]);
    kept
}

fn number(bytes: &[u8], at: usize) -> u16 {
    u16::from_be_bytes([bytes[at], bytes[at + 1]])
}

fn over(mut bytes: Vec<u8>, at: usize, number: u16) -> Vec<u8> {
    bytes[at..at + 2].copy_from_slice(&number.to_be_bytes());
    bytes
}

/// The tables as one file.
fn bound(tables: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let count = rank(tables.len());
    let found = rank(count.ilog2() as usize);
    let range = 16 << found;
    let mut file = vec![0, 1, 0, 0];
    file.extend([count, range, found, 16 * count - range].into_iter().flat_map(u16::to_be_bytes));
    let mut place = file.len() + 16 * tables.len();
    for (name, table) in tables {
        file.extend(*name);
        for number in [sum(table), word(place), word(table.len())] {
            file.extend(number.to_be_bytes());
        }
        place += table.len().next_multiple_of(4);
    }
    let mut head = 0;
    for (name, table) in tables {
        if *name == b"head" {
            head = file.len();
        }
        file.extend(table);
        file.resize(file.len().next_multiple_of(4), 0);
    }
    // What the whole file then adds up to (OpenType, `checksumAdjustment`).
    let missing = 0xB1B0_AFBA_u32.wrapping_sub(sum(&file));
    file[head + 8..head + 12].copy_from_slice(&missing.to_be_bytes());
    file
}

fn word(number: usize) -> u32 {
    u32::try_from(number).expect("a small file")
}

fn sum(bytes: &[u8]) -> u32 {
    let words = bytes.chunks(4).map(|chunk| {
        let mut word = [0; 4];
        word[..chunk.len()].copy_from_slice(chunk);
        u32::from_be_bytes(word)
    });
    words.fold(0, u32::wrapping_add)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use ttf_parser::{Face, GlyphId};

    use super::{HINTS, Outlines, Parts, Program, keep, number};

    fn whole() -> &'static [u8] {
        dejavu::sans_condensed::regular()
    }

    /// A simple outline before its hints, and after them.
    fn around_hints(outline: &[u8]) -> (&[u8], &[u8]) {
        let hints = 10 + 2 * usize::from(number(outline, 0));
        let (before, after) = outline.split_at(hints);
        (before, &after[2 + usize::from(number(after, 0))..])
    }

    /// Whether two glyphs are the same line by line, their hints apart.
    fn same(here: (&Outlines<'_>, GlyphId), there: (&Outlines<'_>, GlyphId)) -> bool {
        let (one, other) = (here.0.outline(here.1), there.0.outline(there.1));
        let parts: Vec<_> = Parts::of(one).zip(Parts::of(other)).collect();
        if one.is_empty() || other.is_empty() {
            return one.is_empty() && other.is_empty();
        }
        if parts.is_empty() {
            let ((before, points), (known, drawn)) = (around_hints(one), around_hints(other));
            let both = points.len().min(drawn.len());
            let filled = points[both..].iter().chain(&drawn[both..]);
            return before == known && points[..both] == drawn[..both] && filled.count() < 4;
        }
        parts.iter().all(|(part, known)| {
            number(one, part.at) == number(other, known.at) & !HINTS
                && one[part.at + 4..part.end] == other[known.at + 4..known.end]
                && same((here.0, part.glyph), (there.0, known.glyph))
        })
    }

    /// The program of `letters`, each of which must draw what it draws in the whole.
    fn check(letters: &BTreeSet<char>) -> Program {
        let program = keep(whole(), letters);
        let face = Face::parse(&program.bytes, 0).expect("a program");
        let from = Face::parse(whole(), 0).expect("another");
        let (outlines, known) = (Outlines::of(&face), Outlines::of(&from));
        assert_eq!(usize::from(face.number_of_glyphs()), program.glyphs.len());
        for letter in letters {
            let (here, there) = (face.glyph_index(*letter), from.glyph_index(*letter));
            assert_eq!(here.is_some(), there.is_some(), "{letter:?}");
            let (Some(here), Some(there)) = (here, there) else { continue };
            assert_eq!(program.glyphs[usize::from(here.0)].letter, Some(*letter));
            assert!(same((&outlines, here), (&known, there)), "{letter:?}");
            assert_eq!(face.glyph_bounding_box(here), from.glyph_bounding_box(there));
            assert_eq!(face.glyph_hor_advance(here), from.glyph_hor_advance(there), "{letter:?}");
            let sides = (face.glyph_hor_side_bearing(here), from.glyph_hor_side_bearing(there));
            assert_eq!(sides.0, sides.1, "{letter:?}");
        }
        program
    }

    #[test]
    fn every_letter_draws_what_it_drew() {
        check(&(' '..='\u{2fff}').collect());
    }

    #[test]
    fn a_composed_letter_brings_its_parts() {
        let program = check(&['é', 'ǻ', 'Ў', ' '].into());
        assert!(program.glyphs.len() > 5);
        assert!(program.glyphs[5..].iter().all(|part| part.letter.is_none()));
        assert!(program.bytes.len() < 4000, "{} bytes", program.bytes.len());
    }

    #[test]
    fn letters_that_share_a_glyph_have_each_their_own() {
        let program = check(&[' ', '\u{a0}', '-', '\u{2010}'].into());
        let letters: Vec<char> = program.glyphs.iter().filter_map(|glyph| glyph.letter).collect();
        assert_eq!(letters, [' ', '-', '\u{a0}', '\u{2010}']);
    }

    #[test]
    fn a_letter_that_is_not_there_is_left_out() {
        let program = check(&['a', '漢', '🎉'].into());
        assert!(program.glyphs.iter().all(|glyph| glyph.letter.is_none_or(|it| it == 'a')));
    }
}
