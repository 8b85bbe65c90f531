//! What aggregators and search engines take, against what their formats ask for.

mod page;
mod project;

use std::collections::BTreeSet;

use canevas::pipeline::{self, Build};
use page::{tags, texts};
use project::{Project, TODAY, folders, repository};
use serde_json::Value;

const ADDRESS: &str = "https://canevas.example.org/";
const JSON_LD: &str = "<script type=\"application/ld+json\">";

/// What a column of a schema asks of its values.
type Asks = fn(&str) -> bool;

/// `etalab/schema-dispositif-aide` v0.2.0, `build/schemas/dispositif-aide.json`: every field in its order, whether it is
/// required, and its pattern, length or format.
const AID_TABLE: [(&str, bool, Asks); 15] = [
    ("id", true, is_uuid),
    ("titre", true, any),
    ("promesse", false, |text| text.chars().count() <= 180),
    ("description", true, |text| text.chars().count() <= 5000),
    ("eligibilite", true, any),
    ("types_aides", true, any),
    ("porteurs", true, any),
    ("programmes_parents", false, any),
    ("url_source", false, |text| text.starts_with("https://") || text.starts_with("http://")),
    ("cibles", true, |text| {
        let cibles = ["professionnels", "particuliers", "associations", "secteur public"];
        text.split('|').all(|one| cibles.contains(&one))
    }),
    ("eligibilite_geographique", true, is_official),
    ("eligibilite_geographique_exclusions", false, is_official),
    ("date_ouverture", false, is_instant),
    ("date_cloture", false, is_instant),
    ("date_mise_a_jour", true, is_instant),
];

/// Aides-territoires: the fields of its API, those that its model cannot do without, and the codes of its model
/// (`MTES-MCT/aides-territoires`, `src/aids/models.py`, `constants.py` and `api/serializers.py`).
const AID_LIST: [(&str, bool); 25] = [
    ("id", true),
    ("slug", true),
    ("url", true),
    ("name", true),
    ("short_title", true),
    ("financers", true),
    ("instructors", true),
    ("programs", true),
    ("description", true),
    ("eligibility", true),
    ("perimeter", true),
    ("perimeter_code", true),
    ("perimeter_scale", false),
    ("origin_url", true),
    ("is_call_for_project", true),
    ("application_url", false),
    ("targeted_audiences", true),
    ("aid_types", true),
    ("start_date", true),
    ("predeposit_date", false),
    ("submission_deadline", true),
    ("contact", true),
    ("recurrence", true),
    ("import_uniqueid", true),
    ("date_updated", true),
];
const AID_TYPES: [&str; 7] =
    ["grant", "loan", "recoverable_advance", "technical", "financial", "legal", "other"];
const AUDIENCES: [&str; 4] = ["association", "private_person", "private_sector", "public_org"];

fn any(_: &str) -> bool {
    true
}

/// `format: uuid`.
fn is_uuid(text: &str) -> bool {
    let lengths: Vec<usize> = text.split('-').map(str::len).collect();
    let hexadecimal = text.chars().all(|c| c.is_ascii_hexdigit() || c == '-');
    lengths == [8, 4, 4, 4, 12] && hexadecimal && matches!(&text[19..20], "8" | "9" | "a" | "b")
}

/// `^[A-Z]+-\d+(\|[A-Z]+-\d+)*$`.
fn is_official(text: &str) -> bool {
    text.split('|').all(|code| {
        let Some((kind, digits)) = code.split_once('-') else { return false };
        let all = |text: &str, wanted: fn(&u8) -> bool| {
            !text.is_empty() && text.bytes().all(|byte| wanted(&byte))
        };
        all(kind, u8::is_ascii_uppercase) && all(digits, u8::is_ascii_digit)
    })
}

/// `datetime`, in the default format of Table Schema: ISO 8601, to the second, in universal time.
fn is_instant(text: &str) -> bool {
    text.len() == 20 && text.ends_with('Z') && text.parse::<jiff::Timestamp>().is_ok()
}

/// The shipped project, with a territory that is in no table.
fn project() -> Project {
    let project = Project::shipped();
    let folder = "regions/saint-pierre-et-miquelon";
    let region = r#"territoire:
  code: "975"
  nom: Saint-Pierre-et-Miquelon
  le: Saint-Pierre-et-Miquelon
  de: de Saint-Pierre-et-Miquelon
  dans: à Saint-Pierre-et-Miquelon
  fuseau: America/Miquelon
  departements: [ { code: "975", nom: Saint-Pierre-et-Miquelon } ]
service: { sigle: DCSTEP, nom: "Direction d'essai", site: https://saint-pierre.example.org }
langues: [fr]
"#;
    project.write(&format!("{folder}/region.yaml"), region);
    project.write(&format!("{folder}/amige-2022.yaml"), "statut: publie\n");
    project
}

fn build(project: &Project, day: &str) -> Build {
    let build = pipeline::build(&project.request(day)).expect("a project");
    assert!(!build.diagnostics.any_error(), "{:?}", build.diagnostics);
    build
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn the_table_of_aids_holds_to_its_schema() {
    let built = build(&project(), TODAY);
    let table = texts(&built)["donnees/dispositif-aide.csv"];
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let names: Vec<&str> = AID_TABLE.iter().map(|(name, _, _)| *name).collect();
    assert_eq!(reader.headers().expect("a header"), names);
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), 19);
    for row in &rows {
        for ((name, required, asks), value) in AID_TABLE.iter().zip(row) {
            assert!(!value.is_empty() || !required, "{name} is empty in {row:?}");
            assert!(value.is_empty() || asks(value), "{name}: {value}");
        }
        let bodies = json(&row[6]);
        for body in bodies.as_array().expect("a list of bodies") {
            assert!(body["nom"].is_string() && body["roles"].is_array(), "{body}");
        }
    }
    let column = |rank: usize| rows.iter().map(move |row| row[rank].to_owned());
    assert_eq!(column(0).collect::<BTreeSet<_>>().len(), rows.len(), "ids are told apart");
    let places: BTreeSet<String> = column(10).collect();
    for place in ["REG-94", "REG-01", "REG-04", "REG-06", "REG-53", "COMER-975"] {
        assert!(places.contains(place), "{place} is not in {places:?}");
    }
}

#[test]
fn the_list_of_aids_has_the_fields_and_codes_of_aides_territoires() {
    let built = build(&project(), TODAY);
    let list = json(texts(&built)["donnees/aides-territoires.json"]);
    let aids = list["results"].as_array().expect("a list");
    assert_eq!((aids.len(), &list["count"]), (19, &Value::from(19)));
    for aid in aids {
        let fields: BTreeSet<&str> =
            aid.as_object().expect("an aid").keys().map(String::as_str).collect();
        assert_eq!(fields, AID_LIST.iter().map(|(name, _)| *name).collect());
        for (name, _) in AID_LIST.iter().filter(|(_, required)| *required) {
            let empty = [Value::Null, Value::from("")];
            assert!(!empty.contains(&aid[name]), "{name} is empty in {aid}");
        }
        assert!(aid["name"].as_str().is_some_and(|name| name.chars().count() <= 180), "{aid}");
        for (field, known) in [("aid_types", &AID_TYPES[..]), ("targeted_audiences", &AUDIENCES)] {
            let values = aid[field].as_array().expect("a list");
            let codes = |value: &Value| value.as_str().is_some_and(|code| known.contains(&code));
            assert!(!values.is_empty() && values.iter().all(codes), "{field}: {values:?}");
        }
        assert_eq!(
            (&aid["recurrence"], &aid["is_call_for_project"]),
            (&"oneoff".into(), &true.into())
        );
        for day in ["start_date", "submission_deadline"] {
            let day = aid[day].as_str().expect("a day");
            assert!(day.parse::<jiff::civil::Date>().is_ok(), "{day}");
        }
    }
    // 23:59 in Paris is the next day there.
    let reunion = aids.iter().find(|aid| aid["perimeter_code"] == "04").expect("La Réunion");
    assert_eq!(reunion["submission_deadline"], "2022-01-18");
}

#[test]
fn a_name_too_long_is_cut_after_a_word() {
    let project = Project::base();
    let yaml = project::read(&project.root.join("content/amige-2022/appel.yaml"));
    let title = format!("titre: \"Appel {}\"", "très long ".repeat(40).trim_end());
    let aid = "donnees: { types_aides: [financement], cibles: [associations], \
               porteurs: [ { nom: Essai, roles: [financeur] } ] }";
    let yaml = yaml.lines().skip(1).fold(title, |text, line| text + "\n" + line);
    project.write("content/amige-2022/appel.yaml", format!("{yaml}\n{aid}\n"));
    let built = build(&project, TODAY);
    let list = json(texts(&built)["donnees/aides-territoires.json"]);
    let name = list["results"][0]["name"].as_str().expect("a name");
    assert!(name.chars().count() <= 180 && name.chars().count() > 165, "{name}");
    assert!(name.ends_with("long…") || name.ends_with("très…"), "{name}");
}

#[test]
fn grants_name_the_aid_of_the_table() {
    let project = Project::base();
    project.lay(&repository().join("tests/sites/resultats-publies"));
    let yaml = project::read(&project.root.join("content/amige-2022/appel.yaml"));
    let aid = "donnees: { types_aides: [financement], cibles: [associations], \
               porteurs: [ { nom: Essai, roles: [financeur] } ] }";
    let yaml = yaml.replace(", dispositif: essai-2021", "");
    project.write("content/amige-2022/appel.yaml", format!("{yaml}{aid}\n"));
    let built = build(&project, TODAY);
    let texts = texts(&built);
    let rows = |name: &str| {
        let reader = csv::Reader::from_reader(texts[name].as_bytes());
        let rows = reader.into_records().map(|row| row.expect("a row"));
        rows.collect::<Vec<_>>()
    };
    let aids = rows("donnees/dispositif-aide.csv");
    let aid = aids.iter().find(|aid| &aid[10] == "REG-53").expect("Bretagne");
    let grants = rows("donnees/bretagne/amige-2022-subventions.csv");
    assert!(!grants.is_empty() && grants.iter().all(|grant| grant[15] == aid[0]), "{grants:?}");
    // The service's SIREN begins its SIRET, by which it gives.
    let carriers = json(&aid[6]);
    assert_eq!(carriers[1]["siren"].as_str(), grants[0].get(1).map(|siret| &siret[..9]));
}

#[test]
fn a_call_without_sheet_is_in_no_list_of_aids() {
    let built = build(&Project::base(), TODAY);
    let texts = texts(&built);
    assert!(texts.contains_key("donnees/bretagne/amige-2022.json"));
    for name in ["dispositif-aide.csv", "aides-territoires.json"] {
        assert!(!texts.contains_key(&*format!("donnees/{name}")), "{name}");
        assert!(!texts["fr/plan-du-site.html"].contains(name), "{name} is in the plan");
    }
}

#[test]
fn the_data_of_a_call_do_not_depend_on_the_day() {
    let project = Project::shipped();
    let [open, archived] = [TODAY, "2024-03-01"].map(|day| build(&project, day));
    let (open, archived) = (texts(&open), texts(&archived));
    let calls: Vec<&&str> = open.keys().filter(|key| key.ends_with("/amige-2022.json")).collect();
    assert_eq!(calls.len(), folders(&repository().join("regions")).len());
    for call in calls {
        let (mut before, mut after) = (json(open[*call]), json(archived[*call]));
        for data in [&mut before, &mut after] {
            // Announcements wait for their day.
            data["nouveautes"] = Value::Null;
            data["mis_a_jour"] = Value::Null;
        }
        assert_eq!(before, after, "{call}");
    }
    let news = |texts: &std::collections::BTreeMap<&str, &str>| {
        json(texts["donnees/bretagne/amige-2022.json"])["nouveautes"].as_array().map(Vec::len)
    };
    assert_eq!((news(&open), news(&archived)), (Some(1), Some(2)));
}

#[test]
fn a_person_is_not_in_the_data() {
    let project = Project::base();
    let contacts = "contacts:\n  - { role: Suivi, nom: Une Personne, courriel: suivi@example.org, \
                    consentement: 2021-12-01, expire: 2022-12-01 }\n";
    project.write("regions/bretagne/amige-2022.yaml", format!("statut: publie\n{contacts}"));
    let built = build(&project, TODAY);
    let texts = texts(&built);
    assert!(texts["fr/bretagne/amige-2022.html"].contains("Une Personne"));
    for (address, text) in texts.iter().filter(|(address, _)| address.starts_with("donnees/")) {
        assert!(!text.contains("Personne") && !text.contains("suivi@"), "{address}");
    }
}

#[test]
fn every_published_call_page_leads_to_its_data() {
    let built = build(&Project::shipped(), TODAY);
    let texts = texts(&built);
    for region in folders(&repository().join("regions")) {
        let region = region.file_name().expect("a name").to_string_lossy().into_owned();
        let html = texts[&*format!("fr/{region}/amige-2022.html")];
        let link = tags(html).into_iter().find(|tag| tag.get("type") == "application/json");
        let link = link.expect("a link to the data");
        assert_eq!(link.get("href"), format!("../../donnees/{region}/amige-2022.json"));
        let data = json(texts[&*format!("donnees/{region}/amige-2022.json")]);
        let page = format!("{ADDRESS}fr/{region}/amige-2022.html");
        assert_eq!(data["pages"]["fr"], page);
        assert_eq!(data["$schema"], format!("{ADDRESS}donnees/appel.schema.json"));
    }
    let plan = texts["en/plan-du-site.html"];
    let data: Vec<&&str> = texts.keys().filter(|key| key.starts_with("donnees/")).collect();
    assert!(data.len() > 20);
    for address in data {
        assert!(plan.contains(&format!("href=\"../{address}\"")), "{address} is not in the plan");
    }
}

#[test]
fn crawlers_may_read_everything_and_are_given_the_map() {
    let built = build(&Project::base(), TODAY);
    let robots = texts(&built)["robots.txt"];
    assert_eq!(
        robots,
        "User-agent: *\nDisallow:\n\nSitemap: https://essai.example.org/appels/sitemap.xml\n"
    );
}

/// The graph of a page, if it has one.
fn graph(html: &str) -> Option<Vec<Value>> {
    let (_, after) = html.split_once(JSON_LD)?;
    let (block, _) = after.split_once("</script>")?;
    json(block)["@graph"].as_array().cloned()
}

fn of_kind<'g>(graph: &'g [Value], kind: &str) -> Vec<&'g Value> {
    graph.iter().filter(|node| node["@type"] == kind).collect()
}

#[test]
fn a_call_is_a_service_of_the_state_and_its_meetings_are_events() {
    let built = build(&Project::shipped(), TODAY);
    let texts = texts(&built);
    let found = graph(texts["fr/la-reunion/amige-2022.html"]).expect("a graph");
    let [service] = of_kind(&found, "GovernmentService")[..] else { panic!("one service") };
    assert_eq!(service["serviceOperator"]["@type"], "GovernmentOrganization");
    assert_eq!(service["areaServed"]["identifier"], "REG-04");
    assert_eq!(service["availableChannel"][0]["availableLanguage"], "fr");
    // Without a form on line, the page itself says how to apply.
    let page = format!("{ADDRESS}fr/la-reunion/amige-2022.html");
    assert_eq!(service["availableChannel"][0]["serviceUrl"], page.as_str());
    // Nobody attends a deadline: it is the end of the service.
    assert_eq!(service["hoursAvailable"][0]["validThrough"], "2022-01-18T02:59:00+04:00");
    assert_eq!(of_kind(&found, "Event"), Vec::<&Value>::new());
    let found = graph(texts["en/occitanie/amige-2022.html"]).expect("a graph");
    let [meeting] = of_kind(&found, "Event")[..] else { panic!("one meeting") };
    assert_eq!(meeting["startDate"], "2021-12-16T10:00:00+01:00");
    let [document] = of_kind(&found, "DigitalDocument")[..] else { panic!("one document") };
    assert!(document["url"].as_str().is_some_and(|url| url.starts_with(ADDRESS)), "{document}");
    assert_eq!(of_kind(&found, "BreadcrumbList").len(), 1);
    let home = graph(texts["fr/index.html"]).expect("a graph");
    let [list] = of_kind(&home, "ItemList")[..] else { panic!("one list") };
    assert_eq!(list["itemListElement"].as_array().map(Vec::len), Some(18));
    assert_eq!(of_kind(&home, "WebSite").len(), 1);
}

#[test]
fn a_meeting_that_was_moved_or_cancelled_says_so() {
    let project = Project::base();
    project.write(
        "regions/bretagne/amige-2022.yaml",
        "statut: publie\n\
         calendrier:\n\
         \x20 depot: { date: 2022-01-21, heure: \"12:00\" }\n\
         \x20 salon: { genre: information, date: 2022-01-06, libelle: Salon, annule: 2021-12-19 }\n\
         \x20 visio: { genre: information, date: 2022-01-07, heure: \"10:00\", libelle: Visio, lien: \"https://visio.example.org/1\" }\n\
         nouveautes:\n\
         \x20 - { date: 2021-12-18, etape: depot, avant: 2022-01-17, texte: \"Reporté.\" }\n\
         \x20 - { date: 2021-12-18, etape: visio, avant: 2022-01-05, texte: \"Reportée.\" }\n",
    );
    let built = build(&project, TODAY);
    let texts = texts(&built);
    let found = graph(texts["fr/bretagne/amige-2022.html"]).expect("a graph");
    let events = of_kind(&found, "Event");
    let of = |status: &str| {
        let status = format!("https://schema.org/{status}");
        events.iter().find(|event| event["eventStatus"] == status.as_str()).copied()
    };
    let moved = of("EventRescheduled").expect("a moved step");
    assert_eq!(moved["startDate"], "2022-01-07T10:00:00+01:00");
    assert_eq!(moved["previousStartDate"], "2022-01-05");
    assert_eq!(moved["location"]["@type"], "VirtualLocation");
    assert_eq!(moved["eventAttendanceMode"], "https://schema.org/OnlineEventAttendanceMode");
    assert_eq!(events.len(), 2, "{events:?}");
    assert_eq!(of("EventCancelled").expect("a cancelled step")["startDate"], "2022-01-06");
    let data = json(texts["donnees/bretagne/amige-2022.json"]);
    let steps = data["etapes"].as_array().expect("steps");
    let salon = steps.iter().find(|step| step["id"] == "salon").expect("a step");
    assert_eq!(salon["annulee"], "2021-12-19");
    assert_eq!(data["nouveautes"][0]["etape"], "depot");
}

#[test]
fn structured_data_are_light_and_on_indexed_pages_only() {
    let built = build(&Project::shipped(), TODAY);
    let pages = texts(&built).into_iter().filter(|(_, text)| text.starts_with("<!DOCTYPE html>"));
    for (address, html) in pages {
        let block = html.split_once(JSON_LD).and_then(|(_, after)| after.split_once("</script>"));
        let block = block.map(|(block, _)| block);
        let hidden = html.contains("<meta name=\"robots\" content=\"noindex\">");
        assert_eq!(block.is_none(), hidden || address == "index.html", "{address}");
        assert!(block.is_none_or(|block| block.len() <= 4000), "{address} is heavy");
    }
}
