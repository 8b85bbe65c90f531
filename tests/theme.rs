//! What `docs/theme.md` promises to themes is what `src/pages/view` gives, field by field.
//!
//! Both are read as text: a shape is a `pub struct` here, and a table headed by its name there.

mod project;

use std::collections::BTreeMap;

use project::{files, read, repository};

/// The fields of each shape, in any order, and whether each may be null.
type Shapes = BTreeMap<String, BTreeMap<String, bool>>;

#[test]
fn every_field_that_a_template_sees_is_documented_once_and_no_other() {
    let folder = repository().join("src/pages/view");
    let code = files(&folder).iter().map(|file| read(&folder.join(file))).collect::<String>();
    let given = given(&code);
    assert!(given.len() > 40 && given["Text"].len() == 2, "the shapes were not read: {given:#?}");
    let documented = documented(&read(&repository().join("docs/theme.md")), &given);
    for (shape, fields) in &given {
        assert_eq!(documented.get(shape), Some(fields), "the table of {shape}");
    }
}

#[test]
fn a_table_that_says_too_much_or_the_same_twice_is_seen() {
    let given =
        given("pub struct Link {\n    pub title: String,\n    pub href: Option<String>,\n}\n");
    let table = |rows: &str| documented(&format!("| Link | |\n|---|---|\n{rows}\n"), &given);
    let right = "| `title` | a word |\n| `href` | or null |";
    assert_eq!(table(right), given);
    assert_ne!(table("| `title`, `href` | or null |"), given);
    assert_ne!(table(&format!("{right}\n| `lang` | of `title` |")), given);
    let twice = std::panic::catch_unwind(|| table(&format!("{right}\n| `title` | again |")));
    assert!(twice.is_err());
    let gone = std::panic::catch_unwind(|| documented("| Gone | |\n", &given));
    assert!(gone.is_err());
}

/// The structures of the program, whose fields stand one a line.
fn given(code: &str) -> Shapes {
    let mut shapes = Shapes::new();
    let mut current = None;
    for line in code.lines() {
        if let Some(name) = line.strip_prefix("pub struct ").and_then(|l| l.strip_suffix(" {")) {
            current = Some(name.to_owned());
            shapes.insert(name.to_owned(), BTreeMap::new());
        } else if let Some((name, kind)) =
            line.trim().strip_prefix("pub ").and_then(|l| l.split_once(": "))
        {
            let shape = current.as_ref().expect("a field is in a structure");
            let fields = shapes.get_mut(shape).expect("it was met before");
            fields.insert(name.to_owned(), kind.starts_with("Option<"));
        }
    }
    shapes
}

/// The tables of the document that are headed by the name of a shape.
fn documented(text: &str, given: &Shapes) -> Shapes {
    let mut shapes = Shapes::new();
    let mut current = None;
    for line in text.lines() {
        let Some((first, words)) = cells(line) else {
            current = None;
            continue;
        };
        let Some(shape) = current.clone() else {
            current = Some(first.to_owned());
            if first.starts_with(char::is_uppercase) {
                assert!(given.contains_key(first), "{first} is no shape");
                let former = shapes.insert(first.to_owned(), BTreeMap::new());
                assert!(former.is_none(), "{first} has two tables");
            }
            continue;
        };
        let Some(fields) = shapes.get_mut(&shape).filter(|_| first.starts_with('`')) else {
            continue;
        };
        for name in first.split(", ").map(|name| name.trim_matches('`')) {
            let nullable = words.contains("or null");
            assert!(
                fields.insert(name.to_owned(), nullable).is_none(),
                "{shape}: {name} stands twice"
            );
        }
    }
    shapes
}

/// The first cell of a row, and what follows.
fn cells(line: &str) -> Option<(&str, &str)> {
    let (first, words) = line.strip_prefix("| ").or(line.strip_prefix('|'))?.split_once('|')?;
    Some((first.trim(), words))
}
