//! The version of a document: a digest of all that it asks or says, in reading order, every word and no typeface.
//!
//! Dates, addresses and contacts do not count in that of a form: two dossiers of one version ask the same, and an answer
//! to the one is an answer to the other.

use crate::model::borrowed::bare;
use crate::model::digest::Digest;
#[cfg(feature = "pdf")]
use crate::model::told::booklet::BookletContent;
#[cfg(feature = "pdf")]
use crate::model::told::call::{Part as Piece, Section};
use crate::model::told::dossier::{FieldKind, FormWords, Kind, Part, Question, When};
use crate::model::told::plain;
use crate::model::told::text::Text;

/// Of a form.
pub fn of_form(parts: &[Part<Text>], words: &FormWords) -> String {
    let mut said = Said::default();
    for part in parts {
        said.line(&[&part.id, &part.title.text]);
        said.texts(&part.introduction);
        for question in &part.questions {
            said.question(question, words);
        }
    }
    said.version()
}

/// Of a text that is published.
#[cfg(feature = "pdf")]
pub fn of_booklet(content: &BookletContent) -> String {
    let mut said = Said::default();
    for guide in &content.guide {
        said.line(&[&guide.title]);
        said.texts(&guide.body);
    }
    content.sections.iter().for_each(|section| said.section(section));
    for priority in &content.priorities {
        said.line(&[priority.id.as_str(), &priority.title.text]);
        said.text(&priority.body);
        said.line(&priority.sectors.iter().map(|sector| &*sector.text).collect::<Vec<_>>());
        said.line(&priority.departments.iter().map(|d| &*d.code).collect::<Vec<_>>());
    }
    for step in &content.steps {
        said.line(&[&step.label.text, &step.when]);
        step.marks.iter().for_each(|mark| said.line(&[mark]));
    }
    said.texts(&content.filing);
    said.texts(&content.whom);
    for document in &content.documents {
        said.line(&[&document.title.text, document.address.as_str()]);
    }
    said.version()
}

#[derive(Default)]
struct Said(String);

impl Said {
    fn line(&mut self, words: &[&str]) {
        self.0.push_str(&words.join("\t"));
        self.0.push('\n');
    }

    fn texts(&mut self, texts: &[Text]) {
        for text in texts {
            self.text(text);
        }
    }

    #[cfg(feature = "pdf")]
    fn section(&mut self, section: &Section) {
        self.line(&[&section.id, &plain::line(&section.title)]);
        for part in &section.parts {
            match part {
                Piece::Place(place) => self.line(&[place.name()]),
                Piece::Written(passage) => {
                    self.line(&[passage.mark.as_deref().unwrap_or_default()]);
                    self.text(&passage.text);
                }
            }
        }
    }

    /// The numbers of its notes are its own: those of a document change with what stands before.
    fn text(&mut self, text: &Text) {
        let mut notes = plain::Notes::default();
        let words = plain::text(text, &mut notes);
        self.line(&[&words]);
        notes.lines.iter().for_each(|note| self.line(&[note]));
    }

    fn question(&mut self, question: &Question<Text>, words: &FormWords) {
        self.line(&[&question.id, &question.label.text]);
        self.texts(&question.help);
        if let Kind::Budget(budget) = &question.kind {
            self.line(&["plafond", &budget.ceiling.to_string()]);
        }
        for field in question.fields(words) {
            let required = if field.required { "obligatoire" } else { "" };
            self.line(&[&field.id, &field.label, required, &taken(&field.kind)]);
            for When { question, values } in field.when.iter() {
                self.line(&["si", question, &values.join("|")]);
            }
        }
    }

    /// The first eight characters of the digest.
    fn version(self) -> String {
        let digest = Digest::of(bare(&self.0).as_bytes()).to_string();
        digest[..8].to_owned()
    }
}

fn taken(kind: &FieldKind) -> String {
    match kind {
        FieldKind::Line { limit } => format!("texte {limit}"),
        FieldKind::Block { limit, .. } => format!("texte-long {limit}"),
        FieldKind::Amount => "montant".to_owned(),
        FieldKind::Number => "nombre".to_owned(),
        FieldKind::Date => "date".to_owned(),
        FieldKind::Siret => "siret".to_owned(),
        FieldKind::Phone => "telephone".to_owned(),
        FieldKind::Email => "courriel".to_owned(),
        FieldKind::Check => "case".to_owned(),
        FieldKind::Pick(choices) => {
            let choices = choices.iter().map(|(id, words)| format!("{id}={words}"));
            format!("choix {}", choices.collect::<Vec<_>>().join("|"))
        }
    }
}

#[cfg(all(test, feature = "pdf"))]
mod tests {
    use std::sync::Arc;

    use super::of_booklet;
    use crate::model::id::Lang;
    use crate::model::told::booklet::BookletContent;
    use crate::model::told::dossier::Guide;
    use crate::model::told::text::{Block, Inline, Text};

    fn text(words: &str) -> Text {
        let blocks = Arc::new([Block::Paragraph(vec![Inline::Text(words.to_owned())])]);
        Text { lang: Lang::new("fr").expect("a language"), blocks, notes: Arc::default() }
    }

    fn version(title: &str, words: &str, filing: &str) -> String {
        let guide = vec![Guide { title: title.to_owned(), body: vec![text(words)] }];
        of_booklet(&BookletContent {
            guide,
            filing: vec![text(filing)],
            ..BookletContent::default()
        })
    }

    #[test]
    fn every_word_counts() {
        let first = version("Quand", "Avant lundi.", "Par courriel.");
        assert_eq!(first.len(), 8);
        assert_eq!(version("Quand", "Avant lundi.", "Par courriel."), first);
        assert_ne!(version("Quand", "Avant mardi.", "Par courriel."), first);
        assert_ne!(version("Où", "Avant lundi.", "Par courriel."), first);
        assert_ne!(version("Quand", "Avant lundi.", "Par courrier."), first);
    }
}
