//! Files that anyone can open, though a password protects them from changes (ISO 32000-2, 7.6): their texts are read with
//! the password that opens them, which is empty.

use aes::cipher::block_padding::NoPadding;
use aes::cipher::{BlockModeDecrypt, BlockModeEncrypt, KeyIvInit};
use aes::{Aes128, Aes256};
use md5::{Digest, Md5};
use sha2::{Sha256, Sha384, Sha512};

use super::object::{Dictionary, Owner, Value};

/// What stands for the password where it is short (7.6.4.3.2).
const PADDING: [u8; 32] = [
    0x28, 0xbf, 0x4e, 0x5e, 0x4e, 0x75, 0x8a, 0x41, 0x64, 0x00, 0x4e, 0x56, 0xff, 0xfa, 0x01, 0x08,
    0x2e, 0x2e, 0x00, 0xb6, 0xd0, 0x68, 0x3e, 0x80, 0x2f, 0x0c, 0xa9, 0xfe, 0x64, 0x53, 0x69, 0x7a,
];
const BLOCK: usize = 16;

/// What opens the texts of a file.
#[derive(Debug)]
pub struct Lock {
    key: Vec<u8>,
    texts: Cipher,
    streams: Cipher,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cipher {
    Plain,
    Rc4,
    Aes128,
    Aes256,
}

impl Lock {
    /// The lock of a file that says this of its protection; nothing where a password is needed, or the protection unknown.
    pub fn open(said: &Dictionary, id: &[u8]) -> Option<Self> {
        if !matches!(said.get("Filter"), Some(Value::Name(name)) if name == "Standard") {
            return None;
        }
        let version = said.get("V").and_then(Value::size)?;
        let [texts, streams] = match version {
            1 | 2 => [Cipher::Rc4; 2],
            4 | 5 => [cipher(said, "StrF")?, cipher(said, "StmF")?],
            _ => return None,
        };
        let key = if version == 5 { new_key(said)? } else { old_key(said, id, version)? };
        Some(Self { key, texts, streams })
    }

    /// A text of an object.
    pub fn text(&self, owner: Owner, bytes: &[u8]) -> Vec<u8> {
        self.opened(self.texts, owner, bytes)
    }

    /// The bytes of a stream.
    pub fn stream(&self, owner: Owner, bytes: &[u8]) -> Vec<u8> {
        self.opened(self.streams, owner, bytes)
    }

    fn opened(&self, cipher: Cipher, owner: Owner, bytes: &[u8]) -> Vec<u8> {
        match cipher {
            Cipher::Plain => bytes.to_vec(),
            Cipher::Rc4 => rc4(&self.key_of(owner, b""), bytes),
            Cipher::Aes128 => {
                unpadded::<cbc::Decryptor<Aes128>>(&self.key_of(owner, b"sAlT"), bytes)
            }
            Cipher::Aes256 => unpadded::<cbc::Decryptor<Aes256>>(&self.key, bytes),
        }
    }

    /// The key of one object (7.6.3.2).
    fn key_of(&self, (number, generation): Owner, salt: &[u8]) -> Vec<u8> {
        let (number, generation) = (number.to_le_bytes(), generation.to_le_bytes());
        let digest = md5(&[&self.key, &number[..3], &generation, salt]);
        digest[..(self.key.len() + 5).min(BLOCK)].to_vec()
    }
}

/// The cipher that a file names for its texts or for its streams.
fn cipher(said: &Dictionary, what: &str) -> Option<Cipher> {
    let name = match said.get(what) {
        None => return Some(Cipher::Plain),
        Some(Value::Name(name)) if name == "Identity" => return Some(Cipher::Plain),
        Some(Value::Name(name)) => name,
        Some(_) => return None,
    };
    let Value::Dictionary(filters) = said.get("CF")? else { return None };
    let Value::Dictionary(filter) = filters.get(name)? else { return None };
    let Value::Name(method) = filter.get("CFM")? else { return None };
    match method.as_str() {
        "None" => Some(Cipher::Plain),
        "V2" => Some(Cipher::Rc4),
        "AESV2" => Some(Cipher::Aes128),
        "AESV3" => Some(Cipher::Aes256),
        _ => None,
    }
}

fn bytes<'s>(said: &'s Dictionary, name: &str) -> Option<&'s [u8]> {
    match said.get(name) {
        Some(Value::Text(bytes)) => Some(bytes),
        _ => None,
    }
}

/// The key of a file of PDF 1 (7.6.4.3.2), if the empty password opens it.
fn old_key(said: &Dictionary, id: &[u8], version: usize) -> Option<Vec<u8>> {
    let revision = said.get("R").and_then(Value::size)?;
    let length = match version {
        1 => 5,
        2 => said.get("Length").and_then(Value::size).map_or(5, |bits| bits / 8),
        _ => BLOCK,
    };
    let owner = bytes(said, "O")?.get(..32)?;
    let rights = said.get("P").and_then(Value::bits)?.to_le_bytes();
    if !(5..=BLOCK).contains(&length) {
        return None;
    }
    // Whether what the file says of itself is protected too: the right key tells.
    let keys = [&[][..], &[0xff; 4]].map(|open: &[u8]| {
        let mut key = md5(&[&PADDING, owner, &rights, id, open]).to_vec();
        key.truncate(length);
        for _ in 0..if revision >= 3 { 50 } else { 0 } {
            key = md5(&[&key])[..length].to_vec();
        }
        key
    });
    let expected = bytes(said, "U")?.get(..if revision >= 3 { BLOCK } else { 32 })?;
    keys.into_iter().find(|key| proof(key, id, revision) == expected)
}

/// What a file of PDF 1 holds to tell the right key (7.6.4.4.2 and 7.6.4.4.3).
fn proof(key: &[u8], id: &[u8], revision: usize) -> Vec<u8> {
    if revision < 3 {
        return rc4(key, &PADDING);
    }
    let first = md5(&[&PADDING, id]).to_vec();
    (0..20_u8).fold(first, |proof, turn| {
        let key: Vec<u8> = key.iter().map(|byte| byte ^ turn).collect();
        rc4(&key, &proof)
    })
}

/// The key of a file of PDF 2 (7.6.4.3.3), if the empty password opens it.
fn new_key(said: &Dictionary) -> Option<Vec<u8>> {
    let user = bytes(said, "U")?.get(..48)?;
    let hash: fn(&[u8]) -> Vec<u8> = match said.get("R").and_then(Value::size)? {
        5 => |salt| Sha256::digest(salt).to_vec(),
        6 => hardened,
        _ => return None,
    };
    if hash(&user[32..40]) != user[..32] {
        return None;
    }
    let mut key = bytes(said, "UE")?.get(..32)?.to_vec();
    let cipher = cbc::Decryptor::<Aes256>::new_from_slices(&hash(&user[40..48]), &[0; BLOCK]);
    cipher.ok()?.decrypt_padded::<NoPadding>(&mut key).ok()?;
    Some(key)
}

/// The digest of an empty password and its salt, made slow (7.6.4.3.4).
fn hardened(salt: &[u8]) -> Vec<u8> {
    let mut digest = Sha256::digest(salt).to_vec();
    // A round ends it once in eight from the 64th on: 32 more than the last byte may be, at most.
    for round in 1..=288_usize {
        let mut mixed = digest.repeat(64);
        let length = mixed.len();
        let cipher = cbc::Encryptor::<Aes128>::new_from_slices(&digest[..16], &digest[16..32]);
        let mixing =
            cipher.map(|cipher| cipher.encrypt_padded::<NoPadding>(&mut mixed, length).is_ok());
        debug_assert_eq!(mixing, Ok(true), "whole blocks");
        let rest: u32 = mixed[..16].iter().map(|byte| u32::from(*byte)).sum();
        digest = match rest % 3 {
            0 => Sha256::digest(&mixed).to_vec(),
            1 => Sha384::digest(&mixed).to_vec(),
            _ => Sha512::digest(&mixed).to_vec(),
        };
        let last = mixed.last().copied().map_or(0, usize::from);
        if round >= 64 && last + 32 <= round {
            break;
        }
    }
    digest.truncate(32);
    digest
}

fn md5(parts: &[&[u8]]) -> [u8; 16] {
    let mut digest = Md5::new();
    for part in parts {
        digest.update(part);
    }
    digest.finalize().into()
}

/// What a block cipher kept after its first block, without the bytes that fill the last one.
fn unpadded<C: BlockModeDecrypt + KeyIvInit>(key: &[u8], bytes: &[u8]) -> Vec<u8> {
    let Some((first, rest)) = bytes.split_at_checked(BLOCK) else { return Vec::new() };
    let mut words = rest[..rest.len() / BLOCK * BLOCK].to_vec();
    let Ok(cipher) = C::new_from_slices(key, first) else { return Vec::new() };
    if cipher.decrypt_padded::<NoPadding>(&mut words).is_err() {
        return Vec::new();
    }
    let filled = words.last().copied().map_or(0, usize::from);
    if (1..=BLOCK).contains(&filled) {
        words.truncate(words.len() - filled);
    }
    words
}

/// The cipher of files before PDF 1.6; what makes it weak is no matter here, where everyone has the key.
fn rc4(key: &[u8], bytes: &[u8]) -> Vec<u8> {
    let mut state: [u8; 256] = std::array::from_fn(|rank| u8::try_from(rank).unwrap_or(u8::MAX));
    let mut other = 0_u8;
    for rank in 0..256 {
        other = other.wrapping_add(state[rank]).wrapping_add(key[rank % key.len()]);
        state.swap(rank, usize::from(other));
    }
    let (mut one, mut other) = (0_u8, 0_u8);
    let turn = |byte: &u8| {
        one = one.wrapping_add(1);
        other = other.wrapping_add(state[usize::from(one)]);
        state.swap(usize::from(one), usize::from(other));
        let sum = state[usize::from(one)].wrapping_add(state[usize::from(other)]);
        byte ^ state[usize::from(sum)]
    };
    bytes.iter().map(turn).collect()
}

#[cfg(test)]
mod tests {
    use super::rc4;

    #[test]
    fn rc4_gives_what_its_first_publication_says() {
        assert_eq!(rc4(b"Key", b"Plaintext"), b"\xbb\xf3\x16\xe8\xd9\x40\xaf\x0a\xd3");
        assert_eq!(rc4(b"Wiki", b"pedia"), b"\x10\x21\xbf\x04\x20");
    }
}
