//! What a page is called outside itself: in a tab, a list of results, a link that somebody shares.
//!
//! A title begins with what differs from page to page, for a tab shows its first words; the name of the site ends it where there is
//! room. Both are cut between words, at the lengths that lists of results show whole.

use super::text::Texts;
use super::voice::Voice;
use super::{card, moments};
use crate::model::call::{Call, Parameter, StepKind};
use crate::model::excerpt::first_words;
use crate::model::id::Lang;
use crate::model::regional::RegionalCall;
use crate::model::site::{SiteRegion, TextPage};
use crate::model::told::plain::{self, Notes};
use crate::model::told::text::Block;
use crate::words::{Arg, grammar};

/// How long a title may be, in characters.
pub const LONGEST_TITLE: usize = 65;
/// How long a description may be.
pub const LONGEST_DESCRIPTION: usize = 155;
/// Fewer letters of the name of the site, or of a last sentence, would say nothing.
const LEAST: usize = 15;

/// The title and the description of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    pub title: String,
    pub description: String,
}

/// Of the home page.
pub fn home(voice: Voice<'_>) -> Head {
    let settings = &voice.shared.site.settings;
    let title = voice.around(&settings.title);
    let tagline = settings.tagline.as_ref().map_or(title, |tagline| voice.around(tagline));
    Head { title: cut(title, LONGEST_TITLE), description: cut(tagline, LONGEST_DESCRIPTION) }
}

/// Of the page where one chooses a language: its name is that of no language's home page.
pub fn root(voice: Voice<'_>) -> Head {
    let site = &voice.shared.site.settings;
    let names = site.languages.iter().map(|it| voice.shared.words(&it.lang).autonym.as_str());
    let names = names.collect::<Vec<_>>().join(", ");
    Head { title: titled(voice, &names), ..home(voice) }
}

/// Of a page that the theme names, with what it says of it.
pub fn named(voice: Voice<'_>, title: &str, description: &str) -> Head {
    let title = voice.words.say(title, &[]);
    let description = voice.words.say(description, &[]);
    Head { title: titled(voice, &title), description: cut(&description, LONGEST_DESCRIPTION) }
}

/// Of a text of the site: its first words describe it, but no heading and no list.
pub fn text(voice: Voice<'_>, page: &TextPage) -> Head {
    let mut body = Texts::new(voice).text(&page.body, None);
    let paragraphs = body.blocks.iter().filter(|block| matches!(block, Block::Paragraph(_)));
    body.blocks = paragraphs.take(2).cloned().collect();
    let words = plain::text(&body, &mut Notes::default());
    let words = words.split('\n').collect::<Vec<_>>().join(" ");
    let title = voice.around(&page.title);
    let described = if words.is_empty() { title } else { &words };
    Head { title: titled(voice, title), description: cut(described, LONGEST_DESCRIPTION) }
}

/// Of a region: its calls, with their deadlines, then whom to ask.
pub fn region(voice: Voice<'_>, region: &SiteRegion) -> Head {
    let name = voice.around(&region.region.territory.name);
    let calls = region.calls.iter().map(|call| {
        let voice = Voice { call: Some(call), ..voice };
        until(voice, call, &named_in_region(voice, call))
    });
    let service = grammar::service_name(voice.words, &region.region);
    let within = grammar::territory_in(voice.words, &region.region.territory);
    let args = [("in", Arg::Text(&within)), ("service", Arg::Text(&service))];
    let rest = voice.words.say("describe_region", &args);
    Head { title: titled(voice, name), description: described(calls, &rest) }
}

/// Of a call in a region: until when, for how much, for whom.
pub fn call(voice: Voice<'_>, call: &RegionalCall) -> Head {
    let name = named_in_region(voice, call);
    let facts = [Some(until(voice, call, &name)), ceiling(voice, call)];
    let summary = voice.phrase(&call.call.summary).text;
    let description = described(facts.into_iter().flatten(), &summary);
    let title = match voice.partial {
        Some(language) => format!("{name} ({})", language.name),
        None => name,
    };
    Head { title: titled(voice, &title), description }
}

/// Of the dossier of a call.
pub fn dossier(voice: Voice<'_>, call: &RegionalCall) -> Head {
    let name = named_in_region(voice, call);
    let title = voice.words.say("dossier_page_title", &[("call", Arg::Text(&name))]);
    let facts = [Some(before(voice, call, &title)), ceiling(voice, call)];
    let how = voice.words.say("describe_dossier", &[]);
    let description = described(facts.into_iter().flatten(), &how);
    Head { title: titled(voice, &title), description }
}

/// "AMIGE 2022 en Bretagne".
pub fn named_in_region(voice: Voice<'_>, call: &RegionalCall) -> String {
    let name = edition(&call.call, &voice.words.lang);
    let within = grammar::territory_in(voice.words, &call.region.territory);
    let args = [("call", Arg::Text(&name)), ("in", Arg::Text(&within))];
    voice.words.say("call_in_region", &args)
}

/// The short name of a call, with its year where the title gives it one: "AMIGE 2022".
pub fn edition(call: &Call, lang: &Lang) -> String {
    let title = call.title.show(lang).value;
    let year = title.match_indices(&call.short).find_map(|(at, _)| {
        let after = title[at + call.short.len()..].strip_prefix([' ', '\u{a0}', '\u{202f}'])?;
        let (year, rest) = after.split_at_checked(4)?;
        let is_year = year.chars().all(|c| c.is_ascii_digit());
        (is_year && !rest.starts_with(char::is_alphanumeric)).then_some(year)
    });
    year.map_or_else(|| call.short.clone(), |year| format!("{} {year}", call.short))
}

/// "AMIGE 2022 en Bretagne : clôture le lundi 17 janvier 2022."
fn until(voice: Voice<'_>, call: &RegionalCall, name: &str) -> String {
    let Some(step) = call.deadline(voice.shared.site.now) else {
        return voice.words.say("describe_call", &[("call", Arg::Text(name))]);
    };
    let moment = moments::moment(voice, call, step);
    // "le mars 2022" is no French: only a day is told with its article.
    let sentence = match (moment.closing, moment.past) {
        _ if !moment.is_day() => "describe_due",
        (true, true) => "describe_closed",
        (true, false) => "describe_until",
        // A letter of intent closes nothing.
        (false, _) => "describe_due",
    };
    let (label, date) = (Arg::Text(&moment.label.text), Arg::Text(&moment.date));
    voice.words.say(sentence, &[("call", Arg::Text(name)), ("label", label), ("date", date)])
}

/// "Dossier AMIGE 2022 en Bretagne : à envoyer au plus tard le lundi 17 janvier 2022.", whatever the day, as the dossier is.
fn before(voice: Voice<'_>, call: &RegionalCall, name: &str) -> String {
    let closings = call.kept_steps().filter(|regional| regional.step.kind == StepKind::Closing);
    let closings: Vec<_> = closings.collect();
    // Of several, the day would say which is to come.
    let day = match closings[..] {
        [only] => Some(only).filter(|only| only.step.when.is_day()),
        _ => None,
    };
    let Some(step) = day else {
        return voice.words.say("describe_call", &[("call", Arg::Text(name))]);
    };
    let date = moments::moment(voice, call, step).date;
    let args = [("call", Arg::Text(name)), ("date", Arg::Text(&date))];
    voice.words.say("describe_before", &args)
}

/// "Aide maximale de l'État : 60 000 €."
fn ceiling(voice: Voice<'_>, call: &RegionalCall) -> Option<String> {
    let (label, value) = most(voice, call)?;
    let args = [("label", Arg::Text(&label)), ("value", Arg::Text(&value))];
    Some(voice.words.say("describe_ceiling", &args))
}

/// The most that a call gives, and how it names that.
pub fn most(voice: Voice<'_>, call: &RegionalCall) -> Option<(String, String)> {
    let parameters = || call.parameters.iter().map(|regional| &regional.parameter);
    let is_put_forward = |of: &&Parameter| of.featured && of.label.is_some();
    let ceiling = parameters().filter(is_put_forward).find(|parameter| parameter.ceiling)?;
    let figure = card::figure(voice, ceiling)?;
    Some((figure.label.text, figure.value))
}

/// `name`, then the name of the site if there is room.
fn titled(voice: Voice<'_>, name: &str) -> String {
    let name = cut(name, LONGEST_TITLE);
    let site = voice.around(&voice.shared.site.settings.title);
    let separator = " – ";
    let room = LONGEST_TITLE.saturating_sub(length(&name) + length(separator));
    if name == site || room < LEAST.min(length(site)) {
        return name;
    }
    format!("{name}{separator}{}", cut(site, room))
}

/// Facts one after the other, each whole or not at all, then the first words of the rest.
fn described(facts: impl IntoIterator<Item = String>, rest: &str) -> String {
    let mut said: Vec<String> = Vec::new();
    let mut room = LONGEST_DESCRIPTION;
    for fact in facts {
        let taken = length(&fact) + 1;
        if taken <= room {
            room -= taken;
            said.push(fact);
        }
    }
    if said.is_empty() || room >= length(rest).min(2 * LEAST) {
        said.push(cut(rest, room));
    }
    said.join(" ")
}

/// The first words, without those that only lead to the next.
fn cut(words: &str, most: usize) -> String {
    let cut = first_words(words, most);
    if cut == words {
        return cut.into_owned();
    }
    let kept = cut.trim_end_matches('…');
    let leads = |word: &str| length(word) < 4;
    let hangs = |c: char| c.is_whitespace() || ",;:.(–".contains(c);
    let mut end = kept.len();
    while let Some(at) = kept[..end].rfind(' ').filter(|at| leads(&kept[at + 1..end])) {
        end = at;
    }
    format!("{}…", kept[..end].trim_end_matches(hangs))
}

fn length(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{LONGEST_DESCRIPTION, cut, described, length};

    #[test]
    fn words_that_lead_to_the_next_go_with_it() {
        let check = |words, most, expected| assert_eq!(cut(words, most), expected);
        check("Appels à projets en région", 26, "Appels à projets en région");
        check("Appels à projets en région", 25, "Appels à projets…");
        check("Appels à projets en région", 13, "Appels…");
        check("Une phrase. Une autre", 20, "Une phrase…");
        check("un a la en de", 8, "un…");
        check("Anticonstitutionnellement", 8, "Anticon…");
        check("", 8, "");
    }

    #[test]
    fn a_fact_is_whole_or_absent() {
        let fact = |letters: usize| "a".repeat(letters);
        let all = described([fact(60), fact(120), fact(50)], "Le reste, en quelques mots.");
        assert_eq!(all, format!("{} {} Le reste, en quelques mots.", fact(60), fact(50)));
        let full = described([fact(150)], "Le reste, en quelques mots.");
        assert_eq!(full, fact(150));
        assert_eq!(described([fact(200)], "Le reste."), "Le reste.");
    }

    proptest! {
        #[test]
        fn no_description_is_too_long(facts in proptest::collection::vec("[a-z é,.]{0,90}", 0..6), rest in "\\PC{0,300}") {
            prop_assert!(length(&described(facts, &rest)) <= LONGEST_DESCRIPTION);
        }
    }
}
