//! The page at an address that a page had: it leads on.

use super::context::PageContext;
use super::view;
use crate::model::address::Address;
use crate::model::site::Subject;
use crate::tell::head;

/// The page that leads on to that of `subject`.
pub fn page(page: &PageContext<'_>, to: &Address, subject: &Subject) -> view::Moved {
    let voice = page.voice;
    let site = voice.shared.site;
    let title = match subject {
        Subject::Region(rank) => {
            voice.around(&site.regions[*rank].region.territory.name).to_owned()
        }
        Subject::Call(call) => head::named_in_region(voice, call),
        Subject::Text(text) => voice.around(&text.title).to_owned(),
        _ => voice.around(&site.settings.title).to_owned(),
    };
    view::Moved { title, href: page.link(to) }
}
