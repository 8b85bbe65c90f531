//! The projects that are kept, as their page tells them.

use super::{site, view};
use crate::exports;
use crate::model::address::Address;
use crate::model::award::{Award, Awards};
use crate::model::call::Unit;
use crate::model::regional::RegionalCall;
use crate::model::regional::life::Stage;
use crate::tell::context::PageContext;
use crate::words::{Arg, grammar};

/// What the call gave, once it may be told.
pub fn results(page: &PageContext<'_>, call: &RegionalCall) -> Option<view::Results> {
    let now = page.shared.site.now;
    if call.stage(now) < Stage::Results {
        return None;
    }
    let words = page.words;
    let told = call.told_awards(now);
    let mut awards: Vec<&Award> = told.iter().flat_map(|told| &told.list).collect();
    awards.sort_by(|a, b| words.order(&a.organisation, &b.organisation));
    let total = words.amount(awards.iter().map(|a| a.amount.value).sum(), Unit::Euro);
    let within = grammar::territory_in(words, &call.region.territory);
    Some(view::Results {
        summary: summary(page, call, told, &total),
        caption: words.say("results_caption", &[("within", Arg::Text(&within))]),
        awards: awards.into_iter().map(|kept| award(page, kept)).collect(),
        total,
        file: file(page, call),
    })
}

fn summary(
    page: &PageContext<'_>,
    call: &RegionalCall,
    told: Option<&Awards>,
    total: &str,
) -> String {
    let words = page.words;
    match told.map(|told| told.list.len()) {
        Some(0) => words.say("results_none", &[]),
        Some(count) => {
            let count = i64::try_from(count).unwrap_or(i64::MAX);
            words.say("results_count", &[("n", Arg::Count(count)), ("total", Arg::Text(total))])
        }
        None => {
            let service = grammar::service_the(words, &call.region.service);
            words.say("results_unknown", &[("service", Arg::Text(&service))])
        }
    }
}

fn award(page: &PageContext<'_>, award: &Award) -> view::Award {
    view::Award {
        organisation: award.organisation.clone(),
        object: page.text(&award.object),
        place: award.place.as_ref().map(|place| page.text(place)),
        departments: site::departments(&award.departments),
        amount: page.words.amount(award.amount.value, Unit::Euro),
    }
}

/// The open data, where the plan publishes them: those of a draft are not.
fn file(page: &PageContext<'_>, call: &RegionalCall) -> Option<view::Document> {
    let address = Address::grants(&call.region.slug, &call.call.slug);
    let export = page.shared.site.exports.iter().find(|export| export.address == address)?;
    let text = page.words.say("results_file", &[]);
    let foreign = export.lang != page.words.lang;
    Some(view::Document {
        title: view::Text { text, lang: None },
        href: page.link(&address),
        format: "CSV".to_owned(),
        weight: Some(page.words.weight(exports::bytes(page.shared, export).len())),
        language: foreign.then(|| page.words.language(page.shared.words(&export.lang))),
        remark: None,
    })
}
