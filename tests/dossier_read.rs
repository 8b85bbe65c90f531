//! Filled dossiers become a table: every answer comes back, what is wrong is said, and what is made to harm is refused.

#[path = "dossier_read/fill.rs"]
mod fill;
#[path = "dossier_read/forms.rs"]
mod forms;
#[path = "dossier_read/hostile.rs"]
mod hostile;
mod project;

use std::collections::BTreeMap;
use std::fs;
use std::sync::OnceLock;

use fill::Typed;
use forms::Identity;
use project::{Project, Said, repository};
use serde_json::{Value, json};

/// The small project, published with its dossiers.
fn published() -> &'static Project {
    static PROJECT: OnceLock<Project> = OnceLock::new();
    PROJECT.get_or_init(|| {
        let project = Project::base();
        let yaml = fs::read(repository().join("tests/dossier_read/dossier.yaml"));
        project.write("content/amige-2022/dossier.yaml", yaml.expect("readable"));
        let said = project.run(["build", "--region", "bretagne"]);
        assert_eq!(said.status, Some(0), "{}", said.stderr);
        project
    })
}

/// The published dossier of a region.
fn dossier(region: &str, extension: &str) -> Vec<u8> {
    let name = format!("public/fr/{region}/amige-2022/dossier-amige-2022-{region}-fr.{extension}");
    fs::read(published().root.join(name)).expect("published")
}

/// The version of today's dossier, as its page says it.
fn version() -> String {
    let read =
        read("version.docx", &fill::word(&dossier("bretagne", "docx"), &[("siret", "1")]), &[]);
    read.row()["version"].as_str().expect("a version").to_owned()
}

/// What the program says of one file.
struct Answered {
    said: Said,
}

impl Answered {
    fn row(&self) -> Value {
        let rows: Value = serde_json::from_str(&self.said.stdout).expect("JSON");
        assert_eq!(rows.as_array().map(Vec::len), Some(1), "{}", self.said.stderr);
        rows[0].clone()
    }

    /// The answers that say something.
    fn answers(&self) -> BTreeMap<String, Value> {
        let row = self.row();
        let answers = row["reponses"].as_object().expect("answers").clone().into_iter();
        answers.filter(|(_, answer)| *answer != json!(false)).collect()
    }

    /// The codes of the remarks, with their questions.
    fn remarks(&self) -> Vec<(String, String)> {
        let row = self.row();
        let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let remarks = row["remarques"].as_array().expect("remarks").iter();
        remarks.map(|remark| (word(&remark["code"]), word(&remark["question"]))).collect()
    }
}

/// Reads one file, in a folder of its own.
fn read(name: &str, bytes: &[u8], options: &[&str]) -> Answered {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join(name);
    fs::write(&path, bytes).expect("writable");
    let path = path.to_str().expect("a plain name");
    let args = ["dossier", "read", path, "--format", "json"];
    Answered { said: published().run(args.into_iter().chain(options.iter().copied())) }
}

/// Everything a person may type, in each kind of field.
fn typed() -> Vec<(&'static str, String)> {
    let long = format!("{}!", "L’œuvre de 60 000 € — « déjà vu ». ".repeat(200));
    let long: String = long.chars().take(4999).chain(['!']).collect();
    let own = |answers: &[Typed<'static>]| -> Vec<(&'static str, String)> {
        answers.iter().map(|(id, answer)| (*id, (*answer).to_owned())).collect()
    };
    let mut typed = own(&[
        ("organisme", "Cœur d’Ouessant & <fils> \"é\""),
        ("siret", "732 829 320 00074"),
        ("forme", "Société coopérative"),
        ("secteurs:autre", "x"),
        ("existe", "Oui"),
        ("depuis", "17/01/2022"),
        ("besoin", "1 250,50 €"),
        ("partenaires:1:nom", "عنوان الجمعية\nשורה שנייה"),
        ("partenaires:1:heures", "12,5"),
        ("partenaires:3:nom", "Troisième"),
        ("mois:mois-2:action", "=1+1"),
        ("budget:charges:humaines", "60\u{202f}000"),
        ("budget:charges:total", "60000"),
        ("budget:ressources:aide", "50.000,00"),
        ("budget:ressources:propres", "10000"),
        ("budget:ressources:total", "60 000"),
        ("exact", "x"),
        ("signature:nom", "Prénom Nom"),
        ("signature:date", "1/2/2022"),
    ]);
    typed.push(("plan", long));
    typed
}

/// What the table holds then.
fn understood() -> BTreeMap<String, Value> {
    let mut answers: BTreeMap<String, Value> =
        typed().into_iter().map(|(id, answer)| (id.to_owned(), json!(answer))).collect();
    let read = [
        ("siret", json!("73282932000074")),
        ("forme", json!("societe-cooperative")),
        ("secteurs:autre", json!(true)),
        ("existe", json!("oui")),
        ("depuis", json!("2022-01-17")),
        ("besoin", json!(1250.5)),
        ("partenaires:1:heures", json!(12.5)),
        ("budget:charges:humaines", json!(60000.0)),
        ("budget:charges:total", json!(60000.0)),
        ("budget:ressources:aide", json!(50000.0)),
        ("budget:ressources:propres", json!(10000.0)),
        ("budget:ressources:total", json!(60000.0)),
        ("exact", json!(true)),
        ("signature:date", json!("2022-02-01")),
    ];
    answers.extend(read.map(|(id, answer)| (id.to_owned(), answer)));
    answers
}

/// A file filled with `answers` by `fill`.
type Filler = fn(&[u8], &[Typed<'_>]) -> Vec<u8>;

const FILLERS: [(&str, Filler); 3] =
    [("docx", fill::word), ("docx", fill::libre_word), ("odt", fill::open_document)];

fn filled(rank: usize, answers: &[(&str, &str)]) -> Vec<u8> {
    let (extension, filler) = FILLERS[rank];
    filler(&dossier("bretagne", extension), answers)
}

fn borrowed<'a>(typed: &'a [(&'static str, String)]) -> Vec<Typed<'a>> {
    typed.iter().map(|(id, answer)| (*id, answer.as_str())).collect()
}

/// The form of the small project in a PDF.
fn form(answers: &[(&str, &str)], version: &str) -> lopdf::Document {
    forms::form(&Identity { call: "amige-2022", region: "bretagne", version }, answers)
}

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
        ("besoin", "douze".to_owned()),
        ("partenaires:2:heures", "beaucoup".to_owned()),
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
        ("reponse-manquante", "2.1 Plan d’action"),
        ("montant", "2.2 Besoin"),
        ("nombre", "2.3 Partenaires, Ligne 2, Heures"),
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
        "\"f.organisme\"",
        "\"f.structure\"",
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
        (2, "content.xml", "\"f.partenaires:2:nom\"", open),
    ];
    for (rank, part, mark, row) in cases {
        let read = read("a", &put(&filled(rank, &answers), part, mark, row), &[]);
        assert_eq!(read.answers()["partenaires:1:nom"], json!("Un"), "{rank}");
        assert_eq!(read.answers()["partenaires:2:nom"], json!("Deux"), "{rank}");
        let said = ("ligne-ajoutee".to_owned(), "2.3 Partenaires".to_owned());
        assert!(read.remarks().contains(&said), "{rank}: {}", read.said.stderr);
        assert!(read.said.stderr.contains("« Entre deux »"), "{rank}: {}", read.said.stderr);
    }
}

#[test]
fn a_cell_whose_bookmark_is_gone_is_found_by_its_row() {
    let bytes = filled(2, &[("partenaires:2:nom", "Deux"), ("mois:mois-2:action", "Agir")]);
    let bytes = fill::changed(&bytes, "content.xml", |xml| {
        let marks = ["partenaires:2:nom", "partenaires:2:heures", "mois:mois-2:action"];
        marks
            .iter()
            .fold(xml, |xml, id| xml.replace(&format!("<text:bookmark text:name=\"f.{id}\"/>"), ""))
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
    let csv = published().run(["dossier", "read", path, "--quiet"]).stdout;
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
fn a_workbook_is_written_where_it_is_asked() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (file, table) = (folder.path().join("a.odt"), folder.path().join("t.xlsx"));
    fs::write(&file, filled(2, &[("organisme", "=B()"), ("besoin", "12,50")])).expect("writable");
    let [file, table] = [&file, &table].map(|path| path.to_str().expect("a plain name"));
    let asked = ["dossier", "read", file, "--format", "xlsx"];
    let said = published().run(asked);
    assert_eq!(said.status, Some(2));
    assert!(said.stderr.contains("--output"), "{}", said.stderr);
    let said = published().run(asked.into_iter().chain(["--output", table]));
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
    let sheet = read("xl/worksheets/sheet1.xml");
    assert!(sheet.contains("<v>12.5</v>") && !sheet.contains("<f>"));
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

#[test]
fn dossiers_of_others_are_refused() {
    let other = |call, region| {
        forms::plain(&mut forms::form(&Identity { call, region, version: "0" }, &[("siret", "1")]))
    };
    check("a.pdf", &other("autre-appel", "bretagne"), "appel-inconnu");
    check("a.pdf", &other("amige-2022", "corse"), "region-inconnue");
}

/// One file is refused, with its reason at its place, and nothing else is said.
fn check(name: &str, bytes: &[u8], code: &str) {
    let said = read(name, bytes, &[]).said;
    let head = format!("erreur[{code}]: ");
    assert!(said.stderr.starts_with(&head), "{name}: {code} expected, but {}", said.stderr);
    assert!(said.stderr.contains("\naide: "), "{name}: no remedy in {}", said.stderr);
    assert_eq!((said.status, said.stdout.trim()), (Some(1), "[]"), "{name}");
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
    assert!(fs::read(at("table.csv")).expect("there").starts_with("\u{feff}fichier".as_bytes()));
}

#[cfg(unix)]
#[test]
fn what_commands_a_terminal_is_made_visible() {
    let bytes = filled(2, &[("siret", "1\u{9b}31m")]);
    let folder = received(&[("a\u{1b}]0;titre\u{7}.odt", &bytes), ("b\u{1b}[2J.odt", b"rien")]);
    let path = folder.path().to_str().expect("a plain name");
    for options in [["--format", "csv"], ["--format", "json"]] {
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
