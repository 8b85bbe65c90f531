//! Digests of everything that a page is made from: equal keys, equal bytes.

use std::collections::BTreeMap;

use crate::model::digest::Digest;
use crate::model::id::Slug;
use crate::model::project::Project;
use crate::model::site::SiteRegion;
use crate::model::source::Sources;

/// By which pages are kept from one state of the site to the next.
pub struct Keys {
    /// What each region's pages are made from: its folder, what is shared, and what it tells of the other regions.
    regions: BTreeMap<Slug, Digest>,
    whole: Digest,
}

impl Keys {
    pub fn new(project: &Project, sources: &Sources) -> Self {
        let now = project.now.to_string();
        let only = project.only.as_ref().map_or("", Slug::as_str);
        let address = project.address.as_deref().unwrap_or_default();
        let national = sources.digest(&["canevas.yaml", "content", "themes"]);
        let folders = sources.digest_of_folders("regions");
        let parts = [&now, only, address].map(str::as_bytes);
        let shared = Digest::of_parts(parts.into_iter().chain([national.as_bytes()]));
        let whole = [shared.as_bytes()].into_iter().chain(folders.values().map(Digest::as_bytes));
        let whole = Digest::of_parts(whole);
        let with = |digest: &Digest| Digest::of_parts([shared.as_bytes(), digest.as_bytes()]);
        let regions = folders.iter().map(|(slug, digest)| (slug.clone(), with(digest))).collect();
        Self { regions, whole }
    }

    /// Of the same files, once it is known which regions they give.
    pub fn among(mut self, regions: &[SiteRegion]) -> Self {
        let outline = outline(regions);
        for digest in self.regions.values_mut() {
            *digest = Digest::of_parts([digest.as_bytes(), outline.as_bytes()]);
        }
        self
    }

    /// Of what is made from one region, or from all.
    pub fn of(&self, region: Option<&Slug>) -> Digest {
        region.and_then(|slug| self.regions.get(slug)).copied().unwrap_or(self.whole)
    }
}

/// All that the page of a region may tell of the others: their names, their squares on the map, the calls they publish.
fn outline(regions: &[SiteRegion]) -> Digest {
    let digests = regions.iter().map(|SiteRegion { region, calls, .. }| {
        let tile = region.territory.tile.as_ref();
        let square = tile.map(|tile| format!("{} {}", tile.column, tile.row)).unwrap_or_default();
        let names = region.territory.name.iter();
        let names = names.flat_map(|(lang, name)| [lang.as_str(), name.as_str()]);
        let calls = calls.iter().map(|call| call.call.slug.as_str());
        let own = [region.slug.as_str(), &square].into_iter();
        let parts: Vec<&str> = own.chain(names).chain([""]).chain(calls).collect();
        Digest::of_parts(parts.into_iter().map(str::as_bytes))
    });
    let digests: Vec<Digest> = digests.collect();
    Digest::of_parts(digests.iter().map(Digest::as_bytes))
}
