//! Addresses of the web and of mailboxes, as far as a page needs to trust them.
//!
//! What a browser would forgive is refused all the same: an address that needs guessing is a slip, and the link is dead for
//! the next program that reads it.

use std::collections::BTreeSet;

use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, Script};
use url::{Host, Url};

/// What keeps a text from being an address of the web.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressFault {
    /// It does not begin with `https://` or `http://`.
    Beginning,
    /// It holds a character that nobody sees: a control, a mark of direction, a soft hyphen.
    Hidden,
    /// It holds a space.
    Space,
    /// It holds a sign that no address may hold (RFC 3986).
    Sign,
    /// The port is no number from 1 to 65535.
    Port,
    /// A name of user stands before the host, which hides the true host.
    User,
    /// The host is none that the whole web knows.
    Host,
    /// It cannot be added to, as the address of a site must be.
    Ending,
}

impl AddressFault {
    /// Its name in messages.
    pub fn word(self) -> &'static str {
        match self {
            Self::Beginning => "debut",
            Self::Hidden => "invisible",
            Self::Space => "espace",
            Self::Sign => "signe",
            Self::Port => "port",
            Self::User => "compte",
            Self::Host => "hote",
            Self::Ending => "fin",
        }
    }
}

/// The host of an address, with its port if any; nothing is checked.
pub fn host(address: &str) -> Option<&str> {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"))?;
    rest.split(['/', '?', '#']).next()
}

/// The site that an address belongs to, as policies name it: scheme, host and port, without path.
pub fn origin(address: &str) -> Option<String> {
    parsed(address).ok().map(|url| url.origin().ascii_serialization())
}

/// Checks an `https:` or `http:` address (WHATWG URL) that anybody can follow, without anything that could leave an attribute.
pub fn check_address(text: &str) -> Result<(), AddressFault> {
    let url = parsed(text)?;
    match url.host() {
        Some(Host::Domain(domain)) if is_public(domain) => Ok(()),
        Some(Host::Ipv4(_) | Host::Ipv6(_)) => Ok(()),
        _ => Err(AddressFault::Host),
    }
}

/// Whether anybody can follow `text`.
pub fn is_web_address(text: &str) -> bool {
    check_address(text).is_ok()
}

/// Checks the address of a site, to which names of pages are added; one's own machine will do.
pub fn check_base(text: &str) -> Result<(), AddressFault> {
    let url = parsed(text)?;
    if url.domain() != Some("localhost") {
        check_address(text)?;
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err(AddressFault::Ending);
    }
    Ok(())
}

/// The address that was most likely meant, when one is.
pub fn mended(text: &str) -> Option<String> {
    let visible: String = text.chars().filter(|c| !is_hidden(*c)).collect();
    let (scheme, rest) = after_schemes(visible.trim());
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(end);
    let labels: Vec<&str> = host.split('.').filter(|label| !label.is_empty()).collect();
    let path = path.replace(char::is_whitespace, "%20");
    let address = format!("{scheme}://{}{path}", labels.join("."));
    check_address(&address).is_ok().then_some(address)
}

/// Whether the host mixes scripts whose letters pass for one another, as `аmige.example` whose first letter is Cyrillic.
pub fn is_mixed(address: &str) -> bool {
    let Some(typed) = host(address) else { return false };
    let name = typed.split(':').next().unwrap_or_default();
    let readable = url::quirks::domain_to_unicode(name);
    let scripts = CodePointMapData::<Script>::new();
    let letters = readable.chars().filter(|c| c.is_alphabetic());
    let mut found: BTreeSet<Script> = letters.map(|letter| scripts.get(letter)).collect();
    found.remove(&Script::Common);
    found.remove(&Script::Inherited);
    // Names of East Asia mix these, and Latin, which none of them resembles (Unicode TR 39, highly restrictive).
    let east = [Script::Han, Script::Hiragana, Script::Katakana, Script::Hangul, Script::Bopomofo];
    let eastern = found.iter().any(|script| east.contains(script));
    found.retain(|script| !east.contains(script));
    let others = usize::from(eastern && found.iter().any(|script| *script != Script::Latin));
    found.len() + others > 1
}

/// Whether nobody sees `c`: a control, a mark of direction, a soft hyphen, a character of no text.
pub fn is_hidden(c: char) -> bool {
    matches!(
        CodePointMapData::<GeneralCategory>::new().get(c),
        GeneralCategory::Control
            | GeneralCategory::Format
            | GeneralCategory::LineSeparator
            | GeneralCategory::ParagraphSeparator
            | GeneralCategory::PrivateUse
            | GeneralCategory::Unassigned
    )
}

fn parsed(text: &str) -> Result<Url, AddressFault> {
    if text.chars().any(is_hidden) {
        return Err(AddressFault::Hidden);
    }
    let authority = host(text).filter(|authority| !authority.is_empty());
    let authority = authority.ok_or(AddressFault::Beginning)?;
    if text.contains(char::is_whitespace) {
        return Err(AddressFault::Space);
    }
    if text.contains(['"', '<', '>', '\\', '^', '`', '{', '|', '}']) {
        return Err(AddressFault::Sign);
    }
    if authority.contains('@') {
        return Err(AddressFault::User);
    }
    let url = Url::parse(text).map_err(|error| match error {
        url::ParseError::InvalidPort => AddressFault::Port,
        _ => AddressFault::Host,
    })?;
    if url.port() == Some(0) {
        return Err(AddressFault::Port);
    }
    // A browser reads `1.2` as `1.0.0.2`, and `%65` as a letter: what it reads must be what was typed.
    let typed = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | ':' | '[' | ']');
    let numbers = matches!(url.host(), Some(Host::Ipv4(_)));
    let as_typed = !numbers || url.host_str() == authority.split(':').next();
    if !as_typed || !authority.chars().all(typed) {
        return Err(AddressFault::Host);
    }
    Ok(url)
}

/// A name of at least two labels (RFC 1123), the last one a word: `example.org`.
fn is_public(domain: &str) -> bool {
    let is_label = |label: &str| {
        let shape = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        (1..=63).contains(&label.len())
            && label.chars().all(shape)
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let top = domain.rsplit('.').next().unwrap_or_default();
    domain.contains('.')
        && domain.len() <= 253
        && domain.split('.').all(is_label)
        && top.len() > 1
        && top.contains(|c: char| c.is_ascii_alphabetic())
}

/// The scheme that was meant, and what follows it however often and badly it was typed: `Https:/`, `https//`, `http://https://`.
fn after_schemes(text: &str) -> (&'static str, &str) {
    let mut scheme = "https";
    let mut rest = text;
    loop {
        let schemes = ["https", "http", "htps", "htp", "ttps", "ttp"];
        let named = schemes.iter().find_map(|name| {
            let head = rest.get(..name.len())?.eq_ignore_ascii_case(name);
            let after = rest.get(name.len()..).filter(|_| head)?;
            let bare = after.trim_start_matches([':', ';', '/', '\\', ' ']);
            (bare.len() < after.len()).then_some((*name, bare))
        });
        let Some((name, bare)) = named else {
            return (scheme, rest.trim_start_matches(['/', '\\']));
        };
        scheme = if name.ends_with('s') { "https" } else { "http" };
        rest = bare;
    }
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
    use super::AddressFault::{Beginning, Ending, Hidden, Host, Port, Sign, Space, User};
    use super::{AddressFault, check_address, check_base, is_email, is_mixed, mended};

    #[test]
    fn addresses_that_anybody_can_follow() {
        for good in [
            "https://example.org",
            "http://a.example/b?c=d#e",
            "https://WWW.Example.org:8443/",
            "https://élan.example.org/é/à?ç",
            "https://xn--lan-9la.example.org/",
            "https://my_site.example.org/",
            "https://192.0.2.1/",
            "https://[2001:db8::1]:8080/",
            "https://日本語.example.jp/",
        ] {
            assert_eq!(check_address(good), Ok(()), "{good}");
        }
    }

    #[test]
    fn addresses_that_lead_nowhere() {
        let table: &[(&str, AddressFault)] = &[
            ("example.org", Beginning),
            ("", Beginning),
            ("https://", Beginning),
            ("https:///x", Beginning),
            ("Https://example.org", Beginning),
            ("https:example.org", Beginning),
            ("javascript:alert(1)", Beginning),
            ("file:///C:/Users/x.pdf", Beginning),
            ("ftp://example.org", Beginning),
            ("https://a b.org", Space),
            ("https://example.org/a\u{a0}b", Space),
            ("https://example.org/\"b", Sign),
            ("https://example.org\\b", Sign),
            ("https://example.org/{{ x }}", Space),
            ("https://example.org/\u{202e}fdp", Hidden),
            ("https://exam\u{ad}ple.org/", Hidden),
            ("https://example.org/\u{7}", Hidden),
            ("https://example.org/\u{fffe}", Hidden),
            ("https://https://www.example.org/page", Host),
            ("http://https//www.example.org", Host),
            ("https://www..fr", Host),
            ("https://.example.org", Host),
            ("https://example.org.", Host),
            ("https://example", Host),
            ("https://localhost/", Host),
            ("https://-a.example.org", Host),
            ("https://1.2", Host),
            ("https://256.1.1.1", Host),
            ("https://0x7f.1/", Host),
            ("https://ex%61mple.org", Host),
            ("https://exa!mple.org", Host),
            ("https://[::1", Host),
            ("https://a.b", Host),
            ("https://example.org:99999/", Port),
            ("https://example.org:0/", Port),
            ("https://example.org:80a/", Port),
            ("https://..:-:?x", Host),
            ("https://:", Host),
            ("https://impots.example@example.org/", User),
        ];
        for (bad, fault) in table {
            let found = check_address(bad);
            assert!(found.is_err(), "{bad}");
            // The parser may see a bad port before a bad host.
            let either = *bad == "https://..:-:?x";
            assert!(either || found == Err(*fault), "{bad}: {found:?}");
        }
    }

    #[test]
    fn addresses_of_sites() {
        let check = |text: &str, expected| assert_eq!(check_base(text), expected, "{text}");
        check("https://example.org/appels", Ok(()));
        check("http://localhost:8000/appels/", Ok(()));
        check("https://example.org/?a", Err(Ending));
        check("https://example.org/#a", Err(Ending));
        check("https://example", Err(Host));
        check("localhost:8000", Err(Beginning));
    }

    #[test]
    fn the_remedy_is_an_address() {
        let table = [
            ("dreets.example.org", Some("https://dreets.example.org")),
            ("//dreets.example.org/x", Some("https://dreets.example.org/x")),
            ("Https://www.example.org", Some("https://www.example.org")),
            ("https://https://www.example.org/page", Some("https://www.example.org/page")),
            ("http://https//www.example.org", Some("https://www.example.org")),
            ("https://http://www.example.org", Some("http://www.example.org")),
            ("HTTPS:/www.example.org", Some("https://www.example.org")),
            ("https//www.example.org", Some("https://www.example.org")),
            ("htpps://www.example.org", None),
            ("https://www..fr", Some("https://www.fr")),
            ("https://www..example.org.", Some("https://www.example.org")),
            ("https://example.org/mon fichier.pdf", Some("https://example.org/mon%20fichier.pdf")),
            ("https://exam\u{200b}ple.org", Some("https://example.org")),
            ("https://example", None),
            ("https://example.org:99999/", None),
            ("file:///C:/Users/x.pdf", None),
            ("javascript:alert(1)", None),
            ("appel@example.org", None),
            ("voir le site", None),
            ("http", None),
            ("", None),
        ];
        for (text, expected) in table {
            assert_eq!(mended(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn hosts_that_pass_for_others() {
        for mixed in
            ["https://аmige.example/", "https://xn--mige-43d.example/", "https://ехample.org"]
        {
            assert!(is_mixed(mixed), "{mixed}");
        }
        for plain in [
            "https://example.org/аmige",
            "https://élan.example.org:80/",
            "https://почта.рф/",
            "https://日本語テスト.example.jp",
            "https://192.0.2.1/",
        ] {
            assert!(!is_mixed(plain), "{plain}");
        }
    }

    #[test]
    fn mailboxes() {
        for good in ["appel@example.org", "a.b+c@d-e.example"] {
            assert!(is_email(good), "{good}");
        }
        for bad in ["appel", "a@b", "a b@example.org", "@example.org", "a@.org", "a@b@c.org"] {
            assert!(!is_email(bad), "{bad}");
        }
    }
}
