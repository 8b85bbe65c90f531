//! A regional call becomes its [`Booklet`].

use super::dossier::{form, guide, version, wording};
use super::text::Texts;
use super::voice::Voice;
use super::{call as told, contacts, sections, steps};
use crate::model::origin::Origin;
use crate::model::regional::RegionalCall;
use crate::model::told::booklet::{Booklet, BookletContent, BookletWords, Cover};
use crate::model::told::call::{Part, Section};
use crate::model::value::Place;
use crate::words::grammar;

/// The text of `call`.
pub fn booklet(voice: Voice<'_>, call: &RegionalCall) -> Booklet {
    let texts = Texts::new(voice);
    let say = |name: &str| voice.words.say(name, &[]);
    let content = BookletContent {
        guide: guide::of(voice, call),
        sections: sections::all(&texts, call).into_iter().filter_map(without_news).collect(),
        priorities: told::priorities(&texts, call),
        steps: steps::dated(voice, call),
        filing: guide::filing(voice, &told::filing(voice, call)),
        whom: guide::whom(voice, &contacts::of_call(voice, call)),
        documents: told::documents(voice, call),
    };
    let version = version::of_booklet(&content);
    let cover = Cover {
        lang: voice.words.lang.clone(),
        right_to_left: voice.words.lang.is_right_to_left(),
        service: grammar::service_name(voice.words, &call.region),
        title: voice.phrase(&call.call.title),
        within: grammar::territory_in(voice.words, &call.region.territory),
        summary: voice.phrase(&call.call.summary),
        date: call.call.published,
        footer: form::footer(voice, call, &version),
        page_of: wording::page_of(voice.words),
        contents: say("contents_of_form"),
        identity: form::identity(call, version),
    };
    Booklet {
        cover,
        content,
        words: BookletWords {
            sectors: say("sectors_label"),
            departments: say("departments_label"),
            no_priority: say("priorities_none"),
            no_step: say("calendar_none"),
            no_document: say("documents_none"),
        },
    }
}

/// What changed is announced on the page, day after day: a section that announces it and nothing else is of no use
/// here. What a region wrote in it stays.
fn without_news(section: Section) -> Option<Section> {
    let is_news = |part: &Part| matches!(part, Part::Place(Place::News));
    let said = |part: &Part| match part {
        Part::Written(passage) => passage.origin != Origin::National,
        Part::Place(place) => *place != Place::News,
    };
    if section.parts.iter().any(is_news) && !section.parts.iter().any(said) {
        return None;
    }
    let parts = section.parts.into_iter().filter(|part| !is_news(part)).collect();
    Some(Section { parts, ..section })
}
