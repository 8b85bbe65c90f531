//! The data of grants, against the schema SCDL "subventions" 2.1.1 as its documentation writes it down
//! (<https://schema.data.gouv.fr/scdl/subventions/2.1.1/documentation.html>, read in November 2026).

mod project;

use std::path::Path;

use project::{Project, Tree, repository};

const FILE: &str = "donnees/bretagne/amige-2022-subventions.csv";

/// What the schema lets a cell hold.
enum Rule {
    /// At most so many characters.
    Text(usize),
    /// `^\d{14}$`.
    Siret,
    /// `^W\d{9}$`.
    Rna,
    /// A date, AAAA-MM-JJ.
    Date,
    /// `^[0-9]{4}\-[0-9]{2}\-[0-9]{2}(\/[0-9]{4}\-[0-9]{2}\-[0-9]{2})?$`.
    DateOrPeriod,
    OneOf(&'static [&'static str]),
    /// A decimal number, with its bounds.
    Number(f64, f64),
}

const NATURES: [&str; 4] = [
    "aide en numéraire",
    "aide en nature",
    "aide en numéraire;aide en nature",
    "aide en nature;aide en numéraire",
];

/// Each column, whether it is required, and what it holds.
const SCHEMA: [(&str, bool, Rule); 16] = [
    ("nomAttribuant", true, Rule::Text(usize::MAX)),
    ("idAttribuant", true, Rule::Siret),
    ("dateConvention", true, Rule::Date),
    ("referenceDecision", false, Rule::Text(usize::MAX)),
    ("nomBeneficiaire", true, Rule::Text(usize::MAX)),
    // Optional in the table for a grant in kind alone: then the RNA is there instead.
    ("idBeneficiaire", true, Rule::Siret),
    ("rnaBeneficiaire", false, Rule::Rna),
    ("objet", true, Rule::Text(256)),
    ("montant", true, Rule::Number(0.0, f64::MAX)),
    ("nature", true, Rule::OneOf(&NATURES)),
    ("conditionsVersement", true, Rule::Text(256)),
    ("datesPeriodeVersement", true, Rule::DateOrPeriod),
    ("idRAE", false, Rule::Text(5)),
    ("notificationUE", true, Rule::OneOf(&["oui", "non"])),
    ("pourcentageSubvention", true, Rule::Number(0.01, 1.0)),
    ("dispositifAide", false, Rule::Text(usize::MAX)),
];

impl Rule {
    fn admits(&self, cell: &str) -> bool {
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let date = |text: &str| text.len() == 10 && text.parse::<jiff::civil::Date>().is_ok();
        match self {
            Self::Text(most) => cell.chars().count() <= *most,
            Self::Siret => cell.len() == 14 && digits(cell),
            Self::Rna => cell.strip_prefix('W').is_some_and(|rna| rna.len() == 9 && digits(rna)),
            Self::Date => date(cell),
            Self::DateOrPeriod => match cell.split_once('/') {
                Some((from, to)) => date(from) && date(to) && from <= to,
                None => date(cell),
            },
            Self::OneOf(words) => words.contains(&cell),
            Self::Number(least, most) => {
                let written = cell.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
                written && cell.parse::<f64>().is_ok_and(|n| (*least..=*most).contains(&n))
            }
        }
    }
}

/// The site of a case of `tests/sites`, with one file written otherwise.
fn built(case: &str, otherwise: Option<(&str, &str)>) -> Tree {
    let project = Project::base();
    project.lay(&repository().join("tests/sites").join(case));
    if let Some((path, text)) = otherwise {
        project.write(path, text);
    }
    project.build()
}

fn rows(site: &Tree) -> Vec<Vec<String>> {
    let bytes = site.get(Path::new(FILE)).expect("the data are published");
    let reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&bytes[..]);
    let rows = reader.into_records().map(|row| row.expect("as many cells as columns"));
    rows.map(|row| row.iter().map(str::to_owned).collect()).collect()
}

#[test]
fn every_cell_is_as_the_schema_asks() {
    let rows = rows(&built("resultats-publies", None));
    let columns: Vec<&str> = SCHEMA.iter().map(|(name, ..)| *name).collect();
    assert_eq!(rows[0], columns);
    assert!(rows.len() > 1, "no grant");
    for row in &rows[1..] {
        for ((name, required, rule), cell) in SCHEMA.iter().zip(row) {
            assert!(!(*required && cell.is_empty()), "{name} is required: {row:?}");
            assert!(cell.is_empty() || rule.admits(cell), "{name}: {cell:?}");
        }
    }
}

#[test]
fn only_signed_agreements_are_there_with_exact_values() {
    let site = built("resultats-publies", None);
    let giver = "Direction d’essai de Bretagne";
    let object = "Créer un «\u{a0}groupement\u{a0}», avec deux communes";
    let expected = [
        format!(
            "{giver};00090000900002;2021-06-01;2021-06-17;Ôdyssée, groupement d'essai;00020000200004;;{object};12500.5;aide en numéraire;unique;2021-06-15;;oui;1.00;essai-2021"
        ),
        format!(
            "{giver};00090000900002;2021-06-02;;Emplois d'essai;00010000100007;;Développer un groupement;45000;aide en numéraire;échelonné;2021-07-01/2021-12-31;;oui;1.00;essai-2021"
        ),
    ];
    let found: Vec<String> = rows(&site)[1..].iter().map(|row| row.join(";")).collect();
    assert_eq!(found, expected);
    let text = std::str::from_utf8(&site[Path::new(FILE)]).expect("UTF-8");
    assert!(text.starts_with("nomAttribuant,"), "a mark before the header");
    assert_eq!(text.matches("\r\n").count(), 3, "lines end with CRLF (RFC 4180)");
}

/// The case, with one of the files that the data need written otherwise, publishes none and links to none.
fn check_none(case: &str, otherwise: Option<(&str, &str)>) {
    let site = built(case, otherwise);
    assert!(!site.contains_key(Path::new(FILE)), "{case}");
    for (path, bytes) in &site {
        let linked = String::from_utf8_lossy(bytes).contains("-subventions.csv");
        assert!(!linked, "{case}: {} links to the data", path.display());
    }
}

#[test]
fn data_that_would_be_incomplete_or_early_are_not_published() {
    let adaptation = "regions/bretagne/amige-2022.yaml";
    let region = repository().join("tests/base/regions/bretagne/region.yaml");
    let case = repository().join("tests/sites/resultats-publies").join(adaptation);
    let draft = project::read(&case).replace("statut: publie", "statut: brouillon");
    check_none("resultats-a-venir", None);
    check_none("resultats-aucun-projet", None);
    check_none("subventions-non-publiees", None);
    check_none(
        "resultats-publies",
        Some(("regions/bretagne/region.yaml", &project::read(&region))),
    );
    check_none("resultats-publies", Some((adaptation, &draft)));
}
