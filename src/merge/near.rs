//! Figures that are nearly those of the call: "60 00 €", or "6 000 €" where the ceiling is named.
//!
//! A text is full of amounts. One is taken for a slip when its digits are grouped as no number is, or when its sentence
//! names the figure of the call, and does not also give it.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::call::Parameter;
use crate::model::id::Lang;
use crate::model::mention::{Mention, Said, hundredths};
use crate::model::prose::Prose;
use crate::model::source::Span;
use crate::model::unit::Unit;

/// The figures that a text may give.
pub struct Figures<'a> {
    /// Those of the call, each with the place where it was set.
    pub own: Vec<(&'a Parameter, Span)>,
    /// Those that a region changed.
    pub national: Vec<f64>,
}

/// Says which amounts of a text look like a figure, and are none.
pub fn check(diagnostics: &mut Diagnostics, prose: &Prose, lang: &Lang, figures: &Figures<'_>) {
    let euros: Vec<_> = figures.own.iter().filter(|(p, _)| p.unit == Unit::Euro).collect();
    for mention in &prose.mentions {
        let Said::Quantity { value, unit: Unit::Euro, grouped } = mention.said else { continue };
        let known = euros.iter().map(|(p, _)| p.value).chain(figures.national.iter().copied());
        if grouped && known.into_iter().any(|known| hundredths(known) == value) {
            continue;
        }
        let near = euros.iter().find(|(parameter, _)| {
            let said = |m: &Mention| m.is_quantity(parameter.value, Unit::Euro);
            let label = parameter.label.as_ref().and_then(|label| label.get(lang));
            let known_as = [Some(&parameter.name), label];
            let named =
                known_as.into_iter().flatten().any(|name| is_named(name, &mention.sentence));
            let given = mention.sentence.contains(&format!("{{{{ {} ", parameter.name));
            resemble(value, hundredths(parameter.value))
                && (!grouped || named && !given)
                && !prose.mentions.iter().any(said)
        });
        if let Some((parameter, place)) = near {
            let slip = Diagnostic::new(Code::NearValue, mention.span).and(*place);
            let slip = slip.with("mots", &mention.words).with("nom", &parameter.name);
            diagnostics.push(slip.with("valeur", parameter.value));
        }
    }
}

/// Whether every long word of `name` begins one of the sentence: "plafond de l'aide", "l'aide est plafonnée".
fn is_named(name: &str, sentence: &str) -> bool {
    let name = name.to_lowercase();
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|w| w.chars().count() > 3);
    let mut stems = words.map(|word| word.chars().take(5).collect::<String>()).peekable();
    stems.peek().is_some() && stems.all(|stem| sentence.contains(&stem))
}

/// The same, but perhaps for one zero more or less. Another digit would be another amount.
fn resemble(a: u64, b: u64) -> bool {
    a == b || a.checked_mul(10) == Some(b) || b.checked_mul(10) == Some(a)
}

#[cfg(test)]
mod tests {
    use super::{is_named, resemble};

    #[test]
    fn slips_of_one_zero() {
        let check =
            |a: u64, b: u64, expected| assert_eq!(resemble(a * 100, b * 100), expected, "{a} {b}");
        check(6_000, 60_000, true);
        check(600_000, 60_000, true);
        check(60_000, 60_000, true);
        check(50_000, 60_000, false);
        check(16_000, 60_000, false);
        check(600, 60_000, false);
    }

    #[test]
    fn a_figure_is_named_by_its_words() {
        let check =
            |name, sentence, expected| assert_eq!(is_named(name, sentence), expected, "{sentence}");
        check("plafond_aide", "l'aide est plafonnée à 6 000 €", true);
        check("plafond_aide", "le plafond de l’aide est de 6 000 €", true);
        check("plafond_aide", "le chiffre d'affaires est de 600 000 €", false);
        check("Maximum State aid", "the maximum aid of the state is €6,000", true);
        check("n", "6 000 €", false);
    }
}
