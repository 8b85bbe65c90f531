//! How pages are kept: when they are read again, and the addresses that they had, paths under the folder of each
//! language, as people copy them.

use super::reader::Reader;
use super::record::Record;
use super::yaml::Node;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::composed::composed;
use crate::model::id::Lang;
use crate::model::upkeep::{FormerAddress, Upkeep};

/// What is longer, some systems cannot write.
const LONGEST: usize = 200;

/// How the page of a record is kept.
pub fn upkeep<'s>(r: &mut Reader<'_, 's>, fields: &mut Record<'_, 's>) -> Upkeep {
    kept(r, fields, addresses)
}

/// The same of a call, whose former addresses are names.
pub fn upkeep_of_call<'s>(r: &mut Reader<'_, 's>, fields: &mut Record<'_, 's>) -> Upkeep {
    kept(r, fields, names)
}

fn kept<'n, 'd, 's>(
    r: &mut Reader<'d, 's>,
    fields: &mut Record<'n, 's>,
    former: fn(&mut Reader<'d, 's>, &'n Node<'s>) -> Option<Vec<FormerAddress>>,
) -> Upkeep {
    Upkeep {
        former: fields.optional(r, "anciennes_adresses", former).unwrap_or_default(),
        review: fields.optional(r, "a_revoir_le", Reader::spanned_date),
    }
}

/// Each path of the list.
fn addresses<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<Vec<FormerAddress>> {
    r.list(node, |r, node| {
        let text = r.sign(node)?;
        let found = path(text, r.languages);
        let refuse = |fault: Fault| {
            let refused = Diagnostic::new(Code::FormerAddress, node.span).with("adresse", text);
            refused.with("raison", fault.word()).with("suggestion", fault.meant())
        };
        found
            .map_err(|fault| r.push(refuse(fault)))
            .ok()
            .map(|path| FormerAddress { path, span: node.span })
    })
}

/// Names that the page had in the folder of each region.
fn names<'s>(r: &mut Reader<'_, 's>, node: &Node<'s>) -> Option<Vec<FormerAddress>> {
    let addresses = addresses(r, node)?;
    let deep = |address: &&FormerAddress| address.path.contains('/');
    for address in addresses.iter().filter(deep) {
        let text = address.path.trim_end_matches(".html");
        let refused = Diagnostic::new(Code::FormerAddress, address.span).with("adresse", text);
        let name = text.rsplit('/').next().unwrap_or_default();
        r.push(refused.with("raison", "dossier").with("suggestion", name));
        r.unread += 1;
    }
    Some(addresses.into_iter().filter(|address| !address.path.contains('/')).collect())
}

/// Why a text is no address that a page may have had.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Fault {
    /// A whole address, or one from the root of the site.
    Whole(String),
    /// It says its language: each has its own page.
    Language(String),
    /// It leads out of its folder, or is hidden.
    Escapes,
    /// A server would not show it as a page.
    NotAPage,
    /// No path holds that sign, or not there.
    Sign,
    Long,
}

impl Fault {
    fn word(&self) -> &'static str {
        match self {
            Self::Whole(_) => "entiere",
            Self::Language(_) => "langue",
            Self::Escapes => "sort",
            Self::NotAPage => "pas-une-page",
            Self::Sign => "signe",
            Self::Long => "longue",
        }
    }

    /// What was meant, where it is known.
    fn meant(&self) -> &str {
        match self {
            Self::Whole(meant) | Self::Language(meant) => meant,
            _ => "",
        }
    }
}

/// The path of the file that a former address was.
fn path(text: &str, languages: &[Lang]) -> Result<String, Fault> {
    let meant = |text: &str| path(text, languages).map(|_| text.to_owned()).unwrap_or_default();
    let inside = |text: &str| {
        let (first, rest) = text.split_once('/')?;
        languages.iter().any(|lang| lang.as_str() == first).then(|| rest.to_owned())
    };
    if let Some((_, after)) = text.split_once("://") {
        // The site may have been in a folder: the language says where its pages begin.
        let mut rest = after.split_once('/').map(|(_, rest)| rest);
        let found = std::iter::from_fn(|| {
            let from = rest?;
            rest = from.split_once('/').map(|(_, rest)| rest);
            Some(from)
        });
        let found = found.take(LONGEST).find_map(inside).unwrap_or_default();
        return Err(Fault::Whole(meant(&found)));
    }
    if text.starts_with('/') {
        let rest = text.trim_start_matches('/');
        return Err(Fault::Whole(meant(&inside(rest).unwrap_or_else(|| rest.to_owned()))));
    }
    if let Some(rest) = inside(text) {
        return Err(Fault::Language(meant(&rest)));
    }
    file(text)
}

fn file(text: &str) -> Result<String, Fault> {
    let text = composed(text);
    let page = match text.strip_suffix('/') {
        Some(folder) => format!("{folder}/index.html"),
        None => text.into_owned(),
    };
    let (folders, name) = page.rsplit_once('/').map_or((None, &*page), |(f, n)| (Some(f), n));
    for folder in folders.into_iter().flat_map(|folders| folders.split('/')) {
        check_name(folder)?;
        // No file of the site may be in the way: each has an extension.
        if folder.contains('.') {
            return Err(Fault::Sign);
        }
    }
    check_name(name)?;
    let path = match name.rsplit_once('.') {
        None => format!("{page}.html"),
        Some((stem, "html" | "htm")) if !stem.contains('.') => page,
        Some(_) => return Err(Fault::NotAPage),
    };
    if path.len() > LONGEST { Err(Fault::Long) } else { Ok(path) }
}

fn check_name(name: &str) -> Result<(), Fault> {
    if name.starts_with('.') {
        return Err(Fault::Escapes);
    }
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '~');
    if name.is_empty() || name.ends_with('.') || !name.chars().all(plain) {
        return Err(Fault::Sign);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Fault, path};
    use crate::model::id::Lang;

    fn languages() -> [Lang; 2] {
        ["fr", "en"].map(|code| Lang::new(code).expect("a language"))
    }

    #[test]
    fn addresses_that_pages_had() {
        let table = [
            ("languedoc", Ok("languedoc.html")),
            ("languedoc.html", Ok("languedoc.html")),
            ("languedoc.htm", Ok("languedoc.htm")),
            ("languedoc/amige-2022", Ok("languedoc/amige-2022.html")),
            ("languedoc/", Ok("languedoc/index.html")),
            ("Appel_2021/Été", Ok("Appel_2021/Été.html")),
            ("Appel_2021/E\u{301}te\u{301}", Ok("Appel_2021/Été.html")),
            ("fr/languedoc", Err(Fault::Language("languedoc".to_owned()))),
            ("/languedoc", Err(Fault::Whole("languedoc".to_owned()))),
            ("//example.org", Err(Fault::Whole(String::new()))),
            ("/en/languedoc.html", Err(Fault::Whole("languedoc.html".to_owned()))),
            (
                "https://example.org/appels/fr/languedoc.html",
                Err(Fault::Whole("languedoc.html".to_owned())),
            ),
            ("https://example.org/spip.php?article12", Err(Fault::Whole(String::new()))),
            ("../languedoc", Err(Fault::Escapes)),
            ("a/../../b", Err(Fault::Escapes)),
            ("a/./b", Err(Fault::Escapes)),
            (".htaccess", Err(Fault::Escapes)),
            ("a//b", Err(Fault::Sign)),
            ("a\\b", Err(Fault::Sign)),
            ("a b", Err(Fault::Sign)),
            ("a?b", Err(Fault::Sign)),
            ("a#b", Err(Fault::Sign)),
            ("%2e%2e/a", Err(Fault::Sign)),
            ("a.html/b", Err(Fault::Sign)),
            ("a.", Err(Fault::Sign)),
            ("C:/a", Err(Fault::Sign)),
            ("", Err(Fault::Sign)),
            ("spip.php", Err(Fault::NotAPage)),
            ("carte.pdf", Err(Fault::NotAPage)),
        ];
        for (text, expected) in table {
            assert_eq!(path(text, &languages()), expected.map(str::to_owned), "{text}");
        }
        assert_eq!(path(&"a".repeat(200), &languages()), Err(Fault::Long));
    }

    proptest! {
        #[test]
        fn none_leads_out_of_its_folder(text in "(\\.|/|\\\\|a|%2e|fr|\\PC){0,12}") {
            if let Ok(path) = path(&text, &languages()) {
                prop_assert!(!path.starts_with('/'));
                prop_assert!(path.split('/').all(|name| !name.is_empty() && !name.starts_with('.')));
                let end = path.rsplit_once('.').map(|(_, end)| end);
                prop_assert!(matches!(end, Some("html" | "htm")), "{}", path);
                prop_assert!(!path.contains(['\\', '?', '#', '%', ':']));
            }
        }
    }
}
