//! Figures over the workbooks of several regions, which name nobody.

use std::fs;

use sha2::{Digest, Sha256};

use super::answered::{filled, published};
use super::fill::{self, changed};

/// A workbook that the program wrote of so many dossiers of a region.
fn workbook(folder: &std::path::Path, region: &str, count: usize) -> String {
    let received = folder.join(format!("recus-{region}"));
    fs::create_dir(&received).expect("a free name");
    for rank in 0..count {
        let name = format!("Organisme {rank}");
        let blank = super::answered::dossier(region, "odt");
        let answers = [("organisme", &*name), ("exact", "x"), ("budget:ressources:aide", "10000")];
        let bytes = fill::open_document(&blank, &answers);
        fs::write(received.join(format!("{rank}.odt")), bytes).expect("writable");
    }
    let output = folder.join(format!("{region}.xlsx")).display().to_string();
    let received = received.display().to_string();
    let said = published().run(["dossier", "read", &received, "-o", &output, "--quiet"]);
    assert_eq!(said.status, Some(0), "{}", said.stderr);
    output
}

/// The same, with the text of a cell changed.
fn mended(path: &str, part: &str, from: &str, to: &str) {
    let bytes = fs::read(path).expect("written");
    let bytes = changed(&bytes, part, |xml| {
        assert!(xml.contains(from), "no {from}");
        xml.replace(from, to)
    });
    fs::write(path, bytes).expect("writable");
}

#[test]
fn dossiers_are_counted_and_nobody_is_named() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let one = workbook(folder.path(), "bretagne", 4);
    let csv = published().run(["dossier", "bilan", &one]);
    assert_eq!(csv.status, Some(0), "{}", csv.stderr);
    assert!(csv.stderr.contains("4 dossiers comptés, dans 1 classeur."), "{}", csv.stderr);
    let lines: Vec<&str> = csv.stdout.lines().collect();
    assert_eq!(lines[1], "Ensemble;Ensemble;4;0;0;40000;0", "{}", csv.stdout);
    assert!(lines.contains(&"Par région;Bretagne;4;0;0;40000;0"), "{}", csv.stdout);
    let page = folder.path().join("bilan.html").display().to_string();
    let said = published().run(["dossier", "bilan", &one, "-o", &page]);
    assert_eq!(said.status, Some(0), "{}", said.stderr);
    let page = fs::read_to_string(page).expect("written");
    for stray in ["Organisme", "odt", "<script", " style=", "http://", "https://"] {
        assert!(!page.contains(stray), "{stray}");
        assert!(!csv.stdout.contains(stray), "{stray}");
    }
    assert!(page.contains("40\u{202f}000\u{a0}€"), "{page}");
}

#[test]
fn regions_are_counted_together() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let one = workbook(folder.path(), "bretagne", 4);
    let other = folder.path().join("occitanie.xlsx").display().to_string();
    fs::copy(&one, &other).expect("writable");
    mended(&other, "xl/sharedStrings.xml", ">bretagne<", ">occitanie<");
    let said = published().run(["dossier", "bilan", &one, &other, "--lang", "en"]);
    assert_eq!(said.status, Some(0), "{}", said.stderr);
    assert!(said.stderr.contains("8 dossiers counted, in 2 workbooks."), "{}", said.stderr);
    for line in [
        "All;All;8;0;0;80000;0",
        "By region;Bretagne;4;0;0;40000;0",
        "By region;Occitanie;4;0;0;40000;0",
    ] {
        assert!(said.stdout.lines().any(|known| known == line), "{line}: {}", said.stdout);
    }
}

#[test]
fn the_page_obeys_its_own_policy() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let one = workbook(folder.path(), "bretagne", 3);
    let page = folder.path().join("bilan.html").display().to_string();
    published().run(["dossier", "bilan", &one, "-o", &page]);
    let page = fs::read_to_string(page).expect("written");
    let style = page.split("<style>").nth(1).and_then(|rest| rest.split("</style>").next());
    let digest = Sha256::digest(style.expect("a style").as_bytes());
    let digits = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let said = page.split("'sha256-").nth(1).and_then(|rest| rest.split('\'').next());
    let said = said.expect("a digest");
    let mut bits = Vec::new();
    for letter in said.trim_end_matches('=').bytes() {
        let digit = digits.iter().position(|digit| *digit == letter).expect("a digit");
        bits.extend((0..6).rev().map(|rank| digit >> rank & 1));
    }
    let bytes = bits.chunks_exact(8).map(|bits| bits.iter().fold(0, |byte, bit| byte * 2 + bit));
    let expected: Vec<usize> = digest.iter().map(|byte| usize::from(*byte)).collect();
    assert_eq!(bytes.collect::<Vec<usize>>(), expected);
}

#[test]
fn what_cannot_be_counted_is_said_at_its_place_and_nothing_is_written() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let one = workbook(folder.path(), "bretagne", 3);
    let foreign = folder.path().join("autre.xlsx").display().to_string();
    let bytes = changed(&fs::read(&one).expect("written"), "xl/sharedStrings.xml", |xml| {
        xml.replace(">region<", ">lieu<").replace(">Région<", ">Lieu<")
    });
    fs::write(&foreign, bytes).expect("writable");
    let broken = folder.path().join("abime.xlsx").display().to_string();
    fs::write(&broken, &fs::read(&one).expect("written")[..1000]).expect("writable");
    let text = folder.path().join("lettre.odt").display().to_string();
    fs::write(&text, filled(2, &[("organisme", "A")])).expect("writable");
    let wrong = folder.path().join("faux.xlsx").display().to_string();
    fs::copy(&one, &wrong).expect("writable");
    mended(&wrong, "xl/sharedStrings.xml", ">non<", ">peut-être<");
    let output = folder.path().join("bilan.html");
    for (given, expected) in [
        (vec![&foreign], vec!["erreur[sans-synthese]", "autre.xlsx"]),
        (vec![&broken], vec!["erreur[archive-abimee]", "abime.xlsx"]),
        (vec![&text], vec!["erreur[pas-un-classeur]", "lettre.odt"]),
        (vec![&wrong], vec!["erreur[oui-non]", "faux.xlsx: Synthèse, N", "« peut-être »"]),
        (vec![&one, &one], vec!["erreur[deja-compte]", "bretagne.xlsx: Synthèse, A3"]),
    ] {
        let output = output.to_str().expect("a plain name");
        let asked = ["dossier", "bilan", "-o", output];
        let said = published().run(asked.into_iter().chain(given.iter().map(|path| path.as_str())));
        assert_eq!(said.status, Some(1), "{given:?}: {}", said.stderr);
        for words in expected {
            assert!(said.stderr.contains(words), "{words}: {}", said.stderr);
        }
    }
    assert!(!output.exists());
}
