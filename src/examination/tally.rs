//! Dossiers become counts and sums, in all and by region, department, sector and priority.
//!
//! A group of fewer than three dossiers would tell who they are of: the smallest groups are told as one, until it has
//! three. Where even all of them have not, the group has its count and nothing else.

use std::collections::BTreeMap;

use super::figures::Entry;
use super::words::Words;
use crate::model::territory;
use crate::model::workbook::{Look, Row, Sheet, Value};

/// The fewest dossiers that are told apart.
pub const FEWEST: usize = 3;

/// What is told of some dossiers.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Counts {
    pub received: usize,
    pub complete: usize,
    pub kept: usize,
    pub asked: f64,
    pub granted: f64,
}

/// Some dossiers that have something in common.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    pub label: String,
    pub counts: Counts,
}

/// Groups of one kind, the largest first.
#[derive(Debug, Clone, PartialEq)]
pub struct Breakdown {
    /// Its name in messages.
    pub name: &'static str,
    pub groups: Vec<Group>,
    /// Whether a dossier may be in several.
    pub overlaps: bool,
}

/// All figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Tally {
    pub calls: Vec<String>,
    pub all: Counts,
    pub breakdowns: Vec<Breakdown>,
}

impl Counts {
    fn add(&mut self, entry: &Entry) {
        self.received += 1;
        self.complete += usize::from(entry.is_complete);
        self.kept += usize::from(entry.is_kept);
        self.asked += entry.asked;
        self.granted += entry.granted;
    }

    fn join(&mut self, other: Self) {
        self.received += other.received;
        self.complete += other.complete;
        self.kept += other.kept;
        self.asked += other.asked;
        self.granted += other.granted;
    }

    /// Whether more than their number may be told.
    pub fn is_told(&self) -> bool {
        self.received >= FEWEST || self.received == 0
    }
}

impl Tally {
    /// The figures of some dossiers.
    pub fn of(words: Words<'_>, entries: &[Entry]) -> Self {
        let mut all = Counts::default();
        for entry in entries {
            all.add(entry);
        }
        let mut calls: Vec<String> = entries.iter().map(|entry| entry.call.clone()).collect();
        calls.sort();
        calls.dedup();
        let region = |entry: &Entry| {
            let name = territory::name_of(&entry.region);
            vec![name.unwrap_or(&entry.region).to_owned()]
        };
        let breakdowns = vec![
            breakdown(words, "regions", entries, &region),
            breakdown(words, "departements", entries, &|entry| entry.departments.clone()),
            breakdown(words, "secteurs", entries, &|entry| entry.sectors.clone()),
            breakdown(words, "priorites", entries, &|entry| entry.priorities.clone()),
        ];
        Self { calls, all, breakdowns }
    }

    /// All of it as one table.
    pub fn sheet(&self, words: Words<'_>) -> Sheet {
        let names = ["repartition", "groupe", "recus", "complets", "retenus", "demande", "accorde"];
        let heads = names.map(|name| Value::text(words.say(&format!("bilan-{name}"))));
        let heads = [Row::of(Look::Name, names.map(Value::text)), Row::of(Look::Head, heads)];
        let total = words.say("bilan-ensemble");
        let mut rows = vec![row(&total, &total, &self.all)];
        for breakdown in &self.breakdowns {
            let name = words.say(&format!("bilan-par-{}", breakdown.name));
            rows.extend(
                breakdown.groups.iter().map(|group| row(&name, &group.label, &group.counts)),
            );
        }
        Sheet { rows: heads.into_iter().chain(rows).collect(), ..Sheet::default() }
    }
}

fn row(kind: &str, label: &str, counts: &Counts) -> Row {
    let told = counts.is_told();
    let count = |count: usize| if told { Value::count(count) } else { Value::Empty };
    let euros = |euros: f64| if told { Value::Euros(euros) } else { Value::Empty };
    let values = [
        Value::text(kind),
        Value::text(label),
        Value::count(counts.received),
        count(counts.complete),
        count(counts.kept),
        euros(counts.asked),
        euros(counts.granted),
    ];
    Row::of(Look::Plain, values)
}

fn breakdown(
    words: Words<'_>,
    name: &'static str,
    entries: &[Entry],
    of: &dyn Fn(&Entry) -> Vec<String>,
) -> Breakdown {
    let mut found: BTreeMap<String, Group> = BTreeMap::new();
    let mut unsaid = Counts::default();
    let mut overlaps = false;
    for entry in entries {
        let mut labels = of(entry);
        labels.sort();
        labels.dedup_by_key(|label| label.to_lowercase());
        overlaps |= labels.len() > 1;
        if labels.is_empty() {
            unsaid.add(entry);
        }
        for label in labels {
            let key = label.to_lowercase();
            let group = found.entry(key).or_insert(Group { label, counts: Counts::default() });
            group.counts.add(entry);
        }
    }
    if found.is_empty() {
        return Breakdown { name, groups: Vec::new(), overlaps };
    }
    let mut groups: Vec<Group> = found.into_values().collect();
    if unsaid.received > 0 {
        groups.push(Group { label: words.say("bilan-sans-reponse"), counts: unsaid });
    }
    groups.sort_by(|a, b| b.counts.received.cmp(&a.counts.received).then(a.label.cmp(&b.label)));
    Breakdown { name, groups: merged(words, groups), overlaps }
}

/// The smallest groups as one, if any is too small to be told.
fn merged(words: Words<'_>, mut groups: Vec<Group>) -> Vec<Group> {
    let is_small = |group: &Group| group.counts.received < FEWEST;
    if !groups.iter().any(is_small) {
        return groups;
    }
    let mut others = Counts::default();
    // One more may be taken: what is left of the total would tell a group that is alone.
    while let Some(group) = groups.pop_if(|group| is_small(group) || others.received < FEWEST) {
        others.join(group.counts);
    }
    groups.push(Group { label: words.say("bilan-autres"), counts: others });
    groups
}

#[cfg(test)]
mod tests {
    use super::{Counts, Tally};
    use crate::diagnostic::{MessageLang, Messages};
    use crate::examination::figures::Entry;
    use crate::examination::words::Words;

    fn entries(sectors: &[&str]) -> Vec<Entry> {
        let entry = |sector: &&str| Entry {
            region: "bretagne".to_owned(),
            sectors: sector.split('+').map(str::to_owned).collect(),
            asked: 10.0,
            ..Entry::default()
        };
        sectors.iter().map(entry).collect()
    }

    fn check(sectors: &[&str], expected: &[(&str, usize)]) {
        let messages = Messages::new(MessageLang::French);
        let tally = Tally::of(Words(&messages), &entries(sectors));
        let groups = tally.breakdowns[2].groups.iter();
        let told: Vec<(&str, usize)> =
            groups.map(|group| (group.label.as_str(), group.counts.received)).collect();
        assert_eq!(told, expected);
        let region = if sectors.len() < 3 { "Autres" } else { "Bretagne" };
        assert_eq!(tally.breakdowns[0].groups[0].label, region);
    }

    #[test]
    fn no_group_is_so_small_that_it_tells_who() {
        check(&["HCR", "HCR", "hcr"], &[("HCR", 3)]);
        check(&["A", "A", "A", "B"], &[("Autres", 4)]);
        check(&["A", "A", "A", "A", "B", "C", "D"], &[("A", 4), ("Autres", 3)]);
        check(&["A", "A", "A", "A", "B", "B", "B", "C"], &[("A", 4), ("Autres", 4)]);
        check(&["Camille Exemple"], &[("Autres", 1)]);
    }

    #[test]
    fn a_dossier_counts_once_in_each_of_its_groups() {
        check(&["A+B", "A+B", "A+B", "A+a"], &[("A", 4), ("B", 3)]);
    }

    #[test]
    fn what_is_too_few_has_no_sum() {
        assert!(!Counts { received: 2, ..Counts::default() }.is_told());
        assert!(Counts { received: 3, ..Counts::default() }.is_told());
        assert!(Counts::default().is_told());
    }
}
