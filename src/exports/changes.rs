//! What changes, for those who follow a region or the whole site: announcements, moved dates, cancellations.
//!
//! A step that was moved or cancelled is told of even when its region has announced nothing.

use jiff::Zoned;
use jiff::civil::Date;

use super::abroad::Abroad;
use super::instants;
use crate::html::{Footnotes, escape};
use crate::model::closing::ClosedByHand;
use crate::model::digest::Digest;
use crate::model::excerpt::first_words;
use crate::model::id::Lang;
use crate::model::prose::{Inline as Parsed, Prose};
use crate::model::region::News;
use crate::model::regional::{RegionalCall, RegionalStep};
use crate::model::site::SiteRegion;
use crate::model::time::{When, Zone};
use crate::model::told::call::step_anchor;
use crate::model::told::text::{Block, Inline, Text, each_inline};
use crate::tell::moments;
use crate::tell::text::Texts;
use crate::tell::voice::{SiteContext, Voice};
use crate::words::{Arg, Words, grammar};

/// Who speaks.
#[derive(PartialEq, Eq)]
pub struct Author {
    pub name: String,
    pub site: String,
}

/// An entry of a feed.
pub struct Change {
    pub id: String,
    pub title: String,
    /// The language of the title and of the text, which may not be the feed's.
    pub lang: Lang,
    pub html: String,
    pub url: String,
    /// RFC 3339, on the clock of the region.
    pub updated: String,
    pub author: Author,
    /// The call: its name in addresses, then its short name.
    pub category: (String, String),
    /// The same instant.
    pub at: Zoned,
}

/// What changes in a region; titles name it when `named`.
pub fn of_region(
    shared: &SiteContext<'_>,
    words: &Words,
    region: &SiteRegion,
    named: bool,
) -> Vec<Change> {
    let mut changes: Vec<Change> =
        region.calls.iter().flat_map(|call| of_call(shared, words, region, call)).collect();
    if named {
        let name = region.region.territory.name.show(&words.lang).value;
        for change in &mut changes {
            change.title = format!("{name} – {}", change.title);
        }
    }
    changes
}

fn of_call(
    shared: &SiteContext<'_>,
    words: &Words,
    region: &SiteRegion,
    call: &RegionalCall,
) -> Vec<Change> {
    let writer = Writer { page: Abroad::new(shared, &words.lang, call), region, call };
    let now = shared.site.now;
    let announced = call.told(now).map(|item| writer.announced(item));
    let cancelled = call.steps.iter().filter_map(|step| {
        // That the call is closed says it.
        let day = step.cancelled.filter(|_| !call.falls_with_call(step))?;
        let told = call.told_of(step, now).any(|item| item.date == day);
        (!told).then(|| writer.cancelled(step, day))
    });
    let moved = call.kept_steps().filter_map(|step| {
        let national = step.moved_from?;
        let told = call.told_of(step, now).next().is_some();
        (!told).then(|| writer.moved(step, &national))
    });
    let closed = call.closed_by_hand(now).map(|closed| writer.closed(closed));
    announced.chain(closed).chain(cancelled).chain(moved).collect()
}

/// Writes what changes of one call.
struct Writer<'a> {
    page: Abroad<'a>,
    region: &'a SiteRegion,
    call: &'a RegionalCall,
}

/// What an entry says, besides of which call.
struct Said<'a> {
    title: String,
    lang: &'a Lang,
    html: String,
    url: String,
    at: Zoned,
}

impl Writer<'_> {
    /// Its identity is what it says and of what, so that no other announcement can change it.
    fn announced(&self, item: &News) -> Change {
        let mut notes = Footnotes::default();
        let text = Texts::new(self.page.voice).text(&item.body, Some(&self.call.region.slug));
        let html = self.page.markup().text(&text, &mut notes);
        let words = self.page.voice.shared.words(&text.lang);
        let title = opening(&text).unwrap_or_else(|| words.date(item.date));
        let step = item.step.as_ref().map(|named| named.value.as_str()).unwrap_or_default();
        let (_, reference) = item.body.iter().next().expect("a text has its reference language");
        let name = ["annonce", &item.date.to_string(), step, &essence(reference)];
        let url = item.step.as_ref().map(|step| self.page.anchor(&step_anchor(&step.value)));
        let said = Said {
            title,
            lang: &text.lang,
            html: html + &notes.html(),
            url: url.unwrap_or_else(|| self.page.url()),
            at: self.start(item.date),
        };
        self.change(&name, said)
    }

    fn closed(&self, closed: &ClosedByHand) -> Change {
        let words = self.page.voice.words;
        let day = words.day(closed.date);
        let title = words.say("change_closed", &[("date", Arg::Text(&day))]);
        let reason = closed.reason.as_ref().map(|reason| self.page.voice.phrase(reason).text);
        let said = Said {
            html: paragraphs([Some(title.clone()), reason]),
            title,
            lang: &words.lang,
            url: self.page.url(),
            at: self.start(closed.date),
        };
        self.change(&["cloture", &closed.date.to_string()], said)
    }

    fn cancelled(&self, step: &RegionalStep, day: Date) -> Change {
        let label = step.step.label.show(self.page.voice.content);
        let title =
            self.page.voice.words.say("change_cancelled", &[("step", Arg::Text(label.value))]);
        let name = ["annulation", step.step.id.as_str(), &day.to_string()];
        let was = moments::sentence(self.page.voice.shared, self.page.voice.words, self.call, step);
        let when = moments::cancellation(self.page.voice.words, self.call, step);
        let said = Said {
            title,
            lang: &self.page.voice.words.lang,
            html: paragraphs([Some(was), when]),
            url: self.page.anchor(&step_anchor(&step.step.id)),
            at: self.start(day),
        };
        self.change(&name, said)
    }

    /// Nobody told when the region chose another date: it stands since the call was published.
    fn moved(&self, step: &RegionalStep, national: &When) -> Change {
        let Voice { shared, words, .. } = self.page.voice;
        let label = step.step.label.show(self.page.voice.content);
        let new = moments::sentence(shared, words, self.call, step);
        let args = [("step", Arg::Text(label.value)), ("moment", Arg::Text(&new))];
        let title = words.say("change_moved", &args);
        let when = step.step.when;
        let hours = [when.time, when.end_time].map(|time| time.map(|time| time.to_string()));
        let written = format!("{} {hours:?} {:?} {:?}", when.known(), when.end_date, when.clock);
        let name = ["date", step.step.id.as_str(), &written];
        let date = words.rough(national.known());
        let before = words.say("national_date", &[("date", Arg::Text(&date))]);
        let said = Said {
            html: paragraphs([Some(title.clone()), Some(before)]),
            title,
            lang: &words.lang,
            url: self.page.anchor(&step_anchor(&step.step.id)),
            at: start(&shared.paris, self.call.call.published),
        };
        self.change(&name, said)
    }

    fn change(&self, name: &[&str], said: Said<'_>) -> Change {
        let of = [self.call.call.slug.as_str(), self.call.region.slug.as_str(), self.lang()];
        Change {
            id: urn(of.into_iter().chain(name.iter().copied())),
            title: said.title,
            lang: said.lang.clone(),
            html: said.html,
            url: said.url,
            updated: instants::zoned(&said.at),
            author: author(self.page.voice.words, self.region),
            category: (self.call.call.slug.to_string(), self.call.call.short.clone()),
            at: said.at,
        }
    }

    fn lang(&self) -> &str {
        self.page.voice.words.lang.as_str()
    }

    fn start(&self, day: Date) -> Zoned {
        start(&self.call.region.territory.zone, day)
    }
}

/// Who speaks in a region.
pub fn author(words: &Words, region: &SiteRegion) -> Author {
    let name = grammar::service_name(words, &region.region);
    Author { name, site: region.region.service.site.clone() }
}

/// An identity made of names.
pub fn urn<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    format!("urn:uuid:{}", Digest::of_parts(names.into_iter().map(str::as_bytes)).uuid())
}

/// The first instant of a day.
pub fn start(zone: &Zone, day: Date) -> Zoned {
    zone.day_begins(day).to_zoned(zone.rules.clone())
}

fn paragraphs(texts: [Option<String>; 2]) -> String {
    let mut out = String::new();
    for text in texts.into_iter().flatten() {
        out.push_str("<p>");
        escape(&text, &mut out);
        out.push_str("</p>\n");
    }
    out
}

/// The words of a text without what a proofreader mends: spaces, punctuation, capitals, markup.
fn essence(prose: &Prose) -> String {
    let mut words = String::new();
    prose.each_inline(&mut |inline| match inline {
        Parsed::Text(text) | Parsed::Code(text) => words.push_str(text),
        Parsed::Value(value) => words.push_str(&value.value.name()),
        _ => {}
    });
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// How long a title may be before it is cut, in characters, if it can at the end of a sentence.
const TITLE: usize = 100;

/// The first words of a text, for its title; nothing when it opens with a list or a table.
fn opening(text: &Text) -> Option<String> {
    let Some(Block::Paragraph(content) | Block::Heading { content, .. }) = text.blocks.first()
    else {
        return None;
    };
    let mut words = String::new();
    each_inline(content, &mut |inline| match inline {
        Inline::Text(text) | Inline::Code(text) => words.push_str(text),
        Inline::SoftBreak | Inline::HardBreak => words.push(' '),
        _ => {}
    });
    Some(shortened(&words))
}

fn shortened(words: &str) -> String {
    let Some((end, _)) = words.char_indices().nth(TITLE) else { return words.to_owned() };
    if let Some(sentence) = words[..end].rfind(". ") {
        return words[..=sentence].to_owned();
    }
    first_words(words, TITLE + 1).into_owned()
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn a_long_title_is_cut_between_sentences_or_words() {
        assert_eq!(shortened("Une date."), "Une date.");
        let long = shortened(&"date limite, ".repeat(10));
        assert!(long.ends_with("limite, date…"), "{long}");
        let sentences = shortened(&format!("Une date. {}", "date limite, ".repeat(10)));
        assert_eq!(sentences, "Une date.");
        assert!(shortened(&"é".repeat(200)).ends_with("é…"));
    }
}
