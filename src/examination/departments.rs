//! Which departments a dossier speaks of: those that its territory names, else that of its address.
//!
//! It is proposed, not proven: who examines reads the answer and changes the cell.

use std::collections::BTreeSet;

use super::examined::Examined;
use crate::model::role::Role;
use crate::model::territory::{self, Department, POSTAL_EXCEPTIONS};

/// The departments of a dossier, in the order of their region.
pub fn of(dossier: &Examined) -> Vec<&Department> {
    let known = &dossier.setting.departments;
    for role in [Role::Territory, Role::Address] {
        let said = dossier.words_of(role).join("\n");
        let codes = named(&said);
        let own: Vec<&Department> =
            known.iter().filter(|department| codes.contains(&department.code)).collect();
        if !own.is_empty() {
            return own;
        }
    }
    if let [only] = &known[..] { vec![only] } else { Vec::new() }
}

/// The codes of the departments that a text names: by name, in parentheses, or by a postal code.
fn named(text: &str) -> BTreeSet<String> {
    let mut rest = format!(" {} ", spelt(text));
    let mut names: Vec<(String, String)> = territory::departments()
        .map(|department| (format!(" {} ", spelt(&department.name)), department.code))
        .collect();
    // "Loire-Atlantique" is not the Loire.
    names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    let mut codes = postal(text);
    for (name, code) in names {
        if rest.contains(&name) {
            rest = rest.replace(&name, " | ");
            codes.insert(code);
        }
    }
    codes
}

/// Words without accents, hyphens or signs; those without a capital are marked, so that "le nord" is not the Nord.
fn spelt(text: &str) -> String {
    let bare = |c: char| match c {
        'à' | 'â' => 'a',
        'é' | 'è' | 'ê' | 'É' | 'È' => 'e',
        'î' | 'ï' => 'i',
        'ô' => 'o',
        'ç' => 'c',
        c => c.to_ascii_lowercase(),
    };
    let is_name = |word: &&str| word.starts_with(char::is_uppercase);
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let small = ["d", "l", "et", "de", "du", "or", "oise", "armor"];
    let words = words.map(|word| {
        let folded: String = word.chars().map(bare).collect();
        let is_named = is_name(&word) || small.contains(&folded.as_str());
        if is_named { folded } else { format!("~{folded}") }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// The codes of departments in parentheses, and those of postal codes.
fn postal(text: &str) -> BTreeSet<String> {
    let mut codes = BTreeSet::new();
    let is_digits = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    for word in text.split(|c: char| !c.is_ascii_alphanumeric()) {
        if word.len() != 5 || !is_digits(word) {
            continue;
        }
        if let Some((_, several)) = POSTAL_EXCEPTIONS.iter().find(|(postal, _)| *postal == word) {
            codes.extend(several.iter().map(|code| (*code).to_owned()));
            continue;
        }
        let code = match &word[..2] {
            "97" | "98" => &word[..3],
            "20" if matches!(&word[2..3], "0" | "1") => "2A",
            "20" => "2B",
            metropolitan => metropolitan,
        };
        codes.insert(code.to_owned());
    }
    let bracketed = text.split('(').skip(1).filter_map(|rest| rest.split_once(')'));
    let parts = bracketed.flat_map(|(inside, _)| inside.split([',', ';', '/', ' ']));
    codes.extend(parts.filter(|part| territory::department(part).is_some()).map(str::to_owned));
    codes
}

#[cfg(test)]
mod tests {
    use super::named;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = named(text).into_iter().collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn departments_are_named_in_many_ways() {
        check("Ille-et-Vilaine et Côtes d'Armor", &["22", "35"]);
        check("le pays de Fougères (35), le Morbihan", &["35", "56"]);
        check("Rennes (35, 56)", &["35", "56"]);
        check("12 rue de la Paix\n35000 Rennes", &["35"]);
        check("Bastia 20200, Ajaccio 20000", &["2A", "2B"].map(|code| code));
        check("97400 Saint-Denis", &["974"]);
        check("94390 Orly", &["91", "94"]);
        check("Val d’Oise, LOIRE", &["42", "95"]);
        check("le Territoire de Belfort", &["90"]);
    }

    #[test]
    fn what_only_looks_like_one_is_none() {
        check("Loire-Atlantique", &["44"]);
        check("la Haute-Loire", &["43"]);
        check("au nord de la manche, 35 communes, 2000 emplois", &[]);
        check("le 123456 et le 3500", &[]);
        check("", &[]);
    }
}
