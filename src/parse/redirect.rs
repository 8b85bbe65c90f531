//! Addresses that a mail program put in the place of the true one: they expire, and tell a third party who clicks.

/// The address that a protected one leads to. `None` when `address` is not protected.
pub fn meant(address: &str) -> Option<String> {
    let (host, rest) = address.split_once("://")?.1.split_once('/')?;
    let host = host.to_ascii_lowercase();
    if host.ends_with(".safelinks.protection.outlook.com") {
        return decoded(parameter(rest, "url")?, '%');
    }
    match host.as_str() {
        "urldefense.com" | "urldefense.us" => {
            let address = rest.strip_prefix("v3/__")?.split("__;").next()?;
            // Signs replaced by `*` are given at the end, in base64.
            (!address.contains('*')).then(|| address.to_owned())
        }
        "urldefense.proofpoint.com" if rest.starts_with("v2/") => {
            decoded(&parameter(rest, "u")?.replace('_', "/"), '-')
        }
        _ => None,
    }
}

fn parameter<'a>(rest: &'a str, name: &str) -> Option<&'a str> {
    let query = rest.split_once('?')?.1;
    // Some programs paste "&amp;" for "&".
    query
        .split('&')
        .find_map(|pair| pair.trim_start_matches("amp;").strip_prefix(name)?.strip_prefix('='))
}

/// `text` with its escaped bytes in their place.
fn decoded(text: &str, escape: char) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut parts = text.split(escape);
    bytes.extend_from_slice(parts.next()?.as_bytes());
    for part in parts {
        let code = part.get(..2)?;
        bytes.push(u8::from_str_radix(code, 16).ok()?);
        bytes.extend_from_slice(&part.as_bytes()[2..]);
    }
    let address = String::from_utf8(bytes).ok()?;
    let is_shown = |c: char| !c.is_control() && !c.is_whitespace();
    (address.starts_with("http") && address.chars().all(is_shown)).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn protected_addresses_are_told_from_others() {
        let outlook = "https://eur02.safelinks.protection.outlook.com/";
        let rows = [
            (
                format!("{outlook}?url=https%3A%2F%2Fexample.org%2Fa%3Fb%3Dc&data=05%7C01"),
                Some("https://example.org/a?b=c"),
            ),
            (
                format!("{outlook}ap/w-59/?data=x&amp;url=http%3A%2F%2Fexample.org"),
                Some("http://example.org"),
            ),
            (format!("{outlook}?url=%E0%A4%A"), None),
            (format!("{outlook}?url=javascript%3Aalert(1)"), None),
            (
                "https://urldefense.com/v3/__https://example.org/a__;!!xyz$".to_owned(),
                Some("https://example.org/a"),
            ),
            (
                "https://urldefense.proofpoint.com/v2/url?u=https-3A__example.org_a&d=D".to_owned(),
                Some("https://example.org/a"),
            ),
            ("https://example.org/?url=https%3A%2F%2Fexample.org".to_owned(), None),
            ("mailto:a@example.org".to_owned(), None),
        ];
        for (address, expected) in rows {
            assert_eq!(meant(&address).as_deref(), expected, "{address}");
        }
    }
}
