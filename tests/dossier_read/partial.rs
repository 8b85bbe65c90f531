//! What a program or a hand took out of a file is never taken for what nobody answered.

use super::answered::{FILLERS, check, dossier, filled, part_of_form, places, read, version};
use super::fill::{self, Typed};
use super::forms;

/// A form that has only the fields that `kept` says: boxes ticked, and others empty.
fn left(kept: impl Fn(&str, bool) -> bool, version: &str) -> Vec<u8> {
    let places = places();
    let kept = places.iter().filter(|(id, is_box)| kept(id, *is_box));
    let fields: Vec<Typed<'_>> =
        kept.map(|(id, is_box)| (id.as_str(), if *is_box { "x" } else { "" })).collect();
    forms::plain(&mut part_of_form(&fields, version))
}

#[test]
fn a_file_without_a_kind_of_field_or_without_half_of_them_is_refused() {
    let version = version();
    check("boxes.pdf", &left(|_, is_box| is_box, &version), "champs-perdus");
    check("words.pdf", &left(|_, is_box| !is_box, &version), "champs-perdus");
    check("page.pdf", &left(|id, _| !id.contains(':'), &version), "champs-perdus");
    check("old.pdf", &left(|_, is_box| is_box, "00000000"), "champs-perdus");
    let said = read("a.pdf", &left(|_, is_box| is_box, &version), &[]).said;
    assert!(said.stderr.contains("exporté en PDF"), "{}", said.stderr);
    assert!(said.stderr.contains("demandez le fichier ODT ou DOCX"), "{}", said.stderr);
}

#[test]
fn a_file_of_another_version_may_have_fewer_kinds() {
    let bytes = left(|_, is_box| !is_box, "00000000");
    assert_eq!(read("old.pdf", &bytes, &[]).said.status, Some(0));
}

#[test]
fn an_office_file_whose_fields_are_gone_is_refused() {
    let answers = [("organisme", "A"), ("exact", "x")];
    let word = fill::changed(&filled(0, &answers), "word/document.xml", |xml| {
        let xml = xml.replace("<w:tag w:val=\"", "<w:tag w:val=\"x-");
        let xml = xml.replace("x-exact\"", "exact\"");
        xml.replace("w:name=\"f_", "w:name=\"g_")
    });
    let open = fill::changed(&filled(2, &answers), "content.xml", |xml| {
        xml.replace("\"f.", "\"g.").replace("table:name=\"t.", "table:name=\"u.")
    });
    for (name, bytes) in [("a.docx", word), ("a.odt", open)] {
        check(name, &bytes, "champs-perdus");
        let said = read(name, &bytes, &[]).said;
        assert!(said.stderr.contains("enregistré dans un autre format"), "{}", said.stderr);
    }
}

#[test]
fn an_office_file_without_any_field_is_told_by_its_identity() {
    let anonymous = |part: &str, bytes: &[u8]| {
        fill::changed(bytes, part, |xml| xml.replace("canevas-", "autre-"))
    };
    let word = fill::changed(&dossier("bretagne", "docx"), "word/document.xml", |xml| {
        xml.replace("<w:tag ", "<w:gone ").replace("w:name=\"f_", "w:name=\"g_")
    });
    let open = fill::changed(&dossier("bretagne", "odt"), "content.xml", |xml| {
        let xml = xml.replace("\"f.", "\"g.").replace("\"t.", "\"u.");
        xml.replace("<form:checkbox ", "<form:gone ").replace("</form:checkbox>", "</form:gone>")
    });
    let files = [("a.docx", "docProps/custom.xml", word), ("a.odt", "meta.xml", open)];
    for (name, part, bytes) in files {
        check(name, &bytes, "champs-perdus");
        let said = read(name, &bytes, &[]).said;
        assert!(said.stderr.contains("ce fichier n'a aucun des"), "{}", said.stderr);
        let said = read(name, &anonymous(part, &bytes), &["--region", "bretagne"]).said;
        assert!(said.stderr.starts_with("erreur[sans-formulaire]: "), "{name}: {}", said.stderr);
    }
}

/// An office file whose `field` bears no name of ours any more.
fn without(extension: &str, bytes: &[u8], field: &str) -> Vec<u8> {
    let (part, names) = match extension {
        "odt" => ("content.xml", vec![format!("text:name=\"f.{field}\"")]),
        _ => (
            "word/document.xml",
            vec![format!("<w:tag w:val=\"{field}\"/>"), format!("w:name=\"f_{field}\"")],
        ),
    };
    fill::changed(bytes, part, |xml| names.iter().fold(xml, |xml, name| xml.replace(name, "")))
}

#[test]
fn a_place_that_is_gone_is_not_an_empty_answer() {
    for (rank, (extension, _)) in FILLERS.iter().enumerate() {
        let said = |bytes: &[u8]| {
            let bytes = without(extension, bytes, "organisme");
            read("a", &without(extension, &bytes, "telephone"), &[]).remarks()
        };
        let own = |(code, place): (&str, &str)| (code.to_owned(), place.to_owned());
        let gone = [
            ("absent-du-fichier", "1.1 Nom de l’organisme"),
            ("absent-du-fichier", "1.7 Téléphone"),
        ];
        let empty = [
            ("reponse-manquante", "1.4 Secteurs"),
            ("reponse-manquante", "2.1 Plan d’action"),
            ("reponse-manquante", "2.6 Ce dossier est exact."),
        ];
        let filled = said(&filled(rank, &[("siret", "73282932000074")]));
        assert_eq!(filled, gone.into_iter().chain(empty).map(own).collect::<Vec<_>>(), "{rank}");
        let blank = said(&dossier("bretagne", extension));
        let expected = gone.into_iter().chain([("vierge", "")]);
        assert_eq!(blank, expected.map(own).collect::<Vec<_>>(), "{rank}");
    }
}

#[test]
fn a_row_that_is_gone_is_named() {
    let version = version();
    let bytes = left(|id, _| !id.starts_with("partenaires:3:"), &version);
    let read = read("a.pdf", &bytes, &[]);
    let said = ("absent-du-fichier".to_owned(), "2.3 Partenaires".to_owned());
    assert!(read.remarks().contains(&said), "{}", read.said.stderr);
    assert!(read.said.stderr.contains(" : Ligne 3, Nom ; Ligne 3, Heures"), "{}", read.said.stderr);
}
