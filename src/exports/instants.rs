//! Instants as machines write them (RFC 3339), to the second.

use jiff::{Timestamp, Zoned};

use crate::model::regional::RegionalCall;
use crate::model::time::Zone;

/// In universal time: `2022-01-17T22:59:00Z`.
pub fn utc(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// On the clocks of `zone`, with the offset: `2022-01-18T02:59:00+04:00`.
pub fn local(at: Timestamp, zone: &Zone) -> String {
    zoned(&at.to_zoned(zone.rules.clone()))
}

/// On its own clock.
pub fn zoned(at: &Zoned) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// When the call last changed, as far as its region has told.
pub fn updated(call: &RegionalCall, now: Timestamp) -> Timestamp {
    call.region.territory.zone.day_begins(call.last_change(now))
}
