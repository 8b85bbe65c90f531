//! The page an applicant reads: [`Told`] becomes [`view::Call`].

use super::context::{PageContext, phrase};
use super::texts::Texts;
use super::{files, marker, parts, scope, site, subscription, view};
use crate::model::address::Address;
use crate::model::call::TOP_LEVEL;
use crate::model::regional::RegionalCall;
use crate::model::told::call::{Award, Document, File, Partial, Results, Section, Step, Told};
use crate::model::value::Place;

/// The view of `call` on its page.
pub fn call(page: &PageContext<'_>, call: &RegionalCall, told: &Told) -> view::Call {
    let texts = Texts::of(page, told);
    let region = &call.region;
    let (calendar_href, subscription) = dates(page, call, told).unzip();
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
        closing_message: texts.closing_message,
        onward: told.onward.as_ref().map(|way| scope::onward(page, way)),
        notice: texts.notice,
        draft: call.draft,
        contents: contents(page, told),
        filing_anchor: anchor_of(told, Place::Filing),
        contacts_anchor: anchor_of(told, Place::Contacts),
        calendar: told.steps.iter().map(|one| step(page, call, one)).collect(),
        calendar_href,
        subscription: subscription.filter(|_| !call.draft),
        feed_href: files::feed_link(page, feeds),
        filing: texts.filing,
        text_file: told.text_file.as_ref().map(|file| parts::file(page, file)),
        results: told.results.as_ref().map(|given| results(page, given)),
        priorities: texts.priorities,
        contacts: told.contacts.iter().map(parts::contact).collect(),
        news: texts.news,
        documents: told.documents.iter().map(|one| document(page, one)).collect(),
        json: (!call.draft).then(|| page.link(&Address::call_data(&region.slug, &call.call.slug))),
        adapted: told.adapted,
        footnotes_html: texts.footnotes_html,
        silent: told.silent.clone(),
        sections: texts.sections,
        partial: told.partial.as_ref().map(|partial| self::partial(page, told, partial)),
    }
}

fn partial(page: &PageContext<'_>, told: &Told, partial: &Partial) -> view::Partial {
    let own = told.sections.iter().filter(|section| section.title.lang == partial.lang);
    view::Partial {
        intro: partial.sections.clone(),
        sections: own.map(|section| contents_entry(page, section)).collect(),
        rest: partial.rest.clone(),
    }
}

/// All the dates of a call, as a file and to subscribe to. A calendar of the past is of no use to anyone.
fn dates(
    page: &PageContext<'_>,
    call: &RegionalCall,
    told: &Told,
) -> Option<(String, view::Subscription)> {
    told.steps.iter().find(|step| step.next && call.has_day())?;
    let lang = files::language(page, |lang| call.complete_in(lang));
    let file = Address::call_calendar(lang, &call.region.slug, &call.call.slug);
    let name = format!("{}, {}", call.call.short, told.region);
    Some((page.link(&file), subscription::subscription(page, &file, &name)))
}

fn contents(page: &PageContext<'_>, told: &Told) -> Vec<view::ContentsEntry> {
    let top = told.sections.iter().filter(|section| section.level == TOP_LEVEL);
    top.map(|section| contents_entry(page, section)).collect()
}

fn contents_entry(page: &PageContext<'_>, section: &Section) -> view::ContentsEntry {
    view::ContentsEntry {
        id: section.id.clone(),
        title_html: page.line(&section.title),
        lang: page.foreign(&section.title.lang),
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
