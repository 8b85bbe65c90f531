//! When a part, a question or a column is to be filled in: as values, and in words that name the question and its answers.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::form::{FormChoice, FormCondition, FormKind};
use crate::model::questionnaire::{When, YES};
use crate::model::told::Phrase;
use crate::model::told::text::{Block, Inline, Text};
use crate::tell::voice::Voice;
use crate::words::Arg;

/// Where a sentence puts what may be in another language.
const PLACE: char = '\u{1}';

/// The questions that conditions name.
pub struct Conditions<'a> {
    voice: Voice<'a>,
    /// The number of each, and how it is answered, by its id.
    asked: BTreeMap<&'a str, (&'a str, Way<'a>)>,
}

/// How a question is answered that others depend on.
#[derive(Debug, Clone, Copy)]
enum Way<'a> {
    Picked(&'a [FormChoice]),
    Ticked(&'a [FormChoice]),
    YesNo,
    /// A box is ticked or not.
    Box,
}

/// What depends on an answer.
pub enum Subject {
    Part,
    Question,
    Note,
    Column(Phrase),
}

impl<'a> Conditions<'a> {
    /// Of questions: ids, numbers and kinds.
    pub fn new(
        voice: Voice<'a>,
        asked: impl Iterator<Item = (&'a str, &'a str, &'a FormKind)>,
    ) -> Self {
        let asked = asked.filter_map(|(id, number, kind)| Some((id, (number, way(kind)?))));
        Self { voice, asked: asked.collect() }
    }

    /// The values that `condition` wants; `None` when it wants any, or a question that is not asked.
    pub fn when(&self, condition: &FormCondition) -> Option<When> {
        let (_, way) = self.asked.get(&*condition.question.value)?;
        let values: Vec<String> = condition.values.iter().map(|one| one.value.clone()).collect();
        let is_any = matches!(way, Way::Box) && values.len() > 1;
        let question = condition.question.value.clone();
        (!is_any).then_some(When { question, values })
    }

    /// "À remplir si vous avez répondu « Autre » à la question 1.2."
    pub fn words(&self, subject: &Subject, condition: &FormCondition) -> Option<Text> {
        let When { question, values } = self.when(condition)?;
        let (number, way) = self.asked[&*question];
        let answered = self.answered(way, number, &values);
        let what = self.subject(subject);
        let whole = self.say("form_if", &[("what", "\u{1}"), ("answer", "\u{1}")]);
        let line = filled(&whole, [what, answered]);
        Some(Text {
            lang: self.voice.words.lang.clone(),
            blocks: [Block::Paragraph(vec![Inline::Strong(line)])].into(),
            notes: Arc::default(),
        })
    }

    fn subject(&self, subject: &Subject) -> Vec<Inline> {
        let own = |name| vec![Inline::Text(self.say(name, &[]))];
        match subject {
            Subject::Part => own("form_if_part"),
            Subject::Question => own("form_if_fill"),
            Subject::Note => own("form_if_read"),
            Subject::Column(label) => {
                let sentence = self.say("form_if_column", &[("column", "\u{1}")]);
                filled(&sentence, [self.quoted(label)])
            }
        }
    }

    /// "vous avez répondu « Autre » à la question 1.2".
    fn answered(&self, way: Way<'_>, number: &str, values: &[String]) -> Vec<Inline> {
        let number = ("number", number);
        let name = match way {
            Way::Box => {
                let ticked = values.iter().any(|value| value == YES);
                let name = if ticked { "form_if_box" } else { "form_if_no_box" };
                return vec![Inline::Text(self.say(name, &[number]))];
            }
            Way::Ticked(_) => "form_if_ticked",
            Way::Picked(_) | Way::YesNo => "form_if_answered",
        };
        let labels = values.iter().map(|value| self.quoted(&self.label(way, value)));
        let sentence = self.say(name, &[("answers", "\u{1}"), number]);
        filled(&sentence, [self.any_of(labels.collect())])
    }

    /// What an answer is called.
    fn label(&self, way: Way<'_>, value: &str) -> Phrase {
        match way {
            Way::Picked(choices) | Way::Ticked(choices) => {
                let named = choices.iter().find(|choice| choice.id.as_str() == value);
                named.map_or_else(|| Phrase::own(value), |one| self.voice.phrase(&one.label))
            }
            Way::YesNo | Way::Box => {
                let name = if value == YES { "form_yes" } else { "form_no" };
                Phrase::own(self.say(name, &[]))
            }
        }
    }

    /// "A, B ou C".
    fn any_of(&self, labels: Vec<Vec<Inline>>) -> Vec<Inline> {
        let or = format!(" {} ", self.say("form_or", &[]));
        let last = labels.len().saturating_sub(1);
        let mut line = Vec::new();
        for (rank, label) in labels.into_iter().enumerate() {
            match rank {
                0 => {}
                _ if rank == last => line.push(Inline::Text(or.clone())),
                _ => line.push(Inline::Text(", ".to_owned())),
            }
            line.extend(label);
        }
        line
    }

    /// "« Autre »", marked where it is not translated.
    fn quoted(&self, label: &Phrase) -> Vec<Inline> {
        let words = Inline::Text(label.text.clone());
        let words = match &label.lang {
            Some(lang) => Inline::Foreign { lang: lang.clone(), content: vec![words] },
            None => words,
        };
        filled(&self.say("form_quote", &[("words", "\u{1}")]), [vec![words]])
    }

    fn say(&self, name: &str, args: &[(&str, &str)]) -> String {
        let args: Vec<(&str, Arg<'_>)> =
            args.iter().map(|(name, words)| (*name, Arg::Text(words))).collect();
        self.voice.words.say(name, &args)
    }
}

fn way(kind: &FormKind) -> Option<Way<'_>> {
    match kind {
        FormKind::Choice(choices) => Some(Way::Picked(choices)),
        FormKind::Choices(choices) => Some(Way::Ticked(choices)),
        FormKind::YesNo => Some(Way::YesNo),
        FormKind::Commitment | FormKind::Attachment => Some(Way::Box),
        FormKind::Priorities
        | FormKind::Note
        | FormKind::Line { .. }
        | FormKind::Block { .. }
        | FormKind::Amount
        | FormKind::Number
        | FormKind::Date
        | FormKind::Siret
        | FormKind::Phone
        | FormKind::Email
        | FormKind::Table { .. }
        | FormKind::Budget(_)
        | FormKind::Signature => None,
    }
}

/// A sentence with each of `fillings` in its place, in order.
fn filled<const N: usize>(sentence: &str, fillings: [Vec<Inline>; N]) -> Vec<Inline> {
    let mut fillings = fillings.into_iter();
    let mut line = Vec::new();
    for (rank, words) in sentence.split(PLACE).enumerate() {
        if rank > 0 {
            line.extend(fillings.next().unwrap_or_default());
        }
        if !words.is_empty() {
            line.push(Inline::Text(words.to_owned()));
        }
    }
    line
}
