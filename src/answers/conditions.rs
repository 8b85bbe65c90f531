//! Whether a question was to be answered, as the answers to those before it decide.

use std::collections::{BTreeMap, BTreeSet};

use super::answer::{Answer, Answers};
use super::code::RemarkCode;
use super::said::Remark;
use crate::model::questionnaire::{Asked, Field, FieldKind, NO, Shape, When, YES};

/// The questions of a file that were met so far, in reading order.
pub struct Decided<'q> {
    /// Whether each was to be answered.
    questions: BTreeMap<&'q str, (&'q Asked, Option<bool>)>,
    /// The ids of the fields that have no place in the file.
    absent: &'q BTreeSet<&'q str>,
}

impl<'q> Decided<'q> {
    /// None was met yet.
    pub fn new(absent: &'q BTreeSet<&'q str>) -> Self {
        Self { questions: BTreeMap::new(), absent }
    }

    /// One more, of which the answers are known.
    pub fn add(&mut self, answers: &Answers, question: &'q Asked) {
        let when = question.fields.first().map(|field| &field.when[..]);
        let asked = self.all(answers, when.unwrap_or_default());
        self.questions.insert(&question.id, (question, asked));
    }

    /// Whether a field has its place, and was to be answered.
    pub fn is_due(&self, answers: &Answers, field: &Field) -> bool {
        !self.absent.contains(&*field.id) && self.asks(answers, field)
    }

    /// Whether a field was to be answered, be its place there or not.
    pub fn asks(&self, answers: &Answers, field: &Field) -> bool {
        self.all(answers, &field.when) == Some(true)
    }

    /// What is answered though it was not asked, said once.
    pub fn remark(&self, answers: &Answers, question: &Asked) -> Option<Remark> {
        let is_superfluous = |field: &&Field| {
            answers.given.get(&field.id).is_some_and(Answer::is_filled)
                && self.all(answers, &field.when) == Some(false)
        };
        question.fields.iter().find(is_superfluous)?;
        Some(Remark::at(RemarkCode::Superfluous, &question.place()))
    }

    fn all(&self, answers: &Answers, when: &[When]) -> Option<bool> {
        let mut all = Some(true);
        for one in when {
            match self.holds(answers, one) {
                Some(true) => {}
                Some(false) => return Some(false),
                None => all = None,
            }
        }
        all
    }

    /// What was not asked has not the answer that is wanted.
    fn holds(&self, answers: &Answers, when: &When) -> Option<bool> {
        let (question, asked) = self.questions.get(&*when.question)?;
        if *asked == Some(false) {
            return Some(false);
        }
        let holds = if matches!(question.shape, Shape::AnyOf) {
            any_ticked(answers, question, &when.values)
        } else {
            let value = self.value(answers, question.fields.first()?);
            value.map(|value| when.values.iter().any(|wanted| wanted == value))
        };
        // Whether it was asked is not known: neither is this.
        asked.and(holds)
    }

    /// What was chosen, or whether it was ticked: nothing where nothing was chosen, `None` where nobody can tell.
    fn value<'a>(&self, answers: &'a Answers, field: &Field) -> Option<&'a str> {
        match answers.given.get(&field.id) {
            Some(Answer::Tick(ticked)) => Some(if *ticked { YES } else { NO }),
            Some(Answer::Text(value)) => is_offered(field, value).then_some(value),
            Some(Answer::Number(_)) => None,
            None => (!self.absent.contains(&*field.id)).then_some(""),
        }
    }
}

fn any_ticked(answers: &Answers, question: &Asked, values: &[String]) -> Option<bool> {
    let ticks =
        values.iter().map(|value| match answers.given.get(&format!("{}:{value}", question.id)) {
            Some(Answer::Tick(ticked)) => Some(*ticked),
            _ => None,
        });
    let ticks: Vec<Option<bool>> = ticks.collect();
    if ticks.contains(&Some(true)) {
        return Some(true);
    }
    (!ticks.contains(&None)).then_some(false)
}

fn is_offered(field: &Field, value: &str) -> bool {
    let FieldKind::Pick(offered) = &field.kind else { return false };
    offered.iter().any(|(id, _)| id == value)
}
