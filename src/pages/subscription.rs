//! Calendars to subscribe to in one tap. These are links, and nothing is asked of anybody before one of them is followed.

use super::context::PageContext;
use super::view;
use crate::model::address::{Address, encode_value};

/// The calendar at `file`, which readers will see as `name`.
pub fn subscription(page: &PageContext<'_>, file: &Address, name: &str) -> view::Subscription {
    let address = page.voice.shared.absolute(file);
    let rest = address.split_once("://").map_or(&*address, |(_, rest)| rest);
    let webcal = format!("webcal://{rest}");
    view::Subscription {
        google: format!("https://calendar.google.com/calendar/r?cid={}", encode_value(&webcal)),
        outlook: format!(
            "https://outlook.office.com/calendar/0/addfromweb?url={}&name={}",
            encode_value(&address),
            encode_value(name),
        ),
        webcal,
    }
}
