//! A template and an applicant become a [`Letter`].

use std::sync::Arc;

use jiff::civil::Date;

use super::addressee;
use super::dossier::wording;
use super::text::{Texts, line};
use super::voice::{SiteContext, Voice};
use crate::model::id::Lang;
use crate::model::letter::{Addressee, LetterTemplate, RegionalLetter};
use crate::model::prose::{Inline, each_inline};
use crate::model::regional::RegionalCall;
use crate::model::told::letter::{Letter, LetterPart};
use crate::model::told::plain;
use crate::model::told::text::{Block, Line, Text};
use crate::model::value::{Scope, Value};
use crate::words::{Arg, grammar};

/// The language of a letter to who writes in `lang`: that one, where the call and the template exist in it.
fn language(call: &RegionalCall, template: &LetterTemplate, lang: &Lang) -> Option<Lang> {
    let exists = call.complete_in(lang) && template.subject.get(lang).is_some();
    exists.then(|| lang.clone())
}

/// The letter that `applicant` gets in `lang`, on a day.
pub fn letter(
    shared: &SiteContext<'_>,
    call: &RegionalCall,
    regional: &RegionalLetter,
    To { applicant, lang, day }: To<'_>,
) -> Letter<Text> {
    let reference = shared.site.settings.reference();
    let template = &*regional.template;
    let lang = language(call, template, lang).unwrap_or_else(|| reference.clone());
    let voice = Voice { letter: Some(applicant), ..Voice::of_call(shared, call, &lang) };
    let words = voice.words;
    let texts = Texts::new(voice);
    let subject = plain::line(&line(voice, &template.subject));
    let territory = voice.around(&call.region.territory.name);
    Letter {
        right_to_left: lang.is_right_to_left(),
        service: grammar::service_name(words, &call.region),
        service_name: voice.phrase(&call.region.service.name),
        call: voice.phrase(&call.call.title),
        recipient: recipient(applicant),
        dated: words.say("letter_dated", &[("date", Arg::Text(&words.date(day)))]),
        date: day,
        subject: words.say("letter_subject", &[("subject", Arg::Text(&subject))]),
        body: parts(&texts.text(&template.body, Some(call.owner(regional.origin)))),
        blanks: blanks(voice, template, applicant),
        footer: format!("{} · {territory}", call.call.short),
        page_of: wording::page_of(words),
        lang: lang.clone(),
    }
}

/// To whom a letter is written, in which language, on which day.
#[derive(Clone, Copy)]
pub struct To<'a> {
    pub applicant: &'a Addressee,
    pub lang: &'a Lang,
    pub day: Date,
}

/// The names of the values that a template uses and that are not known of an applicant.
fn blanks(voice: Voice<'_>, template: &LetterTemplate, applicant: &Addressee) -> Vec<String> {
    let mut blanks = Vec::new();
    let mut visit = |inline: &Inline| {
        let Inline::Value(value) = inline else { return };
        let Value::Fixed(fixed) = value.value else { return };
        let name = value.value.name();
        let is_blank = fixed.scope() >= Scope::Letter
            && addressee::known(voice.words, applicant, fixed).is_none();
        if is_blank && !blanks.contains(&name) {
            blanks.push(name);
        }
    };
    each_inline(template.subject.show(voice.content).value, &mut visit);
    template.body.show(voice.content).value.each_inline(&mut visit);
    blanks
}

/// The organisation, who stands for it, its address.
fn recipient(applicant: &Addressee) -> Vec<String> {
    let person = applicant.representative.iter().chain(&applicant.capacity);
    let person = person.cloned().collect::<Vec<_>>().join(", ");
    let address = applicant.address.iter().flat_map(|address| address.lines());
    let lines = applicant.organisation.iter().map(String::as_str).chain([&*person]).chain(address);
    lines.map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// A text, cut at its headings.
fn parts(text: &Text) -> Vec<LetterPart<Text>> {
    let is_heading = |block: &Block| matches!(block, Block::Heading { .. });
    let runs = text.blocks.chunk_by(|_, next| !is_heading(next));
    let part = |run: &[Block]| {
        let (heading, blocks) = match run {
            [Block::Heading { content, .. }, rest @ ..] => {
                let words = Line { lang: text.lang.clone(), content: content.clone() };
                (Some(plain::line(&words)), rest)
            }
            _ => (None, run),
        };
        let blocks = Arc::from(blocks.to_vec());
        let text = Text { lang: text.lang.clone(), blocks, notes: Arc::clone(&text.notes) };
        LetterPart { heading, text: vec![text] }
    };
    runs.map(part).collect()
}
