//! Dossiers become counts and sums, in all and by region, department, sector and priority.
//!
//! A group of fewer than three dossiers would tell who they are of: the smallest groups are told as one, until it has
//! three, of which none counts twice. Where even all of them have not, the group has its count and nothing else.

use std::collections::{BTreeMap, BTreeSet};

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
    fn of<'e>(entries: impl IntoIterator<Item = &'e Entry>) -> Self {
        let mut counts = Self::default();
        entries.into_iter().for_each(|entry| counts.add(entry));
        counts
    }

    fn add(&mut self, entry: &Entry) {
        self.received += 1;
        self.complete += usize::from(entry.is_complete);
        self.kept += usize::from(entry.is_kept);
        self.asked += entry.asked;
        self.granted += entry.granted;
    }

    /// Whether more than their number may be told.
    pub fn is_told(&self) -> bool {
        self.received >= FEWEST || self.received == 0
    }
}

impl Tally {
    /// The figures of some dossiers.
    pub fn of(words: Words<'_>, entries: &[Entry]) -> Self {
        let all = Counts::of(entries);
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

/// Dossiers, by their ranks, under what they have in common.
struct Members {
    label: String,
    ranks: BTreeSet<usize>,
}

fn breakdown(
    words: Words<'_>,
    name: &'static str,
    entries: &[Entry],
    of: &dyn Fn(&Entry) -> Vec<String>,
) -> Breakdown {
    let mut found: BTreeMap<String, Members> = BTreeMap::new();
    let mut unsaid = BTreeSet::new();
    let mut overlaps = false;
    for (rank, entry) in entries.iter().enumerate() {
        let mut labels = of(entry);
        labels.sort();
        labels.dedup_by_key(|label| label.to_lowercase());
        overlaps |= labels.len() > 1;
        if labels.is_empty() {
            unsaid.insert(rank);
        }
        for label in labels {
            let key = label.to_lowercase();
            let members = found.entry(key).or_insert(Members { label, ranks: BTreeSet::new() });
            members.ranks.insert(rank);
        }
    }
    if found.is_empty() {
        return Breakdown { name, groups: Vec::new(), overlaps };
    }
    let mut groups: Vec<Members> = found.into_values().collect();
    if !unsaid.is_empty() {
        groups.push(Members { label: words.say("bilan-sans-reponse"), ranks: unsaid });
    }
    groups.sort_by(|a, b| b.ranks.len().cmp(&a.ranks.len()).then(a.label.cmp(&b.label)));
    let counted = |members: Members| Group {
        label: members.label,
        counts: Counts::of(members.ranks.iter().map(|rank| &entries[*rank])),
    };
    Breakdown { name, groups: merged(words, groups).into_iter().map(counted).collect(), overlaps }
}

/// The smallest groups as one, if any is too small to be told.
fn merged(words: Words<'_>, mut groups: Vec<Members>) -> Vec<Members> {
    let is_small = |group: &Members| group.ranks.len() < FEWEST;
    if !groups.iter().any(is_small) {
        return groups;
    }
    let mut others = BTreeSet::new();
    // One more may be taken: what is left of the total would tell a group that is alone.
    while let Some(group) = groups.pop_if(|group| is_small(group) || others.len() < FEWEST) {
        others.extend(group.ranks);
    }
    groups.push(Members { label: words.say("bilan-autres"), ranks: others });
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
        // Three groups of one dossier are one dossier.
        check(&["A+B+C", "A+D"], &[("Autres", 2)]);
        check(&["A+B+C", "A", "A", "D"], &[("Autres", 4)]);
    }

    #[test]
    fn what_is_too_few_has_no_sum() {
        assert!(!Counts { received: 2, ..Counts::default() }.is_told());
        assert!(Counts { received: 3, ..Counts::default() }.is_told());
        assert!(Counts::default().is_told());
    }
}
