//! What a text writes out in letters or figures, and the region changed: the page would contradict itself.
//!
//! A text that says both values compares them, and a sentence that speaks of the nation may give the national one: both
//! are left alone. So is what another date or figure of the region also says.

use jiff::civil::Date;

use super::near::{self, Figures};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::call::{Call, Parameter, Step};
use crate::model::form::RegionalForm;
use crate::model::localized::Localized;
use crate::model::mention::{Mention, Said};
use crate::model::origin::Origin;
use crate::model::prose::Prose;
use crate::model::regional::{RegionalCall, RegionalStep};
use crate::model::source::Span;
use crate::model::time::When;

/// A national value that a region does not have.
pub struct Changed {
    /// The name to write in the text.
    pub name: String,
    /// Where the region changed it.
    pub place: Span,
}

/// Says what is wrong in the national text by itself: weekdays, and figures that look like those of the call.
pub fn check_call(diagnostics: &mut Diagnostics, call: &Call) {
    let own = call.parameters.iter().map(|p| (p, p.span)).collect();
    let figures = Figures { own, national: Vec::new() };
    let bodies = call.sections.iter().map(|section| &*section.body);
    for (lang, prose) in bodies.chain(call.other_texts()).flat_map(Localized::iter) {
        check_weekdays(diagnostics, prose, &call.steps.iter().collect::<Vec<_>>());
        near::check(diagnostics, prose, lang, &figures);
    }
}

/// Says what a region's own texts contradict.
pub fn check_region(diagnostics: &mut Diagnostics, call: &RegionalCall) {
    let steps: Vec<&Step> = call.steps.iter().map(|regional| &regional.step).collect();
    let own = call.parameters.iter().map(|p| (&p.parameter, p.set_at)).collect();
    let figures = Figures { own, national: call.parameters.iter().map(|p| p.national).collect() };
    for text in own_texts(call) {
        for (lang, prose) in text.text.iter() {
            check_weekdays(diagnostics, prose, &steps);
            near::check(diagnostics, prose, lang, &figures);
            let told = prose.mentions.iter().filter(|mention| !text.tells_of(mention));
            for mention in told {
                if let Some(changed) = changed(mention, prose, call) {
                    let repeated = Diagnostic::new(Code::RepeatedValue, mention.span);
                    let repeated = repeated.and(changed.place).with("mots", &mention.words);
                    let repeated = repeated.with("nom", changed.name).with("regions", "");
                    diagnostics.push(repeated.with("region", ""));
                }
            }
        }
    }
}

/// What `mention`, in `prose`, gives of the national values that `call` does not have.
pub fn changed(mention: &Mention, prose: &Prose, call: &RegionalCall) -> Option<Changed> {
    if mention.sentence.contains("nation") {
        return None;
    }
    let says = |is: &dyn Fn(&Mention) -> bool| prose.mentions.iter().any(is);
    let figure = call.parameters.iter().filter(|p| p.origin == Origin::Replaced).find(|changed| {
        let Parameter { value, unit, .. } = changed.parameter;
        let own = call
            .parameters
            .iter()
            .any(|p| mention.is_quantity(p.parameter.value, p.parameter.unit));
        !own && mention.is_quantity(changed.national, unit)
            && !says(&|m| m.is_quantity(value, unit))
    });
    let step = || {
        call.steps.iter().find_map(|moved| {
            let from = moved.moved_from.filter(|from| is_told(mention, from))?;
            let own = call.steps.iter().any(|step| dates(step).any(|date| mention.is_day(date)));
            let compares = says(&|m| is_told(m, &moved.step.when));
            (from.known() != moved.step.when.known() && !own && !compares).then_some(moved)
        })
    };
    let changed = match figure {
        Some(figure) => Changed { name: figure.parameter.name.clone(), place: figure.set_at },
        None => {
            let step = &step()?.step;
            Changed { name: format!("etape.{}.date", step.id), place: step.places.date }
        }
    };
    (!mention.sentence.contains(&changed.name)).then_some(changed)
}

fn dates(step: &RegionalStep) -> impl Iterator<Item = Date> {
    let when = step.step.when;
    [when.is_day().then_some(when.date), when.end_date].into_iter().flatten()
}

/// Whether a text says the day of a step.
fn is_told(mention: &Mention, when: &When) -> bool {
    when.is_day() && mention.is_day(when.date)
}

/// A text that the region wrote, and the day it announces a change of, if it does.
struct OwnText<'a> {
    text: &'a Localized<Prose>,
    before: Option<Date>,
}

impl OwnText<'_> {
    /// Whether `mention` is the very date that an announcement says is over.
    fn tells_of(&self, mention: &Mention) -> bool {
        self.before.is_some_and(|before| mention.is_day(before))
    }
}

fn own_texts(call: &RegionalCall) -> impl Iterator<Item = OwnText<'_>> {
    let parts = call.sections.iter().flat_map(|section| &section.parts);
    let parts = parts.filter(|part| part.origin != Origin::National).map(|part| &*part.text);
    let priorities = call.priorities.iter().map(|priority| &priority.body);
    let form = call.form.iter().flat_map(RegionalForm::regional_texts);
    let translated = call.partial.iter().flat_map(|language| &language.sections);
    let parts = parts.chain(translated.map(|section| &*section.text));
    let others = call.notice.iter().chain(parts).chain(priorities).chain(form);
    let said = call.closing_message.iter().filter(|said| said.origin != Origin::National);
    let others = others.chain(&call.filing.instruction).chain(said.map(|said| &*said.text));
    let news = call.news.iter().map(|item| {
        let before = item.before.map(|before| before.date);
        OwnText { text: &item.body, before }
    });
    others.map(|text| OwnText { text, before: None }).chain(news)
}

/// Says which day is not of the week it is said to be.
fn check_weekdays(diagnostics: &mut Diagnostics, prose: &Prose, steps: &[&Step]) {
    for mention in &prose.mentions {
        let Said::Day { weekday: Some(weekday), day, month, year } = mention.said else { continue };
        let step = steps.iter().find(|step| is_told(mention, &step.when));
        // Without a year, only a day of the call is known.
        let date = match year {
            Some(year) => Date::new(year, month, day).ok(),
            None => step.map(|step| step.when.date),
        };
        if let Some(date) = date.filter(|date| date.weekday() != weekday) {
            let name = step.map(|step| format!("etape.{}.date", step.id)).unwrap_or_default();
            let wrong = Diagnostic::new(Code::WrongWeekday, mention.span);
            let wrong = wrong.with("mots", &mention.words).with("date", date).with("nom", name);
            diagnostics.push(wrong.with("jour", format!("{:?}", date.weekday()).to_lowercase()));
        }
    }
}
