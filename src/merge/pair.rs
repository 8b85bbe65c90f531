//! What is merged, and on which day.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::model::call::Call;
use crate::model::region::{Adaptation, Region};
use crate::model::source::FileId;
use crate::model::territory::Department;
use crate::model::time::Zone;
use crate::model::unread::Unread;

/// A call and the region that adapts it.
pub struct Pair<'a> {
    pub call: &'a Arc<Call>,
    pub region: &'a Arc<Region>,
    /// The region's file of the call.
    pub file: FileId,
    /// What could not be read of the call, of the region, or of this file.
    pub unread: Unread,
    /// Those in which the call is open.
    pub departments: Vec<Department>,
    /// The day in Paris.
    pub today: Date,
    /// The day in the territory, on which what its region announces takes effect.
    pub here: Date,
}

impl<'a> Pair<'a> {
    /// A call and a region, as `adaptation` joins them.
    pub fn new(
        call: &'a Arc<Call>,
        region: &'a Arc<Region>,
        adaptation: &Adaptation,
        now: Timestamp,
    ) -> Self {
        let unread = call.unread.and(&region.unread).and(&adaptation.unread);
        let limits = Some(&adaptation.departments).filter(|limits| !limits.is_empty());
        let departments = limits.unwrap_or(&region.territory.departments).clone();
        let today = Zone::paris().day_of(now);
        let here = region.territory.zone.day_of(now);
        Self { call, region, file: adaptation.file, unread, departments, today, here }
    }
}
