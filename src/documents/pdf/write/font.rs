//! The typeface of what people type: a simple font, whole, for every viewer writes with it.
//!
//! Page text keeps the fonts of the page, of which only the letters in use are in the file. A form needs one that holds
//! every letter of its encoding (Windows' Latin, with œ and €). Foxit Sans does, in 15 kB; its widths are Helvetica's.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use ttf_parser::cff::Table;

/// Its name in the resources of the form.
pub const NAME: &str = "Helv";

/// The first code of the encoding that has a letter.
const FIRST: u8 = 32;

/// The names of the letters from 128 to 159, then from 160 to 255, as Adobe lists them; `bullet` where the encoding has none.
const UPPER: &str = "Euro bullet quotesinglbase florin quotedblbase ellipsis dagger daggerdbl circumflex perthousand \
    Scaron guilsinglleft OE bullet Zcaron bullet bullet quoteleft quoteright quotedblleft quotedblright bullet endash \
    emdash tilde trademark scaron guilsinglright oe bullet zcaron Ydieresis \
    space exclamdown cent sterling currency yen brokenbar section dieresis copyright ordfeminine guillemotleft \
    logicalnot hyphen registered macron degree plusminus twosuperior threesuperior acute mu paragraph periodcentered \
    cedilla onesuperior ordmasculine guillemotright onequarter onehalf threequarters questiondown Agrave Aacute \
    Acircumflex Atilde Adieresis Aring AE Ccedilla Egrave Eacute Ecircumflex Edieresis Igrave Iacute Icircumflex \
    Idieresis Eth Ntilde Ograve Oacute Ocircumflex Otilde Odieresis multiply Oslash Ugrave Uacute Ucircumflex \
    Udieresis Yacute Thorn germandbls agrave aacute acircumflex atilde adieresis aring ae ccedilla egrave eacute \
    ecircumflex edieresis igrave iacute icircumflex idieresis eth ntilde ograve oacute ocircumflex otilde odieresis \
    divide oslash ugrave uacute ucircumflex udieresis yacute thorn ydieresis";

/// The same for the letters from 32 to 127.
const LOWER: &str = "space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright asterisk \
    plus comma hyphen period slash zero one two three four five six seven eight nine colon semicolon less equal \
    greater question at A B C D E F G H I J K L M N O P Q R S T U V W X Y Z bracketleft backslash bracketright \
    asciicircum underscore grave a b c d e f g h i j k l m n o p q r s t u v w x y z braceleft bar braceright \
    asciitilde bullet";

/// Adds the font to a document.
pub fn add(document: &mut Document) -> ObjectId {
    let program = typst_assets::pdf::SANS;
    let face = Table::parse(program).expect("a font of the package");
    let mut stream = Stream::new(dictionary! { "Subtype" => "Type1C" }, program.to_vec());
    stream.compress().expect("in memory");
    let file = document.add_object(stream);
    let name = "CNVSFX+ChromSansOTF";
    let descriptor = document.add_object(dictionary! {
        "Type" => "FontDescriptor",
        "FontName" => name,
        "Flags" => 32,
        "FontBBox" => vec![(-166).into(), (-225).into(), 1000.into(), 945.into()],
        "ItalicAngle" => 0,
        "Ascent" => 718,
        "Descent" => -207,
        "CapHeight" => 718,
        "StemV" => 88,
        "FontFile3" => file,
    });
    document.add_object(font(name, &face, descriptor))
}

fn font(name: &str, face: &Table<'_>, descriptor: ObjectId) -> Dictionary {
    let width = |letter: &str| -> Object {
        let glyph = face.glyph_index_by_name(letter).expect("a letter of the font");
        i64::from(face.glyph_width(glyph).expect("every letter has a width")).into()
    };
    let letters = LOWER.split_ascii_whitespace().chain(UPPER.split_ascii_whitespace());
    dictionary! {
        "Type" => "Font",
        "Subtype" => "Type1",
        "BaseFont" => name,
        "Encoding" => "WinAnsiEncoding",
        "FirstChar" => i64::from(FIRST),
        "LastChar" => 255,
        "Widths" => letters.map(width).collect::<Vec<_>>(),
        "FontDescriptor" => descriptor,
    }
}

#[cfg(test)]
mod tests {
    use super::{FIRST, LOWER, UPPER};

    #[test]
    fn every_code_has_its_letter() {
        let count = |names: &str| names.split_ascii_whitespace().count();
        assert_eq!(count(LOWER), 128 - usize::from(FIRST));
        assert_eq!(count(UPPER), 128);
    }
}
