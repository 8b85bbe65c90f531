//! A regional call becomes its [`CallText`] in one language.

use std::cell::RefCell;

use super::{Block, CallText, Dated, Passage, Section, blocks};
use crate::documents::paragraphs;
use crate::documents::typeset::Pass;
use crate::model::abbreviation::Abbreviations;
use crate::model::address::Address;
use crate::model::digest::Digest;
use crate::model::localized::Localized;
use crate::model::origin::Origin;
use crate::model::prose::{self, Prose};
use crate::model::region::{Document, Priority};
use crate::model::regional::{RegionalCall, RegionalPart, RegionalSection, RegionalStep};
use crate::model::value::Place;
use crate::pages::call;
use crate::tell::context::PageContext;
use crate::tell::dossier::resolve::{self, Texts};
use crate::tell::dossier::sheet::{Identity, Paragraph, ParagraphKind, Run, Text};
use crate::tell::dossier::{guide, wording};
use crate::tell::leftovers::{self, Leftover};
use crate::tell::moments;
use crate::words::grammar;

/// The text of `call` in the language of `page`.
pub fn call_text(page: PageContext<'_>, call: &RegionalCall) -> CallText {
    let notes = RefCell::default();
    let texts = Texts { page, call, notes: &notes };
    // In reading order, which is that of the notes.
    let guide = guide::of(texts);
    let sections = call.sections.iter().filter(|section| !holds_news(section));
    let left = leftovers::of(page.words, call, page.content);
    let left = left.into_iter().filter(|block| block.place != Place::News);
    let sections: Vec<Section> = sections
        .map(|s| section(texts, s))
        .chain(left.map(|block| leftover(texts, block)))
        .collect();
    // Every word counts, and no typeface: the same text has the same version for ever.
    let version =
        Digest::of(format!("{guide:?}{sections:?}").as_bytes()).to_string()[..8].to_owned();
    let mut text = CallText {
        lang: page.words.lang.clone(),
        right_to_left: page.words.lang.is_right_to_left(),
        service: format!("{} {}", call.region.service.acronym, resolve::region(page, call)),
        title: texts.text(&call.call.title),
        within: grammar::territory_in(page.words, &call.region.territory),
        summary: texts.text(&call.call.summary),
        date: call.call.published,
        footer: resolve::footer(page, call, &version),
        page_of: wording::page_of(page.words),
        contents: page.words.say("contents_of_form", &[]),
        page: page.link(page.address),
        identity: Identity {
            call: call.call.slug.clone(),
            region: call.region.slug.clone(),
            version,
        },
        guide,
        sections,
    };
    typeset(&mut text, &page.shared.site.settings.abbreviations);
    text
}

/// What typography asks for once every word is in place, in reading order.
fn typeset(text: &mut CallText, known: &Abbreviations) {
    let mut pass = Pass::new(&text.lang, known);
    text.guide.iter_mut().for_each(|guide| pass.paragraphs(&mut guide.paragraphs));
    for section in &mut text.sections {
        pass.raise(&mut section.title, section.lang.as_ref());
        let passages = section.passages.iter_mut();
        passages.for_each(|passage| typeset_blocks(&mut pass, &mut passage.blocks));
    }
}

fn typeset_blocks(pass: &mut Pass<'_>, blocks: &mut [Block]) {
    for block in blocks {
        match block {
            Block::Paragraph(text) => pass.paragraph(text),
            Block::Heading { text, .. } => pass.raise(&mut text.runs, text.lang.as_ref()),
            Block::List { items, .. } => {
                for item in items {
                    typeset_blocks(pass, item);
                }
            }
            Block::Quote(inner) => typeset_blocks(pass, inner),
            Block::Table { head, rows, .. } => {
                pass.paragraphs(head);
                for row in rows {
                    pass.paragraphs(row);
                }
            }
            Block::Code(_) | Block::Rule | Block::Calendar(_) => {}
        }
    }
}

/// What changed is announced on the page, day after day: a section that places nothing else is of no use here.
fn holds_news(section: &RegionalSection) -> bool {
    let texts = section.parts.iter().flat_map(|part| part.text.iter().map(|(_, text)| text));
    let mut places = texts.flat_map(Prose::places).map(|place| place.value).peekable();
    places.peek().is_some() && places.all(|place| place == Place::News)
}

/// A block that no section places.
fn leftover(texts: Texts<'_>, block: Leftover) -> Section {
    let passage = Passage { mark: None, blocks: composed(texts, block.place) };
    Section {
        id: block.id,
        level: 2,
        title: vec![Run { text: block.title, ..Run::default() }],
        lang: None,
        passages: vec![passage],
    }
}

fn section(texts: Texts<'_>, regional: &RegionalSection) -> Section {
    let section = &regional.section;
    let title = section.title.show(texts.page.content);
    let context = texts.page.text_in(title.lang, None);
    // On its own line: the numbers are borrowed until its end, and the passages borrow them too.
    let words =
        paragraphs::runs(&context, &Prose::default(), title.value, &mut texts.notes.borrow_mut());
    Section {
        id: section.id.to_string(),
        level: section.level,
        title: words,
        lang: texts.foreign(title.lang),
        passages: regional.parts.iter().map(|part| passage(texts, part)).collect(),
    }
}

fn passage(texts: Texts<'_>, part: &RegionalPart) -> Passage {
    let mut all = Vec::new();
    for run in written(texts, &part.text, part.origin) {
        match run {
            Written::Blocks(blocks) => all.extend(blocks),
            Written::Place(place) => all.extend(composed(texts, place)),
        }
    }
    Passage { mark: mark(texts, part.origin), blocks: all }
}

/// A text, cut at the blocks that are composed.
enum Written {
    Blocks(Vec<Block>),
    Place(Place),
}

fn written(texts: Texts<'_>, text: &Localized<Prose>, origin: Origin) -> Vec<Written> {
    let shown = text.show(texts.page.content);
    let owner = match origin {
        Origin::National => &texts.call.call.slug,
        Origin::Added | Origin::Replaced => &texts.call.region.slug,
    };
    let context = texts.page.text_in(shown.lang, Some(owner));
    let lang = texts.foreign(shown.lang);
    let runs = shown.value.blocks.chunk_by(|a, b| !is_place(a) && !is_place(b));
    let written = runs.map(|run| match run {
        [prose::Block::Place(place)] => Written::Place(place.value),
        _ => {
            let numbers = &mut texts.notes.borrow_mut();
            Written::Blocks(blocks::of(&context, (shown.value, run), lang.as_ref(), numbers))
        }
    });
    written.collect()
}

fn is_place(block: &prose::Block) -> bool {
    matches!(block, prose::Block::Place(_))
}

fn mark(texts: Texts<'_>, origin: Origin) -> Option<String> {
    let mark = call::mark(&texts.page, texts.call, origin);
    (!mark.is_empty()).then_some(mark)
}

/// What the page composes.
fn composed(texts: Texts<'_>, place: Place) -> Vec<Block> {
    let Texts { page, call, .. } = texts;
    let none = |name: &str| vec![Block::Paragraph(paragraphs::plain(page.words.say(name, &[])))];
    match place {
        Place::Priorities if call.priorities.is_empty() => none("priorities_none"),
        Place::Priorities => call.priorities.iter().flat_map(|p| priority(texts, p)).collect(),
        Place::Calendar if call.steps.is_empty() => none("calendar_none"),
        Place::Calendar => {
            vec![Block::Calendar(call.steps.iter().map(|step| dated(texts, step)).collect())]
        }
        Place::Filing => listed(guide::filing(texts)),
        Place::Contacts => listed(guide::contacts(texts)),
        Place::Documents if call.documents.is_empty() => none("documents_none"),
        Place::Documents => {
            listed(call.documents.iter().map(|file| document(texts, file)).collect())
        }
        Place::News => Vec::new(),
    }
}

/// Bullets that follow one another make one list.
fn listed(all: Vec<Paragraph>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for paragraph in all {
        let bullet = paragraph.kind == ParagraphKind::Bullet;
        let block = Block::Paragraph(Paragraph { kind: ParagraphKind::Plain, ..paragraph });
        match blocks.last_mut() {
            Some(Block::List { items, .. }) if bullet => items.push(vec![block]),
            _ if bullet => blocks.push(Block::List { start: None, items: vec![vec![block]] }),
            _ => blocks.push(block),
        }
    }
    blocks
}

fn priority(texts: Texts<'_>, priority: &Priority) -> Vec<Block> {
    let page = &texts.page;
    let title = texts.text(&priority.title);
    let run = Run { text: title.text, ..Run::default() };
    let text = Paragraph { kind: ParagraphKind::Plain, runs: vec![run], lang: title.lang };
    let mut all = vec![Block::Heading { level: 3, text }];
    for run in written(texts, &priority.body, Origin::Added) {
        if let Written::Blocks(blocks) = run {
            all.extend(blocks);
        }
    }
    let named = |text: &str| Text { text: text.to_owned(), lang: None };
    let departments = priority.departments.iter().map(|d| named(&d.name)).collect();
    let sectors = priority.sectors.iter().map(|sector| texts.text(sector)).collect();
    let scopes = [("departments_label", departments), ("sectors_label", sectors)];
    let scopes = scopes.map(|(name, words)| labelled(page.words.say(name, &[]), words));
    all.extend(scopes.into_iter().flatten().reduce(joined).map(Block::Paragraph));
    all
}

/// "Secteurs : industrie, HCR".
fn labelled(label: String, words: Vec<Text>) -> Option<Paragraph> {
    let lang = words.first()?.lang.clone();
    let words: Vec<String> = words.into_iter().map(|text| text.text).collect();
    let runs = vec![
        Run { text: label, strong: true, ..Run::default() },
        Run { text: format!(" {}", words.join(", ")), ..Run::default() },
    ];
    Some(Paragraph { kind: ParagraphKind::Plain, runs, lang })
}

/// Both, in one paragraph.
fn joined(mut first: Paragraph, second: Paragraph) -> Paragraph {
    first.runs.push(Run { text: " · ".to_owned(), ..Run::default() });
    first.runs.extend(second.runs);
    first.lang = first.lang.or(second.lang);
    first
}

fn dated(texts: Texts<'_>, step: &RegionalStep) -> Dated {
    let Texts { page, call, .. } = texts;
    let mark = call::step_mark(&page, call, step);
    Dated {
        label: texts.text(&step.step.label),
        when: moments::sentence(page.shared, page.words, call, step),
        mark: (!mark.is_empty()).then_some(mark),
        cancelled: step.cancelled.is_some(),
    }
}

/// The title of an attached file, with its public address.
fn document(texts: Texts<'_>, document: &Document) -> Paragraph {
    let Texts { page, call, .. } = texts;
    let title = texts.text(&document.title);
    let address = Address::document(&call.region.slug, &document.file.value);
    let link = Some(page.link(&address));
    Paragraph {
        kind: ParagraphKind::Bullet,
        runs: vec![Run { text: title.text, link, ..Run::default() }],
        lang: title.lang,
    }
}
