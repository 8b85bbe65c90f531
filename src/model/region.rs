//! A regional directorate, and its adaptation of one call.

use std::sync::Arc;

use jiff::civil::Date;

use super::award::Awards;
use super::call::StepKind;
use super::closing::ClosingChange;
use super::examination::ExaminationChange;
use super::form::FormChange;
use super::id::{Lang, Slug};
use super::letter::LetterTemplate;
use super::localized::Localized;
use super::onward::{Onward, Sequel};
use super::partial::PartialLanguage;
use super::prose::Prose;
use super::settings::Legal;
use super::siret::Siret;
use super::source::{FileId, Span, Spanned};
use super::territory::{Department, Territory};
use super::time::{Timing, When};
use super::unread::Unread;
use super::upkeep::Upkeep;

/// A directorate with its territory.
#[derive(Debug, Clone)]
pub struct Region {
    pub slug: Slug,
    pub territory: Territory,
    pub service: Service,
    /// Languages the region publishes in; the reference is first.
    pub languages: Vec<Lang>,
    pub contacts: Vec<Contact>,
    /// Departments of which another region has a part too.
    pub shares: Vec<Share>,
    pub upkeep: Upkeep,
    /// For a site that the region publishes alone.
    pub legal: Option<Legal>,
    pub unread: Unread,
    /// `region.yaml`.
    pub file: FileId,
}

/// A department that two directorates share.
#[derive(Debug, Clone)]
pub struct Share {
    pub department: Department,
    /// Which part is the region's: "arrondissement de Florac".
    pub part: Localized<String>,
    pub span: Span,
}

/// The directorate's service.
#[derive(Debug, Clone)]
pub struct Service {
    pub acronym: String,
    pub name: Localized<String>,
    /// Its web site.
    pub site: String,
    /// Where one writes to about personal data, an e-mail or a web address: its site where it has none.
    pub privacy: Option<String>,
    /// For the data of the grants it gives.
    pub siret: Option<Siret>,
    /// How its acronym stands in a sentence, where the general rule of the language does not hold.
    pub grammar: Option<ServiceGrammar>,
}

/// "la DREETS", "de la DREETS", "à la DREETS".
#[derive(Debug, Clone)]
pub struct ServiceGrammar {
    pub the: Localized<String>,
    pub of: Localized<String>,
    pub to: Localized<String>,
}

/// Someone to ask.
#[derive(Debug, Clone, PartialEq)]
pub struct Contact {
    pub role: Localized<String>,
    /// A person, only with consent.
    pub name: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub link: Option<String>,
    /// Empty: the whole territory.
    pub departments: Vec<Department>,
    /// From this day on the contact is no longer published.
    pub expires: Option<Spanned<Date>>,
}

/// What one region changes of one call.
#[derive(Debug, Clone)]
pub struct Adaptation {
    pub call: Slug,
    /// Previewed, never published.
    pub draft: bool,
    /// Empty: the whole territory.
    pub departments: Vec<Department>,
    pub notice: Option<Localized<Prose>>,
    pub priorities: Vec<Priority>,
    pub steps: Vec<StepChange>,
    pub closing: ClosingChange,
    pub parameters: Vec<(Spanned<String>, Spanned<f64>)>,
    pub sections: Vec<SectionChange>,
    /// Languages that are none of the site's, for some sections only.
    pub partial: Vec<PartialLanguage>,
    pub form: FormChange,
    pub examination: ExaminationChange,
    pub filing: Filing,
    pub documents: Vec<Document>,
    pub news: Vec<News>,
    pub awards: Option<Awards>,
    /// Instead of those of the call.
    pub letters: Vec<Arc<LetterTemplate>>,
    /// Instead of the region's contacts.
    pub contacts: Option<Vec<Contact>>,
    /// Each part instead of that of the call.
    pub sequel: Sequel,
    pub upkeep: Upkeep,
    pub unread: Unread,
    /// `<call>.yaml`.
    pub file: FileId,
}

/// A region says that it takes no part in a call.
#[derive(Debug, Clone)]
pub struct Abstention {
    pub call: Slug,
    /// Not said yet.
    pub draft: bool,
    /// Why, in a sentence.
    pub reason: Localized<String>,
    /// Instead of the region's contacts.
    pub contacts: Option<Vec<Contact>>,
    pub onward: Option<Onward>,
    pub upkeep: Upkeep,
    /// `<call>.yaml`.
    pub file: FileId,
}

impl Adaptation {
    /// Every Markdown text the region wrote.
    pub fn texts(&self) -> impl Iterator<Item = &Localized<Prose>> {
        let sections = self.sections.iter().flat_map(|change| {
            let replacement = change.replacement.as_ref().map(|replacement| &replacement.text);
            [change.before.as_ref(), change.after.as_ref(), replacement].into_iter().flatten()
        });
        let priorities = self.priorities.iter().map(|priority| &priority.body);
        let news = self.news.iter().map(|item| &item.body);
        let instruction = self.filing.instruction.iter();
        let translated = self.partial.iter().flat_map(|language| &language.sections);
        let translated = translated.map(|section| &*section.text);
        let form = self.form.texts();
        let own = self
            .notice
            .iter()
            .chain(self.sequel.message.as_deref())
            .chain(sections)
            .chain(priorities)
            .chain(news);
        own.chain(instruction).chain(form).chain(translated)
    }
}

/// A priority of the territory.
#[derive(Debug, Clone)]
pub struct Priority {
    pub id: Slug,
    pub title: Localized<String>,
    pub body: Localized<Prose>,
    pub departments: Vec<Department>,
    pub sectors: Vec<Localized<String>>,
}

/// A step that a region moves or adds; what it leaves out stays national.
#[derive(Debug, Clone)]
pub struct StepChange {
    pub id: Spanned<Slug>,
    pub kind: Option<StepKind>,
    pub timing: Timing,
    pub label: Option<Localized<String>>,
    pub link: Option<String>,
    /// The day its cancellation was announced.
    pub cancelled: Option<Date>,
}

/// A section that a region completes or replaces.
#[derive(Debug, Clone)]
pub struct SectionChange {
    pub id: Spanned<String>,
    pub before: Option<Localized<Prose>>,
    pub after: Option<Localized<Prose>>,
    pub replacement: Option<Replacement>,
}

/// The text a region puts in the place of the national one.
#[derive(Debug, Clone)]
pub struct Replacement {
    pub text: Localized<Prose>,
    /// The key `remplacer`.
    pub span: Span,
    /// Fingerprint of the national text it was written against.
    pub digest: Option<Spanned<String>>,
}

/// How to send an application.
#[derive(Debug, Clone, Default)]
pub struct Filing {
    /// An online procedure.
    pub online: Option<String>,
    /// Where that address is written.
    pub online_span: Option<Span>,
    pub email: Option<String>,
    pub address: Option<Localized<String>>,
    pub instruction: Option<Localized<Prose>>,
}

impl Filing {
    /// Whether an applicant is told where to send the application.
    pub fn is_known(&self) -> bool {
        self.online.is_some() || self.email.is_some() || self.address.is_some()
    }
}

/// A file the region attaches.
#[derive(Debug, Clone)]
pub struct Document {
    /// Its name in the region's `documents` folder.
    pub file: Spanned<String>,
    pub title: Localized<String>,
    pub lang: Lang,
}

impl Document {
    /// Its extension in capitals: "PDF".
    pub fn format(&self) -> String {
        let extension = self.file.value.rsplit_once('.').map_or("", |(_, extension)| extension);
        extension.to_uppercase()
    }
}

/// A change the region announces.
#[derive(Debug, Clone)]
pub struct News {
    pub date: Date,
    pub body: Localized<Prose>,
    /// The step it is about.
    pub step: Option<Spanned<Slug>>,
    /// When that step was to be, before this change.
    pub before: Option<When>,
}
