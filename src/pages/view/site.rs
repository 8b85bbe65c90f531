//! What every page has around its content.

use serde::Serialize;

use super::text::{Link, Rich, Text};

/// What every page of one language shares.
#[derive(Debug, Clone, Serialize)]
pub struct Site {
    pub title: Text,
    pub tagline: Option<Text>,
    /// "Accessibilité : non conforme", the compulsory mention, where no page makes it a link of the footer.
    pub accessibility: Option<String>,
    /// A banner for the home and text pages, when the project sets one.
    pub notice: Option<Rich>,
    /// The sentence of the days left in each of its forms, for pages seen late.
    pub days_left: Vec<Counted>,
    /// The words "dans # jours" in each of their forms, for the same.
    pub days_until: Vec<Counted>,
    /// The language whose plurals these forms follow, for `Intl.PluralRules`.
    pub plurals: String,
    pub brand: Brand,
}

/// Who the site says that it comes from.
#[derive(Debug, Clone, Serialize)]
pub struct Brand {
    pub ministry: Option<Text>,
    pub operator: Option<Text>,
    pub motto: Option<Text>,
    /// To sites of the same institution; empty when there are none.
    pub links: Vec<Link>,
    /// In national mourning.
    pub mourning: bool,
}

/// A form of "Il reste # jours", with the number as `#`.
#[derive(Debug, Clone, Serialize)]
pub struct Counted {
    /// `zero`, `one`, `two`, `few`, `many` or `other`, as `Intl.PluralRules` says.
    pub category: &'static str,
    pub text: String,
}

/// The page itself: head, languages, trail, footer.
#[derive(Debug, Clone, Serialize)]
pub struct Page {
    /// The full title, for `<title>`.
    pub title: String,
    pub description: String,
    /// Prefix from the page to the root of the site: "", "../", "../../"; for the 404 page the path of
    /// the public address, since a server shows that page at any depth.
    pub root: String,
    /// Relative link to the home page of the language.
    pub home: String,
    /// Absolute address to index instead of, or as, this one.
    pub canonical: String,
    /// Absolute addresses of the same page in other languages, itself included, `x-default` last;
    /// empty when the page is not in its own language.
    pub alternates: Vec<Alternate>,
    /// Every language of the site, in its order.
    pub languages: Vec<Language>,
    /// The menu of the header.
    pub menu: Vec<MenuEntry>,
    /// Link to the page of the search, which is also the target of the header's form.
    pub search: String,
    /// From the home page to this one; the last has an empty `href`.
    pub breadcrumb: Vec<Link>,
    /// The page has no translation and shows the reference language: its name, for the banner.
    pub untranslated: Option<String>,
    /// What changes, for the head: the region's on its pages, else the whole site's.
    pub feeds: Vec<Feed>,
    /// Not to be indexed by search engines.
    pub noindex: bool,
    /// The page's language for Open Graph: `fr_FR`.
    pub locale: String,
    /// What link previews show, where canevas is built with its typesetter; none on pages that are not to be indexed.
    pub picture: Option<Picture>,
    /// A JSON-LD block of schema.org terms, to print with `| safe` in a `<script type="application/ld+json">`: no text
    /// in it can end the block. Empty when the page is not to be indexed or has nothing to say there.
    pub structured: String,
    /// Legal pages, then the plan of the site. The declaration of accessibility is named by its state, as the law wants.
    pub footer: Vec<Link>,
}

/// An entry of the header's menu.
#[derive(Debug, Clone, Serialize)]
pub struct MenuEntry {
    pub title: String,
    pub href: String,
    /// For `aria-current`: `page` on that page, `true` on those under it.
    pub current: Option<&'static str>,
}

/// A picture for link previews.
#[derive(Debug, Clone, Serialize)]
pub struct Picture {
    /// Absolute.
    pub href: String,
    /// Its words.
    pub alternative: String,
    /// In pixels.
    pub width: u32,
    pub height: u32,
}

/// One `<link rel="alternate" hreflang>`.
#[derive(Debug, Clone, Serialize)]
pub struct Alternate {
    pub lang: String,
    pub href: String,
    /// For Open Graph, when it is another language than the page's: `en_GB`.
    pub locale: Option<String>,
}

/// One `<link rel="alternate" type>`.
#[derive(Debug, Clone, Serialize)]
pub struct Feed {
    pub title: String,
    /// Its media type.
    pub kind: &'static str,
    pub href: String,
}

/// An entry of the language menu.
#[derive(Debug, Clone, Serialize)]
pub struct Language {
    pub code: String,
    /// Its own name: "English".
    pub name: String,
    pub href: String,
    pub current: bool,
    /// It has some sections of the page only.
    pub partial: bool,
}
