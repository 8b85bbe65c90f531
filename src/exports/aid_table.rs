//! `donnees/dispositif-aide.csv`: every call of the site, as `etalab/schema-dispositif-aide` 0.2.0 has it.

use serde::Serialize;

use super::aids::{Aid, each};
use super::csv;
use super::instants::{updated, utc};
use crate::model::aid::{AidKind, Audience, Role, name_of};
use crate::model::call::StepKind;
use crate::model::excerpt::first_words;
use crate::model::id::Lang;
use crate::tell::voice::SiteContext;

/// The fields of the schema, in its order.
const HEADER: [&str; 15] = [
    "id",
    "titre",
    "promesse",
    "description",
    "eligibilite",
    "types_aides",
    "porteurs",
    "programmes_parents",
    "url_source",
    "cibles",
    "eligibilite_geographique",
    "eligibilite_geographique_exclusions",
    "date_ouverture",
    "date_cloture",
    "date_mise_a_jour",
];

/// `maxLength` of `promesse`.
const PROMISE: usize = 180;
/// `maxLength` of `description`.
const DESCRIPTION: usize = 5000;

/// The table.
pub fn csv(shared: &SiteContext<'_>, lang: &Lang) -> Vec<u8> {
    csv::csv(&HEADER, each(shared, lang, row))
}

fn row(aid: &Aid<'_>) -> [String; 15] {
    let Aid { call, sheet, page } = aid;
    let mut description = aid.figures();
    description.push(aid.plain(sheet.description.as_ref()));
    let promise = sheet.promise.as_ref().map(|promise| page.voice.around(promise));
    let instant = |at: Option<_>| at.map(utc).unwrap_or_default();
    [
        call.aid_id().unwrap_or_default(),
        aid.title(),
        promise.map(|promise| first_words(promise, PROMISE).into_owned()).unwrap_or_default(),
        first_words(&description.join("\n"), DESCRIPTION).into_owned(),
        aid.plain(sheet.eligibility.as_ref()),
        names(&AidKind::ALL, &sheet.kinds),
        carriers(aid),
        sheet.programmes.join("|"),
        aid.address(),
        names(&Audience::ALL, &sheet.audiences),
        call.official_codes().join("|"),
        String::new(),
        instant(call.first_start(StepKind::Opening)),
        instant(call.last_instant(StepKind::Closing)),
        utc(updated(call, page.voice.shared.site.now)),
    ]
}

fn names<T: PartialEq>(all: &[(&'static str, T)], values: &[T]) -> String {
    let names: Vec<&str> = values.iter().map(|value| name_of(all, value)).collect();
    names.join("|")
}

/// A body, in the form of the schema's example. That one is not quite JSON; whatever reads it reads JSON too.
#[derive(Serialize)]
struct Porteur<'a> {
    nom: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    siren: Option<&'a str>,
    roles: Vec<&'static str>,
}

fn carriers(aid: &Aid<'_>) -> String {
    let carriers = aid.carriers();
    let porteurs = carriers.iter().map(|carrier| Porteur {
        nom: &carrier.name,
        siren: carrier.siren,
        roles: carrier.roles.iter().map(|role| name_of(&Role::ALL, role)).collect(),
    });
    let porteurs: Vec<Porteur<'_>> = porteurs.collect();
    serde_json::to_string(&porteurs).expect("names are strings")
}
