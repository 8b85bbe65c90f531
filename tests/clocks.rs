//! The same instant on every clock: what the pages say of deadlines and meetings, wherever the territory and the machine are.

mod page;
mod project;

use canevas::diagnostic::Code;
use canevas::pipeline;
use jiff::civil::{Date, Time, date, time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Zoned};
use page::{main_of, plain, texts, words};
use project::{Project, said, tree};
use proptest::prelude::*;
use proptest::sample::select;

const ZONES: [&str; 9] = [
    "Europe/Paris",
    "America/Guadeloupe",
    "America/Cayenne",
    "America/Miquelon",
    "Indian/Reunion",
    "Indian/Mayotte",
    "Pacific/Noumea",
    "Pacific/Tahiti",
    "Pacific/Wallis",
];

/// A project with one more region, whose territory is declared by hand in `zone`.
fn project(zone: &str, calendar: &str) -> Project {
    let project = Project::base();
    add_region(&project, zone, calendar);
    project
}

fn add_region(project: &Project, zone: &str, calendar: &str) {
    let region = format!(
        "territoire: {{ code: \"99\", nom: Là-bas, le: Là-bas, de: de Là-bas, dans: à Là-bas, \
         fuseau: {zone}, departements: [ {{ code: \"99\", nom: Là-bas }} ] }}\n\
         service: {{ sigle: DEETS, nom: \"Direction d'essai\", site: https://la.example.org }}\n"
    );
    project.write("regions/la-bas/region.yaml", region);
    project.write("regions/la-bas/amige-2022.yaml", format!("statut: publie\n{calendar}"));
}

/// The head of the region's page in each language, with plain spaces, at `now`.
fn heads(project: &Project, now: Timestamp) -> [String; 2] {
    let request = canevas::Project { now, ..project.request("2026-12-20") };
    let build = pipeline::build(&request).expect("a project");
    // These dates are the region's own from the first day: there is nothing to announce.
    let mut found = build.diagnostics.clone().sorted();
    found.retain(|diagnostic| diagnostic.code != Code::UntoldDeadline);
    assert_eq!(found, []);
    let pages = texts(&build);
    ["fr", "en"].map(|lang| {
        let html = main_of(pages[&*format!("{lang}/la-bas/amige-2022.html")]);
        let head = html.split("</header>").next().expect("a head");
        let iso = head.split("datetime=\"").nth(1).and_then(|rest| rest.split('"').next());
        format!("{} {}", iso.expect("a moment"), plain(head))
    })
}

#[test]
fn new_years_eve_at_one_minute_to_midnight() {
    let reunion = [
        "heure de là-bas soit jeudi 31 décembre 2026 à 20 h 59, heure de paris",
        "là-bas time that is, thursday, 31 december 2026 at 20:59, paris time",
    ];
    let noumea = [
        "heure de là-bas soit jeudi 31 décembre 2026 à 13 h 59, heure de paris",
        "là-bas time that is, thursday, 31 december 2026 at 13:59, paris time",
    ];
    let guadeloupe = [
        "heure de là-bas soit vendredi 1er janvier 2027 à 4 h 59, heure de paris",
        "là-bas time that is, friday, 1 january 2027 at 04:59, paris time",
    ];
    let guyane = [
        "heure de là-bas soit vendredi 1er janvier 2027 à 3 h 59, heure de paris",
        "là-bas time that is, friday, 1 january 2027 at 03:59, paris time",
    ];
    check_eve("Indian/Reunion", "+04:00", reunion);
    check_eve("Pacific/Noumea", "+11:00", noumea);
    check_eve("America/Guadeloupe", "-04:00", guadeloupe);
    check_eve("America/Cayenne", "-03:00", guyane);
    check_eve("Europe/Paris", "+01:00", ["heure de paris fermé", "paris time closed"]);
}

/// With and without hour, the last minute of the year is the last of the call.
fn check_eve(zone: &str, offset: &str, clocks: [&str; 2]) {
    let iso = format!("2026-12-31T23:59:00{offset}");
    let now: Timestamp = iso.parse().expect("an instant");
    let days = ["jeudi 31 décembre 2026 23 h 59,", "thursday, 31 december 2026 23:59,"];
    for hour in [", heure: \"23:59\"", ""] {
        let calendar = format!("calendrier: {{ depot: {{ date: 2026-12-31{hour} }} }}\n");
        let project = project(zone, &calendar);
        let open = heads(&project, now);
        for (head, (day, clocks)) in open.iter().zip(days.iter().zip(clocks)) {
            assert!(head.starts_with(&iso), "{zone}{hour}: {head}");
            assert!(head.contains(&format!("{day} {clocks}")), "{zone}{hour}: {head}");
        }
        assert!(open[0].contains("dernier jour"), "{zone}{hour}: {}", open[0]);
        let closed = &heads(&project, now + 1.minute())[0];
        assert!(closed.contains("fermé date passée"), "{zone}{hour}: {closed}");
    }
}

#[test]
fn the_first_of_a_month_and_the_hours_are_typeset() {
    let project =
        project("Europe/Paris", "calendrier: { depot: { date: 2027-01-01, heure: \"18:30\" } }\n");
    let build = pipeline::build(&project.request("2026-12-20")).expect("a project");
    let text = words(texts(&build)["fr/la-bas/amige-2022.html"]);
    for said in ["vendredi 1er janvier 2027", "18\u{a0}h\u{a0}30, heure de Paris"] {
        assert!(text.contains(said), "{said}");
    }
}

#[test]
fn the_zone_of_the_machine_never_matters() {
    let project = project("Pacific/Noumea", "calendrier: { depot: { date: 2026-12-31 } }\n");
    let webinar = "{ genre: information, date: 2026-12-31, heure: \"23:30\", heure_fin: \"23:45\", horloge: paris, libelle: Réunion }";
    let other = format!("statut: publie\ncalendrier: {{ webinaire: {webinar} }}\n");
    project.write("regions/la-reunion/amige-2022.yaml", other);
    // Both year ends: a machine that read its own calendar would be a day off, or a year.
    for now in ["2026-12-31T13:30:00Z", "2026-12-31T22:59:59Z"] {
        let build = |zone: &str| {
            let mut command = project.canevas();
            let run = said(command.args(["build", "--date", now]).env("TZ", zone));
            assert_eq!(run.status, Some(0), "{}", run.stderr);
            tree(&project.root.join("public"))
        };
        let expected = build("UTC");
        let zones = ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kolkata", "nonsense", ""];
        for zone in ZONES.into_iter().chain(zones) {
            assert_eq!(build(zone), expected, "TZ={zone}");
        }
    }
}

/// A call whose text quotes a deadline and a meeting that regions may move.
fn quoting() -> Project {
    let project = Project::base();
    let call = project::read(&project.root.join("content/amige-2022/appel.yaml"));
    let meeting = "  - { id: reunion, genre: information, date: 2021-12-10, adaptation: libre, libelle: Réunion }\n";
    project.write("content/amige-2022/appel.yaml", call + meeting);
    for lang in ["fr", "en"] {
        let path = format!("content/amige-2022/canevas.{lang}.md");
        let canvas = project::read(&project.root.join(&path));
        let quotes =
            "\n\nDépôt= {{ etape.depot.echeance }} =\n\nRéunion= {{ etape.reunion.echeance }} =\n";
        project.write(&path, canvas + quotes);
    }
    project
}

/// What follows `name=` on the page.
fn quoted(text: &str, name: &str) -> String {
    let rest = text.split(&format!("{name}= ")).nth(1).expect("the text quotes it");
    rest.split(" =").next().expect("and ends").replace(['\u{a0}', '\u{202f}'], " ")
}

const DAYS: [[&str; 2]; 7] = [
    ["lundi", "Monday"],
    ["mardi", "Tuesday"],
    ["mercredi", "Wednesday"],
    ["jeudi", "Thursday"],
    ["vendredi", "Friday"],
    ["samedi", "Saturday"],
    ["dimanche", "Sunday"],
];

const MONTHS: [[&str; 2]; 12] = [
    ["janvier", "January"],
    ["février", "February"],
    ["mars", "March"],
    ["avril", "April"],
    ["mai", "May"],
    ["juin", "June"],
    ["juillet", "July"],
    ["août", "August"],
    ["septembre", "September"],
    ["octobre", "October"],
    ["novembre", "November"],
    ["décembre", "December"],
];

/// "lundi 17 janvier 2022", "Monday, 17 January 2022".
fn day(french: bool, date: Date) -> String {
    let lang = usize::from(!french);
    let weekday = DAYS[usize::from(date.weekday().to_monday_zero_offset().unsigned_abs())][lang];
    let month = MONTHS[usize::from(date.month().unsigned_abs()) - 1][lang];
    match (french, date.day()) {
        (true, 1) => format!("{weekday} 1er {month} {}", date.year()),
        (true, n) => format!("{weekday} {n} {month} {}", date.year()),
        (false, n) => format!("{weekday}, {n} {month} {}", date.year()),
    }
}

/// "9 h 05", "09:05".
fn hour(french: bool, time: Time) -> String {
    match (french, time.minute()) {
        (true, 0) => format!("{} h", time.hour()),
        (true, minute) => format!("{} h {minute:02}", time.hour()),
        (false, minute) => format!("{:02}:{minute:02}", time.hour()),
    }
}

/// From one instant to another on the clocks of one place.
fn on_one_clock(french: bool, start: &Zoned, end: Option<&Zoned>, place: &str) -> String {
    let said = |moment: &Zoned| (day(french, moment.date()), hour(french, moment.time()));
    let (date, time) = said(start);
    let later = end.filter(|end| end.date() != start.date()).map(said);
    let end = end.map(|end| hour(french, end.time()));
    match (french, end, later) {
        (true, None, _) => format!("{date} à {time}, heure de {place}"),
        (true, Some(_), Some((last, end))) => {
            format!("{date} à {time}, jusqu’au {last} à {end}, heure de {place}")
        }
        (true, Some(end), None) => format!("{date} de {time} à {end}, heure de {place}"),
        (false, None, _) => format!("{date} at {time}, {place} time"),
        (false, Some(_), Some((last, end))) => {
            format!("{date} at {time}, until {last} at {end}, {place} time")
        }
        (false, Some(end), None) => format!("{date}, {time} to {end}, {place} time"),
    }
}

/// The sentence that both clocks make, from instants alone.
fn sentence(french: bool, zone: &str, start: &Zoned, end: Option<&Zoned>) -> String {
    let at = |zone: &str| TimeZone::get(zone).expect("a zone");
    let read = |zone: &str, place: &str| {
        let start = start.with_time_zone(at(zone));
        let end = end.map(|end| end.with_time_zone(at(zone)));
        let words = on_one_clock(french, &start, end.as_ref(), place);
        let times = (start.datetime(), end.map(|end| end.datetime()));
        (words, times)
    };
    let ((there, one), (paris, other)) = (read(zone, "Là-bas"), read("Europe/Paris", "Paris"));
    if one == other { paris } else { format!("{there} ({paris})") }
}

proptest! {
    // Each case builds a whole site.
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..Default::default() })]

    #[test]
    fn both_clocks_show_the_same_instant(
        zone in select(ZONES.to_vec()),
        clock in select(vec!["locale", "paris"]),
        (year, n) in (2020..=2040_i16, 0..365_i64),
        (minutes, lasts) in (1..1200_i64, 1..1500_i64),
    ) {
        let own = TimeZone::get(if clock == "paris" { "Europe/Paris" } else { zone }).expect("a zone");
        let start = date(year, 1, 1) + n.days();
        let start = start.to_datetime(time(0, 0, 0, 0)) + minutes.minutes();
        let end = start + lasts.minutes();
        let zoned = |moment: jiff::civil::DateTime| moment.to_zoned(own.clone()).expect("a moment");
        // Neither hour is one that the clocks skip: the dates are compared as they were typed.
        prop_assume!(zoned(start).datetime() == start && zoned(end).datetime() == end);
        let calendar = format!(
            "calendrier:\n  depot: {{ date: {}, heure: \"{}\", horloge: {clock} }}\n  \
             reunion: {{ date: {}, heure: \"{}\", date_fin: {}, heure_fin: \"{}\", horloge: {clock} }}\n",
            start.date(), start.strftime("%H:%M"), start.date(), start.strftime("%H:%M"),
            end.date(), end.strftime("%H:%M"),
        );
        let project = quoting();
        add_region(&project, zone, &calendar);
        let build = pipeline::build(&project.request("2026-12-20")).expect("a project");
        let pages = texts(&build);
        for (lang, french) in [("fr", true), ("en", false)] {
            let text = words(pages[&*format!("{lang}/la-bas/amige-2022.html")]);
            let (start, end) = (zoned(start), zoned(end));
            prop_assert_eq!(quoted(&text, "Dépôt"), sentence(french, zone, &start, None));
            prop_assert_eq!(quoted(&text, "Réunion"), sentence(french, zone, &start, Some(&end)));
        }
    }
}
