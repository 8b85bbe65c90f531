//! A small dossier that was read, for the tests of the sheets.

use std::sync::Arc;

use jiff::civil::Date;

use super::examined::{Examined, Kind, Setting};
use crate::answers::answer::{Answer, Answers};
use crate::answers::claim::Claim;
use crate::model::id::Slug;
use crate::model::questionnaire::{
    Asked, BudgetRow, BudgetShape, Field, FieldKind, Identity, Questionnaire, Shape,
};
use crate::model::role::{Holder, Role};
use crate::model::territory::department;

/// What the dossiers of Bretagne ask.
pub fn setting() -> Arc<Setting> {
    let slug = |name| Slug::new(name).expect("a slug");
    let asked = Questionnaire {
        identity: Identity {
            call: slug("amige"),
            region: slug("bretagne"),
            version: "3f9a1c2b".to_owned(),
        },
        date: Date::constant(2021, 12, 8),
        grouping: " ".to_owned(),
        questions: questions(),
        prompts: Vec::new(),
        cumulated: Vec::new(),
        roles: vec![
            Holder::new(Role::Applicant, "organisme"),
            Holder::new(Role::Territory, "territoire"),
            Holder::new(Role::Siret, "siret"),
            Holder::new(Role::Priorities, "priorites"),
            Holder::new(Role::Signature, "signature"),
        ],
    };
    let departments = ["22", "29", "35", "56"].iter().filter_map(|code| department(code));
    let departments = departments.collect();
    let (marking, kept_until) = (None, None);
    Arc::new(Setting { shown: asked.clone(), asked, marking, departments, kept_until })
}

fn questions() -> Vec<Asked> {
    let line = FieldKind::Line { limit: 200 };
    let resource = |id: &str, aid| BudgetRow {
        field: format!("budget:ressources:{id}"),
        heading: id.to_owned(),
        justification: None,
        aid,
    };
    let budget = BudgetShape {
        charges: vec![BudgetRow {
            field: "budget:charges:achats".to_owned(),
            heading: "Achats".to_owned(),
            justification: None,
            aid: false,
        }],
        resources: vec![resource("aide", true), resource("propres", false)],
        total: "total",
        total_heading: "Total".to_owned(),
        ceiling: 60_000.0,
    };
    let amount = |id: &str| field(&format!("budget:{id}"), id, FieldKind::Amount);
    let amounts = ["charges:achats", "charges:total"].into_iter();
    let amounts = amounts.chain(["ressources:aide", "ressources:propres", "ressources:total"]);
    vec![
        asked("organisme", vec![field("organisme", "Nom de l’organisme", line.clone())]),
        asked("siret", vec![field("siret", "SIRET", FieldKind::Siret)]),
        asked("territoire", vec![field("territoire", "Territoire", line)]),
        Asked {
            shape: Shape::AnyOf,
            ..asked(
                "priorites",
                vec![
                    field("priorites:mer", "priorites, La mer", FieldKind::Check),
                    field("priorites:terre", "priorites, La terre, et l’eau", FieldKind::Check),
                ],
            )
        },
        Asked { shape: Shape::Budget(budget), ..asked("budget", amounts.map(amount).collect()) },
        asked("signature", vec![field("signature:date", "Date", FieldKind::Date)]),
    ]
}

fn asked(id: &str, fields: Vec<Field>) -> Asked {
    Asked {
        id: id.to_owned(),
        former: Vec::new(),
        number: "1.1".to_owned(),
        label: id.to_owned(),
        required: true,
        shape: Shape::Apart,
        fields,
    }
}

fn field(id: &str, label: &str, kind: FieldKind) -> Field {
    let (id, label) = (id.to_owned(), label.to_owned());
    Field { id, label, required: true, kind, when: Vec::new().into() }
}

/// A dossier of that file, with those answers.
pub fn examined(file: &str, given: &[(&str, Answer)]) -> Examined {
    let given = given.iter().map(|(id, answer)| ((*id).to_owned(), answer.clone())).collect();
    let claim = Claim { call: Some("amige".to_owned()), ..Claim::default() };
    let answers = Answers { given, expected: 6, ..Answers::default() };
    let (kind, file, setting) = (Kind::Dossier, file.to_owned(), setting());
    Examined { kind, file, dated: None, claim, answers, setting }
}

/// An answer in words.
pub fn text(text: &str) -> Answer {
    Answer::Text(text.to_owned())
}
