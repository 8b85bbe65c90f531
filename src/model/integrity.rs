//! Digests as browsers check them: `sha384-` and 64 letters (Subresource Integrity, Content Security Policy).

use sha2::{Digest, Sha256, Sha384};

/// What a style must hash to, in a policy that names it.
pub fn sha256(bytes: &[u8]) -> String {
    format!("sha256-{}", base64(&Sha256::digest(bytes)))
}

/// What a file must hash to, in the tag that loads it.
pub fn sha384(bytes: &[u8]) -> String {
    format!("sha384-{}", base64(&Sha384::digest(bytes)))
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let [a, b, c] = [0, 1, 2].map(|rank| u32::from(three.get(rank).copied().unwrap_or(0)));
        let bits = a << 16 | b << 8 | c;
        for rank in 0..4 {
            let digit = usize::try_from(bits >> (18 - 6 * rank) & 63).expect("under 64");
            let is_there = rank <= three.len();
            text.push(if is_there { char::from(DIGITS[digit]) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{base64, sha256, sha384};

    #[test]
    fn digests_are_those_of_the_specifications() {
        // RFC 4648, 10.
        for (bytes, text) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")]
        {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
        // Subresource Integrity, 3.2.
        let script = b"alert('Hello, world.');";
        assert_eq!(
            sha384(script),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
        assert_eq!(sha256(script), "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=");
    }
}
