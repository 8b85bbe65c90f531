//! A reminder of what must be destroyed.

use std::fs;

use super::answered::filled;
use crate::project::{Project, repository};

const PRIVACY: &str = r#"
donnees-personnelles:
  responsable: { fr: "Le service.", en: "The service." }
  finalites: { fr: "Examiner les dossiers.", en: "Examining dossiers." }
  base: interet-public
  destinataires: { fr: "Les agents.", en: "The officers." }
  conservation: 2023-06-30
  delegue: { fr: "dpo@example.org", en: "dpo@example.org" }
"#;

#[test]
fn what_is_kept_too_long_is_told_with_its_day() {
    let project = Project::base();
    let yaml = fs::read_to_string(repository().join("tests/dossier_read/dossier.yaml"));
    let yaml = yaml.expect("readable");
    project.write("content/amige-2022/dossier.yaml", format!("{}{yaml}", PRIVACY.trim_start()));
    project.write("recus/a.odt", filled(2, &[("organisme", "A")]));
    let read = |date: &str| {
        let asked = ["dossier", "read", "recus", "--quiet", "--date", date];
        let said = project.canevas().args(asked).output().expect("it runs");
        assert_eq!(said.status.code(), Some(0));
        String::from_utf8(said.stderr).expect("UTF-8")
    };
    assert!(!read("2023-06-30").contains("À détruire"));
    let told = read("2023-07-01");
    let sentence = "À détruire : un fichier de l'appel « amige-2022 » (bretagne). Leurs données ne \
                    se gardaient que jusqu'au 30/06/2023";
    assert!(told.contains(sentence), "{told}");
}
