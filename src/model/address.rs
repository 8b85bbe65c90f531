//! Where each page and file is published, and the links between them.

use std::borrow::Borrow;
use std::fmt::{self, Write};
use std::sync::Arc;

use super::dossier::DossierFormat;
use super::id::{Lang, Slug};
use super::integration::Embedding;

/// The schema of [`Address::call_data`].
pub const CALL_SCHEMA: &str = "donnees/appel.schema.json";

/// A path from the root of the site, with `/`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(Arc<str>);

impl Address {
    /// A path made of names checked before: slugs, languages, file names.
    pub fn new(path: impl Into<Arc<str>>) -> Self {
        Self(path.into())
    }

    /// The home page of a language.
    pub fn home(lang: &Lang) -> Self {
        Self(format!("{lang}/index.html").into())
    }

    /// A page right under a language: a region, a text.
    pub fn page(lang: &Lang, name: &str) -> Self {
        Self(format!("{lang}/{name}.html").into())
    }

    /// A region's call.
    pub fn call(lang: &Lang, region: &Slug, call: &Slug) -> Self {
        Self(format!("{lang}/{region}/{call}.html").into())
    }

    /// A file that a region or a call attaches.
    pub fn document(owner: &Slug, name: &str) -> Self {
        Self(format!("documents/{owner}/{name}").into())
    }

    /// The data of the grants that a region gives by a call.
    pub fn grants(region: &Slug, call: &Slug) -> Self {
        Self(format!("donnees/{region}/{call}-subventions.csv").into())
    }

    /// A region's call, for programs.
    pub fn call_data(region: &Slug, call: &Slug) -> Self {
        Self(format!("donnees/{region}/{call}.json").into())
    }

    /// Which region is whose, for the finder.
    pub fn territories(lang: &Lang) -> Self {
        Self::new(format!("{lang}/territoires.js"))
    }

    /// The words of every page, for the search.
    pub fn search(lang: &Lang) -> Self {
        Self::new(format!("{lang}/recherche.js"))
    }

    /// The calendar of the whole site.
    pub fn site_calendar(lang: &Lang) -> Self {
        Self::new(format!("{lang}/calendrier.ics"))
    }

    /// The calendar of a region.
    pub fn region_calendar(lang: &Lang, region: &Slug) -> Self {
        Self::new(format!("{lang}/{region}.ics"))
    }

    /// The calendar of a call in a region.
    pub fn call_calendar(lang: &Lang, region: &Slug, call: &Slug) -> Self {
        Self::new(format!("{lang}/{region}/{call}.ics"))
    }

    /// One step of a call in a region.
    pub fn step_calendar(lang: &Lang, region: &Slug, call: &Slug, step: &Slug) -> Self {
        Self::new(format!("{lang}/{region}/{call}/{step}.ics"))
    }

    /// What changes on the whole site: Atom, then JSON Feed.
    pub fn site_feeds(lang: &Lang) -> [Self; 2] {
        ["atom", "json"].map(|kind| Self::new(format!("{lang}/nouveautes.{kind}")))
    }

    /// What changes in a region: Atom, then JSON Feed.
    pub fn region_feeds(lang: &Lang, region: &Slug) -> [Self; 2] {
        ["atom", "feed.json"].map(|kind| Self::new(format!("{lang}/{region}.{kind}")))
    }

    /// The dossier of a region's call, as a page.
    pub fn dossier(lang: &Lang, region: &Slug, call: &Slug) -> Self {
        Self::new(format!("{lang}/{region}/{call}/dossier.html"))
    }

    /// The page of a region's call, for another site.
    pub fn embedded(lang: &Lang, region: &Slug, call: &Slug, embedding: Embedding) -> Self {
        let name = match embedding {
            Embedding::Fragment => "fragment",
            Embedding::Frame => "cadre",
        };
        Self::new(format!("{lang}/{region}/{call}/{name}.html"))
    }

    /// The dossier as a file, whose name says what it is once it is downloaded.
    pub fn dossier_file(lang: &Lang, region: &Slug, call: &Slug, format: DossierFormat) -> Self {
        let name = if format.is_workbook() { "budget" } else { "dossier" };
        let extension = format.extension();
        Self::new(format!("{lang}/{region}/{call}/{name}-{call}-{region}-{lang}.{extension}"))
    }

    /// The parts of the blank DOCX, as a script.
    pub fn dossier_parts(lang: &Lang, region: &Slug, call: &Slug) -> Self {
        Self::new(format!("{}.js", Self::dossier_file(lang, region, call, DossierFormat::Docx)))
    }

    /// The text of a region's call, to print or attach.
    #[cfg(feature = "pdf")]
    pub fn call_text(lang: &Lang, region: &Slug, call: &Slug) -> Self {
        Self::new(format!("{lang}/{region}/{call}/appel-{call}-{region}-{lang}.pdf"))
    }

    /// The picture of the site, where its links are shared.
    pub fn site_picture(lang: &Lang) -> Self {
        Self::new(format!("{lang}/partage.png"))
    }

    /// The picture of a region's call.
    pub fn call_picture(lang: &Lang, region: &Slug, call: &Slug) -> Self {
        Self::new(format!("{lang}/{region}/{call}/partage.png"))
    }

    /// The path itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same page in another language: the language is the first folder, and only that changes.
    pub fn in_language(&self, own: &Lang, other: &Lang) -> Self {
        match self.0.strip_prefix(own.as_str()).filter(|rest| rest.starts_with('/')) {
            Some(rest) => Self(format!("{other}{rest}").into()),
            None => self.clone(),
        }
    }

    /// "../" for each folder the address is in.
    pub fn to_root(&self) -> String {
        "../".repeat(self.0.matches('/').count())
    }

    /// The relative link from this page to `other`, which works under any base and from a disk.
    pub fn link_to(&self, other: &Self) -> String {
        let from: Vec<&str> = self.0.split('/').collect();
        let to: Vec<&str> = other.0.split('/').collect();
        let folders = (from.len() - 1).min(to.len() - 1);
        let shared = (0..folders).take_while(|i| from[*i] == to[*i]).count();
        let mut link = "../".repeat(from.len() - 1 - shared);
        link.push_str(&to[shared..].join("/"));
        encode(&link)
    }

    /// The address as part of an absolute one.
    pub fn encoded(&self) -> String {
        encode(&self.0)
    }
}

/// How links are written on a page.
#[derive(Clone, Copy)]
pub struct Links<'a> {
    /// The page.
    pub page: &'a Address,
    /// The page that the sections of its subject are on, which may be itself.
    pub text: &'a Address,
    /// The public address of the site, for what is read away from it; without it links are relative, so that the site
    /// holds under any address.
    pub site: Option<&'a str>,
}

impl Links<'_> {
    /// The link to another page or file of the site.
    pub fn to(&self, other: &Address) -> String {
        match self.site {
            Some(site) => format!("{site}{}", other.encoded()),
            None => self.page.link_to(other),
        }
    }

    /// The link to a section, or to another element of its page.
    pub fn section(&self, id: &str) -> String {
        match self.site {
            None if self.page == self.text => format!("#{id}"),
            _ => format!("{}#{id}", self.to(self.text)),
        }
    }
}

/// Percent-encodes what a path may not hold (RFC 3986, section 3.3).
pub fn encode(path: &str) -> String {
    let mut encoded = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' | b'~' => {
                encoded.push(char::from(byte));
            }
            _ => {
                let _ = write!(encoded, "%{byte:02X}");
            }
        }
    }
    encoded
}

/// Percent-encodes a value of a query (RFC 3986, section 3.4).
pub fn encode_value(value: &str) -> String {
    encode(value).replace('/', "%2F")
}

/// Undoes percent-encoding; what is not UTF-8 matches no address.
pub fn decode(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, after @ ..] = rest {
        let hex = |b: u8| char::from(b).to_digit(16);
        match (first, after) {
            (b'%', [high, low, after @ ..]) if hex(*high).is_some() && hex(*low).is_some() => {
                let byte = hex(*high).unwrap_or_default() * 16 + hex(*low).unwrap_or_default();
                bytes.push(u8::try_from(byte).unwrap_or_default());
                rest = after;
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

impl Borrow<str> for Address {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Address;

    fn check(from: &str, to: &str, expected: &str) {
        assert_eq!(Address::new(from).link_to(&Address::new(to)), expected);
    }

    #[test]
    fn links_are_relative() {
        check("fr/index.html", "fr/index.html", "index.html");
        check("fr/index.html", "fr/bretagne/amige.html", "bretagne/amige.html");
        check("fr/bretagne/amige.html", "fr/bretagne.html", "../bretagne.html");
        check("fr/bretagne/amige.html", "en/bretagne/amige.html", "../../en/bretagne/amige.html");
        check("index.html", "fr/index.html", "fr/index.html");
        check("fr/a.html", "documents/b/carte été.pdf", "../documents/b/carte%20%C3%A9t%C3%A9.pdf");
        assert_eq!(Address::new("fr/bretagne/amige.html").to_root(), "../../");
    }
}
