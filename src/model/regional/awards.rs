//! What a call gave, from when it may be told.

use jiff::Timestamp;

use super::RegionalCall;
use crate::model::award::{Awards, Grants};

impl RegionalCall {
    /// The projects that are kept, from the day on which they may be told.
    pub fn told_awards(&self, now: Timestamp) -> Option<&Awards> {
        let told = self.notified().is_some_and(|from| from <= now);
        self.awards.as_ref().filter(|_| told)
    }

    /// The grants whose agreement is signed, where everything that their data must say is known.
    pub fn grants(&self, now: Timestamp) -> Option<Grants<'_>> {
        let giver = self.region.service.siret.as_ref()?;
        let rules = self.call.grants.as_ref()?;
        let today = self.region.territory.zone.day_of(now);
        let agreed = self.told_awards(now)?.list.iter();
        let agreed = agreed.filter_map(|award| Some((award, award.agreement.as_ref()?)));
        let signed: Vec<_> = agreed.filter(|(_, agreement)| agreement.date <= today).collect();
        let scheme = rules.scheme.clone().or_else(|| self.aid_id());
        (!signed.is_empty()).then_some(Grants { giver, rules, signed, scheme })
    }
}
