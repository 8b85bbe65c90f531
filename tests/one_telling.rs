//! What a region writes is told once: each of its words stands on the page and in every file where it belongs, wherever
//! the canvas puts the blocks, and whatever sections it replaces.

mod project;

use std::collections::BTreeSet;
use std::fmt::Write;
use std::io::{Cursor, Read};

use canevas::pipeline::{self, Build};
use canevas::{Former, Slug};
use project::{Project, TODAY};
use proptest::prelude::*;
use proptest::sample::subsequence;
use zip::ZipArchive;

/// A place where a region may write, the words it writes there, and what they must reach besides the page.
struct Field {
    word: &'static str,
    yaml: &'static str,
    reaches: &'static [Reached],
}

/// What is made of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reached {
    /// The data of the call.
    Json,
    /// The text of the call, as a file.
    Text,
    /// The application dossier: its page, ODT, DOCX and PDF.
    Form,
}

use Reached::{Form, Json, Text};

/// Everything that a region may write, but its sections.
const FIELDS: [Field; 11] = [
    Field { word: "avisa", yaml: "avis: { fr: avisa }", reaches: &[Json] },
    Field {
        word: "titrea",
        yaml: "priorites: [ { id: une, titre: { fr: titrea }, texte: { fr: textea }, secteurs: [ { fr: secteura } ] } ]",
        reaches: &[Json, Text, Form],
    },
    Field { word: "textea", yaml: "", reaches: &[Json, Text] },
    Field { word: "secteura", yaml: "", reaches: &[Json, Text] },
    Field {
        word: "etapea",
        yaml: "calendrier: { webinaire: { genre: information, date: 2021-12-16, libelle: { fr: etapea } } }",
        reaches: &[Json, Text],
    },
    Field {
        word: "rolea",
        yaml: "contacts: [ { role: { fr: rolea }, lien: \"https://bretagne.example.org\" } ]",
        reaches: &[Json, Text, Form],
    },
    Field {
        word: "consignea",
        yaml: "depot: { adresse: { fr: adressea }, consigne: { fr: consignea } }",
        reaches: &[Json, Text, Form],
    },
    Field { word: "adressea", yaml: "", reaches: &[Json, Text, Form] },
    Field {
        word: "fichiera",
        yaml: "documents: [ { fichier: carte.csv, titre: { fr: fichiera }, langue: fr } ]",
        reaches: &[Json, Text],
    },
    Field {
        word: "changea",
        yaml: "nouveautes: [ { date: 2021-12-10, texte: { fr: changea } } ]",
        // What changed is told day after day: the text of the call is that of any day.
        reaches: &[Json],
    },
    Field { word: "aidea", yaml: "dossier: { aides: { nom: { fr: aidea } } }", reaches: &[Form] },
];

/// What the region does to a section.
#[derive(Debug, Clone, Copy)]
enum Change {
    Nothing,
    Before,
    After,
    Replaced,
}

/// The blocks of a canvas, cut into sections: how many blocks are in each.
#[derive(Debug, Clone)]
struct Case {
    places: Vec<&'static str>,
    cuts: [usize; 2],
    changes: [Change; 3],
    /// Of [`FIELDS`], those that the region fills.
    filled: Vec<usize>,
}

const PLACES: [&str; 6] =
    ["priorites", "calendrier", "dossier", "contacts", "documents", "nouveautes"];

fn case() -> impl Strategy<Value = Case> {
    let change = || {
        prop_oneof![
            Just(Change::Nothing),
            Just(Change::Before),
            Just(Change::After),
            Just(Change::Replaced)
        ]
    };
    let places = subsequence(PLACES.to_vec(), 0..=PLACES.len()).prop_shuffle();
    let filled = subsequence((0..FIELDS.len()).collect::<Vec<_>>(), 0..=FIELDS.len());
    let changes = [change(), change(), change()];
    (places, [0..7_usize, 0..7_usize], changes, filled)
        .prop_map(|(places, cuts, changes, filled)| Case { places, cuts, changes, filled })
}

impl Case {
    /// The project, and the words of its sections.
    fn project(&self) -> (Project, Vec<String>) {
        let project = Project::base();
        project.remove("content/amige-2022/canevas.en.md");
        project.write("regions/bretagne/documents/carte.csv", "a;b\n1;2\n");
        project.write("content/amige-2022/dossier.yaml", FORM);
        let (mut canvas, mut words) = (String::new(), Vec::new());
        let mut yaml = "statut: publie\n".to_owned();
        for rank in &self.filled {
            yaml.push_str(FIELDS[*rank].yaml);
            yaml.push('\n');
        }
        let mut sections = String::new();
        for (rank, change) in self.changes.iter().enumerate() {
            let _ = write!(canvas, "## Partie {{#partie-{rank} .libre}}\n\nNational.\n\n");
            for place in self.places_of(rank) {
                let _ = write!(canvas, "{{{{ {place} }}}}\n\n");
            }
            let name = match change {
                Change::Nothing => continue,
                Change::Before => "avant",
                Change::After => "apres",
                Change::Replaced => "remplacer",
            };
            let word = format!("section{}", ["x", "y", "z"][rank]);
            let _ = writeln!(sections, "  partie-{rank}: {{ {name}: {{ fr: {word} }} }}");
            words.push(word);
        }
        if !sections.is_empty() {
            let _ = write!(yaml, "sections:\n{sections}");
        }
        project.write("content/amige-2022/canevas.fr.md", canvas);
        project.write("regions/bretagne/amige-2022.yaml", yaml);
        (project, words)
    }

    fn places_of(&self, section: usize) -> &[&'static str] {
        let end = self.places.len();
        let mut cuts = self.cuts.map(|cut| cut.min(end));
        cuts.sort_unstable();
        let bounds = [0, cuts[0], cuts[1], end];
        &self.places[bounds[section]..bounds[section + 1]]
    }
}

const FORM: &str = "\
parties:
  - id: projet
    titre: Projet
    questions:
      - { id: nom, type: texte, libelle: Nom }
      - { id: priorites, type: priorites, libelle: Priorités }
";

fn check(case: &Case) {
    let (project, sections) = case.project();
    let request = canevas::Project { only: Slug::new("bretagne"), ..project.request(TODAY) };
    let build = pipeline::edition_over(&request, &Former::new()).expect("a project");
    let said = || project.run(["check", "--lang", "fr"]).stderr;
    assert!(!build.diagnostics.any_error(), "{}", said());
    let published = Published::of(&build);
    for word in &sections {
        published.hold(word, &[Json, Text]);
    }
    let filled: String = case.filled.iter().map(|rank| FIELDS[*rank].yaml).collect();
    for field in FIELDS.iter().filter(|field| filled.contains(field.word)) {
        published.hold(field.word, field.reaches);
    }
}

/// What stands at the head of every form, in this order.
const HEADING: &str = "Dossier de candidature en Bretagne";
const CALL: &str = "Appel d’essai";

#[test]
fn a_form_has_one_title_in_every_format() {
    let project = Project::base();
    project.write("content/amige-2022/dossier.yaml", FORM);
    project.write("regions/bretagne/amige-2022.yaml", "statut: publie\n");
    for (name, form) in forms(&project) {
        let after = form.split_once(HEADING).unwrap_or_else(|| panic!("{name}: {form}")).1;
        assert!(after.trim_start().starts_with(CALL), "{name}: {after}");
    }
}

/// What the conditions of `dossier_read/conditions.yaml` say.
const CONDITIONS: [&str; 7] = [
    "À remplir si vous avez répondu « Autre » à la question 1.1.",
    "À remplir si vous avez répondu « Société » ou « Autre » à la question 1.1.",
    "À remplir si vous avez répondu « Oui » à la question 1.3.",
    "Colonne « Port » à remplir si vous avez coché « Mer » à la question 1.5.",
    "Partie à remplir si vous avez coché la case 1.7.",
    "À lire si vous n’avez pas coché la case 1.7.",
    "À remplir si vous n’avez pas coché la case 1.7.",
];

#[test]
fn a_form_says_its_conditions_in_every_format() {
    let project = Project::base();
    let yaml = include_str!("dossier_read/conditions.yaml");
    project.write("content/amige-2022/dossier.yaml", yaml);
    project.write("regions/bretagne/amige-2022.yaml", "statut: publie\n");
    for (name, form) in forms(&project) {
        for condition in CONDITIONS {
            assert!(letters(&form).contains(&letters(condition)), "{condition} in {name}: {form}");
        }
    }
}

/// What becomes of personal data, as a region says it with the nation.
const PRIVACY: [&str; 12] = [
    "Vos données personnelles",
    "Qui en est responsable : Le ministère d’essai.",
    "À quoi elles servent : Examiner les candidatures.",
    "mission d’intérêt public",
    "Seules les réponses marquées « obligatoire » sont nécessaires",
    "Qui les reçoit : Les agents de la DREETS.",
    "5 ans après la dernière date limite, soit jusqu’au 17 janvier 2027.",
    "Vous pouvez aussi vous opposer à leur usage",
    "Écrivez à la DREETS : dpo@bretagne.example.org",
    "Délégué à la protection des données : Celui du ministère.",
    "Commission nationale de l’informatique et des libertés (CNIL) : https://www.cnil.fr/fr/plaintes",
    "Cadre réservé à l’administration",
];

#[test]
fn a_form_says_what_becomes_of_personal_data_in_every_format() {
    let project = Project::base();
    let yaml = "donnees-personnelles:
  responsable: Le ministère d'essai.
  finalites: Examiner les candidatures.
  base: interet-public
  destinataires: \"Les agents {{ service.de }}.\"
  conservation: 5 ans
  delegue: Celui du ministère.
";
    project.write("content/amige-2022/dossier.yaml", format!("{yaml}{FORM}"));
    project.write("regions/bretagne/amige-2022.yaml", "statut: publie\n");
    let region = "territoire: bretagne
service: { sigle: DREETS, nom: Direction, site: \"https://bretagne.example.org\", donnees-personnelles: dpo@bretagne.example.org }
";
    project.write("regions/bretagne/region.yaml", region);
    for (name, form) in forms(&project) {
        let mut rest = letters(&form);
        for said in PRIVACY {
            let found = rest.split_once(&letters(said)).map(|(_, rest)| rest.to_owned());
            rest = found.unwrap_or_else(|| panic!("{said} in {name}, in this order: {form}"));
        }
    }
}

/// A question of each kind that regions and nation ask, without its id and its label.
const KINDS: [&str; 15] = [
    "type: texte",
    "type: texte-long, lignes: 60, maximum: 5000",
    "type: montant",
    "type: nombre",
    "type: date",
    "type: siret",
    "type: telephone",
    "type: courriel",
    "type: choix, choix: [ { id: a, libelle: { fr: Un, en: One, ar: واحد } }, { id: b, libelle: { fr: Deux, en: Two, ar: اثنان } } ]",
    "type: choix-multiples, choix: [ { id: a, libelle: { fr: Un, en: One, ar: واحد } } ]",
    "type: oui-non",
    "type: tableau, lignes: 50, colonnes: [ { id: a, libelle: { fr: Nom, en: Name, ar: اسم } }, { id: b, type: nombre, libelle: { fr: Nombre, en: Number, ar: عدد } } ]",
    "type: engagement",
    "type: piece",
    "type: note",
];
const PARTS: usize = 6;
const QUESTIONS: usize = 120;

/// A call in three languages, one of them written from right to left, that asks for much.
fn long() -> Project {
    let project = Project::base();
    let repository = project::repository();
    let strings =
        |lang: &str| project::read(&repository.join(format!("themes/sobre/strings/{lang}.ftl")));
    for lang in ["fr", "en"] {
        let named = format!("{}\nname_ar = arabe\n", strings(lang));
        project.write(&format!("themes/sobre/strings/{lang}.ftl"), named);
    }
    project.write("themes/sobre/strings/ar.ftl", strings("en") + "\nname_ar = arabe\n");
    let settings = project::read(&project.root.join("canevas.yaml"));
    project.write("canevas.yaml", settings.replace("langues: [fr, en]", "langues: [fr, en, ar]"));
    let canvas = project::read(&project.root.join("content/amige-2022/canevas.en.md"));
    project.write("content/amige-2022/canevas.ar.md", canvas);
    let mut yaml = "parties:\n".to_owned();
    for part in 0..PARTS {
        let _ = writeln!(yaml, "  - id: partie-{part}");
        let _ = writeln!(
            yaml,
            "    titre: {{ fr: Partie {part}, en: Part {part}, ar: جزء {part} }}\n    questions:"
        );
        for rank in (0..QUESTIONS).filter(|rank| rank % PARTS == part) {
            let label =
                format!("libelle: {{ fr: Question {rank}., en: Asked {rank}., ar: سؤال {rank}. }}");
            let kind = KINDS[rank / PARTS % KINDS.len()];
            let _ = writeln!(yaml, "      - {{ id: question-{rank}, {kind}, {label} }}");
        }
    }
    project.write("content/amige-2022/dossier.yaml", yaml);
    project.write("regions/bretagne/amige-2022.yaml", "statut: publie\n");
    project
}

#[test]
fn a_long_form_asks_every_question_in_every_language_and_format() {
    let project = long();
    let request = canevas::Project { only: Slug::new("bretagne"), ..project.request(TODAY) };
    let build = pipeline::edition_over(&request, &Former::new()).expect("a project");
    assert!(!build.diagnostics.any_error(), "{}", project.run(["check", "--lang", "fr"]).stderr);
    for (lang, asked, side) in [("fr", "Question", ""), ("en", "Asked", ""), ("ar", "سؤال", "rtl")]
    {
        let page = string(&build, &format!("{lang}/bretagne/amige-2022/dossier.html"));
        let odt = part(&build, &format!("dossier-amige-2022-bretagne-{lang}.odt"), "styles.xml");
        let docx = format!("dossier-amige-2022-bretagne-{lang}.docx");
        let docx = part(&build, &docx, "word/document.xml");
        assert_eq!(page.contains("dir=\"rtl\""), side == "rtl", "{lang}");
        assert_eq!(odt.contains("\"rl-tb\""), side == "rtl", "{lang}");
        assert_eq!(docx.contains("<w:bidi/>"), side == "rtl", "{lang}");
        let odt = part(&build, &format!("dossier-amige-2022-bretagne-{lang}.odt"), "content.xml");
        for (format, form) in [("html", main_of(&page)), ("odt", odt), ("docx", docx)] {
            check_order(&format!("{lang} {format}"), &spoken(&form), asked);
        }
    }
}

/// Each question stands once as a title, after the one before.
fn check_order(name: &str, form: &str, asked: &str) {
    let mut rest = form;
    for part in 0..PARTS {
        for rank in (0..QUESTIONS).filter(|rank| rank % PARTS == part) {
            let label = format!("{asked} {rank}.");
            let found = rest.split_once(&label);
            rest = found.unwrap_or_else(|| panic!("{label} in {name}: {form}")).1;
        }
    }
}

/// Letters and digits alone: lines of a PDF file may be cut anywhere.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// What each format of the form says, in reading order.
fn forms(project: &Project) -> Vec<(&'static str, String)> {
    let request = canevas::Project { only: Slug::new("bretagne"), ..project.request(TODAY) };
    let build = pipeline::edition_over(&request, &Former::new()).expect("a project");
    let page = main_of(&string(&build, "fr/bretagne/amige-2022/dossier.html"));
    let mut forms = vec![
        ("dossier.html", spoken(&page)),
        ("odt", spoken(&part(&build, "-fr.odt", "content.xml"))),
        ("docx", spoken(&part(&build, "-fr.docx", "word/document.xml"))),
    ];
    if cfg!(feature = "pdf") {
        forms.push(("pdf", spoken(&pdf(&build, "/dossier-amige-2022-bretagne-fr.pdf"))));
    }
    forms
}

/// What is read of a file, without its markup and blanks in a row.
fn spoken(text: &str) -> String {
    let mut inside = true;
    let letters = text.chars().filter(|c| {
        let shown = inside && !matches!(c, '<' | '>');
        inside = if inside { *c != '<' } else { *c == '>' };
        shown
    });
    let mut spaced = String::new();
    for c in letters {
        if !(c.is_whitespace() && spaced.ends_with(' ')) {
            spaced.push(if c.is_whitespace() { ' ' } else { c });
        }
    }
    spaced
}

/// The words of what is made of a call.
struct Published {
    page: BTreeSet<String>,
    json: BTreeSet<String>,
    text: Option<BTreeSet<String>>,
    forms: Vec<(&'static str, BTreeSet<String>)>,
}

impl Published {
    fn of(build: &Build) -> Self {
        let html = |name: &str| main_of(&string(build, name));
        let mut forms = vec![
            ("dossier.html", words(&html("fr/bretagne/amige-2022/dossier.html"))),
            ("odt", words(&part(build, "-fr.odt", "content.xml"))),
            ("docx", words(&part(build, "-fr.docx", "word/document.xml"))),
        ];
        if cfg!(feature = "pdf") {
            forms.push(("pdf", words(&pdf(build, "/dossier-amige-2022-bretagne-fr.pdf"))));
        }
        let text = || words(&pdf(build, "/appel-amige-2022-bretagne-fr.pdf"));
        Self {
            page: words(&html("fr/bretagne/amige-2022.html")),
            json: words(&string(build, "donnees/bretagne/amige-2022.json")),
            text: cfg!(feature = "pdf").then(text),
            forms,
        }
    }

    /// Whether `word` is on the page, and in all that it reaches.
    fn hold(&self, word: &str, reached: &[Reached]) {
        // A form has a page of its own.
        if reached != [Form] {
            assert!(self.page.contains(word), "{word} on the page: {:?}", self.page);
        }
        for reached in reached {
            match reached {
                Json => assert!(self.json.contains(word), "{word} in the data"),
                Text => {
                    let text = self.text.iter();
                    text.for_each(|text| assert!(text.contains(word), "{word} in {text:?}"));
                }
                Form => {
                    for (name, form) in &self.forms {
                        assert!(form.contains(word), "{word} in the {name}: {form:?}");
                    }
                }
            }
        }
    }
}

fn bytes<'b>(build: &'b Build, name: &str) -> &'b [u8] {
    let found = build.artifacts.iter().find(|artifact| artifact.address.ends_with(name));
    &found.unwrap_or_else(|| panic!("{name} is published")).bytes
}

fn string(build: &Build, name: &str) -> String {
    String::from_utf8(bytes(build, name).to_vec()).expect("UTF-8")
}

/// What a page is about, without its head.
fn main_of(html: &str) -> String {
    html.split("<main").nth(1).expect("a page has its main part").to_owned()
}

fn part(build: &Build, name: &str, part: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(bytes(build, name))).expect("a package");
    let mut text = String::new();
    archive.by_name(part).expect("its text").read_to_string(&mut text).expect("UTF-8");
    text
}

fn pdf(build: &Build, name: &str) -> String {
    let document = lopdf::Document::load_mem(bytes(build, name)).expect("a PDF");
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    document.extract_text(&pages).expect("its text")
}

/// The runs of letters of a file, markup and all.
fn words(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

#[test]
fn a_region_that_fills_everything_is_told_everywhere() {
    check(&Case {
        places: PLACES.to_vec(),
        cuts: [2, 4],
        changes: [Change::Before, Change::After, Change::Before],
        filled: (0..FIELDS.len()).collect(),
    });
}

#[test]
fn a_region_that_replaces_every_section_is_told_everywhere() {
    check(&Case {
        places: PLACES.to_vec(),
        cuts: [2, 4],
        changes: [Change::Replaced; 3],
        filled: (0..FIELDS.len()).collect(),
    });
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn each_word_of_a_region_reaches_all_that_is_made_of_it(case in case()) {
        check(&case);
    }
}
