//! A call's text as a PDF, with every kind of block.

use std::collections::BTreeSet;

use lopdf::{Document, Object};
use proptest::collection::vec;
use proptest::prelude::*;

use super::write_call_text;
use crate::documents::call_text::{Alignment, Block, CallText, Dated, Passage, Section};
use crate::documents::paragraph::{Paragraph, ParagraphKind, Run};
use crate::documents::sample;
use crate::documents::sheet::{Dossier, Phrase};
use crate::model::id::Lang;
use crate::model::told::booklet::Cover;

const PAGE: &str = "https://example.org/fr/bretagne/amige-2022.html";

fn run(text: &str, link: Option<String>) -> Run {
    Run { text: text.to_owned(), link, ..Run::default() }
}

fn words(text: &str) -> Paragraph {
    Paragraph { kind: ParagraphKind::Plain, runs: vec![run(text, None)], lang: None }
}

fn blocks() -> Vec<Block> {
    let inside = run("voir le calendrier", Some(format!("{PAGE}#calendrier")));
    let outside = run("le site", Some("https://example.org/".to_owned()));
    let linked = Paragraph { runs: vec![inside, run(" et ", None), outside], ..words("") };
    let english = Paragraph { lang: Lang::new("en"), ..words("Not translated yet.") };
    let item = |text: &str| vec![Block::Paragraph(words(text))];
    let nested = vec![Block::List { start: Some(3), items: vec![item("un"), item("deux")] }];
    vec![
        Block::Paragraph(linked),
        Block::Paragraph(sample::marked()),
        Block::Heading { level: 3, text: words("Montant") },
        Block::List { start: None, items: vec![item("œuvre"), nested] },
        Block::Quote(vec![Block::Paragraph(english)]),
        Block::Code("a < b".to_owned()),
        Block::Table {
            alignments: vec![Alignment::Start, Alignment::End],
            head: vec![words("Poste"), words("Montant")],
            rows: vec![vec![words("Aide"), words("60\u{a0}000\u{a0}€")]],
        },
        Block::Rule,
    ]
}

fn text() -> CallText {
    let Dossier { lang, identity, service, call, within, date, footer, page_of, guide, .. } =
        sample::dossier();
    let step = Dated {
        label: Phrase { text: "Dépôt".to_owned(), lang: None },
        when: "lundi 17 janvier 2022".to_owned(),
        marks: Vec::new(),
        cancelled: true,
    };
    let section = |id: &str, mark: Option<&str>, blocks| Section {
        id: id.to_owned(),
        level: 2,
        title: vec![run(id, None)],
        lang: None,
        passages: vec![Passage { mark: mark.map(str::to_owned), blocks }],
    };
    let sections = vec![
        section("contexte", Some("Ajouté par la DREETS Bretagne"), blocks()),
        section("calendrier", None, vec![Block::Calendar(vec![step])]),
    ];
    let cover = Cover {
        lang,
        right_to_left: false,
        identity,
        service,
        summary: call.clone(),
        title: call,
        within,
        date,
        footer,
        page_of,
        contents: "Sommaire".to_owned(),
    };
    CallText { cover, guide, page: PAGE.to_owned(), sections }
}

fn file() -> Document {
    Document::load_mem(&write_call_text(&text()).expect("a file")).expect("it can be read")
}

#[test]
fn every_block_has_its_tag() {
    let document = file();
    let elements = document.objects.values().filter_map(|object| object.as_dict().ok());
    let names: BTreeSet<String> = elements
        .filter(|element| element.has(b"P"))
        .filter_map(|element| element.get(b"S").and_then(Object::as_name).ok())
        .map(|name| String::from_utf8_lossy(name).into_owned())
        .collect();
    for name in
        ["H1", "H2", "P", "L", "LI", "LBody", "BlockQuote", "Code", "Table", "TH", "TD", "Link"]
    {
        assert!(names.contains(name), "{name} is not among {names:?}");
    }
}

#[test]
fn a_link_to_a_section_stays_in_the_file() {
    let document = file();
    let links: Vec<_> = document
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .filter(|it| it.get(b"Subtype").and_then(Object::as_name).is_ok_and(|n| n == b"Link"))
        .collect();
    let leave: Vec<String> = links
        .iter()
        .filter_map(|link| document.get_dict_in_dict(link, b"A").ok())
        .filter_map(|action| action.get(b"URI").and_then(Object::as_str).ok())
        .map(|address| String::from_utf8_lossy(address).into_owned())
        .collect();
    assert!(leave.iter().all(|address| !address.contains('#')), "{leave:?}");
    assert!(leave.contains(&"https://example.org/".to_owned()));
    assert!(links.len() > leave.len(), "one stays");
}

#[test]
fn the_same_text_gives_the_same_bytes() {
    let once = write_call_text(&text()).expect("a file");
    assert_eq!(once, write_call_text(&text()).expect("a file"));
}

/// Headings of any level, some without words, at the top, in lists and in quotations.
#[test]
fn a_long_table_may_have_a_link_in_its_head() {
    let linked = |link| Paragraph { runs: vec![run("Tête", link)], ..words("") };
    for link in [None, Some("https://www.example.org/".to_owned())] {
        let table = Block::Table {
            alignments: vec![Alignment::Start],
            head: vec![linked(link)],
            rows: vec![vec![words("Cellule")]; 120],
        };
        let section = Section {
            id: "section".to_owned(),
            level: 2,
            title: vec![run("Section", None)],
            lang: None,
            passages: vec![Passage { mark: None, blocks: vec![table] }],
        };
        let text = CallText { sections: vec![section], ..text() };
        assert_eq!(write_call_text(&text).err().map(|error| error.to_string()), None);
    }
}

fn any_blocks() -> impl Strategy<Value = Vec<Block>> {
    let heading = (0..=7u8, prop_oneof![Just(""), Just(" "), Just("Titre")])
        .prop_map(|(level, title)| Block::Heading { level, text: words(title) });
    let leaf = prop_oneof![
        4 => heading,
        1 => Just(Block::Paragraph(words(""))),
        1 => Just(Block::Code(String::new())),
        1 => Just(Block::Table { alignments: vec![], head: vec![], rows: vec![] }),
        1 => Just(Block::List { start: Some(u64::from(u32::MAX)), items: vec![vec![]] }),
        1 => Just(Block::Rule),
    ];
    let block = leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Block::Quote),
            vec(vec(inner, 0..3), 1..3).prop_map(|items| Block::List { start: None, items }),
        ]
    });
    vec(block, 0..8)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_laid_out(all in vec((0..=7u8, any_blocks()), 1..4)) {
        let sections = all.into_iter().enumerate().map(|(rank, (level, blocks))| Section {
            id: format!("section-{rank}"),
            level,
            title: vec![run("Section", None)],
            lang: None,
            passages: vec![Passage { mark: None, blocks }],
        });
        let text = CallText { sections: sections.collect(), ..text() };
        prop_assert!(write_call_text(&text).is_ok());
    }
}
