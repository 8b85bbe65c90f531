//! Which files machines read, at which address.
//!
//! A file exists in the languages in which its subject is complete; pages in another language link to the reference's.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::Timestamp;
use rayon::prelude::*;

use super::content::Shown;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::address::{Address, CALL_SCHEMA};
use crate::model::export::{Export, ExportFormat, Scope};
use crate::model::id::Lang;
use crate::model::regional::RegionalCall;
use crate::model::settings::Settings;
use crate::model::site::{CALENDAR_PAGE, SiteRegion};
use crate::model::source::Span;

/// Every export of the site, at an address that no other has.
pub fn exports(
    diagnostics: &mut Diagnostics,
    settings: &Settings,
    shown: &Shown,
    now: Timestamp,
) -> Vec<Export> {
    let plan = Plan { reference: settings.reference(), languages: settings.codes(), now };
    let regions = &shown.regions;
    let mut exports = plan.of_site(settings, regions);
    // A preview plans anew at each save.
    exports.par_extend(regions.par_iter().enumerate().flat_map_iter(|of| plan.of_region(of)));
    exports.extend(shown.drafts.iter().flat_map(|call| plan.of_call(call)));
    told_apart(diagnostics, settings, regions, exports)
}

/// What all exports are planned with.
struct Plan<'a> {
    reference: &'a Lang,
    languages: Vec<Lang>,
    now: Timestamp,
}

impl Plan<'_> {
    fn of_site(&self, settings: &Settings, regions: &[SiteRegion]) -> Vec<Export> {
        let file = |name: &str, format| Export {
            address: Address::new(name),
            lang: self.reference.clone(),
            format,
            scope: Scope::Site,
        };
        let mut exports = vec![
            file("sitemap.xml", ExportFormat::Sitemap),
            // Crawlers look for it at the root of a host only.
            file("robots.txt", ExportFormat::Robots),
        ];
        exports.extend(self.languages.iter().flat_map(for_scripts));
        let mut calls = regions.iter().flat_map(|region| &region.calls).peekable();
        // A calendar needs a day, and a feed that of its latest change: without call there is neither.
        if calls.peek().is_none() {
            return exports;
        }
        let dated = regions.iter().any(SiteRegion::has_day);
        for lang in self.languages.iter().filter(|lang| settings.title.get(lang).is_some()) {
            let calendar = dated.then(|| Address::site_calendar(lang));
            exports.extend(subscription(lang, calendar, Address::site_feeds(lang), &Scope::Site));
        }
        exports.push(file(CALL_SCHEMA, ExportFormat::CallSchema));
        if calls.any(|call| call.call.aid.is_some()) {
            exports.push(file("donnees/dispositif-aide.csv", ExportFormat::AidTable));
            exports.push(file("donnees/aides-territoires.json", ExportFormat::AidList));
        }
        exports
    }

    /// What one subscribes to in a region, then all that its calls have.
    fn of_region(&self, (rank, of): (usize, &SiteRegion)) -> Vec<Export> {
        let SiteRegion { region, calls, .. } = of;
        let mut exports = Vec::new();
        for lang in region.languages.iter().filter(|_| !calls.is_empty()) {
            let calendar = of.has_day().then(|| Address::region_calendar(lang, &region.slug));
            let feeds = Address::region_feeds(lang, &region.slug);
            exports.extend(subscription(lang, calendar, feeds, &Scope::Region(rank)));
        }
        for call in calls {
            exports.extend(self.of_call(call));
            exports.extend(self.data(call));
        }
        exports
    }

    /// The calendars of a call, those of a language together.
    fn of_call(&self, call: &Arc<RegionalCall>) -> Vec<Export> {
        let complete = self.languages.iter().filter(|lang| call.complete_in(lang));
        complete.flat_map(|lang| calendars(lang, call)).collect()
    }

    /// The data of a call, then those of the grants it has given.
    fn data(&self, call: &Arc<RegionalCall>) -> impl Iterator<Item = Export> {
        let (region, slug) = (&call.region.slug, &call.call.slug);
        let grants = || (Address::grants(region, slug), ExportFormat::Grants);
        let grants = call.grants(self.now).map(|_| grants());
        let files = [(Address::call_data(region, slug), ExportFormat::Call)];
        files.into_iter().chain(grants).map(|(address, format)| Export {
            address,
            lang: self.reference.clone(),
            format,
            scope: Scope::Call(Arc::clone(call)),
        })
    }
}

/// What scripts of the pages read: the finder's, and the search's.
fn for_scripts(lang: &Lang) -> [Export; 2] {
    let files = [
        (Address::territories(lang), ExportFormat::Territories),
        (Address::search(lang), ExportFormat::Search),
    ];
    files.map(|(address, format)| Export {
        address,
        lang: lang.clone(),
        format,
        scope: Scope::Site,
    })
}

/// What one subscribes to.
fn subscription(
    lang: &Lang,
    calendar: Option<Address>,
    [atom, json]: [Address; 2],
    scope: &Scope,
) -> impl Iterator<Item = Export> {
    use ExportFormat::{Atom, Calendar, JsonFeed};
    let calendar = calendar.map(|calendar| (calendar, Calendar));
    let feeds = [(atom, Atom), (json, JsonFeed)];
    calendar.into_iter().chain(feeds).map(|(address, format)| Export {
        address,
        lang: lang.clone(),
        format,
        scope: scope.clone(),
    })
}

/// The calendar of a call, then those of its steps; none without a day to put in it.
fn calendars(lang: &Lang, call: &Arc<RegionalCall>) -> impl Iterator<Item = Export> {
    let export = |address, scope| Export {
        address,
        lang: lang.clone(),
        format: ExportFormat::Calendar,
        scope,
    };
    let whole = Address::call_calendar(lang, &call.region.slug, &call.call.slug);
    let whole = export(whole, Scope::Call(Arc::clone(call)));
    let days = call.steps.iter().enumerate().filter(|(_, regional)| regional.step.when.is_day());
    let steps = days.map(move |(rank, step)| {
        let address =
            Address::step_calendar(lang, &call.region.slug, &call.call.slug, &step.step.id);
        export(address, Scope::Step(Arc::clone(call), rank))
    });
    std::iter::once(whole).filter(|_| call.has_day()).chain(steps)
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
        // Of a region of that name, the page has been said to be taken too.
        let said = regions[rank].region.slug.as_str() == CALENDAR_PAGE;
        if export.lang == *settings.reference() && !said {
            let twice = Span::whole(regions[rank].region.file);
            let twice = Diagnostic::new(Code::DuplicateAddress, twice);
            let twice = twice.with("adresse", &export.address);
            diagnostics.push(twice.and(Span::whole(settings.file)));
        }
        false
    });
    exports
}
