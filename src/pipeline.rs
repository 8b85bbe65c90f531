//! The whole program on one screen: a project becomes a build.

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::Result;
use rayon::prelude::*;

use crate::diagnostic::{Diagnostics, Failure};
use crate::model::artifact::Artifact;
use crate::model::call::Call;
use crate::model::id::{Lang, Slug};
use crate::model::localized::Localized;
use crate::model::project::Project;
use crate::model::site::SiteRegion;
use crate::model::source::Sources;
use crate::model::time::Zone;
use crate::parse::RegionFiles;
use crate::{load, merge, parse, plan, render};

/// What a project gives: the site in memory, and what its authors should know.
pub struct Build {
    /// In the order of addresses. Not to be published when the diagnostics hold an error.
    pub artifacts: Vec<Artifact>,
    /// What its authors should know.
    pub diagnostics: Diagnostics,
    /// Where the diagnostics point.
    pub sources: Sources,
}

/// Builds every page and file in memory. Nothing is written here.
pub fn build(project: &Project) -> Result<Build> {
    observed(project, &mut |_| {})
}

/// As [`build`], telling the end of each stage to an observer that may have a clock.
pub fn observed(project: &Project, ended: &mut dyn FnMut(&'static str)) -> Result<Build> {
    let mut diagnostics = Diagnostics::default();
    let sources = load::sources(&mut diagnostics, project)?;
    ended("load");
    let artifacts = artifacts(&mut diagnostics, project, &sources, ended)?;
    Ok(Build { artifacts, diagnostics, sources })
}

fn artifacts(
    diagnostics: &mut Diagnostics,
    project: &Project,
    sources: &Sources,
    ended: &mut dyn FnMut(&'static str),
) -> Result<Vec<Artifact>> {
    let Some(settings) = parse::settings(diagnostics, sources) else {
        return Ok(Vec::new());
    };
    let languages: Vec<Lang> = settings.languages.iter().map(|l| l.lang.clone()).collect();
    let theme = parse::theme(diagnostics, sources, &settings.theme);
    let texts = parse::text_pages(diagnostics, sources, &languages);
    let calls = parse::calls(diagnostics, sources, &languages);
    let regions = parse::regions(diagnostics, sources, &languages);
    ended("parse");
    if let Some(only) = &project.only
        && !regions.iter().any(|files| files.region.slug == *only)
    {
        return Err(Failure::new("region-inconnue").with("region", only).into());
    }
    let notices = settings.notice.iter().flat_map(Localized::iter);
    for (_, prose) in texts.iter().flat_map(|text| text.body.iter()).chain(notices) {
        merge::check_site_values(diagnostics, prose);
    }
    let regions = regional_calls(diagnostics, project, calls, regions);
    ended("merge");
    let content = plan::Content { settings: Arc::new(settings), regions, texts };
    let site = plan::site(diagnostics, project, content, sources);
    ended("plan");
    let artifacts = render::artifacts(diagnostics, &site, &theme);
    ended("render");
    Ok(artifacts)
}

/// Merges every region's adaptations, each region on its own.
fn regional_calls(
    diagnostics: &mut Diagnostics,
    project: &Project,
    calls: Vec<Call>,
    regions: Vec<RegionFiles>,
) -> Vec<SiteRegion> {
    for call in &calls {
        merge::check_call(diagnostics, call);
    }
    let calls: BTreeMap<Slug, Arc<Call>> =
        calls.into_iter().map(|call| (call.slug.clone(), Arc::new(call))).collect();
    let today = project.now.to_zoned(Zone::paris().rules).date();
    let merged: Vec<(Diagnostics, SiteRegion)> = regions
        .into_par_iter()
        .map(|files| {
            let mut found = Diagnostics::default();
            let mut region = files.region;
            region.contacts = merge::current(&mut found, region.contacts, today);
            let region = Arc::new(region);
            let calls = files.adaptations.into_iter().filter_map(|adaptation| {
                let call = calls.get(&adaptation.call)?;
                Some(Arc::new(merge::regional_call(&mut found, call, &region, adaptation, today)))
            });
            let calls = calls.collect();
            (found, SiteRegion { region, calls })
        })
        .collect();
    let mut regions = Vec::with_capacity(merged.len());
    for (found, region) in merged {
        diagnostics.extend(found);
        regions.push(region);
    }
    regions
}
