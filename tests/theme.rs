//! What `docs/theme.md` promises to themes is what `src/pages/view` gives, field by field.
//!
//! Both are read as text: a shape is a `pub struct` here, and a table headed by its name there. Another theme, in `tests/themes`,
//! proves that few files are enough to look otherwise.

mod page;
mod project;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use canevas::pipeline::{self, Build};
use page::{main_of, plain, tags, texts};
use project::{Project, TODAY, files, read, repository};

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

/// The folder of a theme unlike the default one.
const SECOND: &str = "tests/themes/second";

/// The shipped site with a page that has a table and a notice, in a theme.
fn site(theme: &str) -> Build {
    let project = Project::shipped();
    let second = repository().join(SECOND);
    for file in files(&second) {
        let to = format!("themes/second/{}", file.display());
        project.write(&to, std::fs::read(second.join(&file)).expect("a file of the theme"));
    }
    let settings = read(&project.root.join("canevas.yaml"));
    let settings = settings.replace("theme: sobre", &format!("theme: {theme}"));
    let brand = "marque: { ministere: Ministère d'essai, devise: Essayer, deuil: true, \
                 liens: [ { titre: Essais, adresse: \"https://essais.example.org\" } ] }\n";
    project.write("canevas.yaml", format!("{settings}{brand}integration: {{}}\n"));
    for (lang, title) in [("fr", "Essai"), ("en", "Trial")] {
        let text = format!("# {title}\n\n> [!NOTE]\n> Note.\n\n| A | B |\n|---|--:|\n| 1 | 2 |\n");
        project.write(&format!("content/pages/essai.{lang}.md"), text);
    }
    let build = pipeline::build(&project.request(TODAY)).expect("a project");
    assert_eq!(build.diagnostics.clone().sorted(), []);
    build
}

#[test]
fn another_theme_looks_otherwise_with_few_files_and_says_the_same() {
    let of = |folder: &str| -> BTreeSet<String> {
        files(&repository().join(folder)).iter().map(|file| file.display().to_string()).collect()
    };
    let (own, default) = (of(SECOND), of("themes/sobre"));
    assert!(own.intersection(&default).count() * 4 < default.len(), "{own:?}");

    let (sobre, second) = (site("sobre"), site("second"));
    let (sobre, second) = (texts(&sobre), texts(&second));
    let components = components();
    for (address, html) in second.iter().filter(|(address, _)| is_page(address)) {
        let former = sobre[address];
        if address.ends_with("/fragment.html") {
            assert_eq!(plain(html), plain(former), "{address}");
            continue;
        }
        assert!(plain(main_of(html)).ends_with(&plain(main_of(former))), "{address}");
        let found = tags(html);
        let classes = found.iter().flat_map(|tag| tag.get("class").split_whitespace());
        let kept: BTreeSet<&str> = classes.filter(|class| components.contains(*class)).collect();
        assert!(kept.is_empty(), "{address} has {kept:?}");
        let mut links = found.iter().filter(|tag| tag.get("rel") == "stylesheet");
        assert!(links.next().is_some_and(|link| link.get("href").contains("assets/second.")));
        assert!(links.next().is_none(), "{address} loads another style sheet");
    }
}

fn is_page(address: &str) -> bool {
    address.rsplit('.').next() == Some("html")
}

/// Every class that `theme.yaml` gives to a component of the default theme.
fn components() -> BTreeSet<String> {
    let identity = read(&repository().join("themes/sobre/theme.yaml"));
    let (_, classes) = identity.split_once("classes:\n").expect("it has classes");
    let lines = classes.lines().filter_map(|line| line.trim().split_once(": "));
    let named = lines.filter(|(component, _)| !component.starts_with('#'));
    let tokens = named.flat_map(|(_, classes)| classes.split([' ', '>']));
    let tokens: BTreeSet<String> = tokens.filter(|c| !c.is_empty()).map(str::to_owned).collect();
    assert!(tokens.len() > 40, "{tokens:?}");
    tokens
}

#[test]
fn a_theme_decides_the_boxes_of_texts_and_has_the_brand() {
    let build = site("second");
    let html = texts(&build)["fr/essai.html"];
    for written in [
        "<div class=\"s-callout s-callout-note\" role=\"note\">\n<p class=\"s-callout-label\"><strong>",
        "<div class=\"s-table\">\n<div class=\"s-table-box\" role=\"region\" tabindex=\"0\"",
        "<table class=\"s-text-table\">",
        "<td class=\"s-cell-end\">2</td>",
        "</table>\n</div>\n</div>\n",
        " data-mourning>",
        "<body data-theme=\"second\">",
        "<p>Ministère d’essai</p>\n  <p>Essayer</p>",
        "<a href=\"https://essais.example.org\">Essais</a>",
    ] {
        assert!(html.contains(written), "{written}: {html}");
    }
    let call = texts(&build)["fr/bretagne/amige-2022.html"];
    assert!(call.contains("class=\"s-status s-status-ok\""), "the status has its own class");
    // What status.js writes on a page that is seen late.
    assert!(call.contains(" data-as_open=\"s-status s-status-ok\""));
}

/// A page in Arabic is the mirror of a page in French: no style says left or right.
#[test]
fn styles_know_no_left_and_no_right() {
    let root = repository();
    for folder in ["themes/sobre/static", "tests/themes/second/static"] {
        let folder = root.join(folder);
        let is_sheet = |file: &PathBuf| file.extension().is_some_and(|end| end == "css");
        let sheets = files(&folder).into_iter().filter(is_sheet);
        let sheets: Vec<String> = sheets.map(|file| read(&folder.join(file))).collect();
        assert!(!sheets.is_empty(), "{} has styles", folder.display());
        let sided: Vec<&str> = sheets.iter().flat_map(|sheet| sided(sheet)).collect();
        assert_eq!(sided, [""; 0], "{}", folder.display());
    }
    for bad in [
        "margin-left: 0",
        "left:0",
        "border-top-right-radius: 2px",
        "text-align: right",
        "float: left",
        "padding: 0 1rem 0 2rem",
    ] {
        assert_eq!(sided(&format!("p {{ color: red; {bad}; }}")), [bad]);
    }
    for good in ["inset: 0 auto", "padding: 1px 2px 3px 2px", "margin-inline-start: 1rem"] {
        assert_eq!(sided(&format!("p {{ {good} }}")), [""; 0]);
    }
}

/// The declarations that differ between left and right; marks drawn by borders do not count.
fn sided(sheet: &str) -> Vec<&str> {
    let declarations = sheet.split(['{', '}', ';']).map(str::trim);
    let sided = declarations.filter(|declaration| {
        let Some((name, value)) = declaration.split_once(':') else { return false };
        let (name, value) = (name.trim(), value.trim());
        let is_side = |word: &str| ["left", "right"].contains(&word);
        let values: Vec<&str> = value.split_whitespace().collect();
        match (name, &*values) {
            ("text-align" | "float" | "clear", [word]) => is_side(word),
            ("margin" | "padding" | "inset", [_, end, _, start]) => end != start,
            _ => name.split('-').any(is_side) && !name.contains([' ', '.']),
        }
    });
    sided.collect()
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
