//! The version of a dossier: a digest of all that it asks, in reading order.
//!
//! Dates, addresses and contacts do not count: two dossiers of one version ask the same, and an answer to the one is an
//! answer to the other.

use super::sheet::{FieldKind, FormWords, Kind, Paragraph, Part, Question};
use crate::model::digest::Digest;

/// The first eight characters of the digest of `parts`.
pub fn of(parts: &[Part], words: &FormWords) -> String {
    let mut asked = String::new();
    for part in parts {
        line(&mut asked, &[&part.id, &part.title.text]);
        paragraphs(&mut asked, &part.introduction);
        for question in &part.questions {
            ask(&mut asked, question, words);
        }
    }
    let digest = Digest::of(asked.as_bytes()).to_string();
    digest[..8].to_owned()
}

fn ask(asked: &mut String, question: &Question, words: &FormWords) {
    line(asked, &[&question.id, &question.label.text]);
    paragraphs(asked, &question.help);
    if let Kind::Budget(budget) = &question.kind {
        line(asked, &["plafond", &budget.ceiling.to_string()]);
    }
    for field in question.fields(words) {
        let required = if field.required { "obligatoire" } else { "" };
        line(asked, &[&field.id, &field.label, required, &taken(&field.kind)]);
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
        FieldKind::Check => "case".to_owned(),
        FieldKind::Pick(choices) => {
            let choices = choices.iter().map(|(id, words)| format!("{id}={words}"));
            format!("choix {}", choices.collect::<Vec<_>>().join("|"))
        }
    }
}

fn paragraphs(asked: &mut String, paragraphs: &[Paragraph]) {
    for paragraph in paragraphs {
        // A note that is added before changes the numbers of those that follow, not what is asked.
        let words = paragraph.runs.iter().filter(|run| !run.is_note_number());
        words.for_each(|run| asked.push_str(&run.text));
        asked.push('\n');
    }
}

fn line(asked: &mut String, words: &[&str]) {
    asked.push_str(&words.join("\t"));
    asked.push('\n');
}

#[cfg(test)]
mod tests {
    use crate::tell::dossier::sample;
    use crate::tell::dossier::sheet::Kind;

    #[test]
    fn only_what_is_asked_counts() {
        let dossier = sample::dossier();
        let version = super::of(&dossier.parts, &dossier.words);
        assert_eq!(version.len(), 8);
        let mut parts = dossier.parts.clone();
        parts[1].questions[0].help.clear();
        assert_ne!(super::of(&parts, &dossier.words), version);
        let mut parts = dossier.parts.clone();
        let Kind::Line { limit } = &mut parts[0].questions[1].kind else { panic!("a line") };
        *limit += 1;
        assert_ne!(super::of(&parts, &dossier.words), version);
    }
}
