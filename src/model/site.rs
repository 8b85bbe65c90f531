//! What will be published, and at which address, before anything is rendered.

use std::sync::Arc;

use jiff::Timestamp;

use super::address::Address;
use super::call::Call;
use super::document::{CallDocuments, SharedPicture};
use super::export::{Export, Scope};
use super::id::{Lang, Slug};
use super::integration::Embedding;
use super::localized::Localized;
use super::prose::Prose;
use super::region::Region;
use super::regional::{RegionalAbstention, RegionalCall};
use super::settings::Settings;
use super::source::FileId;
use super::upkeep::Upkeep;

/// The pages that the law asks for, in the order of the footer.
pub const LEGAL_PAGES: [&str; 4] =
    ["mentions-legales", ACCESSIBILITY_PAGE, "donnees-personnelles", "cookies"];

/// The declaration of accessibility.
pub const ACCESSIBILITY_PAGE: &str = "accessibilite";

/// The readable plan of the site.
pub const PLAN_PAGE: &str = "plan-du-site";
/// The table that leads from a department to its region.
pub const DEPARTMENTS_PAGE: &str = "departements";
/// Every date of every call.
pub const CALENDAR_PAGE: &str = "calendrier";
/// Where the search of the header leads.
pub const SEARCH_PAGE: &str = "recherche";
/// The page of `content/pages` that explains the site; the header leads to it where there is one.
pub const HELP_PAGE: &str = "aide";

/// Every page and file of the site.
#[derive(Debug, Clone)]
pub struct Site {
    pub settings: Arc<Settings>,
    /// Public address, with a final `/`.
    pub address: String,
    /// The instant at which statuses are established.
    pub now: Timestamp,
    pub regions: Vec<SiteRegion>,
    /// Every national call, published by a region or not.
    pub calls: Vec<Arc<Call>>,
    pub texts: Vec<Arc<TextPage>>,
    pub pages: Vec<Page>,
    pub files: Vec<SiteFile>,
    /// What machines read.
    pub exports: Vec<Export>,
    /// What takes time to make, and people open rather than machines.
    pub documents: Vec<CallDocuments>,
    /// None without the typesetter that draws them.
    pub pictures: Vec<SharedPicture>,
}

impl Site {
    /// The bytes of an attached file.
    pub fn weight(&self, address: &Address) -> usize {
        self.files.iter().find(|file| file.address == *address).map_or(0, |file| file.bytes.len())
    }

    /// Whether there is a page of text of that name.
    pub fn has_page(&self, name: &str) -> bool {
        self.texts.iter().any(|text| text.slug.as_str() == name)
    }

    /// The only region that a page is made from, if it is one.
    pub fn region_of_page<'s>(&'s self, page: &'s Page) -> Option<&'s Region> {
        match &page.subject {
            Subject::Region(rank) => self.regions.get(*rank).map(|known| &*known.region),
            subject => subject.call().map(|call| &*call.region),
        }
    }

    /// The only region that an export is made from, if it is one.
    pub fn region_of_export<'s>(&'s self, export: &'s Export) -> Option<&'s Slug> {
        match &export.scope {
            Scope::Site => None,
            Scope::Region(rank) => self.slug(*rank),
            Scope::Call(call) | Scope::Step(call, _) => Some(&call.region.slug),
        }
    }

    fn slug(&self, rank: usize) -> Option<&Slug> {
        self.regions.get(rank).map(|region| &region.region.slug)
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
    /// The calls in which it says that it takes no part, in their order.
    pub abstentions: Vec<Arc<RegionalAbstention>>,
}

impl SiteRegion {
    /// Whether a call has a day to put in a diary.
    pub fn has_day(&self) -> bool {
        self.calls.iter().any(|call| call.has_day())
    }
}

/// A page of `content/pages`, in every language.
#[derive(Debug, Clone)]
pub struct TextPage {
    pub slug: Slug,
    pub title: Localized<String>,
    pub body: Localized<Prose>,
    pub upkeep: Upkeep,
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

impl Page {
    /// Whether it is made to be shown in a frame of another site.
    pub fn is_frame(&self) -> bool {
        matches!(self.subject, Subject::Embedded(_, Embedding::Frame))
    }

    /// Whether search engines may list it: it says something of its own, in its own language, that is published.
    pub fn is_indexed(&self) -> bool {
        let elsewhere = matches!(
            self.subject,
            Subject::NotFound | Subject::Moved { .. } | Subject::Embedded(..)
        );
        let draft = self.subject.call().is_some_and(|call| call.draft);
        self.complete && !elsewhere && !draft
    }

    /// Its address in each language in which its subject exists, then the one for readers of any other.
    pub fn alternates(&self) -> impl Iterator<Item = (Option<&Lang>, Address)> {
        let of = |lang: &Lang| self.address.in_language(&self.lang, lang);
        let languages = self.languages.iter().map(move |lang| (Some(lang), of(lang)));
        let default =
            self.languages.first().map(|first| (None, self.address.in_language(&self.lang, first)));
        languages.chain(default)
    }
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
    /// The page of a call in a language of some of its sections only; what surrounds them is in the language of the page.
    Partial(Arc<RegionalCall>, Lang),
    /// The page of a call for another site.
    Embedded(Arc<RegionalCall>, Embedding),
    Text(Arc<TextPage>),
    Plan,
    Departments,
    Calendar,
    Search,
    /// An address that the page of `subject` had, which is now at `to`.
    Moved {
        to: Address,
        subject: Box<Subject>,
    },
    /// The choice of languages, without language of its own.
    Root,
    NotFound,
}

impl Subject {
    /// The call that it tells of, if it is one.
    pub fn call(&self) -> Option<&Arc<RegionalCall>> {
        match self {
            Self::Call(call)
            | Self::Partial(call, _)
            | Self::Dossier(call)
            | Self::Embedded(call, _) => Some(call),
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
