//! The call, regions and theme that this repository ships, as an applicant and a robot read them.

mod page;
mod project;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use canevas::pipeline::{self, Build};
use page::{main_of, plain, tags, texts, words};
use project::{Project, TODAY, folders, read, repository};

const ADDRESS: &str = "https://canevas.example.org/";
const NO_BREAK: [char; 2] = ['\u{a0}', '\u{202f}'];

/// Built once for every test.
fn site() -> &'static BTreeMap<&'static str, &'static str> {
    static BUILD: OnceLock<Build> = OnceLock::new();
    static SITE: OnceLock<BTreeMap<&str, &str>> = OnceLock::new();
    let build = || {
        let shipped = Project::shipped();
        pipeline::build(&shipped.request(TODAY)).expect("a project")
    };
    SITE.get_or_init(|| texts(BUILD.get_or_init(build)))
}

fn page(address: &str) -> &'static str {
    site().get(address).copied().unwrap_or_else(|| panic!("no page {address}"))
}

fn is_page(address: &str) -> bool {
    address.rsplit('.').next() == Some("html")
}

fn pages() -> impl Iterator<Item = (&'static str, &'static str)> {
    site().iter().map(|(address, html)| (*address, *html)).filter(|(address, _)| is_page(address))
}

fn regions() -> Vec<String> {
    let folders = folders(&repository().join("regions"));
    let names = folders.iter().filter_map(|folder| folder.file_name());
    names.map(|name| name.to_string_lossy().into_owned()).collect()
}

#[test]
fn the_shipped_site_is_without_mistake() {
    let shipped = Project::shipped();
    let build = pipeline::build(&shipped.request(TODAY)).expect("a project");
    let found = build.diagnostics.clone().sorted();
    let places: Vec<_> = found.iter().map(|d| (d.code, build.sources.position(d.at))).collect();
    assert!(places.is_empty(), "{places:#?}");
}

#[test]
fn every_subject_has_a_page_in_every_language() {
    let of = |lang: &str| -> BTreeSet<&str> {
        pages().filter_map(|(address, _)| address.strip_prefix(lang)).collect()
    };
    let (french, english) = (of("fr/"), of("en/"));
    assert_eq!(french, english);
    for region in regions() {
        for address in [format!("{region}.html"), format!("{region}/amige-2022.html")] {
            assert!(french.contains(&*address), "{address}");
        }
    }
    for name in ["index", "mentions-legales", "accessibilite", "donnees-personnelles", "cookies"] {
        assert!(french.contains(&*format!("{name}.html")), "{name}");
    }
}

#[test]
fn every_fact_of_the_call_is_on_every_regional_page() {
    let expansions = [
        ("amige", "appel à manifestation d'intérêt pour les groupements d'employeurs"),
        ("ge", "groupements d'employeurs (ge)"),
        ("cdi", "contrats à durée indéterminée (cdi)"),
        ("sjr", "salaire journalier de référence (sjr)"),
        ("hcr", "hôtels, cafés et restaurants (hcr)"),
        ("gpec", "gestion prévisionnelle des emplois et des compétences (gpec)"),
        ("dreets", "de l'économie, de l'emploi, du travail et des solidarités (dreets)"),
        ("dgefp", "délégation générale à l'emploi et à la formation professionnelle (dgefp)"),
    ];
    let facts = ["60 000 €", "6 mois", "17 janvier 2022", "8 décembre 2021", "bonus-malus"];
    assert_eq!(regions().len(), 18);
    for region in regions() {
        let text = plain(main_of(page(&format!("fr/{region}/amige-2022.html"))));
        for (acronym, expansion) in expansions {
            assert!(text.contains(expansion), "{region}: {acronym} is not expanded");
        }
        for fact in facts {
            assert!(text.contains(fact), "{region}: {fact}");
        }
    }
}

#[test]
fn the_plan_of_action_has_its_twelve_items_in_order() {
    let items = [
        "consortiums d'entreprises",
        "autres partenaires locaux",
        "initiatives des branches",
        "territoires concernés",
        "démarche entrepreneuriale",
        "politique de recrutement et de formation",
        "actions de promotion",
        "stratégie de développement",
        "outils collaboratifs",
        "instruments de coopération",
        "études de marché",
        "co-travail",
    ];
    for region in regions() {
        let html = main_of(page(&format!("fr/{region}/amige-2022.html")));
        let list = html.split("<ol>").find(|list| list.contains("consortiums"));
        let list = list.and_then(|list| list.split("</ol>").next()).expect("a numbered list");
        let found: Vec<String> = list.split("<li>").skip(1).map(plain).collect();
        assert_eq!(found.len(), items.len(), "{region}: {found:#?}");
        for (item, words) in found.iter().zip(items) {
            assert!(item.contains(words), "{region}: « {words} » is not in « {item} »");
        }
    }
}

#[test]
fn each_region_states_its_own_deadline_and_ceiling() {
    for region in regions() {
        let html = main_of(page(&format!("fr/{region}/amige-2022.html")));
        let head = html.split("</header>").next().expect("a head");
        let deadline = match &*region {
            "bretagne" => "2022-01-17T18:00:00+01:00",
            "occitanie" => "2022-01-14T12:00:00+01:00",
            "la-reunion" => "2022-01-18T02:59:00+04:00",
            "guyane" => "2022-01-05T23:59:00-03:00",
            "mayotte" => "2022-01-17T23:59:00+03:00",
            "guadeloupe" | "martinique" => "2022-01-17T23:59:00-04:00",
            _ => "2022-01-17T23:59:00+01:00",
        };
        let ceiling = if region == "bretagne" { "50 000 €" } else { "60 000 €" };
        assert!(head.contains(&format!("datetime=\"{deadline}\"")), "{region}: {deadline}");
        assert!(plain(head).contains(ceiling), "{region}: {ceiling}");
    }
}

#[test]
fn a_deadline_is_said_by_both_clocks_where_they_differ() {
    let french = plain(main_of(page("fr/la-reunion/amige-2022.html")));
    for words in [
        "mardi 18 janvier 2022 2 h 59, heure de la réunion",
        "soit lundi 17 janvier 2022 à 23 h 59, heure de paris",
    ] {
        assert!(french.contains(words), "{words}");
    }
    let english = plain(main_of(page("en/la-reunion/amige-2022.html")));
    for words in ["tuesday, 18 january 2022", "monday, 17 january 2022"] {
        assert!(english.contains(words), "{words}");
    }
    for region in ["guadeloupe", "martinique", "guyane", "mayotte"] {
        let main = main_of(page(&format!("fr/{region}/amige-2022.html")));
        // What the head says now: later turns wait, hidden.
        let head = plain(main.split("data-from=").next().unwrap_or_default());
        assert!(head.contains("heure de paris"), "{region} does not say the hour of Paris");
        assert_eq!(head.matches("heure d").count(), 2, "{region}: {head}");
    }
}

/// The pages that the shipped regions do not publish in English.
fn untranslated() -> Vec<String> {
    let french_only = |region: &String| {
        let yaml = read(&repository().join(format!("regions/{region}/region.yaml")));
        yaml.lines().any(|line| line.trim() == "langues: [fr]")
    };
    let regions = regions().into_iter().filter(french_only);
    let found = regions.flat_map(|r| [format!("{r}.html"), format!("{r}/amige-2022.html")]);
    found.collect()
}

#[test]
fn an_untranslated_page_says_so_and_is_not_indexed() {
    assert!(!untranslated().is_empty(), "no shipped region is in French alone");
    for name in untranslated() {
        let html = page(&format!("en/{name}"));
        let tags = tags(html);
        assert!(plain(html).contains("is shown in french"), "{name}: no banner");
        assert!(
            tags.iter().any(|tag| tag.name != "a" && tag.get("lang") == "fr"),
            "{name}: nothing is marked as French"
        );
        let canonical = tags.iter().find(|tag| tag.get("rel") == "canonical");
        let canonical = canonical.map(|tag| tag.get("href"));
        assert_eq!(canonical, Some(&*format!("{ADDRESS}fr/{name}")), "{name}");
        assert!(alternates(html).is_empty(), "{name} has alternates");
        let address = format!("{ADDRESS}en/{name}");
        assert!(!page("sitemap.xml").contains(&address), "{name} is in the sitemap");
        for (other, html) in pages() {
            let named =
                |tag: &page::Tag| tag.get("rel") == "alternate" && tag.get("href") == address;
            assert!(!page::tags(html).iter().any(named), "{other} gives {name} as alternate");
        }
    }
}

#[test]
fn alternates_are_reciprocal_with_themselves_and_a_default() {
    let alternates: BTreeMap<String, BTreeSet<(String, String)>> = pages()
        .map(|(address, html)| (format!("{ADDRESS}{address}"), alternates(html)))
        .filter(|(_, alternates)| !alternates.is_empty())
        .collect();
    assert!(alternates.len() > regions().len());
    for (address, named) in &alternates {
        assert!(named.iter().any(|(_, href)| href == address), "{address} leaves itself out");
        assert!(named.iter().any(|(lang, _)| lang == "x-default"), "{address} has no default");
        for (lang, href) in named {
            assert_eq!(alternates.get(href), Some(named), "{address} and its {lang}");
        }
        let listed = page("sitemap.xml").contains(&format!("<loc>{address}</loc>"));
        assert!(listed, "{address} is not in the sitemap");
    }
}

fn alternates(html: &str) -> BTreeSet<(String, String)> {
    let tags = tags(html).into_iter().filter(|tag| tag.get("rel") == "alternate");
    let tags = tags.filter(|tag| !tag.get("hreflang").is_empty());
    tags.map(|tag| (tag.get("hreflang").to_owned(), tag.get("href").to_owned())).collect()
}

#[test]
fn links_inside_the_site_are_relative_and_lead_somewhere() {
    let outside = ["https://", "http://", "mailto:", "tel:"];
    let kept = |tag: &page::Tag| match tag.get("rel") {
        "alternate" => tag.get("hreflang").is_empty(),
        rel => rel != "canonical",
    };
    for (address, html) in pages().filter(|(address, _)| !is_not_found(address)) {
        for tag in tags(html).iter().filter(|tag| kept(tag)) {
            for target in ["href", "src", "srcset", "poster", "action"].map(|name| tag.get(name)) {
                // A calendar to subscribe to is asked for by programs, which need the whole address.
                if let Some(file) = target.strip_prefix("webcal://canevas.example.org/") {
                    check_leads("index.html", file);
                } else if target.is_empty()
                    || outside.iter().any(|scheme| target.starts_with(scheme))
                {
                    assert!(!target.starts_with(ADDRESS), "{address}: {target} is absolute");
                } else {
                    assert!(!target.starts_with('/'), "{address}: {target} is from the root");
                    check_leads(address, target);
                }
            }
        }
    }
}

/// A page that servers show at any depth: its links are not relative.
fn is_not_found(address: &str) -> bool {
    address == "404.html" || address.ends_with("/404.html")
}

/// A file of a dossier, which this build leaves out: `tests/dossier.rs` follows the links to them.
fn is_document(parts: &[&str]) -> bool {
    let [lang, region, call, name] = parts else { return false };
    let stem = name.rsplit_once('.').map_or(*name, |(stem, _)| stem);
    ["dossier", "budget", "appel"]
        .iter()
        .any(|kind| stem == format!("{kind}-{call}-{region}-{lang}"))
}

/// A target is a file of the site, and its anchor an element of that page.
fn check_leads(address: &str, target: &str) {
    let (path, anchor) = target.split_once('#').unwrap_or((target, ""));
    let mut parts: Vec<&str> = address.split('/').collect();
    if !path.is_empty() {
        parts.pop();
    }
    for part in path.split('/').filter(|part| !part.is_empty()) {
        match part {
            ".." => assert!(parts.pop().is_some(), "{address}: {target} leaves the site"),
            "." => {}
            part => parts.push(part),
        }
    }
    let reached = parts.join("/");
    if is_document(&parts) {
        return;
    }
    let html = site().get(&*reached);
    assert!(html.is_some(), "{address}: {target} leads to {reached}, which is nothing");
    let has = |html: &&str| tags(html).iter().any(|tag| tag.get("id") == anchor);
    let found = anchor.is_empty() || html.is_some_and(has);
    assert!(found, "{address}: {target} leads to no element");
}

#[test]
fn no_address_depends_on_where_the_site_is() {
    let shipped = Project::shipped();
    let address = Some("https://autre.example/un/dossier/".to_owned());
    let request = canevas::Project { address, ..shipped.request(TODAY) };
    let build = pipeline::build(&request).expect("a project");
    for (address, html) in texts(&build) {
        if is_page(address) && !is_not_found(address) {
            // Some pages say the address of the site, and give it to programs that subscribe to a calendar.
            assert_eq!(somewhere(main_of(html)), somewhere(main_of(page(address))), "{address}");
        }
    }
}

/// A page of the site at another address, as values of an address say it too.
fn somewhere(page: &str) -> String {
    let other = "autre.example/un/dossier/";
    let page = page.replace("canevas.example.org/", other);
    page.replace("canevas.example.org%2F", &other.replace('/', "%2F"))
}

#[test]
fn french_spaces_do_not_break_and_stay_out_of_addresses() {
    for (address, html) in pages() {
        for tag in tags(html) {
            for name in ["href", "src", "id", "datetime", "class"] {
                assert!(!tag.get(name).contains(NO_BREAK), "{address}: {name}={}", tag.get(name));
            }
        }
        for code in html.split("<code").skip(1).filter_map(|rest| rest.split("</code>").next()) {
            assert!(!code.contains(NO_BREAK), "{address}: {code}");
        }
    }
    for region in regions() {
        let text = words(main_of(page(&format!("fr/{region}/amige-2022.html"))));
        for sign in [":", ";", "?", "!", "»", "€", "%"] {
            let breaks = text.split(&format!(" {sign}")).next().filter(|before| *before != text);
            let before: Option<String> =
                breaks.map(|text| text.lines().last().unwrap_or_default().to_owned());
            assert_eq!(before, None, "{region}: a line may break before {sign}");
        }
        assert!(!text.contains("« "), "{region}: a line may break after «");
        assert!(text.contains("60\u{202f}000\u{a0}€"), "{region}: the ceiling may be cut");
    }
}

/// Saint-Pierre-et-Miquelon is no region: nothing of it is in the program.
#[test]
fn a_territory_that_the_program_does_not_know_is_declared_by_hand() {
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
service:
  sigle: DCSTEP
  nom: "Direction de la cohésion sociale, du travail, de l'emploi et de la population"
  site: https://saint-pierre-et-miquelon.example.org
langues: [fr]
"#;
    project.write(&format!("{folder}/region.yaml"), region);
    let deadline = "calendrier: { depot: { date: 2022-01-17, heure: \"18:00\", horloge: locale } }";
    project.write(&format!("{folder}/amige-2022.yaml"), format!("statut: publie\n{deadline}\n"));
    let build = pipeline::build(&project.request(TODAY)).expect("a project");
    assert_eq!(build.diagnostics.clone().sorted(), []);
    let site = texts(&build);
    let html = site["fr/saint-pierre-et-miquelon/amige-2022.html"];
    let text = words(main_of(html)).replace(NO_BREAK, " ");
    for said in [
        "à Saint-Pierre-et-Miquelon",
        "18 h, heure de Saint-Pierre-et-Miquelon",
        "lundi 17 janvier 2022 à 22 h, heure de Paris",
    ] {
        assert!(text.contains(said), "{said}: {text:.600}");
    }
    assert!(html.contains("datetime=\"2022-01-17T18:00:00-03:00\""));
    assert!(words(site["fr/index.html"]).contains("Saint-Pierre-et-Miquelon"));
}

#[test]
fn the_state_of_accessibility_is_a_link_of_every_page() {
    // The others choose a language.
    let chosen = |address: &str| address.contains('/') && !is_not_found(address);
    for (address, html) in pages().filter(|(address, _)| chosen(address)) {
        let named = match &address[..2] {
            "en" => "Accessibility: not compliant",
            _ => "Accessibilité : non conforme",
        };
        let foot = html.split("<footer").nth(1).expect("a foot");
        let link = foot.split("<a ").find(|link| plain(link).contains(&plain(named)));
        let link = link.unwrap_or_else(|| panic!("{address}: {foot}"));
        assert!(link.contains("accessibilite.html\""), "{address}: {link}");
    }
}

#[test]
fn the_declaration_of_accessibility_names_the_technologies_of_what_is_published() {
    let declared = |project: &Project| {
        project.write(
            "content/pages/accessibilite.fr.md",
            "# Accès\n\n= {{ accessibilite.technologies }} =\n",
        );
        let build = pipeline::build(&project.request(TODAY)).expect("a project");
        let text = words(texts(&build)["fr/accessibilite.html"]).replace(NO_BREAK, " ");
        text.split('=').nth(1).expect("between marks").trim().to_owned()
    };
    let pdf = if cfg!(feature = "pdf") { "PDF, " } else { "" };
    let shipped = format!(
        "HTML, CSS, SVG, JavaScript, WAI-ARIA, {pdf}OpenDocument (ODS, ODT), Office Open XML (DOCX, XLSX)"
    );
    assert_eq!(declared(&Project::shipped()), shipped);

    let small = Project::base();
    let without_dossier = declared(&small);
    assert!(!without_dossier.contains("Office"), "{without_dossier}");
    small.write("regions/bretagne/documents/exposé.pptx", "un exposé");
    let region = read(&small.root.join("regions/bretagne/amige-2022.yaml"));
    let attached = "documents: [ { titre: Exposé, fichier: exposé.pptx, langue: fr } ]\n";
    small.write("regions/bretagne/amige-2022.yaml", region + attached);
    assert_eq!(declared(&small), format!("{without_dossier}, Office Open XML (PPTX)"));
}

/// What `<title>` or the description of a page says.
fn said<'p>(html: &'p str, before: &str, after: &str) -> &'p str {
    let rest = html.split_once(before).unwrap_or_else(|| panic!("no {before}")).1;
    rest.split_once(after).expect("an end").0
}

#[test]
fn every_page_has_its_own_title_and_description_which_lists_show_whole() {
    let mut titles = BTreeSet::new();
    let mut descriptions = BTreeSet::new();
    for (address, html) in pages().filter(|(address, _)| !is_not_found(address)) {
        let title = plain(said(html, "<title>", "</title>"));
        let description = plain(said(html, r#"name="description" content=""#, r#"">"#));
        let length = |text: &str| text.chars().count();
        assert!((10..=65).contains(&length(&title)), "{address}: {title}");
        assert!((30..=155).contains(&length(&description)), "{address}: {description}");
        assert!(titles.insert(title.clone()), "{address}: {title} is the title of another page");
        // The page where one chooses a language is described as the site is.
        let own = descriptions.insert(description.clone()) || address == "index.html";
        assert!(own, "{address}: {description} describes another page");
    }
}

#[test]
fn a_title_begins_with_what_differs() {
    let check = |address: &str, title: &str, description: &str| {
        let typed =
            |before, after| words(said(page(address), before, after)).replace(NO_BREAK, " ");
        assert_eq!(typed("<title>", "</title>"), title);
        let told = typed(r#"name="description" content=""#, r#"">"#);
        assert!(told.starts_with(description), "{address}: {told}");
    };
    check(
        "fr/occitanie/amige-2022.html",
        "AMIGE 2022 en Occitanie – Appels à projets en région",
        "AMIGE 2022 en Occitanie : clôture le vendredi 14 janvier 2022. Aide maximale de l’État : 60 000 €. Peuvent",
    );
    check(
        "en/normandie/amige-2022/dossier.html",
        "AMIGE 2022 in Normandy – dossier – Calls for projects…",
        "AMIGE 2022 in Normandy – dossier: to send by Monday, 17 January 2022. Maximum State aid: €60,000. To fill in",
    );
    check(
        "fr/guyane.html",
        "Guyane – Appels à projets en région",
        "AMIGE 2022 en Guyane. Lettre d’intention : mercredi 5 janvier 2022. Les appels à projets en Guyane",
    );
    check(
        "fr/cookies.html",
        "Cookies – Appels à projets en région",
        "Ce site ne dépose aucun cookie.",
    );
}

#[test]
fn the_sitemap_dates_pages_by_what_regions_have_told() {
    let sitemap = page("sitemap.xml");
    let dated = |address: &str| {
        let entry = said(sitemap, &format!("<loc>{ADDRESS}{address}</loc>"), "</url>");
        entry.contains("<lastmod>").then(|| said(entry, "<lastmod>", "</lastmod>"))
    };
    // What is announced for January waits for its day.
    assert_eq!(dated("fr/bretagne/amige-2022.html"), Some("2021-12-15"));
    assert_eq!(dated("fr/bretagne/amige-2022/dossier.html"), Some("2021-12-08"));
    for address in ["fr/occitanie/amige-2022.html", "en/occitanie.html", "fr/index.html"] {
        assert_eq!(dated(address), Some("2021-12-20"), "{address}");
    }
    assert_eq!(dated("fr/grand-est/amige-2022.html"), Some("2021-12-08"));
    assert_eq!(dated("fr/cookies.html"), None);
}

#[test]
fn a_deadline_without_its_day_is_described_in_words() {
    let project = Project::base();
    project.write(
        "regions/bretagne/amige-2022.yaml",
        "statut: publie\ncalendrier:\n  depot: { date: \"2022-03\" }\n",
    );
    let build = pipeline::build(&project.request(TODAY)).expect("a project");
    let site = texts(&build);
    let described =
        said(site["fr/bretagne/amige-2022.html"], r#"name="description" content=""#, r#"">"#);
    assert!(words(described).contains("mars 2022"), "{described}");
    assert!(!words(described).contains("le mars"), "{described}");
}
