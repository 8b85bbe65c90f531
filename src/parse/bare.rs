//! Addresses that an author typed as they are: `https://…`, `www.…` and `nom@example.org` become links.
//!
//! What surrounds an address in a sentence is not part of it: the stop that ends the sentence, guillemets, the
//! parenthesis that was open before.

use std::ops::Range;

use crate::model::web::is_email;

const BEGINNINGS: [&str; 3] = ["https://", "http://", "www."];

/// An address, where it stands in the text.
#[derive(Debug, PartialEq, Eq)]
pub struct Bare {
    pub range: Range<usize>,
    /// With its scheme: where a link would lead.
    pub address: String,
}

/// The first address of `text` that starts at `from` or after.
pub fn next(text: &str, from: usize) -> Option<Bare> {
    let mut before = text[..from].chars().next_back();
    let mut skipped = from;
    for (at, c) in text[from..].char_indices().map(|(at, c)| (from + at, c)) {
        if at < skipped {
            before = Some(c);
            continue;
        }
        if before.is_none_or(opens) && BEGINNINGS.iter().any(|known| begins(&text[at..], known)) {
            let end = at + end_of_web(&text[at..]);
            if let Some(address) = web(&text[at..end]) {
                return Some(Bare { range: at..end, address });
            }
            // What it holds is part of it: looked at once.
            skipped = end;
        }
        if c == '@' {
            match mail(text, from, at) {
                Ok(found) => return Some(found),
                Err(end) => skipped = end,
            }
        }
        before = Some(c);
    }
    None
}

/// Whether a web address may start after `c`.
fn opens(c: char) -> bool {
    !c.is_alphanumeric() && !matches!(c, '/' | '@' | '.' | '-' | '_' | '=' | '&' | '#')
}

/// The address that a link would have, when `words` are one, right or wrong.
fn web(words: &str) -> Option<String> {
    let beginning = BEGINNINGS.into_iter().find(|known| begins(words, known))?;
    let rest = &words[beginning.len()..];
    if beginning == "www." {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let named = host.split('.').filter(|label| !label.is_empty()).count() > 1;
        return named.then(|| format!("https://{words}"));
    }
    rest.contains(char::is_alphanumeric).then(|| format!("{beginning}{rest}"))
}

fn begins(text: &str, known: &str) -> bool {
    text.get(..known.len()).is_some_and(|head| head.eq_ignore_ascii_case(known))
}

/// Where a web address that starts `text` ends, without what belongs to the sentence.
fn end_of_web(text: &str) -> usize {
    let stops =
        |c: char| c.is_whitespace() || c.is_control() || "<>\"«»“”„‘’‹›|^`{}\\…".contains(c);
    let mut words = &text[..text.find(stops).unwrap_or(text.len())];
    let mut open = words.matches('(').count();
    let mut closed = words.matches(')').count();
    while let Some(last) = words.chars().next_back() {
        match last {
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '_' | '~' | '[' | ']' => {}
            ')' if closed > open => closed -= 1,
            '(' => open -= 1,
            _ => break,
        }
        words = &words[..words.len() - last.len_utf8()];
    }
    words.len()
}

/// The mailbox around the `@` that stands at `at`, else where it was looked for.
fn mail(text: &str, from: usize, at: usize) -> Result<Bare, usize> {
    let local = |c: char| c.is_ascii_alphanumeric() || ".+-_".contains(c);
    let start = text[from..at].rfind(|c| !local(c)).map_or(from, |before| {
        from + before + text[from + before..].chars().next().map_or(0, char::len_utf8)
    });
    let after = at + 1;
    let domain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    let length = text[after..].find(|c| !domain(c)).unwrap_or(text.len() - after);
    let end = after + text[after..after + length].trim_end_matches(['.', '-']).len();
    let start = end - text[start..end].trim_start_matches(['.', '-', '_', '+']).len();
    // "l'appel@…": whether the first letter is of the address, nobody knows.
    let doubtful = |c: char| c.is_alphanumeric() || "@'’/=&#".contains(c);
    let alone = !text[..start].chars().next_back().is_some_and(doubtful);
    let follows = text[end..].chars().next();
    let whole = follows.is_none_or(|c| !c.is_alphanumeric() && !"@_/=".contains(c));
    let top = text[after..end].rsplit('.').next().unwrap_or_default();
    let named = top.len() >= 2 && top.bytes().all(|b| b.is_ascii_alphabetic());
    let words = &text[start..end];
    if alone && whole && named && is_email(words) {
        Ok(Bare { range: start..end, address: format!("mailto:{words}") })
    } else {
        Err(after + length)
    }
}

#[cfg(test)]
mod tests {
    use super::next;

    /// Each address of `text` between brackets, with where it leads when that is not what is read.
    fn check(text: &str, expected: &str) {
        let (mut shown, mut done) = (String::new(), 0);
        while let Some(found) = next(text, done) {
            let words = &text[found.range.clone()];
            shown.push_str(&text[done..found.range.start]);
            let leads = found.address.strip_prefix("mailto:").unwrap_or(&found.address);
            let same = leads == words;
            let link = if same { format!("[{words}]") } else { format!("[{words}|{leads}]") };
            shown += &link;
            done = found.range.end;
        }
        shown.push_str(&text[done..]);
        assert_eq!(shown, expected);
    }

    #[test]
    fn addresses_are_found_where_people_type_them() {
        for (text, expected) in [
            ("Voir https://example.org.", "Voir [https://example.org]."),
            ("https://a.example/b?c=d&e=f#g, puis", "[https://a.example/b?c=d&e=f#g], puis"),
            ("(voir https://example.org/a)", "(voir [https://example.org/a])"),
            ("https://example.org/a_(b) !", "[https://example.org/a_(b)] !"),
            ("«\u{a0}https://example.org\u{a0}»", "«\u{a0}[https://example.org]\u{a0}»"),
            ("«https://example.org»", "«[https://example.org]»"),
            ("“https://example.org/”?", "“[https://example.org/]”?"),
            (
                "http://example.org:8080/\u{202f}; suite",
                "[http://example.org:8080/]\u{202f}; suite",
            ),
            ("Site\u{a0}:https://example.org…", "Site\u{a0}:[https://example.org]…"),
            ("HTTPS://Example.org", "[HTTPS://Example.org|https://Example.org]"),
            ("www.example.org/aide, ou", "[www.example.org/aide|https://www.example.org/aide], ou"),
            ("l'adresse appel@example.org.", "l'adresse [appel@example.org]."),
            ("<appel@example.org>;a.b+c@d-e.example", "<[appel@example.org]>;[a.b+c@d-e.example]"),
            ("appel@example.org/aide@example.org", "appel@example.org/aide@example.org"),
            ("appel@example.org, aide@example.org", "[appel@example.org], [aide@example.org]"),
            ("Courriel :appel@example.org-", "Courriel :[appel@example.org]-"),
            (
                "https://example.org/@nom et x@example.org",
                "[https://example.org/@nom] et [x@example.org]",
            ),
        ] {
            check(text, expected);
        }
    }

    #[test]
    fn what_is_no_address_stays_text() {
        for text in [
            "une adresse commence par https:// ou http://",
            "https://… ou www.",
            "www.example",
            "awww.example.org et xhttps://example.org",
            "@dreets, 3 @ 5 € et a@b@example.org",
            "d'appel@example.org et l’appel@example.org",
            "été@example.org, appel@example.orgé",
            "3@4.50 et appel@localhost",
            "user@example.org/chemin",
        ] {
            check(text, text);
        }
    }

    #[test]
    fn wrong_addresses_are_taken_whole() {
        check("https://https://example.org", "[https://https://example.org]");
        check("voir https://www..example.org ici", "voir [https://www..example.org] ici");
    }

    #[test]
    fn hostile_text_takes_no_longer() {
        for piece in [
            "@",
            "a@",
            "a@b.",
            "https://",
            "www.",
            "(https://a(",
            ")))))",
            "h(",
            "www.?",
            "https://-",
            "https://;(",
        ] {
            let text = piece.repeat((1 << 18) / piece.len());
            let (mut done, mut found) = (0, 0);
            while let Some(bare) = next(&text, done) {
                done = bare.range.end;
                found += 1;
            }
            assert!(found <= text.len());
        }
    }
}
