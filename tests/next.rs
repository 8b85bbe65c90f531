//! Pages know when they stop being true: nothing changes before, nothing else changes then.

mod page;
mod project;

use std::collections::{BTreeMap, BTreeSet};

use canevas::Project as Request;
use canevas::pipeline::{self, Memo, Prepared};
use jiff::{SignedDuration, Timestamp};
use page::texts;
use project::{Project, read, said};

/// Random instants, the same at each run (splitmix64).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn between(&mut self, from: Timestamp, to: Timestamp) -> Timestamp {
        let span = to.duration_since(from).as_nanos();
        let part = i128::from(self.next()).rem_euclid(span);
        from + SignedDuration::from_nanos_i128(part)
    }
}

/// A site that is looked at from many instants.
struct Site {
    request: Request,
    memo: Memo,
    random: Random,
}

impl Site {
    fn new(project: &Project) -> Self {
        let request = project.request(project::TODAY);
        Self { request, memo: Memo::default(), random: Random(1) }
    }

    fn at(&mut self, now: Timestamp) -> Prepared {
        self.request.now = now;
        pipeline::prepare(&self.request, &mut self.memo).expect("a project")
    }

    /// Looks around one instant. Returns the next one at which the site changes.
    fn check(&mut self, now: Timestamp) -> Option<Timestamp> {
        let site = self.at(now);
        let expiry = site.expires();
        let expiry = expiry.map(|(at, named)| (at, named.into_iter().map(str::to_owned)));
        let expiry = expiry.map(|(at, named)| (at, named.collect::<BTreeSet<String>>()));
        let before = files(site);
        let Some((at, named)) = expiry else {
            let ever = instant("2100-01-01T00:00:00Z");
            assert_eq!(differences(&before, &files(self.at(ever))), none(), "never, from {now}");
            return None;
        };
        assert!(at > now);
        for earlier in [self.random.between(now, at), at - SignedDuration::from_nanos(1)] {
            let changed = differences(&before, &files(self.at(earlier)));
            assert_eq!(changed, none(), "at {earlier}, from {now}, before {at}");
        }
        let mut changed = differences(&before, &files(self.at(at)));
        // Files for machines are not named, but the pages that lead to them.
        changed.retain(|address| address.rsplit('.').next() == Some("html"));
        assert_eq!(changed, named, "at {at}, from {now}");
        Some(at)
    }

    fn check_all(&mut self, instants: usize) {
        let [from, to] = ["2021-11-01T00:00:00Z", "2023-02-01T00:00:00Z"].map(instant);
        for _ in 0..instants {
            let now = self.random.between(from, to);
            self.check(now);
        }
    }
}

fn instant(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

fn none() -> BTreeSet<String> {
    BTreeSet::new()
}

/// Every file, without the sentences that say the day it was made.
fn files(site: Prepared) -> BTreeMap<String, String> {
    let build = site.render();
    assert!(!build.diagnostics.any_error(), "{:?}", build.diagnostics);
    texts(&build).into_iter().map(|(address, html)| (address.to_owned(), timeless(html))).collect()
}

fn timeless(html: &str) -> String {
    // A fragment has no classes.
    let dates =
        ["as-of\">", ">Statut établi le ", ">Status as of ", ">Version du ", ">Version of "];
    let undated = |line: &&str| !dates.iter().any(|date| line.contains(date));
    html.lines().filter(undated).collect::<Vec<_>>().join("\n")
}

fn differences(a: &BTreeMap<String, String>, b: &BTreeMap<String, String>) -> BTreeSet<String> {
    a.keys().chain(b.keys()).filter(|address| a.get(*address) != b.get(*address)).cloned().collect()
}

/// Two clocks, every kind of step, and everything else that time changes.
fn full() -> Project {
    let project = Project::base();
    let settings = read(&project.root.join("canevas.yaml"));
    let audit = "accessibilite: { audit: { date: 2022-01-04, taux: 75, auditeur: Essai } }\n";
    project.write("canevas.yaml", format!("{settings}{audit}integration: {{}}\n"));
    let page =
        "# Accessibilité\n\nÉtat : {{ accessibilite.etat }}. {{ accessibilite.resultats }}\n";
    project.write("content/pages/accessibilite.fr.md", page);
    let person = |day: &str| {
        format!(
            "  - {{ role: Accueil, nom: Prénom Nom, courriel: prenom.nom@example.org, \
             consentement: 2021-12-01, expire: {day} }}\n"
        )
    };
    let region = "regions/bretagne/region.yaml";
    let contacts = read(&project.root.join(region));
    let contacts = contacts.replace("service: {", "service: { siret: \"000 900 009 00002\",");
    project.write(region, format!("{contacts}{}", person("2022-01-09")));
    let call = "content/amige-2022/appel.yaml";
    let data = "subventions: { de_minimis: false }\n";
    project.write(call, format!("{}{data}", read(&project.root.join(call))));
    project.write("regions/bretagne/amige-2022.yaml", BRETAGNE);
    let contacts = format!("contacts:\n{}", person("2022-01-06"));
    project.write("regions/la-reunion/amige-2022.yaml", format!("{LA_REUNION}{contacts}"));
    project
}

const BRETAGNE: &str = r#"statut: publie
calendrier:
  depot: { date: 2022-01-07, heure: "18:00", horloge: locale }
  intention: { genre: intention, date: 2022-01-05, libelle: "Lettre" }
  vague-2: { genre: cloture, date: 2022-01-11, libelle: "Seconde vague" }
  vague-3: { genre: cloture, date: 2022-01-12, libelle: "Rattrapage", annule: 2022-01-10 }
  reunion: { genre: information, date: 2022-01-05, heure: "10:00", libelle: "Réunion" }
  salon: { genre: information, date: 2022-01-06, libelle: "Salon", annule: 2021-12-30 }
  visite: { genre: information, date: 2022-01-13, libelle: "Visite", annule: 2022-01-09 }
  comite: { genre: comite, date: 2022-01-13, libelle: "Comité" }
  reponse: { genre: notification, date: 2022-01-14, libelle: "Réponse" }
  fin: { genre: fin, date: 2022-01-20, libelle: "Fin" }
nouveautes:
  - { date: 2022-01-03, texte: "Une réunion est ajoutée." }
  - { date: 2022-01-04, etape: intention, avant: 2022-01-04, texte: "Un jour de plus." }
  - { date: 2022-01-12, texte: "Les dossiers sont examinés." }
resultats:
  - organisation: Essai
    siret: "000 100 001 00007"
    montant: 45000
    objet: "Un essai."
    convention: { date: 2022-01-18, versement: 2022-01-19 }
"#;

const LA_REUNION: &str = r#"statut: publie
calendrier:
  depot: { date: 2022-01-10, heure: "23:59", horloge: paris }
nouveautes: [ { date: 2022-01-08, texte: "L'heure est celle de Paris." } ]
"#;

#[test]
fn the_shipped_site_changes_at_the_instants_it_says() {
    Site::new(&Project::shipped()).check_all(10);
}

#[test]
fn a_site_changes_at_the_instants_it_says() {
    Site::new(&full()).check_all(100);
}

/// Two waves, dates that are not known to the day, no deadline, and closings by hand.
fn lives() -> Project {
    let project = Project::base();
    let call = "content/amige-2022/appel.yaml";
    let text = read(&project.root.join(call));
    project.write(call, format!("{text}ferme_bientot: {{ jours: 12, adaptation: libre }}\n"));
    let waves = "statut: publie\nferme_bientot: 4\ncalendrier:\n  \
        reouverture: { genre: ouverture, date: 2022-03-01, heure: \"09:00\", libelle: Réouverture }\n  \
        vague-2: { genre: cloture, date: 2022-04-15, heure: \"12:00\", libelle: Seconde vague }\n  \
        vague-3: { genre: ouverture, date: 2022-T2, libelle: Troisième vague }\n  \
        vague-3-close: { genre: cloture, date: 2022-09, libelle: Fin de la troisième }\n  \
        comite: { genre: comite, a-preciser: true, libelle: Comité }\n";
    project.write("regions/bretagne/amige-2022.yaml", waves);
    let closed = "statut: publie\nclos_le: { date: 2022-01-04, raison: Crédits épuisés }\n";
    project.write("regions/la-reunion/amige-2022.yaml", closed);
    project
}

#[test]
fn every_life_of_a_call_changes_at_the_instants_it_says() {
    let project = lives();
    let mut site = Site::new(&project);
    site.check_all(20);
    let mut now = instant("2022-01-02T12:00:00Z");
    while let Some(at) = site.check(now).filter(|at| *at < instant("2022-01-06T00:00:00Z")) {
        now = at;
    }
}

#[test]
fn from_instant_to_instant_everything_that_time_changes_is_met() {
    let project = full();
    let mut site = Site::new(&project);
    let (mut now, mut met) = (instant("2022-01-01T12:00:00Z"), BTreeSet::new());
    while let Some(at) = site.check(now).filter(|at| *at < instant("2026-01-01T00:00:00Z")) {
        let date = now.to_string();
        let said = said(project.canevas().args(["next", "--format", "json", "--date", &date]));
        let codes = said.stdout.split("\"code\":\"").skip(1);
        met.extend(codes.filter_map(|rest| rest.split('"').next()).map(str::to_owned));
        now = at;
    }
    let all = [
        "annulation",
        "audit-expire",
        "audit-valable",
        "contact",
        "etape",
        "jours-restants",
        "nouveaute",
        "resultats",
        "statut",
        "subvention",
    ];
    assert!(met.iter().eq(all), "{met:?}");
}
