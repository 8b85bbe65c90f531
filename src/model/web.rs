//! Addresses of the web and of mailboxes, as far as a page needs to trust them.

/// The host of an address, with its port if any; nothing is checked.
pub fn host(address: &str) -> Option<&str> {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"))?;
    rest.split(['/', '?', '#']).next()
}

/// An `https:` or `http:` address with a host (RFC 3986), without anything that could leave an attribute.
pub fn is_web_address(text: &str) -> bool {
    let host = host(text);
    let safe = |c: char| !c.is_whitespace() && !c.is_control() && !"\"<>\\^`{|}".contains(c);
    let host_char = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | ':');
    host.is_some_and(|host| !host.is_empty() && host.chars().all(host_char))
        && text.chars().all(safe)
}

/// A mailbox as people write it; not the whole of RFC 5322.
pub fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else {
        return false;
    };
    let local_char = |c: char| c.is_ascii_alphanumeric() || ".+-_'".contains(c);
    let domain_char = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    let labels =
        domain.split('.').all(|l| !l.is_empty() && !l.starts_with('-') && !l.ends_with('-'));
    !local.is_empty()
        && local.chars().all(local_char)
        && domain.contains('.')
        && domain.chars().all(domain_char)
        && labels
}

/// Addresses are built by adding to this one.
pub fn with_final_slash(mut address: String) -> String {
    if !address.ends_with('/') {
        address.push('/');
    }
    address
}

#[cfg(test)]
mod tests {
    use super::{is_email, is_web_address};

    #[test]
    fn addresses() {
        for good in ["https://example.org", "http://a.example/b?c=d#e", "https://localhost:8080/"] {
            assert!(is_web_address(good), "{good}");
        }
        for bad in ["example.org", "https://", "javascript:alert(1)", "https://a b", "https://a\"b"]
        {
            assert!(!is_web_address(bad), "{bad}");
        }
        for good in ["appel@example.org", "a.b+c@d-e.example"] {
            assert!(is_email(good), "{good}");
        }
        for bad in ["appel", "a@b", "a b@example.org", "@example.org", "a@.org", "a@b@c.org"] {
            assert!(!is_email(bad), "{bad}");
        }
    }
}
