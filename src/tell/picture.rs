//! The picture that stands for a call, or for the site, where a link to it is shared.

use super::head;
use super::moments;
use super::voice::Voice;
use crate::model::excerpt::first_words;
use crate::model::regional::RegionalCall;
use crate::model::told::picture::{Fact, Picture};
use crate::words::grammar;

/// How long each may be, in characters: two lines of the title, one of the region, three of what the site is.
const LONGEST_TITLE: usize = 60;
const LONGEST_REGION: usize = 45;
const LONGEST_SUBTITLE: usize = 150;
const LONGEST_FACT: usize = 40;

/// Of the site.
pub fn of_site(voice: Voice<'_>) -> Picture {
    let settings = &voice.shared.site.settings;
    let title = voice.around(&settings.title);
    let tagline = settings.tagline.as_ref().map_or("", |tagline| voice.around(tagline));
    Picture {
        site: String::new(),
        title: short(title, LONGEST_TITLE),
        subtitle: short(tagline, LONGEST_SUBTITLE),
        facts: Vec::new(),
        service: String::new(),
        alternative: sentence([title, tagline]),
        ..blank(voice)
    }
}

/// Of a call in a region.
pub fn of_call(voice: Voice<'_>, call: &RegionalCall) -> Picture {
    let within = grammar::territory_in(voice.words, &call.region.territory);
    let site = voice.around(&voice.shared.site.settings.title);
    let facts: Vec<Fact> =
        [deadline(voice, call), ceiling(voice, call)].into_iter().flatten().collect();
    let name = head::named_in_region(voice, call);
    let colon = voice.words.say("colon", &[]);
    let told = facts.iter().map(|fact| format!("{}{colon} {}", fact.label, fact.value));
    let told: Vec<String> = [name].into_iter().chain(told).collect();
    Picture {
        site: short(site, LONGEST_TITLE),
        title: short(&head::edition(&call.call, &voice.words.lang), LONGEST_TITLE),
        subtitle: short(&within, LONGEST_REGION),
        facts,
        service: short(&grammar::service_name(voice.words, &call.region), LONGEST_TITLE),
        alternative: sentence(told.iter().map(String::as_str)),
        ..blank(voice)
    }
}

fn deadline(voice: Voice<'_>, call: &RegionalCall) -> Option<Fact> {
    let step = call.deadline(voice.shared.site.now)?;
    let moment = moments::moment(voice, call, step);
    let time = moment.time.as_deref().unwrap_or_default();
    Some(Fact {
        label: short(&moment.label.text, LONGEST_FACT),
        value: moment.date,
        note: short(time, LONGEST_FACT),
    })
}

fn ceiling(voice: Voice<'_>, call: &RegionalCall) -> Option<Fact> {
    let (label, value) = head::most(voice, call)?;
    Some(Fact { label: short(&label, LONGEST_FACT), value, note: String::new() })
}

fn blank(voice: Voice<'_>) -> Picture {
    let lang = voice.words.lang.clone();
    Picture {
        right_to_left: lang.is_right_to_left(),
        lang,
        site: String::new(),
        title: String::new(),
        subtitle: String::new(),
        facts: Vec::new(),
        service: String::new(),
        alternative: String::new(),
    }
}

fn sentence<'t>(said: impl IntoIterator<Item = &'t str>) -> String {
    let said: Vec<&str> = said.into_iter().filter(|words| !words.is_empty()).collect();
    said.join(". ")
}

fn short(words: &str, most: usize) -> String {
    first_words(words, most).into_owned()
}
