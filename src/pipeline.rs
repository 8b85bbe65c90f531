//! The whole program on one screen: a project becomes a build.
//!
//! Every stage is a pure function of its inputs, so a part whose inputs have the digest they had last time is taken
//! from a [`Memo`]: what is shared (`canevas.yaml`, `content/`), each region's folder, each page. `build` starts from an
//! empty memo, `serve` keeps one; a stage cannot tell.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Result;
use jiff::Timestamp;
use rayon::prelude::*;

use crate::diagnostic::{Diagnostics, Failure};
use crate::load::{self, Shelf};
use crate::model::address::Address;
use crate::model::artifact::Artifact;
use crate::model::call::Call;
use crate::model::digest::Digest;
use crate::model::dossier::Former;
use crate::model::edition::Edition;
use crate::model::id::Slug;
use crate::model::localized::Localized;
use crate::model::project::Project;
use crate::model::settings::Settings;
use crate::model::site::{Site, SiteRegion, TextPage};
use crate::model::source::Sources;
use crate::model::time::Zone;
use crate::parse::{self, RegionFolder, Surroundings};
use crate::pipeline::keys::Keys;
use crate::pipeline::renderer::{Look, Renderer};
use crate::{merge, plan};

mod keys;
pub(crate) mod letters;
pub(crate) mod received;
pub mod renderer;
#[cfg(test)]
mod tests;
mod watch;

pub use watch::Watch;

/// What a project gives: the site in memory, and what its authors should know.
pub struct Build {
    /// In the order of addresses. Not to be published when the diagnostics hold an error.
    pub artifacts: Vec<Artifact>,
    /// What its authors should know.
    pub diagnostics: Diagnostics,
    /// Where the diagnostics point.
    pub sources: Sources,
    /// What all this was made from.
    pub edition: Edition,
}

/// A site ready to be rendered, page by page or whole.
pub struct Prepared {
    /// `None` when too little could be understood.
    pub(crate) renderer: Option<Renderer>,
    /// What its authors should know so far; a template may still fail.
    pub diagnostics: Diagnostics,
    /// Where the diagnostics point.
    pub sources: Sources,
    /// What all this is made from.
    pub edition: Edition,
    keys: Keys,
    watch: Watch,
}

/// What was made last time, by the digest of what it was made from.
#[derive(Default)]
pub struct Memo {
    shelf: Shelf,
    shared: Option<(Digest, Arc<Shared>)>,
    look: Option<(Digest, Arc<Look>)>,
    regions: BTreeMap<Slug, (Digest, Arc<Merged>)>,
    watch: Watch,
}

impl Memo {
    /// An empty memo, of which each use is watched.
    pub fn watched(watch: Watch) -> Self {
        Self { watch, ..Self::default() }
    }

    /// Reads these files again, whatever the disk says of them, and all others too when there is none.
    pub fn touch(&mut self, paths: &[PathBuf]) {
        self.shelf.touch(paths);
    }
}

/// The national part of a project.
struct Shared {
    settings: Arc<Settings>,
    texts: Vec<Arc<TextPage>>,
    calls: BTreeMap<Slug, Arc<Call>>,
    diagnostics: Diagnostics,
}

/// What every region is read and merged with.
struct Common<'a> {
    project: &'a Project,
    sources: &'a Sources,
    shared: &'a Shared,
}

/// A region with its calls, merged.
struct Merged {
    region: Option<SiteRegion>,
    diagnostics: Diagnostics,
}

/// Builds in memory every page and file but the documents, in which no author can be wrong. Nothing is written here.
pub fn build(project: &Project) -> Result<Build> {
    Ok(prepare(project, &mut Memo::default())?.render())
}

/// Builds all that is published: the documents too, but for those that `former` holds.
pub fn edition_over(project: &Project, former: &Former) -> Result<Build> {
    prepare(project, &mut Memo::default())?.render_over(former)
}

/// Does all but rendering, from what `memo` remembers and what has changed.
pub fn prepare(project: &Project, memo: &mut Memo) -> Result<Prepared> {
    let watch = memo.watch.clone();
    let mut diagnostics = Diagnostics::default();
    let sources = load::sources(&mut diagnostics, project, &mut memo.shelf)?;
    let keys = Keys::new(project, &sources);
    let edition = edition(project, &sources);
    watch.ended("load");
    let Some(shared) = shared(&mut diagnostics, &sources, memo) else {
        return Ok(Prepared { renderer: None, diagnostics, sources, edition, keys, watch });
    };
    diagnostics.extend(shared.diagnostics.clone());
    let common = Common { project, sources: &sources, shared: &shared };
    let regions = regions(&mut diagnostics, &common, memo);
    if let Some(only) = &project.only
        && !regions.iter().any(|region| region.region.slug == *only)
        && !diagnostics.any_error()
    {
        let known = regions.iter().map(|region| region.region.slug.as_str());
        let unknown = Failure::new("region-inconnue").with("region", only);
        return Err(unknown.nearest(only.as_str(), known).into());
    }
    watch.ended("parse and merge");
    let settings = Arc::clone(&shared.settings);
    let calls = shared.calls.values().cloned().collect();
    let content = plan::Content { settings, regions, calls, texts: shared.texts.clone() };
    let site = plan::site(&mut diagnostics, project, content, &sources);
    let keys = keys.among(&site.regions);
    watch.ended("plan");
    let look = look(&mut diagnostics, &sources, &shared.settings, memo);
    let renderer = look.map(|look| Renderer::new(site, look));
    watch.ended("look");
    Ok(Prepared { renderer, diagnostics, sources, edition, keys, watch })
}

fn shared(
    diagnostics: &mut Diagnostics,
    sources: &Sources,
    memo: &mut Memo,
) -> Option<Arc<Shared>> {
    let key = sources.digest(&["canevas.yaml", "content"]);
    if let Some((_, shared)) = memo.shared.as_ref().filter(|(known, _)| *known == key) {
        return Some(Arc::clone(shared));
    }
    let mut found = Diagnostics::default();
    let Some(settings) = parse::settings(&mut found, sources) else {
        diagnostics.extend(found);
        return None;
    };
    let languages = settings.codes();
    let texts = parse::text_pages(&mut found, sources, &languages);
    let calls = parse::calls(&mut found, sources, &languages);
    let notices = settings.notice.iter().flat_map(Localized::iter);
    for (_, prose) in texts.iter().flat_map(|text| text.body.iter()).chain(notices) {
        merge::check_site_values(&mut found, prose);
    }
    for text in &texts {
        merge::check_page(&mut found, &text.body);
    }
    if let Some(notice) = &settings.notice {
        merge::check_part(&mut found, notice);
    }
    for call in &calls {
        merge::check_call(&mut found, call);
    }
    let shared = Arc::new(Shared {
        settings: Arc::new(settings),
        texts: texts.into_iter().map(Arc::new).collect(),
        calls: calls.into_iter().map(|call| (call.slug.clone(), Arc::new(call))).collect(),
        diagnostics: found,
    });
    // Regions were merged into the former calls.
    memo.regions.clear();
    memo.shared = Some((key, Arc::clone(&shared)));
    Some(shared)
}

/// Reads and merges every region, each on its own.
fn regions(diagnostics: &mut Diagnostics, common: &Common<'_>, memo: &mut Memo) -> Vec<SiteRegion> {
    let folders = parse::region_folders(diagnostics, common.sources);
    let languages = common.shared.settings.codes();
    let around = Surroundings { languages: &languages, calls: parse::call_names(common.sources) };
    let known = &memo.regions;
    let merged: Vec<(Slug, (Digest, Arc<Merged>))> = folders
        .par_iter()
        .map(|folder| {
            let key = folder_digest(common.project, folder);
            let kept = known.get(&folder.slug).filter(|(digest, _)| *digest == key);
            let merged = match kept {
                Some((_, merged)) => Arc::clone(merged),
                None => Arc::new(merged(common, folder, &around)),
            };
            (folder.slug.clone(), (key, merged))
        })
        .collect();
    let mut regions = Vec::with_capacity(merged.len());
    for (_, (_, merged)) in &merged {
        diagnostics.extend(merged.diagnostics.clone());
        regions.extend(merged.region.clone());
    }
    memo.regions = merged.into_iter().collect();
    merge::check_territories(diagnostics, regions.iter().map(|region| &*region.region));
    merge::check_national_texts(diagnostics, &regions);
    regions
}

fn merged(common: &Common<'_>, folder: &RegionFolder<'_>, around: &Surroundings<'_>) -> Merged {
    let mut found = Diagnostics::default();
    let Some(files) = parse::region(&mut found, folder, around) else {
        return Merged { region: None, diagnostics: found };
    };
    let today = common.project.now.to_zoned(Zone::paris().rules).date();
    let mut region = files.region;
    region.contacts = merge::current(&mut found, region.contacts, today);
    let region = Arc::new(region);
    let abstentions = files.abstentions.into_iter().filter_map(|mut abstention| {
        let call = common.shared.calls.get(&abstention.call)?;
        let own = abstention.contacts.take();
        abstention.contacts = own.map(|own| merge::current(&mut found, own, today));
        Some(Arc::new(merge::abstention(call, &region, abstention)))
    });
    let abstentions = abstentions.collect();
    let calls = files.adaptations.into_iter().filter_map(|adaptation| {
        let call = common.shared.calls.get(&adaptation.call)?;
        let pair = merge::Pair::new(call, &region, &adaptation, common.project.now);
        Some(Arc::new(merge::regional_call(&mut found, pair, adaptation)))
    });
    let calls = calls.collect();
    Merged { region: Some(SiteRegion { region, calls, abstentions }), diagnostics: found }
}

/// The theme's words and templates, ready.
fn look(
    diagnostics: &mut Diagnostics,
    sources: &Sources,
    settings: &Settings,
    memo: &mut Memo,
) -> Option<Arc<Look>> {
    let key = sources.digest(&["canevas.yaml", "themes"]);
    if let Some((_, look)) = memo.look.as_ref().filter(|(known, _)| *known == key) {
        return Some(Arc::clone(look));
    }
    let mut found = Diagnostics::default();
    let theme = parse::theme(&mut found, sources, &settings.theme);
    let look = Look::new(&mut found, settings, theme).map(Arc::new);
    // Only a sound look is remembered: what is wrong with it must be said each time.
    memo.look = look.as_ref().filter(|_| found.is_empty()).map(|look| (key, Arc::clone(look)));
    diagnostics.extend(found);
    look
}

/// In seconds.
const QUARTER: i64 = 900;

/// What a region's part is made from, besides what is shared: its files, their ranks (places point at them), the quarter
/// of an hour, in which no day begins anywhere.
fn folder_digest(project: &Project, folder: &RegionFolder<'_>) -> Digest {
    let quarter = project.now.as_second().div_euclid(QUARTER).to_le_bytes();
    let files = || folder.files.iter().chain(&folder.letters);
    let ranks: Vec<[u8; 4]> = files().map(|file| file.id.0.to_le_bytes()).collect();
    let files = files().zip(&ranks);
    let parts = files.flat_map(|(file, rank)| [file.digest.as_bytes(), &rank[..]]);
    Digest::of_parts([&quarter[..]].into_iter().chain(parts))
}

fn edition(project: &Project, sources: &Sources) -> Edition {
    let only = project.only.as_ref().map_or("", Slug::as_str);
    let address = project.address.as_deref().unwrap_or_default();
    let files = sources.digest(&["canevas.yaml", "content", "regions", "themes"]);
    let program = env!("CARGO_PKG_VERSION");
    let parts = [program.as_bytes(), only.as_bytes(), address.as_bytes(), files.as_bytes()];
    Edition { instant: project.now, sources: Digest::of_parts(parts), region: project.only.clone() }
}

impl Prepared {
    /// Whether both were made from the same inputs.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        self.keys.of(None) == other.keys.of(None)
    }

    /// Renders every page and file but the documents, in the order of addresses.
    pub fn render(self) -> Build {
        self.rendered(Vec::new())
    }

    /// Renders all that is published, in the order of addresses: the documents too, but for those that `former` holds.
    /// A site with a mistake is not published, and its documents are not worth the wait.
    pub fn render_over(self, former: &Former) -> Result<Build> {
        let sound = self.renderer.as_ref().filter(|_| !self.diagnostics.any_error());
        let mut documents =
            sound.map_or_else(|| Ok(Vec::new()), |sound| sound.documents(former))?;
        self.watch.ended("render documents");
        documents.extend(sound.map_or_else(|| Ok(Vec::new()), |sound| sound.pictures(former))?);
        self.watch.ended("draw pictures");
        Ok(self.rendered(documents))
    }

    fn rendered(self, documents: Vec<Artifact>) -> Build {
        let Self { renderer, mut diagnostics, sources, edition, watch, .. } = self;
        let mut artifacts = documents;
        if let Some(renderer) = renderer {
            artifacts.extend(renderer.exports());
            watch.ended("render exports");
            let weight = |made: &Artifact| (Address::new(&*made.address), made.bytes.len());
            let weights = artifacts.iter().map(weight).collect();
            artifacts.extend(renderer.files());
            artifacts.extend(renderer.pages(&mut diagnostics, &weights));
            watch.ended("render pages");
            artifacts.sort_by(|a, b| a.address.cmp(&b.address));
        }
        Build { artifacts, diagnostics, sources, edition }
    }

    /// The site, when enough could be understood.
    pub(crate) fn site(&self) -> Option<&Site> {
        self.renderer.as_ref().map(Renderer::site)
    }

    /// The next instant at which pages stop being true, and their addresses. `None` when there is none.
    pub fn expires(&self) -> Option<(Timestamp, Vec<&str>)> {
        let expiry = self.site()?.expires()?;
        let addresses = expiry.pages.into_iter().map(|(page, _)| page.address.as_str());
        Some((expiry.at, addresses.collect()))
    }

    /// The digest of what is made from one region, or from all: equal keys, equal bytes.
    pub(crate) fn key(&self, region: Option<&Slug>) -> Digest {
        self.keys.of(region)
    }
}
