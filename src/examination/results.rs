//! The dossiers that are kept become `resultats:`, as a region writes it in its file.

use std::collections::BTreeMap;
use std::fmt::Write;

use jiff::civil::Date;

use super::grid_heads::GridHead;
use super::heads::Head;
use super::typed::{self, Typed};
use crate::model::amount::is_whole_cents;
use crate::model::decision::Decision;
use crate::model::siret::Siret;
use crate::model::workbook::Sheet;

/// The most characters of `objet` (SCDL "subventions" 2.1.1).
const LONGEST_OBJECT: usize = 256;

/// What a call lets a region give.
pub struct Rules<'a> {
    /// That of the texts of the region's file.
    pub lang: &'a str,
    /// The codes of the region's departments.
    pub departments: Vec<&'a str>,
    /// The most that may be granted, in euros, where there is a ceiling.
    pub ceiling: Option<f64>,
}

/// Why a row cannot be a result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Its name in messages.
    pub what: &'static str,
    /// Whose row it is.
    pub who: String,
    pub typed: String,
}

/// What is kept of a call.
#[derive(Debug, Default)]
pub struct Results {
    /// `resultats:` and what it holds.
    pub yaml: String,
    pub kept: usize,
    /// The organisations whose agreement cannot be told yet: when it is paid is not known.
    pub unpaid: Vec<String>,
    pub faults: Vec<Fault>,
}

/// The results of a call, of which `departments` are those of each file.
pub fn of(rows: &[&Typed], departments: &BTreeMap<String, String>, rules: &Rules<'_>) -> Results {
    let mut results = Results::default();
    for row in rows {
        let decision = row.words(GridHead::Decision);
        match row.decision() {
            Some(Decision::Kept) => {
                let own = departments.get(&row.file).map_or("", String::as_str);
                results.add(row, own, rules);
            }
            None if decision.is_some() => results.refuse("decision", row, decision),
            Some(Decision::Refused | Decision::Waiting) | None => {}
        }
    }
    let head = if results.kept == 0 { "resultats: []\n" } else { "resultats:\n" };
    results.yaml.insert_str(0, head);
    results
}

impl Results {
    fn refuse(&mut self, what: &'static str, row: &Typed, typed: Option<String>) {
        let typed = typed.unwrap_or_default();
        self.faults.push(Fault { what, who: row.who(), typed });
    }

    fn add(&mut self, row: &Typed, departments: &str, rules: &Rules<'_>) {
        let organisation = row.words(GridHead::Applicant);
        let siret = row.words(GridHead::Siret).filter(|siret| Siret::new(siret).is_some());
        let amount = row.number(GridHead::Amount.name());
        let amount = amount.filter(|amount| *amount > 0.0 && is_whole_cents(*amount));
        let object = row.words(GridHead::Project);
        let faults = [
            ("organisme", organisation.is_none(), GridHead::Applicant),
            ("siret", siret.is_none(), GridHead::Siret),
            ("montant", amount.is_none(), GridHead::Amount),
            ("projet", object.is_none(), GridHead::Project),
        ];
        for (what, _, head) in faults.into_iter().filter(|(_, is_wrong, _)| *is_wrong) {
            self.refuse(what, row, row.words(head));
        }
        let (Some(organisation), Some(siret)) = (organisation, siret) else { return };
        let (Some(amount), Some(object)) = (amount, object) else { return };
        if rules.ceiling.is_some_and(|ceiling| amount > ceiling) {
            self.refuse("plafond", row, Some(amount.to_string()));
        }
        self.kept += 1;
        let mut line = |indent: &str, words: String| {
            writeln!(self.yaml, "{indent}{words}").expect("memory takes every word");
        };
        line("  - ", format!("organisation: {}", yaml_text(&organisation)));
        line("    ", format!("siret: \"{siret}\""));
        line("    ", format!("montant: {amount}"));
        line("    ", format!("objet: {{ {}: {} }}", rules.lang, yaml_text(&short(&object))));
        let codes = departments.split(';').filter_map(|named| named.split_whitespace().next());
        let codes = codes.filter(|code| rules.departments.contains(code));
        let codes: Vec<String> = codes.map(|code| format!("\"{code}\"")).collect();
        if !codes.is_empty() {
            line("    ", format!("departements: [{}]", codes.join(", ")));
        }
        self.agree(row, organisation);
    }

    /// The agreement, where it is known when it is paid.
    fn agree(&mut self, row: &Typed, organisation: String) {
        let Some(date) = self.day(row, GridHead::Agreement) else { return };
        let from = self.day(row, GridHead::PaidFrom);
        let to = self.day(row, GridHead::PaidTo);
        let Some(from) = from else {
            self.unpaid.push(organisation);
            return;
        };
        if to.is_some_and(|to| to < from) {
            self.refuse("versement", row, row.words(GridHead::PaidTo));
        }
        let paid = match to {
            Some(to) => format!("{{ du: {from}, au: {to} }}"),
            None => from.to_string(),
        };
        let mut lines = vec!["convention:".to_owned(), format!("  date: {date}")];
        let reference = row.words(GridHead::Reference);
        lines.extend(reference.map(|words| format!("  reference: {}", yaml_text(&words))));
        lines.push(format!("  versement: {paid}"));
        for words in lines {
            writeln!(self.yaml, "    {words}").expect("memory takes every word");
        }
    }

    /// A day; what is typed and is none is said.
    fn day(&mut self, row: &Typed, head: GridHead) -> Option<Date> {
        let day = row.day(head);
        let typed = row.words(head).filter(|_| day.is_none());
        if typed.is_some() {
            self.refuse("date", row, typed);
        }
        day
    }
}

/// What the data of grants take, cut after a word.
fn short(object: &str) -> String {
    let words = object.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= LONGEST_OBJECT {
        return words;
    }
    let cut: String = words.chars().take(LONGEST_OBJECT - 1).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{whole}…")
}

/// A text on one line, between quotation marks, as YAML reads it back; what nobody sees, which `check` refuses, is left out.
fn yaml_text(words: &str) -> String {
    let is_seen = |c: &char| {
        !c.is_control()
            && !matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
            && !matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffd}' | '\u{e0000}'..)
    };
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let words: String = words.chars().filter(is_seen).collect();
    // Double braces would be a value.
    let words = words.replace("{{", "{ {").replace("}}", "} }");
    format!("\"{}\"", words.replace('\\', "\\\\").replace('"', "\\\""))
}

/// The departments of each file, as *Synthèse* says them.
pub fn departments(sheets: &[Sheet]) -> BTreeMap<String, String> {
    let columns = [Head::File.name(), Head::Departments.name()];
    let rows = typed::with(sheets, &columns).into_iter();
    rows.filter_map(|row| Some((row.file.clone(), row.said(columns[1])?))).collect()
}
