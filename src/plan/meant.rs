//! What a relative address was meant to be: `/outils/x`, `1-mention.md`, `mentions-legales.html`.

use std::collections::BTreeSet;

/// What texts may name.
pub struct Known<'a> {
    pub pages: &'a BTreeSet<&'a str>,
    pub regions: &'a BTreeSet<&'a str>,
    pub is_document: &'a dyn Fn(&str) -> bool,
}

/// The link to write instead of `address`: `page:x`, `region:x`, `document:x`.
pub fn link(address: &str, known: &Known<'_>) -> Option<String> {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let mut parts = path.rsplit('/').filter(|part| !part.is_empty());
    let file = parts.next()?;
    if (known.is_document)(file) {
        return Some(format!("document:{file}"));
    }
    let stem = stem(if stem(file) == "index" { parts.next()? } else { file });
    // Other tools order the pages of a folder by numbers in front of their names.
    let rank = |c: char| c.is_ascii_digit() || matches!(c, '-' | '_' | '.');
    [stem.as_str(), stem.trim_start_matches(rank)].into_iter().find_map(|name| {
        let kind = match name {
            _ if known.pages.contains(name) => "page",
            _ if known.regions.contains(name) => "region",
            _ => return None,
        };
        Some(format!("{kind}:{name}"))
    })
}

/// The name without what only files have: `mentions-legales` of `Mentions-legales.fr.md`.
fn stem(file: &str) -> String {
    let name = file.to_lowercase();
    let endings = [".html", ".htm", ".md", ".php", ".aspx"];
    let name = endings.iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(&name);
    match name.rsplit_once('.') {
        Some((stem, lang)) if (2..=3).contains(&lang.len()) => stem.to_owned(),
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Known, link};

    #[test]
    fn relative_addresses_of_pages() {
        let pages = ["outils", "mentions-legales"].into();
        let regions = ["bretagne"].into();
        let is_document = |name: &str| name == "notice.pdf";
        let known = Known { pages: &pages, regions: &regions, is_document: &is_document };
        let rows = [
            ("/mentions-legales", Some("page:mentions-legales")),
            ("mentions-legales.html", Some("page:mentions-legales")),
            ("../pages/Mentions-legales.fr.md", Some("page:mentions-legales")),
            ("1-mentions-legales.md", Some("page:mentions-legales")),
            ("/fr/outils/index.html#haut", Some("page:outils")),
            ("/fr/bretagne/", Some("region:bretagne")),
            ("documents/notice.pdf", Some("document:notice.pdf")),
            ("/outils/x", None),
            ("", None),
            ("/", None),
            ("index.html", None),
            ("../../etc/passwd", None),
        ];
        for (address, expected) in rows {
            assert_eq!(link(address, &known).as_deref(), expected, "{address}");
        }
    }
}
