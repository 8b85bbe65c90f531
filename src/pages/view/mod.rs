//! What templates see: the theme's contract.
//!
//! Every value is ready to print: dates, amounts and sentences are already in the page's language,
//! links are already relative to the page. A template lays out; it computes nothing. Fields ending
//! in `html` hold markup made by canevas, to print with `| safe`; all others are plain text.
//!
//! Each template receives `lang` (the page's language code), `t` (every interface string of the
//! theme that takes no argument, by its name in `strings/<lang>.ftl`), `site`, `page`, and the one
//! value of its kind: `home`, `region`, `call`, `text`, `dossier`, `plan`, `departments`,
//! `calendar`, `search`, `moved` or `root`; for another site,
//! `embedded` besides.

mod assets;
mod calendar;
mod call;
mod dossier;
mod embedded;
mod finder;
mod home;
mod parts;
mod region;
mod scope;
mod site;
mod text;

pub use assets::{Assets, Theme};
pub use calendar::{CalendarDay, CalendarEvent, CalendarPage};
pub use call::{
    Award, Call, ContentsEntry, DossierGroup, Filing, News, Part, Partial, Passage, Priority,
    Results, Section, Step,
};
pub use dossier::{
    Dossier, DossierBudget, DossierBudgetLine, DossierChoice, DossierColumn, DossierField,
    DossierFilling, DossierFrame, DossierGuide, DossierPart, DossierQuestion, DossierRow,
    DossierWhen,
};
pub use embedded::{Embedded, Fragment};
pub use finder::{
    DepartmentNote, DepartmentRow, Departments, Finder, Moved, Plan, PlanCall, PlanRegion,
    PostalException, Root, RootLanguage, Search, TextPage,
};
pub use home::{Home, HomeAbsence, HomeCall, HomeRegion, Tile, Usual};
pub use parts::{
    Closure, Contact, Countdown, Deadline, Department, Document, End, Highlight, Leaf, Marker,
    Next, Rescheduled, Service, Square, Status, Turn,
};
pub use region::{Region, RegionAbsence, RegionCallCard};
pub use scope::{Absence, Onward, Share, Subscription};
pub use site::{Alternate, Brand, Counted, Feed, Language, MenuEntry, Page, Picture, Site};
pub use text::{Link, Rich, Text};
