//! Which PDF files of a call hold letters that their typeface has not: pages say so beside them.

use crate::model::form::{FormKind, FormQuestion, FormRows};
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
    form.form.texts().for_each(|text| search.text(text));
    form.regional_texts().for_each(|text| search.text(text));
    form.form.parts.iter().for_each(|part| search.line(&part.title));
    let questions = form.parts.iter().flat_map(|part| &part.questions);
    questions.for_each(|regional| search.labels(&regional.question));
    call.priorities.iter().for_each(|priority| search.line(&priority.title));
    search.found
}

/// Whether the text of `call` in `lang` does.
#[cfg(feature = "pdf")]
pub fn in_text(call: &RegionalCall, lang: &Lang) -> bool {
    let mut search = Search::of_both(call, lang);
    for section in &call.sections {
        search.inlines(section.section.title.show(lang).value);
        section.parts.iter().for_each(|part| search.text(&part.text));
    }
    for priority in &call.priorities {
        search.line(&priority.title);
        search.text(&priority.body);
        priority.sectors.iter().for_each(|sector| search.line(sector));
    }
    call.steps.iter().for_each(|step| search.line(&step.step.label));
    call.documents.iter().for_each(|document| search.line(&document.title));
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
        search.line(&call.call.title);
        search.line(&call.call.summary);
        search.line(&call.region.territory.name);
        call.filing.address.iter().for_each(|address| search.line(address));
        call.filing.instruction.iter().for_each(|text| search.text(text));
        for contact in &call.contacts {
            search.line(&contact.role);
            contact.name.iter().for_each(|name| search.words(name));
        }
        search
    }

    fn labels(&mut self, question: &FormQuestion) {
        self.line(&question.label);
        match &question.kind {
            FormKind::Choice(choices) | FormKind::Choices(choices) => {
                choices.iter().for_each(|choice| self.line(&choice.label));
            }
            FormKind::Table { columns, rows } => {
                columns.iter().for_each(|column| self.line(&column.label));
                if let FormRows::Named(rows) = rows {
                    rows.iter().for_each(|row| self.line(&row.label));
                }
            }
            FormKind::Budget(budget) => {
                let lines = budget.charges.iter().chain(&budget.resources);
                lines.for_each(|line| self.line(&line.label));
            }
            _ => {}
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
