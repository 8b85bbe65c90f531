//! What Markdown becomes, and what is said of it.

use super::{Located, prose};
use crate::diagnostic::Diagnostics;
use crate::model::id::Lang;
use crate::model::source::FileId;

fn check(text: &str, codes: &[&str]) -> String {
    let mut diagnostics = Diagnostics::default();
    let lang = Lang::new("fr").expect("fr");
    let located = Located::file(FileId(0), text);
    let prose = prose(&mut diagnostics, located, &lang);
    let found: Vec<_> = diagnostics.sorted().iter().map(|d| d.code.name()).collect();
    assert_eq!(found, codes, "{text}");
    format!("{:?}", prose.blocks)
}

#[test]
fn names_are_taken_out_of_text_and_left_in_code() {
    let blocks = check("Au plus {{ plafond_aide }}, ou `{{ ceci }}`.", &[]);
    assert!(blocks.contains("Parameter(\"plafond_aide\")"), "{blocks}");
    assert!(blocks.contains("Code(\"{{ ceci }}\")"), "{blocks}");
}

#[test]
fn what_cannot_be_vouched_for_is_said() {
    check("<b>gras</b>", &["html-refuse"]);
    check("<div>\nbloc\n</div>", &["html-refuse"]);
    check("[x](javascript:alert(1))", &["lien-casse"]);
    check("[x](ftp://example.org)", &["lien-casse"]);
    check("![](document:a.png)", &["image-sans-alternative"]);
    check("{{ territoire.dan }}", &["valeur-inconnue"]);
    check("## Titre {#titre}", &["titre-interdit"]);
    check("> ## Titre {#titre}", &["titre-interdit"]);
    check("##\n\n- ### ###", &["titre-vide", "titre-vide"]);
}

#[test]
fn tight_items_keep_their_nested_lists() {
    let blocks = check("- a\n  - b\n- c", &[]);
    let expected = "[List { start: None, items: [[Plain([Text(\"a\")]), List { start: None, \
                    items: [[Plain([Text(\"b\")])]] }], [Plain([Text(\"c\")])]] }]";
    assert_eq!(blocks, expected);
}
