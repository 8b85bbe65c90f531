//! `canevas.<lang>.md` in every language becomes the sections of a call.
//!
//! A heading with an id opens a section; what follows, up to the next such heading, is its body. Languages are
//! matched by id, and must agree: an anchor never changes with the language.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::call_files::CallFiles;
use super::located::Located;
use super::markdown::{self, Document, Heading, Part, Setting};
use super::notes;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Seen};
use crate::model::call::{Section, SectionPolicy};
use crate::model::digest::Digest;
use crate::model::id::{Lang, Slug};
use crate::model::localized::Localized;
use crate::model::mention::Mention;
use crate::model::prose::{Block, Inlines, Prose, plain_text};
use crate::model::source::{SourceFile, Span};

/// A section in one language.
struct Draft {
    id: Slug,
    level: u8,
    policy: Option<SectionPolicy>,
    title: Inlines,
    body: Prose,
    span: Span,
    digest: String,
}

/// What is wrong with a heading that does not open the section it should, or not as it should.
const UNREAD_HEADINGS: [Code; 5] = [
    Code::ForbiddenHeading,
    Code::InvalidIdentifier,
    Code::MissingSectionId,
    Code::TooDeep,
    Code::UnknownPolicy,
];

/// One language's text, in sections.
struct Text {
    drafts: Vec<Draft>,
    /// Whether a heading that its author typed may have opened no section.
    unread: bool,
}

/// Reads the canvas in every language and joins them, and tells whether some sections could not be read. `None` when the
/// reference text is missing.
pub fn sections(
    diagnostics: &mut Diagnostics,
    files: &CallFiles<'_>,
    reference: &Lang,
) -> (Option<Vec<Section>>, bool) {
    let readable = files.texts.iter().all(|(_, file)| file.readable);
    let mut texts = files.texts.iter().filter(|(_, file)| file.readable);
    let first = texts.next().filter(|(lang, _)| lang == reference);
    let Some((lang, file)) = first else { return (None, true) };
    let text = read(diagnostics, file, lang);
    let others: Vec<(&Lang, Text)> =
        texts.map(|(lang, file)| (lang, read(diagnostics, file, lang))).collect();
    let unread = !readable || text.unread || others.iter().any(|(_, other)| other.unread);
    for (lang, other) in &others {
        compare(diagnostics, &text, other, lang);
    }
    let others = others.into_iter().map(|(lang, other)| (lang, other.drafts)).collect();
    (Some(join(lang, text.drafts, others)), unread)
}

fn read(diagnostics: &mut Diagnostics, file: &SourceFile, lang: &Lang) -> Text {
    let mut found = Diagnostics::default();
    let drafts = drafts(&mut found, file, lang);
    let unread = found.iter().any(|diagnostic| UNREAD_HEADINGS.contains(&diagnostic.code));
    diagnostics.extend(found);
    Text { drafts, unread }
}

fn drafts(diagnostics: &mut Diagnostics, file: &SourceFile, lang: &Lang) -> Vec<Draft> {
    let located = Located::file(file.id, &file.text);
    let Document { parts, notes, mentions } =
        markdown::document(diagnostics, located, lang, Setting::Canvas);
    let mut outline = Outline::default();
    for part in parts {
        let block = match part {
            Part::Heading(heading) => outline.open(diagnostics, heading),
            Part::Block(block) => Some(block),
        };
        if let Some(block) = block {
            push(diagnostics, file, &mut outline.drafts, block);
        }
    }
    let Outline { mut drafts, starts, .. } = outline;
    let ends = drafts.iter().skip(1).map(|d| d.span.start as usize).chain([file.text.len()]);
    let ends: Vec<usize> = ends.collect();
    let mut taken = vec![false; notes.len()];
    let mut mentions = mentions.into_iter().peekable();
    for ((draft, start), end) in drafts.iter_mut().zip(starts).zip(ends) {
        draft.digest = digest(&file.text[start..end]);
        draft.body.own_notes = notes::called(&notes, &draft.body.blocks, &mut taken);
        draft.body.notes = Arc::clone(&notes);
        let inside = |mention: &Mention| (mention.span.start as usize) < end;
        draft.body.mentions.extend(std::iter::from_fn(|| mentions.next_if(inside)));
    }
    drafts
}

/// The sections opened so far.
#[derive(Default)]
struct Outline {
    drafts: Vec<Draft>,
    /// Where the text of each starts.
    starts: Vec<usize>,
    seen: Seen<Slug>,
}

impl Outline {
    /// Opens a section, or gives back a heading that is only a part of one.
    fn open(&mut self, diagnostics: &mut Diagnostics, heading: Heading) -> Option<Block> {
        if heading.level == 1 {
            let forbidden = Diagnostic::new(Code::ForbiddenHeading, heading.span);
            diagnostics.push(forbidden.with("raison", "niveau").with("marques", "##"));
            return None;
        }
        if heading.id.is_none() {
            if heading.level == 2 {
                let suggestion = Slug::suggestion(&plain_text(&heading.content));
                let missing = Diagnostic::new(Code::MissingSectionId, heading.span);
                diagnostics.push(missing.with("suggestion", suggestion));
            }
            return Some(heading.into_block());
        }
        let Heading { level, content, id, classes, span, end } = heading;
        let id = id.unwrap_or_default();
        let Some(slug) = Slug::new(&id) else {
            let wrong = Diagnostic::new(Code::InvalidIdentifier, span).with("identifiant", &id);
            diagnostics.push(wrong.with("suggestion", Slug::suggestion(&id)));
            return None;
        };
        if let Some(twin) = self.seen.twin(&slug, span) {
            diagnostics.push(twin);
            return None;
        }
        notes::refuse_in_title(diagnostics, &content);
        let policy = classes.iter().filter_map(|class| {
            let found = SectionPolicy::ALL.iter().find(|(name, _)| name == class);
            if found.is_none() {
                let names = SectionPolicy::ALL.map(|(name, _)| name);
                let unknown = Diagnostic::new(Code::UnknownPolicy, span).with("classe", class);
                diagnostics.push(unknown.nearest(class, names).with("classes", names.join(", ")));
            }
            found.map(|(_, policy)| *policy)
        });
        let policy = policy.last();
        self.starts.push(end);
        self.drafts.push(Draft {
            id: slug,
            level,
            policy,
            title: content,
            body: Prose::default(),
            span,
            digest: String::new(),
        });
        None
    }
}

fn push(diagnostics: &mut Diagnostics, file: &SourceFile, drafts: &mut [Draft], block: Block) {
    match drafts.last_mut() {
        Some(draft) => draft.body.blocks.push(block),
        // What it stands under has been said not to be the heading of a section.
        None if diagnostics.iter().any(|said| UNREAD_HEADINGS.contains(&said.code)) => {}
        // Text before the first section would have no place on the page.
        None => {
            let start = file.text.len() - file.text.trim_start().len();
            let line = file.text[start..].lines().next().map_or(0, str::len);
            let place = Span::new(file.id, start..start + line);
            diagnostics.push(Diagnostic::new(Code::MissingSectionId, place).with("suggestion", ""));
        }
    }
}

/// A fingerprint of the text that line ends and outer blanks do not change.
fn digest(text: &str) -> String {
    let normal = text.replace("\r\n", "\n");
    Digest::of(normal.trim().as_bytes()).to_string()[..12].to_owned()
}

/// Says where a translation has not the sections of the reference, in its order.
fn compare(diagnostics: &mut Diagnostics, reference: &Text, translated: &Text, lang: &Lang) {
    let unread = reference.unread || translated.unread;
    let (twins, others) = (by_id(&reference.drafts), by_id(&translated.drafts));
    let (drafts, translated) = (&reference.drafts, &translated.drafts);
    let said = |problem: &'static str, at: &Draft, also: Span| {
        let mismatch = Diagnostic::new(Code::SectionMismatch, at.span).and(also);
        mismatch.with("probleme", problem).with("section", &at.id).with("langue", lang)
    };
    let last = translated.last().map(|draft| draft.span);
    for draft in drafts {
        if !unread && !others.contains_key(&draft.id) {
            diagnostics.push(said("absente", draft, last.unwrap_or(draft.span)));
        }
    }
    for draft in translated {
        let Some(twin) = twins.get(&draft.id) else {
            let place = drafts.last().map_or(draft.span, |reference| reference.span);
            if !unread {
                diagnostics.push(said("en-trop", draft, place));
            }
            continue;
        };
        if draft.policy.is_some() && draft.policy != twin.policy {
            diagnostics.push(said("classe", draft, twin.span));
        }
        if draft.level != twin.level {
            diagnostics.push(said("niveau", draft, twin.span));
        }
    }
    let shared = drafts.iter().filter(|draft| others.contains_key(&draft.id));
    let ranked = translated.iter().filter(|draft| twins.contains_key(&draft.id));
    // One word about the order is enough: all that follow are shifted.
    if let Some((twin, draft)) = shared.zip(ranked).find(|(twin, draft)| twin.id != draft.id) {
        diagnostics.push(said("ordre", draft, twin.span));
    }
}

fn by_id(drafts: &[Draft]) -> BTreeMap<&Slug, &Draft> {
    drafts.iter().map(|draft| (&draft.id, draft)).collect()
}

fn join(reference: &Lang, drafts: Vec<Draft>, others: Vec<(&Lang, Vec<Draft>)>) -> Vec<Section> {
    let by_id = |drafts: Vec<Draft>| drafts.into_iter().map(|draft| (draft.id.clone(), draft));
    let others = others.into_iter().map(|(lang, drafts)| (lang, by_id(drafts).collect()));
    let mut others: Vec<(&Lang, BTreeMap<Slug, Draft>)> = others.collect();
    let mut sections: Vec<Section> = Vec::with_capacity(drafts.len());
    // The ranks of those that the next one may be a part of, the outermost first.
    let mut around: Vec<usize> = Vec::new();
    for draft in drafts {
        let mut titles = vec![(reference.clone(), draft.title)];
        let mut bodies = vec![(reference.clone(), draft.body)];
        for (lang, translated) in &mut others {
            if let Some(other) = translated.remove(&draft.id) {
                titles.push((lang.clone(), other.title));
                bodies.push((lang.clone(), other.body));
            }
        }
        while around.pop_if(|rank| sections[*rank].level >= draft.level).is_some() {}
        let parent = around.last().map(|rank| &sections[*rank]);
        let inherited = parent.map(|section| (section.policy, section.policy_span));
        let inherited = inherited.unwrap_or((SectionPolicy::Extendable, draft.span));
        let (policy, policy_span) = draft.policy.map_or(inherited, |policy| (policy, draft.span));
        let (Some(title), Some(body)) =
            (Localized::from_entries(titles), Localized::from_entries(bodies))
        else {
            continue;
        };
        around.push(sections.len());
        sections.push(Section {
            id: draft.id,
            level: draft.level,
            policy,
            policy_span,
            title,
            body: Arc::new(body),
            span: draft.span,
            digest: draft.digest,
        });
    }
    sections
}
