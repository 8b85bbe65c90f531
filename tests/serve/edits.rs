//! Random edits one after the other, then a cold build: the two agree at every address.
//!
//! What is remembered from one state to the next is the preview's one way to be wrong in silence.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::disk::edit as edit_file;
use super::preview::{Preview, bounded};
use super::same_bytes::{check_same, without_script};
use crate::project::{Project, Tree, read};

const REGIONS: [&str; 3] = ["bretagne", "la-reunion", "normandie"];
/// Where the last edit is made.
const LAST: &str = "corse";

#[derive(Debug, Clone, Copy)]
enum Edit {
    Contact(usize, u8),
    Notice(usize, u8),
    Status(usize, bool),
    Remove(usize),
    Bring(usize),
    Call(u8),
    Text(u8),
    Settings(u8),
    Style(u8),
    Words(bool),
    Template(bool),
    Break(usize),
    Document(usize, u8),
}

fn edit() -> impl Strategy<Value = Edit> {
    let region = || 0..REGIONS.len();
    prop_oneof![
        (region(), any::<u8>()).prop_map(|(r, n)| Edit::Contact(r, n)),
        (region(), any::<u8>()).prop_map(|(r, n)| Edit::Notice(r, n)),
        (region(), any::<bool>()).prop_map(|(r, b)| Edit::Status(r, b)),
        region().prop_map(Edit::Remove),
        region().prop_map(Edit::Bring),
        any::<u8>().prop_map(Edit::Call),
        any::<u8>().prop_map(Edit::Text),
        any::<u8>().prop_map(Edit::Settings),
        any::<u8>().prop_map(Edit::Style),
        any::<bool>().prop_map(Edit::Words),
        any::<bool>().prop_map(Edit::Template),
        region().prop_map(Edit::Break),
        (region(), any::<u8>()).prop_map(|(r, n)| Edit::Document(r, n)),
    ]
}

fn apply(project: &Project, edit: Edit) {
    let folder = |rank: usize| format!("regions/{}", REGIONS[rank]);
    let here = |rank: usize| project.root.join(folder(rank)).exists();
    let adaptation = |rank: usize| format!("{}/amige-2022.yaml", folder(rank));
    match edit {
        Edit::Contact(rank, n) if here(rank) => bring(project, rank, &format!("Accueil {n}")),
        Edit::Notice(rank, n) if here(rank) => {
            project.write(&adaptation(rank), format!("statut: publie\navis: \"Avis {n}\"\n"));
        }
        Edit::Status(rank, draft) if here(rank) => {
            let statut = if draft { "brouillon" } else { "publie" };
            project.write(&adaptation(rank), format!("statut: {statut}\n"));
        }
        Edit::Remove(rank) if here(rank) => {
            fs::remove_dir_all(project.root.join(folder(rank))).expect("it is there");
        }
        Edit::Bring(rank) if !here(rank) => {
            bring(project, rank, "Accueil");
            project.write(&adaptation(rank), "statut: publie\n");
        }
        Edit::Document(rank, n) if here(rank) => {
            project.write(&format!("{}/documents/carte.csv", folder(rank)), format!("{n}\n"));
            let documents = "documents: [ { fichier: carte.csv, titre: \"Carte\" } ]";
            project.write(&adaptation(rank), format!("statut: publie\n{documents}\n"));
        }
        Edit::Break(rank) if here(rank) => project.write(&adaptation(rank), "statut: [\n"),
        Edit::Call(n) => {
            let text = base("content/amige-2022/appel.yaml").replace("60000", &format!("60{n:03}"));
            project.write("content/amige-2022/appel.yaml", text);
        }
        Edit::Text(n) => {
            project.write("content/pages/cookies.fr.md", format!("# Cookies\n\nTexte {n}.\n"));
        }
        Edit::Settings(n) => {
            let text = base("canevas.yaml").replace("Appels d'essai", &format!("Appels {n}"));
            project.write("canevas.yaml", text);
        }
        Edit::Style(n) => {
            project.write("themes/sobre/static/sobre.css", format!("p {{ margin: {n}px }}\n"));
        }
        Edit::Words(own) => {
            let change = own.then_some((" = ", " = Ah, "));
            lay(project, "themes/sobre/strings/fr.ftl", change);
        }
        Edit::Template(own) => {
            let change = own.then_some(("</body>", "<p>Ah</p></body>"));
            lay(project, "themes/sobre/templates/base.html", change);
        }
        _ => {}
    }
}

fn base(path: &str) -> String {
    read(&crate::project::repository().join("tests/base").join(path))
}

fn bring(project: &Project, rank: usize, contact: &str) {
    let path = format!("regions/{}/region.yaml", REGIONS[rank]);
    project.write(&path, region(REGIONS[rank], contact));
}

fn region(name: &str, contact: &str) -> String {
    let text = base("regions/bretagne/region.yaml");
    let text = text.replace("territoire: bretagne", &format!("territoire: {name}"));
    text.replace("Accueil", contact)
}

/// The theme's file with something of its own, or the built-in one again.
fn lay(project: &Project, path: &str, change: Option<(&str, &str)>) {
    if let Some((old, new)) = change {
        let text = read(&crate::project::repository().join(path));
        project.write(path, text.replacen(old, new, 1));
    } else {
        // Whether it was there does not matter.
        let _ = fs::remove_file(project.root.join(path));
    }
}

/// Mends what cannot be published, then makes a last edit that can be waited for: once it is seen, so is everything before
/// it. No page of another region has to be made again for it.
fn settle(project: &Project, preview: &Preview) {
    for (rank, region) in REGIONS.into_iter().enumerate() {
        let adaptation = project.root.join(format!("regions/{region}/amige-2022.yaml"));
        if fs::read_to_string(adaptation).is_ok_and(|text| !text.contains("publie")) {
            apply(project, Edit::Status(rank, false));
        }
    }
    project.write(&format!("regions/{LAST}/region.yaml"), region(LAST, "Fin"));
    preview.until_has(&format!("fr/{LAST}/amige-2022.html"), "Fin");
    // The second looks at new folders come as late as this.
    std::thread::sleep(std::time::Duration::from_millis(30));
}

fn check(edits: &[Edit]) {
    let project = Project::base();
    project.write(&format!("regions/{LAST}/region.yaml"), region(LAST, "Accueil"));
    project.write(&format!("regions/{LAST}/amige-2022.yaml"), "statut: publie\n");
    let preview = Preview::of(&project);
    let mut known = BTreeSet::from(["fr/normandie.html".to_owned()]);
    let mut learn = |published: &Tree| {
        let paths = published.keys().filter_map(|path| path.to_str());
        known.extend(paths.filter(|path| path.contains('/')).map(str::to_owned));
    };
    learn(&project.build());
    for edit in edits {
        apply(&project, *edit);
        for region in REGIONS {
            let _ = preview.get(&format!("fr/{region}/amige-2022.html"));
        }
    }
    settle(&project, &preview);
    let published = project.build();
    learn(&published);
    // A burst may have been seen in two: the last state is the one that counts.
    bounded("the same bytes", || match differs(&preview, &published) {
        Some(address) => Err(address),
        None => Ok(()),
    });
    check_same(&preview, &published);
    for address in known.iter().filter(|address| !published.contains_key(Path::new(address))) {
        assert_eq!(preview.get(address).status, 404, "{address} is still there");
    }
}

fn differs(preview: &Preview, published: &Tree) -> Option<String> {
    let paths = published.iter().filter(|(path, _)| *path != Path::new(".canevas"));
    let mut addresses = paths.map(|(path, bytes)| (path.to_str().expect("a plain name"), bytes));
    let found = addresses.find(|(address, bytes)| without_script(&preview.get(address)) != **bytes);
    found.map(|(address, _)| address.to_owned())
}

/// The files are as many, in the same folders: only what a region says of itself changes, which others show.
#[test]
fn a_page_follows_what_it_shows_of_other_regions() {
    let project = Project::base();
    let preview = Preview::of(&project);
    check_same(&preview, &project.build());
    edit_file(
        &project,
        "regions/bretagne/region.yaml",
        "territoire: bretagne",
        "territoire: corse",
    );
    preview.until_has("fr/bretagne/amige-2022.html", "Corse");
    check_same(&preview, &project.build());
}

#[test]
fn random_edits_then_a_cold_build_agree() {
    let config =
        Config { cases: 12, max_shrink_iters: 20, failure_persistence: None, ..Config::default() };
    let edits = proptest::collection::vec(edit(), 1..25);
    let agree = TestRunner::new(config).run(&edits, |edits| {
        check(&edits);
        Ok(())
    });
    agree.expect("the two agree");
}
