//! JSON that people may read too.

use serde::Serialize;

/// The bytes of `value`.
pub fn json(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).expect("names are strings");
    bytes.push(b'\n');
    bytes
}
