//! A regional call becomes [`Told`].

use super::reading::Reading;
use super::text::Texts;
use super::voice::Voice;
use super::{card, contacts, files, results, scope, steps};
use crate::model::address::Address;
use crate::model::id::Slug;
use crate::model::origin::Origin;
use crate::model::partial::PartialLanguage;
use crate::model::region::Document as Attached;
use crate::model::regional::RegionalCall;
use crate::model::told::call::{Document, Filing, News, Partial, Priority, Told};
use crate::words::{Arg, grammar};

/// All that `call` says to the readers of `voice`.
pub fn told(voice: Voice<'_>, call: &RegionalCall) -> Told {
    let owner = &call.region.slug;
    let texts = Texts::new(voice);
    let Reading { sections, silent } = Reading::of(&texts, call);
    let over = call.is_over(voice.shared.site.now);
    let closing_message = call.closing_message.as_ref().filter(|_| over);
    let onward = call.onward.as_ref().filter(|_| over);
    Told {
        title: voice.phrase(&call.call.title),
        issuer: voice.phrase(&call.call.issuer),
        summary: voice.phrase(&call.call.summary),
        region: voice.around(&call.region.territory.name).to_owned(),
        within: grammar::territory_in(voice.words, &call.region.territory),
        service: contacts::service(voice, &call.region.service),
        card: card::card(voice, call),
        limits: scope::limits(voice, call),
        notice: call.notice.as_ref().map(|notice| texts.text(notice, Some(owner))),
        closing_message: closing_message
            .map(|said| texts.text(&said.text, Some(call.owner(said.origin)))),
        onward: onward.map(|way| scope::onward(voice, way, (&call.call.slug, owner))),
        sections,
        partial: voice.partial.map(|language| partial(voice, language)),
        silent,
        priorities: priorities(&texts, call),
        steps: steps::all(voice, call),
        filing: filing(voice, call),
        contacts: contacts::of_call(voice, call),
        news: news(&texts, call),
        documents: documents(voice, call),
        to_fill: files::to_fill(voice, call),
        text_file: files::call_text(voice, call),
        results: results::results(voice, call),
        adapted: is_adapted(call),
    }
}

/// What the page says of the language that it has in part.
fn partial(voice: Voice<'_>, language: &PartialLanguage) -> Partial {
    let Voice { words, content, shared, .. } = voice;
    let named = words.language_tag(&language.lang).unwrap_or_else(|| language.name.clone());
    let reference = words.language(shared.words(content));
    Partial {
        lang: language.lang.clone(),
        sections: words.say("partial_sections", &[("language", Arg::Text(&named))]),
        rest: words.say("partial_rest", &[("reference", Arg::Text(&reference))]),
    }
}

/// How to apply.
pub fn filing(voice: Voice<'_>, call: &RegionalCall) -> Filing {
    let filing = &call.filing;
    let owner = Some(&call.region.slug);
    let instruction = filing.instruction.as_ref();
    Filing {
        online: filing.online.clone(),
        email: filing.email.clone(),
        address: filing.address.as_ref().map(|address| voice.phrase(address)),
        instruction: instruction.map(|text| Texts::new(voice).text(text, owner)),
        unknown: (!filing.is_known()).then(|| contacts::ask(voice, call, "filing_unknown")),
    }
}

/// What the territory gives priority to.
pub fn priorities(texts: &Texts<'_>, call: &RegionalCall) -> Vec<Priority> {
    let voice = texts.voice;
    let priorities = call.priorities.iter().map(|priority| Priority {
        id: priority.id.clone(),
        title: voice.phrase(&priority.title),
        body: texts.text(&priority.body, Some(&call.region.slug)),
        departments: priority.departments.clone(),
        sectors: priority.sectors.iter().map(|sector| voice.phrase(sector)).collect(),
    });
    priorities.collect()
}

fn news(texts: &Texts<'_>, call: &RegionalCall) -> Vec<News> {
    let voice = texts.voice;
    let news = call.told(voice.shared.site.now).map(|item| News {
        date: voice.words.date(item.date),
        iso: item.date.to_string(),
        body: texts.text(&item.body, Some(&call.region.slug)),
    });
    news.collect()
}

/// The files that the region attaches.
pub fn documents(voice: Voice<'_>, call: &RegionalCall) -> Vec<Document> {
    call.documents.iter().map(|one| document(voice, &call.region.slug, one)).collect()
}

fn document(voice: Voice<'_>, owner: &Slug, document: &Attached) -> Document {
    let address = Address::document(owner, &document.file.value);
    let foreign = document.lang != voice.words.lang;
    Document {
        title: voice.phrase(&document.title),
        format: document.format(),
        weight: voice.shared.site.weight(&address),
        language: foreign.then(|| {
            let named = voice.words.language_tag(&document.lang);
            named.unwrap_or_else(|| document.lang.to_string())
        }),
        address,
    }
}

fn is_adapted(call: &RegionalCall) -> bool {
    let parts = call.sections.iter().flat_map(|section| &section.parts);
    parts.map(|part| part.origin).any(|origin| origin != Origin::National)
}
