//! Whatever way an editor saves, each version is seen.

use std::fs;
use std::process::Command;
use std::time::Duration;

use super::disk::edit;
use super::preview::Preview;
use crate::project::{Project, read, repository};

const PAGE: &str = "fr/bretagne/amige-2022.html";
const REGION: &str = "regions/bretagne/region.yaml";
const ADAPTATION: &str = "regions/bretagne/amige-2022.yaml";

/// As helix or an office suite saves: a new file takes the name of the old one.
fn save_by_rename(project: &Project, path: &str, text: &str) {
    let (path, fresh) = (project.root.join(path), project.root.join(format!("{path}.tmp")));
    fs::write(&fresh, text).expect("writable");
    fs::rename(fresh, path).expect("a free name");
}

/// As vim with a backup: the old file is renamed first, so that for a moment there is none.
fn save_by_backup(project: &Project, path: &str, text: &str) {
    let (path, backup) = (project.root.join(path), project.root.join(format!("{path}~")));
    fs::rename(&path, &backup).expect("a free name");
    fs::write(path, text).expect("writable");
    fs::remove_file(backup).expect("just made");
}

fn save_by_sed(project: &Project, path: &str, text: &str) {
    let name = text.lines().find_map(|line| line.split("role: \"").nth(1)).expect("a contact");
    let script = format!("s/role: \"[^\"]*/role: \"{}/", name.split('"').next().expect("a word"));
    let run = Command::new("sed").args(["-i", &script, path]).current_dir(&project.root).status();
    assert!(run.expect("sed is there").success());
}

fn check_three_saves(save: fn(&Project, &str, &str)) {
    let project = Project::base();
    let mut preview = Preview::of(&project);
    let text = read(&project.root.join(REGION));
    for name in ["Standard", "Guichet", "Bureau"] {
        save(&project, REGION, &text.replace("Accueil", name));
        preview.until_has(PAGE, name);
    }
    assert!(preview.lives());
    assert_eq!(preview.stderr(), "", "no mistake is ever seen");
}

#[test]
fn a_save_by_rename_is_seen_three_times_in_a_row() {
    check_three_saves(save_by_rename);
}

#[test]
fn a_save_with_a_backup_is_seen_three_times_in_a_row() {
    check_three_saves(save_by_backup);
}

#[test]
fn a_save_in_place_is_seen_three_times_in_a_row() {
    check_three_saves(|project, path, text| project.write(path, text));
}

#[test]
fn a_save_by_sed_is_seen_three_times_in_a_row() {
    check_three_saves(save_by_sed);
}

#[test]
fn the_settings_may_be_away_for_a_moment() {
    let project = Project::base();
    let mut preview = Preview::of(&project);
    let (path, away) = (project.root.join("canevas.yaml"), project.root.join("ailleurs"));
    fs::rename(&path, &away).expect("a free name");
    std::thread::sleep(Duration::from_millis(300));
    assert!(preview.lives(), "{}", preview.stderr());
    fs::rename(&away, &path).expect("a free name");
    edit(&project, "canevas.yaml", "Appels d'essai", "Appels d'hiver");
    preview.until_has("fr/index.html", "d’hiver");
}

#[test]
fn the_project_may_be_removed_and_made_again() {
    let project = Project::base();
    let mut preview = Preview::of(&project);
    preview.until_status("fr/index.html", 200);
    for (times, title) in [(1, "Appels d'hiver"), (2, "Appels d'automne")] {
        fs::remove_dir_all(&project.root).expect("our own folder");
        std::thread::sleep(Duration::from_millis(1500));
        assert!(preview.lives(), "{}", preview.stderr());
        let said = preview.stderr();
        assert_eq!(said.matches("n'est pas un projet canevas").count(), times, "{said}");
        project.lay(&repository().join("tests/base"));
        edit(&project, "canevas.yaml", "Appels d'essai", title);
        preview.until_has("fr/index.html", &title.replace('\'', "’"));
        // It is watched again, not only looked at once.
        std::thread::sleep(Duration::from_millis(1500));
        edit(&project, REGION, "Accueil", "Standard");
        preview.until_has(PAGE, "Standard");
    }
}

#[test]
fn a_region_made_at_once_appears_with_its_documents() {
    let project = Project::base();
    let region = read(&project.root.join(REGION)).replace("bretagne", "normandie");
    let preview = Preview::of(&project);
    preview.until_status("fr/normandie.html", 404);
    project.write("regions/normandie/region.yaml", region);
    let adaptation = "statut: publie\ndocuments: [ { fichier: carte.csv, titre: \"Carte\" } ]\n";
    project.write("regions/normandie/amige-2022.yaml", adaptation);
    project.write("regions/normandie/documents/carte.csv", "a;b\n");
    preview.until_has("fr/normandie/amige-2022.html", "carte.csv");
    // The new folders are watched, not only looked at once.
    std::thread::sleep(Duration::from_millis(600));
    edit(&project, "regions/normandie/region.yaml", "Accueil", "Standard");
    preview.until_has("fr/normandie/amige-2022.html", "Standard");
    let page = preview.get("fr/normandie/amige-2022.html").text();
    let address = page
        .split('"')
        .find(|word| word.starts_with("..") && word.ends_with("carte.csv"))
        .expect("a link");
    let document = format!("fr/normandie/{address}");
    project.write("regions/normandie/documents/carte.csv", "c;d\n");
    preview.until(&resolved(&document), |answer| answer.body == b"c;d\n");
}

/// An address without its `..`, as browsers send it.
fn resolved(address: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in address.split('/') {
        if part == ".." {
            parts.pop();
        } else {
            parts.push(part);
        }
    }
    parts.join("/")
}

#[test]
fn a_region_moved_in_or_renamed_is_followed() {
    let project = Project::base();
    let preview = Preview::of(&project);
    let (home, away) = (project.root.join("regions/bretagne"), project.outside().join("bretagne"));
    fs::rename(&home, &away).expect("a free name");
    preview.until_status(PAGE, 404);
    fs::rename(&away, &home).expect("a free name");
    preview.until_status(PAGE, 200);
    edit(&project, REGION, "Accueil", "Standard");
    preview.until_has(PAGE, "Standard");
    fs::rename(&home, home.with_file_name("armorique")).expect("a free name");
    preview.until_status("fr/armorique.html", 200);
    edit(&project, "regions/armorique/region.yaml", "Standard", "Guichet");
    preview.until_has("fr/armorique.html", "Guichet");
}

#[test]
fn the_whole_folder_of_regions_may_go_and_come_back() {
    let project = Project::base();
    let preview = Preview::of(&project);
    let (home, away) = (project.root.join("regions"), project.outside().join("regions"));
    fs::rename(&home, &away).expect("a free name");
    preview.until(PAGE, |answer| answer.status != 200);
    fs::rename(&away, &home).expect("a free name");
    preview.until_status(PAGE, 200);
    edit(&project, REGION, "Accueil", "Standard");
    preview.until_has(PAGE, "Standard");
}

#[test]
fn temporary_files_of_editors_cause_no_rebuild() {
    let project = Project::base();
    let preview = Preview::of(&project);
    let names = [
        ".region.yaml.swp",
        ".region.yaml.swx",
        "region.yaml~",
        "#region.yaml#",
        ".#region.yaml",
        ".goutputstream-A1B2C3",
        ".~lock.region.yaml#",
        "region.yaml.tmp",
        ".region.yaml.kate-swp",
        "4913",
    ];
    for name in names {
        for folder in ["regions/bretagne", "content/amige-2022"] {
            project.write(&format!("{folder}/{name}"), "x");
            project.remove(&format!("{folder}/{name}"));
        }
    }
    project.write("public/index.html", "x");
    project.write("notes.txt", "x");
    std::thread::sleep(Duration::from_millis(300));
    assert_eq!(preview.rounds(), [""; 0], "rebuilt for nothing");
    let text = read(&project.root.join(REGION)).replace("Accueil", "Standard");
    save_by_rename(&project, REGION, &text);
    assert_eq!(preview.until_round(REGION).len(), 1);
}

#[test]
fn a_deleted_file_is_gone_and_a_restored_one_comes_back() {
    let project = Project::base();
    let preview = Preview::of(&project);
    for _ in 0..3 {
        project.remove(ADAPTATION);
        let gone = preview.until(PAGE, |answer| answer.status != 200);
        assert_eq!(gone.status, 404, "{}", gone.text());
        project.write(ADAPTATION, "statut: publie\n");
        preview.until_status(PAGE, 200);
    }
}

#[test]
fn polling_sees_what_changes_comes_and_goes() {
    let project = Project::base();
    let preview = Preview::with(&project, &["--poll"]);
    edit(&project, REGION, "Accueil", "Standard téléphonique");
    preview.until_has(PAGE, "Standard téléphonique");
    project.remove(ADAPTATION);
    preview.until_status(PAGE, 404);
    project.write(ADAPTATION, "statut: publie\n");
    preview.until_status(PAGE, 200);
}
