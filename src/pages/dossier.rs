//! The dossier as a page: to read, to print and fill in by hand, and for those whom the files do not suit (RGAA 13.3).

use super::context::{PageContext, phrase};
use super::{parts, question, view};
use crate::html::Footnotes;
use crate::model::address::Address;
use crate::model::regional::RegionalCall;
use crate::model::told::dossier::{Dossier, FormWords, Guide, Question};
use crate::model::told::text::Text;
use crate::tell::files;

/// The view of the dossier of `call`, with the links to its files.
pub fn page(page: &PageContext<'_>, call: &RegionalCall, dossier: &Dossier<Text>) -> view::Dossier {
    let call_page = Address::call(&page.voice.words.lang, &call.region.slug, &call.call.slug);
    let mut writer = Writer { page, words: &dossier.words, notes: Footnotes::default() };
    // In the order of the numbers of their notes.
    let introduction = writer.rich(&dossier.introduction);
    let guide = dossier.guide.iter().map(|guide| writer.guide(guide)).collect();
    let written = dossier.parts.iter().map(|part| view::DossierPart {
        id: part.id.clone(),
        number: part.number,
        title: phrase(&part.title),
        condition: writer.rich(&part.condition),
        introduction: writer.rich(&part.introduction),
        questions: part.questions.iter().map(|one| writer.question(one)).collect(),
    });
    let written = written.collect();
    let files = files::dossier(page.voice, call);
    let privacy = dossier.privacy.as_ref().map(|privacy| writer.guide(privacy));
    view::Dossier {
        call: phrase(&dossier.call),
        call_href: page.link(&call_page),
        within: dossier.within.clone(),
        service: dossier.service.clone(),
        draft: call.draft,
        files: files.iter().map(|file| parts::file(page, file)).collect(),
        introduction,
        guide,
        parts: written,
        privacy,
        frame: view::DossierFrame {
            title: dossier.frame.title.clone(),
            labels: dossier.frame.labels.clone(),
        },
        footnotes_html: writer.notes.html(),
        footer: dossier.footer.clone(),
        filling: filling(page, call, dossier),
    }
}

fn filling(
    page: &PageContext<'_>,
    call: &RegionalCall,
    dossier: &Dossier<Text>,
) -> view::DossierFilling {
    let [blank, blank_parts] = files::blank(page.voice, call).map(|address| page.link(&address));
    view::DossierFilling {
        call: dossier.identity.call.to_string(),
        region: dossier.identity.region.to_string(),
        lang: dossier.lang.to_string(),
        version: dossier.identity.version.clone(),
        blank,
        blank_parts,
    }
}

/// What writes the texts of a dossier, in order.
struct Writer<'a> {
    page: &'a PageContext<'a>,
    words: &'a FormWords,
    notes: Footnotes,
}

impl Writer<'_> {
    fn rich(&mut self, texts: &[Text]) -> Vec<view::Rich> {
        texts.iter().map(|text| self.page.rich(text, &mut self.notes)).collect()
    }

    fn guide(&mut self, guide: &Guide<Text>) -> view::DossierGuide {
        view::DossierGuide { title: guide.title.clone(), body: self.rich(&guide.body) }
    }

    fn question(&mut self, question: &Question<Text>) -> view::DossierQuestion {
        let condition = self.rich(&question.condition);
        let mut help = self.rich(&question.help);
        help.extend(question.budget().into_iter().flat_map(|budget| self.rich(&budget.notes)));
        view::DossierQuestion { condition, ..question::question(question, help, self.words) }
    }
}
