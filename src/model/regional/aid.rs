//! What aggregators of public aids call a regional call.

use super::RegionalCall;
use crate::model::digest::Digest;

impl RegionalCall {
    /// A name that no other call has, whatever the address, the texts and the day.
    pub fn key(&self) -> String {
        format!("{}_{}", self.call.slug, self.region.slug)
    }

    /// Its identifier as an aid, if it is told as one: [`Self::key`] as a UUID (RFC 9562, version 8: bits of our own
    /// making).
    pub fn aid_id(&self) -> Option<String> {
        self.call.aid.as_ref()?;
        let mut hex = Digest::of_parts([b"canevas", self.key().as_bytes()]).to_string();
        hex.replace_range(12..13, "8");
        // The two high bits of this digit are fixed.
        let variant = u8::from_str_radix(&hex[16..17], 16).unwrap_or_default() & 3 | 8;
        hex.replace_range(16..17, &format!("{variant:x}"));
        Some([&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-"))
    }
}
