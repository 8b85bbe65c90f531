//! A grid in the words of who marks with it, and what is made of marks.
//!
//! The workbook computes the same with formulas, live; what is computed here is what it shows before anything is typed.

use std::cmp::Ordering;

use jiff::civil::Date;

use super::examination::{RegionalGrid, Scale, Tie};
use super::id::Lang;

/// The grid of one region, in one language.
#[derive(Debug, Clone)]
pub struct Marking {
    pub criteria: Vec<Marked>,
    pub ties: Vec<TieBy>,
    /// The total, out of 100, below which a dossier is not kept.
    pub least: Option<f64>,
}

/// A criterion.
#[derive(Debug, Clone)]
pub struct Marked {
    pub id: String,
    pub label: String,
    pub help: String,
    pub by: String,
    pub weight: f64,
    pub scale: Scale,
    pub eliminatory: Option<f64>,
    /// The ids of the questions that it looks at.
    pub questions: Vec<String>,
}

/// What tells equal totals apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TieBy {
    /// The higher mark of the criterion of that rank.
    Criterion(usize),
    /// The earlier receipt.
    Received,
}

/// What a dossier got so far.
#[derive(Debug, Clone, Default)]
pub struct Marks {
    /// One for each criterion.
    pub marks: Vec<Option<f64>>,
    pub received: Option<Date>,
}

/// What its marks say of a dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Some criterion has no mark.
    ToMark,
    Eliminated,
    BelowLeast,
    Eligible,
}

impl Marking {
    /// A grid in the words of `lang`, else of the reference.
    pub fn new(grid: &RegionalGrid, lang: &Lang) -> Self {
        let criteria = grid.criteria.iter().map(|regional| {
            let criterion = &regional.criterion;
            let helps = criterion.help.iter().chain(&regional.more_help);
            let helps: Vec<&str> = helps.map(|help| help.show(lang).value.as_str()).collect();
            let by = criterion.by.as_ref().map(|by| by.show(lang).value.clone());
            Marked {
                id: criterion.id.to_string(),
                label: criterion.label.show(lang).value.clone(),
                help: helps.join("\n"),
                by: by.unwrap_or_default(),
                weight: criterion.weight,
                scale: criterion.scale,
                eliminatory: criterion.eliminatory,
                questions: criterion.questions.iter().map(|id| id.value.to_string()).collect(),
            }
        });
        let criteria: Vec<Marked> = criteria.collect();
        let ties = grid.ties.iter().filter_map(|tie| match tie {
            Tie::Received => Some(TieBy::Received),
            Tie::Criterion(id) => {
                let rank = criteria.iter().position(|known| known.id == id.value.as_str());
                rank.map(TieBy::Criterion)
            }
        });
        Self { ties: ties.collect(), criteria, least: grid.least }
    }

    /// Out of 100, to the hundredth: each mark counts by its place on its scale, and its weight.
    pub fn total(&self, marks: &Marks) -> Option<f64> {
        let weights: f64 = self.criteria.iter().map(|criterion| criterion.weight).sum();
        let mut sum = 0.0;
        for (criterion, mark) in self.criteria.iter().zip(&marks.marks) {
            let Scale { low, high } = criterion.scale;
            sum += criterion.weight * ((*mark)? - low) / (high - low);
        }
        Some((10_000.0 * sum / weights).round() / 100.0)
    }

    /// What the marks of a dossier say of it.
    pub fn verdict(&self, marks: &Marks) -> Verdict {
        let mut pairs = self.criteria.iter().zip(&marks.marks);
        let is_below = |mark: Option<f64>, least: Option<f64>| {
            mark.zip(least).is_some_and(|(mark, least)| mark < least)
        };
        if pairs.any(|(criterion, mark)| is_below(*mark, criterion.eliminatory)) {
            return Verdict::Eliminated;
        }
        match self.total(marks) {
            None => Verdict::ToMark,
            total if is_below(total, self.least) => Verdict::BelowLeast,
            Some(_) => Verdict::Eligible,
        }
    }

    /// The rank of each dossier that is eligible; equal ones have the same.
    pub fn ranks(&self, dossiers: &[Marks]) -> Vec<Option<usize>> {
        let is_eligible = |marks: &&Marks| self.verdict(marks) == Verdict::Eligible;
        let mut order: Vec<&Marks> = dossiers.iter().filter(is_eligible).collect();
        order.sort_by(|a, b| self.compare(a, b));
        let rank = |marks: &Marks| {
            is_eligible(&marks).then(|| {
                order.partition_point(|known| self.compare(known, marks) == Ordering::Less) + 1
            })
        };
        dossiers.iter().map(rank).collect()
    }

    /// The better first.
    fn compare(&self, a: &Marks, b: &Marks) -> Ordering {
        let higher = |a: Option<f64>, b: Option<f64>| b.partial_cmp(&a).unwrap_or(Ordering::Equal);
        let by_tie = |tie: &TieBy| match tie {
            TieBy::Criterion(rank) => {
                higher(a.marks.get(*rank).copied().flatten(), b.marks.get(*rank).copied().flatten())
            }
            // Whose day is not known comes last.
            TieBy::Received => {
                (a.received.is_none(), a.received).cmp(&(b.received.is_none(), b.received))
            }
        };
        let total = higher(self.total(a), self.total(b));
        self.ties.iter().fold(total, |order, tie| order.then_with(|| by_tie(tie)))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::Date;

    use super::{Marked, Marking, Marks, TieBy, Verdict};
    use crate::model::examination::Scale;

    fn marking() -> Marking {
        let criterion = |id: &str, weight, high, eliminatory| Marked {
            id: id.to_owned(),
            label: id.to_owned(),
            help: String::new(),
            by: String::new(),
            weight,
            scale: Scale { low: 0.0, high },
            eliminatory,
            questions: Vec::new(),
        };
        Marking {
            criteria: vec![criterion("a", 3.0, 5.0, Some(2.0)), criterion("b", 1.0, 20.0, None)],
            ties: vec![TieBy::Criterion(1), TieBy::Received],
            least: Some(50.0),
        }
    }

    fn marks(a: f64, b: f64, day: Option<i8>) -> Marks {
        let received = day.map(|day| Date::constant(2022, 1, day));
        Marks { marks: vec![Some(a), Some(b)], received }
    }

    #[test]
    fn a_mark_counts_by_its_place_on_its_scale_and_its_weight() {
        let marking = marking();
        assert_eq!(marking.total(&marks(5.0, 20.0, None)), Some(100.0));
        assert_eq!(marking.total(&marks(5.0, 0.0, None)), Some(75.0));
        assert_eq!(marking.total(&marks(1.0, 7.0, None)), Some(23.75));
        assert_eq!(marking.total(&Marks { marks: vec![Some(5.0), None], received: None }), None);
    }

    #[test]
    fn an_eliminatory_mark_eliminates_before_all_is_marked() {
        let marking = marking();
        let verdict = |a, b| marking.verdict(&Marks { marks: vec![a, b], received: None });
        assert_eq!(verdict(Some(1.9), None), Verdict::Eliminated);
        assert_eq!(verdict(Some(2.0), None), Verdict::ToMark);
        assert_eq!(verdict(Some(2.0), Some(0.0)), Verdict::BelowLeast);
        assert_eq!(verdict(Some(2.0), Some(20.0)), Verdict::Eligible);
    }

    #[test]
    fn ties_are_told_apart_in_order_and_equals_share_a_rank() {
        let dossiers = [
            marks(4.0, 12.0, Some(3)), // 75
            marks(5.0, 0.0, Some(1)),  // 75, a lower b
            marks(4.0, 12.0, Some(2)), // 75, received before the first
            marks(4.0, 12.0, Some(3)),
            marks(4.0, 12.0, None),
            marks(1.0, 20.0, Some(1)), // eliminated
            marks(5.0, 20.0, Some(9)),
        ];
        let ranks = marking().ranks(&dossiers);
        assert_eq!(ranks, [Some(3), Some(6), Some(2), Some(3), Some(5), None, Some(1)]);
    }
}
