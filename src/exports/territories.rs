//! `<lang>/territoires.js`: which region is whose, for the script of the finder: names of regions, departments and large towns,
//! postal codes that mislead, and what lies outside the regions.

use std::collections::BTreeMap;

use serde::Serialize;

use super::script;
use crate::model::address::Address;
use crate::model::id::Lang;
use crate::model::regional::RegionalCall;
use crate::model::site::SiteRegion;
use crate::model::territory::{self, Department, POSTAL_EXCEPTIONS};
use crate::model::towns;
use crate::tell::scope;
use crate::tell::voice::{SiteContext, Voice};

#[derive(Serialize)]
struct Territories<'a> {
    regions: Vec<Region<'a>>,
    /// Code and name, of the table and of the site's own.
    departments: Vec<(String, String)>,
    /// Collectivities and neighbours with postal codes of their own, which no region of the site covers.
    elsewhere: Vec<(String, String)>,
    /// Name, code of the department, and 1 where another municipality bears the name.
    towns: Vec<(&'static str, &'static str, u8)>,
    /// Postal codes whose department is not their first digits.
    split: &'static [(&'static str, &'static [&'static str])],
}

#[derive(Serialize)]
struct Region<'a> {
    name: &'a str,
    /// Its names in other languages.
    also: Vec<&'a str>,
    href: String,
    departments: Vec<&'a str>,
    calls: Vec<Call<'a>>,
    /// What it says of the calls in which it takes no part.
    absent: Vec<String>,
    /// Which part of a department is its own, by code, where another region has one too.
    parts: BTreeMap<&'a str, String>,
}

/// A call of a region, and its page.
#[derive(Serialize)]
struct Call<'a> {
    title: &'a str,
    href: String,
    /// Departments in which it is not open, and what is said there.
    shut: Vec<&'a str>,
    elsewhere: Option<String>,
}

/// What the finder of a language knows.
pub fn js(shared: &SiteContext<'_>, lang: &Lang) -> Vec<u8> {
    let voice = Voice::of_site(shared, lang);
    let regions = &shared.site.regions;
    let own = regions.iter().flat_map(|region| &region.region.territory.departments);
    let mut departments: Vec<Department> = territory::departments().chain(own.cloned()).collect();
    departments.sort_by(|a, b| a.code.cmp(&b.code));
    departments.dedup_by(|a, b| a.code == b.code);
    let known = |code: &str| departments.iter().any(|department| department.code == code);
    let elsewhere = territory::collectivities().filter(|one| !known(&one.code)).map(named);
    let towns = towns::all().map(|it| (it.name, it.department, u8::from(it.has_homonym)));
    let territories = Territories {
        regions: regions.iter().map(|region| self::region(voice, region)).collect(),
        elsewhere: elsewhere.collect(),
        towns: towns.collect(),
        split: POSTAL_EXCEPTIONS,
        departments: departments.iter().cloned().map(named).collect(),
    };
    script::js("canevasTerritories", &territories)
}

fn named(department: Department) -> (String, String) {
    (department.code, department.name)
}

fn region<'a>(voice: Voice<'a>, of: &'a SiteRegion) -> Region<'a> {
    let lang = &voice.words.lang;
    let region = &of.region;
    let page = Address::page(lang, region.slug.as_str());
    let absent = of.abstentions.iter().map(|one| {
        let said = scope::not_taking_part(voice, one);
        format!("{said} {}", voice.around(&one.reason))
    });
    let parts = region.shares.iter();
    let parts = parts.map(|it| (&*it.department.code, voice.around(&it.part).to_owned()));
    let name = voice.around(&region.territory.name);
    let names = region.territory.name.iter().map(|(_, other)| other.as_str());
    Region {
        name,
        also: names.filter(|other| *other != name).collect(),
        href: Address::home(lang).link_to(&page),
        departments: codes(&region.territory.departments),
        calls: of.calls.iter().map(|one| call(voice, one)).collect(),
        absent: absent.collect(),
        parts: parts.collect(),
    }
}

fn call<'a>(voice: Voice<'a>, call: &'a RegionalCall) -> Call<'a> {
    let lang = &voice.words.lang;
    let shut = codes(scope::shut(call));
    Call {
        title: voice.around(&call.call.title),
        href: Address::home(lang).link_to(&Address::call(lang, &call.region.slug, &call.call.slug)),
        elsewhere: (!shut.is_empty()).then(|| scope::not_open(voice, call)),
        shut,
    }
}

fn codes<'a>(departments: impl IntoIterator<Item = &'a Department>) -> Vec<&'a str> {
    departments.into_iter().map(|one| &*one.code).collect()
}
