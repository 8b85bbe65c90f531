//! The compressed copies of texts, beside them, which servers send as they are.
//!
//! A copy is a file of the site like another, told in its mark as a document is: it is kept as long as its text stays the same.

use std::collections::BTreeSet;
use std::io::{self, Write};

use flate2::Compression;
use flate2::write::GzEncoder;
use rayon::prelude::*;

use crate::model::artifact::Artifact;
use crate::model::digest::Digest;
use crate::model::dossier::Former;
use crate::model::edition::Edition;
use crate::model::media;

/// How servers name a way of compressing, at the end of the name of a copy.
const WAYS: [Way; 2] = [("br", brotli), ("gz", gzip)];

type Way = (&'static str, fn(&[u8]) -> io::Result<Vec<u8>>);

/// Of brotli. The next and last makes files smaller by 2 %, in four times as long.
const QUALITY: i32 = 10;

/// The copies of a site.
pub struct Copies {
    /// In the order of addresses.
    pub artifacts: Vec<Artifact>,
    /// The bytes that a reader of every text would receive: as they are, then by the best copy of each.
    pub weights: [usize; 2],
}

/// Makes a copy of each text that becomes smaller, but for those that `former` holds.
pub fn copies(artifacts: &[Artifact], former: &Former) -> Copies {
    let taken: BTreeSet<&str> = artifacts.iter().map(|artifact| &*artifact.address).collect();
    let is_text =
        |artifact: &&Artifact| media::of(&artifact.address).is_some_and(|media| media.compressible);
    let texts: Vec<&Artifact> = artifacts.iter().filter(is_text).collect();
    let copied: Vec<Vec<Artifact>> = texts
        .par_iter()
        .map(|text| {
            let copies = WAYS.iter().filter_map(|way| copy(text, way, former));
            copies.filter(|copy| !taken.contains(&*copy.address)).collect()
        })
        .collect();
    let smallest = |(text, copies): (&&Artifact, &Vec<Artifact>)| {
        copies.iter().map(|copy| copy.bytes.len()).min().unwrap_or(text.bytes.len())
    };
    let weights = [
        texts.iter().map(|text| text.bytes.len()).sum(),
        texts.iter().zip(&copied).map(smallest).sum(),
    ];
    let mut artifacts: Vec<Artifact> = copied.into_iter().flatten().collect();
    artifacts.sort_by(|a, b| a.address.cmp(&b.address));
    Copies { artifacts, weights }
}

/// What a site with its copies is published from.
pub fn edition_with_copies(edition: Edition) -> Edition {
    let sources = Digest::of_parts([edition.sources.as_bytes(), b"copies"]);
    Edition { sources, ..edition }
}

fn copy(text: &Artifact, (end, compress): &Way, former: &Former) -> Option<Artifact> {
    let address = format!("{}.{end}", text.address);
    let program = env!("CARGO_PKG_VERSION").as_bytes();
    let from = Digest::of_parts([program, end.as_bytes(), &text.bytes]);
    let bytes = match former.get(&address).filter(|made| made.from == from) {
        Some(made) => made.bytes.clone(),
        None => compress(&text.bytes).expect("memory takes any bytes").into(),
    };
    (bytes.len() < text.bytes.len()).then_some(Artifact { address, bytes, from: Some(from) })
}

/// Without the time and the name that its head could hold.
fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let params = brotli::enc::BrotliEncoderParams { quality: QUALITY, ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut out, &params)?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::{Copies, copies};
    use crate::model::artifact::Artifact;
    use crate::model::dossier::{Former, Made};

    fn artifact(address: &str, text: &str) -> Artifact {
        Artifact::new(address, text.as_bytes().into())
    }

    fn addresses(copies: &Copies) -> Vec<&str> {
        copies.artifacts.iter().map(|copy| &*copy.address).collect()
    }

    fn read(copy: &Artifact) -> Vec<u8> {
        let mut text = Vec::new();
        let (_, way) = copy.address.rsplit_once('.').expect("the end of a copy");
        if way == "gz" {
            flate2::read::GzDecoder::new(&*copy.bytes).read_to_end(&mut text).expect("gzip");
        } else {
            brotli::BrotliDecompress(&mut &*copy.bytes, &mut text).expect("brotli");
        }
        text
    }

    #[test]
    fn texts_have_copies_where_these_are_smaller() {
        let long = "Un appel national, adapté par chaque région. ".repeat(50);
        let site = [
            artifact("a.css", &long),
            artifact("a.css.gz", "somebody's"),
            artifact("fr/a.ics", &long),
            artifact("fr/b.html", "é"),
            artifact("fr/c.odt", &long),
            artifact("fr/sans", &long),
        ];
        let made = copies(&site, &Former::new());
        assert_eq!(addresses(&made), ["a.css.br", "fr/a.ics.br", "fr/a.ics.gz"]);
        for copy in &made.artifacts {
            assert_eq!(read(copy), long.as_bytes(), "{}", copy.address);
        }
        let [plain, small] = made.weights;
        assert_eq!(plain, 2 * long.len() + "é".len());
        assert!(small < 200, "{small}");
    }

    #[test]
    fn the_head_of_gzip_says_no_time_and_no_name() {
        let made = copies(&[artifact("a.txt", &"a".repeat(100))], &Former::new());
        let gzip = made.artifacts.iter().find(|copy| copy.address == "a.txt.gz").expect("smaller");
        assert_eq!(gzip.bytes[3..8], [0; 5]);
    }

    #[test]
    fn a_copy_is_kept_while_its_text_is_the_same() {
        let site = [artifact("a.txt", &"a".repeat(100))];
        let first = copies(&site, &Former::new());
        // What is kept is taken as it is: its mark says that it was made from this text.
        let kept = |copy: &Artifact| {
            let made = Made { from: copy.from?, bytes: b"kept".as_slice().into() };
            Some((copy.address.clone(), made))
        };
        let former: Former = first.artifacts.iter().filter_map(kept).collect();
        for copy in copies(&site, &former).artifacts {
            assert_eq!(&*copy.bytes, b"kept", "{}", copy.address);
        }
        for copy in copies(&[artifact("a.txt", &"b".repeat(100))], &former).artifacts {
            assert_eq!(read(&copy), "b".repeat(100).as_bytes(), "{}", copy.address);
        }
    }
}
