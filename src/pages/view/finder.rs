//! `text.html`, `plan.html`, `search.html`, `departments.html`, `root.html` and `404.html`.

use serde::Serialize;

use super::parts::Department;
use super::scope::Onward;
use super::text::{Link, Rich, Text};

/// `text.html`: a page of `content/pages`.
#[derive(Debug, Clone, Serialize)]
pub struct TextPage {
    pub title: Text,
    pub body: Rich,
}

/// `moved.html`: an address that a page had, from which one is sent on without script.
#[derive(Debug, Clone, Serialize)]
pub struct Moved {
    /// The page that took its place.
    pub title: String,
    /// Relative link to it.
    pub href: String,
}

/// `plan.html`: every page of the language, readable.
#[derive(Debug, Clone, Serialize)]
pub struct Plan {
    pub regions: Vec<PlanRegion>,
    pub pages: Vec<Link>,
    /// Open data of the whole site; the title says the format.
    pub exports: Vec<Link>,
}

/// A region with its pages.
#[derive(Debug, Clone, Serialize)]
pub struct PlanRegion {
    pub region: Link,
    pub calls: Vec<PlanCall>,
}

/// A call of the plan, with its open data.
#[derive(Debug, Clone, Serialize)]
pub struct PlanCall {
    pub page: Link,
    /// The page of its dossier, where it has one.
    pub dossier: Option<Link>,
    /// The pages of the languages in which the region tells some sections only.
    pub partial: Vec<Link>,
    pub json: Link,
}

/// `search.html`: what a script finds, and the plan of the site for those who have none.
#[derive(Debug, Clone, Serialize)]
pub struct Search {
    /// Relative link to the words of every page, a script.
    pub index: String,
    pub plan: Plan,
}

/// The finder: a name or a code leads to its region.
#[derive(Debug, Clone, Serialize)]
pub struct Finder {
    /// Relative link to the page of departments, also the target of its form.
    pub departments: String,
    /// Relative link to what its script knows, a script too.
    pub territories: String,
}

/// `departments.html`: the finder that needs no script.
#[derive(Debug, Clone, Serialize)]
pub struct Departments {
    pub finder: Finder,
    pub rows: Vec<DepartmentRow>,
    /// Postal codes that depart from the rule, with the departments they may be in.
    pub exceptions: Vec<PostalException>,
    /// What lies outside the regions of the site.
    pub elsewhere: Vec<Department>,
}

/// One department.
#[derive(Debug, Clone, Serialize)]
pub struct DepartmentRow {
    pub code: String,
    pub name: String,
    pub region: Link,
    /// Which part of the department is the region's, where another has one too.
    pub part: Option<Text>,
    /// What is to be known of calls that are not open there.
    pub notes: Vec<DepartmentNote>,
}

/// A call that is not open in a department.
#[derive(Debug, Clone, Serialize)]
pub struct DepartmentNote {
    /// "AMIGE : cet appel n’est pas ouvert dans ce département. Renseignements : la DREETS Occitanie."
    pub text: String,
    /// Of a region that takes no part.
    pub reason: Option<Text>,
    pub onward: Option<Onward>,
}

/// A postal code whose first digits mislead.
#[derive(Debug, Clone, Serialize)]
pub struct PostalException {
    pub postal: String,
    pub departments: Vec<Department>,
}

/// `root.html`: the languages, without script. `404.html` shows the same for each language.
#[derive(Debug, Clone, Serialize)]
pub struct Root {
    pub languages: Vec<RootLanguage>,
}

/// A language of the site, introduced in that language.
#[derive(Debug, Clone, Serialize)]
pub struct RootLanguage {
    pub code: String,
    pub name: String,
    pub title: String,
    /// The home page.
    pub href: String,
    /// Strings of the theme in that language.
    pub not_found: String,
    pub not_found_help: String,
    pub go_home: String,
    /// The main pages of the language.
    pub links: Vec<Link>,
    /// Link to the page of the search, also the target of a form, and the words of that form.
    pub search: String,
    pub search_label: String,
    pub search_submit: String,
}
