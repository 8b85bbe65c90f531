//! "en Bretagne", "de la DREETS": names as they stand in a sentence.
//!
//! French forms are declared, since no rule gives them; other languages follow the theme's pattern.

use super::{Arg, Words};
use crate::model::region::{Region, Service};
use crate::model::territory::{Grammar, Territory};

fn territory(
    words: &Words,
    territory: &Territory,
    form: fn(&Grammar) -> &str,
    rule: &str,
) -> String {
    match territory.grammar.iter().find(|(lang, _)| *lang == words.lang) {
        Some((_, grammar)) => form(grammar).to_owned(),
        None => {
            let name = territory.name.show(&words.lang).value;
            words.say(rule, &[("name", Arg::Text(name))])
        }
    }
}

/// "la Bretagne", "Brittany".
pub fn territory_the(words: &Words, of: &Territory) -> String {
    territory(words, of, |grammar| &grammar.the, "territory_the")
}

/// "de Bretagne", "of Brittany".
pub fn territory_of(words: &Words, of: &Territory) -> String {
    territory(words, of, |grammar| &grammar.of, "territory_of")
}

/// "en Bretagne", "in Brittany".
pub fn territory_in(words: &Words, of: &Territory) -> String {
    territory(words, of, |grammar| &grammar.within, "territory_in")
}

fn service(words: &Words, declared: Option<&String>, acronym: &str, rule: &str) -> String {
    declared.cloned().unwrap_or_else(|| words.say(rule, &[("acronym", Arg::Text(acronym))]))
}

/// "la DREETS", "the DREETS".
pub fn service_the(words: &Words, of: &Service) -> String {
    let declared = of.grammar.as_ref().and_then(|grammar| grammar.the.get(&words.lang));
    service(words, declared, &of.acronym, "service_the")
}

/// "de la DREETS", "of the DREETS".
pub fn service_of(words: &Words, of: &Service) -> String {
    let declared = of.grammar.as_ref().and_then(|grammar| grammar.of.get(&words.lang));
    service(words, declared, &of.acronym, "service_of")
}

/// "à la DREETS", "to the DREETS".
pub fn service_to(words: &Words, of: &Service) -> String {
    let declared = of.grammar.as_ref().and_then(|grammar| grammar.to.get(&words.lang));
    service(words, declared, &of.acronym, "service_to")
}

/// "DREETS Bretagne": the directorate, where others are named too.
pub fn service_name(words: &Words, region: &Region) -> String {
    let name = region.territory.name.show(&words.lang).value;
    format!("{} {name}", region.service.acronym)
}

/// "la DREETS Bretagne": who wrote or decided something.
pub fn author(words: &Words, region: &Region) -> String {
    let name = region.territory.name.show(&words.lang).value;
    format!("{} {name}", service_the(words, &region.service))
}
