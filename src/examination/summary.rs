//! *Synthèse*: a row a dossier, with what its examiner looks at first.

use super::budget::Asking;
use super::departments;
use super::examined::Examined;
use super::heads::{Head, ROWS_OF_HEADS, sheet};
use super::twins::Twins;
use super::words::Words;
use crate::model::questionnaire::Field;
use crate::model::role::Role;
use crate::model::workbook::{Cell, Choices, Look, Row, Sheet, Value};

/// Between several answers in one cell.
pub const BETWEEN: &str = " ; ";

/// The sheet.
pub fn summary(words: Words<'_>, dossiers: &[(&Examined, Twins)]) -> Sheet {
    let heads: Vec<Head> = Head::of_summary().collect();
    let lines = (ROWS_OF_HEADS..).zip(dossiers);
    let lines = lines.map(|(rank, (dossier, twins))| Line {
        words,
        dossier,
        twins,
        asking: Asking::of(dossier),
        rank,
    });
    let rows = lines.map(|line| {
        let cell = |head: &Head| Cell { value: line.value(*head), look: line.look(*head) };
        Row { cells: heads.iter().map(cell).collect(), ..Row::default() }
    });
    let sheet = sheet(words, "feuille-synthese", &heads, rows.collect());
    let last = sheet.last_row();
    let offered = vec![words.yes(true), words.yes(false)];
    let choices = Choices {
        column: column(Head::ToExamine),
        rows: (ROWS_OF_HEADS, last.max(ROWS_OF_HEADS)),
        offered,
    };
    Sheet { lists: vec![choices], ..sheet }
}

/// The rank of a column.
fn column(head: Head) -> u16 {
    (0..).zip(Head::of_summary()).find(|(_, known)| *known == head).map_or(0, |(rank, _)| rank)
}

/// A dossier, as its row is written.
struct Line<'a> {
    words: Words<'a>,
    dossier: &'a Examined,
    twins: &'a Twins,
    asking: Option<Asking>,
    /// Of its row, from 0.
    rank: u32,
}

impl Line<'_> {
    fn value(&self, head: Head) -> Value {
        let Self { words, dossier, twins, .. } = self;
        let claim = &dossier.claim;
        let identity = &dossier.setting.asked.identity;
        match head {
            Head::File => Value::text(&dossier.file),
            Head::Applicant => self.answer(Role::Applicant),
            Head::Siret => self.answer(Role::Siret),
            Head::Project => self.answer(Role::Project),
            Head::Sectors => self.answer(Role::Sector),
            Head::Call => Value::text(identity.call.as_str()),
            Head::Region => Value::text(identity.region.as_str()),
            Head::Departments => self.departments(),
            Head::Priorities => self.priorities(),
            Head::Aid | Head::Ceiling | Head::Budget | Head::Share => self.money(head),
            Head::Complete => Value::text(words.yes(dossier.answers.missing.is_empty())),
            Head::Answered => {
                Value::count(dossier.answers.expected - dossier.answers.missing.len())
            }
            Head::Expected => Value::count(dossier.answers.expected),
            Head::Missing => Value::text(dossier.answers.missing.join(BETWEEN)),
            Head::Remarks => Value::count(dossier.answers.remarks.len()),
            Head::ToExamine => Value::text(words.yes(!twins.is_set_aside)),
            Head::SameSiret => Value::text(self.same_siret()),
            Head::Signed => dossier.signed().map_or(Value::Empty, Value::Date),
            Head::Dated => dossier.dated.map_or(Value::Empty, Value::Date),
            Head::Version => Value::text(claim.version.as_deref().unwrap_or_default()),
            Head::Lang => Value::text(claim.lang.as_deref().unwrap_or_default()),
            Head::Code
            | Head::Place
            | Head::Message
            | Head::Workbook
            | Head::Line
            | Head::InDossier
            | Head::InWorkbook
            | Head::Gap => Value::Empty,
        }
    }

    /// What an examiner must not overlook.
    fn look(&self, head: Head) -> Look {
        let asking = self.asking.as_ref();
        let is_wrong = match head {
            Head::Aid => asking.is_some_and(|a| a.aid.is_some_and(|aid| aid > a.ceiling)),
            Head::Complete => !self.dossier.answers.missing.is_empty(),
            Head::ToExamine => self.twins.is_set_aside,
            Head::Version => self
                .dossier
                .claim
                .version
                .as_ref()
                .is_some_and(|version| *version != self.dossier.setting.asked.identity.version),
            _ => false,
        };
        match head {
            _ if is_wrong => Look::Wrong,
            Head::Departments | Head::Sectors | Head::ToExamine => Look::Open,
            _ => Look::Plain,
        }
    }

    fn answer(&self, role: Role) -> Value {
        Value::text(self.dossier.words_of(role).join(BETWEEN))
    }

    fn departments(&self) -> Value {
        let departments = departments::of(self.dossier).into_iter();
        let named =
            departments.map(|department| format!("{} {}", department.code, department.name));
        Value::text(named.collect::<Vec<String>>().join(BETWEEN))
    }

    fn priorities(&self) -> Value {
        let ticked = self.dossier.ticked(Role::Priorities).into_iter();
        let question = self.dossier.setting.shown.holder(Role::Priorities);
        let question = question.and_then(|holder| {
            let questions = self.dossier.setting.shown.questions.iter();
            questions.into_iter().find(|question| question.id == holder.question)
        });
        let before = question.map(|question| format!("{}, ", question.label)).unwrap_or_default();
        let title =
            |field: &Field| field.label.strip_prefix(&before).unwrap_or(&field.label).to_owned();
        Value::text(ticked.map(title).collect::<Vec<String>>().join(BETWEEN))
    }

    fn money(&self, head: Head) -> Value {
        let Some(asking) = &self.asking else { return Value::Empty };
        let euros = |euros: Option<f64>| euros.map_or(Value::Empty, Value::Euros);
        match head {
            Head::Aid => euros(asking.aid),
            Head::Ceiling => Value::Euros(asking.ceiling),
            Head::Budget => euros(asking.charges),
            _ => self.share(asking),
        }
    }

    /// It follows the two amounts, where somebody mends them.
    fn share(&self, asking: &Asking) -> Value {
        let Some(share) = asking.share() else { return Value::Empty };
        let [aid, budget] =
            [Head::Aid, Head::Budget].map(|head| Sheet::place(self.rank, column(head)));
        let formula = format!("IF(N({budget})>0,N({aid})/{budget},\"\")");
        Value::Formula(formula, Box::new(Value::Share(share)))
    }

    fn same_siret(&self) -> String {
        let told = self.twins.others.iter().map(|(kin, file)| {
            self.words.quoting("autre-fichier", &[("sens", kin.word()), ("fichier", file)])
        });
        told.collect::<Vec<String>>().join(BETWEEN)
    }
}

#[cfg(test)]
mod tests {
    use super::summary;
    use crate::answers::answer::Answer;
    use crate::diagnostic::{MessageLang, Messages};
    use crate::examination::heads::Head;
    use crate::examination::sample::{examined, text};
    use crate::examination::twins::Twins;
    use crate::examination::words::Words;
    use crate::model::workbook::{Look, Value};

    #[test]
    fn a_row_says_who_where_and_how_much() {
        let mut dossier = examined(
            "a.odt",
            &[
                ("organisme", text("Groupement d’essai")),
                ("siret", text("00010000100007")),
                ("territoire", text("le Morbihan et Rennes (35)")),
                ("priorites:terre", Answer::Tick(true)),
                ("priorites:mer", Answer::Tick(false)),
                ("budget:charges:achats", Answer::Number(100_000.0)),
                ("budget:ressources:aide", Answer::Number(70_000.0)),
                ("signature:date", text("2022-01-10")),
            ],
        );
        dossier.answers.missing = vec!["1.9 Le projet".to_owned()];
        let messages = Messages::new(MessageLang::French);
        let sheet = summary(Words(&messages), &[(&dossier, Twins::default())]);
        let cell = |head: Head| {
            let rank = Head::of_summary().position(|known| known == head).expect("a column");
            &sheet.rows[2].cells[rank]
        };
        let expected = [
            (Head::Applicant, Value::text("Groupement d’essai")),
            (Head::Siret, Value::text("00010000100007")),
            (Head::Departments, Value::text("35 Ille-et-Vilaine ; 56 Morbihan")),
            (Head::Priorities, Value::text("La terre, et l’eau")),
            (Head::Aid, Value::Euros(70_000.0)),
            (Head::Ceiling, Value::Euros(60_000.0)),
            (Head::Budget, Value::Euros(100_000.0)),
            (Head::Share, Value::Share(0.7)),
            (Head::Complete, Value::text("non")),
            (Head::Answered, Value::Number(5.0)),
            (Head::Missing, Value::text("1.9 Le projet")),
            (Head::ToExamine, Value::text("oui")),
        ];
        for (head, value) in expected {
            assert_eq!(*cell(head).value.result(), value, "{head:?}");
        }
        assert_eq!(cell(Head::Aid).look, Look::Wrong);
        assert_eq!(cell(Head::Signed).value, Value::Date(jiff::civil::Date::constant(2022, 1, 10)));
    }
}
