//! For whom a call is and where the others go, as the theme sees it.

use super::context::{PageContext, phrase};
use super::{parts, view};
use crate::model::address::Address;
use crate::model::region::Region;
use crate::model::regional::stage::Stage;
use crate::model::regional::{RegionalAbstention, RegionalCall};
use crate::model::site::SiteRegion;
use crate::model::territory::Department;
use crate::model::told::onward::{Destination, Onward};
use crate::model::told::scope::Absence;
use crate::tell::scope;

/// The way on.
pub fn onward(page: &PageContext<'_>, onward: &Onward) -> view::Onward {
    let href = onward.to.as_ref().map(|to| match to {
        Destination::Outside(address) => address.clone(),
        Destination::Page { address, id: None } => page.link(address),
        Destination::Page { address, id: Some(id) } => format!("{}#{id}", page.link(address)),
    });
    view::Onward { title: phrase(&onward.title), href }
}

/// Why a region has no page for a call.
pub fn absence(page: &PageContext<'_>, absence: &Absence) -> view::Absence {
    view::Absence {
        id: if absence.declared { "absent" } else { "silent" },
        label: absence.label.clone(),
        reason: absence.reason.as_ref().map(phrase),
        onward: absence.onward.as_ref().map(|way| onward(page, way)),
        contacts: absence.contacts.iter().map(parts::contact).collect(),
    }
}

/// Departments of a region of which another has a part too.
pub fn shares(page: &PageContext<'_>, region: &Region) -> Vec<view::Share> {
    let part = |department: &Department| {
        let part = scope::part(page.voice, region, department)?;
        Some(view::Share { code: department.code.clone(), part: phrase(&part) })
    };
    region.territory.departments.iter().filter_map(part).collect()
}

/// The regions of the site that have no page for the call of `published`. Nobody waits any more for a call that all have archived.
pub fn absences(page: &PageContext<'_>, published: &[&RegionalCall]) -> Vec<view::HomeAbsence> {
    let site = page.voice.shared.site;
    let Some(first) = published.first() else { return Vec::new() };
    let slug = &first.call.slug;
    let archived = published.iter().all(|call| call.stage(site.now) == Stage::Archived);
    let without = site.regions.iter().filter(|of| !of.calls.iter().any(|c| c.call.slug == *slug));
    let told = without.filter_map(|of| {
        let declared = abstention(of, slug.as_str());
        let told = match declared {
            Some(declared) => scope::abstention(page.voice, declared),
            None if archived => return None,
            None => scope::silence(page.voice, &of.region),
        };
        Some(home_absence(page, &of.region, &told))
    });
    let mut absences: Vec<view::HomeAbsence> = told.collect();
    absences
        .sort_by(|a, b| page.voice.words.order(&a.name, &b.name).then_with(|| a.slug.cmp(&b.slug)));
    absences
}

fn abstention<'s>(of: &'s SiteRegion, call: &str) -> Option<&'s RegionalAbstention> {
    of.abstentions.iter().find(|one| one.call.slug.as_str() == call).map(|one| &**one)
}

fn home_absence(page: &PageContext<'_>, region: &Region, told: &Absence) -> view::HomeAbsence {
    view::HomeAbsence {
        slug: region.slug.to_string(),
        name: page.voice.around(&region.territory.name).to_owned(),
        href: page.link(&Address::page(&page.voice.words.lang, region.slug.as_str())),
        service: region.service.acronym.clone(),
        absence: absence(page, told),
    }
}

/// The squares of regions that say that they take no part in a call.
pub fn absent_tiles(page: &PageContext<'_>, call: &RegionalCall) -> Vec<view::Tile> {
    let regions = page.voice.shared.site.regions.iter();
    let absent = regions.filter(|of| abstention(of, call.call.slug.as_str()).is_some());
    let tile = |of: &SiteRegion| {
        let to = Address::page(&page.voice.words.lang, of.region.slug.as_str());
        let absence = Some(page.voice.words.say("status_absent", &[]));
        parts::tile(page, &of.region, &to).map(|tile| view::Tile { absence, ..tile })
    };
    absent.filter_map(tile).collect()
}

/// The calls in which a region says that it takes no part.
pub fn region_absences(page: &PageContext<'_>, of: &SiteRegion) -> Vec<view::RegionAbsence> {
    let told = of.abstentions.iter().map(|one| view::RegionAbsence {
        title: phrase(&page.voice.phrase(&one.call.title)),
        absence: absence(page, &scope::abstention(page.voice, one)),
    });
    told.collect()
}

/// What is to be known in a department of the calls that are not open there.
pub fn notes(
    page: &PageContext<'_>,
    of: &SiteRegion,
    department: &Department,
) -> Vec<view::DepartmentNote> {
    let shut = of.calls.iter().filter(|call| scope::shut(call).contains(&department));
    let shut = shut.map(|call| view::DepartmentNote {
        text: scope::not_open(page.voice, call),
        reason: None,
        onward: None,
    });
    let absent = of.abstentions.iter().map(|one| {
        let told = scope::abstention(page.voice, one);
        view::DepartmentNote {
            text: scope::not_taking_part(page.voice, one),
            reason: told.reason.as_ref().map(phrase),
            onward: told.onward.as_ref().map(|way| onward(page, way)),
        }
    });
    shut.chain(absent).collect()
}
