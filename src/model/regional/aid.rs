//! What aggregators of public aids call a regional call.

use super::RegionalCall;
use crate::model::digest::Digest;

impl RegionalCall {
    /// A name that no other call has, whatever the address, the texts and the day.
    pub fn key(&self) -> String {
        format!("{}_{}", self.call.slug, self.region.slug)
    }

    /// Its identifier as an aid, if it is told as one: [`Self::key`] as a UUID.
    pub fn aid_id(&self) -> Option<String> {
        self.call.aid.as_ref()?;
        Some(Digest::of_parts([b"canevas", self.key().as_bytes()]).uuid())
    }
}
