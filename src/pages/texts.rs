//! The texts of a call's page, in the order of the page, which is that of the numbers of their notes.

use super::context::{PageContext, phrase};
use super::{parts, view};
use crate::html::Footnotes;
use crate::model::origin::Origin;
use crate::model::told::call::{FileGroup, Filing, News, Part, Passage, Priority, Section, Told};
use crate::model::value::Place;

/// All that may call a note.
pub struct Texts {
    pub notice: Option<view::Rich>,
    pub closing_message: Option<view::Rich>,
    pub sections: Vec<view::Section>,
    pub priorities: Vec<view::Priority>,
    pub filing: view::Filing,
    pub news: Vec<view::News>,
    pub footnotes_html: String,
}

impl Texts {
    /// Those of `told`.
    pub fn of(page: &PageContext<'_>, told: &Told) -> Self {
        let mut notes = Footnotes::default();
        let mut rich = |text| page.rich(text, &mut notes);
        let notice = told.notice.as_ref().map(&mut rich);
        let closing_message = told.closing_message.as_ref().map(rich);
        let mut writer =
            Writer { page, told, notes, filing: None, priorities: Vec::new(), news: Vec::new() };
        let sections = told.sections.iter().map(|one| writer.section(one)).collect();
        let filing = writer.filing.take();
        Self {
            notice,
            closing_message,
            sections,
            filing: filing.unwrap_or_else(|| writer.filing()),
            priorities: writer.priorities,
            news: writer.news,
            footnotes_html: writer.notes.html(),
        }
    }
}

/// What writes the sections in order, and each block when it comes to its place.
struct Writer<'a> {
    page: &'a PageContext<'a>,
    told: &'a Told,
    notes: Footnotes,
    filing: Option<view::Filing>,
    priorities: Vec<view::Priority>,
    news: Vec<view::News>,
}

impl Writer<'_> {
    fn section(&mut self, section: &Section) -> view::Section {
        let parts = section.parts.iter().map(|part| match part {
            Part::Written(passage) => self.written(passage),
            Part::Place(place) => {
                self.composed(*place);
                view::Part { kind: kind(*place), text: None }
            }
        });
        view::Section {
            parts: parts.collect(),
            id: section.id.clone(),
            level: section.level,
            title_html: self.page.line(&section.title),
            lang: self.page.foreign(&section.title.lang),
        }
    }

    fn written(&mut self, passage: &Passage) -> view::Part {
        let view::Rich { html, lang } = self.page.rich(&passage.text, &mut self.notes);
        let origin = origin_name(passage.origin);
        let (mark, fold) = (passage.mark.clone(), passage.fold.clone());
        let text = view::Passage { html, lang, origin, mark, fold };
        view::Part { kind: "html", text: Some(text) }
    }

    fn composed(&mut self, place: Place) {
        let told = self.told;
        match place {
            Place::Priorities => {
                self.priorities = told.priorities.iter().map(|one| self.priority(one)).collect();
            }
            Place::Filing => self.filing = Some(self.filing()),
            Place::News => self.news = told.news.iter().map(|one| self.news(one)).collect(),
            // Nothing in them calls a note.
            Place::Calendar | Place::Contacts | Place::Documents => {}
        }
    }

    fn priority(&mut self, priority: &Priority) -> view::Priority {
        view::Priority {
            id: priority.id.to_string(),
            title: phrase(&priority.title),
            body: self.page.rich(&priority.body, &mut self.notes),
            departments: parts::departments(&priority.departments),
            sectors: priority.sectors.iter().map(phrase).collect(),
        }
    }

    fn news(&mut self, news: &News) -> view::News {
        view::News {
            date: news.date.clone(),
            iso: news.iso.clone(),
            body: self.page.rich(&news.body, &mut self.notes),
        }
    }

    fn filing(&mut self) -> view::Filing {
        let Filing { online, email, address, instruction, unknown } = &self.told.filing;
        let text = instruction.as_ref();
        view::Filing {
            dossier: self.told.to_fill.iter().map(|one| group(self.page, one)).collect(),
            online: online.clone(),
            email: email.clone(),
            address: address.as_ref().map(phrase),
            instruction: text.map(|text| self.page.rich(text, &mut self.notes)),
            unknown: unknown.clone(),
        }
    }
}

fn group(page: &PageContext<'_>, group: &FileGroup) -> view::DossierGroup {
    view::DossierGroup {
        title: group.title.clone(),
        online: group.page.as_ref().map(|file| parts::file(page, file)),
        files: group.files.iter().map(|file| parts::file(page, file)).collect(),
    }
}

/// The name of a block in the theme's contract.
fn kind(place: Place) -> &'static str {
    match place {
        Place::Priorities => "priorities",
        Place::Calendar => "calendar",
        Place::Filing => "filing",
        Place::Contacts => "contacts",
        Place::News => "news",
        Place::Documents => "documents",
    }
}

fn origin_name(origin: Origin) -> &'static str {
    match origin {
        Origin::National => "national",
        Origin::Added => "added",
        Origin::Replaced => "replaced",
    }
}
