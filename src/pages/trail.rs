//! The way from the home page to a page.

use crate::model::address::Address;
use crate::model::regional::RegionalCall;
use crate::model::site::{Page, Subject};
use crate::tell::voice::Voice;

/// A page on the way.
pub struct Step {
    pub title: String,
    /// None for the page itself, the last one.
    pub to: Option<Address>,
}

/// Each page from the home page on; nothing for those that stand apart.
pub fn of(voice: Voice<'_>, page: &Page) -> Vec<Step> {
    let home = Step {
        title: voice.around(&voice.shared.site.settings.title).to_owned(),
        to: Some(Address::home(&page.lang)),
    };
    let here = |title: String| Step { title, to: None };
    let said = |name: &str| here(voice.words.say(name, &[]));
    match &page.subject {
        Subject::Home | Subject::Root | Subject::NotFound | Subject::Embedded(..) => Vec::new(),
        Subject::Region(rank) => {
            let region = &voice.shared.site.regions[*rank].region;
            vec![home, here(voice.around(&region.territory.name).to_owned())]
        }
        Subject::Call(call) | Subject::Partial(call, _) => {
            vec![home, region(voice, call), here(call.call.short.clone())]
        }
        Subject::Dossier(call) => {
            let to = Address::call(&page.lang, &call.region.slug, &call.call.slug);
            let short = Step { title: call.call.short.clone(), to: Some(to) };
            vec![home, region(voice, call), short, said("form_title")]
        }
        Subject::Text(text) => vec![home, here(voice.around(&text.title).to_owned())],
        Subject::Plan => vec![home, said("plan_title")],
        Subject::Departments => vec![home, said("departments_title")],
        Subject::Calendar => vec![home, said("calendar_title")],
        Subject::Search => vec![home, said("search_title")],
        Subject::Moved { .. } => vec![home, said("moved_title")],
    }
}

fn region(voice: Voice<'_>, call: &RegionalCall) -> Step {
    let region = &call.region;
    Step {
        title: voice.around(&region.territory.name).to_owned(),
        to: Some(Address::page(&voice.words.lang, region.slug.as_str())),
    }
}
