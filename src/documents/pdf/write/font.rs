//! The typeface of what people type: the letters of Europe's languages, each with its code, for every viewer writes with it.
//!
//! Page text keeps the fonts of the page, of which only the letters in use are in the file. A form needs one that holds
//! every letter that a name may have, under a name of its own: programs refuse to write with what calls itself a part of a font.
//! Arabic and Hebrew are left out: given their letters, viewers write them unjoined and from left to right.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::ops::RangeInclusive;
use std::sync::LazyLock;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::truetype::{self, Glyph};

/// Its name in the resources of the form.
pub const NAME: &str = "Uni";

/// Its name among typefaces.
const FACE: &str = "CanevasFormulaire";

/// What people type, and what they paste from office programs.
const LETTERS: &[RangeInclusive<char>] = &[
    ' '..='~',
    // Latin of Europe, then Romanian, accents that some keyboards write apart, and Vietnamese.
    '\u{a0}'..='\u{17f}',
    '\u{1a0}'..='\u{1a1}',
    '\u{1af}'..='\u{1b0}',
    '\u{218}'..='\u{21b}',
    '\u{300}'..='\u{304}',
    '\u{306}'..='\u{30c}',
    '\u{323}'..='\u{323}',
    '\u{327}'..='\u{328}',
    '\u{1e80}'..='\u{1e85}',
    '\u{1e9e}'..='\u{1e9e}',
    '\u{1ea0}'..='\u{1ef9}',
    // Greek of today, Cyrillic.
    '\u{384}'..='\u{3ce}',
    '\u{400}'..='\u{45f}',
    '\u{490}'..='\u{491}',
    // Spaces, dashes, quotation marks, bullets; euro, number, trade mark; arrows, signs, boxes.
    '\u{2002}'..='\u{200a}',
    '\u{2010}'..='\u{2027}',
    '\u{202f}'..='\u{203a}',
    '\u{20ac}'..='\u{20ac}',
    '\u{2116}'..='\u{2116}',
    '\u{2122}'..='\u{2122}',
    '\u{2190}'..='\u{2194}',
    '\u{21d2}'..='\u{21d2}',
    '\u{2212}'..='\u{2212}',
    '\u{2248}'..='\u{2248}',
    '\u{2260}'..='\u{2265}',
    '\u{25a0}'..='\u{25ab}',
    '\u{25cb}'..='\u{25cf}',
    '\u{2610}'..='\u{2612}',
    '\u{2713}'..='\u{2714}',
];

/// What every form says of its typeface, made once.
struct Typeface {
    program: Stream,
    letters: Stream,
    widths: Vec<Object>,
}

static TYPEFACE: LazyLock<Typeface> = LazyLock::new(|| {
    let letters: BTreeSet<char> = LETTERS.iter().cloned().flatten().collect();
    let made = truetype::keep(dejavu::sans_condensed::regular(), &letters);
    let length = i64::try_from(made.bytes.len()).expect("a small program");
    Typeface {
        letters: packed(Dictionary::new(), codes(&made.glyphs).into_bytes()),
        widths: made.glyphs.iter().map(|glyph| glyph.width.into()).collect(),
        program: packed(dictionary! { "Length1" => length }, made.bytes),
    }
});

fn packed(dictionary: Dictionary, content: Vec<u8>) -> Stream {
    let mut stream = Stream::new(dictionary, content);
    stream.compress().expect("in memory");
    stream
}

/// Adds the font to a document.
pub fn add(document: &mut Document) -> ObjectId {
    let typeface = &*TYPEFACE;
    let program = document.add_object(typeface.program.clone());
    let descriptor = document.add_object(dictionary! {
        "Type" => "FontDescriptor",
        "FontName" => FACE,
        "Flags" => 4,
        // Near the ascent and the descent: some viewers take the space between lines from it.
        "FontBBox" => [-200, -236, 1200, 928].map(Object::from).to_vec(),
        "ItalicAngle" => 0,
        "Ascent" => 928,
        "Descent" => -236,
        "CapHeight" => 729,
        "StemV" => 88,
        "FontFile2" => program,
    });
    let glyphs = document.add_object(dictionary! {
        "Type" => "Font",
        "Subtype" => "CIDFontType2",
        "BaseFont" => FACE,
        "CIDSystemInfo" => dictionary! {
            "Registry" => Object::string_literal("Adobe"),
            "Ordering" => Object::string_literal("Identity"),
            "Supplement" => 0,
        },
        // A code is the number of a glyph: given anything else, some programs write wrong letters.
        "CIDToGIDMap" => "Identity",
        "DW" => 600,
        "W" => vec![0.into(), typeface.widths.clone().into()],
        "FontDescriptor" => descriptor,
    });
    let letters = document.add_object(typeface.letters.clone());
    document.add_object(dictionary! {
        "Type" => "Font",
        "Subtype" => "Type0",
        "BaseFont" => FACE,
        "Encoding" => "Identity-H",
        "DescendantFonts" => vec![glyphs.into()],
        "ToUnicode" => letters,
    })
}

/// Which letter each code is (`ToUnicode`).
fn codes(glyphs: &[Glyph]) -> String {
    let mut map = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
        /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n\
        /CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n\
        1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        .to_owned();
    let numbered = glyphs.iter().enumerate();
    let letters: Vec<(usize, u32)> =
        numbered.filter_map(|(code, glyph)| Some((code, glyph.letter?.into()))).collect();
    // As many at a time as a viewer must take.
    for some in letters.chunks(100) {
        writeln!(map, "{} beginbfchar", some.len()).expect("in memory");
        for (code, letter) in some {
            writeln!(map, "<{code:04X}> <{letter:04X}>").expect("in memory");
        }
        map.push_str("endbfchar\n");
    }
    map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use lopdf::{Dictionary, Document, Object};
    use ttf_parser::Face;

    use super::{LETTERS, add};

    struct Font {
        document: Document,
        font: Dictionary,
    }

    impl Font {
        fn new() -> Self {
            let mut document = Document::new();
            let id = add(&mut document);
            let font = document.get_dictionary(id).expect("a font").clone();
            Self { document, font }
        }

        fn within(&self) -> &Dictionary {
            let list = self.font.get(b"DescendantFonts").and_then(Object::as_array);
            let id = list.expect("a list")[0].as_reference().expect("one");
            self.document.get_dictionary(id).expect("the font within")
        }

        fn stream(&self, of: &Dictionary, key: &[u8]) -> Vec<u8> {
            let id = of.get(key).and_then(Object::as_reference).expect("a stream");
            let stream = self.document.get_object(id).and_then(Object::as_stream);
            stream.expect("one").decompressed_content().expect("it unfolds")
        }

        /// The letter of each code.
        fn letters(&self) -> BTreeMap<u16, char> {
            let map = String::from_utf8(self.stream(&self.font, b"ToUnicode")).expect("text");
            let number = |word: &str| u32::from_str_radix(word.trim_matches(['<', '>']), 16).ok();
            let pair = |line: &str| {
                let (code, letter) = line.split_once(' ')?;
                Some((u16::try_from(number(code)?).ok()?, char::from_u32(number(letter)?)?))
            };
            map.lines().filter_map(pair).filter(|(code, _)| *code > 0).collect()
        }
    }

    #[test]
    fn the_program_says_which_glyph_each_letter_is_as_the_codes_do() {
        let font = Font::new();
        let descriptor = font.within().get(b"FontDescriptor").and_then(Object::as_reference);
        let descriptor = font.document.get_dictionary(descriptor.expect("one")).expect("it");
        let program = font.stream(descriptor, b"FontFile2");
        let length = descriptor.get(b"FontFile2").and_then(Object::as_reference).expect("one");
        let length = font.document.get_object(length).and_then(Object::as_stream).expect("it");
        let length = length.dict.get(b"Length1").and_then(Object::as_i64).expect("its length");
        assert_eq!(usize::try_from(length).ok(), Some(program.len()));
        let face = Face::parse(&program, 0).expect("a program");
        let letters = font.letters();
        for (code, letter) in &letters {
            assert_eq!(face.glyph_index(*letter).map(|glyph| glyph.0), Some(*code), "{letter:?}");
        }
        let wanted: usize = LETTERS.iter().cloned().map(Iterator::count).sum();
        assert!(letters.len() > wanted - 20, "{} of {wanted}", letters.len());
        for letter in "ŁukaszŻółćÎleșțœ€’«»ĞışÇ Ωώ Љубљана Київ Nguyễn – —".chars()
        {
            assert!(letters.values().any(|known| *known == letter), "{letter:?}");
        }
    }

    #[test]
    fn every_code_has_its_width() {
        let font = Font::new();
        let widths = font.within().get(b"W").and_then(Object::as_array).expect("widths");
        assert_eq!(widths[0].as_i64().ok(), Some(0));
        let widths = widths[1].as_array().expect("those from 0");
        for (code, letter) in font.letters() {
            let width = widths.get(usize::from(code)).and_then(|width| width.as_i64().ok());
            let is_accent = ('\u{300}'..='\u{328}').contains(&letter);
            assert!(width.is_some_and(|width| width > 0 || is_accent), "{letter:?}: {width:?}");
        }
    }
}
