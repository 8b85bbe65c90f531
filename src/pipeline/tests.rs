//! The dossiers of this repository, in every region and language.

use std::collections::BTreeSet;

use super::renderer::Renderer;
use super::{Memo, prepare};
use crate::documents::paragraph::Paragraph;
use crate::documents::sheet::{Dossier, Kind, Question};
use crate::model::id::Lang;
use crate::model::project::Project;
use crate::model::regional::RegionalCall;

const CRITERIA: [&str; 12] = [
    "consortiums",
    "partenaires-locaux",
    "branches",
    "territoires",
    "demarche",
    "competences",
    "promotion",
    "strategie",
    "besoins-a-temps-partiel",
    "cooperation",
    "etudes-de-marche",
    "co-travail",
];

fn renderer() -> Renderer {
    renderer_at("2021-12-20T09:00:00Z")
}

fn renderer_at(now: &str) -> Renderer {
    let project = Project {
        root: env!("CARGO_MANIFEST_DIR").into(),
        now: now.parse().expect("an instant"),
        address: None,
        only: None,
        drafts: false,
    };
    let prepared = prepare(&project, &mut Memo::default()).expect("it can be read");
    assert!(!prepared.diagnostics.any_error(), "the repository builds");
    prepared.renderer.expect("it builds")
}

fn each_dossier(check: impl Fn(&RegionalCall, &Dossier)) {
    let renderer = renderer();
    let site = renderer.site();
    let mut count = 0;
    for call in site.regions.iter().flat_map(|region| &region.calls) {
        for lang in site.settings.codes() {
            check(call, &renderer.dossier(call, &lang).expect("the call has a dossier"));
            count += 1;
        }
    }
    assert_eq!(count, 18 * 2);
}

fn questions(dossier: &Dossier) -> impl Iterator<Item = &Question> {
    dossier.parts.iter().flat_map(|part| &part.questions)
}

fn question<'d>(dossier: &'d Dossier, id: &str) -> &'d Question {
    questions(dossier).find(|question| question.id == id).expect("the question is asked")
}

fn words(paragraphs: &[Paragraph]) -> String {
    let runs = paragraphs.iter().flat_map(|paragraph| &paragraph.runs);
    runs.map(|run| run.text.as_str()).collect()
}

/// All that is read, in order.
fn read(dossier: &Dossier) -> String {
    let mut read = words(&dossier.introduction);
    for guide in &dossier.guide {
        read.push_str(&guide.title);
        read.push_str(&words(&guide.body));
    }
    for part in &dossier.parts {
        read.push_str(&part.title.text);
        read.push_str(&words(&part.introduction));
        for question in &part.questions {
            read.push_str(&question.label.text);
            read.push_str(&words(&question.help));
        }
    }
    read
}

#[test]
fn each_field_has_its_own_name() {
    each_dossier(|call, dossier| {
        let fields = dossier.fields();
        let ids: BTreeSet<&str> = fields.iter().map(|field| field.id.as_str()).collect();
        assert_eq!(ids.len(), fields.len(), "{}", call.region.slug);
        assert!(fields.iter().all(|field| !field.label.is_empty()));
    });
}

#[test]
fn the_twelve_criteria_are_asked_in_order() {
    each_dossier(|_, dossier| {
        let plan = dossier.parts.iter().find(|part| part.id == "plan-d-action").expect("a part");
        let asked: Vec<&str> = plan.questions.iter().map(|question| question.id.as_str()).collect();
        assert_eq!(asked, CRITERIA);
        assert!(plan.questions.iter().all(|question| question.required));
        let numbers = plan.questions.iter().map(|question| question.number.clone());
        let expected = (1..=12).map(|rank| format!("{}.{rank}", plan.number));
        assert!(numbers.eq(expected));
    });
}

#[test]
fn the_ceiling_is_that_of_the_region() {
    each_dossier(|call, dossier| {
        let Kind::Budget(budget) = &question(dossier, "budget").kind else { panic!("a budget") };
        let own = call.parameters.iter().find(|p| &*p.parameter.name == "plafond_aide");
        assert_eq!(Some(budget.ceiling), own.map(|own| own.parameter.value));
        assert!(read(dossier).contains(&budget.ceiling_words), "{}", call.region.slug);
    });
}

#[test]
fn priorities_are_answers_where_there_are_some() {
    each_dossier(|call, dossier| {
        let offered = questions(dossier).find(|question| question.id == "priorites");
        let offered = offered.map(|question| match &question.kind {
            Kind::Choices(choices) => choices.iter().map(|choice| choice.id.clone()).collect(),
            _ => Vec::new(),
        });
        let own: Vec<String> = call.priorities.iter().map(|p| p.id.to_string()).collect();
        assert_eq!(offered.unwrap_or_default(), own, "{}", call.region.slug);
    });
}

#[test]
fn nothing_is_left_to_say() {
    each_dossier(|call, dossier| {
        let read = read(dossier);
        assert!(!read.contains("{{") && !read.contains("form_"), "{}: {read}", call.region.slug);
        // A sentence that the theme lacks shows its name.
        let said = format!("{:?}", dossier.words);
        assert!(!said.contains("form_") && !said.contains("budget_"), "{said}");
        assert_eq!(dossier.guide.len(), 4, "{}", call.region.slug);
        assert!(dossier.footer.contains(&dossier.identity.version));
        let foreign = questions(dossier).filter_map(|question| question.label.lang.as_ref());
        let expected = usize::from(!call.complete_in(&dossier.lang)) * questions(dossier).count();
        assert_eq!(foreign.count(), expected, "{} in {}", call.region.slug, dossier.lang);
    });
}

#[test]
fn names_stand_as_grammar_asks() {
    let renderer = renderer();
    let check = |region: &str, lang: &str, within: &str, footer: &str, when: &str| {
        let calls = renderer.site().regions.iter().flat_map(|region| &region.calls);
        let call = calls.clone().find(|call| call.region.slug.as_str() == region).expect("a call");
        let lang = Lang::new(lang).expect("a language");
        let dossier = renderer.dossier(call, &lang).expect("a dossier");
        assert_eq!(dossier.within, within);
        assert!(dossier.footer.starts_with(footer), "{}", dossier.footer);
        let told = words(&dossier.guide[0].body);
        assert!(told.contains(when), "{told}");
    };
    check("bretagne", "fr", "en Bretagne", "AMIGE · Bretagne · version ", "lundi 17 janvier 2022");
    check("la-reunion", "fr", "à La Réunion", "AMIGE · La Réunion", "heure de Paris");
    check("la-reunion", "en", "in Réunion", "AMIGE · Réunion", "Paris time");
    check("grand-est", "fr", "dans le Grand Est", "AMIGE · Grand Est", "2022");
}

#[test]
fn links_lead_out_of_the_file() {
    each_dossier(|call, dossier| {
        let helps = questions(dossier).flat_map(|question| &question.help);
        let guide = dossier.guide.iter().flat_map(|guide| &guide.body);
        let paragraphs = dossier.introduction.iter().chain(guide).chain(helps);
        let links = paragraphs.flat_map(|p| &p.runs).filter_map(|run| run.link.as_ref());
        let links: Vec<&String> = links.collect();
        let page = format!("{}/{}/{}.html#", dossier.lang, call.region.slug, call.call.slug);
        assert!(links.iter().any(|link| link.contains(&page)), "{}", call.region.slug);
        assert!(
            links.iter().all(|link| link.starts_with("https://") || link.starts_with("mailto:"))
        );
    });
}

#[test]
fn versions_do_not_change_from_one_run_to_the_next() {
    let [first, second] = [renderer(), renderer()];
    let call = &first.site().regions[0].calls[0];
    for lang in first.site().settings.codes() {
        let version = |renderer: &Renderer| {
            renderer.dossier(call, &lang).map(|dossier| dossier.identity.version)
        };
        assert_eq!(version(&first), version(&second));
    }
}

#[cfg(feature = "pdf")]
#[test]
fn every_dossier_is_a_light_form() {
    each_dossier(|_, dossier| {
        let bytes = crate::documents::pdf::write(dossier).expect("a file");
        assert!(bytes.len() <= 150_000, "{}: {} bytes", dossier.footer, bytes.len());
    });
}

#[cfg(feature = "pdf")]
#[test]
fn every_call_text_is_a_light_file() {
    let renderer = renderer();
    let site = renderer.site();
    for call in site.regions.iter().flat_map(|region| &region.calls) {
        for lang in site.settings.codes() {
            let text = renderer.call_text(call, &lang);
            let bytes = crate::documents::pdf::write_call_text(&text).expect("a file");
            assert!(bytes.len() <= 150_000, "{}: {} bytes", text.cover.footer, bytes.len());
        }
    }
}

#[cfg(feature = "pdf")]
#[test]
fn a_document_says_the_same_whatever_the_day() {
    let [open, over] = ["2021-12-20T09:00:00Z", "2023-06-01T09:00:00Z"].map(renderer_at);
    let made = |renderer: &Renderer, rank: usize| {
        let call = &renderer.site().regions[rank].calls[0];
        let lang = renderer.site().settings.reference();
        let dossier = renderer.dossier(call, lang).expect("the call has a dossier");
        (format!("{dossier:?}"), format!("{:?}", renderer.call_text(call, lang)))
    };
    for rank in 0..open.site().regions.len() {
        assert_eq!(made(&open, rank), made(&over, rank));
    }
}
