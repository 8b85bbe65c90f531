//! The dossier of each region, published: a page and files, the same that was asked, at addresses that stay.

mod project;

use std::collections::BTreeSet;
use std::fs;
use std::sync::Arc;

use canevas::pipeline::{self, Build};
use canevas::{Artifact, Former, Made, Slug};
use project::{Project, TODAY};

const DOSSIER: &str = "\
parties:
  - id: projet
    titre: { fr: \"Le projet\", en: \"The project\" }
    questions:
      - { id: nom, type: texte, libelle: { fr: \"Nom\", en: \"Name\" }, obligatoire: true }
      - id: budget
        type: budget
        libelle: { fr: \"Budget\", en: \"Budget\" }
        plafond: plafond_aide
        charges: [ { id: salaires, libelle: { fr: \"Salaires\", en: \"Wages\" } } ]
        ressources: [ { id: aide, libelle: { fr: \"Aide\", en: \"Aid\" }, aide-demandee: true } ]
";
const SOURCE: &str = "content/amige-2022/dossier.yaml";
const ADAPTATION: &str = "regions/bretagne/amige-2022.yaml";
const FOLDER: &str = "fr/bretagne/amige-2022";

fn small() -> Project {
    let project = Project::base();
    project.write(SOURCE, DOSSIER);
    project
}

fn build(project: &Project, former: &Former) -> Build {
    let request = canevas::Project { only: Slug::new("bretagne"), ..project.request(TODAY) };
    let build = pipeline::edition_over(&request, former).expect("a project");
    assert!(!build.diagnostics.any_error());
    build
}

fn documents(build: &Build) -> impl Iterator<Item = &Artifact> {
    build.artifacts.iter().filter(|artifact| artifact.from.is_some())
}

fn text<'b>(build: &'b Build, address: &str) -> &'b str {
    let page = build.artifacts.iter().find(|artifact| artifact.address == address);
    std::str::from_utf8(&page.expect("it is published").bytes).expect("a page is UTF-8")
}

/// A document as a published folder remembers it.
fn remembered(document: &Artifact, bytes: &[u8]) -> (String, Made) {
    let from = document.from.expect("a document says what it was made from");
    (document.address.clone(), Made { from, bytes: bytes.into() })
}

#[test]
fn a_call_without_dossier_has_neither_page_nor_file() {
    let build = build(&Project::base(), &Former::new());
    let of_dossier = |address: &str| address.contains("dossier") || address.contains("/budget-");
    let mut made = build.artifacts.iter().filter(|made| !made.address.starts_with("assets/"));
    assert!(!made.any(|made| of_dossier(&made.address)));
}

#[test]
fn each_language_has_its_page_and_its_files() {
    let build = build(&small(), &Former::new());
    for lang in ["fr", "en"] {
        let folder = format!("{lang}/bretagne/amige-2022");
        let own = documents(&build).filter(|file| file.address.starts_with(&folder));
        let own: BTreeSet<&str> = own.map(|file| file.address.as_str()).collect();
        for (name, extension) in
            [("dossier", "odt"), ("dossier", "docx"), ("budget", "ods"), ("budget", "xlsx")]
        {
            let address = format!("{folder}/{name}-amige-2022-bretagne-{lang}.{extension}");
            assert!(own.contains(&*address), "{address}: {own:?}");
        }
        assert!(text(&build, &format!("{folder}/dossier.html")).contains("question_budget"));
    }
}

/// All but the pictures of shared links, which a page has in its own language.
fn is_file(document: &Artifact) -> bool {
    document.address.rsplit('.').next() != Some("png")
}

#[test]
fn a_language_of_the_site_without_the_call_links_to_the_reference() {
    let project = small();
    let region = fs::read_to_string(project.root.join("regions/bretagne/region.yaml"));
    project.write("regions/bretagne/region.yaml", region.expect("it is there") + "langues: [fr]\n");
    let build = build(&project, &Former::new());
    assert!(
        documents(&build).filter(|one| is_file(one)).all(|file| file.address.starts_with("fr/"))
    );
    let page = text(&build, "en/bretagne/amige-2022/dossier.html");
    assert!(page.contains("href=\"../../../fr/bretagne/amige-2022/dossier-amige-2022-bretagne-fr"));
    assert!(page.contains(" – French<"));
    assert!(page.contains("<span lang=\"fr\" dir=\"auto\">Nom</span>"));
}

#[test]
fn a_call_without_budget_has_no_workbook() {
    let project = small();
    let start = DOSSIER.find("      - id: budget").expect("a budget");
    project.write(SOURCE, &DOSSIER[..start]);
    let build = build(&project, &Former::new());
    assert!(documents(&build).all(|file| !file.address.contains("/budget-")));
}

#[test]
fn links_say_the_weight_of_the_bytes() {
    let build = build(&Project::shipped(), &Former::new());
    // A page takes the parts of the blank file by itself.
    let linked = documents(&build).filter(|one| is_file(one));
    for document in linked.filter(|document| !document.address.ends_with(".docx.js")) {
        let name = document.address.rsplit('/').next().unwrap_or_default();
        let lang = &document.address[..2];
        let unit = if lang == "fr" { "ko" } else { "kB" };
        let weight = document.bytes.len().div_ceil(1000);
        let call = format!("{lang}/bretagne/amige-2022.html");
        let dossier = format!("{lang}/bretagne/amige-2022/dossier.html");
        // The text of the call is linked from its own page alone.
        let of_dossier = !name.starts_with("appel-");
        for page in [Some(call), of_dossier.then_some(dossier)].into_iter().flatten() {
            let page = text(&build, &page);
            let link = &page[page.rfind(&format!("{name}\"")).expect("a link")..];
            let link = link[..link.find("</a>").expect("its end")].replace('\u{a0}', " ");
            assert!(link.contains(&format!("{weight} {unit} – ")), "{name}: {link}");
        }
    }
}

#[test]
fn what_was_made_from_the_same_is_not_made_again() {
    let project = small();
    let first = build(&project, &Former::new());
    let former: Former = documents(&first).map(|file| remembered(file, b"kept")).collect();
    assert!(!former.is_empty());
    let again = build(&project, &former);
    assert!(documents(&again).all(|file| &*file.bytes == b"kept"));
    project.write(SOURCE, DOSSIER.replace("\"Nom\"", "\"Votre nom\""));
    let changed = build(&project, &former);
    for file in documents(&changed) {
        let french = file.address.starts_with("fr/") && file.address.contains("/dossier-");
        assert!(!french || &*file.bytes != b"kept", "{}", file.address);
    }
    assert!(documents(&changed).any(|file| &*file.bytes == b"kept"), "English has not changed");
}

#[test]
fn a_second_build_gives_the_same_bytes() {
    let project = Project::shipped();
    let bytes = || -> Vec<(String, Arc<[u8]>)> {
        let build = build(&project, &Former::new());
        documents(&build).map(|file| (file.address.clone(), Arc::clone(&file.bytes))).collect()
    };
    assert_eq!(bytes(), bytes());
}

#[test]
fn a_published_document_that_was_spoilt_is_made_again() {
    let project = small();
    let before = project.build();
    let address = format!("{FOLDER}/dossier-amige-2022-bretagne-fr.odt");
    let place = format!("public/{address}");
    let whole = &before[std::path::Path::new(&address)];
    for spoilt in [vec![0; whole.len()], Vec::new()] {
        project.write(&place, spoilt);
        assert_eq!(project.build(), before);
    }
    project.remove(&place);
    assert_eq!(project.build(), before);
}

#[test]
fn a_document_whose_dossier_is_the_same_keeps_its_date() {
    let project = small();
    project.build();
    let path = project.root.join("public").join(FOLDER).join("dossier-amige-2022-bretagne-fr.odt");
    let date = || fs::metadata(&path).and_then(|m| m.modified()).expect("a file with a date");
    let before = date();
    project.write(ADAPTATION, "statut: publie\navis: { fr: \"Essai.\", en: \"Test.\" }\n");
    project.build();
    assert_eq!(date(), before);
}

#[test]
fn no_word_of_a_help_is_lost() {
    let project = small();
    let help = "        aide:
          fr: |
            ### Titre

            Une ligne\\
            puis **une** [autre](#criteres)[^n].

            3. trois
            4. quatre

               suite

            - puce

            | a | b |
            |---|---|
            | c | d |

            > cité

            [^n]: Une note.
";
    let question =
        "      - id: aidee\n        type: note\n        libelle: { fr: \"Note\", en: \"Note\" }\n";
    let asked =
        DOSSIER.replace("      - { id: nom", &format!("{question}{help}      - {{ id: nom"));
    project.write(SOURCE, asked);
    let build = build(&project, &Former::new());
    let page = text(&build, "fr/bretagne/amige-2022/dossier.html").replace('\n', "");
    for part in [
        "<p><strong>Titre</strong></p>",
        "<p>Une ligne<br>puis <strong>une</strong> <a href=\"../amige-2022.html#criteres\">autre</a>\
         <sup><a href=\"#note-1\" id=\"appel-note-1\">1</a></sup>.</p>",
        "<ol start=\"3\"><li><p>trois</p></li><li><p>quatre</p><p>suite</p></li></ol>",
        "<ul><li>puce</li></ul>",
        "<table><thead><tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr></thead>\
         <tbody><tr><td>c</td><td>d</td></tr></tbody></table>",
        "<blockquote><p>cité</p></blockquote>",
        "<li id=\"note-1\"><p>Une note.</p>",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
}

#[cfg(feature = "pdf")]
#[test]
fn a_page_says_which_pdf_lacks_letters() {
    let remark = "n’a pas toutes les lettres";
    let pages = ["fr/bretagne/amige-2022.html", "fr/bretagne/amige-2022/dossier.html"];
    let counted = |adaptation: &str| {
        let project = small();
        project.write(ADAPTATION, format!("statut: publie\n{adaptation}"));
        let build = build(&project, &Former::new());
        pages.map(|page| text(&build, page).matches(remark).count())
    };
    // Beside the form and the text of the call, then beside the form on its own page.
    assert_eq!(counted(""), [0, 0]);
    assert_eq!(counted("depot: { adresse: { fr: \"中文\" } }\n"), [2, 1]);
    assert_eq!(counted("sections: { contexte: { apres: { fr: \"中文\" } } }\n"), [1, 0]);
    assert_eq!(counted("sections: { contexte: { apres: { fr: \"    中文\\n\" } } }\n"), [1, 0]);
}
