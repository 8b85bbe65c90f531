//! The page an applicant reads: [`Told`] becomes [`view::Call`].

use super::context::{PageContext, phrase};
use super::{files, folds, marker, parts, scope, site, subscription, view};
use crate::html::Footnotes;
use crate::model::address::Address;
use crate::model::origin::Origin;
use crate::model::regional::RegionalCall;
use crate::model::told::call::{
    Award, Document, File, Filing, Part, Passage, Priority, Results, Section, Step, Told,
};
use crate::model::value::Place;

/// The view of `call` on its page.
pub fn call(page: &PageContext<'_>, call: &RegionalCall, told: &Told) -> view::Call {
    let mut notes = Footnotes::default();
    // In the order of the numbers of their notes.
    let sections = told.sections.iter().map(|one| section(page, one, &mut notes)).collect();
    let sections = folds::folded(&told.sections, sections);
    let closing_message = told.closing_message.as_ref().map(|said| page.rich(said, &mut notes));
    let notice = told.notice.as_ref().map(|notice| page.rich(notice, &mut notes));
    let filing = filing(page, call, told, &mut notes);
    let priorities = told.priorities.iter().map(|one| priority(page, one, &mut notes)).collect();
    let news = told.news.iter().map(|news| view::News {
        date: news.date.clone(),
        iso: news.iso.clone(),
        body: page.rich(&news.body, &mut notes),
    });
    let news = news.collect();
    let region = &call.region;
    let lang = files::language(page, |lang| call.complete_in(lang));
    // A calendar of the past is of no use to anyone.
    let calendar = call.has_day() && told.steps.iter().any(|step| step.next);
    let calendar = calendar.then(|| Address::call_calendar(lang, &region.slug, &call.call.slug));
    let name = || format!("{}, {}", call.call.short, told.region);
    let subscribed = calendar.as_ref().map(|file| subscription::subscription(page, file, &name()));
    let feeds = (!call.draft).then(|| files::region_feeds(page, region));
    view::Call {
        title: phrase(&told.title),
        short: call.call.short.clone(),
        issuer: phrase(&told.issuer),
        summary: phrase(&told.summary),
        region: told.region.clone(),
        region_href: page.link(&Address::page(&page.voice.words.lang, region.slug.as_str())),
        within: told.within.clone(),
        marker: marker::marker(page, region),
        service: parts::service(&told.service),
        status: parts::status(&told.card.status),
        as_of: site::as_of(page, "as_of"),
        deadline: told.card.deadline.as_ref().map(parts::deadline),
        highlights: parts::highlights(&told.card.figures),
        limits: told.limits.clone(),
        closing_message,
        onward: told.onward.as_ref().map(|way| scope::onward(page, way)),
        notice,
        draft: call.draft,
        contents: contents(page, told),
        filing_anchor: anchor_of(told, Place::Filing),
        contacts_anchor: anchor_of(told, Place::Contacts),
        calendar: told.steps.iter().map(|one| step(page, call, one)).collect(),
        calendar_href: calendar.map(|calendar| page.link(&calendar)),
        subscription: subscribed,
        feed_href: files::feed_link(page, feeds),
        filing,
        text_file: told.text_file.as_ref().map(|file| parts::file(page, file)),
        results: told.results.as_ref().map(|given| results(page, given)),
        priorities,
        contacts: told.contacts.iter().map(parts::contact).collect(),
        news,
        documents: told.documents.iter().map(|one| document(page, one)).collect(),
        json: (!call.draft).then(|| page.link(&Address::call_data(&region.slug, &call.call.slug))),
        adapted: told.adapted,
        footnotes_html: notes.html(),
        sections,
    }
}

fn contents(page: &PageContext<'_>, told: &Told) -> Vec<view::ContentsEntry> {
    let top = told.sections.iter().filter(|section| section.level == 2);
    let entries = top.map(|section| view::ContentsEntry {
        id: section.id.clone(),
        title_html: page.line(&section.title),
        lang: page.foreign(&section.title.lang),
    });
    entries.collect()
}

fn section(page: &PageContext<'_>, section: &Section, notes: &mut Footnotes) -> view::Section {
    let parts = section.parts.iter().map(|part| match part {
        Part::Written(passage) => written(page, passage, notes),
        Part::Place(place) => view::Part { kind: kind(*place), text: None },
    });
    view::Section {
        parts: parts.collect(),
        id: section.id.clone(),
        level: section.level,
        opens_fold: false,
        closes_fold: false,
        title_html: page.line(&section.title),
        lang: page.foreign(&section.title.lang),
    }
}

fn written(page: &PageContext<'_>, passage: &Passage, notes: &mut Footnotes) -> view::Part {
    let view::Rich { html, lang } = page.rich(&passage.text, notes);
    let origin = origin_name(passage.origin);
    let text = view::Passage { html, lang, origin, mark: passage.mark.clone() };
    view::Part { kind: "html", text: Some(text) }
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

fn anchor_of(told: &Told, place: Place) -> String {
    let section = told.sections.iter().find(|section| section.places(place));
    section.map(|section| section.id.clone()).unwrap_or_default()
}

fn step(page: &PageContext<'_>, call: &RegionalCall, step: &Step) -> view::Step {
    let lang = files::language(page, |lang| call.complete_in(lang));
    let file = (step.is_ahead() && step.when.is_day())
        .then(|| Address::step_calendar(lang, &call.region.slug, &call.call.slug, &step.id));
    view::Step {
        id: step.id.to_string(),
        kind: step.kind.name().to_owned(),
        when: parts::deadline(&step.when),
        next: step.next,
        cancelled: step.cancelled,
        state: step.state.clone(),
        anchor: step.anchor(),
        calendar_href: file.map(|file| page.link(&file)),
        href: step.link.clone(),
        mark: step.mark.clone(),
        initial: step.initial.clone(),
    }
}

fn filing(
    page: &PageContext<'_>,
    call: &RegionalCall,
    told: &Told,
    notes: &mut Footnotes,
) -> view::Filing {
    let Filing { online, email, address, instruction, unknown } = &told.filing;
    let dossier = call.form.as_ref().map(|_| {
        let lang = &page.voice.words.lang;
        let address = Address::dossier(lang, &call.region.slug, &call.call.slug);
        let files = told.files.iter().map(|file| parts::file(page, file));
        view::DossierLinks { href: page.link(&address), files: files.collect() }
    });
    view::Filing {
        dossier,
        online: online.clone(),
        email: email.clone(),
        address: address.as_ref().map(phrase),
        instruction: instruction.as_ref().map(|text| page.rich(text, notes)),
        unknown: unknown.clone(),
    }
}

fn priority(page: &PageContext<'_>, priority: &Priority, notes: &mut Footnotes) -> view::Priority {
    view::Priority {
        id: priority.id.to_string(),
        title: phrase(&priority.title),
        body: page.rich(&priority.body, notes),
        departments: parts::departments(&priority.departments),
        sectors: priority.sectors.iter().map(phrase).collect(),
    }
}

fn document(page: &PageContext<'_>, document: &Document) -> view::Document {
    view::Document {
        title: phrase(&document.title),
        href: page.link(&document.address),
        format: document.format.clone(),
        weight: Some(page.voice.words.weight(document.weight)),
        language: document.language.clone(),
        remark: None,
    }
}

fn results(page: &PageContext<'_>, results: &Results) -> view::Results {
    let award = |award: &Award| view::Award {
        organisation: award.organisation.clone(),
        object: phrase(&award.object),
        place: award.place.as_ref().map(phrase),
        departments: parts::departments(&award.departments),
        amount: award.amount.clone(),
    };
    view::Results {
        summary: results.summary.clone(),
        caption: results.caption.clone(),
        awards: results.awards.iter().map(award).collect(),
        total: results.total.clone(),
        file: results.file.as_ref().map(|file: &File| parts::file(page, file)),
    }
}
