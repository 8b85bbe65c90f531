//! The preview shows what `build` publishes, and never publishes anything itself.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use super::disk::edit;
use super::http::{Answer, ask};
use super::preview::{Preview, bounded};
use crate::project::{Project, Tree, tree};

const PAGE: &str = "fr/bretagne/amige-2022.html";
const REGION: &str = "regions/bretagne/region.yaml";

/// The body less the one tag that the preview adds.
pub fn without_script(answer: &Answer) -> Vec<u8> {
    let text = answer.text();
    let Some(start) = text.find("<script src=\"").filter(|_| text.contains("__canevas/client.js"))
    else {
        return answer.body.clone();
    };
    let tags =
        text.match_indices("<script src=\"").filter(|(at, _)| text[*at..].contains("__canevas"));
    let start = tags.last().map_or(start, |(at, _)| at);
    let end = start + text[start..].find("</script>").expect("a whole tag") + "</script>".len();
    format!("{}{}", &text[..start], &text[end..]).into_bytes()
}

fn is_document(address: &str) -> bool {
    ["dossier-amige", "budget-amige", "appel-amige"].iter().any(|name| address.contains(name))
}

/// The page less the weights of the files of dossiers, which a preview has not made.
fn without_weights(page: &[u8]) -> Vec<u8> {
    let text = String::from_utf8(page.to_vec()).expect("a page is UTF-8");
    let lines = text.split_inclusive('\n').map(|line| {
        let facts = line.split(" – ").collect::<Vec<&str>>();
        match facts[..] {
            [link, facts, language] if is_document(link) => {
                // A link whose document stands above it begins its facts with the weight.
                let marked =
                    facts.rfind("document-facts\">").map(|at| at + "document-facts\">".len());
                marked.map_or_else(
                    || format!("{link} – {language}"),
                    |end| format!("{link} – {}{language}", &facts[..end]),
                )
            }
            _ => line.to_owned(),
        }
    });
    lines.collect::<String>().into_bytes()
}

/// Every published address is served with the published bytes.
pub fn check_same(preview: &Preview, published: &Tree) {
    for (path, bytes) in published.iter().filter(|(path, _)| *path != Path::new(".canevas")) {
        let address = path.to_str().expect("a plain name");
        if is_document(address) && !address.contains("bretagne") {
            // They are made for the one who asks.
            continue;
        }
        let answer = preview.get(address);
        assert_eq!(answer.status, 200, "{address}");
        let is_page = path.extension().is_some_and(|extension| extension == "html");
        let bytes = if is_page { &without_weights(bytes) } else { bytes };
        assert!(without_script(&answer) == *bytes, "{address} differs");
        assert_eq!(answer.body.len() > bytes.len(), is_page, "{address}: the script");
    }
}

#[test]
fn every_address_has_the_published_bytes() {
    let project = Project::shipped();
    let published = project.build();
    assert!(published.len() > 80);
    check_same(&Preview::of(&project), &published);
}

#[test]
fn a_kind_and_a_digest_come_with_every_address() {
    let project = Project::shipped();
    let published = project.build();
    let preview = Preview::of(&project);
    let mut kinds = BTreeSet::new();
    for path in published.keys().filter(|path| *path != Path::new(".canevas")) {
        let address = path.to_str().expect("a plain name");
        let answer = preview.get(address);
        let kind = answer.header("content-type").expect("a kind").to_owned();
        assert!(!kind.contains("octet-stream"), "{address}");
        kinds.insert(kind);
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{address}");
        assert_eq!(answer.header("x-robots-tag"), Some("noindex"), "{address}");
        let tag = answer.header("etag").expect("a digest").to_owned();
        let again = preview.get_with(address, &[("If-None-Match", &tag)]);
        assert_eq!((again.status, again.body.len()), (304, 0), "{address}");
        let other = preview.get_with(address, &[("If-None-Match", "\"autre\"")]);
        assert_eq!(other.status, 200, "{address}");
    }
    for kind in ["text/html; charset=utf-8", "text/css; charset=utf-8", "image/svg+xml"] {
        assert!(kinds.contains(kind), "{kind} is not among {kinds:?}");
    }
}

#[test]
fn a_digest_changes_with_the_page() {
    let project = Project::base();
    let preview = Preview::of(&project);
    let tag = preview.get(PAGE).header("etag").expect("a digest").to_owned();
    edit(&project, REGION, "Accueil", "Standard");
    preview.until_has(PAGE, "Standard");
    assert_eq!(preview.get_with(PAGE, &[("If-None-Match", &tag)]).status, 200);
}

/// Everything outside the sources, with its dates.
fn outside_sources(project: &Project) -> (Tree, Vec<String>) {
    let names = fs::read_dir(&project.root).expect("our own folder");
    let names =
        names.map(|entry| entry.expect("readable").file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = names.collect();
    names.sort();
    (tree(&project.root.join("public")), names)
}

#[test]
fn nothing_is_written_whatever_ends_it() {
    for built in [false, true] {
        for signal in ["-INT", "-TERM", "-KILL"] {
            let project = Project::base();
            if built {
                project.build();
            }
            let before = outside_sources(&project);
            let mut preview = Preview::of(&project);
            edit(&project, REGION, "Accueil", "Standard");
            preview.until_has(PAGE, "Standard");
            project.write(REGION, "territoire: [\n");
            preview.until_status(PAGE, 500);
            assert_eq!(outside_sources(&project), before, "while serving");
            let id = preview.id().to_string();
            let sent = Command::new("kill").args([signal, &id]).status().expect("kill is there");
            assert!(sent.success());
            bounded("the end", || if preview.lives() { Err(String::new()) } else { Ok(()) });
            assert_eq!(outside_sources(&project), before, "after {signal}");
        }
    }
}

#[test]
fn the_site_is_under_the_path_of_its_address() {
    let project = Project::base();
    let args = ["--base-url", "https://x.example/appel/"];
    let said = project.run(["build", "--base-url", args[1]]);
    assert_eq!(said.status, Some(0), "{}", said.stderr);
    let preview = Preview::with(&project, &args);
    assert_eq!(preview.base, "/appel/");
    check_same(&preview, &tree(&project.root.join("public")));
    let host = preview.address.to_string();
    for path in ["/", "/appel"] {
        let answer = ask(preview.address, "GET", path, &[("Host", &host)]);
        assert_eq!((answer.status, answer.header("location")), (302, Some("/appel/")), "{path}");
    }
    assert_eq!(ask(preview.address, "GET", "/fr/index.html", &[("Host", &host)]).status, 404);
}

#[test]
fn the_day_is_the_one_asked_for() {
    let project = Project::base();
    for day in ["2021-12-20", "2022-03-01"] {
        let said = project.canevas().args(["build", "--date", day]).status().expect("it starts");
        assert!(said.success());
        check_same(&Preview::with(&project, &["--date", day]), &tree(&project.root.join("public")));
    }
    let pages = ["2021-12-20", "2022-03-01"]
        .map(|day| Preview::with(&project, &["--date", day]).get(PAGE).body);
    assert_ne!(pages[0], pages[1]);
}

#[test]
fn a_draft_is_shown_though_never_published() {
    let project = Project::base();
    project.write("regions/bretagne/amige-2022.yaml", "statut: brouillon\n");
    let published = project.build();
    assert!(!published.contains_key(Path::new(PAGE)));
    assert_eq!(Preview::of(&project).get(PAGE).status, 200);
}

/// A mistake in the settings or the theme leaves no site to ask for the path.
#[test]
fn the_path_stays_while_there_is_a_mistake() {
    for path in ["canevas.yaml", "themes/sobre/templates/base.html"] {
        let project = Project::base();
        let preview = Preview::with(&project, &["--base-url", "https://x.example/appel/"]);
        assert_eq!(preview.get(PAGE).status, 200);
        project.write(path, "{% block %}: [");
        let broken = preview.until_status(PAGE, 500);
        assert!(broken.has("src=\"/appel/__canevas/client.js\""), "{path}: {}", broken.text());
        assert_eq!(preview.get("__canevas/client.js").status, 200, "{path}");
        assert_eq!(preview.get(&format!("__canevas/valable/{PAGE}")).status, 200, "{path}");
    }
}
