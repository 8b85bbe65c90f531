//! What a project says of itself in `canevas.yaml`.

use jiff::ToSpan;
use jiff::civil::Date;

use super::abbreviation::Abbreviations;
use super::attached::AttachedRules;
use super::brand::Brand;
use super::id::{Lang, Slug};
use super::integration::Integration;
use super::localized::Localized;
use super::policy::Framing;
use super::prose::Prose;
use super::source::{FileId, Spanned};

/// The whole site's settings.
#[derive(Debug, Clone)]
pub struct Settings {
    pub title: Localized<String>,
    pub tagline: Option<Localized<String>>,
    /// Public address, with a final `/`.
    pub address: String,
    /// The reference is first; never empty.
    pub languages: Vec<SiteLanguage>,
    pub theme: Spanned<Slug>,
    pub notice: Option<Localized<Prose>>,
    pub legal: Legal,
    pub audit: Option<Audit>,
    pub abbreviations: Abbreviations,
    /// What regions and calls may put online beside their pages.
    pub attached: AttachedRules,
    /// The pages of calls are also made for other sites.
    pub integration: Option<Integration>,
    pub brand: Brand,
    /// Browsers are to check the files that pages load. They refuse them on a page that is opened from a disk.
    pub checked_files: bool,
    /// `canevas.yaml`.
    pub file: FileId,
}

impl Settings {
    /// The site's languages, the reference first.
    pub fn codes(&self) -> Vec<Lang> {
        self.languages.iter().map(|language| language.lang.clone()).collect()
    }

    /// Who may show in a frame the pages that are made for that.
    pub fn framing(&self) -> Framing<'_> {
        match &self.integration {
            None => Framing::Nobody,
            Some(Integration { sites: None, .. }) => Framing::Anyone,
            Some(Integration { sites: Some(sites), .. }) => Framing::Sites(sites),
        }
    }

    /// The language every text exists in.
    pub fn reference(&self) -> &Lang {
        &self.languages[0].lang
    }
}

/// A language of the site.
#[derive(Debug, Clone)]
pub struct SiteLanguage {
    pub lang: Lang,
    /// Its own name, when the theme does not give it.
    pub name: Option<String>,
    /// The language whose way of writing dates and numbers it borrows.
    pub formats: Lang,
}

/// What article 6 III of law 2004-575 asks a publisher to state.
#[derive(Debug, Clone)]
pub struct Legal {
    pub publisher: LegalBody,
    pub director: Localized<String>,
    pub host: LegalBody,
    /// A web or electronic address.
    pub contact: String,
}

/// A publisher or a host.
#[derive(Debug, Clone)]
pub struct LegalBody {
    pub name: Localized<String>,
    pub address: Localized<String>,
    pub phone: Localized<String>,
}

/// An audit against the RGAA.
#[derive(Debug, Clone)]
pub struct Audit {
    pub date: Date,
    /// Share of the criteria met, in percent.
    pub rate: f64,
    pub auditor: String,
}

/// The state an accessibility declaration may claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Accessibility {
    Total,
    Partial,
    None,
}

/// How long an audit counts (décret 2019-768, art. 5).
const AUDIT_YEARS: i64 = 3;

impl Audit {
    /// Whether the audit still counts on `day`.
    pub fn valid_on(&self, day: Date) -> bool {
        self.date <= day && day < self.expiry()
    }

    /// The first day on which it no longer counts.
    pub fn expiry(&self) -> Date {
        self.date.saturating_add(AUDIT_YEARS.years())
    }
}

impl Settings {
    /// "Non conforme" without a valid audit, whatever the pages are worth.
    pub fn accessibility(&self, day: Date) -> Accessibility {
        match &self.audit {
            Some(audit) if audit.valid_on(day) && audit.rate >= 100.0 => Accessibility::Total,
            Some(audit) if audit.valid_on(day) && audit.rate >= 50.0 => Accessibility::Partial,
            _ => Accessibility::None,
        }
    }
}
