//! The dossier as a page: to read, to print and fill in by hand, and for those whom the files do not suit (RGAA 13.3).

use super::context::{PageContext, phrase};
use super::{parts, view};
use crate::html::Footnotes;
use crate::model::address::Address;
use crate::model::regional::RegionalCall;
use crate::model::told::call::File;
use crate::model::told::dossier::{
    Budget, BudgetLine, Choice, Dossier, FormWords, Kind, Question, Rows, When,
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
        condition: writer.rich(&part.condition),
        introduction: writer.rich(&part.introduction),
        questions: part.questions.iter().map(|one| writer.question(one)).collect(),
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

    fn question(&mut self, question: &Question<Text>) -> view::DossierQuestion {
        let condition = self.rich(&question.condition);
        let help = self.rich(&question.help);
        view::DossierQuestion { condition, ..self::question(question, help, self.words) }
    }
}

/// A question; its help is written already.
fn question<T>(
    question: &Question<T>,
    help: Vec<view::Rich>,
    words: &FormWords,
) -> view::DossierQuestion {
    let fields = question.fields(words);
    let own = fields.iter().find(|field| field.id == question.id);
    let mut view = view::DossierQuestion {
        id: question.id.clone(),
        number: question.number.clone(),
        label: phrase(&question.label),
        when: question.when.iter().map(when).collect(),
        help,
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
        | Kind::Phone
        | Kind::Email
        | Kind::YesNo
        | Kind::Commitment
        | Kind::Attachment
        | Kind::Signature => {}
    }
    view
}

fn when(when: &When) -> view::DossierWhen {
    view::DossierWhen { question: when.question.clone(), values: when.values.clone() }
}

/// Lines to write on.
fn lines<T>(kind: &Kind<T>) -> usize {
    match kind {
        Kind::Line { .. } | Kind::Amount | Kind::Date | Kind::Phone | Kind::Email => 1,
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
fn kind<T>(kind: &Kind<T>) -> &'static str {
    match kind {
        Kind::Note => "note",
        Kind::Line { .. } => "line",
        Kind::Block { .. } => "block",
        Kind::Amount => "amount",
        Kind::Date => "date",
        Kind::Siret => "siret",
        Kind::Phone => "phone",
        Kind::Email => "email",
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

fn budget<T>(budget: &Budget<T>) -> view::DossierBudget {
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use tera::{Context, Tera};

    use super::view;
    use crate::model::told::sample;

    /// A question as the theme of this repository shows it.
    fn shown(question: &view::DossierQuestion) -> String {
        const PARTIALS: [(&str, &str); 3] = [
            ("words.html", include_str!("../../themes/sobre/templates/partials/words.html")),
            ("dossier.html", include_str!("../../themes/sobre/templates/partials/dossier.html")),
            ("page.html", "{{ <question value={question} /> }}"),
        ];
        let strings = include_str!("../../themes/sobre/strings/fr.ftl");
        let words: BTreeMap<&str, &str> =
            strings.lines().filter_map(|line| line.split_once(" = ")).collect();
        let mut tera = Tera::default();
        tera.add_raw_templates(PARTIALS).expect("the theme");
        let mut context = Context::new();
        context.insert("question", question);
        context.insert("t", &words);
        tera.render("page.html", &context).expect("the theme knows it")
    }

    #[test]
    fn the_theme_gives_room_to_every_kind_of_answer() {
        const ROOM: [&str; 4] =
            ["<div class=\"rules\"", "<span class=\"box", "<p class=\"cells\"", "<td></td>"];
        for asked in sample::questions::<()>() {
            let view = super::question(&asked, Vec::new(), &sample::words());
            let shown = shown(&view);
            let is_asked = view.kind != "note";
            let has_room = ROOM.iter().any(|room| shown.contains(room));
            assert_eq!(has_room, is_asked, "{}: {shown}", view.kind);
            assert!(shown.contains(&asked.label.text), "{shown}");
            assert!(view.form.is_none_or(|form| shown.contains(&form)), "{shown}");
        }
    }
}
