//! Every answer comes back, and what is wrong with one is said at its question.

use std::fs;

use serde_json::{Value, json};

use super::answered::{
    FILLERS, borrowed, check, dossier, filled, form, published, read, typed, understood, version,
};
use super::{fill, forms};

#[test]
fn every_answer_of_an_office_file_comes_back() {
    let typed = typed();
    for rank in 0..FILLERS.len() {
        let read = read("a.bin", &filled(rank, &borrowed(&typed)), &[]);
        assert_eq!(read.answers(), understood(), "{rank}: {}", read.said.stderr);
        assert_eq!(read.said.status, Some(0));
        let required: Vec<String> = read.remarks().into_iter().map(|(code, _)| code).collect();
        assert!(required.is_empty(), "{rank}: {}", read.said.stderr);
    }
}

#[test]
fn every_answer_of_a_pdf_comes_back() {
    let (typed, version) = (typed(), version());
    let mut form = form(&borrowed(&typed), &version);
    for bytes in [forms::plain(&mut form), forms::packed(&mut form)] {
        let read = read("a.pdf", &bytes, &[]);
        assert_eq!(read.answers(), understood(), "{}", read.said.stderr);
        assert!(read.remarks().is_empty(), "{}", read.said.stderr);
    }
}

#[test]
fn the_last_save_of_a_pdf_counts() {
    let mut bytes = forms::plain(&mut form(&[("organisme", "Avant")], &version()));
    // Programs add to the end of the file: the first object is the field.
    let later = b"\n1 0 obj\n<< /T (organisme) /FT /Tx /V (Apr\\350s) >>\nendobj\ntrailer\n<< >>\n";
    bytes.extend_from_slice(later);
    assert_eq!(read("a.pdf", &bytes, &[]).answers()["organisme"], json!("Après"));
}

#[test]
fn a_field_with_a_parent_is_known_by_both_names() {
    let mut document = form(&[("budget:charges:humaines", "12")], "0");
    let kid = lopdf::dictionary! { "T" => lopdf::text_string("b"), "FT" => "Tx", "V" => lopdf::text_string("non") };
    let kid = document.add_object(kid);
    let parent = lopdf::dictionary! { "T" => lopdf::text_string("a"), "Kids" => vec![kid.into()] };
    let parent = document.add_object(parent);
    let fields = document.catalog().and_then(|root| root.get(b"AcroForm"));
    let fields = fields.and_then(lopdf::Object::as_reference).expect("a form");
    let fields = document.get_dictionary_mut(fields).expect("a form");
    let list = fields.get_mut(b"Fields").and_then(lopdf::Object::as_array_mut).expect("fields");
    list.push(parent.into());
    let read = read("a.pdf", &forms::plain(&mut document), &[]);
    assert_eq!(read.answers()["budget:charges:humaines"], json!(12.0));
    assert!(read.said.stderr.contains("a.b"), "{}", read.said.stderr);
}

#[test]
fn what_is_wrong_is_said_at_its_question() {
    let wrong = [
        ("organisme", "é".repeat(201)),
        ("siret", "732 829 320 00075".to_owned()),
        ("forme", "Monarchie".to_owned()),
        ("depuis", "31/02/2022".to_owned()),
        ("telephone", "01 23 45 67 8".to_owned()),
        ("courriel", "appel(at)example.org".to_owned()),
        ("besoin", "douze".to_owned()),
        ("partenaires:2:heures", "beaucoup".to_owned()),
        ("partenaires:2:telephone", "oui".to_owned()),
        ("partenaires:2:courriel", "appel@example".to_owned()),
        ("budget:charges:humaines", "10".to_owned()),
        ("budget:charges:materiel", "5,50".to_owned()),
        ("budget:charges:total", "16".to_owned()),
        ("budget:ressources:aide", "60 001".to_owned()),
        ("budget:ressources:total", "60 001".to_owned()),
    ];
    // A list of Word or OpenDocument does not offer what is not offered: a PDF may hold anything.
    let bytes = forms::plain(&mut form(&borrowed(&wrong), "00000000"));
    let read = read("a.pdf", &bytes, &["--region", "la-reunion"]);
    let expected = [
        ("autre-region", ""),
        ("autre-version", ""),
        ("reponse-trop-longue", "1.1 Nom de l’organisme"),
        ("siret", "1.2 Numéro SIRET"),
        ("choix", "1.3 Forme juridique"),
        ("reponse-manquante", "1.4 Secteurs"),
        ("date", "1.6 Depuis quand\u{202f}?"),
        ("telephone", "1.7 Téléphone"),
        ("courriel", "1.8 Courriel"),
        ("reponse-manquante", "2.1 Plan d’action"),
        ("montant", "2.2 Besoin"),
        ("nombre", "2.3 Partenaires, Ligne 2, Heures"),
        ("telephone", "2.3 Partenaires, Ligne 2, Téléphone"),
        ("courriel", "2.3 Partenaires, Ligne 2, Courriel"),
        ("total-faux", "2.5 Budget, Charges, Total"),
        ("budget-desequilibre", "2.5 Budget"),
        ("aide-au-dessus", "2.5 Budget"),
        ("justification-manquante", "2.5 Budget, Matériel"),
        ("reponse-manquante", "2.6 Ce dossier est exact."),
    ];
    let expected: Vec<(String, String)> =
        expected.iter().map(|(code, place)| ((*code).to_owned(), (*place).to_owned())).collect();
    assert_eq!(read.remarks(), expected, "{}", read.said.stderr);
    assert_eq!(read.said.status, Some(0));
    assert!(read.said.stderr.contains("a.pdf: 1.2 Numéro SIRET\n"), "{}", read.said.stderr);
    // What cannot be understood is kept as it was typed.
    assert_eq!(read.answers()["besoin"], json!("douze"));
    let unreadable = "réponse illisible : « douze »";
    assert!(read.said.stderr.contains(unreadable), "{}", read.said.stderr);
    assert_eq!(read.answers()["telephone"], json!("01 23 45 67 8"));
    assert_eq!(read.answers()["courriel"], json!("appel(at)example.org"));
}

#[test]
fn a_number_that_is_read_in_two_ways_is_said() {
    let typed = [
        ("besoin", "1.250"),
        ("partenaires:1:heures", "0,125"),
        ("partenaires:2:heures", "17,333"),
        ("partenaires:3:heures", "1.500"),
        ("budget:ressources:aide", "0,500 €"),
    ];
    for rank in 0..FILLERS.len() {
        let read = read("a.bin", &filled(rank, &typed), &[]);
        let answers = read.answers();
        let numbers = typed.map(|(id, _)| answers[id].to_string());
        assert_eq!(numbers, ["1250.0", "0.125", "17.333", "1.5", "0.5"], "{rank}");
        let doubts: Vec<(String, String)> =
            read.remarks().into_iter().filter(|(code, _)| code == "nombre-ambigu").collect();
        let places = ["2.2 Besoin", "2.3 Partenaires, Ligne 3, Heures"];
        assert_eq!(doubts, places.map(|place| ("nombre-ambigu".to_owned(), place.to_owned())));
        assert!(read.said.stderr.contains("« 1.250 »"), "{}", read.said.stderr);
        assert!(read.said.stderr.contains("il est lu 1250"), "{}", read.said.stderr);
        assert!(read.said.stderr.contains("et non 1500"), "{}", read.said.stderr);
    }
}

#[test]
fn strict_counts_remarks() {
    let bytes = filled(0, &[("organisme", "A")]);
    assert_eq!(read("a.docx", &bytes, &[]).said.status, Some(0));
    assert_eq!(read("a.docx", &bytes, &["--strict"]).said.status, Some(1));
}

#[test]
fn a_dossier_that_nobody_filled_is_said_to_be_empty() {
    for (extension, _) in FILLERS {
        let read = read("a", &dossier("bretagne", extension), &[]);
        assert_eq!(read.remarks(), [("vierge".to_owned(), String::new())]);
        assert!(read.answers().is_empty(), "{:?}", read.answers());
    }
}

#[test]
fn an_id_of_yesterday_is_read() {
    let bytes = forms::plain(&mut form(&[("structure", "Ancien")], "00000000"));
    assert_eq!(read("a.pdf", &bytes, &[]).answers()["organisme"], json!("Ancien"));
    let renamed = |part: &str, bytes: &[u8], from: &str, to: &str| {
        fill::changed(bytes, part, |xml| xml.replace(from, to))
    };
    let word = renamed(
        "word/document.xml",
        &filled(0, &[("organisme", "Ancien")]),
        "<w:tag w:val=\"organisme\"/>",
        "<w:tag w:val=\"structure\"/>",
    );
    assert_eq!(read("a.docx", &word, &[]).answers()["organisme"], json!("Ancien"));
    let libre = renamed(
        "word/document.xml",
        &filled(1, &[("organisme", "Ancien")]),
        "\"f_organisme\"",
        "\"f_structure\"",
    );
    assert_eq!(read("a.docx", &libre, &[]).answers()["organisme"], json!("Ancien"));
    let open = renamed(
        "content.xml",
        &filled(2, &[("organisme", "Ancien")]),
        "\"f_organisme\"",
        "\"f_structure\"",
    );
    assert_eq!(read("a.odt", &open, &[]).answers()["organisme"], json!("Ancien"));
}

#[test]
fn a_row_put_into_a_table_is_said_and_shifts_nothing() {
    let answers = [("partenaires:1:nom", "Un"), ("partenaires:2:nom", "Deux")];
    let row = |cell: &str| {
        let cells = ["", "Entre deux", ""].map(|words| cell.replace('@', words)).concat();
        format!("<R>{cells}</R>")
    };
    let put = |bytes: &[u8], part: &str, mark: &str, (tag, cell): (&str, &str)| {
        let row =
            row(cell).replace("<R>", &format!("<{tag}>")).replace("</R>", &format!("</{tag}>"));
        fill::changed(bytes, part, |mut xml| {
            let at = xml.find(mark).expect("the second row");
            let at = xml[..at].rfind(&format!("<{tag}")).expect("its start");
            xml.insert_str(at, &row);
            xml
        })
    };
    let open = ("table:table-row", "<table:table-cell><text:p>@</text:p></table:table-cell>");
    let word = ("w:tr", "<w:tc><w:p><w:r><w:t>@</w:t></w:r></w:p></w:tc>");
    let cases = [
        (0, "word/document.xml", "w:val=\"partenaires:2:nom\"", word),
        (1, "word/document.xml", "w:name=\"f_partenaires_2_nom\"", word),
        (2, "content.xml", "\"f_partenaires_2_nom\"", open),
    ];
    for (rank, part, mark, row) in cases {
        let read = read("a", &put(&filled(rank, &answers), part, mark, row), &[]);
        assert_eq!(read.answers()["partenaires:1:nom"], json!("Un"), "{rank}");
        assert_eq!(read.answers()["partenaires:2:nom"], json!("Deux"), "{rank}");
        let said = ("ligne-ajoutee".to_owned(), "2.3 Partenaires".to_owned());
        assert!(read.remarks().contains(&said), "{rank}: {}", read.said.stderr);
        assert!(read.said.stderr.contains("« Entre deux »"), "{rank}: {}", read.said.stderr);
        let beyond = read.answers().into_iter().filter(|(id, _)| id.starts_with("partenaires:4:"));
        let beyond: Vec<(String, Value)> = beyond.collect();
        assert_eq!(beyond, [("partenaires:4:nom".to_owned(), json!("Entre deux"))], "{rank}");
    }
}

#[test]
fn a_cell_whose_bookmark_is_gone_is_found_by_its_row() {
    let bytes = filled(2, &[("partenaires:2:nom", "Deux"), ("mois:mois-2:action", "Agir")]);
    let bytes = fill::changed(&bytes, "content.xml", |xml| {
        let marks = ["partenaires:2:nom", "partenaires:2:heures", "mois:mois-2:action"];
        marks.iter().fold(xml, |xml, id| {
            xml.replace(&format!("<text:bookmark text:name=\"{}\"/>", fill::place(id)), "")
        })
    });
    let answers = read("a.odt", &bytes, &[]).answers();
    assert_eq!(answers["partenaires:2:nom"], json!("Deux"));
    assert_eq!(answers["mois:mois-2:action"], json!("Agir"));
}

#[test]
fn a_row_copied_with_its_controls_is_said() {
    let bytes = filled(0, &[("partenaires:1:nom", "Un")]);
    let bytes = fill::changed(&bytes, "word/document.xml", |mut xml| {
        let at = xml.find("w:val=\"partenaires:1:nom\"").expect("the row");
        let from = xml[..at].rfind("<w:tr>").or_else(|| xml[..at].rfind("<w:tr ")).expect("a row");
        let end = at + xml[at..].find("</w:tr>").expect("its end") + "</w:tr>".len();
        let copy = xml[from..end].replace(">Un<", ">Autre<");
        xml.insert_str(end, &copy);
        xml
    });
    let read = read("a.docx", &bytes, &[]);
    assert_eq!(read.answers()["partenaires:1:nom"], json!("Un"));
    assert!(
        read.said.stderr.contains("« Un », qui est gardée, et « Autre »"),
        "{}",
        read.said.stderr
    );
}

#[test]
fn comments_and_words_taken_out_are_no_answer() {
    let bytes = filled(2, &[("organisme", "Gardé")]);
    let bytes = fill::changed(&bytes, "content.xml", |xml| {
        let note = "Gardé<office:annotation><text:p>Non</text:p></office:annotation>";
        xml.replacen("Gardé", note, 1)
    });
    assert_eq!(read("a.odt", &bytes, &[]).answers()["organisme"], json!("Gardé"));
    let bytes = filled(0, &[("organisme", "Gardé")]);
    let bytes = fill::changed(&bytes, "word/document.xml", |xml| {
        let gone = "<w:del><w:r><w:delText>Non</w:delText></w:r></w:del>\
                    <w:moveFrom><w:r><w:t>Non</w:t></w:r></w:moveFrom></w:sdtContent>";
        let at = xml.find("Gardé").expect("the answer");
        let (before, after) = xml.split_at(at);
        format!("{before}{}", after.replacen("</w:sdtContent>", gone, 1))
    });
    assert_eq!(read("a.docx", &bytes, &[]).answers()["organisme"], json!("Gardé"));
}

#[test]
fn a_control_of_blocks_has_a_line_a_paragraph() {
    let bytes = filled(0, &[("plan", "Alpha\nBêta")]);
    let bytes = fill::changed(&bytes, "word/document.xml", |xml| {
        let from =
            xml.find("<w:t xml:space=\"preserve\">Alpha").expect("the answer") - "<w:r>".len();
        let end = from + xml[from..].find("</w:sdtContent>").expect("its end");
        let blocks = "<w:p><w:r><w:t>Alpha</w:t></w:r></w:p><w:p><w:r><w:t>Bêta</w:t></w:r></w:p>";
        format!("{}{blocks}{}", &xml[..from], &xml[end..])
    });
    assert_eq!(read("a.docx", &bytes, &[]).answers()["plan"], json!("Alpha\nBêta"));
}

#[test]
fn a_table_has_a_row_a_file() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let write = |name: &str, bytes: Vec<u8>| {
        fs::write(folder.path().join(name), bytes).expect("writable");
    };
    write("b.odt", filled(2, &[("organisme", "=B()"), ("besoin", "12,50")]));
    write("a.docx", filled(0, &[("organisme", "@A"), ("exact", "x")]));
    write("~$a.docx", b"a lock".to_vec());
    let path = folder.path().to_str().expect("a plain name");
    let strict = ["dossier", "read", path, "--quiet", "--format", "csv-brut"];
    let csv = published().run(strict).stdout;
    let mut reader = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    let heads = reader.headers().expect("heads").clone();
    let first = ["fichier", "appel", "region", "langue", "version", "organisme", "siret", "forme"];
    assert_eq!(heads.iter().take(8).collect::<Vec<_>>(), first);
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    let cell = |row: usize, name: &str| {
        let column = heads.iter().position(|head| head == name).expect("a column");
        rows[row][column].to_owned()
    };
    assert_eq!(rows.len(), 2);
    assert_eq!(cell(0, "organisme"), "'@A");
    assert_eq!((cell(0, "exact"), cell(1, "exact")), ("oui".to_owned(), "non".to_owned()));
    assert_eq!((cell(1, "organisme"), cell(1, "besoin")), ("'=B()".to_owned(), "12.5".to_owned()));
    assert_eq!(cell(1, "region"), "bretagne");
}

#[test]
fn a_table_opens_by_a_double_click() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let answers = [
        ("organisme", "=B()"),
        ("siret", "000 100 001 00007"),
        ("forme", "Société coopérative"),
        ("depuis", "le 17 janvier 2022"),
        ("telephone", "0199001234"),
        ("besoin", "1 250,5"),
    ];
    fs::write(folder.path().join("a.odt"), filled(2, &answers)).expect("writable");
    let path = folder.path().to_str().expect("a plain name");
    let csv = published().run(["dossier", "read", path, "--quiet"]).stdout;
    let text = csv.strip_prefix('\u{feff}').expect("the mark of UTF-8");
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
    let heads = reader.headers().expect("heads").clone();
    let row = reader.records().next().expect("a row").expect("as long as its head");
    let cell = |head: &str| {
        let column = heads.iter().position(|known| known == head).expect("a column");
        row[column].to_owned()
    };
    for (head, expected) in [
        ("Nom de l’organisme", "'=B()"),
        ("Numéro SIRET", "000\u{2009}100\u{2009}001\u{2009}00007"),
        ("Forme juridique", "Société coopérative"),
        ("Depuis quand\u{202f}?", "17/01/2022"),
        ("Téléphone", "01\u{2009}99\u{2009}00\u{2009}12\u{2009}34"),
        ("Besoin", "1250,5"),
        ("Région", "bretagne"),
    ] {
        assert_eq!(cell(head), expected, "{head}");
    }
}

#[test]
fn a_workbook_is_written_where_it_is_asked() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (file, table) = (folder.path().join("a.odt"), folder.path().join("t.xlsx"));
    fs::write(&file, filled(2, &[("organisme", "=B()"), ("besoin", "12,50")])).expect("writable");
    let [file, table] = [&file, &table].map(|path| path.to_str().expect("a plain name"));
    let said = published().run(["dossier", "read", file, "--format", "xlsx"]);
    assert_eq!(said.status, Some(2));
    assert!(said.stderr.contains("--output"), "{}", said.stderr);
    // Its name says enough.
    let said = published().run(["dossier", "read", file, "--output", table]);
    assert_eq!(said.status, Some(0), "{}", said.stderr);
    assert!(said.stderr.ends_with("1 dossier lu.\n"), "{}", said.stderr);
    let bytes = fs::read(table).expect("written");
    let read = |part: &str| {
        let mut text = String::new();
        fill::changed(&bytes, part, |xml| {
            text.clone_from(&xml);
            xml
        });
        text
    };
    assert!(read("xl/sharedStrings.xml").contains("<t>=B()</t>"));
    let sheets = read("xl/workbook.xml");
    for name in ["Synthèse", "Réponses", "Remarques", "Budgets"] {
        assert!(sheets.contains(&format!("<sheet name=\"{name}\"")), "{sheets}");
    }
    let sheet = read("xl/worksheets/sheet2.xml");
    assert!(sheet.contains("<v>12.5</v>") && !sheet.contains("<f>"));
    // The day of the call, and not the moment of the reading: the same files give the same bytes.
    let created = "<dcterms:created xsi:type=\"dcterms:W3CDTF\">2021-12-08T00:00:00Z<";
    let properties = read("docProps/core.xml");
    assert!(properties.contains(created), "{properties}");
    assert_eq!(
        properties.matches("T00:00:00Z").count(),
        properties.matches("dcterms:W3CDTF").count()
    );
}

#[test]
fn what_took_the_identity_away_is_mended_by_the_region() {
    let bytes = fill::changed(&filled(2, &[("organisme", "A")]), "meta.xml", |xml| {
        xml.replace("canevas-", "autre-")
    });
    check("a.odt", &bytes, "sans-identite");
    let read = read("a.odt", &bytes, &["--region", "bretagne"]);
    assert_eq!(read.answers()["organisme"], json!("A"));
    assert_eq!(read.remarks()[0].0, "version-inconnue");
}
