//! The pages of calls for other sites: a fragment to paste, and a page to show in a frame.

mod page;
mod project;

use std::collections::{BTreeMap, BTreeSet};

use canevas::pipeline::{self, Build};
use page::{main_of, plain, tags, texts};
use project::{Project, TODAY, read};

const ADDRESS: &str = "https://canevas.example.org/";

/// The shipped site, with the pages for other sites.
fn build(integration: &str) -> Build {
    let shipped = Project::shipped();
    let settings = read(&shipped.root.join("canevas.yaml"));
    shipped.write("canevas.yaml", format!("{settings}{integration}"));
    let build = pipeline::build(&shipped.request(TODAY)).expect("a project");
    assert_eq!(build.diagnostics.clone().sorted(), []);
    build
}

/// Each fragment, its frame and the page that they are made of.
fn calls<'b>(site: &BTreeMap<&'b str, &'b str>) -> Vec<(&'b str, [&'b str; 3])> {
    let fragments = site.keys().filter_map(|address| address.strip_suffix("/fragment.html"));
    let calls: Vec<_> = fragments
        .map(|call| {
            let names = ["/fragment.html", "/cadre.html", ".html"];
            (call, names.map(|name| site[&*format!("{call}{name}")]))
        })
        .collect();
    assert_eq!(calls.len(), 34, "18 regions, of which 16 in two languages");
    calls
}

/// What is shown of markup where no script runs.
fn shown(html: &str) -> String {
    without(html, &[" hidden", " aria-hidden=\"true\""])
}

/// The same, without what a copy would say wrongly: the days left, and what the styles of the site look like.
fn shown_of_a_copy(html: &str) -> String {
    without(
        html,
        &[" hidden", " aria-hidden=\"true\"", " data-days=", " data-counted", " data-look"],
    )
}

fn without(html: &str, marks: &[&str]) -> String {
    let mut text = String::new();
    let mut gone: Option<(&str, usize)> = None;
    for part in html.split('<') {
        let (tag, after) = part.split_once('>').unwrap_or(("", part));
        let is_end = tag.starts_with('/');
        let name = tag.trim_start_matches('/').split([' ', '\n', '/']).next().unwrap_or_default();
        let is_gone = name == "script" || marks.iter().any(|mark| tag.contains(mark));
        gone = match gone {
            None if is_gone && !is_end => Some((name, 1)),
            Some((known, depth)) if known == name => {
                let depth = if is_end { depth - 1 } else { depth + 1 };
                (depth > 0).then_some((known, depth))
            }
            other => other,
        };
        if gone.is_none() {
            text.push_str(after);
        }
    }
    plain(&text)
}

#[test]
fn a_fragment_says_what_its_page_says_in_the_same_order() {
    let build = build("integration: { titres: 3 }\n");
    for (call, [fragment, frame, page]) in calls(&texts(&build)) {
        let stamp = match &call[..2] {
            "fr" => "version du lundi 20 décembre 2021. page à jour : ",
            _ => "version of monday, 20 december 2021. the page as it is now: ",
        };
        let said = shown(fragment);
        let after = said.strip_prefix(stamp).unwrap_or_else(|| panic!("{call}: {said:.200}"));
        let title = after.strip_suffix(&shown_of_a_copy(main_of(page)));
        let title = title.unwrap_or_else(|| panic!("{call}: {after}"));
        assert!(title.starts_with("amige 2022") && title.len() < 60, "{call}: {title}");
        assert_eq!(shown(main_of(frame)), shown(main_of(page)), "{call}");
    }
}

#[test]
fn a_fragment_stands_in_any_page() {
    let build = build("integration: { titres: 3, prefixe: appel-national }\n");
    let site = texts(&build);
    for (call, [fragment, _, page]) in calls(&site) {
        let found = tags(fragment);
        let ids: Vec<&str> =
            found.iter().map(|tag| tag.get("id")).filter(|id| !id.is_empty()).collect();
        let own: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(own.len(), ids.len(), "{call}: {ids:?}");
        assert!(
            own.iter().all(|id| id.starts_with("appel-national-amige-2022")),
            "{call}: {ids:?}"
        );
        for tag in &found {
            for name in ["class", "style", "tabindex"] {
                assert!(!tag.attributes.contains_key(name), "{call}: {tag:?}");
            }
            for name in ["aria-labelledby", "aria-describedby", "for", "headers"] {
                let named = tag.get(name).split_whitespace();
                assert!(named.into_iter().all(|id| own.contains(id)), "{call}: {tag:?}");
            }
            let link = tag.get("href");
            match (link.strip_prefix('#'), link.strip_prefix(ADDRESS)) {
                (Some(id), _) => assert!(own.contains(id), "{call}: {link}"),
                (_, Some(inside)) => {
                    let address = inside.split('#').next().unwrap_or_default();
                    let made = [".odt", ".docx", ".pdf", ".ods", ".xlsx"];
                    let is_made = made.iter().any(|end| address.ends_with(end));
                    assert!(is_made || site.contains_key(address), "{call}: {link}");
                }
                _ => assert!(link.is_empty() || link.contains(':'), "{call}: {link}"),
            }
        }
        let levels = |html: &str| -> Vec<u8> {
            let headings =
                tags(html).into_iter().filter_map(|tag| tag.name.strip_prefix('h')?.parse().ok());
            headings.collect()
        };
        let moved: Vec<u8> = levels(main_of(page)).iter().map(|level| (level + 2).min(6)).collect();
        let kept = levels(fragment);
        assert_eq!(kept[0], 3, "{call}");
        // What is hidden until a script shows it is not in the fragment.
        assert!(
            kept.len() > 5 && kept.iter().all(|level| moved.contains(level)),
            "{call}: {kept:?}"
        );
        let lang = &call[..2];
        assert!(
            fragment.starts_with("<article id=\"appel-national-amige-2022\" lang=\""),
            "{call}"
        );
        assert_eq!(found[0].get("lang"), lang);
        assert_eq!(found[0].get("dir"), "ltr");
        assert!(!fragment.contains("<script") && !fragment.contains("\n\n"), "{call}");
    }
}

#[test]
fn a_page_in_a_frame_leads_out_of_it_and_is_no_page_of_its_own() {
    let build = build("integration: {}\n");
    let site = texts(&build);
    for (call, [_, frame, _]) in calls(&site) {
        let found = tags(frame);
        let of = |name: &str, key: &str, value: &str| {
            let tag = found.iter().find(|tag| tag.name == name && tag.get(key) == value);
            tag.unwrap_or_else(|| panic!("{call}: no <{name} {key}={value}>"))
        };
        assert_eq!(of("meta", "name", "robots").get("content"), "noindex");
        assert_eq!(of("link", "rel", "canonical").get("href"), format!("{ADDRESS}{call}.html"));
        for link in found.iter().filter(|tag| tag.name == "a") {
            let stays = link.get("href").starts_with('#');
            assert_eq!(link.get("target"), if stays { "" } else { "_top" }, "{call}: {link:?}");
        }
    }
    let map = site["sitemap.xml"];
    assert!(map.contains("amige-2022.html") && !map.contains("cadre") && !map.contains("fragment"));
}

#[test]
fn nothing_is_made_for_other_sites_without_being_asked_for_nor_of_a_draft() {
    let shipped = Project::shipped();
    let plain = pipeline::build(&shipped.request(TODAY)).expect("a project");
    let for_others =
        |address: &str| address.ends_with("/cadre.html") || address.ends_with("/fragment.html");
    assert!(!texts(&plain).keys().any(|address| for_others(address)));

    let project = Project::base();
    let settings = read(&project.root.join("canevas.yaml"));
    project.write("canevas.yaml", format!("{settings}integration: {{}}\n"));
    let call = read(&project.root.join("regions/bretagne/amige-2022.yaml"));
    project.write(
        "regions/bretagne/amige-2022.yaml",
        call.replace("statut: publie", "statut: brouillon"),
    );
    let request = canevas::Project { drafts: true, ..project.request(TODAY) };
    let build = pipeline::build(&request).expect("a project");
    let found: Vec<_> = texts(&build).into_keys().filter(|address| for_others(address)).collect();
    assert!(texts(&build).contains_key("fr/bretagne/amige-2022.html"));
    assert!(
        !found.is_empty() && found.iter().all(|address| !address.contains("bretagne")),
        "{found:?}"
    );
}
