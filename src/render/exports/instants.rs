//! Instants as machines write them (RFC 3339), to the second.

use jiff::Timestamp;

use crate::model::regional::RegionalCall;
use crate::model::time::Zone;

/// In universal time: `2022-01-17T22:59:00Z`.
pub fn utc(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// On the clocks of `zone`, with the offset: `2022-01-18T02:59:00+04:00`.
pub fn local(at: Timestamp, zone: &Zone) -> String {
    at.to_zoned(zone.rules.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// When the call last changed, as far as it says at `now`: its publication, or the last news.
pub fn updated(call: &RegionalCall, now: Timestamp) -> Timestamp {
    let days = call.told_news(now).map(|item| item.date).chain([call.call.published]);
    let last = days.max().unwrap_or(call.call.published);
    // Fails only at the ends of the calendar, which the parser refuses.
    let start = last.to_zoned(call.region.territory.zone.rules.clone());
    start.map_or(Timestamp::UNIX_EPOCH, |start| start.timestamp())
}
