//! The page an applicant reads: a regional call becomes [`view::Call`].

use super::html::{self, Footnotes};
use super::{dossier, results, site, view};
use crate::model::address::Address;
use crate::model::origin::Origin;
use crate::model::prose::Block;
use crate::model::region::Document;
use crate::model::regional::{RegionalCall, RegionalPart, RegionalSection, RegionalStep};
use crate::model::value::Place;
use crate::tell::context::PageContext;
use crate::tell::leftovers::{self, Leftover};
use crate::tell::moments;
use crate::words::{Arg, grammar};

/// The view of `call` on its page.
pub fn call(page: PageContext<'_>, call: &RegionalCall) -> view::Call {
    let now = page.shared.site.now;
    let mut notes = Footnotes::default();
    let owner = Some(&call.region.slug);
    let leftovers = leftovers::of(page.words, call, page.content);
    let mut sections = sections(page, call, &mut notes);
    sections.extend(leftovers.iter().map(leftover));
    let anchor = |kind| anchor_of(&sections, kind);
    let zone = &call.region.territory.zone;
    let to_come = |s: &RegionalStep| s.cancelled.is_none() && s.step.when.ends(zone) >= now;
    let next = call.steps.iter().position(to_come);
    let calendar =
        call.steps.iter().enumerate().map(|(rank, s)| step(&page, call, s, next == Some(rank)));
    let region = &call.region;
    view::Call {
        title: page.text(&call.call.title),
        short: call.call.short.clone(),
        issuer: page.text(&call.call.issuer),
        summary: page.text(&call.call.summary),
        region: page.chrome(&region.territory.name).to_owned(),
        region_href: page.link(&Address::page(&page.words.lang, region.slug.as_str())),
        within: grammar::territory_in(page.words, &region.territory),
        service: site::service(&page, &region.service),
        status: site::status(page.words, call, now),
        as_of: site::as_of(&page, "as_of"),
        deadline: call.deadline(now).map(|step| moments::deadline(&page, call, step)),
        highlights: highlights(&page, call),
        notice: call.notice.as_ref().map(|notice| page.rich(notice, owner, &mut notes)),
        draft: call.draft,
        contents: contents(&page, call, &leftovers),
        filing_anchor: anchor("filing"),
        contacts_anchor: anchor("contacts"),
        calendar: calendar.collect(),
        // A calendar of the past is of no use to anyone.
        calendar_href: next.is_some().then(|| {
            let lang = site::lang_of_files(&page, |lang| call.complete_in(lang));
            page.link(&Address::call_calendar(lang, &region.slug, &call.call.slug))
        }),
        feed_href: site::feed_link(&page, (!call.draft).then(|| site::region_feeds(&page, region))),
        filing: filing(page, call, &mut notes),
        text_file: dossier::text_file(&page, call),
        results: results::results(&page, call),
        priorities: priorities(page, call, &mut notes),
        contacts: contacts(&page, call),
        news: news(page, call, &mut notes),
        documents: call.documents.iter().map(|d| document(&page, call, d)).collect(),
        json: (!call.draft).then(|| page.link(&Address::call_data(&region.slug, &call.call.slug))),
        adapted: is_adapted(call),
        footnotes_html: notes.html(),
        sections,
    }
}

/// The figures shown at the top.
pub fn highlights(page: &PageContext<'_>, call: &RegionalCall) -> Vec<view::Highlight> {
    let words = page.words;
    let featured = call.parameters.iter().filter(|p| p.parameter.featured);
    let highlights = featured.filter_map(|regional| {
        let parameter = &regional.parameter;
        let note = (regional.origin != Origin::National).then(|| {
            let national = words.amount(regional.national, parameter.unit);
            words.say("national_value", &[("value", Arg::Text(&national))])
        });
        Some(view::Highlight {
            label: page.text(parameter.label.as_ref()?),
            value: words.amount(parameter.value, parameter.unit),
            note,
        })
    });
    highlights.collect()
}

fn is_adapted(call: &RegionalCall) -> bool {
    let parts = call.sections.iter().flat_map(|section| &section.parts);
    parts.map(|part| part.origin).any(|origin| origin != Origin::National)
}

fn contents(
    page: &PageContext<'_>,
    call: &RegionalCall,
    leftovers: &[Leftover],
) -> Vec<view::ContentsEntry> {
    let top = call.sections.iter().filter(|section| section.section.level == 2);
    let entries = top.map(|section| {
        let title = section.section.title.show(page.content);
        let context = page.text_in(title.lang, None);
        view::ContentsEntry {
            id: section.section.id.to_string(),
            title_html: html::inline_html(&context, title.value),
            lang: page.foreign(title.lang),
        }
    });
    let left = leftovers.iter().map(|block| view::ContentsEntry {
        id: block.id.clone(),
        title_html: block.title_html(),
        lang: None,
    });
    entries.chain(left).collect()
}

fn sections(
    page: PageContext<'_>,
    call: &RegionalCall,
    notes: &mut Footnotes,
) -> Vec<view::Section> {
    call.sections.iter().map(|s| section(page, call, s, notes)).collect()
}

/// A block that no section places.
fn leftover(block: &Leftover) -> view::Section {
    view::Section {
        id: block.id.clone(),
        level: 2,
        title_html: block.title_html(),
        lang: None,
        parts: vec![block_part(block.place)],
    }
}

fn section(
    page: PageContext<'_>,
    call: &RegionalCall,
    regional: &RegionalSection,
    notes: &mut Footnotes,
) -> view::Section {
    let title = regional.section.title.show(page.content);
    let context = page.text_in(title.lang, None);
    let mut parts = Vec::new();
    for part in &regional.parts {
        push_part(page, call, part, notes, &mut parts);
    }
    view::Section {
        id: regional.section.id.to_string(),
        level: regional.section.level,
        title_html: html::inline_html(&context, title.value),
        lang: page.foreign(title.lang),
        parts,
    }
}

/// Cuts a text at the blocks that the page composes.
fn push_part(
    page: PageContext<'_>,
    call: &RegionalCall,
    regional: &RegionalPart,
    notes: &mut Footnotes,
    parts: &mut Vec<view::Part>,
) {
    let origin = regional.origin;
    let shown = regional.text.show(page.content);
    let context = page.text_in(shown.lang, Some(regional.owner(call)));
    for run in shown.value.blocks.split_inclusive(|block| matches!(block, Block::Place(_))) {
        let (text, place) = match run {
            [text @ .., Block::Place(place)] => (text, Some(place.value)),
            _ => (run, None),
        };
        if !text.is_empty() {
            parts.push(view::Part {
                kind: "html".to_owned(),
                html: html::blocks_html(&context, shown.value, text, notes),
                lang: page.foreign(shown.lang),
                origin: origin_name(origin).to_owned(),
                mark: mark(&page, call, origin),
            });
        }
        parts.extend(place.map(block_part));
    }
}

fn block_part(place: Place) -> view::Part {
    view::Part {
        kind: kind(place).to_owned(),
        html: String::new(),
        lang: None,
        origin: origin_name(Origin::National).to_owned(),
        mark: String::new(),
    }
}

/// The name of a block in the theme's contract.
fn kind(place: Place) -> &'static str {
    match place {
        Place::Priorities => "priorities",
        Place::Calendar => "calendar",
        Place::Filing => "filing",
        Place::Contacts => "contacts",
        Place::News => "news",
        Place::Documents => "documents",
    }
}

fn origin_name(origin: Origin) -> &'static str {
    match origin {
        Origin::National => "national",
        Origin::Added => "added",
        Origin::Replaced => "replaced",
    }
}

/// Who wrote a passage, when the nation did not.
pub fn mark(page: &PageContext<'_>, call: &RegionalCall, origin: Origin) -> String {
    let name = match origin {
        Origin::National => return String::new(),
        Origin::Added => "mark_added",
        Origin::Replaced => "mark_replaced",
    };
    let author = grammar::author(page.words, &call.region);
    page.words.say(name, &[("service", Arg::Text(&author))])
}

fn anchor_of(sections: &[view::Section], kind: &str) -> String {
    let holds = |section: &&view::Section| section.parts.iter().any(|part| part.kind == kind);
    sections.iter().find(holds).map(|section| section.id.clone()).unwrap_or_default()
}

fn step(
    page: &PageContext<'_>,
    call: &RegionalCall,
    regional: &RegionalStep,
    next: bool,
) -> view::Step {
    let words = page.words;
    let mut when = moments::deadline(page, call, regional);
    let cancelled = regional.cancelled.is_some();
    // What was cancelled never took place: time changes nothing of it.
    when.left = when.left.filter(|_| !cancelled);
    when.past &= !cancelled;
    let state = match (cancelled, when.past, next) {
        (true, ..) => words.say("step_cancelled", &[]),
        (_, true, _) => words.say("step_past", &[]),
        (.., true) => words.say("step_next", &[]),
        _ => String::new(),
    };
    let ahead = !cancelled && !when.past;
    let lang = site::lang_of_files(page, |lang| call.complete_in(lang));
    let file = ahead.then(|| {
        Address::step_calendar(lang, &call.region.slug, &call.call.slug, &regional.step.id)
    });
    // The mark of a moved step tells of its national date.
    let told = call.initially(regional, page.shared.site.now);
    let said = !cancelled && told == regional.moved_from;
    let initial = moments::initial(page, call, regional);
    view::Step {
        id: regional.step.id.to_string(),
        kind: regional.step.kind.name().to_owned(),
        when,
        next,
        cancelled,
        state,
        anchor: moments::anchor(&regional.step.id),
        calendar_href: file.map(|file| page.link(&file)),
        href: regional.step.link.clone(),
        mark: step_mark(page, call, regional),
        initial: initial.filter(|_| !said),
    }
}

/// What the region changed, and from which national date.
pub fn step_mark(page: &PageContext<'_>, call: &RegionalCall, regional: &RegionalStep) -> String {
    let words = page.words;
    if let Some(cancellation) = moments::cancellation(words, call, regional) {
        return cancellation;
    }
    let author = grammar::author(words, &call.region);
    match (regional.origin, regional.moved_from) {
        (Origin::Added, _) => mark(page, call, Origin::Added),
        (_, Some(national)) if national.date != regional.step.when.date => {
            let national = words.day(national.date);
            let args = [("service", Arg::Text(&author)), ("date", Arg::Text(&national))];
            words.say("mark_moved_from", &args)
        }
        (_, Some(_)) => words.say("mark_moved", &[("service", Arg::Text(&author))]),
        _ => String::new(),
    }
}

fn filing(page: PageContext<'_>, call: &RegionalCall, notes: &mut Footnotes) -> view::Filing {
    let filing = &call.filing;
    let owner = Some(&call.region.slug);
    let dossier = call.form.as_ref().map(|_| {
        let address = Address::dossier(&page.words.lang, &call.region.slug, &call.call.slug);
        view::DossierLinks { href: page.link(&address), files: dossier::files(&page, call) }
    });
    view::Filing {
        dossier,
        online: filing.online.clone(),
        email: filing.email.clone(),
        address: filing.address.as_ref().map(|address| page.text(address)),
        instruction: filing.instruction.as_ref().map(|text| page.rich(text, owner, notes)),
        unknown: (!filing.is_known()).then(|| {
            let service = grammar::service_the(page.words, &call.region.service);
            page.words.say("filing_unknown", &[("service", Arg::Text(&service))])
        }),
    }
}

fn priorities(
    page: PageContext<'_>,
    call: &RegionalCall,
    notes: &mut Footnotes,
) -> Vec<view::Priority> {
    let owner = Some(&call.region.slug);
    let priorities = call.priorities.iter().map(|priority| view::Priority {
        id: priority.id.to_string(),
        title: page.text(&priority.title),
        body: page.rich(&priority.body, owner, notes),
        departments: site::departments(&priority.departments),
        sectors: priority.sectors.iter().map(|sector| page.text(sector)).collect(),
    });
    priorities.collect()
}

/// Without contact, the page sends to the service's own site.
fn contacts(page: &PageContext<'_>, call: &RegionalCall) -> Vec<view::Contact> {
    if call.contacts.is_empty() {
        return vec![site::default_contact(page, &call.region.service)];
    }
    call.contacts.iter().map(|contact| site::contact(page, contact)).collect()
}

fn news(page: PageContext<'_>, call: &RegionalCall, notes: &mut Footnotes) -> Vec<view::News> {
    let owner = Some(&call.region.slug);
    let news = call.told(page.shared.site.now).map(|item| view::News {
        date: page.words.date(item.date),
        iso: item.date.to_string(),
        body: page.rich(&item.body, owner, notes),
    });
    news.collect()
}

fn document(page: &PageContext<'_>, call: &RegionalCall, document: &Document) -> view::Document {
    let address = Address::document(&call.region.slug, &document.file.value);
    let foreign = document.lang != page.words.lang;
    view::Document {
        title: page.text(&document.title),
        href: page.link(&address),
        format: document.format(),
        weight: Some(page.words.weight(page.shared.site.weight(&address))),
        language: foreign.then(|| {
            let named = page.words.language_tag(&document.lang);
            named.unwrap_or_else(|| document.lang.to_string())
        }),
        remark: None,
    }
}
