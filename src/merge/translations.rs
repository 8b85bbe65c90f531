//! What a dossier does not say in a language of its call: the page and the files show the reference, marked.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::form::{Form, FormChange, FormPart, FormQuestion};
use crate::model::id::Lang;
use crate::model::localized::Localized;
use crate::model::source::Span;

/// Says which parts and questions lack one of `languages`, each once.
pub fn check(diagnostics: &mut Diagnostics, form: &Form, languages: &[Lang]) {
    if let Some(introduction) = &form.introduction {
        let mut lack = Lack::of(languages);
        lack.text("introduction", &introduction.value);
        lack.say(diagnostics, "introduction", introduction.span);
    }
    if let Some(privacy) = &form.privacy {
        let mut lack = Lack::of(languages);
        let keys = ["responsable", "finalites", "destinataires", "delegue"];
        keys.into_iter().zip(privacy.texts()).for_each(|(key, text)| lack.text(key, text));
        lack.say(diagnostics, "donnees-personnelles", privacy.span);
    }
    for part in &form.parts {
        let mut lack = Lack::of(languages);
        lack.part(part);
        lack.say(diagnostics, part.id.as_str(), part.span);
    }
    for question in form.questions() {
        check_question(diagnostics, question, languages);
    }
}

/// The same of what a region adds.
pub fn check_change(diagnostics: &mut Diagnostics, change: &FormChange, languages: &[Lang]) {
    for (id, help) in &change.helps {
        let mut lack = Lack::of(languages);
        lack.text("aide", help);
        lack.say(diagnostics, &id.value, id.span);
    }
    for (_, question) in &change.questions {
        check_question(diagnostics, question, languages);
    }
}

fn check_question(diagnostics: &mut Diagnostics, question: &FormQuestion, languages: &[Lang]) {
    let mut lack = Lack::of(languages);
    lack.question(question);
    lack.say(diagnostics, question.id.as_str(), question.span);
}

/// What is missing, and in which languages.
struct Lack<'l> {
    languages: &'l [Lang],
    missing: BTreeSet<&'l str>,
    keys: Vec<&'static str>,
}

impl<'l> Lack<'l> {
    fn of(languages: &'l [Lang]) -> Self {
        Self { languages, missing: BTreeSet::new(), keys: Vec::new() }
    }

    fn text<T>(&mut self, key: &'static str, text: &Localized<T>) {
        let absent = self.languages.iter().filter(|lang| text.get(lang).is_none());
        let absent: Vec<&str> = absent.map(Lang::as_str).collect();
        if !absent.is_empty() && !self.keys.contains(&key) {
            self.keys.push(key);
        }
        self.missing.extend(absent);
    }

    fn texts<'t, T: 't>(
        &mut self,
        key: &'static str,
        texts: impl Iterator<Item = &'t Localized<T>>,
    ) {
        for text in texts {
            self.text(key, text);
        }
    }

    fn part(&mut self, part: &FormPart) {
        self.text("titre", &part.title);
        self.texts("introduction", part.introduction.iter());
    }

    fn question(&mut self, question: &FormQuestion) {
        self.text("libelle", &question.label);
        self.texts("aide", question.help.iter());
        for (key, label) in question.kind.labels() {
            self.text(key, label);
        }
    }

    fn say(self, diagnostics: &mut Diagnostics, id: &str, place: Span) {
        if self.keys.is_empty() {
            return;
        }
        let languages: Vec<&str> = self.missing.into_iter().collect();
        let missing = Diagnostic::new(Code::MissingTranslation, place).with("identifiant", id);
        let missing = missing.with("langues", languages.join(", "));
        diagnostics.push(missing.with("cles", self.keys.join(", ")));
    }
}
