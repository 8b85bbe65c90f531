//! `build --compress`: texts beside their compressed copies, which are nothing but that.

mod project;

use std::fs;
use std::io::Read;
use std::path::Path;
use std::time::SystemTime;

use project::{Project, Tree, files, tree};

const ADAPTATION: &str = "regions/bretagne/amige-2022.yaml";
/// The kinds of texts of the small site: all but the shortest become smaller.
const TEXTS: [&str; 9] = ["atom", "css", "csv", "html", "ics", "js", "json", "svg", "xml"];

fn build(project: &Project, more: &[&str]) -> (String, Tree) {
    let args = ["build"].into_iter().chain(more.iter().copied());
    let said = project.run(args);
    assert_eq!(said.status, Some(0), "{}", said.stderr);
    (said.stdout, tree(&project.root.join("public")))
}

fn end(path: &Path) -> &str {
    path.extension().and_then(|end| end.to_str()).unwrap_or_default()
}

fn is_copy(path: &Path) -> bool {
    ["br", "gz"].contains(&end(path))
}

/// Without its copies, and without its mark, which lists them.
fn plain(site: &Tree) -> Tree {
    let kept = site.iter().filter(|(path, _)| !is_copy(path) && !path.ends_with(".canevas"));
    kept.map(|(path, bytes)| (path.clone(), bytes.clone())).collect()
}

fn read(path: &Path, bytes: &[u8]) -> Vec<u8> {
    let mut text = Vec::new();
    let read = match end(path) {
        "gz" => flate2::read::GzDecoder::new(bytes).read_to_end(&mut text).map(drop),
        _ => brotli::BrotliDecompress(&mut &*bytes, &mut text),
    };
    read.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text
}

#[test]
fn each_text_has_copies_that_say_the_same_in_less() {
    let project = Project::base();
    project.write("regions/bretagne/documents/carte.csv", "a;b\n".repeat(50));
    project.write(
        ADAPTATION,
        "statut: publie\ndocuments: [ { fichier: carte.csv, titre: \"Carte\" } ]\n",
    );
    let (without, site) = build(&project, &[]);
    let (with, compressed) = build(&project, &["--compress"]);
    assert_eq!(plain(&compressed), plain(&site));
    let pages = |said: &str| said.split_once(',').map(|(pages, _)| pages.to_owned());
    assert_eq!(pages(&with), pages(&without));
    for (path, bytes) in compressed.iter().filter(|(path, _)| is_copy(path)) {
        let text = &site[&path.with_extension("")];
        assert_eq!(read(path, bytes), *text, "{}", path.display());
        assert!(bytes.len() < text.len(), "{}", path.display());
    }
    for (path, _) in site.iter().filter(|(_, text)| text.len() > 150) {
        let copies = ["br", "gz"].map(|way| path.with_added_extension(way));
        let has = copies.map(|copy| compressed.contains_key(&copy));
        assert_eq!(has, [TEXTS.contains(&end(path)); 2], "{}", path.display());
    }
}

#[test]
fn what_has_not_changed_is_kept_and_what_has_is_as_if_made_anew() {
    let project = Project::base();
    let dates = || -> Vec<SystemTime> {
        let public = project.root.join("public");
        let copies = files(&public).into_iter().filter(|path| is_copy(path));
        let date = |path| fs::metadata(public.join(path)).and_then(|file| file.modified());
        copies.map(|path| date(path).expect("a file with a date")).collect()
    };
    let (_, first) = build(&project, &["--compress"]);
    let before = dates();
    let (said, again) = build(&project, &["--compress"]);
    assert!(said.contains("rien n'a changé") && again == first, "{said}");
    assert_eq!(dates(), before);

    let write =
        |project: &Project| project.write("content/pages/cookies.fr.md", "# Autre\n\nTexte.\n");
    write(&project);
    let (_, changed) = build(&project, &["--compress"]);
    assert!(changed != first);
    let cold = Project::base();
    write(&cold);
    assert_eq!(build(&cold, &["--compress"]).1, changed);
}

#[test]
fn without_the_option_copies_go_and_a_scheduled_build_knows() {
    let project = Project::base();
    let (_, site) = build(&project, &["--if-stale"]);
    let left = |said: &str| said.starts_with("Rien n'a changé");
    for (options, has_copies) in
        [(&["--if-stale", "--compress"][..], true), (&["--if-stale"], false)]
    {
        let (said, built) = build(&project, options);
        assert!(!left(&said), "{options:?}: {said}");
        assert_eq!(built.keys().any(|path| is_copy(path)), has_copies, "{options:?}");
        assert_eq!(plain(&built), plain(&site), "{options:?}");
        assert!(left(&build(&project, options).0), "{options:?}");
    }
}
