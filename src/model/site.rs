//! What will be published, and at which address, before anything is rendered.

use std::borrow::Borrow;
use std::fmt::{self, Write};
use std::sync::Arc;

use jiff::Timestamp;

use super::export::Export;
use super::id::{Lang, Slug};
use super::localized::Localized;
use super::prose::Prose;
use super::region::Region;
use super::regional::RegionalCall;
use super::settings::Settings;
use super::source::FileId;

/// The pages that the law asks for, in the order of the footer.
pub const LEGAL_PAGES: [&str; 4] =
    ["mentions-legales", "accessibilite", "donnees-personnelles", "cookies"];

/// The readable plan of the site.
pub const PLAN_PAGE: &str = "plan-du-site";
/// The table that leads from a department to its region.
pub const DEPARTMENTS_PAGE: &str = "departements";

/// The schema of [`Address::call_data`].
pub const CALL_SCHEMA: &str = "donnees/appel.schema.json";

/// Every page and file of the site.
#[derive(Debug, Clone)]
pub struct Site {
    pub settings: Arc<Settings>,
    /// Public address, with a final `/`.
    pub address: String,
    /// The instant at which statuses are established.
    pub now: Timestamp,
    pub regions: Vec<SiteRegion>,
    pub texts: Vec<Arc<TextPage>>,
    pub pages: Vec<Page>,
    pub files: Vec<SiteFile>,
    /// What machines read.
    pub exports: Vec<Export>,
}

impl Site {
    /// The bytes of an attached file.
    pub fn weight(&self, address: &Address) -> usize {
        self.files.iter().find(|file| file.address == *address).map_or(0, |file| file.bytes.len())
    }

    /// The path of the public address: `/` or `/appel/`.
    pub fn base_path(&self) -> &str {
        let after_scheme = self.address.find("://").map_or(0, |i| i + 3);
        self.address[after_scheme..].find('/').map_or("/", |i| &self.address[after_scheme + i..])
    }
}

/// A region with its published calls.
#[derive(Debug, Clone)]
pub struct SiteRegion {
    pub region: Arc<Region>,
    /// In the order of the calls.
    pub calls: Vec<Arc<RegionalCall>>,
}

/// A page of `content/pages`, in every language.
#[derive(Debug, Clone)]
pub struct TextPage {
    pub slug: Slug,
    pub title: Localized<String>,
    pub body: Localized<Prose>,
    /// The file of the reference language.
    pub file: FileId,
}

/// A page to render.
#[derive(Debug, Clone)]
pub struct Page {
    pub address: Address,
    pub lang: Lang,
    pub subject: Subject,
    /// The subject exists in the page's language; otherwise the reference language is shown.
    pub complete: bool,
    /// Languages in which the subject exists, in the site's order.
    pub languages: Arc<[Lang]>,
}

/// What a page is about.
#[derive(Debug, Clone)]
pub enum Subject {
    Home,
    /// By rank in [`Site::regions`].
    Region(usize),
    Call(Arc<RegionalCall>),
    /// The application dossier of a call.
    Dossier(Arc<RegionalCall>),
    Text(Arc<TextPage>),
    Plan,
    Departments,
    /// The choice of languages, without language of its own.
    Root,
    NotFound,
}

impl Subject {
    /// The call that it tells of, if it is one.
    pub fn call(&self) -> Option<&Arc<RegionalCall>> {
        match self {
            Self::Call(call) | Self::Dossier(call) => Some(call),
            _ => None,
        }
    }

    /// The only region it is made from, if it is one.
    pub fn region<'s>(&'s self, site: &'s Site) -> Option<&'s Slug> {
        match self {
            Self::Call(call) | Self::Dossier(call) => Some(&call.region.slug),
            Self::Region(rank) => site.regions.get(*rank).map(|region| &region.region.slug),
            _ => None,
        }
    }
}

/// A file published as it is.
#[derive(Debug, Clone)]
pub struct SiteFile {
    pub address: Address,
    pub bytes: Arc<[u8]>,
}

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
