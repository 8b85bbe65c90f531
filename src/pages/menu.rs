//! The menu of the header: the same on every page.

use super::context::PageContext;
use super::view::MenuEntry;
use crate::model::address::Address;
use crate::model::site::{CALENDAR_PAGE, DEPARTMENTS_PAGE, HELP_PAGE, Page, Subject};

/// Regions, finder, calendar, and help where the site has a page of that name.
pub fn entries(
    context: &PageContext<'_>,
    page: &Page,
    link: &impl Fn(&Address) -> String,
) -> Vec<MenuEntry> {
    let lang = &page.lang;
    let has_help = context.voice.shared.site.has_page(HELP_PAGE);
    let entries = [
        ("menu_regions", Address::home(lang)),
        ("menu_finder", Address::page(lang, DEPARTMENTS_PAGE)),
        ("menu_calendar", Address::page(lang, CALENDAR_PAGE)),
        ("menu_help", Address::page(lang, HELP_PAGE)),
    ];
    let entries = entries.into_iter().filter(|(name, _)| *name != "menu_help" || has_help);
    let entry = |(name, to): (&str, Address)| MenuEntry {
        title: context.voice.words.say(name, &[]),
        href: link(&to),
        current: current(page, &to),
    };
    entries.map(entry).collect()
}

/// Regions and their calls are under the home page, which lists them.
fn current(page: &Page, entry: &Address) -> Option<&'static str> {
    let under_home = matches!(
        page.subject,
        Subject::Region(_) | Subject::Call(_) | Subject::Partial(..) | Subject::Dossier(_)
    );
    match () {
        () if page.address == *entry => Some("page"),
        () if under_home && *entry == Address::home(&page.lang) => Some("true"),
        () => None,
    }
}
