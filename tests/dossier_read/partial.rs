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

/// An office file of which only the title is left.
fn emptied(extension: &str) -> (&'static str, Vec<u8>) {
    let (part, from, to) = match extension {
        "odt" => ("content.xml", "<text:section ", "</office:text>"),
        _ => ("word/document.xml", "<w:p><w:pPr><w:pStyle w:val=\"Heading2\"", "<w:sectPr>"),
    };
    let bytes = fill::changed(&dossier("bretagne", extension), part, |xml| {
        let (before, rest) = xml.split_once(from).expect("the first question");
        let (_, after) = rest.rsplit_once(to).expect("the end");
        let form = before.split("<form:form ").next().unwrap_or_default();
        let text = before.split("</office:forms>").last().unwrap_or_default();
        let before =
            if form == before { before.to_owned() } else { format!("{form}</office:forms>{text}") };
        format!("{before}{to}{after}")
    });
    (if extension == "odt" { "meta.xml" } else { "docProps/custom.xml" }, bytes)
}

#[test]
fn an_office_file_without_any_field_is_told_by_its_identity() {
    for name in ["a.odt", "a.docx"] {
        let (part, bytes) = emptied(&name[2..]);
        check(name, &bytes, "champs-perdus");
        let said = read(name, &bytes, &[]).said;
        assert!(said.stderr.contains("ce fichier n'a aucun des"), "{}", said.stderr);
        assert!(said.stderr.contains("enregistré dans un autre format"), "{}", said.stderr);
        let anonymous = fill::changed(&bytes, part, |xml| xml.replace("canevas-", "autre-"));
        let said = read(name, &anonymous, &["--region", "bretagne"]).said;
        assert!(said.stderr.starts_with("erreur[sans-formulaire]: "), "{name}: {}", said.stderr);
    }
}

/// An office file in which the place of a field is taken out, whatever stands there.
fn without(extension: &str, bytes: &[u8], field: &str) -> Vec<u8> {
    let (part, name, start, end) = match extension {
        "odt" => (
            "content.xml",
            format!("<text:section text:style-name=\"answer\" text:name=\"f_{field}\""),
            "<text:section ",
            "</text:section>",
        ),
        _ => ("word/document.xml", format!("w:name=\"f_{field}\""), "<w:p>", "</w:p>"),
    };
    fill::changed(bytes, part, |mut xml| {
        let at = xml.find(&name).expect("the place");
        let from = xml[..at + start.len()].rfind(start).expect("its start");
        let to = at + xml[at..].find(end).expect("its end") + end.len();
        xml.replace_range(from..to, "");
        xml
    })
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
