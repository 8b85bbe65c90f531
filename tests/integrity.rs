//! `integrite: true`: browsers check each file of the theme that a page loads.

mod page;
mod project;

use std::collections::BTreeMap;

use canevas::Artifact;
use canevas::pipeline::{self, Build};
use page::{Tag, tags};
use project::{Project, TODAY, read};
use sha2::{Digest, Sha384};

/// The shipped site, with more settings.
fn build(settings: &str) -> Build {
    let shipped = Project::shipped();
    let known = read(&shipped.root.join("canevas.yaml"));
    shipped.write("canevas.yaml", format!("{known}{settings}"));
    let build = pipeline::build(&shipped.request(TODAY)).expect("a project");
    assert_eq!(build.diagnostics.clone().sorted(), []);
    build
}

fn pages(build: &Build) -> impl Iterator<Item = (&str, Vec<Tag>)> {
    build.artifacts.iter().filter(|artifact| artifact.is_page()).map(|page| {
        let html = std::str::from_utf8(&page.bytes).expect("a page is text");
        (&*page.address, tags(html))
    })
}

/// What a tag loads from the theme, and by which digest: what it names, and what its script loads.
fn loaded(tag: &Tag) -> Vec<(&str, &str)> {
    let is_sheet = tag.name == "link" && tag.get("rel") == "stylesheet";
    let own = if is_sheet { "href" } else { "src" };
    let is_loader = is_sheet || tag.name == "script";
    let more = tag.attributes.iter().filter(|(name, link)| {
        name.starts_with("data-") && link.contains("assets/") && end(link) == "js"
    });
    let more = more.map(|(name, link)| (&**link, tag.get(&format!("{name}-integrity"))));
    let own = is_loader.then(|| (tag.get(own), tag.get("integrity")));
    own.into_iter().chain(more).filter(|(link, _)| link.contains("assets/")).collect()
}

fn end(address: &str) -> &str {
    address.rsplit('.').next().unwrap_or_default()
}

/// The bytes that some base 64 without padding stands for.
fn decoded(text: &str) -> Vec<u8> {
    let digit = |sign: char| match sign {
        'A'..='Z' => u32::from(sign) - 65,
        'a'..='z' => u32::from(sign) - 71,
        '0'..='9' => u32::from(sign) + 4,
        '+' => 62,
        _ => 63,
    };
    let four = |signs: &[char]| signs.iter().fold(0, |bits, sign| bits << 6 | digit(*sign));
    let signs: Vec<char> = text.chars().collect();
    signs.chunks(4).flat_map(|signs| four(signs).to_be_bytes()[1..].to_vec()).collect()
}

#[test]
fn every_file_of_the_theme_is_loaded_by_its_own_digest() {
    let build = build("integrite: true\nintegration: {}\n");
    let digest = |asset: &Artifact| Sha384::digest(&asset.bytes).to_vec();
    let assets = build.artifacts.iter().filter(|asset| asset.address.starts_with("assets/"));
    let mut left: BTreeMap<&str, Vec<u8>> =
        assets.map(|asset| (&*asset.address, digest(asset))).collect();
    let known = left.clone();
    for (address, tags) in pages(&build) {
        for (link, integrity) in tags.iter().flat_map(loaded) {
            let asset = link.find("assets/").map(|start| &link[start..]).expect("it was found");
            let digest = integrity.strip_prefix("sha384-").map(decoded).unwrap_or_default();
            assert_eq!(digest, known[asset], "{address}: {link}");
            left.remove(asset);
        }
    }
    // An icon is a picture, which browsers do not check.
    assert!(left.keys().all(|asset| end(asset) == "svg"), "{left:?}");
}

#[test]
fn pages_are_left_as_they_were_by_default() {
    let plain = build("");
    for (address, tags) in pages(&plain) {
        let checked = |tag: &Tag| tag.attributes.keys().any(|name| name.contains("integrity"));
        assert!(!tags.iter().any(checked), "{address}");
    }
    let explicit = build("integrite: false\n");
    let bytes = |build: &Build| -> Vec<_> {
        build.artifacts.iter().map(|made| (made.address.clone(), made.bytes.clone())).collect()
    };
    assert!(bytes(&plain) == bytes(&explicit));
}
