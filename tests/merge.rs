//! Whatever a region writes, the merge keeps its promises.

mod page;
mod project;

use std::collections::BTreeMap;

use canevas::diagnostic::Diagnostic;
use canevas::pipeline::{self, Build};
use page::{main_of, texts};
use project::{Project, TODAY};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

const ADAPTATION: &str = "regions/bretagne/amige-2022.yaml";
const PAGE: &str = "fr/bretagne/amige-2022.html";

/// A site whose Breton adaptation is `yaml`.
fn build(yaml: &str) -> Build {
    let project = Project::base();
    project.write(ADAPTATION, yaml);
    pipeline::build(&project.request(TODAY)).expect("the machine is well")
}

fn found(build: &Build) -> Vec<Diagnostic> {
    build.diagnostics.clone().sorted()
}

/// What each diagnostic says, wherever it stands.
fn said(build: &Build) -> Vec<String> {
    let diagnostics = found(build);
    let mut said: Vec<String> =
        diagnostics.iter().map(|d| format!("{} {:?}", d.code.name(), d.args)).collect();
    said.sort();
    said
}

fn published(build: &Build) -> BTreeMap<String, String> {
    texts(build).into_iter().map(|(a, text)| (a.to_owned(), text.to_owned())).collect()
}

/// The locked section of the page, up to the next one.
fn locked(build: &Build) -> String {
    let pages = texts(build);
    let html = main_of(pages[PAGE]);
    let start = html.find("id=\"criteres\"").expect("the canvas has it");
    // The blocks that follow its text are the region's.
    let end = html[start..].find("</p>").expect("the section has a text");
    html[start..start + end].to_owned()
}

/// Every diagnostic points into a file that exists, at whole characters.
fn check_places(build: &Build) {
    for diagnostic in found(build) {
        for span in diagnostic.also.iter().chain([&diagnostic.at]) {
            let place = build.sources.place(*span);
            let (path, text) = place.unwrap_or_else(|| panic!("{diagnostic:?} is nowhere"));
            let range = span.range();
            let inside = text.is_empty() || text.get(range).is_some();
            assert!(inside, "{diagnostic:?} is outside of {path}");
        }
    }
}

/// A text as a team could type it, as a quoted scalar.
fn text() -> impl Strategy<Value = String> {
    let words = "[a-zé0-9 *_`'&<>#|!(){}:;?«»€\\[\\]-]{1,30}";
    words.prop_map(|words| serde_json::to_string(&words).expect("a string"))
}

/// One entry of `sections:`, by its key.
fn section() -> impl Strategy<Value = String> {
    let change = (subsequence(vec!["avant", "apres", "remplacer"], 1..=3), text());
    change.prop_map(|(keys, text)| {
        let keys: Vec<String> = keys.iter().map(|key| format!("{key}: {{ fr: {text} }}")).collect();
        format!("{{ {} }}", keys.join(", "))
    })
}

/// The blocks of an adaptation, in any order.
fn blocks() -> impl Strategy<Value = Vec<String>> {
    let names = vec!["contexte", "criteres", "accompagnement", "inconnue"];
    let sections = subsequence(names, 0..=4)
        .prop_flat_map(|names| {
            let count = names.len();
            (Just(names), prop::collection::vec(section(), count))
        })
        .prop_map(|(names, changes)| {
            let lines =
                names.iter().zip(changes).map(|(name, change)| format!("  {name}: {change}\n"));
            format!("sections:\n  contexte-2: {{ apres: \"x\" }}\n{}", lines.collect::<String>())
        });
    let parameters = (0..120_000_u32, select(vec!["plafond_aide", "duree_mois", "plafond"]))
        .prop_map(|(value, name)| format!("parametres: {{ {name}: {value} }}\n"));
    let steps = (1..13_u8, 1..32_u8, select(vec!["depot", "ouverture", "jury"]))
        .prop_map(|(m, d, id)| format!("calendrier: {{ {id}: {{ date: 2022-{m:02}-{d:02} }} }}\n"));
    let notice = text().prop_map(|text| format!("avis: {text}\n"));
    let state = select(vec!["statut: publie\n".to_owned()]);
    (sections, parameters, steps, notice, state)
        .prop_map(|(a, b, c, d, e)| vec![a, b, c, d, e])
        .prop_shuffle()
}

proptest! {
    // Each case builds a whole site.
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..Default::default() })]

    #[test]
    fn an_empty_adaptation_is_the_canvas(
        keys in subsequence(vec!["sections: {}", "calendrier: {}", "parametres: {}",
            "priorites: []", "documents: []", "nouveautes: []", "depot: {}"], 0..=7)
    ) {
        let national = published(&build("statut: publie\n"));
        let empty = build(&format!("statut: publie\n{}\n", keys.join("\n")));
        prop_assert_eq!(found(&empty), []);
        prop_assert_eq!(published(&empty), national);
    }

    #[test]
    fn a_locked_section_is_never_changed(blocks in blocks()) {
        let national = locked(&build("statut: publie\n"));
        prop_assert_eq!(locked(&build(&blocks.concat())), national);
    }

    #[test]
    fn the_order_of_keys_changes_nothing((one, other) in blocks().prop_flat_map(|blocks| {
        (Just(blocks.clone()), Just(blocks).prop_shuffle())
    })) {
        let (one, other) = (build(&one.concat()), build(&other.concat()));
        prop_assert_eq!(said(&one), said(&other));
        prop_assert_eq!(published(&one), published(&other));
    }

    #[test]
    fn every_diagnostic_is_somewhere(blocks in blocks()) {
        check_places(&build(&blocks.concat()));
    }

    #[test]
    fn a_file_of_any_signs_is_answered(yaml in "[a-eé:\\-\\[\\]{}\"'“” \t\r\n#&*|>~!%,?0-9]{0,120}") {
        check_places(&build(&yaml));
        check_places(&build(&format!("statut: publie\navis: {yaml}\n")));
        check_places(&build(&format!("statut: publie\navis: |\n  {}", yaml.replace('\n', "\n  "))));
    }
}

#[test]
fn the_order_in_which_files_were_made_changes_nothing() {
    let region = |name: &str| {
        format!(
            "territoire: {name}\nservice: {{ sigle: A, nom: \"A\", site: https://a.example }}\n"
        )
    };
    let names = ["corse", "normandie", "mayotte"];
    let made = |names: &[&str]| {
        let project = Project::base();
        for name in names {
            project
                .write(&format!("regions/{name}/amige-2022.yaml"), "statut: publie\nbudget: 1\n");
            project.write(&format!("regions/{name}/region.yaml"), region(name));
        }
        pipeline::build(&project.request(TODAY)).expect("the machine is well")
    };
    let (one, other) = (made(&names), made(&[names[2], names[0], names[1]]));
    assert_eq!(found(&one), found(&other));
    assert_eq!(found(&one).len(), names.len());
    assert_eq!(published(&one), published(&other));
}
