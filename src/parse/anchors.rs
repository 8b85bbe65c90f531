//! The headings of a page of text get names, so that a link may lead to one.
//!
//! A name is the heading's own words, so it changes when they do, and only then.

use std::collections::BTreeMap;

use crate::model::id::unaccented;
use crate::model::prose::{Block, Prose, plain_text};

/// An anchor is read in an address bar.
const LONGEST: usize = 60;

/// Names every heading at the top level of `prose`, each once.
pub fn name(prose: &mut Prose) {
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    for block in &mut prose.blocks {
        if let Block::Heading { id, content, .. } = block {
            *id = Some(unique(&mut taken, slug(&plain_text(content))));
        }
    }
}

/// Letters and digits of any script: what has no Latin letter must have a name too.
fn slug(words: &str) -> String {
    let mut slug = String::new();
    for c in words.chars().flat_map(char::to_lowercase) {
        match unaccented(c) {
            Some(letters) => slug.push_str(letters),
            None if c.is_alphanumeric() => slug.push(c),
            None if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            None => {}
        }
        if slug.chars().count() > LONGEST {
            // Cut after a whole word, when there is one.
            slug.truncate(slug.rfind('-').unwrap_or(slug.len()));
            break;
        }
    }
    slug.trim_end_matches('-').to_owned()
}

/// The name itself, else with the first free number.
fn unique(taken: &mut BTreeMap<String, usize>, slug: String) -> String {
    // Footnotes have the names "note-1" and "appel-note-1": a heading leaves them alone.
    let numbered = |after: &str| after.starts_with(|c: char| c.is_ascii_digit());
    let slug = match slug.as_str() {
        "" => "titre".to_owned(),
        name if name.split("note-").skip(1).any(numbered) => format!("titre-{slug}"),
        _ => slug,
    };
    let first = taken.get(&slug).copied().unwrap_or(0) + 1;
    let named = |rank: usize| if rank == 1 { slug.clone() } else { format!("{slug}-{rank}") };
    let mut free = (first..).map(|rank| (rank, named(rank)));
    let found = free.find(|(_, name)| !taken.contains_key(name));
    let (rank, name) = found.expect("numbers do not end");
    taken.insert(slug, rank);
    taken.entry(name.clone()).or_insert(1);
    name
}

#[cfg(test)]
mod tests {
    use super::name;
    use crate::model::prose::{Block, Inline, Prose};
    use crate::model::source::{FileId, Span};

    fn check(titles: &[&str], expected: &[&str]) {
        let heading = |title: &&str| Block::Heading {
            level: 2,
            id: None,
            content: vec![Inline::Text((*title).to_owned())],
            span: Span::whole(FileId(0)),
        };
        let mut prose = Prose { blocks: titles.iter().map(heading).collect(), ..Prose::default() };
        name(&mut prose);
        let found: Vec<&str> = prose.anchors().collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_heading_is_named_by_its_words() {
        check(
            &["Éditeur du site", "L’hébergeur : où ?", "2. Cœur de l'offre", "معلومات قانونية"],
            &["editeur-du-site", "l-hebergeur-ou", "2-coeur-de-l-offre", "معلومات-قانونية"],
        );
    }

    #[test]
    fn a_long_name_ends_with_a_word() {
        check(
            &["Pages du site ayant fait l’objet de la vérification de conformité"],
            &["pages-du-site-ayant-fait-l-objet-de-la-verification-de"],
        );
        check(&[&"é".repeat(90)], &[&"e".repeat(61)]);
    }

    #[test]
    fn every_name_is_given_once() {
        check(
            &["Contact", "Contact 2", "Contact", "Contact", "Contact 2"],
            &["contact", "contact-2", "contact-3", "contact-4", "contact-2-2"],
        );
        check(&["?", "!", "Note 1"], &["titre", "titre-2", "titre-note-1"]);
    }

    #[test]
    fn many_equal_headings_take_no_longer() {
        let titles = vec!["Contact"; 20_000];
        let blocks = titles.iter().map(|title| Block::Heading {
            level: 2,
            id: None,
            content: vec![Inline::Text((*title).to_owned())],
            span: Span::whole(FileId(0)),
        });
        let mut prose = Prose { blocks: blocks.collect(), ..Prose::default() };
        name(&mut prose);
        assert_eq!(prose.anchors().last(), Some("contact-20000"));
    }
}
