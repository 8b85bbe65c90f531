//! What templates see: the theme's contract.
//!
//! Every value is ready to print: dates, amounts and sentences are already in the page's language,
//! links are already relative to the page. A template lays out; it computes nothing. Fields ending
//! in `html` hold markup made by canevas, to print with `| safe`; all others are plain text.
//!
//! Each template receives `lang` (the page's language code), `t` (every interface string of the
//! theme that takes no argument, by its name in `strings/<lang>.ftl`), `site`, `page`, and the one
//! value of its kind: `home`, `region`, `call`, `text`, `dossier`, `plan`, `departments` or `root`.

use serde::Serialize;

/// Plain text that may be in another language than the page.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Text {
    pub text: String,
    /// Language of the text, only when it is not the page's (RGAA 8.7).
    pub lang: Option<String>,
}

/// Markup that may be in another language than the page.
#[derive(Debug, Clone, Serialize)]
pub struct Rich {
    pub html: String,
    /// Language of the text, only when it is not the page's (RGAA 8.7).
    pub lang: Option<String>,
}

/// A link whose address is relative to the page, or absolute when it leaves the site.
#[derive(Debug, Clone, Serialize)]
pub struct Link {
    pub title: String,
    pub href: String,
}

/// What every page of one language shares.
#[derive(Debug, Clone, Serialize)]
pub struct Site {
    pub title: Text,
    pub tagline: Option<Text>,
    /// "Accessibilité : non conforme", the compulsory mention of the footer.
    pub accessibility: String,
    /// A banner for the home and text pages, when the project sets one.
    pub notice: Option<Rich>,
    /// The sentence of the days left in each of its forms, for pages seen late.
    pub days_left: Vec<Counted>,
    /// The language whose plurals these forms follow, for `Intl.PluralRules`.
    pub plurals: String,
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
    /// A JSON-LD block of schema.org terms, to print with `| safe` in a `<script type="application/ld+json">`: no text
    /// in it can end the block. Empty when the page is not to be indexed or has nothing to say there.
    pub structured: String,
    /// Legal pages, then the plan of the site.
    pub footer: Vec<Link>,
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
}

/// `home.html`: every call, with every region.
#[derive(Debug, Clone, Serialize)]
pub struct Home {
    pub calls: Vec<HomeCall>,
    /// Link to the page of departments, also the target of the finder's form.
    pub departments: String,
    /// Postal codes whose department is not their first digits, for the finder: "01200:01,74 …".
    pub postal_exceptions: String,
    /// "Situation au lundi 20 décembre 2021".
    pub as_of: String,
    /// Every step of every call, to subscribe to (iCalendar); absent without call.
    pub calendar_href: Option<String>,
    /// What changes on the whole site (Atom); absent without call.
    pub feed_href: Option<String>,
}

/// One call on the home page.
#[derive(Debug, Clone, Serialize)]
pub struct HomeCall {
    pub id: String,
    /// Every region has archived it: it comes after the others.
    pub archived: bool,
    pub title: Text,
    pub summary: Text,
    pub issuer: Text,
    /// Facts in one line each: the ceiling, the duration.
    pub highlights: Vec<Highlight>,
    /// In the alphabetical order of the page's language.
    pub regions: Vec<HomeRegion>,
    /// The schematic map; empty when there is only one region.
    pub tiles: Vec<Tile>,
    /// How many columns and rows the map has.
    pub columns: u32,
    pub rows: u32,
}

/// One region in a call's list.
#[derive(Debug, Clone, Serialize)]
pub struct HomeRegion {
    pub slug: String,
    pub name: String,
    /// The regional call page.
    pub href: String,
    /// "DREETS", with the region: who to ask.
    pub service: String,
    pub status: Status,
    /// The next deadline, else the last one past; absent when no closing step is known.
    pub deadline: Option<Deadline>,
    /// Codes, separated by spaces, for the finder.
    pub departments: String,
}

/// A square of the schematic map.
#[derive(Debug, Clone, Serialize)]
pub struct Tile {
    /// From 0, to the right.
    pub column: u32,
    /// From 0, downwards.
    pub row: u32,
    /// Three or four letters: "BRE".
    pub label: String,
    pub name: String,
    pub href: String,
    pub status: Status,
}

/// Where a call stands, in words.
#[derive(Debug, Clone, Serialize)]
pub struct Status {
    /// `announced`, `open`, `closing`, `closed`, `examination`, `results` or `archived`.
    pub id: String,
    pub label: String,
    /// What it will be later, in the order of time, for pages seen late.
    pub turns: Vec<Turn>,
}

/// A status to come.
#[derive(Debug, Clone, Serialize)]
pub struct Turn {
    /// From this instant on: RFC 3339, in UTC.
    pub from: String,
    pub id: String,
    pub label: String,
}

/// A moment as an applicant must read it.
#[derive(Debug, Clone, Serialize)]
pub struct Deadline {
    /// The step's own name: "Date limite de dépôt".
    pub label: Text,
    /// "lundi 17 janvier 2022".
    pub date: String,
    /// "17 janv. 2022", for lists.
    pub short_date: String,
    /// "23 h 59, heure de La Réunion"; "de 10 h à 11 h 30, heure de Paris" when it ends on the same day.
    pub time: Option<String>,
    /// The end, when it is on another day.
    pub end: Option<End>,
    /// The same in Paris when it reads otherwise there: "lundi 17 janvier 2022 à 20 h 59, heure de Paris".
    pub paris: Option<String>,
    /// Machine-readable, RFC 3339 with offset, or the date alone.
    pub iso: String,
    /// "Il reste 12 jours", while it is to come.
    pub left: Option<String>,
    /// What a page seen late counts these days from.
    pub countdown: Option<Countdown>,
    pub past: bool,
    /// The instant from which it is past: RFC 3339, in UTC.
    pub over: String,
    /// Whether it closes the call: a letter of intent is due before, and is named by its label.
    pub closing: bool,
}

/// The last day of a step that lasts several.
#[derive(Debug, Clone, Serialize)]
pub struct End {
    /// "mardi 18 janvier 2022".
    pub date: String,
    /// "12 h, heure de La Réunion".
    pub time: Option<String>,
    /// Machine-readable, RFC 3339 with offset, or the date alone.
    pub iso: String,
}

/// Days of a territory's calendar until a deadline.
#[derive(Debug, Clone, Serialize)]
pub struct Countdown {
    /// As the page counts them; none on the last day.
    pub days: i32,
    /// The last day: "2022-01-17".
    pub day: String,
    /// Of the IANA database: "Indian/Reunion".
    pub zone: String,
}

/// A figure at the top of the page.
#[derive(Debug, Clone, Serialize)]
pub struct Highlight {
    pub label: Text,
    pub value: String,
    /// The region changed the national value: "Valeur nationale : 60 000 €".
    pub note: Option<String>,
}

/// `region.html`.
#[derive(Debug, Clone, Serialize)]
pub struct Region {
    pub name: String,
    /// "en Bretagne".
    pub within: String,
    pub service: Service,
    pub calls: Vec<RegionCallCard>,
    /// "Situation au lundi 20 décembre 2021".
    pub as_of: String,
    pub departments: Vec<Department>,
    pub contacts: Vec<Contact>,
    /// Every step of the region's calls, to subscribe to (iCalendar); absent without call.
    pub calendar_href: Option<String>,
    /// What changes in the region (Atom); absent without call.
    pub feed_href: Option<String>,
}

/// A regional call in short.
#[derive(Debug, Clone, Serialize)]
pub struct RegionCallCard {
    pub title: Text,
    pub summary: Text,
    pub href: String,
    pub status: Status,
    pub deadline: Option<Deadline>,
    pub highlights: Vec<Highlight>,
}

/// The directorate.
#[derive(Debug, Clone, Serialize)]
pub struct Service {
    pub acronym: String,
    pub name: Text,
    pub site: String,
    /// The host alone: "bretagne.dreets.gouv.fr".
    pub host: String,
}

/// A department of a territory.
#[derive(Debug, Clone, Serialize)]
pub struct Department {
    pub code: String,
    pub name: String,
}

/// `call.html`: the page an applicant reads.
#[derive(Debug, Clone, Serialize)]
pub struct Call {
    pub title: Text,
    pub short: String,
    pub issuer: Text,
    pub summary: Text,
    pub region: String,
    /// Relative link to the region's page.
    pub region_href: String,
    /// "en Bretagne".
    pub within: String,
    pub service: Service,
    pub status: Status,
    /// "Statut établi le lundi 20 décembre 2021".
    pub as_of: String,
    pub deadline: Option<Deadline>,
    pub highlights: Vec<Highlight>,
    /// The region's banner.
    pub notice: Option<Rich>,
    /// The region's text is a draft, shown in preview only.
    pub draft: bool,
    pub contents: Vec<ContentsEntry>,
    pub sections: Vec<Section>,
    pub priorities: Vec<Priority>,
    pub calendar: Vec<Step>,
    /// All its steps as one file (iCalendar), while one is to come.
    pub calendar_href: Option<String>,
    /// What changes in the region (Atom); absent for a draft, when nothing else is published.
    pub feed_href: Option<String>,
    /// Once they may be told; absent before.
    pub results: Option<Results>,
    pub filing: Filing,
    /// The text of the call as a file to print or attach; absent from a program without PDF.
    pub text_file: Option<Document>,
    pub contacts: Vec<Contact>,
    pub news: Vec<News>,
    pub documents: Vec<Document>,
    /// The call for programs, as JSON; a draft has none.
    pub json: Option<String>,
    /// Footnotes of the whole page, in order; empty markup when there is none.
    pub footnotes_html: String,
    /// Anchors of the section that holds each block, for the two actions at the top of the page.
    pub filing_anchor: String,
    pub contacts_anchor: String,
    /// The region added or replaced some text or value: a legend explains the marks.
    pub adapted: bool,
}

/// What the call gave.
#[derive(Debug, Clone, Serialize)]
pub struct Results {
    /// "3 projets retenus, pour 120 000 € au total", or a sentence that says that there are none, or whom to ask.
    pub summary: String,
    /// "Projets retenus en Bretagne", for the caption of the table.
    pub caption: String,
    /// In the alphabetical order of the page's language; empty when none is listed.
    pub awards: Vec<Award>,
    /// "120 000 €".
    pub total: String,
    /// The open data of the grants, where they are published.
    pub file: Option<Document>,
}

/// A project that is kept.
#[derive(Debug, Clone, Serialize)]
pub struct Award {
    pub organisation: String,
    pub object: Text,
    /// Finer than departments, when the region says more.
    pub place: Option<Text>,
    /// Empty, without place: the whole territory.
    pub departments: Vec<Department>,
    /// "45 000 €".
    pub amount: String,
}

/// A line of the table of contents. Sections of level 2 only.
#[derive(Debug, Clone, Serialize)]
pub struct ContentsEntry {
    pub id: String,
    pub title_html: String,
    pub lang: Option<String>,
}

/// A section of the call, in reading order; a subsection follows its section.
#[derive(Debug, Clone, Serialize)]
pub struct Section {
    pub id: String,
    /// 2 to 6, for `<h2>` to `<h6>`.
    pub level: u8,
    pub title_html: String,
    pub lang: Option<String>,
    pub parts: Vec<Part>,
}

/// A piece of a section: a passage, or the place of a block.
#[derive(Debug, Clone, Serialize)]
pub struct Part {
    /// `html`, `priorities`, `calendar`, `filing`, `contacts`, `news` or `documents`.
    pub kind: &'static str,
    /// Of `html`.
    pub text: Option<Passage>,
}

/// A text with one author.
#[derive(Debug, Clone, Serialize)]
pub struct Passage {
    pub html: String,
    pub lang: Option<String>,
    /// `national`, `added` or `replaced`.
    pub origin: &'static str,
    /// "Ajout de la DREETS Bretagne"; none for the national text.
    pub mark: Option<String>,
}

/// A priority of the territory.
#[derive(Debug, Clone, Serialize)]
pub struct Priority {
    pub id: String,
    pub title: Text,
    pub body: Rich,
    pub departments: Vec<Department>,
    pub sectors: Vec<Text>,
}

/// A dated step.
#[derive(Debug, Clone, Serialize)]
pub struct Step {
    pub id: String,
    /// `ouverture`, `information`, `intention`, `cloture`, `comite`, `notification`, `convention` or `fin`.
    pub kind: String,
    pub when: Deadline,
    /// The first step to come.
    pub next: bool,
    /// It no longer takes place: shown struck through, and said in `state` and `mark`.
    pub cancelled: bool,
    /// "Annulé", "Terminé" or "Prochaine étape".
    pub state: Option<String>,
    /// The `id` it must have on the page: calendars and feeds lead there.
    pub anchor: String,
    /// The step as a file (iCalendar), while it is to come.
    pub calendar_href: Option<String>,
    pub href: Option<String>,
    /// The worded mark when the region added, moved or cancelled it.
    pub mark: Option<String>,
    /// "Date initiale : lundi 17 janvier 2022", when the region has told that it was changed.
    pub initial: Option<String>,
}

/// How to send an application.
#[derive(Debug, Clone, Serialize)]
pub struct Filing {
    /// What to fill in, where the call has a dossier.
    pub dossier: Option<DossierLinks>,
    pub online: Option<String>,
    pub email: Option<String>,
    pub address: Option<Text>,
    pub instruction: Option<Rich>,
    /// Nothing is declared: a sentence that sends to the directorate.
    pub unknown: Option<String>,
}

/// Where the dossier of a call is.
#[derive(Debug, Clone, Serialize)]
pub struct DossierLinks {
    /// Relative link to its page.
    pub href: String,
    /// To fill in, in each format.
    pub files: Vec<Document>,
}

/// Someone to ask.
#[derive(Debug, Clone, Serialize)]
pub struct Contact {
    pub role: Text,
    pub name: Option<String>,
    pub email: Option<String>,
    /// As written, and as a `tel:` address.
    pub phone: Option<Link>,
    pub link: Option<Link>,
    /// Empty: the whole territory.
    pub departments: Vec<Department>,
}

/// A change the region announces.
#[derive(Debug, Clone, Serialize)]
pub struct News {
    pub date: String,
    pub iso: String,
    pub body: Rich,
}

/// A file to download.
#[derive(Debug, Clone, Serialize)]
pub struct Document {
    pub title: Text,
    pub href: String,
    /// "PDF".
    pub format: String,
    /// "48 ko"; absent from previews for what they make only when it is asked for.
    pub weight: Option<String>,
    /// Language of the file, named in the page's language, when it is not the page's; always for a dossier.
    pub language: Option<String>,
    /// What the reader of the file would miss: letters that its typeface has not.
    pub remark: Option<String>,
}

/// `dossier.html`: the application dossier of a call, to read and to print.
#[derive(Debug, Clone, Serialize)]
pub struct Dossier {
    /// The call's title.
    pub call: Text,
    /// Relative link to the call's page.
    pub call_href: String,
    /// "en Bretagne".
    pub within: String,
    /// "DREETS Bretagne", which receives it.
    pub service: String,
    /// A draft, in a preview.
    pub draft: bool,
    /// The same dossier as files to fill in.
    pub files: Vec<Document>,
    pub introduction: Vec<Rich>,
    /// Until when, for how much, where and how to send it, whom to ask.
    pub guide: Vec<DossierGuide>,
    pub parts: Vec<DossierPart>,
    /// Footnotes of the whole page, in order; empty markup when there is none.
    pub footnotes_html: String,
    /// "AMIGE · Bretagne · version 3f9a1c2b du 8 décembre 2021".
    pub footer: String,
}

/// What to know before writing, under its heading.
#[derive(Debug, Clone, Serialize)]
pub struct DossierGuide {
    pub title: String,
    pub body: Vec<Rich>,
}

/// A part of the dossier.
#[derive(Debug, Clone, Serialize)]
pub struct DossierPart {
    pub id: String,
    /// From 1.
    pub number: usize,
    pub title: Text,
    pub introduction: Vec<Rich>,
    pub questions: Vec<DossierQuestion>,
}

/// A question, or a note between questions.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DossierQuestion {
    pub id: String,
    /// "3.2"; empty for a note.
    pub number: String,
    pub label: Text,
    pub help: Vec<Rich>,
    pub required: bool,
    /// `note`, `line`, `block`, `amount`, `date`, `siret`, `choice`, `choices`, `yes_no`, `table`, `budget`, `commitment`,
    /// `attachment` or `signature`.
    pub kind: String,
    /// "3 000 caractères au plus", for a `line` or a `block`.
    pub limit: Option<String>,
    /// Room for so many lines in a `block`.
    pub lines: usize,
    /// Of a `choice` or `choices`.
    pub choices: Vec<Text>,
    /// Of a `table`.
    pub columns: Vec<Text>,
    /// Of a `table`: names, or numbers.
    pub rows: Vec<Text>,
    /// Whether rows have names.
    pub named: bool,
    /// Of a `budget`.
    pub budget: Option<DossierBudget>,
}

/// The provisional budget.
#[derive(Debug, Clone, Serialize)]
pub struct DossierBudget {
    pub charges: Vec<DossierBudgetLine>,
    pub resources: Vec<DossierBudgetLine>,
    /// "60 000 €": the most that may be asked of the State.
    pub ceiling: String,
}

/// A line of the budget.
#[derive(Debug, Clone, Serialize)]
pub struct DossierBudgetLine {
    pub label: Text,
    /// Only with a justification.
    pub justified: bool,
    /// The aid asked of the State.
    pub aid: bool,
}

/// `text.html`: a page of `content/pages`.
#[derive(Debug, Clone, Serialize)]
pub struct TextPage {
    pub title: Text,
    pub body: Rich,
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
    pub json: Link,
}

/// `departments.html`: the finder that needs no script.
#[derive(Debug, Clone, Serialize)]
pub struct Departments {
    pub rows: Vec<DepartmentRow>,
    /// Postal codes that depart from the rule, with the departments they may be in.
    pub exceptions: Vec<PostalException>,
}

/// One department.
#[derive(Debug, Clone, Serialize)]
pub struct DepartmentRow {
    pub code: String,
    pub name: String,
    pub region: Link,
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
}
