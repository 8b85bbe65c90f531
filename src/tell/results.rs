//! The projects that are kept, once they may be told.

use super::contacts;
use super::voice::Voice;
use crate::model::address::Address;
use crate::model::award::{Award as Kept, Awards};
use crate::model::regional::RegionalCall;
use crate::model::regional::stage::Stage;
use crate::model::told::call::{Award, File, Results};
use crate::model::unit::Unit;
use crate::words::{Arg, grammar};

/// What the call gave, once it may be told.
pub fn results(voice: Voice<'_>, call: &RegionalCall) -> Option<Results> {
    let now = voice.shared.site.now;
    if call.stage(now) < Stage::Results {
        return None;
    }
    let words = voice.words;
    let told = call.told_awards(now);
    let mut awards: Vec<&Kept> = told.iter().flat_map(|told| &told.list).collect();
    awards.sort_by(|a, b| words.order(&a.organisation, &b.organisation));
    let total = words.amount(awards.iter().map(|a| a.amount.value).sum(), Unit::Euro);
    let within = grammar::territory_in(words, &call.region.territory);
    Some(Results {
        summary: summary(voice, call, told, &total),
        caption: words.say("results_caption", &[("within", Arg::Text(&within))]),
        awards: awards.into_iter().map(|kept| award(voice, kept)).collect(),
        total,
        file: file(voice, call),
    })
}

fn summary(voice: Voice<'_>, call: &RegionalCall, told: Option<&Awards>, total: &str) -> String {
    let words = voice.words;
    match told.map(|told| told.list.len()) {
        Some(0) => words.say("results_none", &[]),
        Some(count) => {
            let count = i64::try_from(count).unwrap_or(i64::MAX);
            words.say("results_count", &[("n", Arg::Count(count)), ("total", Arg::Text(total))])
        }
        None => contacts::ask(voice, call, "results_unknown"),
    }
}

fn award(voice: Voice<'_>, award: &Kept) -> Award {
    Award {
        organisation: award.organisation.clone(),
        object: voice.phrase(&award.object),
        place: award.place.as_ref().map(|place| voice.phrase(place)),
        departments: award.departments.clone(),
        amount: voice.words.amount(award.amount.value, Unit::Euro),
    }
}

/// The open data, where the plan publishes them: those of a draft are not.
fn file(voice: Voice<'_>, call: &RegionalCall) -> Option<File> {
    let address = Address::grants(&call.region.slug, &call.call.slug);
    let export = voice.shared.site.exports.iter().find(|export| export.address == address)?;
    let foreign = export.lang != voice.words.lang;
    Some(File {
        title: voice.words.say("results_file", &[]),
        address,
        format: "CSV".to_owned(),
        language: foreign.then(|| voice.words.language(voice.shared.words(&export.lang))),
        remark: None,
    })
}
