//! Departments that several directorates have a part of.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::region::Region;
use crate::model::source::Span;

/// Says which regions have a department that another has too, without saying which part is theirs: readers could not tell.
pub fn check<'a>(diagnostics: &mut Diagnostics, regions: impl Iterator<Item = &'a Region>) {
    let mut holders: BTreeMap<&str, Vec<&Region>> = BTreeMap::new();
    for region in regions {
        for department in &region.territory.departments {
            holders.entry(&department.code).or_default().push(region);
        }
    }
    for (code, regions) in holders.iter().filter(|(_, regions)| regions.len() > 1) {
        for (rank, region) in regions.iter().enumerate() {
            if region.shares.iter().any(|share| share.department.code == *code) {
                continue;
            }
            let other = regions[usize::from(rank == 0)];
            let untold = Diagnostic::new(Code::UntoldShare, region.territory.span);
            let untold = untold.and(place(other, code)).with("code", code);
            let departments = &region.territory.departments;
            let named = departments.iter().find(|department| department.code == *code);
            let untold = untold.with("nom", named.map(|d| &*d.name).unwrap_or_default());
            let name = region.territory.name.iter().next().map(|(_, name)| name.as_str());
            let untold = untold.with("region", name.unwrap_or_default());
            let file = format!("regions/{}/region.yaml", region.slug);
            diagnostics.push(untold.with("fichier", file));
        }
    }
}

/// Where a region says that it has the department.
fn place(region: &Region, code: &str) -> Span {
    let share = region.shares.iter().find(|share| share.department.code == code);
    share.map_or(region.territory.span, |share| share.span)
}
