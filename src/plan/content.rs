//! What there is to lay out, and what of it the site shows.

use std::sync::Arc;

use crate::model::call::Call;
use crate::model::project::Project;
use crate::model::regional::RegionalCall;
use crate::model::settings::Settings;
use crate::model::site::{SiteRegion, TextPage};

/// Everything that was read and merged.
pub struct Content {
    pub settings: Arc<Settings>,
    /// With drafts, which are checked and not published.
    pub regions: Vec<SiteRegion>,
    /// Every national call, published by a region or not.
    pub calls: Vec<Arc<Call>>,
    pub texts: Vec<Arc<TextPage>>,
}

/// The regions that are published, without their drafts, and the drafts that a preview shows.
pub struct Shown {
    pub regions: Vec<SiteRegion>,
    pub drafts: Vec<Arc<RegionalCall>>,
}

impl Shown {
    /// What `project` asks for of all that was merged.
    pub fn of(project: &Project, mut regions: Vec<SiteRegion>) -> Self {
        regions.retain(|region| is_published(project, region.region.slug.as_str()));
        let mut drafts = Vec::new();
        for region in &mut regions {
            drafts.extend(region.calls.extract_if(.., |call| call.draft));
            region.abstentions.retain(|abstention| !abstention.draft);
        }
        drafts.retain(|_| project.drafts);
        Self { regions, drafts }
    }
}

/// Whether the region of that name is asked for.
pub fn is_published(project: &Project, name: &str) -> bool {
    project.only.as_ref().is_none_or(|only| only.as_str() == name)
}
