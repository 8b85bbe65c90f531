//! Which PDF files of a call hold letters that their typeface has not: pages say so beside them.

use crate::model::form::FormQuestion;
use crate::model::id::Lang;
use crate::model::letters;
use crate::model::localized::Localized;
#[cfg(feature = "pdf")]
use crate::model::prose::each_inline;
use crate::model::prose::{Inline, Prose};
use crate::model::regional::RegionalCall;

/// Whether the form of `call` in `lang` does.
pub fn in_form(call: &RegionalCall, lang: &Lang) -> bool {
    let Some(form) = &call.form else { return false };
    let mut search = Search::of_both(call, lang);
    search.texts(form.form.texts().chain(form.regional_texts()));
    search.lines(form.form.parts.iter().map(|part| &part.title));
    for regional in form.parts.iter().flat_map(|part| &part.questions) {
        search.labels(&regional.question);
    }
    search.lines(call.priorities.iter().map(|priority| &priority.title));
    search.found
}

/// Whether the text of `call` in `lang` does.
#[cfg(feature = "pdf")]
pub fn in_text(call: &RegionalCall, lang: &Lang) -> bool {
    let mut search = Search::of_both(call, lang);
    for section in &call.sections {
        search.inlines(section.section.title.show(lang).value);
        search.texts(section.parts.iter().map(|part| &*part.text));
    }
    for priority in &call.priorities {
        search.line(&priority.title);
        search.text(&priority.body);
        search.lines(&priority.sectors);
    }
    search.lines(call.steps.iter().map(|step| &step.step.label));
    search.lines(call.documents.iter().map(|document| &document.title));
    search.found
}

/// Words of one language, searched until a letter without shape is found.
struct Search<'l> {
    lang: &'l Lang,
    found: bool,
}

impl<'l> Search<'l> {
    /// Begun with what both files say.
    fn of_both(call: &RegionalCall, lang: &'l Lang) -> Self {
        let mut search = Self { lang, found: false };
        search.lines([&call.call.title, &call.call.summary, &call.region.territory.name]);
        search.lines(&call.filing.address);
        search.texts(&call.filing.instruction);
        for contact in &call.contacts {
            search.line(&contact.role);
            search.words(contact.name.as_deref().unwrap_or_default());
        }
        search
    }

    fn labels(&mut self, question: &FormQuestion) {
        self.line(&question.label);
        for (_, label) in question.kind.labels() {
            self.line(label);
        }
    }

    fn lines<'t>(&mut self, lines: impl IntoIterator<Item = &'t Localized<String>>) {
        for line in lines {
            self.line(line);
        }
    }

    fn texts<'t>(&mut self, texts: impl IntoIterator<Item = &'t Localized<Prose>>) {
        for text in texts {
            self.text(text);
        }
    }

    fn line(&mut self, line: &Localized<String>) {
        self.words(line.show(self.lang).value);
    }

    fn text(&mut self, text: &Localized<Prose>) {
        let prose = text.show(self.lang).value;
        prose.each_inline(&mut |inline| self.inline(inline));
        prose.each_code(&mut |code| self.words(code));
    }

    #[cfg(feature = "pdf")]
    fn inlines(&mut self, line: &[Inline]) {
        each_inline(line, &mut |inline| self.inline(inline));
    }

    fn inline(&mut self, inline: &Inline) {
        if let Inline::Text(words) | Inline::Code(words) = inline {
            self.words(words);
        }
    }

    fn words(&mut self, words: &str) {
        self.found = self.found || letters::missing(words).is_some();
    }
}
