//! A reminder of what must be destroyed: dossiers that are read after the last day on which their call keeps them.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::terminal::{self, Terminal};
use crate::examination::examined::Examined;

/// Says for each call and region how many of `files` are kept too long on that day, and since when.
pub fn remind(files: &[&Examined], today: Date, terminal: &Terminal) {
    let mut kept: BTreeMap<(&str, &str, Date), usize> = BTreeMap::new();
    for file in files {
        let identity = &file.setting.asked.identity;
        if let Some(last) = file.setting.kept_until.filter(|last| *last < today) {
            *kept.entry((identity.call.as_str(), identity.region.as_str(), last)).or_default() += 1;
        }
    }
    for ((call, region, last), count) in kept {
        let (last, count) = (last.strftime("%d/%m/%Y").to_string(), count.to_string());
        let args = [("appel", call), ("region", region), ("date", &*last), ("nombre", &*count)];
        terminal::warn(&terminal.messages.sentence("a-detruire", &args));
    }
}
