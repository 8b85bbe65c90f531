//! Fingerprints: equal bytes, equal digest. What has the same inputs need not be made again.

use std::fmt;
use std::str::FromStr;

/// 128 bits of BLAKE3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest([u8; 16]);

impl Digest {
    /// The digest of some bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self::finish(&blake3::Hasher::new().update(bytes).finalize())
    }

    /// The digest of several parts, in order; where one ends counts.
    pub fn of_parts<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> Self {
        let mut hasher = blake3::Hasher::new();
        for part in parts {
            hasher.update(&(part.len() as u64).to_le_bytes()).update(part);
        }
        Self::finish(&hasher.finalize())
    }

    /// Its bytes, to be part of another.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// A name-based UUID (RFC 9562, 5.8): the same name, the same identity, wherever and whenever it is made.
    pub fn uuid(&self) -> String {
        let mut bytes = self.0;
        bytes[6] = 0x80 | (bytes[6] & 0x0f);
        bytes[8] = 0x80 | (bytes[8] & 0x3f);
        let hex = Self(bytes).to_string();
        [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-")
    }

    fn finish(hash: &blake3::Hash) -> Self {
        let mut half = [0; 16];
        half.copy_from_slice(&hash.as_bytes()[..16]);
        Self(half)
    }
}

/// As it is displayed.
impl FromStr for Digest {
    type Err = blake3::HexError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        // Our half of a whole hash is padded with the same half, to be read by the library.
        Ok(Self::finish(&blake3::Hash::from_hex(text.repeat(2))?))
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}
