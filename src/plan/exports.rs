//! Which files machines read, at which address.
//!
//! A file exists in the languages in which its subject is complete; pages in another language link to the reference's.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::Timestamp;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::dossier::DossierFormat;
use crate::model::export::{Export, ExportFormat, Scope};
use crate::model::id::Lang;
use crate::model::regional::RegionalCall;
use crate::model::settings::Settings;
use crate::model::site::{Address, CALL_SCHEMA, SiteRegion};
use crate::model::source::Span;

/// Every export of the site, at an address that no other has.
pub fn exports(
    diagnostics: &mut Diagnostics,
    settings: &Settings,
    (regions, drafts): (&[SiteRegion], &[Arc<RegionalCall>]),
    now: Timestamp,
) -> Vec<Export> {
    let mut exports = vec![
        of_site(settings, "sitemap.xml", ExportFormat::Sitemap),
        // Crawlers look for it at the root of a host only.
        of_site(settings, "robots.txt", ExportFormat::Robots),
    ];
    exports.extend(feeds(settings, regions, drafts));
    exports.extend(data(settings, regions, now));
    let calls = regions.iter().flat_map(|region| &region.calls).chain(drafts);
    exports.extend(calls.flat_map(|call| documents(settings, call)));
    told_apart(diagnostics, settings, regions, exports)
}

/// Open data: each call, the grants it has given, and all calls as a table and a list of aids.
fn data(settings: &Settings, regions: &[SiteRegion], now: Timestamp) -> Vec<Export> {
    let calls: Vec<_> = regions.iter().flat_map(|region| &region.calls).collect();
    let mut exports: Vec<_> =
        calls.iter().flat_map(|call| data_of_call(settings, call, now)).collect();
    if !calls.is_empty() {
        exports.push(of_site(settings, CALL_SCHEMA, ExportFormat::CallSchema));
    }
    if calls.iter().any(|call| call.call.aid.is_some()) {
        exports.push(of_site(settings, "donnees/dispositif-aide.csv", ExportFormat::AidTable));
        exports.push(of_site(settings, "donnees/aides-territoires.json", ExportFormat::AidList));
    }
    exports
}

/// The documents of a call that has a dossier, all those of a language together.
fn documents(settings: &Settings, call: &Arc<RegionalCall>) -> Vec<Export> {
    let Some(form) = &call.form else { return Vec::new() };
    let (region, slug) = (&call.region.slug, &call.call.slug);
    let formats = DossierFormat::ALL.iter().filter(|format| format.suits(&form.form));
    let formats: Vec<DossierFormat> = formats.copied().collect();
    let mut documents = Vec::new();
    for lang in settings.codes().into_iter().filter(|lang| call.complete_in(lang)) {
        let mut add = |address, format| {
            let scope = Scope::Call(Arc::clone(call));
            documents.push(Export { address, lang: lang.clone(), format, scope });
        };
        for format in &formats {
            let address = Address::dossier_file(&lang, region, slug, *format);
            add(address, ExportFormat::Dossier(*format));
        }
        #[cfg(feature = "pdf")]
        add(Address::call_text(&lang, region, slug), ExportFormat::CallText);
    }
    documents
}

/// A file that covers the whole site, in no language or in all of them.
fn of_site(settings: &Settings, name: &str, format: ExportFormat) -> Export {
    let lang = settings.reference().clone();
    Export { address: Address::new(name), lang, format, scope: Scope::Site }
}

/// Calendars and feeds: of the site, of each region, of each call, of each step.
fn feeds(settings: &Settings, regions: &[SiteRegion], drafts: &[Arc<RegionalCall>]) -> Vec<Export> {
    let mut exports = Vec::new();
    let titled = settings.codes().into_iter().filter(|lang| settings.title.get(lang).is_some());
    // A calendar needs a step, and a feed the day of its latest change: without call there is neither.
    for lang in titled.filter(|_| regions.iter().any(|region| !region.calls.is_empty())) {
        let calendar = Address::site_calendar(&lang);
        exports.extend(subscription(&lang, calendar, Address::site_feeds(&lang), &Scope::Site));
    }
    for (rank, SiteRegion { region, calls }) in regions.iter().enumerate() {
        for lang in region.languages.iter().filter(|_| !calls.is_empty()) {
            let calendar = Address::region_calendar(lang, &region.slug);
            let feeds = Address::region_feeds(lang, &region.slug);
            exports.extend(subscription(lang, calendar, feeds, &Scope::Region(rank)));
        }
    }
    for call in regions.iter().flat_map(|region| &region.calls).chain(drafts) {
        for lang in settings.codes().iter().filter(|lang| call.complete_in(lang)) {
            exports.extend(calendars(lang, call));
        }
    }
    exports
}

/// What one subscribes to.
fn subscription(
    lang: &Lang,
    calendar: Address,
    [atom, json]: [Address; 2],
    scope: &Scope,
) -> [Export; 3] {
    use ExportFormat::{Atom, Calendar, JsonFeed};
    [(calendar, Calendar), (atom, Atom), (json, JsonFeed)].map(|(address, format)| Export {
        address,
        lang: lang.clone(),
        format,
        scope: scope.clone(),
    })
}

/// The calendar of a call, then those of its steps.
fn calendars(lang: &Lang, call: &Arc<RegionalCall>) -> impl Iterator<Item = Export> {
    let export = |address, scope| Export {
        address,
        lang: lang.clone(),
        format: ExportFormat::Calendar,
        scope,
    };
    let whole = Address::call_calendar(lang, &call.region.slug, &call.call.slug);
    let whole = export(whole, Scope::Call(Arc::clone(call)));
    let steps = call.steps.iter().enumerate().map(move |(rank, step)| {
        let address = Address::step_calendar(lang, call, &step.step.id);
        export(address, Scope::Step(Arc::clone(call), rank))
    });
    std::iter::once(whole).chain(steps)
}

/// Without those whose address is taken: a region may bear the name of a file of the site.
fn told_apart(
    diagnostics: &mut Diagnostics,
    settings: &Settings,
    regions: &[SiteRegion],
    mut exports: Vec<Export>,
) -> Vec<Export> {
    let of_site = exports.iter().filter(|export| matches!(export.scope, Scope::Site));
    let taken: BTreeSet<Address> = of_site.map(|export| export.address.clone()).collect();
    exports.retain(|export| {
        let Scope::Region(rank) = export.scope else { return true };
        if !taken.contains(&export.address) {
            return true;
        }
        if export.lang == *settings.reference() {
            let twice = Span::whole(regions[rank].region.file);
            let twice = Diagnostic::new(Code::DuplicateAddress, twice);
            let twice = twice.with("adresse", &export.address);
            diagnostics.push(twice.and(Span::whole(settings.file)));
        }
        false
    });
    exports
}

/// The data of a call, then those of the grants it has given.
fn data_of_call(
    settings: &Settings,
    call: &Arc<RegionalCall>,
    now: Timestamp,
) -> impl Iterator<Item = Export> {
    let (region, slug) = (&call.region.slug, &call.call.slug);
    let grants = call.grants(now).map(|_| (Address::grants(region, slug), ExportFormat::Grants));
    let files = [(Address::call_data(region, slug), ExportFormat::Call)].into_iter().chain(grants);
    files.map(|(address, format)| Export {
        address,
        lang: settings.reference().clone(),
        format,
        scope: Scope::Call(Arc::clone(call)),
    })
}
