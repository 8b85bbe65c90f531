//! Values as scripts that pages load: `canevasSearch=…`.

use serde::Serialize;

/// The script that gives `value` that name.
pub fn js(name: &str, value: &impl Serialize) -> Vec<u8> {
    let mut bytes = format!("{name}=").into_bytes();
    serde_json::to_writer(&mut bytes, value)
        .expect("memory takes every byte, and names are strings");
    bytes.extend(b"\n");
    bytes
}
