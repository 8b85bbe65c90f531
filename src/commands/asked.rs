//! What the command line asks, as the stages take it.

use anyhow::Result;
use camino::{Utf8Path, Utf8PathBuf};
use jiff::{Timestamp, civil::Date};

use crate::cli::{Shared, SiteArgs};
use crate::diagnostic::Failure;
use crate::model::id::Slug;
use crate::model::project::Project;
use crate::model::time::Zone;
use crate::model::web::{check_base, mended, with_final_slash};

/// The project, the instant and the address of a run.
pub fn project(shared: &Shared, site: &SiteArgs) -> Result<Project> {
    let address = match &site.base_url {
        Some(address) if check_base(address).is_err() => {
            let wrong = Failure::new("adresse").with("adresse", address);
            return Err(wrong.with("suggestion", mended(address).unwrap_or_default()).into());
        }
        address => address.clone().map(with_final_slash),
    };
    let only = match &site.region {
        Some(region) => Some(slug(region)?),
        None => None,
    };
    Ok(Project { root: shared.root.clone(), now: now(shared)?, address, only, drafts: false })
}

/// The region of that name.
pub fn slug(region: &str) -> Result<Slug> {
    let unknown = || {
        let meant = Slug::suggestion(region);
        Failure::new("region-inconnue").with("region", region).with("suggestion", meant)
    };
    Ok(Slug::new(region).ok_or_else(unknown)?)
}

/// `--date`, else `SOURCE_DATE_EPOCH` (reproducible-builds.org), else the clock.
#[expect(clippy::disallowed_methods, reason = "the clock is read once, for `Project`")]
pub fn now(shared: &Shared) -> Result<Timestamp> {
    if let Some(text) = &shared.date {
        let wrong = || Failure::new("date").with("date", text);
        if let Ok(instant) = text.parse::<Timestamp>() {
            return Ok(instant);
        }
        return Ok(on_day(text).ok_or_else(wrong)?);
    }
    if let Ok(epoch) = std::env::var("SOURCE_DATE_EPOCH") {
        let wrong = || Failure::new("date").with("date", &epoch);
        let seconds = epoch.parse().map_err(|_| wrong())?;
        return Ok(Timestamp::from_second(seconds).map_err(|_| wrong())?);
    }
    Ok(Timestamp::now())
}

/// A day without hour is noon in Paris: every territory of the Republic then has the same date.
pub fn on_day(text: &str) -> Option<Timestamp> {
    let day: Date = text.parse().ok()?;
    let noon = day.at(12, 0, 0, 0).to_zoned(Zone::paris().rules).ok()?;
    Some(noon.timestamp())
}

/// Where a site is published when nothing else is said.
pub fn default_output(root: &Utf8Path) -> Utf8PathBuf {
    root.join("public")
}
