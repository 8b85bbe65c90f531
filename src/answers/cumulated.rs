//! Aids that count together: those that the applicant has had, and the one that is asked.

use jiff::civil::Date;

use super::answer::{Answer, Answers};
use super::code::RemarkCode;
use super::said::Remark;
use crate::model::amount::Cents;
use crate::model::cumulated::{Ceiling, Cumulated};
use crate::model::questionnaire::{Asked, Questionnaire, Shape};

/// An amount at its date, where one is given.
struct Dated {
    cents: u64,
    date: Option<Date>,
}

/// Says of each sum that passes its ceiling by how much, at the day when it passes it most.
pub fn remarks(answers: &Answers, asked: &Questionnaire) -> Vec<Remark> {
    asked.cumulated.iter().filter_map(|cumulated| remark(answers, asked, cumulated)).collect()
}

fn remark(answers: &Answers, asked: &Questionnaire, cumulated: &Cumulated) -> Option<Remark> {
    let question = asked.questions.iter().find(|known| known.id == cumulated.question)?;
    let mut amounts = granted(answers, question, cumulated);
    if amounts.is_empty() {
        return None;
    }
    amounts.push(Dated { cents: answers.aid_asked(asked), date: Some(asked.date) });
    let days = amounts.iter().filter(|amount| amount.cents > 0).filter_map(|amount| amount.date);
    let passed = days.filter_map(|day| {
        let ceiling = cumulated.ceiling(day)?;
        let sum = sum(&amounts, ceiling, day);
        (Cents(sum).euros() > ceiling.most).then_some((sum, day, ceiling))
    });
    let (sum, day, ceiling) = passed.max_by_key(|(sum, _, _)| *sum)?;
    let remark = Remark::at(RemarkCode::AboveCumulated, &question.place());
    let remark = remark.with("somme", Cents(sum)).with("plafond", ceiling.most);
    Some(remark.with("jour", day.strftime("%d/%m/%Y")).with("source", &ceiling.source))
}

/// The amounts of a table, which have their date in the same row.
fn granted(answers: &Answers, question: &Asked, cumulated: &Cumulated) -> Vec<Dated> {
    let end = format!(":{}", cumulated.amount);
    let beyond = answers.beyond(question);
    let fields = question.fields.iter().chain(&beyond);
    let rows = fields.filter_map(|field| field.id.strip_suffix(&end));
    let amounts = rows.map(|row| {
        let date = match answers.given.get(&format!("{row}:{}", cumulated.date)) {
            Some(Answer::Text(date)) => date.parse().ok(),
            _ => None,
        };
        Dated { cents: answers.cents(&format!("{row}{end}")), date }
    });
    amounts.filter(|amount| amount.cents > 0).collect()
}

/// What counts on a day; what has no date may always.
fn sum(amounts: &[Dated], ceiling: &Ceiling, day: Date) -> u64 {
    let counts = |amount: &&Dated| {
        amount.date.is_none_or(|date| ceiling.over.first(day) <= date && date <= day)
    };
    amounts.iter().filter(counts).map(|amount| amount.cents).fold(0, u64::saturating_add)
}

impl Answers {
    /// What is asked of the State, in cents.
    fn aid_asked(&self, asked: &Questionnaire) -> u64 {
        let budgets = asked.questions.iter().filter_map(|question| match &question.shape {
            Shape::Budget(budget) => Some(budget),
            Shape::Apart | Shape::AnyOf | Shape::Rows(_) => None,
        });
        let rows = budgets.flat_map(|budget| &budget.resources).filter(|row| row.aid);
        rows.map(|row| self.cents(&row.field)).fold(0, u64::saturating_add)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use jiff::civil::Date;

    use super::remarks;
    use crate::answers::answer::{Answer, Answers};
    use crate::model::cumulated::{Ceiling, Cumulated, Window};
    use crate::model::id::Slug;
    use crate::model::questionnaire::{
        Asked, BudgetRow, BudgetShape, Field, FieldKind, Identity, Questionnaire, Shape,
    };

    fn field(id: &str, kind: FieldKind) -> Field {
        Field { id: id.to_owned(), label: String::new(), required: false, kind, when: [].into() }
    }

    fn question(id: &str, shape: Shape, fields: Vec<Field>) -> Asked {
        let (number, label) = ("1.1".to_owned(), "Aides".to_owned());
        let (id, former, required) = (id.to_owned(), Vec::new(), false);
        Asked { id, former, number, label, required, shape, fields }
    }

    /// The rule of the State's aids, for a call of that day.
    fn asked(date: Date) -> Questionnaire {
        let rows = ["1", "2", "3"];
        let cells = rows.iter().flat_map(|row| {
            let amount = field(&format!("aides:{row}:montant"), FieldKind::Amount);
            [field(&format!("aides:{row}:date"), FieldKind::Date), amount]
        });
        let aid = BudgetRow {
            field: "budget:ressources:aide".to_owned(),
            heading: String::new(),
            justification: None,
            aid: true,
        };
        let budget = BudgetShape {
            charges: Vec::new(),
            resources: vec![aid],
            total: "total",
            total_heading: String::new(),
            ceiling: 60_000.0,
        };
        let aid = field("budget:ressources:aide", FieldKind::Amount);
        let ceiling =
            |since, most, over| Ceiling { since, most, over, source: "règle".to_owned() };
        let new = Date::constant(2024, 1, 1);
        Questionnaire {
            identity: Identity {
                call: Slug::new("a").expect("a slug"),
                region: Slug::new("b").expect("a slug"),
                version: String::new(),
            },
            date,
            grouping: String::new(),
            questions: vec![
                question("aides", Shape::Rows(rows.map(str::to_owned).into()), cells.collect()),
                question("budget", Shape::Budget(budget), vec![aid]),
            ],
            prompts: Vec::new(),
            roles: Vec::new(),
            cumulated: vec![Cumulated {
                question: "aides".to_owned(),
                amount: "montant".to_owned(),
                date: "date".to_owned(),
                ceilings: vec![
                    ceiling(None, 200_000.0, Window::FiscalYears(3)),
                    ceiling(Some(new), 300_000.0, Window::Years(3)),
                ],
            }],
        }
    }

    /// The sum and the day that are said of these aids, with one of 60 000 € that is asked on a day of `year`.
    fn check(year: i16, aids: &[(&str, f64)], expected: Option<(&str, &str)>) {
        let mut given = BTreeMap::new();
        given.insert("budget:ressources:aide".to_owned(), Answer::Number(60_000.0));
        for (row, (date, euros)) in aids.iter().enumerate() {
            let row = row + 1;
            given.insert(format!("aides:{row}:montant"), Answer::Number(*euros));
            if !date.is_empty() {
                given.insert(format!("aides:{row}:date"), Answer::Text((*date).to_owned()));
            }
        }
        let answers = Answers { given, ..Answers::default() };
        let said = remarks(&answers, &asked(Date::new(year, 1, 17).expect("a day")));
        let said = said.first().map(|remark| {
            let quoted = |name| remark.args.iter().find(|(known, _)| *known == name);
            [quoted("somme"), quoted("jour")].map(|arg| arg.expect("an argument").1.clone())
        });
        let expected = expected.map(|(sum, day)| [sum.to_owned(), day.to_owned()]);
        assert_eq!(said, expected, "{aids:?}");
    }

    #[test]
    fn aids_of_three_years_are_under_the_ceiling_with_the_one_that_is_asked() {
        check(2022, &[("2021-03-01", 140_000.0)], None);
        let passed = Some(("200000.01", "17/01/2022"));
        check(2022, &[("2021-03-01", 140_000.01)], passed);
        check(2022, &[("2020-01-01", 140_000.01)], passed);
        check(2022, &[("2019-12-31", 140_000.01)], None);
        check(2022, &[("", 140_000.01)], passed);
        check(2022, &[("2023-05-01", 140_000.01)], Some(("200000.01", "01/05/2023")));
    }

    #[test]
    fn the_ceiling_is_that_of_the_day_of_the_aid() {
        check(2024, &[("2023-06-01", 240_000.0)], Some(("240000", "01/06/2023")));
        check(2024, &[("2024-01-05", 150_000.0), ("2021-01-18", 90_000.0)], None);
        let aids = [("2024-01-05", 150_000.0), ("2021-01-18", 90_000.01)];
        check(2024, &aids, Some(("300000.01", "17/01/2024")));
        check(2024, &[("2024-01-05", 150_000.0), ("2021-01-17", 90_000.01)], None);
    }

    #[test]
    fn without_aids_before_nothing_adds_up() {
        check(2022, &[], None);
    }
}
