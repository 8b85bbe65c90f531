//! Calendars and feeds: what subscribers rely on from one build to the next.

mod page;
mod project;

use std::collections::{BTreeMap, BTreeSet};

use canevas::pipeline::{self, Build};
use page::{tags, texts};
use project::{Project, TODAY};
use quick_xml::Reader;
use quick_xml::events::Event;

const REGION: &str = "regions/bretagne/amige-2022.yaml";
const MOVED: &str = "
  - { date: 2021-12-15, etape: depot, avant: 2022-01-10, texte: La date limite est reportée. }";

/// The site of `tests/base`, with what Bretagne writes.
fn build(bretagne: &str, day: &str) -> Build {
    let project = Project::base();
    project.write(REGION, format!("statut: publie\n{bretagne}"));
    sound(&project, day, None)
}

fn sound(project: &Project, day: &str, address: Option<&str>) -> Build {
    let mut request = project.request(day);
    request.address = address.map(str::to_owned);
    let build = pipeline::build(&request).expect("a project");
    assert!(!build.diagnostics.any_error(), "{:?}", build.diagnostics);
    build
}

fn news(items: &str) -> Build {
    build(&format!("nouveautes:{items}\n"), TODAY)
}

fn text<'b>(build: &'b Build, address: &str) -> &'b str {
    texts(build).get(address).copied().unwrap_or_else(|| panic!("no file {address}"))
}

/// The values of a property, once lines are unfolded.
fn values(calendar: &str, property: &str) -> Vec<String> {
    let unfolded = calendar.replace("\r\n ", "");
    let lines = unfolded.lines().filter_map(|line| line.split_once(':'));
    let named = lines.filter(|(name, _)| name.split(';').next() == Some(property));
    named.map(|(_, value)| value.to_owned()).collect()
}

/// The words of each `<id>` of a feed: its own first, then those of its entries.
fn ids(feed: &str) -> Vec<String> {
    let parts = feed.split("<id>").skip(1);
    parts.map(|part| part.split('<').next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn an_event_keeps_its_identity_in_every_file_language_and_host() {
    let project = Project::base();
    let one = sound(&project, TODAY, None);
    let moved = sound(&project, TODAY, Some("https://ailleurs.example/"));
    let of_step = values(text(&one, "fr/bretagne/amige-2022/depot.ics"), "UID");
    assert_eq!(of_step.len(), 1);
    for lang in ["fr", "en"] {
        for file in ["bretagne/amige-2022/depot", "bretagne/amige-2022", "bretagne", "calendrier"] {
            let address = format!("{lang}/{file}.ics");
            for build in [&one, &moved] {
                let found = values(text(build, &address), "UID");
                assert!(found.contains(&of_step[0]), "{address}");
                let alone: BTreeSet<&String> = found.iter().collect();
                assert_eq!(alone.len(), found.len(), "{address} has one identity twice");
            }
        }
    }
}

#[test]
fn each_recorded_change_counts_and_dates_the_event() {
    let step = "fr/bretagne/amige-2022/depot.ics";
    let of = |build: &Build| {
        ["SEQUENCE", "LAST-MODIFIED"].map(|name| values(text(build, step), name).concat())
    };
    assert_eq!(of(&news(" []")), ["0", "20211207T230000Z"]);
    assert_eq!(of(&news(MOVED)), ["1", "20211214T230000Z"]);
    // What is about no step, or announced for later, changes nothing yet.
    let others = "
  - { date: 2021-12-16, texte: Un document est joint. }
  - { date: 2021-12-24, etape: depot, texte: La date limite sera reportée. }";
    assert_eq!(of(&news(&format!("{MOVED}{others}"))), ["1", "20211214T230000Z"]);
}

#[test]
fn the_clock_changes_no_calendar_and_no_feed() {
    let item = format!("nouveautes:{MOVED}\n");
    let days = ["2021-12-16", "2021-12-28", "2022-06-01"].map(|day| build(&item, day));
    let machines = |build: &Build| -> BTreeMap<String, String> {
        let read = |name: &str| ["ics", "atom", "json"].iter().any(|kind| name.ends_with(kind));
        let files = texts(build).into_iter().filter(|(name, _)| read(name));
        files.map(|(name, text)| (name.to_owned(), text.to_owned())).collect()
    };
    let [first, second, third] = days.each_ref().map(machines);
    assert!(first.len() > 10);
    assert_eq!(first, second);
    assert_eq!(second, third);
}

#[test]
fn a_cancelled_step_counts_no_more_and_stays_in_calendars() {
    let steps = "calendrier:
  depot: { annule: 2021-12-18 }
  vague-2: { genre: cloture, date: 2022-03-14, libelle: Vague }
";
    let [before, after] = ["2021-12-17", TODAY].map(|day| build(steps, day));
    let step = "fr/bretagne/amige-2022/depot.ics";
    let status = |build: &Build| values(text(build, step), "STATUS").concat();
    assert_eq!([status(&before), status(&after)], ["CONFIRMED", "CANCELLED"]);
    let due = |build: &Build| {
        let page = text(build, "fr/bretagne/amige-2022.html");
        page.split("class=\"due-label\">").nth(1).map(|rest| rest.starts_with("Dépôt"))
    };
    assert_eq!([due(&before), due(&after)], [Some(true), Some(false)]);
}

#[test]
fn an_announcement_keeps_its_identity_whatever_is_added_or_mended() {
    let feed = |items: &str| ids(text(&news(items), "fr/bretagne.atom"));
    let known = feed(MOVED);
    assert_eq!(known.len(), 2);
    let added = [
        format!("\n  - {{ date: 2021-12-15, texte: Autre. }}{MOVED}"),
        format!("{MOVED}\n  - {{ date: 2021-12-15, etape: depot, texte: Autre. }}"),
        format!("\n  - {{ date: 2021-12-20, texte: Autre. }}{MOVED}"),
    ];
    for items in added {
        let ids = feed(&items);
        assert_eq!(ids.len(), 3);
        assert!(known.iter().all(|id| ids.contains(id)), "{items}");
    }
    let mended = MOVED.replace("La date limite est reportée.", "La **date limite** est reportée !");
    assert_eq!(feed(&mended), known);
}

#[test]
fn what_was_moved_is_told_once() {
    let moved = "calendrier: { depot: { date: 2022-01-14 } }\n";
    let titles = |written: &str| {
        let build = build(written, TODAY);
        text(&build, "fr/bretagne.atom").matches("<entry>").count()
    };
    assert_eq!(titles(moved), 1);
    assert_eq!(titles(&format!("{moved}nouveautes:{MOVED}\n")), 1);
}

#[test]
fn a_file_exists_where_its_subject_is_translated() {
    let project = Project::base();
    project.write(
        "regions/bretagne/region.yaml",
        "territoire: bretagne\nlangues: [fr]\nservice: { sigle: DREETS, nom: Essai, site: https://bretagne.example.org }\n",
    );
    let build = sound(&project, TODAY, None);
    let files = texts(&build);
    for name in ["bretagne.ics", "bretagne.atom", "bretagne/amige-2022.ics"] {
        assert!(files.contains_key(&*format!("fr/{name}")), "{name}");
        assert!(!files.contains_key(&*format!("en/{name}")), "{name}");
    }
    let links = tags(files["en/bretagne/amige-2022.html"]);
    let links: Vec<&str> = links.iter().map(|tag| tag.get("href")).collect();
    assert!(links.contains(&"../../fr/bretagne/amige-2022.ics"), "{links:?}");
    assert!(links.contains(&"../../fr/bretagne.atom"), "{links:?}");
}

#[test]
fn every_feed_has_what_atom_asks_for() {
    let shipped = Project::shipped();
    let build = sound(&shipped, TODAY, None);
    let files = texts(&build);
    let is_feed = |name: &str| name.rsplit_once('.').is_some_and(|(_, end)| end == "atom");
    let feeds: Vec<_> = files.iter().filter(|(name, _)| is_feed(name)).collect();
    assert!(feeds.len() > 30);
    for (name, feed) in feeds {
        let counted = elements(feed);
        let entries = counted.get("feed/entry").copied().unwrap_or_default();
        for (path, expected) in [("feed/id", 1), ("feed/title", 1), ("feed/updated", 1)] {
            assert_eq!(counted.get(path), Some(&expected), "{name}: {path}");
        }
        assert_eq!(counted.get("feed/author/name"), Some(&1), "{name}");
        for path in ["id", "title", "updated", "link", "content"].map(|e| format!("feed/entry/{e}"))
        {
            assert_eq!(counted.get(&path).copied().unwrap_or_default(), entries, "{name}: {path}");
        }
        let ids = ids(feed);
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), entries + 1, "{name}");
        // A relative address would mean nothing in a reader.
        assert!(!feed.contains("href=\"..") && !feed.contains("href=&quot;#"), "{name}");
    }
}

/// How many elements there are at each path. Panics on what is not well formed.
fn elements(xml: &str) -> BTreeMap<String, usize> {
    let mut reader = Reader::from_str(xml);
    let mut open: Vec<String> = Vec::new();
    let mut counted = BTreeMap::new();
    let name = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let mut count = |open: &[String]| *counted.entry(open.join("/")).or_default() += 1;
    loop {
        match reader.read_event().expect("well formed") {
            Event::Start(start) => {
                open.push(name(start.name().as_ref()));
                count(&open);
            }
            Event::Empty(empty) => {
                open.push(name(empty.name().as_ref()));
                count(&open);
                open.pop();
            }
            Event::End(_) => {
                open.pop();
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(open.is_empty());
    counted
}
