//! Amounts, durations, days and acronyms that a text writes out: each may contradict what a region publishes.
//!
//! Figures are read in every language, words and months in French and in English. What is not surely one of them is left
//! alone: a text is full of numbers.

mod days;
mod numbers;
mod tokens;

use super::located::Located;
use crate::model::id::Lang;
use crate::model::mention::{Mention, Said};
use crate::model::unit::Unit;
use tokens::{Token, Tokens};

/// No honest text says more; a hostile one would make the rest of the program read them all.
const MOST: usize = 1000;

/// The letters of a sentence that are kept.
const LONGEST_SENTENCE: usize = 400;

/// Words before the acronym of any service of a kind, or of several.
const GENERAL: [&str; 22] = [
    "chaque",
    "les",
    "des",
    "aux",
    "une",
    "toute",
    "toutes",
    "certaines",
    "plusieurs",
    "quelques",
    "ces",
    "leurs",
    "ou",
    "each",
    "every",
    "all",
    "any",
    "a",
    "an",
    "some",
    "several",
    "or",
];

/// Every mention of `text`, in the order of the text.
pub fn of(text: &Located<'_>, lang: &Lang) -> Vec<Mention> {
    let tokens = Tokens::of(text.text);
    let mut found = Vec::new();
    let mut rank = 0;
    while rank < tokens.len() && found.len() < MOST {
        let read = days::read(&tokens, rank, lang)
            .or_else(|| quantity(&tokens, rank, lang))
            .or_else(|| acronym(&tokens, rank));
        let Some((said, used)) = read else {
            rank += 1;
            continue;
        };
        let range = tokens.range(rank, used);
        let sentence = tokens.sentence(range.start, LONGEST_SENTENCE).to_lowercase();
        let words = text.text[range.clone()].replace(['*', '_'], "");
        found.push(Mention { said, words, span: text.at(range), sentence });
        rank += used;
    }
    found
}

/// A number with its unit, and how many tokens say it.
fn quantity(tokens: &Tokens<'_>, rank: usize, lang: &Lang) -> Option<(Said, usize)> {
    if tokens.get(rank).is_some_and(is_euro) {
        let number = numbers::figures(tokens.get(rank + 1)?.number()?)?;
        let thousands = tokens.get(rank + 2).is_some_and(|t| t.is_word("k") && !t.spaced);
        // "60 € 50 000" has its own before.
        let alone = rank == 0 || tokens.get(rank - 1).is_none_or(|t| t.number().is_none());
        let used = 2 + usize::from(thousands);
        let factor = if thousands { 1_000 } else { 1 };
        return alone.then(|| (number.said(factor, Unit::Euro), used));
    }
    let (number, used) = match tokens.get(rank)?.number() {
        Some(figures) => (numbers::figures(figures)?, 1),
        None => numbers::spelt(tokens, rank, lang)?,
    };
    let (factor, unit, more) = unit(tokens, rank + used)?;
    Some((number.said(factor, unit), used + more))
}

/// What is counted, by how much it multiplies the number, and how many tokens say it.
fn unit(tokens: &Tokens<'_>, rank: usize) -> Option<(u64, Unit, usize)> {
    let token = tokens.get(rank)?;
    let next = |word: &str| tokens.get(rank + 1).is_some_and(|token| token.is_word(word));
    let euros = |rank: usize| tokens.get(rank).is_some_and(is_euro);
    match token.word() {
        _ if is_euro(token) => Some((1, Unit::Euro, 1)),
        Some("d") if euros(rank + 1) => Some((1, Unit::Euro, 2)),
        Some("k" | "mille" | "thousand") if euros(rank + 1) => Some((1_000, Unit::Euro, 2)),
        Some("m" | "million" | "millions") if euros(rank + 1) => Some((1_000_000, Unit::Euro, 2)),
        Some("million" | "millions") if next("d") && euros(rank + 2) => {
            Some((1_000_000, Unit::Euro, 3))
        }
        Some("mois" | "month" | "months") => Some((1, Unit::Month, 1)),
        Some("jour" | "jours" | "day" | "days") => Some((1, Unit::Day, 1)),
        Some("percent") => Some((1, Unit::Percent, 1)),
        None if token.is_sign('%') => Some((1, Unit::Percent, 1)),
        _ => None,
    }
}

fn is_euro(token: &Token<'_>) -> bool {
    token.is_sign('€') || ["euro", "euros", "eur"].iter().any(|word| token.is_word(word))
}

fn acronym(tokens: &Tokens<'_>, rank: usize) -> Option<(Said, usize)> {
    tokens.get(rank).filter(|token| token.is_acronym())?;
    let before = |back: usize| rank.checked_sub(back).and_then(|rank| tokens.get(rank));
    let after = tokens.get(rank + 1);
    let word =
        |token: Option<&Token<'_>>| token.and_then(Token::word).unwrap_or_default().to_owned();
    let bracketed =
        before(1).is_some_and(|t| t.is_sign('(')) && after.is_some_and(|t| t.is_sign(')'));
    let listed = |beside: Option<&Token<'_>>| beside.is_some_and(|t| t.is_sign('/'));
    let general = bracketed
        || listed(before(1))
        || listed(after)
        || GENERAL.contains(&&*word(before(1)))
        || ["ou", "or"].contains(&&*word(after));
    let before = format!("{} {}", word(before(2)), word(before(1))).trim().to_owned();
    Some((Said::Acronym { general, before }, 1))
}

#[cfg(test)]
mod tests {
    use super::of;
    use crate::model::amount::Cents;
    use crate::model::id::Lang;
    use crate::model::mention::Said;
    use crate::model::source::FileId;
    use crate::model::unit::Unit;
    use crate::parse::located::Located;

    /// Each mention, as one line.
    fn read(lang: &str, text: &str) -> Vec<String> {
        let lang = Lang::new(lang).expect("a tag");
        let mentions = of(&Located::file(FileId(0), text), &lang);
        let lines = mentions.into_iter().map(|mention| match mention.said {
            Said::Quantity { value, unit, grouped } => {
                let unit = match unit {
                    Unit::Euro => "€",
                    Unit::Month => "mois",
                    Unit::Day => "jours",
                    Unit::Percent => "%",
                    Unit::None => "",
                };
                format!("{} {unit}{}", Cents(value), if grouped { "" } else { " ?" })
            }
            Said::Day { weekday, day, month, year } => {
                let weekday = weekday.map(|day| format!("{day:?} ")).unwrap_or_default();
                format!(
                    "{weekday}{day}/{month}/{}",
                    year.map(|y| y.to_string()).unwrap_or_default()
                )
            }
            Said::Acronym { general, before } => {
                let star = if general { "*" } else { "" };
                let parts = [mention.words.as_str(), &before, star];
                parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
            }
        });
        lines.collect()
    }

    fn check(lang: &str, text: &str, expected: &[&str]) {
        assert_eq!(read(lang, text), expected, "{text}");
    }

    #[test]
    fn amounts() {
        for written in [
            "60 000 €",
            "60\u{202f}000\u{a0}€",
            "60000€",
            "60 000 euros",
            "60.000 €",
            "60,000 €",
            "60 000,00 €",
            "**60 000** €",
            "60 k€",
            "60k€",
            "60 K€",
            "60 mille euros",
            "60 000 EUR",
            "soixante mille euros",
            "Soixante-mille euros",
            "€60,000",
            "€ 60 000",
            "EUR 60,000",
            "60'000 €",
            "0,06 million d'euros",
            "soixante\nmille euros",
        ] {
            check("fr", written, &["60000 €"]);
            check("fr", &format!("Au plus {written}, ou moins."), &["60000 €"]);
        }
        check("en", "up to €60k, or sixty thousand euros", &["60000 €", "60000 €"]);
        check("fr", "60 00 €, 600 00 €", &["6000 € ?", "60000 € ?"]);
        check("fr", "le 17 janvier 2022 60 000 €", &["17/1/2022", "60000 €"]);
        check("fr", "quatre-vingt-dix mille deux cents euros", &["90200 €"]);
        check("fr", "cent mille euros et mille euros", &["100000 €", "1000 €"]);
        check("fr", "vingt et un mille euros", &["21000 €"]);
        check("en", "one hundred and twenty thousand euros", &["120000 €"]);
        check("lt", "60 000 eurų, šešiasdešimt tūkstančių eurų, 60 000 €", &["60000 €"]);
    }

    #[test]
    fn durations_and_rates() {
        check(
            "fr",
            "en six mois, 6 mois, trente jours, 50 %",
            &["6 mois", "6 mois", "30 jours", "50 %"],
        );
        check("en", "within six months, 6 months or 90 days", &["6 mois", "6 mois", "90 jours"]);
    }

    #[test]
    fn days() {
        check("fr", "lundi 17 janvier 2022", &["Monday 17/1/2022"]);
        check(
            "fr",
            "le 17 janvier à midi, le lundi\u{a0}17\u{a0}janvier",
            &["17/1/", "Monday 17/1/"],
        );
        check("fr", "**Mardi 1er février 2022**", &["Tuesday 1/2/2022"]);
        check("fr", "avant le 17/01/2022, 17.01.2022, 17-1-2022 et 2022-01-17", &["17/1/2022"; 4]);
        check("en", "Monday 17 January 2022, the 17th of January", &["Monday 17/1/2022", "17/1/"]);
        check("en", "Monday, January 17, 2022; January 17th", &["Monday 17/1/2022", "17/1/"]);
        check("de", "am 17.01.2022, Montag 17 Januar", &["17/1/2022"]);
        check("fr", "31/02/2022, 12/2022, 45 janvier, mai 2022", &[]);
        check("fr", "lundi 17 janvier 2022 18 h", &["Monday 17/1/2022"]);
    }

    #[test]
    fn acronyms() {
        check("fr", "auprès de la DREETS.", &["DREETS de la"]);
        check(
            "fr",
            "Chaque DREETS, la direction (DREETS), ou le service",
            &["DREETS chaque *", "DREETS direction *"],
        );
        check("fr", "DREETS/DEETS", &["DREETS *", "DEETS dreets *"]);
    }

    #[test]
    fn what_is_no_mention() {
        check("fr", "1. un\n2. deux\n\nen 2022, à 12 h 30, art. 3, 01 23 45 67 89", &[]);
        check(
            "fr",
            "{{ plafond_aide }} [a](https://example.org/60000€/17/01/2022) https://example.org/17/01/2022",
            &[],
        );
        check("fr", "un euro symbolique ? mille mercis", &["1 €"]);
    }

    #[test]
    fn the_sentence_is_the_one_around() {
        let lang = Lang::new("fr").expect("a tag");
        let text = "Le plafond baisse. L'aide NATIONALE est de 60.000 €. Autre phrase.";
        let mentions = of(&Located::file(FileId(0), text), &lang);
        assert_eq!(mentions[0].sentence, "l'aide nationale est de 60.000 €");
        let endless = "60 000 € ".repeat(100_000);
        assert_eq!(of(&Located::file(FileId(0), &endless), &lang).len(), super::MOST);
    }
}
