//! Folders of what a directorate received, and the tables that they become.

use std::fs;

use serde_json::{Value, json};

use super::answered::{filled, published};
use crate::project::{self, Project};

/// A folder of what a directorate received.
fn received(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("in the folder")).expect("a free name");
        fs::write(path, bytes).expect("writable");
    }
    folder
}

#[test]
fn the_folders_of_applicants_are_read() {
    let (one, two) = (filled(0, &[("organisme", "A")]), filled(2, &[("organisme", "B")]));
    let folder = received(&[
        ("dupont/dossier.docx", &one),
        ("durand/envoi 2/dossier.odt", &two),
        ("durand/~$dossier.docx", b"a lock"),
        ("durand/Thumbs.db", b"pictures"),
        (".corbeille/dossier.docx", &one),
    ]);
    let path = folder.path().to_str().expect("a plain name");
    let said = published().run(["dossier", "read", path, "--format", "json"]);
    assert_eq!(said.status, Some(0), "{}", said.stderr);
    let rows: Value = serde_json::from_str(&said.stdout).expect("JSON");
    let rows = rows.as_array().expect("rows").iter();
    let organisms: Vec<&Value> = rows.map(|row| &row["reponses"]["organisme"]).collect();
    assert_eq!(organisms, [&json!("A"), &json!("B")]);
}

#[cfg(unix)]
#[test]
fn nothing_of_a_folder_is_skipped_in_silence() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let folder = received(&[("autre/statuts.pdf", b"%PDF-1.4")]);
    let odd = folder.path().join(OsStr::from_bytes(b"re\xe7u"));
    fs::create_dir(&odd).expect("a free name");
    fs::write(odd.join("a.odt"), filled(2, &[("organisme", "A")])).expect("writable");
    project::make_pipe(&folder.path().join("tube.odt"));
    std::os::unix::fs::symlink("/etc/passwd", folder.path().join("lien.odt")).expect("free");
    let path = folder.path().to_str().expect("a plain name");
    let said = published().run(["dossier", "read", path, "--format", "json"]);
    assert_eq!(said.status, Some(1), "{}", said.stderr);
    for wanted in ["erreur[lien]", "erreur[pas-un-fichier]", "statuts.pdf"] {
        assert!(said.stderr.contains(wanted), "{wanted}: {}", said.stderr);
    }
    assert!(said.stderr.ends_with("1 dossier lu, 3 fichiers refusés.\n"), "{}", said.stderr);
    assert!(said.stdout.contains("re\u{fffd}u/a.odt"), "{}", said.stdout);
}

#[test]
fn where_there_is_nothing_to_read_that_is_said() {
    let folder = received(&[("vide/.cache", b"")]);
    let path = folder.path().to_str().expect("a plain name");
    let said = published().run(["dossier", "read", path]);
    assert_eq!((said.status, &*said.stdout), (Some(2), ""));
    assert!(said.stderr.contains("aucun fichier à lire"), "{}", said.stderr);
}

#[test]
fn a_table_takes_the_place_of_nothing_that_matters() {
    let bytes = filled(2, &[("organisme", "A")]);
    let folder = received(&[("a.odt", &bytes), ("b/b.odt", &bytes), ("refus/x.odt", b"rien")]);
    let at = |name: &str| folder.path().join(name).to_str().expect("a plain name").to_owned();
    fs::write(at("table.csv"), "celle d'hier").expect("writable");
    let root = published().root.display().to_string();
    let read = |args: [&str; 2]| published().run(["dossier", "read", args[0], "-o", args[1]]);
    for (input, output, reason) in [
        ("a.odt", at("a.odt"), "l'un des fichiers à lire"),
        ("a.odt", at("b/../a.odt"), "l'un des fichiers à lire"),
        ("b", at("b/b.odt"), "l'un des fichiers à lire"),
        ("a.odt", format!("{root}/canevas.yaml"), "l'un des fichiers du projet"),
        ("a.odt", format!("{root}/regions/bretagne/t.csv"), "l'un des fichiers du projet"),
        ("a.odt", format!("{root}/public/t.csv"), "données personnelles"),
    ] {
        let said = read([&at(input), &output]);
        assert_eq!(said.status, Some(2), "{output}: {}", said.stderr);
        assert!(said.stderr.contains(reason), "{output}: {}", said.stderr);
    }
    assert_eq!(fs::read(at("a.odt")).expect("there"), bytes);
    assert_eq!(read([&at("refus"), &at("table.csv")]).status, Some(1));
    assert_eq!(fs::read(at("table.csv")).expect("there"), b"celle d'hier", "nothing was read");
    assert_eq!(read([&at("a.odt"), &at("table.csv")]).status, Some(0));
    assert!(fs::read(at("table.csv")).expect("there").starts_with("\u{feff}Fichier;".as_bytes()));
}

#[cfg(unix)]
#[test]
fn what_commands_a_terminal_is_made_visible() {
    let bytes = filled(2, &[("siret", "1\u{9b}31m")]);
    let folder = received(&[("a\u{1b}]0;titre\u{7}.odt", &bytes), ("b\u{1b}[2J.odt", b"rien")]);
    let path = folder.path().to_str().expect("a plain name");
    for format in ["csv", "csv-brut", "json"] {
        let options = ["--format", format];
        let said = published().run(["dossier", "read", path].into_iter().chain(options));
        let raw = |c: char| c.is_control() && !matches!(c, '\n' | '\r');
        assert!(!said.stderr.contains(raw), "{:?}", said.stderr);
        assert!(!said.stdout.contains(raw), "{:?}", said.stdout);
        assert!(said.stderr.contains("b␛[2J.odt"), "{}", said.stderr);
    }
}

#[test]
fn a_project_is_needed_and_must_be_sound() {
    let project = Project::empty();
    project.write("a.odt", filled(2, &[("siret", "1")]));
    let said = project.run(["dossier", "read", "a.odt"]);
    assert_eq!(said.status, Some(2));
    assert!(said.stderr.contains("--root"), "{}", said.stderr);
    let project = Project::base();
    project.write("canevas.yaml", "faux: vrai\n");
    let said = project.run(["dossier", "read", "a.odt"]);
    assert_eq!(said.status, Some(2));
    assert!(said.stderr.contains("canevas check"), "{}", said.stderr);
}

#[test]
fn what_is_said_of_many_files_is_counted_first() {
    let bytes = filled(0, &[("organisme", "A")]);
    let folder_of = |rank: usize| format!("{rank:02}/dossier.docx");
    let names: Vec<String> = (1..=21).map(folder_of).collect();
    let mut files: Vec<(&str, &[u8])> =
        names.iter().map(|name| (name.as_str(), &bytes[..])).collect();
    files.push(("22/vide.docx", b""));
    let folder = received(&files);
    let path = folder.path().to_str().expect("a plain name");
    let said = published().run(["dossier", "read", path, "--format", "json", "--quiet"]);
    let begun =
        "Remarques, de la plus fréquente à la plus rare :\n63 × reponse-manquante (21 fichiers)\n";
    assert!(said.stderr.replace('\u{a0}', " ").starts_with(begun), "{}", said.stderr);
    let lines = said.stderr.lines().filter(|line| line.ends_with("reponse-manquante × 3")).count();
    assert_eq!(lines, 21, "{}", said.stderr);
    assert!(said.stderr.contains("erreur[vide]"), "{}", said.stderr);
}
