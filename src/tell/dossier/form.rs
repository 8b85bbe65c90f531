//! The application dossier of a regional call, in one language: every value a word, every missing translation marked.

use std::collections::BTreeMap;

use super::conditions::{Conditions, Subject};
use super::{guide, privacy, version, wording};
use crate::model::call::Parameter;
use crate::model::cumulated::Cumulated;
use crate::model::form::{
    Form, FormBudget, FormBudgetLine, FormChoice, FormColumn, FormCumulated, FormKind, FormPart,
    FormQuestion, FormRows, RegionalForm, RegionalQuestion,
};
use crate::model::localized::Localized;
use crate::model::origin::Origin;
use crate::model::privacy::Privacy;
use crate::model::prose::Prose;
use crate::model::questionnaire::Identity;
use crate::model::regional::{RegionalCall, RegionalParameter};
use crate::model::role::{Holder, Role};
use crate::model::told::Phrase;
use crate::model::told::dossier::{
    Budget, BudgetLine, Choice, Column, Dossier, Guide, Kind, Part, Question, Rows,
};
use crate::model::told::text::{Block, Inline, Text};
use crate::model::unit::Unit;
use crate::tell::text::Texts;
use crate::tell::voice::Voice;
use crate::words::{Arg, grammar};

/// The dossier of `call`, if the call has one.
pub fn dossier(voice: Voice<'_>, call: &RegionalCall) -> Option<Dossier<Text>> {
    let form = call.form.as_ref()?;
    let asked = asked(call, form);
    let numbers = numbers(&asked);
    let known =
        asked.iter().flat_map(|(_, questions)| questions).map(|regional| &regional.question);
    let known = known.map(|q| (q.id.as_str(), &*numbers[q.id.as_str()], &q.kind));
    let conditions = Conditions::new(voice, known);
    let teller = Teller { texts: Texts::new(voice), call, numbers: &numbers, conditions };
    let words = wording::form(voice.words);
    let introduction = form.form.introduction.as_ref().map(|introduction| &introduction.value);
    let parts = teller.parts(&asked);
    let version = version::of_form(&parts, &words);
    Some(Dossier {
        lang: voice.words.lang.clone(),
        right_to_left: voice.words.lang.is_right_to_left(),
        title: voice.words.say("form_title", &[]),
        call: voice.phrase(&call.call.title),
        within: grammar::territory_in(voice.words, &call.region.territory),
        service: grammar::service_name(voice.words, &call.region),
        date: call.call.published,
        footer: footer(voice, call, &version),
        page_of: wording::page_of(voice.words),
        introduction: teller.texts(introduction, Origin::National),
        guide: guide::of(voice, call),
        identity: identity(call, version),
        parts,
        privacy: form.form.privacy.as_ref().map(|privacy| teller.privacy(privacy)),
        frame: wording::frame(voice.words),
        roles: roles(&form.form),
        cumulated: form.form.cumulated.iter().filter_map(cumulated).collect(),
        words,
    })
}

/// Which document of which call it is.
pub fn identity(call: &RegionalCall, version: String) -> Identity {
    Identity { call: call.call.slug.clone(), region: call.region.slug.clone(), version }
}

/// Amounts that add up, by the question and the columns that hold them.
fn cumulated(form: &FormCumulated) -> Option<Cumulated> {
    let (question, amount) = form.amount.value.split_once('.')?;
    let (_, date) = form.date.value.split_once('.')?;
    Some(Cumulated {
        question: question.to_owned(),
        amount: amount.to_owned(),
        date: date.to_owned(),
        ceilings: form.ceilings.clone(),
    })
}

/// What some answers stand for: as the definition says, or as their kind does.
fn roles(form: &Form) -> Vec<Holder> {
    let declared = form.roles.iter().map(|(role, held)| Holder::new(*role, &held.value));
    let first = |role, is_kind: fn(&FormKind) -> bool| {
        let question = form.questions().find(|question| is_kind(&question.kind))?;
        Some(Holder::new(role, question.id.as_str()))
    };
    let siret = first(Role::Siret, |kind| matches!(kind, FormKind::Siret));
    let priorities = first(Role::Priorities, |kind| matches!(kind, FormKind::Priorities));
    let signature = first(Role::Signature, |kind| matches!(kind, FormKind::Signature));
    declared.chain([siret, priorities, signature].into_iter().flatten()).collect()
}

/// The foot of each page.
pub fn footer(voice: Voice<'_>, call: &RegionalCall, version: &str) -> String {
    let args = [
        ("call", Arg::Text(&call.call.short)),
        ("region", Arg::Text(voice.around(&call.region.territory.name))),
        ("version", Arg::Text(version)),
        ("date", Arg::Text(&voice.words.date(call.call.published))),
    ];
    voice.words.say("form_footer", &args)
}

/// What tells the questions of a call.
struct Teller<'a> {
    texts: Texts<'a>,
    call: &'a RegionalCall,
    /// By the id of the question.
    numbers: &'a BTreeMap<&'a str, String>,
    conditions: Conditions<'a>,
}

impl Teller<'_> {
    /// Texts that the nation or the region wrote.
    fn texts<'t>(
        &self,
        texts: impl IntoIterator<Item = &'t Localized<Prose>>,
        origin: Origin,
    ) -> Vec<Text> {
        let owner = self.call.owner(origin);
        texts.into_iter().map(|text| without_headings(self.texts.text(text, Some(owner)))).collect()
    }

    fn parts(&self, asked: &[Asked<'_>]) -> Vec<Part<Text>> {
        let parts = asked.iter().zip(1..).map(|((part, questions), number)| {
            let words = |condition| self.conditions.words(&Subject::Part, condition);
            let ask = |regional: &&RegionalQuestion| self.question(part, regional);
            Part {
                id: part.id.to_string(),
                number,
                title: self.phrase(&part.title),
                condition: part.condition.iter().filter_map(words).collect(),
                introduction: self.texts(&part.introduction, Origin::National),
                questions: questions.iter().filter_map(ask).collect(),
            }
        });
        parts.collect()
    }

    fn privacy(&self, privacy: &Privacy) -> Guide<Text> {
        let owner = self.call.owner(Origin::National);
        let tell = |text: &Localized<Prose>| without_headings(self.texts.text(text, Some(owner)));
        privacy::notice(self.texts.voice, self.call, privacy, tell)
    }

    fn question(&self, part: &FormPart, regional: &RegionalQuestion) -> Option<Question<Text>> {
        let question = &regional.question;
        let kind = self.kind(&question.kind)?;
        let mut help = self.texts(&question.help, regional.origin);
        help.extend(self.texts(&regional.more_help, Origin::Added));
        let conditions = part.condition.iter().chain(&question.condition);
        Some(Question {
            id: question.id.to_string(),
            former: question.former.iter().map(|former| former.value.to_string()).collect(),
            number: self.numbers[question.id.as_str()].clone(),
            label: self.phrase(&question.label),
            condition: self.conditions_of(question),
            when: conditions.filter_map(|one| self.conditions.when(one)).collect(),
            help,
            required: question.required,
            kind,
        })
    }

    /// When a question is to be filled in, then each of its columns, in words.
    fn conditions_of(&self, question: &FormQuestion) -> Vec<Text> {
        let is_note = matches!(question.kind, FormKind::Note);
        let subject = if is_note { Subject::Note } else { Subject::Question };
        let words = |condition| self.conditions.words(&subject, condition);
        let mut told: Vec<Text> = question.condition.iter().filter_map(words).collect();
        if let FormKind::Table { columns, .. } = &question.kind {
            told.extend(columns.iter().filter_map(|column| {
                let subject = Subject::Column(self.phrase(&column.label));
                self.conditions.words(&subject, column.condition.as_ref()?)
            }));
        }
        told
    }

    /// `None` for a budget without its ceiling, which has been said: nothing is published.
    fn kind(&self, kind: &FormKind) -> Option<Kind<Text>> {
        Some(match kind {
            FormKind::Note => Kind::Note,
            FormKind::Line { limit } => Kind::Line { limit: *limit },
            FormKind::Block { limit, lines } => Kind::Block { limit: *limit, lines: *lines },
            FormKind::Amount => Kind::Amount,
            FormKind::Number => Kind::Number,
            FormKind::Date => Kind::Date,
            FormKind::Siret => Kind::Siret,
            FormKind::Phone => Kind::Phone,
            FormKind::Email => Kind::Email,
            FormKind::Choice(choices) => Kind::Choice(self.offered(choices)),
            FormKind::Choices(choices) => Kind::Choices(self.offered(choices)),
            FormKind::Priorities => Kind::Choices(self.priorities()),
            FormKind::YesNo => Kind::YesNo,
            FormKind::Table { columns, rows } => Kind::Table {
                columns: columns.iter().map(|column| self.column(column)).collect(),
                rows: match rows {
                    FormRows::Blank(count) => Rows::Blank(*count),
                    FormRows::Named(rows) => Rows::Named(self.offered(rows)),
                },
            },
            FormKind::Budget(budget) => Kind::Budget(self.budget(budget)?),
            FormKind::Commitment => Kind::Commitment,
            FormKind::Attachment => Kind::Attachment,
            FormKind::Signature => Kind::Signature,
        })
    }

    fn offered(&self, choices: &[FormChoice]) -> Vec<Choice> {
        let choice = |choice: &FormChoice| Choice {
            id: choice.id.to_string(),
            label: self.phrase(&choice.label),
        };
        choices.iter().map(choice).collect()
    }

    fn priorities(&self) -> Vec<Choice> {
        let priorities = self.call.priorities.iter();
        priorities.map(|p| Choice { id: p.id.to_string(), label: self.phrase(&p.title) }).collect()
    }

    fn column(&self, column: &FormColumn) -> Column {
        Column {
            id: column.id.to_string(),
            label: self.phrase(&column.label),
            kind: column.kind.clone(),
            when: column.condition.as_ref().and_then(|one| self.conditions.when(one)),
        }
    }

    fn budget(&self, budget: &FormBudget) -> Option<Budget<Text>> {
        let parameter = ceiling(self.call, budget)?;
        let line = |line: &FormBudgetLine| BudgetLine {
            id: line.id.to_string(),
            label: self.phrase(&line.label),
            justified: line.justified,
            aid: line.aid,
        };
        let voice = self.texts.voice;
        let unnamed = || Phrase::own(voice.words.say("budget_ceiling", &[]));
        let name = parameter.label.as_ref().map_or_else(unnamed, |label| voice.phrase(label));
        let ceiling_words = voice.words.amount(parameter.value, Unit::Euro);
        Some(Budget {
            charges: budget.charges.iter().map(line).collect(),
            resources: budget.resources.iter().map(line).collect(),
            ceiling: parameter.value,
            notes: guide::budget(voice, self.call, &name, &ceiling_words),
            ceiling_words,
            ceiling_name: name,
        })
    }

    fn phrase(&self, text: &Localized<String>) -> Phrase {
        self.texts.voice.phrase(text)
    }
}

/// A form has headings of its own, and those of a help would stand among them: they are set in strong letters.
fn without_headings(text: Text) -> Text {
    if !text.blocks.iter().any(|block| matches!(block, Block::Heading { .. })) {
        return text;
    }
    let lowered = |block: &Block| match block {
        Block::Heading { content, .. } => Block::Paragraph(vec![Inline::Strong(content.clone())]),
        other => other.clone(),
    };
    Text { blocks: text.blocks.iter().map(lowered).collect(), ..text }
}

/// A part, and its questions that are asked.
type Asked<'f> = (&'f FormPart, Vec<&'f RegionalQuestion>);

/// A part whose every question is left out has nothing to ask.
fn asked<'f>(call: &RegionalCall, form: &'f RegionalForm) -> Vec<Asked<'f>> {
    let parts = form.form.parts.iter().zip(&form.parts).map(|(part, regional)| {
        let questions = regional.questions.iter();
        (part, questions.filter(|one| is_asked(call, &one.question.kind)).collect::<Vec<_>>())
    });
    parts.filter(|(_, questions)| !questions.is_empty()).collect()
}

/// Whether the region has something to offer to it.
fn is_asked(call: &RegionalCall, kind: &FormKind) -> bool {
    if let FormKind::Budget(budget) = kind {
        return ceiling(call, budget).is_some();
    }
    !(matches!(kind, FormKind::Priorities) && call.priorities.is_empty())
}

/// What the aid asked for may not exceed.
fn ceiling<'c>(call: &'c RegionalCall, budget: &FormBudget) -> Option<&'c Parameter> {
    let named = |p: &&RegionalParameter| *p.parameter.name == budget.ceiling.value;
    call.parameters.iter().find(named).map(|regional| &regional.parameter)
}

/// "3.2", by the id of the question. Notes have no number: nothing answers them.
fn numbers<'f>(asked: &[Asked<'f>]) -> BTreeMap<&'f str, String> {
    let mut numbers = BTreeMap::new();
    for ((_, questions), part) in asked.iter().zip(1..) {
        let mut rank = 0;
        for question in questions.iter().map(|regional| &regional.question) {
            let is_note = matches!(question.kind, FormKind::Note);
            rank += i32::from(!is_note);
            let number = if is_note { String::new() } else { format!("{part}.{rank}") };
            numbers.insert(question.id.as_str(), number);
        }
    }
    numbers
}
