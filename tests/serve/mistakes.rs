//! While the project has a mistake: it is said at its place, the last good site is still there, and
//! the preview mends itself.

use std::fs;

use super::preview::Preview;
use super::same_bytes::{check_same, without_script};
use crate::project::{Project, TODAY, read};

const PAGE: &str = "fr/bretagne/amige-2022.html";
const ADAPTATION: &str = "regions/bretagne/amige-2022.yaml";
const SOUND: &str = "statut: publie\n";
/// The place is that of the key; the markup must never reach the page as such.
const WRONG: &str = "statut: publie\n\"<img src=x onerror=alert(1)>\": 1\n";
const PLACE: &str = "regions/bretagne/amige-2022.yaml:2:1";

fn check_said(preview: &Preview, address: &str) {
    let answer = preview.until_status(address, 500);
    let html = answer.text();
    assert_eq!(answer.header("content-type"), Some("text/html; charset=utf-8"), "{address}");
    assert!(html.contains(PLACE), "{address}: {html}");
    assert!(html.contains("&lt;img src=x"), "{address}: {html}");
    assert!(!html.contains("<img"), "{address}: {html}");
    assert!(html.contains("__canevas/client.js"), "{address} cannot mend itself");
}

#[test]
fn a_mistake_is_said_on_every_page_even_an_unknown_one() {
    let project = Project::base();
    let preview = Preview::of(&project);
    project.write(ADAPTATION, WRONG);
    for address in [PAGE, "", "fr/index.html", "inconnu/page.html", "fr/inconnu/"] {
        check_said(&preview, address);
    }
    preview.until_stderr(PLACE);
    project.write(ADAPTATION, SOUND);
    preview.until_status(PAGE, 200);
    check_same(&preview, &project.build());
    assert_eq!(preview.get("inconnu/page.html").status, 404);
}

#[test]
fn a_place_opens_in_the_editor_of_ones_choice() {
    let project = Project::base();
    project.write(ADAPTATION, WRONG);
    let file = format!("{}/{ADAPTATION}", project.root.display());
    let check = |command: &mut std::process::Command, expected: &str| {
        let preview = Preview::start(command.args(["--port", "0", "--date", TODAY]));
        let html = preview.until_status(PAGE, 500).text();
        assert!(html.contains(expected), "{expected}: {html}");
        assert!(html.contains(&format!(">{PLACE}</a>")), "{html}");
    };
    let link = |address: &str| format!("<a class=\"place\" href=\"{address}\">");
    check(project.canevas().arg("serve"), &link(&format!("vscode://file{file}:2:1")));
    let mut asked = project.canevas();
    check(asked.env("CANEVAS_EDITOR", "none").arg("serve"), "<a class=\"place\">");
    let mut asked = project.canevas();
    asked.env("CANEVAS_EDITOR", "none").args(["serve", "--editor", "x://{file}?\"{line}"]);
    check(&mut asked, &link(&format!("x://{file}?&quot;2")));
}

#[test]
fn an_unknown_editor_is_one_sentence() {
    let project = Project::base();
    let said = project.run(["serve", "--editor", "edlin"]);
    assert_eq!(said.status, Some(2), "{}", said.stderr);
    assert!(
        said.stderr.contains("« edlin »") && said.stderr.contains("vscodium"),
        "{}",
        said.stderr
    );
    assert!(said.stderr.contains("{file}") && said.stderr.lines().count() == 1, "{}", said.stderr);
}

#[test]
fn the_last_good_site_can_still_be_read() {
    let project = Project::base();
    let published = project.build();
    let mut addresses = published.keys().filter_map(|path| path.to_str());
    let style = addresses.find(|address| address.starts_with("assets/sobre."));
    let style = style.expect("the theme has it");
    for (path, mistake) in [
        (ADAPTATION, WRONG),
        (ADAPTATION, "statut: publie\navis: \"à moitié"),
        ("canevas.yaml", "titre: [\n"),
        ("content/amige-2022/appel.yaml", "titre: {\n"),
        ("themes/sobre/templates/base.html", "{% block %}"),
    ] {
        let sound = fs::read(project.root.join(path)).ok();
        let preview = Preview::of(&project);
        project.write(path, mistake);
        preview.until_status(PAGE, 500);
        for address in [PAGE, "fr/index.html", style] {
            let good = preview.get(&format!("__canevas/valable/{address}"));
            assert_eq!(good.status, 200, "{path}: {address}");
            let bytes = &published[std::path::Path::new(address)];
            assert!(without_script(&good) == *bytes, "{path}: {address} differs");
        }
        match sound {
            Some(sound) => project.write(path, sound),
            None => project.remove(path),
        }
        preview.until_status(PAGE, 200);
    }
}

#[test]
fn a_first_build_that_fails_is_mended_too() {
    for (path, mistake) in [(ADAPTATION, WRONG), ("canevas.yaml", "titre: [\n")] {
        let project = Project::base();
        let sound = read(&project.root.join(path));
        project.write(path, mistake);
        let preview = Preview::with(&project, &["--base-url", "https://x.example/"]);
        let answer = preview.get("fr/index.html");
        assert_eq!(answer.status, 500, "{path}");
        assert!(answer.has(&format!("{path}:")), "{path}: {}", answer.text());
        assert_eq!(preview.get("__canevas/valable/fr/index.html").status, 500, "there is none yet");
        project.write(path, sound);
        preview.until_status("fr/index.html", 200);
    }
}

#[test]
fn a_file_cut_anywhere_never_ends_the_preview() {
    let project = Project::base();
    let mut preview = Preview::of(&project);
    let path = "regions/bretagne/region.yaml";
    let sound = read(&project.root.join(path));
    for length in (0..sound.len()).step_by(7).filter(|length| sound.is_char_boundary(*length)) {
        project.write(path, &sound[..length]);
        let status = preview.get(PAGE).status;
        assert!([200, 404, 500].contains(&status), "{status} at {length}");
    }
    assert!(preview.lives());
    // A cut file may be sound too: only the last one says this.
    project.write(path, sound.replace("Accueil", "Standard"));
    preview.until(PAGE, |answer| answer.has("Standard"));
    check_same(&preview, &project.build());
}

#[test]
fn a_template_that_fails_is_named_with_its_page() {
    let project = Project::base();
    let preview = Preview::of(&project);
    let path = "themes/sobre/templates/call.html";
    project.write(path, "<p>\n  {{ nothing.at.all }}\n</p>\n");
    let html = preview.until_status(PAGE, 500).text();
    assert!(html.contains(&format!("{path}:2:6")), "{html}");
    assert!(html.contains(PAGE), "the page is not named: {html}");
    project.remove(path);
    preview.until_status(PAGE, 200);
    check_same(&preview, &project.build());
}

/// Files have ranks, which a new file shifts: a place kept from before must not point elsewhere.
#[test]
fn a_place_stays_right_when_files_come_and_go() {
    let project = Project::base();
    let preview = Preview::of(&project);
    let path = "themes/sobre/templates/call.html";
    project.write(path, "<p>\n  {{ nothing.at.all }}\n</p>\n");
    preview.until(PAGE, |answer| answer.has(&format!("{path}:2:6")));
    let region = read(&project.root.join("regions/bretagne/region.yaml"));
    project.write("regions/normandie/region.yaml", region.replace("bretagne", "normandie"));
    project.write("regions/normandie/amige-2022.yaml", SOUND);
    let page = "fr/normandie/amige-2022.html";
    // The address stands in the 404 page too, until the region is whole.
    let html = preview.until(page, |answer| answer.status == 500 && answer.has(page)).text();
    assert!(html.contains(&format!("{path}:2:6")), "{html}");
    assert!(!html.contains("canevas.fr.md:"), "{html}");
}
