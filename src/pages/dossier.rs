//! The dossier as a page: to read, to print and fill in by hand, and for those whom the files do not suit (RGAA 13.3).

use super::context::{PageContext, phrase};
use super::{parts, view};
use crate::html::Footnotes;
use crate::model::address::Address;
use crate::model::regional::RegionalCall;
use crate::model::told::call::File;
use crate::model::told::dossier::{
    Budget, BudgetLine, Choice, Dossier, FormWords, Kind, Question, Rows,
};
use crate::model::told::text::Text;

/// The view of the dossier of `call`, with the links to its files.
pub fn page(
    page: &PageContext<'_>,
    call: &RegionalCall,
    dossier: &Dossier<Text>,
    files: &[File],
) -> view::Dossier {
    let call_page = Address::call(&page.voice.words.lang, &call.region.slug, &call.call.slug);
    let mut writer = Writer { page, words: &dossier.words, notes: Footnotes::default() };
    // In the order of the numbers of their notes.
    let introduction = writer.rich(&dossier.introduction);
    let guide = dossier.guide.iter().map(|guide| view::DossierGuide {
        title: guide.title.clone(),
        body: writer.rich(&guide.body),
    });
    let guide = guide.collect();
    let written = dossier.parts.iter().map(|part| view::DossierPart {
        id: part.id.clone(),
        number: part.number,
        title: phrase(&part.title),
        introduction: writer.rich(&part.introduction),
        questions: part.questions.iter().map(|one| question(&mut writer, one)).collect(),
    });
    let written = written.collect();
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
        footnotes_html: writer.notes.html(),
        footer: dossier.footer.clone(),
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
}

fn question(writer: &mut Writer<'_>, question: &Question<Text>) -> view::DossierQuestion {
    let words = writer.words;
    let fields = question.fields(words);
    let own = fields.iter().find(|field| field.id == question.id);
    let mut view = view::DossierQuestion {
        id: question.id.clone(),
        number: question.number.clone(),
        label: phrase(&question.label),
        help: writer.rich(&question.help),
        required: question.required,
        kind: kind(&question.kind).to_owned(),
        form: own.and_then(|field| words.form_of(&field.kind)),
        lines: lines(&question.kind),
        ..view::DossierQuestion::default()
    };
    match &question.kind {
        Kind::Choice(choices) | Kind::Choices(choices) => view.choices = labels(choices),
        Kind::Table { columns, rows } => {
            view.columns = columns.iter().map(|column| phrase(&column.label)).collect();
            view.named = matches!(rows, Rows::Named(_));
            view.rows = match rows {
                Rows::Named(rows) => labels(rows),
                Rows::Blank(count) => (1..=*count)
                    .map(|rank| view::Text { text: rank.to_string(), lang: None })
                    .collect(),
            };
        }
        Kind::Budget(budget) => view.budget = Some(self::budget(budget)),
        Kind::Note
        | Kind::Line { .. }
        | Kind::Block { .. }
        | Kind::Amount
        | Kind::Date
        | Kind::Siret
        | Kind::YesNo
        | Kind::Commitment
        | Kind::Attachment
        | Kind::Signature => {}
    }
    view
}

/// Lines to write on.
fn lines(kind: &Kind<Text>) -> usize {
    match kind {
        Kind::Line { .. } | Kind::Amount | Kind::Date => 1,
        Kind::Block { lines, .. } => *lines,
        // Cells, boxes and tables are room enough.
        Kind::Note
        | Kind::Siret
        | Kind::Choice(_)
        | Kind::Choices(_)
        | Kind::YesNo
        | Kind::Table { .. }
        | Kind::Budget(_)
        | Kind::Commitment
        | Kind::Attachment
        | Kind::Signature => 0,
    }
}

/// The name of a kind in the theme's contract.
fn kind(kind: &Kind<Text>) -> &'static str {
    match kind {
        Kind::Note => "note",
        Kind::Line { .. } => "line",
        Kind::Block { .. } => "block",
        Kind::Amount => "amount",
        Kind::Date => "date",
        Kind::Siret => "siret",
        Kind::Choice(_) => "choice",
        Kind::Choices(_) => "choices",
        Kind::YesNo => "yes_no",
        Kind::Table { .. } => "table",
        Kind::Budget(_) => "budget",
        Kind::Commitment => "commitment",
        Kind::Attachment => "attachment",
        Kind::Signature => "signature",
    }
}

fn budget(budget: &Budget<Text>) -> view::DossierBudget {
    let lines = |lines: &[BudgetLine]| {
        let lines = lines.iter().map(|line| view::DossierBudgetLine {
            label: phrase(&line.label),
            justified: line.justified,
            aid: line.aid,
        });
        lines.collect()
    };
    view::DossierBudget {
        charges: lines(&budget.charges),
        resources: lines(&budget.resources),
        ceiling: budget.ceiling_words.clone(),
    }
}

fn labels(choices: &[Choice]) -> Vec<view::Text> {
    choices.iter().map(|choice| phrase(&choice.label)).collect()
}
