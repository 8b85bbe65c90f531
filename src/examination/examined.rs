//! A dossier that was read, with what is known of its call and region.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::answers::answer::{Answer, Answers};
use crate::answers::claim::Claim;
use crate::model::marking::Marking;
use crate::model::questionnaire::{Asked, Field, Questionnaire, compared};
use crate::model::role::Role;
use crate::model::territory::Department;

/// What one region's dossiers of one call, in one language, have in common.
#[derive(Debug)]
pub struct Setting {
    /// In the language of the file.
    pub asked: Questionnaire,
    /// In the language of who reads, where the site has it.
    pub shown: Questionnaire,
    /// The grid by which they are marked, where the call has one.
    pub marking: Option<Marking>,
    /// Of the region.
    pub departments: Vec<Department>,
    /// The last day on which the call keeps them.
    pub kept_until: Option<Date>,
}

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Dossier,
    /// A budget workbook, which answers only that.
    Budget,
}

/// The answers of one file.
#[derive(Debug)]
pub struct Examined {
    pub kind: Kind,
    /// Its path, as it can be shown.
    pub file: String,
    /// The day on which it was last written, where the system says it.
    pub dated: Option<Date>,
    pub claim: Claim,
    pub answers: Answers,
    pub setting: Arc<Setting>,
}

impl Examined {
    /// The answers by the ids of their fields.
    pub fn given(&self) -> &BTreeMap<String, Answer> {
        &self.answers.given
    }

    /// The fields of a question, then those of rows that were added to its table.
    pub fn fields_of<'q>(
        &self,
        question: &'q Asked,
    ) -> impl Iterator<Item = Cow<'q, Field>> + use<'q> {
        let own = question.fields.iter().map(Cow::Borrowed);
        own.chain(self.answers.beyond(question).into_iter().map(Cow::Owned))
    }

    /// What is answered in words by the question that has a role; of a column, each once.
    pub fn words_of(&self, role: Role) -> Vec<String> {
        let asked = &self.setting.asked;
        let Some(holder) = asked.holder(role) else { return Vec::new() };
        let mut words: Vec<String> = Vec::new();
        let fields = asked.questions.iter().flat_map(|asked| self.fields_of(asked));
        for field in fields.filter(|field| holder.holds(&field.id)) {
            let Some(Answer::Text(said)) = self.given().get(&field.id) else { continue };
            let known = |known: &String| compared(known) == compared(said);
            if !words.iter().any(known) {
                words.push(said.clone());
            }
        }
        words
    }

    /// The first of them.
    pub fn word_of(&self, role: Role) -> Option<String> {
        self.words_of(role).into_iter().next()
    }

    /// The boxes ticked in the question that has a role, by their fields as they are shown.
    pub fn ticked(&self, role: Role) -> Vec<&Field> {
        let shown = &self.setting.shown;
        let holder = shown.holder(role).into_iter();
        let fields = holder.flat_map(|holder| {
            let questions = shown.questions.iter();
            let held = questions.filter(|question| question.id == holder.question);
            held.flat_map(|question| &question.fields)
        });
        fields.filter(|field| self.given().get(&field.id) == Some(&Answer::Tick(true))).collect()
    }

    /// The day of the signature.
    pub fn signed(&self) -> Option<Date> {
        let signature = &self.setting.asked.holder(Role::Signature)?.question;
        match self.given().get(&format!("{signature}:date")) {
            Some(Answer::Text(day)) => day.parse().ok(),
            _ => None,
        }
    }
}
