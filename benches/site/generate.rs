//! A project of any number of regions, every one adapted: priorities, dates, contacts and added text.

use std::fmt::Write;
use std::fs;
use std::io;
use std::path::Path;

/// One of the files of any project made here.
pub const AN_ADAPTATION: &str = "regions/region-0000/amige-2022.yaml";

/// Writes the project into `folder`, with this repository's national call and pages.
pub fn project(folder: &Path, regions: usize) -> io::Result<()> {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::create_dir_all(folder)?;
    fs::copy(repository.join("canevas.yaml"), folder.join("canevas.yaml"))?;
    copy(&repository.join("content"), &folder.join("content"))?;
    for number in 0..regions {
        let region = folder.join(format!("regions/region-{number:04}"));
        fs::create_dir_all(&region)?;
        fs::write(region.join("region.yaml"), region_yaml(number))?;
        fs::write(region.join("amige-2022.yaml"), adaptation_yaml(number))?;
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

const ZONES: [&str; 4] =
    ["Europe/Paris", "Indian/Reunion", "America/Guadeloupe", "America/Miquelon"];

fn region_yaml(number: usize) -> String {
    let zone = ZONES[number % ZONES.len()];
    format!(
        "territoire:\n  code: \"R{number}\"\n  nom: Région {number}\n  le: la région {number}\n  \
         de: de la région {number}\n  dans: dans la région {number}\n  fuseau: {zone}\n  \
         departements: [ {{ code: \"D{number}\", nom: Département {number} }} ]\n\
         service:\n  sigle: DREETS\n  nom: {{ fr: \"Direction de la région {number}\", en: \"Directorate {number}\" }}\n  \
         site: https://region-{number}.example.org\nlangues: [fr, en]\n"
    )
}

fn adaptation_yaml(number: usize) -> String {
    let mut yaml = String::from("statut: publie\npriorites:\n");
    for rank in 1..=3 {
        let _ = write!(
            yaml,
            "  - id: priorite-{rank}\n    titre: {{ fr: \"Priorité {rank} de la région {number}\", \
             en: \"Priority {rank} of region {number}\" }}\n    texte:\n      fr: |\n        Un texte **court**, \
             avec un [lien](#criteres) et une liste :\n\n        - un point ;\n        - un autre.\n      \
             en: |\n        A short **text**.\n    departements: [\"D{number}\"]\n    secteurs: [HCR]\n"
        );
    }
    let day = 10 + number % 18;
    let _ = write!(
        yaml,
        "calendrier:\n  depot: {{ date: 2022-01-{day}, heure: \"12:00\" }}\n  \
         webinaire: {{ genre: information, date: 2021-12-16, libelle: {{ fr: \"Webinaire\", en: \"Webinar\" }} }}\n\
         parametres: {{ plafond_aide: {} }}\nsections:\n  contexte:\n    apres:\n      fr: |\n        Dans la région {number}, \
         les besoins à temps partiel se complètent d'une saison à l'autre.\n\
         contacts:\n  - {{ role: {{ fr: \"Service instructeur\", en: \"Examining service\" }}, courriel: appel-{number}@example.org }}\n",
        40_000 + number
    );
    yaml
}
