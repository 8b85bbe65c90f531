//! The kinds of questions: no `match` over them has an arm for all others, so that the compiler names every place that a new
//! kind must be told to.

use syn::visit::{self, Visit};
use syn::{Arm, ExprMatch, ItemMod, Pat};

use super::program::rust;

/// Of the form, of what a dossier asks, of its fields, of the cells of its tables.
const KINDS: [&str; 4] = ["FormKind", "Kind", "FieldKind", "CellKind"];
/// Rooms in which `Kind` is another word.
const OTHERS: [&str; 3] = ["parse/marks", "parse/mentions", "diagnostic"];

#[test]
fn no_arm_takes_every_other_kind() {
    let files = rust("src").into_iter().filter(|(path, _)| {
        let is_other = OTHERS.iter().any(|room| path.starts_with(room));
        !is_other && !path.ends_with("tests.rs") && !path.ends_with("sample.rs")
    });
    let found: Vec<String> = files.flat_map(|(path, text)| careless(&path, &text)).collect();
    assert!(found.is_empty(), "arms that a new kind would fall into:\n{}", found.join("\n"));
}

#[test]
fn every_form_of_such_an_arm_is_seen() {
    let forms = [
        "Kind::Note => 1, _ => 2",
        "Kind::Note => 1, other => f(other)",
        "sheet::Kind::Line { limit } if limit > 2 => limit, _ => 2",
        "(Kind::Note, true) => 1, (_, false) => 2",
        "Some(Kind::Note) => 1, Some(_) => 2, None => 3",
        "&FieldKind::Date | &FieldKind::Siret => 1, &_ => 2",
    ];
    for arms in forms {
        assert_eq!(careless("x", &format!("fn f() {{ match x {{ {arms} }} }}")).len(), 1, "{arms}");
    }
    let honest = [
        "Kind::Note => 1, Kind::Line { .. } => 2",
        "(Kind::Note, _) => 1, (Kind::Line { .. }, true | false) => 2",
        "Some(Kind::Choice(_)) => 1, None => 2",
        "Other::Note => 1, _ => 2",
        "Kind::Note => 1, _ if sure => 2, Kind::Date => 3",
        "kind @ (Kind::Note | Kind::Date) => f(kind)",
    ];
    for arms in honest {
        let found = careless("x", &format!("fn f() {{ match x {{ {arms} }} }}"));
        assert!(found.is_empty(), "{arms}");
    }
}

/// The arms of a file that take every kind which has none of its own.
fn careless(path: &str, text: &str) -> Vec<String> {
    let tree = syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}"));
    let mut search = Search::default();
    search.visit_file(&tree);
    search.lines.iter().map(|line| format!("src/{path}:{line}")).collect()
}

#[derive(Default)]
struct Search {
    lines: Vec<usize>,
}

impl<'a> Visit<'a> for Search {
    fn visit_item_mod(&mut self, module: &'a ItemMod) {
        if module.ident != "tests" {
            visit::visit_item_mod(self, module);
        }
    }

    fn visit_expr_match(&mut self, found: &'a ExprMatch) {
        let mut ways = Vec::new();
        for arm in &found.arms {
            named(&arm.pat, &mut Vec::new(), &mut ways);
        }
        let all = found.arms.iter().find(|arm| takes_all(arm, &ways));
        self.lines.extend(all.map(|arm| arm.fat_arrow_token.spans[0].start().line));
        visit::visit_expr_match(self, found);
    }
}

/// A step into a pattern: which part of a tuple or a variant.
type Way = Vec<usize>;

fn takes_all(arm: &Arm, ways: &[Way]) -> bool {
    ways.iter().any(|way| is_open(&arm.pat, way))
}

/// Where in a pattern a kind is named.
fn named(pattern: &Pat, way: &mut Way, ways: &mut Vec<Way>) {
    let path = match pattern {
        Pat::Path(path) => Some(&path.path),
        Pat::Struct(found) => Some(&found.path),
        Pat::TupleStruct(found) => Some(&found.path),
        _ => None,
    };
    let kind = path.and_then(|path| path.segments.iter().rev().nth(1));
    if kind.is_some_and(|kind| KINDS.iter().any(|known| kind.ident == known)) {
        ways.push(way.clone());
        return;
    }
    for (rank, inner) in parts(pattern) {
        let deeper = rank.map(|rank| way.push(rank)).is_some();
        named(inner, way, ways);
        if deeper {
            way.pop();
        }
    }
}

/// Whether a pattern takes whatever stands there.
fn is_open(pattern: &Pat, way: &[usize]) -> bool {
    match (pattern, way) {
        (Pat::Ident(found), []) if found.subpat.is_none() => true,
        (Pat::Wild(_), []) => true,
        // The compiler still asks for what the guard lets through.
        (Pat::Guard(_), _) => false,
        _ => parts(pattern).into_iter().any(|(rank, inner)| match (rank, way) {
            (None, _) => is_open(inner, way),
            (Some(rank), [first, rest @ ..]) => rank == *first && is_open(inner, rest),
            (Some(_), []) => false,
        }),
    }
}

/// What stands inside a pattern, with its rank if there is a choice.
fn parts(pattern: &Pat) -> Vec<(Option<usize>, &Pat)> {
    match pattern {
        Pat::Or(found) => found.cases.iter().map(|inner| (None, inner)).collect(),
        Pat::Paren(found) => vec![(None, &*found.pat)],
        Pat::Guard(found) => vec![(None, &*found.pat)],
        Pat::Reference(found) => vec![(None, &*found.pat)],
        Pat::Ident(found) => found.subpat.iter().map(|(_, inner)| (None, &**inner)).collect(),
        Pat::Tuple(found) => {
            found.elems.iter().enumerate().map(|(rank, inner)| (Some(rank), inner)).collect()
        }
        Pat::TupleStruct(found) => {
            found.elems.iter().enumerate().map(|(rank, inner)| (Some(rank), inner)).collect()
        }
        _ => Vec::new(),
    }
}
