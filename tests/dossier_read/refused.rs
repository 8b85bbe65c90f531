//! What is made to harm, or is no dossier of ours, is refused.

use std::fs;

use super::answered::{check, filled, published};
use super::forms::{self, Identity};
use super::hostile;

#[test]
fn dossiers_of_others_are_refused() {
    let other = |call, region| {
        forms::plain(&mut forms::form(&Identity { call, region, version: "0" }, &[("siret", "1")]))
    };
    check("a.pdf", &other("autre-appel", "bretagne"), "appel-inconnu");
    check("a.pdf", &other("amige-2022", "corse"), "region-inconnue");
}

#[test]
fn what_is_made_to_harm_is_refused() {
    let (word, open) = (filled(0, &[("siret", "1")]), filled(2, &[("siret", "1")]));
    for (name, bytes, code) in hostile::files(&word, &open) {
        check(name, &bytes, code);
    }
}

#[test]
fn a_giant_is_refused_before_it_is_read() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("a.pdf");
    fs::File::create(&path).and_then(|file| file.set_len(500 << 20)).expect("enough room");
    let said = published().run(["dossier", "read", path.to_str().expect("a plain name")]);
    assert!(
        said.stderr.starts_with("erreur[trop-gros]: ce fichier pèse 500 Mio"),
        "{}",
        said.stderr
    );
    assert_eq!(said.status, Some(1));
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_refused() {
    let said = published().run(["dossier", "read", "/dev/zero", "absent.odt"]);
    assert!(said.stderr.contains("erreur[pas-un-fichier]"), "{}", said.stderr);
    assert!(said.stderr.contains("erreur[absent]"), "{}", said.stderr);
    assert_eq!(said.status, Some(1));
}
