//! A picture for shared links: what its template reads, and its pixels as a PNG file.
//!
//! A text on plain grounds has few colours: a palette holds them, and the file is a fifth of what it would be.

use std::collections::BTreeMap;

use png::{BitDepth, ColorType, Compression, Encoder};
use serde::Serialize;

use super::world::{Raster, TypesetError};
use crate::model::told::picture::Picture;

/// What the template reads.
#[derive(Serialize)]
pub struct Drawn<'a> {
    lang: &'a str,
    right_to_left: bool,
    site: &'a str,
    title: &'a str,
    subtitle: &'a str,
    facts: Vec<DrawnFact<'a>>,
    service: &'a str,
}

#[derive(Serialize)]
struct DrawnFact<'a> {
    label: &'a str,
    value: &'a str,
    note: &'a str,
}

impl<'a> Drawn<'a> {
    /// The words alone.
    pub fn new(told: &'a Picture) -> Self {
        let facts = told.facts.iter().map(|fact| DrawnFact {
            label: &fact.label,
            value: &fact.value,
            note: &fact.note,
        });
        Self {
            lang: told.lang.primary(),
            right_to_left: told.right_to_left,
            site: &told.site,
            title: &told.title,
            subtitle: &told.subtitle,
            facts: facts.collect(),
            service: &told.service,
        }
    }
}

/// How many colours a palette holds.
const MOST_COLOURS: usize = 256;

type Colour = [u8; 3];

/// The file.
pub fn file(raster: &Raster) -> Result<Vec<u8>, TypesetError> {
    let colours: Vec<Colour> =
        raster.pixels.chunks_exact(4).map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    let (palette, indexes) = indexed(&colours);
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, raster.width, raster.height);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Balanced);
    // Rows of indexes have no slope that a filter could take away.
    encoder.set_filter(png::Filter::NoFilter);
    encoder.set_palette(palette.concat());
    let mut writer = encoder.write_header().map_err(TypesetError::new)?;
    writer.write_image_data(&indexes).map_err(TypesetError::new)?;
    writer.finish().map_err(TypesetError::new)?;
    Ok(bytes)
}

/// The most frequent colours, and for each pixel the nearest of them.
fn indexed(pixels: &[Colour]) -> (Vec<Colour>, Vec<u8>) {
    let mut counts: BTreeMap<Colour, usize> = BTreeMap::new();
    for run in pixels.chunk_by(|a, b| a == b) {
        *counts.entry(run[0]).or_default() += run.len();
    }
    let mut palette: Vec<Colour> = counts.keys().copied().collect();
    palette.sort_by_key(|colour| (std::cmp::Reverse(counts[colour]), *colour));
    palette.truncate(MOST_COLOURS);
    let ranks: BTreeMap<Colour, u8> =
        counts.keys().map(|colour| (*colour, nearest(&palette, *colour))).collect();
    let runs = pixels.chunk_by(|a, b| a == b);
    let indexes = runs.flat_map(|run| std::iter::repeat_n(ranks[&run[0]], run.len()));
    (palette, indexes.collect())
}

fn nearest(palette: &[Colour], to: Colour) -> u8 {
    let distance = |colour: &Colour| -> u32 {
        colour.iter().zip(to).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
    };
    let ranks = 0..=u8::MAX;
    let nearest = ranks.zip(palette).min_by_key(|(_, colour)| distance(colour));
    nearest.map_or(0, |(rank, _)| rank)
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::indexed;
    use crate::documents::pdf::draw;
    use crate::model::document::SharedPicture;
    use crate::model::id::Lang;
    use crate::model::told::picture::{Fact, Picture};

    fn sample(lang: &str, words: impl Fn(&str) -> String) -> Picture {
        let lang = Lang::new(lang).expect("a tag");
        Picture {
            right_to_left: lang.is_right_to_left(),
            lang,
            site: words("Appels à projets"),
            title: words("AMIGE 2022"),
            subtitle: words("en Bretagne"),
            facts: vec![
                Fact {
                    label: words("Date limite de dépôt"),
                    value: words("lundi 17 janvier 2022"),
                    note: words("23 h 59, heure de Paris"),
                },
                Fact { label: words("Aide"), value: words("60 000 €"), note: String::new() },
            ],
            service: words("DREETS Bretagne"),
            alternative: String::new(),
        }
    }

    /// Its size, and its pixels as colours.
    fn seen(bytes: &[u8]) -> (u32, u32, Vec<[u8; 3]>) {
        let mut decoder = png::Decoder::new(Cursor::new(bytes));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info().expect("a PNG file");
        let mut pixels = vec![0; reader.output_buffer_size().expect("a size")];
        let info = reader.next_frame(&mut pixels).expect("pixels");
        let colours = pixels.chunks_exact(3).map(|pixel| [pixel[0], pixel[1], pixel[2]]);
        (info.width, info.height, colours.collect())
    }

    #[test]
    fn a_picture_is_as_large_as_pages_say_and_light() {
        let bytes = draw(&sample("fr", str::to_owned)).expect("a picture");
        let (width, height, pixels) = seen(&bytes);
        assert_eq!((width, height), (SharedPicture::WIDTH, SharedPicture::HEIGHT));
        assert!(bytes.len() < 40_000, "{} bytes", bytes.len());
        let accent = pixels.iter().filter(|pixel| **pixel == [0x0b, 0x5c, 0x4a]).count();
        assert!(accent > 1200 * 18, "{accent} pixels of the colour of the site");
        assert_eq!(bytes, draw(&sample("fr", str::to_owned)).expect("the same"));
    }

    #[test]
    fn a_picture_is_mirrored_where_the_language_runs_from_right_to_left() {
        let mark = |lang: &str| {
            let bytes = draw(&sample(lang, str::to_owned)).expect("a picture");
            let (width, _, pixels) = seen(&bytes);
            let row = &pixels[62 * width as usize..63 * width as usize];
            row.iter().position(|pixel| *pixel == [0x8f, 0x99, 0x92]).expect("the mark")
        };
        assert!(mark("fr") < 200);
        assert!(mark("ar") > 1000);
    }

    #[test]
    fn no_text_can_spoil_a_picture() {
        let hostile = |_: &str| {
            "漢字 🎉 \u{7}\u{202e} #panic() $x$ */ <a> \"\\ MMMMMMMMMMMMMMMMMMMMMMMMMMMMMM"
                .repeat(20)
        };
        let (width, height, _) = seen(&draw(&sample("fr", hostile)).expect("a picture"));
        assert_eq!((width, height), (SharedPicture::WIDTH, SharedPicture::HEIGHT));
        draw(&sample("fr", |_| String::new())).expect("a picture of nothing");
    }

    #[test]
    fn a_palette_keeps_the_most_frequent_colours() {
        let many = (0..=u8::MAX).flat_map(|red| [[red, 0, 0], [red, 1, 0]]);
        let pixels: Vec<[u8; 3]> = [[9, 9, 9]; 3].into_iter().chain(many).collect();
        let (palette, indexes) = indexed(&pixels);
        assert_eq!((palette.len(), indexes.len()), (256, pixels.len()));
        assert_eq!(palette[0], [9, 9, 9]);
        assert_eq!(&indexes[..3], [0, 0, 0]);
    }
}
