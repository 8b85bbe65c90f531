//! What an ODT and an ODS file share: the manifest, what the file says of itself, the colours.
//!
//! The identity of the dossier is in the custom properties of `meta.xml`, which an office suite keeps: see
//! [`Property`].

use super::about::About;
use super::names::Property;
use super::xml::write::{Attributes, Xml};
use crate::documents::sheet::Dossier;
use crate::model::id::Lang;

/// The custom properties of `meta.xml`, and the attribute that tells them apart.
pub const PROPERTY: &str = "meta:user-defined";
pub const PROPERTY_NAME: &str = "meta:name";

/// Text on the page.
pub const INK: &str = "#1b211f";
/// Text that may be read second.
pub const SOFT: &str = "#525a56";
/// The one colour.
pub const ACCENT: &str = "#0b5c4a";
/// Heads of tables.
pub const ACCENT_TINT: &str = "#e2efe9";
/// Places to read in, not to write in.
pub const TINT: &str = "#f5f4f0";
/// Around places to write in: a contrast of 3 with the page, for those who see little (WCAG 1.4.11).
pub const EDGE: &str = "#7b827e";
/// A typeface that every suite has, or has one of the same widths for.
pub const TYPEFACE: &str = "Liberation Sans";

/// Every namespace of a part, and the version of the format.
pub const ROOT: Attributes<'static> = &[
    ("xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
    ("xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"),
    ("xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
    ("xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"),
    ("xmlns:draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"),
    ("xmlns:form", "urn:oasis:names:tc:opendocument:xmlns:form:1.0"),
    ("xmlns:number", "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"),
    ("xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"),
    ("xmlns:config", "urn:oasis:names:tc:opendocument:xmlns:config:1.0"),
    ("xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"),
    ("xmlns:svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"),
    ("xmlns:of", "urn:oasis:names:tc:opendocument:xmlns:of:1.2"),
    ("xmlns:ooo", "http://openoffice.org/2004/office"),
    ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ("xmlns:xlink", "http://www.w3.org/1999/xlink"),
    ("office:version", "1.3"),
];

/// `META-INF/manifest.xml`: the parts of the file, of which `media_type` is the whole.
pub fn manifest(media_type: &str, parts: &[&str]) -> Vec<u8> {
    let root = [
        ("xmlns:manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"),
        ("manifest:version", "1.3"),
    ];
    Xml::document("manifest:manifest", &root, |xml| {
        let entry = |xml: &mut Xml, path: &str, media_type: &str| {
            let named = [("manifest:full-path", path), ("manifest:media-type", media_type)];
            xml.empty("manifest:file-entry", &named);
        };
        entry(xml, "/", media_type);
        for part in parts {
            entry(xml, part, "text/xml");
        }
    })
}

/// `meta.xml` of a file of a dossier: title, language, date and identity.
pub fn meta(dossier: &Dossier, title: &str) -> Vec<u8> {
    meta_of(&About::dossier(dossier, title), |xml| {
        for property in Property::ALL {
            let named = [(PROPERTY_NAME, property.name()), ("meta:value-type", "string")];
            xml.leaf(PROPERTY, &named, property.of(dossier));
        }
    })
}

/// `meta.xml`: title, language and date, and the custom properties that `own` writes.
pub fn meta_of(about: &About<'_>, own: impl FnOnce(&mut Xml)) -> Vec<u8> {
    let date = format!("{}T00:00:00", about.date);
    Xml::document("office:document-meta", ROOT, |xml| {
        xml.element("office:meta", &[], |xml| {
            xml.leaf("meta:generator", &[], "canevas");
            xml.leaf("dc:title", &[], about.title);
            xml.leaf("dc:subject", &[], about.subject);
            xml.leaf("meta:initial-creator", &[], about.author);
            xml.leaf("dc:creator", &[], about.author);
            xml.leaf("meta:creation-date", &[], &date);
            xml.leaf("dc:date", &[], &date);
            xml.leaf("dc:language", &[], about.lang.as_str());
            own(xml);
        });
    })
}

/// The typeface, to which the styles of a part refer.
pub fn typefaces(xml: &mut Xml) {
    xml.element("office:font-face-decls", &[], |xml| {
        let family = format!("'{TYPEFACE}'");
        let face = [
            ("style:name", TYPEFACE),
            ("svg:font-family", &family),
            ("style:font-family-generic", "swiss"),
            ("style:font-pitch", "variable"),
        ];
        xml.empty("style:font-face", &face);
    });
}

/// The direction of writing, as a style says it.
pub fn writing_mode(right_to_left: bool) -> (&'static str, &'static str) {
    ("style:writing-mode", if right_to_left { "rl-tb" } else { "lr-tb" })
}

/// Where a line starts and where it ends, on the page: an office suite takes the words `start` and `end` for left and
/// right.
pub fn sides(right_to_left: bool) -> [&'static str; 2] {
    if right_to_left { ["right", "left"] } else { ["left", "right"] }
}

/// The name of a style.
pub struct Style<'a> {
    family: &'a str,
    name: &'a str,
    /// That on which it builds, if any.
    parent: &'a str,
}

impl<'a> Style<'a> {
    pub fn new(family: &'a str, name: &'a str, parent: &'a str) -> Self {
        Self { family, name, parent }
    }
}

/// A style, with more attributes, and what it says.
pub fn style(
    xml: &mut Xml,
    named: &Style<'_>,
    more: Attributes<'_>,
    content: impl FnOnce(&mut Xml),
) {
    let Style { family, name, parent } = *named;
    let shown = name.replace("_20_", " ");
    let mut named = vec![("style:name", name), ("style:family", family)];
    if shown != name {
        named.push(("style:display-name", &shown));
    }
    if !parent.is_empty() {
        named.push(("style:parent-style-name", parent));
    }
    named.extend_from_slice(more);
    xml.element("style:style", &named, content);
}

/// The style of a row or of a column of that size.
pub fn sized(xml: &mut Xml, family: &str, name: &str, size: Attributes<'_>) {
    let properties = format!("style:{family}-properties");
    style(xml, &Style::new(family, name, ""), &[], |xml| xml.empty(&properties, size));
}

/// The style of words in a language.
pub fn language_style(xml: &mut Xml, name: &str, lang: &Lang) {
    style(xml, &Style::new("text", name, ""), &[], |xml| {
        xml.empty("style:text-properties", &borrowed(&language(lang)));
    });
}

/// The typeface, size, colour and language of all text, in every kind of script.
pub fn default_text(xml: &mut Xml, lang: &Lang) {
    let mut text: Vec<(&str, String)> = Vec::new();
    for (name, size) in [
        ("style:font-name", "fo:font-size"),
        ("style:font-name-asian", "style:font-size-asian"),
        ("style:font-name-complex", "style:font-size-complex"),
    ] {
        text.push((name, TYPEFACE.to_owned()));
        text.push((size, "10.5pt".to_owned()));
    }
    text.push(("fo:color", INK.to_owned()));
    text.push(("fo:hyphenate", "false".to_owned()));
    text.extend(language(lang));
    xml.empty("style:text-properties", &borrowed(&text));
}

/// "Page 2 sur 6", with fields that a suite computes.
pub fn page_of_pages(xml: &mut Xml, [before, between, after]: &[String; 3]) {
    xml.text(before);
    xml.leaf("text:page-number", &[], "1");
    xml.text(between);
    xml.leaf("text:page-count", &[], "1");
    xml.text(after);
}

/// A language as the attributes of a style say it, for every kind of script.
pub fn language(lang: &Lang) -> Vec<(&'static str, String)> {
    let subtags = || lang.as_str().split('-').skip(1);
    let script = subtags().find(|subtag| subtag.len() == 4);
    let country = subtags().find(|subtag| matches!(subtag.len(), 2 | 3));
    // A suite checks spelling by a country's list of words, and knows none by the language alone.
    let usual = match lang.primary() {
        "fr" => "FR",
        "en" => "GB",
        _ => "none",
    };
    let country = country.map_or_else(|| usual.to_owned(), str::to_uppercase);
    let mut said = Vec::new();
    let attributes = [
        ["fo:language", "fo:script", "fo:country"],
        ["style:language-asian", "style:script-asian", "style:country-asian"],
        ["style:language-complex", "style:script-complex", "style:country-complex"],
    ];
    for [language, of_script, of_country] in attributes {
        said.push((language, lang.primary().to_owned()));
        said.extend(script.map(|script| (of_script, script.to_owned())));
        said.push((of_country, country.clone()));
    }
    said
}

/// Attributes whose values were made for them.
fn borrowed<'a>(attributes: &'a [(&'a str, String)]) -> Vec<(&'a str, &'a str)> {
    attributes.iter().map(|(name, value)| (*name, value.as_str())).collect()
}
