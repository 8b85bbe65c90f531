//! A regional call becomes its [`Dossier`] in one language: every value a word, every missing translation marked.

use std::cell::RefCell;

use super::sheet::{
    Budget, BudgetLine, Choice, Column, Dossier, Identity, Kind, Paragraph, Part, Question, Rows,
    Text,
};
use super::{guide, version, wording};
use crate::documents::{paragraphs, typeset};
use crate::model::call::Unit;
use crate::model::form::{
    FormBudget, FormBudgetLine, FormChoice, FormColumn, FormKind, FormPart, FormRows,
    RegionalFormPart, RegionalQuestion,
};
use crate::model::id::{Lang, Slug};
use crate::model::localized::Localized;
use crate::model::origin::Origin;
use crate::model::prose::Prose;
use crate::model::regional::{RegionalCall, RegionalParameter};
use crate::tell::context::PageContext;
use crate::tell::notes::NoteNumbers;
use crate::words::{Arg, grammar};

/// The dossier of `call` in the language of `page`, if the call has one.
pub fn dossier(page: PageContext<'_>, call: &RegionalCall) -> Option<Dossier> {
    let form = call.form.as_ref()?;
    let notes = RefCell::default();
    let texts = Texts { page, call, notes: &notes };
    let words = wording::form(page.words);
    let introduction = form.form.introduction.as_ref().map(|introduction| &introduction.value);
    // In reading order, which is that of the notes.
    let introduction = texts.prose(introduction, Origin::National);
    let guide = guide::of(texts);
    let parts = parts(texts, form.form.parts.iter().zip(&form.parts));
    let version = version::of(&parts, &words);
    let mut dossier = Dossier {
        lang: page.words.lang.clone(),
        right_to_left: page.words.lang.is_right_to_left(),
        title: page.words.say("form_title", &[]),
        call: texts.text(&call.call.title),
        within: grammar::territory_in(page.words, &call.region.territory),
        service: format!("{} {}", call.region.service.acronym, region(page, call)),
        date: call.call.published,
        footer: footer(page, call, &version),
        page_of: wording::page_of(page.words),
        introduction,
        guide,
        identity: Identity {
            call: call.call.slug.clone(),
            region: call.region.slug.clone(),
            version,
        },
        parts,
        words,
    };
    typeset::dossier(&mut dossier, &page.shared.site.settings.abbreviations);
    Some(dossier)
}

/// The name of the region.
pub fn region<'a>(page: PageContext<'_>, call: &'a RegionalCall) -> &'a str {
    page.chrome(&call.region.territory.name)
}

/// The foot of each page.
pub fn footer(page: PageContext<'_>, call: &RegionalCall, version: &str) -> String {
    let args = [
        ("call", Arg::Text(&call.call.short)),
        ("region", Arg::Text(region(page, call))),
        ("version", Arg::Text(version)),
        ("date", Arg::Text(&page.words.date(call.call.published))),
    ];
    page.words.say("form_footer", &args)
}

/// The texts of a call, as one dossier shows them.
#[derive(Clone, Copy)]
pub struct Texts<'a> {
    pub page: PageContext<'a>,
    pub call: &'a RegionalCall,
    /// The notes called so far in the document.
    pub notes: &'a RefCell<NoteNumbers>,
}

impl Texts<'_> {
    /// Words, with their language when it is not the dossier's.
    pub fn text(&self, text: &Localized<String>) -> Text {
        let shown = text.show(self.page.content);
        Text { text: shown.value.clone(), lang: self.foreign(shown.lang) }
    }

    /// The paragraphs of a text that the nation or the region wrote.
    pub fn prose<'t>(
        &self,
        texts: impl IntoIterator<Item = &'t Localized<Prose>>,
        origin: Origin,
    ) -> Vec<Paragraph> {
        let owner: &Slug = match origin {
            Origin::National => &self.call.call.slug,
            Origin::Added | Origin::Replaced => &self.call.region.slug,
        };
        let paragraphs = texts.into_iter().flat_map(|text| {
            let shown = text.show(self.page.content);
            let context = self.page.text_in(shown.lang, Some(owner));
            let lang = self.foreign(shown.lang);
            paragraphs::of(&context, shown.value, lang.as_ref(), &mut self.notes.borrow_mut())
        });
        paragraphs.collect()
    }

    /// `lang`, when it is not the document's.
    pub fn foreign(&self, lang: &Lang) -> Option<Lang> {
        (*lang != self.page.words.lang).then(|| lang.clone())
    }
}

/// A part whose every question is left out has nothing to ask.
fn parts<'f>(
    texts: Texts<'_>,
    parts: impl Iterator<Item = (&'f FormPart, &'f RegionalFormPart)>,
) -> Vec<Part> {
    let asked = parts.filter_map(|(part, regional)| {
        let questions: Vec<Question> = regional
            .questions
            .iter()
            .filter_map(|question| self::question(texts, question))
            .collect();
        (!questions.is_empty()).then_some((part, questions))
    });
    let numbered = asked.zip(1..).map(|((part, questions), number)| Part {
        id: part.id.to_string(),
        number,
        title: texts.text(&part.title),
        introduction: texts.prose(&part.introduction, Origin::National),
        questions: self::numbered(questions, number),
    });
    numbered.collect()
}

/// Notes have no number: nothing answers them.
fn numbered(questions: Vec<Question>, part: usize) -> Vec<Question> {
    let mut rank = 0;
    let questions = questions.into_iter().map(|question| match question.kind {
        Kind::Note => question,
        _ => {
            rank += 1;
            Question { number: format!("{part}.{rank}"), ..question }
        }
    });
    questions.collect()
}

fn question(texts: Texts<'_>, regional: &RegionalQuestion) -> Option<Question> {
    let question = &regional.question;
    let kind = kind(texts, &question.kind)?;
    let mut help = texts.prose(&question.help, regional.origin);
    help.extend(texts.prose(&regional.more_help, Origin::Added));
    Some(Question {
        id: question.id.to_string(),
        former: question.former.iter().map(|former| former.value.to_string()).collect(),
        number: String::new(),
        label: texts.text(&question.label),
        help,
        required: question.required,
        kind,
    })
}

/// `None` for what the region has nothing to offer to.
fn kind(texts: Texts<'_>, kind: &FormKind) -> Option<Kind> {
    Some(match kind {
        FormKind::Note => Kind::Note,
        FormKind::Line { limit } => Kind::Line { limit: *limit },
        FormKind::Block { limit, lines } => Kind::Block { limit: *limit, lines: *lines },
        FormKind::Amount => Kind::Amount,
        FormKind::Date => Kind::Date,
        FormKind::Siret => Kind::Siret,
        FormKind::Choice(choices) => Kind::Choice(offered(texts, choices)),
        FormKind::Choices(choices) => Kind::Choices(offered(texts, choices)),
        FormKind::Priorities if texts.call.priorities.is_empty() => return None,
        FormKind::Priorities => Kind::Choices(priorities(texts)),
        FormKind::YesNo => Kind::YesNo,
        FormKind::Table { columns, rows } => Kind::Table {
            columns: columns.iter().map(|c| column(texts, c)).collect(),
            rows: match rows {
                FormRows::Blank(count) => Rows::Blank(*count),
                FormRows::Named(rows) => Rows::Named(offered(texts, rows)),
            },
        },
        FormKind::Budget(budget) => Kind::Budget(self::budget(texts, budget)?),
        FormKind::Commitment => Kind::Commitment,
        FormKind::Attachment => Kind::Attachment,
        FormKind::Signature => Kind::Signature,
    })
}

fn offered(texts: Texts<'_>, choices: &[FormChoice]) -> Vec<Choice> {
    let choice = |choice: &FormChoice| Choice {
        id: choice.id.to_string(),
        label: texts.text(&choice.label),
    };
    choices.iter().map(choice).collect()
}

fn priorities(texts: Texts<'_>) -> Vec<Choice> {
    let priorities = texts.call.priorities.iter();
    priorities.map(|p| Choice { id: p.id.to_string(), label: texts.text(&p.title) }).collect()
}

fn column(texts: Texts<'_>, column: &FormColumn) -> Column {
    Column {
        id: column.id.to_string(),
        label: texts.text(&column.label),
        kind: column.kind.clone(),
    }
}

/// `None` when its ceiling is no parameter, which has been said: nothing is published.
fn budget(texts: Texts<'_>, budget: &FormBudget) -> Option<Budget> {
    let named = |p: &&RegionalParameter| *p.parameter.name == budget.ceiling.value;
    let ceiling = texts.call.parameters.iter().find(named)?.parameter.value;
    let line = |line: &FormBudgetLine| BudgetLine {
        id: line.id.to_string(),
        label: texts.text(&line.label),
        justified: line.justified,
        aid: line.aid,
    };
    Some(Budget {
        charges: budget.charges.iter().map(line).collect(),
        resources: budget.resources.iter().map(line).collect(),
        ceiling,
        ceiling_words: texts.page.words.amount(ceiling, Unit::Euro),
        notes: guide::figures(texts),
    })
}
