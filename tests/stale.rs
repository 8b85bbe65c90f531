//! One line of cron replaces a content management system: the site is built again only when it must be.

mod project;

use std::fs;
use std::path::PathBuf;

use project::{Project, Said, Tree, read, said, tree};

const NOON: &str = "2021-12-20T11:00:00Z";
/// In La Réunion the day ends three hours before that of Paris.
const EVENING: &str = "2021-12-20T20:00:00Z";
const ADAPTATION: &str = "regions/bretagne/amige-2022.yaml";

fn public(project: &Project) -> PathBuf {
    project.root.join("public")
}

/// `build --if-stale` at an instant.
fn build(project: &Project, date: &str, more: &[&str]) -> Said {
    let args = ["build", "--if-stale", "--date", date].into_iter().chain(more.iter().copied());
    said(project.canevas().args(args))
}

/// Whether the site was built, and that it says which.
fn is_built(project: &Project, date: &str, more: &[&str]) -> bool {
    let said = build(project, date, more);
    assert_eq!(said.status, Some(0), "{}", said.stderr);
    let kept = said.stdout.starts_with("Rien n'a changé et rien n'est devenu faux");
    assert_eq!(said.stdout.lines().count(), if kept { 1 } else { 2 }, "{}", said.stdout);
    assert!(kept || said.stdout.contains("fichiers publiés"), "{}", said.stdout);
    !kept
}

fn built(project: &Project) -> Tree {
    assert!(is_built(project, NOON, &[]), "there was no site");
    tree(&public(project))
}

#[test]
fn what_is_still_true_is_left_alone() {
    let project = Project::base();
    let site = built(&project);
    let dates = || {
        let files = site.keys().map(|path| public(&project).join(path).metadata());
        let dates = files.map(|file| file.and_then(|file| file.modified()).expect("a date"));
        dates.collect::<Vec<_>>()
    };
    let before = dates();
    let said = build(&project, "2021-12-20T19:59:59Z", &[]);
    let expected = "Rien n'a changé et rien n'est devenu faux : rien à refaire avant le 2021-12-20 à 21:00, \
                    heure de Paris.\n";
    assert_eq!((said.status, said.stdout.as_str()), (Some(0), expected), "{}", said.stderr);
    assert_eq!(tree(&public(&project)), site);
    assert_eq!(dates(), before);
}

#[test]
fn what_has_become_false_is_built_again() {
    let project = Project::base();
    let site = built(&project);
    assert!(is_built(&project, EVENING, &[]));
    let after = tree(&public(&project));
    let changed: Vec<_> = after.keys().filter(|path| after[*path] != site[*path]).collect();
    let expected = [
        ".canevas",
        "en/la-reunion/amige-2022.html",
        "en/la-reunion.html",
        "fr/la-reunion/amige-2022.html",
        "fr/la-reunion.html",
    ];
    assert!(changed.iter().map(|path| path.to_str()).eq(expected.map(Some)), "{changed:?}");
    assert!(!is_built(&project, EVENING, &[]));
    let cold = Project::base();
    assert!(is_built(&cold, EVENING, &[]));
    assert_eq!(tree(&public(&cold)), after);
}

#[test]
fn what_was_made_from_something_else_is_built_again() {
    let project = Project::base();
    built(&project);
    // One region alone has a folder of its own.
    let choices: [&[&str]; 2] = [
        &["--base-url", "https://example.org/"],
        &["--region", "bretagne", "--output", "bretagne"],
    ];
    for more in choices {
        assert!(is_built(&project, NOON, more), "{more:?}");
        assert!(!is_built(&project, NOON, more), "{more:?}");
    }
    project.write("content/pages/cookies.fr.md", "# Cookies\n\nUn autre texte.\n");
    assert!(is_built(&project, NOON, &[]));
    project.write("regions/bretagne/documents/carte.csv", "a;b\n");
    assert!(is_built(&project, NOON, &[]));
    assert!(!is_built(&project, NOON, &[]));
}

#[test]
fn a_site_that_does_not_say_what_it_was_made_from_is_built_again() {
    let project = Project::base();
    built(&project);
    let mark = public(&project).join(".canevas");
    let text = read(&mark);
    for spoilt in [
        text.lines().next().unwrap_or_default().to_owned(),
        String::new(),
        text.replace("2021", "hier"),
        text.replace("sources: ", "sources: 0"),
    ] {
        fs::write(&mark, spoilt).expect("our own file");
        assert!(is_built(&project, NOON, &[]));
        assert_eq!(read(&mark), text);
    }
    // Built for a day to come, it does not tell what is true today.
    assert!(is_built(&project, "2021-12-19", &[]));
}

#[test]
fn a_mistake_is_said_and_the_site_is_left_alone() {
    let project = Project::base();
    let site = built(&project);
    project.write(ADAPTATION, "statut: publie\ncouriel: a@example.org\n");
    let said = build(&project, NOON, &[]);
    assert_eq!(said.status, Some(1), "{}", said.stderr);
    assert!(said.stderr.contains("cle-inconnue"), "{}", said.stderr);
    assert_eq!(tree(&public(&project)), site);
}

#[test]
fn when_nothing_will_change_no_day_is_given() {
    let project = Project::base();
    assert!(is_built(&project, "2030-01-01", &[]));
    let said = build(&project, "2050-01-01", &[]);
    assert_eq!(said.stdout, "Rien n'a changé et rien n'est devenu faux : rien à refaire.\n");
    let next = said_next(&project, "2030-01-01");
    assert_eq!(next.status, Some(0), "{}", next.stderr);
    assert!(next.stdout.contains("elles restent vraies"), "{}", next.stdout);
}

fn said_next(project: &Project, date: &str) -> Said {
    said(project.canevas().args(["next", "--date", date]))
}

#[test]
fn the_next_instant_is_said_with_its_pages_and_clocks() {
    let project = Project::base();
    let expected = "Les pages publiées restent vraies jusqu'au 2021-12-20 à 21:00, heure de Paris.
Heure locale : 2021-12-21 à 00:00 (La Réunion).

« Il reste 28 jours » change (4 pages) :
  fr/la-reunion.html
  en/la-reunion.html
  fr/la-reunion/amige-2022.html
  en/la-reunion/amige-2022.html
";
    assert_eq!(said_next(&project, NOON).stdout, expected);
}

#[test]
fn a_site_that_cannot_be_published_has_no_next_instant() {
    let project = Project::base();
    project.write(ADAPTATION, "statut: publie\ncouriel: a@example.org\n");
    let said = said_next(&project, NOON);
    assert_eq!((said.status, said.stdout.as_str()), (Some(1), ""));
    assert!(said.stderr.contains("cle-inconnue"), "{}", said.stderr);
}
